"""One treated series beside its donors, and what weighted donors say about it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from sholu.policy.model import PolicyError
from sholu.policy.panel import Codes, Matrix, Panel, Vector

LEAST_BEFORE = 3
"""Periods before the start below which a fit to them says nothing."""


@dataclass(frozen=True)
class Predictor:
    """A column averaged over a window of periods before the start (both ends inclusive)."""

    column: str
    first: float
    last: float


@dataclass(frozen=True, eq=False)
class Controls:
    """A treated series and its donors.

    Attributes:
        names: of the J donors.
        treated: (T,) outcome of the treated.
        donors: (J, T) outcomes of the donors.
        start: index of the first treated period.
        fit_from: index of the first period that the fit looks at.
        treated_predictors: (K,).
        donor_predictors: (J, K).
    """

    names: tuple[str, ...]
    treated: Vector
    donors: Matrix
    start: int
    fit_from: int
    treated_predictors: Vector
    donor_predictors: Matrix

    @property
    def before(self) -> slice:
        """The periods that the weights are fitted over."""
        return slice(self.fit_from, self.start)

    def without(self, donor: int) -> Controls:
        """The same without one donor."""
        kept = np.arange(len(self.names)) != donor
        return replace(
            self,
            names=tuple(name for name, keep in zip(self.names, kept, strict=True) if keep),
            donors=self.donors[kept],
            donor_predictors=self.donor_predictors[kept],
        )

    def as_if(self, donor: int) -> Controls:
        """One donor in the place of the treated, which leaves the data: a placebo."""
        return replace(
            self.without(donor),
            treated=self.donors[donor],
            treated_predictors=self.donor_predictors[donor],
        )

    def as_if_started(self, start: int) -> Controls:
        """The same cut before the start, as if treatment had begun earlier."""
        return replace(
            self,
            treated=self.treated[: self.start],
            donors=self.donors[:, : self.start],
            start=start,
        )


Fit = Callable[[Controls], Vector]
"""A way of weighting: (J,) weights of the donors."""


def gaps(controls: Controls, weights: Vector) -> Vector:
    """(T,) the treated minus the weighted donors."""
    found: Vector = controls.treated - weights @ controls.donors
    return found


def root_mean_square(values: Vector) -> float:
    """Square root of the mean square."""
    return float(np.sqrt(np.mean(values**2)))


def controls_of(panel: Panel, outcome: str, predictors: Sequence[Predictor]) -> Controls:
    """The treated (their mean, if several) and all others as donors.

    If the outcome itself is a predictor averaged over several periods, the weights are fitted over
    those periods (as the published Basque and German studies do), else over all before the start.

    Raises:
        PolicyError: if there are too few donors or periods, or a predictor has no value.
    """
    start = panel.start()
    others = panel.comparison
    if others.size < 2:
        raise PolicyError(
            f"There are {others.size} units of comparison; a synthetic control needs two or more."
        )
    windows = [p.first for p in predictors if p.column == outcome and p.last > p.first]
    fit_from = int(np.searchsorted(panel.times, min(windows))) if windows else 0
    before, after = start - fit_from, len(panel.periods) - start
    if before < LEAST_BEFORE or after < 1:
        raise PolicyError(
            f"There are {before} periods before the start and {after} after it; a synthetic "
            f"control needs {LEAST_BEFORE} before and one after."
        )
    values = _predictor_values(panel, outcome, predictors)
    return Controls(
        names=tuple(panel.units[i] for i in others),
        treated=panel.outcome[panel.treated].mean(axis=0),
        donors=panel.outcome[others],
        start=start,
        fit_from=fit_from,
        treated_predictors=values[panel.treated].mean(axis=0),
        donor_predictors=values[others],
    )


def _predictor_values(panel: Panel, outcome: str, predictors: Sequence[Predictor]) -> Matrix:
    """(N, K) means over each predictor's window, periods without a value left out."""
    columns: Mapping[str, Matrix] = {**panel.covariates, outcome: panel.outcome}
    values = np.empty((len(panel.units), len(predictors)))
    for k, predictor in enumerate(predictors):
        inside = (panel.times >= predictor.first) & (panel.times <= predictor.last)
        window = columns[predictor.column][:, inside]
        counted = (~np.isnan(window)).sum(axis=1)
        if not inside.any() or (counted == 0).any():
            empty = panel.units[int(np.argmin(counted))] if inside.any() else "any unit"
            raise PolicyError(
                f"The predictor {predictor.column} has no value for {empty} between "
                f"{predictor.first:g} and {predictor.last:g}.",
                "Choose a window that has values for all, or leave the unit out.",
            )
        if predictor.last >= panel.times[panel.start()]:
            raise PolicyError(
                f"The predictor {predictor.column} is averaged until {predictor.last:g}, after "
                "treatment starts: what the measure changed can't explain it."
            )
        values[:, k] = np.nansum(window, axis=1) / counted
    return values


def used(weights: Vector, names: tuple[str, ...]) -> dict[str, float]:
    """Donors with a weight, the heaviest first."""
    order: Codes = np.argsort(-np.abs(weights), kind="stable")
    return {names[j]: float(weights[j]) for j in order if abs(weights[j]) > 5e-5}
