"""Load who tells an event: the readings of its documents, with their sources."""

from __future__ import annotations

from collections.abc import Iterable

from sholu.build.model import CLUSTER, EVENT_READING, READ_DOCUMENT, ReadDocument
from sholu.build.observatory import Observatory
from sholu.entities.model import Cluster
from sholu.entities.outlets import Outlet, Telling
from sholu.events.model import Event


def tellings(
    observatory: Observatory, batches: list[str], readings: Iterable[str]
) -> dict[str, Telling]:
    """Readings of events with their outlets, by the reading's id."""
    tables = observatory.tables
    ids = {"ids": sorted(set(readings))}
    these = "IN (SELECT unnest($ids::VARCHAR[]))"
    events = tables.read(EVENT_READING, Event, batches, f"id {these}", ids)
    documents = {"ids": sorted({event.documents[0] for event in events})}
    rows = tables.read(READ_DOCUMENT, ReadDocument, batches, f"document {these}", documents)
    by_id = {row.document: row for row in rows}
    return {e.id: Telling(_outlet(observatory, e, by_id[e.documents[0]]), e) for e in events}


def members(observatory: Observatory, event: str) -> tuple[str, ...]:
    """The readings that were put together to an event; the event itself if it stands alone."""
    clusters = observatory.tables.read(
        CLUSTER, Cluster, None, "list_contains(members, $id)", {"id": event}
    )
    return clusters[0].members if clusters else (event,)


def _outlet(observatory: Observatory, event: Event, row: ReadDocument) -> Outlet:
    sources = {source.code: source for source in observatory.register}
    source = sources.get(row.source or "")
    return Outlet(
        name=source.name.preferred("en") if source else row.name,
        source=source.code if source else None,
        document=row.document,
        published=event.published,
        language=event.language,
        event=event.id,
    )
