"""Write a package: the same contents give the same bytes."""

from __future__ import annotations

import hashlib
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from sholu.core.period import parse_period
from sholu.release.package.columns import as_json, to_row
from sholu.release.package.contents import Contents, Words
from sholu.release.package.index_words import write_search
from sholu.release.package.model import PublicClaim, PublicEvent, PublicObservation
from sholu.release.package.schema import FORMAT, INDEXES, PAGE_SIZE, statements


def package_bytes(contents: Contents) -> bytes:
    """The contents as a SQLite file: rows in one order, no clock, nothing of this machine."""
    ordered = in_order(contents)
    connection = sqlite3.connect(":memory:", isolation_level=None)
    try:
        connection.execute(f"PRAGMA page_size = {PAGE_SIZE}")
        connection.execute("PRAGMA journal_mode = OFF")
        connection.execute("BEGIN")
        for statement in statements().split(";\n"):
            connection.execute(statement)
        _write_rows(connection, ordered)
        write_search(connection, ordered)
        for statement in INDEXES.strip().split("\n"):
            connection.execute(statement)
        connection.execute("COMMIT")
        connection.execute("ANALYZE")
        return connection.serialize()
    finally:
        connection.close()


def fingerprint(contents: Contents) -> str:
    """What the data say, as a SHA-256; whose release they are and who made it left out.

    Two packages with one fingerprint have the same data, whatever wrote the files. Pictures of
    pages count by their numbers only: another version of the renderer draws other pixels.
    """
    ordered = in_order(contents)
    digest = hashlib.sha256()
    for part in (
        [ordered.coverage], ordered.named, ordered.indicators, ordered.breaks, ordered.sources,
        ordered.documents, ordered.events, ordered.claims, ordered.observations, ordered.disputes,
        ordered.findings, ordered.passages, ordered.words, ordered.decisions, ordered.withdrawn,
        [[one.document, one.page] for one in ordered.pictures],
    ):  # fmt: skip
        for record in part:
            digest.update(as_json(record).encode())
            digest.update(b"\n")
        digest.update(b"\f")
    return digest.hexdigest()


def in_order(contents: Contents) -> Contents:
    """The contents in the order in which pages list them, which is that of the rows."""
    severity = {"high": 0, "medium": 1, "low": 2}
    return replace(
        contents,
        named=_by(contents.named, lambda one: (one.kind, one.code)),
        indicators=_by(contents.indicators, lambda one: one.code),
        breaks=_by(contents.breaks, lambda one: (one.day, as_json(one))),
        sources=_by(contents.sources, lambda one: one.code),
        documents=_newest(contents.documents, lambda one: one.published or ""),
        events=_newest(contents.events, event_day),
        claims=_newest(contents.claims, _claim_day),
        observations=_by(contents.observations, _observation_key),
        disputes=_by(contents.disputes, lambda one: (severity[one.severity], one.reason, one.id)),
        findings=_by(contents.findings, lambda one: (severity[one.gravity], one.kind, one.id)),
        passages=_by(contents.passages, lambda one: one.id),
        words=_by(contents.words, lambda one: one.span),
        pictures=_by(contents.pictures, lambda one: (one.document, one.page)),
        decisions=_by(contents.decisions, lambda one: (one.entry, one.target)),
        withdrawn=_by(contents.withdrawn, lambda one: (one.what, one.title, one.id)),
    )


def _by(records: Sequence[Any], key: Any) -> tuple[Any, ...]:
    return tuple(sorted(records, key=key))


def _newest(records: Sequence[Any], day: Any) -> tuple[Any, ...]:
    """By day, newest first, those without one last; then by id."""
    ordered = sorted(records, key=lambda one: one.id)
    return tuple(sorted(ordered, key=lambda one: day(one) or "", reverse=True))


def event_day(event: PublicEvent) -> str | None:
    """The day an event is listed under: its first day, else the first of its publication."""
    told = event.date_start or event.published
    return str(parse_period(told).first_day()) if told else None


def _claim_day(claim: PublicClaim) -> str:
    return claim.period_end or claim.period_start or ""


def _observation_key(one: PublicObservation) -> tuple[str, ...]:
    return one.indicator, one.place, one.series, one.first_day, one.last_day, one.id


