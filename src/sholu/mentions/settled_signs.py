"""A comma before three digits is not doubtful where the text shows how it uses commas."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
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
    sure = [figure for figure in figures if figure.suspect is None]
    shown: defaultdict[int, set[bool]] = defaultdict(set)
    for figure in figures:
        decimal = _has_decimal_comma(figure)
        if decimal is not None and (figure.suspect is None or _ends_in_zeros(figure)):
            shown[bisect_right(headings, figure.span.start)].add(decimal)
    return [
        replace(figure, suspect=None, likely_reading=None)
        if figure.suspect == AMBIGUOUS_SIGN
        and (
            shown[bisect_right(headings, figure.span.start)] == {_has_decimal_comma(figure)}
            or _is_told_by_others(figure, sure)
        )
        else figure
        for figure in figures
    ]


_ROUNDED = 0.05
"""By what share of an amount its parts or its round form may differ from it."""
_MOST_PARTS = 4


def _is_told_by_others(figure: Figure, sure: Sequence[Figure]) -> bool:
    """Whether an amount is told again where no comma is in doubt: ``1,817 kg`` beside ``over 1.8
    tons``, or beside its parts, ``one and a half tons of opium and nearly 300 kg of hashish``."""
    whole = figure.value_base
    if whole is None:
        return False
    others = [
        other.value_base
        for other in sure
        if other.unit_base == figure.unit_base and other.value_base is not None
    ]
    sums = (
        sum(others[first:stop])
        for first in range(len(others))
        for stop in range(first + 1, min(first + _MOST_PARTS, len(others)) + 1)
    )
    return any(abs(whole - told) <= _ROUNDED * whole for told in sums)


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
