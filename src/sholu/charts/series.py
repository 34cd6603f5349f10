"""Turn a chart of series into a Vega-Lite specification."""

from __future__ import annotations

import textwrap
from datetime import date, timedelta
from typing import Any

from sholu.charts.design import COLOURS, SPACES_PT, TYPE_SIZES_PT
from sholu.charts.series_grammar import (
    DayMark,
    Panel,
    SeriesChart,
    SeriesPoint,
    describe_series,
)
from sholu.charts.vega_lite import SCHEMA, config

Layer = dict[str, Any]

PANEL_HEIGHT_PX = 150
SINGLE_HEIGHT_PX = 260
NOTE_LETTERS = 118
"""Letters of a line of notes under a chart of 640 pixels, in the size of notes."""
GAP_PX = 100
"""Between two panels: room for the labels of an axis in millions."""
MARK_LINE_PX = 12
"""Height of a line of words over a plot."""
MOST_TICKS = 8
"""Labels of years on an axis of some 300 pixels that stand apart."""


def specify_series(chart: SeriesChart, width_px: int = 640) -> dict[str, Any]:
    """The specification of panels over time."""
    columns = 1 if len(chart.panels) == 1 else 2
    width = width_px if columns == 1 else (width_px - GAP_PX) // 2
    height = SINGLE_HEIGHT_PX if columns == 1 else PANEL_HEIGHT_PX
    panels = [_panel(panel, chart, width, height, columns > 1) for panel in chart.panels]
    return {
        "$schema": SCHEMA,
        "description": describe_series(chart),
        "title": title_with_notes(chart.title, chart.notes),
        "concat": panels,
        "columns": columns,
        "bounds": "flush",
        "spacing": {"row": 58, "column": GAP_PX},
        "config": config(),
    }


def title_with_notes(title: str, notes: tuple[str, ...]) -> dict[str, Any]:
    """The title of a chart; notes stand below it, where every export keeps them."""
    lines = [line for note in notes for line in textwrap.wrap(note, NOTE_LETTERS)]
    return {
        "text": title,
        "subtitle": lines,
        "anchor": "start",
        "frame": "bounds",
        "offset": SPACES_PT["m"],
        "fontSize": 15,
        "color": COLOURS["ink"],
        "subtitleFontSize": TYPE_SIZES_PT["note"] + 1.5,
        "subtitleColor": COLOURS["ink-soft"],
        "subtitlePadding": 5,
        "subtitleLineHeight": 14,
    }


def _panel(
    panel: Panel, chart: SeriesChart, width: int, height: int, named: bool
) -> dict[str, Any]:
    segments = _segments(panel, chart.marks)
    layers = [
        *_mark_layers(chart, panel),
        *_interval_layers(panel),
        _line(segments, chart.unit),
        *_points(segments, panel),
        *_missing(panel),
    ]
    specification: dict[str, Any] = {"width": width, "height": height, "layer": layers}
    if named:
        specification["title"] = {
            "text": panel.name,
            "anchor": "start",
            "frame": "group",
            "fontSize": 12,
            "offset": 8 + MARK_LINE_PX * len(chart.marks),
        }
    return specification


