"""The archive of releases with re-issues and retractions, and one release as a page."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from sholu.web.page import Page
from sholu.web.release_text import release_text
from sholu.web.shelf import Edition
from sholu.web.view import View, not_found


@dataclass(frozen=True)
class Issue:
    """All issues of one number: languages and re-issues, the first ones first."""

    number: int
    year: int
    editions: tuple[Edition, ...]


def archive(view: View) -> Page:
    """All releases; what was retracted or issued again stays visible."""
    editions = [one for one in map(view.shelf.named, names(view)) if one is not None]
    issues = [
        Issue(number, year, tuple(group))
        for (year, number), group in groupby(
            editions, key=lambda one: (one.frozen.year, one.frozen.number)
        )
    ]
    return Page("releases.html", view.say["releases"], {"issues": issues}, section="releases")


def names(view: View) -> list[str]:
    """Folders of all releases, newest number first, then by language and re-issue."""
    return [one.folder.name for one in view.shelf.all()]


def release(view: View) -> Page:
    """One release, whole."""
    edition = view.shelf.find(view.parts["folder"], view.language)
    if edition is None:
        raise not_found()
    return Page(
        "release.html",
        f"{view.say['release_title']} № {edition.frozen.number}, {view.title_of(edition)}",
        {
            "edition": edition,
            "text": release_text(view, edition),
            "withdrawn": view.package.withdrawn(),
            "others": [
                one for one in map(view.shelf.named, names(view))
                if one is not None and one.number == edition.number and one.name != edition.name
            ],
        },
        section="releases",
    )  # fmt: skip


PAGES = (("/releases", archive), ("/releases/{folder}", release))
