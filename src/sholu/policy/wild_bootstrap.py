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
    # Under no effect the residuals are the demeaned outcome itself.
    found = np.abs(_t_statistics(_demean(panel.outcome), regressor, _signs(len(panel.units), seed)))
    return float((found >= found[0] * (1 - 1e-12)).mean())


def _signs(units: int, seed: int) -> Matrix:
    """(draws, units) of +1 and -1 (Rademacher), the real ones first."""
    if units <= ALL_SIGNS:
        return np.array(list(product((1.0, -1.0), repeat=units)))  # all +1 comes first
    drawn = np.random.default_rng(seed).choice((1.0, -1.0), (DRAWS, units))
    return np.vstack([np.ones(units), drawn])


def _demean(values: Matrix) -> Matrix:
    """Take out means of units and periods."""
    left: Matrix = values - values.mean(axis=0) - values.mean(axis=1, keepdims=True) + values.mean()
    return left


def _t_statistics(outcome: Matrix, regressor: Matrix, signs: Matrix) -> Vector:
    """(draws,) slope over its error clustered by unit, each unit's residuals times its sign.

    Args:
        outcome: (N, T) demeaned.
        regressor: (N, T) demeaned.
        signs: (draws, N).
    """
    products = (regressor * outcome).sum(axis=1)
    squares = (regressor**2).sum(axis=1)
    slopes = signs @ products / squares.sum()
    # Signs leave the means of units at nil, but not those of periods.
    period_means = signs @ outcome / outcome.shape[0]
    scores = signs * products - period_means @ regressor.T - slopes[:, None] * squares
    errors = np.sqrt((scores**2).sum(axis=1)) / squares.sum()
    statistics: Vector = slopes / np.maximum(errors, 1e-300)
    return statistics
