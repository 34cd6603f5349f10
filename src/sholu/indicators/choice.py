"""Which of several claims about one thing is drawn: a rule with a name, or a person's choice."""

from __future__ import annotations

from collections.abc import Iterable
from math import isclose

from sholu.indicators.model import ClaimPoint

RULE = "highest_grade_then_latest"
"""Of several claims, the one whose source has the highest grade (A before F), of equals the one
published last. What cannot be right as printed comes after what can; of the same grade and day,
readings that a person accepted or corrected come before proposed ones; then the surer reading; then
the source whose code comes first, so that a series does not jump between two feeds of equal grade;
then the id, so that every build draws the same."""


def in_order(points: Iterable[ClaimPoint]) -> tuple[ClaimPoint, ...]:
    """The claims, the one that `RULE` draws first."""
    ordered = sorted(points, key=lambda point: (-point.confidence, point.source or "", point.claim))
    ordered.sort(key=lambda point: point.reading == "proposed")
    ordered.sort(key=lambda point: point.published or "", reverse=True)
    ordered.sort(key=lambda point: (point.value is None, point.suspect != "", point.grade))
    return tuple(ordered)


def differ(one: ClaimPoint, two: ClaimPoint) -> bool:
    """Whether two claims about one thing say something different.

    Values are compared to nine digits, which is more than any source prints.
    """
    if one.value is None or two.value is None:
        return one.status != two.status
    ends = zip(_ends(one), _ends(two), strict=True)
    return not all(isclose(left, right, rel_tol=1e-9) for left, right in ends)


def _ends(point: ClaimPoint) -> tuple[float, float]:
    assert point.value is not None
    return point.value, point.value if point.value_high is None else point.value_high
