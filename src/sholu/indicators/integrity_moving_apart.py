"""Do detections and registered users move against each other?"""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import ArrayLike
from scipy.stats import norm, rankdata

from sholu.indicators.integrity_answer import (
    DETECTABLE_Z,
    LEAST_P,
    Z95,
    FloatArray,
    IntegrityAnswer,
    cannot_say,
    check_lengths,
    printed_p,
)
from sholu.indicators.model import IndicatorError

METHOD = "Spearman's correlation of relative changes, permutation test (Good 2005)"

LEAST_CHANGES = 8
"""With fewer, even a perfect opposition leaves an interval of nearly the whole scale."""

PERMUTATIONS = 9_999

MOST_LAGS = 3
"""Changes back that are looked at for memory: a level with noise remembers one."""


def moving_apart(detections: ArrayLike, users: ArrayLike, seed: int = 1) -> IntegrityAnswer:
    """Test whether one falls when the other rises.

    Changes, not levels: two trends always correlate. A pair of changes with a missing or a zero
    figure, or over a break (NaN between both sides), is left out.

    Args:
        detections, users: of the same periods in order, NaN where a period has no figure.

    Returns:
        Effect: the correlation; p one-sided (against each other).

    Raises:
        IndicatorError: the lists differ in length, or a figure is below zero.
    """
    check_lengths("Detections and users", detections, users)
    first, second = _changes(detections), _changes(users)
    both = np.isfinite(first) & np.isfinite(second)
    n = int(both.sum())
    if n < LEAST_CHANGES:
        return cannot_say(n, METHOD, f"there are {n} changes of both from one period to the next; "
                          f"{LEAST_CHANGES} are needed")  # fmt: skip
    one, two = _ranks(first[both]), _ranks(second[both])
    if one.std() == 0 or two.std() == 0:
        return cannot_say(n, METHOD, "one of both doesn't change")
    return _answer(one, two, n, np.random.default_rng(seed))


def _changes(values: ArrayLike) -> FloatArray:
    """Changes of the logarithm; NaN where a figure is missing or zero."""
    array = np.asarray(values, dtype=float)
    known = array[np.isfinite(array)]
    if (known < 0).any():
        raise IndicatorError("Detections and users: a figure is below zero.")
    logarithm = np.full(len(array), np.nan)
    positive = np.isfinite(array) & (array > 0)
    logarithm[positive] = np.log(array[positive])
    return np.diff(logarithm)


def _ranks(values: FloatArray) -> FloatArray:
    ranks: FloatArray = rankdata(values)
    centred: FloatArray = ranks - ranks.mean()
    return centred / (float(ranks.std()) or 1.0)


def _inflation(one: FloatArray, two: FloatArray) -> float:
    """How much memory in both widens their correlation (Bartlett 1946, JRSS Suppl. 8:27), >= 1."""
    lags = range(1, min(MOST_LAGS, len(one) // 4) + 1)
    memory = (float(one[lag:] @ one[:-lag]) * float(two[lag:] @ two[:-lag]) for lag in lags)
    return max(1.0, 1 + 2 * sum(memory) / len(one) ** 2)


def _answer(
    one: FloatArray, two: FloatArray, n: int, random: np.random.Generator
) -> IntegrityAnswer:
    correlation = float(np.mean(one * two))
    # Changes that remember the one before correlate by chance more often than shuffled ones.
    inflation = math.sqrt(_inflation(one, two))
    shuffled = random.permuted(np.tile(two, (PERMUTATIONS, 1)), axis=1) @ one / n
    below = int((shuffled <= correlation / inflation + 1e-12).sum())
    # Beyond all permutations: the normal law of a rank correlation (Hotelling and Pabst 1936).
    tail = float(norm.cdf(correlation / inflation * math.sqrt(n - 1)))
    p = (
        (below + 1) / (PERMUTATIONS + 1)
        if below
        else min(max(tail, LEAST_P), 1 / (PERMUTATIONS + 1))
    )
    # Fisher's transformation with the variance for ranks (Fieller, Hartley and Pearson 1957).
    error = inflation * math.sqrt(1.06 / (n - 3))
    middle = math.atanh(max(-0.999999, min(0.999999, correlation)))
    return IntegrityAnswer(
        n=n,
        method=METHOD,
        sentence=f"Over {n} changes, detections and registered users correlate by "
        f"{correlation:.2f} ({printed_p(p)} for moving against each other).",
        statistic=correlation,
        p=p,
        effect=correlation,
        effect_low=math.tanh(middle - Z95 * error),
        effect_high=math.tanh(middle + Z95 * error),
        effect_name="rank correlation of changes",
        minimum_detectable=-math.tanh(DETECTABLE_Z * error),
    )
