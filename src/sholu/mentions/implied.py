"""Numbers that are part of another word, or not said at all: полтонны, свыше тонны, вдвое."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sholu.core.quantity import Unit
from sholu.mentions.counted import is_russian_verb
from sholu.mentions.inverted import may_invert, read_inverted
from sholu.mentions.measured import PrintedQuantity
from sholu.mentions.numerals import Numeral, read_numeral
from sholu.mentions.units import UnitIndex, match_unit
from sholu.mentions.words import DASHES, Word

_HALF = re.compile(
    r"полу?-?(?P<unit>тонны|кило(?:грамма)?|грамма|литра|гектара|центнера|года|месяца|часа|процента"
    r"|миллиона|миллиарда|сотни)"
)
_SCALES = {"миллиона": 1e6, "миллиарда": 1e9, "сотни": 100.0}
_MULTIPLES = {
    "ru": {"вдвое": 2.0, "втрое": 3.0, "вчетверо": 4.0, "впятеро": 5.0, "вшестеро": 6.0,
           "вдесятеро": 10.0, "дважды": 2.0, "трижды": 3.0, "четырежды": 4.0},
    "en": {"twice": 2.0, "double": 2.0, "triple": 3.0, "twofold": 2.0, "threefold": 3.0},
}  # fmt: skip
_AFTER_ENGLISH_MULTIPLE = frozenset(("as", "the", "more", "last", "that", "its", "what", "."))
_ONE_OF = {
    "ru": frozenset(("тонны", "тонну", "тонна", "килограмма", "килограмм", "центнер", "центнера",
                     "миллиона", "миллиарда", "миллион", "тысячи", "гектара", "литра")),
    "en": frozenset(("ton", "tonne", "kilogram", "kilo", "million", "billion", "year", "month",
                     "hectare", "litre")),
}  # fmt: skip
_ONE_SCALES = {"миллиона": 1e6, "миллиард": 1e9, "миллиарда": 1e9, "миллион": 1e6, "тысячи": 1e3,
               "million": 1e6, "billion": 1e9}  # fmt: skip
_MORE_OR_LESS = frozenset(
    ("свыше", "более", "больше", "около", "почти", "порядка", "менее", "чем", "примерно")
)
_NOT_AFTER = frozenset(("за", "на", "в", "каждый", "каждая", "каждую", "один", "одна", "одну"))


def may_begin(word: Word, language: str | None) -> bool:
    """Whether a number that is not printed as one may begin with a word."""
    folded = word.folded
    if language == "kk":
        return folded in _FRACTIONS["kk"] or folded in _KAZAKH_ONES
    if language == "ru":
        return (
            folded in _MULTIPLES["ru"]
            or folded in ("треть", "четверть", "одна", "одну", "две", "двух", "три", "трех")
            or folded in _ONE_OF["ru"]
            or may_invert(word)
            or folded in _ONE_OF_TIME
            or (folded.startswith("пол") and _HALF.fullmatch(folded) is not None)
        )
    return language == "en" and (folded in _NUMERATORS["en"] or folded in _MULTIPLES["en"])


def read_implied(
    words: Sequence[Word], place: int, language: str | None, index: UnitIndex
) -> PrintedQuantity | None:
    """A half that is one word with its unit, a multiple in one word, or one that is not said."""
    if language == "ru":
        return (
            _read_multiple(words, place, "ru", index)
            or _read_half_word(words, place, index)
            or _read_one_and_more(words, place, index)
            or _read_part_of_scale(words, place, index)
            or read_inverted(words, place, index)
            or _read_silent_one(words, place, index)
        )
    if language == "en":
        return _read_multiple(words, place, "en", index) or _read_and_a_half(words, place, index)
    if language == "kk":
        return _read_kazakh_one(words, place)
    return None


_KAZAKH_ONES = {"мыңнан": 1e3, "жүзден": 1e2, "миллионнан": 1e6}


def _read_kazakh_one(words: Sequence[Word], place: int) -> PrintedQuantity | None:
    """``мыңнан астам көлік``: a thousand that is not said."""
    value = _KAZAKH_ONES.get(words[place].folded)
    after = words[place + 1].folded if place + 1 < len(words) else ""
    if value is None or after not in ("астам", "аса", "артық"):
        return None
    return _quantity(value, None, place, place + 1, value)


_FRACTIONS = {
    "en": {"third": 3, "quarter": 4, "fifth": 5, "tenth": 10, "thirds": 3, "quarters": 4,
           "fifths": 5},
    "ru": {"треть": 3, "трети": 3, "четверть": 4, "четверти": 4, "пятая": 5, "пятую": 5},
    "kk": {"үштен": 3, "төрттен": 4, "бестен": 5},
}  # fmt: skip
_NUMERATORS = {
    "en": {"a": 1, "one": 1, "two": 2, "three": 3},
    "ru": {"одна": 1, "одну": 1, "две": 2, "двух": 2, "три": 3, "трех": 3},
    "kk": {"бірі": 1, "біріне": 1, "екісі": 2, "екісіне": 2},
}  # fmt: skip
_COMPARES = frozenset(
    ("more", "less", "fewer", "lower", "higher", "больше", "меньше", "выше", "ниже", "көп", "аз",
     "азайды", "азайған", "кеміді", "кеміген", "төмендеді", "төмендеген", "өсті", "өскен", "артты",
     "артқан", "көбейді", "көбейген")
)  # fmt: skip
_CHANGED_BY = frozenset(("by", "up", "down", "almost", "nearly", "на"))
_AMOUNTED = frozenset(("составил", "составила", "составило", "составляет", "составит"))
_CHANGE_NOUN = re.compile(r"рост|прирост|снижени|сокращени|уменьшени|увеличени|падени|спад")


def read_fraction(
    words: Sequence[Word], place: int, language: str | None, index: UnitIndex
) -> PrintedQuantity | None:
    """``fell by a third``, ``на треть``, ``үштен біріне аз``: a change, in per cent.

    A fraction of a group (two thirds of the residents) is how people speak, and no count. The value
    is rounded to four decimals.
    """
    if language not in _FRACTIONS or "%" not in index.by_code:
        return None
    top, bottom, stop = _fraction_at(words, place, language)
    after = words[stop].folded if stop < len(words) else "."
    before = words[place - 1].folded if place else ""
    if after in _SCALES:  # на четверть миллиарда сомов
        return None
    made = before in _AMOUNTED and any(_CHANGE_NOUN.match(w.folded) for w in words[:place])
    if not bottom or not (made or after in _COMPARES or before in _CHANGED_BY):
        return None
    return _quantity(round(100 * top / bottom, 4), index.by_code["%"], place, stop)


def _fraction_at(words: Sequence[Word], place: int, language: str) -> tuple[int, int, int]:
    """Numerator, denominator and the place after them; a denominator of 0 if there is none."""
    first = words[place].folded
    second = words[place + 1].folded if place + 1 < len(words) else ""
    parts, of_parts = _FRACTIONS[language], _NUMERATORS[language]
    if language == "ru" and first in ("треть", "четверть"):
        return 1, parts[first], place + 1
    top, bottom = (second, first) if language == "kk" else (first, second)
    if top not in of_parts or bottom not in parts:
        return 0, 0, place
    return of_parts[top], parts[bottom], place + 2


def _read_multiple(
    words: Sequence[Word], place: int, language: str, index: UnitIndex
) -> PrintedQuantity | None:
    """``вдвое больше``, ``twice as many``; ``convicted twice`` counts occasions."""
    value = _MULTIPLES[language].get(words[place].folded)
    if value is None or "times" not in index.by_code:
        return None
    after = words[place + 1].folded if place + 1 < len(words) else "."
    if language == "en" and after not in _AFTER_ENGLISH_MULTIPLE:
        return None
    return _quantity(value, index.by_code["times"], place, place + 1)


def _read_half_word(words: Sequence[Word], place: int, index: UnitIndex) -> PrintedQuantity | None:
    """``полтонны``, ``полгода``, ``полмиллиона тенге``."""
    if words[place].folded == "пол":
        return _read_hyphened_half(words, place, index)
    match = _HALF.fullmatch(words[place].folded)
    if match is None:
        return None
    scale = _SCALES.get(match["unit"])
    if scale is not None:
        found = match_unit(words, place + 1, "ru", index)
        unit, stop = (None, place + 1) if found is None else found
        return _quantity(0.5 * scale, unit, place, stop, scale)
    unit = index.by_words.get((match["unit"],), {}).get("ru")
    return None if unit is None else _quantity(0.5, unit, place, place + 1)


def _read_hyphened_half(
    words: Sequence[Word], place: int, index: UnitIndex
) -> PrintedQuantity | None:
    """``пол-литра``."""
    if place + 2 >= len(words) or words[place + 1].text not in DASHES:
        return None
    unit = match_unit(words, place + 2, "ru", index)
    return None if unit is None else _quantity(0.5, unit[0], place, unit[1])


def _read_one_and_more(
    words: Sequence[Word], place: int, index: UnitIndex
) -> PrintedQuantity | None:
    """``год и четыре месяца``: one year, and what follows is added to it."""
    following = words[place + 1].folded if place + 1 < len(words) else ""
    if words[place].folded not in _ONE_OF_TIME or following != "и" or place + 2 >= len(words):
        return None
    before = words[place - 1] if place else None
    if before is not None and (before.kind != "word" or _WHICH_YEAR.fullmatch(before.folded)):
        return None
    numeral = read_numeral(words, place + 2, "ru")
    small = None if numeral is None else match_unit(words, numeral.stop, "ru", index)
    unit = match_unit(words, place, "ru", index)
    if unit is None or small is None or small[0].factor >= unit[0].factor:
        return None
    return _quantity(1.0, unit[0], place, place + 1) if small[0].dimension == "time" else None


_ONE_OF_TIME = frozenset(("год", "года", "месяц", "месяца", "неделю", "день", "час"))
_WHICH_YEAR = re.compile(
    r".+(?:ого|его|ый|ий|ой|ом|ем)|конца|начала|середины|половин\w|течение|итогам"
)


def _read_part_of_scale(
    words: Sequence[Word], place: int, index: UnitIndex
) -> PrintedQuantity | None:
    """``четверть миллиарда сомов``, ``треть миллиона``."""
    bottom = _FRACTIONS["ru"].get(words[place].folded)
    scale = _SCALES.get(words[place + 1].folded) if place + 1 < len(words) else None
    if bottom is None or scale is None:
        return None
    found = match_unit(words, place + 2, "ru", index)
    unit, stop = (None, place + 2) if found is None else found
    return _quantity(round(scale / bottom, 4), unit, place, stop, scale)


def _read_silent_one(words: Sequence[Word], place: int, index: UnitIndex) -> PrintedQuantity | None:
    """``свыше тонны``, ``изъяли килограмм гашиша``; not ``цена за килограмм``."""
    folded = words[place].folded
    if folded not in _ONE_OF["ru"] or not place or place + 1 >= len(words):
        return None
    before = words[place - 1].folded
    hedged = before in _MORE_OR_LESS
    object_of_verb = (
        folded in ("тонну", "килограмм") and is_russian_verb(before) and before not in _NOT_AFTER
    )
    if words[place + 1].folded in _NOT_AFTER or not (hedged or object_of_verb):
        return None
    scale = _ONE_SCALES.get(folded)
    if scale is None:
        found = match_unit(words, place, "ru", index)
        return None if found is None else _quantity(1.0, found[0], place, found[1])
    found = match_unit(words, place + 1, "ru", index)
    unit, stop = (None, place + 1) if found is None else found
    return _quantity(scale, unit, place, stop, scale)


def _read_and_a_half(words: Sequence[Word], place: int, index: UnitIndex) -> PrintedQuantity | None:
    """``a ton and a half``, ``more than a ton``, ``almost a million tenge``."""
    if words[place].folded != "a" or place + 1 >= len(words):
        return None
    noun = words[place + 1].folded
    if noun not in _ONE_OF["en"]:
        return None
    scale = _ONE_SCALES.get(noun, 1.0)
    half = [word.folded for word in words[place + 2 : place + 5]] == ["and", "a", "half"]
    before = words[place - 1].folded if place else ""
    hedged = before in ("than", "over", "almost", "nearly", "about")
    of_matter = [word.folded for word in words[place + 2 : place + 3]] == ["of"]
    hedged = hedged or (
        scale == 1.0 and noun in _MEASURED_OUT and of_matter and not _priced_by(words, place)
    )
    if not half and (not hedged or scale > 1):
        return None
    value, stop = (1.5, place + 5) if half else (1.0, place + 2)
    found = match_unit(words, place + 1 if scale == 1.0 else stop, "en", index)
    if found is None:
        return None
    return _quantity(value * scale, found[0], place, max(stop, found[1]), scale)


_MEASURED_OUT = frozenset(("ton", "tonne", "kilogram", "kilo", "litre", "hectare"))


def _priced_by(words: Sequence[Word], place: int) -> bool:
    """``the price of a kilogram of opium``, ``for a kilo of``: what a price is for."""
    return place > 0 and words[place - 1].folded in ("of", "for", "per")


def _quantity(
    value: float, unit: Unit | None, first: int, stop: int, scale: float = 1.0
) -> PrintedQuantity:
    numeral = Numeral(value, None, first, first + 1, spelled=True, scale=scale)
    return PrintedQuantity(value, None, None, unit, first, stop, first + 1, numeral)
