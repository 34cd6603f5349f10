"""Interrupted time series: does a series leave its own past when the measure begins?

Wagner, Soumerai, Zhang and Ross-Degnan (2002); Bernal, Cummins and Gasparrini (2017). Without a
series of comparison anything else that began at that time is part of the answer.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

import numpy as np

from sholu.policy.model import (
    Check,
    Effect,
    PathPoint,
    PolicyError,
    Variant,
    detectable_effect,
)
from sholu.policy.panel import Matrix, Vector

Family = Literal["gaussian", "poisson", "negative_binomial"]

LEAST_BEFORE = 8
LEAST_AFTER = 3
"""Observations before and after the start; eight before are the least that guides ask for (Penfold
and Zhang 2013), three after the least that a slope and its error need."""

YEARS_FOR_SEASON = 2
"""Whole years before the start that a season needs to be told from a trend."""

OVERDISPERSED = 1.5
"""Pearson chi-square over degrees of freedom above which counts are not Poisson."""


@dataclass(frozen=True, eq=False)
class Interruption:
    """A series with a start.

    Attributes:
        periods: (T,) names.
        outcome: (T,).
        start: index of the first period under the measure.
        season: periods in a year, 1 if there is none.
        breaks: indices at which a definition or another measure changes the level.
        comparison: (T,) a series that the measure does not touch, or None.
    """

    periods: tuple[str, ...]
    outcome: Vector
    start: int
    season: int = 1
    breaks: tuple[int, ...] = ()
    comparison: Vector | None = None


def interrupted_time_series(series: Interruption, family: Family | None = None) -> Effect:
    """Mean difference after the start between the fitted series and its continued past.

    The error is that of Newey and West (1987) with the bandwidth and the critical values of fixed-b
    asymptotics (Kiefer and Vogelsang 2005; Lazarus et al. 2018), which hold their level better in
    short, autocorrelated series.

    Args:
        series: with its start.
        family: of the outcome; by default counts are Poisson, or negative binomial where they
            scatter more, and other values are Gaussian.

    Raises:
        PolicyError: if periods are too few, outcomes are missing, or a count family meets negative
            values.
    """
    _demand(series, family)
    columns, names = _columns(series)
    chosen = family or _family(series.outcome, columns)
    fitted = _fit(series.outcome, columns, chosen)
    measure = [names.index("level"), names.index("slope")]
    without = columns.copy()
    without[:, measure] = 0.0
    after = np.arange(series.start, series.outcome.size)
    gradient, estimate = _contrast(fitted, columns, without, after, chosen)
    se = float(np.sqrt(gradient @ fitted.cov_params() @ gradient))
    critical = fixed_b_critical(_lags(series.outcome.size) / series.outcome.size)
    expected = _mean(without @ fitted.params, chosen)
    return Effect(
        design="its",
        estimand=f"mean difference from {series.periods[series.start]} on between the series and "
        "its own past continued"
        + (", beside the series of comparison" if series.comparison is not None else ""),
        estimate=estimate,
        se=se,
        low=estimate - critical * se,
        high=estimate + critical * se,
        detectable=detectable_effect(se) * critical / 1.959964,
        fit={
            "critical_value": critical,
            "lags": float(_lags(series.outcome.size)),
            "dispersion": _dispersion(fitted, chosen),
        },
        checks=_checks(series, fitted, chosen, columns),
        variants=_coefficients(fitted, measure, critical, chosen),
        path=tuple(
            PathPoint(period, float(value), float(continued))
            for period, value, continued in zip(
                series.periods, series.outcome, expected, strict=True
            )
        ),
    )


def fixed_b_critical(share: float) -> float:
    """97.5 % point for a Bartlett kernel with bandwidth b times T.

    Kiefer and Vogelsang (2005, page 1157).

    Example:
        >>> round(fixed_b_critical(0.0), 4)
        1.96
    """
    return 1.9600 + 2.9694 * share + 0.4160 * share**2 - 0.5324 * share**3


def _lags(size: int) -> int:
    """Bandwidth 1.3 √T (Lazarus, Lewis, Stock and Watson 2018)."""
    return max(1, int(np.ceil(1.3 * np.sqrt(size))))


def _demand(series: Interruption, family: Family | None) -> None:
    """Refuse what can't be judged."""
    before, after = series.start, series.outcome.size - series.start
    if np.isnan(series.outcome).any():
        raise PolicyError("Some outcomes are missing; fill them from the source first.")
    if before < LEAST_BEFORE or after < LEAST_AFTER:
        raise PolicyError(
            f"There are {before} periods before the start and {after} from it on; an interrupted "
            f"time series needs {LEAST_BEFORE} and {LEAST_AFTER}. Before and after alone is no "
            "effect."
        )
    if family in ("poisson", "negative_binomial") and (series.outcome < 0).any():
        raise PolicyError("Counts can't be negative.", "Use the Gaussian family.")
    if series.start in series.breaks:
        raise PolicyError(
            f"A definition changes in {series.periods[series.start]}, when the measure starts: no "
            "method can tell the two apart.",
            "Use a series whose definition stays, or a region where it changed at another time.",
        )


