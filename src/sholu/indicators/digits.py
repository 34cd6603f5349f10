"""Do first and second digits follow Benford's law, where they can?"""

from __future__ import annotations

import math
from functools import cache

import numpy as np
from numpy.typing import ArrayLike
from scipy.optimize import brentq
from scipy.stats import chi2, ncx2

from sholu.indicators.integrity_answer import (
    LEAST_P,
    LEVEL,
    POWER,
    FloatArray,
    IntArray,
    IntegrityAnswer,
    cannot_say,
    printed_p,
    read_values,
)

METHOD = (
    "Benford's law (Hill 1995; Nigrini 2012), exact multinomial test by Monte Carlo (Besag and "
    "Clifford 1991)"
)

LEAST_VALUES = 50
LEAST_DECADES = 2.0
"""Powers of ten between the 1st and the 99th percentile."""

LEAST_SPREAD = 0.6
"""Standard deviation of the decimal logarithm. A log-normal one departs from Benford's law by a
factor exp(-2 pi² s²), .0008 at s = .6 (Hill 1995's limit; the first Fourier term)."""

EXCEEDANCES = 20
MOST_DRAWS = 10_000
BATCH = 500


def first_digit_law() -> FloatArray:
    """Probability of the first digits 1 to 9 (Newcomb 1881, Benford 1938)."""
    digits = np.arange(1, 10)
    law: FloatArray = np.log10(1 + 1 / digits)
    return law


def second_digit_law() -> FloatArray:
    """Probability of the second digits 0 to 9 (Hill 1995, equation 2)."""
    first, second = np.meshgrid(np.arange(1, 10), np.arange(10), indexing="ij")
    law: FloatArray = np.log10(1 + 1 / (10 * first + second)).sum(axis=0)
    return law


def first_digits(values: ArrayLike, assigned: bool = False, seed: int = 1) -> IntegrityAnswer:
    """Test the first digits of figures that grow freely, such as masses over all roles.

    Args:
        assigned: the numbers were given out (case numbers, prices with a usual ending): such
            digits can't follow the law.

    Returns:
        Effect: total variation distance from the law, 0 to 1; p of the chi-squared statistic.

    Raises:
        IndicatorError: a value is below zero or no number.
    """
    positive = read_values(values, "Figures")
    positive = positive[positive > 0]
    reason = _why_not(positive, assigned)
    if reason:
        return cannot_say(len(positive), METHOD, reason)
    digits = leading(positive, 1)
    return _test(np.bincount(digits, minlength=10)[1:10], first_digit_law(), "first", seed)


def second_digits(
    values: ArrayLike, assigned: bool = False, step: float = 0.0, seed: int = 1
) -> IntegrityAnswer:
    """Test the second digits; figures of one digit have none and are left out.

    Args:
        step: of the grid on which the figures are reported; 0 if there is none.

    Raises:
        IndicatorError: a value is below zero or no number.
    """
    positive = read_values(values, "Figures")
    positive = positive[positive > 0]
    # Between 10 and 100 steps the grid itself decides; from 10 steps on a second digit exists.
    kept = positive[positive >= 10 * step * (1 - 1e-9)]
    reason = _why_not(kept, assigned)
    if not reason and len(kept) < 0.9 * len(positive):
        reason = f"{1 - len(kept) / len(positive):.0%} of the figures have only one digit"
    if reason:
        return cannot_say(len(kept), METHOD, reason)
    digits = leading(kept, 2) % 10
    return _test(np.bincount(digits, minlength=10), second_digit_law(), "second", seed)


def leading(values: FloatArray, digits: int) -> IntArray:
    """The first digits of each value, as a whole number.

    >>> leading(np.array([0.0273, 1000.0, 0.3]), 2).tolist()
    [27, 10, 30]
    """
    power = np.floor(np.log10(values) + 1e-12)
    return np.floor(values / 10.0 ** (power - digits + 1) + 1e-6).astype(np.int64)


