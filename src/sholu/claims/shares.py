"""Tell a share in brackets by arithmetic: ``drugs – 15.9 t, of which heroin – 172.7 kg (1 %)``."""

from __future__ import annotations

import re

from sholu.claims.statement import Statement
from sholu.mentions.model import Figure
from sholu.vocabulary.model import Vocabulary

PART, WHOLE, SHARE = "seizure_mass", "seizure_total", "seizure_share"
"""A share of drugs seized: the mass of one, of all, and what the first is of the second."""

_DECIMALS = re.compile(r"\d[.,](\d{1,2})(?!\d)")
_OPENING = re.compile(r"[^\w(]*\(\W*")


def add_shares(
    statement: Statement, codes: tuple[str | None, ...], vocabulary: Vocabulary
) -> tuple[str | None, ...]:
    """The indicators of a sentence's figures, with the shares that the masses beside them bear out.

    Args:
        statement: the sentence.
        codes: the indicator of each of its figures.
        vocabulary: to see whether it knows the share.
    """
    if WHOLE not in codes or all(indicator.code != SHARE for indicator in vocabulary.indicators):
        return codes
    whole = statement.figures[codes.index(WHOLE)]
    found = list(codes)
    for index in range(1, len(codes)):
        part, share = statement.figures[index - 1 : index + 1]
        between = statement.between(part.span.end, share.span.start)
        if (
            (codes[index - 1], codes[index], share.unit) == (PART, None, "%")
            and _OPENING.fullmatch(between)
            and _bears_out(part, whole, share)
        ):
            found[index] = SHARE
    return tuple(found)


def _bears_out(part: Figure, whole: Figure, share: Figure) -> bool:
    """Whether the share can be part of whole, each as exact as it is printed.

    A share may have been rounded or cut, so it is right to one unit of its last digit; masses to
    half a unit.
    """
    if part.value_base is None or whole.value_base is None:
        return False
    least_whole, most_whole = _bounds(whole)
    least, most = _bounds(part)
    step = _last_digit(share)
    lowest, highest = 100 * least / most_whole, 100 * most / max(least_whole, 1e-12)
    return lowest <= share.value + step and share.value - step <= highest


def _bounds(figure: Figure) -> tuple[float, float]:
    """The least and the most base units that a mass as printed may be."""
    assert figure.value_base is not None
    per_unit = figure.value_base / figure.value if figure.value else 1.0
    half = _last_digit(figure) / 2 * per_unit
    return figure.value_base - half, figure.value_base + half


def _last_digit(figure: Figure) -> float:
    """What one unit of the last printed digit is worth."""
    decimals = _DECIMALS.search(figure.value_printed)
    return 10.0 ** -len(decimals.group(1)) if decimals else 1.0
