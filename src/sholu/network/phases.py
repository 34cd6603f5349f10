"""A network in phases: who comes and goes, who takes over whose contacts, where brokerage moves.

Published phases of CAVIAR end with seizures: C. Morselli, Inside criminal networks, 2009, ch. 5.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from sholu.network import centralisation as freeman
from sholu.network.assemble import network_of, undirected
from sholu.network.model import Floats, Network, NetworkError, TieTable, WeightIs
from sholu.network.shortest_paths import betweenness

CARRIED = 0.25
"""Share of a leaver's staying contacts, and at least two, that a successor has to gain."""


@dataclass(frozen=True)
class PhaseStructure:
    """One phase.

    Attributes:
        arrived, left: actors that the phase before (the next) does not have.
        shares: actor to share of all betweenness of the phase, the largest first.
    """

    phase: str
    network: Network
    centralisation_degree: float | None
    centralisation_betweenness: float | None
    arrived: tuple[str, ...]
    left: tuple[str, ...]
    shares: tuple[tuple[str, float], ...]


@dataclass(frozen=True)
class Handover:
    """Brokerage that moves between two phases.

    Attributes:
        actor: who has more of it than before; change: of the share of betweenness.
    """

    before: str
    after: str
    actor: str
    change: float


@dataclass(frozen=True)
class Replacement:
    """Who has the contacts of an actor that left.

    Attributes:
        left: the actor who is not in ``after``; contacts: those of his that still are.
        successor: the actor with most of them that he did not have before.
        carried: share of the contacts that the successor gained.
        new: whether the successor came with the phase.
    """

    before: str
    after: str
    left: str
    contacts: int
    successor: str
    carried: float
    new: bool


def phase_structures(
    table: TieTable, *, directed: bool = False, weight_is: WeightIs = WeightIs.IGNORED
) -> tuple[PhaseStructure, ...]:
    """Each phase with its structure.

    Raises:
        NetworkError: if the table has no phases.
    """
    if not table.phases:
        raise NetworkError(
            f"{table.origin} has no phases.",
            "Name the column with --phase-column, or a folder with one file per phase.",
        )
    networks = [
        network_of(table, directed=directed, weight_is=weight_is, phase=phase)
        for phase in table.phases
    ]
    actors = [set(_active(network)) for network in networks]
    found = []
    for place, (phase, network) in enumerate(zip(table.phases, networks, strict=True)):
        before = actors[place - 1] if place else actors[place]
        after = actors[place + 1] if place + 1 < len(actors) else actors[place]
        found.append(_structure(phase, network, before, after))
    return tuple(found)


def _active(network: Network) -> list[str]:
    """Actors with a tie."""
    tied = np.zeros(network.n, dtype=bool)
    tied[network.sources] = tied[network.targets] = True
    return [actor for actor, active in zip(network.actors, tied, strict=True) if active]


def _structure(phase: str, network: Network, before: set[str], after: set[str]) -> PhaseStructure:
    between = betweenness(network)
    here = _active(network)
    degree = np.diff(undirected(network).offsets).astype(float)
    return PhaseStructure(
        phase=phase,
        network=network,
        centralisation_degree=freeman.centralisation(degree, freeman.most_degree(network.n)),
        centralisation_betweenness=freeman.centralisation(
            between, freeman.most_betweenness(network.n, directed=network.directed)
        ),
        arrived=tuple(actor for actor in here if actor not in before),
        left=tuple(actor for actor in here if actor not in after),
        shares=_shares(network, between),
    )


def _shares(network: Network, between: Floats) -> tuple[tuple[str, float], ...]:
    total = between.sum()
    if total <= 0:
        return ()
    order = np.argsort(-between, kind="stable")
    return tuple((network.actors[i], float(between[i] / total)) for i in order if between[i] > 0)


def handovers(phases: Sequence[PhaseStructure], most: int = 3) -> tuple[Handover, ...]:
    """For each pair of neighbouring phases who gains and who loses most of the brokerage.

    Args:
        most: how many gainers and losers.
    """
    found = []
    for before, after in pairwise(phases):
        first, second = dict(before.shares), dict(after.shares)
        change = {
            actor: second.get(actor, 0.0) - first.get(actor, 0.0)
            for actor in dict.fromkeys((*first, *second))
        }
        ranked = sorted(change, key=lambda actor: -change[actor])
        gained = [actor for actor in ranked[:most] if change[actor] > 0]
        lost = [actor for actor in ranked[::-1][:most] if change[actor] < 0]
        found += [
            Handover(before.phase, after.phase, actor, change[actor]) for actor in (*gained, *lost)
        ]
    return tuple(found)


def replacements(phases: Sequence[PhaseStructure]) -> tuple[Replacement, ...]:
    """For each actor that leaves, who gained most of his contacts in the next phase.

    Successors are named who gained two and more, and a quarter of them.
    """
    found = []
    for before, after in pairwise(phases):
        old, new = undirected(before.network), undirected(after.network)
        for actor in before.left:
            replaced = _successor(old, new, actor)
            if replaced is not None:
                successor, contacts, carried = replaced
                arrived = successor in after.arrived
                found.append(
                    Replacement(
                        before.phase, after.phase, actor, contacts, successor, carried, arrived
                    )
                )
    return tuple(found)


def _contacts(network: Network, actor: str) -> set[str]:
    if actor not in network.index:
        return set()
    return {network.actors[i] for i in network.neighbours(network.index[actor])}


def _successor(old: Network, new: Network, actor: str) -> tuple[str, int, float] | None:
    staying = {contact for contact in _contacts(old, actor) if contact in new.index}
    if len(staying) < 2:
        return None
    gained = {
        other: len((_contacts(new, other) - _contacts(old, other)) & staying)
        for other in new.actors
        if other != actor
    }
    successor = max(gained, key=lambda other: gained[other])
    carried = gained[successor] / len(staying)
    named = gained[successor] >= 2 and carried >= CARRIED
    return (successor, len(staying), carried) if named else None
