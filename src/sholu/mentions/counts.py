"""What a number without a unit of measure counts: persons, cases, bus stops."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sholu.core.quantity import Unit
from sholu.mentions.beside import clause_around, phrase_before
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
from sholu.mentions.words import DASHES, Word
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
    same = previous is not None and _is_of_the_same(sentence, quantity, place, vocabulary)
    if same or _is_partitive(sentence, place, begin):
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
        if unit == ITEM and quantity.numeral.collective:
            unit = unit_of(_PERSON, "en", vocabulary)
        unit = _per_population(sentence, phrase, unit, vocabulary)
        return Matter(_with_verb(sentence, phrase, begin, unit), None, unit)
    return _read_without_noun(sentence, quantity, place, begin, previous, vocabulary)


def _read_without_noun(
    sentence: Sentence,
    quantity: PrintedQuantity,
    place: int,
    begin: int,
    previous: Matter | None,
    vocabulary: Vocabulary,
) -> Matter | None:
    """What a number counts that no noun follows: a list's head, persons, what was counted last."""
    explained = _explained_by(sentence, quantity, place, begin)
    if explained is not None:
        head = sentence.words[explained.first : explained.head_stop]
        return Matter(explained.text, None, unit_of(head, sentence.language, vocabulary))
    if previous is not None and _is_compared(sentence, begin) and not _is_ratio(previous):
        return previous
    before = phrase_before(sentence, begin)
    if before is not None and _ends_list_entry(sentence.words, place):
        named = unit_of(sentence.words[before.first : before.stop], sentence.language, vocabulary)
        if named == ITEM and previous is not None and _is_counted(previous.unit):
            named = previous.unit
        return Matter(before.text, None, named)
    if _is_population(sentence, begin):
        return Matter(None, None, unit_of(_PERSON, "en", vocabulary))
    if quantity.numeral.collective:
        of = clause_around(sentence, quantity.first, quantity.stop)
        return Matter(of, None, unit_of(_PERSON, "en", vocabulary))
    return previous if previous is not None and _continues_list(sentence, place, begin) else None


_NUMBER_OF = {
    "en": frozenset(("number", "numbers")),
    "ru": frozenset(("число", "числа", "количество", "количества", "численность")),
}


def _explained_by(
    sentence: Sentence, quantity: PrintedQuantity, place: int, begin: int
) -> NounPhrase | None:
    """The noun of ``the number of laboratories rose from 31``, ``сотталғандар саны 3 050``.

    Also of ``11 – иностранные граждане``, where the text breaks after a bare number.
    """
    words = sentence.words
    language = sentence.language or ""
    if language == "kk" and begin > 1 and words[begin - 1].folded == "саны":
        return NounPhrase(words[begin - 2].text, begin - 2, begin - 1, begin - 1)
    for at in range(begin - 1, max(-1, begin - 16), -1):
        if words[at].text in ".;:":
            break
        if words[at].folded in _NUMBER_OF.get(language, ()):
            first = skip_determiners(words, at + (2 if language == "en" else 1))
            return read_noun_phrase(sentence, first)
    loose = place + 1 < len(words) and words[place].text in DASHES
    if language == "en" or not loose or words[place].start == words[place - 1].end:
        return None
    after = read_noun_phrase(sentence, place + 1)
    lists = counted_nouns(sentence.language)
    if after is None or lists is None:
        return None
    known = (stems.fullmatch(w.folded) for w in words[after.first : after.stop]
             for stems in lists.stems.values())  # fmt: skip
    return after if any(known) else None


_COMPARED = frozenset(("against", "versus", "vs", "против", "көрсеткіш"))


def _is_compared(sentence: Sentence, begin: int) -> bool:
    """``against 4,870 a year ago``: the same thing, counted then."""
    return begin > 0 and sentence.words[begin - 1].folded in _COMPARED


def _is_ratio(matter: Matter) -> bool:
    """``three times more``, ``25 %``: what is compared after it is not counted in times."""
    return matter.unit is not None and matter.unit.code in ("times", "%")


_KAZAKH_PART = re.compile(r".+(?:[^е]кісі|[ыі]|[ыі]н|[ыі]нан|[ыі]нен|[ыі]ның|[ыі]нің)|екісі\w*")
_WITH_VOWEL = frozenset(("екі", "алты", "жеті"))


def _is_of_the_same(
    sentence: Sentence,
    quantity: PrintedQuantity,
    place: int,
    vocabulary: Vocabulary,
) -> bool:
    """``91-і``, ``екеуі``, ``он екісі``: so many of what was counted just before.

    A noun of the lists beside it says more (он екісі әйел).
    """
    last = sentence.words[quantity.number_stop - 1].folded
    if sentence.language != "kk" or quantity.unit is not None or last in _WITH_VOWEL:
        return False
    if _KAZAKH_PART.fullmatch(last) is None and last not in ("ы", "і", "сы", "сі", "ін", "ын"):
        return False
    phrase = read_noun_phrase(sentence, place)
    if phrase is None:
        return True
    words = sentence.words[phrase.first : phrase.head_stop]
    return unit_of(words, "kk", vocabulary) == ITEM


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
