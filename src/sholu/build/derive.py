"""Tables made from what documents say and what people decided: events, claims, findings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from sholu import entities, indicators
from sholu.build.by_hand import claims_by_hand
from sholu.build.corrections import judged_claim, judged_event
from sholu.build.dispute_tables import write_disputes
from sholu.build.finding_tables import Built, holidays_fingerprint, write_findings
from sholu.build.model import (
    CLAIM,
    CLAIM_READING,
    CLUSTER,
    DERIVED,
    EVENT,
    EVENT_KEY,
    EVENT_READING,
    JUDGED_CLAIM,
    JUDGED_EVENT,
    LOST,
    READ_DOCUMENT,
    TEXT,
    LostDecision,
)
from sholu.build.observatory import Observatory
from sholu.build.outlets import tellings
from sholu.build.series_tables import write_series
from sholu.build.targets import Place, find_targets, span_of
from sholu.build.verdict_tables import VERSION as VERDICTS_VERSION
from sholu.build.verdict_tables import law_folder, write_verdicts
from sholu.claims.model import Claim
from sholu.core.finding import Finding
from sholu.core.ids import identify
from sholu.engine.tables import State, Tables, write_state
from sholu.entities.merge import LOWEST_GRADE, merge
from sholu.entities.model import Cluster, EventKey
from sholu.entities.outlets import compare_outlets, differing_figures
from sholu.entities.same_event import Judgement, judge_events
from sholu.events.model import Event
from sholu.evidence.model import DocumentText
from sholu.journal.model import Entry
from sholu.journal.replay import Decision, decisions, judgements, withdrawn
from sholu.vocabulary.load_law import law_fingerprint
from sholu.vocabulary.model import Vocabulary

IDS = "id IN (SELECT unnest($ids::VARCHAR[]))"
IN_DOCUMENTS = "IN (SELECT unnest($documents::VARCHAR[]))"


@dataclass(frozen=True)
class Rulings:
    """Decisions by the id of the reading that they are about now; and those that find none."""

    found: Mapping[str, Decision]
    lost: tuple[LostDecision, ...]


def derive(observatory: Observatory, state: State, entries: tuple[Entry, ...]) -> State:
    """Bring the derived tables up to date; nothing is done if nothing that they hang on changed."""
    inputs = _inputs(observatory, state, entries)
    if state.inputs == inputs:
        return state
    batches = list(state.batches)
    tables = observatory.tables
    keys = sorted(tables.read(EVENT_KEY, EventKey, batches), key=lambda key: key.id)
    by_hand = _standing(claims_by_hand(entries), withdrawn(entries))
    rulings = _rulings(tables, batches, entries, {claim.id for claim in by_hand})
    pairs = _pairs(entries)
    clusters, possible = judge_events(keys, pairs)
    checksums = {name: sha for name, sha in state.checksums.items() if not _is_derived(name)}
    checksums |= tables.write(CLUSTER, [cluster for cluster in clusters if is_several(cluster)])
    checksums |= _events(observatory, batches, clusters, rulings.found)
    checksums |= _claims(tables, batches, by_hand, rulings.found, observatory.vocabulary)
    differing = _differing(observatory, batches, clusters)
    of_verdicts, asked = write_verdicts(observatory, batches)
    checksums |= of_verdicts
    more = [*possible, *differing, *asked]
    of_series, lost = write_series(observatory, batches, entries)
    checksums |= of_series
    checksums |= write_disputes(observatory, batches, more)
    checksums |= write_findings(Built(observatory, batches, checksums), more)
    checksums |= tables.write(LOST, (*rulings.lost, *lost))
    new = State(state.batches, inputs, checksums)
    write_state(observatory.table_folder, new)
    return new


def _inputs(observatory: Observatory, state: State, entries: tuple[Entry, ...]) -> str:
    """A checksum of all that the derived tables hang on."""
    keys = sorted((id_, key) for docs in state.batches.values() for id_, key in docs.items())
    grades = [(source.code, source.grade) for source in observatory.register]
    head = entries[-1].hash if entries else ""
    versions = (entities.VERSION, indicators.VERSION, VERDICTS_VERSION)
    law = law_fingerprint(law_folder(observatory))
    days_off = holidays_fingerprint(observatory)
    return identify("derived", keys, grades, head, versions, law, days_off)


def _is_derived(name: str) -> bool:
    return any(name == str(table.path(Path())) for table in DERIVED)


def _pairs(entries: Iterable[Entry]) -> list[Judgement]:
    return [(j.left, j.right, "same" if j.same else "different") for j in judgements(entries)]


def _standing(claims: list[Claim], gone: Mapping[str, Entry]) -> list[Claim]:
    """Claims entered by hand, without those whose document was withdrawn."""
    return [claim for claim in claims if claim.document not in gone]


def _rulings(
    tables: Tables, batches: list[str], entries: tuple[Entry, ...], by_hand: set[str]
) -> Rulings:
    """What people decided, brought to the readings as they are now."""
    ruled = decisions(entries)
    ids = {"ids": list(ruled)}
    known = by_hand | {
        id_
        for table in (EVENT_READING, CLAIM_READING)
        for id_ in tables.query(
            f"SELECT id FROM {tables.scan(table, batches)} WHERE {IDS}", ids
        ).column("id").to_pylist()
    }  # fmt: skip
    missing = {target: decision for target, decision in ruled.items() if target not in known}
    moved = _moved(tables, batches, missing)
    found = {id_: decision for id_, decision in ruled.items() if id_ in known}
    for old, new in moved.items():
        # A decision made about the reading itself goes before one that was carried over to it.
        found.setdefault(new, missing[old])
    lost = tuple(_lost(target, d) for target, d in missing.items() if target not in moved)
    return Rulings(found, lost)


def _lost(target: str, decision: Decision) -> LostDecision:
    entry = decision.entry
    return LostDecision(entry.number, target, entry.kind, entry.who, entry.why)


def _moved(tables: Tables, batches: list[str], missing: Mapping[str, Decision]) -> dict[str, str]:
    """Old ids of readings to the ids of those that stand at the same words now."""
    spans = [span for decision in missing.values() if (span := span_of(decision))]
    if not spans:
        return {}
    these = {"documents": sorted({span.document for span in spans})}
    events = tables.read(EVENT_READING, Event, batches, f"documents[1] {IN_DOCUMENTS}", these)
    claims = tables.read(CLAIM_READING, Claim, batches, f"document {IN_DOCUMENTS}", these)
    texts = tables.read(TEXT, DocumentText, batches, f"document {IN_DOCUMENTS}", these)
    by_document = {text.document: text for text in texts}
    of_events = {t: d for t, d in missing.items() if t.startswith("event-")}
    of_claims = {t: d for t, d in missing.items() if t.startswith("claim-")}
    event_places = [Place(event.id, event.spans[0]) for event in events if event.spans]
    claim_places = [Place(claim.id, claim.figure.span) for claim in claims]
    return find_targets(of_events, event_places, by_document) | find_targets(
        of_claims, claim_places, by_document
    )


def _events(
    observatory: Observatory,
    batches: list[str],
    clusters: list[Cluster],
    ruled: Mapping[str, Decision],
) -> dict[str, str]:
    """Events: those told once and undecided pass as they are, the others are put together."""
    touched = [
        cluster
        for cluster in clusters
        if is_several(cluster) or any(id_ in ruled for id_ in cluster.members)
    ]
    ids = {"ids": [id_ for cluster in touched for id_ in cluster.members]}
    tables = observatory.tables
    members = {e.id: e for e in tables.read(EVENT_READING, Event, batches, IDS, ids)}
    grades = _grades(observatory, batches, members.values())
    judged = [
        _judged([members[id_] for id_ in cluster.members], grades, ruled) for cluster in touched
    ]
    made = tables.write(JUDGED_EVENT, judged)
    return made | tables.derive(
        EVENT,
        f"SELECT * FROM events.reading WHERE NOT {IDS} "
        "UNION ALL BY NAME SELECT * FROM entities.judged_event ORDER BY id",
        {EVENT_READING: batches, JUDGED_EVENT: None},
        ids,
    )


def is_several(cluster: Cluster) -> bool:
    """Whether more than one document tells the event."""
    return len(cluster.members) > 1


def _differing(
    observatory: Observatory, batches: list[str], clusters: list[Cluster]
) -> list[Finding]:
    """Figures on which the outlets of one event differ."""
    several = [cluster for cluster in clusters if is_several(cluster)]
    told = tellings(observatory, batches, [id_ for c in several for id_ in c.members])
    return [
        finding
        for cluster in several
        for finding in differing_figures(
            compare_outlets(
                cluster.members[0],
                [told[id_] for id_ in cluster.members],
                observatory.vocabulary,
            )
        )
    ]


def _grades(
    observatory: Observatory, batches: list[str], events: Iterable[Event]
) -> dict[str, str]:
    """Reliability of each document's source."""
    by_code = {source.code: source.grade for source in observatory.register}
    documents = {"ids": sorted({id_ for event in events for id_ in event.documents})}
    rows = observatory.tables.query(
        "SELECT document, source FROM "
        f"{observatory.tables.scan(READ_DOCUMENT, batches)} "
        "WHERE document IN (SELECT unnest($ids::VARCHAR[]))",
        documents,
    ).to_pylist()
    return {row["document"]: by_code.get(row["source"], LOWEST_GRADE) for row in rows}


