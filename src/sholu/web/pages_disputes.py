"""Figures that contradict each other, and what the checks want a person to look at."""

from __future__ import annotations

from dataclasses import dataclass

from sholu.indicators.dispute_model import REASONS
from sholu.release.package.model import Evidence, PublicClaim, PublicDocument, PublicSource
from sholu.web.page import Page, Pager
from sholu.web.pages_events import Choice
from sholu.web.view import View, not_found

PAGE_SIZE = 30


@dataclass(frozen=True)
class Side:
    """One claim of a dispute with its words and whose they are."""

    claim: PublicClaim
    words: Evidence | None
    source: PublicSource | None
    document: PublicDocument | None


def disputes(view: View) -> Page:
    """All disputes, gravest first."""
    package, asked = view.package, view.asked
    wanted = {
        "reason": asked("reason") or None,
        "place": asked("place") or None,
        "indicator": asked("indicator") or None,
    }
    pager = Pager(view.page_number(), PAGE_SIZE, package.count_disputes(**wanted))
    reasons = [
        Choice(code, view.say[f"reason_{code}"], count)
        for code in REASONS
        if (count := package.count_disputes(reason=code))
    ]
    return Page(
        "disputes.html",
        view.say["disputes"],
        {
            "found": package.disputes(**wanted, offset=pager.offset, limit=PAGE_SIZE),
            "pager": pager,
            "reasons": reasons,
            "reason": asked("reason"),
        },
        section="disputes",
    )


def dispute(view: View) -> Page:
    """One dispute: its claims side by side."""
    found = view.package.dispute(view.parts["id"])
    if found is None:
        raise not_found()
    sides = [_side(view, one) for id_ in found.claims if (one := view.package.claim(id_))]
    return Page(
        "dispute.html",
        view.name("indicator", found.indicator) or view.say[f"dispute_{found.kind}"],
        {"dispute": found, "sides": sides, "missing": len(found.claims) - len(sides)},
        section="disputes",
    )


def findings(view: View) -> Page:
    """What the checks found in public data."""
    kind = view.asked("kind") or None
    pager = Pager(view.page_number(), PAGE_SIZE, view.package.count_findings(kind=kind))
    return Page(
        "findings.html",
        view.say["findings"],
        {
            "found": view.package.findings(kind=kind, offset=pager.offset, limit=PAGE_SIZE),
            "pager": pager,
        },
    )


def _side(view: View, claim: PublicClaim) -> Side:
    package = view.package
    return Side(
        claim,
        package.evidence(claim.span) if claim.span else None,
        package.source(claim.source) if claim.source else None,
        package.document(claim.document) if claim.document else None,
    )


PAGES = (
    ("/disputes", disputes),
    ("/disputes/{id}", dispute),
    ("/findings", findings),
)
