"""Ties out of an observatory's tables: verdicts, events, claims.

Actors are pseudonyms with their roles, and public bodies. Persons come from closed cases only:
those that a court decided and did not send back. Of events only those count that somebody accepted.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import combinations

from sholu.claims.model import Claim
from sholu.events.model import Event
from sholu.network.model import Repeated, Tie, TieTable
from sholu.verdicts.model import Defendant, Verdict

ACCEPTED = ("accepted", "corrected")
"""States of a reading that stands."""


def ties_of_verdicts(verdicts: Iterable[Verdict]) -> TieTable:
    """Defendants of one closed case are tied: persons by cases, projected; once a case.

    Actors are pseudonyms; their roles and cases are attributes. Left out are a defendant without a
    pseudonym, who cannot be told from others; one whom the last decision acquits; and a case whose
    last decision sends it back.
    """
    cases: dict[str, list[Verdict]] = {}
    for verdict in sorted(verdicts, key=lambda one: (one.date or "", one.id)):
        if verdict.status != "rejected":
            cases.setdefault(verdict.case, []).append(verdict)
    ties: list[Tie] = []
    attributes: dict[str, dict[str, str]] = {}
    closed = {case: told for case, told in cases.items() if _is_closed(told)}
    for case, told in closed.items():
        persons = _persons(told)
        for person, role in persons.items():
            own = attributes.setdefault(person, {"case": "", "role": ""})
            own["case"] = _listed(own["case"], case)
            own["role"] = _listed(own["role"], role)
        spans = tuple(dict.fromkeys(span.id for verdict in told for span in verdict.spans))
        ties += [
            Tie(one, other, kind="same case", time=told[0].date, spans=spans)
            for one, other in combinations(persons, 2)
        ]
    decisions = [verdict for told in closed.values() for verdict in told]
    waiting = sum(verdict.status not in ACCEPTED for verdict in decisions)
    return _table(
        "verdicts", tuple(attributes), ties, attributes,
        projected=f"two-mode data, {len(attributes)} persons by {len(closed)} closed cases: "
        "persons are tied if they were defendants in one case, the weight is the number shared; "
        f"{waiting} of {len(decisions)} decisions are as a machine read them",
    )  # fmt: skip


def _is_closed(told: list[Verdict]) -> bool:
    """Whether the last decision of a case leaves nothing to be tried again."""
    last = [d.decision for d in told[-1].defendants]
    return bool(last) and "returned" not in last


def _persons(told: list[Verdict]) -> dict[str, str]:
    """Pseudonym to role, of those whom the last decision on them does not acquit."""
    last: dict[str, Defendant] = {}
    roles: dict[str, str] = {}
    for verdict in told:
        for defendant in verdict.defendants:
            if defendant.person is not None:
                last[defendant.person] = defendant
                roles[defendant.person] = defendant.role or roles.get(defendant.person, "")
    return {person: roles[person] for person, one in last.items() if one.decision != "acquitted"}


def _listed(known: str, one: str) -> str:
    parts = [part for part in known.split(", ") if part]
    return ", ".join(dict.fromkeys([*parts, one])) if one else known


def ties_of_events(events: Iterable[Event]) -> TieTable:
    """Agencies that appear in one event are tied: who works with whom.

    Persons of events are not actors here: an event is no closed case.
    """
    actors: dict[str, None] = {}
    ties: list[Tie] = []
    accepted = [event for event in events if event.status in ACCEPTED]
    for event in accepted:
        agencies = tuple(dict.fromkeys(event.agencies))
        actors |= dict.fromkeys(agencies)
        spans = tuple(span.id for span in event.spans)
        ties += [
            Tie(one, other, kind=event.kind or "", time=event.date_start, spans=spans)
            for one, other in combinations(agencies, 2)
        ]
    return _table(
        "events", tuple(actors), ties, {},
        projected=f"two-mode data, {len(actors)} agencies by {len(accepted)} accepted events: "
        "agencies are tied if they took part in one event",
    )  # fmt: skip


def ties_of_claims(
    claims: Iterable[Claim], published: Mapping[str, str | None] | None = None
) -> TieTable:
    """A source is tied to the source that it cites, once for each claim.

    Args:
        published: document to when it was published: the time of the tie.
    """
    found = [
        Tie(
            claim.source,
            claim.cited_source,
            kind="cites",
            time=(published or {}).get(claim.document or ""),
            spans=(claim.figure.span.id,),
        )
        for claim in claims
        if claim.source and claim.cited_source and claim.status != "rejected"
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
    projected: str = "",
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
        projected=projected,
    )
