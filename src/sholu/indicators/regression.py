"""Regression on any table, its formula and its checks: pyfixest estimates, statsmodels checks."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sholu.indicators.summary import TableError, check_columns

if TYPE_CHECKING:
    import pandas as pd

FAMILIES: tuple[str, ...] = ("ols", "poisson")

LEAST_ROWS = 10
"""Below it nothing is estimated: with fewer rows every check is blind."""

ROWS_PER_COEFFICIENT = 15
"""Rows by coefficient below which a fit does not hold for new data (Harrell 2015, Regression
Modeling Strategies, 2nd ed., section 4.4: 10 to 20)."""

ALARM = 0.05
"""A check speaks when its p-value is below this (convention; Fisher 1925)."""

COLLINEAR = 30.0
"""Condition number of the standardised design from which coefficients borrow from each other
(Belsley, Kuh and Welsch 1980, Regression Diagnostics, section 3.2)."""

OVERDISPERSED = 1.5
"""Pearson chi-squared by degrees of freedom from which Poisson intervals would be too narrow
(Cameron and Trivedi 2013, Regression Analysis of Count Data, section 3.3: well above 1)."""


@dataclass(frozen=True)
class Model:
    """What is asked: ``y ~ x1 + x2 | fixed effects``.

    Attributes:
        family: ``ols`` or ``poisson``.
        cluster: column within which rows are not independent; None for heteroskedasticity-robust
            errors (HC1).
    """

    formula: str
    family: str = "ols"
    cluster: str | None = None


@dataclass(frozen=True)
class Check:
    """A diagnostic: ``verdict`` is ``passed``, ``look`` or ``can't say``."""

    name: str
    verdict: str
    says: str


@dataclass(frozen=True)
class Fit:
    """Coefficients with their intervals, and the checks.

    Attributes:
        rows: used; ``left_out``: with a missing value, or alone in a fixed effect.
    """

    model: Model
    errors: str
    rows: int
    left_out: int
    r_squared: float | None
    coefficients: tuple[dict[str, Any], ...]
    checks: tuple[Check, ...]


def fit(frame: pd.DataFrame, model: Model) -> Fit:
    """Estimate a model on a table.

    Raises:
        TableError: if the formula can't be read, names no column, or there are too few rows.
    """
    import pyfixest
    from formulaic.errors import FormulaicError

    if model.cluster:
        check_columns(frame, [model.cluster])
    vcov: Any = {"CRV1": model.cluster} if model.cluster else "hetero"
    estimate = pyfixest.feols if model.family == "ols" else pyfixest.fepois
    usable = _usable(frame, model)
    try:
        fitted: Any = estimate(model.formula, data=usable, vcov=vcov)
    except (FormulaicError, ValueError, KeyError, NameError, RuntimeError) as error:
        raise TableError(
            f"'{model.formula}' can't be fitted: {str(error).splitlines()[0]}",
            f"The table has the columns {', '.join(map(str, frame))}.",
        ) from error
    table = fitted.tidy().reset_index()
    _check_size(int(fitted._N), len(table))
    return Fit(
        model=model,
        errors=f"clustered by {model.cluster} (CRV1)" if model.cluster else "robust (HC1)",
        rows=int(fitted._N),
        left_out=len(frame) - int(fitted._N),
        r_squared=float(fitted._r2) if model.family == "ols" else None,
        coefficients=tuple(_coefficient(row) for row in table.to_dict("records")),
        checks=_checks(fitted, model, len(table)),
    )


def _usable(frame: pd.DataFrame, model: Model) -> pd.DataFrame:
    """Rows with all that the formula names; too few of them are no ground for anything."""
    names = [name for name in re.findall(r"[^\W\d]\w*", model.formula) if name in frame]
    outcome = model.formula.partition("~")[0].strip()
    if "~" not in model.formula or not outcome:
        raise TableError(f"'{model.formula}' is no formula.", "Write y ~ x1 + x2 | fixed_effect.")
    kept = frame.dropna(subset=list(dict.fromkeys(names)))
    _check_size(len(kept), 1)
    return kept


def _check_size(rows: int, coefficients: int) -> None:
    if rows < max(LEAST_ROWS, 2 * coefficients):
        raise TableError(
            f"Can't say: {rows} rows with all values for {coefficients} coefficients.",
            f"At least {max(LEAST_ROWS, 2 * coefficients)} are due.",
        )


