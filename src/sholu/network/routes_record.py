"""Routes as records: what JSON and GeoJSON print."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sholu.charts.map_boundaries import boundaries_of
from sholu.network.routes_graph import PlaceOnRoutes
from sholu.network.routes_map import line_of
from sholu.network.routes_model import Route, RouteGraph, RouteTable, Site

DEFINITIONS = {
    "place": "Nodes are towns and crossings in the order in which a source names them, and the "
    "areas at the ends; an area in the middle says too little about where and is passed over. "
    "Stretches are directed. Betweenness counts pairs of places whose way of fewest stretches "
    "leads through (Freeman 1977, not normalised); no way leads through an area.",
    "country": "Nodes are countries; each stop is its country, and neighbours that are the same "
    "are one. Stretches are directed. Betweenness counts pairs (Freeman 1977, not normalised).",
}


def routes_frame(table: RouteTable, graph: RouteGraph, level: str) -> dict[str, Any]:
    """What every record about routes starts with."""
    pairs = {frozenset(p) for p in zip(graph.starts.tolist(), graph.ends.tolist(), strict=True)}
    return {
        "file": table.origin,
        "level": level,
        "n": len(graph.places),
        "arcs": len(graph.starts),
        "edges": len(pairs),
        "directed": True,
        "definition": DEFINITIONS[level],
    }


def routes_record(
    table: RouteTable, graph: RouteGraph, places: Sequence[PlaceOnRoutes], level: str
) -> dict[str, Any]:
    """Routes with their sources, places with their part, and what could not be read."""
    return routes_frame(table, graph, level) | {
        "routes": [route_record(route, table) for route in table.routes],
        "hubs": [place_record(place) for place in places],
        "stretches": [
            {
                "from": graph.places[start],
                "to": graph.places[end],
                "kilometres": None if km is None else round(km, 1),
                "routes": list(ids),
            }
            for start, end, km, ids in zip(
                graph.starts.tolist(), graph.ends.tolist(), graph.kilometres, graph.routes,
                strict=True,
            )
        ],
        "set_aside": [note.statement for note in table.notes],
    }  # fmt: skip


def route_record(route: Route, table: RouteTable) -> dict[str, Any]:
    """One row; alternatives of a stop stand in one list."""
    return {
        "id": route.id,
        "kind": route.kind,
        "places": [
            " / ".join(table.sites[code].name for code in stop) for stop in route.stops
        ],
        "codes": [list(stop) for stop in route.stops],
        "substance": route.substance or None,
        "mode": route.mode or None,
        "concealment": route.concealment or None,
        "period": route.period or None,
        "source": route.source,
        "note": route.note or None,
        "unordered": [table.sites[code].name for code in route.unordered],
        "spans": list(route.spans),
        "quote": route.quote or None,
        "marking": route.marking or None,
        "status": route.status or None,
    }  # fmt: skip


def place_record(place: PlaceOnRoutes) -> dict[str, Any]:
    """A place of the graph."""
    return {
        "code": place.site.code,
        "name": place.site.name,
        "kind": place.site.kind or None,
        "country": place.site.country,
        "latitude": place.site.latitude,
        "longitude": place.site.longitude,
        "betweenness": place.betweenness,
        "routes": list(place.routes),
        "incoming": place.incoming,
        "outgoing": place.outgoing,
        "said": [{"kind": kind, "source": source} for kind, source in place.said],
    }


def geojson(table: RouteTable, places: Sequence[PlaceOnRoutes]) -> dict[str, Any]:
    """A FeatureCollection (RFC 7946): ways as lines, places as points, each with its source.

    A way with fewer than two places that are known by coordinates has no geometry (null).
    """
    boundaries = boundaries_of({site.country for site in table.sites.values() if site.country})
    features = []
    for route in table.ways():
        points, open_end = line_of(route.stops, table.sites, boundaries)
        lines = {"type": "LineString", "coordinates": [[round(c, 4) for c in p] for p in points]}
        features.append(
            _feature(
                f"route {route.id}",
                lines if len(points) > 1 else None,
                route_record(route, table) | {"end_is_an_area": open_end},
            )
        )
    features += [
        _feature(f"place {place.site.code}", _point(place.site), place_record(place))
        for place in places
    ]
    known = {place.site.code for place in places}
    for route in table.routes:
        if route.kind != "route":
            features += [
                _feature(f"{route.kind} {route.id} {code}", _point(table.sites[code]),
                         route_record(route, table))
                for stop in route.stops for code in stop if code not in known
            ]  # fmt: skip
    return {"type": "FeatureCollection", "features": features}


def _feature(
    id_: str, geometry: dict[str, Any] | None, properties: dict[str, Any]
) -> dict[str, Any]:
    return {"type": "Feature", "id": id_, "geometry": geometry, "properties": properties}


def _point(site: Site) -> dict[str, Any] | None:
    if site.point is None:
        return None
    return {"type": "Point", "coordinates": [round(part, 4) for part in site.point]}
