"""Close a place: where does the flow go? Everybody chooses again, with costs that are drawn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from sholu.network.model import Booleans, Floats, Indices
from sholu.network.routes_choice import WORLDS, draw_costs, incidence, ways_between
from sholu.network.routes_model import RouteError, RouteGraph


@dataclass(frozen=True)
class Shift:
    """A place or a stretch before and after: shares of all trips, with 90 % intervals over worlds.

    Attributes:
        number: of the place, or of the stretch, in the graph.
        low, high: of the change.
    """

    number: int
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
        stretches: all stretches, in the order of the graph.
        touched: share of the trips that led through what was closed, with its interval.
        stopped: share that no named way is left for; ends_there: share that starts or ends there.
        detour: mean cost after over cost before, of the trips that had to move; None if none had.
        gains: shape (worlds, places), change of each place in each world, for forecasts.
    """

    closed: tuple[int, ...]
    shifts: tuple[Shift, ...]
    stretches: tuple[Shift, ...]
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
    factors = draw_costs(graph, seed)
    tally = _Tally(len(graph.places), len(graph.starts), tuple(closed))
    for (start, end), weight in _weights(graph, trips).items():
        ways = ways_between(graph, start, end)
        if ways:
            visits, uses = incidence(ways, graph, len(graph.places))
            tally.add_trip(visits, uses, factors @ uses.T, weight, start in closed or end in closed)
    if not tally.total:
        raise RouteError("No named way leads along the trips that were asked for.")
    return tally.closure()


def _weights(graph: RouteGraph, trips: Sequence[tuple[int, int]]) -> dict[tuple[int, int], float]:
    if trips:
        return dict.fromkeys(trips, 1.0)
    return {trip: float(len(ids)) for trip, ids in graph.trips.items()}


class _Tally:
    """Trips counted, world by world.

    Places and stretches are counted together: columns 0 to places - 1, then the stretches.
    """

    def __init__(self, places: int, stretches: int, closed: tuple[int, ...]) -> None:
        self.places, self.closed = places, closed
        self.before = np.zeros((WORLDS, places + stretches))
        self.after = np.zeros((WORLDS, places + stretches))
        self.touched, self.extra, self.moved = np.zeros((3, WORLDS))
        self.total = self.stopped = self.ends_there = 0.0

    def add_trip(
        self, visits: Booleans, uses: Floats, costs: Floats, weight: float, ends_there: bool
    ) -> None:
        """Count a trip before and after.

        Args:
            visits, uses: shapes (ways, places) and (ways, stretches).
            costs: shape (worlds, traffickers, ways).
            ends_there: whether it starts or ends at what is closed.
        """
        touches = np.hstack([visits, uses > 0])
        self.total += weight
        taken = costs.argmin(axis=2)
        _count(self.before, touches, taken, weight)
        if ends_there:
            self.ends_there += weight
            return
        is_open = np.asarray(visits[:, list(self.closed)].sum(axis=1) == 0)
        hit = ~is_open[taken]
        self.touched += weight * hit.mean(axis=1)
        if not is_open.any():
            self.stopped += weight * float(hit.mean())
            return
        instead = np.where(is_open, costs, np.inf).argmin(axis=2)
        _count(self.after, touches, instead, weight)
        ratio = _cost_of(costs, instead) / _cost_of(costs, taken)
        self.extra += weight * (ratio * hit).sum(axis=1)
        self.moved += weight * hit.sum(axis=1)

    def closure(self) -> Closure:
        """What was counted, as shares of all trips."""
        before, after = self.before / self.total, self.after / self.total
        shifts = _shifts(before, after)
        places = [s for s in shifts[: self.places] if s.number not in self.closed]
        stretches = shifts[self.places :]
        detour = self.extra[self.moved > 0] / self.moved[self.moved > 0]
        return Closure(
            closed=self.closed,
            shifts=tuple(sorted(places, key=lambda s: (-s.change, -s.before, s.number))),
            stretches=tuple(
                Shift(n, s.before, s.after, s.change, s.low, s.high)
                for n, s in enumerate(stretches)
            ),
            touched=_interval(self.touched / self.total),
            stopped=self.stopped / self.total,
            ends_there=self.ends_there / self.total,
            detour=_interval(detour) if len(detour) else None,
            gains=(after - before)[:, : self.places],
        )


def _cost_of(costs: Floats, taken: Indices) -> Floats:
    """Shape (worlds, traffickers): the cost of the way that each took."""
    return np.take_along_axis(costs, taken[..., None], 2)[..., 0]


def _count(sums: Floats, touches: Booleans, taken: Indices, weight: float) -> None:
    """Add how often each place and stretch is used, per world."""
    for way in range(len(touches)):
        share = (taken == way).mean(axis=1)
        sums[:, touches[way]] += weight * share[:, None]


def _shifts(before: Floats, after: Floats) -> list[Shift]:
    change = after - before
    low, high = np.quantile(change, [0.05, 0.95], axis=0)
    columns = (before.mean(axis=0), after.mean(axis=0), change.mean(axis=0), low, high)
    rows = zip(*(column.tolist() for column in columns), strict=True)
    return [Shift(number, *row) for number, row in enumerate(rows)]


def _interval(values: Floats) -> tuple[float, float, float]:
    """Mean, and the 5th and 95th percentile."""
    low, high = np.quantile(values, [0.05, 0.95])
    return float(values.mean()), float(low), float(high)
