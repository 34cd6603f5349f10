"""Reach: how near a set of actors is to everybody.

R = Σ 1/d(set, actor) / n over all actors; members count 1, those who cannot be reached 0. Borgatti,
'Identifying sets of key players in a social network', Computational & Mathematical Organization
Theory 12 (2006) 21, eq. 13. The best set for spreading or hearing news is the one with the largest.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from sholu.network.compiled import compiled
from sholu.network.fragmentation import LISTED, Found
from sholu.network.model import Floats, Indices, Network, NetworkError
from sholu.network.path_loops import walk_by_steps

LARGEST = 5_000
"""Actors up to which it is computed: all distances are kept, n × n numbers."""

TIED = 1e-9
"""Sums of 1/distance that differ by less are equal."""


MOST_STEPS = 2e9
"""Additions after which a search is ended, some seconds."""


@dataclass(frozen=True)
class Searched:
    """What a search found, and what it proves.

    Attributes:
        found: the best sets.
        bound: no set has a larger value than this.
        complete: whether nothing was left unsearched; then the bound is the value.
    """

    found: Found
    bound: float
    complete: bool


def reach(network: Network, members: Iterable[int]) -> float:
    """R of a set of actors, in steps along the ties.

    Raises:
        NetworkError: if there are more actors than `LARGEST`.
    """
    nearness = nearnesses(network)
    return float(nearness[list(members)].max(axis=0).sum() / network.n)


def nearnesses(network: Network) -> Floats:
    """Shape (n, n): 1/distance in steps from row to column; 1 on the diagonal, 0 if no path.

    Raises:
        NetworkError: if there are more actors than `LARGEST`.
    """
    if network.n > LARGEST:
        raise NetworkError(
            f"Reach needs the distances between all pairs and is computed for up to {LARGEST:,} "
            f"actors; {network.name or 'the network'} has {network.n:,}.",
            "Take a phase or a component of it.",
        )
    nearness = np.zeros((network.n, network.n))
    _walk_from_all(network.offsets, network.targets, nearness)
    return nearness


@compiled
def _walk_from_all(offsets: Indices, targets: Indices, nearness: Floats) -> None:
    n = len(offsets) - 1
    distance = np.full(n, -1, dtype=np.int32)
    queue = np.empty(n, dtype=np.int32)
    for source in range(n):
        reached = walk_by_steps(offsets, targets, source, distance, queue)
        for at in range(reached):
            w = queue[at]
            nearness[source, w] = 1.0 / distance[w] if w != source else 1.0
            distance[w] = -1


def furthest_reaching(
    network: Network,
    k: int,
    candidates: Indices,
    costs: Floats,
    budget: float,
    most_steps: float = MOST_STEPS,
) -> Searched | None:
    """Branch and bound for the sets of k candidates within the budget with the largest reach.

    What one more member adds never grows with the set (R is submodular), so a branch can add no
    more than the largest single gains of the members still to come: it is cut where even that
    stays below the best known. Equal sets are not cut, so all ties are found.

    Args:
        most_steps: additions; where they run out, the search ends with the best so far.

    Returns:
        None if no set is within the budget.
    """
    search = _Search(nearnesses(network), k, costs, most_steps)
    search.branch((), candidates, budget)
    if not search.ties:
        return None
    found = Found(tuple(sorted(search.sets)), search.ties, search.best / network.n, search.searched)
    complete = search.steps <= most_steps
    bound = search.best if complete else max(search.best, search.root_bound)
    return Searched(found, bound / network.n, complete)


class _Search:
    """The best sets so far, while branches are followed, the most promising first."""

    def __init__(self, nearness: Floats, k: int, costs: Floats, most_steps: float) -> None:
        self.nearness, self.k, self.costs, self.most_steps = nearness, k, costs, most_steps
        self.sets: list[tuple[int, ...]] = []
        self.best, self.root_bound = -1.0, np.inf
        self.ties = self.searched = 0
        self.steps = 0.0

    def branch(self, members: tuple[int, ...], free: Indices, budget: float) -> None:
        """Follow all sets that hold the members and some of the free ones."""
        free = free[self.costs[free] <= budget]
        wanted = self.k - len(members)
        if len(free) < wanted or self.steps > self.most_steps:
            return
        so_far = self.nearness[list(members)].max(axis=0, initial=0.0)
        gains = np.maximum(self.nearness[free] - so_far, 0.0).sum(axis=1)
        self.steps += gains.size * so_far.size
        order = np.argsort(-gains, kind="stable")
        free, gains = free[order], gains[order]
        most = so_far.sum() + np.lib.stride_tricks.sliding_window_view(gains, wanted).sum(axis=1)
        if wanted == 1:
            self._end(members, free, most)
            return
        for place, bound in enumerate(most.tolist()):
            if not members:
                self.root_bound = bound
            if bound < self.best - TIED or self.steps > self.most_steps:
                return
            member = int(free[place])
            self.branch((*members, member), free[place + 1 :], budget - self.costs[member])

    def _end(self, members: tuple[int, ...], free: Indices, values: Floats) -> None:
        """Note the sets that one more member completes."""
        self.searched += len(free)
        for member, value in zip(free.tolist(), values.tolist(), strict=True):
            if value < self.best - TIED:
                return
            if value > self.best + TIED:
                self.best, self.ties = value, 0
                self.sets.clear()
            self.ties += 1
            if len(self.sets) < LISTED:
                self.sets.append(tuple(sorted((*members, member))))
