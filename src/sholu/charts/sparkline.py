"""How a series runs, as small as a line of text; no axis: values stand beside it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sholu.charts.design import COLOURS
from sholu.charts.series_grammar import SeriesPoint

WIDTH, HEIGHT, MARGIN = 220, 44, 4


def draw_sparkline(points: Sequence[SeriesPoint], breaks: Sequence[str] = ()) -> str:
    """Lines from zero up, parted at gaps and at breaks of definition; the last value is a dot.

    Args:
        points: in order; those without a value part the line.
        breaks: ISO days.
    """
    drawn = [point for point in points if point.value is not None and not point.competing]
    if not drawn:
        return ""
    first, last = _middle(drawn[0]), _middle(drawn[-1])
    top = max(point.value or 0.0 for point in drawn) or 1.0
    places = [_place(point, first, last, top) for point in drawn]
    lines, line = [], [places[0]]
    for before, point, place in zip(drawn, drawn[1:], places[1:], strict=False):
        if _parted(before, point, breaks):
            lines.append(line)
            line = []
        line.append(place)
    lines.append(line)
    paths = "".join("M" + "L".join(f"{x:.1f},{y:.1f}" for x, y in one) for one in lines)
    x, y = places[-1]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" '
        f'height="{HEIGHT}" aria-hidden="true"><path d="{paths}" fill="none" '
        f'stroke="{COLOURS["accent"]}" stroke-width="1.8" stroke-linejoin="round" '
        f'stroke-linecap="round"/>{_marks(breaks, first, last)}'
        f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3" fill="{COLOURS["accent"]}"/></svg>'
    )


def _place(point: SeriesPoint, first: date, last: date, top: float) -> tuple[float, float]:
    x = MARGIN + (WIDTH - 2 * MARGIN) * (_middle(point) - first).days / max((last - first).days, 1)
    y = HEIGHT - MARGIN - (HEIGHT - 2 * MARGIN) * (point.value or 0.0) / top
    return x, y


def _parted(before: SeriesPoint, point: SeriesPoint, breaks: Sequence[str]) -> bool:
    gap = (_day(point.first_day) - _day(before.last_day)).days > 32
    return gap or any(before.first_day < day <= point.last_day for day in breaks)


def _marks(breaks: Sequence[str], first: date, last: date) -> str:
    lines = ""
    for day in breaks:
        if str(first) < day <= str(last):
            x = MARGIN + (WIDTH - 2 * MARGIN) * (_day(day) - first).days / max(
                (last - first).days, 1
            )
            lines += (
                f'<line x1="{x:.1f}" y1="0" x2="{x:.1f}" y2="{HEIGHT}" '
                f'stroke="{COLOURS["warm"]}" stroke-dasharray="3 2"/>'
            )
    return lines


def _middle(point: SeriesPoint) -> date:
    start, end = _day(point.first_day), _day(point.last_day)
    return start + (end - start) / 2


def _day(text: str) -> date:
    return date.fromisoformat(text)
