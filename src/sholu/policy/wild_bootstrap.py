"""A test for few clusters: signs of whole units drawn at random under no effect."""

from __future__ import annotations

from itertools import product

import numpy as np

from sholu.policy.panel import Matrix, Panel, Vector

DRAWS = 1999

ALL_SIGNS = 10
"""Up to so many units all combinations of signs are tried."""


def wild_bootstrap_p(panel: Panel, seed: int = 0) -> float:
    """Restricted wild cluster bootstrap of the t statistic (Cameron, Gelbach and Miller 2008).

    Returns:
        p of a two-sided test that the effect is nil.
    """
    now = (panel.times[None, :] >= panel.first_treated[:, None]).astype(float)
    regressor = _demean(now)
    outcome = _demean(panel.outcome)
    real = abs(_t_statistic(outcome, regressor))
    signs = _signs(len(panel.units), seed)
    # Under no effect the residuals are the demeaned outcome itself.
    found = np.array([abs(_t_statistic(_demean(outcome * s[:, None]), regressor)) for s in signs])
    return float((found >= real * (1 - 1e-12)).mean())


def _signs(units: int, seed: int) -> Matrix:
    """(draws, units) of +1 and -1 (Rademacher), the real ones first."""
    if units <= ALL_SIGNS:
        return np.array(list(product((1.0, -1.0), repeat=units)))
    drawn = np.random.default_rng(seed).choice((1.0, -1.0), (DRAWS, units))
    return np.vstack([np.ones(units), drawn])


def _demean(values: Matrix) -> Matrix:
    """Take out means of units and periods."""
    left: Matrix = values - values.mean(axis=0) - values.mean(axis=1, keepdims=True) + values.mean()
    return left


def _t_statistic(outcome: Matrix, regressor: Matrix) -> float:
    """Estimate over its error clustered by unit; infinite where the residuals vanish."""
    square = (regressor**2).sum()
    slope = (regressor * outcome).sum() / square
    scores: Vector = (regressor * (outcome - slope * regressor)).sum(axis=1)
    error = np.sqrt((scores**2).sum()) / square
    return float(slope / error) if error > 0 else float("inf")
