"""Boundaries as GeoJSON: rings become polygons with holes, and old years have old regions."""

from __future__ import annotations

from itertools import pairwise

import pyogrio
import pytest
from starlette.testclient import TestClient

from sholu.charts.map_boundaries import load_boundaries
from sholu.web.api.geo import polygons_of, region_shapes


def square(west: float, south: float, side: float) -> tuple[tuple[float, float], ...]:
    """A closed square that runs with the clock."""
    east, north = west + side, south + side
    return ((west, south), (west, north), (east, north), (east, south), (west, south))


def corners(ring: list[list[float]]) -> set[tuple[float, ...]]:
    return {tuple(point) for point in ring}


def turns_against_the_clock(ring: list[list[float]]) -> bool:
    pairs = pairwise(ring)
    return sum((x2 - x1) * (y2 + y1) for (x1, y1), (x2, y2) in pairs) < 0


def test_a_ring_in_a_ring_is_a_hole_and_one_in_a_hole_is_land_again() -> None:
    land, lake, island, other = (
        square(0, 0, 10), square(2, 2, 6), square(4, 4, 1), square(20, 0, 3),
    )  # fmt: skip
    made = polygons_of((island, lake, other, land))
    parts = {frozenset(corners(one[0])): one[1:] for one in made}
    assert set(parts) == {frozenset(ring) for ring in (land, island, other)}
    assert [corners(hole) for hole in parts[frozenset(land)]] == [set(lake)]
    assert parts[frozenset(island)] == parts[frozenset(other)] == []


def test_outer_rings_run_against_the_clock_and_holes_with_it() -> None:
    ((outer, hole),) = polygons_of((square(0, 0, 10), square(2, 2, 6)))
    assert turns_against_the_clock(outer)
    assert not turns_against_the_clock(hole)
    assert outer[0] == outer[-1]


@pytest.mark.parametrize(
    ("day", "there", "gone"),
    [
        ("2021-12-31", {"KZ-VOS", "KZ-KAR", "KZ-ALM", "KZ-79"}, {"KZ-10", "KZ-62", "KZ-33"}),
        ("2017-12-31", {"KZ-YUZ", "KZ-VOS"}, {"KZ-79", "KZ-61", "KZ-10"}),
        ("2024-12-31", {"KZ-10", "KZ-62", "KZ-33", "KZ-63"}, {"KZ-VOS", "KZ-ALM", "KZ-YUZ"}),
    ],
)
def test_a_year_has_the_regions_that_there_were(day: str, there: set[str], gone: set[str]) -> None:
    shapes = region_shapes("KZ", day)
    assert there <= set(shapes)
    assert not gone & set(shapes)


def test_no_ring_of_a_country_is_lost() -> None:
    (real, _) = load_boundaries()
    drawn = sum(len(rings) for code, rings in real.rings.items() if code.startswith("KZ-"))
    shapes = region_shapes("KZ", "2021-12-31").values()
    assert sum(len(part) for shape in shapes for part in shape["coordinates"]) == drawn


def test_gdal_reads_map_and_events(site: TestClient) -> None:
    found = pyogrio.read_info(site.get("/api/map?indicator=offences_registered").content)
    assert found["geometry_type"] in ("MultiPolygon", "Unknown")
    assert found["features"] >= 5
    assert {"place", "value", "unit", "period"} <= set(found["fields"])
    events = pyogrio.read_info(site.get("/api/events.geojson").content)
    assert events["features"] == 12
