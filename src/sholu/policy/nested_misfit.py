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
    """Weights on the simplex for importances: `sholu.policy.simplex`, by normal equations.

    These lose half the digits, of which a search needs few.

    Args:
        logs: (K,) log importances.
        predictors: (K, J) donor minus treated.
    """
    products = _products(logs, predictors)
    donors = predictors.shape[1]
    solution = np.zeros(donors)
    passive = np.zeros(donors, dtype=np.bool_)
    blocked = np.zeros(donors, dtype=np.bool_)
    for _ in range(10 * donors):
        entering = _steepest(products, solution, passive | blocked)
        if entering < 0:
            break
        passive[entering] = True
        if not _settle(products, solution, passive):
            passive[entering] = False
            blocked[entering] = True
    weights: Vector = solution / solution.sum()
    return weights


@compiled
def _products(logs: Vector, predictors: Matrix) -> Matrix:
    """(J, J) products of donors by importance, of the order of one, plus one for the sum."""
    rows, donors = predictors.shape
    importance = np.exp(logs - logs.max())
    products = np.zeros((donors, donors))
    for k in range(rows):
        for i in range(donors):
            factor = importance[k] * predictors[k, i]
            for j in range(i + 1):
                products[i, j] += factor * predictors[k, j]
    scale = 0.0
    for i in range(donors):
        scale += products[i, i]
    scale = rows * donors / scale if scale > 0 else 1.0
    for i in range(donors):
        for j in range(i + 1):
            products[i, j] = products[i, j] * scale + 1.0
            products[j, i] = products[i, j]
    return products


@compiled
def _steepest(products: Matrix, solution: Vector, outside: np.ndarray) -> int:
    """The donor not yet in that would lower the misfit most, or -1 if none would."""
    best, steepest = 1e-11, -1
    for i in range(solution.size):
        if not outside[i]:
            slope = 1.0
            for j in range(solution.size):
                slope -= products[i, j] * solution[j]
            if slope > best:
                best, steepest = slope, i
    return steepest


@compiled
def _settle(products: Matrix, solution: Vector, passive: np.ndarray) -> bool:
    """Solve for the donors inside; let go those that would fall below zero (in place).

    Returns:
        False, with the solution as it was, if the donors can't be told apart.
    """
    for _ in range(solution.size):
        fit = np.zeros(solution.size)
        if not _solve(products, np.flatnonzero(passive), fit):
            return False
        share, negative = 1.0, False
        for j in range(solution.size):
            if passive[j] and fit[j] <= 0.0:
                negative = True
                share = min(share, solution[j] / (solution[j] - fit[j] + 1e-300))
        for j in range(solution.size):
            solution[j] += share * (fit[j] - solution[j])
            if passive[j] and negative and solution[j] <= 1e-14:
                passive[j] = False
                solution[j] = 0.0
        if not negative:
            break
    return True


@compiled
def _solve(products: Matrix, used: np.ndarray, fit: Vector) -> bool:
    """Products times fit equals one over the used donors, by Cholesky (in place)."""
    count = used.size
    root = np.zeros((count, count))
    side = np.empty(count)
    for i in range(count):
        for j in range(i + 1):
            total = products[used[i], used[j]]
            for k in range(j):
                total -= root[i, k] * root[j, k]
            if i == j:
                if total <= 1e-13 * products[used[i], used[i]]:
                    return False
                root[i, i] = np.sqrt(total)
            else:
                root[i, j] = total / root[j, j]
        total = 1.0
        for k in range(i):
            total -= root[i, k] * side[k]
        side[i] = total / root[i, i]
    for i in range(count - 1, -1, -1):
        total = side[i]
        for k in range(i + 1, count):
            total -= root[k, i] * fit[used[k]]
        fit[used[i]] = total / root[i, i]
    return True
