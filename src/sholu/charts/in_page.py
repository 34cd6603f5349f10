"""A chart of series as part of a web page: with links on its points, in the page's colours."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import lru_cache

from sholu.charts.design import in_page_colours
from sholu.charts.series import specify_series
from sholu.charts.series_grammar import SeriesChart
from sholu.charts.svg import svg_of

WIDE_PX, NARROW_PX = 860, 296
"""Widths of a single plot: on a screen, on a telephone (360 px less margins and axis)."""

_BASE = "https://vega.github.io/vega-datasets/"
"""Vega puts this before addresses without a host; the page's own are meant."""


@lru_cache(maxsize=1024)
def series_in_page(chart: SeriesChart, language: str, width_px: int = WIDE_PX) -> str:
    """The chart as SVG without title and notes, which the page has as text.

    Raises:
        ChartError: if it cannot be drawn.
    """
    specification = specify_series(replace(chart, title="", notes=()), width_px)
    del specification["title"]
    svg = svg_of(specification, language)
    svg = svg.replace(f'xlink:href="{_BASE}', 'href="').replace('<a href="', _LINK)
    return in_page_colours(svg)


def series_for_screens(chart: SeriesChart, language: str) -> tuple[str, str]:
    """The chart for a wide and a narrow screen, drawn at once where processes do it.

    Raises:
        ChartError: if it cannot be drawn.
    """
    with ThreadPoolExecutor(2) as threads:
        drawn = [
            threads.submit(series_in_page, chart, language, width) for width in (WIDE_PX, NARROW_PX)
        ]
        return drawn[0].result(), drawn[1].result()


_LINK = '<a data-evidence="" href="'
