"""What a word beside a name says of an office: the kinds of ``office_words.yaml``."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache

from sholu.mentions.word_lists import read_word_lists
from sholu.mentions.words import Word


def word_kinds(word: Word) -> frozenset[str]:
    """The kinds of ``office_words.yaml`` that a word is of; short bodies in capitals only."""
    kinds = _kinds(word.folded)
    return kinds if len(word.text) > 3 or word.text.isupper() else kinds - {"body"}


@lru_cache(maxsize=65536)
def _kinds(folded: str) -> frozenset[str]:
    exact, stems = _words()
    found = set(exact.get(folded, ()))
    for length in range(2, len(folded) + 1):
        found |= stems.get(folded[:length], set())
    return frozenset(found)


@cache
def _words() -> tuple[Mapping[str, set[str]], Mapping[str, set[str]]]:
    exact: dict[str, set[str]] = {}
    stems: dict[str, set[str]] = {}
    lists: dict[str, list[str]] = read_word_lists("sholu.mentions", "office_words.yaml")
    for kind, words in lists.items():
        for word in words:
            known = stems if word.endswith("*") else exact
            known.setdefault(word.rstrip("*").casefold(), set()).add(kind)
    return exact, stems
