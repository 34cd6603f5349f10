"""Prices, mark-ups, portions and hedonic answers as flat records for JSON, CSV and tables."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from sholu.indicators.doses import DoseCost
from sholu.indicators.hedonic_model import HedonicAnswer, HedonicFit, Interval
from sholu.indicators.markup import Markup, claims_of
from sholu.indicators.model import Observation
from sholu.indicators.prices_model import Price
from sholu.indicators.purity import Market, pure_gram
from sholu.indicators.real_terms import Rates
from sholu.vocabulary.model import Portion

STATISTICS: tuple[str, ...] = ("median", "mean", "trend", "value", "minimum", "maximum")


@dataclass(frozen=True)
class Terms:
    """What prices are turned into.

    Attributes:
        rates: the user's tables; ``base``: year whose prices real terms are in, None for the last
            whole year of the index; ``purities``: by market.
    """

    rates: Rates
    base: str | None
    purities: Mapping[Market, Mapping[str, Observation]]


def price_record(price: Price, terms: Terms, names: Mapping[str, str]) -> dict[str, Any]:
    """One price of a gram: as printed, in real terms, in dollars, of the pure drug."""
    typical = price.typical()
    points = [one.points[0] for one in price.observations if one.points]
    sources = {
        point.cited_source or names.get(point.source or point.document or "", point.source)
        for point in points
    }
    return {
        "substance": price.substance,
        "place": price.place,
        "period": price.period,
        "level": price.level,
        "scope": price.scope or None,
        "currency": price.currency,
        "per": "g",
        "printed_per": price.printed_per,
        "price": typical[1] if typical else None,
        "statistic": typical[0] if typical else None,
        "low": price.low,
        "high": price.high,
        **{f"{name}_as_printed": price.per_g.get(name) for name in STATISTICS},
        **_real(price, terms),
        **_dollars(price, terms.rates),
        **_pure(price, terms),
        "doubts": [asdict(doubt) for doubt in price.doubts],
        "competing": sum(len(one.points) > 1 and one.differing for one in price.observations),
        "sources": sorted(source for source in sources if source),
        "grade": min((point.grade for point in points), default=None),
        "claims": list(claims_of(price)),
        "spans": sorted({point.span for point in points if point.span}),
    }


def _real(price: Price, terms: Terms) -> dict[str, Any]:
    """In prices of the base year: times the index then, by the index of the period."""
    keys = ("real", "real_low", "real_high", "real_base", "real_how")
    base = terms.base or terms.rates.last_index_year(price.currency)
    if base is None:
        return dict(zip(keys, (None, None, None, None, _no_rates(price.currency)), strict=True))
    then = terms.rates.index(price.currency, f"{base}-01-01", f"{base}-12-31")
    now = terms.rates.index(price.currency, price.first_day, price.last_day)
    for found in (then, now):
        if isinstance(found, str):
            return dict(zip(keys, (None, None, None, base, found), strict=True))
    assert not isinstance(then, str) and not isinstance(now, str)
    values = _scaled(price, then.value / now.value)
    return dict(zip(keys, (*values, base, f"{now.how}: {now.source}"), strict=True))


def _no_rates(currency: str) -> str:
    return f"no price index of {currency} for a whole year in inputs/rates"


def _dollars(price: Price, rates: Rates) -> dict[str, Any]:
    keys = ("usd", "usd_low", "usd_high", "usd_how")
    found = rates.exchange(price.currency, "USD", price.first_day, price.last_day)
    if isinstance(found, str):
        return dict(zip(keys, (None, None, None, found), strict=True))
    how = found.how if not found.source else f"{found.how}: {found.source}"
    return dict(zip(keys, (*_scaled(price, 1 / found.value), how), strict=True))


def _scaled(price: Price, factor: float) -> tuple[float | None, float | None, float | None]:
    typical = price.typical()
    ends = [None if end is None else end * factor for end in (price.low, price.high)]
    return (typical[1] * factor if typical else None, ends[0], ends[1])


def _pure(price: Price, terms: Terms) -> dict[str, Any]:
    pure = pure_gram(price, terms.purities)
    return {
        "pure": pure.value,
        "pure_low": pure.low,
        "pure_high": pure.high,
        "purity": pure.purity,
        "pure_how": pure.reason or "by the purity expected in that market",
    }


def markup_record(one: Markup) -> dict[str, Any]:
    """One mark-up."""
    return {
        "substance": one.substance,
        "where": one.where,
        "period": one.period,
        "statistic": one.statistic,
        "currency": one.currency,
        "start_per_g": one.start,
        "end_per_g": one.end,
        "times": one.times,
        "low": one.low,
        "high": one.high,
        "exponent": one.exponent,
        "reason": one.reason or None,
        "notes": list(one.notes),
        "claims": list(one.claims),
    }


def portion_record(portion: Portion) -> dict[str, Any]:
    """What a portion weighs, and who says so."""
    return {
        "portion": portion.code,
        "names": {language: list(portion.names.of(language)) for language in ("en", "ru", "kk")},
        "substances": list(portion.substances),
        "low_g": portion.low_g,
        "high_g": portion.high_g,
        "source": portion.source.en,
        "note": portion.note.en if portion.note else None,
        "texts": {
            "source": portion.source.by_language(),
            "note": portion.note.by_language() if portion.note else None,
        },
    }


def dose_record(cost: DoseCost) -> dict[str, Any]:
    """What a portion costs in a market."""
    return {
        "portion": cost.portion.code,
        "low_g": cost.portion.low_g,
        "high_g": cost.portion.high_g,
        "substance": cost.substance,
        "place": cost.place,
        "period": cost.period,
        "currency": cost.currency,
        "statistic": cost.statistic,
        "low": cost.low,
        "high": cost.high,
        "lowest": cost.lowest,
        "highest": cost.highest,
        "weight_source": cost.portion.source.en,
        "notes": [*cost.notes, *([cost.portion.note.en] if cost.portion.note else [])],
        "claims": list(cost.claims),
    }


def hedonic_record(answer: HedonicAnswer, names: Mapping[str, str]) -> dict[str, Any]:
    """A hedonic answer with its regressions side by side."""
    question = answer.question
    return {
        "substance": question.substance,
        "currency": answer.currency,
        "by": list(question.by),
        "quantity_g": question.quantity_g,
        "purity": answer.purity,
        "rows": answer.rows,
        "with_purity": answer.with_purity,
        "left_out": answer.left_out,
        "reason": answer.reason or None,
        "fits": [_fit_record(fit) for fit in answer.fits],
        "sources": [names.get(source, source) for source in answer.sources],
    }


def _fit_record(fit: HedonicFit) -> dict[str, Any]:
    return {
        "variant": fit.variant,
        "formula": fit.formula,
        "rows": fit.rows,
        "errors": fit.errors or None,
        "r_squared": fit.r_squared,
        "exponent": _interval_record(fit.exponent),
        "purity_exponent": _interval_record(fit.purity_exponent),
        "times_dearer_in_a_tenth": _interval_record(fit.times_of_ten),
        "standard_prices": [
            {
                "group": list(one.group),
                "rows": one.rows,
                **(_interval_record(one.price) or {"value": None, "low": None, "high": None}),
                "reason": one.reason or None,
            }
            for one in fit.standard
        ],
        "checks": [asdict(check) for check in fit.checks],
        "reason": fit.reason or None,
    }


def _interval_record(one: Interval | None) -> dict[str, float] | None:
    return None if one is None else asdict(one)
