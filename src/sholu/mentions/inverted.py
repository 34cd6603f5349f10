"""Russian amounts whose unit stands before: ``лет пять``, ``раза в четыре``, ``год-два``.

The inversion says ``about``; with a hyphen the unit alone is one of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sholu.core.quantity import Unit
from sholu.mentions.measured import PrintedQuantity, is_tight
from sholu.mentions.numerals import Numeral, read_numeral
from sholu.mentions.units import UnitIndex, match_unit
from sholu.mentions.words import DASHES, Word

_SEVERAL = frozenset(
    ("лет", "месяцев", "месяца", "дней", "дня", "часов", "часа", "минут", "недель", "недели",
     "суток", "раз", "раза", "граммов", "грамм", "грамма", "килограммов", "килограмм", "кило",
     "тонн", "тонны", "литров", "литра", "рублей", "долларов", "сомов", "сумов", "процентов",
     "гектаров",
     "километров",
     "доз", "таблеток", "ампул", "капсул")
)  # fmt: skip
_SCALES = {"тысяч": 1e3, "тыщ": 1e3, "миллионов": 1e6, "миллиардов": 1e9}
_ONE = frozenset(
    ("год", "месяц", "день", "час", "неделю", "сутки", "тонна", "тонну", "литр", "килограмм",
     "кило", "грамм", "раз", "гектар")
)  # fmt: skip
_JOINS = frozenset(("в", "на", "через", "за", "по", "до", "с"))
_NOT_AFTER = frozenset(
    ("последних", "последние", "этих", "эти", "много", "мало", "несколько", "сколько", "столько",
     "пару", "первых", "первые", "всех", "больше", "меньше")
)  # fmt: skip


def may_invert(word: Word) -> bool:
    """Whether an amount with its unit in front may begin with a word."""
    return word.folded in _SEVERAL or word.folded in _SCALES or word.folded in _ONE


def read_inverted(words: Sequence[Word], place: int, index: UnitIndex) -> PrintedQuantity | None:
    """``лет пять``, ``граммов сто``, ``миллионов на шестьдесят тенге``, ``год-полтора``."""
    if words[place].folded in _ONE:
        return _read_one_or_more(words, place, index)
    if not _opens(words, place):
        return None
    first = place + 1
    if first < len(words) and words[first].folded in _JOINS:
        first += 1
    numeral = read_numeral(words, first, "ru") if first < len(words) else None
    if numeral is None or numeral.collective or numeral.weak or not numeral.spelled:
        return None
    scale = _SCALES.get(words[place].folded)
    if scale is not None:
        return _scaled(words, place, numeral, scale, index)
    unit = match_unit(words, place, "ru", index)
    if unit is None or _is_measured_after(words, numeral.stop, index):
        return None
    return _with_upper_end(words, _quantity(numeral, unit[0], place, numeral.stop), index)


def _opens(words: Sequence[Word], place: int) -> bool:
    """Whether no number and no ``последних`` stands before the unit."""
    if not place:
        return True
    before = words[place - 1]
    number = before.kind in ("number", "dotted") or read_numeral(words, place - 1, "ru") is not None
    return not number and before.folded not in _NOT_AFTER


def _is_measured_after(words: Sequence[Word], stop: int, index: UnitIndex) -> bool:
    """``пришли лет пять человек``: the number has a unit or noun of its own."""
    if stop >= len(words) or words[stop].kind != "word":
        return False
    own = match_unit(words, stop, "ru", index)
    return own is not None or words[stop].folded in ("человек", "лиц", "фактов")


def _scaled(
    words: Sequence[Word], place: int, numeral: Numeral, scale: float, index: UnitIndex
) -> PrintedQuantity | None:
    unit = match_unit(words, numeral.stop, "ru", index) if numeral.stop < len(words) else None
    if unit is None or numeral.scale > 1:
        return None
    value = float(f"{numeral.value * scale:.12g}")
    large = replace(numeral, value=value, scale=scale)
    return _quantity(large, unit[0], place, unit[1])


def _with_upper_end(
    words: Sequence[Word], low: PrintedQuantity, index: UnitIndex
) -> PrintedQuantity:
    """``граммов сто десять – сто двадцать``."""
    stop = low.stop
    if stop + 1 >= len(words) or words[stop].text not in DASHES:
        return low
    high = read_numeral(words, stop + 1, "ru")
    if high is None or high.value <= low.value or _is_measured_after(words, high.stop, index):
        return low
    return replace(low, value_high=high.value, stop=high.stop, number_stop=high.stop)


def _read_one_or_more(
    words: Sequence[Word], place: int, index: UnitIndex
) -> PrintedQuantity | None:
    """``год-полтора``, ``месяц-два``: one to so many."""
    dash = place + 1
    if dash + 1 >= len(words) or words[dash].text not in DASHES:
        return None
    if not is_tight(words, dash) or not is_tight(words, dash + 1):
        return None
    numeral = read_numeral(words, dash + 1, "ru")
    unit = match_unit(words, place, "ru", index)
    if numeral is None or unit is None or not 1 < numeral.value <= _FEW:
        return None
    low = _quantity(numeral, unit[0], place, numeral.stop)
    return replace(low, value=1.0, value_high=numeral.value)


_FEW = 4


def _quantity(numeral: Numeral, unit: Unit, first: int, stop: int) -> PrintedQuantity:
    return PrintedQuantity(
        numeral.value, None, None, unit, first, stop, stop, numeral, inverted=True
    )
