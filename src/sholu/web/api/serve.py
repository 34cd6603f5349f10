"""Serve the interface: from a request to its endpoint, and from an answer to bytes."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Awaitable, Callable, Iterable, Mapping
from dataclasses import asdict
from typing import Any

import cattrs
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.convertors import Convertor, register_url_convertor
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import FileResponse, Response, StreamingResponse
from starlette.routing import BaseRoute, Route
from starlette.types import ASGIApp

from sholu.core.errors import SholuError
from sholu.core.period import DateError
from sholu.web.api.archive import WholeRelease
from sholu.web.api.endpoints import DESCRIPTION, ENDPOINTS
from sholu.web.api.export_files import ExportFiles, file_name, tag_of
from sholu.web.api.feed import MEDIA_TYPE, feed
from sholu.web.api.model import JSON, Answer, ApiError, Asked, Endpoint, Listing, Text
from sholu.web.api.objects import Mistake
from sholu.web.api.openapi import description
from sholu.web.api.parameters import read_parameters
from sholu.web.kept import LARGEST
from sholu.web.shelf import Edition
from sholu.web.site import MINUTE, Site

OPEN = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "ETag, Link, Sholu-Release, Content-Disposition",
    "Cross-Origin-Resource-Policy": "cross-origin",
}
"""Public data may be read by a page of any site (Fetch standard, CORS)."""

ALLOWED = {**OPEN, "Access-Control-Allow-Methods": "GET, HEAD", "Allow": "GET, HEAD",
           "Access-Control-Allow-Headers": "*", "Access-Control-Max-Age": "86400"}  # fmt: skip
"""What a browser asks for before it sends a header of its own."""

_converter = cattrs.Converter()


class _Anything(Convertor[str]):
    """The rest of a path, line ends too, which Starlette's own convertor leaves out."""

    regex = r"[\s\S]*"

    def convert(self, value: str) -> str:
        return value

    def to_string(self, value: str) -> str:
        return value


register_url_convertor("anything", _Anything())


class Api:
    """The interface over the releases of a site."""

    def __init__(self, site: Site) -> None:
        self.site = site
        self.files = ExportFiles()

    def routes(self) -> list[BaseRoute]:
        """The routes of the site under ``/api``, where mistakes are JSON too, and the feeds."""
        app = self._app()
        return [
            Route("/api", app),
            Route("/api/{rest:anything}", app),
            Route("/{language:language}/feed.atom", self._feed, methods=["GET"]),
        ]

    def _app(self) -> ASGIApp:
        app = Starlette(
            routes=[
                Route(DESCRIPTION, self._describe, methods=["GET"]),
                Route("/api/", self._answering(ENDPOINTS[0]), methods=["GET"]),
                *(Route(one.path, self._answering(one), methods=["GET"]) for one in ENDPOINTS),
            ],
            exception_handlers={
                SholuError: _no_answer,
                HTTPException: _no_address,
            },
        )
        app.router.redirect_slashes = False
        return app

    def _feed(self, request: Request) -> Response:
        made = feed(self.site.shelf, self.site.masthead, request.path_params["language"])
        return Response(made, headers={**OPEN, "Cache-Control": MINUTE}, media_type=MEDIA_TYPE)

    def _describe(self, _request: Request) -> Response:
        name, _ = self.site.masthead.in_words("en")
        return _json(description(ENDPOINTS, name), {})

    def _answering(self, endpoint: Endpoint) -> Callable[[Request], Awaitable[Response]]:
        async def answer(request: Request) -> Response:
            asked = await run_in_threadpool(self._asked, endpoint, request)
            made = await run_in_threadpool(endpoint.answer, asked)
            if isinstance(made, WholeRelease):
                return await self._whole(made, request)
            return await run_in_threadpool(_response, endpoint, asked, made, request)

        return answer

    def _asked(self, endpoint: Endpoint, request: Request) -> Asked:
        query = request.query_params.multi_items()
        values = read_parameters(endpoint.all_parameters, query, request.path_params)
        values.pop("rest", None)
        path = str(request.scope["path"])
        edition = self._edition(str(values.pop("release", "")), str(values.get("lang", "en")))
        return Asked(self.site.shelf, self.site.masthead, edition, values, path, dict(query))

    def _edition(self, pinned: str, language: str) -> Edition | None:
        shelf = self.site.shelf
        if not pinned:
            return shelf.newest(language)
        edition = shelf.find(pinned, language)
        if edition is None or edition.package is None:
            raise ApiError(404, f"There is no release '{pinned}' with data.",
                           "/api/releases lists the releases; those with has_data can be read.",
                           "release")  # fmt: skip
        return edition

    async def _whole(self, wish: WholeRelease, request: Request) -> Response:
        tag = f'"{tag_of(wish)}"'
        headers = {**_headers(wish.edition), "ETag": tag}
        if _is_known(request, tag):
            return Response(status_code=304, headers=headers)
        path = await self.files.file(wish)
        return FileResponse(path, headers=headers, media_type=wish.exporter.media_type,
                            filename=file_name(wish))  # fmt: skip


