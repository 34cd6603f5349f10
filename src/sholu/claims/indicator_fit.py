"""Whether a figure can be an indicator's at all: by its unit, and by what it counts."""

from __future__ import annotations

import re

from sholu.mentions.model import Figure
from sholu.vocabulary.model import Vocabulary, VocabularyError

ONE_SUBSTANCE: frozenset[str] = frozenset({"seizure_mass"})
"""Indicators of a named drug: a figure of all drugs together isn't theirs."""

ALL_DRUGS: frozenset[str] = frozenset({"seizure_total"})
"""Indicators of all drugs together: a figure of a named drug isn't theirs."""

EVERY_DRUG: frozenset[str] = frozenset({"narcotic_drugs", "psychoactive_substances"})
"""Codes of substances that mean drugs of every kind."""

COUNTED_ALIKE: dict[str, str] = {
    "count of offences": "count of cases",
    "count of facts": "count of cases",
}
"""Sources say crimes, cases and facts of one and the same count; the cue tells which is meant."""

_CURRENCY = re.compile(r"\bmoney \w+")
TOTAL = re.compile(
    r"\b(?:total|all drugs|in all|overall|altogether|всего|итого|общ(?:ий|ая|ее|его|ей)|"
    r"барлығы|жалпы|жиыны)\b",
    re.IGNORECASE,
)
"""Words of a sum over all drugs."""


def dimension_of(figure: Figure, vocabulary: Vocabulary) -> str | None:
    """What a figure's unit measures, by its plain name; None without a known unit."""
    if figure.unit is None:
        return None
    try:
        return plain_dimension(vocabulary.unit(figure.unit).dimension)
    except VocabularyError:
        # Bus stops and nominations are counted as items, of which the vocabulary knows no unit.
        return None


def plain_dimension(dimension: str) -> str:
    """A dimension with all currencies as one, and all counts of offences as one."""
    plain = _CURRENCY.sub("money", dimension)
    return COUNTED_ALIKE.get(plain, plain)


def unit_fits(figure: Figure, indicator: str, vocabulary: Vocabulary) -> bool:
    """Whether a figure's unit can be an indicator's.

    The same dimension, in any currency; or only its numerator where the text says the rest in
    words: a price "for one gram … 7,000 tenge", a yearly volume "annually … 20 t". A rate per
    so many people is never meant by a plain count.
    """
    own = dimension_of(figure, vocabulary)
    asked = plain_dimension(vocabulary.unit(vocabulary.indicator(indicator).unit).dimension)
    numerator, _, denominator = asked.partition("/")
    return own is not None and (own == asked or (own == numerator and denominator != "number"))


def counted_of(code: str | None) -> str:
    """``one`` for a drug or a kind of drugs, ``all`` for drugs of every kind, else ``unknown``."""
    if code is None:
        return "unknown"
    return "all" if code in EVERY_DRUG else "one"


def only_code(codes: set[str], figure: Figure, counted: str, vocabulary: Vocabulary) -> str | None:
    """The one code that is left when what is counted and the unit's denominator are looked at."""
    left = {code for code in codes if _counts(code, counted)}
    if len(left) > 1 and figure.unit is not None and "/" in figure.unit:
        per = figure.unit.split("/", 1)[1]
        exact = {code for code in left if vocabulary.indicator(code).unit.endswith(f"/{per}")}
        left = exact or left
    return left.pop() if len(left) == 1 else None


def _counts(code: str, counted: str) -> bool:
    if code in ONE_SUBSTANCE:
        return counted == "one"
    return counted == "all" if code in ALL_DRUGS else True
