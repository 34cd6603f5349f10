"""The read-only page over the tables: events with filters, the evidence panel, releases."""

from __future__ import annotations

from functools import partial
from importlib import resources
from pathlib import Path
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.base import BaseHTTPMiddleware, RequestResponseEndpoint
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import FileResponse, HTMLResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from sholu.build.look import Look
from sholu.build.observatory import Observatory
from sholu.core.language import INTERFACE_LANGUAGES
from sholu.release.freeze import list_releases
from sholu.web.filters import read_filter, select
from sholu.web.pages import PAGE_SIZE, choices, counted, evidence, name_of, visible
from sholu.web.wording import choose_language, wording

HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
}

RELEASE_FILES = {"release.pdf", "release.html", "release.json", "SHA256SUMS"}
"""Files of a release that are served; nothing else below the releases' folder is."""


class _Headers(BaseHTTPMiddleware):
    async def dispatch(self, request: Request, call_next: RequestResponseEndpoint) -> Response:
        response = await call_next(request)
        if not request.url.path.endswith("release.html"):
            response.headers.update(HEADERS)
        return response


class Site:
    """The handlers; each request looks at the tables as they are then."""

    def __init__(self, observatory: Observatory) -> None:
        self.observatory = observatory
        self.templates = Environment(
            loader=PackageLoader("sholu.web"), autoescape=True, undefined=StrictUndefined
        )

    def events(self, request: Request) -> Response:
        """Events, filtered, with the evidence panel if a span is asked for."""
        language = self._language(request)
        look = Look(self.observatory)
        every = look.events()
        open_ = visible(every)
        wanted = read_filter(request.query_params)
        found = select(open_, wanted)
        number = request.query_params.get("page", "1")
        page = max(1, int(number)) if number.isdigit() else 1
        span = request.query_params.get("span", "")
        return self._page(
            "events.html",
            request,
            wanted=wanted,
            choices=choices(look, open_, language),
            found=found[(page - 1) * PAGE_SIZE : page * PAGE_SIZE],
            total=len(found),
            all=len(open_),
            hidden=len(every) - len(open_),
            page=page,
            pages=max(1, -(-len(found) // PAGE_SIZE)),
            evidence=evidence(look, span, open_) if span else None,
            built=look.is_built(),
            vocabulary=self.observatory.vocabulary,
        )

    def matrix(self, request: Request) -> Response:
        """What each outlet says of one event."""
        look = Look(self.observatory)
        wanted = request.path_params["event"]
        event = next((e for e in visible(look.events()) if e.id == wanted), None)
        if event is None:
            return self._not_found(request)
        language = self._language(request)
        return self._page(
            "matrix.html",
            request,
            event=event,
            matrix=look.matrix(event.id),
            named=partial(name_of, self.observatory.vocabulary, language),
            counted=partial(counted, self.observatory.vocabulary, language),
        )

    def picture(self, request: Request) -> Response:
        """The page of a PDF with a span's lines marked."""
        look = Look(self.observatory)
        panel = evidence(look, request.path_params["span"], visible(look.events()))
        if panel is None or not panel.has_picture:
            return self._not_found(request)
        return Response(look.page_picture(panel.span), media_type="image/png")

    def releases(self, request: Request) -> Response:
        """All releases, retracted ones visible as such."""
        return self._page(
            "releases.html", request, releases=list_releases(self.observatory.releases)
        )

    def release_file(self, request: Request) -> Response:
        """One file of a frozen release."""
        folder, name = request.path_params["folder"], request.path_params["name"]
        known = {release.folder.name: release.folder for release in self._releases()}
        if folder not in known or name not in RELEASE_FILES:
            return self._not_found(request)
        return FileResponse(known[folder] / name)

    def not_found(self, request: Request, _error: Exception) -> Response:
        """The page for an address that does not exist."""
        return self._not_found(request)

    def _releases(self) -> list[Any]:
        return list(list_releases(self.observatory.releases))

    def _not_found(self, request: Request) -> Response:
        return self._page("not_found.html", request, status=404)

    def _language(self, request: Request) -> str:
        return choose_language(
            request.query_params.get("lang"),
            request.headers.get("accept-language", ""),
            INTERFACE_LANGUAGES[0],
        )

    def _page(self, name: str, request: Request, status: int = 200, **values: Any) -> Response:
        language = self._language(request)
        settings = self.observatory.settings
        text = self.templates.get_template(name).render(
            language=language,
            languages=INTERFACE_LANGUAGES,
            say=wording(language),
            path=request.url.path,
            observatory=settings.name.get(language) or settings.name.get("en", ""),
            banner=settings.banner.get(language) or settings.banner.get("en", ""),
            here=request.url,
            **values,
        )
        return HTMLResponse(text, status_code=status, headers={"Vary": "Accept-Language"})


def create_app(observatory: Observatory) -> Starlette:
    """The site over one observatory.

    It answers only to names of this machine, so that a page elsewhere cannot read it through a
    visitor's browser (DNS rebinding).
    """
    site = Site(observatory)
    assets = Path(str(resources.files("sholu.web").joinpath("assets")))
    return Starlette(
        routes=[
            Route("/", site.events),
            Route("/events/{event}/outlets", site.matrix),
            Route("/releases", site.releases),
            Route("/releases/{folder}/{name}", site.release_file),
            Route("/page-picture/{span}.png", site.picture),
            Mount("/assets", StaticFiles(directory=assets)),
        ],
        middleware=[
            Middleware(TrustedHostMiddleware, allowed_hosts=["127.0.0.1", "localhost", "[::1]"]),
            Middleware(_Headers),
        ],
        exception_handlers={404: site.not_found},
    )
