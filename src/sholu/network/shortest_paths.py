"""Betweenness, closeness and distances: who lies on the shortest paths, who is near to all."""

from __future__ import annotations

import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TypeVar

import numpy as np

from sholu.network import path_loops
from sholu.network.assemble import reversed_network
from sholu.network.model import Floats, Indices, Network, NetworkError, WeightIs

Result = TypeVar("Result")

CHUNKS = 8
"""Parts that the sources are dealt into; fixed, so that sums do not depend on the machine."""

WORTH_THREADS = 50_000_000
"""Steps along ties (sources times ties) from which starting threads pays: a quarter of a second."""

PIVOTS = 300
"""Sources drawn when betweenness is sampled, unless more are asked for."""


@dataclass(frozen=True)
class SampledBetweenness:
    """Betweenness estimated from some sources.

    Attributes:
        values: shape (n,), unbiased estimates of the exact values.
        standard_errors: shape (n,), of each estimate over the draw of sources.
        pivots: number of sources; ``seed``: of the draw.
    """

    values: Floats
    standard_errors: Floats
    pivots: int
    seed: int


@dataclass(frozen=True)
class Distances:
    """What the shortest paths from each actor look like. All shapes (n,).

    Attributes:
        reached: how many others can be reached.
        total: sum of distances to them.
        inverse: sum of 1/distance to them.
        farthest: the largest distance (0 if none is reached).
    """

    reached: Floats
    total: Floats
    inverse: Floats
    farthest: Floats


def betweenness(network: Network) -> Floats:
    """How many shortest paths run through each actor, shared out where there are several.

    Freeman (1977): the sum over pairs (s, t) of the share of shortest s–t paths through the actor,
    ends not counted. Ordered pairs if directed, unordered if not; not normalised. Paths are counted
    in steps if weights are ignored, else by `Network.lengths`.

    Returns:
        Shape (n,).
    """
    total, _ = _dependencies(network, np.arange(network.n, dtype=np.int64))
    return total if network.directed else total / 2


def sampled_betweenness(
    network: Network, pivots: int = PIVOTS, seed: int = 1
) -> SampledBetweenness:
    """Betweenness from the paths that start at some actors drawn at random, with its error.

    A pair counts at an actor by his distance from the source over that of the other end, and the
    rest when the walk starts there, so that actors beside a source are not blown up. Source:
    Geisberger, Sanders and Schultes, Better approximation of betweenness centrality, ALENEX 2008.
    Each source's dependency is one draw without replacement from n; the standard error is that of
    a total estimated so (Cochran, Sampling techniques, 1977, eq. 2.20). In a directed network walks
    go from some actors forward and from others backward, and the errors add.

    Raises:
        NetworkError: with fewer than two pivots.
    """
    if pivots < 2:
        raise NetworkError("A sample needs at least two sources to state its error.")
    drawn = min(pivots, network.n)
    chance = np.random.default_rng(seed)
    values, variances = np.zeros(network.n), np.zeros(network.n)
    for ties in (network, reversed_network(network)) if network.directed else (network,):
        sources = np.sort(chance.choice(network.n, drawn, replace=False)).astype(np.int64)
        total, squares = _dependencies(ties, sources, scaled=True)
        spread = np.maximum(squares - total**2 / drawn, 0) / max(drawn - 1, 1)
        values += total * network.n / drawn
        variances += network.n**2 * (1 - drawn / network.n) * spread / drawn
    return SampledBetweenness(values, np.sqrt(variances), drawn, seed)


def distances(network: Network) -> Distances:
    """Reach and distances from each actor along the ties, by steps or by `Network.lengths`."""
    results = np.zeros((network.n, 4))
    sources = np.arange(network.n, dtype=np.int64)

    def walk(chunk: Indices) -> None:
        if network.weight_is is WeightIs.IGNORED:
            path_loops.distances_by_steps(network.offsets, network.targets, chunk, results)
        else:
            path_loops.distances_by_length(
                network.offsets, network.targets, network.lengths, chunk, results
            )

    _deal(sources, walk, network.arcs)
    return Distances(*results.T)


def closeness(found: Distances, n: int) -> Floats:
    """How near each actor is to all: 1 if tied to everybody, 0 if to nobody.

    (r/Σd)·(r/(n − 1)) with r others reached: of a connected network this is Freeman's (n − 1)/Σd;
    in a disconnected one a small component does not look central (Wasserman and Faust 1994, 5.22).
    """
    if n < 2:
        return np.zeros(n)
    with np.errstate(divide="ignore", invalid="ignore"):
        near = found.reached**2 / (found.total * (n - 1))
    return np.where(found.total > 0, near, 0.0)


def harmonic(found: Distances, n: int) -> Floats:
    """The mean of 1/distance to all others, 0 for those not reached (Rochat 2009)."""
    return found.inverse / max(n - 1, 1)


def mean_distance(found: Distances) -> float | None:
    """The mean distance over pairs with a path; None if there is no tie."""
    pairs = found.reached.sum()
    return float(found.total.sum() / pairs) if pairs else None


def _dependencies(
    network: Network, sources: Indices, *, scaled: bool = False
) -> tuple[Floats, Floats]:
    """Sums over sources of dependencies and of their squares, each shape (n,)."""

    offsets, targets = network.offsets.astype(np.uint32), network.targets.astype(np.uint32)

    def walk(chunk: Indices) -> tuple[Floats, Floats]:
        total, squares = np.zeros(network.n), np.zeros(network.n)
        if network.weight_is is WeightIs.IGNORED:
            path_loops.dependencies_by_steps(
                offsets, targets, chunk.astype(np.uint32), scaled, total, squares
            )
        else:
            path_loops.dependencies_by_length(
                network.offsets, network.targets, network.lengths, chunk, scaled, total, squares
            )
        return total, squares

    parts = _deal(sources, walk, network.arcs)
    if not parts:
        return np.zeros(network.n), np.zeros(network.n)
    return np.sum([p[0] for p in parts], axis=0), np.sum([p[1] for p in parts], axis=0)


def _deal(sources: Indices, walk: Callable[[Indices], Result], arcs: int) -> list[Result]:
    """Run a loop over parts of the sources, on all cores if there is much to do."""
    chunks = [chunk for chunk in np.array_split(sources, CHUNKS) if len(chunk)]
    cores = os.cpu_count() or 1
    if cores == 1 or len(sources) * arcs < WORTH_THREADS:
        return [walk(chunk) for chunk in chunks]
    with ThreadPoolExecutor(cores) as pool:
        return list(pool.map(walk, chunks))
