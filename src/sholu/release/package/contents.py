"""All that goes into a package, before it is written."""

from __future__ import annotations

from dataclasses import dataclass

from sholu.release.package.model import (
    About,
    Box,
    Coverage,
    Named,
    PublicBreak,
    PublicClaim,
    PublicDecision,
    PublicDispute,
    PublicDocument,
    PublicEvent,
    PublicFinding,
    PublicIndicator,
    PublicObservation,
    PublicSource,
    Withdrawn,
)


@dataclass(frozen=True)
class Passage:
    """A paragraph or table row of a document with private names withheld.

    Attributes:
        id: of the stretch; ``language``: of its text, ISO 639-1.
    """

    id: str
    document: str
    language: str | None
    text: str


@dataclass(frozen=True)
class Words:
    """Where a span stands in its passage, and on the picture of its page.

    Attributes:
        start, end: code points of the passage's text; ``end`` exclusive.
    """

    span: str
    document: str
    passage: str
    start: int
    end: int
    page: int | None
    cell: str | None
    boxes: tuple[Box, ...]


@dataclass(frozen=True)
class PagePicture:
    """A page as PNG, private names blackened."""

    document: str
    page: int
    png: bytes


@dataclass(frozen=True)
class Contents:
    """Everything public at the moment of a release."""

    about: About
    coverage: Coverage
    named: tuple[Named, ...] = ()
    indicators: tuple[PublicIndicator, ...] = ()
    breaks: tuple[PublicBreak, ...] = ()
    sources: tuple[PublicSource, ...] = ()
    documents: tuple[PublicDocument, ...] = ()
    events: tuple[PublicEvent, ...] = ()
    claims: tuple[PublicClaim, ...] = ()
    observations: tuple[PublicObservation, ...] = ()
    disputes: tuple[PublicDispute, ...] = ()
    findings: tuple[PublicFinding, ...] = ()
    passages: tuple[Passage, ...] = ()
    words: tuple[Words, ...] = ()
    pictures: tuple[PagePicture, ...] = ()
    decisions: tuple[PublicDecision, ...] = ()
    withdrawn: tuple[Withdrawn, ...] = ()
