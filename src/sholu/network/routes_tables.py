"""Small tables beside routes: seizures, prices, pairs of places, each cell read strictly."""

from __future__ import annotations

import csv
import io
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from sholu.events.model import Event
from sholu.network.routes_model import Route, RouteError, Site
from sholu.vocabulary.model import Place

CAVEAT = (
    "Seizures follow effort: where more is looked for, more is found. They are a trace of flow and "
    "of work, and a place without seizures may be one that nobody looks at."
)

ACCEPTED = ("proposed", "accepted", "corrected")


@dataclass(frozen=True)
class Seizures:
    """What was seized at a place.

    Attributes:
        kilograms: None if no row says a mass; count: number of seizures; first, last: dates.
        spans: ids of what says so.
    """

    code: str
    kilograms: float | None
    count: int
    first: str | None
    last: str | None
    spans: tuple[str, ...] = ()


@dataclass(frozen=True)
class Price:
    """A price at a place, as one source says."""

    code: str
    value: float
    unit: str
    substance: str
    period: str
    source: str


def read_rows(path: Path, needed: Sequence[str]) -> list[dict[str, str]]:
    """The rows of a CSV with a header, keys in small letters.

    Raises:
        RouteError: if it cannot be read, is empty, or lacks a column.
    """
    try:
        content = path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise RouteError(f"{path} cannot be read as UTF-8 text.", str(error)) from error
    delimiter = max(",;\t", key=content.split("\n", 1)[0].count)
    rows = [
        {(k or "").strip().casefold(): (v or "").strip() for k, v in row.items() if k is not None}
        for row in csv.DictReader(io.StringIO(content), delimiter=delimiter)
    ]
    if not rows:
        raise RouteError(f"{path.name} holds no rows.")
    lacking = [name for name in needed if name not in rows[0]]
    if lacking:
        raise RouteError(
            f"{path.name} lacks {', '.join(lacking)}.", f"It has: {', '.join(rows[0])}."
        )
    return rows


def number_in(path: Path, line: int, name: str, cell: str) -> float:
    """A number of a cell; a decimal comma is one.

    Raises:
        RouteError: if it is none.
    """
    try:
        return float(re.sub(r"[\s ]", "", cell).replace(",", "."))
    except ValueError as error:
        raise RouteError(f"{path.name}, line {line}: {name} '{cell}' is no number.") from error


def place_in(index: Mapping[str, Place], path: Path, line: int, cell: str) -> str:
    """The code of a place that a cell names.

    Raises:
        RouteError: if the vocabulary does not know it.
    """
    place = index.get(cell.casefold())
    if place is None:
        raise RouteError(
            f"{path.name}, line {line}: '{cell}' is not in the vocabulary.",
            "inputs/vocabulary/places.yaml can add it.",
        )
    return place.code


def read_prices(path: Path, index: Mapping[str, Place]) -> tuple[Price, ...]:
    """Read ``place, price, unit, source`` and optional ``substance``, ``period``."""
    return tuple(
        Price(
            place_in(index, path, line, row["place"]),
            number_in(path, line, "price", row["price"]),
            row["unit"],
            row.get("substance", ""),
            row.get("period", ""),
            row["source"],
        )
        for line, row in enumerate(read_rows(path, ("place", "price", "unit", "source")), start=2)
    )


def read_seizures(path: Path, index: Mapping[str, Place]) -> tuple[Seizures, ...]:
    """Read ``place`` and ``kg``, one row a seizure, with optional ``date``; added up by place."""
    found: dict[str, list[tuple[float, str]]] = defaultdict(list)
    for line, row in enumerate(read_rows(path, ("place", "kg")), start=2):
        mass = number_in(path, line, "kg", row["kg"])
        if mass < 0:
            raise RouteError(f"{path.name}, line {line}: a mass below zero.")
        found[place_in(index, path, line, row["place"])].append((mass, row.get("date", "")))
    return tuple(
        Seizures(
            code,
            sum(mass for mass, _ in rows),
            len(rows),
            min((day for _, day in rows if day), default=None),
            max((day for _, day in rows if day), default=None),
        )
        for code, rows in found.items()
    )


def seizures_of_events(events: Iterable[Event]) -> tuple[Seizures, ...]:
    """Seizures by region, or by country where no region is said; each event counts once.

    An event in several regions counts in each: which took what is not said. The mass is the
    largest single one of a substance in the event, since parts and totals stand side by side.
    """
    found: dict[str, list[tuple[float | None, str | None, tuple[str, ...]]]] = defaultdict(list)
    for event in events:
        if event.kind != "seizure" or event.status not in ACCEPTED:
            continue
        masses = [
            f.value_base / 1000
            for f in event.figures
            if f.unit_base == "g" and f.of_code and f.value_base is not None and not f.suspect
        ]
        row = (max(masses, default=None), event.date_start, tuple(s.id for s in event.spans))
        for code in event.regions or event.countries:
            found[code].append(row)
    return tuple(
        Seizures(
            code,
            sum(m for m, _, _ in rows if m is not None) if any(m is not None for m, _, _ in rows)
            else None,
            len(rows),
            min((day for _, day, _ in rows if day), default=None),
            max((day for _, day, _ in rows if day), default=None),
            tuple(span for _, _, spans in rows for span in spans),
        )
        for code, rows in found.items()
    )  # fmt: skip


@dataclass(frozen=True)
class Step:
    """A priced stop of a route.

    Attributes:
        markup: price over that of the priced stop before, less one; None at the first, or where
            units differ.
        since_first: the same over the first priced stop.
    """

    site: Site
    price: Price
    markup: float | None
    since_first: float | None


def markups(route: Route, sites: Mapping[str, Site], prices: Sequence[Price]) -> tuple[Step, ...]:
    """Prices along a route, in its order; of several at a place, the latest for its substance.

    A price of a stop's region or country does not stand for the stop.
    """
    steps: list[Step] = []
    for stop in route.stops:
        here = [p for p in prices if p.code in stop and _same_drug(p.substance, route.substance)]
        if not here:
            continue
        price = max(here, key=lambda p: p.period)
        before, first = (steps[-1].price, steps[0].price) if steps else (None, None)
        steps.append(Step(sites[price.code], price, _over(price, before), _over(price, first)))
    return tuple(steps)


def _same_drug(one: str, other: str) -> bool:
    return (
        not one
        or not other
        or one.casefold() in other.casefold()
        or (other.casefold() in one.casefold())
    )


def _over(price: Price, base: Price | None) -> float | None:
    if base is None or base.unit != price.unit or base.value <= 0:
        return None
    return price.value / base.value - 1
