"""A total against the amounts that were told one by one before it: 9.87 kg, 4.63 kg, 15.5 in all.

A text tells many amounts that belong to no total, so a total is doubted only if no choice of the
amounts before it makes it, and all of them miss it by little: then it was meant to be their sum.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from sholu.events.arithmetic_lists import CUES, REST, is_summed
from sholu.events.arithmetic_mismatch import Mismatch
from sholu.events.arithmetic_numbers import Number

_TOTAL_BEFORE = re.compile(
    r"\b(?:total(?:ling|led|s)?|altogether|together(?! with)|вместе(?! со?\b)"
    r"|in all|all told|combined|overall|aggregate|sum|summed up"
    r"|всего|итого|общ\w{2,3} (?:вес|масс|объ[её]м|количеств|сложност|сумм)\w*|суммарн\w+"
    r"|совокупн\w+"
    r"|таким образом|в сумме|жалпы|барлығы|барлық|жиыны|қосқанда)\b[^.;()\d]{0,60}$",
    re.IGNORECASE,
)
_TOTAL_AFTER = re.compile(
    r"[^.;:()\d]{0,25}\b(?:in total|in all|altogether|all told|overall|combined|together"
    r"|в сумме|в общей сложности)\b",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(
    r"\b(?:ранее|раньше|год\w*|с начала|месяц\w*|январ\w+|earlier|previously|last|since|years?"
    r"|months?"
    r"|quarter|so far|countrywide|nationwide|жыл\w*|былтыр\w*|биыл\w*|ай(?:да|ы|ында)|бұрын)\b",
    re.IGNORECASE,
)
"""Words of another time than that of the amounts told before."""

MOST = 10
"""Amounts of which all choices are tried (1,023 sums)."""

NEAR = 0.2
"""Share by which the sum of all may miss the total that was meant; in one sentence twice as much.
A slip of one digit in 15.5 or 5.8 kg is 6 to 17 per cent."""

_NEAR_ABOVE = 0.05
"""``More than 120 kg`` of which 119.9 are told is a slip; of which 90 are told, a choice."""

_FEWEST = 2


def check_totals(
    text: str, numbers: Sequence[Number], earlier: Sequence[Number], start: int, end: int
) -> Iterator[Mismatch]:
    """Totals of a sentence that the amounts told before it do not make.

    Args:
        numbers: of the sentence at ``start:end``.
        earlier: of the sentences before, without the title's.
    """
    for place, whole in enumerate(numbers):
        if not is_total(text, whole, start, end):
            continue
        own, before = _parts(whole, numbers[:place]), _parts(whole, earlier)
        if CUES.search(text, start, end) or _is_made(whole, [*before, *own]):
            continue
        if not whole.measured and len(own) < _FEWEST:
            continue
        # Of one sentence, or told over several: whichever misses the total by little.
        for parts, near in ((own, 2 * NEAR), ([*before, *own], NEAR)):
            if len(parts) >= _FEWEST and _misses_by_little(whole, parts, near):
                yield _mismatch(whole, parts)
                break


def _misses_by_little(whole: Number, parts: Sequence[Number], near: float) -> bool:
    near = _NEAR_ABOVE if whole.qualifier == "more_than" else near
    total = sum(part.value for part in parts)
    return abs(total - whole.value) <= near * whole.value and not _is_made(whole, parts)


def is_total(text: str, whole: Number, start: int, end: int) -> bool:
    """Whether a sentence calls a number the total of what it and those before told."""
    if whole.qualifier not in ("exact", "more_than") or whole.doubtful or not is_summed(whole):
        return False
    said = _TOTAL_BEFORE.search(text[start : whole.start]) or _TOTAL_AFTER.match(text, whole.end)
    return bool(said) and not _ELSEWHERE.search(text, start, end)


def _parts(whole: Number, numbers: Sequence[Number]) -> list[Number]:
    """The amounts that may be part of a total, each once, after the last that was as large."""
    parts: dict[tuple[float, str | None], Number] = {}
    for number in numbers:
        if number.unit != whole.unit or number.measured != whole.measured:
            continue
        if number.value > whole.high or number.doubtful:
            parts.clear()
        elif number.value != whole.value:  # the total itself, told in the first lines
            parts[number.value, number.of] = number
    return list(parts.values())


def _is_made(whole: Number, parts: Sequence[Number]) -> bool:
    """Whether a choice of the parts, or one said before, is the total."""
    some = parts[-MOST:]
    return any(
        _make(whole, chosen)
        for size in range(1, len(some) + 1)
        for chosen in combinations(some, size)
    )


def _make(whole: Number, parts: Sequence[Number]) -> bool:
    """Whether the parts are the total, each as exact as it is printed.

    The errors of rounding of n numbers seldom add up: their sum has n times the variance of one,
    a twelfth of the square of its step, and two deviations of it are nearly all there is.
    """
    step = max(whole.step, *(part.step for part in parts))
    rounded = 2 * step * math.sqrt((len(parts) + 1) / 12)
    if all(part.qualifier == "exact" for part in (whole, *parts)) and whole.measured:
        return abs(sum(part.value for part in parts) - whole.value) <= rounded * _FIT
    low, high = sum(n.low for n in parts), sum(n.high for n in parts)
    return low - whole.step / 2 <= whole.high and whole.low <= high + whole.step / 2


_FIT = 1 + 1e-9


def _mismatch(whole: Number, parts: Sequence[Number]) -> Mismatch:
    printed = " + ".join(part.printed for part in parts)
    total = sum(part.value for part in parts)
    return Mismatch(
        f"{printed} make {whole.show(total)}, summed up as {whole.printed}.",
        (whole, *parts),
        "a total against the amounts told before it",
        "likely",
    )


def check_rest(
    text: str, numbers: Sequence[Number], earlier: Sequence[Number], start: int, end: int
) -> Iterator[Mismatch]:
    """A list that ends with the rest, against the total that was told some sentences before.

    ``Most were found in A (78 crimes), B (51) and C (33); the remaining 40 …``.
    """
    counts = [n for n in numbers if not n.measured and n.unit != "%"]
    if not counts or CUES.search(text, start, end):
        return
    rest = counts[-1]
    if len(counts) <= _FEWEST or not REST.search(text[start : rest.start]):
        return
    total = sum(number.value for number in counts)
    wholes = [n for n in earlier if not n.measured and n.value > max(c.value for c in counts)]
    if any(n.low <= total <= n.high or n.doubtful for n in wholes):
        return
    near = [n for n in wholes if abs(n.value - total) <= NEAR / 2 * n.value]
    if len(near) == 1:
        yield _mismatch(near[0], counts)
