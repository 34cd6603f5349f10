"""Interrupted time series: does a series leave its own past when the measure begins?

Wagner, Soumerai, Zhang and Ross-Degnan (2002); Bernal, Cummins and Gasparrini (2017). Without a
series of comparison anything else that began at that time is part of the answer.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
from scipy.stats import t as student

from sholu.policy.autoregression import Autoregression, fit_autoregression, memory_check
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

MEASURE = (2, 3)
"""Columns of the change of level and of slope."""

ROUNDS = 50
"""Of the iterated least squares of counts; five or six are the rule."""

OVERDISPERSED = 1.5
"""Scatter of counts over that of a Poisson series above which they are not Poisson."""


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

    Errors remember the period before (`sholu.policy.autoregression`); counts are fitted by
    iterated least squares with such errors (penalised quasi-likelihood, Breslow and Clayton 1993).

    Args:
        series: with its start.
        family: of the outcome; by default counts are Poisson, or negative binomial where they
            scatter more, and other values are Gaussian.

    Raises:
        PolicyError: if periods are too few, outcomes are missing, a count family meets negative
            values, or a definition changes at the start.
    """
    _demand(series, family)
    columns, names = _columns(series)
    chosen = family or _family(series.outcome, columns)
    fitted = _fit(series.outcome, columns, chosen)
    estimate, gradient = _contrast(fitted, columns, series.start, chosen)
    se = fitted.error_of(gradient)
    critical = float(student.ppf(0.975, fitted.freedom_of(gradient)))
    expected = _mean(_without_measure(columns) @ fitted.parameters, chosen)
    return Effect(
        design="its",
        estimand=f"mean difference from {series.periods[series.start]} on between the series and "
        "its own past continued"
        + (", beside the series of comparison" if series.comparison is not None else ""),
        estimate=estimate,
        se=se,
        low=estimate - critical * se,
        high=estimate + critical * se,
        detectable=detectable_effect(se, critical),
        fit={
            "correlation": fitted.correlation,
            "dispersion": fitted.variance,
            "degrees_of_freedom": fitted.freedom_of(gradient),
        },
        checks=(*_checks(series, fitted, chosen, names), _fake_start(series, chosen)),
        variants=_coefficients(fitted, chosen),
        path=tuple(
            PathPoint(period, float(value), float(continued))
            for period, value, continued in zip(
                series.periods, series.outcome, expected, strict=True
            )
        ),
    )


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
    return "poisson" if fitted.variance <= OVERDISPERSED else "negative_binomial"


def _fit(outcome: Vector, columns: Matrix, family: Family) -> Autoregression:
    """Fit the family's mean with errors that remember."""
    if family == "gaussian":
        return fit_autoregression(columns, outcome)
    import statsmodels.api as sm

    first = sm.GLM(outcome, columns, family=sm.families.Poisson()).fit()
    alpha = _overdispersion(outcome, first.fittedvalues) if family == "negative_binomial" else 0.0
    linear = columns @ first.params
    for _ in range(ROUNDS):
        mean = np.exp(np.clip(linear, -20.0, 20.0))
        root = np.sqrt(mean / (1 + alpha * mean))
        working = linear + (outcome - mean) / mean
        fitted = fit_autoregression(columns * root[:, None], working * root)
        change = columns @ fitted.parameters - linear
        linear = linear + change
        if np.abs(change).max() < 1e-8:
            break
    return fitted


def _overdispersion(outcome: Vector, fitted: Vector) -> float:
    """By moments: E[((y - m)² - m) / m²] (Cameron and Trivedi 1990)."""
    return max(1e-6, float(np.mean(((outcome - fitted) ** 2 - fitted) / fitted**2)))


def _mean(linear: Vector, family: Family) -> Vector:
    """The mean out of the linear predictor."""
    return linear if family == "gaussian" else np.exp(linear)


def _without_measure(columns: Matrix) -> Matrix:
    """The same periods as if the measure had not begun."""
    without = columns.copy()
    without[:, MEASURE] = 0.0
    return without


def _contrast(
    fitted: Autoregression, columns: Matrix, start: int, family: Family
) -> tuple[float, Vector]:
    """Mean difference after the start, and its gradient by the parameters (delta method)."""
    under, continued = columns[start:], _without_measure(columns)[start:]
    first = _mean(under @ fitted.parameters, family)
    second = _mean(continued @ fitted.parameters, family)
    if family == "gaussian":
        gradient = (under - continued).mean(axis=0)
    else:
        gradient = (under * first[:, None] - continued * second[:, None]).mean(axis=0)
    return float((first - second).mean()), gradient


def _coefficients(fitted: Autoregression, family: Family) -> tuple[Variant, ...]:
    """Change of level and of slope; logarithms of ratios for counts."""
    names = ("level", "slope") if family == "gaussian" else ("level (log)", "slope (log)")
    found = []
    for name, column in zip(names, MEASURE, strict=True):
        gradient = np.zeros(fitted.parameters.size)
        gradient[column] = 1.0
        value, se = float(fitted.parameters[column]), fitted.error_of(gradient)
        reach = float(student.ppf(0.975, fitted.freedom_of(gradient))) * se
        found.append(Variant(name, value, se, value - reach, value + reach))
    return tuple(found)


def _checks(
    series: Interruption, fitted: Autoregression, family: Family, names: list[str]
) -> tuple[Check, ...]:
    """Comparison, family, memory and season."""
    alone = series.comparison is None
    seasonal = "sine 1" in names
    return (
        Check(
            "comparison",
            "failed" if alone else "passed",
            "One place alone: whatever else changed at that time is part of the answer."
            if alone
            else "A series that the measure does not touch stands beside it.",
        ),
        Check("family", "information", f"The series is taken as {family.replace('_', ' ')}."),
        memory_check("autocorrelation", fitted.correlation),
        Check(
            "season",
            "information",
            "Two waves a year are fitted."
            if seasonal
            else "No season is fitted: the periods are no months, or too few before the start.",
        ),
    )


def _fake_start(series: Interruption, family: Family) -> Check:
    """The same method on the time before alone, with a pretended start."""
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
    columns, _ = _columns(pretended)
    fitted = _fit(pretended.outcome, columns, family)
    found, gradient = _contrast(fitted, columns, earlier, family)
    se = fitted.error_of(gradient)
    clear = abs(found) > float(student.ppf(0.975, fitted.freedom_of(gradient))) * se
    return Check(
        "placebo_in_time",
        "failed" if clear else "passed",
        f"With a start pretended in {series.periods[earlier]} the method finds {found:.4g} "
        f"(error {se:.4g}), where nothing happened.",
    )
