"""Gather out of the tables what a release publishes as data."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace

from sholu.build.look import Look
from sholu.build.model import CLUSTER
from sholu.build.package_about import about_release, public_document, public_sources
from sholu.build.package_events import public_events
from sholu.build.package_evidence import gather_evidence
from sholu.build.package_journal import Reach, present_in, public_decisions, withdrawn_things
from sholu.build.package_names import NameFinder
from sholu.build.package_open import OpenTables
from sholu.build.package_pages import draw_pages
from sholu.entities.model import Cluster
from sholu.journal.model import Entry
from sholu.release.model import Release
from sholu.release.package.contents import Contents
from sholu.release.package.model import Named
from sholu.release.package.naming import (
    names_in_use,
    public_breaks,
    public_indicators,
    used_codes,
)
from sholu.release.package.private_names import Withhold
from sholu.release.package.public_nouns import (
    public_claim,
    public_dispute,
    public_finding,
    public_observation,
)


class Gathering:
    """Everything public at this moment, out of the tables and the journal."""

    def __init__(self, look: Look, entries: tuple[Entry, ...]) -> None:
        self.look = look
        self._observatory = look.observatory
        self._entries = entries
        self._open = OpenTables(look, entries)

    def contents(self, release: Release, folder: str) -> Contents:
        """The contents of the package of a release that will lie in ``folder``."""
        records = self._open.records()
        used = records.documents()
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
        documents = tuple(
            public_document(row, self._open.stored.get(row.document), withhold)
            for row in self._open.rows
            if row.document in used
        )
        told = {one.source for one in claims} | {p.source for o in observations for p in o.points}
        sources = public_sources(self._observatory.register, documents, told)
        contents = Contents(
            about=about_release(self._observatory, release, folder),
            coverage=self._open.coverage(),
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


def _merged(clusters: Iterable[Cluster], events: Collection[str]) -> Iterator[tuple[str, str]]:
    """Each reading of an event that several documents tell, with the id that they have together."""
    for cluster in clusters:
        together = next((id_ for id_ in cluster.members if id_ in events), None)
        if together:
            yield from ((member, together) for member in cluster.members)


def _documents_of(claims: Iterable[str], by_claim: Mapping[str, str | None]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(id_ for claim in claims if (id_ := by_claim[claim])))
