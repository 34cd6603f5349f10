"""A headline's count whose digits changed places, or one of them, against the text's."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import combinations

from sholu.events.arithmetic_numbers import TIME, Number
from sholu.events.arithmetic_slips import changed_places, differ_by_slip
from sholu.mentions.model import Figure

_PRISON = re.compile(
    r"\b(?:prison|jail|sentence\w*|imprison\w*|лишени\w+|колони\w+|тюрьм\w*|айыру)\b", re.IGNORECASE
)
_LEAST = 10
_MOST_SUMMED = 8
_STEM = 4
_WORD = re.compile(r"[^\W\d_]{4,}")


def slipped_in_headline(
    figure: Figure, number: Number, same_unit: Sequence[Figure], told: Sequence[Number]
) -> Number | None:
    """The number of the text that the headline gives with a slip; none if the text tells its own.

    Args:
        figure: of the headline, and ``number`` as read.
        same_unit: figures of the text of its unit, and ``told`` as read.
    """
    if not _is_plain(number) or len(told) > _MOST_SUMMED or is_told(number, told):
        return None
    if number.unit in TIME:
        return _other_term(figure, number, same_unit, told)
    pairs = list(zip(same_unit, told, strict=True))
    near = [
        other
        for said, other in pairs
        if _is_plain(other)
        and (changed_places(number.value, other.value) or _one_digit(number, other, told))
        and (number.unit == "tablet" or _share_a_word(figure, said))
    ]
    return near[0] if len(near) == 1 else None


def _is_plain(number: Number) -> bool:
    """Whether a number has two digits or more, and neither rounding nor doubt."""
    usable = number.qualifier == "exact" and number.whole and not number.doubtful
    named = number.unit not in (None, "%", "times") and "/" not in (number.unit or "/")
    return usable and named and (number.value >= _LEAST or number.unit in TIME)


def _one_digit(number: Number, other: Number, told: Sequence[Number]) -> bool:
    """One digit of three or more, where the text has no other number of the kind."""
    return len(told) == 1 and differ_by_slip(number.value, other.value)


def _share_a_word(figure: Figure, other: Figure) -> bool:
    """Whether the headline and the text call what is counted, or what was done, alike."""
    return bool(_stems(figure) & _stems(other)) or "person" == figure.unit_base == other.unit_base


def _stems(figure: Figure) -> set[str]:
    return {word[:_STEM].casefold() for word in _WORD.findall(figure.of or "")}


def _other_term(
    figure: Figure, number: Number, same_unit: Sequence[Figure], told: Sequence[Number]
) -> Number | None:
    """The only term of the text, if the headline has another."""
    terms = [
        other
        for said, other in zip(same_unit, told, strict=True)
        if _PRISON.search(said.of or "") or said.of_code
    ]
    if len(told) != 1 or len(terms) != 1 or not _PRISON.search(figure.of or ""):
        return None
    (other,) = terms
    return other if _is_plain(other) and abs(other.value - number.value) >= 1 else None


def is_told(number: Number, told: Sequence[Number]) -> bool:
    """Whether some of the text's figures, alone or together, can be what the headline rounds."""
    return any(
        sum(n.low for n in some) <= number.high and number.low <= sum(n.high for n in some)
        for size in range(1, len(told) + 1)
        for some in combinations(told, size)
    )
