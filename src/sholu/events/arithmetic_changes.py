"""A rise, a fall, a multiple or a share against both numbers that it compares."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from sholu.events.arithmetic_mismatch import Mismatch
from sholu.events.arithmetic_numbers import Number

QUARTER = 0.25
"""The press gives multiples to the half (2, 2.5, 3 times): one is right to a quarter."""

FAR = 60
"""Characters between a change and its two numbers: about ten words."""

_AGAINST = re.compile(
    r"(?:[^.;:]{0,50}[\s(])?(?:as against|against|versus|vs\.?|(?:as )?compared (?:with|to)|up from"
    r"|down from|instead of|против|по сравнению с|вместо)\s(?:[^.;:\d]{0,20}\s)?"
    r"|(?:\s[^.;:\d]{0,30})?\sfrom\s",
    re.IGNORECASE,
)
_BRACKETED = re.compile(
    r"[^.;:()]{0,110}\b(?:чем|than|выше|ниже|показател\w+|прошл\w+|ранее|earlier|last|previous|against"
    r"|былтыр\w*|өткен|алдыңғы|бұрын\w*|up from|down from|on)\b[^.;:()]{0,60}\(",
    re.IGNORECASE,
)
"""``1 912 дел – на 7 % больше, чем в прошлую операцию (1 650)``: what was stands in brackets."""

_AS_MANY = re.compile(r"\sas (?:many|much|high|large|often)\b", re.IGNORECASE)
IS_DIFFERENCE = re.compile(
    r"(?:,? (?:or|или|яғни) [^.;:\d]{3,25},)?\s(?:(?:people|persons|cases|человек|дел|случаев|адам"
    r"|іс)\s)?(?:more|higher|больше|выше|fewer|less|lower|меньше|ниже)\b",
    re.IGNORECASE,
)
"""``12 kg more than``, ``12 kg, or a third, more than``: the difference, not what there was."""

_FROM = re.compile(r"(?:^|[\s(])(?:from|от|с|со)\s$", re.IGNORECASE)
_TO = re.compile(r"[^.;:,\d]{0,30}\s(?:to|до)\s(?:about |almost |nearly |около |почти )?", re.I)
_ABLATIVE = re.compile(r"\s?-?\s?\w*(?:тен|ден|дан|тан|нан|нен)\s(?:\w+\s)?", re.IGNORECASE)
_DATIVE = re.compile(r"\s?-?\s?\w*(?:ге|ке|ға|қа)\b", re.IGNORECASE)
_THAT_IS = re.compile(
    r"[^.;:\d]{0,30}(?:[,(]|\s[–—-])\s?(?:(?:that is|i\.e\.|or|то есть|т\. ?е\.|или),? )?"
    r"(?:by|на)\s",
    re.IGNORECASE,
)
_BREAK = re.compile(
    r"\b(?:while|whereas|followed|respectively|but|and the|тогда|при этом|однако|а также|ал)\b"
    r"|[;.]\s",
    re.IGNORECASE,
)
_RISES = re.compile(
    r"increas|rise|rising|rose|\bplus\b|плюс|\bgrew|\bgrow|\bmore\b|higher|\bup\b|jump|\bgain|surge"
    r"|рост|вырос|увелич|больше|выше|прирост|возрос|өс|арт(?:ты|қан)|көбей|көп|жоғары|ұлғай",
    re.IGNORECASE,
)
_FALLS = re.compile(
    r"decreas|declin|minus\b|минус|\bfell\b|fall|drop|reduc|\bless\b|fewer|lower|\bdown\b|\bcut\b"
    r"|сниж|сниз|сокра|уменьш|меньше|ниже|\bупал|спад|паден|азай|төменде|\bкем|қысқар|\bаз\b",
    re.IGNORECASE,
)
_QUALIFIERS = re.compile(
    r"(?:no |not )?(?:more|less|fewer|higher|lower) than|более чем|не (?:более|менее|больше|меньше)"
    r"|(?:больше|меньше|более|менее) чем",
    re.IGNORECASE,
)
_COMPARED = re.compile(
    r"\s?(?:more|less|fewer|higher|lower|больше|меньше|выше|ниже),? (?:than|чем)\b", re.IGNORECASE
)
_WORD_MULTIPLES = re.compile(
    r"\b(?:(?P<n2>doubled|twofold|вдвое|удвоил\w*|еселен(?:ді|ген))"
    r"|(?P<n3>tripled|trebled|threefold|втрое|утроил\w*)"
    r"|(?P<n4>quadrupled|fourfold|вчетверо)|(?P<half>halved))\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Pair:
    """Two numbers that the sentence compares: what was, and what is."""

    old: Number
    new: Number

    @property
    def start(self) -> int:
        return min(self.old.start, self.new.start)

    @property
    def end(self) -> int:
        return max(self.old.end, self.new.end)


@dataclass(frozen=True)
class Change:
    """A printed change: ``low`` to ``high`` percent, or times if ``times``; ``sign`` -1 falls."""

    printed: str
    low: float
    high: float
    sign: int
    times: bool
    start: int
    end: int
    number: Number | None


def check_changes(text: str, numbers: Sequence[Number], start: int, end: int) -> Iterator[Mismatch]:
    """Changes and multiples of a sentence that its two numbers do not bear out.

    Nothing is said unless the sentence compares exactly two numbers, and one change is told of
    them.
    """
    compared = list(pairs(text, numbers, start))
    if len(compared) != 1:
        return
    pair = compared[0]
    told = [c for c in changes(text, numbers, start, end) if _belongs(text, c, pair)]
    if len(told) == 1 and not is_right(told[0], pair):
        yield change_mismatch(told[0], pair)


def comparable(one: Number, two: Number) -> bool:
    return one.unit == two.unit or one.unit is None or two.unit is None


def pairs(text: str, numbers: Sequence[Number], start: int) -> Iterator[Pair]:
    """Numbers that stand side by side and are compared in words."""
    counts = [number for number in numbers if number.unit not in ("%", "times")]
    for one, two in pairwise(counts):
        if not comparable(one, two):
            continue
        between = text[one.end : two.start]
        bracketed = _BRACKETED.fullmatch(between) and text[two.end : two.end + 1] == ")"
        if bracketed and IS_DIFFERENCE.match(text, one.end):
            continue
        if _AGAINST.fullmatch(between) or bracketed:
            yield Pair(old=two, new=one)
        elif (_FROM.search(text[start : one.start]) and _TO.fullmatch(between)) or (
            _ABLATIVE.fullmatch(between) and _DATIVE.match(text, two.end)
        ):
            yield Pair(old=one, new=two)


def changes(text: str, numbers: Sequence[Number], start: int, end: int) -> Iterator[Change]:
    """The percentages and multiples of a sentence that are said to be a rise or a fall."""
    for place, number in enumerate(numbers):
        if number.unit not in ("%", "times"):
            continue
        since = numbers[place - 1].end if place else start
        until = numbers[place + 1].start if place + 1 < len(numbers) else end
        before = text[max(since, number.start - 50) : number.start]
        sign = _direction(before, text[number.end : min(until, number.end + 40)])
        if number.unit == "times" and _AS_MANY.match(text, number.end):
            sign = 1
        if not sign and _THAT_IS.fullmatch(before):  # it fell from 240 to 180, that is by 25 %
            sign = _direction(text[start:since], "")
        if sign:
            yield _change(number, sign, text[number.end : number.end + 20])
    for match in _WORD_MULTIPLES.finditer(text, start, end):
        factor = float({"n2": 2, "n3": 3, "n4": 4, "half": 2}[match.lastgroup or ""])
        sign = -1 if match.lastgroup == "half" else _direction(text[start : match.end()], "")
        yield Change(
            match.group(),
            factor - QUARTER,
            factor + QUARTER,
            sign or 1,
            True,
            match.start(),
            match.end(),
            None,
        )


def _direction(before: str, after: str) -> int:
    """1 for a rise, -1 for a fall, 0 if nothing or both are said."""
    if before.endswith("+"):
        return 1
    if re.search(r"(?:^|[\s(])[-−–]$", before):
        return -1
    # Right behind a change "more than" compares; anywhere else it is about the next number.
    compared = _COMPARED.match(after)
    behind = after if compared else _QUALIFIERS.sub(" ", after)
    words = f"{_QUALIFIERS.sub(' ', before)} | {behind}"
    rises, falls = bool(_RISES.search(words)), bool(_FALLS.search(words))
    return rises - falls


def _change(number: Number, sign: int, after: str) -> Change:
    times = number.unit == "times"
    slack = number.step / 2
    if times:
        slack = QUARTER if number.low == number.value - number.step / 2 else number.step / 2
    if _FRACTION.search(number.printed):
        slack = _FRACTION_SLACK
    low, high = number.low, number.high
    if times and number.qualifier == "exact":
        low = high = number.value
    if times and sign > 0 and re.match(r"\s(?:more|higher|greater|larger)\b", after):
        high += 1  # "three times more" is three times as many to some, four to others
    return Change(
        number.printed, low - slack, high + slack, sign, times, number.start, number.end, number
    )


_FRACTION = re.compile(r"third|quarter|fifth|half|трет|четверт|половин|үштен|төрттен|жарт", re.I)
_FRACTION_SLACK = 4.0
"""Percentage points: a rise of 64 % is one of two thirds."""


def _belongs(text: str, change: Change, pair: Pair) -> bool:
    """Whether a change stands beside a pair, in the same clause."""
    if pair.start <= change.start and change.end <= pair.end:
        return True
    between = (
        text[pair.end : change.start] if change.start >= pair.end else text[change.end : pair.start]
    )
    return len(between) <= FAR and not _BREAK.search(between)


def is_right(change: Change, pair: Pair) -> bool:
    old, new = (pair.old, pair.new) if change.sign > 0 or not change.times else (pair.new, pair.old)
    if old.low <= 0 or old.doubtful or new.doubtful or math.inf in (old.high, new.high):
        return True
    low, high = new.low / old.high, new.high / old.low
    if not change.times:
        low, high = sorted((change.sign * 100 * (low - 1), change.sign * 100 * (high - 1)))
    return low <= change.high and change.low <= high


def change_mismatch(change: Change, pair: Pair) -> Mismatch:
    ratio = pair.new.value / pair.old.value
    word = "rise" if ratio >= 1 else "fall"
    right = f"a {word} of {100 * abs(ratio - 1):.1f} %"
    said = f"a {'rise' if change.sign > 0 else 'fall'} of {change.printed}"
    if change.times:
        right = f"{max(ratio, 1 / max(ratio, 1e-12)):.3g} times"
        said = f"“{change.printed}”"
        if change.sign * (ratio - 1) < 0:
            right += f" (a {word})"
    numbers = (pair.old, pair.new, *((change.number,) if change.number else ()))
    return Mismatch(
        f"From {pair.old.printed} to {pair.new.printed} is {right}; the text says {said}.",
        numbers,
        "a change against both numbers that it compares",
    )
