"""Pieces of a drug that is named before them: ``300 ecstasy tablets``, ``20 hemp bushes``."""

from __future__ import annotations

from bisect import bisect_left

from sholu.mentions.figure_wording import skip_after_qualifier
from sholu.mentions.measured import PrintedQuantity
from sholu.mentions.reference import Surroundings
from sholu.mentions.sentences import Sentence
from sholu.mentions.told import Matter
from sholu.mentions.units import CONTAINERS, ITEM, index_units, match_unit
from sholu.mentions.words import DASHES
from sholu.vocabulary.model import Vocabulary

_ADJECTIVES = 2
"""Words that may stand before the drug: ``1,200 counterfeit tramadol tablets``."""

_QUOTES = '«»"“”„'
_BETWEEN = frozenset((*DASHES, *_QUOTES))
"""What stands between a drug's name and its pieces: ``12 мың «экстази» таблеткасы``."""

_PIECES = frozenset(("дана", "штук", "штуки", "штука", "шт", "pieces"))
"""``4 200 дана экстази``: of what shape they are is not said."""


def read_pieces(
    sentence: Sentence, quantity: PrintedQuantity, around: Surroundings, vocabulary: Vocabulary
) -> Matter | None:
    """A number of tablets, plants, doses of the drug whose name stands between; None if none."""
    words, first = sentence.words, skip_after_qualifier(sentence, quantity.stop)
    if first >= len(words):
        return None
    at = bisect_left(around.substances, words[first].start, key=lambda match: match.start)
    drug = around.substances[at] if at < len(around.substances) else None
    if drug is None or drug.end > sentence.end or drug.first > first + _ADJECTIVES:
        return None
    if drug.first == first + 1 and words[first].folded in _PIECES:
        return Matter(drug.quote, drug.code, ITEM)
    if any(word.kind != "word" and word.text not in _QUOTES for word in words[first : drug.first]):
        return None
    place = drug.stop
    if place < len(words) and words[place].text in _BETWEEN:
        place += 1
    index = index_units(vocabulary)
    # The name itself may end in the piece: cannabis plants.
    for last in (place, drug.stop - 1):
        found = match_unit(words, last, sentence.language, index) if last > first else None
        if found is not None and found[0].code in CONTAINERS:
            return Matter(drug.quote, drug.code, found[0])
    return None
