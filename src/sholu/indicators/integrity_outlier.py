"""Is one region unlike the others, given what chance and ordinary differences do?"""

from __future__ import annotations

import math

import numpy as np
from scipy.stats import norm
from scipy.stats import t as student

from sholu.indicators.integrity_answer import LEVEL, POWER, FloatArray

LEAST_OTHERS = 5
"""Regions to compare with; fewer say little about how much regions differ."""


def against_others(
    values: FloatArray, errors: FloatArray, index: int
) -> tuple[float, float, float, float]:
    """Compare one region with what the others predict for a further one.

    The others' mean and true scatter are those of a random-effects model (DerSimonian and Laird
    1986, Controlled Clinical Trials 7:177); the prediction has their number less two degrees of
    freedom (Higgins, Thompson and Spiegelhalter 2009, JRSS A 172:137, equation 12).

    Args:
        values, errors: of all regions, with standard errors; index: the one asked about.

    Returns:
        The statistic, the two-sided p, the difference from the others, and the standard error of
        the prediction.
    """
    rest = np.arange(len(values)) != index
    others, variances = values[rest], errors[rest] ** 2
    weights = 1 / np.maximum(variances, 1e-12)
    mean = float(weights @ others / weights.sum())
    excess = float(weights @ (others - mean) ** 2) - (len(others) - 1)
    scale = float(weights.sum() - (weights**2).sum() / weights.sum())
    between = max(0.0, excess / scale)
    weights = 1 / np.maximum(variances + between, 1e-12)
    mean = float(weights @ others / weights.sum())
    error = math.sqrt(float(errors[index] ** 2) + between + 1 / float(weights.sum()))
    difference = float(values[index]) - mean
    statistic = difference / error
    return statistic, float(2 * student.sf(abs(statistic), len(others) - 2)), difference, error


def detectable(error: float, others: int) -> float:
    """The difference that stands out in four of five cases; larger with few regions."""
    return error * float(student.isf(LEVEL / 2, others - 2) + norm.ppf(POWER))
