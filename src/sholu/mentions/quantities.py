"""Read quantities: one number or a range, with its unit and what it is counted per.

A grammar over words, in three levels: a number (`numerals`), a range of numbers, a quantity with
unit and denominator; two quantities of one dimension beside each other are one (1 kg 200 g).
"""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass, replace

from sholu.core.quantity import Unit
from sholu.mentions.numerals import Numeral, number_beginnings, read_numeral
from sholu.mentions.sentences import Sentence
from sholu.mentions.units import (
    UnitIndex,
    compose,
    match_denominator,
    match_money_before,
    match_population,
    match_unit,
)
from sholu.mentions.words import DASHES, Word

_JOINS_RANGE = {
    "en": frozenset(("to", "or", "through")),
    "ru": frozenset(("до", "или")),
    "kk": frozenset(("немесе",)),
}
_OPENS_RANGE = frozenset(("between", "from", "от", "с", "между"))
# "from 5 to 8" after these is a change in time: two figures, not the ends of a range.
_CHANGES = (
    "increas", "decreas", "rose", "rise", "risen", "grew", "grow", "fell", "fall", "drop", "declin",
    "reduc", "reach", "вырос", "увелич", "сниз", "сократ", "уменьш", "возрос", "упал", "өс",
    "төменде",
    "азай", "артт", "артқан", "кемі",
)  # fmt: skip

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
        "дай",
        "дей",
        "тай",
        "тей",
    ]
)
_MONEY_SCALES = {"m": 1e6, "mn": 1e6, "mln": 1e6, "bn": 1e9, "b": 1e9, "k": 1e3, "tn": 1e12}
_BEFORE_TIGHT = frozenset("/#№_@\\")


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
        if word.kind != "number" and word.folded not in beginnings and word.folded not in _PER:
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
            quantity = _read_quantity(sentence, place, index, taken)
        if quantity is None:
            place += 1
            continue
        found.append(quantity)
        place = quantity.stop
    return _join_compounds(sentence.words, found)


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
        return before.folded not in ("us", "usd", "kzt", "rub", "eur")
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
        numeral = _scale_money(words, numeral)
    quantity = _with_unit(words, numeral, language, index)
    if quantity is None:
        return None
    if money is not None:
        quantity = replace(quantity, unit=money[0], first=money[1])
    quantity = _extend_range(sentence, quantity, index, taken)
    quantity = _with_denominator(words, quantity, language, index)
    bare_article = numeral.weak and quantity.value_high is None
    return None if bare_article and not _is_measured(quantity) else quantity


def _is_measured(quantity: PrintedQuantity) -> bool:
    """Whether ``one`` before this unit is a number: one gram, one year, but not one person."""
    return quantity.unit is not None and not quantity.unit.dimension.startswith("count")


def _scale_money(words: Sequence[Word], numeral: Numeral) -> Numeral:
    """``$23,008.7 m``: the letter is a million only after a currency."""
    if numeral.stop >= len(words) or numeral.scale != 1.0:
        return numeral
    factor = _MONEY_SCALES.get(words[numeral.stop].text)
    if factor is None:
        return numeral
    return replace(numeral, value=numeral.value * factor, stop=numeral.stop + 1, scale=factor)


def _with_unit(
    words: Sequence[Word], numeral: Numeral, language: str | None, index: UnitIndex
) -> PrintedQuantity | None:
    """The number with the unit after it; None if letters hang on it that are no unit."""
    stop, glued = numeral.stop, False
    if _is_tight(words, stop) and words[stop].text in DASHES and _is_tight(words, stop + 1):
        after = words[stop + 1]
        if after.kind == "word" and after.folded in _CARDINAL_ENDINGS:
            stop += 2
        elif after.kind == "word":
            stop, glued = stop + 1, True
    unit = match_unit(words, stop, language, index) if stop < len(words) else None
    if unit is None and glued and read_numeral(words, stop, language) is not None:
        stop, glued = numeral.stop, False  # two-three: a range
    hangs = _is_tight(words, stop) and words[stop].kind == "word" and not numeral.spelled
    if unit is None and (hangs or glued):
        return None
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


