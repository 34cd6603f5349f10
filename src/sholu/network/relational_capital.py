"""Relational capital by role: whom a role reaches, and through what kinds of ties.

The term is that of Paoli, Greenfield and Reuter, The world heroin market, 2009: the stock of
relations that lets somebody trade where others cannot. Its parts are those that the doctoral thesis
on drug markets in Kazakhstan (corpus 002, 4.11) names: reach over places and over stages of the
supply chain, one-person overlaps, vouching, prison shared, legal trade, kin.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from sholu.network.assemble import network_of
from sholu.network.model import Network, NetworkError, TieTable
from sholu.network.structural_holes import structural_holes

SMALLEST_ROLE = 2
"""Actors that a role needs for being printed: of one actor, a figure would be a person's."""

TIE_WORDS: Mapping[str, tuple[str, ...]] = {
    "vouching": ("vouch", "recommend", "reputation", "introduc", "trust", "поруч", "рекоменд"),
    "prison": ("prison", "inmate", "cell", "тюр", "колони"),
    "trade": ("trade", "professional", "business", "transport", "торгов", "професс"),
    "kin": ("kin", "famil", "relative", "родств", "сем"),
}
"""Beginnings of words in the kind of a tie, in English and Russian."""


@dataclass(frozen=True)
class RoleCapital:
    """Relational capital of one role: means over its actors, None for a role of one.

    Attributes:
        role: as in the attribute; actors: how many have it.
        contacts: different contacts of an actor.
        places, stages: places (stages of the chain) other than his own among his contacts.
        overlaps: pairs of contacts, not tied themselves, whom he alone can introduce.
        effective_size: Burt's.
        kinds: kind of tie to ties of it per actor.
    """

    role: str
    actors: int
    contacts: float | None
    places: float | None
    stages: float | None
    overlaps: float | None
    effective_size: float | None
    kinds: Mapping[str, float]


def relational_capital(table: TieTable, role: str = "role") -> tuple[RoleCapital, ...]:
    """Relational capital of each role, roles with the most overlaps first.

    Args:
        table: attributes of actors may hold ``place`` and ``stage`` beside the role.
        role: the attribute that names the role.

    Raises:
        NetworkError: if nobody has a role.
    """
    network = network_of(table, directed=False)
    members: dict[str, list[int]] = defaultdict(list)
    for row, actor in enumerate(network.actors):
        name = network.attributes.get(actor, {}).get(role)
        if name:
            members[name].append(row)
    if not members:
        raise NetworkError(
            f"{table.origin} says no '{role}' of its actors.",
            "Give a table of actors with --attributes FILE: columns 'actor', 'role', 'place' …",
        )
    found = [_capital(table, network, name, rows) for name, rows in members.items()]
    return tuple(sorted(found, key=lambda capital: -(capital.overlaps or 0)))


def _capital(table: TieTable, network: Network, role: str, rows: list[int]) -> RoleCapital:
    if len(rows) < SMALLEST_ROLE:
        return RoleCapital(role, len(rows), None, None, None, None, None, {})
    effective = structural_holes(network).effective_size[rows]
    return RoleCapital(
        role=role,
        actors=len(rows),
        contacts=float(np.diff(network.offsets)[rows].mean()),
        places=_mean_reach(network, rows, "place"),
        stages=_mean_reach(network, rows, "stage"),
        overlaps=float(np.mean([_overlaps(network, row) for row in rows])),
        effective_size=None if np.isnan(effective).all() else float(np.nanmean(effective)),
        kinds=_kinds(table, {network.actors[row] for row in rows}),
    )


def _mean_reach(network: Network, rows: list[int], attribute: str) -> float | None:
    """Mean number of other places (stages) among contacts; None if none is known."""
    known = {a: data[attribute] for a, data in network.attributes.items() if data.get(attribute)}
    if not known:
        return None
    reached = []
    for row in rows:
        around = {known.get(network.actors[i]) for i in network.neighbours(row)}
        reached.append(len(around - {None, known.get(network.actors[row])}))
    return float(np.mean(reached))


def _overlaps(network: Network, row: int) -> int:
    """Pairs of contacts that have no tie and no other contact in common."""
    contacts = network.neighbours(row).tolist()
    around = {contact: set(network.neighbours(contact).tolist()) for contact in contacts}
    return sum(
        other not in around[one] and around[one] & around[other] == {row}
        for place, one in enumerate(contacts)
        for other in contacts[place + 1 :]
    )


def _kinds(table: TieTable, actors: set[str]) -> dict[str, float]:
    counts = dict.fromkeys(TIE_WORDS, 0)
    for tie in table.ties:
        ends = (tie.source in actors) + (tie.target in actors)
        for name, words in TIE_WORDS.items():
            if any(word in tie.kind.casefold() for word in words):
                counts[name] += ends
    return {name: count / len(actors) for name, count in counts.items()}
