"""A number with the unit after it: the middle level of the grammar of quantities."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sholu.core.quantity import Unit
from sholu.mentions.numerals import Numeral, read_numeral, skip_surplus
from sholu.mentions.units import CONTAINERS, UnitIndex, match_unit
from sholu.mentions.words import DASHES, Word

# After a hyphen: endings of a cardinal in digits (ru 2-х, 10-ти; kk 300-ден, 25-і).
_CARDINAL_ENDINGS = frozenset(
    [
        "х",
        "ти",
        "ми",
        "мя",
        "и",
        "ю",
        "тен",
        "ден",
        "дан",
        "тан",
        "нан",
        "нен",
        "ге",
        "ға",
        "ке",
        "қа",
        "не",
        "на",
        "нің",
        "ның",
        "дің",
        "дың",
        "тің",
        "тың",
        "ті",
        "ты",
        "ді",
        "ды",
        "ні",
        "ны",
        "те",
        "та",
        "де",
        "да",
        "і",
        "ы",
        "сы",
        "сі",
        "ін",
        "ын",
        "сын",
        "сін",
        "ына",
        "іне",
        "сына",
        "сіне",
        "ынан",
        "інен",
        "сынан",
        "сінен",
        "ында",
        "інде",
        "сында",
        "сінде",
        "ының",
        "інің",
        "сының",
        "сінің",
        "дай",
        "дей",
        "тай",
        "тей",
        "ау",
        "еу",
        "ауы",
        "еуі",
        "ауын",
        "еуін",
        "ауының",
        "еуінің",
    ]
)
_MONEY_SCALES = {"m": 1e6, "mn": 1e6, "mln": 1e6, "bn": 1e9, "b": 1e9, "k": 1e3, "tn": 1e12}


_OF_A_YEAR = frozenset(("годом", "году"))
"""Cases of one year only: the number before them is not one of years."""


@dataclass(frozen=True)
class PrintedQuantity:
    """A number or range with its unit, as printed.

    Attributes:
        value, value_high: ``value_high`` only for a range; not put in order if printed upside down.
        other: the other reading of the number, see `numerals.read_digits`.
        unit: None where no spelling of the vocabulary follows.
        first, stop: its words in the sentence; ``stop`` exclusive.
        number_stop: place after the number, before the unit.
        numeral: the (first) number.
        glued: a hyphen joins number and noun (``four-month``, ``two-way``).
        inverted: its unit stands before it, which says ``about`` (ru лет пять).
    """

    value: float
    value_high: float | None
    other: float | None
    unit: Unit | None
    first: int
    stop: int
    number_stop: int
    numeral: Numeral
    glued: bool = False
    inverted: bool = False


def scale_money(words: Sequence[Word], numeral: Numeral) -> Numeral:
    """``$23,008.7 m``: the letter is a million only after a currency."""
    if numeral.stop >= len(words) or numeral.scale != 1.0:
        return numeral
    factor = _MONEY_SCALES.get(words[numeral.stop].text)
    if factor is None:
        return numeral
    return replace(numeral, value=numeral.value * factor, stop=numeral.stop + 1, scale=factor)


def with_unit(
    words: Sequence[Word], numeral: Numeral, language: str | None, index: UnitIndex
) -> PrintedQuantity | None:
    """The number with the unit after it; None if letters hang on it that are no unit."""
    stop, glued = skip_surplus(words, numeral.stop), False
    if is_tight(words, stop) and words[stop].text in DASHES and is_tight(words, stop + 1):
        after = words[stop + 1]
        if after.kind == "word" and after.folded in _CARDINAL_ENDINGS:
            stop += 2
        elif after.kind == "word":
            stop, glued = stop + 1, True
    unit = _unit_at(words, stop, language, index)
    if unit is not None and unit[0].code == "year" and words[stop].folded in _OF_A_YEAR:
        unit = None  # 4210 годом ранее
    if unit is not None and unit[0].code == "year" and words[stop].folded == "г":
        # A year in digits is a date, and taken: what is left is 487 г at the end of a sentence.
        unit = (index.by_code.get("g", unit[0]), unit[1])
    if unit is not None:
        unit = (unit[0], _after_hyphened_ending(words, unit[1]))
    if unit is None and glued and read_numeral(words, stop, language) is not None:
        stop, glued = numeral.stop, False  # two-three: a range
    hangs = is_tight(words, stop) and words[stop].kind == "word" and not numeral.spelled
    if unit is None and (hangs or glued):
        return None
    if unit is None and not glued and stop > numeral.stop and words[stop - 1].folded == "лишним":
        stop = numeral.stop
    return PrintedQuantity(
        value=numeral.value,
        value_high=None,
        other=numeral.other,
        unit=None if unit is None else unit[0],
        first=numeral.first,
        stop=stop if unit is None else unit[1],
        number_stop=stop,
        numeral=numeral,
        glued=glued,
    )


def _unit_at(
    words: Sequence[Word], stop: int, language: str | None, index: UnitIndex
) -> tuple[Unit, int] | None:
    """The unit that stands after a number, and the place after it."""
    if stop >= len(words):
        return None
    return (
        match_unit(words, stop, language, index)
        or _kind_of_day(words, stop, language, index)
        or _quoted_unit(words, stop, language, index)
        or _unit_after_more(words, stop, language, index)
    )


def _quoted_unit(
    words: Sequence[Word], stop: int, language: str | None, index: UnitIndex
) -> tuple[Unit, int] | None:
    """``85 «закладок»``: a unit in quotation marks, and the place after them."""
    if stop + 1 >= len(words) or words[stop].text not in _OPENS_QUOTE:
        return None
    found = match_unit(words, stop + 1, language, index)
    closed = found is not None and found[1] < len(words) and words[found[1]].text in _CLOSES_QUOTE
    return (found[0], found[1] + 1) if found is not None and closed else None


_MORE = frozenset(("астам", "жуық", "аса", "артық", "таяу", "шақты"))


def _unit_after_more(
    words: Sequence[Word], stop: int, language: str | None, index: UnitIndex
) -> tuple[Unit, int] | None:
    """``екі мыңнан астам таблетка``: Kazakh says "more than" between number and piece."""
    if language != "kk" or stop + 1 >= len(words) or words[stop].folded not in _MORE:
        return None
    found = match_unit(words, stop + 1, language, index)
    return found if found is not None and found[0].code in CONTAINERS else None


_OPENS_QUOTE = frozenset('«“„"')
_CLOSES_QUOTE = frozenset('»”“"')


_KINDS_OF_DAY = frozenset(
    (
        "working",
        "business",
        "calendar",
        "banking",
        "consecutive",
        "full",
        "whole",
        "long",
        "straight",
    )
)


def _kind_of_day(
    words: Sequence[Word], stop: int, language: str | None, index: UnitIndex
) -> tuple[Unit, int] | None:
    """The unit of ``15 working days``, ``three full years``."""
    if language != "en" or stop + 1 >= len(words) or words[stop].folded not in _KINDS_OF_DAY:
        return None
    unit = match_unit(words, stop + 1, language, index)
    return unit if unit is not None and unit[0].dimension == "time" else None


def _after_hyphened_ending(words: Sequence[Word], stop: int) -> int:
    """The place after the ending of an abbreviated unit: ``2 000 АЕК-ке дейін``."""
    if not (is_tight(words, stop) and words[stop].text in DASHES and is_tight(words, stop + 1)):
        return stop
    return stop + 2 if words[stop + 1].folded in _CARDINAL_ENDINGS else stop


def is_tight(words: Sequence[Word], place: int) -> bool:
    """Whether the word at ``place`` follows without a space."""
    return 0 < place < len(words) and words[place].start == words[place - 1].end
