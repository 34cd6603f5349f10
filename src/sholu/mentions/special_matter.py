"""What a quantity is of where neither its noun nor the nearest substance says it."""

from __future__ import annotations

import re
from bisect import bisect_left

from sholu.core.quantity import Unit
from sholu.mentions.beside import phrase_after
from sholu.mentions.counted import NounPhrase
from sholu.mentions.measured import PrintedQuantity
from sholu.mentions.reference import Surroundings
from sholu.mentions.sentences import Sentence
from sholu.mentions.told import Matter, Told


def read_special_matter(
    sentence: Sentence,
    quantity: PrintedQuantity,
    phrase: NounPhrase | None,
    unit: Unit,
    told: Told,
    around: Surroundings,
) -> Matter | None:
    """An adjective that stands for drugs, the volume of a vessel, a mass of the year before."""
    kind = None if phrase is None else _KINDS_OF_DRUGS.get(phrase.text.casefold())
    if phrase is not None and kind is not None:
        return Matter(phrase.text, kind, unit)
    if unit.dimension == "volume":
        held = _vessel_before(sentence, quantity)
        return None if held is None else Matter(held, None, unit)
    earlier = unit.dimension == "mass" and _tells_of_before(sentence, quantity, around)
    if told.weighed is not None and earlier:
        return Matter(told.weighed.of, told.weighed.of_code, unit)
    return None


_KINDS_OF_DRUGS = {"синтетических": "synthetic_drugs", "психотропных": "psychotropic_substances"}
"""Adjectives that stand for drugs of a kind: изъято 730 кг наркотиков, в том числе 29 кг …"""

_HOLDING = frozenset(("объемом", "объёмом", "вместимостью", "емкостью", "ёмкостью"))


def _vessel_before(sentence: Sentence, quantity: PrintedQuantity) -> str | None:
    """``реакторы объёмом 20 и 50 литров``: what holds so much, not a substance."""
    words = sentence.words
    for place in range(quantity.first - 1, max(0, quantity.first - _HELD_REACH), -1):
        if words[place].folded in _HOLDING and words[place - 1].kind == "word":
            return words[place - 1].text
        if words[place].text in ",;:":
            return None
    return None


_HELD_REACH = 5
_TIME_BEFORE = re.compile(
    r"\b(?:год(?:ом)? назад|годом ранее|в прошлом году|позапрошл\w+"
    r"|прошл\w+ (?:летом|зимой|весной|осенью)"
    r"|a year (?:ago|earlier)|last year|the year before|in the previous"
    r"|былтыр|өткен жылы|бір жыл бұрын)\b"
)


def _tells_of_before(sentence: Sentence, quantity: PrintedQuantity, around: Surroundings) -> bool:
    """``год назад сожгли 980 кг``: the sentence compares, and names no substance of its own."""
    if _TIME_BEFORE.search(sentence.folded) is None:
        return False
    if phrase_after(sentence, quantity) is not None and sentence.language != "kk":
        return False
    first = bisect_left(around.substances, sentence.start, key=lambda match: match.start)
    named = around.substances[first : first + 1]
    return not named or named[0].start >= sentence.end
