"""How near to the border a local line should look (Imbens and Kalyanaraman 2012)."""

from __future__ import annotations

import numpy as np

from sholu.policy.panel import Vector

TRIANGULAR = 3.4375
"""Constant of the triangular kernel (their equation 4.12)."""


def mean_square_bandwidth(distance: Vector, outcome: Vector) -> float | None:
    """Bandwidth with the smallest expected squared error of the jump.

    Args:
        distance: (n,) from the border, at or above zero for the treated.
        outcome: (n,).

    Returns:
        The bandwidth in units of distance; None if a side is too small for its pilot curves.
    """
    size = outcome.size
    pilot = 1.84 * float(distance.std(ddof=1)) * size ** (-0.2)
    below, above = distance < 0, distance >= 0
    near = [side & (np.abs(distance) <= pilot) for side in (below, above)]
    if min(side.sum() for side in near) < 3:
        return None
    density = sum(side.sum() for side in near) / (2 * size * pilot)
    variance = [float(outcome[side].var(ddof=1)) for side in near]
    third = _third_derivative(distance, outcome)
    curvature, ridge = [], 0.0
    for side, spread in zip((below, above), variance, strict=True):
        width = 3.56 * (spread / (density * max(third**2, 1e-12)) * (1 / max(side.sum(), 1))) ** (
            1 / 7
        )
        inside = side & (np.abs(distance) <= width)
        if inside.sum() < 4:
            return None
        second = 2 * np.polyfit(distance[inside], outcome[inside], 2)[0]
        curvature.append(second)
        ridge += 2160 * spread / (inside.sum() * width**4)
    bias = (curvature[1] - curvature[0]) ** 2 + ridge
    if bias <= 0 or sum(variance) <= 0:
        return None
    return float(TRIANGULAR * (sum(variance) / (density * bias)) ** 0.2 * size ** (-0.2))


def _third_derivative(distance: Vector, outcome: Vector) -> float:
    """From a cubic over all data with a jump (their step 2)."""
    columns = np.column_stack(
        [np.ones_like(distance), distance >= 0, distance, distance**2, distance**3]
    ).astype(float)
    return float(6 * np.linalg.lstsq(columns, outcome, rcond=None)[0][4])
