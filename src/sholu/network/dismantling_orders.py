"""Compiled loops that take actors away one after another and look at what is left.

An actor's score depends on nothing outside the piece of the network that he is in, so after each
removal only the pieces around the removed are scored anew.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from sholu.network import path_loops
from sholu.network.compiled import compiled
from sholu.network.model import Booleans, Floats, Indices

DEGREE, INFLUENCE, BETWEENNESS, KATZ = 0, 1, 2, 3
"""Rules, as the loops know them."""

RELATIVE_TIE = 1e-9
"""Scores that differ by less than this share of the largest are tied: sums in another order differ
by a rounding of about 1e-15, and curves hang on what is tied."""

_RESIDUE = 1e-9
"""Error of the Katz equations, relative to the scores, from which they are solved anew."""


class Ties(NamedTuple):
    """A network as the loops read it.

    Attributes:
        around_offsets, around: contacts without directions, compressed rows.
        offsets, targets, weights, lengths: ties with directions, compressed rows.
        rule: by which actors are scored; attenuation: of Katz.
        by_length: whether shortest paths add up ``lengths``.
        directed: whether a tie counts at both its ends.
    """

    around_offsets: Indices
    around: Indices
    offsets: Indices
    targets: Indices
    weights: Floats
    lengths: Floats
    rule: int
    attenuation: float
    by_length: bool
    directed: bool


class State(NamedTuple):
    """What is left after some removals; changed in place.

    Attributes:
        gone: shape (n,).
        score: shape (n,), of those left.
        size: shape (n,), of the piece that each of them is in.
        inverse: shape (n, n), of I − aA' for Katz; (0, 0) for other rules.
    """

    gone: Booleans
    score: Floats
    size: Indices
    inverse: Floats


@compiled
def piece_of(start: int, ties: Ties, gone: Booleans, seen: Booleans, members: Indices) -> int:
    """Write the actors of the piece that ``start`` is in to ``members``; gives how many."""
    members[0] = start
    seen[start] = True
    head, tail = 0, 1
    while head < tail:
        v = members[head]
        head += 1
        for place in range(ties.around_offsets[v], ties.around_offsets[v + 1]):
            w = ties.around[place]
            if not gone[w] and not seen[w]:
                seen[w] = True
                members[tail] = w
                tail += 1
    return tail


@compiled
def _strengths(members: Indices, ties: Ties, gone: Booleans, score: Floats) -> None:
    """The sum of the weights of each member's ties, both ways if directed."""
    for v in members:
        score[v] = 0.0
    for v in members:
        for place in range(ties.offsets[v], ties.offsets[v + 1]):
            w = ties.targets[place]
            if not gone[w]:
                score[v] += ties.weights[place]
                if ties.directed:
                    score[w] += ties.weights[place]


@compiled
def _influences(members: Indices, ties: Ties, gone: Booleans, score: Floats) -> None:
    """Turn strengths into collective influence over direct contacts."""
    found = np.zeros(len(members))
    for place, v in enumerate(members):
        for at in range(ties.around_offsets[v], ties.around_offsets[v + 1]):
            if not gone[ties.around[at]]:
                found[place] += score[ties.around[at]] - 1.0
        found[place] *= score[v] - 1.0
    for place, v in enumerate(members):
        score[v] = found[place]


@compiled
def _betweennesses(members: Indices, ties: Ties, gone: Booleans, score: Floats) -> None:
    """Betweenness of each member within his piece, ordered pairs."""
    n = len(members)
    row_of = np.empty(len(score), dtype=np.int64)
    most = 0
    for place, v in enumerate(members):
        row_of[v] = place
        most += ties.offsets[v + 1] - ties.offsets[v]
    offsets = np.zeros(n + 1, dtype=np.int64)
    targets, lengths = np.empty(most, dtype=np.int64), np.empty(most)
    count = 0
    for place, v in enumerate(members):
        for at in range(ties.offsets[v], ties.offsets[v + 1]):
            if not gone[ties.targets[at]]:
                targets[count] = row_of[ties.targets[at]]
                lengths[count] = ties.lengths[at]
                count += 1
        offsets[place + 1] = count
    total, squares = np.zeros(n), np.zeros(n)
    sources = np.arange(n)
    if ties.by_length:
        path_loops.dependencies_by_length(
            offsets, targets[:count], lengths[:count], sources, False, total, squares
        )
    else:
        path_loops.dependencies_by_steps(
            offsets.astype(np.uint32),
            targets[:count].astype(np.uint32),
            sources.astype(np.uint32),
            False,
            total,
            squares,
        )
    for place, v in enumerate(members):
        score[v] = total[place]


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
def _without(v: int, members: Indices, inverse: Floats) -> None:
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
def _walks(members: Indices, ties: Ties, state: State) -> None:
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


