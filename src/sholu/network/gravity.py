"""A gravity model of flow: demand, supply, trade and distance, with what cannot be said."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import statsmodels.api as sm
from statsmodels.tools.sm_exceptions import PerfectSeparationError

from sholu.network.model import Floats
from sholu.network.routes_model import RouteError

ROWS_PER_TERM = 5
"""Pairs that a coefficient needs at the least; below, intervals of 95 % cover far less (Vittinghoff
and McCulloch, American Journal of Epidemiology 165, 2007, find 5 to 9 events tolerable)."""

CONDITION = 30.0
"""Condition number of the standardised regressors from which they cannot be told apart (Belsley,
Kuh and Welsch, Regression Diagnostics, 1980)."""


@dataclass(frozen=True)
class Coefficient:
    """An elasticity (of a logged regressor) with its 95 % interval; or why there is none.

    Attributes:
        estimate, low, high, p_value: None where ``unsaid`` gives the reason.
    """

    name: str
    estimate: float | None
    low: float | None
    high: float | None
    p_value: float | None
    unsaid: str = ""


@dataclass(frozen=True)
class GravityModel:
    """The fitted model.

    Attributes:
        n: pairs used; positive: those with flow; zero: those without.
        reset_p: p-value of the RESET test; small: the form is wrong. None if it cannot be done.
        share_explained: squared correlation of flow and fitted flow; None if nothing was fitted.
        verdict: a sentence.
        fitted: shape (n,); empty if nothing was fitted.
    """

    coefficients: tuple[Coefficient, ...]
    n: int
    positive: int
    zero: int
    reset_p: float | None
    share_explained: float | None
    verdict: str
    fitted: Floats


def fit_gravity(
    flow: Floats, logged: Mapping[str, Floats], plain: Mapping[str, Floats]
) -> GravityModel:
    """Fit by Poisson pseudo-maximum likelihood, with standard errors robust to any variance.

    Logging the flow would drop pairs without flow and be biased under heteroskedasticity (Santos
    Silva and Tenreyro, Review of Economics and Statistics 88, 2006).

    Args:
        flow: shape (pairs,), not negative: kilograms, seizures.
        logged: regressors that enter as logarithms (distance, demand, trade): positive.
        plain: regressors that enter as they are (a shared border, 0 or 1).

    Raises:
        RouteError: if a value cannot be used; the message names it.
    """
    _check(flow, logged, plain)
    columns = {name: np.log(values) for name, values in logged.items()} | dict(plain)
    names = list(columns)
    unsaid = _unsaid(flow, columns)
    positive = int((flow > 0).sum())
    if unsaid:
        return GravityModel(
            tuple(Coefficient(n, None, None, None, None, unsaid.get(n, unsaid.get("", ""))
                  or "not fitted: another regressor cannot be told apart") for n in names),
            len(flow), positive, len(flow) - positive, None, None,
            "Can't say: " + "; ".join(dict.fromkeys(unsaid.values())) + ".", np.empty(0),
        )  # fmt: skip
    design = np.column_stack([np.ones(len(flow)), *columns.values()])
    try:
        result = sm.GLM(flow, design, family=sm.families.Poisson()).fit(cov_type="HC1")
    except PerfectSeparationError as error:
        raise RouteError("The regressors say exactly which pairs have no flow.") from error
    low, high = np.asarray(result.conf_int()).T
    fitted = np.asarray(result.mu)
    told = tuple(
        Coefficient(name, float(result.params[i]), float(low[i]), float(high[i]),
                    float(result.pvalues[i]))
        for i, name in enumerate(names, start=1)
    )  # fmt: skip
    return GravityModel(
        told, len(flow), positive, len(flow) - positive, _reset(flow, design, result),
        float(np.corrcoef(flow, fitted)[0, 1] ** 2), _verdict(told), fitted,
    )  # fmt: skip


def _check(flow: Floats, logged: Mapping[str, Floats], plain: Mapping[str, Floats]) -> None:
    if not len(flow):
        raise RouteError("There are no pairs to fit.")
    if not logged and not plain:
        raise RouteError("There is nothing to explain the flow with.", "Add a column: distance_km.")
    for name, values in {"flow": flow, **logged, **plain}.items():
        if not np.isfinite(values).all():
            raise RouteError(f"{name} has values that are no numbers.")
    if (flow < 0).any():
        raise RouteError("A flow is below zero.")
    for name, values in logged.items():
        if (values <= 0).any():
            raise RouteError(
                f"{name} has a value of zero or below, which has no logarithm.",
                "Leave the pair out, or give the column a name that starts with 'is_'.",
            )


def _unsaid(flow: Floats, columns: Mapping[str, Floats]) -> dict[str, str]:
    """Regressors whose part cannot be told, with why; under an empty name what hits all."""
    terms = len(columns) + 1
    positive = int((flow > 0).sum())
    if len(flow) < ROWS_PER_TERM * terms or positive < ROWS_PER_TERM * len(columns):
        return {
            "": f"{len(flow)} pairs, {positive} with flow, are too few for {len(columns)} "
            f"regressors ({ROWS_PER_TERM} for each are the least)"
        }
    same = {n: f"{n} is the same in all pairs" for n, v in columns.items() if np.ptp(v) < 1e-12}
    same |= {
        name: f"{name} does not vary among pairs with flow, so it says exactly where there is none"
        for name, v in columns.items()
        if name not in same and np.ptp(v[flow > 0]) < 1e-12
    }
    if same:
        return same
    matrix = np.column_stack(list(columns.values()))
    scaled = (matrix - matrix.mean(axis=0)) / matrix.std(axis=0)
    _, sizes, directions = np.linalg.svd(scaled, full_matrices=False)
    if sizes[0] > CONDITION * sizes[-1]:
        names = [n for n, part in zip(columns, directions[-1], strict=True) if abs(part) > 0.3]
        return {
            name: f"{' and '.join(names)} move together and cannot be told apart" for name in names
        }
    return {}


def _reset(flow: Floats, design: Floats, result: object) -> float | None:
    """Ramsey's RESET: does the square of the linear index still explain something?"""
    index = design @ np.asarray(result.params)  # type: ignore[attr-defined]
    # Centred: the square is then not nearly the index itself.
    wider = np.column_stack([design, (index - index.mean()) ** 2])
    if np.linalg.matrix_rank(wider) < wider.shape[1]:
        return None
    again = sm.GLM(flow, wider, family=sm.families.Poisson()).fit(cov_type="HC1")
    return float(again.pvalues[-1])


def _verdict(told: tuple[Coefficient, ...]) -> str:
    sure = [one for one in told if one.low is not None and one.high is not None
            and one.low * one.high > 0]  # fmt: skip
    if not sure:
        return "No regressor's interval excludes zero: these pairs do not tell what moves the flow."
    return (
        "; ".join(
            f"{one.name} {'+' if (one.estimate or 0) > 0 else ''}{one.estimate:.2f} "
            f"({one.low:.2f} to {one.high:.2f})"
            for one in sure
        )
        + ": intervals that exclude zero."
    )
