"""The unit that a counted noun phrase counts in: persons, cases, bus stops, or things."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from sholu.core.quantity import Unit
from sholu.mentions.counted import counted_as, counted_nouns
from sholu.mentions.per_vocabulary import once_per_vocabulary
from sholu.mentions.units import ITEM, UnitIndex, index_counted, match_unit
from sholu.mentions.words import DASHES, Word
from sholu.vocabulary.model import Vocabulary


@once_per_vocabulary
def _person_and_case(vocabulary: Vocabulary) -> dict[str, Unit]:
    codes = {word.unit.code: word.unit for word in vocabulary.units}
    return {code: codes[code] for code in ("person", "case") if code in codes}


def unit_of(phrase: Sequence[Word], language: str | None, vocabulary: Vocabulary) -> Unit:
    """The unit that a counted noun phrase counts in; ``item`` if the vocabulary has none.

    Persons of every description count in ``person``, crimes, offences, facts in ``case``: the
    description stays in the figure's ``of``.
    """
    general = _person_and_case(vocabulary)
    if language == "kk" and not _is_listed(phrase[-1], language):
        spelled = _unit_by_spelling(phrase, language, index_counted(vocabulary), general)
        if spelled != ITEM:  # қылмыстық топ is a group, not a case
            return spelled
    head = _russian_head(phrase) if language == "ru" else len(phrase)
    listed = _listed_unit(phrase[:head], language, general)
    if listed is not None:
        return listed
    found = _unit_by_spelling(phrase[:head], language, index_counted(vocabulary), general)
    if found == ITEM and "person" in general and is_agent(phrase[:head], language):
        return general["person"]
    return found if found != ITEM else _unit_of_rest(phrase, head, language, vocabulary)


def _unit_of_rest(
    phrase: Sequence[Word], head: int, language: str | None, vocabulary: Vocabulary
) -> Unit:
    """The unit that the words after an unknown head name (``20 организованных групп``)."""
    if head >= len(phrase) or (language == "ru" and phrase[head - 1].folded not in _EMPTY_HEADS):
        return ITEM
    general = _person_and_case(vocabulary)
    listed = _listed_unit(phrase, language, general)
    return listed or _unit_by_spelling(phrase, language, index_counted(vocabulary), general)


_EMPTY_HEADS = frozenset(
    ("тысяч", "сотен", "десятков", "миллионов", "пар", "пары", "видов", "вида", "штук", "категорий")
)
"""Russian heads that leave it to the noun after them what is counted: пять пар перчаток."""


def _russian_head(phrase: Sequence[Word]) -> int:
    """The place after the head: the first word that is no adjective (20 школьных кураторов групп).

    Of words joined by a hyphen the whole is the head.
    """
    for place, word in enumerate(phrase):
        if word.kind == "word" and not _RUSSIAN_ADJECTIVE.fullmatch(word.folded):
            joined = place + 1 < len(phrase) and phrase[place + 1].text in DASHES
            return len(phrase) if joined else place + 1
    return len(phrase)


_RUSSIAN_ADJECTIVE = re.compile(
    r".{2,}(?:ых|их|ые|ие|ый|ий|ая|яя|ую|юю|ого|его|ому|ему|ым|им|ыми|ими)(?:ся)?"
)


def is_agent(phrase: Sequence[Word], language: str | None) -> bool:
    """Whether the last word is made of a verb or a trade: складмейстеры, launderers, кураторы."""
    lists = counted_nouns(language)
    if lists is None or not phrase:
        return False
    return lists.names_agent(phrase[-1].folded)


def _listed_unit(
    phrase: Sequence[Word], language: str | None, general: Mapping[str, Unit]
) -> Unit | None:
    """The unit of the nouns of ``counted_nouns.yaml``, if one is in the phrase."""
    done: Unit | None = None
    for place in _heads_first(phrase, language):
        word = phrase[place]
        code = counted_as(word.folded, language) if word.kind == "word" else None
        if code is not None and code in general:
            if language != "en" or not word.folded.endswith("ed"):
                return general[code]
            done = done or general[code]  # offences registered are offences
    return done


def _heads_first(phrase: Sequence[Word], language: str | None) -> Iterator[int]:
    """Places of words that may be the head, the likeliest first.

    Of words joined by a hyphen the Russian head is the first (государств-членов), the others' the
    last (іс-шара).
    """
    places = range(len(phrase)) if language == "ru" else reversed(range(len(phrase)))
    for place in places:
        beside = place - 1 if language == "ru" else place + 1
        if not (0 <= beside < len(phrase) and phrase[beside].text in DASHES):
            yield place


def _unit_by_spelling(
    phrase: Sequence[Word], language: str | None, index: UnitIndex, general: Mapping[str, Unit]
) -> Unit:
    """The unit whose spelling ends the phrase, or in Russian stands in it first."""
    places = range(len(phrase)) if language == "ru" else reversed(range(len(phrase)))
    for place in places:
        found = match_unit(phrase, place, language, index)
        if found is not None and (language == "ru" or found[1] == len(phrase)):
            return _generalised(found[0], general)
    return ITEM


def _generalised(unit: Unit, general: Mapping[str, Unit]) -> Unit:
    if unit.dimension == "count of persons" and "person" in general:
        return general["person"]
    if unit.code in ("offence", "fact") and "case" in general:
        return general["case"]
    return unit


def _is_listed(word: Word, language: str | None) -> bool:
    return counted_as(word.folded, language) is not None


def names_person(phrase: Sequence[Word], language: str | None) -> bool:
    """Whether a word of a phrase is a listed noun for persons."""
    return any(
        counted_as(word.folded, language) == "person" or is_agent((word,), language)
        for word in phrase
        if word.kind == "word"
    )
