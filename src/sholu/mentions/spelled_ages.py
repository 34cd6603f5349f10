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


_TENS = r"(?:он|жиырма|отыз|қырық|елу|алпыс|жетпіс|сексен)"
_IN_WORDS = rf"{_TENS}(?:\s(?:бір|екі|үш|төрт|бес|алты|жеті|сегіз|тоғыз))?"
_AGE = rf"(?:{_IN_WORDS}|\d{{2}}-?)"
_WHO = (
    r"(?:бала|қыз|ұл|жігіт|бойжеткен|жасөспірім|оқушы|студент|әйел|ер|еркек|келіншек|қария|кемпір|ана|әке"
    r"|азамат|тұрғын|бозбала)"
)
_WITHOUT_NOUN = re.compile(
    rf"(?<!\w)(?:{_AGE}[тд][ае][гғ][іы](?=\s{_WHO})"
    rf"|жасы\s(?:\w+\s)?{_AGE}[тд][ае](?!\w)"
    rf"|{_AGE}(?:[қғ]а|[кг]е)(?=\s(?:[дт][ае]\s|әлі\s)*(?:тол(?:ма|ған|ды|ып)|тая[пуғ]|ілік|ілін|қараған)))",
    re.IGNORECASE,
)
"""``он үштегі бала``, ``жасы жиырма үште``, ``он сегізге толмаған``: years are not named."""


def find_spelled_ages(sentence: Sentence, text: str) -> Iterator[tuple[int, int]]:
    """Stretches of Kazakh ages: in words with their noun, or told by their case and neighbours.

    Args:
        text: of the document.
    """
    if sentence.language != "kk":
        return
    yield from _ages_with_noun(sentence)
    for match in _WITHOUT_NOUN.finditer(text, sentence.start, sentence.end):
        yield match.span()


def _ages_with_noun(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """``жиырма жеті жастағы``, ``жетпіс бір жасқа``."""
    if "жас" not in sentence.folded:
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