def _columns(series: Interruption) -> tuple[Matrix, list[str]]:
    """Constant, trend, level and slope of the measure, season, breaks, comparison."""
    time = np.arange(series.outcome.size, dtype=np.float64)
    after = (time >= series.start).astype(float)
    found = {
        "constant": np.ones_like(time),
        "trend": time - series.start,
        "level": after,
        "slope": after * (time - series.start),
    }
    if series.season > 1 and series.start >= YEARS_FOR_SEASON * series.season:
        for wave in (1, 2):
            angle = 2 * np.pi * wave * time / series.season
            found |= {f"sine {wave}": np.sin(angle), f"cosine {wave}": np.cos(angle)}
    for index in series.breaks:
        found[f"break {series.periods[index]}"] = (time >= index).astype(float)
    if series.comparison is not None:
        found["comparison"] = series.comparison - series.comparison.mean()
    return np.column_stack(list(found.values())), list(found)


def _family(outcome: Vector, columns: Matrix) -> Family:
    """Counts are Poisson unless they scatter more."""
    counts = bool((outcome >= 0).all() and np.allclose(outcome, np.round(outcome)))
    if not counts or outcome.max() < 2:
        return "gaussian"
    fitted = _fit(outcome, columns, "poisson")
    return "poisson" if _dispersion(fitted, "poisson") <= OVERDISPERSED else "negative_binomial"


def _fit(outcome: Vector, columns: Matrix, family: Family) -> Any:
    """Fit with Newey–West errors."""
    import statsmodels.api as sm

    errors = {"cov_type": "HAC", "cov_kwds": {"maxlags": _lags(outcome.size)}}
    if family == "gaussian":
        return sm.OLS(outcome, columns).fit(**errors)
    link = sm.families.Poisson()
    first = sm.GLM(outcome, columns, family=link).fit()
    if family == "negative_binomial":
        link = sm.families.NegativeBinomial(alpha=_moment_alpha(outcome, first.fittedvalues))
    return sm.GLM(outcome, columns, family=link).fit(**errors)


def _moment_alpha(outcome: Vector, fitted: Vector) -> float:
    """Overdispersion by moments: E[((y - m)² - m) / m²] (Cameron and Trivedi 1990)."""
    return max(1e-6, float(np.mean(((outcome - fitted) ** 2 - fitted) / fitted**2)))


def _mean(linear: Vector, family: Family) -> Vector:
    """The mean out of the linear predictor."""
    return linear if family == "gaussian" else np.exp(linear)


