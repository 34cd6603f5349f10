"""What a number without a unit of measure counts: persons, cases, bus stops."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sholu.core.quantity import Unit
from sholu.mentions.broken_down import broken_down
from sholu.mentions.counted import (
    NounPhrase,
    counted_nouns,
    has_plural_head,
    read_noun_phrase,
    skip_determiners,
)
from sholu.mentions.counted_units import unit_of
from sholu.mentions.english_parts import part_of_opening, part_of_those
from sholu.mentions.explained import explained_by
from sholu.mentions.figure_wording import skip_after_qualifier
from sholu.mentions.kazakh_counts import (
    describes_thing,
    has_case_of_its_own,
    killed_unit,
    part_of,
    predicate_after,
)
from sholu.mentions.kazakh_phrases import is_genitive
from sholu.mentions.kazakh_rows import count_by_place
from sholu.mentions.measured import PrintedQuantity
from sholu.mentions.numerals import number_beginnings
from sholu.mentions.sentences import Sentence
from sholu.mentions.time_words import stands_by_time
from sholu.mentions.told import Matter, Told
from sholu.mentions.units import ITEM, compose, index_units, match_population
from sholu.mentions.unnamed import (
    OPENS_ANOTHER,
    OTHERS,
    is_difference,
    is_part_of_ratio,
    person_unit,
    read_unnamed,
)
from sholu.mentions.words import DASHES, Word
from sholu.vocabulary.model import Vocabulary

_FURTHER = frozenset(("more", "further", "additional", "such"))
_PARTICIPLE = re.compile(r".{3,}ed")
_RUSSIAN_SHORT_PARTICIPLE = re.compile(r".{3,}(?:ан|ен|ят)[оыа]|.{3,}(?:лось|лись)")


def read_count(
    sentence: Sentence,
    quantity: PrintedQuantity,
    begin: int,
    told: Told,
    vocabulary: Vocabulary,
) -> Matter | None:
    """What a number without a unit of measure counts."""
    place = skip_after_qualifier(sentence, quantity.stop)
    kazakh = sentence.language == "kk"
    describes = kazakh and describes_thing(sentence.words, place)
    if describes or is_part_of_ratio(sentence, quantity, begin):
        return None
    referred = _counted_before(told)
    same = referred is not None and _is_of_the_same(sentence, quantity, place, vocabulary)
    if same or _is_partitive(sentence, place, begin):
        explained = explained_by(sentence, quantity, place, begin, vocabulary)
        explained = explained or part_of_those(sentence, place, vocabulary)
        named = explained or _part_named(sentence, place, referred, vocabulary)
        return named or _part_told(sentence, place, referred, vocabulary)
    if quantity.numeral.half:
        return _read_half(sentence, place, begin, vocabulary)
    row = broken_down(sentence, quantity, told)
    if row is None and kazakh:
        row = count_by_place(sentence, quantity, told)
    if row is not None:
        return row
    following = sentence.words[place].folded if place < len(sentence.words) else ""
    if following in _FURTHER:  # twelve more lectures
        place += 1
    after = place
    if sentence.language == "en" and following == "of":  # 110 of the clinics
        place = skip_determiners(sentence.words, place + 1)
    phrase = _noun_after(sentence, quantity, place)
    if (
        phrase is not None
        and following not in OPENS_ANOTHER
        and not is_difference(sentence.words, place)
        and has_plural_head(sentence, phrase, quantity.value)
    ):
        return _named(sentence, quantity, phrase, begin, told, vocabulary)
    again = referred if stands_by_time(sentence.words, begin, after) else None
    again = again or part_of_opening(sentence, begin, vocabulary)
    return again or read_unnamed(sentence, quantity, after, begin, told, vocabulary)


def _noun_after(sentence: Sentence, quantity: PrintedQuantity, place: int) -> NounPhrase | None:
    """The phrase at ``place``, unless the number has a case of its own or another number begins."""
    words = sentence.words
    if sentence.language == "kk" and has_case_of_its_own(words, quantity.number_stop):
        return None
    if sentence.language == "en" and _another_begins(words, place):
        return None
    return read_noun_phrase(sentence, place)


def _another_begins(words: Sequence[Word], place: int) -> bool:
    """``down from 890 five years ago``; the ten of ``40 ten-tablet packs`` is no other number."""
    if place + 1 >= len(words) or words[place].folded not in number_beginnings("en"):
        return False
    return words[place + 1].text not in DASHES


def _part_told(
    sentence: Sentence, place: int, whole: Matter | None, vocabulary: Vocabulary
) -> Matter | None:
    """The whole; in Kazakh with what the clause says of its part."""
    if whole is None or sentence.language != "kk":
        return whole
    return part_of(sentence.words, whole, place, vocabulary)


def _is_of_place(words: Sequence[Word], place: int, begin: int) -> bool:
    """``, 3 of Iran,``: an entry of a list whose noun was said once."""
    if place >= len(words) or not begin or words[begin - 1].folded not in _LISTS:
        return False
    after = words[place + 1].text if place + 1 < len(words) else "."
    return words[place].text[:1].isupper() and after in ",;.)("


_LISTS = frozenset((",", ";", "and"))


def _counted_before(told: Told) -> Matter | None:
    """What a part is a part of: never of a sum or a term, if something was counted before."""
    amount = told.amount
    if amount is None or amount.unit.dimension.startswith(("money", "time")):
        return told.counted
    return amount


def _part_named(
    sentence: Sentence, place: int, whole: Matter | None, vocabulary: Vocabulary
) -> Matter | None:
    """``14 из них – иностранцы``, ``трое из которых – девочки``, ``6-ауы – әйел``."""
    words = sentence.words
    if sentence.language == "kk" and place and _PART_IN_CASE.fullmatch(words[place - 1].folded):
        return None
    while place < len(words) and words[place].folded in _TAKES_UP:
        place += 1
    stated = place < len(words) and (
        words[place].text in DASHES or words[place].folded in ("were", "are", "was")
    )
    phrase = read_noun_phrase(sentence, place + 1 if stated else place)
    if phrase is None or whole is None or not has_plural_head(sentence, phrase, _SEVERAL):
        return None
    unit = unit_of(words[phrase.first : phrase.head_stop], sentence.language, vocabulary)
    if unit == ITEM and not stated:
        return None
    return Matter(phrase.text, None, whole.unit if unit == ITEM else unit)


_SEVERAL = 2
_TAKES_UP = frozenset(("из", "них", "которых", "of", "them", "whom", "which", "these", "those"))


def _named(
    sentence: Sentence,
    quantity: PrintedQuantity,
    phrase: NounPhrase,
    begin: int,
    told: Told,
    vocabulary: Vocabulary,
) -> Matter:
    """What the noun phrase after a number says is counted."""
    words = sentence.words[phrase.first : phrase.head_stop]
    if words[0].folded in OTHERS and len(words) == 1 and (told.persons or told.counted):
        return told.persons or told.counted  # type: ignore[return-value]
    unit = unit_of(words, sentence.language, vocabulary)
    if unit == ITEM and quantity.numeral.collective and not _has_no_singular(words):
        unit = person_unit(vocabulary)
    unit = _per_population(sentence, phrase, unit, vocabulary)
    if sentence.language == "kk" and unit.code == "person":
        said = predicate_after(sentence.words, phrase.stop)
        of = phrase.text if said is None else f"{phrase.text} … {said}"
        return Matter(of, None, killed_unit(unit, said, vocabulary))
    return Matter(_with_verb(sentence, phrase, begin, unit), None, unit)


_NO_SINGULAR = frozenset(
    ("весов", "часов", "ножниц", "суток", "очков", "брюк", "ворот", "наручников", "наушников",
     "носилок", "штанов", "джинсов", "саней", "щипцов", "дверей", "плоскогубцев", "тисков",
     "качелей")
)  # fmt: skip


def _has_no_singular(words: Sequence[Word]) -> bool:
    """``двое весов``: such nouns, too, take the numerals of persons."""
    return any(word.folded in _NO_SINGULAR for word in words)


_KAZAKH_PART = re.compile(r".+(?:[^е]кісі|[ыі]|[ыі]н|[ыі]нан|[ыі]нен|[ыі]ның|[ыі]нің)|екісі\w*")
_PART_IN_CASE = re.compile(r".*[ыі](?:на|не|нда|нде|нан|нен)")
_OF_MONTH = frozenset(("айдың", "айының"))
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
    if _PART_IN_CASE.fullmatch(last):  # 11-інде кемшілік табылды: the noun after it is another
        before = sentence.words[quantity.first - 1].folded if quantity.first else ""
        return before not in _OF_MONTH
    if _KAZAKH_PART.fullmatch(last) is None and last not in ("ы", "і", "сы", "сі", "ін", "ын"):
        return False
    phrase = read_noun_phrase(sentence, place)
    if phrase is None or is_genitive(sentence.words[place].folded):
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


def _read_half(sentence: Sentence, place: int, begin: int, vocabulary: Vocabulary) -> Matter | None:
    """``half of the convicts``: a share of them; bare ``half`` or that of a year says nothing."""
    share = index_units(vocabulary).by_code.get("%")
    words = sentence.words
    if share is None or place >= len(words) or _is_half_of_a_year(words, place, begin):
        return None
    if sentence.language == "en":
        if words[place].folded != "of":
            return None
        place = skip_determiners(words, place + 1)
    phrase = read_noun_phrase(sentence, place)
    return None if phrase is None else Matter(phrase.text, None, share)


def _is_half_of_a_year(words: Sequence[Word], place: int, begin: int) -> bool:
    """``the first half of the year``, ``вторая половина 2024 года``: a time, no share."""
    before = words[begin - 1].folded if begin else ""
    ordinal = before.startswith(("first", "second", "latter", "перв", "втор", "последн"))
    after = {word.folded for word in words[place : place + 3]}
    return ordinal or bool(after & {"year", "month", "года", "месяца", "дня", "января"})


def _is_partitive(sentence: Sentence, place: int, begin: int) -> bool:
    """``55 of them``, ``of which 132``, ``из них 55``: some of what was counted before."""
    lists = counted_nouns(sentence.language)
    if lists is None:
        return False
    after = " ".join(word.folded for word in sentence.words[place : place + 2])
    if after in lists.partitives:
        return True
    opened = begin - 1 if begin and sentence.words[begin - 1].text == "," else begin
    before = " ".join(word.folded for word in sentence.words[max(0, opened - 3) : opened])
    said_before = any(before.endswith(phrase) for phrase in lists.partitives)
    phrase = read_noun_phrase(sentence, place)
    named = phrase is not None and has_plural_head(sentence, phrase, 2)
    return said_before and not named


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
    return None
