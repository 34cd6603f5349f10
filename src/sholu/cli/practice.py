"""The command that tabulates what courts decide, and the one that lists distances to thresholds."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import click

from sholu.build.look import Look
from sholu.build.verdict_tables import law_folder
from sholu.cli.court_pages import by_id, openings, render
from sholu.cli.listing import Record, format_option, print_records
from sholu.cli.verdict_scope import print_notes, scope_options, verdicts_in_scope
from sholu.verdicts.model import Verdict
from sholu.verdicts.practice_intervals import Middle, Share
from sholu.verdicts.practice_persons import CountedPerson, counted_persons
from sholu.verdicts.practice_regression import MassRegression, regress_on_mass
from sholu.verdicts.practice_sentences import SentenceRow, sentence_table
from sholu.verdicts.practice_tables import (
    GROUPINGS,
    PracticeRow,
    decision_table,
    medical_table,
)
from sholu.vocabulary.load_law import load_law

if TYPE_CHECKING:
    from sholu.cli.main import Workplace

TABLES = ("decisions", "medical", "sentences", "mass")
_TITLES = {
    "decisions": "Table 1. Types of judicial decisions and punishments",
    "medical": "Table 2. The use of compulsory medical measures",
    "sentences": "Terms, shares and durations (95 % intervals in brackets; * of few)",
    "mass": "Term of imprisonment against mass",
}
_KINDS = {"decisions": "type of decision or punishment", "medical": "type of addiction"}
"""Tables of persons, with the heading of their second column."""


@click.command()
@click.option(
    "--table",
    "wanted",
    type=click.Choice(TABLES),
    multiple=True,
    help="Only this table (again for more): decisions and punishments, compulsory medical "
    "measures, sentences with intervals, terms against mass.",
)
@click.option(
    "--by",
    type=click.Choice(list(GROUPINGS)),
    default="article",
    show_default=True,
    help="What rows are made by.",
)
@scope_options
@format_option
@click.pass_obj
def practice(
    place: Workplace,
    wanted: tuple[str, ...],
    by: str,
    region: str | None,
    first: str | None,
    last: str | None,
    form: str,
) -> None:
    """Tabulate what courts decide: persons by article and part, decision, measure, term.

    Each person of a case is counted once, under the gravest article, by the first-instance
    decision. Every cell names its decisions. CSV holds both tables of persons, or the one that
    --table names.
    """
    look = Look(place.observatory())
    verdicts = verdicts_in_scope(look, region, first, last)
    persons = counted_persons(verdicts, load_law(law_folder(look.observatory)))
    notes = list(_notes(persons, len(verdicts)))
    names = wanted or (TABLES[:2] if form == "csv" else TABLES)
    if form != "csv":
        printers = {"json": _print_json, "html": _print_page, "table": _print_tables}
        printers[form](persons, names, by, notes)
        return
    if len(names) > 1 and set(names) - set(TABLES[:2]):
        raise click.UsageError("A CSV file holds one such table: name one with --table.")
    records = [record for name in names for record in _records(persons, name, by)]
    print_records(_TITLES[names[0]], records, list(records[0]) if records else [], form)
    print_notes(notes, form)


def _notes(persons: Sequence[CountedPerson], decisions: int) -> Iterator[str]:
    """What a reader of the tables must know."""
    yield f"{len(persons)} person(s) of {decisions} decision(s); each person of a case once."
    higher = sum(one.is_of_higher_court for one in persons)
    if higher:
        yield f"{higher} of them by a higher court's decision: the first is not held."
    unread = sum(one.defendant.decision is None or one.article is None for one in persons)
    if unread:
        yield f"Of {unread} the article or the decision was not understood."
    waiting = sum(one.verdict.status == "proposed" for one in persons)
    if waiting:
        yield f"{waiting} stand in a machine's reading that no person has accepted yet."


def _records(persons: Sequence[CountedPerson], name: str, by: str) -> list[Record]:
    """A table as records; the keys are a contract with other tools."""
    if name == "decisions":
        return [_row_record(row, name, by) for row in decision_table(persons, by)]
    if name == "medical":
        return [_row_record(row, name, by) for row in medical_table(persons, by)]
    if name == "sentences":
        return [_sentence_record(row, by) for row in sentence_table(persons, by)]
    return [asdict(regress_on_mass(persons))]


def _row_record(row: PracticeRow, name: str, by: str) -> Record:
    article, _, part = row.group.partition(".")
    of_article = {"article": article, "part": part or None} if by == "article" else {}
    return {
        "table": name,
        "by": by,
        "group": row.group,
        **of_article,
        "code": row.code,
        "type": row.label,
        "people": row.people,
        "verdicts": list(row.verdicts),
        "spans": list(row.spans),
    }


def _sentence_record(row: SentenceRow, by: str) -> Record:
    values = {
        name: asdict(value) | {"few": value.is_of_few}
        for name, value in vars(row).items()
        if isinstance(value, Share | Middle)
    }
    return {
        "by": by,
        "group": row.group,
        "people": row.people,
        "convicted": row.convicted,
        **values,
        "verdicts": list(row.verdicts),
    }


def _print_json(
    persons: Sequence[CountedPerson], names: Sequence[str], by: str, notes: list[str]
) -> None:
    tables: dict[str, Any] = {name: _records(persons, name, by) for name in names}
    if "mass" in tables:
        tables["mass"] = tables["mass"][0]
    payload = {"by": by, "people": len(persons), **tables, "notes": notes}
    click.echo(json.dumps(payload, ensure_ascii=False, indent=2))


def _print_tables(
    persons: Sequence[CountedPerson], names: Sequence[str], by: str, notes: list[str]
) -> None:
    for name in names:
        if name in ("decisions", "medical"):
            _print_persons(_records(persons, name, by), name, by)
        elif name == "sentences":
            rows = [_sentence_line(row, by) for row in sentence_table(persons, by)]
            print_records(_TITLES[name], rows, list(rows[0]) if rows else [], "table")
        else:
            click.echo("\n  ".join(_regression_lines(regress_on_mass(persons))))
    print_notes(notes, "table")


def _print_persons(records: Sequence[Record], name: str, by: str) -> None:
    """A table in the shape of court statistics: a group is named in its first row only."""
    columns = [by, _KINDS[name], "number of people", "decisions"]
    rows, before = [], None
    for record in records:
        group = "" if record["group"] == before else _named(record["group"], by)
        values = (group, record["type"], record["people"], _few(record["verdicts"]))
        rows.append(dict(zip(columns, values, strict=True)))
        before = record["group"]
    print_records(_TITLES[name], rows, columns, "table")


def _named(group: str, by: str) -> str:
    """``Art. 296, part 2`` for an article."""
    article, _, part = group.partition(".")
    if by != "article" or not article[0].isdigit():
        return group
    return f"Art. {article}, part {part}" if part else f"Art. {article}"


def _few(ids: Sequence[str]) -> str:
    """The first id, and how many more."""
    return ids[0] if len(ids) == 1 else f"{ids[0]} and {len(ids) - 1} more"


def _sentence_line(row: SentenceRow, by: str) -> Record:
    return {
        by: _named(row.group, by),
        "people": row.people,
        "convicted": row.convicted,
        "prison, median months": _middle(row.months),
        "sent to prison": _share(row.imprisoned),
        "conditional": _share(row.conditional),
        "below limit": _share(row.below_lowest_limit),
        "acquitted": _share(row.acquitted),
        "days from offence": _middle(row.days),
    }


def _middle(value: Middle) -> str:
    if value.median is None:
        return "-"
    interval = "no interval" if value.low is None else f"{value.low:g} to {value.high:g}"
    return f"{value.median:g} [{interval}], n = {value.number}" + ("*" if value.is_of_few else "")


def _share(value: Share) -> str:
    if value.share is None or value.low is None or value.high is None:
        return "-"
    words = f"{value.number} of {value.of}: {value.share:.0%} [{value.low:.0%} to {value.high:.0%}]"
    return words + ("*" if value.is_of_few else "")


def _regression_lines(found: MassRegression) -> Iterator[str]:
    """The answer in lines, the title first."""
    yield f"{_TITLES['mass']}: {found.persons} persons"
    if found.refused:
        yield found.refused
    for one in found.coefficients:
        says = f"{one.factor:.2f} times the term [{one.low:.2f} to {one.high:.2f}]"
        yield f"{one.name}: {says}, {one.persons} persons"
    for factor, why in found.not_adjusted_for:
        yield f"not adjusted for {factor}: {why}"
    for check in found.checks:
        yield f"{check.result}: {check.name}: {check.says}"
    for why, number in found.left_out:
        yield f"left out: {number} ({why})"


def _print_page(
    persons: Sequence[CountedPerson], names: Sequence[str], by: str, notes: list[str]
) -> None:
    """One page; each number opens its decisions."""
    held = by_id(person.verdict for person in persons)
    tables = [
        {"title": _TITLES[name], "kind": _KINDS[name], "rows": _page_rows(persons, name, by, held)}
        for name in names
        if name in _KINDS
    ]
    lines = [_sentence_line(row, by) for row in sentence_table(persons, by)]
    regression = list(_regression_lines(regress_on_mass(persons))) if "mass" in names else []
    page = render(
        "practice.html",
        by=by,
        notes=notes,
        persons=tables,
        lines=lines if "sentences" in names else [],
        lines_title=_TITLES["sentences"],
        regression=regression,
    )
    click.echo(page)


def _page_rows(
    persons: Sequence[CountedPerson], name: str, by: str, held: Mapping[str, Verdict]
) -> list[Record]:
    rows = []
    before = None
    for record in _records(persons, name, by):
        rows.append({
            "named": "" if record["group"] == before else _named(record["group"], by),
            "type": record["type"],
            "people": record["people"],
            "decisions": len(record["verdicts"]),
            "opened": openings(held, record["verdicts"]),
        })  # fmt: skip
        before = record["group"]
    return rows


@click.command()
@click.option("--substance", help="Only this substance (code of the vocabulary).")
@click.option(
    "--all-readings", is_flag=True, help="Also readings of the thresholds that are not preferred."
)
@scope_options
@format_option
@click.pass_obj
def distance(
    place: Workplace,
    substance: str | None,
    all_readings: bool,
    region: str | None,
    first: str | None,
    last: str | None,
    form: str,
) -> None:
    """List masses against the thresholds of their day: the data of the bunching test.

    A positive distance is above the limit; a mass of exactly the limit belongs to the smaller size.
    """
    look = Look(place.observatory())
    kept = {one.id for one in verdicts_in_scope(look, region, first, last)}
    rows = [
        row
        for row in look.threshold_distances()
        if row.verdict in kept
        and substance in (None, row.substance)
        and (all_readings or row.preferred)
    ]
    columns = [
        "day", "substance", "mass_g", "gross_or_net", "limit", "limit_g", "distance_g",
        "log_distance", "region", "article", "reading", "verdict",
    ]  # fmt: skip
    records = [asdict(row) for row in rows]
    if form == "table":
        records = [record | _signed(record) for record in records]
    print_records("Distance to threshold", records, columns, form)


def _signed(record: Record) -> Record:
    """Distances with their sign, as few digits as a mass has."""
    return {
        "distance_g": f"{record['distance_g']:+.6g}",
        "log_distance": f"{record['log_distance']:+.3f}",
    }


COMMANDS = (practice, distance)
