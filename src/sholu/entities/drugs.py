"""Which substances of two reports may be one: a group's name fits every drug, hemp is one plant."""

from __future__ import annotations

from collections.abc import Iterable

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
