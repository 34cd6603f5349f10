"""Commands over prices: what a gram costs, mark-ups, quantity discount, portions."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from sholu.build.series_look import Statistics
from sholu.cli.listing import print_records
from sholu.cli.output import output_option, write_output
from sholu.cli.prices_printing import print_hedonic, print_prices, print_table
from sholu.indicators.doses import dose_costs, gram_by_portion
from sholu.indicators.hedonic import hedonic
from sholu.indicators.hedonic_model import GROUPINGS, HedonicQuestion
from sholu.indicators.markup import Markup, markups, parse_stage, route_markups
from sholu.indicators.prices import portion_of, prices_of
from sholu.indicators.prices_model import LEVELS, Price, PriceError
from sholu.indicators.prices_record import (
    Terms,
    dose_record,
    hedonic_record,
    markup_record,
    portion_record,
    price_record,
)
from sholu.indicators.purity import PURITY, purities
from sholu.indicators.real_terms import Rates, read_rates

if TYPE_CHECKING:
    from sholu.cli.main import Workplace

PRICE_FORMATS = ("table", "json", "csv", "html", "png", "svg", "vega-lite")
PLAIN_FORMATS = ("table", "json", "csv", "html")

plain_format = click.option(
    "--format", "form", type=click.Choice(PLAIN_FORMATS), default="table", show_default=True
)
place_option = click.option("--place", "place_code", help="ISO 3166 code; a country has its own.")
substance_option = click.option("--substance", help="Code of the drug: heroin, hashish …")
period_option = click.option("--period", help="Only this period: 2012, 2024-03.")


@click.group(invoke_without_command=True)
@place_option
@substance_option
@click.option("--level", type=click.Choice(tuple(LEVELS.values())), help="Only this level.")
@period_option
@click.option("--base", metavar="YEAR", help="Real prices are those of this year.")
@click.option("--format", "form", type=click.Choice(PRICE_FORMATS), default="table",
              show_default=True, help="Table, data, or a chart.")  # fmt: skip
@output_option
@click.pass_context
def prices(context: click.Context, /, form: str, base: str | None, output: Path | None,
           **asked: str | None) -> None:  # fmt: skip
    """What a gram costs: retail, wholesale, by region and date; real, in dollars, pure.

    Real prices and dollars need your own tables in inputs/rates/*.csv, each line with its source;
    the price of a pure gram needs the purity of the same place and period. What is missing is said.
    A figure that cannot be right is listed under doubts, and not used.
    """
    if context.invoked_subcommand is not None:
        return
    look = Statistics(context.obj.observatory())
    found = _asked(look, asked)
    rates = _rates(look)
    if base is not None and not (len(base) == 4 and base.isdigit()):
        raise PriceError(f"'{base}' is no year.", "Write --base 2020.")
    observed = [one for code in PURITY for one in look.observations(code)]
    terms = Terms(rates, base, purities(observed))
    records = [price_record(one, terms, look.names) for one in found]
    print_prices(found, records, look, form, output)


def _rates(look: Statistics) -> Rates:
    return read_rates(look.observatory.inputs / "rates")


def _prices(look: Statistics) -> tuple[Price, ...]:
    observed = [one for code in LEVELS for one in look.observations(code)]
    return prices_of(observed, look.observatory.vocabulary)


def _asked(look: Statistics, asked: dict[str, str | None]) -> list[Price]:
    """The prices that are asked for.

    Raises:
        PriceError: if there is none.
    """
    every = _prices(look)
    wanted = _codes(look, asked)
    found = [
        one
        for one in every
        if wanted["place_code"] in (None, one.place)
        and wanted["substance"] in (None, one.substance)
        and wanted.get("level") in (None, one.level)
        and wanted["period"] in (None, one.period)
    ]
    if not found:
        there = sorted({f"{one.substance} {one.level} {one.place} {one.period}" for one in every})
        listed = "; ".join(there[:6]) + (" …" if len(there) > 6 else "")
        hint = f"There are {listed}." if there else "Prices come from claims and mapped tables."
        raise PriceError("There is no such price.", hint)
    return found


def _codes(look: Statistics, asked: dict[str, str | None]) -> dict[str, str | None]:
    vocabulary = look.observatory.vocabulary
    place, substance = asked["place_code"], asked["substance"]
    return {
        **asked,
        "place_code": vocabulary.place(place).code if place else None,
        "substance": vocabulary.substance(substance).code if substance else None,
    }


@prices.command()
@place_option
@substance_option
@period_option
@plain_format
@click.pass_obj
def markup(place: Workplace, /, form: str, **asked: str | None) -> None:
    """Retail over wholesale: how many times dearer a gram is in the street than by the kilogram.

    Like is compared with like (median with median); the range sets the ends against each other.
    """
    look = Statistics(place.observatory())
    found = markups(_asked(look, asked))
    if not found:
        raise PriceError(
            "No drug has both prices in one place and period.", "'sholu prices' lists the prices."
        )
    _print_markups("Mark-up, retail over wholesale", found, form)


@prices.command()
@click.argument("stages", nargs=-1, required=True)
@click.option("--substance", required=True, help="Code of the drug.")
@period_option
@plain_format
@click.pass_obj
def route(
    place: Workplace, stages: tuple[str, ...], substance: str, period: str | None, form: str
) -> None:
    """Mark-up along a route: STAGES are PLACE:LEVEL or PLACE:LEVEL:PERIOD, in order.

    \b
    sholu prices route XA-01:wholesale XA-05:wholesale XA-05:retail --substance heroin
    """
    look = Statistics(place.observatory())
    vocabulary = look.observatory.vocabulary
    code = vocabulary.substance(substance).code
    of_drug = [one for one in _prices(look) if one.substance == code]
    parsed = [parse_stage(stage, period) for stage in stages]
    for stage in parsed:
        vocabulary.place(stage.place)
    found = route_markups(of_drug, parsed, _rates(look))
    _print_markups(f"Mark-up along a route: {code}", found, form)


def _print_markups(title: str, found: Sequence[Markup], form: str) -> None:
    records = [markup_record(one) for one in found]
    columns = ["substance", "where", "period", "statistic", "currency", "start_per_g", "end_per_g",
               "times", "low", "high", "reason"]  # fmt: skip
    if form != "table":
        print_records(title, records, columns, form)
        return
    print_table(title, records, columns)
    for note in sorted({note for one in found for note in one.notes}):
        click.echo(f"Note: {note}")
    click.echo("A mark-up is no profit: losses, cutting, wages and bribes are not taken off.")


@prices.command()
@click.argument("substance")
@click.option("--by", multiple=True, type=click.Choice(GROUPINGS),
              help="A level of price of its own for each; several make finer groups.")  # fmt: skip
@click.option("--place", "place_code", help="Only sales of this place.")
@click.option("--origin", help="Only sales known in this way (as the mapping names it).")
@click.option("--currency", help="Only sales in this currency.")
@click.option("--quantity", type=float, default=1.0, show_default=True,
              help="Grams that the standard price is for.")  # fmt: skip
@click.option("--purity", type=float, help="Percentage that it is for.  [default: the median]")
@click.option("--format", "form", type=click.Choice(PLAIN_FORMATS), default="table",
              show_default=True)  # fmt: skip
@output_option
@click.pass_obj
def discount(
    place: Workplace,
    /,
    substance: str,
    by: tuple[str, ...],
    quantity: float,
    purity: float | None,
    form: str,
    output: Path | None,
    **only: str | None,
) -> None:
    """Quantity discount, premium for purity and standard price of a SUBSTANCE, out of sales.

    Log-linear hedonic regression (Caulkins and Padman 1993) on tables mapped as 'transactions'.
    """
    look = Statistics(place.observatory())
    vocabulary = look.observatory.vocabulary
    code = vocabulary.substance(substance).code
    where = vocabulary.place(only["place_code"]).code if only["place_code"] else None
    sales = [
        one
        for one in look.transactions()
        if where in (None, one.place)
        and only["origin"] in (None, one.origin)
        and only["currency"] in (None, one.currency)
    ]
    answer = hedonic(sales, HedonicQuestion(code, by, quantity, purity))
    record = hedonic_record(answer, look.names)
    if form == "json":
        write_output(json.dumps(record, ensure_ascii=False, indent=2) + "\n", output)
    else:
        print_hedonic(record, form, output)


@prices.command()
@click.argument("portion", required=False)
@click.option("--paid", metavar="LOW-HIGH", help="What was paid for one: 3000 or 3000-4000.")
@place_option
@substance_option
@period_option
@plain_format
@click.pass_obj
def doses(
    place: Workplace, /, portion: str | None, paid: str | None, form: str, **asked: str | None
) -> None:
    """What customary portions weigh and cost (check, shaiba, matchbox, glass).

    With --paid: what a gram costs by what was paid for one PORTION. The range of its weight goes
    into every result.
    """
    look = Statistics(place.observatory())
    vocabulary = look.observatory.vocabulary
    chosen = portion_of(portion, None, vocabulary) if portion else None
    if portion and chosen is None:
        known = ", ".join(one.code for one in vocabulary.portions)
        raise PriceError(f"There is no portion '{portion}'.", f"There are {known}.")
    portions = (chosen,) if chosen else vocabulary.portions
    if paid is not None:
        if chosen is None:
            raise PriceError("--paid goes with a portion.", "sholu prices doses check --paid 3000")
        low, high = gram_by_portion(chosen, *_paid(paid))
        records = [{**portion_record(chosen), "gram_low": low, "gram_high": high}]
        columns = ["portion", "low_g", "high_g", "gram_low", "gram_high", "source"]
        _print_doses(records, columns, form)
        return
    costs = dose_costs(portions, _matching(look, asked))
    priced: list[dict[str, Any]] = [dose_record(one) for one in costs]
    if priced:
        _print_doses(
            priced,
            ["portion", "low_g", "high_g", "substance", "place", "period", "currency", "statistic",
             "low", "high", "lowest", "highest"],
            form,
        )  # fmt: skip
        return
    columns = ["portion", "substances", "low_g", "high_g", "source", "note"]
    _print_doses([portion_record(one) for one in portions], columns, form)


def _matching(look: Statistics, asked: dict[str, str | None]) -> list[Price]:
    """The prices asked for; none at all where nothing was asked and there is none."""
    if not any(asked.values()) and not _prices(look):
        return []
    return _asked(look, asked)


def _paid(printed: str) -> tuple[float, float]:
    low, dash, high = printed.replace("–", "-").partition("-")
    try:
        return float(low), float(high) if dash else float(low)
    except ValueError:
        raise PriceError(f"'{printed}' is no payment.", "Write 3000 or 3000-4000.") from None


def _print_doses(records: list[dict[str, Any]], columns: list[str], form: str) -> None:
    if form != "table":
        print_records("Portions", records, columns, form)
        return
    print_table("Portions", records, columns)
    told = {note for record in records for note in record.get("notes") or [record.get("note")]}
    for note in sorted(note for note in told if note):
        click.echo(f"Note: {note}")


@prices.command("rates")
@plain_format
@click.pass_obj
def list_rates(place: Workplace, form: str) -> None:
    """List the price indices and exchange rates that you gave (inputs/rates/*.csv)."""
    rows = _rates(Statistics(place.observatory())).rows
    columns = ["kind", "currency", "against", "period", "value", "source"]
    print_records("Rates", [vars(one) for one in rows], columns, form)


COMMANDS = (prices,)
