"""Read the data of a release: the only door of pages, reports and exports to them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any, TypeVar

from sholu.release.freeze import list_releases
from sholu.release.model import ReleaseError
from sholu.release.package.answers import (
    ALL_EVENTS,
    COUNTED_BY,
    FOUND_KINDS,
    EventFilter,
    Hit,
    Part,
    SeriesHead,
)
from sholu.release.package.columns import columns_of, from_json, from_row, names_of
from sholu.release.package.connection import Store
from sholu.release.package.event_query import event_query
from sholu.release.package.model import (
    FILE,
    About,
    Box,
    Coverage,
    Evidence,
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
from sholu.release.package.observation_rows import observations_where
from sholu.release.package.schema import FORMAT, NOUNS
from sholu.release.package.search import search
from sholu.release.package.withdrawn import Thing

__all__ = [
    "COUNTED_BY", "FOUND_KINDS", "EventFilter", "Hit", "Package", "Part", "SeriesHead",
    "latest_release",
]  # fmt: skip

Record = TypeVar("Record")


class Package:
    """The data of one frozen release, read only; any number of threads may ask it.

    Args:
        folder: of the release.

    Raises:
        ReleaseError: if the release has no data, or they are of a form that is not known.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._store = Store(folder / FILE)
        meta = dict(self._store.rows("SELECT key, value FROM meta"))
        if meta.get("format") != str(FORMAT):
            raise ReleaseError(
                f"{folder / FILE} has the form {meta.get('format')}; this version reads {FORMAT}.",
                "Use the version of Sholu that made it, which release.json names.",
            )
        self.about = from_json(About, meta["about"])
        self.coverage = from_json(Coverage, meta["coverage"])
        self.fingerprint: str = meta["fingerprint"]

    @cached_property
    def _dispute_columns(self) -> str:
        """Columns of disputes; a release made before they had texts by language has none."""
        rows = self._store.rows("SELECT name FROM pragma_table_info('dispute')")
        there = {name for (name,) in rows}
        return ", ".join(
            f'"{one.name}"' if one.name in there else "'{}'" for one in columns_of(PublicDispute)
        )

    def close(self) -> None:
        """Close the file."""
        self._store.close()

    def name(self, kind: str, code: str, language: str) -> str:
        """What a code is called in a language; the code itself if it is not known."""
        found = self.named_one(kind, code)
        return (found.names.preferred(language) if found else "") or code

    def named(self, kind: str) -> tuple[Named, ...]:
        """All names of a kind, by code."""
        return tuple(one for (of, _), one in self._named.items() if of == kind)

    def named_one(self, kind: str, code: str) -> Named | None:
        """The names of one code."""
        return self._named.get((kind, code))

    @cached_property
    def _named(self) -> dict[tuple[str, str], Named]:
        return {(one.kind, one.code): one for one in self._all(Named, "ORDER BY rowid")}

    def indicators(self) -> tuple[PublicIndicator, ...]:
        """The indicators that the data use, by code."""
        return tuple(self._indicators.values())

    def indicator(self, code: str) -> PublicIndicator | None:
        """One indicator."""
        return self._indicators.get(code)

    @cached_property
    def _indicators(self) -> dict[str, PublicIndicator]:
        return {one.code: one for one in self._all(PublicIndicator, "ORDER BY rowid")}

    @cached_property
    def _breaks(self) -> tuple[PublicBreak, ...]:
        return self._all(PublicBreak, "ORDER BY rowid")

    def breaks(self) -> tuple[PublicBreak, ...]:
        """Breaks of definition, by day."""
        return self._breaks

    def sources(self) -> tuple[PublicSource, ...]:
        """Who publishes, by code."""
        return tuple(self._sources.values())

    def source(self, code: str) -> PublicSource | None:
        """One source."""
        return self._sources.get(code)

    @cached_property
    def _sources(self) -> dict[str, PublicSource]:
        return {one.code: one for one in self._all(PublicSource, "ORDER BY rowid")}

    def documents(
        self, *, source: str | None = None, offset: int = 0, limit: int | None = None
    ) -> tuple[PublicDocument, ...]:
        """The documents behind the data, newest first; all from the offset on without a limit."""
        where, values = _where(source=source)
        most = -1 if limit is None else limit
        return self._all(
            PublicDocument, f"{where} ORDER BY rowid LIMIT ? OFFSET ?", (*values, most, offset)
        )

    def count_documents(self, *, source: str | None = None) -> int:
        """How many documents there are."""
        return self._count("document", *_where(source=source))

    def document(self, id_: str) -> PublicDocument | None:
        """One document."""
        return self._one(PublicDocument, "WHERE id = ?", (id_,))

    def events(
        self, wanted: EventFilter = ALL_EVENTS, *, offset: int = 0, limit: int = 40
    ) -> tuple[PublicEvent, ...]:
        """Events, newest first.

        Raises:
            DateError: if a day of the filter is no date.
        """
        query = event_query(wanted)
        rows = self._store.rows(
            f"SELECT {names_of(PublicEvent)} FROM event WHERE rowid IN "
            f"(SELECT {query.number} FROM {query.tables} WHERE {query.where} "
            "ORDER BY 1 LIMIT ? OFFSET ?) ORDER BY rowid",
            (*query.values, limit, offset),
        )
        return tuple(from_row(PublicEvent, row) for row in rows)

    def count_events(self, wanted: EventFilter = ALL_EVENTS) -> int:
        """How many events a filter lets through. Raises as `events`."""
        query = event_query(wanted)
        sql = f"SELECT count(*) FROM {query.tables} WHERE {query.where}"
        return int(self._store.rows(sql, query.values)[0][0])

    def event_counts(self, wanted: EventFilter, by: str) -> tuple[tuple[str, int], ...]:
        """How many events there are of each code or month (``2025-01``), by code or month.

        Args:
            wanted: the filter.
            by: one of `COUNTED_BY`; events without it are in none.

        Raises:
            ValueError: for another ``by`` (a programming error).
            DateError: if a day of the filter is no date.
        """
        if by not in COUNTED_BY:
            raise ValueError(f"events are counted by {', '.join(COUNTED_BY)}, not by {by!r}")
        return self._event_counts(wanted, by)

    @lru_cache(maxsize=512)  # noqa: B019  (a package lives as long as its program)
    def _event_counts(self, wanted: EventFilter, by: str) -> tuple[tuple[str, int], ...]:
        condition, values = "1", tuple[str, ...]()
        if wanted != ALL_EVENTS:
            query = event_query(wanted)
            values = query.values
            # A code is looked up for each event let through, not the other way round.
            condition = f"event IN (SELECT {query.number} FROM {query.tables} WHERE {query.where})"
        sql = (
            f"SELECT code, count(*) FROM event_code WHERE kind = '{by}' AND {condition} "
            "GROUP BY code ORDER BY code"
        )
        return tuple((str(code), int(count)) for code, count in self._store.rows(sql, values))

    def event(self, id_: str) -> PublicEvent | None:
        """One event."""
        return self._one(PublicEvent, "WHERE id = ?", (id_,))

    def claims(
        self,
        *,
        indicator: str | None = None,
        place: str | None = None,
        document: str | None = None,
        offset: int = 0,
        limit: int = 100,
    ) -> tuple[PublicClaim, ...]:
        """Claims, the newest period first."""
        where, values = _where(indicator=indicator, place=place, document=document)
        return self._all(
            PublicClaim, f"{where} ORDER BY rowid LIMIT ? OFFSET ?", (*values, limit, offset)
        )

    def count_claims(
        self,
        *,
        indicator: str | None = None,
        place: str | None = None,
        document: str | None = None,
    ) -> int:
        """How many claims there are."""
        return self._count("claim", *_where(indicator=indicator, place=place, document=document))

    def claim(self, id_: str) -> PublicClaim | None:
        """One claim."""
        return self._one(PublicClaim, "WHERE id = ?", (id_,))

    def series_list(
        self, *, indicator: str | None = None, place: str | None = None
    ) -> tuple[SeriesHead, ...]:
        """Series, by indicator and place, the longest of these first."""
        where, values = _where(indicator=indicator, place=place)
        rows = self._store.rows(
            f"SELECT {names_of(SeriesHead)} FROM series {where} "
            "ORDER BY indicator, place, observations DESC, id",
            values,
        )
        return tuple(SeriesHead(*row) for row in rows)

    def observations(
        self,
        *,
        series: str | None = None,
        indicator: str | None = None,
        place: str | None = None,
        frequency: str | None = None,
    ) -> tuple[PublicObservation, ...]:
        """Observations with their points, by indicator, place, series and first day."""
        where, values = _where(series=series, indicator=indicator, place=place, frequency=frequency)
        return observations_where(self._store, f"{where} ORDER BY rowid", values)

    def observation(self, id_: str) -> PublicObservation | None:
        """One observation."""
        found = observations_where(self._store, "WHERE id = ?", (id_,))
        return found[0] if found else None

    def observations_of_claim(self, claim: str) -> tuple[PublicObservation, ...]:
        """The observations that have a claim among their points."""
        where = "WHERE rowid IN (SELECT observation FROM point WHERE claim = ?) ORDER BY rowid"
        return observations_where(self._store, where, (claim,))

    def latest_by_place(
        self,
        indicator: str,
        *,
        frequency: str,
        year: int | None = None,
        substance: str | None = None,
        scope: str = "",
    ) -> tuple[PublicObservation, ...]:
        """The last observation of each place that has a value, by place.

        Args:
            indicator: code.
            frequency: of the series.
            year: in which the period ends; None for any, so that places may differ in their year.
            substance: code; None for series of none.
            scope: of the series; empty for the whole.
        """
        where = (
            "indicator = ? AND frequency = ? AND substance IS ? AND scope = ? "
            "AND value IS NOT NULL AND last_day BETWEEN ? AND ?"
        )
        days = (f"{year:04d}-01-01", f"{year:04d}-12-31") if year else ("0001", "9999-12-31")
        values = (indicator, frequency, substance, scope, *days)
        # SQLite: with max(), the other columns are those of the row that has it.
        last = f"SELECT rowid, max(last_day) FROM observation WHERE {where} GROUP BY place"
        return observations_where(
            self._store, f"WHERE rowid IN (SELECT rowid FROM ({last})) ORDER BY place", values
        )

    def disputes(
        self,
        *,
        place: str | None = None,
        indicator: str | None = None,
        claim: str | None = None,
        reason: str | None = None,
        offset: int = 0,
        limit: int = 100,
    ) -> tuple[PublicDispute, ...]:
        """Disputes, gravest first."""
        where, values = _of_claim(claim, place=place, indicator=indicator, reason=reason)
        return self._all(
            PublicDispute, f"{where} ORDER BY rowid LIMIT ? OFFSET ?", (*values, limit, offset)
        )

    def count_disputes(
        self,
        *,
        place: str | None = None,
        indicator: str | None = None,
        claim: str | None = None,
        reason: str | None = None,
    ) -> int:
        """How many disputes there are."""
        where, values = _of_claim(claim, place=place, indicator=indicator, reason=reason)
        return self._count("dispute", where, values)

    def dispute(self, id_: str) -> PublicDispute | None:
        """One dispute."""
        return self._one(PublicDispute, "WHERE id = ?", (id_,))

    def findings(
        self,
        *,
        where: str | None = None,
        kind: str | None = None,
        offset: int = 0,
        limit: int = 100,
    ) -> tuple[PublicFinding, ...]:
        """Findings, gravest first."""
        condition, values = _where(where=where, kind=kind)
        return self._all(
            PublicFinding, f"{condition} ORDER BY rowid LIMIT ? OFFSET ?", (*values, limit, offset)
        )

    def count_findings(self, *, where: str | None = None, kind: str | None = None) -> int:
        """How many findings there are."""
        return self._count("finding", *_where(where=where, kind=kind))

    def finding(self, id_: str) -> PublicFinding | None:
        """One finding."""
        return self._one(PublicFinding, "WHERE id = ?", (id_,))

    def evidence(self, span: str) -> Evidence | None:
        """A span in its paragraph or table row."""
        rows = self._store.rows(
            'SELECT e.document, p.text, e."start", e."end", p.language, e.page, e.cell, e.boxes, '
            "EXISTS (SELECT 1 FROM page_picture q WHERE q.document = e.document "
            "AND q.page = e.page) "
            "FROM evidence e JOIN passage p ON p.number = e.passage WHERE e.span = ?",
            (span,),
        )
        if not rows:
            return None
        document, text, start, end, language, page, cell, boxes, pictured = rows[0]
        return Evidence(
            span=span,
            document=document,
            before=text[:start],
            words=text[start:end],
            after=text[end:],
            language=language,
            page=page,
            cell=cell,
            boxes=tuple(Box(**box) for box in json.loads(boxes)),
            has_picture=bool(pictured),
        )

    def page_picture(self, document: str, page: int) -> bytes | None:
        """A page as PNG, private names blackened."""
        rows = self._store.rows(
            "SELECT png FROM page_picture WHERE document = ? AND page = ?", (document, page)
        )
        return rows[0][0] if rows else None

    def decisions(self, target: str) -> tuple[PublicDecision, ...]:
        """What people decided about something, in the order of the journal."""
        return self._all(PublicDecision, "WHERE target = ? ORDER BY rowid", (target,))

    def withdrawn(self) -> tuple[Withdrawn, ...]:
        """What earlier releases had and this one has no more."""
        return self._all(Withdrawn, "ORDER BY rowid")

    def withdrawn_one(self, id_: str) -> Withdrawn | None:
        """What was withdrawn under an id."""
        return self._one(Withdrawn, "WHERE id = ?", (id_,))

    def things(self) -> Iterator[Thing]:
        """Every event, claim and document with its title, for the next release to compare with."""
        for id_, title, documents in self._store.rows("SELECT id, title, documents FROM event"):
            yield Thing("event", id_, title, tuple(json.loads(documents)))
        for id_, of, printed, document in self._store.rows(
            'SELECT id, "of", printed, document FROM claim'
        ):
            title = f"{printed} {of}" if of else printed
            yield Thing("claim", id_, title, (document,) if document else ())
        for id_, name in self._store.rows("SELECT id, name FROM document"):
            yield Thing("document", id_, name, ())

    def search(
        self,
        text: str,
        *,
        kinds: Sequence[str] = FOUND_KINDS,
        language: str | None = None,
        offset: int = 0,
        limit: int = 20,
    ) -> tuple[Hit, ...]:
        """What has the words of a text, in any of the three languages, best first.

        Args:
            text: words; signs are passed over.
            kinds: some of `FOUND_KINDS`.
            language: of the texts found; None for all.
            offset, limit: which of the hits.
        """
        return search(self._store, text, tuple(kinds), language, offset, limit)

    def _all(
        self, record_type: type[Record], rest: str, values: Sequence[Any] = ()
    ) -> tuple[Record, ...]:
        table = _TABLES[record_type]
        names = self._dispute_columns if record_type is PublicDispute else names_of(record_type)
        sql = f'SELECT {names} FROM "{table}" {rest}'
        return tuple(from_row(record_type, row) for row in self._store.rows(sql, values))

    def _one(
        self, record_type: type[Record], rest: str, values: Sequence[Any] = ()
    ) -> Record | None:
        found = self._all(record_type, rest, values)
        return found[0] if found else None

    def _count(self, table: str, where: str, values: Sequence[Any]) -> int:
        return int(self._store.rows(f"SELECT count(*) FROM {table} {where}", values)[0][0])


