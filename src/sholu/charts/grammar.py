"""The chart grammar: small frozen descriptions of charts, in data and in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sholu.core.alphabet import alphabetical
from sholu.core.errors import SholuError


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


def gather_rest(bars: Sequence[Bar], most: int, rest: str) -> tuple[Bar, ...]:
    """Bars in which the smallest series beyond ``most`` are one series, ``rest``.

    The larger of two series keeps its name; of equals, the first by the alphabet. A single series
    left over keeps its own name. Bars of the rest come last in their row.

    Args:
        most: how many series may have a name of their own.
    """
    totals: dict[str, float] = {}
    for bar in bars:
        if bar.series != rest:
            totals[bar.series] = totals.get(bar.series, 0) + bar.value
    ranked = sorted(totals, key=lambda name: (-totals[name], alphabetical(name)))
    named = ranked if len(ranked) <= most + 1 else ranked[:most]
    order = {name: rank for rank, name in enumerate(named)}
    gathered: dict[tuple[str, str], float] = {}
    for bar in bars:
        key = (bar.row, bar.series if bar.series in order else rest)
        gathered[key] = gathered.get(key, 0) + bar.value
    rows = {row: rank for rank, row in enumerate(dict.fromkeys(bar.row for bar in bars))}
    keys = sorted(gathered, key=lambda key: (rows[key[0]], order.get(key[1], len(order))))
    return tuple(Bar(row, series, gathered[row, series]) for row, series in keys)
