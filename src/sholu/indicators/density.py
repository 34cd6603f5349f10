"""Does the density of masses jump at a legal threshold?"""

from __future__ import annotations

import numpy as np
from scipy.stats import norm

from sholu.indicators.bunching_cells import Stratum
from sholu.indicators.density_estimate import DensityJump, choose_bandwidth, estimate_jump
from sholu.indicators.integrity_answer import (
    DETECTABLE_Z,
    Z95,
    FloatArray,
    IntArray,
    IntegrityAnswer,
    cannot_say,
    printed_p,
    read_values,
)
from sholu.indicators.integrity_masses import grid_numbers

METHOD = "density test of Cattaneo, Jansson and Ma 2020 (local polynomials, order 2, inference 3)"

ORDER = 2
"""Local quadratic, inference by the cubic at the same bandwidth: the paper's robust bias
correction."""

LEAST_SIDE = 20
"""Values needed on each side, for four coefficients."""

COARSEST = 20
"""Steps of the grid below the threshold at the least."""

FACTOR = 10.0
"""Masses between threshold / FACTOR and threshold * FACTOR are looked at: a long tail would
stretch the bandwidth."""


def density_test(stratum: Stratum) -> IntegrityAnswer:
    """Test for a jump of the density of masses at a threshold.

    Round masses (a zero as last digit on the grid on which they are reported) are left out on both
    sides and the grid is closed up, so that heaps on round numbers, the threshold itself among
    them, are no jump. Ties are spread evenly over their step.

    Returns:
        Effect: density just above minus just below, over the mean of both; p one-sided (upwards).

    Raises:
        IndicatorError: a mass is below zero.
    """
    masses = read_values(stratum.masses_g, "Masses")
    threshold = stratum.threshold_g
    kept = masses[(masses >= threshold / FACTOR) & (masses <= threshold * FACTOR)]
    limit = round(threshold / stratum.step_g)
    if limit < COARSEST:
        return cannot_say(len(kept), METHOD, f"masses are reported in steps of {stratum.step_g:g} "
                          f"g, too coarse for a threshold of {threshold:g} g")  # fmt: skip
    values, cutoff = close_up(grid_numbers(kept, stratum.step_g), limit)
    return jump_test(values, cutoff)


def close_up(numbers: IntArray, limit: int) -> tuple[FloatArray, float]:
    """Grid numbers without the round ones, and the cutoff, on a grid without gaps.

    Ties are spread evenly over their step.

    Returns:
        Sorted values, and the cutoff between those below and those above the limit.
    """
    fine = np.sort(numbers[(numbers % 10 != 0) & (numbers != limit)])
    closed = fine - fine // 10
    is_round = limit % 10 == 0
    # A threshold that is no round number leaves a gap of its own.
    closed = closed - ((fine > limit) & (not is_round))
    cutoff = limit - limit // 10 - (0 if is_round else 1) + 0.5
    _, first, index, counts = np.unique(
        closed, return_index=True, return_inverse=True, return_counts=True
    )
    rank = np.arange(len(closed)) - first[index]
    return closed - 0.5 + (rank + 0.5) / counts[index], float(cutoff)


def jump_test(values: FloatArray, cutoff: float) -> IntegrityAnswer:
    """The test itself, on values of a continuous quantity.

    Args:
        values: sorted; none equals the cutoff.
    """
    n = len(values)
    below = int((values < cutoff).sum())
    if min(below, n - below) < LEAST_SIDE:
        return cannot_say(n, METHOD, f"{below} finely weighed masses lie below and {n - below} "
                          f"above the threshold; {LEAST_SIDE} are needed on each side")  # fmt: skip
    bandwidth = choose_bandwidth(values, cutoff, ORDER, LEAST_SIDE)
    jump = estimate_jump(values, cutoff, bandwidth, ORDER + 1)
    if jump.error <= 0 or jump.left + jump.right <= 0:
        return cannot_say(n, METHOD, "the density next to the threshold can't be estimated")
    return _answer(jump, n)


def _answer(jump: DensityJump, n: int) -> IntegrityAnswer:
    z = (jump.right - jump.left) / jump.error
    p = float(norm.sf(z))
    even = (jump.left + jump.right) / 2
    size, error = (jump.right - jump.left) / even, jump.error / even
    return IntegrityAnswer(
        n=jump.n_left + jump.n_right,
        method=METHOD,
        sentence=f"At the threshold the density of masses jumps by {size:.0%} of its mean "
        f"({printed_p(p)}; {jump.n_left} masses below and {jump.n_right} above are used of {n}, "
        "round ones left out).",
        statistic=z,
        p=p,
        effect=size,
        effect_low=size - Z95 * error,
        effect_high=size + Z95 * error,
        effect_name="jump of the density, as a share of the mean of both sides",
        minimum_detectable=DETECTABLE_Z * error,
    )
