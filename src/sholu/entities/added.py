"""Amounts that one report states and of which another states the parts: 6.8 kg, and 5.2 and 1.6."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterator

from sholu.entities.measures import SHORT, digits, is_amount
from sholu.entities.model import ComparedFigure, EventKey, Measure
from sholu.entities.rounding import rounds_to


def summed_figures(
    one: EventKey, two: EventKey, told: Collection[Measure]
) -> tuple[ComparedFigure, ...]:
    """The amounts of each of two reports that are sums of the other's, but those told in both."""
    return (*_totals_of(one, two, told), *_totals_of(two, one, told))


def _totals_of(
    whole: EventKey, parted: EventKey, told: Collection[Measure]
) -> Iterator[ComparedFigure]:
    if not parted.sums:
        return
    for figure in whole.by_measure.values():
        if figure.unit not in parted.sums or figure.measure in told or not is_amount(figure):
            continue
        if any(_is_sum(figure.value, total) for total in parted.sums[figure.unit]):
            yield figure


def _is_sum(value: float, total: float) -> bool:
    """Whether a value is a sum, to the last digit or rounded to two at the least."""
    return math.isclose(value, total) or (digits(value) >= SHORT and rounds_to(total, value))
