"""Staggered starts: effects of each cohort in each period, and their means.

Callaway and Sant'Anna (2021), without covariates. Every effect compares with units that are not
treated, never with units treated earlier.
"""

from __future__ import annotations

import numpy as np
from scipy.stats import chi2, norm
from scipy.stats import t as student

from sholu.policy.before_start import drift_checks
from sholu.policy.cohort_effects import CohortEffects, cohort_effects
from sholu.policy.model import Check, Effect, PolicyError, Variant, detectable_effect
from sholu.policy.panel import Panel, Vector
from sholu.policy.pre_trend_power import detectable_slope

Z = float(norm.ppf(0.975))

MANY_UNITS = 50
"""Units in the smallest group from which the normal interval needs no correction."""

LEADS_PER_UNIT = 4
"""Units for each effect before treatment below which their joint test says yes by itself."""

LEAST_COHORT = 5
"""Units of a cohort below which their spread is not known well (the authors' package warns)."""


def callaway_santanna(panel: Panel, outcome: str) -> Effect:
    """The simple mean of all effects after treatment, with other means as variants.

    Raises:
        PolicyError: if only one unit is treated, or no cohort has a period before and units to
            compare with.
    """
    if len(panel.treated) < 2:
        raise PolicyError(
            "One treated unit does not show how treated units differ: no interval is possible.",
            "Use a synthetic control (sc-outcome, sdid), which judges one unit by placebos.",
        )
    never = panel.comparison.size > 0
    cells = cohort_effects(panel, never)
    after = panel.times[cells.period] >= cells.cohort
    shares = _cohort_shares(panel, cells.cohort)
    simple = _weighted(cells, after, shares, panel)
    estimate, se = simple
    reach = _reach_factor(panel) * se
    variants = _aggregates(cells, after, shares, panel)
    return Effect(
        design="cs",
        estimand="mean effect on the treated over all cohorts and periods under treatment, beside "
        + ("units never treated" if never else "units not yet treated"),
        estimate=estimate,
        se=se,
        low=estimate - reach,
        high=estimate + reach,
        detectable=detectable_effect(se) * reach / (Z * se) if se > 0 else 0.0,
        fit={"cohorts": float(np.unique(cells.cohort).size), "units": float(len(panel.units))},
        checks=(
            _comparison_check(panel, never),
            _size_check(panel),
            *_pre_trend_checks(cells, after, panel),
        ),
        variants=variants,
    )


def _cohort_shares(panel: Panel, cohorts: Vector) -> Vector:
    """(C,) share of units that belong to the cohort of each cell."""
    return np.array([(panel.first_treated == cohort).mean() for cohort in cohorts])


def _weighted(
    cells: CohortEffects, chosen: np.ndarray, shares: Vector, panel: Panel
) -> tuple[float, float]:
    """Mean of some cells by size of cohort, with its standard error.

    The weights are estimated, too: their influence is added (Callaway and Sant'Anna 2021,
    corollary 2).
    """
    total = shares[chosen].sum()
    weights = shares[chosen] / total
    estimate = float(weights @ cells.effect[chosen])
    influence = cells.influence[:, chosen] @ weights
    belongs = panel.first_treated[:, None] == cells.cohort[chosen][None, :]
    excess = belongs - shares[chosen]
    by_weight = excess / total - excess.sum(axis=1, keepdims=True) * shares[chosen] / total**2
    influence = influence + by_weight @ cells.effect[chosen]
    return estimate, _error(influence)


def _error(influence: Vector) -> float:
    """Standard error out of an influence function."""
    return float(np.sqrt(np.mean(influence**2) / influence.size))


