"""Read quantities: one number or a range, with its unit and what it is counted per.

A grammar over words, in three levels: a number (`numerals`), a range of numbers, a quantity with
unit and denominator; two quantities of one dimension beside each other are one (1 kg 200 g).
"""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import replace

from sholu.core.quantity import Unit
from sholu.mentions.implied import may_begin, read_fraction, read_implied
from sholu.mentions.measured import PrintedQuantity, scale_money, with_unit
from sholu.mentions.numerals import number_beginnings, read_numeral
from sholu.mentions.ranges import extend_range, tells_change
from sholu.mentions.sentences import Sentence
from sholu.mentions.units import (
    CONTAINERS,
    UnitIndex,
    compose,
    match_denominator,
    match_money_before,
    match_population,
)
from sholu.mentions.words import DASHES, Word

_BEFORE_TIGHT = frozenset("/#№_@\\")
_MONEY_TIGHT = frozenset(("us", "usd", "kzt", "rub", "eur", "rs", "tl", "pkr", "inr"))
"""Money that is printed without a space before its number: ``Rs4.75 crore``."""


def read_quantities(
    sentence: Sentence, index: UnitIndex, taken: Container[int] = frozenset()
) -> list[PrintedQuantity]:
    """All quantities of a sentence, in order.

    Args:
        index: the vocabulary's units.
        taken: places of words that belong to dates, articles of law and the like.
    """
    found: list[PrintedQuantity] = []
    beginnings = number_beginnings(sentence.language)
    place = 0
    while place < len(sentence.words):
        word = sentence.words[place]
        silent = word.kind == "word" and may_begin(word, sentence.language)
        if not silent and not _may_be_number(word, beginnings):
            place += 1
            continue
        quantity = None
        population = _population_at(sentence.words, place)
        if (
            population is not None
        ):  # of a rate whose noun stands between: 12 cases per 100 000 people
            place = population
            continue
        if place not in taken and not _stands_in_a_name(sentence.words, place):
            if silent:
                quantity = read_fraction(sentence.words, place, sentence.language, index)
            quantity = quantity or _read_quantity(sentence, place, index, taken)
            if quantity is None and silent:
                quantity = read_implied(sentence.words, place, sentence.language, index)
        if quantity is None:
            place += 1
            continue
        found.append(quantity)
        place = quantity.stop
    return _share_units(sentence, _join_compounds(sentence.words, found))


def _may_be_number(word: Word, beginnings: Container[str]) -> bool:
    return word.kind == "number" or word.folded in beginnings or word.folded in _PER


_PER = frozenset(("per", "на", "to"))


def _population_at(words: Sequence[Word], place: int) -> int | None:
    """The place after ``per 100 000 population``; what a rate is per is no figure."""
    if words[place].folded not in _PER:
        return None
    found = match_population(words, place)
    return None if found is None else found[1]


def _stands_in_a_name(words: Sequence[Word], place: int) -> bool:
    """Whether a number is glued to letters or signs before it (COVID-19, A4, n/2)."""
    if place == 0 or words[place].kind != "number":
        return False
    before = words[place - 1]
    if before.end != words[place].start:
        return False
    if before.kind == "word" or before.text in _BEFORE_TIGHT:
        return before.folded not in _MONEY_TIGHT
    if before.text not in DASHES or place < 2:
        return False
    anchor = words[place - 2]
    return anchor.kind == "word" and anchor.end == before.start


def _read_quantity(
    sentence: Sentence, first: int, index: UnitIndex, taken: Container[int]
) -> PrintedQuantity | None:
    words, language = sentence.words, sentence.language
    numeral = read_numeral(words, first, language)
    if numeral is None:
        return None
    money = match_money_before(words, first, language, index)
    if money is not None:
        numeral = scale_money(words, numeral)
    quantity = with_unit(words, numeral, language, index)
    if quantity is None:
        return None
    if money is not None:
        quantity = replace(quantity, unit=money[0], first=money[1])
    quantity = extend_range(sentence, quantity, index, taken)
    quantity = _with_denominator(words, quantity, language, index)
    bare_article = numeral.weak and quantity.value_high is None
    if bare_article and language == "kk":
        return quantity if _is_kazakh_one(words, quantity) else None
    return None if bare_article and not _is_measured(quantity) else quantity


def _is_kazakh_one(words: Sequence[Word], quantity: PrintedQuantity) -> bool:
    """``бір қап марихуана``, ``екі таразы және бір автомат``; not ``бір күні``, ``бірі``."""
    first = quantity.numeral.first
    if words[first].folded != "бір" and words[first].kind == "word":
        return not words[first].folded.startswith("бір") and _is_measured(quantity)
    after = words[first + 1] if first + 1 < len(words) else None
    if after is None or after.text in DASHES:  # бір-біріне
        return False
    if quantity.unit is not None:
        return _is_measured(quantity) or quantity.unit.code in CONTAINERS
    joined = first > 0 and words[first - 1].folded in ("және", "мен", "пен", "бен")
    listed = any(word.kind == "number" for word in words[max(0, first - _LIST) : first])
    return joined and listed


_LIST = 8
"""Words back to another number of the same list."""


def _is_measured(quantity: PrintedQuantity) -> bool:
    """Whether ``one`` before this unit is a number: one gram, one year, but not one person."""
    return quantity.unit is not None and not quantity.unit.dimension.startswith("count")


