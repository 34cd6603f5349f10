"""Commands that look the law up: show, threshold, diff, proposals, acts, reports, check."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

import click

from sholu.cli.law_lists import act_rows, finding_rows, proposal_rows, report_rows
from sholu.cli.law_printing import (
    Answer,
    day_option,
    day_or_today,
    listed_findings,
    open_register,
    print_answer,
    print_list,
)
from sholu.cli.law_rows import (
    difference_rows,
    finding_lines,
    proposed_rows,
    provision_rows,
    report_lines,
)
from sholu.cli.law_threshold import threshold
from sholu.cli.law_wording import word
from sholu.cli.listing import format_option, language_option
from sholu.vocabulary.law import Provision
from sholu.vocabulary.law_category import category_finding
from sholu.vocabulary.law_checks import citations_of, records_of
from sholu.vocabulary.law_difference import differences, proposed_differences
from sholu.vocabulary.law_lookup import find_provisions, read_day
from sholu.vocabulary.law_record import (
    difference_record,
    finding_record,
    proposed_record,
    provision_record,
    report_record,
    said,
)
from sholu.vocabulary.law_register import Law
from sholu.vocabulary.law_sources import LawFinding

if TYPE_CHECKING:
    from sholu.cli.main import Workplace


@click.group()
def law() -> None:
    """Look the law on drugs up: what applied on a day, what changed. A reading aid, no advice.

    It works without an observatory. In one, inputs/law/*.yaml adds to the register or corrects it.
    """


@law.command()
@click.argument("article")
@click.option("--part", help="Only this part, such as 3.")
@click.option("--code", help="Code of the act.  [default: the criminal code of the day]")
@day_option
@language_option
@format_option
@click.pass_obj
def show(
    place: Workplace,
    article: str,
    part: str | None,
    code: str | None,
    on: str | None,
    language: str,
    form: str,
) -> None:
    """Print an ARTICLE as it stood on a day: what it covers, category, punishment, sources.

    'sholu law acts' lists the codes of acts.
    """
    register, day = open_register(place.root), day_or_today(on)
    found = find_provisions(register, code, article, part, day)
    findings = _findings_of(register, found)
    keys = {provision.key for provision in found}
    reports = [report for report in register.reports if report.about in keys]
    payload = {
        "on": day.isoformat(),
        "provisions": [provision_record(register, one, language) for one in found],
        "findings": [finding_record(register, one, language) for one in findings],
        "reports": [report_record(register, one, language) for one in reports],
    }
    act = register.act(found[0].code).title.of(language)
    answer = Answer(
        payload=payload,
        title=f"{act}, {word('article', language, article)}, {day}",
        rows=[row for one in found for row in provision_rows(register, one, language)],
        columns=("part", "what", "says", "source"),
        text_column="says",
        lines=[
            *finding_lines(register, findings, language),
            *report_lines(register, reports, language),
        ],
    )
    print_answer(answer, language, form)


@law.command()
@click.option("--from", "start", metavar="DAY", help="The first day.")
@click.option("--to", "end", metavar="DAY", help="The second day.  [default: today]")
@click.option("--proposal", metavar="NAME", help="Compare a draft with the law in force instead.")
@click.option("--on", metavar="DAY", help="With --proposal: the law of this day.  [default: today]")
@click.option("--code", help="Only this act.")
@language_option
@format_option
@click.pass_obj
def diff(
    place: Workplace,
    start: str | None,
    end: str | None,
    proposal: str | None,
    on: str | None,
    code: str | None,
    language: str,
    form: str,
) -> None:
    """Print what changed in the law between two days, or what a proposal would change.

    'sholu law proposals' lists the drafts.
    """
    register = open_register(place.root)
    if code is not None:
        register.act(code)
    if proposal is not None:
        if start or end:
            raise click.UsageError("--proposal is compared with one day: use --on.")
        _print_proposal(register, proposal, day_or_today(on), language, form)
        return
    if start is None or on is not None:
        raise click.UsageError("Give --from and --to, or --proposal and --on.")
    _print_changes(register, (read_day(start), day_or_today(end)), code, language, form)


def _print_changes(
    register: Law, days: tuple[date, date], code: str | None, language: str, form: str
) -> None:
    """What changed from one day to another, in one act or in all."""
    found = differences(register, *days)
    rows = [row for row in found if code in (None, row.shown.code)]
    findings = listed_findings(register, (key for row in rows for key in row.shown.findings))
    lighter = any("lighter" in (row.direction, row.direction_stated) for row in rows)
    answer = Answer(
        payload={
            "from": days[0].isoformat(),
            "to": days[1].isoformat(),
            "changes": [difference_record(register, row, language) for row in rows],
            "findings": [finding_record(register, one, language) for one in findings],
        },
        title=f"{days[0]} → {days[1]}",
        rows=difference_rows(register, rows, language),
        columns=("article", "covers", "before", "after", "from", "direction", "source"),
        text_column="covers",
        lines=[
            *([word("retroactive", language)] if lighter else []),
            *finding_lines(register, findings, language),
        ],
    )
    print_answer(answer, language, form)


def _print_proposal(register: Law, name: str, day: date, language: str, form: str) -> None:
    """A draft beside the law of a day."""
    draft = register.proposal(name)
    rows = proposed_differences(register, draft, day)
    title = draft.title.of(language)
    answer = Answer(
        payload={
            "proposal": draft.name,
            "title": title,
            "on": day.isoformat(),
            "in_force": False,
            "note": said(draft.note, language),
            "changes": [proposed_record(register, row, language) for row in rows],
        },
        title=f"{word('draft', language)}: {title}, {day}",
        rows=proposed_rows(register, rows, language),
        columns=("article", "now", "proposed", "direction", "indicators", "source"),
        text_column="proposed",
        lines=[draft.note.of(language)] if draft.note else [],
    )
    print_answer(answer, language, form)


@law.command()
@language_option
@format_option
@click.pass_obj
def proposals(place: Workplace, language: str, form: str) -> None:
    """List the drafts that 'sholu law diff --proposal NAME' compares with the law in force."""
    rows = proposal_rows(open_register(place.root), language)
    columns = ("name", "title", "changes", "articles", "source")
    print_list("Proposals", rows, columns, language, form)


@law.command()
@language_option
@format_option
@click.pass_obj
def acts(place: Workplace, language: str, form: str) -> None:
    """List codes, laws, by-laws, plans and treaties of the register."""
    rows = act_rows(open_register(place.root), language)
    columns = ("code", "title", "number", "date", "in_force_from", "in_force_to", "about", "source")
    print_list("Acts", rows, columns, language, form)


@law.command()
@language_option
@format_option
@click.pass_obj
def reports(place: Workplace, language: str, form: str) -> None:
    """List what sources say about the law that is no rule of it: practice, opinion, abroad."""
    rows = report_rows(open_register(place.root), language)
    columns = ("about", "statement", "why_no_rule", "source")
    print_list("Reports", rows, columns, language, form)


@law.command()
@language_option
@format_option
@click.pass_obj
def check(place: Workplace, language: str, form: str) -> None:
    """List where sources disagree about the law and where a figure or a label is suspect."""
    register = open_register(place.root)
    rows = finding_rows(register, register.all_findings, language)
    print_list("Law", rows, ("gravity", "where", "statement", "source"), language, form)
    cited = [one for record in records_of(register) for one in citations_of(record)]
    doubtful = sum(not one.verified for one in cited)
    click.echo(word("unverified", language, doubtful, len(cited)), err=form != "table")


def _findings_of(register: Law, provisions: Sequence[Provision]) -> list[LawFinding]:
    """Findings about provisions, listed and computed."""
    listed = listed_findings(register, (key for one in provisions for key in one.findings))
    computed = (category_finding(one) for one in provisions)
    return [*listed, *(one for one in computed if one is not None)]


law.add_command(threshold)

COMMANDS = (law,)
