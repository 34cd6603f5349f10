"""The substance named beside a quantity: in its noun phrase, or in its clause."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from sholu.core.quantity import Unit
from sholu.mentions.counted import NounPhrase, is_russian_verb, join_written_together
from sholu.mentions.measured import PrintedQuantity
from sholu.mentions.names import NameMatch
from sholu.mentions.reference import Surroundings, specified
from sholu.mentions.sentences import Sentence
from sholu.mentions.told import Matter
from sholu.mentions.words import DASHES, Word

_NEAR = 90
"""Code points within which a substance is taken to be what a mass is of: about one clause."""


def of_substances(
    sentence: Sentence,
    phrase: NounPhrase,
    inside: NameMatch,
    unit: Unit,
    around: Surroundings,
) -> Matter:
    """One substance, or ``героина, опия и гашиша``: an amount of several is of none of them."""
    listed, words, place = [inside], sentence.words, inside.stop
    at = bisect_left(around.substances, inside.end, key=lambda match: match.start)
    for other in around.substances[at:]:
        joined = other.end <= sentence.end and other.first == place + 1 and place < len(words)
        if not joined or words[place].folded not in (",", *_JOINING):
            break
        listed.append(other)
        place = other.stop
    last = [words[match.first - 1].folded for match in listed[1:]]
    follows = words[place].kind if place < len(words) else "sign"
    if last and follows == "word" and words[place].folded in _JOINING:
        last.append(words[place].folded)  # heroin, opium and other powders
    if last and last[-1] in _JOINING and follows != "number":
        named = " ".join(word.text for word in words[inside.first : place] if word.kind == "word")
        return Matter(named, None, unit)
    return Matter(_words_of(sentence, phrase, inside, unit), inside.code, unit)


def _words_of(sentence: Sentence, phrase: NounPhrase, inside: NameMatch, unit: Unit) -> str:
    """The phrase without what only stands beside the substance: ``обнаружены героин``.

    Kazakh words after a mass's substance are of another phrase (``килосын кокаинді елге``), the
    English often a participle (``heroin seized``).
    """
    words, first, stop = sentence.words, phrase.first, phrase.stop
    if not (words[first].start <= inside.start and inside.end <= words[stop - 1].end):
        return phrase.text  # what an earlier sentence named
    for place in range(first, inside.first):
        sign = len(words[place].text) == 1 and words[place].text != "-"
        if sign or is_russian_verb(words[place].folded):
            first = place + 1
    if sentence.language in ("kk", "en") and unit.dimension in _WEIGHED:
        stop = min(stop, inside.stop)
    for place in reversed(range(inside.stop, stop)):
        if _DONE.fullmatch(words[place].folded):
            stop = place  # опия | перехвачен
    if (first, stop) == (phrase.first, phrase.stop):
        return phrase.text
    shown = [word for word in words[first:stop] if word.kind == "word" or word.text in DASHES]
    return " ".join(join_written_together(shown))


_DONE = re.compile(r"(?:за|пере|об|из|на|вы|у|с)\w{2,}(?:ан|ен|ён|ят)[аоы]?")
_WEIGHED = frozenset(("mass", "volume"))


def substance_in(
    phrase: NounPhrase | None, sentence: Sentence, around: Surroundings
) -> NameMatch | None:
    if phrase is None:
        return None
    start, end = sentence.words[phrase.first].start, sentence.words[phrase.stop - 1].end
    first = bisect_left(around.substances, start, key=lambda match: match.start)
    for match in around.substances[first:]:
        return specified(sentence, match, around) if match.start < end else None
    return None


def substance_in_digits(
    sentence: Sentence, quantity: PrintedQuantity, around: Surroundings
) -> NounPhrase | None:
    """A substance just after a quantity whose name begins with a number, as no noun does: 4-CMC."""
    words = sentence.words
    place = quantity.stop
    if place < len(words) and words[place].folded == "of":
        place += 1
    if place >= len(words) or words[place].kind != "number":
        return None
    at = bisect_left(around.substances, words[place].start, key=lambda match: match.start)
    for found in around.substances[at : at + 1]:
        if found.start == words[place].start:
            shown = " ".join(join_written_together(words[found.first : found.stop]))
            return NounPhrase(shown, found.first, found.stop, found.stop)
    return None


def nearest_substance(
    sentence: Sentence, quantity: PrintedQuantity, around: Surroundings
) -> NameMatch | None:
    """The substance nearest in the clause; one that follows wins over one before.

    After a quantity a comma or bracket ends its clause; before it only another number does, for
    substances are listed before their mass (heroin, opium: 5 kg).
    """
    words, substances = sentence.words, around.substances
    entry = _named_after_dash(sentence, quantity, around)
    if entry is not None:
        return entry
    shared = quantity.unit is not None and quantity.unit.dimension.startswith("count")
    low, high = quantity.first, _clause_end(words, _row_stop(words, quantity), shared)
    while low > 0 and words[low - 1].text != ";" and words[low - 1].kind != "number":
        low -= 1
    start, end = words[quantity.first].start, words[quantity.stop - 1].end
    earliest, latest = max(words[low].start, start - _NEAR), min(words[high - 1].end, end + _NEAR)
    first = bisect_left(substances, earliest, key=lambda match: match.start)
    stop = bisect_left(substances, latest, key=lambda match: match.start)
    farther = (
        8
        if low and words[low - 1].kind == "number" and words[quantity.first - 1].folded in _LISTS
        else 2
    )  # that number's own
    before_wins = quantity.first > 0 and words[quantity.first - 1].folded in _OF_BEFORE

    def distance(match: NameMatch) -> int:
        if match.start < end:  # opium accounted for 409 kg and heroin for 88 kg
            return start - match.end if before_wins else farther * (start - match.end) + 1
        return (match.start - end) * (3 if before_wins else 1)

    nearest = min(substances[first:stop], key=distance, default=None)
    return None if nearest is None else specified(sentence, nearest, around)


def _named_after_dash(
    sentence: Sentence, quantity: PrintedQuantity, around: Surroundings
) -> NameMatch | None:
    """``21 кг составил гашиш, 8 кг – опий``: the entries of the list begin with their masses."""
    words, stop = sentence.words, quantity.stop
    if sentence.language != "ru" or stop + 1 >= len(words) or words[stop].text not in DASHES:
        return None
    before = words[quantity.first - 1].text if quantity.first else "."
    if before in DASHES or words[stop].start == words[stop - 1].end:
        return None
    start = stop + 2 if words[stop + 1].text in '«“"' and stop + 2 < len(words) else stop + 1
    at = bisect_left(around.substances, words[start].start, key=lambda match: match.start)
    found = around.substances[at : at + 1]
    return found[0] if found and found[0].start == words[start].start else None


def _row_stop(words: Sequence[Word], quantity: PrintedQuantity) -> int:
    """Where a row ends whose last number has the unit of all: ``14, 22 и 9,5 кг гашиша``."""
    place = quantity.stop
    if quantity.unit is None or place > quantity.number_stop:
        return place
    while place + 1 < len(words) and words[place].folded in _LISTS:
        if words[place + 1].kind != "number":
            break
        place += 2
    return place


def _clause_end(words: Sequence[Word], place: int, shared: bool) -> int:
    """Where the clause after a quantity ends; ``85 ампул и 46 ампул тропикамида`` are one."""
    while place < len(words) and words[place].text not in _CLAUSE_ENDS:
        joined = shared and words[place - 1].folded in ("и", "and")
        if words[place].kind == "number" and not joined:
            break
        place += 1
    return place


_JOINING = frozenset(("and", "и", "және", "мен", "бен", "пен"))
_LISTS = frozenset((",", "and", "и", "және"))
_OF_BEFORE = frozenset(("for", "weighing", "весом", "массой", "объемом", "общим"))


_CLAUSE_ENDS = frozenset(",;:()–—")
