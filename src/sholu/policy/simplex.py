"""Least squares with weights that are not negative and add up to one."""

from __future__ import annotations

import numpy as np
from scipy.optimize import nnls

from sholu.policy.panel import Matrix, Vector


def simplex_weights(differences: Matrix) -> Vector:
    """Weights w >= 0 with sum 1 that make ``|differences @ w|`` smallest.

    With differences[k, j] = donor j minus treated in row k this is the weighted mean of donors
    nearest to the treated. For u = s·w the non-negative problem |Du|² + (1'u - 1)² is smallest at
    the same w for every s, so one run of the active set method of Lawson and Hanson (1974, chapter
    23, least distance programming) gives the exact answer.

    Args:
        differences: (rows, donors).

    Returns:
        (donors,) weights.
    """
    scale = float(np.sqrt(np.mean(differences**2))) or 1.0
    system = np.vstack([differences / scale, np.ones(differences.shape[1])])
    target = np.zeros(system.shape[0])
    target[-1] = 1.0
    solution, _ = nnls(system, target, maxiter=30 * system.shape[1])
    weights: Vector = solution / solution.sum()
    return weights
