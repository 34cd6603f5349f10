"""The head of a list's entry says what its number counts: Kazakhstan – 5, persons held: 16."""

from __future__ import annotations

from collections.abc import Sequence

from sholu.mentions.beside import phrase_before
from sholu.mentions.counted import is_plural
from sholu.mentions.counted_units import unit_of
from sholu.mentions.sentences import Sentence
from sholu.mentions.told import Matter, Told
from sholu.mentions.units import ITEM
from sholu.mentions.words import Word
from sholu.vocabulary.model import Vocabulary

COMPARED = frozenset(("against", "versus", "vs", "против", "аппг", "көрсеткіш"))
_ENDS = frozenset(",;).!?*_")


def head_of_entry(
    sentence: Sentence, place: int, begin: int, told: Told, vocabulary: Vocabulary
) -> Matter | None:
    """The head of a list's entry: ``Kazakhstan – 5, Kyrgyzstan – 2``."""
    before = phrase_before(sentence, begin)
    if before is None or not ends_entry(sentence.words, place):
        return None
    own = _label(sentence, begin, vocabulary)
    if own is not None:
        return own
    named = unit_of(sentence.words[before.first : before.stop], sentence.language, vocabulary)
    last = told.last if named == ITEM else None
    if last is not None and last.unit.code == "times":
        # three times more laboratories were closed: 30 against 12
        return Matter(last.of, last.of_code, named)
    if last is None:
        return Matter(before.text, None, named)
    row = last.unit.dimension.startswith(("count", *_IN_ROWS))
    return Matter(_entry(sentence, before.text, last), None, last.unit if row else named)


def _label(sentence: Sentence, begin: int, vocabulary: Vocabulary) -> Matter | None:
    """``Persons held criminally liable: 167``: an English label that has a noun of its own."""
    words, colon = sentence.words, begin - 1
    if sentence.language != "en" or words[colon].text != ":":
        return None
    first = colon
    while first and words[first - 1].kind == "word" and colon - first < _LONGEST_LABEL:
        first -= 1
    if not first or words[first - 1].text in ".;":
        for head in range(first, colon):
            if is_plural(words[head].folded):
                text = " ".join(word.text for word in words[first:colon])
                return Matter(text, None, unit_of(words[first : head + 1], "en", vocabulary))
    return None


_LONGEST_LABEL = 8


def _entry(sentence: Sentence, label: str, last: Matter) -> str:
    """``осуждённых … к штрафу``: what the list counts, with the label of its entry."""
    counted = last.unit.dimension.startswith("count") and last.of is not None
    if sentence.language == "kk" or not counted or last.of is None:
        return label
    return f"{last.of.partition(' … ')[0]} … {label}"


_IN_ROWS = ("share", "mass", "volume")
"""Besides counts, what the entries of a list have in common: гашиша – 71 процент, опия – 24."""


def ends_entry(words: Sequence[Word], place: int) -> bool:
    """Whether an entry ends at a place: at a sign, a joining word or a comparison."""
    if place >= len(words) or words[place].text in _ENDS:
        return True
    return words[place].folded in ("and", "и", *COMPARED)