def _is_tight(words: Sequence[Word], place: int) -> bool:
    """Whether the word at ``place`` follows without a space."""
    return 0 < place < len(words) and words[place].start == words[place - 1].end


def _extend_range(
    sentence: Sentence, low: PrintedQuantity, index: UnitIndex, taken: Container[int]
) -> PrintedQuantity:
    """Take further ends of a range along: 5–8, 5 to 8 years, от 5 до 8, 6–7–8, 3 g – 5 g."""
    joined = low
    while True:
        place = _after_range_sign(sentence, joined)
        if place is None or place >= len(sentence.words) or place in taken:
            return joined
        high = _range_end(sentence, place, index)
        if high is None or not _same_measure(joined, high):
            return joined
        joined = _join_range(joined, high)


def _range_end(sentence: Sentence, place: int, index: UnitIndex) -> PrintedQuantity | None:
    """The upper end that begins at ``place``; a currency sign may stand before it again."""
    words, language = sentence.words, sentence.language
    for skipped in (0, 1, 2):
        if place + skipped >= len(words):
            return None
        numeral = read_numeral(words, place + skipped, language)
        if numeral is None:
            continue
        if skipped and match_money_before(words, place + skipped, language, index) is None:
            return None
        return _with_unit(words, numeral, language, index)
    return None


def _after_range_sign(sentence: Sentence, low: PrintedQuantity) -> int | None:
    """The place after a dash or a word that joins the ends of a range."""
    words, place = sentence.words, low.stop
    if place + 1 >= len(words):
        return None
    sign = words[place]
    if sign.text in DASHES:
        spaced = sign.start > words[place - 1].end
        return None if spaced != (words[place + 1].start > sign.end) else place + 1
    if sentence.language == "kk":
        if _is_ablative(words[place - 1]):
            return place
        return place + 1 if sign.folded in _JOINS_RANGE["kk"] else None
    return place + 1 if _joins_ends(sentence, sign, low.first) else None


def _joins_ends(sentence: Sentence, sign: Word, first: int) -> bool:
    """Whether a word joins the ends of a range: between 5 and 8, from 5 to 8, 5 or 8."""
    before = sentence.words[first - 1].folded if first else ""
    if sign.folded in ("and", "и"):
        return before in ("between", "между")
    if sign.folded in ("to", "до") and before in _OPENS_RANGE and _tells_change(sentence, first):
        return False
    if sign.folded == "до" and before not in _OPENS_RANGE:
        return False
    return sign.folded in _JOINS_RANGE.get(sentence.language or "", ())


def _is_ablative(word: Word) -> bool:
    """The Kazakh ``5-тен 8-ге дейін``: the lower end stands in the ablative."""
    return word.folded in ("тен", "ден", "дан", "тан", "нан", "нен")


def _tells_change(sentence: Sentence, first: int) -> bool:
    for word in reversed(sentence.words[max(0, first - 9) : first]):
        if word.kind == "sign" and word.text not in "'’":
            return False
        if word.folded.startswith(_CHANGES):
            return True
    return False


def _same_measure(low: PrintedQuantity, high: PrintedQuantity) -> bool:
    """Whether two ends can be of one range; with two units it must rise (200 g to 1 kg)."""
    if low.unit is None or high.unit is None or low.unit == high.unit:
        return True
    rises = low.value * low.unit.factor < high.value * high.unit.factor
    return low.unit.dimension == high.unit.dimension and rises


def _join_range(low: PrintedQuantity, high: PrintedQuantity) -> PrintedQuantity:
    """One range of two ends; the lower takes scale and unit of the upper (2–3 million)."""
    value, top = low.value, high.value
    if low.numeral.scale == 1.0 and high.numeral.scale > 1.0 and low.value < 1000:
        value = float(f"{low.value * high.numeral.scale:.12g}")
    if low.unit is not None and high.unit is not None and low.unit != high.unit:
        value = float(f"{value * low.unit.factor / high.unit.factor:.12g}")
    return replace(
        low,
        value=value,
        value_high=top,
        other=None,
        unit=high.unit or low.unit,
        stop=high.stop,
        number_stop=high.number_stop,
        glued=high.glued,
    )


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
