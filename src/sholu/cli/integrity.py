"""The command that tests figures for what a count under pressure looks like."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import click

from sholu.build.look import Look
from sholu.build.series_look import Statistics
from sholu.cli.integrity_records import funnel_record, question_record, review_record, view_record
from sholu.cli.listing import format_option, print_records
from sholu.core.period import parse_partial_date
from sholu.indicators.false_discovery import METHOD, RATE
from sholu.indicators.integrity_calendar import read_holidays, thresholds_of
from sholu.indicators.integrity_review import Review, review
from sholu.indicators.model import IndicatorError, Registration
from sholu.vocabulary.load_law import load_law

if TYPE_CHECKING:
    from sholu.build.observatory import Observatory
    from sholu.cli.main import Workplace

COLUMNS = ("outcome", "test", "place", "subject", "p", "p_adjusted", "effect",
           "minimum_detectable", "n", "sentence")  # fmt: skip
QUESTION_COLUMNS = ("test", "place", "subject", "p_adjusted", "sentence")
FUNNEL_COLUMNS = ("place", "year", "stages", "roles")
VIEW_COLUMNS = ("place", "year", "facts_per_officer", "substance", "price_per_gram",
                "price_pure_gram", "seized_kg", "wholesale_share")  # fmt: skip


@click.command()
@click.option("--place", "place_code", help="Only tests of this place (ISO 3166 code); it is still "
              "compared with the others.")  # fmt: skip
@click.option("--from", "start", metavar="DATE", help="First day, month or year.")
@click.option("--to", "end", metavar="DATE", help="Last day, month or year.")
@format_option
@click.pass_obj
def integrity(
    place: Workplace, place_code: str | None, start: str | None, end: str | None, form: str
) -> None:
    """Ask where figures look as if the counting had been worked on: questions, not verdicts.

    Bunching above legal thresholds, heaping, digits, the rush on last days, splitting, sums that
    fall, silent revisions, the funnel from facts to courts, counts beside the market. Every test
    says what it could have found; false discoveries are controlled over all tests made.
    """
    observatory = place.observatory()
    wanted = None if place_code is None else observatory.vocabulary.place(place_code).code
    found, notes = _review(observatory, start, end)
    _print(_of_place(found, wanted), notes, form)


def _review(
    observatory: Observatory, start: str | None, end: str | None
) -> tuple[Review, list[str]]:
    look = Statistics(observatory)
    every = look.registrations()
    registrations = [one for one in every if _within(one.date, start, end)]
    series = [cut for one in look.series() if (cut := one.between(start, end)) is not None]
    if not registrations and not series:
        raise IndicatorError("There are neither registrations nor series in this period.",
                             "'sholu series list' lists the series.")  # fmt: skip
    holidays = read_holidays(observatory.inputs / "holidays.csv")
    thresholds = thresholds_of(load_law(observatory.inputs / "law"))
    distances = [one for one in Look(observatory).threshold_distances()
                 if _within(one.day, start, end)]  # fmt: skip
    found = review(registrations, series, observatory.vocabulary, thresholds, holidays, distances)
    return found, _notes(registrations, len(series), len(holidays))


def _within(text: str | None, start: str | None, end: str | None) -> bool:
    """Whether a date lies whole between two partial dates; every one if none is asked for."""
    if start is None and end is None:
        return True
    if text is None:
        return False
    day = parse_partial_date(text)
    early = start is not None and day.first_day() < parse_partial_date(start).first_day()
    late = end is not None and day.last_day() > parse_partial_date(end).last_day()
    return not (early or late)


def _notes(registrations: list[Registration], series: int, holidays: int) -> list[str]:
    undated = sum(one.date is None or len(one.date) != 10 or not one.place for one in registrations)
    massless = sum(not one.mass_g for one in registrations)
    notes = [f"{len(registrations)} registrations and {series} series were looked at."]
    if undated:
        notes.append(f"{undated} registrations without a day or a place take no part.")
    if massless:
        notes.append(f"{massless} registrations without a mass take no part in tests of masses.")
    if not holidays and registrations:
        notes.append("No holidays are known (inputs/holidays.csv): each day is its weekday.")
    return notes


def _of_place(found: Review, wanted: str | None) -> Review:
    if wanted is None:
        return found
    return Review(
        tuple(one for one in found.questions if one.place == wanted),
        found.tests_made,
        tuple(one for one in found.funnel if one.place == wanted),
        tuple(one for one in found.views if one.place == wanted),
    )


def _print(found: Review, notes: list[str], form: str) -> None:
    if form == "json":
        click.echo(json.dumps(review_record(found, notes), ensure_ascii=False, indent=2))
    elif form == "csv":
        records = [question_record(one, found.tests_made) for one in found.questions]
        print_records("Integrity tests", records, COLUMNS, form)
    elif form == "html":
        _print_page(review_record(found, notes))
    else:
        _print_tables(found, notes)


def _print_tables(found: Review, notes: list[str]) -> None:
    """What asks, the tables, and one line for all that found nothing."""
    records = [question_record(one, found.tests_made) for one in found.questions]
    asking = [_short(one) for one in records if one["outcome"] == "asks"]
    print_records("Questions to ask", asking, QUESTION_COLUMNS, "table")
    last = max((row.year for row in found.funnel), default="")
    funnel = [_funnel_line(funnel_record(row)) for row in found.funnel if row.year == last]
    if funnel:
        print_records("From facts to courts", funnel, FUNNEL_COLUMNS, "table")
    latest = max((view.year for view in found.views), default="")
    views = [_short(view_record(view)) for view in found.views if view.year == latest]
    if views:
        print_records("Counts beside the market", views, VIEW_COLUMNS, "table")
    nothing = sum(one["outcome"] == "nothing found" for one in records)
    unsaid = sum(one["outcome"] == "cannot say" for one in records)
    click.echo(f"{found.tests_made} tests made, false discoveries held to {RATE:.0%} ({METHOD}). "
               f"{len(asking)} ask, {nothing} find nothing, {unsaid} cannot say; --format json has "
               "each with its power.")  # fmt: skip
    for note in notes:
        click.echo(note)


def _short(record: dict[str, Any]) -> dict[str, Any]:
    """Numbers with three digits, for a terminal."""
    return {
        key: f"{value:.3g}" if isinstance(value, float) else value for key, value in record.items()
    }


def _funnel_line(record: dict[str, Any]) -> dict[str, Any]:
    """The steps of a region in one cell, each stage with its unit."""
    steps = [
        f"{one['later']} {one['later_count']} of {one['earlier']} {one['earlier_count']}: "
        f"{one['ratio']:.2f} [{one['low']:.2f}, {one['high']:.2f}]"
        for one in record["steps"]
        if one["ratio"] is not None
    ]
    roles = [f"{one['role']} {one['persons']} ({one['at_court']} at court)"
             for one in record["roles"]]  # fmt: skip
    return {
        "place": record["place"],
        "year": record["year"],
        "stages": "; ".join(steps) or "not reported",
        "roles": "; ".join(roles),
    }


def _print_page(record: dict[str, Any]) -> None:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("sholu.cli"), autoescape=True, undefined=StrictUndefined
    )
    lines = [_funnel_line(row) for row in record["funnel"]]
    click.echo(environment.get_template("integrity.html").render(found=record, funnel=lines))


COMMANDS = (integrity,)
