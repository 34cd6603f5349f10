"""Regression whose errors remember the period before: AR(1) by restricted likelihood.

Harville (1977) for the restricted likelihood. In simulations of interrupted series it holds its
level where ordinary and Newey–West errors do not (Turner et al. 2021).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.optimize import minimize_scalar

from sholu.policy.model import Check
from sholu.policy.panel import Matrix, Vector

STRONGEST = 0.98
"""Largest correlation of neighbouring errors that is tried."""

STRONG = 0.7
"""Correlation of neighbouring errors above which the interval is too narrow in simulations (7 % of
false effects instead of 5 % at 0.8, 48 periods)."""

STEP = 1e-3
"""Of numerical derivatives by the correlation."""


@dataclass(frozen=True, eq=False)
class Autoregression:
    """A fitted regression.

    Attributes:
        parameters: (K,).
        covariance: (K, K).
        correlation: of neighbouring errors.
        variance: of an error.
        columns, response: what was fitted.
    """

    parameters: Vector
    covariance: Matrix
    correlation: float
    variance: float
    columns: Matrix
    response: Vector

    def error_of(self, gradient: Vector) -> float:
        """Standard error of ``gradient @ parameters``."""
        return float(np.sqrt(gradient @ self.covariance @ gradient))

    def freedom_of(self, gradient: Vector) -> float:
        """Degrees of freedom of its Student interval (Satterthwaite 1946; Fai and Cornelius 1996).

        2 v² / var(v), where v, the squared error, varies with variance and correlation as far as
        the restricted likelihood lets them. No more than the effective number of observations,
        n (1 - r) / (1 + r), has to give after the parameters (Zwiers and von Storch 1995): the
        correlation is itself estimated, and mostly too low.
        """
        low = max(-STRONGEST, self.correlation - STEP)
        high = min(STRONGEST, self.correlation + STEP)
        middle = (low + high) / 2
        values = [_parts(self.columns, self.response, rho) for rho in (low, middle, high)]
        spread = [float(gradient @ inverse @ gradient) for _, inverse, _ in values]
        step = (high - low) / 2
        size = self.response.size - self.columns.shape[1]
        squared = self.variance * spread[1]
        by_variance = spread[1]
        by_correlation = self.variance * (spread[2] - spread[0]) / (2 * step)
        profile = [likelihood for _, _, likelihood in values]
        curvature = -(profile[0] - 2 * profile[1] + profile[2]) / step**2
        # At the optimum the two are nearly uncorrelated; the variance's own is 2 s⁴ / (n - k).
        of_squared = by_variance**2 * 2 * self.variance**2 / size
        if curvature > 0:
            of_squared += by_correlation**2 / curvature
        effective = self.response.size * (1 - self.correlation) / (1 + self.correlation)
        most = effective - self.columns.shape[1]
        satterthwaite = float(2 * squared**2 / of_squared)
        return float(max(1.0, min(most, satterthwaite)))


def fit_autoregression(columns: Matrix, response: Vector) -> Autoregression:
    """Choose the correlation by restricted likelihood, the parameters by least squares given it.

    Args:
        columns: (n, K) of full rank.
        response: (n,).
    """
    found = minimize_scalar(
        lambda rho: -_parts(columns, response, rho)[2],
        bounds=(-STRONGEST, STRONGEST),
        method="bounded",
        options={"xatol": 1e-5},
    )
    # Estimated correlations are too low by about (1 + 3 r) / n (Marriott and Pope 1954); restricted
    # likelihood mends a part of that, and an interval a little too wide does less harm.
    mended = found.x + (1 + 3 * found.x) / response.size
    correlation = float(np.clip(mended, -STRONGEST, STRONGEST))
    parameters, inverse, _ = _parts(columns, response, correlation)
    variance = _residual_variance(columns, response, correlation, parameters)
    return Autoregression(parameters, variance * inverse, correlation, variance, columns, response)


def _whiten(values: Matrix, correlation: float) -> Matrix:
    """Take the memory out (Prais and Winsten 1954)."""
    white = values.copy()
    white[1:] -= correlation * values[:-1]
    white[0] *= np.sqrt(1 - correlation**2)
    return white


def _parts(columns: Matrix, response: Vector, correlation: float) -> tuple[Vector, Matrix, float]:
    """Parameters, inverse of X'V⁻¹X (scaled), and the restricted log likelihood."""
    x = _whiten(columns, correlation)
    y = _whiten(response[:, None], correlation)[:, 0]
    gram = x.T @ x
    inverse = np.asarray(np.linalg.pinv(gram), dtype=np.float64)
    parameters = inverse @ (x.T @ y)
    residual = y - x @ parameters
    size = y.size - x.shape[1]
    # Whitened errors have variance s²(1 - r²); |V| of the errors is that to the n, over 1 - r².
    _, log_gram = np.linalg.slogdet(gram)
    likelihood = -0.5 * (
        size * np.log(residual @ residual / size) + log_gram - np.log(1 - correlation**2)
    )
    scale = 1 / (1 - correlation**2)
    scaled: Matrix = inverse / scale
    return parameters, scaled, float(likelihood)


def _residual_variance(
    columns: Matrix, response: Vector, correlation: float, parameters: Vector
) -> float:
    """Variance of an error, not of its innovation."""
    x = _whiten(columns, correlation)
    y = _whiten(response[:, None], correlation)[:, 0]
    residual = y - x @ parameters
    innovation = float(residual @ residual) / (y.size - x.shape[1])
    return float(innovation / (1 - correlation**2))


def memory_check(name: str, correlation: float) -> Check:
    """Is the memory of a series weak enough for the interval to hold its level?

    Args:
        name: of the check.
        correlation: of neighbouring errors.
    """
    strong = abs(correlation) >= STRONG
    return Check(
        name,
        "failed" if strong else "passed",
        f"Errors of neighbouring periods correlate by {correlation:.2f}; the interval allows for it"
        + (", but is too narrow with so strong a memory." if strong else "."),
    )
