"""A printed change against the two ends of it, also where years and notes stand between them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sholu.events.arithmetic_mismatch import Mismatch
from sholu.events.arithmetic_numbers import Number

WORST_PERCENT = 3.0
"""Percentage points between a printed change and the ends that are left to rounding: a change in
whole tens (90 % for 94.5 %) is further off than the half of a ten that rounding explains."""
MULTIPLE = 0.15
"""Share of a multiple that is left to rounding: 1.9 is called doubled, 1.65 is not."""

_LINK = re.compile(
    r"(?P<first>[^.;]{0,60}?)(?:\bto\b|\bдо\b|[-–—]|\bago to\b)\s*"
    r"(?:just |only |about |around |an? |mere |estimated |and |всего |около |~|≈){0,3}\s*",
    re.IGNORECASE,
)
_FROM = re.compile(
    r"\b(?:from|between|от|с|со)\s"
    r"(?:about |around |nearly |almost |estimated |an |около |[~≈]\s?)*$",
    re.IGNORECASE,
)
FALL = re.compile(
    r"\b(?:fell|fall\w*|dropp\w+|drop|declin\w+|decreas\w+|reduc\w+|down|сниз\w+|сократ\w+"
    r"|упал\w*|уменьш\w+|төменде\w+|азай\w+|қысқар\w+)\b",
    re.IGNORECASE,
)
RISE = re.compile(
    r"\b(?:rose|ris\w+|increas\w+|grew|grow\w*|up|tripl\w+|doubl\w+|jump\w*|surg\w+|рост\w*"
    r"|вырос\w*|увелич\w+|удво\w+|утро\w+|өс\w+|арт\w+|көбей\w+)\b",
    re.IGNORECASE,
)
_TIMES = (
    (re.compile(r"\b(?:tripl|trebl|утро|үш есе)\w*", re.I), 3.0),
    (re.compile(r"\b(?:doubl|удво|вдвое|екі есе)\w*", re.I), 2.0),
    (re.compile(r"\bhalv\w+", re.I), 0.5),
)


@dataclass(frozen=True)
class Ends:
    """What was and what is, as one clause tells them."""

    old: Number
    new: Number

    def ratio(self) -> tuple[float, float]:
        """What the new is of the old, at least and at most; as printed where the units differ."""
        if self.old.unit == self.new.unit:
            return self.new.low / self.old.high, self.new.high / self.old.low
        old, new = self.old, self.new
        return (
            new.low / new.per_unit / (old.high / old.per_unit),
            new.high / new.per_unit / (old.low / old.per_unit),
        )

    def middle(self) -> float:
        """What the new is of the old, both as printed."""
        if self.old.unit == self.new.unit:
            return self.new.value / self.old.value
        return self.new.value / self.new.per_unit / (self.old.value / self.old.per_unit)


def check_ends(text: str, numbers: Sequence[Number], start: int, end: int) -> Iterator[Mismatch]:
    """Changes of a sentence that its only pair of ends doesn't bear out.

    Args:
        text: of the document; ``start``, ``end``: the sentence.
        numbers: of the sentence.
    """
    ends = list(_ends(text, numbers))
    if len(ends) != 1:
        return
    pair, stretch = ends[0], text[start:end]
    sign = bool(RISE.search(stretch)) - bool(FALL.search(stretch))
    if pair.old.low <= 0 or not sign:
        return
    if sign < 0 and pair.ratio()[0] > 1:
        yield _wrong_way(pair)
    percents = [n for n in numbers if n.unit == "%" and n not in (pair.old, pair.new)]
    percents = [n for n in percents if _beside(text, n, pair)]
    if len(percents) == 1 and pair.old.unit != "%":
        yield from _percent(pair, percents[0], sign)
    yield from _multiple(text, pair, numbers, start, end)


def _ends(text: str, numbers: Sequence[Number]) -> Iterator[Ends]:
    """Numbers told as ``from A in 2001 to B by 2010``; of one unit, or one of them without."""
    told = [n for n in numbers if n.unit != "times" and not _is_year(n)]
    for place, old in enumerate(told):
        if not _FROM.search(text[max(0, old.start - 40) : old.start]):
            continue
        for new in told[place + 1 : place + 3]:
            alike = old.unit == new.unit or None in (old.unit, new.unit) or _odd_years(old, new)
            if alike and _LINK.fullmatch(text, old.end, new.start):
                yield Ends(old, new)
                break


def _odd_years(old: Number, new: Number) -> bool:
    """``36,2 years`` at the end of a rate: a unit that fits nothing told."""
    return "/" in (old.unit or "") and new.unit == "year" and new.per_unit == 1 and new.step < 1


def _is_year(number: Number) -> bool:
    return number.unit is None and 1900 <= number.value <= 2100 and number.whole


def _beside(text: str, number: Number, pair: Ends) -> bool:
    """Whether a percentage stands in the clause of its ends."""
    between = text[min(pair.new.end, number.end) : max(number.start, pair.new.start)]
    return len(between) < 60 and not re.search(r"[;.]\s|\b(?:while|whereas|followed)\b", between)


def _wrong_way(pair: Ends) -> Mismatch:
    return Mismatch(
        f"A fall from {pair.old.printed} to {pair.new.printed} is none.",
        (pair.old, pair.new),
        "the direction of a change against its ends",
    )


def _percent(pair: Ends, share: Number, sign: int) -> Iterator[Mismatch]:
    if _is_year(share) or (share.value > 100 and sign < 0):
        return
    low, high = (100 * (end - 1) for end in pair.ratio())
    # After "about" a number is right to a whole unit of its last digit, which would let 90 be 80.
    near = share.qualifier in ("exact", "about")
    told = sorted(sign * end for end in ((share.value,) if near else (share.low, share.high)))
    if told[0] - WORST_PERCENT <= high and low <= told[-1] + WORST_PERCENT:
        return
    right = 100 * (pair.middle() - 1)
    yield Mismatch(
        f"From {pair.old.printed} to {pair.new.printed} is {right:+.1f} %; "
        f"the text says {share.printed}.",
        (pair.old, pair.new, share),
        "a change against both numbers that it compares",
    )


def _multiple(
    text: str, pair: Ends, numbers: Sequence[Number], start: int, end: int
) -> Iterator[Mismatch]:
    """A multiple told as a figure (two times) or a word (tripled)."""
    told: list[tuple[str, float, tuple[Number, ...]]] = [
        (n.printed, n.value, (n,)) for n in numbers if n.unit == "times" and n.end <= pair.old.start
    ]
    for pattern, factor in _TIMES:
        found = pattern.search(text, start, pair.old.start)
        if found:
            told.append((found.group(), factor, ()))
    if len(told) != 1:
        return
    printed, factor, numbers_of_it = told[0]
    if len(text[numbers_of_it[0].end if numbers_of_it else start : pair.old.start]) > 90:
        return
    low, high = pair.ratio()
    if low <= factor * (1 + MULTIPLE) and factor * (1 - MULTIPLE) <= high:
        return
    yield Mismatch(
        f"From {pair.old.printed} to {pair.new.printed} is {pair.middle():.2f} "
        f"times; the text says “{printed}”.",
        (pair.old, pair.new, *numbers_of_it),
        "a multiple against both numbers that it compares",
    )
