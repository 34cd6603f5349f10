"""Which ways lead from one place to another, and what they cost whom."""

from __future__ import annotations

import heapq
from itertools import count

import numpy as np
from scipy.sparse import coo_array, csr_array
from scipy.sparse.csgraph import dijkstra

from sholu.network.model import Booleans, Floats
from sholu.network.routes_model import RouteGraph

WORLDS, TRAFFICKERS = 400, 50
"""Draws of costs that nobody knows, and of those who choose within each."""

WORLD_SPREAD, OWN_SPREAD = 0.4, 0.2
"""Standard deviations of the logarithm of a stretch's cost: risk, bribes and roads change what a
kilometre costs by half or double (two deviations), the same for all; and each trafficker sees it a
little otherwise. Set by judgement: `docs/explanation/interdiction.md`."""

WAYS = 80
"""Shortest ways that are weighed for a trip; longer ones would win in next to no draw."""

TRIED = 10**6
"""Steps of the search for ways after which it takes what it has."""


def lengths(graph: RouteGraph) -> Floats:
    """Kilometres of each stretch; the median of the others where a place has no coordinates."""
    known = [km for km in graph.kilometres if km is not None]
    usual = float(np.median(known)) if known else 1.0
    return np.array([max(usual if km is None else km, 1.0) for km in graph.kilometres])


def draw_costs(graph: RouteGraph, seed: int) -> Floats:
    """Costs, shape (worlds, traffickers, stretches)."""
    draw = np.random.default_rng(seed)
    stretches = len(graph.starts)
    world = draw.normal(0, WORLD_SPREAD, (WORLDS, 1, stretches))
    own = draw.normal(0, OWN_SPREAD, (WORLDS, TRAFFICKERS, stretches))
    return np.asarray(lengths(graph) * np.exp(world + own))


def ways_between(graph: RouteGraph, start: int, end: int, most: int = WAYS) -> list[list[int]]:
    """The shortest ways without a place twice, as stretches, the shortest first.

    A best-first search whose bound is the exact distance that remains (Hart, Nilsson and Raphael
    1968), so that ways come out in order of length. Areas end a way.
    """
    n, km = len(graph.places), lengths(graph)
    passable = ~graph.areas[graph.starts] | (graph.starts == start)
    back = csr_array(
        coo_array((km[passable], (graph.ends[passable], graph.starts[passable])), shape=(n, n))
    )
    rest = dijkstra(back, indices=end)
    leaving: dict[int, list[int]] = {}
    for number in np.flatnonzero(passable).tolist():
        leaving.setdefault(int(graph.starts[number]), []).append(number)
    order = count()
    heap: list[tuple[float, int, float, int, tuple[int, ...], frozenset[int]]] = [
        (float(rest[start]), next(order), 0.0, start, (), frozenset((start,)))
    ]
    found: list[list[int]] = []
    while heap and len(found) < most and next(order) < TRIED:
        bound, _, gone, at, way, seen = heapq.heappop(heap)
        if not np.isfinite(bound):
            break
        if at == end:
            found.append(list(way))
            continue
        for stretch in leaving.get(at, ()):
            there = int(graph.ends[stretch])
            if there not in seen and np.isfinite(rest[there]):
                far = gone + float(km[stretch])
                onward = (*way, stretch)
                bound = far + float(rest[there])
                heapq.heappush(heap, (bound, next(order), far, there, onward, seen | {there}))
    return found


def incidence(ways: list[list[int]], graph: RouteGraph, n: int) -> tuple[Booleans, Floats]:
    """Which places and stretches each way uses, shapes (ways, places) and (ways, stretches)."""
    visits = np.zeros((len(ways), n), dtype=bool)
    uses = np.zeros((len(ways), len(graph.starts)))
    for row, way in enumerate(ways):
        uses[row, way] = 1
        visits[row, graph.starts[way]] = True
        visits[row, graph.ends[way]] = True
    return visits, uses
