"""How large a drift a test of pre-trends would have missed (Roth 2022)."""

from __future__ import annotations

import numpy as np
from scipy.optimize import brentq
from scipy.stats import chi2, ncx2

from sholu.policy.panel import Matrix, Vector


def detectable_slope(shape: Vector, covariance: Matrix, power: float) -> float:
    """Size of a drift that a joint Wald test at 5 % finds with the given power.

    Args:
        shape: (C,) what the estimates before treatment would be if the drift were one a period.
        covariance: (C, C) of those estimates.
        power: between 0.05 and 1.

    Returns:
        The drift, in units of the outcome a period; infinite if the test can't see it.
    """
    rank = int(np.linalg.matrix_rank(covariance))
    per_unit = float(shape @ np.linalg.pinv(covariance) @ shape)
    if rank == 0 or per_unit <= 0:
        return float("inf")
    critical = chi2.ppf(0.95, rank)
    needed = brentq(lambda shift: ncx2.sf(critical, rank, shift) - power, 1e-9, 1e4)
    return float(np.sqrt(needed / per_unit))
