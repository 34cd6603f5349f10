"""Commands that look the law up: show, threshold, diff, proposals, acts, reports, check."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from sholu.cli.law_reasoning import Question, disputed, threshold_rows
from sholu.cli.law_rows import (
    act_rows,
    difference_rows,
    finding_lines,
    finding_rows,
    proposal_rows,
    proposed_rows,
    provision_rows,
    report_lines,
    report_rows,
)
from sholu.cli.law_wording import COLUMNS, word
from sholu.cli.listing import Record, format_option, print_records
from sholu.core.language import INTERFACE_LANGUAGES
from sholu.vocabulary.law import FORMS, LawError, LawFinding, Provision
from sholu.vocabulary.law_category import category_finding
from sholu.vocabulary.law_checks import citations_of, records_of
from sholu.vocabulary.law_difference import differences, proposed_differences
from sholu.vocabulary.law_lookup import find_provisions, read_day
from sholu.vocabulary.law_mass import find_substance, read_mass
from sholu.vocabulary.law_record import (
    difference_record,
    finding_record,
    proposed_record,
    provision_record,
    report_record,
    size_record,
)
from sholu.vocabulary.law_register import Law
from sholu.vocabulary.law_size import MEASURED, SizeReading
from sholu.vocabulary.law_words import NOTICE
from sholu.vocabulary.load import load
from sholu.vocabulary.load_law import load_law
from sholu.vocabulary.model import Vocabulary

if TYPE_CHECKING:
    from sholu.cli.main import Workplace

language_option = click.option(
    "--lang",
    "language",
    type=click.Choice(INTERFACE_LANGUAGES),
    default="en",
    show_default=True,
    help="Language of what is printed.",
)
day_option = click.option(
    "--on", metavar="DAY", help="The day, such as 2024-06-01.  [default: today]"
)


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
    register, day = _register(place.root), _day(on)
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
    title = f"{act}, {word('article', language)} {article}, {day}"
    rows = [row for one in found for row in provision_rows(register, one, language)]
    _print(payload, title, rows, ("part", "what", "says", "source"), language, form)
    _say(finding_lines(register, findings, language), form)
    _say(report_lines(register, reports, language), form)


# A negative mass begins like an option; it should be told what is wrong with it.
@law.command(context_settings={"ignore_unknown_options": True})
@click.argument("words", nargs=-1, required=True, metavar="SUBSTANCE MASS")
@click.option("--form", "plant_form", type=click.Choice(FORMS[1:]), help="How a plant was weighed.")
@click.option("--weighed", type=click.Choice(MEASURED), help="With additives, or the pure drug.")
@day_option
@language_option
@format_option
@click.pass_obj
def threshold(
    place: Workplace,
    words: tuple[str, ...],
    plant_form: str | None,
    weighed: str | None,
    on: str | None,
    language: str,
    form: str,
) -> None:
    """Say whether a MASS of a SUBSTANCE is small, large or especially large, and why.

    For example: sholu law threshold heroin 0.6g --on 2018-03-01. Names in English, Russian or
    Kazakh; masses such as 600 mg, 1.2 kg, 0,6 г. Both readings are printed where sources disagree.
    """
    register = _register(place.root)
    asked = _question(words, weighed, plant_form or "", _day(on), _vocabulary(place.root))
    readings = _sizes(register, asked)
    findings = _listed(register, (key for one in readings for key in one.threshold.findings))
    payload = _threshold_payload(register, asked, readings, findings, language)
    rows = threshold_rows(register, asked, readings, language)
    title = f"{asked.substance.names.preferred(language)}, {asked.day}"
    _print(payload, title, rows, ("step", "what", "says", "source"), language, form)
    _say(finding_lines(register, findings, language), form)


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
    register = _register(place.root)
    if code is not None:
        register.act(code)
    if proposal is not None:
        if start or end:
            raise click.UsageError("--proposal is compared with one day: use --on.")
        _print_proposal(register, proposal, _day(on), language, form)
        return
    if start is None or on is not None:
        raise click.UsageError("Give --from and --to, or --proposal and --on.")
    rows = differences(register, _day(start), _day(end))
    rows = tuple(row for row in rows if code in (None, row.shown.code))
    findings = _listed(register, (key for row in rows for key in row.shown.findings))
    payload = {
        "from": _day(start).isoformat(),
        "to": _day(end).isoformat(),
        "changes": [difference_record(register, row, language) for row in rows],
        "findings": [finding_record(register, one, language) for one in findings],
    }
    columns = ("article", "covers", "before", "after", "from", "direction", "source")
    title = f"{_day(start)} → {_day(end)}"
    _print(payload, title, difference_rows(register, rows, language), columns, language, form)
    _say(finding_lines(register, findings, language), form)


def _print_proposal(register: Law, name: str, day: date, language: str, form: str) -> None:
    """A draft beside the law of a day."""
    draft = register.proposal(name)
    rows = proposed_differences(register, draft, day)
    payload = {
        "proposal": draft.name,
        "title": draft.title.of(language),
        "on": day.isoformat(),
        "in_force": False,
        "note": draft.note or None,
        "changes": [proposed_record(register, row, language) for row in rows],
    }
    columns = ("article", "now", "proposed", "direction", "indicators", "source")
    title = f"{word('draft', language)}: {draft.title.of(language)}, {day}"
    _print(payload, title, proposed_rows(register, rows, language), columns, language, form)
    _say([draft.note] if draft.note else [], form)


@law.command()
@language_option
@format_option
@click.pass_obj
def proposals(place: Workplace, language: str, form: str) -> None:
    """List the drafts that 'sholu law diff --proposal NAME' compares with the law in force."""
    rows = proposal_rows(_register(place.root), language)
    columns = ("name", "title", "changes", "articles", "source")
    _print_list("Proposals", rows, columns, language, form)


@law.command()
@language_option
@format_option
@click.pass_obj
def acts(place: Workplace, language: str, form: str) -> None:
    """List codes, laws, by-laws, plans and treaties of the register."""
    rows = act_rows(_register(place.root), language)
    columns = ("code", "title", "number", "date", "in_force_from", "in_force_to", "about", "source")
    _print_list("Acts", rows, columns, language, form)


@law.command()
@language_option
@format_option
@click.pass_obj
def reports(place: Workplace, language: str, form: str) -> None:
    """List what sources say about the law that is no rule of it: practice, opinion, abroad."""
    rows = report_rows(_register(place.root), language)
    columns = ("about", "statement", "why_no_rule", "source")
    _print_list("Reports", rows, columns, language, form)


@law.command()
@language_option
@format_option
@click.pass_obj
def check(place: Workplace, language: str, form: str) -> None:
    """List where sources disagree about the law and where a figure or a label is suspect."""
    register = _register(place.root)
    rows = finding_rows(register, register.all_findings, language)
    _print_list("Law", rows, ("gravity", "where", "statement", "source"), language, form)
    cited = [one for record in records_of(register) for one in citations_of(record)]
    doubtful = sum(not one.verified for one in cited)
    _say([word("unverified", language, doubtful, len(cited))], form)


def _register(root: Path) -> Law:
    """The register, with what an observatory adds."""
    return load_law(root / "inputs" / "law")


def _vocabulary(root: Path) -> Vocabulary:
    """The vocabulary, with an observatory's own words if there is one."""
    local = root / "inputs" / "vocabulary"
    return load(local if local.is_dir() else None)


