"""Find what a decision was about, also after a better reader gave the reading another id. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sholu.engine.rows import from_plain
from sholu.evidence.model import DocumentText, Span
from sholu.evidence.span import find_again
from sholu.journal.replay import Decision


@dataclass(frozen=True)
class Place:
    """Where a reading stands: its id and the span that tells it."""

    id: str
    span: Span


def span_of(decision: Decision) -> Span | None:
    """The span that the person saw when deciding; None for a reading without a document."""
    record = decision.entry.payload.get("span")
    return from_plain(Span, record) if record else None


def find_targets(
    missing: Mapping[str, Decision],
    places: Iterable[Place],
    texts: Mapping[str, DocumentText],
) -> dict[str, str]:
    """For decisions whose reading has gone, the reading that stands at the same words now.

    Args:
        missing: decisions by the id that no reading has any more.
        places: readings of the documents concerned.
        texts: the texts of these documents as they are now.

    Returns:
        old id to new id; an id that finds nothing is left out.
    """
    by_document: dict[str, list[Place]] = {}
    for place in places:
        by_document.setdefault(place.span.document, []).append(place)
    found = {}
    for target, decision in missing.items():
        span = span_of(decision)
        text = texts.get(span.document) if span else None
        if span is None or text is None:
            continue
        now = find_again(span, text)
        here = [p for p in by_document.get(span.document, []) if now and _overlap(p.span, now)]
        if len(here) == 1:
            found[target] = here[0].id
    return found


def _overlap(left: Span, right: Span) -> bool:
    return left.start < right.end and right.start < left.end
