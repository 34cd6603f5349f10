"""The same region by its counts and by its market, side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy.stats import t as student

from sholu.indicators.integrity_answer import (
    BoolArray,
    FloatArray,
    IntegrityAnswer,
    cannot_say,
    printed_p,
)
from sholu.indicators.integrity_outlier import LEAST_OTHERS, against_others, detectable
from sholu.indicators.model import IndicatorError

METHOD = (
    "standing by counts less mean standing by the market among regions (median and MAD of "
    "logarithms, Rousseeuw and Croux 1993), prediction by the others"
)

MARKET = ("price_per_gram", "price_pure_gram", "seized_g_per_officer", "wholesale_share")
"""Where enforcement works, these are high: scarce drugs are dear (Caulkins and Reuter 1998), and
what is seized is much and of the upper levels."""

LEAST_MARKET = 2
"""Market measures that a region must have."""

MAD_TO_SD = 1.4826
"""Of a normal distribution (Rousseeuw and Croux 1993, JASA 88:1273)."""


@dataclass(frozen=True)
class View:
    """A region's year; None where the figures don't say.

    Attributes:
        facts_per_officer: registered offences over officers of drug units.
        price_per_gram, price_pure_gram: of ``substance``, in ``currency``; the second over purity.
        seized_kg: volume of the same drug, and per officer in grams.
        wholesale_share: of registered offences, 0 to 1.
    """

    place: str
    year: str
    facts: float | None
    officers: float | None
    facts_per_officer: float | None
    substance: str | None
    price_unit: str | None
    price_per_gram: float | None
    price_pure_gram: float | None
    seized_kg: float | None
    seized_g_per_officer: float | None
    wholesale_share: float | None


def disagreements(views: Sequence[View]) -> list[IntegrityAnswer]:
    """Ask for each region whether its counts and its market tell different stories.

    Args:
        views: of one year, one for each region, in one currency.

    Returns:
        For each region. Effect: standing by counts less that by the market, in standard deviations
        of regions; p two-sided.

    Raises:
        IndicatorError: prices in two units, or a measure below zero.
    """
    _check(views)
    counts = _standing([one.facts_per_officer for one in views])
    market = np.column_stack([_standing([getattr(one, name) for one in views]) for name in MARKET])
    known = np.isfinite(market).sum(axis=1)
    usable = np.isfinite(counts) & (known >= LEAST_MARKET)
    gaps = np.full(len(views), np.nan)
    gaps[usable] = counts[usable] - np.nanmean(market[usable], axis=1)
    return [_ask(views[at], gaps, usable, at, int(known[at])) for at in range(len(views))]


def _check(views: Sequence[View]) -> None:
    units = {one.price_unit for one in views if one.price_per_gram is not None}
    if len(units) > 1:
        raise IndicatorError(f"Prices are in {', '.join(sorted(map(str, units)))}.",
                             "Compare regions in one unit.")  # fmt: skip
    for one in views:
        for name in ("facts_per_officer", *MARKET):
            value = getattr(one, name)
            if value is not None and value < 0:
                raise IndicatorError(f"{one.place}: {name} is {value:g}, below zero.")


def _standing(values: Sequence[float | None]) -> FloatArray:
    """How far each lies from the middle region, in standard deviations; NaN where not known.

    A zero counts as half the smallest value: its logarithm has to be somewhere.
    """
    array = np.array([np.nan if value is None else value for value in values], dtype=float)
    positive = array[np.isfinite(array) & (array > 0)]
    if positive.size <= LEAST_OTHERS:
        return np.full(len(array), np.nan)
    logarithm = np.log(np.where(array == 0, positive.min() / 2, array))
    middle = float(np.nanmedian(logarithm))
    spread = MAD_TO_SD * float(np.nanmedian(np.abs(logarithm - middle)))
    if spread < 1e-9:
        return np.full(len(array), np.nan)
    standing: FloatArray = (logarithm - middle) / spread
    return standing


def _ask(
    view: View,
    gaps: FloatArray,
    usable: BoolArray,
    at: int,
    known: int,
) -> IntegrityAnswer:
    if not usable[at]:
        missing = (
            "facts per officer" if known >= LEAST_MARKET else f"{LEAST_MARKET} market measures"
        )
        return cannot_say(
            known + 1, METHOD, f"{view.place} lacks {missing}, or regions don't differ"
        )
    regions = int(usable.sum())
    if regions <= LEAST_OTHERS:
        return cannot_say(regions, METHOD, f"only {regions - 1} other regions have both views")
    values = gaps[usable]
    place = int(np.cumsum(usable)[at]) - 1
    statistic, p, difference, error = against_others(values, np.full(regions, 1e-3), place)
    half = float(student.isf(0.025, regions - 3)) * error
    better, worse = ("counts", "market") if difference > 0 else ("market", "counts")
    return IntegrityAnswer(
        n=regions,
        method=METHOD,
        sentence=f"By {better} {view.place} stands {abs(difference):.1f} standard deviations "
        f"higher than by {worse}, compared with {regions - 1} other regions ({printed_p(p)}).",
        statistic=statistic,
        p=p,
        effect=difference,
        effect_low=difference - half,
        effect_high=difference + half,
        effect_name="standing by counts less by the market, standard deviations",
        minimum_detectable=detectable(error, regions - 1),
    )
