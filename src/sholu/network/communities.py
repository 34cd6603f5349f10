"""Communities: groups with more ties inside than their degrees alone would give (Leiden).

Source: Traag, Waltman and van Eck, 'From Louvain to Leiden', Scientific Reports 9 (2019) 5233. The
refinement here merges with the best neighbour instead of drawing among the good ones; communities
are connected all the same. scikit-network 0.33 has the algorithm, but its refinement does not end
on some networks (CAVIAR among them), whatever the tolerances.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_array

from sholu.network.assemble import undirected
from sholu.network.cohesion import sparse
from sholu.network.compiled import compiled
from sholu.network.model import Floats, Indices, Network

RUNS = 20
"""Runs with other orders of actors; the best is kept. One run alone may stop short of it."""

LEAST_GAIN = 1e-10
"""Gains in links below this are rounding; moves for them would go on for ever."""

Graph = tuple[Indices, Indices, Floats]
"""Offsets, targets and weights of compressed rows."""


@dataclass(frozen=True)
class Communities:
    """The best partition of several seeded runs.

    Attributes:
        labels: shape (n,), 0 for the largest community.
        modularity: of the partition (Newman and Girvan 2004); None without ties.
        lowest: the lowest modularity among the runs: how much the answer hangs on chance.
        runs: how many; ``numbers``: how many communities each found.
        seed: of the orders.
    """

    labels: Indices
    modularity: float | None
    lowest: float | None
    runs: int
    numbers: tuple[int, ...]
    seed: int


def communities(network: Network, seed: int = 1) -> Communities:
    """Communities by the Leiden algorithm, directions and weights left out.

    Isolates are communities of their own.
    """
    if not network.arcs:
        return Communities(np.arange(network.n), None, None, 0, (), seed)
    pattern = sparse(undirected(network))
    chance = np.random.default_rng(seed)
    found = []
    for _ in range(RUNS):
        labels = _leiden(pattern, chance)
        found.append((modularity(pattern, labels), labels))
    best, labels = max(found, key=lambda pair: pair[0])
    return Communities(
        labels=_by_size(labels),
        modularity=best,
        lowest=min(value for value, _ in found),
        runs=RUNS,
        numbers=tuple(len(np.unique(labels)) for _, labels in found),
        seed=seed,
    )


def modularity(ties: csr_array, labels: Indices) -> float:
    """Σ over communities of the share of ties inside less the share that degrees alone give.

    Newman and Girvan, Phys. Rev. E 69 (2004) 026113, eq. 5; ``ties`` is symmetric.
    """
    total = ties.sum()
    entries = ties.tocoo()
    inside = entries.data[labels[entries.coords[0]] == labels[entries.coords[1]]].sum()
    strength = np.bincount(labels, ties.sum(axis=1))
    return float(inside / total - ((strength / total) ** 2).sum())


def _leiden(ties: csr_array, chance: np.random.Generator) -> Indices:
    """One run: move, refine, put together, until nothing can be put together."""
    place = np.arange(ties.shape[0])
    labels = place.copy()
    while True:
        size = ties.shape[0]
        strength = np.asarray(ties.sum(axis=1), dtype=np.float64)
        graph = ties.indptr.astype(np.int64), ties.indices.astype(np.int64), ties.data
        one = np.zeros(size, dtype=np.int64)
        _move(graph, strength, labels, one, chance.permutation(size), False)
        refined = np.arange(size)
        _move(graph, strength, refined, labels, chance.permutation(size), True)
        kept, refined = np.unique(refined, return_inverse=True)
        if len(kept) == size:
            return np.asarray(labels[place])
        member = csr_array((np.ones(size), (np.arange(size), refined)), shape=(size, len(kept)))
        ties = csr_array(member.T @ ties @ member)
        # Each new node starts in the community that all its members are in.
        _, labels = np.unique(labels[kept], return_inverse=True)
        place = refined[place]


@compiled
def _move(
    graph: Graph, strength: Floats, labels: Indices, within: Indices, order: Indices, once: bool
) -> None:
    """Move nodes to the label next to them that raises modularity most; changes ``labels``.

    Args:
        within: nodes only join nodes that have the same value here.
        once: one pass in which only nodes that are still alone move (the refinement).
    """
    n = len(labels)
    total = strength.sum()
    of_label = np.zeros(n)
    size = np.zeros(n, dtype=np.int64)
    for v in range(n):
        of_label[labels[v]] += strength[v]
        size[labels[v]] += 1
    toward = np.zeros(n)
    moved = True
    while moved:
        moved = False
        for v in order:
            own = labels[v]
            if once and size[own] > 1:
                continue
            of_label[own] -= strength[v]
            _links(v, graph, labels, within, toward)
            best = _best_label(v, graph, labels, of_label, strength[v] / total, toward)
            of_label[best] += strength[v]
            size[own] -= 1
            size[best] += 1
            labels[v] = best
            moved = moved or best != own
        if once:
            return


@compiled
def _links(v: int, graph: Graph, labels: Indices, within: Indices, toward: Floats) -> None:
    """Add up the node's links to each label in ``toward``, which is zero before."""
    offsets, targets, weights = graph
    for place in range(offsets[v], offsets[v + 1]):
        w = targets[place]
        if w != v and within[w] == within[v]:
            toward[labels[w]] += weights[place]


@compiled
def _best_label(
    v: int, graph: Graph, labels: Indices, of_label: Floats, share: float, toward: Floats
) -> int:
    """The label that raises modularity most, its own if none does better; clears ``toward``.

    Args:
        of_label: strength of each label without the node.
        share: the node's share of all strength.
    """
    offsets, targets, _ = graph
    best: int = labels[v]
    most = toward[best] - share * of_label[best]
    for place in range(offsets[v], offsets[v + 1]):
        other = labels[targets[place]]
        gain = toward[other] - share * of_label[other]
        if toward[other] > 0 and gain > most + LEAST_GAIN:
            best, most = other, gain
    for place in range(offsets[v], offsets[v + 1]):
        toward[labels[targets[place]]] = 0.0
    return best


def _by_size(labels: Indices) -> Indices:
    _, labels, sizes = np.unique(labels, return_inverse=True, return_counts=True)
    rank = np.empty(len(sizes), dtype=np.int64)
    rank[np.argsort(-sizes, kind="stable")] = np.arange(len(sizes))
    return np.asarray(rank[labels])
