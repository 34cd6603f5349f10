"""The chart grammar: small frozen descriptions of charts, turned into Vega-Lite specifications."""

from __future__ import annotations

import json
import textwrap
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sholu.charts.design import (
    CATEGORIES,
    COLOURS,
    FONT_SANS,
    OTHER_CATEGORY,
    SPACES_PT,
    TYPE_SIZES_PT,
    readable_on,
)
from sholu.core.errors import SholuError

SCHEMA = "https://vega.github.io/schema/vega-lite/v6.json"
LABEL_LETTERS = 24
"""Letters of a row's label before it breaks into two lines: about a third of a narrow page."""

SHORTEST_AXIS = 4.0
"""The axis goes at least to here, so that a single event does not fill the page."""


class ChartError(SholuError):
    """A chart that would say nothing or something wrong."""


@dataclass(frozen=True)
class Bar:
    """One piece of a stacked bar: how many of ``series`` there are in ``row``."""

    row: str
    series: str
    value: float


@dataclass(frozen=True)
class StackedBars:
    """Horizontal bars, one for each row, made of pieces by series.

    Attributes:
        bars: the pieces; a row or series stands in the order in which it first comes.
        unit: what is counted, under the axis, e.g. ``events``.
        source: the line that says where the numbers come from; empty for none.
        rest: name of the series that gathers the rest; it is grey.
    """

    bars: tuple[Bar, ...]
    unit: str
    source: str = ""
    rest: str = ""

    def rows(self) -> tuple[str, ...]:
        """The rows from top to bottom."""
        return tuple(dict.fromkeys(bar.row for bar in self.bars))

    def series(self) -> tuple[str, ...]:
        """The series from left to right, the rest last."""
        names = dict.fromkeys(bar.series for bar in self.bars)
        return tuple(sorted(names, key=lambda name: name == self.rest))

    def totals(self) -> dict[str, float]:
        """Row to the length of its whole bar."""
        totals = dict.fromkeys(self.rows(), 0.0)
        for bar in self.bars:
            totals[bar.row] += bar.value
        return totals


def describe(chart: StackedBars) -> str:
    """The chart in words, for those who do not see it.

    >>> describe(StackedBars((Bar("Aldaria", "seizure", 2), Bar("Aldaria", "court", 1)), "events"))
    'Aldaria – 3 (seizure – 2, court – 1).'
    """
    sentences = []
    for row, total in chart.totals().items():
        pieces = [f"{bar.series} – {bar.value:g}" for bar in chart.bars if bar.row == row]
        sentences.append(f"{row} – {total:g} ({', '.join(pieces)})")
    return "; ".join(sentences) + "."


def specify(chart: StackedBars, width_px: int = 480) -> dict[str, Any]:
    """The Vega-Lite specification of a chart.

    Args:
        width_px: width of the plot without the labels of its rows.

    Raises:
        ChartError: if there is nothing to draw, a value is not positive, or there are more series
            than colours that can be told apart.
    """
    _check(chart)
    return {
        "$schema": SCHEMA,
        "description": describe(chart),
        "data": {"values": _records(chart)},
        "width": width_px,
        "height": {"step": 34},
        "layer": [_pieces(chart), _numbers(list(chart.rows())), _totals(chart)],
        **_source_line(chart.source),
        "config": _config(),
    }


def _check(chart: StackedBars) -> None:
    if not chart.bars:
        raise ChartError("A chart without bars would be an empty frame.")
    if any(bar.value <= 0 for bar in chart.bars):
        raise ChartError("A piece of a stacked bar has to be longer than nothing.")
    named = [name for name in chart.series() if name != chart.rest]
    if len(named) > len(CATEGORIES):
        raise ChartError(
            f"{len(named)} series are more than the {len(CATEGORIES)} colours that differ enough.",
            "Gather the smallest ones in the rest.",
        )


def _colours(chart: StackedBars) -> dict[str, str]:
    named = [name for name in chart.series() if name != chart.rest]
    colours = dict(zip(named, CATEGORIES, strict=False))
    return {name: colours.get(name, OTHER_CATEGORY) for name in chart.series()}


def _records(chart: StackedBars) -> list[dict[str, Any]]:
    colours = _colours(chart)
    ends = dict.fromkeys(chart.rows(), 0.0)
    records = []
    for bar in sorted(chart.bars, key=lambda bar: chart.series().index(bar.series)):
        start, ends[bar.row] = ends[bar.row], ends[bar.row] + bar.value
        records.append(
            {
                "row": bar.row,
                "series": bar.series,
                "value": bar.value,
                "start": start,
                "end": ends[bar.row],
                "middle": start + bar.value / 2,
                "ink": readable_on(colours[bar.series]),
            }
        )
    return records


