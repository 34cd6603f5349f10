"""Which substances of two reports may be one: a group's name fits every drug, hemp is one plant."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from sholu.vocabulary.load import load

GENERAL = frozenset(
    {
        "narcotic_drugs", "psychotropic_substances", "psychoactive_substances", "synthetic_drugs",
        "hard_drugs", "natural_drugs", "analogues", "nps", "precursors", "pharmacy_drugs",
        "opiates",
    }
)  # fmt: skip
"""Substances that name a group: one report may say them where another names the drug."""

UNNAMED = frozenset({"narcotic_drugs", "psychotropic_substances", "psychoactive_substances"})
"""Words for drugs of every sort: an amount of them is one of any drug."""

HEMP = {"cannabis_herb": "cannabis", "cannabis_plants": "cannabis", "cannabis_seeds": "cannabis"}
"""One plant, as outlets call it."""


def particular(codes: Iterable[str]) -> set[str]:
    """Those of some substances that name one, not a group."""
    return {HEMP.get(code, code) for code in codes} - GENERAL


def groups_of(codes: Iterable[str]) -> set[str]:
    """The groups of substances: hashish and cannabis are of one."""
    return {_groups()[code] for code in codes if code in _groups()}


@lru_cache(maxsize=1)
def _groups() -> dict[str, str]:
    return {substance.code: substance.group for substance in load().substances}
