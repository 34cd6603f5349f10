"""Synthetic difference in differences (Arkhangelsky, Athey, Hirshberg, Imbens and Wager 2021)."""

from __future__ import annotations

import numpy as np

from sholu.policy.controls import Controls, controls_of, used
from sholu.policy.model import LEVEL, Check, Effect, PathPoint, detectable_effect
from sholu.policy.panel import Matrix, Panel, Vector
from sholu.policy.placebo import interval_factor, placebo_reach, rank_of
from sholu.policy.simplex import simplex_weights

PLACEBOS = 200
"""Draws of placebo units, as in the paper's own study."""

FEW_DONORS = 20
"""Below so many the error of the placebos promises too much (8 % of false effects with 11)."""

TIME_RIDGE = 1e-6
"""Ridge of the time weights in units of the noise; small, to make them unique (section 2)."""


def synthetic_did(panel: Panel, outcome: str, seed: int = 0) -> Effect:
    """Difference in differences with weighted units and weighted periods before.

    Raises:
        PolicyError: if starts differ, or donors or periods are too few.
    """
    controls = controls_of(panel, outcome, ())
    treated = len(panel.treated)
    units, times = _weights(controls, treated)
    estimate = _estimate(controls, units, times)
    placebos = _placebos(controls, treated, seed)
    se = float(np.sqrt(np.mean((placebos - placebos.mean()) ** 2)))
    # Draws of several donors overlap: what tells the spread is the number of donors.
    donors = len(controls.names)
    reach = (
        placebo_reach(se, placebos, donors) if donors < FEW_DONORS else interval_factor(donors) * se
    )
    rank = rank_of(abs(estimate), np.abs(placebos))
    intercept = float(times @ (controls.treated - units @ controls.donors)[: controls.start])
    path = units @ controls.donors + intercept
    return Effect(
        design="sdid",
        estimand="mean effect on the treated in all periods from "
        f"{panel.periods[controls.start]} on, beside weighted units and weighted periods before",
        estimate=estimate,
        se=se,
        low=estimate - reach,
        high=estimate + reach,
        detectable=detectable_effect(se, reach / se) if se > 0 else reach,
        p_placebo=rank / (placebos.size + 1),
        rank_placebo=rank,
        rank_of=placebos.size + 1,
        weights=used(units, controls.names),
        fit={
            "effective_donors": 1.0 / float(np.sum(units**2)),
            "effective_periods": 1.0 / float(np.sum(times**2)),
        },
        checks=_checks(controls, units, times, panel),
        path=tuple(
            PathPoint(period, float(observed), float(expected))
            for period, observed, expected in zip(
                panel.periods, controls.treated, path, strict=True
            )
        ),
    )


def _weights(controls: Controls, treated: int) -> tuple[Vector, Vector]:
    """Unit weights (J,) and time weights (periods before,), equations 4 to 6."""
    before, after = controls.donors[:, : controls.start], controls.donors[:, controls.start :]
    noise = float(np.diff(before, axis=1).std(ddof=1))
    zeta = (treated * after.shape[1]) ** 0.25 * noise
    units = _ridge_simplex((before - controls.treated[: controls.start]).T, zeta)
    times = _ridge_simplex(before - after.mean(axis=1, keepdims=True), TIME_RIDGE * noise)
    return units, times


def _ridge_simplex(differences: Matrix, zeta: float) -> Vector:
    """Simplex weights with a free constant and a ridge of zeta² times the number of rows."""
    centred = differences - differences.mean(axis=0)
    ridge = zeta * np.sqrt(differences.shape[0]) * np.eye(differences.shape[1])
    return simplex_weights(np.vstack([centred, ridge]))


def _estimate(controls: Controls, units: Vector, times: Vector) -> float:
    """The weighted double difference (equation 2)."""
    gap = controls.treated - units @ controls.donors
    return float(gap[controls.start :].mean() - times @ gap[: controls.start])


def _placebos(controls: Controls, treated: int, seed: int) -> Vector:
    """Estimates with donors drawn as treated: each once if one unit is treated (algorithm 4)."""
    count = len(controls.names)
    if treated == 1 and count <= PLACEBOS:
        draws = [np.array([donor]) for donor in range(count)]
    else:
        random = np.random.default_rng(seed)
        size = min(treated, count - 2)
        draws = [random.choice(count, size=size, replace=False) for _ in range(PLACEBOS)]
    found = np.empty(len(draws))
    for index, drawn in enumerate(draws):
        placebo = _as_if_drawn(controls, drawn)
        found[index] = _estimate(placebo, *_weights(placebo, len(drawn)))
    return found


def _as_if_drawn(controls: Controls, drawn: np.ndarray) -> Controls:
    """The mean of some donors in the place of the treated."""
    rest = np.setdiff1d(np.arange(len(controls.names)), drawn)
    return Controls(
        names=tuple(controls.names[j] for j in rest),
        treated=controls.donors[drawn].mean(axis=0),
        donors=controls.donors[rest],
        start=controls.start,
        fit_from=controls.fit_from,
        treated_predictors=controls.treated_predictors,
        donor_predictors=controls.donor_predictors[rest],
    )


def _checks(controls: Controls, units: Vector, times: Vector, panel: Panel) -> tuple[Check, ...]:
    """What hangs on few units or periods."""
    effective = 1.0 / float(np.sum(units**2))
    latest = int(np.argmax(times))
    count = len(controls.names)
    return (
        Check(
            "donor_concentration",
            "passed" if effective >= 2 else "failed",
            f"The weights are as spread as {effective:.1f} equal donors.",
        ),
        Check(
            "period_weights",
            "information",
            f"The heaviest period before the start is {panel.periods[latest]} "
            f"({times[latest]:.0%} of the weight).",
        ),
        Check(
            "placebo_units",
            "passed" if count >= FEW_DONORS else "failed",
            f"The interval stands on {count} units of comparison"
            + (
                "."
                if count >= FEW_DONORS
                else f"; with fewer than {FEW_DONORS} a {LEVEL:.0%} interval is only rough."
            ),
        ),
    )
