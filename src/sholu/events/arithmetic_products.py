"""Products told over several sentences: six couriers, 1.5 kg each; 350 g at $40 a gram."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sholu.events.arithmetic_lots import MONEY, makes
from sholu.events.arithmetic_mismatch import Mismatch
from sholu.events.arithmetic_numbers import TIME, Number

_EACH = re.compile(
    r"\b(?:each|apiece|on average|кажд(?:ый|ая|ое|ом|ому|ого|ой)|в среднем"
    r"|әрқайсысы\w*|әр|орта есеппен)\b",
    re.IGNORECASE,
)
_BY = re.compile(r"(?:\s[^\W\d]+){0,2}\s(?:по|of)\s", re.IGNORECASE)
_TOTAL = re.compile(
    r"\W*(?:in all|in total|altogether|all told|всего|итого|в общей сложности|барлығы"
    r"|(?:the |their )?(?:total|combined|overall) \w+|общ\w{2,3} (?:вес|масса|количество|число)"
    r"|[^.;:,\d]{0,20}жалпы (?:салмағы|саны|көлемі|сомасы))\b[^.;:\d]{0,40}",
    re.IGNORECASE,
)
_OTHERS = re.compile(
    r"\b(?:other\w*|another|also|with|rest|besides|since|year|друг\w+|ещё|еще|также|остальн\w+"
    r"|вместе с"
    r"|кроме|год\w*|басқа\w*|тағы|сондай-ақ|жыл\w*)\b",
    re.IGNORECASE,
)
_SIZES = frozenset(("g", "ml", "plant", "tablet")) | MONEY
_TWO = 2

_GRAM_COSTS = re.compile(
    r"\b(?:a|one|per|each) gram\w*\b[^.;\d]{0,50}$"
    r"|(?P<grams>\bграмм\w*)\b[^.;\d]{0,50}$|(?P<gram>\bграм\w*)\s[^.;\d]{0,40}$",
    re.IGNORECASE,
)
_WORTH = re.compile(
    r"\b(?:worth|value\w*|brought|earned|оценива\w+|оценен\w*|стоимост\w+|на сумму|выручил\w*"
    r"|құны\w*|бағалан\w+|сомаға)\b",
    re.IGNORECASE,
)
_SOLD = re.compile(
    r"\b(?:bought|buy\w*|purchase\w*|paid|paying|sold|sell\w*|купил\w*|куплен\w*|приобр[её]л\w*"
    r"|закупил\w*|продал\w*|продава\w+|сбыл\w*|получил\w*|заплатил\w*|сатып|сатқан\w*|сатты"
    r"|сатпақ|төле\w+)\b",
    re.IGNORECASE,
)
_OTHER_PRICE = re.compile(
    r"\b(?:re-?s[eo]l[ld]\w*|plan(?:s|ned)|intend\w*|hop(?:ed|ing)|wanted|wholesale|retail|usual\w*"
    r"|black market|street price|market price|instead|discount\w*|an advance|advance payment"
    r"|перепрода\w+|собира\w+"
    r"|планир\w+|намерева\w+|рассчитыва\w+|хотел\w*|опт\w*|рознич\w*|обычн\w+|рынк\w+|вместо"
    r"|скидк\w+|аванс\w*|задат\w+|предоплат\w+|қайта сат\w+|көтерме\w*|бөлшек\w*|нарық\w*"
    r"|базар\w*|алдын ала төле\w+)\b",
    re.IGNORECASE,
)
"""Words of another price than that of the deal itself: of resale, of the market, of a part."""
_PRICE_SLACK = 0.1
"""Share by which an estimate of value may have been rounded."""


def check_lots_told(
    text: str, numbers: Sequence[Number], earlier: Sequence[Number], opened: int, start: int
) -> Iterator[Mismatch]:
    """The total of a sentence against lots of one size in the sentences before.

    Args:
        numbers: of the sentence at ``start``.
        earlier: of all sentences before it; the one right before it begins at ``opened``.
    """
    own = [n for n in numbers if n.unit not in TIME]
    if len(own) != 1 or len(earlier) < _TWO or own[0].unit not in _SIZES:
        return
    whole = own[0]
    one, two = earlier[-2:]
    lots, size = (two, one) if one.unit == whole.unit else (one, two)
    if (
        two.start < opened
        or size.unit != whole.unit
        or not _are_lots(text, lots, size, opened, start)
    ):
        return
    alike = [n for n in earlier if n.unit == whole.unit]
    if len(alike) > 1 or any(n.qualifier != "exact" or n.doubtful for n in (lots, size, whole)):
        return
    if not _TOTAL.fullmatch(text[start : whole.start]) or _OTHERS.search(
        text, opened, whole.end + 40
    ):
        return
    low, high = lots.value * size.low, lots.value * size.high
    if size.whole:
        low = high = lots.value * size.value
    fits = low <= whole.high and whole.low <= high
    if makes(lots, size, whole) or (fits and whole.unit not in MONEY):
        return
    yield Mismatch(
        f"{lots.printed} × {size.printed} make {whole.show(lots.value * size.value)}, "
        f"not {whole.printed}.",
        (lots, size, whole),
        "lots of one size against the total of the next sentence",
        "likely",
    )


def _are_lots(text: str, lots: Number, size: Number, opened: int, start: int) -> bool:
    if lots.measured or lots.value < _TWO or lots.unit == size.unit or lots.unit == "%":
        return False
    if _EACH.search(text, opened, start):
        return True
    return lots.end < size.start and _BY.fullmatch(text[lots.end : size.start]) is not None


def check_prices(
    text: str,
    numbers: Sequence[Number],
    earlier: Sequence[Number],
    opened: int,
    start: int,
    end: int,
) -> Iterator[Mismatch]:
    """The value of a sentence against the only amount told and the price of a gram or piece.

    Args:
        numbers: of the sentence at ``start:end``; the one right before it begins at ``opened``.
        earlier: of all sentences before it.
    """
    told = [*earlier, *numbers]
    prices = [n for n in told if _is_price(text, n, told)]
    if len(prices) != 1:
        return
    price = prices[0]
    masses = [n for n in told if _is_priced(n, price)]
    values = [n for n in numbers if _is_money(n) and n is not price]
    if not values and price in numbers and opened < start:  # sold for 400 dollars. A gram cost 20
        values = [n for n in earlier if n.start >= opened and _is_money(n)]
    if len(masses) != 1 or len(values) != 1:
        return
    mass, value = masses[0], values[0]
    if any(n.qualifier != "exact" or n.doubtful for n in (mass, price, value)):
        return
    if (price.unit or "")[:3] != value.unit:
        return
    worth = _WORTH.search(text, start, end) and not _OTHERS.search(text, start, end)
    if not worth and not _is_deal(text, mass, value, price):
        return
    right = mass.value * price.value
    low, high = (
        mass.low * price.low * (1 - _PRICE_SLACK),
        mass.high * price.high * (1 + _PRICE_SLACK),
    )
    fits = low <= value.high and value.low <= high
    if abs(right - value.value) <= _PRICE_SLACK * value.value or (fits and worth):
        return
    yield Mismatch(
        f"{mass.printed} at {price.printed} make {right:,.10g} {value.shown_unit}, "
        f"not {value.printed}.",
        (mass, price, value),
        "a value against the amount and the price of one",
        "likely",
    )


def _is_deal(text: str, mass: Number, value: Number, price: Number) -> bool:
    """Whether so much was bought or sold for the value at the price, in neighbouring clauses."""
    start = min(n.start for n in (mass, value, price))
    end = max(n.end for n in (mass, value, price))
    stretch = text[max(0, start - _BESIDE) : end + _BESIDE]
    return (
        end - start <= _DEAL
        and _SOLD.search(stretch) is not None
        and not _OTHER_PRICE.search(stretch)
    )


_DEAL, _BESIDE = 170, 60


def _is_money(number: Number) -> bool:
    unit = number.unit or ""
    return unit.isupper() and len(unit) == len("USD")


def _is_priced(number: Number, price: Number) -> bool:
    """Whether the price is one of a unit of this amount; one gram is said with the price."""
    unit = (price.unit or "")[len("USD/") :] or "g"
    return number.unit == unit and number.value != 1


def _is_price(text: str, number: Number, told: Sequence[Number]) -> bool:
    if not _is_money(number):
        unit = number.unit or ""
        return unit[:3].isupper() and unit[3:4] == "/" and unit[4:] in _PRICED
    stretch = max(0, number.start - 80)
    found = _GRAM_COSTS.search(text[stretch : number.start])
    if found is None:
        return False
    word = found.group("grams") or found.group("gram")
    place = stretch + (found.start() if word is None else found.start(found.lastgroup or 0))
    # The gram of "50 grams for 200 dollars" belongs to the amount.
    return not any(n.start < place < n.end and n.value != 1 for n in told)


_PRICED = frozenset(("g", "tablet", "capsule", "ampoule", "dose", "item", "plant", "ml"))
