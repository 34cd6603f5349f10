"""Shares and medians with their intervals; what is too few for one is said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from scipy.stats import binom
from statsmodels.stats.proportion import proportion_confint

COVERAGE = 0.95

FEW = 10
"""Persons below which a share or a median is marked as of few: one person more or less moves a
share by ten percentage points."""


@dataclass(frozen=True)
class Share:
    """A share of persons with its interval; ``share`` is None where there is nobody to share."""

    number: int
    of: int
    share: float | None
    low: float | None
    high: float | None

    @property
    def is_of_few(self) -> bool:
        return self.of < FEW


@dataclass(frozen=True)
class Middle:
    """A median with its interval, both in the unit of the values; None where there are too few."""

    number: int
    median: float | None
    low: float | None
    high: float | None

    @property
    def is_of_few(self) -> bool:
        return self.number < FEW


def share_of(number: int, of: int) -> Share:
    """A share with its Wilson interval, which holds for few persons and for shares near 0 and 1.

    Source: Wilson (1927), J. Am. Stat. Assoc. 22, 209-212; Brown, Cai and DasGupta (2001),
    Statistical Science 16, 101-133, who recommend it for 40 and fewer.
    """
    if of == 0:
        return Share(number, of, None, None, None)
    low, high = proportion_confint(number, of, alpha=1 - COVERAGE, method="wilson")
    return Share(number, of, number / of, float(low), float(high))


def middle_of(values: Sequence[float]) -> Middle:
    """A median with the interval between two of the values that covers it for sure.

    The k-th smallest and k-th largest value enclose the median of the population with at least the
    wanted probability, whatever its distribution; with fewer than six values no pair does.

    Source: David and Nagaraja (2003), Order Statistics, section 7.1.
    """
    ordered, number = sorted(values), len(values)
    if not number:
        return Middle(0, None, None, None)
    # The largest k with P(Bin(n, 1/2) < k) <= 2.5 %.
    below = int(binom.ppf((1 - COVERAGE) / 2, number, 0.5))
    k = below if binom.cdf(below - 1, number, 0.5) <= (1 - COVERAGE) / 2 else below - 1
    if k < 1:
        return Middle(number, median(ordered), None, None)
    return Middle(number, median(ordered), ordered[k - 1], ordered[-k])