@compiled
def score_piece(members: Indices, ties: Ties, state: State) -> None:
    """Score the members of a piece by the rule, and note its size."""
    for v in members:
        state.size[v] = len(members)
    if ties.rule == BETWEENNESS:
        _betweennesses(members, ties, state.gone, state.score)
    elif ties.rule == KATZ:
        _walks(members, ties, state)
    else:
        _strengths(members, ties, state.gone, state.score)
        if ties.rule == INFLUENCE:
            _influences(members, ties, state.gone, state.score)


@compiled
def score_all(ties: Ties, state: State) -> None:
    """Score everybody who is left."""
    n = len(state.gone)
    seen = np.zeros(n, dtype=np.bool_)
    members = np.empty(n, dtype=np.int64)
    for v in range(n):
        if not state.gone[v] and not seen[v]:
            here = piece_of(v, ties, state.gone, seen, members)
            score_piece(members[:here], ties, state)


@compiled
def wanted(ties: Ties, state: State) -> Floats:
    """Shape (n,): who goes first has the highest; minus infinity for those gone.

    Where walks diverge, Katz scores may add up to less than 0. Programs that divide them by their
    signed norm then take the least first; so is done here.
    """
    total = 0.0
    for v in range(len(state.score)):
        if not state.gone[v]:
            total += state.score[v]
    sign = -1.0 if ties.rule == KATZ and total < 0.0 else 1.0
    values = np.empty(len(state.score))
    for v in range(len(values)):
        values[v] = -np.inf if state.gone[v] else sign * state.score[v]
    return values


@compiled
def tie_width(values: Floats) -> float:
    """Difference below which two of the values are tied."""
    largest = 0.0
    for value in values:
        if np.isfinite(value):
            largest = max(largest, abs(value))
    return RELATIVE_TIE * largest


@compiled
def next_to_go(values: Floats, priority: Indices, block: int) -> Indices:
    """The actors with the highest values, the first first; of tied ones those of high priority."""
    width = tie_width(values)
    chosen = np.zeros(len(values), dtype=np.bool_)
    leaving = np.empty(block, dtype=np.int64)
    for place in range(block):
        top, best = -np.inf, -1
        for v in range(len(values)):
            if not chosen[v] and values[v] > top:
                top = values[v]
        for v in range(len(values)):
            tied = not chosen[v] and values[v] >= top - width
            if tied and (best < 0 or priority[v] > priority[best]):
                best = v
        leaving[place] = best
        chosen[best] = True
    return leaving


@compiled
def remove(leaving: Indices, ties: Ties, state: State) -> int:
    """Take actors away together, score those around them anew; gives the steps that it took."""
    n = len(state.gone)
    members = np.empty(n, dtype=np.int64)
    seen = np.zeros(n, dtype=np.bool_)
    for v in leaving:
        if ties.rule == KATZ:
            for w in range(n):
                seen[w] = False
            here = piece_of(v, ties, state.gone, seen, members)
            _without(v, members[:here], state.inverse)
        state.gone[v] = True
    for w in range(n):
        seen[w] = False
    steps = n
    for v in leaving:
        for place in range(ties.around_offsets[v], ties.around_offsets[v + 1]):
            start = ties.around[place]
            if not state.gone[start] and not seen[start]:
                here = piece_of(start, ties, state.gone, seen, members)
                score_piece(members[:here], ties, state)
                steps += here * here if ties.rule >= BETWEENNESS else here
    return steps


@compiled
def largest_piece(state: State) -> int:
    """Size of the largest piece left."""
    biggest = 0
    for v in range(len(state.gone)):
        if not state.gone[v]:
            biggest = max(biggest, state.size[v])
    return biggest


@compiled
def take_away(
    ties: Ties,
    state: State,
    block: int,
    least_left: int,
    priority: Indices,
    removed: Indices,
    largest: Indices,
) -> int:
    """Take blocks of actors away by the rule, scores computed anew after each block.

    Args:
        state: to begin with; changed.
        least_left: nobody is taken from fewer than this number and a block.
        priority: shape (n,); of tied actors the one with the highest goes first.
        removed: shape (n,); who goes is written, after those who are gone already.
        largest: shape (n + 1,); the size of the largest piece is written after each block.

    Returns:
        Steps of the loops, for foreseeing the work of more runs.
    """
    n = len(state.gone)
    count = 0
    for v in range(n):
        count += state.gone[v]
    largest[count] = largest_piece(state)
    steps = 0
    while n - count - block >= least_left:
        leaving = next_to_go(wanted(ties, state), priority, block)
        steps += remove(leaving, ties, state)
        for v in leaving:
            removed[count] = v
            count += 1
        largest[count] = largest_piece(state)
    return steps
