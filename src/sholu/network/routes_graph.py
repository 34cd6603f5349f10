"""The graph of places: stretches between stops, and which places hold it together."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, product

import numpy as np

from sholu.network.assemble import from_arrays
from sholu.network.model import Network
from sholu.network.routes_model import Route, RouteError, RouteGraph, RouteTable, Site
from sholu.network.shortest_paths import betweenness

EARTH_KM = 6371.0088
"""Mean radius (IUGG; Moritz, Geodetic Reference System 1980)."""

PLACE, COUNTRY = "place", "country"
LEVELS = (PLACE, COUNTRY)


def graph_of(table: RouteTable, level: str = PLACE) -> RouteGraph:
    """The graph of a table's ways.

    Args:
        level: ``place``: towns and crossings; a country, region or area between them says too
            little about where, and is passed over. ``country``: each stop is its country.

    Raises:
        RouteError: if no two stops follow each other.
    """
    places: dict[str, int] = {}
    stretches: dict[tuple[int, int], list[str]] = defaultdict(list)
    trips: dict[tuple[int, int], list[str]] = defaultdict(list)
    for route in table.ways():
        stops = _stops(route, table, level)
        for here, there in pairwise(stops):
            for one, other in product(here, there):
                if one != other:
                    pair = tuple(places.setdefault(code, len(places)) for code in (one, other))
                    _add(stretches[pair[0], pair[1]], route.id)
        if len(stops) > 1:
            for one, other in product(stops[0], stops[-1]):
                if one != other:
                    _add(trips[places[one], places[other]], route.id)
    if not stretches:
        raise RouteError(f"{table.origin}: no two stops of a route follow each other.")
    codes = tuple(places)
    sites = [site_at(table, code) for code in codes]
    return RouteGraph(
        places=codes,
        starts=np.array([one for one, _ in stretches], dtype=np.int64),
        ends=np.array([other for _, other in stretches], dtype=np.int64),
        kilometres=tuple(kilometres_between(sites[one], sites[other]) for one, other in stretches),
        areas=np.array([level == PLACE and not site.is_point for site in sites]),
        routes=tuple(tuple(ids) for ids in stretches.values()),
        trips={pair: tuple(ids) for pair, ids in trips.items()},
    )


def _add(ids: list[str], id_: str) -> None:
    if id_ not in ids:
        ids.append(id_)


def _stops(route: Route, table: RouteTable, level: str) -> list[tuple[str, ...]]:
    """The stops that the graph has; neighbours that are the same are one."""
    kept: list[tuple[str, ...]] = []
    for number, stop in enumerate(route.stops):
        if level == COUNTRY:
            codes = tuple(dict.fromkeys(table.sites[c].country or c for c in stop))
        else:
            inner = 0 < number < len(route.stops) - 1
            codes = tuple(c for c in stop if not inner or table.sites[c].is_point)
        if codes and (not kept or kept[-1] != codes):
            kept.append(codes)
    return kept


def site_at(table: RouteTable, code: str) -> Site:
    """The place of a code in a graph; a country that no route names has only its code."""
    return table.sites.get(code) or Site(code, code, "country", code, None, None)


def kilometres_between(one: Site, other: Site) -> float | None:
    """Length of the great circle (haversine formula, Sinnott 1984); None without coordinates."""
    if one.point is None or other.point is None:
        return None
    (east1, north1), (east2, north2) = one.point, other.point
    up = math.radians(north2 - north1)
    along = math.radians(east2 - east1)
    square = (
        math.sin(up / 2) ** 2
        + math.cos(math.radians(north1)) * math.cos(math.radians(north2)) * math.sin(along / 2) ** 2
    )
    return 2 * EARTH_KM * math.asin(math.sqrt(min(square, 1.0)))


@dataclass(frozen=True)
class PlaceOnRoutes:
    """What a place is on the graph.

    Attributes:
        betweenness: pairs of places whose shortest way (fewest stretches) leads through it.
        routes: ids of the ways that name it; incoming, outgoing: stretches.
        said: what rows of other kinds say of it: (kind, source).
    """

    site: Site
    betweenness: float
    routes: tuple[str, ...]
    incoming: int
    outgoing: int
    said: tuple[tuple[str, str], ...]


def hubs(table: RouteTable, graph: RouteGraph) -> tuple[PlaceOnRoutes, ...]:
    """Every place of the graph, the most in between first; then by the number of routes."""
    between = betweenness(as_network(graph, table.origin))[: len(graph.places)]
    found = []
    for row, code in enumerate(graph.places):
        touching = (graph.starts == row) | (graph.ends == row)
        ids = [id_ for e in np.flatnonzero(touching) for id_ in graph.routes[e]]
        found.append(
            PlaceOnRoutes(
                site_at(table, code),
                float(between[row]),
                tuple(dict.fromkeys(ids)),
                int((graph.ends == row).sum()),
                int((graph.starts == row).sum()),
                tuple(_said(table.routes, code)),
            )
        )
    return tuple(sorted(found, key=lambda p: (-p.betweenness, -len(p.routes), p.site.name)))


def _said(routes: Iterable[Route], code: str) -> Iterator[tuple[str, str]]:
    for route in routes:
        if route.kind != "route" and any(code in stop for stop in route.stops):
            yield route.kind, route.source


def as_network(graph: RouteGraph, name: str) -> Network:
    """The graph as a directed network without weights; the places come first.

    What starts in an area starts at a copy of it, so that nothing leads through.
    """
    copies = len(graph.places) + np.cumsum(graph.areas) - 1
    starts = np.where(graph.areas[graph.starts], copies[graph.starts], graph.starts)
    labels = [*graph.places, *(f"from {graph.places[i]}" for i in np.flatnonzero(graph.areas))]
    return from_arrays(labels, starts, graph.ends, directed=True, name=name)


def chosen(
    table: RouteTable,
    *,
    ids: Sequence[str] = (),
    substance: str | None = None,
    source: str | None = None,
    start: int | None = None,
    end: int | None = None,
) -> RouteTable:
    """The rows that are asked for; years are inclusive, and a row without a year stays.

    Raises:
        RouteError: if none is left.
    """
    kept = tuple(
        route
        for route in table.routes
        if (not ids or route.id in ids)
        and (substance or "").casefold() in route.substance.casefold()
        and (source or "").casefold() in route.source.casefold()
        and (start is None or route.last_year is None or route.last_year >= start)
        and (end is None or route.first_year is None or route.first_year <= end)
    )
    if not kept:
        known = sorted({route.substance for route in table.routes if route.substance})
        raise RouteError(
            f"{table.origin} holds no such routes.", f"Substances: {'; '.join(known)}."
        )
    return RouteTable(table.origin, kept, table.sites, table.notes)
