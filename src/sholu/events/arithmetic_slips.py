"""Lists of parts that miss a total told before by one digit, or by two that changed places.

Most lists tell some of a total only, and nothing says so. But of numbers that have nothing to do
with each other few differ in one digit: where a list does, it was meant to be the whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from sholu.events.arithmetic_lists import is_summed
from sholu.events.arithmetic_mismatch import Mismatch
from sholu.events.arithmetic_numbers import Number

FEWEST = 3
"""Parts of a list; two numbers come together by chance."""

LEAST, MOST = 0.9, 1.1
"""Shares of the total that a list with a slip makes."""

SHORTEST = 3
"""Digits of a total; of shorter ones every second differs in one."""

_BULLET = re.compile(r"\s*(?:[–—•*·-]|\d{1,2}[.)])\s*\Z")
_LONGEST_LIST = 12


def check_slips(numbers: Sequence[Number], earlier: Sequence[Number]) -> Iterator[Mismatch]:
    """A list in a sentence, against a total at its beginning or in the sentences before.

    Args:
        numbers: of the sentence.
        earlier: of the sentences before, without the title's.
    """
    for opening in (0, 1):
        parts = _parts(numbers[opening:])
        found = _slip(parts, [*earlier, *numbers[:opening]])
        if found is not None:
            yield _mismatch(found, parts)
            return


def check_bullets(first: Sequence[Number], earlier: Sequence[Number]) -> Iterator[Mismatch]:
    """A list of lines that each begin with a number, against a total told before it.

    Args:
        first: the number with which each line begins.
        earlier: of the sentences before the list.
    """
    parts = _parts(first)
    found = _slip(parts, earlier)
    if found is not None:
        yield _mismatch(found, parts)


def is_bullet(text: str, start: int, numbers: Sequence[Number]) -> bool:
    """Whether a line begins with a sign and a number."""
    return bool(numbers) and _BULLET.match(text[start : numbers[0].start]) is not None


def _parts(numbers: Sequence[Number]) -> list[Number]:
    """The numbers of a list, if they are of one unit and none is the total of others."""
    units = {(number.unit, number.measured) for number in numbers}
    if not FEWEST <= len(numbers) <= _LONGEST_LIST or len(units) > 1:
        return []
    usable = all(n.qualifier == "exact" and not n.doubtful and n.value > 0 for n in numbers)
    return list(numbers) if usable and (is_summed(numbers[0]) or not numbers[0].measured) else []


def _slip(parts: Sequence[Number], wholes: Sequence[Number]) -> Number | None:
    """The total that the parts miss by a slip; none if one is made by them, or by some of them."""
    if not parts or parts[0].unit == "%":
        return None
    total, largest = sum(p.value for p in parts), max(p.value for p in parts)
    larger = [
        n
        for n in wholes
        if n.value > largest and n.measured == parts[0].measured and _may_be_whole(n, parts[0])
    ]
    if any(_is_made(n, parts) for n in larger):
        return None
    near = [n for n in larger if LEAST * n.value <= total <= MOST * n.value]
    exact = (n for n in near if n.qualifier == "exact")
    slipped = {n.value: n for n in exact if differ_by_slip(n.value, total)}
    return next(iter(slipped.values())) if len(slipped) == 1 else None


def _may_be_whole(whole: Number, part: Number) -> bool:
    if whole.unit == part.unit:
        return is_summed(whole)
    return not whole.measured and part.unit in (None, "item") and whole.unit in ("case", "person")


def _is_made(whole: Number, parts: Sequence[Number]) -> bool:
    return any(
        whole.low <= sum(p.value for p in chosen) <= whole.high
        for size in range(2, len(parts) + 1)
        for chosen in combinations(parts, size)
    )


def differ_by_slip(one: float, other: float) -> bool:
    """Whether two numbers differ in one digit, or in the order of two that stand together.

    >>> differ_by_slip(5218, 5118), differ_by_slip(284, 248), differ_by_slip(5218, 5107)
    (True, True, False)
    """
    if len(_digits(one).rstrip("0")) < SHORTEST:
        return False
    return len(_unlike(_digits(one), _digits(other))) == 1 or changed_places(one, other)


def changed_places(one: float, other: float) -> bool:
    """Whether two numbers differ in the order of two digits that stand together.

    >>> changed_places(46, 64), changed_places(2135, 2153), changed_places(2135, 5132)
    (True, True, False)
    """
    left, right = _digits(one), _digits(other)
    match _unlike(left, right):
        case [first, second] if second == first + 1:
            return left[first] == right[second] and left[second] == right[first]
    return False


def _unlike(left: str, right: str) -> list[int]:
    """The places at which two numbers of as many digits differ; none if they have not as many."""
    if len(left) != len(right):
        return []
    return [place for place, (a, b) in enumerate(zip(left, right, strict=True)) if a != b]


def _digits(value: float) -> str:
    return f"{value:.10g}".replace(".", "")


def _mismatch(whole: Number, parts: Sequence[Number]) -> Mismatch:
    printed = " + ".join(part.printed for part in parts)
    total = sum(part.value for part in parts)
    return Mismatch(
        f"{printed} make {whole.show(total)}, told as {whole.printed}.",
        (whole, *parts),
        "a list against the total told before it, in their digits",
        "likely",
    )
