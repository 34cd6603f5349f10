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
    gains = _gains(panel)
    found = np.abs(_assigned(panel, seed, gains))
    as_extreme = int((found >= found[0] * (1 - 1e-12)).sum())
    return as_extreme / found.size, as_extreme, found.size


def _gains(panel: Panel) -> Matrix:
    """(N, S + 1) what each unit would add to the estimate under each start; nothing under none.

    The estimate is the sum of the demeaned outcome over all treated cells, up to a constant that
    does not change when starts are handed to other units.
    """
    outcome = panel.outcome
    left = outcome - outcome.mean(axis=0) - outcome.mean(axis=1, keepdims=True) + outcome.mean()
    starts = np.unique(panel.first_treated[panel.treated])
    tails = [left[:, panel.times >= start].sum(axis=1) for start in starts]
    gains: Matrix = np.column_stack([*tails, np.zeros(len(panel.units))])
    return gains


def _assigned(panel: Panel, seed: int, gains: Matrix) -> Vector:
    """Estimates (up to a constant) of the assignments, the real one first."""
    units, treated = len(panel.units), len(panel.treated)
    starts = np.unique(panel.first_treated[panel.treated])
    real = np.where(
        np.isfinite(panel.first_treated), np.searchsorted(starts, panel.first_treated), starts.size
    )
    everyone = np.arange(units)
    own = gains[everyone, real].sum()
    if starts.size == 1 and comb(units, treated) <= DRAWS:
        chosen = np.array(list(combinations(range(units), treated)))
        others = gains[chosen, 0].sum(axis=1)
        # The real one is among them: put it in front.
        same = (chosen == np.sort(panel.treated)).all(axis=1)
        return np.concatenate([[own], others[~same]])
    random = np.random.default_rng(seed)
    drawn = [gains[everyone, random.permutation(real)].sum() for _ in range(DRAWS)]
    return np.array([own, *drawn])
