"""Charts of series: breaks part the line, missing values are words, competing claims are hollow."""

from __future__ import annotations

import pytest

from sholu.charts.grammar import ChartError
from sholu.charts.ranges import specify_ranges
from sholu.charts.series import specify_series
from sholu.charts.series_grammar import (
    DayMark,
    Panel,
    RangeChart,
    RangeRow,
    SeriesChart,
    SeriesPoint,
    describe_series,
)
from sholu.charts.sketch import sketch
from sholu.charts.svg import png_of, svg_of


def year(number: int, value: float | None, **fields) -> SeriesPoint:
    return SeriesPoint(f"{number}-01-01", f"{number}-12-31", str(number), value, **fields)


def chart(*points: SeriesPoint, marks: tuple[DayMark, ...] = ()) -> SeriesChart:
    return SeriesChart("Offences, Aldaria", "offence", (Panel("", points),), marks, ("Source: x.",))


def line_of(specification: dict) -> list[dict]:
    layers = specification["concat"][0]["layer"]
    return next(one for one in layers if one["mark"]["type"] == "line")["data"]["values"]


BREAK = DayMark("2015-01-01", "new register", "break")


def test_no_line_goes_across_a_break_or_a_gap():
    values = line_of(
        specify_series(chart(year(2013, 1), year(2014, 2), year(2015, 3), marks=(BREAK,)))
    )
    assert [one["segment"] for one in values] == [0, 0, 1]
    gap = line_of(specify_series(chart(year(2010, 1), year(2012, 2))))
    assert gap[0]["segment"] != gap[1]["segment"]


def test_a_source_that_starts_is_marked_but_parts_no_line():
    mark = DayMark("2015-01-01", "police feed starts", "source")
    years = (year(2014, 2), year(2015, 3), year(2016, 4))
    values = line_of(specify_series(chart(*years, marks=(mark,))))
    assert [one["segment"] for one in values] == [0, 0, 0]
    assert "police feed starts" in svg_of(
        specify_series(chart(year(2014, 2), year(2015, 3), marks=(mark,)))
    )


def test_two_values_are_two_points_without_a_line():
    values = line_of(specify_series(chart(year(2014, 2), year(2015, 3))))
    assert [one["segment"] for one in values] == [0, 1]
    with_gap = line_of(specify_series(chart(year(2014, 2), year(2015, None), year(2016, 4))))
    assert len({one["segment"] for one in with_gap}) == 2


def test_the_words_of_a_break_and_of_what_is_missing_are_drawn():
    drawn = svg_of(
        specify_series(chart(year(2014, 2), year(2015, None, missing="suppressed"), marks=(BREAK,)))
    )
    assert "new register" in drawn
    assert "suppressed" in drawn


def test_competing_claims_are_drawn_beside_the_line():
    specification = specify_series(chart(year(2014, 2), year(2014, 5, competing=True)))
    assert [one["value"] for one in line_of(specification)] == [2]
    hollow = [one for one in specification["concat"][0]["layer"]
              if one["mark"].get("filled") is False]  # fmt: skip
    assert [one["value"] for one in hollow[0]["data"]["values"]] == [5]


def test_a_chart_without_a_value_is_refused():
    with pytest.raises(ChartError):
        chart(year(2014, None, missing="unknown"))


def test_the_chart_in_words_has_values_and_breaks():
    words = describe_series(chart(year(2014, 2), year(2015, 3), marks=(BREAK,)))
    assert "2014: 2" in words and "new register" in words


def test_ranges_are_drawn_with_their_ends():
    rows = (RangeRow("heroin", (("mean", 7.0),), 5.0, 9.0), RangeRow("hashish", (("mean", 1.0),)))
    specification = specify_ranges(RangeChart("Price", "USD/g", rows, ("Source: x.",)))
    bars = next(one for one in specification["layer"] if one["mark"]["type"] == "bar")
    assert bars["data"]["values"] == [{"row": "heroin", "value": 5.0, "high": 9.0}]
    assert png_of(specification).startswith(b"\x89PNG")


def test_a_sketch_shows_breaks_and_gaps():
    points = (year(2013, 8), year(2014, None), year(2015, 4))
    assert sketch(points, (BREAK,)) == "█·┊▅"
