"""Kazakh words in their full spelling, found by what is left of them in other ways of writing."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from sholu.mentions.endings import KAZAKH_ENDINGS
from sholu.mentions.kazakh_letters import fold_loosely, fold_plain
from sholu.mentions.per_vocabulary import once_per_vocabulary
from sholu.mentions.word_lists import read_word_lists
from sholu.vocabulary.model import Names, Vocabulary

_LETTERS = frozenset("әғқңөұүһі")
_FRONT = frozenset("әеіөүи")
_ALL_VOWELS = frozenset("аәеёиоөуұүыіэюя")
_SHORTEST = 3
"""Letters of the shortest stem that an ending is looked for after."""


@dataclass
class KazakhLexicon:
    """Words by their folded forms.

    Attributes:
        plain: by `fold_plain`; ``loose``: by `fold_loosely`. Names begin with a capital.
        abbreviations: in capitals, by `fold_plain` of their small letters.
        russian: folded words that Russian has too: they stay as typed.
    """

    plain: dict[str, str] = field(default_factory=dict)
    loose: dict[str, str] = field(default_factory=dict)
    abbreviations: dict[str, str] = field(default_factory=dict)
    russian: set[str] = field(default_factory=set)
    _kept: dict[tuple[str, bool], str | None] = field(default_factory=dict)

    def respell(self, word: str, *, loosely: bool) -> str | None:
        """The full spelling of a small-letter word with any ending; None if it isn't known.

        Args:
            loosely: the word comes from Latin or Arabic letters.

        >>> words = KazakhLexicon(plain={"каласы": "қаласы"})
        >>> words.respell("каласында", loosely=False)
        'қаласында'
        """
        known = self._kept.get((word, loosely), "")
        if known == "":
            if len(self._kept) > 100_000:
                self._kept.clear()
            known = self._kept[word, loosely] = self._find(word, loosely)
        return known

    def _find(self, word: str, loosely: bool) -> str | None:
        if not loosely and word in self.russian:
            return None
        fold = fold_loosely if loosely else fold_plain
        known, endings, folded = self.loose if loosely else self.plain, _endings(fold), fold(word)
        whole = known.get(folded)
        if whole is not None:
            return whole
        for length in range(len(folded) - 1, _SHORTEST - 1, -1):
            stem, rest = known.get(folded[:length]), folded[length:]
            if stem is not None and rest in endings:
                return stem + _in_harmony(stem, endings[rest])
        return None


def _in_harmony(stem: str, endings: Iterable[str]) -> str:
    """The ending that goes with the stem's last vowel."""
    # у goes with both kinds: төртеу is front, оқу is back.
    vowels = [letter for letter in stem.lower() if letter in _ALL_VOWELS and letter != "у"]
    front = bool(vowels) and vowels[-1] in _FRONT
    fitting = [e for e in endings if any(v in _FRONT for v in e) == front]
    return next(iter(fitting or endings))


@cache
def _endings(fold: Callable[[str], str]) -> dict[str, tuple[str, ...]]:
    """Endings by their folded forms."""
    found: dict[str, dict[str, None]] = {}
    for ending in sorted(KAZAKH_ENDINGS):
        found.setdefault(fold(ending), {})[ending] = None
    return {key: tuple(endings) for key, endings in found.items()}


@cache
def telling_words() -> tuple[frozenset[str], tuple[str, ...], frozenset[str]]:
    """Words and stems that tell Kazakh typed without its letters, and its neighbours' words."""
    record = read_word_lists("sholu.mentions", "kazakh_words.yaml")
    stems = tuple(record["told_by_stems"])
    return frozenset(record["told_by"]), stems, frozenset(record["not_told_by"])


@once_per_vocabulary
def kazakh_lexicon(vocabulary: Vocabulary) -> KazakhLexicon:
    """The words of this room's lists and of the vocabulary's names."""
    lexicon = KazakhLexicon()
    words = tuple(_words(vocabulary, "kk"))
    for word in words:
        lexicon.loose.setdefault(fold_loosely(word.lower()), word)
    # Words that are typed alike anyway go first: ол is he, not the stem of өлім.
    for word in sorted(words, key=_has_own_letter):
        lexicon.plain.setdefault(fold_plain(word.lower()), word)
    for agency in vocabulary.agencies:
        for short in agency.abbreviations.of("kk"):
            lexicon.abbreviations.setdefault(fold_plain(short.lower()), short)
    lexicon.russian.update(word.lower().replace("ё", "е") for word in _words(vocabulary, "ru"))
    return lexicon


def _has_own_letter(word: str) -> bool:
    return not _LETTERS.isdisjoint(word.lower())


_LISTS = (
    "kazakh_words.yaml", "number_words.yaml", "counted_nouns.yaml", "official_titles.yaml",
    "person_cues.yaml", "figure_wording.yaml",
)  # fmt: skip


def _words(vocabulary: Vocabulary, language: str) -> Iterator[str]:
    """Single words of two letters and more; abbreviations are left out."""
    phrases = [
        phrase
        for name in _LISTS
        for phrase in _phrases(read_word_lists("sholu.mentions", name), language)
    ]
    for names in _names(vocabulary):
        phrases += names.of(language)
    for phrase in phrases:
        for word in re.findall(r"[^\W\d_]{2,}", phrase):
            if not word.isupper():
                yield word


def _names(vocabulary: Vocabulary) -> Iterator[Names]:
    for place in vocabulary.places:
        yield place.names
    for substance in vocabulary.substances:
        yield substance.names
    for agency in vocabulary.agencies:
        yield agency.names
    for unit in vocabulary.units:
        yield unit.spellings
    for kind in vocabulary.event_kinds:
        yield kind.cues
    for indicator in vocabulary.indicators:
        yield indicator.cues


def _phrases(record: Any, language: str, *, inside: bool = False) -> Iterator[str]:
    """All strings below a language's key, however deep."""
    if isinstance(record, dict):
        for key, value in record.items():
            if inside or key not in ("en", "ru", "kk") or key == language:
                yield from _phrases(value, language, inside=inside or key == language)
    elif isinstance(record, list):
        for value in record:
            yield from _phrases(value, language, inside=inside)
    elif isinstance(record, str) and inside:
        yield record
