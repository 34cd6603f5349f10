"""Draw a chart as SVG text: the same specification gives the same bytes, and nothing is fetched."""

from __future__ import annotations

from functools import cache

import vl_convert

from sholu.charts.design import font_folder
from sholu.charts.grammar import ChartError, StackedBars
from sholu.charts.vega_lite import specify

VEGA_LITE = "6.4"
"""Version of Vega-Lite inside vl-convert; fixed, so that a newer wheel draws the same picture."""


@cache
def _register_fonts() -> None:
    vl_convert.register_font_directory(str(font_folder()))


def draw_svg(chart: StackedBars, width_px: int = 480) -> str:
    """The chart as an SVG picture.

    Raises:
        ChartError: if the chart cannot be drawn.
    """
    _register_fonts()
    specification = specify(chart, width_px)
    try:
        svg: str = vl_convert.vegalite_to_svg(
            specification, vl_version=VEGA_LITE, allowed_base_urls=[]
        )
    except ValueError as error:
        raise ChartError(f"The chart could not be drawn: {error}.") from error
    return svg
