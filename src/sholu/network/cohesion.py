"""How a network hangs together: density, reciprocity, triangles, components, cores, triads."""

from __future__ import annotations

import numpy as np
from scipy.sparse import csr_array
from scipy.sparse.csgraph import connected_components

from sholu.network.assemble import undirected
from sholu.network.model import Floats, Indices, Network

TRIAD_CODES = (
    "003", "012", "102", "021D", "021U", "021C", "111D", "111U",
    "030T", "030C", "201", "120D", "120U", "120C", "210", "300",
)  # fmt: skip
"""The sixteen kinds of three actors (Holland and Leinhardt 1970; Davis and Leinhardt 1972)."""

_TRIAD_OF_CODE = (
    1, 2, 2, 3, 2, 4, 6, 8, 2, 6, 5, 7, 3, 8, 7, 11, 2, 6, 4, 8, 5, 9, 9, 13, 6, 10, 9, 14, 7, 14,
    12, 15, 2, 5, 6, 7, 6, 9, 10, 14, 4, 9, 9, 12, 8, 13, 14, 15, 3, 7, 8, 11, 7, 12, 14, 15, 8, 14,
    13, 15, 11, 15, 15, 16,
)  # fmt: skip
"""Place in `TRIAD_CODES` (from 1) of each of the 64 patterns of ties among three actors; the bits
are v→u, u→v, v→w, w→v, u→w, w→u (Batagelj and Mrvar, Social Networks 23 (2001) 237, table 1)."""


def sparse(network: Network) -> csr_array:
    """Shape (n, n), 1 where there is a tie."""
    return csr_array(
        (np.ones(network.arcs), network.targets, network.offsets), shape=(network.n, network.n)
    )


def density(network: Network) -> float | None:
    """Ties over pairs that could have one; None with fewer than two actors."""
    pairs = network.n * (network.n - 1)
    return network.arcs / pairs if pairs else None


def reciprocity(network: Network) -> float | None:
    """The share of directed ties that are answered; None without ties."""
    if not network.arcs:
        return None
    pattern = sparse(network)
    return float(pattern.multiply(pattern.T).sum() / network.arcs)


def transitivity(network: Network) -> float | None:
    """Three times the triangles over the paths of two ties, directions left out; None if none.

    Newman (2003), 'The structure and function of complex networks', eq. 3.
    """
    pattern = sparse(undirected(network))
    degree = pattern.sum(axis=1)
    paths = float((degree * (degree - 1)).sum())
    closed = float((pattern @ pattern).multiply(pattern).sum())
    return closed / paths if paths else None


def local_clustering(network: Network) -> Floats:
    """Shape (n,): the share of pairs of an actor's contacts that are tied (Watts, Strogatz 1998).

    0 for actors with fewer than two contacts.
    """
    pattern = sparse(undirected(network))
    degree = pattern.sum(axis=1)
    closed = (pattern @ pattern).multiply(pattern).sum(axis=1)
    pairs = degree * (degree - 1)
    return np.asarray(np.divide(closed, pairs, out=np.zeros(network.n), where=pairs > 0))


def assortativity(network: Network) -> float | None:
    """The correlation of degrees at both ends of a tie; None if all degrees are the same.

    Newman, 'Mixing patterns in networks', Phys. Rev. E 67 (2003) 026126, eq. 30; directions left
    out.
    """
    ties = undirected(network)
    degree = np.diff(ties.offsets).astype(float)
    one, other = degree[ties.sources], degree[ties.targets]
    if not len(one) or np.all(one == one[0]):
        return None
    return float(np.corrcoef(one, other)[0, 1])


def components(network: Network) -> Indices:
    """Shape (n,): number of each actor's component, directions left out; 0 is the largest."""
    if not network.n:
        return np.zeros(0, dtype=np.int64)
    _, labels = connected_components(sparse(network), directed=True, connection="weak")
    sizes = np.bincount(labels)
    rank = np.empty(len(sizes), dtype=np.int64)
    rank[np.argsort(-sizes, kind="stable")] = np.arange(len(sizes))
    return np.asarray(rank[labels])


def core_numbers(network: Network) -> Indices:
    """Shape (n,): the largest k such that the actor has k ties to others that have k among them.

    Seidman (1983); by peeling in rising order of degree (Batagelj and Zaveršnik 2003). Directions
    left out.
    """
    ties = undirected(network)
    degree = np.diff(ties.offsets).copy()
    core = np.zeros(ties.n, dtype=np.int64)
    left = np.ones(ties.n, dtype=bool)
    level = 0
    while left.any():
        level = max(level, int(degree[left].min()))
        peel = np.flatnonzero(left & (degree <= level))
        while len(peel):
            core[peel] = level
            left[peel] = False
            gone = np.isin(ties.sources, peel) & left[ties.targets]
            np.subtract.at(degree, ties.targets[gone], 1)
            peel = np.flatnonzero(left & (degree <= level))
    return core


def triad_census(network: Network) -> dict[str, int]:
    """How many sets of three actors there are of each of the sixteen kinds.

    In time that grows with ties, not with n³ (Batagelj and Mrvar 2001).
    """
    onward = [set(network.neighbours(row).tolist()) for row in range(network.n)]
    both_ways = undirected(network)
    around = [set(both_ways.neighbours(row).tolist()) for row in range(network.n)]
    census = dict.fromkeys(TRIAD_CODES, 0)
    n = network.n
    for v in range(n):
        for u in around[v]:
            if u <= v:
                continue
            near = (around[v] | around[u]) - {u, v}
            mutual = u in onward[v] and v in onward[u]
            census["102" if mutual else "012"] += n - len(near) - 2
            for w in near:
                if u < w or (v < w < u and v not in around[w]):
                    census[TRIAD_CODES[_TRIAD_OF_CODE[_pattern(v, u, w, onward)] - 1]] += 1
    census["003"] = n * (n - 1) * (n - 2) // 6 - sum(census.values())
    return census


def _pattern(v: int, u: int, w: int, onward: list[set[int]]) -> int:
    pairs = ((v, u), (u, v), (v, w), (w, v), (u, w), (w, u))
    return sum(1 << bit for bit, (a, b) in enumerate(pairs) if b in onward[a])
