"""Persons by events: who took part in what, and who therefore shares events with whom."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations

from sholu.network.model import Repeated, Tie, TieTable

Membership = tuple[str, str, float]
"""A person, an event, and how much the person took part in it (1 if not said)."""


def project(
    memberships: Iterable[Membership], origin: str, persons: tuple[str, ...], form: str
) -> TieTable:
    """The network of persons: tied if they share an event, weighted by how many they share.

    A large event makes a clique of all that took part: read density and clustering of a projection
    with this in mind (Wasserman and Faust 1994, 8.5).

    Args:
        persons: all persons in order, also those without an event.
        form: what the two-mode data were read from.
    """
    events: dict[str, dict[str, None]] = {}
    for person, event, amount in memberships:
        if amount != 0:
            events.setdefault(event, {})[person] = None
    ties = tuple(
        Tie(one, other, 1.0, kind="shared event")
        for members in events.values()
        for one, other in combinations(members, 2)
    )
    largest = max((len(members) for members in events.values()), default=0)
    return TieTable(
        origin=origin,
        form=f"two-mode {form}",
        actors=persons,
        ties=ties,
        directed=False,
        weighted=True,
        repeated=Repeated.SUM,
        projected=(
            f"two-mode data, {len(persons)} persons by {len(events)} events (the largest with "
            f"{largest}): persons are tied if they share an event, the weight is the number shared"
        ),
    )
