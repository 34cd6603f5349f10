"""A release's data as flat tables with a data dictionary: what CSV, XLSX and packages hold."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

import yaml

from sholu.release.package.model import (
    PublicEvent,
    PublicIndicator,
    PublicObservation,
    PublicSource,
)
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


def rows_of(
    package: Package, table: str, language: str, records: Iterable[Any] | None = None
) -> Iterator[Row]:
    """The rows of a table, one by one; unknown is None, several codes are joined by semicolons.

    Args:
        records: those of the table that are wanted; all of the release if None.
    """
    form, written = table_form(table), _TABLES[table]
    for record in written.all(package) if records is None else records:
        row = written.row(package, language, record)
        yield {column.name: _flat(row[column.name]) for column in form.columns}


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


def _plain(_package: Package, _language: str, one: Any) -> Row:
    row: Row = vars(one)
    return row


def _observation(package: Package, language: str, one: PublicObservation) -> Row:
    sources = [point.cited_source or point.source for point in one.points]
    return {
        **vars(one),
        "indicator_name": package.name("indicator", one.indicator, language),
        "place_name": package.name("place", one.place, language),
        "claims": len(one.points),
        "sources": tuple(dict.fromkeys(code for code in sources if code)),
        "spans": tuple(point.span for point in one.points if point.span),
    }


def _event(package: Package, language: str, one: PublicEvent) -> Row:
    told = (telling.source for telling in one.tellings)
    return {
        **vars(one),
        "kind_name": package.name("event_kind", one.kind, language) if one.kind else None,
        "figures": tuple(
            f"{figure.printed} ({figure.of})" if figure.of else figure.printed
            for figure in one.figures
        ),
        "sources": tuple(dict.fromkeys(code for code in told if code)),
    }


def _indicator(_package: Package, language: str, one: PublicIndicator) -> Row:
    texts = {"definition": one.definition, "shows": one.shows, "cannot_show": one.cannot_show}
    return {
        **vars(one),
        **{f"name_{code}": one.names.preferred(code) for code in ("en", "ru", "kk")},
        **{key: text.get(language) or text.get("en", "") for key, text in texts.items()},
    }


def _source(_package: Package, language: str, one: PublicSource) -> Row:
    return {**vars(one), "name": one.names.preferred(language)}


@dataclass(frozen=True)
class _Table:
    """Where the records of a table come from, and how one of them is a row."""

    all: Callable[[Package], Iterable[Any]]
    row: Callable[[Package, str, Any], Row] = _plain


_TABLES: dict[str, _Table] = {
    "observations": _Table(observations_of, _observation),
    "claims": _Table(lambda package: _pages(package.claims)),
    "events": _Table(events_of, _event),
    "disputes": _Table(lambda package: _pages(package.disputes)),
    "findings": _Table(lambda package: _pages(package.findings)),
    "indicators": _Table(Package.indicators, _indicator),
    "sources": _Table(Package.sources, _source),
    "documents": _Table(Package.documents),
}
