"""Read one document from bytes to claims, in a limited child process."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from sholu.build.model import DocumentDispute, DocumentFinding
from sholu.build.reading_court import read_court
from sholu.build.reading_tables import read_tables, with_tables
from sholu.build.task import Reading, Task, document_row
from sholu.build.unread import not_understood
from sholu.claims.read import read_claims
from sholu.core.finding import Finding
from sholu.entities.event_key import event_key
from sholu.entities.model import EventKey
from sholu.events.model import Event, EventReading, Way
from sholu.events.read import read_events
from sholu.events.ways import read_ways
from sholu.evidence.legible import legible
from sholu.evidence.model import DocumentText, Span
from sholu.evidence.near_duplicates import sketch
from sholu.evidence.read import read_document
from sholu.indicators.audit import audit_arithmetic
from sholu.indicators.dispute_setting import settings_of
from sholu.indicators.disputes import disputes_of_document
from sholu.mentions.annotate import annotate
from sholu.mentions.model import AnnotatedDocument
from sholu.sources.model import Document, Source
from sholu.sources.register import source_of
from sholu.sources.store import content
from sholu.verdicts.read import mask_decisions
from sholu.vocabulary.load import load
from sholu.vocabulary.model import Vocabulary


def read_one(task: Task) -> Reading:
    """Read a document: text, mentions, figures, events, claims."""
    text, pictures = task.text, {}
    if text is None:
        extraction = read_document(content(task.folder, task.document.id), task.document.name)
        text, pictures = extraction.text, dict(extraction.pictures)
    if text.status in ("failed", "set_aside"):
        row = document_row(task, text.status.replace("_", " "), text.reason, text)
        return Reading(row, text, findings=_findings(task, text.findings), pictures=pictures)
    vocabulary = load(task.vocabulary)
    if any(mapping.is_whole() for mapping in task.mappings):
        return replace(read_tables(task, text, vocabulary), pictures=pictures)
    registered = _registered(task, text)
    country = registered.country if registered else None
    annotated = annotate(task.document, legible(text), vocabulary, task.pseudonyms, country)
    annotated, decisions = mask_decisions(annotated, task.pseudonyms)
    if decisions:
        return replace(read_court(task, annotated, decisions, vocabulary), pictures=pictures)
    told, source = _told(annotated, vocabulary, task, registered)
    ways = read_ways(annotated, told.events, vocabulary)
    stated = read_claims(annotated, vocabulary, source)
    audited = audit_arithmetic(annotated, vocabulary, told.findings)
    settings = settings_of(annotated, stated.claims, vocabulary)
    published = _published(task.document, text, told.events)
    disputes = disputes_of_document(
        annotated, stated.claims, settings, (*told.findings, *audited), published
    )
    status, reason = _status(annotated, told, bool(stated.claims))
    row = document_row(task, status, reason, text)
    reading = Reading(
        row=replace(
            row,
            source=source.code if source else task.document.source,
            published=published,
            events=len(told.events),
            claims=len(stated.claims),
            figures=len(annotated.figures),
        ),
        text=text,
        spans=_spans(annotated, told.events, ways),
        mentions=annotated.mentions,
        figures=annotated.figures,
        events=told.events,
        ways=ways,
        claims=stated.claims,
        keys=tuple(_keys(annotated, told)),
        findings=_findings(task, (*text.findings, *told.findings, *stated.findings, *audited)),
        settings=settings,
        disputes=tuple(DocumentDispute(task.document.id, one) for one in disputes),
        pictures=pictures,
    )
    return with_tables(reading, task, text, vocabulary) if task.mappings else reading


def _keys(annotated: AnnotatedDocument, told: EventReading) -> Iterator[EventKey]:
    """What of the events is compared; whose a mention is, is known where only one is told."""
    mentions = annotated.mentions if len(told.events) == 1 else ()
    births = [
        annotated.text.text[mention.span.start : mention.span.end]
        for mention in mentions
        if mention.role == "date of birth"
    ]
    for event in told.events:
        yield event_key(event, sketch(f"{event.title}\n{event.text}"), mentions, births)


def _registered(task: Task, text: DocumentText) -> Source | None:
    """Whose a document is: as entered, else by the address that it was fetched from or states."""
    by_code = {source.code: source for source in task.register}
    source = by_code.get(task.document.source or "")
    address = task.document.address or text.address
    return source_of(address, task.register) if source is None and address else source


def _told(
    annotated: AnnotatedDocument, vocabulary: Vocabulary, task: Task, source: Source | None
) -> tuple[EventReading, Source | None]:
    """The events of a document, and whose it is.

    Where the register did not tell whose: by the address that its only event gives; a release has
    the addresses of others.
    """
    told = read_events(annotated, vocabulary, source)
    if source is None and len(told.events) == 1 and told.events[0].release_item is None:
        printed = (a.repaired or a.printed for a in told.events[0].addresses)
        source = next((s for a in printed if (s := source_of(a, task.register))), None)
        if source is not None:
            told = read_events(annotated, vocabulary, source)
    return told, source


def _status(annotated: AnnotatedDocument, told: EventReading, has_claims: bool) -> tuple[str, str]:
    """The word for what became of a document, and why, or what of it was not understood."""
    text = annotated.text
    reason = "; ".join(part for part in (text.reason, told.set_aside) if part)
    if told.events and not any(event.about_drugs for event in told.events):
        return "not about drugs", reason
    if not told.events and not has_claims:
        return "set aside", reason or "no event and no figure was found in it"
    left = not_understood(annotated, told.events)
    reason = "; ".join(part for part in (reason, left) if part)
    return ("partly read" if text.status == "partly_read" else "read"), reason


def _published(document: Document, text: DocumentText, events: tuple[Event, ...]) -> str | None:
    """When it was published: as entered, as the page says, or as its only event says."""
    stated = document.published or text.published
    return stated or next((event.published for event in events if event.published), None)


def _spans(
    annotated: AnnotatedDocument, events: tuple[Event, ...], ways: tuple[Way, ...]
) -> tuple[Span, ...]:
    """Every span that a reading of the document points to, once."""
    spans = [mention.span for mention in annotated.mentions]
    spans += [figure.span for figure in annotated.figures]
    spans += [span for event in events for span in event.spans]
    spans += [way.span for way in ways]
    return tuple({span.id: span for span in spans}.values())


def _findings(task: Task, findings: tuple[Finding, ...]) -> tuple[DocumentFinding, ...]:
    return tuple(DocumentFinding(task.document.id, finding) for finding in findings)
