"""The substances of an event: those that its item mentions, but no group beside its member.

A choice by learnt weights (where a substance stands, what is counted of it, what its sentence
speaks of) left out as many rightly as wrongly, so what is mentioned is told.
"""

from __future__ import annotations

import re

from sholu.events.item import Reading, ToldItem
from sholu.vocabulary.model import Vocabulary

_OF_ONE_CASE = frozenset(("seizure", "arrest", "court", "death"))
"""Kinds of event in which ``potent drugs`` are the medicine that is named; a check of pharmacies or
a bill is about all of them."""

_ONE_OPIOID = re.compile(r"opi(?:oid|ate)", re.IGNORECASE)
"""``metonitazene, an opioid``, ``opioid therapy with methadone``: what sort of substance it is."""


def told_substances(
    item: ToldItem, reading: Reading, vocabulary: Vocabulary, kind: str | None
) -> tuple[str, ...]:
    """The codes of an event's substances, in the order of the text."""
    quotes: dict[str, list[str]] = {}
    for mention in reading.mentions(item.start, item.end, "substance"):
        if mention.code:
            quotes.setdefault(mention.code, []).append(mention.span.quote)
    groups = {code: vocabulary.substance(code).group for code in quotes}
    return tuple(
        code
        for code in quotes
        if list(groups.values()).count(groups[code]) == 1
        or not _is_only_a_sort(code, quotes[code], kind)
    )


def _is_only_a_sort(code: str, quotes: list[str], kind: str | None) -> bool:
    """Whether a name of a group says of the member named beside it what sort it is."""
    if code == "pharmacy_drugs":
        return kind in _OF_ONE_CASE
    return code == "opiates" and all(_ONE_OPIOID.fullmatch(quote) for quote in quotes)