def _with_denominator(
    words: Sequence[Word], quantity: PrintedQuantity, language: str | None, index: UnitIndex
) -> PrintedQuantity:
    """Add ``per gram`` or ``per 100 000 population`` to the unit."""
    population = match_population(words, quantity.stop)
    if population is not None:
        persons, stop = population
        person = index.by_code.get("person")
        base, per = quantity.unit or person, index.by_code.get(str(persons))
        if base is None or per is None:
            return quantity
        return replace(quantity, unit=compose(base, per), stop=stop)
    if quantity.unit is None or "/" in quantity.unit.code:
        return quantity
    found = match_denominator(words, quantity.stop, language, index)
    if found is None or not _may_divide(quantity.unit, found[0]):
        return quantity
    return replace(quantity, unit=compose(quantity.unit, found[0]), stop=found[1])


def _may_divide(numerator: Unit, denominator: Unit) -> bool:
    """A price per gram, tons a year; not years a month, nor kilograms per kilogram."""
    return numerator.dimension != denominator.dimension and not (
        numerator.dimension.startswith(("time", "share", "count of persons"))
        and denominator.dimension != "time"
    )


def _join_compounds(
    words: Sequence[Word], quantities: list[PrintedQuantity]
) -> list[PrintedQuantity]:
    """Make one quantity of ``1 кг 200 г`` or ``2 years and 6 months``, in the smaller unit."""
    joined: list[PrintedQuantity] = []
    for quantity in quantities:
        if joined and _completes(words, joined[-1], quantity):
            joined[-1] = _add(joined[-1], quantity)
        else:
            joined.append(quantity)
    return joined


def _completes(words: Sequence[Word], large: PrintedQuantity, small: PrintedQuantity) -> bool:
    gap = [word.folded for word in words[large.stop : small.first]]
    if gap not in ([], ["and"], ["и"]) or large.unit is None or small.unit is None:
        return False
    plain = large.value_high is None and small.value_high is None
    same = large.unit.dimension == small.unit.dimension
    if not plain or not same or "/" in large.unit.code or large.unit.factor <= small.unit.factor:
        return False
    # The smaller part stays below one of the larger unit, else they are two quantities.
    return small.value * small.unit.factor < large.unit.factor


def _add(large: PrintedQuantity, small: PrintedQuantity) -> PrintedQuantity:
    assert large.unit is not None and small.unit is not None
    # Months in a year and days in a month are means (30.44 days): whole numbers are meant.
    ratio = large.unit.factor / small.unit.factor
    if abs(ratio - round(ratio)) < 0.05 * ratio and large.unit.dimension == "time":
        ratio = round(ratio)
    value = float(f"{large.value * ratio + small.value:.12g}")
    return replace(large, value=value, other=None, unit=small.unit, stop=small.stop)


_AND = frozenset(("and", "и", "мен", "және"))
_PART_OF = frozenset(("из", "of", "of the", "out of", "out of the"))
"""``11,5 из 37 килограммов``: the part is measured as the whole is."""


def _share_units(sentence: Sentence, found: list[PrintedQuantity]) -> list[PrintedQuantity]:
    """Give the numbers of ``25, 18 and 9.5 million tenge`` the unit that stands after the last.

    Also the first number of a change (``с 780 до 570 долларов``) and a part of a measured whole.
    """
    for at in range(len(found) - 2, -1, -1):
        one, following = found[at], found[at + 1]
        if one.unit is not None:
            continue
        shared = _is_scaled_change if following.unit is None else _is_row
        if shared(sentence, one, following):
            found[at] = _with_unit_of(one, following)
    return found


def _is_row(sentence: Sentence, one: PrintedQuantity, following: PrintedQuantity) -> bool:
    words = sentence.words
    gap = [word.folded for word in words[one.stop : following.first]]
    assert following.unit is not None
    if following.unit.code == "times" or one.numeral.half or following.numeral.weak:
        return False
    measured = following.unit.dimension in ("mass", "volume", "area")
    if measured and one.numeral.scale > following.numeral.scale:
        return False  # "300 тысяч и 5 кг героина": what was found is money, and heroin
    if len(gap) == 1 and gap[0] in ("до", "to"):
        return tells_change(sentence, one.first)
    if " ".join(gap) in _PART_OF:
        return measured and not one.numeral.weak and one.value < following.value
    return gap in ([","], [",", "and"]) or (len(gap) == 1 and gap[0] in _AND)


def _is_scaled_change(sentence: Sentence, one: PrintedQuantity, following: PrintedQuantity) -> bool:
    """``fell from 18.6 to 17.1 thousand``: the scale is said once."""
    gap = [word.folded for word in sentence.words[one.stop : following.first]]
    scaled = one.unit is None and one.numeral.scale == 1.0 and following.numeral.scale > 1.0
    return scaled and gap in (["to"], ["до"]) and tells_change(sentence, one.first)


def _with_unit_of(one: PrintedQuantity, following: PrintedQuantity) -> PrintedQuantity:
    value, scale = one.value, following.numeral.scale
    if one.numeral.scale == 1.0 and scale > 1.0 and value < 1000:
        value = float(f"{value * scale:.12g}")
    numeral = replace(one.numeral, scale=max(one.numeral.scale, scale))
    return replace(one, value=value, unit=following.unit, numeral=numeral)
