"""Charts as SVG in the language of their reader."""

from __future__ import annotations

import pytest

from sholu.charts.series import specify_series
from sholu.charts.series_grammar import Panel, SeriesChart, SeriesPoint
from sholu.charts.svg import svg_of

CHART = SeriesChart(
    title="",
    unit="t",
    panels=(
        Panel(
            "",
            tuple(
                SeriesPoint(f"2024-{n:02d}-01", f"2024-{n:02d}-28", f"2024-{n:02d}", 1200.5 * n)
                for n in range(1, 7)
            ),
        ),
    ),
    marks=(),
    notes=(),
)


@pytest.mark.parametrize(
    ("language", "number", "month"),
    [("en", "2,000", "Feb"), ("ru", "2\u00a0000", "фев"), ("kk", "2\u00a0000", "ақп")],
)
def test_axes_are_in_the_language_of_the_reader(language: str, number: str, month: str) -> None:
    svg = svg_of(specify_series(CHART), language)
    assert f">{number}<" in svg
    assert month in svg
