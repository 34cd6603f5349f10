"""What the estimate would have been had other units been the treated ones."""

from __future__ import annotations

from itertools import combinations
from math import comb

import numpy as np

from sholu.policy.panel import Matrix, Panel, Vector

DRAWS = 1999
"""Random assignments where not all can be tried."""


def exact_p(panel: Panel, seed: int = 0) -> tuple[float, int, int]:
    """Share of assignments with an estimate at least as far from zero (Fisher 1935).

    All assignments are tried if there are no more than `DRAWS`; otherwise that many random ones,
    each keeping the starts and moving them to other units.

    Returns:
        The share, the rank of the real one (1 the most extreme), and the number of assignments.
    """
    real = abs(_estimate(panel.outcome, panel.times, panel.first_treated))
    found = np.array(
        [abs(_estimate(panel.outcome, panel.times, other)) for other in _assignments(panel, seed)]
    )
    as_extreme = int((found >= real * (1 - 1e-12)).sum())
    return as_extreme / found.size, as_extreme, found.size


def _assignments(panel: Panel, seed: int) -> list[Vector]:
    """Other ways to hand the starts out, the real one among them."""
    units, treated = len(panel.units), len(panel.treated)
    starts = panel.first_treated[panel.treated]
    if np.unique(starts).size == 1 and comb(units, treated) <= DRAWS:
        every = []
        for chosen in combinations(range(units), treated):
            first = np.full(units, np.inf)
            first[list(chosen)] = starts[0]
            every.append(first)
        return every
    random = np.random.default_rng(seed)
    drawn = [random.permutation(panel.first_treated) for _ in range(DRAWS)]
    return [panel.first_treated, *drawn]


def _estimate(outcome: Matrix, times: Vector, first_treated: Vector) -> float:
    """Fixed effects of units and periods in a balanced panel, by demeaning twice."""
    now = (times[None, :] >= first_treated[:, None]).astype(float)
    now = now - now.mean(axis=0) - now.mean(axis=1, keepdims=True) + now.mean()
    return float((now * outcome).sum() / (now * now).sum())
