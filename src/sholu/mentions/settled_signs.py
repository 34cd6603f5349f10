"""A comma before three digits is not doubtful where the text shows how it uses commas."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from sholu.mentions.model import Figure
from sholu.mentions.sentences import Sentence
from sholu.mentions.suspects import AMBIGUOUS_SIGN

_COMMA = re.compile(r"(?<![\d.,])(\d+),(\d+)(?![.,]?\d)")
_GROUP = 3
"""Digits between commas that part thousands."""


def settle_signs(figures: Sequence[Figure], sentences: Sequence[Sentence]) -> list[Figure]:
    """Take the doubt from figures whose comma is used alike by the others of their section.

    A section runs from a heading to the next, for items of a bulletin come from several sources,
    each with its own signs. A full stop tells nothing of commas: who translates 3,6 t as 3.6 t may
    leave 5,065 kg as it was.
    """
    headings = [sentence.start for sentence in sentences if sentence.kind == "heading"]
    sections: defaultdict[int, list[Figure]] = defaultdict(list)
    for figure in figures:
        sections[bisect_right(headings, figure.span.start)].append(figure)
    settled = {id(one) for told in sections.values() for one in _settled(told)}
    return [
        replace(figure, suspect=None, likely_reading=None) if id(figure) in settled else figure
        for figure in figures
    ]


def _settled(section: Sequence[Figure]) -> list[Figure]:
    """The figures of a section whose comma is not in doubt after all."""
    doubtful = [figure for figure in section if figure.suspect == AMBIGUOUS_SIGN]
    if not doubtful:
        return []
    signs = (
        _has_decimal_comma(figure)
        for figure in section
        if figure.suspect is None or _ends_in_zeros(figure)
    )
    shown = {decimal for decimal in signs if decimal is not None}
    told = _told_amounts([figure for figure in section if figure.suspect is None])
    return [
        figure
        for figure in doubtful
        if shown == {_has_decimal_comma(figure)} or _is_told(figure, told)
    ]


_ROUNDED = 0.05
"""By what share of an amount its parts or its round form may differ from it."""
_MOST_PARTS = 4


def _told_amounts(sure: Sequence[Figure]) -> dict[str, list[float]]:
    """By unit the amounts of figures and of those that follow one another, in order of size."""
    amounts: defaultdict[str, list[float]] = defaultdict(list)
    for figure in sure:
        if figure.unit_base is not None and figure.value_base is not None:
            amounts[figure.unit_base].append(figure.value_base)
    return {
        unit: sorted(
            sum(told[first:stop])
            for first in range(len(told))
            for stop in range(first + 1, min(first + _MOST_PARTS, len(told)) + 1)
        )
        for unit, told in amounts.items()
    }


def _is_told(figure: Figure, told: Mapping[str, Sequence[float]]) -> bool:
    """Whether an amount is told again where no comma is in doubt: ``1,817 kg`` beside ``over 1.8
    tons``, or beside its parts, ``one and a half tons of opium and nearly 300 kg of hashish``."""
    whole, amounts = figure.value_base, told.get(figure.unit_base or "", ())
    if whole is None:
        return False
    nearest = bisect_left(amounts, whole * (1 - _ROUNDED))
    return nearest < len(amounts) and amounts[nearest] <= whole * (1 + _ROUNDED)


def _ends_in_zeros(figure: Figure) -> bool:
    """``2,000 tonnes``, ``1,600 ml``: nobody prints zeros behind decimals."""
    return re.search(r"\d,\d00(?!\d)", figure.value_printed) is not None


def _has_decimal_comma(figure: Figure) -> bool | None:
    """Whether a figure was read with its comma before decimals; None if it has no comma.

    ``1,1 million`` says nothing, for its value is not what is printed.
    """
    number = _COMMA.search(figure.value_printed)
    if number is None:
        return None
    whole, rest = number.groups()
    if len(rest) == _GROUP and float(whole + rest) == figure.value:
        return False
    return True if float(f"{whole}.{rest}") == figure.value else None
