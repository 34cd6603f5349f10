"""Kazakh ages in words: they stand before a word that digits' patterns know, and count nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sholu.mentions.numerals import number_beginnings, read_numeral
from sholu.mentions.sentences import Sentence

_AGED = re.compile(r"жас(?:та|тағы\w*|ар(?!т)\w*)")
_ANY_FORM = re.compile(rf"{_AGED.pattern}|жас(?:қа|тан|ын\w*)")
_GROWN_UP = 14
"""``екі жасқа айып тағылды``: two young people, for below it such a form is none of an age."""

_OLDEST = 120


def find_spelled_ages(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Stretches of ages in words with their noun: ``жиырма жеті жастағы``, ``жетпіс бір жасқа``."""
    if sentence.language != "kk" or "жас" not in sentence.folded:
        return
    words, beginnings = sentence.words, number_beginnings("kk")
    place = 0
    while place < len(words):
        numeral = read_numeral(words, place, "kk") if words[place].folded in beginnings else None
        if numeral is None:
            place += 1
            continue
        place = numeral.stop
        if place < len(words) and numeral.spelled and _is_age(numeral.value, words[place].folded):
            yield words[numeral.first].start, words[place].end


def _is_age(value: float, noun: str) -> bool:
    form = _AGED if value < _GROWN_UP else _ANY_FORM
    return value <= _OLDEST and form.fullmatch(noun) is not None
