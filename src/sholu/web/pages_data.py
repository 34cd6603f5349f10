"""The data to take along: each format with what it is for, the dictionary, how to cite them."""

from __future__ import annotations

from dataclasses import dataclass

from sholu.release.exports.exporters import EXPORTERS
from sholu.release.exports.tables import table_forms
from sholu.web.api.archive import export_words
from sholu.web.page import Page
from sholu.web.view import View


@dataclass(frozen=True)
class Download:
    """A format in the reader's words."""

    title: str
    purpose: str
    how: str
    address: str
    extension: str


def data(view: View) -> Page:
    """Downloads of the whole release, and ways to parts of it."""
    return Page(
        "data.html",
        view.say["data"],
        {
            "downloads": [_download(view, name) for name in EXPORTERS],
            "tables": table_forms(),
            "parts": [
                (view.say[f"data_{name}"], view.file(path, format="csv", lang=view.language))
                for name, path in _PARTS
            ],
            "citation": _citation(view),
        },
    )


_PARTS = (
    ("events", "/api/events"),
    ("disputes", "/api/disputes"),
    ("indicators", "/api/indicators"),
    ("sources", "/api/sources"),
    ("documents", "/api/documents"),
)
"""Tables that are small enough to be taken one by one; the key of their word, their address."""


def _download(view: View, name: str) -> Download:
    words = export_words()[name]
    return Download(
        title=view.text(words["title"]),
        purpose=view.text(words["for"]),
        how=view.text(words["open"]),
        address=view.file(f"/api/export/{name}", lang=view.language),
        extension=EXPORTERS[name].extension,
    )


def _citation(view: View) -> str:
    """As a reader would name them: who, what, which, when."""
    about = view.package.about
    again = f" ({view.say['reissue']} {about.reissue})" if about.reissue else ""
    return (
        f"{view.text(about.name)}. {view.say['release_title']} № {about.number}{again}, "
        f"{view.title_of(view.edition)}. {view.say['data']}: {view.edition.name} "
        f"({view.package.fingerprint[:12]})."
    )


PAGES = (("/data", data),)
