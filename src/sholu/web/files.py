"""What is served as a file: releases as they were frozen, pages as pictures, assets, charts."""

from __future__ import annotations

from importlib import resources
from pathlib import Path

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from sholu.web.rendering import style_sheet
from sholu.web.shelf import Shelf
from sholu.web.site import YEAR, edition_of

RELEASE_FILES = ("release.pdf", "release.html", "release.json", "SHA256SUMS")
"""Files of a release that everybody may take; its data are served as exports."""

LARGEST_PAGE = 20_000
"""No document has more pages."""


class Files:
    """The endpoints for files."""

    def __init__(self, shelf: Shelf) -> None:
        self.shelf = shelf

    def release_file(self, request: Request) -> Response:
        """One file of a frozen release."""
        edition = self.shelf.named(request.path_params["folder"])
        name = request.path_params["file"]
        if edition is None or name not in RELEASE_FILES:
            raise HTTPException(404)
        path = edition.frozen.folder / name
        if not path.is_file():
            raise HTTPException(404)
        return FileResponse(path, headers={"Cache-Control": "public, max-age=3600"})

    def page_picture(self, request: Request) -> Response:
        """A page of a document, private names blackened."""
        document, page = request.path_params["document"], request.path_params["page"]
        package = edition_of(self.shelf, request, "en").package
        picture = None
        if package is not None and page <= LARGEST_PAGE:
            picture = package.page_picture(document, page)
        if picture is None:
            raise HTTPException(404)
        headers = {"Cache-Control": "public, max-age=3600"}
        return Response(picture, media_type="image/png", headers=headers)


def style(_request: Request) -> Response:
    """The style sheet with the numbers of the design system."""
    return Response(style_sheet(), media_type="text/css", headers={"Cache-Control": YEAR})


def health(_request: Request) -> Response:
    """For a watchdog."""
    return Response("ok\n", media_type="text/plain", headers={"Cache-Control": "no-store"})


class Assets(StaticFiles):
    """Fonts and script; their addresses change with them."""

    def __init__(self) -> None:
        super().__init__(directory=Path(str(resources.files("sholu.web").joinpath("assets"))))

    async def get_response(self, path: str, scope: Scope) -> Response:
        """As Starlette does, and to be kept for a year."""
        response = await super().get_response(path, scope)
        if response.status_code == 200:
            response.headers["Cache-Control"] = YEAR
        return response
