"""Regression discontinuity: does the outcome jump where a rule begins?

In time, at an age, or at a legal threshold. The lines on both sides say what would have been
expected at the border. Lee and Lemieux (2010); Calonico, Cattaneo and Titiunik (2014); in time
Hausman and Rapson (2018).
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from scipy.stats import t as student

from sholu.policy.autoregression import STRONG, fit_autoregression
from sholu.policy.bandwidth import mean_square_bandwidth
from sholu.policy.model import Check, Effect, PathPoint, PolicyError, Variant, detectable_effect
from sholu.policy.panel import Matrix, Vector

LEAST_EACH_SIDE = 5
"""Observations on a side below which a line and its error can't be told."""

LEAST_IN_TIME = 8
"""The same in a series, whose memory has to be told as well; as `its` asks before its start."""

Jump = Callable[[Matrix, Vector], tuple[float, float, float]]
"""A regression: columns and outcome to the jump (second column), its error and its freedom."""


def discontinuity(
    running: Vector,
    outcome: Vector,
    border: float,
    periods: tuple[str, ...],
    *,
    in_time: bool = False,
) -> Effect:
    """The jump at the border: a line with one slope over all data, other forms as variants.

    Args:
        running: (n,) the variable that decides, e.g. age or time.
        outcome: (n,).
        border: treated are those at or above it.
        periods: (n,) names of the values of the running variable.
        in_time: the values are neighbouring periods of one series in order; its errors remember
            the period before, and the interval allows for that.

    Raises:
        PolicyError: if a side has too few observations or outcomes are missing.
    """
    if np.isnan(outcome).any():
        raise PolicyError("Some outcomes are missing; fill them or leave their rows out.")
    distance = running - border
    above = (distance >= 0).astype(float)
    sides = int(above.sum()), int((1 - above).sum())
    least = LEAST_IN_TIME if in_time else LEAST_EACH_SIDE
    if min(sides) < least:
        raise PolicyError(
            f"There are {sides[1]} observations below the border and {sides[0]} from it on; each "
            f"side needs {least}."
        )
    forms = _forms(distance, above)
    jump = _jump_in_time if in_time else _jump
    fits = {name: jump(columns, outcome) for name, columns in forms.items()}
    estimate, se, freedom = fits["linear"]
    critical = float(student.ppf(0.975, freedom))
    reach = critical * se
    # Near the border of a series too few periods are left to tell its memory.
    local = () if in_time else _local_variants(distance, outcome)
    variants = tuple(_variant(name, *fit) for name, fit in fits.items() if name != "linear") + local
    return Effect(
        design="rd",
        estimand=f"jump of the outcome at {border:g}, beside one line over all data",
        estimate=estimate,
        se=se,
        low=estimate - reach,
        high=estimate + reach,
        detectable=detectable_effect(se, critical),
        fit={"below": float(sides[1]), "above": float(sides[0])},
        checks=(
            _form_check(estimate, variants),
            _pretended_borders(distance, outcome, jump),
            _memory_in_time(forms["linear"], outcome) if in_time else _memory(distance, outcome),
        ),
        variants=variants,
        path=_path(forms["linear"], outcome, above, periods),
    )


def _forms(distance: Vector, above: Vector) -> dict[str, Matrix]:
    """Design matrices, the jump in the second column (Angrist and Pischke 2015, table 4.1)."""
    one = np.ones_like(distance)
    cross = above * distance
    return {
        "linear": np.column_stack([one, above, distance]),
        "linear, own slopes": np.column_stack([one, above, distance, cross]),
        "quadratic": np.column_stack([one, above, distance, distance**2]),
        "quadratic, own slopes": np.column_stack(
            [one, above, distance, cross, distance**2, above * distance**2]
        ),
    }


def _jump(
    columns: Matrix, outcome: Vector, weights: Vector | None = None
) -> tuple[float, float, float]:
    """Weighted least squares: the jump, its heteroskedasticity-robust error (HC1), freedom."""
    weights = np.ones_like(outcome) if weights is None else weights
    kept = weights > 0
    x, y, w = columns[kept], outcome[kept], weights[kept]
    inverse = np.linalg.pinv(x.T @ (x * w[:, None]))
    slopes = inverse @ (x.T @ (w * y))
    scores = x * (w * (y - x @ slopes))[:, None]
    freedom = y.size - x.shape[1]
    if freedom < 1:
        raise PolicyError("There are fewer observations than a line on each side needs.")
    covariance = inverse @ (scores.T @ scores) @ inverse * y.size / freedom
    return float(slopes[1]), float(np.sqrt(covariance[1, 1])), freedom