def _why_not(values: FloatArray, assigned: bool) -> str:
    """Why the figures can't follow Benford's law; empty if they can."""
    if assigned:
        return "assigned numbers don't follow Benford's law"
    if len(values) < LEAST_VALUES:
        return f"there are {len(values)} figures; {LEAST_VALUES} are needed"
    low, high = np.percentile(values, [1, 99])
    decades = math.log10(high / low)
    spread = float(np.std(np.log10(values)))
    if decades < LEAST_DECADES or spread < LEAST_SPREAD:
        return (
            f"the figures span {decades:.1f} powers of ten, which is too narrow for Benford's law"
        )
    return ""


def _test(counts: IntArray, law: FloatArray, which: str, seed: int) -> IntegrityAnswer:
    n = int(counts.sum())
    statistic = _chi_squared(counts[None, :], law)[0]
    random = np.random.default_rng(seed)
    p = _p_value(statistic, n, law, random)
    distance = 0.5 * float(np.abs(counts / n - law).sum())
    low, high = _distance_interval(counts, law, random)
    most = int(np.argmax(counts / n - law))
    digit = most + (1 if which == "first" else 0)
    return IntegrityAnswer(
        n=n,
        method=METHOD,
        sentence=f"The {which} digits of {n} figures depart from Benford's law by {distance:.1%} "
        f"({printed_p(p)}), most by the digit {digit}: {counts[most] / n:.0%}, expected "
        f"{law[most]:.0%}.",
        statistic=float(statistic),
        p=p,
        effect=distance,
        effect_low=low,
        effect_high=high,
        effect_name="share of figures with another digit (total variation distance)",
        minimum_detectable=_detectable_distance(n, law),
    )


def _chi_squared(counts: IntArray, law: FloatArray) -> FloatArray:
    """Pearson's statistic for each row of counts."""
    expected = counts.sum(axis=1, keepdims=True) * law
    statistic: FloatArray = ((counts - expected) ** 2 / expected).sum(axis=1)
    return statistic


def _p_value(statistic: float, n: int, law: FloatArray, random: np.random.Generator) -> float:
    """Draw from the law until 20 draws depart as much, or 10,000 times (Besag and Clifford)."""
    exceeded = drawn = 0
    while drawn < MOST_DRAWS:
        draws = random.multinomial(n, law, size=BATCH)
        exceeded += int((_chi_squared(draws, law) >= statistic * (1 - 1e-12)).sum())
        drawn += BATCH
        if exceeded >= EXCEEDANCES:
            break
    if exceeded == 0:
        # Beyond all draws: the chi-squared law, whose tail is what the draws come to.
        return min(max(float(chi2.sf(statistic, len(law) - 1)), LEAST_P), 1 / (drawn + 1))
    return (exceeded + 1) / (drawn + 1)


def _distance_interval(
    counts: IntArray, law: FloatArray, random: np.random.Generator
) -> tuple[float, float]:
    """Bootstrap interval of the distance, the upward bias of a distance taken out."""
    n = int(counts.sum())
    draws = random.multinomial(n, counts / n, size=BATCH) / n
    distances = 0.5 * np.abs(draws - law).sum(axis=1)
    bias = float(distances.mean()) - 0.5 * float(np.abs(counts / n - law).sum())
    low, high = np.percentile(distances, [2.5, 97.5]) - 2 * bias
    return max(0.0, float(low)), max(0.0, float(high))


def _detectable_distance(n: int, law: FloatArray) -> float:
    """The distance that is found with probability `POWER`, if it moves one digit to another.

    The shift being from the digit with the largest probability to that with the least.
    """
    return math.sqrt(_noncentrality(len(law) - 1) / n / (1 / law.max() + 1 / law.min()))


@cache
def _noncentrality(freedom: int) -> float:
    """Of the chi-squared law that exceeds its critical value with `POWER` (Cohen 1988, 7.2)."""
    critical = chi2.isf(LEVEL, freedom)
    return float(brentq(lambda shift: ncx2.sf(critical, freedom, shift) - POWER, 0.01, 200.0))
