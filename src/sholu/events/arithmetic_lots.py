"""Lots of one size against their total: five packets of 400 grams each, 2.5 kg in all."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from sholu.events.arithmetic_mismatch import Mismatch
from sholu.events.arithmetic_numbers import Number
from sholu.events.arithmetic_totals import is_total

MONEY = frozenset(("KZT", "KGS", "UZS", "TJS", "TMT", "RUB", "USD", "EUR"))
_MEASURES = frozenset(("g", "ml")) | MONEY
_OF_SIZE = re.compile(r"(?:\s\w+){0,2},?\s(?:of|по)\s(?:about |roughly |около |примерно )?", re.I)
_EACH = re.compile(
    r"\b(?:each|apiece|каждый|каждая|каждом|каждое|каждого|каждому|әрқайсысы\w*)\b", re.I
)
_KAZAKH_SIZE = re.compile(r"(?:\s\w+){0,2}\s", re.IGNORECASE)
_ABLATIVE = re.compile(r"\w+[дтн][ае]н")
_OPENS_LOTS = re.compile(
    r"[^.;:()\d]{0,40}(?::|\(|\s[–—-])\s?"
    r"|[^.;:()\d]{0,60}(?:\b(?:in|packed in(?:to)?|в|во|расфасован\w* (?:в|по))\s(?:the )?)"
)
_GOES_ON = re.compile(r"\b(?:rest|remain\w*|остальн\w+|остат\w+|қалған\w*|по)\b", re.IGNORECASE)
_FEWEST = 2
_SIZE_AND_TOTAL = 2


def check_lots(text: str, numbers: Sequence[Number], start: int, end: int) -> Iterator[Mismatch]:
    """Totals of a sentence that the number of lots and the size of each do not make.

    Args:
        numbers: of the sentence at ``start:end``.
    """
    for one, two in pairwise(numbers):
        lots, size = (two, one) if one.measured else (one, two)
        if lots.measured or size.unit not in _MEASURES or lots.value < _FEWEST:
            continue
        if lots.doubtful or size.doubtful or not _are_lots(text, one, two, start, end):
            continue
        whole = _whole(text, numbers, one, two, size.unit, start, end)
        if whole is None or makes(lots, size, whole):
            continue
        yield Mismatch(
            f"{lots.printed} × {size.printed} make {whole.show(lots.value * size.value)}, "
            f"not {whole.printed}.",
            (lots, size, whole),
            "lots of one size against their total",
            "possible" if _may_make(lots, size, whole) else "likely",
        )


_EARNED = re.compile(
    r"\b(?:earn\w*|made|making|received|brought in|выручил\w*|заработал\w*|получил\w*)\s"
    r"(?:[^\W\d]+\s)?$"
    r"|(?:[дтн][ае]н)?\s(?:сатып|өткізіп),?\s$",
    re.IGNORECASE,
)


def makes(lots: Number, size: Number, whole: Number) -> bool:
    """Whether the lots are the total as printed; sums of money are rounded in the telling."""
    slack = _MONEY_SLACK if whole.unit in MONEY else 0.0
    return abs(lots.value * size.value - whole.value) <= slack * whole.value


_MONEY_SLACK = 0.06


def _whole(
    text: str, numbers: Sequence[Number], one: Number, two: Number, unit: str | None,
    start: int, end: int,
) -> Number | None:  # fmt: skip
    """The total after the lots, if it is called one; or just before them, up to a sign."""
    alike = [n for n in numbers if n.unit == unit and not n.doubtful]
    if len(alike) > _SIZE_AND_TOTAL:
        return None  # the total is of other things, too
    for number in alike:
        earned = number.unit in MONEY and _EARNED.search(text[two.end : number.start])
        if number.start >= two.end and (earned or is_total(text, number, start, end)):
            return number
    before = [n for n in alike if n.end <= one.start and n is not one]
    opened = before and _OPENS_LOTS.fullmatch(text, before[-1].end, one.start)
    return before[-1] if opened and not _GOES_ON.search(text, two.end, end) else None


def _are_lots(text: str, one: Number, two: Number, start: int, end: int) -> bool:
    """``четыре свёртка по 250 граммов``, ``әрқайсысы 2 келіден үш қапшық``."""
    between = text[one.end : two.start]
    each = _EACH.search(text, start, end) is not None
    if one.measured:
        ablative = _ABLATIVE.fullmatch(one.printed.split()[-1]) is not None
        return ablative and each and _KAZAKH_SIZE.fullmatch(between) is not None
    if _OF_SIZE.fullmatch(between):
        return True
    if two.unit in MONEY and _ABLATIVE.fullmatch(two.printed.split()[-1]):
        return _KAZAKH_SIZE.fullmatch(between) is not None
    return each and not re.search(r"[.;:()]", between)


def _may_make(lots: Number, size: Number, whole: Number) -> bool:
    """Whether the lots make the total if each number was rounded."""
    if whole.unit in MONEY or (size.whole and whole.whole and size.shown_unit == whole.shown_unit):
        return False
    low, high = lots.low * size.low, lots.high * size.high
    return low <= whole.high and whole.low <= high
