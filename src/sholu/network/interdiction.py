"""Close a place: where does the flow go? Route choice with drawn costs, and the fewest closures."""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import count

import numpy as np
from scipy.sparse import coo_array, csr_array
from scipy.sparse.csgraph import breadth_first_order, dijkstra, maximum_flow

from sholu.network.model import Booleans, Floats, Indices
from sholu.network.routes_model import RouteError, RouteGraph

WORLDS, TRAFFICKERS = 400, 50
"""Draws of costs that nobody knows, and of those who choose within each."""

WORLD_SPREAD, OWN_SPREAD = 0.4, 0.2
"""Standard deviations of the logarithm of a stretch's cost: risk, bribes and roads change what a
kilometre costs by half or double (two deviations), the same for all; and each trafficker sees it a
little otherwise. Set by judgement: `docs/explanation/interdiction.md`."""

WAYS = 80
"""Shortest ways that are weighed for a trip; longer ones would win in next to no draw."""

LARGE = 10**6


@dataclass(frozen=True)
class Shift:
    """A place before and after: shares of all trips, with 90 % intervals over the worlds."""

    place: int
    before: float
    after: float
    change: float
    low: float
    high: float


@dataclass(frozen=True)
class Closure:
    """What closing some places does to the trips of a graph.

    Attributes:
        shifts: all other places, the largest gain first.
        touched: share of the trips that led through what was closed, with its interval.
        stopped: share that no named way is left for; ends_there: share that starts or ends there.
        detour: mean cost after over cost before, of the trips that had to move; None if none had.
        gains: shape (worlds, places), change of each place in each world, for forecasts.
    """

    closed: tuple[int, ...]
    shifts: tuple[Shift, ...]
    touched: tuple[float, float, float]
    stopped: float
    ends_there: float
    detour: tuple[float, float, float] | None
    gains: Floats


def close(
    graph: RouteGraph,
    closed: Sequence[int],
    trips: Sequence[tuple[int, int]] = (),
    seed: int = 1,
) -> Closure:
    """Close places and let everybody choose again.

    Each trafficker takes the way that costs least to him; costs are lengths times a lognormal
    factor, so that ways that share a stretch share its luck (multinomial probit route choice:
    Daganzo and Sheffi, Transportation Science 11, 1977). The same draws serve before and after.

    Args:
        closed: numbers of places.
        trips: (start, end); all trips of the graph, each as often as routes tell it, if empty.

    Raises:
        RouteError: if no way leads along any of the trips.
    """
    wanted = _weights(graph, trips)
    factors = _factors(graph, seed)
    n = len(graph.places)
    sums = {name: np.zeros((WORLDS, n)) for name in ("before", "after")}
    touched, extra, moved = np.zeros(WORLDS), np.zeros(WORLDS), np.zeros(WORLDS)
    stopped = ends_there = total = 0.0
    for (start, end), weight in wanted.items():
        ways = ways_between(graph, start, end)
        if not ways:
            continue
        total += weight
        visits, uses = _incidence(ways, graph, n)
        costs = factors @ uses.T
        before = costs.argmin(axis=2)
        _count(sums["before"], visits, before, weight)
        if start in closed or end in closed:
            ends_there += weight
            continue
        open_ways = np.asarray(visits[:, list(closed)].sum(axis=1) == 0)
        hit = ~open_ways[before]
        touched += weight * hit.mean(axis=1)
        if not open_ways.any():
            stopped += weight * float(hit.mean())
            continue
        after = np.where(open_ways, costs, np.inf).argmin(axis=2)
        _count(sums["after"], visits, after, weight)
        ratio = np.take_along_axis(costs, after[..., None], 2) / np.take_along_axis(
            costs, before[..., None], 2
        )
        extra += weight * (ratio[..., 0] * hit).sum(axis=1)
        moved += weight * hit.sum(axis=1)
    if not total:
        raise RouteError("No named way leads along the trips that were asked for.")
    before_share, after_share = sums["before"] / total, sums["after"] / total
    gains = after_share - before_share
    detour = extra[moved > 0] / moved[moved > 0]
    return Closure(
        closed=tuple(closed),
        shifts=_shifts(before_share, after_share, closed),
        touched=_interval(touched / total),
        stopped=stopped / total,
        ends_there=ends_there / total,
        detour=_interval(detour) if len(detour) else None,
        gains=gains,
    )


def _weights(graph: RouteGraph, trips: Sequence[tuple[int, int]]) -> dict[tuple[int, int], float]:
    if trips:
        return dict.fromkeys(trips, 1.0)
    return {trip: float(len(ids)) for trip, ids in graph.trips.items()}


