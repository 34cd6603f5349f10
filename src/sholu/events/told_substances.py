"""The substances of an event: those that its item mentions, but no group beside its member.

A choice by learnt weights (where a substance stands, what is counted of it, what its sentence
speaks of) left out as many rightly as wrongly, so what is mentioned is told.
"""

from __future__ import annotations

import re

from sholu.events.item import Reading, ToldItem
from sholu.mentions.model import Mention
from sholu.vocabulary.model import Vocabulary

_OF_ONE_CASE = frozenset(("seizure", "arrest", "court", "death"))
"""Kinds of event in which ``potent drugs`` are the medicine that is named; a check of pharmacies or
a bill is about all of them."""

_ONE_OPIOID = re.compile(r"opi(?:oid|ate)", re.IGNORECASE)
"""``metonitazene, an opioid``, ``opioid therapy with methadone``: what sort of substance it is."""


_COMPARED = re.compile(
    r"(?:\b(?:than|unlike|like|as\s+with|compared\s+(?:to|with)|as\s+\w+\s+as"
    r"|чем|как\s+(?:у|от|и|при)|в\s+отличие\s+от"
    r"|сильнее|опаснее|мощнее|токсичнее|дороже|дешевле)\s+(?:ordinary\s+|обычн\w+\s+)?[«\"“]?)$",
    re.IGNORECASE,
)
"""``stronger than heroin``: a measure for the substance that the item is on."""

_COMPARED_AFTER = re.compile(
    r"[»\"”]?(?:\s+\S+){0,2}?\s+(?:күшті|қауіпті|қымбат|арзан|тиімді|уытты)\w*|\s+(?:сияқты|секілді)\b",
    re.IGNORECASE,
)
_KAZAKH_THAN = re.compile(r"(?:[дт][ае]н|н[ае]н)$", re.IGNORECASE)
_LONG_PAST = re.compile(
    r"\b(?:previously(?!\s+convicted\s+(?:man|woman|resident))|had\s+used"
    r"|earlier\s+(?:he|she|they|the\s+man|the\s+woman)"
    r"|ранее(?!\s+(?:не)?\s*судим)|прежде|судим\w*\s+за"
    r"|бұрын(?:\s+да)?(?=[^.]*\bсотт))\b",
    re.IGNORECASE,
)
"""What somebody had, took or sold at another time."""

_END = re.compile(r"[;:]|[.!?…](?=\s+[«\"“A-ZА-ЯЁӘҒҚҢӨҰҮІ–—])|\n")


def told_substances(
    item: ToldItem, reading: Reading, vocabulary: Vocabulary, kind: str | None
) -> tuple[str, ...]:
    """The codes of an event's substances, in the order of the text."""
    mentions = [m for m in reading.mentions(item.start, item.end, "substance") if m.code]
    told = [mention for mention in mentions if not _is_aside(mention, item, reading)]
    quotes: dict[str, list[str]] = {}
    for mention in told or mentions:
        quotes.setdefault(mention.code or "", []).append(mention.span.quote)
    groups = {code: vocabulary.substance(code).group for code in quotes}
    return tuple(
        code
        for code in quotes
        if list(groups.values()).count(groups[code]) == 1
        or not _is_only_a_sort(code, quotes[code], kind)
    )


def _is_aside(mention: Mention, item: ToldItem, reading: Reading) -> bool:
    """Whether a substance is only compared with, or belongs to what happened long before."""
    start, end = mention.span.start, mention.span.end
    before = _END.split(reading.words(max(item.start, start - 200), start))[-1]
    after = _END.split(reading.words(end, min(item.end, end + 200)))[0]
    quote = reading.spelled(mention.span.quote)
    compared = _COMPARED.search(before) or (
        _KAZAKH_THAN.search(quote) and _COMPARED_AFTER.match(after)
    )
    return bool(compared) or _is_long_past(before, after, start, item)


def _is_long_past(before: str, after: str, start: int, item: ToldItem) -> bool:
    """Whether a sentence in the middle of a report tells of another time and counts nothing."""
    in_title = item.title_end is not None and start < item.title_end
    sentence = f"{before} {after}"
    return not in_title and bool(_LONG_PAST.search(sentence))


def _is_only_a_sort(code: str, quotes: list[str], kind: str | None) -> bool:
    """Whether a name of a group says of the member named beside it what sort it is."""
    if code == "pharmacy_drugs":
        return kind in _OF_ONE_CASE
    return code == "opiates" and all(_ONE_OPIOID.fullmatch(quote) for quote in quotes)
