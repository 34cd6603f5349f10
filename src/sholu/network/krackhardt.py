"""Krackhardt's four: how near a network is to a tree of command (an out-tree).

Source: D. Krackhardt, 'Graph theoretical dimensions of informal organizations', in Carley and
Prietula (eds.), Computational organization theory, 1994, pp. 89–111.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sholu.network.cohesion import components
from sholu.network.model import Booleans, Network, NetworkError

LARGEST = 1_000
"""Actors up to which all pairs are compared; the fourth measure looks at each pair's bounds."""


@dataclass(frozen=True)
class Krackhardt:
    """The four dimensions, each 1 in an out-tree; None where a network has no pair to judge by.

    Attributes:
        connectedness: share of pairs that are in one component, directions left out.
        hierarchy: of the pairs of which one reaches the other, the share that is one-way.
        efficiency: 1 − the ties beyond those that hold each component together, over the most
            there could be.
        lub: 1 − the pairs without a least upper bound, over the most there could be. An upper bound
            reaches both; here the bound that counts is one that reaches all other bounds, as R's
            sna has it and as published values are computed.
        lub_nearest: the same with the bound that all other bounds reach, as Krackhardt's text says
            (the nearest common superior). The two agree in trees and differ where there are cycles.
    """

    connectedness: float | None
    hierarchy: float | None
    efficiency: float | None
    lub: float | None
    lub_nearest: float | None


def krackhardt(network: Network) -> Krackhardt:
    """Krackhardt's four dimensions of the directed ties (an undirected tie counts both ways).

    Raises:
        NetworkError: with more than `LARGEST` actors.
    """
    if network.n > LARGEST:
        raise NetworkError(f"Krackhardt's measures are computed for up to {LARGEST} actors.")
    labels = components(network)
    sizes = np.bincount(labels) if network.n else np.zeros(0, dtype=np.int64)
    reach = reachability(network)
    pairs = network.n * (network.n - 1)
    return Krackhardt(
        connectedness=float((sizes * (sizes - 1)).sum() / pairs) if pairs else None,
        hierarchy=_hierarchy(reach),
        efficiency=_efficiency(network.arcs, sizes),
        lub=_least_upper_bounds(reach, labels, sizes, axis=1),
        lub_nearest=_least_upper_bounds(reach, labels, sizes, axis=0),
    )


def reachability(network: Network) -> Booleans:
    """Shape (n, n): whether there is a path from row to column; everybody reaches himself."""
    reach = np.eye(network.n, dtype=bool)
    reach[network.sources, network.targets] = True
    while True:
        # Squaring doubles the length of the paths; float32 because BLAS multiplies it fast.
        step = reach.astype(np.float32)
        further = (step @ step) > 0
        if np.array_equal(further, reach):
            return reach
        reach = further


def _hierarchy(reach: Booleans) -> float | None:
    upper = np.triu_indices(len(reach), 1)
    there, back = reach[upper], reach.T[upper]
    some = int((there | back).sum())
    return 1 - int((there & back).sum()) / some if some else None


def _efficiency(arcs: int, sizes: NDArray[np.int64]) -> float | None:
    needed = int((sizes - 1).sum())
    most = int((sizes * (sizes - 1)).sum()) - needed
    return 1 - (arcs - needed) / most if most else None


def _least_upper_bounds(
    reach: Booleans, labels: NDArray[np.int64], sizes: NDArray[np.int64], *, axis: int
) -> float | None:
    """Krackhardt's fourth, over components of three and more.

    Args:
        axis: 1 for bounds that reach all others, 0 for bounds that all others reach.
    """
    lacking, judged = 0, 0
    for component in np.flatnonzero(sizes > 2):
        members = np.flatnonzero(labels == component)
        lacking += _pairs_without_bound(reach[np.ix_(members, members)], axis)
        judged += (len(members) - 1) * (len(members) - 2) // 2
    return 1 - lacking / judged if judged else None


def _pairs_without_bound(reach: Booleans, axis: int) -> int:
    lacking = 0
    size = len(reach)
    for one in range(size - 1):
        for other in range(one + 1, size):
            bounds = np.flatnonzero(reach[:, one] & reach[:, other])
            if not len(bounds) or not reach[np.ix_(bounds, bounds)].all(axis=axis).any():
                lacking += 1
    return lacking
