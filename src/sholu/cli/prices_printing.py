"""Print prices: tables for a terminal, data, charts."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import click

from sholu.build.series_look import Statistics
from sholu.cli.listing import print_records
from sholu.cli.output import write_output
from sholu.indicators.export import to_csv
from sholu.indicators.hedonic_model import VARIANTS
from sholu.indicators.prices_model import Price

COLUMNS = ("substance", "level", "scope", "place", "period", "price", "statistic", "low", "high",
           "currency", "real", "usd", "pure", "doubts", "sources")  # fmt: skip


def print_prices(
    prices: Sequence[Price],
    records: Sequence[dict[str, Any]],
    look: Statistics,
    form: str,
    output: Path | None,
) -> None:
    """Print or draw prices of a gram."""
    if form == "table":
        _print_listing(records)
    elif form == "json":
        write_output(json.dumps(list(records), ensure_ascii=False, indent=2) + "\n", output)
    elif form == "csv":
        write_output(to_csv([_flat(record) for record in records]), output)
    elif form == "html":
        print_records("Prices of a gram", [_said(one) for one in records], list(COLUMNS), form)
    else:
        _draw(prices, records, look, form, output)


def _flat(record: Mapping[str, Any]) -> dict[str, Any]:
    joined = {key: "; ".join(record[key]) for key in ("sources", "claims", "spans")}
    return {**record, **joined, "doubts": _doubts(record)}


def _said(record: Mapping[str, Any]) -> dict[str, Any]:
    return {**_flat(record), **{key: _short(record[key]) for key in _NUMBERS}}


_NUMBERS = ("price", "low", "high", "real", "usd", "pure")


def _doubts(record: Mapping[str, Any]) -> str:
    told = (
        doubt["reason"] + (f" (likely {doubt['likely']})" if doubt["likely"] else "")
        for doubt in record["doubts"]
    )
    return "; ".join(told)


def _print_listing(records: Sequence[dict[str, Any]]) -> None:
    """The table without columns that nobody can fill; why, once below it."""
    filled = [
        column
        for column in COLUMNS
        if column not in ("scope", "real", "usd", "pure", "doubts")
        or any(record[column] for record in records)
    ]
    rows = [{**_said(one), "doubts": "see below" if one["doubts"] else None} for one in records]
    print_records("Prices of a gram", rows, filled, "table")
    for record in records:
        if record["doubts"]:
            what = f"{record['substance']} {record['level']} {record['place']} {record['period']}"
            click.echo(f"Doubt: {what}: {_doubts(record)}. Not used.")
    for column, name in (("real", "Real prices"), ("usd", "Dollars"), ("pure", "Pure gram")):
        reasons = sorted({one[f"{column}_how"] for one in records if one[column] is None})
        if reasons:
            more = f" … and {len(reasons) - 3} more reasons" if len(reasons) > 3 else ""
            click.echo(f"{name}: not said where {'; '.join(reasons[:3])}{more}.")
    bases = sorted({one["real_base"] for one in records if one["real"] is not None})
    if bases:
        click.echo(f"Real: in prices of {', '.join(bases)}.")


def _draw(
    prices: Sequence[Price],
    records: Sequence[dict[str, Any]],
    look: Statistics,
    form: str,
    output: Path | None,
) -> None:
    # Tables and data need no drawing.
    from sholu.charts.ranges import specify_ranges
    from sholu.charts.series import specify_series
    from sholu.charts.series_grammar import SeriesChart
    from sholu.charts.svg import png_of, svg_of
    from sholu.indicators.prices_picture import prices_picture

    sources = sorted({source for record in records for source in record["sources"]})
    chart = prices_picture(prices, look.observatory.vocabulary, sources)
    specification = (
        specify_series(chart) if isinstance(chart, SeriesChart) else specify_ranges(chart)
    )
    if form == "vega-lite":
        write_output(json.dumps(specification, ensure_ascii=False, indent=2) + "\n", output)
    else:
        write_output((svg_of if form == "svg" else png_of)(specification), output)


def print_table(title: str, records: Sequence[Mapping[str, Any]], columns: Sequence[str]) -> None:
    """A table with numbers in five digits."""
    rows = [{key: _short(record[key]) for key in columns} for record in records]
    print_records(title, rows, columns, "table")


def _short(value: Any) -> Any:
    if isinstance(value, float):
        return f"{value:,.0f}" if abs(value) >= 1000 else f"{value:.3g}"
    return value


def print_hedonic(record: Mapping[str, Any], form: str, output: Path | None) -> None:
    """The three regressions side by side, then standard prices and checks."""
    standard = _standard_rows(record)
    if form == "csv":
        write_output(to_csv(standard or _fit_rows(record)), output)
        return
    if form == "html":
        print_records("Quantity discount", _fit_rows(record), list(_FIT_COLUMNS), form)
        return
    drug = f"{record['substance']}, {record['rows']} sales in {record['currency']}"
    click.echo(f"Quantity discount: {drug}; purity known of {record['with_purity']}.")
    for reason, count in record["left_out"].items():
        click.echo(f"Left out: {count} ({reason}).")
    if record["reason"]:
        click.echo(f"{record['reason'][:1].upper()}{record['reason'][1:]}.")
        return
    print_table("Regressions", _fit_rows(record), _FIT_COLUMNS)
    weight, purity = record["quantity_g"], record["purity"]
    at = f"{weight:g} g" + (f" of {purity:.3g} % purity" if purity else "")
    title = f"Standard price of a gram in a sale of {at}, {record['currency']}"
    print_table(title, _side_by_side(standard), ("group", *VARIANTS))
    print_table("Checks", _check_rows(record), ("variant", "name", "verdict", "says"))
    click.echo(f"Source: {'; '.join(record['sources'])}.")
    click.echo("Intervals of 95 %. An exponent of 1 is no discount.")
    click.echo("A gram in a sale of a tenth of the weight costs 'times' as much.")
    click.echo("Expected purity: prices are of a gram of pure drug.")


_FIT_COLUMNS = ("variant", "rows", "exponent", "low", "high", "times", "times_low", "times_high",
                "premium", "premium_low", "premium_high", "reason")  # fmt: skip


def _fit_rows(record: Mapping[str, Any]) -> list[dict[str, Any]]:
    return [
        {
            "variant": fit["variant"],
            "rows": fit["rows"],
            **_ends(fit["exponent"], "exponent", "low", "high"),
            **_ends(fit["times_dearer_in_a_tenth"], "times", "times_low", "times_high"),
            **_ends(fit["purity_exponent"], "premium", "premium_low", "premium_high"),
            "errors": fit["errors"],
            "formula": fit["formula"],
            "reason": fit["reason"],
        }
        for fit in record["fits"]
    ]


def _ends(one: Mapping[str, float] | None, *names: str) -> dict[str, float | None]:
    values = (one["value"], one["low"], one["high"]) if one else (None, None, None)
    return dict(zip(names, values, strict=True))


def _standard_rows(record: Mapping[str, Any]) -> list[dict[str, Any]]:
    return [
        {
            "variant": fit["variant"],
            "group": ", ".join(one["group"]) or "all",
            "rows": one["rows"],
            "price": one["value"],
            "low": one["low"],
            "high": one["high"],
            "reason": one["reason"],
        }
        for fit in record["fits"]
        for one in fit["standard_prices"]
    ]


def _side_by_side(standard: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """One row a group: the price by each regression, with its interval and number of sales."""
    rows: dict[str, dict[str, Any]] = {}
    for one in standard:
        row = rows.setdefault(one["group"], {"group": one["group"], **dict.fromkeys(VARIANTS)})
        price, low, high = (_short(one[key]) for key in ("price", "low", "high"))
        row[one["variant"]] = one["reason"] or f"{price} ({low} to {high}; {one['rows']} sales)"
    return [rows[group] for group in sorted(rows)]


def _check_rows(record: Mapping[str, Any]) -> list[dict[str, Any]]:
    return [
        {"variant": fit["variant"], **check} for fit in record["fits"] for check in fit["checks"]
    ]
