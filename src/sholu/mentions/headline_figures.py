"""Figures whose words do not say what they are of, where the rest of the document does."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sholu.core.quantity import Unit
from sholu.mentions.model import Figure
from sholu.mentions.sentences import Sentence
from sholu.mentions.units import index_units, match_unit
from sholu.vocabulary.model import Vocabulary


def first_currency(sentences: Sequence[Sentence], vocabulary: Vocabulary) -> Unit | None:
    """The first currency that a document names: sums without one are of it."""
    index = index_units(vocabulary)
    for sentence in sentences:
        for place, word in enumerate(sentence.words):
            if not place or word.folded not in index.lengths:
                continue
            found = match_unit(sentence.words, place, sentence.language, index)
            if found is not None and found[0].dimension.startswith("money"):
                return found[0]
    return None


_MATERIAL = frozenset(("g", "l", "m2", "tablet", "capsule", "ampoule", "plant", "package", "dose"))


def settle_headline(figures: Sequence[Figure], sentences: Sequence[Sentence]) -> list[Figure]:
    """Give a headline's figures the substance that the body tells of them."""
    if not sentences:
        return list(figures)
    end = max(s.end for s in sentences if s.paragraph == sentences[0].paragraph)
    named = [f for f in figures if f.span.start >= end and f.of_code is not None]
    return [_settled(figure, named) if figure.span.start < end else figure for figure in figures]


def _settled(figure: Figure, body: Sequence[Figure]) -> Figure:
    if figure.of_code is not None or figure.unit_base not in _MATERIAL:
        return figure
    for other in body:
        if (other.unit_base, other.value_base) == (figure.unit_base, figure.value_base):
            return replace(figure, of=other.of, of_code=other.of_code)
    return figure
