"""Gather out of the tables what a release publishes as data."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from sholu.build.look import Look
from sholu.build.model import CLUSTER, DISPUTE, ReadDocument
from sholu.build.observatory import Observatory
from sholu.build.package_events import OpenEvents, open_events, public_events
from sholu.build.package_evidence import gather_evidence
from sholu.build.package_findings import open_findings
from sholu.build.package_journal import Reach, present_in, public_decisions, withdrawn_things
from sholu.build.package_names import NameFinder
from sholu.build.package_pages import draw_pages
from sholu.build.series_look import Statistics
from sholu.claims.model import Claim
from sholu.core.finding import Finding
from sholu.core.marking import highest
from sholu.engine.tables import read_state
from sholu.entities.model import Cluster
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
        self.look = look
        self._observatory = look.observatory
        self._entries = entries
        self._rows = look.documents()

    def contents(self, release: Release, folder: str) -> Contents:
        """The contents of the package of a release that will lie in ``folder``."""
        records = self._records()
        used = self._used_documents(records)
        language = release.edition.language
        evidence = gather_evidence(self.look, used, records.spans, language)
        pages = draw_pages(self._observatory, evidence.pages)
        withhold = Withhold(evidence.names, language, NameFinder(self._observatory))
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
        contents = Contents(
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
            words=pages.placed(evidence.words),
            pictures=pages.pictures,
        )
        return self._with_journal(contents, folder, withhold)

    def _with_journal(self, contents: Contents, folder: str, withhold: Withhold) -> Contents:
        """With what was withdrawn since the last release, and what people decided."""
        gone = withdrawn_things(
            self._observatory.releases, folder, contents, self._entries, withhold
        )
        clusters = self._observatory.tables.read(CLUSTER, Cluster)
        reach = Reach(
            present=present_in(contents),
            gone=frozenset(one.id for one in gone),
            merged=dict(_merged(clusters, {event.id for event in contents.events})),
            documents={
                **{event.id: event.documents for event in contents.events},
                **{one.id: (one.document,) for one in contents.claims if one.document},
                **{one.id: (one.id,) for one in contents.documents},
            },
        )
        decisions = public_decisions(self._entries, reach, withhold)
        return replace(contents, withdrawn=gone, decisions=decisions)

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
            [event for event in self.look.events() if self._open.event(event)],
            self._entries,
        )
        claims = tuple(claim for claim in self.look.claims() if self._open.claim(claim))
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
        findings = open_findings(self.look, self._open, events.events, by_id)
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
        seen = [point for point in points if self._open.point(point)]
        if len(seen) == len(points):
            return tuple(statistics.observations())
        chosen = {
            id_: Choice(entry.payload["claim"], entry.number)
            for id_, entry in choices(self._entries).items()
        }
        return build_observations(seen, chosen, self._observatory.vocabulary)

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


def _merged(clusters: Iterable[Cluster], events: Collection[str]) -> Iterator[tuple[str, str]]:
    """Each reading of an event that several documents tell, with the id that they have together."""
    for cluster in clusters:
        together = next((id_ for id_ in cluster.members if id_ in events), None)
        if together:
            yield from ((member, together) for member in cluster.members)


def _documents_of(claims: Iterable[str], by_claim: Mapping[str, str | None]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(id_ for claim in claims if (id_ := by_claim[claim])))


def _public_document(
    row: ReadDocument, stored: Document | None, withhold: Withhold
) -> PublicDocument:
    address = stored.address if stored else None
    return PublicDocument(
        id=row.document,
        name=withhold.file_name(row.name, row.document),
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
