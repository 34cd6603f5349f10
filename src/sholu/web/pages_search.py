"""Search over events, claims and passages, in three languages at once."""

from __future__ import annotations

from dataclasses import dataclass

from sholu.release.package.answers import FOUND_KINDS, Hit
from sholu.web.page import Page
from sholu.web.view import View

PAGE_SIZE = 20
MOST_PAGES = 50
"""Beyond a thousand hits nobody reads on; the question should be narrower."""


@dataclass(frozen=True)
class Found:
    """A hit and where it leads."""

    hit: Hit
    address: str
    opens_panel: bool


def search(view: View) -> Page:
    """What was found for the words of the address."""
    asked = view.asked("q")
    kind = view.asked("kind") if view.asked("kind") in FOUND_KINDS else ""
    number = min(view.page_number(), MOST_PAGES)
    hits = (
        view.package.search(
            asked,
            kinds=(kind,) if kind else FOUND_KINDS,
            offset=(number - 1) * PAGE_SIZE,
            limit=PAGE_SIZE + 1,
        )
        if asked
        else ()
    )
    return Page(
        "search.html",
        view.say["search"],
        {
            "q": asked,
            "kind": kind,
            "kinds": FOUND_KINDS,
            "found": [_found(view, hit) for hit in hits[:PAGE_SIZE]],
            "number": number,
            "has_more": len(hits) > PAGE_SIZE and number < MOST_PAGES,
        },
        section="search",
    )


def _found(view: View, hit: Hit) -> Found:
    if hit.kind == "passage":
        return Found(hit, view.evidence(hit.id), True)
    return Found(hit, view.link(f"/{hit.kind}s/{hit.id}"), False)


PAGES = (("/search", search),)
