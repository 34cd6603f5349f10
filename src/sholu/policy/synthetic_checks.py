"""What is looked at before a synthetic control is believed."""

from __future__ import annotations

import numpy as np

from sholu.policy.controls import LEAST_BEFORE, Controls, Fit, gaps
from sholu.policy.model import Check
from sholu.policy.panel import Panel, Vector

GOOD_FIT = 0.5
"""Misfit before the start, in standard deviations of the treated series around its donors' mean
before the start, above which the control is not a copy of the treated; half is our convention."""

CONCENTRATED = 0.75
"""Weight of a single donor above which the answer is a comparison with that donor; ours."""


def fit_check(controls: Controls, misfit: float) -> Check:
    """Does the control follow the treated before the start?"""
    before = controls.before
    plain = controls.treated[before] - controls.donors[:, before].mean(axis=0)
    scale = max(float(controls.treated[before].std()), float(np.sqrt(np.mean(plain**2))))
    share = misfit / scale if scale > 0 else 0.0
    return Check(
        "fit_before",
        "passed" if share <= GOOD_FIT else "failed",
        f"Before the start the control misses the treated by {misfit:.4g} (root mean square), "
        f"{share:.0%} of what is to be followed.",
    )


def placebo_check(rank: int, count: int) -> Check:
    """How unusual is the treated among all? An answer, not a condition for one."""
    sentence = f"Of {count} units judged the same way the treated one has rank {rank}."
    if 1 / count > 0.05:
        sentence += f" With so few units no rank could be rarer than 1 in {count}."
    return Check("placebo_in_space", "information", sentence)


def donor_checks(
    controls: Controls, fit: Fit, weights: Vector, estimate: float, se: float
) -> tuple[Check, Check]:
    """Does the answer hang on one donor: does its sign turn, further than by chance?"""
    heaviest = int(np.argmax(weights))
    effective = 1.0 / float(np.sum(weights**2))
    concentration = Check(
        "donor_concentration",
        "passed" if weights[heaviest] <= CONCENTRATED else "failed",
        f"{controls.names[heaviest]} has {weights[heaviest]:.0%} of the weight; the weights are as "
        f"spread as {effective:.1f} equal donors.",
    )
    if len(controls.names) < 3:
        return concentration, Check(
            "leave_one_out", "information", "There are too few donors to leave one out."
        )
    others = []
    for donor in np.flatnonzero(weights > 0.01):
        left = controls.without(int(donor))
        others.append(float(gaps(left, fit(left))[left.start :].mean()))
    steady = all(value * estimate > 0 or abs(value - estimate) <= se for value in others)
    return concentration, Check(
        "leave_one_out",
        "passed" if steady else "failed",
        f"Without one of its donors the answer lies between {min(others):.4g} and "
        f"{max(others):.4g}.",
    )


def fake_start_check(
    panel: Panel, controls: Controls, fit: Fit, estimate: float, se: float
) -> Check:
    """Does the method find an effect where a start is only pretended?

    A finding counts if it is more than half the real one and more than one standard error.
    """
    earlier = controls.fit_from + (controls.start - controls.fit_from) * 2 // 3
    if earlier - controls.fit_from < LEAST_BEFORE or controls.donor_predictors.shape[1]:
        return Check(
            "placebo_in_time",
            "information",
            "A pretended earlier start can't be tried: the predictors' windows, or too few "
            "periods, reach up to the real one.",
        )
    fake = controls.as_if_started(earlier)
    found = float(gaps(fake, fit(fake))[earlier:].mean())
    return Check(
        "placebo_in_time",
        "passed" if abs(found) <= max(abs(estimate) / 2, se) else "failed",
        f"Had treatment started in {panel.periods[earlier]}, the method would have found "
        f"{found:.4g} where nothing happened.",
    )
