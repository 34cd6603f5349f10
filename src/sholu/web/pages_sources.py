"""Who publishes: grade, known bias, what was read of it; and the documents behind the data."""

from __future__ import annotations

from sholu.core.alphabet import alphabetical
from sholu.release.package.answers import EventFilter
from sholu.web.page import Page, Pager
from sholu.web.view import View, not_found

PAGE_SIZE = 60


def sources(view: View) -> Page:
    """All sources, the ones with most documents first."""
    found = sorted(
        view.package.sources(),
        key=lambda one: (-one.documents, alphabetical(one.names.preferred(view.language))),
    )
    return Page("sources.html", view.say["sources_title"], {"found": found})


def source(view: View) -> Page:
    """One source with its documents."""
    one = view.package.source(view.parts["code"])
    if one is None:
        raise not_found()
    documents = [each for each in view.package.documents() if each.source == one.code]
    pager = Pager(view.page_number(), PAGE_SIZE, len(documents))
    shown = documents[pager.offset : pager.offset + PAGE_SIZE]
    return Page(
        "source.html",
        one.names.preferred(view.language),
        {
            "source": one,
            "documents": [
                (
                    each,
                    view.package.count_events(EventFilter(document=each.id)),
                    view.package.count_claims(document=each.id),
                )
                for each in shown
            ],
            "pager": pager,
        },
    )


def document(view: View) -> Page:
    """One document: how it was read, its events and claims."""
    one = view.package.document(view.parts["id"])
    if one is None:
        raise not_found()
    return Page(
        "document.html",
        one.name,
        {
            "document": one,
            "source": view.package.source(one.source) if one.source else None,
            "events": view.package.events(EventFilter(document=one.id), limit=PAGE_SIZE),
            "claims": view.package.claims(document=one.id, limit=PAGE_SIZE),
            "claim_count": view.package.count_claims(document=one.id),
            "decisions": view.package.decisions(one.id),
        },
    )


PAGES = (("/sources", sources), ("/sources/{code}", source), ("/documents/{id}", document))
