"""Gather out of the tables what a release publishes as data."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from sholu.build.look import Look
from sholu.build.model import DISPUTE, VERDICT, ReadDocument
from sholu.build.observatory import Observatory
from sholu.build.package_events import OpenEvents, open_events, public_events
from sholu.build.package_evidence import gather_evidence
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
from sholu.release.model import Release
from sholu.release.package.contents import Contents
from sholu.release.package.model import About, Coverage, Named, PublicDocument, PublicSource
from sholu.release.package.naming import (
    names_in_use,
    public_breaks,
    public_indicators,
    used_codes,
)
from sholu.release.package.openness import (
    Openness,
    documents_of_finding,
    is_open_dispute,
    is_open_marking,
)
from sholu.release.package.private_names import Withhold
from sholu.release.package.public_nouns import (
    public_claim,
    public_dispute,
    public_finding,
    public_observation,
)
from sholu.sources.model import Document, Source
from sholu.sources.store import documents as stored_documents
from sholu.verdicts.model import Verdict


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


class Gathering:
    """Everything public at this moment, out of the tables and the journal."""

    def __init__(self, look: Look, entries: tuple[Entry, ...]) -> None:
        self._look = look
        self._observatory = look.observatory
        self._entries = entries
        self._rows = look.documents()

    def contents(self, release: Release, folder: str) -> Contents:
        """The contents of the package of a release that will lie in ``folder``."""
        records = self._records()
        used = self._used_documents(records)
        language = release.edition.language
        evidence = gather_evidence(self._look, used, records.spans, language)
        withhold = Withhold(evidence.names, language)
        items = {item.event: item.number for item in release.items()}
        grades = {source.code: source.grade for source in self._observatory.register}
        events = public_events(self._observatory, records.events, items, withhold)
        claims = tuple(
            public_claim(one, evidence.languages.get(one.document or ""), grades, withhold)
            for one in records.claims
        )
        observations = tuple(public_observation(one, withhold) for one in records.observations)
        by_claim = {claim.id: claim.document for claim in records.claims}
        codes = used_codes(events, claims, observations)
        vocabulary = self._observatory.vocabulary
        documents = self._public_documents(used, withhold)
        sources = self._public_sources(documents, claims, observations)
        return Contents(
            about=self._about(release, folder),
            coverage=self._coverage(),
            named=(
                *names_in_use(codes, self._observatory.settings.country, vocabulary),
                *(Named("source", one.code, one.names) for one in sources),
            ),
            indicators=public_indicators(vocabulary),
            breaks=public_breaks(codes, vocabulary),
            sources=sources,
            documents=documents,
            events=events,
            claims=claims,
            observations=observations,
            disputes=tuple(
                public_dispute(one, _documents_of(one.claims, by_claim), withhold)
                for one in records.disputes
            ),
            findings=tuple(public_finding(one, about, withhold) for one, about in records.findings),
            passages=evidence.passages,
            words=evidence.words,
        )

    @cached_property
    def _stored(self) -> dict[str, Document]:
        return {one.id: one for one in stored_documents(self._observatory.documents)}

    @cached_property
    def _open(self) -> Openness:
        """By the markings that documents have now, without those that were withdrawn since."""
        gone = withdrawn(self._entries)
        return Openness(
            frozenset(
                row.document
                for row in self._rows
                if row.document not in gone and is_open_marking(self._marking(row))
            )
        )

    def _marking(self, row: ReadDocument) -> str:
        stored = self._stored.get(row.document)
        return highest([row.marking, stored.marking]) if stored else row.marking

    def _records(self) -> OpenRecords:
        state = read_state(self._observatory.table_folder)
        events = open_events(
            self._observatory,
            list(state.batches),
            [event for event in self._look.events() if self._open.event(event)],
            self._entries,
        )
        claims = tuple(claim for claim in self._look.claims() if self._open.claim(claim))
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
        findings, of_findings = self._findings(events, by_id)
        by_id |= of_findings
        points = {point.span for one in observations for point in one.points if point.span}
        by_id |= {span.id: span for span in self._look.spans(sorted(points - by_id.keys()))}
        return OpenRecords(events, claims, observations, disputes, findings, tuple(by_id.values()))

    def _observations(self) -> tuple[Observation, ...]:
        """Observations whose points may all be seen; the others made anew without the closed ones.

        By the same rule and the same choices, so that no closed value shows.
        """
        statistics = Statistics(self._observatory)
        points = statistics.points()
        seen = [point for point in points if self._open.point(point)]
        if len(seen) == len(points):
            return tuple(statistics.observations())
        chosen = {
            id_: Choice(entry.payload["claim"], entry.number)
            for id_, entry in choices(self._entries).items()
        }
        return build_observations(seen, chosen, self._observatory.vocabulary)

    def _findings(
        self, events: OpenEvents, known: Mapping[str, Span]
    ) -> tuple[tuple[tuple[Finding, tuple[str, ...]], ...], dict[str, Span]]:
        """Findings about what may be seen, with their documents; and the spans behind them."""
        about: dict[str, tuple[str, ...]] = {id_: (id_,) for id_ in self._open.documents}
        about |= {event.id: event.documents for event in events.events}
        verdicts = self._observatory.tables.read(VERDICT, Verdict)
        about |= {
            one.id: (one.document,)
            for one in verdicts
            if one.document in self._open.documents and is_open_marking(one.marking)
        }
        found = self._look.findings()
        named = {span for one in found for span in one.evidence}
        spans = {span.id: span for span in self._look.spans(sorted(named - known.keys()))}
        opened = {
            id_: span.document
            for id_, span in (spans | dict(known)).items()
            if span.document in self._open.documents
        }
        judged = ((one, documents_of_finding(one, about, opened)) for one in found)
        kept = tuple((one, documents) for one, documents in judged if documents is not None)
        used = {span for one, _ in kept for span in one.evidence}
        return kept, {id_: span for id_, span in spans.items() if id_ in used}

    def _used_documents(self, records: OpenRecords) -> frozenset[str]:
        """The documents that something published comes from."""
        used = {id_ for event in records.events.events for id_ in event.documents}
        used |= {claim.document for claim in records.claims if claim.document}
        used |= {p.document for one in records.observations for p in one.points if p.document}
        used |= {id_ for _, documents in records.findings for id_ in documents}
        return frozenset(used)

    def _public_documents(
        self, used: Collection[str], withhold: Withhold
    ) -> tuple[PublicDocument, ...]:
        return tuple(
            _public_document(row, self._stored.get(row.document), withhold)
            for row in self._rows
            if row.document in used
        )

    def _public_sources(
        self, documents: Iterable[PublicDocument], *records: Iterable[object]
    ) -> tuple[PublicSource, ...]:
        """The sources of the documents, and those that claims name."""
        days: dict[str, list[str]] = {}
        counts: Counter[str] = Counter()
        for document in documents:
            if document.source:
                counts[document.source] += 1
                days.setdefault(document.source, []).extend(
                    [document.published] if document.published else []
                )
        named = {getattr(one, "source", None) for group in records for one in group}
        return tuple(
            _public_source(source, sorted(days.get(source.code, ())), counts[source.code])
            for source in self._observatory.register
            if source.code in named | counts.keys()
        )

    def _about(self, release: Release, folder: str) -> About:
        settings, edition = self._observatory.settings, release.edition
        return About(
            release=folder,
            number=edition.number,
            year=edition.year,
            reissue=edition.reissue,
            period_start=str(edition.period.first_day()),
            period_end=str(edition.period.last_day()),
            country=settings.country,
            name=settings.name,
            banner={lang: text for lang, text in settings.banner.items() if text},
            contact=_contact(self._observatory),
            languages=settings.languages,
            versions=release.versions,
        )

    def _coverage(self) -> Coverage:
        """Of all documents; of the closed ones only how many there are."""
        seen = [row for row in self._rows if row.document in self._open.documents]
        counts = Counter(row.status for row in seen)
        return Coverage(
            read=counts["read"],
            partly_read=counts["partly read"],
            set_aside=counts["set aside"],
            failed=counts["failed"],
            not_about_drugs=counts["not about drugs"],
            withheld=sum(not is_open_marking(self._marking(row)) for row in self._rows),
        )


def _documents_of(claims: Iterable[str], by_claim: Mapping[str, str | None]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(id_ for claim in claims if (id_ := by_claim[claim])))


def _public_document(
    row: ReadDocument, stored: Document | None, withhold: Withhold
) -> PublicDocument:
    address = stored.address if stored else None
    return PublicDocument(
        id=row.document,
        name=withhold(row.name, row.language, (row.document,)),
        source=row.source,
        address=None if address and withhold.is_named(address, (row.document,)) else address,
        published=row.published,
        language=row.language,
        media_type=row.media_type,
        coverage=row.status,
        reason=withhold(row.reason, row.language, (row.document,)),
    )


def _public_source(source: Source, days: list[str], documents: int) -> PublicSource:
    return PublicSource(
        code=source.code,
        names=source.name,
        type=source.type,
        country=source.country,
        grade=source.grade,
        bias=source.bias,
        first=days[0] if days else None,
        last=days[-1] if days else None,
        documents=documents,
    )


def _contact(observatory: Observatory) -> dict[str, str]:
    """Organisation, address, telephone, mailbox and site, a line each, by language."""
    imprint = observatory.settings.imprint
    same = (imprint.telephone, imprint.email, imprint.site)
    told = {
        language: (imprint.organisation.get(language, ""), imprint.address.get(language, ""), *same)
        for language in observatory.settings.languages
    }
    return {language: "\n".join(filter(None, lines)) for language, lines in told.items()}
