"""What is known and what is not; how the observatory works and where its methods fail."""

from __future__ import annotations

from sholu.release.situation.sentences import gap_sentence
from sholu.web.methods import method, methods
from sholu.web.page import Page
from sholu.web.pages_situation import answered
from sholu.web.view import View, not_found

UNREAD = ("partly read", "set aside", "failed")


def about(view: View) -> Page:
    """Coverage, what could not be read and why, and the questions without an answer."""
    package = view.package
    period = view.last_full_year()
    found = answered(package, package.about.country, period, view.language)
    gaps = [
        (
            view.text(one.question.title),
            [gap_sentence(gap, package, view.language) for gap in one.gaps],
            view.text(one.question.cannot_say),
        )
        for one in found.answers
    ]
    unread = [one for one in package.documents() if one.coverage in UNREAD]
    return Page(
        "about.html",
        view.say["about"],
        {
            "coverage": package.coverage,
            "unread": unread,
            "gaps": gaps,
            "period": period,
            "country": package.about.country,
            "counts": {
                "events": package.count_events(),
                "claims": package.count_claims(),
                "disputes": package.count_disputes(),
                "sources": len(package.sources()),
            },
            "versions": package.about.versions,
        },
    )


def method_list(view: View) -> Page:
    """All method notes."""
    return Page("methods.html", view.say["methods"], {"notes": methods(view.language)})


def method_note(view: View) -> Page:
    """One method note."""
    note = method(view.parts["name"], view.language)
    if note is None:
        raise not_found()
    return Page("method.html", note.title, {"note": note})


PAGES = (
    ("/about", about),
    ("/methods", method_list),
    ("/methods/{name}", method_note),
)
