"""Turn a chart of rows with ranges into a Vega-Lite specification."""

from __future__ import annotations

from typing import Any

from sholu.charts.design import COLOURS
from sholu.charts.series import title_with_notes
from sholu.charts.series_grammar import RangeChart, describe_ranges
from sholu.charts.vega_lite import SCHEMA, config

Layer = dict[str, Any]


def specify_ranges(chart: RangeChart, width_px: int = 560) -> dict[str, Any]:
    """The specification of rows with ranges."""
    return {
        "$schema": SCHEMA,
        "description": describe_ranges(chart),
        "title": title_with_notes(chart.title, chart.notes),
        "width": width_px,
        "height": {"step": 34},
        "layer": _range_layers(chart),
        "config": config(),
    }


def _range_layers(chart: RangeChart) -> list[Layer]:
    order = [row.name for row in chart.rows]
    y = {
        "field": "row",
        "type": "nominal",
        "sort": order,
        "axis": {"title": None, "ticks": False, "domain": False, "labelLimit": 420,
                 "labelPadding": 8},
    }  # fmt: skip
    scale = {"type": "log"} if chart.logarithmic else {"zero": True}
    x = {
        "field": "value",
        "type": "quantitative",
        "scale": {**scale, "nice": True},
        "axis": {"title": chart.unit, "domain": False, "ticks": False, "tickCount": 6,
                 "format": ",~r" if chart.logarithmic else ",~f"},
    }  # fmt: skip
    spans = [
        {"row": row.name, "value": row.low, "high": row.high}
        for row in chart.rows
        if row.low is not None and row.high is not None
    ]
    values = [
        {"row": row.name, "value": value, "statistic": name, "doubt": bool(row.doubt)}
        for row in chart.rows
        for name, value in row.values
    ]
    names = list(dict.fromkeys(name for row in chart.rows for name, _ in row.values))
    layers: list[Layer] = []
    if spans:
        layers.append(
            {
                "data": {"values": spans},
                "mark": {"type": "bar", "height": 9, "color": COLOURS["rule"], "cornerRadius": 4},
                "encoding": {"y": y, "x": x, "x2": {"field": "high"}},
            }
        )
    layers.append(
        {
            "data": {"values": values},
            "mark": {"type": "point", "filled": True, "size": 80, "opacity": 1},
            "encoding": {
                "y": y,
                "x": x,
                "shape": {"field": "statistic", "sort": names, "legend": _legend(names)},
                "color": {
                    "condition": {"test": "datum.doubt", "value": COLOURS["warm"]},
                    "value": COLOURS["accent"],
                },
            },
        }
    )
    if len(names) == 1:
        layers.append(_value_labels(values, x, y))
    return layers


def _value_labels(values: list[dict[str, Any]], x: Layer, y: Layer) -> Layer:
    """The number beside each dot, where a row has a single one."""
    return {
        "data": {"values": values},
        "mark": {"type": "text", "align": "left", "dx": 9, "fontSize": 10.5},
        "encoding": {"y": y, "x": x, "text": {"field": "value", "format": ",~f"}},
    }


def _legend(names: list[str]) -> dict[str, Any] | None:
    if len(names) == 1:
        return None
    return {"title": None, "orient": "top", "direction": "horizontal", "symbolFillColor":
            COLOURS["accent"], "symbolStrokeWidth": 0}  # fmt: skip
