"""Substances that an item names in passing: to compare, by their smell, on a banner, by mistake."""

from __future__ import annotations

import re

from sholu.events.item import Reading, ToldItem
from sholu.mentions.model import Mention
from sholu.mentions.pointers import points_elsewhere

_OPENED, _CLOSED = '[«"“]?', '[»"”]?'

_COMPARED = re.compile(
    r"(?:\b(?:than|unlike|like|as\s+with|compared\s+(?:to|with)|as\s+\w+\s+as"
    r"|чем|как\s+(?:у|от|и|при)|в\s+отличие\s+от"
    rf"|сильнее|опаснее|мощнее|токсичнее|дороже|дешевле)\s+(?:ordinary\s+|обычн\w+\s+)?{_OPENED})$",
    re.IGNORECASE,
)
"""``stronger than heroin``: a measure for the substance that the item is on."""

_COMPARED_AFTER = re.compile(
    rf"{_CLOSED}(?:\s+\S+){{0,2}}?\s+(?:күшті|қауіпті|қымбат|арзан|тиімді|уытты)\w*"
    r"|\s+(?:сияқты|секілді)\b",
    re.IGNORECASE,
)
_KAZAKH_THAN = re.compile(r"(?:[дт][ае]н|н[ае]н)$", re.IGNORECASE)

_SMELT = re.compile(
    r"\b(?:smell(?:s|ed|ing)?|odou?rs?|reek(?:s|ed|ing)?|stank|stench|whiff|fumes"
    r"|запах\w*|пах(?:нет|нут|ло|ла|ли)?|тянуло|несло|веяло|разило|вонь|вони|воняло|аромат\w*)"
    rf"(?:\s+(?:strongly|of|like|very|резко|сильно))*(?:\s+\w+)?\s+{_OPENED}$",
    re.IGNORECASE,
)
_SMELT_AFTER = re.compile(
    rf"{_CLOSED}\s+(?:smell|odou?r|stench|fumes|иісі|иісін|иісінен|иісіне|иісімен)\b", re.IGNORECASE
)
_LEARNT_BY_DOGS = frozenset(("training",))
"""Kinds of event in which a smell is what is taught."""

_ON_A_BANNER = re.compile(rf"{_CLOSED}\s*[–—-]?\s*(?:нет|жоқ|no)\s*[!»\"”]", re.IGNORECASE)
"""«Героину – нет!»"""

_BY_MISTAKE = re.compile(
    r"(?:\b(?:what|which)\s+(?:\w+\s+){1,2}(?:believed|thought|assumed)\s+(?:to\s+be|was|were)"
    r"|\b(?:thinking|believing|thought|believed)\s+(?:that\s+)?(?:it|this|they|he|she)"
    r"\s+(?:was|were)(?:\s+\w+ing)?"
    r"|\bmist(?:aken|ook)\s+(?:\w+\s+)?for"
    r"|(?<!не\s)\b(?:дума\w+|счита\w+|полага\w+),?\s+(?:будто|что)(?:\s+(?:это|он|она|они))?(?:\s+\w+)?"
    r"|\bпринял\w*\s+(?:\w+\s+)?за)"
    rf"(?:\s+(?:an?|the|some|техническ\w+|обычн\w+))?\s+{_OPENED}$",
    re.IGNORECASE,
)
"""``what he believed to be an oxycodone tablet``: it was another."""

_BY_MISTAKE_AFTER = re.compile(rf"{_CLOSED}\s+(?:екен\s+)?деп\s+(?:ойла|қабылда)", re.IGNORECASE)

_REMINDED = re.compile(
    r"\b(?:recall(?:ed|ing)|remind(?:ed|ing)|напомн\w+|еске\s+сал)", re.IGNORECASE
)
_AT_A_CEREMONY = frozenset(("cooperation", "campaign"))
"""Kinds of event whose speakers recall what else there was."""

_LONG_PAST = re.compile(
    r"\b(?:previously(?!\s+convicted\b(?!\s+(?:of|for|on|over|in)\b))|had\s+used"
    r"|earlier\s+(?:he|she|they|the\s+man|the\s+woman)"
    r"|ранее(?!\s+(?:не)?\s*судим)|прежде|судим\w*\s+за|по\s+тем\s+временам"
    r"|бұрын(?:\s+да)?(?=[^.]*(?:\bсотт|\bемде\w*т[іы]н))|(?:осыған|бұған)\s+дейін(?=[^.]*\b20\d\d))\b",
    re.IGNORECASE,
)
"""What somebody had, took or sold at another time."""

_END = re.compile(r"[;:]|[.!?…](?=\s+[«\"“A-ZА-ЯЁӘҒҚҢӨҰҮІ–—])|\n")


def asides_of(
    mention: Mention, item: ToldItem, reading: Reading, kind: str | None
) -> frozenset[str]:
    """How a sentence names a substance of which it tells nothing; empty where it may tell of it."""
    start, end = mention.span.start, mention.span.end
    before = _END.split(reading.words(max(item.start, start - 200), start))[-1]
    after = _END.split(reading.words(end, min(item.end, end + 200)))[0]
    quote = reading.spelled(mention.span.quote)
    in_title = item.title_end is not None and start < item.title_end
    ways = {
        "compared": _COMPARED.search(before)
        or (_KAZAKH_THAN.search(quote) and _COMPARED_AFTER.match(after)),
        "smelt": kind not in _LEARNT_BY_DOGS
        and (_SMELT.search(before) or _SMELT_AFTER.match(after)),
        "by mistake": _BY_MISTAKE.search(before) or _BY_MISTAKE_AFTER.match(after),
        "recalled": kind in _AT_A_CEREMONY and _REMINDED.search(before),
        "on a banner": _ON_A_BANNER.match(after),
        "of another item": any(map(points_elsewhere, reading.parsed_sentences(start, end))),
        "long past": not in_title and _LONG_PAST.search(f"{before} {after}"),
    }
    return frozenset(name for name, holds in ways.items() if holds)
