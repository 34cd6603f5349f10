"""Years that a court gives and that are no imprisonment: a right lost, liberty restricted, work."""

from __future__ import annotations

import re

from sholu.mentions.measured import PrintedQuantity
from sholu.mentions.sentences import Sentence

_BEFORE = {
    "en": re.compile(
        r"(?P<what>(?:banned|barred|disqualified|prohibited) from [a-z]+(?: [a-z]+){0,4}?"
        r"|driving ban"
        r"|(?:stripped|deprived) (?:\w+ ){0,3}?of (?:\w+ ){0,3}?(?:licen[cs]e|rights?)(?: to \w+)?"
        r"|(?:lost|loses|suspended|revoked) (?:\w+ ){0,2}licen[cs]e"
        r"|licen[cs]e (?:\w+ )?(?:suspended|revoked|withdrawn))"
        r"(?: for)?(?: (?:a|the) (?:period|term) of)?(?: up to)?$"
    ),
    "ru": re.compile(
        r"(?P<what>(?:лиш\w+ (?:\w+ ){0,2}прав[ао]?|запрет\w* (?:на )?\w+)(?: [а-я]+){0,6}?)"
        r"(?: сроком)?(?: на)?(?: срок)?(?: до)?$"
    ),
    "kk": re.compile(r"(?P<what>(?:\w+ ){0,2}(?:құқы|куәлі)\w+[нд][ае]н)$"),
}
_AFTER = {
    "en": re.compile(
        r"(?:- |of )?(?P<what>driving (?:ban|disqualification)|ban (?:on|from) \w+"
        r"|restrict\w+ (?:of|on) (?:liberty|freedom)|probation|community service"
        r"|(?:correctional|corrective|community) (?:labou?r|works?))"
    ),
    "ru": re.compile(
        r"(?P<what>лиш\w+ (?:\w+ ){0,2}прав[ао]?(?!\w)|ограничени\w+ свободы"
        r"|(?:исправительн|обязательн|общественн|принудительн)\w+ работ\w*)"
    ),
    "kk": re.compile(
        r"(?:\w+ ){0,5}?(?P<what>\w*(?:құқы|куәлі)\w+[нд][ае]н айыр\w+"
        r"|бас бостандығы\w* шекте\w+|(?:қоғамдық|түзеу) жұмыс\w*)"
    ),
}
_REACH = 12
"""Words to either side."""


def other_punishment(sentence: Sentence, quantity: PrintedQuantity) -> str | None:
    """What a term is of: ``banned from driving``, ``ограничения свободы``; None if the words beside
    it name no punishment but prison."""
    language, words = sentence.language or "", sentence.words
    if language not in _BEFORE:
        return None
    before = " ".join(w.folded for w in words[max(0, quantity.first - _REACH) : quantity.first])
    after = " ".join(w.folded for w in words[quantity.stop : quantity.stop + _REACH])
    found = _BEFORE[language].search(before) or _AFTER[language].match(after)
    return None if found is None else found["what"]
