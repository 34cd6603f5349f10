"""The command that tabulates what courts decide, and the one that lists distances to thresholds."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import click

from sholu.build.look import Look
from sholu.build.verdict_tables import law_folder
from sholu.cli.listing import Record, format_option, print_records, print_with_sentences
from sholu.cli.verdict_scope import print_notes, scope_options, verdicts_in_scope
from sholu.mentions.record import span_record
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
_SPANS_SHOWN = 12
"""Spans that open in a cell of the page; JSON has the ids of all."""


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
    decision. Every cell names its decisions. CSV and HTML hold both tables of persons, or the one
    that --table names.
    """
    look = Look(place.observatory())
    verdicts = verdicts_in_scope(look, region, first, last)
    persons = counted_persons(verdicts, load_law(law_folder(look.observatory)))
    notes = list(_notes(persons, len(verdicts)))
    names = wanted or (TABLES if form in ("table", "json") else TABLES[:2])
    if form in ("table", "json"):
        printer = _print_json if form == "json" else _print_tables
        printer(persons, names, by, notes)
        return
    if len(names) > 1 and set(names) - set(TABLES[:2]):
        raise click.UsageError(f"{form} holds one such table: name one with --table.")
    records = [record for name in names for record in _records(persons, name, by)]
    if form == "html":
        _print_page(look, persons, records, names)
    else:
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
    persons: Sequence[CountedPerson], names: Iterable[str], by: str, notes: list[str]
) -> None:
    tables: dict[str, Any] = {name: _records(persons, name, by) for name in names}
    if "mass" in tables:
        tables["mass"] = tables["mass"][0]
    payload = {"by": by, "people": len(persons), **tables, "notes": notes}
    click.echo(json.dumps(payload, ensure_ascii=False, indent=2))


def _print_tables(
    persons: Sequence[CountedPerson], names: Iterable[str], by: str, notes: list[str]
) -> None:
    for name in names:
        if name in ("decisions", "medical"):
            _print_persons(_records(persons, name, by), name, by)
        elif name == "sentences":
            rows = [_sentence_line(row, by) for row in sentence_table(persons, by)]
            print_records(_TITLES[name], rows, list(rows[0]) if rows else [], "table")
        else:
            _print_regression(regress_on_mass(persons))
    print_notes(notes, "table")


def _print_persons(records: Sequence[Record], name: str, by: str) -> None:
    """A table in the shape of court statistics: a group is named in its first row only."""
    kind = "type of decision or punishment" if name == "decisions" else "type of addiction"
    rows, before = [], None
    for record in records:
        group = record["group"]
        named = _article(group) if by == "article" else group
        rows.append({
            by: "" if group == before else named,
            kind: record["type"],
            "number of people": record["people"],
            "decisions": _few(record["verdicts"]),
        })  # fmt: skip
        before = group
    print_records(_TITLES[name], rows, [by, kind, "number of people", "decisions"], "table")


def _article(group: str) -> str:
    """``Art. 296, part 2``."""
    article, _, part = group.partition(".")
    if not article[0].isdigit():
        return group
    return f"Art. {article}, part {part}" if part else f"Art. {article}"


def _few(ids: Sequence[str]) -> str:
    """The first id, and how many more."""
    return ids[0] if len(ids) == 1 else f"{ids[0]} and {len(ids) - 1} more"


def _sentence_line(row: SentenceRow, by: str) -> Record:
    return {
        by: _article(row.group) if by == "article" else row.group,
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


def _print_regression(found: MassRegression) -> None:
    click.echo(f"{_TITLES['mass']}: {found.persons} persons")
    if found.refused:
        click.echo(f"  {found.refused}")
    for one in found.coefficients:
        says = f"{one.factor:.2f} times the term [{one.low:.2f} to {one.high:.2f}]"
        click.echo(f"  {one.name}: {says}, {one.persons} persons")
    for factor, why in found.not_adjusted_for:
        click.echo(f"  not adjusted for {factor}: {why}")
    for check in found.checks:
        click.echo(f"  {check.result}: {check.name}: {check.says}")
    for why, number in found.left_out:
        click.echo(f"  left out: {number} ({why})")


def _print_page(
    look: Look, persons: Sequence[CountedPerson], records: list[Record], names: Sequence[str]
) -> None:
    """One page; a cell opens sentences of its decisions."""
    held = {span.id: span for one in persons for span in one.verdict.spans}
    shown = [id_ for record in records for id_ in record.get("spans", [])[:_SPANS_SHOWN]]
    spans = [held[id_] for id_ in dict.fromkeys(shown)]
    pages = [
        record | {"spans": [span_record(held[id_]) for id_ in record["spans"][:_SPANS_SHOWN]]}
        if "spans" in record
        else record
        for record in records
    ]
    print_with_sentences(_TITLES[names[0]], pages, [], "html", lambda: look.contexts(spans))


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
