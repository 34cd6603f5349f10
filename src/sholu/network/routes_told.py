"""Ways that documents tell, beside those that people wrote down: one table of routes of both."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from sholu.core.marking import highest
from sholu.events.model import Event, Way
from sholu.network.routes_model import Route, RouteTable, Site
from sholu.network.routes_read import site_of, years_of
from sholu.vocabulary.model import Vocabulary


@dataclass(frozen=True)
class ToldWay:
    """A way, with what tells it.

    Attributes:
        event: as it stands, put together of all its tellings; None outside events.
        source: who says so, for a reader.
    """

    way: Way
    event: Event | None
    source: str


def with_told(table: RouteTable, told: Iterable[ToldWay], vocabulary: Vocabulary) -> RouteTable:
    """The table with the ways that documents tell after its own rows."""
    routes = tuple(_routes(told, vocabulary, {route.id for route in table.routes}))
    if not routes:
        return table
    sites = dict(table.sites)
    for route in routes:
        for code in (*(code for stop in route.stops for code in stop), *route.unordered):
            _add_site(sites, code, vocabulary)
    return replace(
        table,
        origin=f"{table.origin} and {len(routes)} told in documents",
        routes=(*table.routes, *routes),
        sites=sites,
    )


def _add_site(sites: dict[str, Site], code: str, vocabulary: Vocabulary) -> None:
    place = vocabulary.place(code)
    sites.setdefault(place.code, site_of(place))
    if place.country is not None:
        sites.setdefault(place.country, site_of(vocabulary.place(place.country)))


def _routes(told: Iterable[ToldWay], vocabulary: Vocabulary, taken: set[str]) -> Iterator[Route]:
    """One route for what one event, or one document without events, says once or more often."""
    groups: dict[tuple[object, ...], list[ToldWay]] = {}
    for one in told:
        way = one.way
        teller = one.event.id if one.event else way.document
        key = (teller, way.stops, way.unordered, way.substances)
        groups.setdefault(key, []).append(one)
    for group in groups.values():
        id_ = group[0].way.id[:10]
        id_ = group[0].way.id if id_ in taken else id_
        taken.add(id_)
        yield _route(id_, group, vocabulary)


def _route(id_: str, group: list[ToldWay], vocabulary: Vocabulary) -> Route:
    way, event = group[0].way, group[0].event
    dated = next((one.way for one in group if one.way.date_basis == "stated"), way)
    years = years_of(dated.date or "")
    return Route(
        id=id_,
        kind="route",
        stops=way.stops,
        substance=", ".join(
            vocabulary.substance(code).names.preferred("en") for code in way.substances
        ),
        mode="",
        concealment="",
        period=dated.date or "",
        first_year=min(years, default=None),
        last_year=max(years, default=None),
        source="; ".join(dict.fromkeys(one.source for one in group)),
        note=_note(dated, way, vocabulary),
        unordered=way.unordered,
        spans=tuple(one.way.span.id for one in group),
        marking=str(highest(one.way.marking for one in group)),
        status=event.status if event else "proposed",
        quote=way.span.quote,
    )


def _note(dated: Way, way: Way, vocabulary: Vocabulary) -> str:
    """How the date is known, and what has no order."""
    bases = {
        "event": "the date is that of the event",
        "published": "the date is that of publication",
        None: "no date is known",
    }
    notes = [bases[dated.date_basis]] if dated.date_basis != "stated" else []
    if way.unordered:
        names = (vocabulary.place(code).names.preferred("en") for code in way.unordered)
        notes.append(f"through {', '.join(names)}, in an order that is not said")
    return "; ".join(notes)
