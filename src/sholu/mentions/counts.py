"""What a number without a unit of measure counts: persons, cases, bus stops."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sholu.core.quantity import Unit
from sholu.mentions.beside import phrase_before
from sholu.mentions.counted import (
    NounPhrase,
    counted_nouns,
    has_plural_head,
    read_noun_phrase,
    skip_determiners,
    unit_of,
)
from sholu.mentions.figure_wording import skip_after_qualifier
from sholu.mentions.measured import PrintedQuantity
from sholu.mentions.sentences import Sentence
from sholu.mentions.units import ITEM, compose, index_units, match_population
from sholu.mentions.words import Word
from sholu.vocabulary.model import Vocabulary

_PREPOSITIONS = frozenset(
    [
        "with",
        "in",
        "from",
        "to",
        "by",
        "at",
        "on",
        "for",
        "в",
        "во",
        "на",
        "из",
        "от",
        "с",
        "со",
        "у",
        "по",
        "для",
        "через",
    ]
)
_PARTICIPLE = re.compile(r".{3,}ed")
_RUSSIAN_SHORT_PARTICIPLE = re.compile(r".{3,}(?:ан|ен|ят)[оыа]|.{3,}(?:лось|лись)")
_KAZAKH_PASSIVE = re.compile(r".{2,}(?:лды|лді|нды|нді|тылды|тілді)")


@dataclass(frozen=True)
class Matter:
    """What a figure is about.

    Attributes:
        of: in the source's words; None if the text doesn't say.
        of_code: code of a known substance.
        unit: the figure's unit.
    """

    of: str | None
    of_code: str | None
    unit: Unit


def read_count(
    sentence: Sentence,
    quantity: PrintedQuantity,
    begin: int,
    previous: Matter | None,
    vocabulary: Vocabulary,
) -> Matter | None:
    """What a number without a unit of measure counts."""
    place = skip_after_qualifier(sentence, quantity.stop)
    if _is_partitive(sentence, place, begin):
        return previous
    if quantity.numeral.half:
        return _read_half(sentence, place, vocabulary)
    following = sentence.words[place].folded if place < len(sentence.words) else ""
    if sentence.language == "en" and following == "of":  # 110 of the clinics
        place = skip_determiners(sentence.words, place + 1)
    phrase = read_noun_phrase(sentence, place)
    if phrase is not None and has_plural_head(sentence, phrase, quantity.value):
        words = sentence.words[phrase.first : phrase.head_stop]
        unit = unit_of(words, sentence.language, vocabulary)
        unit = _per_population(sentence, phrase, unit, vocabulary)
        return Matter(_with_verb(sentence, phrase, begin, unit), None, unit)
    before = phrase_before(sentence, begin)
    if before is not None and _ends_list_entry(sentence.words, place):
        unit = ITEM if previous is None or not _is_counted(previous.unit) else previous.unit
        return Matter(before.text, None, unit)
    if _is_population(sentence, begin) or quantity.numeral.collective:
        return Matter(None, None, unit_of(_PERSON, "en", vocabulary))
    return previous if previous is not None and _continues_list(sentence, place, begin) else None


def _per_population(
    sentence: Sentence, phrase: NounPhrase, unit: Unit, vocabulary: Vocabulary
) -> Unit:
    """The unit of ``12 cases per 100 000 population``; the same unit if no population follows."""
    found = match_population(sentence.words, phrase.stop)
    per = None if found is None else index_units(vocabulary).by_code.get(str(found[0]))
    return unit if per is None else compose(unit, per)


def _is_population(sentence: Sentence, begin: int) -> bool:
    """``a population of 15 million``, ``население 20 млн``: persons, though nobody says so."""
    before = " ".join(word.folded for word in sentence.words[max(0, begin - 2) : begin])
    return before.endswith(("population of", "население", "населением", "халқы", "халық саны"))


_PERSON = (Word("persons", "persons", 0, 7, "word"),)


def _read_half(sentence: Sentence, place: int, vocabulary: Vocabulary) -> Matter | None:
    """``half of the convicts``: a share of them; bare ``half`` says nothing."""
    share = index_units(vocabulary).by_code.get("%")
    if share is None or place >= len(sentence.words):
        return None
    if sentence.language == "en":
        if sentence.words[place].folded != "of":
            return None
        place += 1
        while place < len(sentence.words) and sentence.words[place].folded in (
            "the",
            "all",
            "these",
        ):
            place += 1
    phrase = read_noun_phrase(sentence, place)
    return None if phrase is None else Matter(phrase.text, None, share)


def _is_counted(unit: Unit) -> bool:
    return unit.dimension.startswith("count")


def _is_partitive(sentence: Sentence, place: int, begin: int) -> bool:
    """``55 of them``, ``of which 132``, ``из них 55``: some of what was counted before."""
    lists = counted_nouns(sentence.language)
    if lists is None:
        return False
    after = " ".join(word.folded for word in sentence.words[place : place + 2])
    if after in lists.partitives:
        return True
    before = " ".join(word.folded for word in sentence.words[max(0, begin - 3) : begin])
    said_before = any(before.endswith(phrase) for phrase in lists.partitives)
    phrase = read_noun_phrase(sentence, place)
    named = phrase is not None and has_plural_head(sentence, phrase, 2)
    return said_before and not named


def _ends_list_entry(words: Sequence[Word], place: int) -> bool:
    return (
        place >= len(words) or words[place].text in ",;).*_" or words[place].folded in ("and", "и")
    )


def _continues_list(sentence: Sentence, place: int, begin: int) -> bool:
    """``1,212 km with Kyrgyzstan, 2,330 with Uzbekistan``: the unit is said once."""
    words = sentence.words
    after_comma = begin > 0 and words[begin - 1].folded in (",", ";", "and", "и", "және")
    return after_comma and place < len(words) and words[place].folded in _PREPOSITIONS


def _with_verb(sentence: Sentence, phrase: NounPhrase, begin: int, unit: Unit) -> str:
    """Add what was done to counted persons: ``individuals … detained``."""
    if unit.code != "person":
        return phrase.text
    verb = _verb_beside(sentence, phrase, begin)
    return phrase.text if verb is None else f"{phrase.text} … {verb}"


def _verb_beside(sentence: Sentence, phrase: NounPhrase, begin: int) -> str | None:
    words = sentence.words
    after = words[phrase.stop : phrase.stop + 3]
    if sentence.language == "en" and after and after[0].folded in ("were", "was", "have", "has"):
        return next((word.text for word in after[1:] if _PARTICIPLE.fullmatch(word.folded)), None)
    if sentence.language == "ru":
        beside = (*words[max(0, begin - 1) : begin], *after[:1])
        return next((w.text for w in beside if _RUSSIAN_SHORT_PARTICIPLE.fullmatch(w.folded)), None)
    if sentence.language == "kk" and after and _KAZAKH_PASSIVE.fullmatch(after[0].folded):
        return after[0].text
    return None
