"""What is missing: how far a ranking hangs on ties and actors that nobody saw.

The observed network is one of many that could have been seen. Two questions are asked by drawing:
had a share of what was seen not been seen (dropped), and were a share of the truth unseen so far,
spread evenly (added)? Source: Borgatti, Carley and Krackhardt, 'On the robustness of centrality
measures under conditions of imperfect data', Social Networks 28 (2006) 124.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from sholu.network.assemble import from_arrays, part, undirected
from sholu.network.model import Booleans, Floats, Indices, Network, NetworkError
from sholu.network.shortest_paths import betweenness

DRAWS = 200
"""Networks drawn for each answer."""

SHARES = (0.02, 0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5)
"""Shares that are tried to find where the answer changes."""

INTERVAL = (5.0, 95.0)
"""Percentiles of the ranks that are printed."""

SURE = 0.95
"""The answer holds while the first actor stays first in this share of the draws."""

Score = Callable[[Network], Floats]


@dataclass(frozen=True)
class RankInterval:
    """An actor's rank with what is missing drawn again and again.

    Attributes:
        rank: in the network as seen (1 is the highest; ties share the mean rank).
        low, high: 5th and 95th percentile of the rank over the draws in which the actor is there.
        first: share of those draws in which nobody ranks higher.
    """

    actor: str
    score: float
    rank: float
    low: float
    high: float
    first: float


@dataclass(frozen=True)
class Robustness:
    """How a ranking stands up to one kind of missing data.

    Attributes:
        how: ``dropped`` or ``added``; ``what``: ``ties`` or ``actors``; ``share``: of them.
        intervals: one per actor, by rank.
        correlation: median Spearman correlation with the ranking as seen.
    """

    how: str
    what: str
    share: float
    draws: int
    seed: int
    intervals: tuple[RankInterval, ...]
    correlation: float | None


def robustness(
    network: Network,
    share: float,
    *,
    what: str = "ties",
    how: str = "dropped",
    score: Score = betweenness,
    seed: int = 1,
) -> Robustness:
    """Rank intervals when a share of ties or actors is missing.

    Args:
        share: of the ties (actors) seen that are dropped; or of the true ones that are unseen, so
            that share/(1 − share) of the number seen is added.
        what: ``ties`` or ``actors``.
        how: ``dropped`` or ``added``.
        score: the measure that ranks.

    Raises:
        NetworkError: if the share is not between 0 and 1.
    """
    if not 0 <= share < 1:
        raise NetworkError(f"{share} is no share of what is missing; give 0.1 for a tenth.")
    draw = _DRAWS[what, how]
    chance = np.random.default_rng(seed)
    seen = score(network)
    ranks = np.full((DRAWS, network.n), np.nan)
    for number in range(DRAWS):
        drawn, rows = draw(network, share, chance)
        found = _ranks(score(drawn)[: len(rows)])
        ranks[number, rows] = found
    return Robustness(
        how, what, share, DRAWS, seed, _intervals(network, seen, ranks), _correlation(seen, ranks)
    )


def holds_until(
    network: Network, *, what: str, how: str, score: Score = betweenness, seed: int = 1
) -> float:
    """The largest share tried at which the first actor still is first in 95 % of the draws.

    Returns:
        0 if not even the smallest share leaves the answer as it is.
    """
    held = 0.0
    for share in SHARES:
        found = robustness(network, share, what=what, how=how, score=score, seed=seed)
        if not found.intervals or found.intervals[0].first < SURE:
            return held
        held = share
    return held


def _ranks(scores: Floats) -> Floats:
    """1 for the highest; the mean for equal scores."""
    if not len(scores):
        return scores
    rounded = np.round(scores, 9)
    _, place, counts = np.unique(-rounded, return_inverse=True, return_counts=True)
    ends = np.cumsum(counts)
    return np.asarray((ends - (counts - 1) / 2)[place])


def _intervals(network: Network, seen: Floats, ranks: Floats) -> tuple[RankInterval, ...]:
    as_seen = _ranks(seen)
    # Nobody ranks higher: alone first, or the mean rank of those who share the first places.
    best = np.nanmin(ranks, axis=1, keepdims=True) if ranks.size else ranks
    intervals = []
    for row in np.argsort(as_seen, kind="stable"):
        drawn = ranks[:, row]
        there = ~np.isnan(drawn)
        low, high = np.percentile(drawn[there], INTERVAL) if there.any() else (np.nan, np.nan)
        first = float((drawn == best[:, 0])[there].mean()) if there.any() else np.nan
        intervals.append(
            RankInterval(
                network.actors[row], float(seen[row]), float(as_seen[row]), low, high, first
            )
        )
    return tuple(intervals)


def _correlation(seen: Floats, ranks: Floats) -> float | None:
    as_seen = _ranks(seen)
    values = []
    for drawn in ranks:
        there = ~np.isnan(drawn)
        if there.sum() > 2 and np.ptp(drawn[there]) > 0 and np.ptp(as_seen[there]) > 0:
            values.append(np.corrcoef(drawn[there], as_seen[there])[0, 1])
    return float(np.median(values)) if values else None


def _pairs(network: Network) -> tuple[Indices, Indices, Floats]:
    """The ties as they are given to `from_arrays`."""
    keep = np.ones(network.arcs, bool) if network.directed else network.sources < network.targets
    return network.sources[keep], network.targets[keep], network.weights[keep]


def _with_ties(network: Network, rows: Indices, columns: Indices, weights: Floats) -> Network:
    built = from_arrays(network.actors, rows, columns, weights, directed=network.directed)
    return replace(built, weight_is=network.weight_is)


def _drop_ties(
    network: Network, share: float, chance: np.random.Generator
) -> tuple[Network, Indices]:
    rows, columns, weights = _pairs(network)
    kept = chance.permutation(len(rows))[: len(rows) - round(share * len(rows))]
    everyone = np.arange(network.n)
    return _with_ties(network, rows[kept], columns[kept], weights[kept]), everyone


def _add_ties(
    network: Network, share: float, chance: np.random.Generator
) -> tuple[Network, Indices]:
    """Ties between pairs that have none, drawn evenly; weights drawn from those seen."""
    rows, columns, weights = _pairs(network)
    possible = network.n * (network.n - 1) // (1 if network.directed else 2)
    wanted = min(round(len(rows) * share / (1 - share)), possible - len(rows))
    taken = set((rows * network.n + columns).tolist())
    new: list[int] = []
    while len(new) < wanted:
        one, other = chance.integers(0, network.n, 2).tolist()
        if not network.directed and one > other:
            one, other = other, one
        key = one * network.n + other
        if one != other and key not in taken:
            taken.add(key)
            new.append(key)
    keys = np.array(new, dtype=np.int64)
    drawn = chance.choice(weights, len(new)) if len(new) else np.zeros(0)
    everyone = np.arange(network.n)
    return _with_ties(
        network,
        np.concatenate([rows, keys // max(network.n, 1)]),
        np.concatenate([columns, keys % max(network.n, 1)]),
        np.concatenate([weights, drawn]),
    ), everyone


def _drop_actors(
    network: Network, share: float, chance: np.random.Generator
) -> tuple[Network, Indices]:
    kept = np.sort(chance.permutation(network.n)[: network.n - round(share * network.n)])
    keep: Booleans = np.zeros(network.n, dtype=bool)
    keep[kept] = True
    return part(network, keep), kept


def _add_actors(
    network: Network, share: float, chance: np.random.Generator
) -> tuple[Network, Indices]:
    """New actors with as many contacts as some actor seen has, tied evenly at random."""
    n = network.n
    new = round(n * share / (1 - share))
    rows, columns, weights = _pairs(network)
    degree = np.diff(undirected(network).offsets)
    ends: list[tuple[int, int]] = []
    for actor in range(n, n + new):
        contacts = chance.choice(n, int(chance.choice(degree)), replace=False)
        # In an undirected network the order of the ends says nothing.
        outward = chance.random(len(contacts)) < 0.5
        ends += [
            (actor, int(contact)) if out else (int(contact), actor)
            for contact, out in zip(contacts, outward, strict=True)
        ]
    added = np.array(ends, dtype=np.int64).reshape(-1, 2)
    drawn = chance.choice(weights, len(added)) if len(added) else np.zeros(0)
    labels = (*network.actors, *(f"unseen {i + 1}" for i in range(new)))
    larger = replace(network, actors=labels)
    return _with_ties(
        larger,
        np.concatenate([rows, added[:, 0]]),
        np.concatenate([columns, added[:, 1]]),
        np.concatenate([weights, drawn]),
    ), np.arange(n)


_DRAWS: dict[
    tuple[str, str],
    Callable[[Network, float, np.random.Generator], tuple[Network, Indices]],
] = {
    ("ties", "dropped"): _drop_ties,
    ("ties", "added"): _add_ties,
    ("actors", "dropped"): _drop_actors,
    ("actors", "added"): _add_actors,
}
