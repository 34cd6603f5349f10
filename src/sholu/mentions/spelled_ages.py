"""Kazakh ages in words: they stand before a word that digits' patterns know, and count nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sholu.mentions.numerals import number_beginnings, read_numeral
from sholu.mentions.sentences import Sentence

_OF_AGE = re.compile(r"жас(?:та|тағы\w*|ар(?!т)\w*|ын\w*|қа|тан)")
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
        of_age = place < len(words) and _OF_AGE.fullmatch(words[place].folded) is not None
        if numeral.spelled and of_age and numeral.value <= _OLDEST:
            yield words[numeral.first].start, words[place].end
