"""The public site: it reads releases and nothing rawer, and writes nowhere."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from starlette.applications import Starlette
from starlette.convertors import Convertor, register_url_convertor
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.routing import BaseRoute, Mount, Route

from sholu.core.language import INTERFACE_LANGUAGES
from sholu.web import (
    pages_about,
    pages_data,
    pages_disputes,
    pages_events,
    pages_evidence,
    pages_home,
    pages_indicators,
    pages_map,
    pages_releases,
    pages_search,
    pages_situation,
    pages_sources,
)
from sholu.web.api.serve import Api
from sholu.web.chart_files import ChartFiles
from sholu.web.files import Assets, Files, health, style
from sholu.web.guard import Guard
from sholu.web.kept import KeepAnswers
from sholu.web.page import Handler
from sholu.web.shelf import Shelf
from sholu.web.site import Masthead, Site
from sholu.web.warm import warming

PAGES: tuple[tuple[str, Handler], ...] = (
    *pages_home.PAGES,
    *pages_releases.PAGES,
    *pages_situation.PAGES,
    *pages_indicators.PAGES,
    *pages_map.PAGES,
    *pages_events.PAGES,
    *pages_evidence.PAGES,
    *pages_disputes.PAGES,
    *pages_sources.PAGES,
    *pages_search.PAGES,
    *pages_about.PAGES,
    *pages_data.PAGES,
)
"""Path below the language, and what makes the page."""

THIS_MACHINE = ("127.0.0.1", "localhost", "[::1]")
"""Names under which the site always answers. Others are given: a page elsewhere must not read an
unpublished site through a visitor's browser (DNS rebinding)."""


class _Language(Convertor[str]):
    regex = "|".join(INTERFACE_LANGUAGES)

    def convert(self, value: str) -> str:
        return value

    def to_string(self, value: str) -> str:
        return value


register_url_convertor("language", _Language())


def create_app(releases: Path, masthead: Masthead, hosts: Iterable[str] = ()) -> Starlette:
    """The site over a folder of releases.

    Args:
        masthead: name and banner of the observatory, for pages that belong to no release.
        hosts: names under which it is reached, besides those of this machine.
    """
    shelf = Shelf(releases)
    site = Site(shelf, masthead)
    app = Starlette(
        routes=_routes(shelf, site),
        middleware=[
            Middleware(TrustedHostMiddleware, allowed_hosts=[*THIS_MACHINE, *hosts]),
            Middleware(Guard),
            Middleware(KeepAnswers, state=shelf.state),
        ],
        exception_handlers={HTTPException: site.mistake, 500: site.mistake},
        lifespan=warming,
    )
    app.state.shelf = shelf
    return app


def _routes(shelf: Shelf, site: Site) -> list[BaseRoute]:
    files, charts = Files(shelf), ChartFiles(site)
    return [
        Route("/", site.root),
        Route("/healthz", health),
        *Api(site).routes(),
        Route("/releases/{folder}/{file}", files.release_file),
        Route("/page-picture/{document}/{page:int}.png", files.page_picture),
        Route("/charts/{language:language}/indicators/{file}", charts.file),
        Route("/embed/{language:language}/indicators/{code}", charts.embedded),
        Route("/assets/style.css", style),
        Mount("/assets", Assets()),
        *(
            Route("/{language:language}" + path, site.endpoint(handler, path))
            for path, handler in PAGES
        ),
    ]
