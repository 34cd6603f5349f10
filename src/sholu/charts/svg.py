"""Draw a chart as SVG text: the same specification gives the same bytes, and nothing is fetched."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

import vl_convert

from sholu.charts.design import font_folder
from sholu.charts.grammar import ChartError, StackedBars
from sholu.charts.vega_lite import specify

VEGA_LITE = "6.4"
"""Version of Vega-Lite inside vl-convert; fixed, so that a newer wheel draws the same picture."""


@cache
def register_fonts() -> None:
    """Make the font of `FONT_SANS` known to the renderer."""
    vl_convert.register_font_directory(str(font_folder()))


def draw_svg(chart: StackedBars, width_px: int = 480) -> str:
    """The chart as an SVG picture.

    Raises:
        ChartError: if the chart cannot be drawn.
    """
    return svg_of(specify(chart, width_px))


def svg_of(specification: Mapping[str, Any]) -> str:
    """A specification as an SVG picture. Raises as `draw_svg`."""
    register_fonts()
    try:
        svg: str = vl_convert.vegalite_to_svg(
            dict(specification), vl_version=VEGA_LITE, allowed_base_urls=[]
        )
    except ValueError as error:
        raise ChartError(f"The chart could not be drawn: {error}.") from error
    return svg


def png_of(specification: Mapping[str, Any], scale: float = 2.0) -> bytes:
    """A specification as a PNG picture, at 144 dots per inch. Raises as `draw_svg`."""
    register_fonts()
    try:
        png: bytes = vl_convert.vegalite_to_png(
            dict(specification), vl_version=VEGA_LITE, scale=scale, allowed_base_urls=[]
        )
    except ValueError as error:
        raise ChartError(f"The chart could not be drawn: {error}.") from error
    return png