def _coefficient(row: dict[str, Any]) -> dict[str, Any]:
    return {
        "coefficient": row["Coefficient"],
        "estimate": row["Estimate"],
        "standard_error": row["Std. Error"],
        "p_value": row["Pr(>|t|)"],
        "low_95": row["2.5%"],
        "high_95": row["97.5%"],
    }


def _checks(fitted: Any, model: Model, coefficients: int) -> tuple[Check, ...]:
    checks = [_rows_check(int(fitted._N), coefficients), _collinearity(fitted)]
    if model.family == "poisson":
        return (*checks, _dispersion(fitted, coefficients))
    return (*checks, _spread_of_residuals(fitted), _shape_of_residuals(fitted), _influence(fitted))


def _rows_check(rows: int, coefficients: int) -> Check:
    enough = rows >= ROWS_PER_COEFFICIENT * coefficients
    says = f"{rows} rows for {coefficients} coefficients"
    more = "" if enough else f"; {ROWS_PER_COEFFICIENT} a coefficient are wanted (Harrell 2015)"
    return Check("rows", "passed" if enough else "look", says + more)


def _collinearity(fitted: Any) -> Check:
    import numpy as np

    design = np.asarray(fitted._X, dtype=float)
    spread = design.std(axis=0)
    varying = design[:, spread > 0]
    if varying.shape[1] < 2:
        return Check("collinearity", "passed", "there is one regressor at most")
    standard = (varying - varying.mean(axis=0)) / varying.std(axis=0)
    number = float(np.linalg.cond(standard))
    verdict = "passed" if number < COLLINEAR else "look"
    return Check("collinearity", verdict, f"condition number {number:.1f} (alarm at {COLLINEAR:g})")


def _residuals(fitted: Any) -> Any:
    import numpy as np

    return np.asarray(fitted.resid(), dtype=float).ravel()


def _spread_of_residuals(fitted: Any) -> Check:
    """Breusch and Pagan (1979) with Koenker's (1981) studentisation; robust errors allow for it."""
    import numpy as np
    from statsmodels.stats.diagnostic import het_breuschpagan

    design = np.asarray(fitted._X, dtype=float)
    with_constant = np.column_stack([np.ones(len(design)), design[:, design.std(axis=0) > 0]])
    if with_constant.shape[1] < 2:
        return Check("equal spread", "can't say", "no regressor varies")
    p_value = float(het_breuschpagan(_residuals(fitted), with_constant)[1])
    says = f"Breusch-Pagan p = {p_value:.3g}; the errors printed allow for unequal spread"
    return Check("equal spread", "passed" if p_value >= ALARM else "look", says)


def _shape_of_residuals(fitted: Any) -> Check:
    """Jarque and Bera (1987)."""
    from statsmodels.stats.stattools import jarque_bera

    p_value = float(jarque_bera(_residuals(fitted))[1])
    says = f"Jarque-Bera p = {p_value:.3g}; matters for intervals of small samples"
    return Check("normal residuals", "passed" if p_value >= ALARM else "look", says)


def _influence(fitted: Any) -> Check:
    """Whether a single row carries the result: Cook's distance above 1 (Cook and Weisberg 1982)."""
    import numpy as np

    design = np.asarray(fitted._X, dtype=float)
    residuals = _residuals(fitted)
    hat = np.einsum("ij,ji->i", design, np.linalg.pinv(design))
    rank = int(np.linalg.matrix_rank(design))
    scale = float(residuals @ residuals) / max(len(residuals) - rank, 1)
    if scale <= 0:
        return Check("influence", "look", "the fit is perfect: there is nothing to judge it by")
    distance = residuals**2 / (rank * scale) * hat / np.clip(1 - hat, 1e-9, None) ** 2
    greatest = float(distance.max())
    says = f"greatest Cook's distance {greatest:.2f} (alarm at 1)"
    return Check("influence", "passed" if greatest < 1 else "look", says)


def _dispersion(fitted: Any, coefficients: int) -> Check:
    import numpy as np

    counts = np.asarray(fitted._Y_untransformed, dtype=float).ravel()
    expected = np.asarray(fitted.predict(type="response"), dtype=float).ravel()
    if len(counts) != len(expected):
        return Check("dispersion", "can't say", "rows alone in a fixed effect were left out")
    pearson = ((counts - expected) ** 2 / expected).sum() / max(len(counts) - coefficients, 1)
    verdict = "passed" if pearson < OVERDISPERSED else "look"
    says = f"Pearson chi-squared by degrees of freedom {pearson:.2f}; the errors printed allow it"
    return Check("dispersion", verdict, says)
