"""Which figures are amounts, that two events seldom share, and how many digits they have."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sholu.entities.model import ComparedFigure

MEASURED = frozenset({"g", "l", "m2"})
"""Base units of amounts, which two events seldom share even when they are small."""

PIECES = frozenset({"tablet", "capsule", "ampoule", "item", "dose", "stash", "package", "blotter"})
PIECE = "piece"
"""One outlet's tablets, stashes or packets are another's doses or things."""

FEW_THINGS, MANY_THINGS = 5, 50
"""Eight packages or 214 stashes: the first tell a little, the second as much as a mass."""

MUCH_MONEY = 1000
"""A smaller sum is a price or a fine."""

LONG, SHORT = 3, 2
"""Digits before the noughts of a number that hardly any other event has, or few others have."""


def unit_of(figure: ComparedFigure) -> str | None:
    """The unit, or one word for all units of things."""
    return PIECE if figure.unit in PIECES else figure.unit


def is_amount(figure: ComparedFigure) -> bool:
    """Whether a value is one of those that two events seldom share."""
    if figure.unit in PIECES:
        return figure.value >= MANY_THINGS
    is_money = figure.unit is not None and len(figure.unit) == 3 and figure.unit.isupper()
    return figure.unit in MEASURED or (is_money and figure.value >= MUCH_MONEY)


def digits(value: float) -> int:
    """Digits before the noughts.

    >>> digits(5240.0), digits(5000.0), digits(0.25)
    (3, 1, 2)
    """
    return len(f"{value:.12g}".replace(".", "").strip("0"))
