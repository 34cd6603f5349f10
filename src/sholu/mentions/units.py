"""Find the unit after (or before) a number, in the vocabulary's spellings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sholu.core.quantity import Unit
from sholu.mentions.endings import strip_kazakh
from sholu.mentions.per_vocabulary import once_per_vocabulary
from sholu.mentions.words import Word, split_words
from sholu.vocabulary.model import UnitWord, Vocabulary, compose_unit

ITEM = Unit("item", "count of items", "item", 1.0)
"""The unit of what has no unit of its own: bus stops, works, regions. A figure has a unit,
always."""

_MONEY_SIGNS = frozenset("$€₸₽£¥₹₺₾")
_MONEY_BEFORE = frozenset(("rs",))
"""Abbreviations in small letters that stand before a number, too."""
_PER_WORDS = frozenset(("per", "за", "a", "an", "each", "every", "в", "на", "каждый", "каждую"))
_YEARLY = {"annually": "year", "yearly": "year", "ежегодно": "year", "жылына": "year",
           "жыл сайын": "year", "daily": "day", "ежедневно": "day", "monthly": "month",
           "айына": "month", "күніне": "day"}  # fmt: skip
_POPULATION = frozenset(
    [
        "people",
        "population",
        "inhabitants",
        "persons",
        "residents",
        "населения",
        "жителей",
        "человек",
        "тұрғынға",
        "адамға",
        "халыққа",
        "тұрғын",
        "adults",
    ]
)


CONTAINERS = frozenset(
    [
        "tablet",
        "capsule",
        "ampoule",
        "dose",
        "plant",
        "blotter",
        "package",
        "stash",
        "matchbox",
        "glass",
        "portion",
        "plantation",
        "hotbed",
    ]
)
"""Counts that stand for an amount of a drug: what they hold is said after them (5 packages of
…)."""


@dataclass(frozen=True)
class UnitIndex:
    """Spellings of units by their folded words.

    Attributes:
        by_words: from the words of a spelling to units by language (``""`` for any language).
        lengths: numbers of words in the spellings that begin with a word, the largest first.
        by_code: all units of the vocabulary by code.
    """

    by_words: Mapping[tuple[str, ...], Mapping[str, Unit]]
    lengths: Mapping[str, Sequence[int]]
    by_code: Mapping[str, Unit]


@once_per_vocabulary
def index_units(vocabulary: Vocabulary) -> UnitIndex:
    """The spellings of measures, money, time and containers, made once per vocabulary.

    What is counted piece by piece (persons, cases, bus stops) is not here but in `counted`: there
    the noun is not the measure but the matter.
    """
    measures = [word for word in vocabulary.units if is_measure(word.unit)]
    return _index(measures, vocabulary)


@once_per_vocabulary
def index_counted(vocabulary: Vocabulary) -> UnitIndex:
    """The spellings of what is counted piece by piece, made once per vocabulary."""
    counted = [
        word
        for word in vocabulary.units
        if word.unit.dimension.startswith("count") and not is_measure(word.unit)
    ]
    return _index(counted, vocabulary)


def is_measure(unit: Unit) -> bool:
    """Whether a unit measures (kg, %, tenge, year, tablet) rather than names what is counted."""
    if unit.dimension == "number":
        return False
    return not unit.dimension.startswith("count") or unit.code in CONTAINERS


def _says_per(key: tuple[str, ...]) -> bool:
    """``a year``, ``annually``: 100 a year are no hundred years."""
    return key[0] == "a" or " ".join(key) in (*_YEARLY, "annum")


def _index(unit_words: Sequence[UnitWord], vocabulary: Vocabulary) -> UnitIndex:
    by_words: dict[tuple[str, ...], dict[str, Unit]] = {}
    for word in unit_words:
        for language, spelling in (*word.spellings.all(), ("", word.unit.code)):
            key = tuple(part.folded for part in split_words(spelling))
            if _says_per(key):
                continue
            by_words.setdefault(key, {}).setdefault(language, word.unit)
    lengths: dict[str, set[int]] = {}
    for key in by_words:
        lengths.setdefault(key[0], set()).add(len(key))
    return UnitIndex(
        by_words,
        {first: sorted(found, reverse=True) for first, found in lengths.items()},
        {word.unit.code: word.unit for word in vocabulary.units},
    )


def match_unit(
    words: Sequence[Word], first: int, language: str | None, index: UnitIndex
) -> tuple[Unit, int] | None:
    """The unit that begins at ``first`` and the place after it; the longest spelling wins.

    A spelling of the sentence's own language goes before one of another, since ``г`` or ``m``
    mean different things.
    """
    for length in index.lengths.get(words[first].folded, ()) if first < len(words) else ():
        key = tuple(word.folded for word in words[first : first + length])
        units = index.by_words.get(key)
        if units is None:
            continue
        unit = units.get(language or "") or units.get("") or next(iter(units.values()))
        return unit, _after_full_stop(words, first + len(key), key)
    return _match_kazakh(words, first, index) if language == "kk" else None


def _match_kazakh(words: Sequence[Word], first: int, index: UnitIndex) -> tuple[Unit, int] | None:
    """A unit in a case that its spellings do not list: ``алты орамға``, ``бес күндік``."""
    for length in range(min(_MOST_KAZAKH_WORDS, len(words) - first), 0, -1):
        *before, last = (word.folded for word in words[first : first + length])
        if len(last) < _SHORTEST_WITH_ENDING:
            continue
        for stem in strip_kazakh(last)[1:]:
            unit = index.by_words.get((*before, stem), {}).get("kk")
            if unit is not None and len(stem) > 1:
                return unit, first + length
    return None


_SHORTEST_WITH_ENDING = 4
"""Letters of ``айға``; shorter words are others."""

_MOST_KAZAKH_WORDS = 3
"""Words of ``төсек-орын``, the sign among them."""


def _after_full_stop(words: Sequence[Word], stop: int, key: tuple[str, ...]) -> int:
    """Take the full stop of an abbreviated unit along (``кг.``) unless it ends the sentence."""
    short = len(key[-1]) <= 3 and stop + 1 < len(words)
    if short and words[stop].text == "." and words[stop].start == words[stop - 1].end:
        return stop + 1
    return stop


def match_money_before(
    words: Sequence[Word], number: int, language: str | None, index: UnitIndex
) -> tuple[Unit, int] | None:
    """A currency that stands before its number (``$25``, ``US$0.3``, ``USD 500``) and where it
    begins."""
    for length in (3, 2, 1):
        first = number - length
        if first < 0:
            continue
        found = match_unit(words, first, language, index)
        if found is None or found[1] != number or not found[0].dimension.startswith("money"):
            continue
        sign = words[number - 1].text in _MONEY_SIGNS
        code = length == 1 and words[first].text.isupper() and words[first].text.isascii()
        if sign or code or words[first].folded in _MONEY_BEFORE:
            return found[0], first
    return None


def match_denominator(
    words: Sequence[Word], first: int, language: str | None, index: UnitIndex
) -> tuple[Unit, int] | None:
    """What a quantity is counted per: ``per gram``, ``/kg``, ``за 1 грамм``, ``в год``.

    Returns:
        The unit of the denominator and the place after it.
    """
    if first >= len(words):
        return None
    period = _YEARLY.get(words[first].folded)
    if period is not None and period in index.by_code:
        return index.by_code[period], first + 1
    if words[first].text != "/" and words[first].folded not in _PER_WORDS:
        return None
    after = first + 1
    if after < len(words) and words[after].folded in ("one", "1", "один", "одну", "каждый", "each"):
        after += 1
    found = match_unit(words, after, language, index) if after < len(words) else None
    if found is None or found[0].dimension.startswith(("money", "share")):
        return None
    follows = words[found[1]].folded if found[1] < len(words) else ""
    return None if follows in _OF_ANOTHER_TIME else found  # 116 tons a year earlier


_OF_ANOTHER_TIME = frozenset(("earlier", "ago", "before", "later"))


def match_population(words: Sequence[Word], first: int) -> tuple[int, int] | None:
    """``per 100,000 population``, ``на 100 тысяч населения``, ``100 мың тұрғынға``.

    Returns:
        The number of persons and the place after the phrase. Rates of death and disease are printed
        so (WHO, UNODC), mostly per 100 000.
    """
    index = first
    if index >= len(words):
        return None
    if words[index].folded in ("per", "на", "to", "из", "/"):
        index += 1
    printed = "".join(word.folded for word in words[index : index + 3])
    for text, persons in _POPULATION_SIZES:
        if not printed.startswith(text):
            continue
        stop = _stop_of(words, index, text)
        if stop is not None and _names_population(words, stop):
            return persons, stop + 1
        if stop is not None and index > first and persons >= _RATE_BASE and _ends(words, stop):
            return persons, stop
    return None


_RATE_BASE = 100_000
"""Persons from which a rate needs no noun: rates of death and prison are printed per 100 000."""
_GOES_ON = frozenset(
    ("in", "by", "to", "for", "and", "or", "with", "from", "among", "over", "post", "after", "up",
     "в", "по", "и", "на", "к", "от")
)  # fmt: skip


def _ends(words: Sequence[Word], index: int) -> bool:
    """Whether no noun follows that says what the rate is of."""
    if index >= len(words):
        return True
    return words[index].kind not in ("word", "number") or words[index].folded in _GOES_ON


_POPULATION_SIZES = tuple(
    (text, persons)
    for persons, texts in (
        (100_000, ("100000", "100,000", "100 000", "100\u00a0000", "100thousand", "100тысяч",
                   "100тыс.", "100тыс", "100мың")),
        (1_000_000, ("1000000", "1,000,000", "million", "миллион", "1млн", "млн", "1миллион")),
        (10_000, ("10000", "10,000", "10 000", "10\u00a0000", "10тысяч", "10мың")),
        (1_000, ("1000", "1,000", "1 000", "thousand", "тысячу", "1тысячу", "мың")),
    )
    for text in texts
)  # fmt: skip


def _stop_of(words: Sequence[Word], first: int, text: str) -> int | None:
    printed = ""
    for index in range(first, min(first + 3, len(words))):
        printed += words[index].folded
        if printed == text:
            return index + 1
    return None


def _names_population(words: Sequence[Word], index: int) -> bool:
    return index < len(words) and words[index].folded in _POPULATION


def compose(numerator: Unit, denominator: Unit) -> Unit:
    """The unit of a rate or price, e.g. USD and g to ``USD/g``."""
    return compose_unit(numerator, denominator)


def unit_spellings(words: Sequence[Word], language: str | None, index: UnitIndex) -> Iterator[Unit]:
    """Every unit named in a heading or title, in order."""
    place = 0
    while place < len(words):
        found = match_unit(words, place, language, index)
        if found is None:
            place += 1
        else:
            yield found[0]
            place = found[1]