def middle_day(point: SeriesPoint) -> str:
    """The day on which a period's point is drawn."""
    first, last = date.fromisoformat(point.first_day), date.fromisoformat(point.last_day)
    return str(first + timedelta(days=(last - first).days // 2))


LEAST_FOR_A_LINE = 3
"""Two points and the line between them are no trend; they are drawn as points."""


def _segments(panel: Panel, marks: tuple[DayMark, ...]) -> list[dict[str, Any]]:
    """Points of the line, numbered anew after each break of definition, gap and change of voice.

    Of fewer than three values each is a segment of its own.
    """
    breaks = [mark.day for mark in marks if mark.kind == "break"]
    records: list[dict[str, Any]] = []
    segment, before = 0, None
    drawn = sum(point.value is not None and not point.competing for point in panel.points)
    for point in panel.points:
        if point.competing:
            continue
        if point.value is None:
            segment += 1
            continue
        if before and (drawn < LEAST_FOR_A_LINE or _is_parted(before, point, breaks)):
            segment += 1
        before = point
        records.append(
            {
                "day": middle_day(point),
                "label": point.label,
                "value": point.value,
                "segment": segment,
                **_leading(point),
            }
        )
    return records


def _leading(point: SeriesPoint) -> dict[str, str]:
    """Where a point leads and what it says, in drawings that can be clicked."""
    if not point.address:
        return {}
    return {"address": point.address, "printed": f"{point.label}: {point.printed}"}


def _is_parted(before: SeriesPoint, point: SeriesPoint, breaks: list[str]) -> bool:
    """Whether no line may join two points."""
    another = point.voice not in ("", before.voice) and before.voice != ""
    return another or _is_gap(before, point) or _is_broken(before, point, breaks)


def _is_gap(before: SeriesPoint, point: SeriesPoint) -> bool:
    nearest = date.fromisoformat(before.last_day) + timedelta(days=32)
    return date.fromisoformat(point.first_day) > nearest


def _is_broken(before: SeriesPoint, point: SeriesPoint, breaks: list[str]) -> bool:
    return any(before.first_day < day <= point.last_day for day in breaks)


def _x(panel: Panel) -> dict[str, Any]:
    return {
        "field": "day",
        "type": "temporal",
        "scale": {"domain": list(_ends(panel)), "nice": False, "padding": 14},
        "axis": _time_axis(panel),
    }


def _ends(panel: Panel) -> tuple[str, str]:
    return (
        min(point.first_day for point in panel.points),
        max(point.last_day for point in panel.points),
    )


def _time_axis(panel: Panel) -> dict[str, Any]:
    """Years are written under their middle, where their points stand."""
    axis: dict[str, Any] = {"title": None, "grid": False, "ticks": False, "labelOverlap": True}
    days = {point.label: middle_day(point) for point in panel.points}
    if not all(label.isdigit() for label in days):
        return {**axis, "tickCount": 6, "format": "%b %Y" if _is_short(panel) else "%Y"}
    every = -(-len(days) // MOST_TICKS)
    return {**axis, "values": list(days.values())[::every], "format": "%Y"}


def _is_short(panel: Panel) -> bool:
    first, last = (date.fromisoformat(day) for day in _ends(panel))
    return (last - first).days < 3 * 366


def _y(unit: str) -> dict[str, Any]:
    return {
        "field": "value",
        "type": "quantitative",
        "scale": {"zero": True, "nice": True},
        "axis": {"title": unit, "tickCount": 4, "domain": False, "ticks": False, "format": ",~f"},
    }


def _line(segments: list[dict[str, Any]], unit: str) -> Layer:
    return {
        "data": {"values": segments},
        "mark": {"type": "line", "color": COLOURS["accent"], "strokeWidth": 2},
        "encoding": {
            "x": {"field": "day", "type": "temporal"},
            "y": _y(unit),
            "detail": {"field": "segment"},
        },
    }


def _points(segments: list[dict[str, Any]], panel: Panel) -> list[Layer]:
    """The values drawn, filled; those of competing claims, hollow."""
    x = _x(panel)
    competing = [
        {"day": middle_day(point), "value": point.value, **_leading(point)}
        for point in panel.points
        if point.competing and point.value is not None
    ]
    filled = {"type": "point", "filled": True, "size": 34, "opacity": 1, "color": COLOURS["accent"]}
    hollow = {"type": "point", "filled": False, "size": 46, "opacity": 1, "color": COLOURS["warm"]}
    return [*_point_layers(segments, filled, x), *_point_layers(competing, hollow, x)]


def _point_layers(
    records: list[dict[str, Any]], mark: dict[str, Any], x: dict[str, Any]
) -> list[Layer]:
    """Points that lead somewhere, and those that do not: Vega links every point of a layer."""
    y = {"field": "value", "type": "quantitative"}
    links = {"href": {"field": "address"}, "description": {"field": "printed"}}
    linked = [record for record in records if "address" in record]
    plain = [record for record in records if "address" not in record]
    return [
        {"data": {"values": values}, "mark": mark, "encoding": {"x": x, "y": y, **more}}
        for values, more in ((plain, {}), (linked, links))
        if values
    ]


def _interval_layers(panel: Panel) -> list[Layer]:
    intervals = [
        {"day": middle_day(point), "low": point.low, "high": point.high}
        for point in panel.points
        if point.low is not None and point.high is not None
    ]
    if not intervals:
        return []
    return [
        {
            "data": {"values": intervals},
            "mark": {"type": "rule", "color": COLOURS["accent"], "opacity": 0.45, "strokeWidth": 2},
            "encoding": {
                "x": {"field": "day", "type": "temporal"},
                "y": {"field": "low", "type": "quantitative"},
                "y2": {"field": "high"},
            },
        }
    ]


def _missing(panel: Panel) -> list[Layer]:
    """Where there is no value, the word for why stands on the axis."""
    missing = [
        {"day": middle_day(point), "word": point.missing}
        for point in panel.points
        if point.value is None
    ]
    if not missing:
        return []
    return [
        {
            "data": {"values": missing},
            "mark": {"type": "text", "fontSize": 8.5, "angle": 270, "align": "left", "dx": 3,
                     "color": COLOURS["ink-soft"]},
            "encoding": {
                "x": {"field": "day", "type": "temporal"},
                "y": {"datum": 0},
                "text": {"field": "word"},
            },
        }
    ]  # fmt: skip


def _mark_layers(chart: SeriesChart, panel: Panel) -> list[Layer]:
    """Lines over the days that are marked, each with its words above the plot.

    Of neighbours the words stand on lines of their own, so that none hides another.
    """
    first, last = _ends(panel)
    marks = [mark for mark in chart.marks if first < mark.day <= last]
    days = date.fromisoformat(first), date.fromisoformat(last)
    middle = str(days[0] + (days[1] - days[0]) / 2)
    layers: list[Layer] = []
    for level, mark in enumerate(marks):
        colour = COLOURS["warm"] if mark.kind == "break" else COLOURS["ink-soft"]
        data = {"values": [{"day": mark.day, "label": mark.label}]}
        x = {"field": "day", "type": "temporal"}
        align = "left" if mark.day < middle else "right"
        layers += [
            {
                "data": data,
                "mark": {"type": "rule", "color": colour, "strokeDash": [4, 3]},
                "encoding": {"x": x},
            },
            {
                "data": data,
                "mark": {
                    "type": "text",
                    "color": colour,
                    "fontSize": 9.5,
                    "align": align,
                    "baseline": "bottom",
                    "dy": -3 - MARK_LINE_PX * level,
                },
                "encoding": {"x": x, "y": {"value": 0}, "text": {"field": "label"}},
            },
        ]
    return layers
