"""Words for finding: one spelling for the forms of a word, in English, Russian and Kazakh.

A word is kept as its folded self and without its endings: Russian and English by Snowball (Porter,
2001), Kazakh by every stem that its chain of endings allows (`sholu.mentions.endings`), as only the
reader knows which one is a word; they have a mark before them, lest a Russian word be taken for a
Kazakh one with its end cut off. Kazakh letters that a Russian keyboard lacks are written plain;
Kazakh in Latin and Arabic letters is written in Cyrillic ones. A query has the forms of all three
languages, so that it need not say which one it is in.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Any

from sholu.mentions.endings import KAZAKH_ENDINGS
from sholu.mentions.kazakh_letters import fold_plain, from_arabic, from_latin
from sholu.mentions.words import fold

WORD = re.compile(r"[^\W\d_]+(?:['’ʼ‘`´][^\W\d_]+)*|\d+")
"""A word with its apostrophes, or digits."""

LONGEST = 40
"""Letters of the longest word that is looked at; longer ones are addresses and damage."""

_KAZAKH = "k"
"""Before Kazakh stems; no word has a Latin letter before Cyrillic ones (`fold` mends those)."""

_SHORTEST_STEM = 3
_ENDINGS = frozenset(fold_plain(ending) for ending in KAZAKH_ENDINGS)
_LONGEST_ENDING = max(map(len, _ENDINGS))
_HARDENED = {"г": "к", "б": "п"}
_CYRILLIC = re.compile("[а-яәғқңөұүһіё]")
_ARABIC = re.compile("[\u0620-\u06ff]")
_KAZAKH_ONLY = re.compile("[әғқңөұүһі]")


@lru_cache(maxsize=262144)
def forms(word: str, language: str | None) -> frozenset[str]:
    """The folded word and its stems.

    Args:
        word: as printed, or digits.
        language: ``en``, ``ru`` or ``kk`` for that one's stems only; any other, or None, for all.

    >>> sorted(forms("героина", "ru")), sorted(forms("Seizures", "en"))
    (['героин', 'героина'], ['seizur', 'seizures'])
    >>> forms("облысында", "kk") & forms("Oblysy", None) >= {"kоблыс"}
    True
    """
    folded = fold(word[:LONGEST]).replace("'", "")
    if _CYRILLIC.search(folded):
        return frozenset(_cyrillic(folded, language))
    if _ARABIC.search(folded):
        return frozenset(_cyrillic(from_arabic(folded), "kk"))
    return frozenset(_latin(folded, language))


def _cyrillic(folded: str, language: str | None) -> Iterator[str]:
    yield fold_plain(folded)
    if language != "kk" and not _KAZAKH_ONLY.search(folded):
        yield fold_plain(_stem("russian", folded))
    if language not in ("ru", "en"):
        yield from _kazakh_stems(fold_plain(folded))


def _latin(folded: str, language: str | None) -> Iterator[str]:
    yield folded
    if folded.isdigit():
        return
    if language != "kk":
        yield _stem("english", folded)
    if language not in ("ru", "en"):
        spelled = fold_plain(from_latin(folded))
        yield spelled
        yield from _kazakh_stems(spelled)


def _kazakh_stems(plain: str) -> Iterator[str]:
    """The word and its stems, marked."""
    yield _KAZAKH + plain
    for length in range(len(plain) - 1, _SHORTEST_STEM - 1, -1):
        if len(plain) - length > _LONGEST_ENDING:
            return
        if plain[length:] in _ENDINGS:
            stem = plain[:length]
            yield _KAZAKH + stem
            if stem[-1] in _HARDENED and plain[length] in "ыи":
                yield _KAZAKH + stem[:-1] + _HARDENED[stem[-1]]


def _stem(language: str, word: str) -> str:
    stemmed: str = _stemmer(language).stemWord(word)
    return stemmed


@cache
def _stemmer(language: str) -> Any:
    import snowballstemmer  # type: ignore[import-untyped]

    return snowballstemmer.stemmer(language)


def indexed(text: str, language: str | None) -> str:
    """What is written into the index for a text: the forms of its words, in order."""
    return " ".join(" ".join(sorted(forms(word, language))) for word in WORD.findall(text))
