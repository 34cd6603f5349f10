"""Draw a chart as SVG text: the same specification gives the same bytes, and nothing is fetched."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

import vl_convert

from sholu.charts.apart import draw_elsewhere
from sholu.charts.grammar import ChartError, StackedBars
from sholu.charts.print_fonts import font_folders
from sholu.charts.vega_lite import specify

VEGA_LITE = "6.4"
"""Version of Vega-Lite inside vl-convert; fixed, so that a newer wheel draws the same picture."""


_KAZAKH_MONTHS = (
    "қаңтар", "ақпан", "наурыз", "сәуір", "мамыр", "маусым", "шілде", "тамыз", "қыркүйек", "қазан",
    "қараша", "желтоқсан",
)  # fmt: skip
_KAZAKH_DAYS = ("жексенбі", "дүйсенбі", "сейсенбі", "сәрсенбі", "бейсенбі", "жұма", "сенбі")
_KAZAKH_TIME = {
    "dateTime": "%d.%m.%Y %X",
    "date": "%d.%m.%Y",
    "time": "%H:%M:%S",
    "periods": ["", ""],
    "days": list(_KAZAKH_DAYS),
    "shortDays": [day[:2] for day in _KAZAKH_DAYS],
    "months": list(_KAZAKH_MONTHS),
    "shortMonths": [month[:3] for month in _KAZAKH_MONTHS],
}
"""d3 has no Kazakh; numbers are written as in Russian (Unicode CLDR 46)."""

_LOCALES: dict[str, dict[str, Any]] = {
    "en": {},
    "ru": {"format_locale": "ru-RU", "time_format_locale": "ru-RU"},
    "kk": {"format_locale": "ru-RU", "time_format_locale": _KAZAKH_TIME},
}


@cache
def register_fonts() -> None:
    """Make the font of `FONT_SANS` known to the renderer."""
    for folder in font_folders():
        vl_convert.register_font_directory(str(folder))


def warm_up() -> None:
    """Start the renderer, so that the first chart of a server is as quick as the next."""
    svg_of({"mark": "point", "data": {"values": [{"x": 1}]}, "encoding": {"x": {"field": "x"}}})


def draw_svg(chart: StackedBars, width_px: int = 480) -> str:
    """The chart as an SVG picture.

    Raises:
        ChartError: if the chart cannot be drawn.
    """
    return svg_of(specify(chart, width_px))


def svg_of(specification: Mapping[str, Any], language: str = "en") -> str:
    """A specification as an SVG picture, its axes in a language. Raises as `draw_svg`."""
    drawn = draw_elsewhere(_svg_here, dict(specification), language)
    return _svg_here(specification, language) if drawn is None else drawn


def _svg_here(specification: Mapping[str, Any], language: str) -> str:
    register_fonts()
    try:
        svg: str = vl_convert.vegalite_to_svg(
            dict(specification),
            vl_version=VEGA_LITE,
            allowed_base_urls=[],
            **_LOCALES[language],
        )
    except ValueError as error:
        raise ChartError(f"The chart could not be drawn: {error}.") from error
    return svg


def png_of(specification: Mapping[str, Any], scale: float = 2.0, language: str = "en") -> bytes:
    """A specification as a PNG picture, at 144 dots per inch. Raises as `draw_svg`."""
    register_fonts()
    try:
        png: bytes = vl_convert.vegalite_to_png(
            dict(specification),
            vl_version=VEGA_LITE,
            scale=scale,
            allowed_base_urls=[],
            **_LOCALES[language],
        )
    except ValueError as error:
        raise ChartError(f"The chart could not be drawn: {error}.") from error
    return png
