"""Local polynomial estimates of a density on both sides of a point, and of their error.

Cattaneo, Jansson and Ma (2020), Simple local polynomial density estimators, JASA 115:1449: fit a
polynomial to the empirical distribution function near the point; its slope is the density there. No
bins, and no correction at the boundary.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from sholu.indicators.integrity_answer import FloatArray


@dataclass(frozen=True)
class DensityJump:
    """Densities left and right of a point.

    Attributes:
        error: standard error of right minus left; ``n_left``, ``n_right``: values used.
    """

    left: float
    right: float
    error: float
    n_left: int
    n_right: int


def estimate_jump(values: FloatArray, cutoff: float, bandwidth: float, order: int) -> DensityJump:
    """Both densities at a cutoff, with the error of their difference.

    The error is that of the influence of each value on the slopes (the sample analogue of theorem 1
    of the paper): value j raises the distribution function from itself upwards.

    Args:
        values: sorted; the cutoff lies between two of them.
        order: of the polynomial.
    """
    left, left_influence, n_left = _side(values, cutoff, bandwidth, order, -1)
    right, right_influence, n_right = _side(values, cutoff, bandwidth, order, 1)
    n = len(values)
    error = math.sqrt(float(np.sum((right_influence - left_influence) ** 2))) / n
    return DensityJump(left, right, error, n_left, n_right)


def _side(
    values: FloatArray, cutoff: float, bandwidth: float, order: int, sign: int
) -> tuple[float, FloatArray, int]:
    """The slope on one side, the influence of each value on it, and how many values it rests on."""
    n = len(values)
    scaled = (values - cutoff) / bandwidth
    near = (np.abs(scaled) <= 1) & (scaled * sign >= 0)
    weights = 1 - np.abs(scaled[near])  # triangular kernel
    powers = np.vander(scaled[near], order + 1, increasing=True)
    distribution = (np.flatnonzero(near) + 1) / n
    slope_row = np.linalg.pinv(powers.T @ (powers * weights[:, None]))[1] / bandwidth
    pull = (powers * weights[:, None]) @ slope_row
    # Sum over i of pull_i * (1[x_j <= x_i] - F(x_i)), for every j at once.
    from_here = np.concatenate([np.cumsum(pull[::-1])[::-1], [0.0]])
    position = np.searchsorted(values[near], values, side="left")
    influence: FloatArray = from_here[position] - float(pull @ distribution)
    return float(pull @ distribution), influence, int(near.sum())


def choose_bandwidth(values: FloatArray, cutoff: float, order: int, least: int) -> float:
    """The bandwidth with the smallest mean squared error of the difference of both densities.

    At a boundary the bias goes with bandwidth^order and the variance with 1/(n bandwidth)
    (theorem 1 of the paper), so that the optimum goes with n^(-1/(2 order + 1)). The constants come
    from a pilot fit of two orders more, as wide as a normal density of the same spread asks for.

    Args:
        least: values that must lie on each side; the bandwidth grows until they do.
    """
    n = len(values)
    spread = min(
        float(np.std(values)), float(np.subtract(*np.percentile(values, [75, 25]))) / 1.349
    )
    floor = max(_distance_to(cutoff - values[values < cutoff], least),
                _distance_to(values[values > cutoff] - cutoff, least))  # fmt: skip
    # Silverman's rule with the rate of the pilot's order; 2 for the boundary.
    pilot = max(2 * 1.06 * spread * float(n) ** (-1 / (2 * (order + 2) + 1)), floor)
    variance = estimate_jump(values, cutoff, pilot, order).error ** 2 * pilot
    bias = _bias_constant(values, cutoff, pilot, order)
    if bias == 0:
        return float(pilot)
    optimal = (variance / (2 * order * bias**2)) ** (1 / (2 * order + 1))
    return float(min(max(optimal, floor), 2 * pilot))


def _bias_constant(values: FloatArray, cutoff: float, pilot: float, order: int) -> float:
    """Bias of the difference over bandwidth^order: the next power's coefficient, on both sides."""
    constants = []
    for sign in (-1, 1):
        scaled = (values - cutoff) / pilot
        near = (np.abs(scaled) <= 1) & (scaled * sign >= 0)
        weights = 1 - np.abs(scaled[near])
        distribution = (np.flatnonzero(near) + 1) / len(values)
        higher = np.vander(scaled[near], order + 3, increasing=True)
        root = np.sqrt(weights)[:, None]
        curve = np.linalg.lstsq(higher * root, distribution * root[:, 0], rcond=None)[0]
        lower = higher[:, : order + 1]
        missed = scaled[near] ** (order + 1)
        leak = np.linalg.lstsq(lower * root, missed * root[:, 0], rcond=None)[0]
        constants.append(curve[order + 1] * leak[1] / pilot ** (order + 1))
    return float(constants[1] - constants[0])


def _distance_to(distances: FloatArray, count: int) -> float:
    """How far the ``count``-th nearest value is."""
    return float(np.partition(distances, count - 1)[count - 1]) * (1 + 1e-9)
