"""A series beside what would have been expected of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sholu.charts.design import COLOURS
from sholu.charts.vega_lite import SCHEMA, config

HEIGHT_PX = 260


def specify_counterfactual(
    title: str,
    points: Sequence[tuple[str, float, float]],
    start: int,
    width_px: int = 560,
    names: tuple[str, str] = ("observed", "expected without the measure"),
) -> dict[str, Any]:
    """Observed and expected values by period, with a rule where the measure begins.

    Args:
        title: of the chart.
        points: period, observed value, expected value; in order of time.
        start: index of the first period under the measure.
        names: of the two lines.
    """
    order = [period for period, _, _ in points]
    records = [
        {"period": period, "value": value, "line": line}
        for period, observed, expected in points
        for line, value in zip(names, (observed, expected), strict=True)
    ]
    step = max(1, len(order) // 10)
    lines = list(names)
    x = {
        "field": "period",
        "type": "ordinal",
        "sort": order,
        "axis": {"title": None, "values": order[::step], "labelAngle": 0, "ticks": False,
                 "labelOverlap": True},
    }  # fmt: skip
    line = {
        "data": {"values": records},
        "mark": {"type": "line", "strokeWidth": 2},
        "encoding": {
            "x": x,
            "y": {"field": "value", "type": "quantitative", "axis": {"title": None},
                  "scale": {"zero": False}},
            "color": {"field": "line", "sort": lines, "legend": {"title": None, "orient": "top"},
                      "scale": {"domain": lines, "range": [COLOURS["accent"], COLOURS["warm"]]}},
            "strokeDash": {"field": "line", "sort": lines, "legend": None,
                           "scale": {"domain": lines, "range": [[1, 0], [5, 4]]}},
        },
    }  # fmt: skip
    rule = {
        "data": {"values": [{"period": order[start]}]},
        "mark": {"type": "rule", "color": COLOURS["ink-soft"], "strokeDash": [2, 2]},
        "encoding": {"x": x},
    }
    return {
        "$schema": SCHEMA,
        "description": f"{title} ({order[start]}).",
        "title": {"text": title, "anchor": "start", "fontSize": 13, "color": COLOURS["ink"]},
        "width": width_px,
        "height": HEIGHT_PX,
        "layer": [line, rule],
        "config": config(),
    }