def _judged(
    members: list[Event], grades: Mapping[str, str], ruled: Mapping[str, Decision]
) -> Event:
    event = merge(members, grades)
    decided = [ruled[member.id] for member in members if member.id in ruled]
    if not decided:
        return event
    last = max(decided, key=lambda decision: decision.entry.number)
    return judged_event(event, last.status, last.fields)


def _claims(
    tables: Tables,
    batches: list[str],
    by_hand: list[Claim],
    ruled: Mapping[str, Decision],
    vocabulary: Vocabulary,
) -> dict[str, str]:
    """Claims as read, those that people entered, and what people decided about either."""
    ids = {"ids": list(ruled)}
    read = tables.read(CLAIM_READING, Claim, batches, IDS, ids)
    judged = [
        judged_claim(claim, ruled[claim.id].status, ruled[claim.id].fields, vocabulary)
        if claim.id in ruled
        else claim
        for claim in (*read, *by_hand)
    ]
    made = tables.write(JUDGED_CLAIM, judged)
    return made | tables.derive(
        CLAIM,
        f"SELECT * FROM claims.reading WHERE NOT {IDS} "
        "UNION ALL BY NAME SELECT * FROM claims.judged_claim ORDER BY id",
        {CLAIM_READING: batches, JUDGED_CLAIM: None},
        ids,
    )
