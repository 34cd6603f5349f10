"""Find cue phrases in a text. Each word of a cue is a stem: it may carry an ending.

A stroke after a word of a cue (``bill|``) closes it: it carries no ending but a plural's, so that a
bill of parliament is no billboard and no billion.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from sholu.mentions.kazakh_letters import fold_letters

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_CUE_WORD = re.compile(_WORD.pattern + r"\|?")

CLOSED = "|"

KEY_LETTERS = 4
"""Letters of a cue's first word by which it is looked up; a shorter word is looked up whole."""

WHOLE_WORD_BELOW = 4
"""A shorter word of a cue must stand alone: as a stem it would begin too many other words."""


@dataclass(frozen=True)
class CueHit:
    """A cue found: offsets in the text searched, and what it speaks for."""

    start: int
    end: int
    speaks_for: str


class CueIndex:
    """Cues by the first letters of their first word."""

    def __init__(self, cues: Iterable[tuple[str, str]]) -> None:
        """Index pairs of a cue and what it speaks for."""
        self._cues: defaultdict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
        for phrase, speaks_for in cues:
            stems = tuple(_words(phrase))
            if stems:
                self._cues[stems[0].rstrip(CLOSED)[:KEY_LETTERS]].append((stems, speaks_for))

    def find(self, text: str) -> list[CueHit]:
        """Every cue in a text in the order of the text."""
        words = _located_words(text)
        hits: list[CueHit] = []
        for position, (start, _, word) in enumerate(words):
            for stems, speaks_for in self._cues.get(word[:KEY_LETTERS], ()):
                if not _carries(word, stems[0]):  # most fail here, so it goes first
                    continue
                found = words[position : position + len(stems)]
                if len(found) == len(stems) and all(
                    _carries(inside, stem)
                    for (_, _, inside), stem in zip(found, stems, strict=True)
                ):
                    hits.append(CueHit(start, found[-1][1], speaks_for))
        return hits


# A dozen indexes are asked about the same title, lead and rest, one after another.
@lru_cache(maxsize=8)
def _located_words(text: str) -> list[tuple[int, int, str]]:
    """The words of a text in small letters, each with its offsets."""
    return [(m.start(), m.end(), m.group()) for m in _WORD.finditer(fold_letters(text))]


def words_of(text: str) -> tuple[str, ...]:
    """The words of a text in small letters, in the form in which cues are looked up."""
    return tuple(word for _, _, word in _located_words(text))


def _words(phrase: str) -> list[str]:
    return _CUE_WORD.findall(fold_letters(phrase))


def _carries(word: str, stem: str) -> bool:
    if stem[-1] == CLOSED:
        return word in (stem[:-1], f"{stem[:-1]}s")
    return word == stem if len(stem) < WHOLE_WORD_BELOW else word.startswith(stem)
