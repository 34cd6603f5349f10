"""Amounts of one thing on which two reports differ, and what of them is no contradiction."""

from __future__ import annotations

import math

from sholu.entities.measures import MEASURED
from sholu.entities.model import ComparedFigure, EventKey
from sholu.entities.rounding import is_about, rounds_to

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
        if not _share_a_value(left[thing], right[thing]) and not (
            _all_said(left[thing], two, unit) or _all_said(right[thing], one, unit)
        ):
            values = " and ".join(
                "/".join(f"{value:g}" for value in sorted({figure.value for figure in stated}))
                for stated in (left[thing], right[thing])
            )
            return f"{of or unit}: {values} {unit if of else ''}".strip()
    return ""


def _share_a_value(left: list[ComparedFigure], right: list[ComparedFigure]) -> bool:
    return not {figure.value for figure in left}.isdisjoint(figure.value for figure in right)


def _by_thing(key: EventKey) -> dict[Thing, list[ComparedFigure]]:
    found: dict[Thing, list[ComparedFigure]] = {}
    for figure in filter(_tells_amount, key.figures):
        of = "" if figure.unit in COUNTED else figure.of
        if of is not None and (of or figure.value >= MANY_THINGS):
            found.setdefault((figure.unit, of), []).append(figure)
    return found


def _tells_amount(figure: ComparedFigure) -> bool:
    return figure.unit in MEASURED | COUNTED and figure.accumulation not in BACKGROUND


def _all_said(amounts: list[ComparedFigure], key: EventKey, unit: str | None) -> bool:
    """Whether a report says each of some amounts, of whatever drug, or has them as its sum."""
    stated = [f for f in key.figures if f.unit == unit and _tells_amount(f)]
    total = sum({figure.value for figure in stated})
    return all(
        _alike(a.value, total) or any(_alike(a.value, b.value) or is_about(a, b) for b in stated)
        for a in amounts
    )


def _alike(one: float, other: float) -> bool:
    """Whether two amounts are one: equal, rounded, nearly equal, or with a point misplaced."""
    return (
        abs(one - other) <= NEARLY * max(one, other)
        or rounds_to(one, other)
        or rounds_to(other, one)
        or math.isclose(max(one, other), 10 * min(one, other))
    )
