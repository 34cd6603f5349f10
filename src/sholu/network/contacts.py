"""Contacts in continuous time, and the paths that time lets something take.

Source: Holme and Saramäki, 'Temporal networks', Physics Reports 519 (2012) 97, section 3; one pass
over contacts in order of time as in Wu et al., 'Path problems in temporal graphs', PVLDB 7 (2014).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import groupby

from sholu.core.period import DateError, parse_partial_date
from sholu.network.cells import as_number
from sholu.network.model import NetworkError, TieTable

DAY_FORMS = ("%d.%m.%Y %H:%M:%S", "%d.%m.%Y %H:%M", "%d.%m.%Y", "%d/%m/%Y %H:%M", "%d/%m/%Y")
"""Forms of dates beside ISO 8601: day first, as in the region."""


class ContactsError(NetworkError):
    """Times that cannot be read or compared."""


@dataclass(frozen=True)
class Arrival:
    """The earliest that something told by one actor can have reached another.

    Attributes:
        time: as printed in the contact by which it arrives.
        through: who told; the chain back to the start can be followed along it.
    """

    actor: str
    time: str
    through: str


def moment(time: str, origin: str) -> float:
    """A time as a number that can be compared: seconds for dates, the number itself for numbers.

    Raises:
        ContactsError: if it is neither.
    """
    number = as_number(time)
    if number is not None and not time.strip().count("-") and time.count(".") < 2:
        return number
    try:
        parsed = datetime.fromisoformat(time)
    except ValueError:
        parsed = _other_form(time, origin)
    if parsed.tzinfo is None:
        parsed = parsed.replace(tzinfo=UTC)
    return parsed.timestamp()


def _other_form(time: str, origin: str) -> datetime:
    for form in DAY_FORMS:
        try:
            return datetime.strptime(time, form)
        except ValueError:
            continue
    try:
        day = parse_partial_date(time).first_day()
    except DateError:
        raise ContactsError(
            f"{origin}: '{time}' is no time.", "Write 2025-01-31, 2025-01-31T18:05 or a number."
        ) from None
    return datetime(day.year, day.month, day.day)


@dataclass(frozen=True)
class _Contact:
    when: float
    printed: str
    ends: tuple[tuple[str, str], ...]


def _contacts(table: TieTable, *, directed: bool) -> list[_Contact]:
    """Contacts by rising time.

    Raises:
        ContactsError: if some tie has no time.
    """
    found = []
    for tie in table.ties:
        if tie.time is None:
            raise ContactsError(
                f"{table.origin}: the tie {tie.source} – {tie.target} has no time.",
                "Paths in time need a time in each row.",
            )
        ways = ((tie.source, tie.target), (tie.target, tie.source))
        when = moment(tie.time, table.origin)
        found.append(_Contact(when, tie.time, ways[:1] if directed else ways))
    return sorted(found, key=lambda contact: contact.when)


def arrivals(table: TieTable, start: str, *, directed: bool = True) -> tuple[Arrival, ...]:
    """Whom news from one actor can have reached at the earliest, in one pass over the contacts.

    A contact passes on what its giver knew before it: contacts at the same time do not chain.

    Raises:
        ContactsError: if the actor is unknown or a contact has no time.
    """
    if start not in table.actors:
        raise ContactsError(f"{table.origin} has no actor '{start}'.")
    informed = {start}
    found: list[Arrival] = []
    for _, together in groupby(_contacts(table, directed=directed), key=lambda c: c.when):
        now: dict[str, Arrival] = {}
        for contact in together:
            for giver, taker in contact.ends:
                if giver in informed and taker not in informed and taker not in now:
                    now[taker] = Arrival(taker, contact.printed, giver)
        found += now.values()
        informed |= now.keys()
    return tuple(found)


def reach_in_time(table: TieTable, *, directed: bool = True) -> dict[str, int]:
    """How many others each actor can have reached along contacts in order of time.

    One pass over the contacts from the last to the first: whoever a contact reaches, it reaches all
    that he reaches later. Contacts at the same time do not chain.

    Raises:
        ContactsError: if a contact has no time.
    """
    bit = {actor: 1 << place for place, actor in enumerate(table.actors)}
    reach = dict(bit)
    backward = reversed(_contacts(table, directed=directed))
    for _, together in groupby(backward, key=lambda contact: contact.when):
        later: dict[str, int] = {}
        for contact in together:
            for giver, taker in contact.ends:
                later[giver] = later.get(giver, reach[giver]) | reach[taker]
        reach |= later
    return {actor: reached.bit_count() - 1 for actor, reached in reach.items()}


def path_to(found: Sequence[Arrival], start: str, goal: str) -> tuple[Arrival, ...]:
    """The chain of contacts from the start to somebody reached; empty if he was not."""
    by_actor = {arrival.actor: arrival for arrival in found}
    chain = []
    while goal != start:
        if goal not in by_actor:
            return ()
        chain.append(by_actor[goal])
        goal = by_actor[goal].through
    return tuple(reversed(chain))
