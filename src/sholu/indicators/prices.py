"""Prices of a gram out of the observations of the indicators of price."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from math import isclose

from sholu.indicators.model import Observation, scope_of, scope_parts
from sholu.indicators.prices_doubt import doubts_of
from sholu.indicators.prices_model import ENDS, LEVELS, Doubt, Price
from sholu.vocabulary.model import Portion, Vocabulary

_Key = tuple[str, ...]

NAMES: Mapping[str, str] = {"average": "mean", "min": "minimum", "max": "maximum"}
"""Words of tables for a statistic that has another name here."""


def prices_of(observations: Iterable[Observation], vocabulary: Vocabulary) -> tuple[Price, ...]:
    """The prices of a gram: statistics of one table row beside each other, with what is doubted.

    The price of a portion becomes that of a gram over the range of what the portion weighs; it
    has no middle value then, as nobody knows which weight was sold.

    Args:
        observations: of any indicator; those of `LEVELS` are taken.

    Returns:
        by substance, place, period and level.
    """
    groups: defaultdict[_Key, list[tuple[str, Observation]]] = defaultdict(list)
    taken = [one for one in observations if one.indicator in LEVELS and one.value is not None]
    with_statistics = {_beside(one) for one in taken if "statistic" in scope_parts(one.scope)}
    for one in taken:
        statistic, scope = _statistic(one, _beside(one) in with_statistics)
        groups[(*_beside(one), scope, one.unit, one.period)].append((statistic, one))
    made = [_price(group, scope=key[-3], vocabulary=vocabulary) for key, group in groups.items()]
    found = _against_each_other([one for one in made if one is not None])
    return tuple(sorted(found, key=_order))


def _order(one: Price) -> tuple[str, ...]:
    return (one.substance or "", one.place, one.first_day, one.last_day, one.level, one.scope)


def _beside(one: Observation) -> _Key:
    """What observations share whose statistics stand in one row."""
    return (one.indicator, one.place, one.substance or "", one.frequency)


def _statistic(one: Observation, beside: bool) -> tuple[str, str]:
    """The statistic and the scope without it.

    A row label that stands among statistics is one itself ("Trend"); elsewhere it is a scope.
    """
    parts = scope_parts(one.scope)
    name = parts.pop("statistic", "")
    if not name and beside:
        name = parts.pop("row", "").casefold()
    return NAMES.get(name, name) or "value", scope_of(parts)


def _price(
    group: list[tuple[str, Observation]], *, scope: str, vocabulary: Vocabulary
) -> Price | None:
    first = group[0][1]
    currency, _, per = first.unit.partition("/")
    weights = _weights(first, per, scope, vocabulary)
    if weights is None:
        return None
    lightest, heaviest = weights
    told = _without_repeated(group)
    known = {name: one.value for name, one in told if one.value is not None}
    ends = [one.value_high for _, one in told if one.value_high is not None]
    per_g = {name: _rounded(value / heaviest) for name, value in known.items()}
    doubts = (*_printed_doubts(told), *doubts_of(per_g))
    price = Price(
        level=LEVELS[first.indicator],
        place=first.place,
        substance=first.substance,
        scope=scope,
        period=first.period,
        first_day=first.first_day,
        last_day=first.last_day,
        frequency=first.frequency,
        currency=currency,
        printed_per=scope_parts(scope).get("portion", per),
        per_g=per_g,
        low=None,
        high=None,
        doubts=doubts,
        observations=tuple(one for _, one in group),
    )
    if lightest != heaviest:
        dearest = max((*known.values(), *ends)) / lightest
        return replace(price, per_g={}, low=min(per_g.values()), high=_rounded(dearest))
    return _with_ends(price, [_rounded(end / heaviest) for end in ends])


SAME = 1e-4
"""Relative difference below which a text repeats its table: 434,333 for 434,333.3."""


def _without_repeated(group: list[tuple[str, Observation]]) -> list[tuple[str, Observation]]:
    """Without the value of a sentence that a table beside it calls the mean or the median."""
    tabled = [one.value for name, one in group if name != "value" and one.value is not None]
    return [
        (name, one)
        for name, one in group
        if name != "value" or not any(isclose(one.value or 0, v, rel_tol=SAME) for v in tabled)
    ]


def _with_ends(price: Price, range_ends: list[float]) -> Price:
    """With the ends of the range; a range as printed ("3000 to 4000") has no middle value."""
    usable = price.usable()
    if not range_ends:
        return replace(price, low=usable.get("minimum"), high=usable.get("maximum"))
    low, high = min(price.per_g.values()), max(range_ends)
    rest = {name: value for name, value in price.per_g.items() if name != "value"}
    return replace(price, per_g=rest, low=low, high=high)


def _printed_doubts(group: list[tuple[str, Observation]]) -> list[Doubt]:
    """What the reader already said against a figure as printed."""
    return [
        Doubt((name,), f"the {name} as printed ({one.points[0].printed}): {one.points[0].suspect}")
        for name, one in group
        if one.points and one.points[0].suspect
    ]


def _weights(
    one: Observation, per: str, scope: str, vocabulary: Vocabulary
) -> tuple[float, float] | None:
    """Least and greatest grams of what the price is for; None if nobody says what it weighs."""
    portion = portion_of(scope_parts(scope).get("portion", per), one.substance, vocabulary)
    if portion is not None:
        return portion.low_g, portion.high_g
    unit = vocabulary.unit(per)
    return (unit.factor, unit.factor) if unit.dimension == "mass" else None


def portion_of(name: str, substance: str | None, vocabulary: Vocabulary) -> Portion | None:
    """The portion of a code or name; None where there is none, or it is one of another drug."""
    wanted = name.casefold()
    for portion in vocabulary.portions:
        names = {portion.code, *(one.casefold() for _, one in portion.names.all())}
        if wanted in names and _is_sold_in(substance, portion):
            return portion
    return None


def _is_sold_in(substance: str | None, portion: Portion) -> bool:
    """Whether a drug is sold in the portion; without a drug, the name alone decides."""
    return substance is None or not portion.substances or substance in portion.substances


def _against_each_other(prices: list[Price]) -> list[Price]:
    """A gram in bulk that costs no less than one in the street: a unit cannot be right."""
    retail = {_market(one): one for one in prices if one.level == "retail"}
    checked = []
    for one in prices:
        other = retail.get(_market(one)) if one.level == "wholesale" else None
        doubt = _dearer_in_bulk(one, other) if other else None
        checked.append(replace(one, doubts=(*one.doubts, doubt)) if doubt else one)
    return checked


def _market(one: Price) -> _Key:
    return (one.place, one.substance or "", one.scope, one.period, one.currency)


def _dearer_in_bulk(wholesale: Price, retail: Price) -> Doubt | None:
    bulk, street = wholesale.usable(), retail.usable()
    shared = [name for name in bulk if name in street and name not in ENDS]
    names = tuple(name for name in shared if bulk[name] >= street[name])
    if not names:
        return None
    name = names[0]
    ratio = bulk[name] / street[name]
    likely = "one is printed per kilogram where a gram is meant" if ratio > 50 else ""
    reason = (
        f"a gram costs {bulk[name]:,.6g} in bulk and {street[name]:,.6g} in the street ({name}): "
        "a unit or a figure cannot be right"
    )
    return Doubt(names, reason, likely)


def _rounded(value: float) -> float:
    return float(f"{value:.12g}")
