"""Look up what a sentence says of the time that its numbers were counted over, by pattern."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from sholu.mentions.sentences import Sentence
from sholu.mentions.word_lists import read_word_lists

_NEAR = 30
"""Code points after a number within which its clause may still say what it tells of."""


def says(cue: str, sentence: Sentence) -> bool:
    """Whether a sentence has one of the patterns that ``counting_cues.yaml`` has for a cue."""
    return _pattern(cue, sentence.language or "").search(sentence.folded) is not None


def says_up_to(cue: str, sentence: Sentence, at: int) -> bool:
    """Whether it has one by the number at an offset, or close behind the number."""
    words = [word.folded for word in sentence.words if word.start < at + _NEAR]
    return _pattern(cue, sentence.language or "").search(f" {' '.join(words)} ") is not None


@cache
def _pattern(cue: str, language: str) -> re.Pattern[str]:
    alternatives = _lists()[cue].get(language, ["(?!)"])
    joined = "|".join(alternatives)
    for name, mark in (("months", "MONTH"), ("numbers", "NUMBER")):
        joined = joined.replace(mark, f"(?:{''.join(_lists()[name].get(language, []))})")
    return re.compile(rf"(?<!\w)(?:{joined})(?!\w)")


def _lists() -> Any:
    return read_word_lists("sholu.mentions", "counting_cues.yaml")
