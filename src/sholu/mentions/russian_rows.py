"""Rows of Russian numbers: the noun is said once, and each number has a label of its own."""

from __future__ import annotations

from sholu.mentions.counted_units import unit_of
from sholu.mentions.fronted import fronted_noun, speaks_of_them
from sholu.mentions.sentences import Sentence
from sholu.mentions.told import Matter, Told
from sholu.mentions.words import DASHES
from sholu.vocabulary.model import Vocabulary


def fronted_matter(
    sentence: Sentence, begin: int, told: Told, vocabulary: Vocabulary
) -> Matter | None:
    """The Russian noun before the number, or the pronoun that takes one up."""
    phrase = fronted_noun(sentence, begin)
    if phrase is None:
        return told.counted if speaks_of_them(sentence, begin) else None
    head = sentence.words[phrase.first : phrase.stop]
    return Matter(phrase.text, None, unit_of(head, "ru", vocabulary))


def labelled_matter(sentence: Sentence, place: int, begin: int, told: Told) -> Matter | None:
    """``128 фактов сбыта и 9 – контрабанды``: the entry's label stands after its number."""
    words = sentence.words
    if sentence.language != "ru" or told.last is None or not begin or place + 1 >= len(words):
        return None
    loose = words[place].text in DASHES and words[place].start > words[place - 1].end
    listed = words[begin - 1].folded in (",", ";", ":", "и", "а", "числе", "них", "которых")
    if not (loose and listed and told.last.unit.dimension.startswith("count")):
        return None
    label = [word.text for word in words[place + 1 : place + 5]]
    cut = next((at for at, text in enumerate(label) if not text[0].isalpha()), len(label))
    if not cut or told.last.of is None:
        return None
    of = f"{told.last.of.partition(' … ')[0]} … {' '.join(label[:cut])}"
    return Matter(of, None, told.last.unit)
