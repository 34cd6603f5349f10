"""Synthetic control: a weighted mean of other units stands for the treated without treatment.

Abadie and Gardeazabal (2003); Abadie, Diamond and Hainmueller (2010, 2015). What it can't tell:
see docs/explanation/policy-synthetic-control.md.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import numpy as np

from sholu.policy.controls import (
    Controls,
    Fit,
    Predictor,
    controls_of,
    gaps,
    root_mean_square,
    used,
)
from sholu.policy.model import Check, Effect, PathPoint, Variant, detectable_effect
from sholu.policy.nested_weights import Nested, nested_weights, standard_starts
from sholu.policy.panel import Matrix, Panel, Vector
from sholu.policy.placebo import (
    in_units_of_misfit,
    misfit_ratio,
    placebo_error,
    placebo_reach,
    placebos_in_space,
    rank_of,
)
from sholu.policy.ridge_augmentation import augmented_weights
from sholu.policy.simplex import simplex_weights
from sholu.policy.synthetic_checks import donor_checks, fake_start_check, fit_check, placebo_check


def synthetic_control(panel: Panel, outcome: str, predictors: Sequence[Predictor]) -> Effect:
    """Weights from predictors, whose importance is chosen so that the outcome before fits.

    Raises:
        PolicyError: if starts differ, or donors, periods or predictors are too few.
    """
    controls = controls_of(panel, outcome, predictors)
    if not predictors:
        note = Check(
            "predictors",
            "information",
            "No predictors were named, so each outcome before the start is one; that is the same "
            "as sc-outcome (Kaul et al. 2022).",
        )
        return _judge(panel, controls, outcome_weights, "sc", (note,), ())
    found = nested(controls)
    settled = Check(
        "predictor_importance",
        "passed" if found.settled else "failed",
        "No other importance of the predictors fits the years before better."
        if found.settled
        else "Another importance of the predictors fits the years before better (root mean square "
        f"{found.best.loss**0.5:.4g} instead of {found.chosen.loss**0.5:.4g}) and gives another "
        "answer (variant 'best fit'): the data do not settle which to believe.",
    )
    best = Variant("best fit", float(gaps(controls, found.best.donors)[controls.start :].mean()))
    return _judge(panel, controls, predictor_weights, "sc", (settled,), (best,))


def outcome_control(panel: Panel, outcome: str) -> Effect:
    """Weights that fit the outcome before the start, without predictors.

    Raises:
        PolicyError: as `synthetic_control`.
    """
    return _judge(panel, controls_of(panel, outcome, ()), outcome_weights, "sc-outcome", (), ())


def augmented_control(panel: Panel, outcome: str) -> Effect:
    """Outcome weights, mended by ridge regression where they don't fit; may be negative.

    Ben-Michael, Feller and Rothstein (2021).

    Raises:
        PolicyError: as `synthetic_control`.
    """
    controls = controls_of(panel, outcome, ())
    return _judge(panel, controls, _augmented, "sc-augmented", (), ())


def outcome_weights(controls: Controls) -> Vector:
    """(J,) weights nearest to the treated over the outcomes before the start."""
    return simplex_weights(_differences(controls))


def predictor_weights(controls: Controls) -> Vector:
    """(J,) weights of the nested search."""
    return nested(controls).chosen.donors


def _augmented(controls: Controls) -> Vector:
    """(J,) outcome weights with their ridge correction."""
    before = controls.before
    return augmented_weights(
        controls.treated[before], controls.donors[:, before], outcome_weights(controls)
    )


def _differences(controls: Controls) -> Matrix:
    """(periods before, J) donors minus treated."""
    before = controls.before
    found: Matrix = (controls.donors[:, before] - controls.treated[before]).T
    return found


@cache
def nested(controls: Controls) -> Nested:
    """The nested search; kept, since the estimate and its checks ask for the same one."""
    everyone = np.vstack([controls.treated_predictors, controls.donor_predictors])
    spread = everyone.std(axis=0, ddof=1)
    scaled = everyone / np.where(spread > 0, spread, 1.0)
    outcomes = np.vstack([controls.treated, controls.donors])[:, controls.before]
    starts = standard_starts(scaled.T, outcomes)
    return nested_weights((scaled[1:] - scaled[0]).T, _differences(controls), starts)


def _judge(
    panel: Panel,
    controls: Controls,
    fit: Fit,
    design: str,
    checks: tuple[Check, ...],
    variants: tuple[Variant, ...],
) -> Effect:
    """The effect with its placebos and checks, for any way of weighting."""
    weights = fit(controls)
    gap = gaps(controls, weights)
    estimate = float(gap[controls.start :].mean())
    misfit = root_mean_square(gap[controls.before])
    placebos = placebos_in_space(controls, fit)
    se = placebo_error(placebos, misfit**2)
    # Ridge leaves so little misfit before the start that it tells nothing of the scale after it.
    effects = placebos.effects if fit is _augmented else in_units_of_misfit(placebos, misfit**2)
    reach = placebo_reach(se, effects, len(controls.names))
    ratio = misfit_ratio(controls, gap)
    rank = rank_of(ratio, placebos.ratios)
    count = len(controls.names) + 1
    return Effect(
        design=design,
        estimand="mean difference of the treated from its synthetic control in all periods from "
        f"{panel.periods[controls.start]} on",
        estimate=estimate,
        se=se,
        low=estimate - reach,
        high=estimate + reach,
        detectable=detectable_effect(se, reach / se) if se > 0 else reach,
        p_placebo=rank / count,
        rank_placebo=rank,
        rank_of=count,
        weights=used(weights, controls.names),
        fit={
            "rmspe_before": misfit,
            "rmspe_after": root_mean_square(gap[controls.start :]),
            "mspe_before": misfit**2,
            "ratio": ratio,
        },
        checks=(
            *checks,
            fit_check(controls, misfit),
            placebo_check(rank, count),
            *donor_checks(controls, fit, weights, estimate, se),
            fake_start_check(panel, controls, fit, estimate, se),
        ),
        variants=variants,
        path=tuple(
            PathPoint(period, float(observed), float(observed - difference))
            for period, observed, difference in zip(
                panel.periods, controls.treated, gap, strict=True
            )
        ),
    )
