"""Differences between treated and other units by time since the start, with intervals."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sholu.charts.design import COLOURS
from sholu.charts.vega_lite import SCHEMA, config

HEIGHT_PX = 220


def specify_event_study(
    title: str,
    points: Sequence[tuple[float, float, float | None, float | None]],
    unit: str,
    axis: str = "periods since the start",
    width_px: int = 560,
) -> dict[str, Any]:
    """Points with bars, nil and the start as rules.

    Args:
        title: of the chart.
        points: time since the start, estimate, low, high.
        unit: of the outcome.
        axis: name of the axis of time.
    """
    records = [{"time": t, "value": v, "low": lo, "high": hi} for t, v, lo, hi in points]
    x = {"field": "time", "type": "quantitative", "scale": {"nice": False},
         "axis": {"title": axis, "grid": False, "format": "d"}}  # fmt: skip
    y = {"field": "value", "type": "quantitative", "axis": {"title": unit}}
    bars = {
        "data": {"values": [one for one in records if one["low"] is not None]},
        "mark": {"type": "rule", "color": COLOURS["accent"], "opacity": 0.45, "strokeWidth": 2},
        "encoding": {"x": x, "y": {**y, "field": "low"}, "y2": {"field": "high"}},
    }
    dots = {
        "data": {"values": records},
        "mark": {"type": "point", "filled": True, "size": 28, "color": COLOURS["accent"]},
        "encoding": {"x": x, "y": y},
    }
    nil = {
        "data": {"values": [{"value": 0}]},
        "mark": {"type": "rule", "color": COLOURS["ink-soft"]},
        "encoding": {"y": y},
    }
    start = {
        "data": {"values": [{"time": -0.5}]},
        "mark": {"type": "rule", "color": COLOURS["ink-soft"], "strokeDash": [2, 2]},
        "encoding": {"x": x},
    }
    return {
        "$schema": SCHEMA,
        "description": f"{title}: {axis}",
        "title": {"text": title, "anchor": "start", "fontSize": 13, "color": COLOURS["ink"]},
        "width": width_px,
        "height": HEIGHT_PX,
        "layer": [nil, start, bars, dots],
        "config": config(),
    }
