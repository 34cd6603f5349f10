"""The grid on which masses are reported, and which of its values are round."""

from __future__ import annotations

import numpy as np

from sholu.indicators.integrity_answer import BoolArray, FloatArray, IntArray

RESOLUTIONS_G = (1000.0, 100.0, 10.0, 1.0, 0.1, 0.01, 0.001, 0.0001)
"""A scale shows decimal digits; coarsest first."""

ON_GRID = 0.98
"""Share of masses that must lie on a grid for it to be the one they are reported on: a few entries
with more digits come from an expert's balance."""

OFF_COARSER = 0.05
"""Share that must lie off the next coarser grid; below, the finer digits are the exception."""


def resolution_of(masses_g: FloatArray) -> float | None:
    """The finest step in which these masses are reported, in grams; None if there is none.

    A multiple of the coarser step occurs one time in ten on the finer one by chance.
    """
    positive = masses_g[masses_g > 0]
    if positive.size == 0:
        return None
    for step in RESOLUTIONS_G:
        if np.mean(is_multiple(positive, step)) >= ON_GRID:
            return step
    return None


def is_multiple(masses_g: FloatArray, step_g: float) -> BoolArray:
    """Whether each mass is a multiple of a step, up to what floating point leaves."""
    ratio = masses_g / step_g
    found: BoolArray = np.abs(ratio - np.round(ratio)) < 1e-6 * np.maximum(1, np.abs(ratio))
    return found


def grid_numbers(masses_g: FloatArray, step_g: float) -> IntArray:
    """Each mass as a whole number of steps; what lies between two steps goes up.

    Up, so that a mass just above a threshold does not fall back on it.
    """
    return np.ceil(masses_g / step_g - 1e-6).astype(np.int64)


def roundness(numbers: IntArray, largest: float) -> IntArray:
    """How round each grid number is: 0 not at all, then multiples of 5, 10, 50, 100 …

    Args:
        largest: steps above it don't count: 500 is no round number among millions.
    """
    kind = np.zeros(len(numbers), dtype=np.int64)
    for rank, step in enumerate(_round_steps(largest), start=1):
        kind[numbers % step == 0] = rank
    return kind


def _round_steps(largest: float) -> list[int]:
    steps = [factor * 10**power for power in range(12) for factor in (1, 5)]
    return [step for step in steps[1:] if step <= largest]
