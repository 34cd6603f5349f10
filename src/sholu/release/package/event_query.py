"""Which rows of events a filter lets through, as SQL over indexes. Pure.

Rows are numbered newest first, so that a stretch of days is a stretch of numbers, and pages and
counts touch no row of an event but those that they show.
"""

from __future__ import annotations

from dataclasses import dataclass

from sholu.core.period import parse_partial_date
from sholu.release.package.answers import EventFilter
from sholu.release.package.find import asked_words, expression

_CODES = ("country", "region", "kind", "substance", "group", "agency", "document")

_FIRST = "(SELECT min(rowid) FROM event WHERE day = (SELECT max(day) FROM event WHERE day <= ?))"
_LAST = "(SELECT max(rowid) FROM event WHERE day = (SELECT min(day) FROM event WHERE day >= ?))"
_DATED = "(SELECT max(rowid) FROM event WHERE day = (SELECT min(day) FROM event))"


@dataclass(frozen=True)
class EventQuery:
    """``FROM`` and ``WHERE``, with the values of their parameters.

    Attributes:
        number: the expression for the number of the event's row.
    """

    tables: str
    number: str
    where: str
    values: tuple[str, ...]


def event_query(wanted: EventFilter) -> EventQuery:
    """The query of a filter.

    Raises:
        DateError: if ``since`` or ``until`` is no date.
    """
    codes = [(kind, getattr(wanted, kind)) for kind in _CODES if getattr(wanted, kind)]
    tables = [f"event_code c{place}" for place in range(len(codes))] or ["event e"]
    number = "c0.event" if codes else "e.rowid"
    where, values = [], []
    for place, (kind, code) in enumerate(codes):
        where.append(f"c{place}.kind = '{kind}' AND c{place}.code = ?")
        where += [f"c{place}.event = c0.event"] if place else []
        values.append(code)
    if wanted.since:
        where.append(f"{number} <= {_LAST}")
        values.append(str(parse_partial_date(wanted.since).first_day()))
    if wanted.until:
        where.append(f"{number} >= {_FIRST} AND {number} <= {_DATED}")
        values.append(str(parse_partial_date(wanted.until).last_day()))
    if wanted.q.strip():
        words = asked_words(wanted.q)
        matching = "IN (SELECT rowid FROM event_search WHERE event_search MATCH ?)"
        where.append(f"{number} {matching}" if words else "0")
        values += [expression(words)] if words else []
    return EventQuery(", ".join(tables), number, " AND ".join(where) or "1", tuple(values))
