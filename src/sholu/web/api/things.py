"""Events, claims, disputes, findings and their evidence."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import fields
from typing import Any

from sholu.release.exports.tables import PAGE as READ_AT_ONCE
from sholu.release.package.model import (
    PublicClaim,
    PublicDispute,
    PublicEvent,
    PublicFinding,
)
from sholu.release.package.reader import EventFilter
from sholu.web.api.geo import EVENTS_SCHEMA, events_collection
from sholu.web.api.model import (
    CSV,
    GEOJSON,
    ApiError,
    Asked,
    Endpoint,
    Listing,
    Text,
    csv_of,
    found,
    page_of,
)
from sholu.web.api.objects import (
    ClaimDetails,
    DisputeDetails,
    EventCount,
    EventDetails,
    EvidenceDetails,
)
from sholu.web.api.parameters import (
    BY,
    CLAIM,
    CSV_FORMAT,
    DOCUMENT,
    EVENT_FILTER,
    INDICATOR,
    LANGUAGE,
    MOST,
    OFFSET,
    PAGE,
    PLACE,
    code,
    in_path,
    limit,
)

_NAMES = {
    "region": "place", "country": "place", "kind": "event_kind", "substance": "substance",
    "group": "substance_group",
}  # fmt: skip


def event_filter(asked: Asked) -> EventFilter:
    """The filter in an address."""
    return EventFilter(**{one.name: asked.text(one.name) or "" for one in fields(EventFilter)})


def events(asked: Asked) -> Listing | Text:
    """Events, newest first."""
    wanted = event_filter(asked)

    def read(*, offset: int, limit: int) -> tuple[PublicEvent, ...]:
        return asked.package.events(wanted, offset=offset, limit=limit)

    return _table(asked, "events", read, lambda: asked.package.count_events(wanted))


def event(asked: Asked) -> EventDetails:
    """One event; 410 for one that was withdrawn."""
    package, id_ = asked.package, asked.text("id") or ""
    here = package.event(id_)
    gone = package.withdrawn_one(id_) if here is None else None
    if gone is not None:
        hint = "The key 'withdrawn' says when and why."
        raise ApiError(410, f"The event '{id_}' was withdrawn.", hint, more={"withdrawn": gone})
    one = found(here, "event", id_)
    return EventDetails(**vars(one), decisions=package.decisions(id_))


def event_counts(asked: Asked) -> Listing:
    """How many events there are of each code or month."""
    by = asked.text("by") or ""
    counts = asked.package.event_counts(event_filter(asked), by)
    made = tuple(
        EventCount(
            one, asked.package.name(_NAMES[by], one, asked.language) if by in _NAMES else one, count
        )
        for one, count in counts
    )
    limit = asked.limit()
    return page_of(asked, made[asked.offset : asked.offset + limit], len(made), limit)


def events_geojson(asked: Asked) -> dict[str, Any]:
    """Events as points."""
    wanted, most = event_filter(asked), asked.limit(MOST)
    here = asked.package.events(wanted, offset=asked.offset, limit=most)
    listing = page_of(asked, here, asked.package.count_events(wanted), most)
    return events_collection(asked, listing)


def claims(asked: Asked) -> Listing | Text:
    """Claims, the newest period first."""
    wanted = {name: asked.text(name) for name in ("indicator", "place", "document")}

    def read(*, offset: int, limit: int) -> tuple[PublicClaim, ...]:
        return asked.package.claims(**wanted, offset=offset, limit=limit)

    return _table(asked, "claims", read, lambda: asked.package.count_claims(**wanted))


def claim(asked: Asked) -> ClaimDetails:
    """One claim."""
    package, id_ = asked.package, asked.text("id") or ""
    one = found(package.claim(id_), "claim", id_)
    return ClaimDetails(
        **vars(one),
        observations=tuple(each.id for each in package.observations_of_claim(id_)),
        disputes=tuple(each.id for each in package.disputes(claim=id_, limit=READ_AT_ONCE)),
        decisions=package.decisions(id_),
    )


def disputes(asked: Asked) -> Listing | Text:
    """Disputes, gravest first."""
    wanted = {name: asked.text(name) for name in ("place", "indicator", "claim", "reason")}

    def read(*, offset: int, limit: int) -> tuple[PublicDispute, ...]:
        return asked.package.disputes(**wanted, offset=offset, limit=limit)

    return _table(asked, "disputes", read, lambda: asked.package.count_disputes(**wanted))


def dispute(asked: Asked) -> DisputeDetails:
    """One dispute with its claims."""
    package, id_ = asked.package, asked.text("id") or ""
    one = found(package.dispute(id_), "dispute", id_)
    sides = [package.claim(each) for each in one.claims]
    return DisputeDetails(
        **vars(one),
        sides=tuple(side for side in sides if side is not None),
        decisions=tuple(made for each in (id_, *one.claims) for made in package.decisions(each)),
    )


def findings(asked: Asked) -> Listing | Text:
    """Findings, gravest first."""
    wanted = {name: asked.text(name) for name in ("where", "kind")}

    def read(*, offset: int, limit: int) -> tuple[PublicFinding, ...]:
        return asked.package.findings(**wanted, offset=offset, limit=limit)

    return _table(asked, "findings", read, lambda: asked.package.count_findings(**wanted))


def finding(asked: Asked) -> PublicFinding:
    """One finding."""
    id_ = asked.text("id") or ""
    return found(asked.package.finding(id_), "finding", id_)


def evidence(asked: Asked) -> EvidenceDetails:
    """A span in its paragraph."""
    package, span = asked.package, asked.text("span") or ""
    one = found(package.evidence(span), "span", span)
    file = package.document(one.document)
    picture = f"/page-picture/{one.document}/{one.page}.png" if one.has_picture else None
    if picture and "release" in asked.query:
        picture = f"{picture}?release={asked.query['release']}"
    return EvidenceDetails(
        **vars(one),
        file=file,
        publisher=package.source(file.source) if file and file.source else None,
        picture=picture,
    )


def _table(
    asked: Asked,
    table: str,
    read: Callable[..., tuple[Any, ...]],
    count: Callable[[], int],
) -> Listing | Text:
    """A page of JSON, or CSV: whole, unless the address says where to begin or to stop."""
    if asked.text("format") != "csv":
        limit = asked.limit()
        return page_of(asked, read(offset=asked.offset, limit=limit), count(), limit)
    return csv_of(asked, table, _records(read, asked.offset, asked.number("limit")))


def _records(read: Callable[..., tuple[Any, ...]], offset: int, limit: int | None) -> Iterator[Any]:
    """Record by record, so that a long table never is in memory whole."""
    if limit is not None:
        yield from read(offset=offset, limit=limit)
        return
    while page := read(offset=offset, limit=READ_AT_ONCE):
        yield from page
        offset += READ_AT_ONCE


_CSV = {"csv": CSV}
_ID = in_path("id", "As lists give it.")

ENDPOINTS = (
    Endpoint("/api/events", "Reported events about drugs, newest first.", events, PublicEvent,
             (*EVENT_FILTER, *PAGE, CSV_FORMAT, LANGUAGE), is_list=True, formats=_CSV),
    Endpoint("/api/events.geojson", "Events as points, newest first; those without a known place "
             "have no geometry. A point is the middle of what place_basis says.",
             events_geojson, EVENTS_SCHEMA,
             (*EVENT_FILTER, OFFSET, limit(standard=MOST), LANGUAGE),
             media_type=GEOJSON),
    Endpoint("/api/events/{id}", "One event, with what people decided about it.", event,
             EventDetails, (_ID,)),
    Endpoint("/api/event-counts", "How many events there are by month, place, kind or drug.",
             event_counts, EventCount, (BY, *EVENT_FILTER, *PAGE, LANGUAGE), is_list=True),
    Endpoint("/api/claims", "Single quantitative statements by sources, the newest period first.",
             claims, PublicClaim, (INDICATOR, PLACE, DOCUMENT, *PAGE, CSV_FORMAT, LANGUAGE),
             is_list=True, formats=_CSV),
    Endpoint("/api/claims/{id}", "One claim, and where it stands.", claim, ClaimDetails, (_ID,)),
    Endpoint("/api/disputes", "Claims that can't all be true, gravest first.", disputes,
             PublicDispute,
             (PLACE, INDICATOR, CLAIM, code("reason", "Class of what is behind it."), *PAGE,
              CSV_FORMAT, LANGUAGE), is_list=True, formats=_CSV),
    Endpoint("/api/disputes/{id}", "One dispute with its claims.", dispute, DisputeDetails, (_ID,)),
    Endpoint("/api/findings", "What checks want a person to look at, gravest first.", findings,
             PublicFinding,
             (code("where", "Id of what it is about."), code("kind", "The check's own word."),
              *PAGE, CSV_FORMAT, LANGUAGE), is_list=True, formats=_CSV),
    Endpoint("/api/findings/{id}", "One finding.", finding, PublicFinding, (_ID,)),
    Endpoint("/api/evidence/{span}", "The words behind a figure, in their paragraph; names of "
             "private persons are withheld.", evidence, EvidenceDetails,
             (in_path("span", "As figures, claims and points give it."),)),
)  # fmt: skip
