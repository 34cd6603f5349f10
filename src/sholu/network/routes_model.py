"""The nouns of routes: stops in order, as a source tells them, and the graph that they make."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sholu.core.finding import Finding
from sholu.network.model import Booleans, Indices, NetworkError

ROUTE_KINDS: tuple[str, ...] = (
    "route", "hub", "source_area", "entry_point", "exit_point", "border_crossing", "market",
)  # fmt: skip
"""What a row may tell: a way through places, or what a place is used for."""

POINT_KINDS: tuple[str, ...] = ("city", "town", "village", "checkpoint")
"""Kinds of places that are points on a map; the rest are countries, regions and areas."""


class RouteError(NetworkError):
    """Routes that cannot be read, or a question that they cannot answer."""


@dataclass(frozen=True)
class Site:
    """A place that routes name.

    Attributes:
        code: of the vocabulary; ``?`` and the printed name where it is not known there.
        kind: of place in the vocabulary; empty if unknown.
        latitude, longitude: degrees north and east; None if unknown.
    """

    code: str
    name: str
    kind: str
    country: str | None
    latitude: float | None
    longitude: float | None

    @property
    def is_point(self) -> bool:
        """Whether it is a settlement or a crossing, not an area."""
        return self.kind in POINT_KINDS

    @property
    def point(self) -> tuple[float, float] | None:
        """Degrees east and north."""
        if self.latitude is None or self.longitude is None:
            return None
        return self.longitude, self.latitude


@dataclass(frozen=True)
class Route:
    """One row: what one source says of a way or a place.

    Attributes:
        kind: one of `ROUTE_KINDS`.
        stops: in order; a stop with several codes means one or the other.
        period: ISO date, year, or two of them with ``/`` between; as printed.
        first_year, last_year: of the period; None if it says no year.
        source: who says so. Never empty.
        unordered: codes of places that it leads through, in an order that is not said.
        spans: ids of the sentences that say it, if it was read in documents; ``quote``: the first
            of them.
        marking, status: of what was read in documents (``proposed`` until somebody accepts it);
            empty for rows that people wrote.
    """

    id: str
    kind: str
    stops: tuple[tuple[str, ...], ...]
    substance: str
    mode: str
    concealment: str
    period: str
    first_year: int | None
    last_year: int | None
    source: str
    note: str
    unordered: tuple[str, ...] = ()
    spans: tuple[str, ...] = ()
    marking: str = ""
    status: str = ""
    quote: str = ""


@dataclass(frozen=True)
class RouteTable:
    """Routes of one file.

    Attributes:
        sites: code to place, for every stop and its country.
        notes: rows set aside and places that the vocabulary does not know, as findings.
    """

    origin: str
    routes: tuple[Route, ...]
    sites: Mapping[str, Site]
    notes: tuple[Finding, ...] = ()

    def ways(self) -> tuple[Route, ...]:
        """Rows that lead from one place to another."""
        return tuple(r for r in self.routes if r.kind == "route" and len(r.stops) > 1)


@dataclass(frozen=True)
class RouteGraph:
    """Places and the stretches between them, each with the routes that use it.

    Attributes:
        places: codes, in the order in which they first come.
        starts, ends: shape (m,), numbers of places: stretch e leads from ``starts[e]`` to
            ``ends[e]``; each pair once.
        kilometres: length along a great circle; None where a place has no coordinates.
        areas: shape (n,), whether a place is an area that no way may lead through: arriving
            somewhere in Russia does not take a load to where another starts.
        routes: for each stretch the ids of the routes that use it.
        trips: where routes start and end: (start, end) to the ids of the routes.
    """

    places: tuple[str, ...]
    starts: Indices
    ends: Indices
    kilometres: tuple[float | None, ...]
    areas: Booleans
    routes: tuple[tuple[str, ...], ...]
    trips: Mapping[tuple[int, int], tuple[str, ...]]
