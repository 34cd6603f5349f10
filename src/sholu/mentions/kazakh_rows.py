"""Kazakh amounts that only a place, a genitive or a bracket stands beside.

``Шу ауданынан – 140 келі, Меркіден – 60 келі`` tells where so much was found, and the substance is
named once in the row or before it; ``оқушылардың 30 пайызы`` is a share of the genitive before it;
of ``100 АЕК (393 200 теңге) айыппұл`` the noun stands after the bracket.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from sholu.core.quantity import Unit
from sholu.mentions.kazakh_phrases import is_genitive
from sholu.mentions.measured import PrintedQuantity
from sholu.mentions.names import NameMatch
from sholu.mentions.reference import Surroundings
from sholu.mentions.sentences import Sentence
from sholu.mentions.told import Matter, Told
from sholu.mentions.words import DASHES

_SOMEWHERE = re.compile(r".{3,}(?:[дт][ае]|[дтн][ае]н)")
_NO_PLACE = re.compile(
    r"(?:былтыр|жыл|ай|күн|апта|уақыт|кезең|тоқсан|барлы|шамамен|кем)\w*|одан|бұдан|содан|тағы"
)
_ENDS_ENTRY = frozenset((",", ";", ".", ")", "және", "ал", "мен", "бен", "пен"))
_PRONOUN = re.compile(r"(?:о|со|бұ|мұ)ның|(?:о|бұ)лардың|бәрінің|барлығының|әрқайсысының|көбінің")
_DUE = re.compile(
    r"(?:айыппұл|өтемақы|сыйақы|жалақы|шәкіртақы|жәрдемақы|кепіл|пара|залал|шығын|төлем)\w*"
)
_REACH = 3
"""Words after a bracket among which its noun stands: көлемінде айыппұл."""


def row_by_place(
    sentence: Sentence, quantity: PrintedQuantity, unit: Unit, told: Told, around: Surroundings
) -> Matter | None:
    """An amount of a row that says of each entry only where it was found."""
    if not _stands_by_place(sentence, quantity):
        return None
    named = _named_in_sentence(sentence, quantity, around)
    if named is not None:
        return Matter(named.quote, named.code, unit)
    whole = told.amount if told.amount is not None and _alike(told.amount, unit) else told.weighed
    if whole is None or not _alike(whole, unit):
        return None
    return Matter(whole.of, whole.of_code, unit)


def _alike(whole: Matter, unit: Unit) -> bool:
    return whole.unit.dimension == unit.dimension


def _stands_by_place(sentence: Sentence, quantity: PrintedQuantity) -> bool:
    words, before = sentence.words, quantity.first - 1
    if before >= 0 and words[before].text in (*DASHES, "("):
        before -= 1
    if before < 0 or _SOMEWHERE.fullmatch(words[before].folded) is None:
        return False
    if _NO_PLACE.fullmatch(words[before].folded):
        return False
    return quantity.stop >= len(words) or words[quantity.stop].folded in _ENDS_ENTRY


def _named_in_sentence(
    sentence: Sentence, quantity: PrintedQuantity, around: Surroundings
) -> NameMatch | None:
    """The substance that the rest of the row names, else the last that its beginning does."""
    start = sentence.words[quantity.first].start
    at = bisect_left(around.substances, start, key=lambda match: match.start)
    after, before = around.substances[at : at + 1], around.substances[max(0, at - 1) : at]
    if after and after[0].start < sentence.end:
        return after[0]
    return before[0] if before and before[0].start >= sentence.start else None


def count_by_place(sentence: Sentence, quantity: PrintedQuantity, told: Told) -> Matter | None:
    """``Алматыда (120) және Астанада (80)``: so many of what was counted in all."""
    words, first, stop = sentence.words, quantity.first, quantity.stop
    if told.counted is None or first < 2 or not _stands_by_place(sentence, quantity):
        return None
    bracketed = words[first - 1].text == "(" and stop < len(words) and words[stop].text == ")"
    dashed = words[first - 1].text in DASHES
    return told.counted if bracketed or dashed else None


def share_of_genitive(
    sentence: Sentence, quantity: PrintedQuantity, unit: Unit, around: Surroundings
) -> Matter | None:
    """``қаржының 40 пайызын``: a share of the noun in the genitive that it belongs to."""
    words, at = sentence.words, quantity.first - 1
    while at > 0 and words[at].folded in ("шамамен", "кемінде", "тек", "небары"):
        at -= 1
    if unit.code != "%" or at < 0 or not is_genitive(words[at].folded):
        return None
    if _PRONOUN.fullmatch(words[at].folded) or words[at].kind != "word":
        return None
    start, end = words[at].start, words[at].end
    near = bisect_left(around.substances, start, key=lambda match: match.end)
    if around.substances[near : near + 1] and around.substances[near].start < end:
        return None
    first = at - 1 if at and words[at - 1].kind == "word" else at
    return Matter(" ".join(word.text for word in words[first : at + 1]), None, unit)


def due_after_bracket(sentence: Sentence, quantity: PrintedQuantity, unit: Unit) -> Matter | None:
    """``100 АЕК (393 200 теңге) айыппұл``: the sum and that in the bracket are of one noun."""
    words, stop = sentence.words, quantity.stop
    opened = stop < len(words) and words[stop].text == "("
    inside = quantity.first > 0 and words[quantity.first - 1].text == "("
    if not (opened or inside):
        return None
    texts = [word.text for word in words]
    if ")" not in texts[stop:]:
        return None
    closed = texts.index(")", stop) + 1
    for word in words[closed : closed + _REACH]:
        if word.kind != "word":
            return None
        if _DUE.fullmatch(word.folded):
            return Matter(word.text, None, unit)
    return None
