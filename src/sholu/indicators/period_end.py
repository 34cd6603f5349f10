"""Are more offences registered on the last day of a period than on other such days?"""

from __future__ import annotations

import math
from collections.abc import Collection, Sequence
from datetime import date, timedelta

import numpy as np
from scipy.stats import nbinom, poisson

from sholu.indicators.integrity_answer import (
    DETECTABLE_Z,
    Z95,
    BoolArray,
    FloatArray,
    IntArray,
    IntegrityAnswer,
    cannot_say,
    printed_p,
)
from sholu.indicators.model import IndicatorError

METHOD = (
    "last days against days of the same weekday, negative binomial prediction with the scatter of "
    "ordinary days (after Hausman, Hall and Griliches 1984)"
)

PERIODS = {"month": 1, "quarter": 3, "year": 12}
"""Months in each period."""

DAY_OFF = 7
"""Weekday of a holiday: a class of its own, beside Monday (0) to Sunday (6)."""

LEAST_EXPECTED = 1.0
"""The prediction is exact for small numbers; below one, nothing but a handful could be found."""
LEAST_DAYS = 60


def period_end(
    days: Sequence[date],
    period: str,
    first: date,
    last: date,
    holidays: Collection[date] = (),
) -> IntegrityAnswer:
    """Test for a rush on the last days of months, quarters or years.

    Every day of the register counts, those without a registration too. Expected is what ordinary
    days of the same weekday (holidays are one more) have on average; the last days of all months
    are not ordinary. The scatter of ordinary days widens the prediction.

    Args:
        days: one for each registration. first, last: what the register covers, both inclusive.
        period: ``month``, ``quarter`` or ``year``.

    Returns:
        Effect: observed over expected; p one-sided (too many).

    Raises:
        IndicatorError: a day lies outside of the register, or the period is unknown.
    """
    counts = _daily_counts(days, first, last)
    calendar = [first + timedelta(days=number) for number in range(len(counts))]
    kinds = np.array([DAY_OFF if day in holidays else day.weekday() for day in calendar])
    month_end = np.array([ends_period(day, "month") for day in calendar])
    ends = np.array([ends_period(day, period) for day in calendar])
    if len(calendar) < LEAST_DAYS or not ends.any():
        return cannot_say(len(days), METHOD, f"the register covers {len(calendar)} days with "
                          f"{int(ends.sum())} ends of a {period}")  # fmt: skip
    fitted, error2, dispersion = _expect(counts, kinds, month_end)
    expected = float(fitted[ends].sum())
    if not math.isfinite(expected) or expected < LEAST_EXPECTED:
        return cannot_say(len(days), METHOD, f"on the {int(ends.sum())} last days {expected:.1f} "
                          f"registrations are expected; {LEAST_EXPECTED:g} are needed")  # fmt: skip
    variance = dispersion * expected + float(error2[ends].sum())
    return _answer(int(counts[ends].sum()), expected, variance, len(days), period, int(ends.sum()))


def ends_period(day: date, period: str) -> bool:
    """Whether it is the last day of a month, quarter or year.

    Raises:
        IndicatorError: the period is unknown.
    """
    if period not in PERIODS:
        raise IndicatorError(f"There is no period '{period}'.", f"Take {', '.join(PERIODS)}.")
    tomorrow = day + timedelta(days=1)
    return tomorrow.day == 1 and (tomorrow.month - 1) % PERIODS[period] == 0


def _daily_counts(days: Sequence[date], first: date, last: date) -> FloatArray:
    numbers = np.array([(day - first).days for day in days], dtype=int)
    length = (last - first).days + 1
    if length < 1 or (len(numbers) and (numbers.min() < 0 or numbers.max() >= length)):
        raise IndicatorError(f"Registrations lie outside of {first} to {last}.")
    return np.bincount(numbers, minlength=length).astype(float)


def _expect(
    counts: FloatArray,
    kinds: IntArray,
    month_end: BoolArray,
) -> tuple[FloatArray, FloatArray, float]:
    """Mean of ordinary days of each weekday, the variance of that mean, and their dispersion.

    A kind of day without two ordinary days has no expectation (NaN).
    """
    fitted = np.full(len(counts), np.nan)
    size = np.ones(len(counts))
    used = 0
    for kind in np.unique(kinds):
        ordinary = (kinds == kind) & ~month_end
        used += int(ordinary.any())
        if ordinary.sum() >= 2:
            fitted[kinds == kind] = counts[ordinary].mean()
            size[kinds == kind] = ordinary.sum()
    ordinary = ~month_end & np.isfinite(fitted) & (fitted > 0)
    residual = (counts[ordinary] - fitted[ordinary]) ** 2 / fitted[ordinary]
    dispersion = max(1.0, float(residual.sum()) / max(int(ordinary.sum()) - used, 1))
    return fitted, dispersion * fitted / size, dispersion


def _answer(
    observed: int, expected: float, variance: float, n: int, period: str, ends: int
) -> IntegrityAnswer:
    factor = variance / expected
    if factor > 1 + 1e-9:
        p = float(nbinom.sf(observed - 1, expected / (factor - 1), 1 / factor))
    else:
        p = float(poisson.sf(observed - 1, expected))
    ratio = observed / expected
    last_days = f"the {ends} last days of a {period}" if ends > 1 else f"the last day of a {period}"
    spread = math.sqrt(factor / max(observed, 0.5) + max(factor - 1, 0) / expected)
    return IntegrityAnswer(
        n=n,
        method=METHOD,
        sentence=f"On {last_days} {observed} offences were registered, "
        f"{expected:.1f} are expected on such weekdays ({printed_p(p)}).",
        statistic=(observed - expected) / math.sqrt(variance),
        p=p,
        effect=ratio,
        effect_low=ratio * math.exp(-Z95 * spread),
        effect_high=ratio * math.exp(Z95 * spread),
        effect_name="registrations on last days, observed / expected",
        minimum_detectable=1 + DETECTABLE_Z * math.sqrt(variance) / expected,
    )
