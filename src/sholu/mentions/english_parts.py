"""Of whom an English number counts some, where the whole opens the sentence.

``Of those tested, 37 were positive``, ``Among the recruits, nine admitted it``: persons are asked,
tested and treated, whatever was counted before.
"""

from __future__ import annotations

import re

from sholu.mentions.counted import has_plural_head, read_noun_phrase, skip_determiners
from sholu.mentions.counted_units import unit_of
from sholu.mentions.sentences import Sentence
from sholu.mentions.told import Matter
from sholu.mentions.unnamed import person_unit
from sholu.vocabulary.model import Vocabulary

_OPENS = frozenset(("of", "among", "amongst"))
_LONGEST = 7
_SEVERAL = 2
_UNDERGONE = re.compile(
    r"(?:ask|question|interview|survey|poll|test|examin|treat|admit|discharg|hospitali[sz]|detain"
    r"|arrest|convict|charg|accus|sentenc|pardon|releas|acquitt|kill|injur|wound|rescu|register"
    r"|enroll?|train|recruit|deport|fin|screen|diagnos|prosecut|poison|vaccinat|invit|check)ed"
    r"|caught|held|tried|present|involved|jailed|who"
)


def part_of_opening(sentence: Sentence, begin: int, vocabulary: Vocabulary) -> Matter | None:
    """The whole that opens the sentence, if a number that no noun follows counts some of it."""
    words = sentence.words
    if sentence.language != "en" or not 1 < begin - 1 <= _LONGEST or words[begin - 1].text != ",":
        return None
    if words[0].folded not in _OPENS or any(w.kind == "number" for w in words[:begin]):
        return None
    if words[1].folded in ("those", "all") and _UNDERGONE.fullmatch(words[2].folded):
        text = " ".join(word.text for word in words[1 : begin - 1])
        return Matter(text, None, person_unit(vocabulary))
    phrase = read_noun_phrase(sentence, skip_determiners(words, 1))
    if phrase is None or not has_plural_head(sentence, phrase, _SEVERAL):
        return None
    unit = unit_of(words[phrase.first : phrase.head_stop], "en", vocabulary)
    return Matter(phrase.text, None, unit)


def part_of_those(sentence: Sentence, place: int, vocabulary: Vocabulary) -> Matter | None:
    """``Nine of those held tested positive``: persons, whatever was counted before."""
    words = sentence.words[place : place + 3]
    said = [word.folded for word in words]
    if said[:2] != ["of", "those"] or len(said) < 3 or not _UNDERGONE.fullmatch(said[2]):
        return None
    return Matter(f"{words[1].text} {words[2].text}", None, person_unit(vocabulary))