def _reach_factor(panel: Panel) -> float:
    """Half an interval in standard errors: that of the normal, wider where groups are small.

    The influence function's variance divides by n instead of n - 1 in each group, and the normal
    takes it as known. With a group of n units we take Student's point with n - 1 degrees of
    freedom at the least and n / (n - 1) of the variance, as for a mean of n.
    """
    _, sizes = np.unique(panel.first_treated, return_counts=True)
    size = int(sizes.min())
    if size >= MANY_UNITS:
        return Z
    freedom = max(1, min(size - 1 + (len(panel.units) - size) // 4, len(panel.units) - 2))
    return float(student.ppf(0.975, freedom) * np.sqrt(size / max(size - 1, 1)))


def _aggregates(
    cells: CohortEffects, after: np.ndarray, shares: Vector, panel: Panel
) -> tuple[Variant, ...]:
    """The means by length of exposure, cohort and calendar period, and each event time."""
    exposure = panel.times[cells.period] - cells.cohort
    by_exposure = [(f"event time {value:+g}", exposure == value) for value in np.unique(exposure)]
    by_cohort = [after & (cells.cohort == cohort) for cohort in np.unique(cells.cohort[after])]
    by_period = [after & (cells.period == period) for period in np.unique(cells.period[after])]
    sizes = np.array([shares[rows][0] for rows in by_cohort])
    return (
        _mean_of(
            "dynamic",
            [rows for _, rows in by_exposure if (rows & after).any()],
            cells,
            shares,
            panel,
        ),
        _mean_of("group", by_cohort, cells, shares, panel, sizes),
        _mean_of("calendar", by_period, cells, shares, panel),
        *(_variant(name, *_weighted(cells, rows, shares, panel)) for name, rows in by_exposure),
    )


def _mean_of(
    name: str,
    groups: list[np.ndarray],
    cells: CohortEffects,
    shares: Vector,
    panel: Panel,
    sizes: Vector | None = None,
) -> Variant:
    """Mean of group means: equal weights, or by estimated size of the cohorts."""
    columns, values = [], []
    for rows in groups:
        total = shares[rows].sum()
        weights = shares[rows] / total
        values.append(float(weights @ cells.effect[rows]))
        belongs = panel.first_treated[:, None] == cells.cohort[rows][None, :]
        excess = belongs - shares[rows]
        by_weight = excess / total - excess.sum(axis=1, keepdims=True) * shares[rows] / total**2
        columns.append(cells.influence[:, rows] @ weights + by_weight @ cells.effect[rows])
    means, influence = np.array(values), np.array(columns).T
    if sizes is None:
        return _variant(name, float(means.mean()), _error(influence.mean(axis=1)))
    weights = sizes / sizes.sum()
    members = np.array([panel.first_treated == cells.cohort[rows][0] for rows in groups]).T
    excess = members - sizes
    by_weight = excess / sizes.sum() - excess.sum(axis=1, keepdims=True) * sizes / sizes.sum() ** 2
    total_influence = influence @ weights + by_weight @ means
    return _variant(name, float(weights @ means), _error(total_influence))


def _variant(name: str, estimate: float, se: float) -> Variant:
    """A mean with its pointwise interval."""
    return Variant(name, estimate, se, estimate - Z * se, estimate + Z * se)


def _comparison_check(panel: Panel, never: bool) -> Check:
    """Whom the treated are compared with."""
    if never:
        return Check(
            "comparison",
            "information",
            f"{panel.comparison.size} units are never treated and serve as comparison.",
        )
    return Check(
        "comparison",
        "information",
        "All units are treated in the end; those not yet treated serve as comparison, and the "
        "last cohort has no effect of its own.",
    )


def _size_check(panel: Panel) -> Check:
    """Influence functions need several units in each cohort."""
    _, sizes = np.unique(panel.first_treated[panel.treated], return_counts=True)
    least = int(sizes.min())
    return Check(
        "cohort_sizes",
        "passed" if least >= LEAST_COHORT else "failed",
        f"The smallest cohort has {least} units"
        + (
            "."
            if least >= LEAST_COHORT
            else ": too few for its spread, the interval is too narrow."
        ),
    )


def _pre_trend_checks(cells: CohortEffects, after: np.ndarray, panel: Panel) -> tuple[Check, ...]:
    """Did the cohorts differ before treatment, and would that have been seen?"""
    before = ~after
    if before.sum() * LEADS_PER_UNIT > len(panel.units):
        first = int(np.searchsorted(panel.times, panel.first_treated.min()))
        return drift_checks(panel, first)
    if not before.any():
        return (Check("pre_trend", "failed", "There are no effects before treatment to look at."),)
    influence = cells.influence[:, before]
    covariance = influence.T @ influence / len(panel.units) ** 2
    found = cells.effect[before]
    rank = int(np.linalg.matrix_rank(covariance))
    wald = float(found @ np.linalg.pinv(covariance) @ found)
    p = float(chi2.sf(wald, rank))
    slope = detectable_slope(np.ones(before.sum()), covariance, 0.8)
    return (
        Check(
            "pre_trend",
            "passed" if p >= 0.05 else "failed",
            f"Before treatment {before.sum()} effects are tested to be nil together: "
            f"chi-square {wald:.3g} on {rank}, p = {p:.3g}.",
        ),
        Check(
            "pre_trend_power",
            "information",
            f"A drift of {slope:.3g} a period would have been seen in four of five such tests; a "
            "smaller one could hide in the effect (Roth 2022).",
        ),
    )
