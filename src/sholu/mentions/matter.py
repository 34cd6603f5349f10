"""Find what a quantity is an amount of, and the unit of a bare count."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from sholu.core.quantity import Unit
from sholu.mentions.counted import (
    NounPhrase,
    counted_nouns,
    has_plural_head,
    read_noun_phrase,
    unit_of,
)
from sholu.mentions.figure_wording import skip_after_qualifier
from sholu.mentions.names import NameMatch
from sholu.mentions.prices import price_denominator
from sholu.mentions.quantities import PrintedQuantity
from sholu.mentions.sentences import Sentence
from sholu.mentions.units import CONTAINERS, ITEM, compose, index_units, match_population
from sholu.mentions.words import DASHES, Word
from sholu.vocabulary.model import Vocabulary

_NEAR = 90
"""Code points within which a substance is taken to be what a mass is of: about one clause."""

_COPULAS = frozenset(("are", "were", "is", "was", "составляют", "составляет", "составили"))
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
_SIGNS_BEFORE = DASHES | frozenset(":(")
_PARTICIPLE = re.compile(r".{3,}ed")
_RUSSIAN_SHORT_PARTICIPLE = re.compile(r".{3,}(?:ан|ен|ят)[оыа]|.{3,}(?:лось|лись)")
_KAZAKH_PASSIVE = re.compile(r".{2,}(?:лды|лді|нды|нді|тылды|тілді)")
_MATERIAL = ("mass", "volume", "area", "count of")


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


def read_matter(
    sentence: Sentence,
    quantity: PrintedQuantity,
    begin: int,
    previous: Matter | None,
    substances: Sequence[NameMatch],
    vocabulary: Vocabulary,
) -> Matter | None:
    """What a quantity is of; None for a number that nothing says the meaning of.

    Args:
        begin: where the qualifying words before it begin.
        previous: the matter of the quantity before it in the sentence, for lists and partitives.
        substances: all substances named in the document, in order.
    """
    if quantity.unit is None:
        return _read_count(sentence, quantity, begin, previous, vocabulary)
    unit = _priced(sentence, quantity, quantity.unit, vocabulary)
    if previous is not None and _is_bracketed_share(sentence, unit, begin):
        return Matter(previous.of, previous.of_code, unit)
    phrase = _phrase_after(sentence, quantity) or _phrase_before(sentence, begin)
    inside = _substance_in(phrase, sentence, substances)
    if inside is not None and phrase is not None:
        return Matter(phrase.text, inside.code, unit)
    if unit.dimension.startswith("time"):
        return Matter(_term_of(sentence, quantity, phrase), None, unit)
    return _matter_beside(sentence, quantity, phrase, unit, substances)


def _matter_beside(
    sentence: Sentence,
    quantity: PrintedQuantity,
    phrase: NounPhrase | None,
    unit: Unit,
    substances: Sequence[NameMatch],
) -> Matter:
    """The phrase beside a quantity, or the substance named in its clause, whichever says more."""
    near = _nearest_substance(sentence, quantity, substances) if _is_material(unit) else None
    if phrase is not None and (near is None or _follows_of(sentence, quantity)):
        return Matter(phrase.text, None, unit)
    if near is not None:
        return Matter(near.quote, near.code, unit)
    if unit.code not in CONTAINERS:
        return Matter(None, None, unit)
    printed = " ".join(w.text for w in sentence.words[quantity.number_stop : quantity.stop])
    return Matter(printed, None, unit)


def _is_bracketed_share(sentence: Sentence, unit: Unit, begin: int) -> bool:
    """``172.7 kg (1%)``: the share is of what stands before the bracket."""
    return unit.code == "%" and begin > 0 and sentence.words[begin - 1].text == "("


def _priced(
    sentence: Sentence, quantity: PrintedQuantity, unit: Unit, vocabulary: Vocabulary
) -> Unit:
    """A price with the unit it is for, if that stands elsewhere in the sentence."""
    if not unit.dimension.startswith("money") or "/" in unit.code:
        return unit
    denominator = price_denominator(sentence, quantity, index_units(vocabulary))
    return unit if denominator is None else compose(unit, denominator)


def _is_material(unit: Unit) -> bool:
    return unit.dimension.startswith(_MATERIAL) or "/mass" in unit.dimension


def _follows_of(sentence: Sentence, quantity: PrintedQuantity) -> bool:
    stop = quantity.stop
    return stop < len(sentence.words) and sentence.words[stop].folded == "of"


def _phrase_after(sentence: Sentence, quantity: PrintedQuantity) -> NounPhrase | None:
    """``of cannabis``, ``героина``, ``are cannabis drugs``, ``years’ imprisonment``."""
    words = sentence.words
    place = skip_after_qualifier(sentence, quantity.stop)
    if (
        place < len(words)
        and words[place].text in "'’"
        and words[place].start == words[place - 1].end
    ):
        place += 1
    if sentence.language != "en":
        return read_noun_phrase(sentence, place)
    if place < len(words) and words[place].folded in ("of", *_COPULAS):
        following = place + 1
        while following < len(words) and words[following].folded in (
            "the",
            "all",
            "these",
            "those",
        ):
            following += 1
        return read_noun_phrase(sentence, following)
    if place > quantity.stop or quantity.glued:
        return read_noun_phrase(sentence, place)
    return None


def _phrase_before(sentence: Sentence, begin: int) -> NounPhrase | None:
    """The words before a dash, a colon or a bracket: ``heroin and opium – 172.7 kg``."""
    words, stop = sentence.words, begin
    if stop < 2 or words[stop - 1].text not in _SIGNS_BEFORE:
        return None
    stop -= 1
    lists = counted_nouns(sentence.language)
    boundaries = frozenset() if lists is None else lists.boundaries - {"and", "и", "және", "мен"}
    first = stop
    while first > 0 and stop - first < 5 and _belongs_before(words, first - 1, boundaries):
        first -= 1
    while first < stop and (
        words[first].kind != "word" or words[first].folded in ("and", "и", "және")
    ):
        first += 1
    if first == stop:
        return None
    text = " ".join(word.text for word in words[first:stop] if word.kind == "word")
    return NounPhrase(text, first, stop, stop)


def _belongs_before(words: Sequence[Word], place: int, boundaries: frozenset[str]) -> bool:
    word = words[place]
    quoted = word.text in '«»“”"*_'
    return quoted or (
        word.kind == "word" and word.folded not in boundaries and word.folded != "the"
    )


def _substance_in(
    phrase: NounPhrase | None, sentence: Sentence, substances: Sequence[NameMatch]
) -> NameMatch | None:
    if phrase is None:
        return None
    start, end = sentence.words[phrase.first].start, sentence.words[phrase.stop - 1].end
    first = bisect_left(substances, start, key=lambda match: match.start)
    for match in substances[first:]:
        return match if match.start < end else None
    return None


def _nearest_substance(
    sentence: Sentence, quantity: PrintedQuantity, substances: Sequence[NameMatch]
) -> NameMatch | None:
    """The substance nearest in the clause; one that follows wins over one before.

    After a quantity a comma or bracket ends its clause; before it only another number does, for
    substances are listed before their mass (heroin, opium: 5 kg).
    """
    words = sentence.words
    low, high = quantity.first, quantity.stop
    while (
        high < len(words) and words[high].text not in _CLAUSE_ENDS and words[high].kind != "number"
    ):
        high += 1
    while low > 0 and words[low - 1].text != ";" and words[low - 1].kind != "number":
        low -= 1
    start, end = words[quantity.first].start, words[quantity.stop - 1].end
    earliest, latest = max(words[low].start, start - _NEAR), min(words[high - 1].end, end + _NEAR)
    first = bisect_left(substances, earliest, key=lambda match: match.start)
    stop = bisect_left(substances, latest, key=lambda match: match.start)

    def distance(match: NameMatch) -> int:
        return match.start - end if match.start >= end else 2 * (start - match.end) + 1

    return min(substances[first:stop], key=distance, default=None)


_CLAUSE_ENDS = frozenset(",;:()–—")


_TERM_WORDS = re.compile(r"imprisonment|prison|лишени\w+ свободы|бас бостандығы\w+ айыру")


def _term_of(
    sentence: Sentence, quantity: PrintedQuantity, phrase: NounPhrase | None
) -> str | None:
    """What lasts so long; a term of imprisonment wherever the sentence says so."""
    term = _TERM_WORDS.search(sentence.folded)
    if term is not None:
        return term.group()
    return None if phrase is None or phrase.first < quantity.first else phrase.text


def _read_count(
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
    phrase = read_noun_phrase(sentence, place)
    if phrase is not None and has_plural_head(sentence, phrase, quantity.value):
        words = sentence.words[phrase.first : phrase.head_stop]
        unit = unit_of(words, sentence.language, vocabulary)
        unit = _per_population(sentence, phrase, unit, vocabulary)
        return Matter(_with_verb(sentence, phrase, begin, unit), None, unit)
    before = _phrase_before(sentence, begin)
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
