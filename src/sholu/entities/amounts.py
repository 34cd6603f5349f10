"""How the figures of two events agree: told the same, or rounded."""

from __future__ import annotations

import math
from dataclasses import dataclass

from sholu.entities.added import summed_figures
from sholu.entities.drugs import UNNAMED
from sholu.entities.measures import LONG, PIECE, SHORT, digits, is_amount, unit_of
from sholu.entities.model import TELLING_COUNT, ComparedFigure, EventKey, Measure
from sholu.entities.rounding import LEAST_ROUNDED, MOST_ROUNDED, is_about, rounds_to

_EXACT = ("exact", None)


@dataclass(frozen=True)
class Agreement:
    """How far the figures of two events agree.

    Attributes:
        equal: figures that both state.
        hedged: those of them that one calls "more than" or "some" and the other does not.
        rounded: the exact one of each two of which one is the other, rounded.
        summed: amounts that one states and of which the other states the parts.
    """

    equal: tuple[ComparedFigure, ...] = ()
    hedged: frozenset[Measure] = frozenset()
    rounded: tuple[ComparedFigure, ...] = ()
    summed: tuple[ComparedFigure, ...] = ()

    @property
    def weight(self) -> float:
        """Of the equal amounts, 1 for each of three digits or more, 0.5 for one of two.

        A number of persons or cases needs a digit more.
        """
        return sum(map(_weight, self.equal))

    @property
    def words(self) -> str:
        """The first values that tell something, for people."""
        telling = (
            f
            for f in (*self.equal, *self.rounded, *self.summed)
            if f.value >= TELLING_COUNT or is_amount(f)
        )
        words = sorted(f"{f.value:,.10g} {unit_of(f) or ''}".strip() for f in telling)
        return ", ".join(words[:3])


NO_AGREEMENT = Agreement()


def compare_figures(one: EventKey, two: EventKey) -> Agreement:
    """How far the figures of two events agree."""
    if one.near.isdisjoint(two.near):
        return NO_AGREEMENT
    equal = _shared_figures(one, two)
    rounded = _rounded_figures(one, two, set(equal))
    hedged = frozenset(m for m in equal if _is_exact(one, m) != _is_exact(two, m))
    summed = summed_figures(one, two, {*equal, *rounded})
    return Agreement(tuple(equal.values()), hedged, tuple(rounded.values()), summed)


def _is_exact(key: EventKey, measure: Measure) -> bool:
    return any(f.qualifier in _EXACT for f in key.figures if f.measure == measure)


def _weight(figure: ComparedFigure) -> float:
    length = digits(figure.value)
    if not is_amount(figure):
        is_count = figure.value >= 100 and figure.value == int(figure.value)
        length = length - 1 if is_count else 0  # 1,812 convicts are rare, 312 cases less so
    if length < SHORT:
        return 0.0
    return 1.0 if length >= LONG else 0.5


def _shared_figures(one: EventKey, two: EventKey) -> dict[Measure, ComparedFigure]:
    """Values that both state, and not of two different substances."""
    left = one.by_measure
    shared = left.keys() & two.by_measure.keys()
    return {m: left[m] for m in sorted(shared, key=str) if not _of_two_substances(one, two, m)}


def _of_two_substances(one: EventKey, two: EventKey, measure: Measure) -> bool:
    left, right = (
        {f.of for f in key.figures if f.measure == measure and f.of in key.substances} - UNNAMED
        for key in (one, two)
    )
    return bool(left) and bool(right) and not left & right


def _rounded_figures(
    one: EventKey, two: EventKey, equal: set[Measure]
) -> dict[Measure, ComparedFigure]:
    """The exact one of each two figures of which one is the other, rounded; each figure once."""
    left, right = (
        [
            f
            for f in key.figures
            if f.measure not in equal and _may_be_rounded(f) and not _is_own_headline(f, key)
        ]
        for key in (one, two)
    )
    pairs = [
        (a, b)
        for a in left
        for b in right
        if LEAST_ROUNDED * a.value < b.value < MOST_ROUNDED * a.value
        or LEAST_ROUNDED * b.value < a.value < MOST_ROUNDED * b.value
        if _is_rounded(a, b, one, two)
    ]
    pairs.sort(key=lambda pair: abs(math.log(pair[0].value / pair[1].value)))
    found: dict[Measure, ComparedFigure] = {}
    paired: tuple[set[Measure], set[Measure]] = (set(), set())
    for a, b in pairs:
        if a.measure not in paired[0] and b.measure not in paired[1]:
            paired[0].add(a.measure)
            paired[1].add(b.measure)
            exact = a if rounds_to(a.value, b.value) else b
            found[exact.measure] = exact
    return found


def _is_own_headline(figure: ComparedFigure, key: EventKey) -> bool:
    """Whether a report rounds an amount that it gives exactly, too: "200 g" of 208 is not 214."""
    return is_amount(figure) and any(
        other.unit == figure.unit
        and other.of == figure.of
        and rounds_to(other.value, figure.value)
        and not rounds_to(figure.value, other.value)
        for other in key.figures
    )


def _may_be_rounded(figure: ComparedFigure) -> bool:
    """Nobody rounds seventeen things to ten."""
    is_thing = unit_of(figure) == PIECE
    return is_amount(figure) if is_thing else figure.value >= TELLING_COUNT


def _is_rounded(a: ComparedFigure, b: ComparedFigure, one: EventKey, two: EventKey) -> bool:
    return (
        unit_of(a) == unit_of(b)
        and a.unit is not None
        and (rounds_to(a.value, b.value) or rounds_to(b.value, a.value) or is_about(a, b))
        and not _differs_in_substance(a, b, one, two)
    )


def _differs_in_substance(
    a: ComparedFigure, b: ComparedFigure, one: EventKey, two: EventKey
) -> bool:
    named = a.of in one.substances and b.of in two.substances
    return named and a.of != b.of and UNNAMED.isdisjoint((str(a.of), str(b.of)))
