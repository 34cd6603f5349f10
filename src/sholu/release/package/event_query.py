"""Which rows of events a filter lets through, as SQL over indexes. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from sholu.core.period import parse_partial_date
from sholu.release.package.answers import EventFilter
from sholu.release.package.find import asked_words, expression

_CODES = ("country", "region", "kind", "substance", "group", "agency", "document")

NOTHING = "0"
"""A condition that no row meets."""


@dataclass(frozen=True)
class EventQuery:
    """``FROM`` and ``WHERE`` over ``event`` (as ``e``), with the values of their parameters."""

    tables: str
    where: str
    values: tuple[str, ...]


def event_query(wanted: EventFilter) -> EventQuery:
    """The query of a filter.

    Raises:
        DateError: if ``since`` or ``until`` is no date.
    """
    tables, where, values = ["event e"], [], []
    for number, kind in enumerate(_CODES):
        code = getattr(wanted, kind)
        if code:
            tables.append(f"event_code c{number}")
            where.append(f"c{number}.kind = '{kind}' AND c{number}.code = ?")
            where.append(f"c{number}.event = e.rowid")
            values.append(code)
    if wanted.since:
        where.append("e.day >= ?")
        values.append(str(parse_partial_date(wanted.since).first_day()))
    if wanted.until:
        where.append("e.day <= ?")
        values.append(str(parse_partial_date(wanted.until).last_day()))
    if wanted.q.strip():
        words = asked_words(wanted.q)
        where.append(
            "e.rowid IN (SELECT rowid FROM event_search WHERE event_search MATCH ?)"
            if words
            else NOTHING
        )
        values += [expression(words)] if words else []
    return EventQuery(", ".join(tables), " AND ".join(where) or "1", tuple(values))