def _response(endpoint: Endpoint, asked: Asked, made: Answer, request: Request) -> Response:
    headers = _headers(asked.edition)
    if isinstance(made, Text):
        headers["Content-Disposition"] = f'attachment; filename="{made.file_name}"'
        return StreamingResponse(made.pieces, headers=headers, media_type=made.media_type)
    if isinstance(made, Listing):
        made = _envelope(asked, made)
        if made["next"]:
            headers["Link"] = f'<{made["next"]}>; rel="next"'
    response = _json(made, headers, endpoint.media_type)
    if len(response.body) <= LARGEST:  # shorter answers are kept, and get their tag there
        return response
    tag = f'"{hashlib.sha256(response.body).hexdigest()[:24]}"'
    if _is_known(request, tag):
        return Response(status_code=304, headers={**headers, "ETag": tag})
    response.headers["ETag"] = tag
    return response


def _envelope(asked: Asked, page: Listing) -> dict[str, Any]:
    return {
        "release": asked.edition.name if asked.edition else None,
        "total": page.total,
        "offset": page.offset,
        "limit": page.limit,
        "next": asked.again(offset=page.offset + page.limit) if page.has_more else None,
        "items": page.items,
    }


def _headers(edition: Edition | None) -> dict[str, str]:
    named = {"Sholu-Release": edition.name} if edition else {}
    return {**OPEN, **named, "Cache-Control": MINUTE}


def _json(made: Any, headers: Mapping[str, str], media_type: str = JSON) -> Response:
    plain = _converter.unstructure(made)
    text = json.dumps(plain, ensure_ascii=False, separators=(",", ":"))
    return Response(text.encode(), headers={**OPEN, "Cache-Control": MINUTE, **headers},
                    media_type=media_type)  # fmt: skip


def _is_known(request: Request, tag: str) -> bool:
    known: Iterable[str] = request.headers.get("if-none-match", "").split(",")
    return tag in [one.strip().removeprefix("W/") for one in known]


def _no_answer(_request: Request, error: Exception) -> Response:
    assert isinstance(error, SholuError)
    status, parameter, more = 503, "", {}
    if isinstance(error, ApiError):
        status, parameter, more = error.status, error.parameter, error.more
    elif isinstance(error, DateError):
        status = 400
    return _mistake(status, Mistake(error.message, error.hint, parameter, **more))


def _no_address(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    if error.status_code == 405 and request.method == "OPTIONS":
        return Response(status_code=204, headers=ALLOWED)
    if error.status_code == 405:
        mistake = Mistake("The interface can only be read.", "Use GET.")
    else:
        mistake = Mistake("There is no such address.", "/api lists all addresses.")
    return _mistake(error.status_code, mistake, dict(error.headers or {}))


def _mistake(status: int, mistake: Mistake, headers: Mapping[str, str] | None = None) -> Response:
    record = {key: value for key, value in asdict(mistake).items() if value}
    record.setdefault("hint", "")
    text = json.dumps(record, ensure_ascii=False)
    return Response(text.encode(), status, {**OPEN, **(headers or {}), "Cache-Control": "no-store"},
                    media_type=JSON)  # fmt: skip
