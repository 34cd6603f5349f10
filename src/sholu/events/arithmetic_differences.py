"""A difference against both its ends: 57 kg, 12 kg more than a year before (40 kg)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sholu.events.arithmetic_mismatch import Mismatch
from sholu.events.arithmetic_numbers import TIME, Number

_MORE_THAN = re.compile(
    r"(?:\s\w+)?\s(?:(?P<more>more|higher|больше|выше)|(?P<less>fewer|less|lower|меньше|ниже)),?"
    r"\s(?:than|чем)\b[^.;:\d]{0,70}(?:20\d\d[^.;:\d]{0,20})?",
    re.IGNORECASE,
)
_BRACKETED_PAST = re.compile(r"[^.;:\d]{0,60}[дт][ае]н\s?\(")
_KAZAKH_MORE = re.compile(
    r"(?:-?\w{1,3})?\s(?:(?P<more>көп|артық|жоғары)|(?P<less>аз|кем|төмен))\b", re.IGNORECASE
)


def check_differences(text: str, numbers: Sequence[Number]) -> Iterator[Mismatch]:
    """Differences of a sentence that what is and what was do not make.

    Args:
        numbers: of one sentence.
    """
    amounts = [number for number in numbers if number.unit not in TIME]  # than a year before
    for one, two, three in zip(amounts, amounts[1:], amounts[2:], strict=False):
        if not (one.unit == two.unit == three.unit) or one.unit in ("%", "times"):
            continue
        told = _MORE_THAN.fullmatch(text, two.end, three.start)
        if told is not None:
            yield from _check(one, two, three, told)
        elif _BRACKETED_PAST.fullmatch(text, one.end, two.start):
            told = _KAZAKH_MORE.match(text, three.end)
            if told is not None:
                yield from _check(one, three, two, told)


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
