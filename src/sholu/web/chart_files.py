"""Charts of series as files, and as a page that may stand in another site's frame."""

from __future__ import annotations

import json

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from sholu.charts.grammar import ChartError
from sholu.charts.in_page import series_for_screens
from sholu.charts.series import specify_series
from sholu.charts.series_grammar import SeriesChart
from sholu.charts.svg import png_of, svg_of
from sholu.web.page import Page
from sholu.web.pages_indicators import chosen_series
from sholu.web.rendering import render
from sholu.web.series_chart import chart_of
from sholu.web.site import MINUTE, Site
from sholu.web.view import View

MEDIA_TYPES = {"svg": "image/svg+xml", "png": "image/png", "json": "application/json"}


class ChartFiles:
    """The endpoints for charts."""

    def __init__(self, site: Site) -> None:
        self.site = site

    def file(self, request: Request) -> Response:
        """A chart as SVG, PNG or Vega-Lite specification."""
        code, _, form = request.path_params["file"].rpartition(".")
        if form not in MEDIA_TYPES:
            raise HTTPException(404)
        view = self._view(request)
        specification = specify_series(_chart(view, code, linked=False))
        content: str | bytes
        if form == "svg":
            content = svg_of(specification, view.language)
        elif form == "png":
            content = png_of(specification, language=view.language)
        else:
            content = json.dumps(specification, ensure_ascii=False, indent=1)
        return Response(content, media_type=MEDIA_TYPES[form], headers={"Cache-Control": MINUTE})

    def embedded(self, request: Request) -> Response:
        """The chart alone, with its sources and the way to its page."""
        view = self._view(request)
        code = request.path_params["code"]
        chart = _chart(view, code, linked=False)
        wide, narrow = series_for_screens(chart, view.language)
        page = Page(
            "embed.html",
            chart.title,
            {
                "chart": chart,
                "wide": wide,
                "narrow": narrow,
                "page": view.link(f"/indicators/{code}", **view.query),
            },
        )
        return HTMLResponse(render(page, view), headers={"Cache-Control": MINUTE})

    def _view(self, request: Request) -> View:
        view = self.site.view(request)
        if view is None:
            raise HTTPException(404)
        return view


def _chart(view: View, code: str, *, linked: bool) -> SeriesChart:
    head = chosen_series(view, view.package.series_list(indicator=code))
    if head is None:
        raise HTTPException(404)
    try:
        return chart_of(view, view.package.observations(series=head.id), linked=linked)
    except ChartError:
        raise HTTPException(404) from None
