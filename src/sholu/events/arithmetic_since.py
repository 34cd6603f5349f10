"""A change whose two numbers stand in two sentences, one of them said to be of the time before."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sholu.events.arithmetic_changes import (
    Change,
    Pair,
    change_mismatch,
    changes,
    is_right,
    pairs,
)
from sholu.events.arithmetic_mismatch import Mismatch
from sholu.events.arithmetic_numbers import TIME, Number, same_thing


def check_change_since(
    text: str,
    numbers: Sequence[Number],
    before: Sequence[Number],
    opened: int,
    start: int,
    end: int,
) -> Iterator[Mismatch]:
    """A change of which one number or both stand in the sentence before, one of them as past.

    ``There were 640 cases. A year earlier there were 800, so the fall is 30 per cent.``

    Args:
        before: numbers of the sentence before, in the same paragraph; it begins at ``opened``.
    """
    if opened < start and not _amounts(before):
        yield from _check_lone(text, list(changes(text, before, opened, start)), numbers)
    own = [n for n in numbers if n.unit not in ("%", "times")]
    every = list(changes(text, numbers, start, end))
    if not own and every and all(change.times for change in every):
        yield from _check_lone(text, every, before)
        return
    if every and all(change.times for change in every) and len(own) == _TWO:
        yield from _check_lone(text, every, own)
        return
    told = [c for c in every if c.number is not None and not c.times]
    if len(told) != 1 or next(pairs(text, numbers, start), None):
        return
    change = told[0]
    compared = list(_past_pairs(text, [*before, *own], change))
    fits = any(is_right(change, pair) for pair in compared)
    if compared and not fits and len(compared) <= _MOST_PAIRS:
        yield change_mismatch(change, compared[0])


def _check_lone(text: str, told: Sequence[Change], beside: Sequence[Number]) -> Iterator[Mismatch]:
    """``It was 900 kg, a year earlier 300. The amount doubled``: only of two lone numbers.

    The change may stand before them, too: ``It doubled. In 2022 they took 900 kg, in 2023 300``.
    """
    counts = _amounts(beside)
    if not told or len(counts) != _TWO or counts[0].unit != counts[1].unit:
        return
    if not same_thing(*counts) and not _same_noun(*counts):
        return
    if any(n.qualifier != "exact" or n.doubtful or n.value <= 0 for n in counts):
        return
    old = _older(text, counts)
    if old is None:
        return
    new = counts[0] if old is counts[1] else counts[1]
    pair = Pair(old=old, new=new)
    ratio = max(old.value, new.value) / min(old.value, new.value)
    if ratio > _LARGEST or any(is_right(change, pair) for change in told):
        return
    yield change_mismatch(told[0], pair)


def _amounts(numbers: Sequence[Number]) -> list[Number]:
    return [n for n in numbers if n.unit not in (*TIME, "%", "times") and _is_amount(n)]


def _is_amount(number: Number) -> bool:
    """No year, nor the months or days of a period without their unit (алғашқы үш айында)."""
    return number.unit is not None or number.value > _MONTHS


_MONTHS = 12


def _same_noun(one: Number, two: Number) -> bool:
    """The later may be told by the words around it: 30 thousand tablets were held."""
    return not one.measured or "…" in (two.of or "")


def _older(text: str, counts: Sequence[Number]) -> Number | None:
    """Which of two numbers was told as of the time before."""
    past = [n for n in counts if _is_past(text, n, counts)]
    if len(past) == 1:
        return past[0]
    years = [_year_before(text, n, counts) for n in counts]
    if years[0] and years[1] and years[0] != years[1]:
        return counts[years.index(min(years))]
    now = [n for n in counts if _NOW.search(_stretch_before(text, n, counts))]
    if len(now) == 1 and any(years[place] for place, n in enumerate(counts) if n is not now[0]):
        return next(n for n in counts if n is not now[0])
    return None


_NOW = re.compile(
    r"\b(?:this year|now|(?:в|за) (?:этом|нынешнем|текущем|этот)|сейчас|теперь|биыл\w*|осы жыл\w*"
    r"|қазір)\b",
    re.IGNORECASE,
)


_TWO = 2
_LARGEST = 20
"""A multiple beyond which the two numbers are hardly of one thing."""
_YEAR = re.compile(r"\b(20\d\d)\b")


def _year_before(text: str, number: Number, counts: Sequence[Number]) -> str:
    """The only year told before a number, after the one before it; empty if there is none."""
    years = _YEAR.findall(_stretch_before(text, number, counts))
    return years[0] if len(years) == 1 else ""


def _stretch_before(text: str, number: Number, counts: Sequence[Number]) -> str:
    """The words between a number and the one before it, in one clause."""
    since = max((n.end for n in counts if n.end <= number.start), default=number.start - _REACH)
    stretch = text[max(0, since, number.start - _REACH) : number.start]
    return re.split(r"[.;]\s", stretch)[-1]


_MOST_PAIRS = 5
"""A total and the few parts of it that a bracket may be compared with."""


def _past_pairs(text: str, window: Sequence[Number], change: Change) -> Iterator[Pair]:
    """The numbers that a change may compare, if one of them alone is said to be past."""
    counts = [n for n in window if n.unit not in ("%", "times")]
    past = [n for n in counts if _is_past(text, n, counts)]
    if len(past) != 1:
        return
    old = past[0]
    if max(old.start - change.end, change.start - old.end) <= _REACH:
        new = [n for n in counts if n.start < old.start and _may_be_new(n, old)]
        if len(new) > 1 and ":" not in text[new[0].end : new[1].start]:
            return  # 4,200 in one country, 5,100 in the other: not a total with its parts
        yield from (Pair(old=old, new=number) for number in new)


_REACH = 110
_PAST = (
    r"(?:a|one) year (?:ago|earlier|before)|last year|(?:the )?year before"
    r"|previous year|same period"
    r"|год(?:ом)? (?:назад|ранее)|прошл\w+ год\w*|прошл\w+ период\w*|прошлогодн\w+|предыдущ\w+"
    r"|(?:аналогичн\w+|такой же|таком же)|АППГ|былтыр\w*|өткен жыл\w*|бір жыл бұрын"
    r"|алдыңғы жыл\w*|сәйкес кезең\w*"
)
_PAST_BEFORE = re.compile(
    rf"\b(?:{_PAST})\b[^.;()\d]{{0,60}}(?:20\d\d[^.;()\d]{{0,20}})?\(?\s?$", re.I
)
_PAST_AFTER = re.compile(rf"[^.,;:()\d–—-]{{0,20}}\b(?:{_PAST})\b", re.IGNORECASE)


def _is_past(text: str, number: Number, counts: Sequence[Number]) -> bool:
    """Whether words beside a number say that it is of the time before."""
    alike = [n.end for n in counts if n.end <= number.start and n.unit == number.unit]
    since = max(alike, default=number.start - _REACH)
    before = text[max(since, number.start - _REACH) : number.start]
    return bool(_PAST_BEFORE.search(before) or _PAST_AFTER.match(text, number.end))


def _may_be_new(number: Number, old: Number) -> bool:
    """Whether a number may be what the past one came to; nine, of nine months, is not."""
    bare = None in (number.unit, old.unit) and number.value > old.value / 3
    return bare or number.unit == old.unit
