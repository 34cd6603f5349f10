"""Ties out of an observatory's tables: verdicts, events, claims.

Actors are roles, pseudonyms and public bodies. Of verdicts and events only those count that a
person or an approved rule accepted: a decision that stands, a case that is closed.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations

from sholu.claims.model import Claim
from sholu.events.model import Event
from sholu.network.model import Repeated, Tie, TieTable
from sholu.verdicts.model import Verdict

ACCEPTED = ("accepted", "corrected")
"""States of a reading that stands."""


def ties_of_verdicts(verdicts: Iterable[Verdict]) -> TieTable:
    """Defendants of one case are tied; each decision on both adds one.

    Actors are pseudonyms; their role in the case is an attribute. A defendant without a pseudonym
    cannot be told from others and is left out.
    """
    ties: list[Tie] = []
    roles: dict[str, dict[str, str]] = {}
    for verdict in verdicts:
        if verdict.status not in ACCEPTED:
            continue
        persons = {d.person: d.role for d in verdict.defendants if d.person is not None}
        for person, role in persons.items():
            roles.setdefault(person, {"case": verdict.case})
            if role is not None:
                roles[person]["role"] = role
        spans = tuple(span.id for span in verdict.spans)
        ties += [
            Tie(one, other, kind="same case", time=verdict.date, spans=spans)
            for one, other in combinations(persons, 2)
        ]
    return _table("verdicts", tuple(roles), ties, roles)


def ties_of_events(events: Iterable[Event]) -> TieTable:
    """Agencies that appear in one event are tied: who works with whom.

    Persons of events are not actors here: an event is no closed case.
    """
    actors: dict[str, None] = {}
    ties: list[Tie] = []
    for event in events:
        if event.status not in ACCEPTED:
            continue
        agencies = tuple(dict.fromkeys(event.agencies))
        actors |= dict.fromkeys(agencies)
        spans = tuple(span.id for span in event.spans)
        ties += [
            Tie(one, other, kind=event.kind or "", time=event.date_start, spans=spans)
            for one, other in combinations(agencies, 2)
        ]
    return _table("events", tuple(actors), ties, {})


def ties_of_claims(claims: Iterable[Claim]) -> TieTable:
    """A source is tied to the source that it cites, once for each claim."""
    found = [
        Tie(claim.source, claim.cited_source, kind="cites", spans=(claim.figure.span.id,))
        for claim in claims
        if claim.source and claim.cited_source
    ]
    actors = dict.fromkeys(end for tie in found for end in (tie.source, tie.target))
    return _table("claims", tuple(actors), found, {}, directed=True)


def _table(
    origin: str,
    actors: tuple[str, ...],
    ties: list[Tie],
    attributes: dict[str, dict[str, str]],
    *,
    directed: bool = False,
) -> TieTable:
    return TieTable(
        origin=origin,
        form="tables of the observatory",
        actors=actors,
        ties=tuple(ties),
        directed=directed,
        weighted=True,
        repeated=Repeated.SUM,
        attributes=attributes,
    )
