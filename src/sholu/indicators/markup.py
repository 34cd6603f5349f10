"""Mark-ups: retail over wholesale in one place, and from stage to stage along a route."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from sholu.indicators.prices_model import ENDS, LEVELS, TYPICAL, Price, PriceError
from sholu.indicators.quantity_discount import exponent_of_markup
from sholu.indicators.real_terms import Rates

GRAMS_IN_BULK = 1000.0
GRAMS_IN_THE_STREET = 1.0
"""A wholesale price is that of a kilogram, a retail price that of a gram (UNODC ARQ)."""


@dataclass(frozen=True)
class Markup:
    """How many times dearer a gram is at the end of a stage than at its beginning.

    Attributes:
        statistic: what was compared; ``range``: lowest end by highest beginning, and the reverse.
        start, end: price of a gram, in ``currency``; None for a range.
        times: None where it can't be said; ``reason`` then says why.
        low, high: of the range.
        exponent: discount exponent that the mark-up from a kilogram to a gram comes to
            (`exponent_of_markup`); None along a route.
        notes: what was left out, or differs.
        claims: behind both prices.
    """

    where: str
    substance: str | None
    period: str
    statistic: str
    start: float | None
    end: float | None
    currency: str
    times: float | None
    low: float | None
    high: float | None
    exponent: float | None
    reason: str
    notes: tuple[str, ...]
    claims: tuple[str, ...]


def markups(prices: Iterable[Price]) -> tuple[Markup, ...]:
    """Retail over wholesale, for each drug, place and period that has both.

    Like is compared with like (median with median). A mark-up is not a profit: losses, cutting,
    bribes, wages and time are not taken off.
    """
    priced = list(prices)
    bulk = {_market(one): one for one in priced if one.level == "wholesale"}
    found: list[Markup] = []
    for one in priced:
        wholesale = bulk.get(_market(one)) if one.level == "retail" else None
        if wholesale is not None:
            found += _of_market(wholesale, one)
    return tuple(found)


def _market(one: Price) -> tuple[str | None, ...]:
    return (one.place, one.substance, one.scope, one.period, one.currency)


def _of_market(wholesale: Price, retail: Price) -> list[Markup]:
    bulk, street = wholesale.usable(), retail.usable()
    shared = sorted({*bulk} & {*street} - {*ENDS}, key=_rank)
    if not shared:
        reason = "wholesale and retail share no statistic that may be used"
        return [_markup(wholesale, retail, "none", reason=reason)]
    made = [_markup(wholesale, retail, name, start=bulk[name], end=street[name]) for name in shared]
    return [*made, _range_of(wholesale, retail)]


def _rank(statistic: str) -> tuple[int, str]:
    return (TYPICAL.index(statistic) if statistic in TYPICAL else len(TYPICAL), statistic)


def _range_of(wholesale: Price, retail: Price) -> Markup:
    low = _divided(retail.low, wholesale.high)
    high = _divided(retail.high, wholesale.low)
    missing = [
        f"{one.level} {end}"
        for one in (wholesale, retail)
        for end, value in (("minimum", one.low), ("maximum", one.high))
        if value is None
    ]
    reason = f"no {' and no '.join(missing)} that may be used" if missing else ""
    return _markup(wholesale, retail, "range", low=low, high=high, reason=reason)


def _divided(end: float | None, start: float | None) -> float | None:
    return None if end is None or not start else end / start


def _markup(
    wholesale: Price,
    retail: Price,
    statistic: str,
    *,
    reason: str = "",
    **values: float | None,
) -> Markup:
    times = _divided(values.get("end"), values.get("start"))
    both = (wholesale, retail)
    notes = [f"{one.level}: {doubt.reason}" for one in both for doubt in one.doubts]
    return Markup(
        where=retail.place,
        substance=retail.substance,
        period=retail.period,
        statistic=statistic,
        start=values.get("start"),
        end=values.get("end"),
        currency=retail.currency,
        times=times,
        low=values.get("low"),
        high=values.get("high"),
        exponent=exponent_of_markup(times, GRAMS_IN_BULK / GRAMS_IN_THE_STREET) if times else None,
        reason=reason,
        notes=tuple(notes),
        claims=claims_of(wholesale) + claims_of(retail),
    )


def claims_of(price: Price) -> tuple[str, ...]:
    """The claims that a price was taken from."""
    return tuple(one.chosen for one in price.observations if one.chosen)


@dataclass(frozen=True)
class Stage:
    """A place of a route and the level that is sold at there; ``period`` None for any."""

    place: str
    level: str
    period: str | None = None


def parse_stage(printed: str, period: str | None) -> Stage:
    """A stage as it is written: ``XA-01:wholesale`` or ``XA-01:wholesale:2024``.

    Raises:
        PriceError: if it is none.
    """
    parts = printed.split(":")
    levels = tuple(LEVELS.values())
    if len(parts) not in (2, 3) or parts[1] not in levels:
        raise PriceError(
            f"'{printed}' is no stage.", f"Write PLACE:LEVEL or PLACE:LEVEL:PERIOD; levels are "
            f"{', '.join(levels)}.",
        )  # fmt: skip
    return Stage(parts[0], parts[1], parts[2] if len(parts) == 3 else period)


def route_markups(prices: Sequence[Price], stages: Sequence[Stage], rates: Rates) -> list[Markup]:
    """The mark-up of each step of a route, and of the whole.

    All stages are taken at one period where they share one (the latest). Prices of two currencies
    are compared in dollars, by the rates of their own dates. Prices of different dates are not
    compared in a currency that loses value between them: only in dollars, and the note says so.

    Raises:
        PriceError: if there are fewer than two stages, or a stage has no price.
    """
    if len(stages) < 2:
        raise PriceError("A route has two stages at least.", "Write FROM:wholesale TO:retail.")
    chosen = _prices_at(prices, stages)
    steps = [_step(one, two, rates) for one, two in pairwise(chosen)]
    return [*steps, _step(chosen[0], chosen[-1], rates)] if len(chosen) > 2 else steps


def _prices_at(prices: Sequence[Price], stages: Sequence[Stage]) -> list[Price]:
    at = [
        {
            one.period: one
            for one in sorted(prices, key=lambda price: price.last_day)
            if (one.place, one.level) == (stage.place, stage.level)
            and stage.period in (None, one.period)
            and one.typical()
        }
        for stage in stages
    ]
    for stage, known in zip(stages, at, strict=True):
        if not known:
            when = f" of {stage.period}" if stage.period else ""
            raise PriceError(
                f"There is no {stage.level} price{when} for {stage.place} that may be used.",
                "'sholu prices' lists the prices.",
            )
    shared = [period for period in at[0] if all(period in known for known in at)]
    return [known[shared[-1]] if shared else next(reversed(known.values())) for known in at]


def _step(start: Price, end: Price, rates: Rates) -> Markup:
    first, last = start.typical(), end.typical()
    assert first is not None and last is not None  # `_prices_at` takes no other
    where = f"{start.place} {start.level} → {end.place} {end.level}"
    notes = [f"{first[0]} of {start.period} against {last[0]} of {end.period}"]
    notes += [f"{one.place}: {doubt.reason}" for one in (start, end) for doubt in one.doubts]
    same_day = start.period == end.period
    values: tuple[float, float] | str = (first[1], last[1])
    currency = start.currency
    if start.currency != end.currency or not same_day:
        notes.append("in dollars of the day: " + _what_differs(start, end))
        values, currency = _in_dollars(start, end, rates), "USD"
    reason = values if isinstance(values, str) else ""
    low, high = (None, None) if currency != start.currency else _ends_of(start, end)
    one, two = (None, None) if isinstance(values, str) else values
    return Markup(
        where=where,
        substance=start.substance,
        period=end.period if same_day else f"{start.period} → {end.period}",
        statistic=first[0] if first[0] == last[0] else f"{first[0]}, {last[0]}",
        start=one,
        end=two,
        currency=currency,
        times=_divided(two, one),
        low=None if reason else low,
        high=None if reason else high,
        exponent=None,
        reason=reason,
        notes=tuple(notes),
        claims=claims_of(start) + claims_of(end),
    )


def _ends_of(start: Price, end: Price) -> tuple[float | None, float | None]:
    return _divided(end.low, start.high), _divided(end.high, start.low)


def _what_differs(start: Price, end: Price) -> str:
    differing = []
    if start.currency != end.currency:
        differing.append(f"currencies differ ({start.currency}, {end.currency})")
    if start.period != end.period:
        differing.append(f"dates differ ({start.period}, {end.period})")
    return "; ".join(differing)


def _in_dollars(start: Price, end: Price, rates: Rates) -> tuple[float, float] | str:
    values = []
    for price in (start, end):
        typical = price.typical()
        rate = rates.exchange(price.currency, "USD", price.first_day, price.last_day)
        if isinstance(rate, str) or typical is None:
            return f"can't say: {_what_differs(start, end)}, and {rate}"
        values.append(typical[1] / rate.value)
    return values[0], values[1]
