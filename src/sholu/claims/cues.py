"""Find the vocabulary's cue phrases of indicators in a text."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from sholu.vocabulary.model import Indicator

_WORD = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*%?|%")
_KEY_LENGTH = 3
_WHOLE_WORD_BELOW = 4
"""Shorter words of a cue must stand alone: as stems they would begin too many other words."""


@dataclass(frozen=True)
class CueHit:
    """A cue phrase found: offsets in the text searched, and the indicator that it speaks for."""

    start: int
    end: int
    indicator: str


@dataclass(frozen=True, eq=False)
class CueIndex:
    """Cue phrases of indicators, ready for searching.

    Attributes:
        by_key: phrases as words, with their indicator, by the first letters of the first word.
        phrases: the words of each phrase, with its indicator.
        stems: all words of phrases, by their first letters.
    """

    by_key: Mapping[str, Sequence[tuple[tuple[str, ...], str]]]
    phrases: tuple[tuple[frozenset[str], str], ...]
    stems: Mapping[str, frozenset[str]]

    def find(self, text: str) -> list[CueHit]:
        """Every cue in the text, in order; each word of a cue may carry an ending.

        Offsets are those of ``text``; words of one cue stand side by side.
        """
        words = [(word.start(), word.end(), word.group().lower()) for word in _WORD.finditer(text)]
        return [hit for position in range(len(words)) for hit in self._hits_at(words, position)]

    def _hits_at(self, words: list[tuple[int, int, str]], position: int) -> Iterator[CueHit]:
        start, end, first = words[position]
        for cue, indicator in self.by_key.get(first[:_KEY_LENGTH], ()):
            if not begins(first, cue[0]):
                continue
            rest = words[position + 1 : position + len(cue)]
            if len(rest) == len(cue) - 1 and all(map(begins, (one[2] for one in rest), cue[1:])):
                yield CueHit(start, rest[-1][1] if rest else end, indicator)


def begins(word: str, stem: str) -> bool:
    """Whether a text's word is a cue's word or has it as its stem, both in small letters."""
    return word == stem if len(stem) < _WHOLE_WORD_BELOW else word.startswith(stem)


def words_of(text: str) -> list[str]:
    """The words of a text in small letters."""
    return [match.group().lower() for match in _WORD.finditer(text)]


@lru_cache(maxsize=4096)
def stems_in(cues: CueIndex, label: str) -> frozenset[str]:
    """The words of cues that a label has, whatever their order."""
    return frozenset(
        stem
        for word in words_of(label)
        for stem in cues.stems.get(word[:_KEY_LENGTH], ())
        if begins(word, stem)
    )


# Few vocabularies are open in one process.
@lru_cache(maxsize=8)
def index_cues(indicators: tuple[Indicator, ...]) -> CueIndex:
    """The cues of the indicators in all languages; to be asked for once per document."""
    cues = [
        (words, indicator.code)
        for indicator in indicators
        for _, phrase in indicator.cues.all()
        if (words := tuple(words_of(phrase)))
    ]
    by_key: defaultdict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
    stems: defaultdict[str, set[str]] = defaultdict(set)
    for words, code in cues:
        by_key[words[0][:_KEY_LENGTH]].append((words, code))
        for word in words:
            stems[word[:_KEY_LENGTH]].add(word)
    return CueIndex(
        by_key=dict(by_key),
        phrases=tuple((frozenset(words), code) for words, code in cues),
        stems={key: frozenset(found) for key, found in stems.items()},
    )