_TABLES: dict[type, str] = {record: table for table, record in NOUNS.items()}


def _where(**wanted: str | None) -> tuple[str, tuple[str, ...]]:
    """A condition that columns have the values wanted; None wants nothing."""
    given = {column: value for column, value in wanted.items() if value is not None}
    parts = [f'"{column}" = ?' for column in given]
    return (f"WHERE {' AND '.join(parts)}" if parts else "WHERE 1"), tuple(given.values())


def _of_claim(claim: str | None, **wanted: str | None) -> tuple[str, tuple[str, ...]]:
    where, values = _where(**wanted)
    if claim is None:
        return where, values
    part = "rowid IN (SELECT dispute FROM dispute_claim WHERE claim = ?)"
    return f"{where} AND {part}", (*values, claim)


def latest_release(releases: Path, language: str) -> Path:
    """The folder of the release to show: the newest number that stands and has data.

    Of its issues in the asked language the newest, else of those in any other.

    Raises:
        ReleaseError: if there is none.
    """
    standing = [
        frozen
        for frozen in list_releases(releases)
        if not frozen.retraction and (frozen.folder / FILE).is_file()
    ]
    if not standing:
        raise ReleaseError(
            f"No release in {releases} has data and stands.", "Make one with 'sholu release'."
        )
    best = max(
        standing,
        key=lambda one: (one.year, one.number, one.language == language, one.reissue, one.language),
    )
    return best.folder
