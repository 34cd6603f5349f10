"""Products told over several sentences: six couriers, 1.5 kg each; 350 g at $40 a gram."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sholu.events.arithmetic_mismatch import Mismatch
from sholu.events.arithmetic_numbers import TIME, Number

_EACH = re.compile(
    r"\b(?:each|apiece|on average|кажд(?:ый|ая|ое|ом|ого|ой)|в среднем"
    r"|әрқайсысы\w*|әр|орта есеппен)\b",
    re.IGNORECASE,
)
_BY = re.compile(r"(?:\s[^\W\d]+){0,2}\s(?:по|of)\s", re.IGNORECASE)
_TOTAL = re.compile(
    r"\W*(?:in all|in total|altogether|all told|всего|итого|в общей сложности|барлығы"
    r"|(?:the |their )?(?:total|combined|overall) \w+|общ\w{2,3} (?:вес|масса|количество|число)"
    r"|[^.;:,\d]{0,20}жалпы (?:салмағы|саны|көлемі))\b[^.;:\d]{0,40}",
    re.IGNORECASE,
)
_OTHERS = re.compile(
    r"\b(?:other\w*|another|also|with|rest|besides|since|year|друг\w+|ещё|еще|также|остальн\w+"
    r"|вместе с"
    r"|кроме|год\w*|басқа\w*|тағы|сондай-ақ|жыл\w*)\b",
    re.IGNORECASE,
)
_SIZES = frozenset(("g", "ml", "plant", "tablet"))
_TWO = 2

_GRAM_COSTS = re.compile(
    r"\b(?:a|one|per|each) gram\w*\b[^.;\d]{0,50}$"
    r"|\bграмм\w*\b[^.;\d]{0,50}$|\bграм\w*\s[^.;\d]{0,40}$",
    re.IGNORECASE,
)
_WORTH = re.compile(
    r"\b(?:worth|value\w*|brought|earned|оценива\w+|оценен\w*|стоимост\w+|на сумму|выручил\w*"
    r"|құны\w*|бағалан\w+|сомаға)\b",
    re.IGNORECASE,
)
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
    if low <= whole.high and whole.low <= high:
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
    text: str, numbers: Sequence[Number], earlier: Sequence[Number], start: int, end: int
) -> Iterator[Mismatch]:
    """The value of a sentence against the only mass told and the price of a gram.

    Args:
        numbers: of the sentence at ``start:end``.
        earlier: of all sentences before it.
    """
    told = [*earlier, *numbers]
    masses = [n for n in told if n.unit == "g"]
    prices = [n for n in told if _is_price(text, n)]
    values = [n for n in numbers if n.unit and len(n.unit) == len("USD") and n not in prices]
    if len(masses) != 1 or len(prices) != 1 or len(values) != 1:
        return
    mass, price, value = masses[0], prices[0], values[0]
    if any(n.qualifier != "exact" or n.doubtful for n in (mass, price, value)):
        return
    of_it = _WORTH.search(text, start, end) and not _OTHERS.search(text, start, end)
    if not of_it or (price.unit or "")[:3] != value.unit:
        return
    right = mass.value * price.value
    low, high = (
        mass.low * price.low * (1 - _PRICE_SLACK),
        mass.high * price.high * (1 + _PRICE_SLACK),
    )
    if low <= value.high and value.low <= high:
        return
    yield Mismatch(
        f"{mass.printed} at {price.printed} a gram make {right:,.10g} {value.shown_unit}, "
        f"not {value.printed}.",
        (mass, price, value),
        "a value against the mass and the price of a gram",
        "likely",
    )


def _is_price(text: str, number: Number) -> bool:
    unit = number.unit or ""
    if unit.isupper() and len(unit) == len("USD"):
        return _GRAM_COSTS.search(text[max(0, number.start - 80) : number.start]) is not None
    return unit.endswith("/g") and unit[:3].isupper()
