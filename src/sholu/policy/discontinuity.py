"""Regression discontinuity: does the outcome jump where a rule begins?

In time, at an age, or at a legal threshold. The lines on both sides say what would have been
expected at the border. Lee and Lemieux (2010); Calonico, Cattaneo and Titiunik (2014); in time
Hausman and Rapson (2018).
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from sholu.policy.autoregression import fit_autoregression, memory_check
from sholu.policy.bandwidth import mean_square_bandwidth
from sholu.policy.local_line import (
    Jump,
    corrected_jump,
    forms_of,
    jump_of,
    local_jump,
    near_sides,
    variant_of,
)
from sholu.policy.model import Check, Effect, PathPoint, PolicyError, Variant, detectable_effect
from sholu.policy.panel import Matrix, Vector

LEAST_EACH_SIDE = 5
"""Observations on a side below which a line and its error can't be told."""

LEAST_IN_TIME = 8
"""The same in a series, whose memory has to be told as well; as `its` asks before its start."""

Regression = Callable[[Matrix, Vector], Jump]
"""Columns and outcome to the jump, which is the second column."""


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
    # Dates have places for numbers, which a reader must not see.
    begins = periods[int(np.argmax(above))] if in_time else f"{border:g}"
    forms = forms_of(distance, above)
    jump = _jump_in_time if in_time else jump_of
    fits = {name: jump(columns, outcome) for name, columns in forms.items()}
    line = fits["linear"]
    # Near the border of a series too few periods are left to tell its memory.
    local = () if in_time else _local_variants(distance, outcome)
    variants = (
        tuple(variant_of(name, fit) for name, fit in fits.items() if name != "linear") + local
    )
    return Effect(
        design="rd",
        estimand=f"jump of the outcome at {begins}, beside one line over all data",
        estimate=line.value,
        se=line.se,
        low=line.value - line.reach,
        high=line.value + line.reach,
        detectable=detectable_effect(line.se, line.critical),
        fit={"below": float(sides[1]), "above": float(sides[0])},
        checks=(
            _form_check(line.value, variants),
            _pretended_borders(distance, outcome, jump),
            memory_check("memory", fit_autoregression(forms["linear"], outcome).correlation)
            if in_time
            else _memory(distance, outcome),
        ),
        variants=variants,
        path=_path(forms["linear"], outcome, above, periods),
    )


def _jump_in_time(columns: Matrix, outcome: Vector) -> Jump:
    """The jump where errors remember the period before (`sholu.policy.autoregression`)."""
    fitted = fit_autoregression(columns, outcome)
    gradient = np.zeros(columns.shape[1])
    gradient[1] = 1.0
    error, freedom = fitted.error_of(gradient), fitted.freedom_of(gradient)
    return Jump(float(fitted.parameters[1]), error, freedom)


def _local_variants(distance: Vector, outcome: Vector) -> tuple[Variant, ...]:
    """Local lines near the border, and the same with the bias taken out."""
    width = mean_square_bandwidth(distance, outcome)
    if width is None or min(near_sides(distance, width)) < LEAST_EACH_SIDE:
        return ()
    return (
        variant_of(f"local line within {width:.3g}", local_jump(distance, outcome, width)),
        variant_of(
            f"local line within {width:.3g}, robust bias-corrected",
            corrected_jump(distance, outcome, width),
        ),
    )


def _form_check(estimate: float, variants: tuple[Variant, ...]) -> Check:
    """Does the form of the curve matter?"""
    same_sign = all(variant.estimate * estimate > 0 for variant in variants)
    spread = [variant.estimate for variant in variants]
    return Check(
        "form",
        "passed" if same_sign else "failed",
        f"Other forms of the curve give {min(spread):.4g} to {max(spread):.4g}.",
    )


def _memory(distance: Vector, outcome: Vector) -> Check:
    """Do neighbours on the line err together? The robust error then promises too much.

    A correlation above 2 / √n is unusual for errors without memory (Box and Jenkins 1976).
    """
    order = np.argsort(distance)
    above = (distance >= 0).astype(float)
    columns = forms_of(distance, above)["linear, own slopes"]
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


def _pretended_borders(distance: Vector, outcome: Vector, jump: Regression) -> Check:
    """Jumps at the medians of both sides, where nothing begins."""
    found = []
    for side in (distance < 0, distance >= 0):
        moved = distance[side] - np.median(distance[side])
        above = (moved >= 0).astype(float)
        if min(above.sum(), (1 - above).sum()) >= LEAST_EACH_SIDE:
            found.append(jump(forms_of(moved, above)["linear"], outcome[side]).p)
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
