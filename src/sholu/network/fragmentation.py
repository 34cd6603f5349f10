"""Fragmentation: how many pairs can no longer reach each other once some actors are gone.

F = 1 − Σ s(s − 1) / (n(n − 1)) over the components of those left, n of them: Borgatti, 'Identifying
sets of key players in a social network', Computational & Mathematical Organization Theory 12 (2006)
21, eq. 4. The best set for removal is the one with the largest F.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from sholu.network.assemble import undirected
from sholu.network.compiled import compiled
from sholu.network.model import Booleans, Floats, Indices, Network

LISTED = 1_000
"""Tied optima that are listed at the most; all are counted."""


@dataclass(frozen=True)
class Found:
    """Sets of one size with the best value of all that were looked at.

    Attributes:
        sets: rows of the members, at most `LISTED`; ties: how many there are.
        value: the best value.
        searched: sets whose value was computed.
    """

    sets: tuple[tuple[int, ...], ...]
    ties: int
    value: float
    searched: int


def fragmentation(network: Network, members: Iterable[int]) -> float:
    """F of those left when some actors are gone, directions left out.

    Returns:
        0 if all can reach each other, 1 if nobody can reach anybody (or fewer than two are left).
    """
    around = undirected(network)
    gone = np.zeros(network.n, dtype=bool)
    gone[list(members)] = True
    pairs = pairs_joined(around.offsets, around.targets, gone)
    return share_apart(pairs, network.n - int(gone.sum()))


def share_apart(pairs: float, left: int) -> float:
    """F from the number of pairs that are joined among those left."""
    return 1.0 - 2.0 * pairs / (left * (left - 1)) if left > 1 else 1.0


@compiled
def pairs_joined(offsets: Indices, around: Indices, gone: Booleans) -> int:
    """Pairs of actors left that are in one component."""
    n = len(gone)
    seen = gone.copy()
    queue = np.empty(n, dtype=np.int64)
    pairs = 0
    for start in range(n):
        if seen[start]:
            continue
        seen[start] = True
        queue[0] = start
        head, tail = 0, 1
        while head < tail:
            v = queue[head]
            head += 1
            for place in range(offsets[v], offsets[v + 1]):
                w = around[place]
                if not seen[w]:
                    seen[w] = True
                    queue[tail] = w
                    tail += 1
        pairs += tail * (tail - 1) // 2
    return pairs


@compiled
def pairs_without_each(
    offsets: Indices, around: Indices, gone: Booleans, scratch: Indices, without: Indices
) -> None:
    """Pairs joined among those left if, one at a time, each of them goes, too.

    One walk in depth (Hopcroft and Tarjan, Algorithm 447, 1973): a branch below an actor that has
    no tie to above him comes apart when he goes.

    Args:
        scratch: shape (7, n).
        without: shape (n,), written for those left.
    """
    n = len(gone)
    entered, cut, order = scratch[0], scratch[5], scratch[6]
    total = 0
    for v in range(n):
        entered[v] = -1
    for root in range(n):
        if gone[root] or entered[root] >= 0:
            continue
        count = _walk_in_depth(root, offsets, around, gone, scratch, without)
        pairs = count * (count - 1) // 2
        for at in range(count):
            v = order[at]
            rest = count - 1 - cut[v]
            without[v] += rest * (rest - 1) // 2 - pairs
        total += pairs
    for v in range(n):
        without[v] += total


@compiled
def _walk_in_depth(
    root: int,
    offsets: Indices,
    around: Indices,
    gone: Booleans,
    scratch: Indices,
    without: Indices,
) -> int:
    """Walk a component from its root; gives its size.

    ``cut`` gets how many come apart below each actor when he goes, ``without`` the pairs that stay
    joined among them.
    """
    entered, low, above, place, size, cut, order = scratch
    above[root] = -1
    count, v, new = 0, root, True
    while v >= 0:
        if new:
            entered[v] = low[v] = count
            place[v] = offsets[v]
            size[v], cut[v], without[v] = 1, 0, 0
            order[count] = v
            count += 1
            new = False
        if place[v] < offsets[v + 1]:
            w = around[place[v]]
            place[v] += 1
            if not gone[w] and entered[w] < 0:
                above[w] = v
                v, new = w, True
            elif not gone[w]:
                low[v] = min(low[v], entered[w])
            continue
        up = above[v]
        if up >= 0:
            size[up] += size[v]
            low[up] = min(low[up], low[v])
            if low[v] >= entered[up]:
                cut[up] += size[v]
                without[up] += size[v] * (size[v] - 1) // 2
        v = up
    return count


@compiled
def _advance(chosen: Indices, choices: int) -> bool:
    """Make the next combination in order, leaving a place for one more; False after the last."""
    at = len(chosen) - 1
    while at >= 0 and chosen[at] == choices - len(chosen) - 1 + at:
        at -= 1
    if at < 0:
        return False
    chosen[at] += 1
    for after in range(at + 1, len(chosen)):
        chosen[after] = chosen[after - 1] + 1
    return True


@compiled
def _least_pairs(
    offsets: Indices,
    around: Indices,
    candidates: Indices,
    costs: Floats,
    budget: float,
    k: int,
    sets: Indices,
) -> tuple[int, int, int]:
    """All sets of k candidates within the budget that leave the fewest pairs joined.

    The first k − 1 are enumerated; one walk gives the value for each last one.

    Args:
        sets: shape (listed, k), written.

    Returns:
        The fewest pairs (−1 if no set is within the budget), how many sets have it, sets searched.
    """
    n = len(offsets) - 1
    gone = np.zeros(n, dtype=np.bool_)
    scratch = np.empty((7, n), dtype=np.int64)
    without = np.zeros(n, dtype=np.int64)
    chosen = np.arange(k - 1)
    best, ties, searched = -1, 0, 0
    more = True
    while more:
        left = budget
        for row in candidates[chosen]:
            gone[row] = True
            left -= costs[row]
        if left >= 0.0:
            pairs_without_each(offsets, around, gone, scratch, without)
        for place in range(chosen[k - 2] + 1 if k > 1 else 0, len(candidates)):
            last = candidates[place]
            if costs[last] > left:
                continue
            searched += 1
            pairs: int = without[last]
            if best < 0 or pairs < best:
                best, ties = pairs, 0
            if pairs == best and ties < len(sets):
                for at in range(k - 1):
                    sets[ties, at] = candidates[chosen[at]]
                sets[ties, k - 1] = last
            ties += pairs == best
        for row in candidates[chosen]:
            gone[row] = False
        more = _advance(chosen, len(candidates))
    return best, ties, searched


def most_fragmenting(
    network: Network, k: int, candidates: Indices, costs: Floats, budget: float
) -> Found | None:
    """Every set of k candidates within the budget is looked at; the best, with all ties.

    Returns:
        None if no set is within the budget.
    """
    around = undirected(network)
    sets = np.empty((LISTED, k), dtype=np.int64)
    pairs, ties, searched = _least_pairs(
        around.offsets, around.targets, candidates, costs, budget, k, sets
    )
    if pairs < 0:
        return None
    listed = tuple(tuple(row) for row in sets[: min(ties, LISTED)].tolist())
    return Found(listed, ties, share_apart(pairs, network.n - k), searched)


def greedily_fragmenting(
    network: Network, k: int, candidates: Indices, costs: Floats, budget: float
) -> Found | None:
    """The best next one again and again, then exchanges of one until none is better.

    Returns:
        One set, with no promise that it is the best; None if the budget is spent before k.
    """
    around = undirected(network)
    scratch = np.empty((7, network.n), dtype=np.int64)
    allowed = np.zeros(network.n, dtype=bool)
    allowed[candidates] = True
    searched = 0

    def best_addition(members: list[int]) -> tuple[int, int]:
        nonlocal searched
        gone = np.zeros(network.n, dtype=bool)
        gone[members] = True
        without = np.zeros(network.n, dtype=np.int64)
        pairs_without_each(around.offsets, around.targets, gone, scratch, without)
        free = allowed & ~gone & (costs <= budget - costs[members].sum())
        searched += int(free.sum())
        rows = np.flatnonzero(free)
        if not len(rows):
            return -1, -1
        row = rows[np.argmin(without[rows])]
        return int(row), int(without[row])

    members: list[int] = []
    value = -1
    while len(members) < k:
        row, value = best_addition(members)
        if row < 0:
            return None
        members.append(row)
    improved = k > 1
    while improved:
        improved = False
        for place in range(k):
            others = members[:place] + members[place + 1 :]
            row, pairs = best_addition(others)
            if 0 <= pairs < value:
                members, value, improved = [*others, row], pairs, True
    found = (tuple(sorted(members)),)
    return Found(found, 1, share_apart(value, network.n - k), searched)


def fragmentation_bound(network: Network, k: int, candidates: Indices) -> float:
    """No set of k candidates has a larger F than this.

    Who has d contacts leaves at most d − 1 more components when he goes, so there are at most
    c + Σ(d − 1) of them, joined by the fewest pairs if all are equally large; and a tie that is
    left joins a pair.
    """
    around = undirected(network)
    degrees = np.diff(around.offsets)
    top = np.sort(degrees[candidates])[::-1][:k]
    left = network.n - k
    components = min(left, _components(around) + int(np.maximum(top - 1, 0).sum()))
    each, more = divmod(left, components)
    pairs = (components - more) * each * (each - 1) // 2 + more * (each + 1) * each // 2
    return share_apart(max(pairs, around.edges - int(top.sum())), left)


def _components(around: Network) -> int:
    from scipy.sparse.csgraph import connected_components

    from sholu.network.cohesion import sparse

    return int(connected_components(sparse(around), directed=False)[0])
