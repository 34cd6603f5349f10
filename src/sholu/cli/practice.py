"""The command that tabulates what courts decide, and the one that lists distances to thresholds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from sholu.build.look import Look
from sholu.build.verdict_tables import law_folder
from sholu.cli.listing import Record, format_option, print_records
from sholu.cli.practice_printing import (
    PERSON_TABLES,
    TABLES,
    Practice,
    print_csv,
    print_json,
    print_page,
    print_tables,
)
from sholu.cli.verdict_scope import scope_options, verdicts_in_scope
from sholu.core.language import INTERFACE_LANGUAGES
from sholu.verdicts.practice_persons import CountedPerson, counted_persons
from sholu.verdicts.practice_tables import GROUPINGS
from sholu.vocabulary.load_law import load_law

if TYPE_CHECKING:
    from sholu.cli.main import Workplace

_PRINTERS = {"json": print_json, "html": print_page, "table": print_tables, "csv": print_csv}


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
@click.option(
    "--lang",
    "language",
    type=click.Choice(INTERFACE_LANGUAGES),
    default="en",
    show_default=True,
    help="Language of the tables of persons.",
)
@scope_options
@format_option
@click.pass_obj
def practice(
    place: Workplace,
    wanted: tuple[str, ...],
    by: str,
    language: str,
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
    names = wanted or (PERSON_TABLES if form == "csv" else TABLES)
    if form == "csv" and len(names) > 1 and set(names) - set(PERSON_TABLES):
        raise click.UsageError("A CSV file holds one such table: name one with --table.")
    look = Look(place.observatory())
    law = load_law(law_folder(look.observatory))
    verdicts = verdicts_in_scope(look, region, first, last)
    persons = counted_persons(verdicts, law)
    notes = tuple(_notes(persons, len(verdicts)))
    _PRINTERS[form](Practice(persons, law, names, by, notes, language))


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