def _jump_in_time(columns: Matrix, outcome: Vector) -> tuple[float, float, float]:
    """The jump where errors remember the period before (`sholu.policy.autoregression`)."""
    fitted = fit_autoregression(columns, outcome)
    gradient = np.zeros(columns.shape[1])
    gradient[1] = 1.0
    return float(fitted.parameters[1]), fitted.error_of(gradient), fitted.freedom_of(gradient)


def _local_variants(distance: Vector, outcome: Vector) -> tuple[Variant, ...]:
    """Local lines near the border, and the same with the bias taken out.

    With the pilot bandwidth equal to the main one, the robust bias-corrected estimate is the local
    quadratic one (Calonico, Cattaneo and Titiunik 2014, remark 7).
    """
    width = mean_square_bandwidth(distance, outcome)
    if width is None:
        return ()
    weights = np.maximum(0.0, 1.0 - np.abs(distance) / width)
    above = (distance >= 0).astype(float)
    if min((weights[above == side] > 0).sum() for side in (0, 1)) < LEAST_EACH_SIDE:
        return ()
    forms = _forms(distance, above)
    local = _jump(forms["linear, own slopes"], outcome, weights)
    robust = _jump(forms["quadratic, own slopes"], outcome, weights)
    return (
        _variant(f"local line within {width:.3g}", *local),
        _variant(f"local line within {width:.3g}, robust bias-corrected", *robust),
    )


def _variant(name: str, estimate: float, se: float, freedom: float) -> Variant:
    """A form with its Student interval."""
    reach = float(student.ppf(0.975, freedom)) * se
    return Variant(name, estimate, se, estimate - reach, estimate + reach)


def _form_check(estimate: float, variants: tuple[Variant, ...]) -> Check:
    """Does the form of the curve matter?"""
    same_sign = all(variant.estimate * estimate > 0 for variant in variants)
    spread = [variant.estimate for variant in variants]
    return Check(
        "form",
        "passed" if same_sign else "failed",
        f"Other forms of the curve give {min(spread):.4g} to {max(spread):.4g}.",
    )


def _memory_in_time(columns: Matrix, outcome: Vector) -> Check:
    """Is the memory of the series weak enough for the interval to hold its level?"""
    correlation = fit_autoregression(columns, outcome).correlation
    strong = abs(correlation) >= STRONG
    return Check(
        "memory",
        "failed" if strong else "passed",
        f"Errors of neighbouring periods correlate by {correlation:.2f}; the interval allows for it"
        + (", but is too narrow with so strong a memory." if strong else "."),
    )


def _memory(distance: Vector, outcome: Vector) -> Check:
    """Do neighbours on the line err together? The robust error then promises too much.

    A correlation above 2 / √n is unusual for errors without memory (Box and Jenkins 1976).
    """
    order = np.argsort(distance)
    above = (distance >= 0).astype(float)
    columns = _forms(distance, above)["linear, own slopes"]
    left = (outcome - columns @ np.linalg.lstsq(columns, outcome, rcond=None)[0])[order]
    square = float(left @ left)
    correlation = float(left[1:] @ left[:-1]) / square if square > 0 else 0.0
    remembers = correlation > 2 / left.size**0.5
    return Check(
        "memory",
        "failed" if remembers else "passed",
        f"What neighbours leave unexplained correlates by {correlation:.2f}"
        + (": the interval is too narrow." if remembers else "."),
    )


def _pretended_borders(distance: Vector, outcome: Vector, jump: Jump) -> Check:
    """Jumps at the medians of both sides, where nothing begins."""
    found = []
    for side in (distance < 0, distance >= 0):
        moved = distance[side] - np.median(distance[side])
        above = (moved >= 0).astype(float)
        if min(above.sum(), (1 - above).sum()) >= LEAST_EACH_SIDE:
            apart, se, freedom = jump(_forms(moved, above)["linear"], outcome[side])
            found.append(2 * float(student.sf(abs(apart) / se, freedom)) if se > 0 else 1.0)
    if not found:
        return Check(
            "pretended_borders", "information", "Too few observations to pretend other borders."
        )
    least = min(1.0, min(found) * len(found))
    return Check(
        "pretended_borders",
        "passed" if least >= 0.05 else "failed",
        f"At {len(found)} borders where no rule begins the least p of a jump is {least:.3g} "
        "(Bonferroni).",
    )


def _path(
    columns: Matrix, outcome: Vector, above: Vector, periods: tuple[str, ...]
) -> tuple[PathPoint, ...]:
    """Observed values, and the line without its jump."""
    slopes = np.linalg.lstsq(columns, outcome, rcond=None)[0]
    without = columns @ slopes - above * slopes[1]
    return tuple(
        PathPoint(period, float(value), float(expected))
        for period, value, expected in zip(periods, outcome, without, strict=True)
    )
