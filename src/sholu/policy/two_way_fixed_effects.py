"""Difference in differences with fixed effects of units and periods."""

from __future__ import annotations

import numpy as np
from scipy.stats import t as student

from sholu.policy.before_start import LEAST_FOR_SLOPE, drift_checks, near_window
from sholu.policy.between_units import difference_between
from sholu.policy.model import Check, Effect, PolicyError, Variant, detectable_effect
from sholu.policy.panel import Panel, Rows, Vector, balance, season_of
from sholu.policy.randomisation import exact_p
from sholu.policy.wild_bootstrap import wild_bootstrap_p

FEW_UNITS = 6
"""Below so many units a variance between units can't be estimated; rows are then taken one by one,
and the check says what that leaves out."""


def two_way_fixed_effects(rows: Rows) -> Effect:
    """Treated against others, after against before.

    With one start for all, the estimate is the difference in mean change between treated and
    comparison units; its error is taken from the spread of the changes between units (Bertrand,
    Duflo and Mullainathan 2004, section IV.C), which serial correlation can't shrink.

    Raises:
        PolicyError: if no unit is untreated or no period lies before or after.
    """
    kept = ~np.isnan(rows.outcome)
    _demand_contrast(rows, kept)
    estimate, naive, freedom = _regress(rows, kept)
    missing = int((~kept).sum())
    dropped = (
        Check(
            "missing_outcomes",
            "information",
            f"{missing} of {kept.size} rows have no outcome and were left out.",
        ),
    )
    checks = dropped if missing else ()
    if len(rows.units) < FEW_UNITS:
        return _few_units(rows, estimate, naive, freedom, checks)
    return _many_units(balance(rows), estimate, naive, checks)


def _demand_contrast(rows: Rows, kept: np.ndarray) -> None:
    """There must be treated and untreated units, before and after."""
    treated = np.isfinite(rows.first_treated)
    if treated.all() and np.unique(rows.first_treated).size == 1:
        raise PolicyError(
            "All units are treated at the same time: there is nothing to compare with.",
            "Use the design its, which compares with the series' own past.",
        )
    now = rows.treated_now()[kept]
    ours = treated[rows.unit_of[kept]]
    if not now.any() or not (ours & ~now).any():
        raise PolicyError("The treated are not observed both before and after the start.")
    if len(rows.units) == 2 and kept.sum() == 4 and rows.one_row_each:
        first, second = rows.outcome[rows.unit_of == 0], rows.outcome[rows.unit_of == 1]
        change = float(np.diff(first)[0] - np.diff(second)[0])
        if not treated[0]:
            change = -change
        raise PolicyError(
            f"One treated unit, one other and two periods: the changes differ by {change:g}, but "
            "nothing in four numbers tells how far they differ by chance.",
            "Bring more units or periods.",
        )


def _regress(rows: Rows, kept: np.ndarray) -> tuple[float, float, int]:
    """Estimate, ordinary standard error and residual degrees of freedom."""
    import pandas as pd
    import pyfixest

    frame = pd.DataFrame(
        {
            "outcome": rows.outcome[kept],
            "treated_now": rows.treated_now()[kept].astype(float),
            "unit": rows.unit_of[kept],
            "period": rows.period_of[kept],
        }
    )
    fitted = pyfixest.feols("outcome ~ treated_now | unit + period", frame, vcov="iid")
    if "treated_now" not in fitted.coef():
        raise PolicyError("Treatment can't be told apart from units and periods in these data.")
    effects = frame["unit"].nunique() + frame["period"].nunique() - 1
    return (
        float(fitted.coef()["treated_now"]),
        float(fitted.se()["treated_now"]),
        len(frame) - effects - 1,
    )


def _few_units(
    rows: Rows, estimate: float, naive: float, freedom: int, checks: tuple[Check, ...]
) -> Effect:
    """Rows taken one by one: what a region shares can't be told from the measure."""
    warning = Check(
        "few_units",
        "failed",
        f"There are {len(rows.units)} units: the interval takes each row as independent, so what "
        "else happened in one unit at that time is part of the estimate (Donald and Lang 2007).",
    )
    return _effect(estimate, naive, freedom, (*checks, warning))


