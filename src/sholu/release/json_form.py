"""The release as JSON: everything that is printed, with the span of each figure."""

from __future__ import annotations

import json
from typing import Any

from sholu.mentions.record import figure_record, span_record
from sholu.release.model import Item, Release

SCHEMA = "sholu/information-release/1"
"""Goes up when a key changes its meaning or goes; other tools read this file."""


def release_record(release: Release) -> dict[str, Any]:
    """The release as plain values; no time of making, so that the same release is the same file."""
    edition = release.edition
    return {
        "schema": SCHEMA,
        "number": edition.number,
        "year": edition.year,
        "period_start": edition.period.first_day().isoformat(),
        "period_end": edition.period.last_day().isoformat(),
        "language": edition.language,
        "reissue": edition.reissue,
        "why": edition.why,
        "publisher": release.publisher.name,
        "banner": release.publisher.banner,
        "lead": release.lead,
        "counts": {section.country: len(section.items) for section in release.sections},
        "summary": [
            {"about": s.about, "text": s.text, "items": list(s.items)} for s in release.summary
        ],
        "sections": [
            {
                "country": section.country,
                "name": section.name,
                "items": [item_record(item) for item in section.items],
            }
            for section in release.sections
        ],
        "documents": [vars(document) for document in release.documents],
        "changes": [
            {"what": c.what, "item": c.item, "title": c.title, "fields": list(c.fields)}
            for c in release.changes
        ],
        "versions": dict(release.versions),
    }


def item_record(item: Item) -> dict[str, Any]:
    """One item as plain values."""
    return {
        "number": item.number,
        "event": item.event,
        "kind": item.kind,
        "title": item.title,
        "text": list(item.paragraphs),
        "language": item.language,
        "regions": list(item.regions),
        "agencies": list(item.agencies),
        "date": item.date,
        "urls": [address.printed for address in item.addresses],
        "urls_repaired": [address.repaired for address in item.addresses],
        "figures": [figure_record(figure) for figure in item.figures],
        "spans": [span_record(span) for span in item.spans],
        "documents": list(item.documents),
        "pictures": list(item.pictures),
        "edited_by": item.edited_by,
    }


def write_json(release: Release) -> bytes:
    """The file ``release.json``."""
    record = release_record(release)
    return (json.dumps(record, ensure_ascii=False, sort_keys=True, indent=1) + "\n").encode()
