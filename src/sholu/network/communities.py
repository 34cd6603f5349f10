"""Communities: groups with more ties inside than their degrees alone would give (Leiden)."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import connected_components
from sknetwork.clustering import Leiden, get_modularity

from sholu.network.assemble import undirected
from sholu.network.cohesion import sparse
from sholu.network.model import Indices, Network

RUNS = 20
"""Runs with other orders of actors; the best is kept. One run alone may stop short of it."""


@dataclass(frozen=True)
class Communities:
    """The best partition of several seeded runs.

    Attributes:
        labels: shape (n,), 0 for the largest community.
        modularity: of the partition (Newman and Girvan 2004); None without ties.
        lowest: the lowest modularity among the runs: how much the answer hangs on chance.
        runs: how many; ``numbers``: how many communities each found.
        seed: of the first run; the others have the next ones.
    """

    labels: Indices
    modularity: float | None
    lowest: float | None
    runs: int
    numbers: tuple[int, ...]
    seed: int


def communities(network: Network, seed: int = 1) -> Communities:
    """Communities by the Leiden algorithm, directions and weights left out.

    Source: Traag, Waltman and van Eck, Scientific Reports 9 (2019) 5233. Isolates are communities
    of their own.
    """
    if not network.arcs:
        return Communities(np.arange(network.n), None, None, 0, (), seed)
    pattern = csr_matrix(sparse(undirected(network)))
    found = []
    for run in range(RUNS):
        leiden = Leiden(
            shuffle_nodes=True, random_state=seed + run, tol_optimization=0, tol_aggregation=0
        )
        labels = _connected(pattern, leiden.fit_predict(pattern))
        found.append((float(get_modularity(pattern, labels)), labels))
    best, labels = max(found, key=lambda pair: pair[0])
    numbers = tuple(int(labels.max()) + 1 for _, labels in found)
    return Communities(
        _by_size(labels), best, min(value for value, _ in found), RUNS, numbers, seed
    )


def _connected(pattern: csr_matrix, labels: Indices) -> Indices:
    """Labels with a community that is not connected split, which raises its modularity."""
    entries = pattern.tocoo()
    inside = labels[entries.row] == labels[entries.col]
    within = csr_matrix(
        (entries.data[inside], (entries.row[inside], entries.col[inside])), shape=pattern.shape
    )
    _, split = connected_components(within, directed=False)
    return np.asarray(split, dtype=np.int64)


def _by_size(labels: Indices) -> Indices:
    sizes = np.bincount(labels)
    rank = np.empty(len(sizes), dtype=np.int64)
    rank[np.argsort(-sizes, kind="stable")] = np.arange(len(sizes))
    return np.asarray(rank[labels])