def _contrast(
    fitted: Any, columns: Matrix, without: Matrix, after: np.ndarray, family: Family
) -> tuple[Vector, float]:
    """Mean difference after the start, and its gradient by the coefficients (delta method)."""
    with_it, continued = columns[after], without[after]
    first, second = _mean(with_it @ fitted.params, family), _mean(continued @ fitted.params, family)
    if family == "gaussian":
        gradient = (with_it - continued).mean(axis=0)
    else:
        gradient = (with_it * first[:, None] - continued * second[:, None]).mean(axis=0)
    return gradient, float((first - second).mean())


def _dispersion(fitted: Any, family: Family) -> float:
    """Pearson chi-square over degrees of freedom; residual variance for Gaussian series."""
    if family == "gaussian":
        return float(fitted.mse_resid)
    return float(fitted.pearson_chi2 / fitted.df_resid)


def _coefficients(
    fitted: Any, measure: list[int], critical: float, family: Family
) -> tuple[Variant, ...]:
    """Change of level and of slope, as ratios for counts."""
    errors = np.sqrt(np.diag(fitted.cov_params()))
    names = ("level", "slope") if family == "gaussian" else ("level (log)", "slope (log)")
    return tuple(
        Variant(
            name,
            float(fitted.params[k]),
            float(errors[k]),
            float(fitted.params[k] - critical * errors[k]),
            float(fitted.params[k] + critical * errors[k]),
        )
        for name, k in zip(names, measure, strict=True)
    )


def _checks(
    series: Interruption, fitted: Any, family: Family, columns: Matrix
) -> tuple[Check, ...]:
    """Family, autocorrelation, season, a pretended earlier start, and what no check can tell."""
    residuals = np.asarray(fitted.resid if family == "gaussian" else fitted.resid_pearson)
    near = float(np.corrcoef(residuals[1:], residuals[:-1])[0, 1])
    has_season = columns.shape[1] > 4 + len(series.breaks) + (series.comparison is not None)
    alone = series.comparison is None
    return (
        Check(
            "comparison",
            "failed" if alone else "passed",
            "One place alone: whatever else changed at that time is part of the answer."
            if alone
            else "A series that the measure does not touch stands beside it.",
        ),
        Check("family", "information", f"The series is taken as {family.replace('_', ' ')}."),
        Check(
            "autocorrelation",
            "passed" if abs(near) < 0.5 else "failed",
            f"Neighbouring residuals correlate by {near:.2f}; the interval allows for "
            f"{_lags(series.outcome.size)} periods.",
        ),
        Check(
            "season",
            "information",
            "Two waves a year are fitted."
            if has_season
            else "No season is fitted: the series has none, or is too short before the start.",
        ),
        _fake_start(series, family),
    )


def _fake_start(series: Interruption, family: Family) -> Check:
    """The same method on the years before alone, with a pretended start."""
    earlier = series.start * 2 // 3
    if earlier < LEAST_BEFORE or series.start - earlier < LEAST_AFTER:
        return Check("placebo_in_time", "information", "Too few periods to pretend a start.")
    cut = slice(0, series.start)
    pretended = Interruption(
        series.periods[cut],
        series.outcome[cut],
        earlier,
        series.season,
        tuple(index for index in series.breaks if index < series.start and index != earlier),
        series.comparison[cut] if series.comparison is not None else None,
    )
    columns, names = _columns(pretended)
    fitted = _fit(pretended.outcome, columns, family)
    measure = [names.index("level"), names.index("slope")]
    without = columns.copy()
    without[:, measure] = 0.0
    after = np.arange(earlier, series.start)
    gradient, found = _contrast(fitted, columns, without, after, family)
    se = float(np.sqrt(gradient @ fitted.cov_params() @ gradient))
    critical = fixed_b_critical(_lags(series.start) / series.start)
    clear = abs(found) > critical * se
    return Check(
        "placebo_in_time",
        "failed" if clear else "passed",
        f"With a start pretended in {series.periods[earlier]} the method finds {found:.4g} "
        f"(error {se:.4g}), where nothing happened.",
    )
