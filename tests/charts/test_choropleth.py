"""Maps of values by region."""

from __future__ import annotations

from sholu.charts.choropleth import NO_DATA, RegionValues, choropleth, classes
from sholu.charts.map import draw_map


def test_classes_hold_about_as_many_values_each() -> None:
    assert classes([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]) == [(1, 2), (3, 4), (5, 6), (7, 8), (9, 10)]


def test_equal_values_stand_in_one_class() -> None:
    assert classes([0, 0, 0, 0, 5, 6], most=3) == [(0, 0), (5, 6)]


def test_two_values_make_one_class_and_none_makes_none() -> None:
    assert classes([4, 9]) == [(4, 9)]
    assert classes([]) == []


def _map(day: str, values: dict[str, float | None]) -> str:
    shown = RegionValues("Seizures", values, {"KZ-VOS": "East"}, ("KZ",), day)
    return draw_map(choropleth(shown, lambda value: f"{value:g} kg", "no data"))


def test_a_region_without_a_value_is_grey_and_the_legend_says_so() -> None:
    svg = _map("2024-12-31", {"KZ-63": 5.0, "KZ-10": None})
    assert f'fill="{NO_DATA}"' in svg
    assert "KZ-10: no data" in svg
    assert "KZ-63: 5 kg" in svg


def test_an_old_year_has_its_old_regions_without_the_borders_of_today() -> None:
    values: dict[str, float | None] = {"KZ-VOS": 5.0}
    old = choropleth(RegionValues("", values, {}, ("KZ",), "2021-12-31"), str, "none")
    assert old.wholes["KZ-10"] == old.wholes["KZ-63"] == "KZ-VOS"
    assert "KZ-79" not in old.wholes
    before_shymkent = choropleth(RegionValues("", values, {}, ("KZ",), "2018-01-01"), str, "none")
    assert before_shymkent.wholes["KZ-79"] == "KZ-YUZ"
    now = choropleth(RegionValues("", values, {}, ("KZ",), "2022-06-08"), str, "none")
    assert not now.wholes
    assert len(_map("2022-06-08", values)) > len(_map("2021-12-31", values))