def _row_axis(chart: StackedBars) -> dict[str, Any]:
    """Labels of rows; a long one is broken between words into two or three lines."""
    broken = {row: "\n".join(textwrap.wrap(row, LABEL_LETTERS)) for row in chart.rows()}
    return {
        "field": "row",
        "type": "nominal",
        "sort": list(chart.rows()),
        "scale": {"paddingInner": 0.32, "paddingOuter": 0.16},
        "axis": {
            "title": None,
            "ticks": False,
            "domain": False,
            "labelLimit": 0,
            "labelPadding": 8,
            "labelExpr": f"split({_as_lookup(broken)}[datum.label], '\\n')",
        },
    }


def _as_lookup(table: dict[str, str]) -> str:
    """A Vega expression for a table of strings (JSON is a subset of its object literals)."""
    return json.dumps(table, ensure_ascii=False, sort_keys=True)


def _pieces(chart: StackedBars) -> dict[str, Any]:
    colours = _colours(chart)
    legend = _legend(list(colours)) if len(colours) > 1 else None
    return {
        "mark": {"type": "bar", "stroke": COLOURS["paper"], "strokeWidth": 1},
        "encoding": {
            "y": _row_axis(chart),
            "x": _value_axis(chart),
            "x2": {"field": "end"},
            "color": {
                "field": "series",
                "type": "nominal",
                "sort": list(colours),
                "scale": {"domain": list(colours), "range": list(colours.values())},
                "legend": legend,
            },
        },
    }


def _value_axis(chart: StackedBars) -> dict[str, Any]:
    longest = max(SHORTEST_AXIS, *chart.totals().values())
    return {
        "field": "start",
        "type": "quantitative",
        "scale": {"domain": [0, longest * 1.06], "nice": False},
        "axis": {
            "title": chart.unit,
            "tickMinStep": 1,
            "tickCount": min(6, int(longest)),
            "format": "d",
            "domain": False,
            "ticks": False,
        },
    }


def _legend(names: Sequence[str]) -> dict[str, Any]:
    return {
        "title": None,
        "orient": "top",
        "direction": "horizontal",
        "columns": 3 if max(map(len, names)) <= LABEL_LETTERS else 2,
        "labelLimit": 0,
        "symbolType": "square",
        "columnPadding": 16,
        "offset": 10,
    }


def _numbers(rows: list[str]) -> dict[str, Any]:
    """The number inside each piece."""
    return {
        "mark": {"type": "text", "fontSize": 10},
        "encoding": {
            "y": {"field": "row", "type": "nominal", "sort": rows},
            "x": {"field": "middle", "type": "quantitative"},
            "text": {"field": "value", "format": ",d"},
            "color": {"field": "ink", "type": "nominal", "scale": None},
        },
    }


def _totals(chart: StackedBars) -> dict[str, Any]:
    """The sum at the end of a bar that has more than one piece."""
    rows = list(chart.rows())
    pieces = Counter(bar.row for bar in chart.bars)
    totals = [
        {"row": row, "total": total} for row, total in chart.totals().items() if pieces[row] > 1
    ]
    return {
        "data": {"values": totals},
        "mark": {"type": "text", "align": "left", "dx": 6, "fontWeight": 600, "fontSize": 11},
        "encoding": {
            "y": {"field": "row", "type": "nominal", "sort": rows},
            "x": {"field": "total", "type": "quantitative"},
            "text": {"field": "total", "format": ",d"},
        },
    }


def _source_line(source: str) -> dict[str, Any]:
    if not source:
        return {}
    return {
        "title": {
            "text": source,
            "orient": "bottom",
            "anchor": "start",
            "offset": SPACES_PT["m"],
            "fontSize": TYPE_SIZES_PT["note"],
            "fontWeight": "normal",
            "color": COLOURS["ink-soft"],
        }
    }


def _config() -> dict[str, Any]:
    return {
        "background": COLOURS["paper"],
        "font": FONT_SANS,
        "view": {"stroke": None},
        "axis": {
            "labelColor": COLOURS["ink"],
            "labelFontSize": 11,
            "titleColor": COLOURS["ink-soft"],
            "titleFontSize": 10,
            "titleFontWeight": "normal",
            "gridColor": COLOURS["accent-soft"],
        },
        "legend": {"labelColor": COLOURS["ink"], "labelFontSize": 10.5},
        "text": {"color": COLOURS["ink"]},
    }


def gather_rest(
    bars: Sequence[Bar], most: int, rest: str, keep: Sequence[str] = ()
) -> tuple[Bar, ...]:
    """Bars in which the smallest series beyond ``most`` are one series, ``rest``.

    Two equally large series keep their order. A single left-over series keeps its own name.

    Args:
        most: how many series may have a name of their own.
        keep: series that are never gathered.
    """
    totals: dict[str, float] = {}
    for bar in bars:
        totals[bar.series] = totals.get(bar.series, 0) + bar.value
    ranked = sorted(totals, key=lambda name: (name not in keep, -totals[name]))
    named = set(ranked if len(ranked) <= most + 1 else ranked[:most])
    gathered: dict[tuple[str, str], float] = {}
    for bar in bars:
        key = (bar.row, bar.series if bar.series in named else rest)
        gathered[key] = gathered.get(key, 0) + bar.value
    return tuple(Bar(row, series, value) for (row, series), value in gathered.items())
