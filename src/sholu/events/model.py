"""The nouns of events."""

from __future__ import annotations

from dataclasses import dataclass

from sholu.core.finding import Finding
from sholu.evidence.model import Span
from sholu.mentions.model import Figure


@dataclass(frozen=True)
class Address:
    """A source address printed in an item; ``repaired`` is the likely one beside a damaged one."""

    printed: str
    repaired: str | None


@dataclass(frozen=True)
class Event:
    """Something that happened. A reader proposes it; a person or an approved rule accepts it.

    Attributes:
        id: made from the document and the first words that tell it, not from what was understood,
            so that a better reader keeps it.
        kind: code in the vocabulary; None if no rule says.
        title: as printed; ``text``: the item's paragraphs, blank lines between, page breaks mended.
        countries: ISO 3166-1 alpha-2; regions: ISO 3166-2; places: names as in the vocabulary or
            as printed; place_precision: kind of the most precise place, or None.
        date_start, date_end: when it happened (ISO, partial allowed); date_basis: ``stated``,
            ``relative`` or None.
        published: when it was published (ISO date or period): the date of the page, or the period
            of the release it stands in.
        agencies, substances: codes of the vocabulary.
        about_drugs: whether the item is about drugs at all.
        release_item: ``2025-01 #3`` for an item of a release read as a document.
        pictures: SHA-256 of its pictures.
        confidence: share of the reader's tests that the item passed, 0 to 1; not a probability.
        status: ``proposed``, ``accepted``, ``corrected`` or ``rejected``.
        marking: the highest of its documents.
        reader: name and version of what read it.
    """

    id: str
    kind: str | None
    title: str
    text: str
    language: str | None
    countries: tuple[str, ...]
    regions: tuple[str, ...]
    places: tuple[str, ...]
    place_precision: str | None
    date_start: str | None
    date_end: str | None
    date_basis: str | None
    published: str | None
    agencies: tuple[str, ...]
    substances: tuple[str, ...]
    about_drugs: bool
    figures: tuple[Figure, ...]
    addresses: tuple[Address, ...]
    documents: tuple[str, ...]
    spans: tuple[Span, ...]
    pictures: tuple[str, ...]
    release_item: str | None
    confidence: float
    status: str
    marking: str
    reader: str


@dataclass(frozen=True)
class EventReading:
    """What one reader made of one document.

    Attributes:
        set_aside: why nothing was read, or what was left; empty if all was read.
    """

    events: tuple[Event, ...]
    findings: tuple[Finding, ...]
    set_aside: str


@dataclass(frozen=True)
class Way:
    """A way that one sentence tells: from where, through where, to where.

    Attributes:
        id: made from the span and the number of the way in it.
        document, event: where it stands; no event in a document that tells none.
        stops: codes of places in the order that the sentence gives; several codes in a stop are
            one or the other. Empty or a single stop if the sentence gives no order.
        unordered: codes of places that it leads through, in an order that is not said.
        substances: codes that the sentence names.
        date: when (ISO, partial allowed); date_basis: ``stated`` in the sentence, ``event``,
            ``published``, or None.
        span: the sentence, private names withheld.
        confidence: share of the reader's tests that the way passed, 0 to 1; not a probability.
        marking: of its document. reader: name and version of what read it.
    """

    id: str
    document: str
    event: str | None
    stops: tuple[tuple[str, ...], ...]
    unordered: tuple[str, ...]
    substances: tuple[str, ...]
    date: str | None
    date_basis: str | None
    span: Span
    confidence: float
    marking: str
    reader: str
