"""Compiled loops of Katz scores while actors are taken away: an inverse that is kept up to date."""

from __future__ import annotations

import numpy as np

from sholu.network.compiled import compiled
from sholu.network.dismantling_model import State, Ties
from sholu.network.model import Booleans, Floats, Indices

_RESIDUE = 1e-9
"""Error of the Katz equations, relative to the scores, from which they are solved anew."""


@compiled
def _eliminate(system: Floats, inverse: Floats) -> None:
    """Turn ``inverse`` (given as 1) into that of ``system``: Gauss and Jordan, largest pivots."""
    n = len(system)
    for column in range(n):
        pivot = column
        for row in range(column, n):
            if abs(system[row, column]) > abs(system[pivot, column]):
                pivot = row
        scale = 1.0 / system[pivot, column]
        for matrix in (system, inverse):
            for at in range(n):
                above, below = matrix[column, at], matrix[pivot, at]
                matrix[pivot, at] = above
                matrix[column, at] = below * scale
        for row in range(n):
            share = system[row, column]
            if row != column and share != 0.0:
                for at in range(n):
                    system[row, at] -= share * system[column, at]
                    inverse[row, at] -= share * inverse[column, at]


@compiled
def walks_inverse(ties: Ties, gone: Booleans) -> Floats:
    """The inverse of I − aA' among the actors left, with rows of 0 for the others."""
    n = len(gone)
    system, inverse = np.zeros((n, n)), np.zeros((n, n))
    for v in range(n):
        # Those gone get a 1 of their own for the elimination.
        system[v, v] = inverse[v, v] = 1.0
        for at in range(ties.offsets[v], ties.offsets[v + 1]):
            if not gone[v] and not gone[ties.targets[at]]:
                system[ties.targets[at], v] -= ties.attenuation * ties.weights[at]
    _eliminate(system, inverse)
    for v in range(n):
        if gone[v]:
            inverse[v, v] = 0.0
    return inverse


@compiled
def without(v: int, members: Indices, inverse: Floats) -> None:
    """Take one actor out of the inverse; what is left is the inverse of the network without him."""
    pivot = inverse[v, v]
    for one in members:
        share = inverse[one, v] / pivot
        if one != v and share != 0.0:
            for other in members:
                inverse[one, other] -= share * inverse[v, other]
    for one in members:
        inverse[one, v] = 0.0
        inverse[v, one] = 0.0


@compiled
def _residue(members: Indices, ties: Ties, gone: Booleans, score: Floats) -> float:
    """The largest error of x = aA'x + 1 among the members, relative to the largest score."""
    gathered = np.ones(len(score))
    largest = 1.0
    for v in members:
        for at in range(ties.offsets[v], ties.offsets[v + 1]):
            if not gone[ties.targets[at]]:
                gathered[ties.targets[at]] += ties.attenuation * ties.weights[at] * score[v]
        largest = max(largest, abs(score[v]))
    worst = 0.0
    for v in members:
        error = abs(gathered[v] - score[v])
        if not error <= worst:
            worst = error
    return worst / largest


@compiled
def score_by_walks(members: Indices, ties: Ties, state: State) -> None:
    """Katz scores of the members, from the inverse; it is made anew where rounding spoilt it."""
    for attempt in range(2):
        for v in members:
            state.score[v] = 0.0
            for w in members:
                state.score[v] += state.inverse[v, w]
        if attempt == 1 or _residue(members, ties, state.gone, state.score) < _RESIDUE:
            return
        anew = walks_inverse(ties, state.gone)
        for v in range(len(anew)):
            for w in range(len(anew)):
                state.inverse[v, w] = anew[v, w]
