"""Events and what they name as entities and links for i2 Analyst's Notebook (CSV import)."""

from __future__ import annotations

from collections.abc import Iterator

from sholu.indicators.export import to_csv
from sholu.release.exports.spreadsheets import BOM, zipped
from sholu.release.exports.tables import Row, events_of
from sholu.release.package.model import PublicEvent
from sholu.release.package.reader import Package

_NAMED = (("place", "Place"), ("substance", "Drug"), ("agency", "Organisation"))
"""Kinds of names to i2's entity types."""

LINKS = {
    "Place": "Took place in",
    "Drug": "Concerns",
    "Organisation": "Acted in",
    "Source": "Told by",
}


def i2_csv(package: Package, language: str) -> bytes:
    """``entities.csv`` and ``links.csv``, zipped. No person is among them."""
    entities: dict[str, Row] = {}
    links: list[Row] = []
    for event in events_of(package):
        entities[event.id] = _entity(
            event.id, "Event", event.title, event.date_start or "", event.date_end or ""
        )
        for code, type_, label, tells in _ends(package, event, language):
            entities.setdefault(code, _entity(code, type_, label, "", ""))
            links.append(
                {
                    "Entity 1 ID": event.id,
                    "Entity 1 Type": "Event",
                    "Entity 2 ID": code,
                    "Entity 2 Type": type_,
                    "Link Type": LINKS[type_],
                    "Date": event.date_start or event.published or "",
                    "Source Reference": tells,
                }
            )
    files = {"entities.csv": list(entities.values()), "links.csv": links}
    return zipped((name, (BOM + to_csv(rows)).encode("utf-8")) for name, rows in files.items())


def _entity(id_: str, type_: str, label: str, start: str, end: str) -> Row:
    return {"ID": id_, "Type": type_, "Label": label, "Start Date": start, "End Date": end}


def _ends(
    package: Package, event: PublicEvent, language: str
) -> Iterator[tuple[str, str, str, str]]:
    """What an event is linked to: id, type, label, and the evidence for it."""
    spans = "; ".join(event.spans)
    codes = {
        "place": event.regions or event.countries,
        "substance": event.substances,
        "agency": event.agencies,
    }
    for kind, type_ in _NAMED:
        for code in codes[kind]:
            yield f"{kind}:{code}", type_, package.name(kind, code, language), spans
    for telling in event.tellings:
        if telling.source:
            name = package.name("source", telling.source, language)
            yield f"source:{telling.source}", "Source", name, telling.span or telling.document
