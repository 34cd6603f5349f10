"""What the time before a measure says: drifts, and places chosen because they stood out."""

from __future__ import annotations

import numpy as np

from sholu.policy.between_units import UnitDifference, difference_between
from sholu.policy.model import Check, detectable_effect
from sholu.policy.panel import Panel

LEAST_FOR_SLOPE = 4
"""Periods before the start below which a slope of a unit says nothing."""

SURE = 0.01
"""p below which standing out before the start is reported: one false alarm in a hundred panels."""


def near_window(start: int, season: int) -> int:
    """Periods just before a start: a quarter of a year of months, else one, or two of ten."""
    if season > 1:
        return max(1, season // 4)
    return 2 if start >= 10 else 1


def drift_checks(panel: Panel, start: int) -> tuple[Check, ...]:
    """Did treated and others drift apart before the start, and would that have been seen?

    Each unit's slope over the periods before the start is one number; treated and others are
    compared between units (`difference_between`), so many periods and few units do no harm.

    Args:
        panel: with two or more units that are never treated.
        start: index of the first treated period.
    """
    if start < LEAST_FOR_SLOPE or panel.comparison.size < 2:
        return (
            Check(
                "pre_trend",
                "information",
                "Too few periods before the start, or too few units of comparison, to see a drift.",
            ),
        )
    time = np.arange(start) - (start - 1) / 2
    slopes = panel.outcome[:, :start] @ time / float(time @ time)
    found = difference_between(slopes[panel.treated], slopes[panel.comparison])
    smallest = detectable_effect(found.se, found.critical)
    # A drift that goes on separates the middle of the time after from that before by half of all.
    reach = smallest * len(panel.periods) / 2
    return (
        Check(
            "pre_trend",
            "passed" if found.p >= 0.05 else "failed",
            f"Before the start the treated drift from the others by {found.value:.3g} a period "
            f"(p = {found.p:.3g}).",
        ),
        Check(
            "pre_trend_power",
            "information",
            f"A drift of {smallest:.3g} a period would have been seen in four of five such tests; "
            f"one as large could make {reach:.3g} of the effect (Roth 2022).",
        ),
    )


def stood_out(panel: Panel, start: int, season: int) -> UnitDifference | None:
    """How far the treated stood above their own past just before the start, beside the others.

    Returns:
        None where there are too few periods or units to say.
    """
    near = near_window(start, season)
    if start < near + LEAST_FOR_SLOPE or panel.comparison.size < 2:
        return None
    excess = panel.outcome[:, start - near : start].mean(axis=1) - panel.outcome[
        :, : start - near
    ].mean(axis=1)
    return difference_between(excess[panel.treated], excess[panel.comparison])


def regression_check(panel: Panel, start: int, season: int) -> tuple[Check, ...]:
    """Were the treated chosen at a peak, from which they would have come back by themselves?"""
    found = stood_out(panel, start, season)
    if found is None:
        return ()
    near = near_window(start, season)
    unusual = found.p < SURE
    sentence = (
        f"In the {near} periods before the start the treated stood {abs(found.value):.3g} "
        f"{'above' if found.value > 0 else 'below'} their own past, beside the others "
        f"(p = {found.p:.2g})"
    )
    warning = (
        ": if they were chosen for that they would have come back by themselves, and that is part "
        "of the answer; or people acted ahead of the start."
    )
    return (
        Check(
            "regression_to_the_mean",
            "failed" if unusual else "passed",
            sentence + (warning if unusual else "."),
        ),
    )
