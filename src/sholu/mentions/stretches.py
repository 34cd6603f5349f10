"""Stretches of a text in order, for asking what they touch."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence


class Stretches:
    """Stretches in order, none overlapping, for asking what they touch."""

    def __init__(self, stretches: Sequence[tuple[int, int]]) -> None:
        self._stretches = sorted(stretches)

    def touch(self, start: int, end: int) -> bool:
        place = bisect_left(self._stretches, (start,))
        near = self._stretches[max(0, place - 1) : place + 2]
        return any(first < end and start < stop for first, stop in near)
