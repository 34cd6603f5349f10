"""Events as points (RFC 7946): opens in QGIS and on any web map."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from sholu.release.exports.tables import events_of
from sholu.release.package.model import PublicEvent
from sholu.release.package.reader import Package


def events_geojson(package: Package, language: str) -> str:
    """All events of a release."""
    return features(package, events_of(package), language)


def features(package: Package, events: Iterable[PublicEvent], language: str) -> str:
    """Some events as a feature collection; one without a known position has no geometry.

    A position is the middle of the town, district, region or country that ``place_basis`` names;
    events of one place lie upon each other.
    """
    collection = {
        "type": "FeatureCollection",
        "features": [_feature(package, event, language) for event in events],
    }
    return json.dumps(collection, ensure_ascii=False)


def _feature(package: Package, event: PublicEvent, language: str) -> dict[str, Any]:
    point = None
    if event.latitude is not None and event.longitude is not None:
        point = {"type": "Point", "coordinates": [event.longitude, event.latitude]}
    kind = package.name("event_kind", event.kind, language) if event.kind else None
    names = [package.name("substance", code, language) for code in event.substances]
    return {
        "type": "Feature",
        "id": event.id,
        "geometry": point,
        "properties": {
            "id": event.id,
            "kind": event.kind,
            "kind_name": kind,
            "title": event.title,
            "language": event.language,
            "date_start": event.date_start,
            "date_end": event.date_end,
            "published": event.published,
            "countries": "; ".join(event.countries),
            "regions": "; ".join(event.regions),
            "places": "; ".join(event.places),
            "place_basis": event.place_basis,
            "substances": "; ".join(event.substances),
            "substance_names": "; ".join(names),
            "agencies": "; ".join(event.agencies),
            "status": event.status,
            "sources": "; ".join(dict.fromkeys(t.source for t in event.tellings if t.source)),
        },
    }
