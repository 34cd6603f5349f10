"""Read a table of routes: a small CSV that people write, one row for what one source says."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import resources
from pathlib import Path

from sholu.core.finding import Finding, make_finding
from sholu.network.routes_model import ROUTE_KINDS, Route, RouteError, RouteTable, Site
from sholu.vocabulary.model import Place, Vocabulary

PLACES = ("places", "places_ordered", "places_ordered_json", "stops", "route")
SOURCES = ("source", "cited_source", "citation", "reference")
OTHERS = {
    "kind": ("kind", "type"),
    "substance": ("substance", "drug", "drugs"),
    "mode": ("mode", "transport"),
    "concealment": ("concealment",),
    "period": ("period", "date", "year", "years"),
    "note": ("note", "notes"),
}
"""Names of columns, in the order in which they are looked for."""

_BETWEEN = re.compile(r"\s*(?:->|→|>|;)\s*")
_EITHER = re.compile(r"\s*/\s*|\s+or\s+")
_BESIDE = re.compile(r"\s*\([^)]*\)")
_YEAR = re.compile(r"(?<!\d)(1[89]\d\d|20\d\d)(?!\d)")


def shipped_routes(vocabulary: Vocabulary) -> RouteTable:
    """The routes through Kazakhstan that the literature tells, with where each is told."""
    content = (resources.files("sholu.network") / "data" / "routes.csv").read_text("utf-8")
    return read_routes_text(content, "routes of the literature", vocabulary)


def read_routes(path: Path, vocabulary: Vocabulary) -> RouteTable:
    """Read a CSV of routes.

    Columns: ``places`` in order, with ``>`` between them (or a JSON list), alternatives with
    ``/``; ``source``; optional ``id``, ``kind`` (`ROUTE_KINDS`), ``substance``, ``mode``,
    ``concealment``, ``period``, ``note``.

    Raises:
        RouteError: if the file cannot be read, or lacks the places or the sources.
    """
    try:
        content = path.read_text("utf-8-sig")
    except UnicodeDecodeError as error:
        raise RouteError(f"{path} is not UTF-8 text.", "Save it as CSV in UTF-8.") from error
    except OSError as error:
        raise RouteError(f"{path} cannot be read: {error.strerror}.") from error
    return read_routes_text(content, path.name, vocabulary)


def read_routes_text(content: str, origin: str, vocabulary: Vocabulary) -> RouteTable:
    """As `read_routes`, of the file's text."""
    head = content.split("\n", 1)[0]
    delimiter = max(",;\t", key=head.count)
    rows = list(csv.DictReader(io.StringIO(content), delimiter=delimiter))
    columns = {(name or "").strip().casefold(): name for name in (rows[0] if rows else {})}
    places = _column(columns, PLACES)
    source = _column(columns, SOURCES)
    if places is None or source is None:
        raise RouteError(
            f"{origin}: a table of routes needs the columns 'places' and 'source'; it has "
            f"{', '.join(columns) or 'none'}.",
            "A line: places 'Bishkek > Kordai > Almaty', source 'CADAP 2018'.",
        )
    finder = _Finder(index_of_names(vocabulary))
    others = {name: _column(columns, known) for name, known in OTHERS.items()}
    number = _column(columns, ("id", "number"))
    routes: dict[str, Route] = {}
    notes: list[Finding] = []
    for line, row in enumerate(rows, start=2):
        cells = {name: _cell(row, column) for name, column in others.items()}
        kind = cells["kind"] or "route"
        stops = tuple(filter(None, map(finder.codes, _stops(_cell(row, places), kind))))
        id_ = _cell(row, number) or str(line - 1)
        trouble = _trouble(id_, kind, stops, _cell(row, source), routes)
        if trouble:
            notes.append(_aside(origin, line, trouble))
            continue
        years = years_of(cells["period"])
        routes[id_] = Route(
            id=id_,
            kind=kind,
            stops=stops,
            substance=cells["substance"],
            mode=cells["mode"],
            concealment=cells["concealment"],
            period=cells["period"],
            first_year=min(years, default=None),
            last_year=max(years, default=None),
            source=_cell(row, source),
            note=cells["note"],
        )
    if not routes:
        raise RouteError(f"{origin} holds no routes.", notes[0].statement if notes else "")
    notes += [_unknown(origin, site) for site in finder.sites.values() if site.code[0] == "?"]
    return RouteTable(origin, tuple(routes.values()), finder.sites, tuple(notes))