def lengths(graph: RouteGraph) -> Floats:
    """Kilometres of each stretch; the median of the others where a place has no coordinates."""
    known = [km for km in graph.kilometres if km is not None]
    usual = float(np.median(known)) if known else 1.0
    return np.array([max(usual if km is None else km, 1.0) for km in graph.kilometres])


def _factors(graph: RouteGraph, seed: int) -> Floats:
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
    while heap and len(found) < most and next(order) < LARGE:
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


def _incidence(ways: list[list[int]], graph: RouteGraph, n: int) -> tuple[Booleans, Floats]:
    """Which places and stretches each way uses, shapes (ways, places) and (ways, stretches)."""
    visits = np.zeros((len(ways), n), dtype=bool)
    uses = np.zeros((len(ways), len(graph.starts)))
    for row, way in enumerate(ways):
        uses[row, way] = 1
        visits[row, graph.starts[way]] = True
        visits[row, graph.ends[way]] = True
    return visits, uses


def _count(sums: Floats, visits: Booleans, taken: Indices, weight: float) -> None:
    """Add how often each place is visited, per world."""
    for way in range(len(visits)):
        share = (taken == way).mean(axis=1)
        sums[:, visits[way]] += weight * share[:, None]


def _shifts(before: Floats, after: Floats, closed: Sequence[int]) -> tuple[Shift, ...]:
    change = after - before
    low, high = np.quantile(change, [0.05, 0.95], axis=0)
    rows = [
        Shift(
            place,
            float(before[:, place].mean()),
            float(after[:, place].mean()),
            float(change[:, place].mean()),
            float(low[place]),
            float(high[place]),
        )
        for place in range(before.shape[1])
        if place not in closed
    ]
    return tuple(sorted(rows, key=lambda row: (-row.change, -row.before, row.place)))


def _interval(values: Floats) -> tuple[float, float, float]:
    """Mean, and the 5th and 95th percentile."""
    low, high = np.quantile(values, [0.05, 0.95])
    return float(values.mean()), float(low), float(high)


@dataclass(frozen=True)
class Cut:
    """The fewest places whose closing leaves no named way.

    Attributes:
        size: how many; None if one stretch leads straight from start to end.
        near_start, near_end: one such set as near to the start, and one as near to the end, as
            there is; others may lie between them.
    """

    size: int | None
    near_start: tuple[int, ...]
    near_end: tuple[int, ...]


def minimum_cut(graph: RouteGraph, starts: Iterable[int], ends: Iterable[int]) -> Cut:
    """The fewest places between starts and ends (Menger 1927; maximum flow with split places).

    Raises:
        RouteError: if a place is both a start and an end, or no way leads across.
    """
    first, last = set(starts), set(ends)
    if not first or not last or first & last:
        raise RouteError("A cut needs a start and an end that differ.")
    n = len(graph.places)
    source, sink = 2 * n, 2 * n + 1
    edges: dict[tuple[int, int], int] = {}
    for place in range(n):
        free = place in first | last
        blocked = graph.areas[place] and not free
        edges[2 * place, 2 * place + 1] = LARGE if free else int(not blocked)
    for one, other in zip(graph.starts.tolist(), graph.ends.tolist(), strict=True):
        edges[2 * one + 1, 2 * other] = LARGE
    edges |= {(source, 2 * place): LARGE for place in first}
    edges |= {(2 * place + 1, sink): LARGE for place in last}
    rows, columns = zip(*edges, strict=True)
    capacity = csr_array(
        coo_array((np.array(list(edges.values()), dtype=np.int32), (rows, columns)),
                  shape=(2 * n + 2, 2 * n + 2))
    )  # fmt: skip
    flow = maximum_flow(capacity, source, sink)
    if flow.flow_value >= LARGE:
        return Cut(None, (), ())
    if flow.flow_value == 0:
        raise RouteError("No named way leads from there to there: nothing needs to be closed.")
    left = csr_array(capacity - flow.flow)
    left.data = np.maximum(left.data, 0)
    left.eliminate_zeros()
    ahead = set(breadth_first_order(left, source, return_predecessors=False).tolist())
    behind = set(breadth_first_order(csr_array(left.T), sink, return_predecessors=False).tolist())
    costly = [p for p in range(n) if edges[2 * p, 2 * p + 1] == 1]
    near_start = tuple(p for p in costly if 2 * p in ahead and 2 * p + 1 not in ahead)
    near_end = tuple(p for p in costly if 2 * p + 1 in behind and 2 * p not in behind)
    return Cut(int(flow.flow_value), near_start, near_end)
