"""Print series: a table with a sketch for a terminal, data, or a chart."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from sholu.build.series_look import Statistics
from sholu.charts.series_grammar import DayMark
from sholu.charts.sketch import sketch
from sholu.cli.listing import print_records
from sholu.cli.output import write_output
from sholu.indicators.export import to_csv, to_xlsx
from sholu.indicators.gaps import source_changes
from sholu.indicators.model import Observation, Series
from sholu.indicators.picture import name_of, picture_of, series_point, title_of
from sholu.indicators.record import break_record, indicator_record, series_record

COLUMNS = ("series", "period", "value", "unit", "status", "change", "claims", "source", "rule")


def print_series(
    series: Sequence[Series], look: Statistics, form: str, output: Path | None
) -> None:
    """Print or draw series of one indicator and place."""
    if form == "table":
        _print_table(series, look)
    elif form == "json":
        write_output(_json(series, look), output)
    elif form == "csv":
        write_output(to_csv(_rows(series, look)), output)
    elif form == "xlsx":
        write_output(to_xlsx(_sheets(series, look)), output)
    else:
        _draw(series, look, form, output)


def _draw(series: Sequence[Series], look: Statistics, form: str, output: Path | None) -> None:
    # Tables and data need no drawing.
    from sholu.charts.ranges import specify_ranges
    from sholu.charts.series import specify_series
    from sholu.charts.series_grammar import SeriesChart
    from sholu.charts.svg import png_of, svg_of

    chart = picture_of(series, look.observatory.vocabulary, look.names, _source_marks(series, look))
    specification = (
        specify_series(chart) if isinstance(chart, SeriesChart) else specify_ranges(chart)
    )
    if form == "vega-lite":
        write_output(json.dumps(specification, ensure_ascii=False, indent=2) + "\n", output)
    elif form == "svg":
        write_output(svg_of(specification), output)
    else:
        write_output(png_of(specification), output)


MOST_SOURCE_MARKS = 6
"""Marks of sources on one chart; more of them hide the line."""


def _source_marks(series: Sequence[Series], look: Statistics) -> tuple[DayMark, ...]:
    """Days on which sources join or leave the longest series, so that a feed is no wave."""
    longest = max(series, key=lambda one: len(one.observations))
    changes = source_changes(longest)
    if len(changes) > MOST_SOURCE_MARKS:
        return ()
    return tuple(
        DayMark(one.day, f"{look.names.get(one.source, one.source)} {one.change}", "source")
        for one in changes
    )


def _json(series: Sequence[Series], look: Statistics) -> str:
    vocabulary = look.observatory.vocabulary
    record = {
        "indicator": indicator_record(vocabulary.indicator(series[0].indicator)),
        "place": series[0].place,
        "series": [series_record(one, vocabulary) for one in series],
    }
    return json.dumps(record, ensure_ascii=False, indent=2) + "\n"


def _rows(series: Sequence[Series], look: Statistics) -> list[dict[str, Any]]:
    """One row an observation, for a spreadsheet."""
    vocabulary = look.observatory.vocabulary
    rows = []
    for one in series:
        for record in series_record(one, vocabulary)["observations"]:
            change = record["change"] or {"absolute": None, "percent": None, "reason": ""}
            claims = record["claims"]
            rows.append(
                {
                    "indicator": one.indicator,
                    "place": one.place,
                    "substance": one.substance,
                    "scope": one.scope,
                    "frequency": one.frequency,
                    **{key: record[key] for key in _COPIED},
                    "change": change["absolute"],
                    "change_percent": change["percent"],
                    "change_reason": change["reason"],
                    "claims": len(claims),
                    "source": _source(claims[0]) if claims else None,
                    "document": claims[0]["document"] if claims else None,
                    "span": claims[0]["span"] if claims else None,
                }
            )
    return rows


_COPIED = (
    "period", "first_day", "last_day", "value", "value_high", "low", "high", "unit", "status",
    "qualifier", "derived", "chosen", "rule", "differing",
)  # fmt: skip


def _source(claim: dict[str, Any]) -> str | None:
    source: str | None = claim["cited_source"] or claim["source"]
    return source


def _sheets(series: Sequence[Series], look: Statistics) -> dict[str, list[dict[str, Any]]]:
    """Observations, their claims, breaks, and what the indicator is."""
    vocabulary = look.observatory.vocabulary
    records = [series_record(one, vocabulary) for one in series]
    claims = [
        {"period": observation["period"], "drawn": claim["claim"] == observation["chosen"], **claim}
        for record in records
        for observation in record["observations"]
        for claim in observation["claims"]
    ]
    about = _flat(indicator_record(vocabulary.indicator(series[0].indicator)))
    names = about.pop("names")
    facts = [{"what": key, "says": value} for key, value in {**names, **about}.items()]
    broken = {one.code: _flat(break_record(one)) for each in series for one in each.breaks}
    return {
        "observations": _rows(series, look),
        "claims": claims,
        "breaks": list(broken.values()),
        "indicator": facts,
    }


def _flat(record: dict[str, Any]) -> dict[str, Any]:
    """A record whose texts in other languages have a cell of their own: ``what, kk``."""
    texts = record.pop("texts")
    said = {key: by_language for key, by_language in texts.items() if by_language}
    return record | {f"{key}, {each}": said[key][each] for key in said for each in ("ru", "kk")}


def _print_table(series: Sequence[Series], look: Statistics) -> None:
    vocabulary = look.observatory.vocabulary
    indicator = vocabulary.indicator(series[0].indicator)
    title = title_of(series[0].indicator, series[0].place, vocabulary)
    rows = [
        row
        for one in series
        for row in _printed(one, series_record(one, vocabulary)["observations"], look)
    ]
    print_records(title, rows, list(COLUMNS), "table")
    click.echo()
    _print_sketches(series, look)
    click.echo()
    for line in _notes(series, look):
        click.echo(line)
    click.echo(f"Shows: {indicator.shows.en}")
    click.echo(f"Can't show: {indicator.cannot_show.en}")


def _printed(one: Series, records: list[dict[str, Any]], look: Statistics) -> list[dict[str, Any]]:
    name = name_of(one, look.observatory.vocabulary)
    return [
        {
            "series": f"{name} ({one.frequency})" if name else one.frequency,
            "period": record["period"],
            "value": _value(record),
            "unit": record["unit"],
            "status": record["derived"] or record["status"],
            "change": _change(record["change"]),
            "claims": str(len(record["claims"])) + (" differing" if record["differing"] else ""),
            "source": _named(record["claims"][0], look),
            "rule": record["rule"],
        }
        for record in records
    ]


def _named(claim: dict[str, Any], look: Statistics) -> str:
    known = claim["source"] or claim["document"] or ""
    return str(claim["cited_source"] or look.names.get(known, known) or claim["entered_by"] or "")


def _value(record: dict[str, Any]) -> str:
    if record["value"] is None:
        return "-"
    words = {"exact": "", "about": "about ", "more_than": "> ", "less_than": "< ", "up_to": "≤ "}
    high = "" if record["value_high"] is None else f"–{number(record['value_high'])}"
    return f"{words.get(record['qualifier'], '')}{number(record['value'])}{high}"


def number(value: float) -> str:
    """Six digits, written out: 1,897,000,000 and 57.6042.

    >>> number(1897000000.0), number(57.60416667)
    ('1,897,000,000', '57.6042')
    """
    return f"{float(f'{value:.6g}'):,.15g}"


def _change(change: dict[str, Any] | None) -> str:
    if change is None:
        return ""
    if change["absolute"] is None:
        return f"can't say: {change['reason']}"
    if change["percent"] is None:
        return f"{change['absolute']:+,.15g} ({change['reason']})"
    return f"{change['percent']:+.1f} %"


def _print_sketches(series: Sequence[Series], look: Statistics) -> None:
    """A line of blocks a series, for those with three points or more."""
    for one in series:
        if len(one.observations) < LEAST_SKETCHED:
            continue
        points = tuple(series_point(each) for each in one.observations)
        marks = tuple(DayMark(each.day, "", "break") for each in one.breaks)
        name = name_of(one, look.observatory.vocabulary) or one.indicator
        ends = f"{one.observations[0].period} to {one.observations[-1].period}"
        click.echo(f"{name:32.32} {sketch(points, marks)}  {_span(one.observations)} {one.unit}, "
                   f"{ends}")  # fmt: skip


LEAST_SKETCHED = 3
"""Two points are a line whatever they say."""


def _span(observations: Sequence[Observation]) -> str:
    values = [one.value for one in observations if one.value is not None]
    return f"{number(min(values))} – {number(max(values))}" if values else "no values"


def _notes(series: Sequence[Series], look: Statistics) -> list[str]:
    breaks = {one.code: one for each in series for one in each.breaks}
    notes = [f"Break on {one.day}: {one.what.en} ({one.source.en})" for one in breaks.values()]
    points = {
        point.claim: point for each in series for one in each.observations for point in one.points
    }.values()
    sources = sorted({_named({"cited_source": p.cited_source, "source": p.source,
                              "document": p.document, "entered_by": p.entered_by}, look)
                      for p in points})  # fmt: skip
    told = sorted({point.note for point in points if point.note})
    suspects = [point for point in points if point.suspect]
    notes += [f"Suspect: {p.printed} ({p.suspect}), {p.claim}" for p in suspects]
    return [*notes, *(f"Note: {one}" for one in told), f"Sources: {'; '.join(sources)}"]
