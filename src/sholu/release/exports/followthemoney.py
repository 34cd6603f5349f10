"""Events, sources and documents as FollowTheMoney entities, a JSON object a line (OpenAleph)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence

from sholu.release.exports.tables import events_of
from sholu.release.package.model import PublicDocument, PublicEvent
from sholu.release.package.reader import Package

Properties = Mapping[str, Sequence[str | None]]

LANGUAGES = {"en": "eng", "ru": "rus", "kk": "kaz", "ky": "kir", "tg": "tgk", "uz": "uzb"}
"""ISO 639-1 to the three letters that FollowTheMoney has."""


def followthemoney(package: Package, language: str) -> str:
    """All events with the documents that prove them. Private persons are not among them."""
    lines: list[str] = []
    for document in package.documents():
        lines.append(_entity(f"document-{document.id}", "Document", _document(package, document)))
    agencies: dict[str, str] = {}
    for event in events_of(package):
        agencies |= {
            code: package.name("agency", code, language)
            for code in event.agencies
            if package.named_one("agency", code) is not None
        }
        lines.append(_entity(event.id, "Event", dict(_event(package, event, language))))
    lines += [
        _entity(f"agency-{code}", "PublicBody", {"name": [name], "country": [_country(code)]})
        for code, name in sorted(agencies.items())
    ]
    return "".join(f"{line}\n" for line in lines)


def _entity(id_: str, schema: str, properties: Properties) -> str:
    told = {name: [value for value in values if value] for name, values in properties.items()}
    record = {
        "id": id_,
        "schema": schema,
        "properties": {name: values for name, values in told.items() if values},
    }
    return json.dumps(record, ensure_ascii=False)


def _document(package: Package, document: PublicDocument) -> Properties:
    source = package.name("source", document.source, "en") if document.source else None
    return {
        "title": [document.name],
        "fileName": [document.name],
        "publisher": [source],
        "publishedAt": [_day(document.published)],
        "sourceUrl": _links([document.address]),
        "mimeType": [document.media_type],
        "language": [LANGUAGES.get(document.language or "")],
    }


def _event(
    package: Package, event: PublicEvent, language: str
) -> Iterator[tuple[str, Sequence[str | None]]]:
    kind = package.name("event_kind", event.kind, language) if event.kind else None
    yield "name", [event.title]
    yield "description", [event.text]
    yield "startDate", [event.date_start]
    yield "endDate", [event.date_end]
    yield "country", [code.lower() for code in event.countries if not _is_invented(code)]
    yield "location", [package.name("place", code, language) for code in event.regions]
    yield (
        "keywords",
        [kind, *(package.name("substance", one, language) for one in event.substances)],
    )
    yield "sourceUrl", _links(event.addresses)
    yield "proof", [f"document-{id_}" for id_ in event.documents]
    known = [code for code in event.agencies if package.named_one("agency", code) is not None]
    yield "involved", [f"agency-{code}" for code in known]


def _links(addresses: Iterable[str | None]) -> list[str | None]:
    """Addresses of the web; a mailbox is no link to a source."""
    return [one for one in addresses if one and one.startswith(("http://", "https://"))]


def _day(published: str | None) -> str | None:
    """The first day of a date or period; a partial date stays partial."""
    return published.split("/")[0] if published else None


def _country(agency: str) -> str | None:
    """The country of an agency's code (``KZ.MVD``); none for an international or invented one."""
    country, dot, _ = agency.partition(".")
    return country.lower() if dot and len(country) == 2 and not _is_invented(country) else None


def _is_invented(country: str) -> bool:
    """Codes XA to XZ and ZZ are no countries (ISO 3166-1, user-assigned)."""
    return country.startswith("X") or country == "ZZ"
