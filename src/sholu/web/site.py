"""From a request to a page: which release, which language, which handler."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from sholu.core.language import INTERFACE_LANGUAGES
from sholu.web.guard import HEADERS, policy
from sholu.web.page import Handler
from sholu.web.rendering import render, render_alone
from sholu.web.shelf import Edition, Shelf
from sholu.web.view import View
from sholu.web.wording import choose_language, wording

MINUTE = "public, max-age=60"
"""A page of the newest release: a retraction is seen after a minute."""

YEAR = "public, max-age=31536000, immutable"
"""What its address pins: an asset with its fingerprint."""


@dataclass(frozen=True)
class Masthead:
    """Who publishes, for pages that belong to no release; texts by language.

    Attributes:
        address: of the site as readers reach it, without a path; empty if nobody said.
    """

    name: Mapping[str, str] = field(default_factory=dict)
    banner: Mapping[str, str] = field(default_factory=dict)
    address: str = ""

    def in_words(self, language: str) -> tuple[str, str]:
        """Name and banner in a language, English where it has none."""
        name = self.name.get(language) or self.name.get("en", "Sholu")
        return name, self.banner.get(language) or self.banner.get("en", "")


class Site:
    """The endpoints over a shelf of releases."""

    def __init__(self, shelf: Shelf, masthead: Masthead) -> None:
        self.shelf = shelf
        self.masthead = masthead

    def endpoint(self, handler: Handler, path: str) -> Callable[[Request], Response]:
        """What Starlette calls for a page: `handler` with the view of the request."""

        def answer(request: Request) -> Response:
            view = self.view(request)
            if view is None:
                return self.without_release(request.path_params["language"], path)
            return HTMLResponse(render(handler(view), view), headers={"Cache-Control": MINUTE})

        return answer

    def view(self, request: Request) -> View | None:
        """The view of a request; None if nothing with data is published yet.

        Raises:
            HTTPException: 404 if the release that the address names has no data.
        """
        language = request.path_params["language"]
        newest = self.shelf.newest(language)
        if newest is None or newest.package is None:
            return None
        query = dict(request.query_params)
        pinned = query.pop("release", "")
        edition = self.shelf.find(pinned, language) if pinned else newest
        if edition is None or edition.package is None:
            raise HTTPException(404)
        parts = {k: str(v) for k, v in request.path_params.items() if k != "language"}
        path = str(request.scope["path"]).removeprefix(f"/{language}") or "/"
        return View(
            language, edition, edition.package, newest, self.shelf, pinned, path, query, parts
        )

    def root(self, request: Request) -> Response:
        """To the home page in a language of the browser."""
        language = choose_language(
            None, request.headers.get("accept-language", ""), INTERFACE_LANGUAGES[0]
        )
        query = f"?{request.url.query}" if request.url.query else ""
        headers = {"Vary": "Accept-Language", "Cache-Control": MINUTE}
        return RedirectResponse(f"/{language}/{query}", 302, headers)

    def without_release(self, language: str, path: str) -> Response:
        """The page before the first release that has data: old releases are files."""
        name, banner = self.masthead.in_words(language)
        text = render_alone(
            "unpublished.html", language, name, banner,
            title=wording(language)["unpublished"], releases=self.shelf.all(),
        )  # fmt: skip
        is_front = path in ("/", "/releases")
        return HTMLResponse(text, 200 if is_front else 404)

    def mistake(self, request: Request, error: Exception) -> Response:
        """The page for an address that does not exist, or a way of asking that is not allowed."""
        status = error.status_code if isinstance(error, HTTPException) else 500
        language = _language_of(request)
        say = wording(language)
        key = {404: "not_found", 405: "not_allowed", 400: "bad_request"}.get(status, "failed")
        name, banner = self.masthead.in_words(language)
        text = render_alone(
            "mistake.html", language, name, banner,
            title=say[key], explained=say[f"{key}_text"],
        )  # fmt: skip
        more = dict(error.headers or {}) if isinstance(error, HTTPException) else {}
        # What went wrong in a handler is answered outside of the guard.
        headers = {**HEADERS, "Content-Security-Policy": policy(request.url.path), **more}
        return HTMLResponse(text, status, headers)


def edition_of(shelf: Shelf, request: Request, language: str) -> Edition:
    """The release that files, charts and exports of a request are from.

    Raises:
        HTTPException: 404 if there is none with data.
    """
    pinned = request.query_params.get("release", "")
    edition = shelf.find(pinned, language) if pinned else shelf.newest(language)
    if edition is None or edition.package is None:
        raise HTTPException(404)
    return edition


def _language_of(request: Request) -> str:
    first = request.url.path.split("/")[1] if "/" in request.url.path else ""
    return choose_language(
        first, request.headers.get("accept-language", ""), INTERFACE_LANGUAGES[0]
    )
