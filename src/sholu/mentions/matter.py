"""Find what a quantity is an amount of, and the unit of a bare count."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from sholu.core.quantity import Unit
from sholu.mentions.beside import clause_around, follows_of, phrase_after, phrase_before
from sholu.mentions.counted import (
    NounPhrase,
)
from sholu.mentions.counts import read_count
from sholu.mentions.measured import PrintedQuantity
from sholu.mentions.names import NameMatch
from sholu.mentions.prices import price_denominator
from sholu.mentions.sentences import Sentence
from sholu.mentions.told import Matter, Told
from sholu.mentions.units import CONTAINERS, compose, index_units
from sholu.vocabulary.model import Vocabulary

_NEAR = 90
"""Code points within which a substance is taken to be what a mass is of: about one clause."""

_MATERIAL = ("mass", "volume", "area", "count of")


def read_matter(
    sentence: Sentence,
    quantity: PrintedQuantity,
    begin: int,
    told: Told,
    substances: Sequence[NameMatch],
    vocabulary: Vocabulary,
) -> Matter | None:
    """What a quantity is of; None for a number that nothing says the meaning of.

    Args:
        begin: where the qualifying words before it begin.
        told: what was counted before it, for lists and partitives.
        substances: all substances named in the document, in order.
    """
    if quantity.unit is None:
        return read_count(sentence, quantity, begin, told, vocabulary)
    unit = _priced(sentence, quantity, quantity.unit, vocabulary)
    if told.last is not None and _is_bracketed_share(sentence, unit, begin):
        return Matter(told.last.of, told.last.of_code, unit)
    phrase = phrase_after(sentence, quantity) or phrase_before(sentence, begin)
    inside = _substance_in(phrase, sentence, substances)
    if inside is not None and phrase is not None:
        return Matter(phrase.text, inside.code, unit)
    if unit.dimension.startswith("time"):
        of = _term_of(sentence, quantity, phrase) or clause_around(
            sentence, quantity.first, quantity.stop
        )
        return Matter(of, None, unit)
    return _matter_beside(sentence, quantity, phrase, unit, substances)


def _matter_beside(
    sentence: Sentence,
    quantity: PrintedQuantity,
    phrase: NounPhrase | None,
    unit: Unit,
    substances: Sequence[NameMatch],
) -> Matter:
    """The phrase beside a quantity, or the substance named in its clause, whichever says more."""
    near = _nearest_substance(sentence, quantity, substances) if _is_material(unit) else None
    if phrase is not None and (near is None or follows_of(sentence, quantity)):
        return Matter(phrase.text, None, unit)
    if near is not None:
        return Matter(near.quote, near.code, unit)
    if unit.code not in CONTAINERS:
        return Matter(clause_around(sentence, quantity.first, quantity.stop), None, unit)
    printed = " ".join(w.text for w in sentence.words[quantity.number_stop : quantity.stop])
    return Matter(printed, None, unit)


def _is_bracketed_share(sentence: Sentence, unit: Unit, begin: int) -> bool:
    """``172.7 kg (1%)``: the share is of what stands before the bracket."""
    return unit.code == "%" and begin > 0 and sentence.words[begin - 1].text == "("


def _priced(
    sentence: Sentence, quantity: PrintedQuantity, unit: Unit, vocabulary: Vocabulary
) -> Unit:
    """A price with the unit it is for, if that stands elsewhere in the sentence."""
    if not unit.dimension.startswith("money") or "/" in unit.code:
        return unit
    denominator = price_denominator(sentence, quantity, index_units(vocabulary))
    return unit if denominator is None else compose(unit, denominator)


def _is_material(unit: Unit) -> bool:
    return unit.dimension.startswith(_MATERIAL) or "/mass" in unit.dimension


def _substance_in(
    phrase: NounPhrase | None, sentence: Sentence, substances: Sequence[NameMatch]
) -> NameMatch | None:
    if phrase is None:
        return None
    start, end = sentence.words[phrase.first].start, sentence.words[phrase.stop - 1].end
    first = bisect_left(substances, start, key=lambda match: match.start)
    for match in substances[first:]:
        return match if match.start < end else None
    return None


def _nearest_substance(
    sentence: Sentence, quantity: PrintedQuantity, substances: Sequence[NameMatch]
) -> NameMatch | None:
    """The substance nearest in the clause; one that follows wins over one before.

    After a quantity a comma or bracket ends its clause; before it only another number does, for
    substances are listed before their mass (heroin, opium: 5 kg).
    """
    words = sentence.words
    low, high = quantity.first, quantity.stop
    while (
        high < len(words) and words[high].text not in _CLAUSE_ENDS and words[high].kind != "number"
    ):
        high += 1
    while low > 0 and words[low - 1].text != ";" and words[low - 1].kind != "number":
        low -= 1
    start, end = words[quantity.first].start, words[quantity.stop - 1].end
    earliest, latest = max(words[low].start, start - _NEAR), min(words[high - 1].end, end + _NEAR)
    first = bisect_left(substances, earliest, key=lambda match: match.start)
    stop = bisect_left(substances, latest, key=lambda match: match.start)

    def distance(match: NameMatch) -> int:
        return match.start - end if match.start >= end else 2 * (start - match.end) + 1

    return min(substances[first:stop], key=distance, default=None)


_CLAUSE_ENDS = frozenset(",;:()–—")


_TERM_WORDS = re.compile(r"imprisonment|prison|лишени\w+ свободы|бас бостандығы\w+ айыру")


def _term_of(
    sentence: Sentence, quantity: PrintedQuantity, phrase: NounPhrase | None
) -> str | None:
    """What lasts so long; a term of imprisonment wherever the sentence says so."""
    term = _TERM_WORDS.search(sentence.folded)
    if term is not None:
        return term.group()
    return None if phrase is None or phrase.first < quantity.first else phrase.text
