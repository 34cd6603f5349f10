"""Mending a synthetic control that doesn't fit, by ridge regression on the donors."""

from __future__ import annotations

import numpy as np

from sholu.policy.panel import Matrix, Vector

PENALTIES = 20
SMALLEST = 1e-8
"""Penalties tried, from the largest singular value squared down to this share of it."""


def augmented_weights(treated: Vector, donors: Matrix, weights: Vector) -> Vector:
    """Ben-Michael, Feller and Rothstein (2021, equations 9 to 11).

    Args:
        treated: (T,) outcome before the start.
        donors: (J, T) outcomes before the start.
        weights: (J,) of the synthetic control.

    Returns:
        (J,) weights that add up to one and may be negative.
    """
    centred = donors - donors.mean(axis=0)
    missed = treated - weights @ donors
    penalty = _choose_penalty(treated, donors, weights)
    gram = centred.T @ centred + penalty * np.eye(treated.size)
    corrected: Vector = weights + centred @ np.linalg.solve(gram, missed)
    return corrected


def _choose_penalty(treated: Vector, donors: Matrix, weights: Vector) -> float:
    """Leave each period out in turn; the largest penalty within one standard error of the best."""
    centred = donors - donors.mean(axis=0)
    largest = float(np.linalg.norm(centred, 2) ** 2) or 1.0
    penalties = largest * np.geomspace(1.0, SMALLEST, PENALTIES)
    errors = np.empty((PENALTIES, treated.size))
    missed = treated - weights @ donors
    for period in range(treated.size):
        kept = np.arange(treated.size) != period
        # One decomposition serves all penalties: the correction is U s / (s² + penalty) V' missed.
        left, singular, right = np.linalg.svd(centred[:, kept], full_matrices=False)
        shrunk = singular / (singular**2 + penalties[:, None])
        mended = (shrunk * (right @ missed[kept])) @ (left.T @ donors[:, period])
        errors[:, period] = (missed[period] - mended) ** 2
    means = errors.mean(axis=1)
    spread = errors.std(axis=1, ddof=1) / np.sqrt(treated.size)
    best = int(means.argmin())
    return float(penalties[np.flatnonzero(means <= means[best] + spread[best])[0]])
