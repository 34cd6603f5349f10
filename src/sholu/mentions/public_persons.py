"""Which names found are no private person's: of streets, of the dead whom all remember."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping

from sholu.mentions.person_cues import Cue, cues_of
from sholu.mentions.public_names import is_namesake, is_remembered, is_street, tells_of_memory
from sholu.mentions.same_name import word_stems
from sholu.mentions.sentences import Sentence
from sholu.mentions.words import fold


def is_public(text: str, start: int, found: tuple[int, Sentence]) -> bool:
    """Whether a name is that of a street or of somebody after whom streets are named."""
    end, sentence = found
    place = bisect_left(sentence.words, start, key=lambda word: word.start)
    before = sentence.words[place - 1].folded if place else None
    if before is not None and is_namesake(f"{before} {text[start:end]}"):
        return True
    numbered = before in _ON_STREET and _HOUSE_NUMBER.match(text, end) is not None
    return is_namesake(text[start:end]) or is_street(text[start:end], before) or numbered


_ON_STREET = frozenset(("на", "по"))
_HOUSE_NUMBER = re.compile(r",\s\d{1,3}\b(?!\s(?:год|лет))")
"""``в аптеке на Каирбекова, 344``"""


def remembered_names(text: str, found: Mapping[int, tuple[int, Sentence]]) -> set[int]:
    """Where single names stand that a text about poets and monuments means as theirs, unless
    another word makes one of them a suspect's, a relative's, a witness's."""
    names = {start for start, (end, _) in found.items() if is_remembered(text[start:end])}
    if not names or not tells_of_memory(text):
        return set()
    private = {
        stem
        for start in names
        if _is_told_of(*found[start], start)
        for stem in word_stems(fold(text[start : found[start][0]]))
    }
    return {s for s in names if private.isdisjoint(word_stems(fold(text[s : found[s][0]])))}


def _is_told_of(end: int, sentence: Sentence, start: int) -> bool:
    """Whether a word beside a single name is about somebody of today."""
    words = sentence.words
    first = bisect_left(words, start, key=lambda word: word.start)
    stop = bisect_left(words, end, key=lambda word: word.start)
    before = cues_of(words[first - 1].folded) if first else Cue(0)
    after = [cues_of(word.folded) for word in words[stop : stop + 3]]
    beside = after[0] if after else Cue(0)
    held = any(cues & Cue.ACCUSED for cues in after)
    return held or bool(before & _TODAY) or bool(beside & Cue.PEOPLE)


_TODAY = Cue.PRIVATE | Cue.PEOPLE | Cue.NAMING | Cue.RESIDENCE | Cue.ACCUSED
