"""Amounts of one thing on which two reports differ, and what of them is no contradiction."""

from __future__ import annotations

import math

from sholu.entities.amounts import rounds_to
from sholu.entities.measures import MEASURED
from sholu.entities.model import ComparedFigure, EventKey

NEARLY = 0.02
"""Difference of two amounts that is no contradiction: one outlet weighs with the wrapping."""

COUNTED = frozenset({"tablet", "capsule", "ampoule", "blotter", "stash"})
MANY_THINGS = 10
"""Things that outlets count alike, and from how many; packages of one are the bags of another."""

BACKGROUND = frozenset({"year_to_date", "stock", "rate"})
"""What was counted over a season or at a moment stands beside the event; reports choose freely."""

Thing = tuple[str | None, str]


def find_contradiction(one: EventKey, two: EventKey) -> str:
    """Amounts of the same thing that differ, in words; empty if none do.

    A total that one report gives for one of its drugs is no contradiction if the other states it
    or its parts add up to it; nor is a decimal point that was lost (6.2 and 62 kg).
    """
    left, right = _by_thing(one), _by_thing(two)
    for thing in sorted(set(left) & set(right), key=str):
        unit, of = thing
        if not left[thing] & right[thing] and not (
            _all_said(left[thing], two, unit) or _all_said(right[thing], one, unit)
        ):
            values = " and ".join(
                "/".join(f"{value:g}" for value in sorted(stated))
                for stated in (left[thing], right[thing])
            )
            return f"{of or unit}: {values} {unit if of else ''}".strip()
    return ""


def _by_thing(key: EventKey) -> dict[Thing, set[float]]:
    found: dict[Thing, set[float]] = {}
    for figure in filter(_tells_amount, key.figures):
        of = "" if figure.unit in COUNTED else figure.of
        if of is not None and (of or figure.value >= MANY_THINGS):
            found.setdefault((figure.unit, of), set()).add(figure.value)
    return found


def _tells_amount(figure: ComparedFigure) -> bool:
    return figure.unit in MEASURED | COUNTED and figure.accumulation not in BACKGROUND


def _all_said(amounts: set[float], key: EventKey, unit: str | None) -> bool:
    """Whether a report says each of some amounts, of whatever drug, or has them as its sum."""
    stated = {f.value for f in key.figures if f.unit == unit and _tells_amount(f)}
    return all(any(_alike(a, b) for b in (*stated, sum(stated))) for a in amounts)


def _alike(one: float, other: float) -> bool:
    """Whether two amounts are one: equal, rounded, nearly equal, or with a point misplaced."""
    return (
        abs(one - other) <= NEARLY * max(one, other)
        or rounds_to(one, other)
        or rounds_to(other, one)
        or math.isclose(max(one, other), 10 * min(one, other))
    )
