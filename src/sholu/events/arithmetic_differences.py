"""A difference against both its ends: 57 kg, 12 kg more than a year before (40 kg).

Also over two sentences (97 were held. That is 12 more than … when 68 were held; it grew by 12.
There were 43 against 31).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sholu.events.arithmetic_changes import comparable, pairs
from sholu.events.arithmetic_mismatch import Mismatch
from sholu.events.arithmetic_numbers import TIME, Number

_MORE_THAN = re.compile(
    r"(?:,? (?:or|или) [^.;:\d]{3,25},)?(?:\s\w+)?\s"
    r"(?:(?P<more>more|higher|больше|выше)|(?P<less>fewer|less|lower|меньше|ниже)),?"
    r"\s(?:than|чем)\b[^.;:\d]{0,70}(?:20\d\d[^.;:\d]{0,20})?",
    re.IGNORECASE,
)
_BRACKETED_PAST = re.compile(r"[^.;:\d]{0,60}[дт][ае]н\s?\(")
_KAZAKH_MORE = re.compile(
    r"(?:-?\w{1,3})?\s(?:(?P<more>көп|артық|жоғары)|(?P<less>аз|кем|төмен))\b", re.IGNORECASE
)


_THAT_IS = re.compile(
    r"\W*(?:that is|that was|this is|this was|it is|which is|это|бұл)\s(?:на\s)?", re.IGNORECASE
)
_PAST_OPENS = re.compile(
    r"\W*(?:былтыр\w*|бір жыл бұрын|өткен жылы|алдыңғы жылы)\b[^.;:\d]{0,40}", re.IGNORECASE
)


def check_differences(
    text: str, numbers: Sequence[Number], before: Sequence[Number], start: int
) -> Iterator[Mismatch]:
    """Differences of a sentence that what is and what was do not make.

    Args:
        numbers: of the sentence that begins at ``start``.
        before: of the sentence before, in the same paragraph.
    """
    amounts = _amounts(numbers)
    for one, two, three in zip(amounts, amounts[1:], amounts[2:], strict=False):
        if not _alike(one, two, three):
            continue
        told = _MORE_THAN.fullmatch(text, two.end, three.start)
        if told is not None:
            yield from _check(one, two, three, told)
        elif _BRACKETED_PAST.fullmatch(text, one.end, two.start):
            told = _KAZAKH_MORE.match(text, three.end)
            if told is not None:
                yield from _check(one, three, two, told)
    yield from _check_that(text, amounts, _amounts(before), start)
    yield from _check_by(text, amounts, _amounts(before), start)


def _amounts(numbers: Sequence[Number]) -> list[Number]:
    """Without shares, multiples and times (than *a year* before)."""
    return [n for n in numbers if n.unit not in (*TIME, "%", "times") and n.value >= 1]


def _alike(new: Number, change: Number, old: Number) -> bool:
    """Of one unit; a count may leave it out: 12 persons more than a year before (68)."""
    units = {n.unit for n in (new, change, old)}
    return len(units) == 1 or (len(units - {None}) == 1 and not new.measured)


def _check_that(
    text: str, own: Sequence[Number], before: Sequence[Number], start: int
) -> Iterator[Mismatch]:
    """``97 were held. That is 12 more than in the same months, when 68 were held``."""
    if len(own) != _TWO:
        return
    one, two = own
    if _THAT_IS.fullmatch(text, start, one.start):
        change, old, told = one, two, _MORE_THAN.fullmatch(text, one.end, two.start)
    elif _PAST_OPENS.fullmatch(text, start, one.start):
        change, old, told = two, one, _KAZAKH_MORE.match(text, two.end)
    else:
        return
    new = [n for n in before if _alike(n, change, old)]
    if told is not None and len(new) == 1:
        yield from _check(new[0], change, old, told)


_BY = re.compile(
    r"\b(?:(?P<more>grew|grown|rose|risen|increased|up|выросл?[оаи]?|увеличил\w+|возросл?[оаи]?)"
    r"|(?P<less>fell|fallen|dropped|declined|decreased|down|сократил\w+|снизил\w+|уменьшил\w+"
    r"|упал[аои]?))\s(?:by|на)\s$",
    re.IGNORECASE,
)
_KAZAKH_BY = re.compile(
    r"(?:-?(?:ға|ге|қа|ке|не|на))?(?:\s[^\W\d_]+(?:ға|ге|қа|ке))?\s"
    r"(?:(?P<more>өс(?:ті|кен)|арт(?:ты|қан)|көбей(?:ді|ген))"
    r"|(?P<less>азай(?:ды|ған)|кемі(?:ді|ген)|төменде(?:ді|ген)|қысқар(?:ды|ған)))\b",
    re.IGNORECASE,
)


def _check_by(
    text: str, own: Sequence[Number], before: Sequence[Number], start: int
) -> Iterator[Mismatch]:
    """``The number grew by 12. There were 43 such incidents against 31``."""
    changed = [(n, told) for n in (*before, *own) if (told := _told_by(text, n))]
    if len(changed) != 1:
        return
    change, told = changed[0]
    for numbers in (own, before):
        rest = [n for n in numbers if n is not change]
        compared = list(pairs(text, rest, start if numbers is own else 0))
        if len(rest) != _TWO or len(compared) != 1:
            continue
        old, new = compared[0].old, compared[0].new
        alike = comparable(change, new) or change.unit == "item"
        if alike and change.measured == new.measured:
            yield from _check(new, change, old, told)


def _told_by(text: str, number: Number) -> re.Match[str] | None:
    before = text[max(0, number.start - 30) : number.start]
    return _BY.search(before) or _KAZAKH_BY.match(text, number.end)


_TWO = 2


def _check(new: Number, change: Number, old: Number, told: re.Match[str]) -> Iterator[Mismatch]:
    if any(n.doubtful or n.qualifier != "exact" for n in (new, change, old)):
        return
    low, high = new.low - old.high, new.high - old.low
    if told.group("less"):
        low, high = -high, -low
    if low <= change.high and change.low <= high:
        return
    word = "less" if told.group("less") else "more"
    yield Mismatch(
        f"From {old.printed} to {new.printed} is {new.show(new.value - old.value)}; "
        f"the text says {change.printed} {word}.",
        (old, new, change),
        "a difference against both its ends",
        "likely",
    )
