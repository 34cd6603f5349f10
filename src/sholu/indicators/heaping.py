"""Do masses or counts heap on round numbers?"""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import ArrayLike
from scipy.optimize import brentq
from scipy.stats import binom, norm

from sholu.indicators.integrity_answer import (
    LEVEL,
    POWER,
    IntegrityAnswer,
    cannot_say,
    printed_p,
    read_counts,
    read_values,
    share_interval,
)
from sholu.indicators.integrity_masses import grid_numbers, resolution_of

METHOD = "last digits 0 and 5, Whipple's index (Spoorenberg 2007), exact binomial test"

LEAST_STEPS = 100
"""Masses of fewer steps are left out: over the few digits below, a density can slope."""

LEAST_MASSES = 50
LEAST_COUNTS = 24
LEAST_SPREAD = 4.0
"""Standard deviation of counts below which their last digits follow from their size: with 4 a
normal distribution gives every fifth number a share within .01 of a fifth."""


def heaping_of_masses(masses_g: ArrayLike, step_g: float | None = None) -> IntegrityAnswer:
    """Test whether more than a fifth of masses end in 0 or 5 on the grid they are reported on.

    Args:
        masses_g: as registered, grams. step_g: in which a scale of this register shows them; found
            from the masses if it is not given.

    Returns:
        Effect: Whipple's index, 100 for none and 500 if all end in 0 or 5; p one-sided, exact.

    Raises:
        IndicatorError: a mass is below zero or no number.
    """
    masses = read_values(masses_g, "Masses")
    step = step_g or resolution_of(masses)
    if step is None:
        return cannot_say(len(masses), METHOD, "the masses lie on no common grid")
    numbers = grid_numbers(masses, step)
    numbers = numbers[numbers >= LEAST_STEPS]
    if len(numbers) < LEAST_MASSES:
        return cannot_say(len(numbers), METHOD, f"{len(numbers)} masses have {LEAST_STEPS} steps "
                          f"of {step:g} g or more; {LEAST_MASSES} are needed")  # fmt: skip
    return _answer(
        int((numbers % 5 == 0).sum()), len(numbers), 0.2, f"masses in steps of {step:g} g"
    )


def heaping_of_counts(counts: ArrayLike) -> IntegrityAnswer:
    """Test whether too many counts (of months, of units) end in 0 or 5.

    What is expected is not a fifth but what counts of this mean and scatter give; where they
    scatter little, nothing can be said.

    Raises:
        IndicatorError: a count is below zero or not whole.
    """
    whole = read_counts(counts, "Counts")
    if len(whole) < LEAST_COUNTS:
        return cannot_say(len(whole), METHOD, f"there are {len(whole)} counts; {LEAST_COUNTS} are "
                          "needed")  # fmt: skip
    mean, spread = float(whole.mean()), float(whole.std(ddof=1))
    if spread < LEAST_SPREAD or mean < 10:
        return cannot_say(len(whole), METHOD, "the counts are too small or too alike for their "
                          "last digits to vary freely")  # fmt: skip
    values = np.arange(max(0, math.floor(mean - 6 * spread)), math.ceil(mean + 6 * spread))
    weights = norm.pdf(values, mean, spread)
    expected = float(weights[values % 5 == 0].sum() / weights.sum())
    return _answer(int((whole % 5 == 0).sum()), len(whole), expected, "counts")


def _answer(round_ones: int, n: int, expected: float, what: str) -> IntegrityAnswer:
    p = float(binom.sf(round_ones - 1, n, expected))
    low, high = share_interval(round_ones, n)
    share = round_ones / n
    return IntegrityAnswer(
        n=n,
        method=METHOD,
        sentence=f"{share:.0%} of {n} {what} end in 0 or 5, {expected:.0%} are expected "
        f"({printed_p(p)}).",
        statistic=float(round_ones),
        p=p,
        effect=100 * share / expected,
        effect_low=100 * low / expected,
        effect_high=100 * high / expected,
        effect_name="Whipple's index (100: no heaping)",
        minimum_detectable=100 * _detectable_share(n, expected) / expected,
    )


def _detectable_share(n: int, expected: float) -> float:
    """The share of round ones that stands out with probability `POWER`, exact."""
    critical = float(binom.isf(LEVEL, n, expected))
    return float(brentq(lambda share: binom.sf(critical, n, share) - POWER, expected, 1.0))