def _day(text: str | None) -> date:
    return date.today() if text is None else read_day(text)


def _question(
    words: Sequence[str], weighed: str | None, form: str, day: date, vocabulary: Vocabulary
) -> Question:
    """Substance and mass; what begins with a digit or a sign is the mass."""
    begin = next((i for i, one in enumerate(words) if one[:1].isdigit() or one[:1] in "-−+."), None)
    if not begin:
        raise LawError("A substance and a mass are due.", "For example: heroin 0.6g.")
    substance = find_substance(" ".join(words[:begin]), vocabulary)
    mass_g = read_mass(" ".join(words[begin:]), vocabulary)
    return Question(substance, mass_g, weighed, form, day)


def _sizes(register: Law, asked: Question) -> tuple[SizeReading, ...]:
    """The sizes by every reading.

    Raises:
        LawError: the register has no threshold for it on that day.
    """
    code = asked.substance.code
    found = register.size(code, asked.mass_g, asked.measured, asked.day, asked.form)
    if found:
        return found
    others = sorted({one.substance for one in register.thresholds})
    same = [one for one in register.thresholds if (one.substance, one.form) == (code, asked.form)]
    starts = sorted(str(one.in_force_from) for one in same if one.in_force_from)
    raise LawError(
        f"The register has no threshold for {code} {asked.form}".rstrip() + f" on {asked.day}.",
        f"It has one from {starts[0]}." if starts else f"It has some for {', '.join(others)}.",
    )


def _threshold_payload(
    register: Law,
    asked: Question,
    readings: Sequence[SizeReading],
    findings: Sequence[LawFinding],
    language: str,
) -> dict[str, Any]:
    sizes = dict.fromkeys(reading.size for reading in readings if reading.size)
    leads_to = [
        provision for size in sizes for provision in register.provisions_of_size(size, asked.day)
    ]
    return {
        "substance": asked.substance.code,
        "mass_g": asked.mass_g,
        "weighed": asked.measured,
        "form": asked.form or None,
        "on": asked.day.isoformat(),
        "size_category": readings[0].size,
        "at_least": readings[0].at_least,
        "disputed": disputed(readings),
        "readings": [size_record(register, one, language) for one in readings],
        "provisions": [provision_record(register, one, language) for one in leads_to],
        "findings": [finding_record(register, one, language) for one in findings],
    }


def _findings_of(register: Law, provisions: Sequence[Provision]) -> list[LawFinding]:
    """Findings about provisions, listed and computed."""
    listed = _listed(register, (key for one in provisions for key in one.findings))
    computed = (category_finding(one) for one in provisions)
    return [*listed, *(one for one in computed if one is not None)]


def _listed(register: Law, keys: Iterable[str]) -> list[LawFinding]:
    return [register.finding(key) for key in dict.fromkeys(keys)]


def _print(
    payload: dict[str, Any],
    title: str,
    rows: Sequence[Record],
    columns: Sequence[str],
    language: str,
    form: str,
) -> None:
    """An answer with the notice that it is a reading aid."""
    notice = NOTICE.of(language)
    if form == "json":
        click.echo(json.dumps({"notice": notice, **payload}, ensure_ascii=False, indent=2))
        return
    _print_list(f"{title}. {notice}" if form == "html" else title, rows, columns, language, form)
    if form != "html":
        # A table for another program holds nothing else; who runs the command still reads it.
        click.echo(notice, err=form == "csv")


def _print_list(
    title: str, rows: Sequence[Record], columns: Sequence[str], language: str, form: str
) -> None:
    """A listing, with headings in the language where people read it."""
    if form in ("table", "html"):
        rows = [{COLUMNS[key].of(language): row[key] for key in columns} for row in rows]
        columns = [COLUMNS[key].of(language) for key in columns]
    print_records(title, rows, columns, form)


def _say(lines: Iterable[str], form: str) -> None:
    """Lines under a table; other forms hold them inside."""
    if form == "table":
        for line in lines:
            click.echo(line)


COMMANDS = (law,)
