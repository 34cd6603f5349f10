"""A noun that says what a number counts without standing after it: the number of deaths, 11."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sholu.mentions.counted import NounPhrase, counted_as, read_noun_phrase, skip_determiners
from sholu.mentions.counted_units import unit_of
from sholu.mentions.measured import PrintedQuantity
from sholu.mentions.numerals import read_numeral
from sholu.mentions.sentences import Sentence
from sholu.mentions.told import Matter
from sholu.mentions.words import DASHES, Word
from sholu.vocabulary.model import Vocabulary

OUT_OF = frozenset(("of", "из"))
"""Between a part and its whole: 79 of 98 deputies."""


_NUMBER_OF = {
    "en": frozenset(("number", "numbers")),
    "ru": frozenset(("число", "числа", "числу", "количество", "количества", "численность")),
}


def explained_by(
    sentence: Sentence, quantity: PrintedQuantity, place: int, begin: int, vocabulary: Vocabulary
) -> Matter | None:
    """What the noun of ``the number of laboratories rose from 31`` or ``11 – иностранцы`` says."""
    phrase = _noun_beside_partitive(sentence, place, begin)
    phrase = phrase or _noun_of_number(sentence, begin) or _noun_after_dash(sentence, place)
    phrase = phrase or _noun_of_whole(sentence, place) or _predicate(sentence, place)
    phrase = phrase or _noun_of_change(sentence, begin) or _noun_of_end(sentence, place, begin)
    if phrase is None:
        return None
    head = sentence.words[phrase.first : phrase.head_stop]
    return Matter(phrase.text, None, unit_of(head, sentence.language, vocabulary))


def _noun_beside_partitive(sentence: Sentence, place: int, begin: int) -> NounPhrase | None:
    """``22 of them foreigners``, ``женщин среди них 44``: the part has a noun of its own."""
    words = sentence.words
    if [word.folded for word in words[place : place + 2]] == ["of", "them"]:
        return _if_listed(sentence, read_noun_phrase(sentence, place + 2))
    said = [word.folded for word in words[max(0, begin - 2) : begin]]
    if begin > 2 and said in (["среди", "них"], ["из", "них"]):
        noun = NounPhrase(words[begin - 3].text, begin - 3, begin - 2, begin - 2)
        return _if_listed(sentence, noun)
    return None


def _noun_of_number(sentence: Sentence, begin: int) -> NounPhrase | None:
    """``the number of laboratories rose from 31``, ``сотталғандар саны 3 050``."""
    words, language = sentence.words, sentence.language or ""
    if language == "kk":
        return _noun_of_kazakh_number(words, begin)
    for at in range(begin - 1, max(-1, begin - 16), -1):
        if words[at].text in ".;:":
            break
        if words[at].folded in _NUMBER_OF.get(language, ()):
            first = skip_determiners(words, at + (2 if language == "en" else 1))
            return read_noun_phrase(sentence, first)
    return None


def _noun_after_dash(sentence: Sentence, place: int) -> NounPhrase | None:
    """``11 – иностранные граждане``, where the text breaks after a bare number."""
    words = sentence.words
    loose = place + 1 < len(words) and words[place].text in DASHES
    if sentence.language == "en" or not loose or words[place].start == words[place - 1].end:
        return None
    if words[place + 1].kind == "number" or read_numeral(words, place + 1, sentence.language):
        return None  # задержаны трое – двое мужчин и женщина
    named = read_noun_phrase(sentence, place + 1)
    if named is not None and sentence.language == "kk":  # – мекеменің бұрынғы қызметкері
        named = replace(named, head_stop=named.stop)
    return _if_listed(sentence, named)


def _noun_of_whole(sentence: Sentence, place: int) -> NounPhrase | None:
    """``79 of 98 deputies``: the part is of the same kind as the whole."""
    words = sentence.words
    if place < len(words) and words[place].folded == "out":
        place += 1
    if place + 1 >= len(words) or words[place].folded not in OUT_OF:
        return None
    whole = read_numeral(words, place + 1, sentence.language)
    return None if whole is None else read_noun_phrase(sentence, whole.stop)


def _noun_of_end(sentence: Sentence, place: int, begin: int) -> NounPhrase | None:
    """``с 150 до 120 случаев``, ``from 150 to 120 cases``: the noun is said once, at the end."""
    words = sentence.words
    if not begin or words[begin - 1].folded not in ("с", "со", "from"):
        return None
    if place + 1 >= len(words) or words[place].folded not in ("до", "to"):
        return None
    end = read_numeral(words, place + 1, sentence.language)
    return None if end is None else _if_listed(sentence, read_noun_phrase(sentence, end.stop))


def _noun_of_change(sentence: Sentence, begin: int) -> NounPhrase | None:
    """``HIV cases among them fell from 1,016 in 2001 to 56 by 2010``: both ends are cases."""
    words, language = sentence.words, sentence.language
    if language != "en" or not begin or words[begin - 1].folded not in ("from", "to"):
        return None
    verb = next(
        (at for at in range(begin - 1, max(-1, begin - 16), -1) if words[at].folded in _CHANGES),
        None,
    )
    between = [w.folded for w in words[verb:begin]] if verb is not None else []
    if verb is None or "from" not in between or any(w.text in ".;:(" for w in words[verb:begin]):
        return None
    for at in range(verb - 1, max(-1, verb - 8), -1):
        if words[at].text in ".;:,)":
            return None
        if words[at].folded in _CHANGING:
            return NounPhrase(words[at].text, at, at + 1, at + 1)
    return None


_CHANGES = frozenset(
    ("fell", "fallen", "dropped", "declined", "decreased", "rose", "risen", "increased", "grew",
     "tripled", "doubled")
)  # fmt: skip
_CHANGING = frozenset(
    ("cases", "deaths", "infections", "diagnoses", "fatalities", "seizures", "arrests",
     "offences", "crimes", "prisoners", "overdoses")
)  # fmt: skip


def _predicate(sentence: Sentence, place: int) -> NounPhrase | None:
    """``41 were women``."""
    words = sentence.words
    if sentence.language != "en" or place >= len(words):
        return None
    if words[place].folded not in ("were", "are"):
        return None
    return _if_listed(sentence, read_noun_phrase(sentence, place + 1))


def _if_listed(sentence: Sentence, phrase: NounPhrase | None) -> NounPhrase | None:
    """A phrase that has a noun of the lists: whom or what it may count is known."""
    if phrase is None:
        return None
    words = sentence.words[phrase.first : phrase.stop]
    known = any(counted_as(word.folded, sentence.language) for word in words)
    return phrase if known else None


def _noun_of_kazakh_number(words: Sequence[Word], begin: int) -> NounPhrase | None:
    """``сотталғандар саны 3 050``, ``қылмыс саны 15 пайызға өсіп, 320-дан``."""
    for at in range(begin - 1, max(0, begin - 12), -1):
        if words[at].text in ".;:" or (words[at].kind == "number" and at == begin - 1):
            break
        if words[at].folded in ("саны", "санын", "санының"):
            return NounPhrase(words[at - 1].text, at - 1, at, at)
    return None
