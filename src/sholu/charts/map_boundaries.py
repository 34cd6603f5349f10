"""Boundaries of countries and regions: rings to fill, lines to draw."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from itertools import chain
from typing import Any

Point = tuple[float, float]
"""Degrees east and north (WGS 84)."""

FILES = ("boundaries.topojson", "boundaries_invented.topojson")


@dataclass(frozen=True)
class Boundaries:
    """Shapes that share their borders.

    Attributes:
        rings: code of a region (ISO 3166-2), or of a country drawn whole, to its closed rings.
        country_borders, region_borders: lines, each drawn once; ``parted``: codes of the two
            regions on the sides of each line of ``region_borders``.
    """

    rings: dict[str, tuple[tuple[Point, ...], ...]]
    country_borders: tuple[tuple[Point, ...], ...]
    region_borders: tuple[tuple[Point, ...], ...]
    parted: tuple[frozenset[str], ...]

    def of_country(self, country: str) -> tuple[tuple[Point, ...], ...]:
        """All rings of a country; none for one that is not in the file."""
        return tuple(
            chain.from_iterable(
                rings for code, rings in self.rings.items() if country_of(code) == country
            )
        )


def country_of(code: str) -> str:
    """The country of a region's code.

    >>> country_of("KZ-75"), country_of("CN")
    ('KZ', 'CN')
    """
    return code.split("-")[0]


@cache
def load_boundaries() -> tuple[Boundaries, ...]:
    """The real world and the invented one; no map shows both."""
    folder = resources.files("sholu.charts") / "data"
    return tuple(_read(json.loads((folder / name).read_bytes())) for name in FILES)


def boundaries_of(countries: Iterable[str]) -> Boundaries:
    """The boundaries that hold the countries; the real ones if none does."""
    asked = set(countries)
    real, *others = load_boundaries()
    for one in others:
        if asked & {country_of(code) for code in one.rings}:
            return one
    return real


def _read(topology: dict[str, Any]) -> Boundaries:
    """A TopoJSON topology with quantised arcs (Bostock, TopoJSON format specification 1.0)."""
    (step_east, step_north), (east, north) = (
        topology["transform"]["scale"],
        topology["transform"]["translate"],
    )
    arcs = []
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for along, up in arc:
            x, y = x + along, y + up
            points.append((east + x * step_east, north + y * step_north))
        arcs.append(tuple(points))
    geometries = topology["objects"]["regions"]["geometries"]
    shapes = {one["id"]: tuple(_rings_of(one)) for one in geometries}
    owners: dict[int, set[str]] = defaultdict(set)
    for code, rings in shapes.items():
        for index in chain.from_iterable(rings):
            owners[index if index >= 0 else ~index].add(code)
    between = {i: {country_of(code) for code in codes} for i, codes in owners.items()}
    inner = [i for i in owners if len(between[i]) == 1 and len(owners[i]) > 1]
    return Boundaries(
        rings={
            code: tuple(_joined(ring, arcs) for ring in rings) for code, rings in shapes.items()
        },
        # A border that one shape alone has is a coast.
        country_borders=tuple(
            arcs[i] for i in owners if len(between[i]) > 1 or len(owners[i]) == 1
        ),
        region_borders=tuple(arcs[i] for i in inner),
        parted=tuple(frozenset(owners[i]) for i in inner),
    )


def _rings_of(geometry: dict[str, Any]) -> Iterable[list[int]]:
    if geometry["type"] == "Polygon":
        return list(geometry["arcs"])
    return [ring for polygon in geometry["arcs"] for ring in polygon]


def _joined(ring: Sequence[int], arcs: Sequence[tuple[Point, ...]]) -> tuple[Point, ...]:
    """The arcs of a ring end to end; a negative index runs an arc backwards."""
    points: list[Point] = []
    for index in ring:
        arc = arcs[index] if index >= 0 else arcs[~index][::-1]
        points.extend(arc[1:] if points else arc)
    return tuple(points)
