"""Load the ways that documents tell, each with its event as it stands and who says so."""

from __future__ import annotations

from sholu.build.look import Look
from sholu.build.model import CLUSTER, WAY
from sholu.build.observatory import Observatory
from sholu.engine.tables import read_state
from sholu.entities.model import Cluster
from sholu.events.model import Event, Way
from sholu.network.routes_told import ToldWay


def told_ways(observatory: Observatory) -> list[ToldWay]:
    """The ways of all documents but those of events that were rejected; by document and id."""
    look = Look(observatory)
    batches = list(read_state(observatory.table_folder).batches)
    ways = observatory.tables.read(WAY, Way, batches)
    if not ways:
        return []
    standing = _standing(observatory, look.events())
    names = {source.code: source.name.preferred("en") for source in observatory.register}
    documents = {row.document: row for row in look.documents()}
    told = []
    for way in sorted(ways, key=lambda way: (way.document, way.span.start, way.id)):
        event = standing.get(way.event or "")
        if event is not None and event.status == "rejected":
            continue
        row = documents[way.document]
        source = names.get(row.source or "") or row.source or row.name
        title = event.title if event else row.title
        told.append(ToldWay(way, event, f"{source}: {title}" if title else source))
    return told


def _standing(observatory: Observatory, events: list[Event]) -> dict[str, Event]:
    """The event that each reading of an event became, by the id of the reading."""
    standing = {event.id: event for event in events}
    for cluster in observatory.tables.read(CLUSTER, Cluster):
        event = next((standing[id_] for id_ in cluster.members if id_ in standing), None)
        if event is not None:
            standing |= dict.fromkeys(cluster.members, event)
    return standing
