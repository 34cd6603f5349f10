"""Charts are drawn in processes apart, so that a server answers meanwhile."""

from __future__ import annotations

import os

import pytest

from sholu.charts.apart import draw_elsewhere, drawing_apart
from sholu.charts.grammar import ChartError
from sholu.charts.svg import svg_of

DOTS = {
    "mark": "point",
    "data": {"values": [{"x": 1}, {"x": 3}]},
    "encoding": {"x": {"field": "x", "type": "quantitative"}},
}


def who(_: str) -> str:
    return str(os.getpid())


def die(_: str) -> str:
    os._exit(1)


def test_a_drawing_is_the_same_wherever_it_is_made() -> None:
    here = svg_of(DOTS, "kk")
    with drawing_apart(1):
        assert svg_of(DOTS, "kk") == here
        assert draw_elsewhere(who, "") != str(os.getpid())
        with pytest.raises(ChartError):
            svg_of({"mark": "nothing that can be drawn"})
    assert draw_elsewhere(who, "") is None


def test_a_process_that_dies_does_not_stop_the_drawing() -> None:
    with drawing_apart(1):
        assert draw_elsewhere(die, "") is None
        assert svg_of(DOTS).startswith("<svg")
