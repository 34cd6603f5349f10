"""Titles that hang on other words: ``his deputy, …``, ``head of the criminal police …``."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from sholu.mentions.sentences import Sentence
from sholu.mentions.words import Word

POSSESSIVE = frozenset(("his", "her", "their", "его", "ее", "их", "оның", "олардың"))
_REACH = 6
_DEPUTY = re.compile(
    r"deputy|assistant|aide|adviser|advisor|colleague|counterpart|predecessor|successor|spokes\w+|"
    r"зам|заместител\w+|помощни\w+|советник\w*|коллег\w+|преемни\w+|"
    r"орынбасар\w*|көмекші\w*|кеңесші\w*|әріптес\w*"
)
_POLICE_WORK = re.compile(
    r"police|investigations?|cases?|courts?|law|justice|intelligence|affairs|division|department|"
    r"істер\w*|іс|полиция\w*|сот\w*|қудалау\w*|іздестіру\w*|барлау\w*|кодекс\w*|әділет\w*"
)


_WORKING = re.compile(
    r"(?:следственн|оперативн|рабоч|экспертн|межведомственн|мониторингов|мобильн|специальн)\w+|"
    r"жедел|тергеу|жұмыс\w*|сараптама|арнайы|мониторинг\w*"
)
"""What a group of an agency is: ``следственно-оперативной группы``, ``жедел топ``."""


def is_second_in_office(sentence: Sentence, start: int) -> bool:
    """Whether a name is of the deputy or colleague of whoever was named before: ``оның орынбасары
    …``, ``его коллега из Минздрава …``."""
    words = sentence.words
    first = bisect_left(words, start, key=lambda word: word.start)
    near = [word.folded for word in words[max(0, first - _REACH) : first]]
    owner = next((place for place, word in enumerate(near) if word in POSSESSIVE), None)
    return owner is not None and any(map(_DEPUTY.fullmatch, near[owner + 1 :]))


def is_of_police(words: Sequence[Word], place: int) -> bool:
    """``head of the criminal police``, ``қылмыстық істер жөніндегі соттың судьясы``: no gang."""
    word = words[place].folded
    if word.startswith("преступност"):
        return True
    before = words[place - 1].folded if place else ""
    if word.startswith(("групп", "топ", "тоб")) and _WORKING.fullmatch(before):
        return True
    follows = words[place + 1].folded if place + 1 < len(words) else ""
    return word in ("criminal", "қылмыстық") and _POLICE_WORK.fullmatch(follows) is not None
