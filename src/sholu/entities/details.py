"""Details of an event that outlets of every language print: hidden where, who, how it travelled."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache
from typing import Any, NamedTuple

from sholu.mentions.kazakh_letters import fold_any_script
from sholu.mentions.word_lists import read_word_lists

_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_LISTS = ("telling_words.yaml", "telling_things.yaml", "telling_public_life.yaml")
_SHORTEST = 2
_VOICED = {"қ": "ғ", "к": "г"}
_SPOKEN_WITH = {"en": ("en",), "ru": ("ru",), "kk": ("kk", "ru")}


class _Table(NamedTuple):
    """Details by whole word and by the beginning of a word, and the longest beginning."""

    whole: dict[str, frozenset[str]]
    begun: dict[str, frozenset[str]]
    longest: int


@lru_cache(maxsize=4)
def _table_of(language: str | None) -> _Table:
    """The words of a language; Kazakh mixes Russian ones in."""
    whole: defaultdict[str, set[str]] = defaultdict(set)
    begun: defaultdict[str, set[str]] = defaultdict(set)
    for detail, by_language in _listed():
        for spoken in _SPOKEN_WITH.get(language or "", by_language):
            for word in map(str, by_language[spoken]):
                for stem in _stems(word.removesuffix("*")):
                    table = begun if word.endswith("*") else whole
                    table[_folded(stem, language)].add(detail)
    return _Table(_frozen(whole), _frozen(begun), max(map(len, begun)))


def _stems(word: str) -> tuple[str, ...]:
    """A word, and its stem before a vowel, where Kazakh voices the last consonant."""
    voiced = _VOICED.get(word[-1])
    return (word, word[:-1] + voiced) if voiced else (word,)


def _listed() -> Iterator[tuple[str, dict[str, list[Any]]]]:
    for name in _LISTS:
        for details in read_word_lists("sholu.entities", name).values():
            yield from details.items()


@lru_cache(maxsize=1)
def hiding_places() -> frozenset[str]:
    """The details that say what something was hidden or carried in."""
    lists = (read_word_lists("sholu.entities", name) for name in _LISTS)
    return frozenset(detail for words in lists for detail in words.get("hidden_in", ()))


def _frozen(table: dict[str, set[str]]) -> dict[str, frozenset[str]]:
    return {word: frozenset(details) for word, details in table.items()}


def _folded(word: str, language: str | None) -> str:
    """In one alphabet and without the letters that the spellings of Kazakh differ in."""
    if language == "kk":
        return fold_any_script(word)
    return word.lower().replace("ё", "е")


def read_details(text: str, language: str | None) -> tuple[str, ...]:
    """The details that a text tells, in alphabetical order.

    >>> read_details("Eight packages lay in the spare tyre of a taxi.", "en")
    ('taxi', 'wheel')
    >>> read_details("Таксидің қосалқы дөңгелегінен табылды.", "kk")
    ('taxi', 'wheel')
    """
    words = {match.group() for match in _WORD.finditer(text)}
    return tuple(sorted({detail for word in words for detail in _of_word(word, language)}))


@lru_cache(maxsize=65536)
def _of_word(word: str, language: str | None) -> frozenset[str]:
    whole, begun, longest = _table_of(language)
    folded = _folded(word, language)
    found = whole.get(folded, frozenset())
    for length in range(_SHORTEST, min(len(folded), longest) + 1):
        found |= begun.get(folded[:length], frozenset())
    return found
