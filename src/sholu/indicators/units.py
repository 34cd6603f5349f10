"""Bring a value to the unit of its indicator, once, or say why that can't be done."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sholu.claims.indicator_fit import COUNTED_ALIKE
from sholu.core.quantity import Unit
from sholu.vocabulary.model import Indicator, Vocabulary, VocabularyError

_MONEY = re.compile(r"^[A-Z]{3}(?=/|$)")


PRICE_OF_A_PORTION = "price_dose"
"""Its unit is that of the portion sold: nobody knows how many doses a matchbox holds."""


@dataclass(frozen=True)
class Scale:
    """How a value gets from its own unit to ``unit``: it is multiplied by ``factor``.

    Attributes:
        note: what was taken from the indicator because the source doesn't say it.
    """

    unit: str
    factor: float
    note: str = ""


def scale_to(indicator: Indicator, unit: str, vocabulary: Vocabulary) -> Scale | str:
    """The way from a unit to the one that an indicator's observations are printed in.

    Money stays in its currency, because a rate of exchange belongs to a date and a source: a price
    of a gram in dollars is a series of its own, in USD/g. Cases, facts and offences of one
    indicator count the same thing under three words.

    Returns:
        the scale, or the reason why there is none.

    Example:
        >>> from sholu.vocabulary import load
        >>> scale_to(load().indicator("seizure_mass"), "t", load())
        Scale(unit='kg', factor=1000.0, note='')
    """
    try:
        own = vocabulary.unit(unit)
    except VocabularyError:
        return f"the unit {unit!r} is not known"
    if indicator.code == PRICE_OF_A_PORTION and "/count of " in own.dimension:
        return Scale(own.code, 1.0)
    asked = vocabulary.unit(_in_currency_of(unit, indicator.unit))
    if _alike(own.dimension) == _alike(asked.dimension):
        return Scale(asked.code, _rounded(own.factor / asked.factor))
    if "/" in asked.code and _alike(own.dimension) == _alike(asked.dimension.split("/")[0]):
        return _with_denominator(own, asked, vocabulary)
    return f"{unit} measures {own.dimension}, but {indicator.code} is in {indicator.unit}"


def scaled(value: float | None, scale: Scale) -> float | None:
    """The value in the scale's unit, with 12 significant digits (see `Quantity.in_base`)."""
    return None if value is None else float(f"{value * scale.factor:.12g}")


def _alike(dimension: str) -> str:
    return COUNTED_ALIKE.get(dimension, dimension)


def _in_currency_of(unit: str, asked: str) -> str:
    """The indicator's unit, in the currency that the value has."""
    own = _MONEY.match(unit)
    return _MONEY.sub(own.group(), asked) if own and _MONEY.match(asked) else asked


def _with_denominator(own: Unit, asked: Unit, vocabulary: Vocabulary) -> Scale | str:
    """A plain numerator, as "annually 20 t": the indicator says per what."""
    numerator, _, denominator = asked.code.partition("/")
    if vocabulary.unit(denominator).dimension == "number":
        return f"{own.code} is no rate: it lacks the denominator of {asked.code}"
    factor = own.factor / vocabulary.unit(numerator).factor
    return Scale(asked.code, _rounded(factor), f"per {denominator} as the indicator has it")


def _rounded(factor: float) -> float:
    return float(f"{factor:.12g}")
