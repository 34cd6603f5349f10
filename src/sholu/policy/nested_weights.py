"""Importance of predictors and weights of donors, chosen together (nested optimisation).

Abadie and Gardeazabal (2003, appendix B): donor weights make the predictors fit, each predictor
counting by its importance v; v is chosen so that the outcome before the start fits. The outer
problem has many local optima, and kinks where a donor enters or leaves, at which a descent stops
although better weights lie beside.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from scipy.optimize import differential_evolution, minimize

from sholu.policy.nested_misfit import donor_weights, misfits
from sholu.policy.panel import Matrix, Vector
from sholu.policy.simplex import simplex_weights

LOWEST = -16.0
"""Lowest log importance of the search, the largest being 0: e^-16 as good as does not count."""

POPULATION = 10
GENERATIONS = 120
"""Of the evolution (Storn and Price 1997): members per predictor, and rounds. On the smoking data
of Abadie, Diamond and Hainmueller (2010) each of five seeds reached the same end."""

EDGE = 1e-6
"""Relative difference of losses below which donors in use can't fit better."""


@dataclass(frozen=True, eq=False)
class Weights:
    """The end of a search.

    Attributes:
        donors: (J,) weights, adding up to one.
        importance: (K,) of the predictors, adding up to one.
        loss: mean squared difference of the outcome before the start.
    """

    donors: Vector
    importance: Vector
    loss: float


@dataclass(frozen=True, eq=False)
class Nested:
    """What was found, and whether something fits better elsewhere.

    Attributes:
        chosen: the weights to use.
        best: those of the smallest loss found anywhere; often the same.
    """

    chosen: Weights
    best: Weights

    @property
    def settled(self) -> bool:
        """Whether nothing elsewhere fits better than what was chosen."""
        return self.best.loss >= self.chosen.loss * (1 - 1e-3)


def nested_weights(
    predictors: Matrix, outcomes: Matrix, standard: Iterable[Vector], seed: int = 0
) -> Nested:
    """Descend from the standard starts, and search all over.

    A descent from a standard start that ends where the donors in use fit best is taken: that is
    what published answers are. If none does (they stop at kinks), the best end of all is taken.

    Args:
        predictors: (K, J) donor minus treated, each row in units of its standard deviation.
        outcomes: (periods, J) donor minus treated before the start.
        standard: (K,) importances, as `standard_starts` gives them.
        seed: of the search.
    """
    own = [_descend(predictors, outcomes, np.log(np.maximum(v, 1e-12))) for v in standard]
    found = _search(predictors, outcomes, own, seed)
    ends = [_weights(predictors, outcomes, logs) for logs in (*own, found)]
    best = min(ends, key=lambda end: end.loss)
    published = [end for end in ends[:-1] if _fits_best(outcomes, end)]
    return Nested(min(published, key=lambda end: end.loss) if published else best, best)


def standard_starts(predictors: Matrix, outcomes: Matrix) -> tuple[Vector, Vector]:
    """The two starts of Synth (Abadie, Diamond, Hainmueller 2011): equal, and by regression.

    Args:
        predictors: (K, N) of all units, each row in units of its standard deviation.
        outcomes: (N, periods) of all units before the start.
    """
    equal = np.full(predictors.shape[0], 1.0 / predictors.shape[0])
    with_constant = np.vstack([np.ones(predictors.shape[1]), predictors]).T
    slopes = np.linalg.lstsq(with_constant, outcomes, rcond=None)[0][1:]
    strength = (slopes**2).sum(axis=1)
    return equal, strength / strength.sum()


def _search(predictors: Matrix, outcomes: Matrix, known: list[Vector], seed: int) -> Vector:
    """Look all over by differential evolution, and go down from its end."""
    size = predictors.shape[0]
    draws = np.random.default_rng(seed)
    population = draws.uniform(LOWEST, 0.0, (POPULATION * size, size))
    population[: len(known)] = np.clip([logs - logs.max() for logs in known], LOWEST, 0.0)
    found = differential_evolution(
        misfits,
        [(LOWEST, 0.0)] * size,
        args=(predictors, outcomes),
        init=population,
        maxiter=GENERATIONS,
        rng=draws,
        vectorized=True,
        updating="deferred",
        polish=False,
        tol=1e-8,
    )
    # A simplex is not stopped by kinks, as gradients are.
    end = minimize(
        _misfit,
        found.x,
        args=(predictors, outcomes),
        method="Nelder-Mead",
        options={"maxiter": 200 * size, "xatol": 1e-6, "fatol": 1e-12, "adaptive": True},
    )
    logs: Vector = end.x
    return logs


def _descend(predictors: Matrix, outcomes: Matrix, logs: Vector) -> Vector:
    """Go down from a start along the gradient, as Synth does."""
    end = minimize(
        _misfit,
        logs - logs.max(),
        args=(predictors, outcomes),
        method="L-BFGS-B",
        bounds=[(2 * LOWEST, -2 * LOWEST)] * logs.size,
    )
    logs_at_end: Vector = end.x
    return logs_at_end


def _misfit(logs: Vector, predictors: Matrix, outcomes: Matrix) -> float:
    """Squared misfit of the outcome."""
    return float(misfits(logs[:, None], predictors, outcomes)[0])


def _weights(predictors: Matrix, outcomes: Matrix, logs: Vector) -> Weights:
    """An end in the form that is handed on."""
    importance = np.exp(logs - logs.max())
    donors = donor_weights(logs, predictors)
    loss = float(np.mean((outcomes @ donors) ** 2))
    return Weights(donors, importance / importance.sum(), loss)


def _fits_best(outcomes: Matrix, end: Weights) -> bool:
    """Whether the donors in use, two or more, could not fit the outcome better together."""
    used = end.donors > 1e-10
    mine = outcomes[:, used]
    possible = float(np.mean((mine @ simplex_weights(mine)) ** 2))
    return bool(used.sum() > 1 and end.loss <= possible * (1 + EDGE))
