"""Events as records for JSON, CSV and pages; the keys are a contract with other tools."""

from __future__ import annotations

from typing import Any

from sholu.events.model import Event
from sholu.mentions.record import figure_record, span_record


def event_record(event: Event) -> dict[str, Any]:
    """One event; unknown is None. ``urls`` are as printed, ``urls_repaired`` stands beside them."""
    return {
        "id": event.id,
        "kind": event.kind,
        "title": event.title,
        "countries": list(event.countries),
        "regions": list(event.regions),
        "places": list(event.places),
        "place_precision": event.place_precision,
        "date_start": event.date_start,
        "date_end": event.date_end,
        "date_basis": event.date_basis,
        "published": event.published,
        "agencies": list(event.agencies),
        "substances": list(event.substances),
        "about_drugs": event.about_drugs,
        "figures": [figure_record(figure) for figure in event.figures],
        "urls": [address.printed for address in event.addresses],
        "urls_repaired": [address.repaired for address in event.addresses],
        "documents": list(event.documents),
        "spans": [span_record(span) for span in event.spans],
        "release_item": event.release_item,
        "language": event.language,
        "confidence": event.confidence,
        "status": event.status,
        "marking": event.marking,
    }
