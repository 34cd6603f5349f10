"""Commands over series: what the figures say, with every claim behind them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from sholu.build.choose import choose_claim
from sholu.build.series_look import Statistics
from sholu.cli.asking import who_option, why_option
from sholu.cli.keeping import rebuild
from sholu.cli.listing import format_option, language_option, print_records, print_translated
from sholu.cli.output import output_option
from sholu.cli.series_analysis import ANALYSES
from sholu.cli.series_printing import print_series
from sholu.indicators.model import IndicatorError, Series
from sholu.indicators.rates import rate_of
from sholu.indicators.record import break_record
from sholu.vocabulary.wording import Wording

if TYPE_CHECKING:
    from sholu.cli.main import Workplace


@click.group()
def series() -> None:
    """What the figures say over time, with every claim behind each value.

    Built from the claims of documents, from tables with a mapping file (inputs/mappings/) and from
    claims entered by hand.
    """


@series.command("list")
@click.option("--place", "place_code", help="Only series of this place (ISO 3166 code).")
@format_option
@click.pass_obj
def list_series(place: Workplace, place_code: str | None, form: str) -> None:
    """List the series that there are."""
    found = Statistics(place.observatory()).series(place=place_code)
    records = [_summary(one) for one in found]
    columns = [
        "indicator", "place", "substance", "scope", "frequency", "unit", "observations", "first",
        "last", "differing",
    ]  # fmt: skip
    print_records("Series", records, columns, form)


def _summary(one: Series) -> dict[str, Any]:
    return {
        "id": one.id,
        "indicator": one.indicator,
        "place": one.place,
        "substance": one.substance,
        "scope": one.scope or None,
        "frequency": one.frequency,
        "unit": one.unit,
        "observations": len(one.observations),
        "first": one.observations[0].period,
        "last": one.observations[-1].period,
        "claims": len({point.claim for each in one.observations for point in each.points}),
        "differing": sum(each.differing for each in one.observations),
        "breaks": [each.day for each in one.breaks],
    }


SERIES_FORMATS = ("table", "json", "csv", "xlsx", "png", "svg", "vega-lite")


@series.command()
@click.argument("indicator")
@click.option("--place", "place_code", required=True, help="ISO 3166 code, such as KZ or KZ-75.")
@click.option("--substance", help="Only the series of this drug.")
@click.option("--scope", help="Only series whose scope holds these words: statistic=median.")
@click.option("--frequency", help="Only periods of this length: year, month, year_to_date …")
@click.option("--from", "start", metavar="DATE", help="First day, month or year.")
@click.option("--to", "end", metavar="DATE", help="Last day, month or year.")
@click.option("--per", help="Set against another indicator, such as population.")
@click.option("--times", type=float, default=100_000, show_default=True, help="Per how many.")
@click.option("--format", "form", type=click.Choice(SERIES_FORMATS), default="table",
              show_default=True, help="Table with a sketch, data, or a chart.")  # fmt: skip
@output_option
@click.pass_obj
def show(
    place: Workplace,
    indicator: str,
    place_code: str,
    substance: str | None,
    scope: str | None,
    frequency: str | None,
    start: str | None,
    end: str | None,
    per: str | None,
    times: float,
    form: str,
    output: Path | None,
) -> None:
    """Print the series of an INDICATOR in a place, or draw them.

    Each value has the claims behind it; which one is drawn is decided by a rule with a name or by
    'sholu series choose', and the output says which.
    """
    look = Statistics(place.observatory())
    vocabulary = look.observatory.vocabulary
    code = vocabulary.indicator(indicator).code
    where = vocabulary.place(place_code).code
    asked = {"substance": substance, "scope": scope, "frequency": frequency}
    found = [one for one in look.series(code, where) if _is_asked(one, asked)]
    found = [cut for one in found if (cut := one.between(start, end)) is not None]
    if not found:
        raise _nothing(look, code, where)
    if per:
        denominator = vocabulary.indicator(per).code
        bases = look.series(denominator, where)
        found = [rate_of(one, denominator, bases, times) for one in found]
    print_series(found, look, form, output)


def _is_asked(one: Series, asked: dict[str, str | None]) -> bool:
    return (
        asked["substance"] in (None, one.substance)
        and asked["frequency"] in (None, one.frequency)
        and (asked["scope"] or "") in one.scope
    )


def _nothing(look: Statistics, indicator: str, place: str) -> IndicatorError:
    """What there is instead, or why there is nothing."""
    places = Counter(one.place for one in look.observations(indicator))
    hint = "'sholu series list' lists the series."
    if places:
        hint = f"There are observations for {', '.join(sorted(places))}."
    aside = sum(one.count for one in look.set_aside() if one.example.startswith(f"{indicator}:"))
    if aside:
        hint += f" {aside} claims came to no series: 'sholu series set-aside'."
    return IndicatorError(f"There is no such series of {indicator} for {place}.", hint)


@series.command()
@click.argument("observation")
@click.argument("claim")
@who_option
@why_option
@click.pass_obj
def choose(place: Workplace, observation: str, claim: str, who: str, why: str) -> None:
    """Draw this CLAIM for an OBSERVATION instead of the one that the rule takes.

    Both ids are in 'sholu series show … --format json'. The entry stays in the journal; of several,
    the last one counts.
    """
    observatory = place.observatory()
    entry = choose_claim(observatory, observation, claim, who, why)
    click.echo(f"entry {entry.number}: choose {claim} for {observation}")
    rebuild(observatory)


BREAK_HEADINGS: Mapping[str, Wording] = {
    "day": Wording("day", "день", "күні"),
    "label": Wording("label", "метка", "белгісі"),
    "places": Wording("places", "места", "жерлер"),
    "what": Wording("what", "что изменилось", "не өзгерді"),
    "source": Wording("source", "источник", "дереккөз"),
}


@series.command()
@language_option
@format_option
@click.pass_obj
def breaks(place: Workplace, language: str, form: str) -> None:
    """List breaks of definition: no change is computed over them."""
    records = [break_record(one, language) for one in place.observatory().vocabulary.breaks]
    title = Wording("Breaks", "Разрывы определений", "Анықтама үзілістері").of(language)
    print_translated(title, records, BREAK_HEADINGS, language, form)


@series.command("set-aside")
@format_option
@click.pass_obj
def set_aside(place: Workplace, form: str) -> None:
    """List what came to no series, counted by reason: unknown columns, categories, units …"""
    records = [vars(one) for one in Statistics(place.observatory()).set_aside()]
    print_records("Set aside", records, ["count", "where", "reason", "example"], form)


for _command in ANALYSES:
    series.add_command(_command)

COMMANDS = (series,)
