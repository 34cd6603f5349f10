"""Maps: boundaries that are whole, a projection that is right, names that do not overlap."""

from __future__ import annotations

import math
import re
from itertools import pairwise
from xml.etree import ElementTree

import pytest

from sholu.charts.map import draw_map, map_png
from sholu.charts.map_boundaries import Point, boundaries_of, country_of, load_boundaries
from sholu.charts.map_grammar import MapDot, MapLine, MapPicture
from sholu.charts.map_projection import Projection, fit
from sholu.vocabulary import load


def holds(rings: tuple[tuple[Point, ...], ...], point: Point) -> bool:
    """Whether a point lies inside, by the number of sides that a ray to the east crosses."""
    east, north = point
    inside = False
    for ring in rings:
        for (x1, y1), (x2, y2) in pairwise(ring):
            if (y1 > north) != (y2 > north) and east < x1 + (north - y1) / (y2 - y1) * (x2 - x1):
                inside = not inside
    return inside


def test_albers_gives_the_numbers_of_the_manual() -> None:
    # Snyder 1987, p. 291: parallels 29.5 and 45.5 N, origin 23 N 96 W, for 35 N 75 W, radius 1.
    one, two = math.radians(29.5), math.radians(45.5)
    cone = (math.sin(one) + math.sin(two)) / 2
    projection = Projection(cone, math.cos(one) ** 2 + 2 * cone * math.sin(one), -96)
    x, y = projection.pixel((-75, 35))
    _, origin = projection.pixel((-96, 23))
    assert (x, origin - y) == pytest.approx((0.2952720, 0.2416774), abs=1e-6)


def test_all_that_a_map_must_hold_lies_within_its_margins() -> None:
    points = [(51.4, 51.2), (82.6, 49.9), (72.8, 40.5), (61.4, 55.2)]
    projection = fit(points, 1000, 640, 48)
    seen = [projection.pixel(point) for point in points]
    assert all(47.9 <= x <= 952.1 and 47.9 <= y <= 592.1 for x, y in seen)
    assert seen[3][1] < seen[2][1], "north is up"


def test_every_ring_is_closed() -> None:
    for boundaries in load_boundaries():
        for code, rings in boundaries.rings.items():
            assert all(ring[0] == ring[-1] and len(ring) > 3 for ring in rings), code


def test_kazakhstan_has_its_twenty_regions_of_today() -> None:
    today = {
        place.code
        for place in load().places
        if place.country == "KZ" and place.region == place.code and place.valid_to is None
    }
    assert {code for code in load_boundaries()[0].rings if country_of(code) == "KZ"} == today


@pytest.mark.parametrize("town", ["gn:1519928", "gn:609655", "gn:1516905", "gn:610611", "KG-C"])
def test_a_town_lies_in_its_own_region(town: str) -> None:
    place = load().place(town)
    assert place.region and place.latitude and place.longitude
    real = load_boundaries()[0]
    inside = [
        c for c, rings in real.rings.items() if holds(rings, (place.longitude, place.latitude))
    ]
    assert inside == [place.region]


def test_crimea_is_where_its_code_puts_it() -> None:
    real = load_boundaries()[0]
    assert holds(real.of_country("UA"), (34.1, 44.95))
    assert not holds(real.of_country("RU"), (34.1, 44.95))


def test_each_invented_place_lies_in_its_invented_country() -> None:
    invented = boundaries_of(["XA"])
    for place in load().places:
        if place.invented and place.latitude and place.longitude and place.country:
            point = (place.longitude, place.latitude)
            assert holds(invented.of_country(place.country), point), place.code


def test_no_map_mixes_the_real_and_the_invented_world() -> None:
    real, invented = load_boundaries()
    countries = [{country_of(code) for code in one.rings} for one in (real, invented)]
    assert not countries[0] & countries[1]
    assert countries[1] == {"XA", "XB", "XC"}


def test_names_of_places_do_not_overlap() -> None:
    dots = tuple(MapDot((70 + i * 0.05, 45.0), f"Place number {i}", "x") for i in range(12))
    far = (MapDot((60.0, 42.0), "Far", "x"), MapDot((80.0, 50.0), "Away", "x"))
    drawn = ElementTree.fromstring(draw_map(MapPicture("x", dots=dots + far, countries=("KZ",))))
    texts = [t for t in drawn.iter("{http://www.w3.org/2000/svg}text") if t.get("paint-order")]
    boxes = []
    for text in texts:
        wide = 6.1 * len(text.text or "")
        shift = {"start": 0.0, "end": wide, "middle": wide / 2}[text.get("text-anchor", "")]
        left, base = float(text.get("x", "")) - shift, float(text.get("y", ""))
        boxes.append((left, base - 10, left + wide, base + 3))
    assert {"Far", "Away"} <= {text.text for text in texts}
    assert 1 <= len([t for t in texts if (t.text or "").startswith("Place")]) < 12
    for number, one in enumerate(boxes):
        for other in boxes[:number]:
            apart = (
                one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]
            )
            assert apart


def test_lines_along_one_stretch_are_drawn_side_by_side_and_words_are_escaped() -> None:
    way = ((70.0, 45.0), (75.0, 48.0))
    lines = tuple(MapLine(way, f"<{name}> & co", "#332288") for name in "ab")
    svg = draw_map(MapPicture("a <b>", lines=lines, legend=(("#332288", "<a>"),)))
    assert "&lt;a&gt; &amp; co" in svg
    drawn = re.findall(r'<line x1="([\d.]+)" y1="([\d.]+)"[^>]*stroke-linecap', svg)
    assert len(set(drawn)) == 2


def test_a_map_is_also_a_png() -> None:
    assert map_png(draw_map(MapPicture("x", countries=("XA",))), 0.2)[:4] == b"\x89PNG"
