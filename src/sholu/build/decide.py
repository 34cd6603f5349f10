"""Write a person's decision about a reading into the journal, with the span that it is about."""

from __future__ import annotations

from typing import Any

from sholu.build.corrections import CLAIM_FIELDS, EVENT_FIELDS, parse_corrections
from sholu.build.look import Look, NotFound
from sholu.build.observatory import Observatory
from sholu.claims.model import Claim
from sholu.engine.rows import to_plain
from sholu.events.model import Event
from sholu.journal.model import Entry


def find_reading(look: Look, id_: str) -> Event | Claim:
    """The event or claim with this id.

    Raises:
        NotFound: if there is none.
    """
    readings: list[Event | Claim] = [*look.events(), *look.claims()]
    for reading in readings:
        if reading.id == id_:
            return reading
    raise NotFound(f"No event and no claim has the id '{id_}'.", "'sholu review' lists them.")


def decide(
    observatory: Observatory, id_: str, kind: str, who: str, why: str, assignments: list[str]
) -> Entry:
    """Append ``accept``, ``reject`` or ``correct``; the tables follow with the next build.

    Raises:
        NotFound: if no reading has the id.
        CorrectionError: if a correction cannot be made.
        JournalError: if it cannot be written, or who or why is missing.
    """
    reading = find_reading(Look(observatory), id_)
    payload = _about(reading)
    if kind == "correct":
        allowed = EVENT_FIELDS if isinstance(reading, Event) else CLAIM_FIELDS
        payload["fields"] = parse_corrections(assignments, allowed, observatory.vocabulary)
    with observatory.journal() as journal:
        return journal.append(kind, id_, who, why, payload)


def judge_same(
    observatory: Observatory, left: str, right: str, *, same: bool, who: str, why: str
) -> Entry:
    """Append that two events are one, or are two.

    Raises:
        NotFound: if an event does not exist.
    """
    look = Look(observatory)
    known = {event.id for event in look.events()} | {event.id for event in look.read_events()}
    for id_ in (left, right):
        if id_ not in known:
            raise NotFound(f"No event has the id '{id_}'.", "'sholu events' lists them.")
    with observatory.journal() as journal:
        kind = "same" if same else "different"
        return journal.append(kind, left, who, why, {"other": right})


def _about(reading: Event | Claim) -> dict[str, Any]:
    """What was seen: the span and the reader, so that the decision outlives both."""
    span = reading.spans[0] if isinstance(reading, Event) else reading.figure.span
    return {"span": to_plain(span), "reader": reading.reader}
