"""Compiled loops that score the actors of a piece of a network by a rule."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numba import types
from numba.extending import overload

from sholu.network import path_loops
from sholu.network.compiled import compiled
from sholu.network.dismantling_model import (
    DegreeTies,
    InfluenceTies,
    LengthTies,
    State,
    StepTies,
    Ties,
    WalkTies,
)
from sholu.network.dismantling_walks import score_by_walks, without
from sholu.network.model import Booleans, Floats, Indices


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
def _score_by_degree(members: Indices, ties: Ties, state: State) -> None:
    """The sum of the weights of each member's ties, both ways if directed."""
    for v in members:
        state.score[v] = 0.0
    for v in members:
        for place in range(ties.offsets[v], ties.offsets[v + 1]):
            w = ties.targets[place]
            if not state.gone[w]:
                state.score[v] += ties.weights[place]
                if ties.directed:
                    state.score[w] += ties.weights[place]


@compiled
def _score_by_influence(members: Indices, ties: Ties, state: State) -> None:
    """Collective influence over direct contacts."""
    _score_by_degree(members, ties, state)
    found = np.zeros(len(members))
    for place, v in enumerate(members):
        for at in range(ties.around_offsets[v], ties.around_offsets[v + 1]):
            if not state.gone[ties.around[at]]:
                found[place] += state.score[ties.around[at]] - 1.0
        found[place] *= state.score[v] - 1.0
    for place, v in enumerate(members):
        state.score[v] = found[place]


@compiled
def _contacts_inside(
    members: Indices, ties: Ties, gone: Booleans, size: int
) -> tuple[Indices, Indices, Floats]:
    """The piece as a network of its own, compressed rows: offsets, targets, lengths."""
    n = len(members)
    row_of = np.empty(size, dtype=np.int64)
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
    return offsets, targets[:count], lengths[:count]


@compiled
def _score_by_steps(members: Indices, ties: Ties, state: State) -> None:
    """Betweenness of each member within his piece, ordered pairs; every tie is one step."""
    offsets, targets, _ = _contacts_inside(members, ties, state.gone, len(state.score))
    total, squares = np.zeros(len(members)), np.zeros(len(members))
    path_loops.dependencies_by_steps(
        offsets.astype(np.uint32),
        targets.astype(np.uint32),
        np.arange(len(members)).astype(np.uint32),
        False,
        total,
        squares,
    )
    for place, v in enumerate(members):
        state.score[v] = total[place]


@compiled
def _score_by_lengths(members: Indices, ties: Ties, state: State) -> None:
    """As `_score_by_steps`, along the lengths of ties."""
    offsets, targets, lengths = _contacts_inside(members, ties, state.gone, len(state.score))
    total, squares = np.zeros(len(members)), np.zeros(len(members))
    path_loops.dependencies_by_length(
        offsets, targets, lengths, np.arange(len(members)), False, total, squares
    )
    for place, v in enumerate(members):
        state.score[v] = total[place]


_SCORERS: dict[type[Ties], Callable[[Indices, Ties, State], None]] = {
    DegreeTies: _score_by_degree,
    InfluenceTies: _score_by_influence,
    StepTies: _score_by_steps,
    LengthTies: _score_by_lengths,
    WalkTies: score_by_walks,
}


def _score(members: Indices, ties: Ties, state: State) -> None:
    """Score the members by the rule of the ties."""
    _SCORERS[type(ties)](members, ties, state)


@overload(_score, strict=False)  # The types of arguments are not those of their types.
def _score_of_class(
    members: types.Array, ties: types.NamedTuple, state: types.NamedTuple
) -> Callable[..., None]:
    scorer = _SCORERS[ties.instance_class]

    def score(members: Indices, ties: Ties, state: State) -> None:
        scorer(members, ties, state)

    return score


def take_out(v: int, ties: Ties, state: State, seen: Booleans, members: Indices) -> None:
    """What has to be done to the state before an actor goes; only Katz needs it.

    Args:
        seen, members: shape (n,), to write on.
    """


@overload(take_out, strict=False)
def _take_out_of_class(
    v: types.Integer,
    ties: types.NamedTuple,
    state: types.NamedTuple,
    seen: types.Array,
    members: types.Array,
) -> Callable[..., None]:
    def nothing(v: int, ties: Ties, state: State, seen: Booleans, members: Indices) -> None:
        pass

    def walks(v: int, ties: Ties, state: State, seen: Booleans, members: Indices) -> None:
        seen[:] = False
        here = piece_of(v, ties, state.gone, seen, members)
        without(v, members[:here], state.inverse)

    return walks if ties.instance_class is WalkTies else nothing


@compiled
def score_piece(members: Indices, ties: Ties, state: State) -> None:
    """Score the members of a piece by the rule, and note its size."""
    for v in members:
        state.size[v] = len(members)
    _score(members, ties, state)
