"""The country that a parliament's name or the money says, where no place does."""

from __future__ import annotations

import re
from collections.abc import Mapping

from sholu.events.item import Reading, ToldItem

_PARLIAMENTS = {
    "KZ": re.compile(r"\b(?:мажилис|мәжіліс|маслихат|мәслихат|ma[zj]h?ilis|maslikhat)", re.I),
    "KG": re.compile(r"\b(?:жогорку\s+кенеш|жоғорку\s+кеңеш|jogorku\s+kenesh)", re.I),
    "UZ": re.compile(r"\b(?:олий\s+мажлис|oliy\s+ma[jz]h?lis)", re.I),
    "TJ": re.compile(r"\b(?:маджлиси\s+(?:оли|милли|намо)|majlisi\s+(?:oli|milli|namo))", re.I),
    "TM": re.compile(r"\b(?:милли\s+генгеш|халк\s+маслахат|milli\s+gengesh|halk\s+maslahat)", re.I),
}
_MONEY = {
    "KZ": re.compile(r"\b(?:тенге|теңге\w*|tenge)\b", re.I),
    "KG": re.compile(r"\b(?:сомов|сома|сомға|сомнан|soms?)\b", re.I),
    "UZ": re.compile(r"\b(?:сумов|сума|soums?)\b", re.I),
    "TJ": re.compile(r"\b(?:сомони|somonis?)\b", re.I),
}
"""Of one country only: manats are Turkmenistan's and Azerbaijan's."""


def country_of_parliament(item: ToldItem, reading: Reading) -> str | None:
    """The one country whose parliament or councils are named."""
    return _only(_PARLIAMENTS, item, reading)


def country_of_money(item: ToldItem, reading: Reading) -> str | None:
    """The one country whose money is counted in."""
    return _only(_MONEY, item, reading)


def _only(signs: Mapping[str, re.Pattern[str]], item: ToldItem, reading: Reading) -> str | None:
    text = reading.spelled(f"{item.title}\n") + reading.words(item.start, item.end)
    found = [code for code, pattern in signs.items() if pattern.search(text)]
    return found[0] if len(found) == 1 else None
