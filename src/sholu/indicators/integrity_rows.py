"""Which rows of a register stand behind what a test found: where somebody begins to look."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from datetime import date
from typing import NamedTuple

import numpy as np

from sholu.indicators.bunching_cells import WINDOW
from sholu.indicators.digits import first_digit_law, leading, second_digit_law
from sholu.indicators.heaping import LEAST_STEPS
from sholu.indicators.integrity_answer import FloatArray
from sholu.indicators.integrity_masses import grid_numbers
from sholu.indicators.model import Registration
from sholu.indicators.period_end import ends_period

MOST_ROWS = 50
"""Rows that one question shows. It is a beginning: the sentence says how many there are."""


class DatedRow(NamedTuple):
    """A registration with its day as a date."""

    row: Registration
    day: date


def spans_of(rows: Iterable[DatedRow]) -> tuple[str, ...]:
    """Ids of the rows' spans, at most `MOST_ROWS`."""
    found = [one.row.span for one in rows if one.row.span]
    return tuple(found[:MOST_ROWS])


def rows_above(rows: Iterable[DatedRow], limits: Sequence[tuple[str, float]]) -> list[DatedRow]:
    """Rows whose mass lies just above a threshold of its substance, the nearest first.

    Args:
        limits: substance and threshold in grams.
    """
    found = []
    for one in rows:
        mass = one.row.mass_g or 0.0
        near = [
            mass / limit - 1
            for substance, limit in limits
            if substance == one.row.substance and limit < mass <= limit * (1 + WINDOW)
        ]
        if near:
            found.append((min(near), one))
    return [one for _, one in sorted(found, key=lambda pair: (pair[0], pair[1].row.row))]


def rows_round(rows: Sequence[DatedRow], step_g: float) -> list[DatedRow]:
    """Rows whose mass ends in 0 or 5 on the grid on which masses are reported."""
    weighed, masses = _weighed(rows)
    numbers = grid_numbers(masses, step_g)
    ends = (numbers % 5 == 0) & (numbers >= LEAST_STEPS)
    return [one for one, chosen in zip(weighed, ends, strict=True) if chosen]


def rows_on_last_days(rows: Iterable[DatedRow], period: str) -> list[DatedRow]:
    """Rows of the last days of months, quarters or years."""
    return [one for one in rows if ends_period(one.day, period)]


def rows_bundled(rows: Sequence[DatedRow], bundles: Sequence[Hashable]) -> list[DatedRow]:
    """Rows that share a bundle with another row, those of the largest bundle first."""
    sizes = Counter(bundles)
    several = [pair for pair in zip(rows, bundles, strict=True) if sizes[pair[1]] > 1]
    several.sort(key=lambda pair: (-sizes[pair[1]], str(pair[1]), pair[0].row.row))
    return [one for one, _ in several]


def rows_with_digit(rows: Sequence[DatedRow], place: int) -> list[DatedRow]:
    """Rows whose first (1) or second (2) digit is the one that is most above Benford's law."""
    weighed, masses = _weighed(rows)
    if not weighed:
        return []
    law = first_digit_law() if place == 1 else second_digit_law()
    digits = leading(masses, place) - 1 if place == 1 else leading(masses, place) % 10
    most = int(np.argmax(np.bincount(digits, minlength=len(law)) / len(digits) - law))
    return [one for one, digit in zip(weighed, digits, strict=True) if digit == most]


def _weighed(rows: Sequence[DatedRow]) -> tuple[list[DatedRow], FloatArray]:
    weighed = [one for one in rows if one.row.mass_g]
    return weighed, np.array([one.row.mass_g for one in weighed], dtype=float)
