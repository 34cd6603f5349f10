"""What a word says about a name beside it, by the lists of this folder.

``person_cues.yaml`` and ``official_titles.yaml``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from enum import IntFlag, auto
from functools import cache, lru_cache

from sholu.mentions.known_words import is_listed_name
from sholu.mentions.word_lists import read_word_lists


class Cue(IntFlag):
    """What a word may be; a word may be several of these."""

    RANK = auto()
    TITLE = auto()
    PRIVATE = auto()
    ORGANISATION = auto()
    SPEAKING = auto()
    PEOPLE = auto()
    RESIDENCE = auto()
    NAMING = auto()
    NAMED = auto()
    ACCUSED = auto()
    ACT = auto()
    GANG = auto()
    LETTER = auto()
    NO_NAME = auto()
    THING = auto()
    THING_AFTER = auto()
    GIVEN = auto()
    ALSO_WORD = auto()


NO_PART = (
    Cue.TITLE | Cue.RANK | Cue.PRIVATE | Cue.ORGANISATION | Cue.PEOPLE | Cue.NO_NAME | Cue.THING
    | Cue.THING_AFTER | Cue.RESIDENCE | Cue.SPEAKING
)  # fmt: skip
"""Words of these kinds are no part of a name."""

_LISTS: Mapping[str, Cue] = {
    "ranks": Cue.RANK | Cue.TITLE, "posts": Cue.TITLE, "private": Cue.PRIVATE,
    "organisations": Cue.ORGANISATION, "speaking": Cue.SPEAKING, "people": Cue.PEOPLE,
    "residence": Cue.RESIDENCE, "naming": Cue.NAMING, "named": Cue.NAMED,
    "accused": Cue.ACCUSED, "acts": Cue.ACT, "gangs": Cue.GANG, "letters": Cue.LETTER,
    "no_names": Cue.NO_NAME, "things": Cue.THING, "given": Cue.GIVEN,
    "given_words": Cue.ALSO_WORD,
}  # fmt: skip
_FILES = ("official_titles.yaml", "person_cues.yaml")
_CYRILLIC = re.compile("[\u0400-\u04ff]")
_SHORT = 4
"""Letters of given names that are left what else they may be."""


@lru_cache(maxsize=65536)
def cues_of(folded: str) -> Cue:
    """All that a folded word may be.

    Russian and Kazakh words are looked up together, for they stand in one sentence; a word in Latin
    letters is looked up in English.

    >>> Cue.PRIVATE in cues_of("осужденного"), Cue.RANK in cues_of("подполковнигі")
    (True, True)
    >>> Cue.PEOPLE in cues_of("nurses"), Cue.PEOPLE in cues_of("nurseda")
    (True, False)
    """
    exact, stems = _words_like(folded)
    cue = exact.get(folded, Cue(0))
    shortest = _shortest_stem_of_name(folded) if is_listed_name(folded) else 2
    for length in range(shortest, len(folded) + 1):
        cue |= stems.get(folded[:length], Cue(0))
    return cue


def _shortest_stem_of_name(name: str) -> int:
    """Сәбит is no infant, Nurseda no nurse; ``Августа`` stays a month's."""
    if len(name) <= _SHORT:
        return 2
    return len(name) - 1 if len(name) > _SHORT + 1 else len(name)


def _words_like(folded: str) -> _Words:
    return _cyrillic_words() if _CYRILLIC.search(folded) else _latin_words()


_Words = tuple[dict[str, Cue], dict[str, Cue]]


@cache
def _latin_words() -> _Words:
    return _words_of(("en",))


@cache
def _cyrillic_words() -> _Words:
    return _words_of(("ru", "kk"))


def _words_of(languages: Iterable[str]) -> _Words:
    """Whole words and stems (``*`` in the lists); of a phrase its last word decides."""
    exact: dict[str, Cue] = {}
    stems: dict[str, Cue] = {}
    for kind, words in ((k, record[k]) for record in _records() for k in record):
        for language, word in ((code, w) for code in languages for w in words[code]):
            last = re.split(r"[ .]", word)[-1]
            known = stems if last.endswith("*") else exact
            key = last.rstrip("*")
            known[key] = known.get(key, Cue(0)) | _cue(kind, language)
    return exact, stems


def _cue(kind: str, language: str) -> Cue:
    """Kazakh names a thing after its name: ``Абай кемесі``; Russian before it."""
    return Cue.THING_AFTER if (kind, language) == ("things", "kk") else _LISTS[kind]


def _records() -> Iterable[dict[str, dict[str, list[str]]]]:
    return [read_word_lists("sholu.mentions", name) for name in _FILES]
