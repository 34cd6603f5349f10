"""Networks out of ties or arrays: combine, symmetrise, reverse, take a part."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import ArrayLike

from sholu.network.model import (
    Floats,
    Indices,
    Network,
    NetworkError,
    Repeated,
    Tie,
    TieTable,
    WeightIs,
)


def network_of(
    table: TieTable,
    *,
    directed: bool = True,
    weight_is: WeightIs = WeightIs.IGNORED,
    phase: str | None = None,
) -> Network:
    """The network that a table of ties tells.

    Self-ties and ties of weight 0 are left out; several rows about one pair are combined as the
    table says (`Repeated`). Of an undirected network, a pair told in both directions counts once;
    its weight is combined by the same rule.

    Args:
        directed: whether the order of a pair counts.
        weight_is: what weights mean; ``ignored`` keeps them beside ties that count as 1.
        phase: only this phase, with the actors that it lists or ties.

    Raises:
        NetworkError: an actor stands twice, a weight is negative, or the phase is unknown.
    """
    _refuse_repeats(table)
    actors, ties = (table.actors, table.ties) if phase is None else _of_phase(table, phase)
    index = {actor: row for row, actor in enumerate(actors)}
    _refuse_negative(ties, table.origin)
    kept = [tie for tie in ties if tie.source != tie.target and tie.weight != 0]
    pairs: dict[tuple[int, int], float] = {}
    for tie in kept:
        pair = index[tie.source], index[tie.target]
        if not directed:
            pair = min(pair), max(pair)
        added = table.repeated is Repeated.SUM and pair in pairs
        pairs[pair] = pairs[pair] + tie.weight if added else tie.weight
    rows = np.array([pair[0] for pair in pairs], dtype=np.int64)
    columns = np.array([pair[1] for pair in pairs], dtype=np.int64)
    weights = np.array(list(pairs.values()), dtype=np.float64)
    name = table.origin if phase is None else f"{table.origin}, phase {phase}"
    network = from_arrays(
        actors, rows, columns, weights, directed=directed, weight_is=weight_is, name=name
    )
    return replace(network, attributes=table.attributes)


def from_arrays(
    actors: Sequence[str],
    rows: ArrayLike,
    columns: ArrayLike,
    weights: ArrayLike | None = None,
    *,
    directed: bool,
    weight_is: WeightIs = WeightIs.IGNORED,
    name: str = "",
) -> Network:
    """A network of pairs of rows; each pair once, no self-ties.

    Args:
        rows, columns: shape (ties,); where each tie starts and ends.
        weights: shape (ties,), positive; None for ties that are all 1.
        directed: if False, each pair is given once and stored in both directions.
    """
    starts = np.asarray(rows, dtype=np.int64)
    ends = np.asarray(columns, dtype=np.int64)
    given = np.ones(len(starts)) if weights is None else np.asarray(weights, dtype=np.float64)
    if not directed:
        starts, ends = np.concatenate([starts, ends]), np.concatenate([ends, starts])
        given = np.concatenate([given, given])
    offsets, targets, ordered = _compress(len(actors), starts, ends, given)
    return Network(tuple(actors), offsets, targets, ordered, directed, weight_is, name)


def undirected(network: Network) -> Network:
    """The same ties without direction; a pair tied both ways has the sum of both weights."""
    if not network.directed:
        return network
    low = np.minimum(network.sources, network.targets)
    high = np.maximum(network.sources, network.targets)
    keys, position = np.unique(low * max(network.n, 1) + high, return_inverse=True)
    weights = np.bincount(position, network.weights, len(keys))
    one_way = from_arrays(
        network.actors, keys // max(network.n, 1), keys % max(network.n, 1), weights, directed=False
    )
    return replace(
        network,
        offsets=one_way.offsets,
        targets=one_way.targets,
        weights=one_way.weights,
        directed=False,
    )


def reversed_network(network: Network) -> Network:
    """The same ties the other way round."""
    if not network.directed:
        return network
    offsets, targets, weights = _compress(
        network.n, network.targets, network.sources, network.weights
    )
    return replace(network, offsets=offsets, targets=targets, weights=weights)


def part(network: Network, keep: ArrayLike) -> Network:
    """The network among some of its actors.

    Args:
        keep: shape (n,), booleans.
    """
    kept = np.asarray(keep, dtype=bool)
    new_row = np.cumsum(kept) - 1
    inside = kept[network.sources] & kept[network.targets]
    actors = tuple(a for a, k in zip(network.actors, kept, strict=True) if k)
    offsets, targets, weights = _compress(
        len(actors),
        new_row[network.sources[inside]],
        new_row[network.targets[inside]],
        network.weights[inside],
    )
    return replace(network, actors=actors, offsets=offsets, targets=targets, weights=weights)


def as_matrix(network: Network) -> Floats:
    """Shape (n, n): the strength of each tie, 0 where there is none. For small networks."""
    matrix = np.zeros((network.n, network.n))
    matrix[network.sources, network.targets] = network.strengths
    return matrix


def _compress(
    n: int, starts: Indices, ends: Indices, weights: Floats
) -> tuple[Indices, Indices, Floats]:
    order = np.lexsort((ends, starts))
    offsets = np.zeros(n + 1, dtype=np.int64)
    np.cumsum(np.bincount(starts, minlength=n), out=offsets[1:])
    return offsets, ends[order], weights[order]


def _of_phase(table: TieTable, phase: str) -> tuple[tuple[str, ...], tuple[Tie, ...]]:
    if phase not in table.phases:
        raise NetworkError(
            f"{table.origin} has no phase '{phase}'.",
            f"Its phases are: {', '.join(table.phases) or 'none'}.",
        )
    ties = tuple(tie for tie in table.ties if tie.phase == phase)
    tied = dict.fromkeys(label for tie in ties for label in (tie.source, tie.target))
    return table.phase_actors.get(phase, tuple(tied)), ties


def _refuse_repeats(table: TieTable) -> None:
    seen: set[str] = set()
    for actor in table.actors:
        if actor in seen:
            raise NetworkError(
                f"{table.origin}: actor '{actor}' stands twice, so its ties cannot be told apart.",
                "Run 'sholu network FILE check', then rename or merge the two in the file.",
            )
        seen.add(actor)


def _refuse_negative(ties: Sequence[Tie], origin: str) -> None:
    for tie in ties:
        if tie.weight < 0:
            raise NetworkError(
                f"{origin}: the tie {tie.source} – {tie.target} has the weight {tie.weight:g}; "
                "a tie is strong or long, never less than nothing.",
                "If the sign is a judgement (friend, foe), split the file into two networks.",
            )
