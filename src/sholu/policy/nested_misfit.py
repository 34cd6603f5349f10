"""The inner problem of the nested search, compiled: how well the outcome fits, by importances.

A search asks it some ten thousand times for the weights of a few dozen donors over a dozen
predictors; the general solver takes ten times as long, nearly all of it for being called.
"""

from __future__ import annotations

import numpy as np

from sholu.network.compiled import compiled
from sholu.policy.panel import Matrix, Vector


@compiled
def misfits(logs: Matrix, predictors: Matrix, outcomes: Matrix) -> Vector:
    """Squared misfit of the outcome for each of P sets of importances.

    Args:
        logs: (K, P) log importances.
        predictors: (K, J) donor minus treated.
        outcomes: (periods, J) donor minus treated before the start.

    Returns:
        (P,) sums of squares over the periods.
    """
    found = np.empty(logs.shape[1])
    for p in range(logs.shape[1]):
        weights = donor_weights(logs[:, p], predictors)
        total = 0.0
        for t in range(outcomes.shape[0]):
            gap = 0.0
            for j in range(weights.size):
                gap += outcomes[t, j] * weights[j]
            total += gap * gap
        found[p] = total
    return found


@compiled
def donor_weights(logs: Vector, predictors: Matrix) -> Vector:
    """Weights on the simplex for importances: `sholu.policy.simplex`, for small problems.

    Args:
        logs: (K,) log importances.
        predictors: (K, J) donor minus treated.
    """
    rows, donors = predictors.shape
    system = np.ones((donors, rows + 1))  # a donor's equations lie together in memory
    top = logs.max()
    square = 0.0
    for k in range(rows):
        root = np.exp((logs[k] - top) / 2)
        for j in range(donors):
            system[j, k] = root * predictors[k, j]
            square += system[j, k] ** 2
    scale = np.sqrt(square / (rows * donors))
    if scale > 0:
        system[:, :rows] /= scale
    solution = np.zeros(donors)
    passive = np.zeros(donors, dtype=np.bool_)
    for _ in range(10 * donors):
        entering = _steepest(system, solution, passive)
        if entering < 0:
            break
        passive[entering] = True
        _settle(system, solution, passive)
    weights: Vector = solution / solution.sum()
    return weights


@compiled
def _steepest(system: Matrix, solution: Vector, passive: np.ndarray) -> int:
    """The donor outside that would lower the misfit most, or -1 if none would."""
    donors, rows = system.shape
    residual = np.zeros(rows)
    residual[rows - 1] = 1.0
    for j in range(donors):
        if passive[j]:
            for k in range(rows):
                residual[k] -= solution[j] * system[j, k]
    best, steepest = 1e-12, -1
    for j in range(donors):
        if not passive[j]:
            slope = 0.0
            for k in range(rows):
                slope += system[j, k] * residual[k]
            if slope > best:
                best, steepest = slope, j
    return steepest


@compiled
def _settle(system: Matrix, solution: Vector, passive: np.ndarray) -> None:
    """Solve for the donors inside; let go those that would fall below zero (in place)."""
    donors = solution.size
    for _ in range(donors):
        fit = _least_squares(system, passive)
        share, negative = 1.0, False
        for j in range(donors):
            if passive[j] and fit[j] <= 0.0:
                negative = True
                share = min(share, solution[j] / (solution[j] - fit[j] + 1e-300))
        for j in range(donors):
            solution[j] += share * (fit[j] - solution[j])
            if passive[j] and negative and solution[j] <= 1e-14:
                passive[j] = False
                solution[j] = 0.0
        if not negative:
            break


@compiled
def _least_squares(system: Matrix, passive: np.ndarray) -> Vector:
    """Least squares with target (0, …, 0, 1) by modified Gram–Schmidt (Björck 1967)."""
    donors, rows = system.shape
    used = np.flatnonzero(passive)
    count = used.size
    basis = np.empty((count, rows))
    triangle = np.zeros((count, count))
    side = np.zeros(count)
    target = np.zeros(rows)
    target[rows - 1] = 1.0
    for i in range(count):
        basis[i] = system[used[i]]
    for i in range(count):
        triangle[i, i] = np.sqrt((basis[i] ** 2).sum())
        basis[i] /= triangle[i, i] + 1e-300
        for later in range(i + 1, count):
            triangle[i, later] = (basis[i] * basis[later]).sum()
            basis[later] -= triangle[i, later] * basis[i]
        side[i] = (basis[i] * target).sum()
        target -= side[i] * basis[i]
    fit = np.zeros(donors)
    for i in range(count - 1, -1, -1):
        total = side[i]
        for later in range(i + 1, count):
            total -= triangle[i, later] * fit[used[later]]
        fit[used[i]] = total / (triangle[i, i] + 1e-300)
    return fit
