"""Lots of one size against their total: five packets of 400 grams each, 2.5 kg in all."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from sholu.events.arithmetic_mismatch import Mismatch
from sholu.events.arithmetic_numbers import Number
from sholu.events.arithmetic_totals import is_total

_MEASURES = frozenset(("g", "ml"))
_OF_SIZE = re.compile(r"(?:\s\w+){0,2},?\s(?:of|по)\s(?:about |roughly |около |примерно )?", re.I)
_EACH = re.compile(r"\b(?:each|apiece|каждый|каждая|каждом|каждое|каждого|әрқайсысы\w*)\b", re.I)
_KAZAKH_SIZE = re.compile(r"(?:\s\w+){0,2}\s", re.IGNORECASE)
_ABLATIVE = re.compile(r"\w+[дтн][ае]н")
_FEWEST = 2


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
        later = (n for n in numbers if n.start >= two.end and n.unit == size.unit)
        whole = next((n for n in later if is_total(text, n, start, end)), None)
        if whole is not None and not _makes(lots, size, whole):
            yield Mismatch(
                f"{lots.printed} × {size.printed} make {whole.show(lots.value * size.value)}, "
                f"not {whole.printed}.",
                (lots, size, whole),
                "lots of one size against their total",
                "likely",
            )


def _are_lots(text: str, one: Number, two: Number, start: int, end: int) -> bool:
    """``четыре свёртка по 250 граммов``, ``әрқайсысы 2 келіден үш қапшық``."""
    between = text[one.end : two.start]
    each = _EACH.search(text, start, end) is not None
    if one.measured:
        ablative = _ABLATIVE.fullmatch(one.printed.split()[-1]) is not None
        return ablative and each and _KAZAKH_SIZE.fullmatch(between) is not None
    if _OF_SIZE.fullmatch(between):
        return True
    return each and not re.search(r"[.;:()]", between)


def _makes(lots: Number, size: Number, whole: Number) -> bool:
    if size.whole and whole.whole and size.shown_unit == whole.shown_unit:
        return bool(lots.value * size.value == whole.value)
    low, high = lots.low * size.low, lots.high * size.high
    return low <= whole.high and whole.low <= high
