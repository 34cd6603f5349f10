"""What of the tables everybody may see, before it is brought into its public form."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from sholu.build.look import Look
from sholu.build.model import DISPUTE, ReadDocument
from sholu.build.package_events import OpenEvents, open_events
from sholu.build.package_findings import open_findings
from sholu.build.series_look import Statistics
from sholu.claims.model import Claim
from sholu.core.finding import Finding
from sholu.core.marking import highest
from sholu.engine.tables import read_state
from sholu.evidence.model import Span
from sholu.indicators.dispute_model import Dispute
from sholu.indicators.model import Observation
from sholu.indicators.observations import Choice, build_observations
from sholu.journal.model import Entry
from sholu.journal.replay import choices, withdrawn
from sholu.release.package.model import Coverage
from sholu.release.package.openness import Openness, is_open_dispute, is_open_marking
from sholu.sources.model import Document
from sholu.sources.store import documents as stored_documents


@dataclass(frozen=True)
class OpenRecords:
    """What everybody may see, as the tables have it; spans lead to their evidence.

    Attributes:
        findings: each with the documents that it is about.
    """

    events: OpenEvents
    claims: tuple[Claim, ...]
    observations: tuple[Observation, ...]
    disputes: tuple[Dispute, ...]
    findings: tuple[tuple[Finding, tuple[str, ...]], ...]
    spans: tuple[Span, ...]

    def documents(self) -> frozenset[str]:
        """The documents that something published comes from."""
        used = {id_ for event in self.events.events for id_ in event.documents}
        used |= {claim.document for claim in self.claims if claim.document}
        used |= {p.document for one in self.observations for p in one.points if p.document}
        used |= {id_ for _, documents in self.findings for id_ in documents}
        return frozenset(used)


class OpenTables:
    """The tables and the journal, seen with the eyes of everybody."""

    def __init__(self, look: Look, entries: tuple[Entry, ...]) -> None:
        self.look = look
        self.rows = look.documents()
        self._entries = entries
        self._observatory = look.observatory

    def records(self) -> OpenRecords:
        """All that is public; each with its documents open."""
        state = read_state(self._observatory.table_folder)
        events = open_events(
            self._observatory,
            list(state.batches),
            [event for event in self.look.events() if self.openness.event(event)],
            self._entries,
        )
        claims = tuple(claim for claim in self.look.claims() if self.openness.claim(claim))
        observations = self._observations()
        known = {claim.id for claim in claims}
        disputes = tuple(
            one
            for one in self._observatory.tables.read(DISPUTE, Dispute)
            if is_open_dispute(one, known)
        )
        by_id = {
            span.id: span
            for span in (*events.spans(), *(one.figure.span for one in claims if one.document))
        }
        findings = open_findings(self.look, self.openness, events.events, by_id)
        by_id |= findings.spans
        points = {point.span for one in observations for point in one.points if point.span}
        by_id |= {span.id: span for span in self.look.spans(sorted(points - by_id.keys()))}
        spans = tuple(by_id.values())
        return OpenRecords(events, claims, observations, disputes, findings.about, spans)

    def _observations(self) -> tuple[Observation, ...]:
        """Observations whose points may all be seen; the others made anew without the closed ones.

        By the same rule and the same choices, so that no closed value shows.
        """
        statistics = Statistics(self._observatory)
        points = statistics.points()
        seen = [point for point in points if self.openness.point(point)]
        if len(seen) == len(points):
            return tuple(statistics.observations())
        chosen = {
            id_: Choice(entry.payload["claim"], entry.number)
            for id_, entry in choices(self._entries).items()
        }
        return build_observations(seen, chosen, self._observatory.vocabulary)

    @cached_property
    def stored(self) -> dict[str, Document]:
        """What stands beside each document, by its id."""
        return {one.id: one for one in stored_documents(self._observatory.documents)}

    @cached_property
    def openness(self) -> Openness:
        """By the markings that documents have now, without those that were withdrawn since."""
        gone = withdrawn(self._entries)
        return Openness(
            frozenset(
                row.document
                for row in self.rows
                if row.document not in gone and is_open_marking(self._marking(row))
            )
        )

    def _marking(self, row: ReadDocument) -> str:
        stored = self.stored.get(row.document)
        return highest([row.marking, stored.marking]) if stored else row.marking

    def coverage(self) -> Coverage:
        """Of all documents; of the closed ones only how many there are."""
        seen = [row for row in self.rows if row.document in self.openness.documents]
        counts = Counter(row.status for row in seen)
        return Coverage(
            read=counts["read"],
            partly_read=counts["partly read"],
            set_aside=counts["set aside"],
            failed=counts["failed"],
            not_about_drugs=counts["not about drugs"],
            withheld=sum(not is_open_marking(self._marking(row)) for row in self.rows),
        )
