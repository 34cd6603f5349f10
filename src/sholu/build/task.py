"""What the build hands to a child process, and what comes back. No parser is imported with it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from sholu.build.model import DocumentDispute, DocumentFinding, ReadDocument
from sholu.claims.model import Claim
from sholu.entities.model import EventKey
from sholu.events.model import Event, Way
from sholu.evidence.model import DocumentText, Span
from sholu.indicators.dispute_setting import ClaimSetting
from sholu.indicators.mapping import TableMapping
from sholu.indicators.model import Answer, ClaimPoint, Registration, SetAside
from sholu.indicators.prices_model import Transaction
from sholu.mentions.model import Figure, Mention
from sholu.sources.model import Document, Source
from sholu.verdicts.model import Verdict


@dataclass(frozen=True)
class Task:
    """One document to read.

    Attributes:
        folder: where documents are kept; ``text``: its text, if an earlier build has it already.
        register: of sources; ``vocabulary``: folder of the local vocabulary.
        pseudonyms: key for pseudonyms.
        mappings: those that fit the document's name.
    """

    document: Document
    folder: Path
    text: DocumentText | None
    register: tuple[Source, ...]
    vocabulary: Path
    pseudonyms: bytes
    text_key: str
    key: str
    mappings: tuple[TableMapping, ...] = ()


@dataclass(frozen=True)
class Reading:
    """All rows that one document gives, and the pictures in it by SHA-256."""

    row: ReadDocument
    text: DocumentText | None = None
    spans: tuple[Span, ...] = ()
    mentions: tuple[Mention, ...] = ()
    figures: tuple[Figure, ...] = ()
    events: tuple[Event, ...] = ()
    ways: tuple[Way, ...] = ()
    claims: tuple[Claim, ...] = ()
    keys: tuple[EventKey, ...] = ()
    findings: tuple[DocumentFinding, ...] = ()
    points: tuple[ClaimPoint, ...] = ()
    registrations: tuple[Registration, ...] = ()
    answers: tuple[Answer, ...] = ()
    transactions: tuple[Transaction, ...] = ()
    set_aside: tuple[SetAside, ...] = ()
    verdicts: tuple[Verdict, ...] = ()
    settings: tuple[ClaimSetting, ...] = ()
    disputes: tuple[DocumentDispute, ...] = ()
    pictures: Mapping[str, bytes] | None = None


def read_task(task: Task) -> Reading:
    """Read a document; the readers are imported in the process that does it, not in its parent."""
    from sholu.build.reading import read_one

    return read_one(task)


def document_row(task: Task, status: str, reason: str, text: DocumentText | None) -> ReadDocument:
    """The row of a document whose readings are not counted yet, or that has none."""
    document = task.document
    return ReadDocument(
        document=document.id,
        name=document.name,
        source=document.source,
        marking=document.marking,
        retrieved=document.retrieved,
        text_key=task.text_key,
        key=task.key,
        status=status,
        reason=reason,
        media_type=text.media_type if text else None,
        language=text.language if text else None,
        title=text.title if text else None,
        published=document.published or (text.published if text else None),
        characters=len(text.text) if text else 0,
        events=0,
        claims=0,
        figures=0,
    )