def _many_units(panel: Panel, estimate: float, naive: float, checks: tuple[Check, ...]) -> Effect:
    """The error from the spread between units, with two tests that need no normality."""
    starts = np.unique(panel.first_treated[panel.treated])
    se, freedom = _error_between_units(panel, starts)
    p_exact, rank, count = exact_p(panel)
    ordinary = Variant("rows as independent", estimate, naive, *_interval(estimate, naive, 1000))
    bootstrap = wild_bootstrap_p(panel)
    paths: tuple[Variant, ...] = ()
    drifts: tuple[Check, ...] = ()
    if starts.size == 1 and panel.comparison.size > 1:
        start = panel.start()
        paths = (*_later_base(panel, start), *_event_study(panel, start))
        drifts = drift_checks(panel, start)
    few = len(panel.treated) < FEW_UNITS or panel.comparison.size < FEW_UNITS
    return _effect(
        estimate,
        se,
        freedom,
        (
            *checks,
            *_staggered_check(starts),
            *drifts,
            Check(
                "units",
                "failed" if few else "passed",
                f"{len(panel.treated)} treated and {panel.comparison.size} other units: "
                + ("few, so look at the exact test." if few else "enough for the interval."),
            ),
            Check(
                "randomisation",
                "information",
                f"Had other units been the treated ones, {p_exact:.1%} of the draws would have "
                f"shown as much (rank {rank} of {count}).",
            ),
            Check(
                "wild_bootstrap",
                "information",
                f"With signs of units drawn at random under no effect, p = {bootstrap:.3g}.",
            ),
        ),
        variants=(ordinary, *paths),
        p_placebo=p_exact,
        rank=(rank, count),
    )


def _error_between_units(panel: Panel, starts: Vector) -> tuple[float, float]:
    """Standard error and degrees of freedom of the difference in mean change."""
    if starts.size > 1:
        return _clustered_error(panel), float(len(panel.units) - 1)
    start = panel.start()
    change = panel.outcome[:, start:].mean(axis=1) - panel.outcome[:, :start].mean(axis=1)
    found = difference_between(change[panel.treated], change[panel.comparison])
    return found.se, found.freedom


def _event_study(panel: Panel, start: int) -> tuple[Variant, ...]:
    """Difference between treated and others in each period, beside that of all before the start.

    With one start for all; a change from the mean before instead of from one period keeps the
    noise of that period out of all others.
    """
    change = panel.outcome - panel.outcome[:, :start].mean(axis=1, keepdims=True)
    found = []
    for period in range(len(panel.periods)):
        gap = difference_between(change[panel.treated, period], change[panel.comparison, period])
        reach = gap.critical * gap.se
        name = f"event time {period - start:+d}"
        found.append(Variant(name, gap.value, gap.se, gap.value - reach, gap.value + reach))
    return tuple(found)


def _later_base(panel: Panel, start: int) -> tuple[Variant, ...]:
    """The same without the periods just before the start, in which a peak may have been chosen."""
    near = near_window(start, season_of(panel.periods))
    if start - near < LEAST_FOR_SLOPE:
        return ()
    before = panel.outcome[:, : start - near].mean(axis=1)
    change = panel.outcome[:, start:].mean(axis=1) - before
    found = difference_between(change[panel.treated], change[panel.comparison])
    reach = found.critical * found.se
    name = f"without the {near} periods before the start"
    return (Variant(name, found.value, found.se, found.value - reach, found.value + reach),)


def _clustered_error(panel: Panel) -> float:
    """Cluster-robust standard error by unit, through pyfixest (CRV1)."""
    import pandas as pd
    import pyfixest

    units, periods = panel.outcome.shape
    now = panel.times[None, :] >= panel.first_treated[:, None]
    frame = pd.DataFrame(
        {
            "outcome": panel.outcome.ravel(),
            "treated_now": now.ravel().astype(float),
            "unit": np.repeat(np.arange(units), periods),
            "period": np.tile(np.arange(periods), units),
        }
    )
    fitted = pyfixest.feols("outcome ~ treated_now | unit + period", frame, vcov={"CRV1": "unit"})
    return float(fitted.se()["treated_now"])


def _staggered_check(starts: Vector) -> tuple[Check, ...]:
    """With several starts units treated earlier serve as comparison, which can turn the sign."""
    if starts.size == 1:
        return ()
    return (
        Check(
            "staggered_starts",
            "failed",
            f"Treatment starts at {starts.size} times; this mean uses units treated earlier as "
            "comparison and can even have the wrong sign (Goodman-Bacon 2021). Believe cs.",
        ),
    )


def _interval(estimate: float, se: float, freedom: float) -> tuple[float, float]:
    """Student interval."""
    reach = float(student.ppf(0.975, freedom)) * se
    return estimate - reach, estimate + reach


def _effect(
    estimate: float,
    se: float,
    freedom: float,
    checks: tuple[Check, ...],
    *,
    variants: tuple[Variant, ...] = (),
    p_placebo: float | None = None,
    rank: tuple[int, int] | None = None,
) -> Effect:
    """The effect in its common form."""
    low, high = _interval(estimate, se, freedom)
    critical = float(student.ppf(0.975, freedom))
    return Effect(
        design="did",
        estimand="mean difference between treated and comparison units in their change from before "
        "to after the start",
        estimate=estimate,
        se=se,
        low=low,
        high=high,
        detectable=detectable_effect(se, critical),
        p_placebo=p_placebo,
        rank_placebo=rank[0] if rank else None,
        rank_of=rank[1] if rank else None,
        fit={"degrees_of_freedom": float(freedom)},
        checks=checks,
        variants=variants,
    )
