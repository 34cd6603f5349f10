"""A release's data as flat tables with a data dictionary: what CSV, XLSX and packages hold."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

import yaml

from sholu.release.package.model import PublicEvent, PublicObservation
from sholu.release.package.reader import EventFilter, Package

Row = Mapping[str, Any]

PAGE = 1000
"""Records read at once."""


@dataclass(frozen=True)
class Column:
    """A column: its type is one of the Frictionless Table Schema."""

    name: str
    type: str
    about: str


@dataclass(frozen=True)
class TableForm:
    """A table of the data dictionary; ``about`` by language, ``key`` names its primary key."""

    name: str
    about: dict[str, str]
    key: str
    columns: tuple[Column, ...]


@cache
def table_forms() -> tuple[TableForm, ...]:
    """The data dictionary."""
    text = resources.files("sholu.release.exports").joinpath("columns.yaml").read_text("utf-8")
    return tuple(
        TableForm(
            name=name,
            about=record["about"],
            key=record["key"],
            columns=tuple(
                Column(column, what["type"], what["about"])
                for column, what in record["columns"].items()
            ),
        )
        for name, record in yaml.safe_load(text).items()
    )


def table_form(name: str) -> TableForm:
    """One table of the dictionary; `KeyError` for a name that is not there."""
    return {form.name: form for form in table_forms()}[name]


def rows_of(package: Package, table: str, language: str) -> Iterator[Row]:
    """The rows of a table, one by one; unknown is None, several codes are joined by semicolons."""
    form = table_form(table)
    for record in _RECORDS[table](package, language):
        yield {column.name: _flat(record[column.name]) for column in form.columns}


def _flat(value: Any) -> Any:
    if isinstance(value, tuple | list):
        return "; ".join(str(one) for one in value)
    return value


def events_of(package: Package) -> Iterator[PublicEvent]:
    """All events, read by pages."""
    offset = 0
    while page := package.events(EventFilter(), offset=offset, limit=PAGE):
        yield from page
        offset += PAGE


def observations_of(package: Package) -> Iterator[PublicObservation]:
    """All observations, read by indicator."""
    for indicator in dict.fromkeys(head.indicator for head in package.series_list()):
        yield from package.observations(indicator=indicator)


def _pages(read: Callable[..., tuple[Any, ...]]) -> Iterator[Any]:
    offset = 0
    while page := read(offset=offset, limit=PAGE):
        yield from page
        offset += PAGE


def _observations(package: Package, language: str) -> Iterator[Row]:
    for one in observations_of(package):
        sources = [point.cited_source or point.source for point in one.points]
        yield {
            **vars(one),
            "indicator_name": package.name("indicator", one.indicator, language),
            "place_name": package.name("place", one.place, language),
            "claims": len(one.points),
            "sources": tuple(dict.fromkeys(code for code in sources if code)),
            "spans": tuple(point.span for point in one.points if point.span),
        }


def _claims(package: Package, _: str) -> Iterator[Row]:
    yield from map(vars, _pages(package.claims))


def _events(package: Package, language: str) -> Iterator[Row]:
    for one in events_of(package):
        told = (telling.source for telling in one.tellings)
        yield {
            **vars(one),
            "kind_name": package.name("event_kind", one.kind, language) if one.kind else None,
            "figures": tuple(
                f"{figure.printed} ({figure.of})" if figure.of else figure.printed
                for figure in one.figures
            ),
            "sources": tuple(dict.fromkeys(code for code in told if code)),
        }


def _disputes(package: Package, _: str) -> Iterator[Row]:
    yield from map(vars, _pages(package.disputes))


def _findings(package: Package, _: str) -> Iterator[Row]:
    yield from map(vars, _pages(package.findings))


def _indicators(package: Package, language: str) -> Iterator[Row]:
    for one in package.indicators():
        yield {
            **vars(one),
            **{f"name_{code}": one.names.preferred(code) for code in ("en", "ru", "kk")},
            **{
                key: texts.get(language) or texts.get("en", "")
                for key, texts in (
                    ("definition", one.definition),
                    ("shows", one.shows),
                    ("cannot_show", one.cannot_show),
                )
            },
        }


def _sources(package: Package, language: str) -> Iterator[Row]:
    for one in package.sources():
        yield {**vars(one), "name": one.names.preferred(language)}


def _documents(package: Package, _: str) -> Iterator[Row]:
    yield from map(vars, package.documents())


_RECORDS: dict[str, Callable[[Package, str], Iterator[Row]]] = {
    "observations": _observations,
    "claims": _claims,
    "events": _events,
    "disputes": _disputes,
    "findings": _findings,
    "indicators": _indicators,
    "sources": _sources,
    "documents": _documents,
}
