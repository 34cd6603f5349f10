"""Charts of series: panels of lines over time, and rows of values with their ranges."""

from __future__ import annotations

from dataclasses import dataclass

from sholu.charts.grammar import ChartError


@dataclass(frozen=True)
class SeriesPoint:
    """A value over a period.

    Attributes:
        first_day, last_day: ISO, inclusive; the point stands in the middle.
        label: the period as it is read: ``2015``, ``2015-03``.
        value: None where there is none; ``missing`` then says why in one word.
        low, high: an interval around it, or the ends of a range; None for none.
        competing: whether it is a claim that was not chosen, and stands beside the line.
        voice: who says it; no line goes from one voice to another. Empty where nobody knows.
        address: where the drawn point leads; empty for nowhere. ``printed``: its value in words.
    """

    first_day: str
    last_day: str
    label: str
    value: float | None
    low: float | None = None
    high: float | None = None
    missing: str = ""
    competing: bool = False
    voice: str = ""
    address: str = ""
    printed: str = ""


@dataclass(frozen=True)
class Panel:
    """One series: its name, its points in order, and the competing claims beside them."""

    name: str
    points: tuple[SeriesPoint, ...]
    interval: str = ""


@dataclass(frozen=True)
class DayMark:
    """A day that is drawn over every panel: a break of definition, or a source that starts."""

    day: str
    label: str
    kind: str


MARK_KINDS: tuple[str, ...] = ("break", "source")


@dataclass(frozen=True)
class SeriesChart:
    """Panels under each other in a grid, each with its own scale from zero.

    Attributes:
        title: what is shown, where.
        unit: on the axis of values.
        marks: breaks of definition and sources that start or stop; no line goes across a break.
        notes: below the chart: sources, rule, what is not drawn.
    """

    title: str
    unit: str
    panels: tuple[Panel, ...]
    marks: tuple[DayMark, ...]
    notes: tuple[str, ...]

    def __post_init__(self) -> None:
        if not any(point.value is not None for panel in self.panels for point in panel.points):
            raise ChartError("There is no value to draw.", "'--format table' lists what is known.")


@dataclass(frozen=True)
class RangeRow:
    """One row of a `RangeChart`: a named value with its least and greatest."""

    name: str
    values: tuple[tuple[str, float], ...]
    low: float | None = None
    high: float | None = None
    doubt: str = ""


@dataclass(frozen=True)
class RangeChart:
    """Values of one period side by side, on one scale.

    Attributes:
        logarithmic: for prices that differ by orders of magnitude; all values are above zero then.
    """

    title: str
    unit: str
    rows: tuple[RangeRow, ...]
    notes: tuple[str, ...]
    logarithmic: bool = False

    def __post_init__(self) -> None:
        if not self.rows:
            raise ChartError("There is no value to draw.", "'--format table' lists what is known.")


def describe_series(chart: SeriesChart) -> str:
    """The chart in words, for those who do not see it."""
    sentences = []
    for panel in chart.panels:
        drawn = [p for p in panel.points if p.value is not None and not p.competing]
        values = ", ".join(f"{point.label}: {point.value:g}" for point in drawn)
        sentences.append(f"{panel.name or chart.title} – {values}")
    breaks = "; ".join(f"{mark.day} {mark.label}" for mark in chart.marks)
    return "; ".join(sentences) + f" {chart.unit}." + (f" Marked: {breaks}." if breaks else "")


def describe_ranges(chart: RangeChart) -> str:
    """The chart in words."""
    rows = []
    for row in chart.rows:
        values = ", ".join(f"{name} {value:g}" for name, value in row.values)
        ends = f" (from {row.low:g} to {row.high:g})" if row.low is not None else ""
        rows.append(f"{row.name} – {values}{ends}")
    return "; ".join(rows) + f" {chart.unit}."
