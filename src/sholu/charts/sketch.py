"""A chart in one line of a terminal: how a series runs, not what its values are."""

from __future__ import annotations

from sholu.charts.series_grammar import DayMark, SeriesPoint

STEPS = "▁▂▃▄▅▆▇█"
MISSING = "·"
BREAK = "┊"


def sketch(points: tuple[SeriesPoint, ...], marks: tuple[DayMark, ...] = ()) -> str:
    """One letter a period, from zero to the greatest value; ``·`` where there is none, ``┊`` where
    a break of definition lies before it.

    >>> point = lambda year, value: SeriesPoint(f"{year}-01-01", f"{year}-12-31", str(year), value)
    >>> sketch((point(2013, 1), point(2014, 4), point(2015, None)))
    '▂█·'
    """
    drawn = [point for point in points if not point.competing]
    top = max((point.value for point in drawn if point.value is not None), default=0.0)
    breaks = [mark.day for mark in marks if mark.kind == "break"]
    letters, before = "", ""
    for point in drawn:
        if before and any(before < day <= point.last_day for day in breaks):
            letters += BREAK
        letters += _letter(point.value, top)
        before = point.last_day
    return letters


def _letter(value: float | None, top: float) -> str:
    if value is None:
        return MISSING
    step = round((len(STEPS) - 1) * value / top) if top > 0 else 0
    return STEPS[max(step, 0)]
