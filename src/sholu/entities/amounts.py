"""How the figures of two events agree: told the same, rounded, or in contradiction."""

from __future__ import annotations

import math
from dataclasses import dataclass

from sholu.entities.candidates import MEASURED
from sholu.entities.model import ComparedFigure, EventKey

TELLING_COUNT = 10
"""A smaller number of persons or cases is shared by many events."""

DIGITS_OF_ROUND = 3
"""Significant digits of a rounded amount: "nearly 40 hectares" of 38, "118 kg" of 118.45."""

LEAST_ROUNDED, MOST_ROUNDED = 0.49, 1.35
"""Rounded to one digit at least, a value keeps half of itself (1.99: "more than 1") and gains a
third (1.5: 2). Nothing else needs a closer look."""

EXACT_AMOUNT, SHORT_AMOUNT, ROUNDED_AMOUNT = 2.0, 1.5, 1.0
"""What an equal amount says, one of at most two digits, and one that was rounded."""

EXACT_COUNT, ROUNDED_COUNT, SMALL_COUNT = 1.0, 0.7, 0.3
"""What an equal number of persons or things says; five detained are found in many news."""

PIECES = frozenset({"tablet", "capsule", "item", "dose", "stash", "package"})
PIECE = "piece"
"""One outlet's tablets, stashes or packets are another's doses or things."""

NEARLY = 0.02
"""Difference of two amounts that is no contradiction: one outlet weighs with the wrapping."""

MOST = 4.0
"""What all figures together can say."""

Measure = tuple[float, float | None, str | None]
Range = tuple[float, float | None]
Thing = tuple[str | None, str]


@dataclass(frozen=True)
class Agreement:
    """How far the figures of two events agree.

    Attributes:
        strength: 0 to `MOST`.
        shared: number of values that both state, exactly or rounded.
        has_amount: whether one of them is an amount of a measured thing.
        telling: the values that tell something.
    """

    strength: float
    shared: int
    has_amount: bool
    telling: tuple[Measure, ...]

    @property
    def words(self) -> str:
        """The first values that tell something, for people."""
        words = sorted(f"{value:g} {unit or ''}".strip() for value, _, unit in self.telling)
        return ", ".join(words[:3])


def compare_figures(one: EventKey, two: EventKey) -> Agreement:
    """How far the figures of two events agree."""
    equal = _shared_measures(one, two)
    rounded = _rounded_measures(one, two, equal)
    strength = sum(map(_strength_of_equal, equal)) + sum(map(_strength_of_rounded, rounded))
    telling = [m for m in (*equal, *rounded) if m[0] >= TELLING_COUNT or m[2] in MEASURED]
    return Agreement(
        strength=min(strength, MOST),
        shared=len(equal) + len(rounded),
        has_amount=any(measure[2] in MEASURED for measure in (*equal, *rounded)),
        telling=tuple(telling),
    )


def _strength_of_equal(measure: Measure) -> float:
    value, _, unit = measure
    if unit in MEASURED or (unit == PIECE and value >= 100):
        return EXACT_AMOUNT if float(f"{value:.2g}") != value else SHORT_AMOUNT
    return EXACT_COUNT if value >= TELLING_COUNT else SMALL_COUNT


def _strength_of_rounded(measure: Measure) -> float:
    return ROUNDED_AMOUNT if measure[2] in MEASURED else ROUNDED_COUNT


def _shared_measures(one: EventKey, two: EventKey) -> set[Measure]:
    """Values that both state, and not of two different substances."""
    shared = {_measure(figure) for figure in one.figures} & {_measure(f) for f in two.figures}
    return {measure for measure in shared if not _of_two_substances(one, two, measure)}


def _of_two_substances(one: EventKey, two: EventKey, measure: Measure) -> bool:
    left, right = (
        {f.of for f in key.figures if _measure(f) == measure and f.of in key.substances}
        for key in (one, two)
    )
    return bool(left) and bool(right) and not left & right


def _rounded_measures(one: EventKey, two: EventKey, equal: set[Measure]) -> set[Measure]:
    """The exact one of each two values of which one is the other, rounded."""
    left, right = (
        [f for f in key.figures if _measure(f) not in equal and f.value >= TELLING_COUNT]
        for key in (one, two)
    )
    return {
        _measure(a if rounds_to(a.value, b.value) else b)
        for a in left
        for b in right
        if _unit(a) == _unit(b)
        and a.unit is not None
        and not _differs_in_substance(a, b, one, two)
        and (rounds_to(a.value, b.value) or rounds_to(b.value, a.value))
    }


def _differs_in_substance(
    a: ComparedFigure, b: ComparedFigure, one: EventKey, two: EventKey
) -> bool:
    return a.of in one.substances and b.of in two.substances and a.of != b.of


def rounds_to(exact: float, round_: float) -> bool:
    """Whether one value is the other as headlines print it: rounded, or "more than"."""
    if exact == round_ or not LEAST_ROUNDED * exact < round_ < MOST_ROUNDED * exact:
        return False
    magnitude = math.floor(math.log10(exact))
    for digits in range(1, DIGITS_OF_ROUND + 1):
        step = 10.0 ** (magnitude - digits + 1)
        floor = math.floor(exact / step) * step
        if math.isclose(float(f"{exact:.{digits}g}"), round_) or math.isclose(floor, round_):
            return True
    return False


def _measure(figure: ComparedFigure) -> Measure:
    return figure.value, figure.value_high, _unit(figure)


def _unit(figure: ComparedFigure) -> str | None:
    return PIECE if figure.unit in PIECES else figure.unit


def find_contradiction(one: EventKey, two: EventKey) -> str:
    """Amounts of the same thing that differ, in words; empty if none do."""
    left, right = _by_thing(one), _by_thing(two)
    for thing in sorted(set(left) & set(right), key=str):
        if not left[thing] & right[thing] and not _rounded(left[thing], right[thing]):
            values = " and ".join(
                "/".join(f"{value:g}" for value, _ in sorted(stated, key=str))
                for stated in (left[thing], right[thing])
            )
            unit, of = thing
            return f"{of}: {values} {unit or ''}".strip()
    return ""


def _rounded(left: set[Range], right: set[Range]) -> bool:
    """Whether an amount on one side is one on the other, rounded or nearly."""
    pairs = [(a, b) for a, _ in left for b, _ in right]
    return any(
        rounds_to(a, b) or rounds_to(b, a) or abs(a - b) <= NEARLY * max(a, b) for a, b in pairs
    )


def _by_thing(key: EventKey) -> dict[Thing, set[Range]]:
    found: dict[Thing, set[Range]] = {}
    for figure in key.figures:
        if figure.of is not None and figure.unit in MEASURED:
            thing = (figure.unit, figure.of)
            found.setdefault(thing, set()).add((figure.value, figure.value_high))
    return found
