"""Cut text into words, numbers and signs: what every reader of this room works on."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from sholu.evidence.look_alikes import mend_word

_SPACES = " \u00a0\u202f\u2009"
"""Spaces that part thousands: plain, no-break, narrow no-break, thin (CLDR root and ru, 46)."""

_LEXEME = re.compile(
    rf"""
    (?P<dotted>\d+(?:\.\d+){{2,}})                     # 13.08.2025, 1.2.3
  | (?P<number>
        \d{{1,3}}(?:[{_SPACES}]\d{{3}})+(?!\d)(?:[.,]\d+)?  # 17 000, 107 937,5
      | \d{{1,3}}(?:,\d{{3}}){{2,}}(?!\d)(?:\.\d+)?         # 3,343,750
      | \d+(?:[.,]\d+){{0,2}}                          # 12; 0,33; 23,008.7
    )
  | (?P<word>[^\W\d_]+(?:['’ʼ‘`][^\W\d_]+)*)
  | (?P<sign>\S)
    """,
    re.VERBOSE,
)

DASHES = frozenset("-–—‑−‐")
"""Signs that join the ends of a range, or set words apart."""


class Word(NamedTuple):
    """A word, a number in digits or a sign.

    Attributes:
        text: as printed; ``folded``: for comparing (see `fold`).
        start, end: code points of the document's text; end exclusive.
        kind: ``word``, ``number``, ``dotted`` (digits with several dots) or ``sign``.
    """

    text: str
    folded: str
    start: int
    end: int
    kind: str


@lru_cache(maxsize=65536)
def fold(word: str) -> str:
    """A word for comparing: one alphabet, small letters, ё as е, no English possessive.

    >>> fold("Region’s")
    'region'
    """
    folded = mend_word(word, "rus").casefold().replace("ё", "е")
    for apostrophe in "’ʼ‘`":
        folded = folded.replace(apostrophe, "'")
    return folded.removesuffix("'s")


def split_words(text: str, start: int = 0, end: int | None = None) -> list[Word]:
    """The words of ``text[start:end]`` with their offsets in ``text``.

    >>> [word.text for word in split_words("17 000 кг, 42%")]
    ['17 000', 'кг', ',', '42', '%']
    """
    stop = len(text) if end is None else end
    words = []
    for match in _LEXEME.finditer(text, start, stop):
        printed = match.group()
        kind = match.lastgroup or "sign"
        folded = fold(printed) if kind == "word" else printed
        words.append(Word(printed, folded, match.start(), match.end(), kind))
    return words
