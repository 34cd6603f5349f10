"""All addresses of the interface: what is served is what is described."""

from __future__ import annotations

from sholu.web.api import archive, geo, series, texts, things
from sholu.web.api.model import Asked, Endpoint
from sholu.web.api.objects import Entrance

DESCRIPTION = "/api/openapi.json"


def entrance(asked: Asked) -> Entrance:
    """Where to begin."""
    return Entrance(
        name=dict(asked.masthead.name),
        banner=dict(asked.masthead.banner),
        release=asked.edition.name if asked.edition else None,
        openapi=DESCRIPTION,
        addresses={one.path: one.about for one in ENDPOINTS},
    )


ENDPOINTS: tuple[Endpoint, ...] = (
    Endpoint("/api", "Where to begin: all addresses.", entrance, Entrance),
    *archive.ENDPOINTS,
    *things.ENDPOINTS,
    *series.ENDPOINTS,
    *geo.ENDPOINTS,
    *texts.ENDPOINTS,
)
