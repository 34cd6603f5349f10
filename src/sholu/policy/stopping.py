"""When a pilot may stop early: group-sequential bounds.

O'Brien and Fleming (1979) in the spending form of Lan and DeMets (1983): on each side, whose error
is α/2, the share 2 - 2Φ(z / √t) with z the point of α/4 is spent by a share t of the information.
Early looks then need overwhelming results.
"""

from __future__ import annotations

import numpy as np
from scipy.optimize import brentq
from scipy.stats import norm

from sholu.policy.panel import Vector

GRID_STEP = 0.01
"""Of the numerical integral over the statistic (Armitage, McPherson and Rowe 1969)."""


def spent_error(share: float, level: float = 0.05) -> float:
    """Error of one side that may be spent until a share of the information is in."""
    return float(2 - 2 * norm.cdf(norm.ppf(1 - level / 4) / share**0.5))


def stopping_bounds(looks: int, level: float = 0.05) -> tuple[float, ...]:
    """Bounds for the absolute z statistic at equally spaced looks, the last being the end.

    Args:
        looks: one or more.
        level: two-sided error of the whole pilot.

    Example:
        >>> [round(bound, 2) for bound in stopping_bounds(2)]
        [2.96, 1.97]
    """
    shares = [(look + 1) / looks for look in range(looks)]
    bounds: list[float] = []
    grid, density = np.zeros(1), np.ones(1)
    spent, information = 0.0, 0.0
    for share in shares:
        step = (share - information) ** 0.5
        target = spent_error(share, level) - spent
        score = _bound_of(grid, density, step, target)
        bounds.append(score / share**0.5)
        grid, density = _carry_on(grid, density, step, score)
        spent, information = spent_error(share, level), share
    return tuple(bounds)


def _bound_of(grid: Vector, density: Vector, step: float, target: float) -> float:
    """The score above which a path that has not stopped yet lies with the target probability."""

    def above(score: float) -> float:
        return float(density @ norm.sf((score - grid) / step)) - target

    return float(brentq(above, 0.0, 12.0, xtol=1e-8))


def _carry_on(grid: Vector, density: Vector, step: float, score: float) -> tuple[Vector, Vector]:
    """Probabilities of the score at the next look for paths that stay within the bounds."""
    inside = np.linspace(-score, score, 2 * int(np.ceil(score / GRID_STEP)) + 1)
    width = inside[1] - inside[0]
    weights = np.full(inside.size, width)
    weights[[0, -1]] /= 2
    moved = norm.pdf((inside[:, None] - grid[None, :]) / step) / step
    return inside, (moved @ density) * weights
