"""Look things up in the tables: what commands and pages read. Nothing here writes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sholu.build.model import (
    CLAIM,
    EVENT,
    EVENT_READING,
    FINDING,
    LOST,
    MENTION,
    READ_DOCUMENT,
    SPAN,
    TEXT,
    THRESHOLD_DISTANCE,
    VERDICT,
    LostDecision,
    ReadDocument,
)
from sholu.build.observatory import Observatory
from sholu.build.outlets import members, tellings
from sholu.claims.model import Claim
from sholu.core.errors import SholuError
from sholu.core.finding import Finding
from sholu.engine.tables import read_state
from sholu.entities.outlets import Matrix, Telling, compare_outlets
from sholu.events.model import Event
from sholu.evidence.model import DocumentText, Span
from sholu.journal.model import Entry
from sholu.journal.replay import withdrawn
from sholu.mentions.model import Mention
from sholu.mentions.redaction import redact_stretch
from sholu.sources.model import Document
from sholu.sources.overview import Arrival
from sholu.sources.store import content, documents
from sholu.verdicts.distance import ThresholdDistance
from sholu.verdicts.model import Verdict

PICTURE_WIDTH = 900
"""Pixels of a page picture: an A4 page is readable at about 110 dots per inch."""


class NotFound(SholuError):
    """An id that no table has."""


@dataclass(frozen=True)
class Context:
    """A span within the paragraph, or table row, that holds it.

    ``before`` + ``words`` + ``after`` is a stretch of the document's text.
    """

    before: str
    words: str
    after: str


class Look:
    """Read-only views of the tables as they were when it was made."""

    def __init__(self, observatory: Observatory) -> None:
        self.observatory = observatory
        self._batches = list(read_state(observatory.table_folder).batches)

    def is_built(self) -> bool:
        """Whether there are tables at all."""
        return bool(self._batches)

    def documents(self) -> list[ReadDocument]:
        """What became of each document, in the order in which they came."""
        rows = self.observatory.tables.read(READ_DOCUMENT, ReadDocument, self._batches)
        return sorted(rows, key=lambda row: (row.retrieved, row.name, row.document))

    def all_documents(self) -> list[ReadDocument]:
        """Also those that no build has read yet (``waiting``), and withdrawn ones."""
        read = self.documents()
        known = {row.document for row in read}
        with self.observatory.journal() as journal:
            gone = withdrawn(journal.entries())
        others = [
            _unread(document, gone.get(document.id))
            for document in documents(self.observatory.documents)
            if document.id not in known
        ]
        return read + sorted(others, key=lambda row: (row.retrieved, row.name))

    def arrivals(self) -> list[Arrival]:
        """What came from whom and when, for the overview of the sources."""
        about = {"read": True, "partly read": True, "not about drugs": False}
        return [
            Arrival(row.source, row.published, row.retrieved, about.get(row.status))
            for row in self.documents()
        ]

    def counts(self) -> dict[str, int]:
        """How many events, claims, findings and lost decisions there are, without reading them."""
        tables = {"events": EVENT, "claims": CLAIM, "findings": FINDING, "lost": LOST}
        query = self.observatory.tables.query
        return {
            name: query(f"SELECT 1 FROM {self.observatory.tables.scan(table)}", {}).num_rows
            for name, table in tables.items()
        }

    def events(self) -> list[Event]:
        """All events: newest publication first, unknown last."""
        rows = self.observatory.tables.read(EVENT, Event)
        rows.sort(key=lambda event: (event.release_item or "", event.title, event.id))
        rows.sort(key=lambda event: event.published or "", reverse=True)
        return rows

    def read_events(self) -> list[Event]:
        """Events as each document tells them, before any are put together."""
        return self.observatory.tables.read(EVENT_READING, Event, self._batches)

    def tellings(self, event: str) -> list[Telling]:
        """The event as each document tells it; the id of any of its readings will do.

        Raises:
            NotFound: if there is no such event.
        """
        names = members(self.observatory, event)
        told = tellings(self.observatory, self._batches, names)
        if not told:
            raise NotFound(f"No event has the id '{event}'.", "'sholu events' lists them.")
        return [told[name] for name in names if name in told]

    def matrix(self, event: str) -> Matrix:
        """What each outlet says of an event. Raises as `tellings`."""
        told = self.tellings(event)
        return compare_outlets(told[0].event.id, told, self.observatory.vocabulary)

    def claims(self) -> list[Claim]:
        """All claims, by document and place in it."""
        rows = self.observatory.tables.read(CLAIM, Claim)
        return sorted(rows, key=lambda c: (c.document or "", c.figure.span.start, c.id))

    def verdicts(self) -> list[Verdict]:
        """All court decisions that were read, newest first; those without a date last."""
        rows = self.observatory.tables.read(VERDICT, Verdict)
        rows.sort(key=lambda verdict: verdict.id)
        return sorted(rows, key=lambda verdict: verdict.date or "", reverse=True)

    def threshold_distances(self) -> list[ThresholdDistance]:
        """Masses of court decisions against the thresholds of their day, in order of the day."""
        rows = self.observatory.tables.read(THRESHOLD_DISTANCE, ThresholdDistance)
        return sorted(rows, key=lambda row: (row.day, row.id))

    def findings(self) -> list[Finding]:
        """Everything that a check wants a person to look at, gravest first."""
        rows = self.observatory.tables.read(FINDING, Finding)
        order = {"high": 0, "medium": 1, "low": 2}
        return sorted(rows, key=lambda finding: (order[finding.gravity], finding.kind, finding.id))

    def lost_decisions(self) -> list[LostDecision]:
        """Decisions that no longer find what they were about."""
        return self.observatory.tables.read(LOST, LostDecision)

    def spans(self, ids: Sequence[str]) -> list[Span]:
        """The spans with these ids that the tables have."""
        return self.observatory.tables.read(
            SPAN, Span, self._batches, "id IN (SELECT unnest($ids::VARCHAR[]))", {"ids": list(ids)}
        )

    def span(self, id_: str) -> Span:
        """One span; a unique beginning of its id is enough.

        Raises:
            NotFound: if no span, or more than one, has it.
        """
        where = "starts_with(id, $id)"
        found = self.observatory.tables.read(SPAN, Span, self._batches, where, {"id": id_})
        exact = [span for span in found if span.id == id_] or found
        if len(exact) != 1:
            known = "No span has" if not exact else f"{len(exact)} spans have"
            raise NotFound(
                f"{known} the id '{id_}'.", "'sholu events --format json' prints the ids of spans."
            )
        return exact[0]

    def texts(self, documents: Iterable[str]) -> dict[str, DocumentText]:
        """The texts of documents by id."""
        where = "document IN (SELECT unnest($ids::VARCHAR[]))"
        rows = self.observatory.tables.read(
            TEXT, DocumentText, self._batches, where, {"ids": sorted(set(documents))}
        )
        return {row.document: row for row in rows}

    def contexts(self, spans: Sequence[Span]) -> dict[str, Context]:
        """Each span within its paragraph, by id of the span."""
        documents = {span.document for span in spans}
        texts = self.texts(documents)
        names = self.private_names(documents)
        return {
            span.id: context(texts[span.document], span, names)
            for span in spans
            if span.document in texts
        }

    def page_picture(self, span: Span, width_px: int = PICTURE_WIDTH) -> bytes:
        """The page of a PDF as PNG, with the lines of a span marked.

        Raises:
            NotFound: if the span is not on a page of a PDF.
        """
        # Most look-ups need no renderer of PDFs.
        from sholu.evidence.page_picture import page_picture

        text = self.texts([span.document]).get(span.document)
        if span.page is None or text is None or text.media_type != "application/pdf":
            raise NotFound(f"{span.id} is not on a page of a PDF.", "'sholu show' prints its text.")
        boxes = [
            line
            for line in text.lines
            if line.page == span.page and line.start < span.end and span.start < line.end
        ]
        stored = content(self.observatory.documents, span.document)
        return page_picture(stored, span.page, boxes, width_px=width_px)

    def private_names(self, documents: Iterable[str]) -> list[Mention]:
        where = (
            "(kind = 'personal_data' OR (kind = 'person' AND role = 'private')) "
            "AND span.document IN (SELECT unnest($ids::VARCHAR[]))"
        )
        parameters = {"ids": sorted(set(documents))}
        return self.observatory.tables.read(MENTION, Mention, self._batches, where, parameters)


def _unread(document: Document, withdrawal: Entry | None) -> ReadDocument:
    """The row of a document without readings."""
    return ReadDocument(
        document=document.id,
        name=document.name,
        source=document.source,
        marking=document.marking,
        retrieved=document.retrieved,
        text_key="",
        key="",
        status="withdrawn" if withdrawal else "waiting",
        reason=withdrawal.why if withdrawal else "run 'sholu build'",
        media_type=None,
        language=None,
        title=None,
        published=document.published,
        characters=0,
        events=0,
        claims=0,
        figures=0,
    )


def context(text: DocumentText, span: Span, private_names: Sequence[Mention]) -> Context:
    """The passage, or line, around a span, with the names of private persons withheld.

    A span without surroundings of its own (a row of a register) stands alone.
    """
    if not (span.prefix or span.suffix):
        return Context("", span.quote, "")
    around = [p for p in text.passages if p.start <= span.start and span.end <= p.end]
    if around:
        passage = min(around, key=lambda p: p.end - p.start)
        start, end = passage.start, passage.end
    if not around or text.text.count("\n", start, end) > 12:
        start = text.text.rfind("\n", 0, span.start) + 1
        end = text.text.find("\n", span.end)
        end = len(text.text) if end < 0 else end
    own = [name for name in private_names if name.span.document == text.document]
    return Context(
        redact_stretch(text, start, span.start, own),
        redact_stretch(text, span.start, span.end, own),
        redact_stretch(text, span.end, end, own),
    )
