"""Compiled loops that take actors away one after another and look at what is left.

An actor's score depends on nothing outside the piece of the network that he is in, so after each
removal only the pieces around the removed are scored anew.
"""

from __future__ import annotations

import numpy as np

from sholu.network.compiled import compiled
from sholu.network.dismantling_model import State, Ties
from sholu.network.dismantling_scores import piece_of, score_piece, take_out
from sholu.network.model import Floats, Indices

RELATIVE_TIE = 1e-9
"""Scores that differ by less than this share of the largest are tied: sums in another order differ
by a rounding of about 1e-15, and curves hang on what is tied."""


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
def wanted(state: State) -> Floats:
    """Shape (n,): who goes first has the highest; minus infinity for those gone.

    Where walks diverge, Katz scores may add up to less than 0. Programs that divide them by their
    signed norm then take the least first; so is done here. Of weights, lengths and betweenness no
    sum is below 0.
    """
    total = 0.0
    for v in range(len(state.score)):
        if not state.gone[v]:
            total += state.score[v]
    sign = -1.0 if total < 0.0 and len(state.inverse) else 1.0
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
def leaves_a_choice(values: Floats, block: int) -> bool:
    """Whether the rule leaves open who of tied actors belongs to the next block."""
    width = tie_width(values)
    taken = np.zeros(len(values), dtype=np.bool_)
    places = block
    while places:
        top = -np.inf
        for v in range(len(values)):
            if not taken[v]:
                top = max(top, values[v])
        for v in range(len(values)):
            if not taken[v] and values[v] >= top - width:
                if not places:
                    return True
                taken[v] = True
                places -= 1
    return False


@compiled
def remove(leaving: Indices, ties: Ties, state: State) -> int:
    """Take actors away together, score those around them anew; gives the steps that it took."""
    n = len(state.gone)
    members = np.empty(n, dtype=np.int64)
    seen = np.zeros(n, dtype=np.bool_)
    for v in leaving:
        take_out(v, ties, state, seen, members)
        state.gone[v] = True
    seen[:] = False
    steps = n
    for v in leaving:
        for place in range(ties.around_offsets[v], ties.around_offsets[v + 1]):
            start = ties.around[place]
            if not state.gone[start] and not seen[start]:
                here = piece_of(start, ties, state.gone, seen, members)
                score_piece(members[:here], ties, state)
                steps += here * here if ties.heavy else here
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
) -> tuple[int, int]:
    """Take blocks of actors away by the rule, scores computed anew after each block.

    Args:
        state: to begin with; changed.
        least_left: nobody is taken from fewer than this number and a block.
        priority: shape (n,); of tied actors the one with the highest goes first.
        removed: shape (n,); who goes is written, after those who are gone already.
        largest: shape (n + 1,); the size of the largest piece is written after each block.

    Returns:
        Steps of the loops, for foreseeing the work of more runs; and how many were gone when the
        rule first left a choice among tied actors, -1 if it never did.
    """
    n = len(state.gone)
    count = 0
    for v in range(n):
        count += state.gone[v]
    largest[count] = largest_piece(state)
    steps, open_at = 0, -1
    while n - count - block >= least_left:
        values = wanted(state)
        if open_at < 0 and leaves_a_choice(values, block):
            open_at = count
        leaving = next_to_go(values, priority, block)
        steps += remove(leaving, ties, state)
        for v in leaving:
            removed[count] = v
            count += 1
        largest[count] = largest_piece(state)
    return steps, open_at