def _write_rows(connection: sqlite3.Connection, contents: Contents) -> None:
    meta = {
        "format": str(FORMAT),
        "fingerprint": fingerprint(contents),
        "about": as_json(contents.about),
        "coverage": as_json(contents.coverage),
    }
    _insert(connection, "meta", sorted(meta.items()))
    for table, records in (
        ("named", contents.named),
        ("indicator", contents.indicators),
        ("break", contents.breaks),
        ("source", contents.sources),
        ("document", contents.documents),
        ("claim", contents.claims),
        ("dispute", contents.disputes),
        ("finding", contents.findings),
        ("decision", contents.decisions),
        ("withdrawn", contents.withdrawn),
    ):
        _insert(connection, table, map(to_row, records))
    _insert(connection, "event", map(_event_row, contents.events))
    _insert(connection, "event_code", sorted(_event_codes(contents)))
    _insert(connection, "dispute_claim", sorted(_dispute_claims(contents)))
    # The points of an observation have a table of their own.
    _insert(connection, "observation", (to_row(one)[:-1] for one in contents.observations))
    _insert(connection, "point", _points(contents.observations))
    _insert(connection, "series", _series(contents.observations))
    _write_evidence(connection, contents)


def _insert(connection: sqlite3.Connection, table: str, rows: Iterable[Sequence[Any]]) -> None:
    iterator = iter(rows)
    first = next(iterator, None)
    if first is None:
        return
    sql = f'INSERT INTO "{table}" VALUES ({", ".join("?" * len(first))})'
    connection.execute(sql, first)
    connection.executemany(sql, iterator)


def _event_row(event: PublicEvent) -> tuple[Any, ...]:
    return (*to_row(event), event_day(event))


def _event_codes(contents: Contents) -> Iterator[tuple[str, str, int]]:
    """What events are found by; the number is that of the event's row, newest first."""
    groups = {one.code: one.parent for one in contents.named if one.kind == "substance"}
    for number, event in enumerate(contents.events, 1):
        of_groups = {groups.get(code) for code in event.substances} - {None}
        day = event_day(event)
        codes = {
            "country": event.countries,
            "region": event.regions,
            "kind": (event.kind,) if event.kind else (),
            "substance": event.substances,
            "group": of_groups,
            "agency": event.agencies,
            "document": event.documents,
            "month": (day[:7],) if day else (),
        }
        for kind, values in codes.items():
            yield from ((kind, str(code), number) for code in dict.fromkeys(values))


def _dispute_claims(contents: Contents) -> Iterator[tuple[str, int]]:
    for number, dispute in enumerate(contents.disputes, 1):
        yield from ((claim, number) for claim in set(dispute.claims))


def _points(observations: Iterable[PublicObservation]) -> Iterator[tuple[Any, ...]]:
    for number, observation in enumerate(observations, 1):
        for position, point in enumerate(observation.points):
            yield (number, position, *to_row(point))


def _series(observations: Iterable[PublicObservation]) -> Iterator[tuple[Any, ...]]:
    groups: defaultdict[str, list[PublicObservation]] = defaultdict(list)
    for one in observations:
        groups[one.series].append(one)
    for id_ in sorted(groups):
        group, first = groups[id_], groups[id_][0]
        days = min(one.first_day for one in group), max(one.last_day for one in group)
        about = (first.indicator, first.place, first.substance, first.scope, first.frequency)
        yield (id_, *about, first.accumulation, first.unit, *days, len(group))


def _write_evidence(connection: sqlite3.Connection, contents: Contents) -> None:
    numbers = {passage.id: number for number, passage in enumerate(contents.passages, 1)}
    first_span: dict[str, str] = {}
    for words in sorted(contents.words, key=lambda one: (one.passage, one.start, one.span)):
        first_span.setdefault(words.passage, words.span)
    _insert(
        connection,
        "passage",
        (
            (numbers[one.id], one.document, one.language, one.text, first_span[one.id])
            for one in contents.passages
        ),
    )
    _insert(
        connection,
        "evidence",
        ((one.span, one.document, numbers[one.passage], *_place_of(one)) for one in contents.words),
    )
    _insert(
        connection, "page_picture", ((one.document, one.page, one.png) for one in contents.pictures)
    )


def _place_of(words: Words) -> tuple[Any, ...]:
    return words.start, words.end, words.page, words.cell, as_json(words.boxes)
