"""Answers as GeoJSON (RFC 7946): events as points, an indicator by region with its boundaries."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from itertools import pairwise
from typing import Any

from sholu.charts.choropleth import wholes_on
from sholu.charts.map_boundaries import Point, boundaries_of, country_of
from sholu.release.exports.geojson import features
from sholu.release.package.model import PublicObservation
from sholu.release.situation.answers import regions_of
from sholu.web.api.model import GEOJSON, Asked, Endpoint, Listing
from sholu.web.api.parameters import (
    COUNTRY,
    FREQUENCIES,
    INDICATOR,
    LANGUAGE,
    SUBSTANCE,
    YEAR,
    choice,
    code,
)

Ring = tuple[Point, ...]


def _collection_schema(geometry: Mapping[str, Any], **more: Any) -> dict[str, Any]:
    feature = {
        "type": "object",
        "required": ["type", "id", "geometry", "properties"],
        "properties": {
            "type": {"const": "Feature"},
            "id": {"type": "string"},
            "geometry": {"oneOf": [geometry, {"type": "null"}]},
            "properties": {"type": "object"},
        },
    }
    return {
        "type": "object",
        "required": ["type", "features"],
        "properties": {
            "type": {"const": "FeatureCollection"},
            "features": {"type": "array", "items": feature},
            **more,
        },
    }


def _geometry(kind: str) -> dict[str, Any]:
    return {
        "type": "object",
        "required": ["type", "coordinates"],
        "properties": {"type": {"const": kind}, "coordinates": {"type": "array"}},
    }


_NUMBER = {"type": "integer", "minimum": 0}
EVENTS_SCHEMA = _collection_schema(
    _geometry("Point"), total=_NUMBER, offset=_NUMBER, limit=_NUMBER,
    next={"type": ["string", "null"]}, release={"type": "string"},
)  # fmt: skip
MAP_SCHEMA = _collection_schema(
    _geometry("MultiPolygon"), release={"type": "string"}, indicator={"type": "string"},
    day={"type": "string"},
)  # fmt: skip


def events_collection(asked: Asked, page: Listing) -> dict[str, Any]:
    """A page of events; the page's place in the list stands beside the features (RFC 7946, 6.1)."""
    collection: dict[str, Any] = json.loads(features(asked.package, page.items, asked.language))
    following = asked.again(offset=page.offset + page.limit) if page.has_more else None
    return {
        **collection, "release": asked.package.about.release, "total": page.total,
        "offset": page.offset, "limit": page.limit, "next": following,
    }  # fmt: skip


def region_map(asked: Asked) -> dict[str, Any]:
    """The newest observation of each region of a country, with the regions that there were."""
    package = asked.package
    year = asked.number("year")
    country = asked.text("country") or package.about.country
    day = f"{year}-12-31" if year else package.about.period_end
    known = {
        one.place: one
        for one in package.latest_by_place(
            asked.text("indicator") or "",
            frequency=asked.text("frequency") or "year",
            year=year,
            substance=asked.text("substance"),
            scope=asked.text("scope") or "",
        )
        if country_of(one.place) == country and one.place != country
    }
    places = sorted({*known, *regions_of(package, country, day)})
    shapes = region_shapes(country, day)
    return {
        "type": "FeatureCollection",
        "release": package.about.release,
        "indicator": asked.text("indicator"),
        "day": day,
        "features": [_feature(asked, place, known.get(place), shapes) for place in places],
    }


def _feature(
    asked: Asked, place: str, one: PublicObservation | None, shapes: Mapping[str, Any]
) -> dict[str, Any]:
    keys = ("value", "value_high", "low", "high", "unit", "status", "period", "rule", "differing")
    said = {key: getattr(one, key) if one else None for key in keys}
    return {
        "type": "Feature",
        "id": place,
        "geometry": shapes.get(place),
        "properties": {
            "place": place,
            "place_name": asked.package.name("place", place, asked.language),
            **said,
            "observation": one.id if one else None,
        },
    }


@cache
def region_shapes(country: str, day: str) -> dict[str, dict[str, Any]]:
    """Region to its shape on a day; regions that were one then have one shape of several parts."""
    wholes = wholes_on(day)
    rings: dict[str, list[list[Ring]]] = {}
    for region, drawn in boundaries_of((country,)).rings.items():
        if country_of(region) == country and region != country:
            rings.setdefault(wholes.get(region, region), []).append(list(drawn))
    return {region: _multipolygon(parts) for region, parts in rings.items()}


def _multipolygon(parts: Iterable[Sequence[Ring]]) -> dict[str, Any]:
    polygons = [polygon for part in parts for polygon in polygons_of(part)]
    return {"type": "MultiPolygon", "coordinates": polygons}


def polygons_of(rings: Sequence[Ring]) -> list[list[list[list[float]]]]:
    """Rings as polygons: a ring within an odd number of others is a hole in the least of them.

    Outer rings run against the clock, holes with it (RFC 7946, 3.1.6).
    """
    around = [
        [other for other in range(len(rings)) if other != n and _within(rings[n], rings[other])]
        for n in range(len(rings))
    ]
    outer = [n for n in range(len(rings)) if len(around[n]) % 2 == 0]
    holes: dict[int, list[Ring]] = {n: [] for n in outer}
    for n in set(range(len(rings))) - set(outer):
        holders = [one for one in around[n] if one in holes]
        holes[min(holders, key=lambda one: abs(_area(rings[one])))].append(rings[n])
    return [
        [_turned(rings[n], 1), *(_turned(hole, -1) for hole in sorted(holes[n]))] for n in outer
    ]


def _within(ring: Ring, other: Ring) -> bool:
    """Whether a ring lies in another; both share no more than single points."""
    return _holds(other, _middle(ring[0], ring[1]))


def _middle(a: Point, b: Point) -> Point:
    """Of a side, for a corner may lie on the other ring."""
    return (a[0] + b[0]) / 2, (a[1] + b[1]) / 2


def _holds(ring: Ring, point: Point) -> bool:
    """Whether a point lies in a ring (ray casting; Shimrat 1962, CACM algorithm 112)."""
    x, y = point
    inside = False
    for (x1, y1), (x2, y2) in pairwise(ring):
        if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
            inside = not inside
    return inside


def _area(ring: Ring) -> float:
    """Signed, in square degrees; above nought against the clock (the shoelace formula)."""
    return sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairwise(ring)) / 2


def _turned(ring: Ring, direction: int) -> list[list[float]]:
    ordered = ring if _area(ring) * direction >= 0 else ring[::-1]
    return [[round(x, 5), round(y, 5)] for x, y in ordered]


ENDPOINTS = (
    Endpoint("/api/map", "An indicator by region: the newest observation of each region, in a year "
             "if one is given, with the boundaries of that year. Regions without one have null.",
             region_map, MAP_SCHEMA,
             (code("indicator", INDICATOR.about, required=True),
              choice("frequency", "Of the series.", FREQUENCIES, "year"), YEAR, SUBSTANCE,
              code("scope", "What else narrows it, as name=value."), COUNTRY, LANGUAGE),
             media_type=GEOJSON),
)  # fmt: skip
