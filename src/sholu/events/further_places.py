"""Places further down where the same event went on: ``two more were detained in Almaty``."""

from __future__ import annotations

import re

from sholu.events.item import Reading, ToldItem
from sholu.events.paragraphs import Paragraph
from sholu.events.place_roles import (
    is_aside,
    is_dateline,
    is_home,
    is_near,
    is_row_or_route,
    is_seat,
)
from sholu.mentions.model import Mention
from sholu.vocabulary.model import Place, Vocabulary

_ACT = re.compile(
    r"\b(?:detained|arrested|caught|seized|confiscated|intercepted|found|discovered|uncovered|stopped|searched|searches|raid(?:s|ed)"
    r"|turned\s+up|dismantled|held\s+in|captured|recovered"
    r"|задерж(?:али?|ан[аоы]?)|арестова(?:ли?|н[аоы]?)|изъя(?:л|т)\w*|обыск\w*|обнаруж(?:ил|ен)\w*|пойма(?:ли?|н[аы]?)"
    r"|выявл\w+|останов(?:или|лен)\w*|ликвидирова\w*|нашли|найден\w*|взят\w*"
    r"|ұста(?:л[ды]|ды|лған)\w*|тінту\w*|тәркіле\w*|табыл\w*|тапты|алын(?:ды|ған)|қамал\w*|анықталды)\b",
    re.IGNORECASE,
)
"""Police at work; a court, a lecture or a meeting elsewhere is told for other reasons."""

_BEFORE_THAT = re.compile(
    r"\b(?:last\s+(?:year|month|week|summer|autumn|winter|spring)|earlier|previous\w*|ago|since|annual\w*"
    r"|in\s+(?:19|20)\d\d|already|similar|had\s+been|recall\w*|wanted|extradit\w*"
    r"|ранее|раньше|прошл\w+|назад|предыдущ\w+|аналогичн\w+|напомн\w+|год[уа]|розыск\w*|экстрад\w*"
    r"|бұрын\w*|өткен|былтыр\w*|ұқсас|іздеу\w*|жылы|осыған\s+дейін|еске)\b",
    re.IGNORECASE,
)
"""Words of background: what had happened there belongs to another event."""

_TOLD_OF = re.compile(r"\b(?:in|at|в|на)\s+(?:\S+\s+){0,2}$", re.IGNORECASE)
_ON_THE_WAY = re.compile(
    r"\b(?:из|from)\s+\S+(?:\s+\S+)?\s+(?:в|in|to)\s+$|\bв\s+адрес\s", re.IGNORECASE
)
"""``из Караганды в Тюмень``: where a load was going."""
_LOCATIVE = re.compile(r"(?:[дт][ае]|[дт][ае]ғы|[дт]егі)$")
_DISTRICT_IN = re.compile(r"\s+(?:қала|аудан|облыс|ауыл)\w*[дт](?:а|е|ағы|егі)\b")
_END = re.compile(r"[.!?…](?=\s+[«\"“A-ZА-ЯЁӘҒҚҢӨҰҮІ–—•])|\n")


_ROW_BEFORE = re.compile(
    r"(?:^|\n)[ \t]*(?:[•–—*·▪-]\s*|\d{1,2}[.)]\s*)?(?:г\.\s*|пост\s+|КПП\s+)?[«\"“]?$"
)
_ROW_AFTER = re.compile(
    r"[»\"”]?(?:\s+(?:region|district|province|checkpoint|airport|post|город|район|обл\w*|пост|қала\w*|аудан\w*"
    r"|облыс\w*|бекет\w*|кеден\w*))?(?:,[^\n:–—]{1,40})?\s*[:–—]"
)
"""``• Khujand, 6 Feb. – in an apartment``: a place heads a row."""


def further_places(item: ToldItem, reading: Reading, vocabulary: Vocabulary) -> list[Place]:
    """Places in whose sentences somebody was caught or something was found, after the title;
    and those at the head of the rows of a list."""
    placed = [
        (mention, paragraph)
        for paragraph in item.telling
        for mention in reading.mentions(paragraph.start, paragraph.end, "place")
        if mention.code
    ]
    rows = [mention for mention, paragraph in placed if _heads_row(mention, reading, paragraph)]
    rows = rows if len(rows) > 1 else []
    return [
        vocabulary.place(mention.code)
        for mention, paragraph in placed
        if mention.code and (mention in rows or _goes_on_at(mention, reading, paragraph))
    ]


def _heads_row(mention: Mention, reading: Reading, paragraph: Paragraph) -> bool:
    before = reading.words(max(paragraph.start, mention.span.start - 20), mention.span.start)
    after = reading.words(mention.span.end, min(paragraph.end, mention.span.end + 60))
    return _ROW_BEFORE.search(before) is not None and _ROW_AFTER.match(after) is not None


def _goes_on_at(mention: Mention, reading: Reading, paragraph: Paragraph) -> bool:
    unsure = (is_row_or_route, is_home, is_near, is_aside, is_seat)
    if is_dateline(mention, paragraph) or any(test(mention, reading) for test in unsure):
        return False
    before, after = _sentence(mention, reading, paragraph)
    sentence = f"{before}{reading.spelled(mention.span.quote)}{after}"
    if not _ACT.search(sentence) or _BEFORE_THAT.search(sentence):
        return False
    if _ON_THE_WAY.search(before):
        return False
    return _is_where(before, reading.spelled(mention.span.quote), after)


def _is_where(before: str, quote: str, after: str) -> bool:
    """Whether the words around a place say that something was in it."""
    return bool(_TOLD_OF.search(before) or _LOCATIVE.search(quote) or _DISTRICT_IN.match(after))


def _sentence(mention: Mention, reading: Reading, paragraph: Paragraph) -> tuple[str, str]:
    """The words of a place's sentence before and after it, in the reading form."""
    before = reading.words(paragraph.start, mention.span.start)
    after = reading.words(mention.span.end, paragraph.end)
    ends = list(_END.finditer(before))
    end = _END.search(after)
    return before[ends[-1].end() if ends else 0 :], after[: end.start() if end else None]
