"""Turn a chart's description into a Vega-Lite specification."""

from __future__ import annotations

import json
import textwrap
from collections import Counter
from collections.abc import Sequence
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
from sholu.charts.grammar import ChartError, StackedBars, describe

SCHEMA = "https://vega.github.io/schema/vega-lite/v6.json"
LABEL_LETTERS = 24
"""Letters of a row's label before it breaks into two lines: about a third of a narrow page."""

SHORTEST_AXIS = 4.0
"""The axis goes at least to here, so that a single event does not fill the page."""


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
        "config": config(),
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


def config() -> dict[str, Any]:
    """Colours and type of every chart."""
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