def years_of(period: str) -> list[int]:
    """The years that a period as printed names."""
    return [int(year) for year in _YEAR.findall(period)]


def _column(columns: Mapping[str, str], known: tuple[str, ...]) -> str | None:
    return next((columns[name] for name in known if name in columns), None)


def _cell(row: Mapping[str, str | None], column: str | None) -> str:
    return (row.get(column) or "").strip() if column else ""


def _stops(cell: str, kind: str) -> list[list[str]]:
    """Each stop as its alternatives; of a hub also places with commas between."""
    if cell.startswith("["):
        try:
            listed = [str(one) for one in json.loads(cell)]
        except ValueError:
            return []
    else:
        listed = _BETWEEN.split(cell)
    if kind != "route":
        listed = [part for one in listed for part in re.split(r"\s*[,;]\s*", one)]
    return [[one for one in _EITHER.split(stop) if one.strip()] for stop in listed if stop.strip()]


def _trouble(
    id_: str, kind: str, stops: tuple[tuple[str, ...], ...], source: str, known: Mapping[str, Route]
) -> str:
    """Why a row cannot be taken; empty if it can."""
    if kind not in ROUTE_KINDS:
        return f"the kind '{kind}' is none of {', '.join(ROUTE_KINDS)}"
    if not stops:
        return "it names no place"
    if not source:
        return "it names no source"
    if id_ in known:
        return f"the id {id_} stands twice"
    return ""


def _aside(origin: str, line: int, why: str) -> Finding:
    return make_finding(
        "route_set_aside", f"{origin}, line {line}", f"Line {line} is set aside: {why}.",
        method="reading a table of routes",
    )  # fmt: skip


def _unknown(origin: str, site: Site) -> Finding:
    return make_finding(
        "place_unknown", origin,
        f"'{site.name}' is not in the vocabulary: it is kept in its route, but not drawn. "
        "inputs/vocabulary/places.yaml can add it.",
        method="reading a table of routes",
    )  # fmt: skip


def index_of_names(vocabulary: Vocabulary) -> dict[str, Place]:
    """Every code and name of a place, in small letters; of namesakes the first to be tried."""
    index: dict[str, Place] = {}
    for place in vocabulary.places:
        for name in (place.code, *(name for _, name in place.names.all())):
            index.setdefault(name.casefold(), place)
    return index


@dataclass
class _Finder:
    """Finds places by name, and keeps those that were asked for."""

    index: dict[str, Place]

    def __post_init__(self) -> None:
        self.sites: dict[str, Site] = {}

    def codes(self, names: list[str]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(self._site(name).code for name in names))

    def _site(self, printed: str) -> Site:
        plain = _BESIDE.sub("", printed).strip() or printed.strip()
        place = self.index.get(printed.strip().casefold()) or self.index.get(plain.casefold())
        if place is None:
            site = Site(f"?{plain}", plain, "", None, None, None)
        else:
            site = site_of(place)
            country = self.index.get((place.country or "").casefold())
            if country is not None:
                self.sites.setdefault(country.code, site_of(country))
        return self.sites.setdefault(site.code, site)


def site_of(place: Place) -> Site:
    """A place of the vocabulary as a stop."""
    return Site(
        place.code,
        place.names.preferred("en") or place.code,
        place.kind,
        place.country,
        place.latitude,
        place.longitude,
    )
