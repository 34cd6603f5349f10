"""Recovery: what is left of a network whose members look for somebody in the place of who is gone.

That removal alone may do little, or less than nothing, is the finding of Duijn, Kashirin and Sloot,
'The relative ineffectiveness of criminal network disruption', Scientific Reports 4 (2014) 4238. The
rules here are plain ones in its spirit, not its model: each is an assumption to be compared.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from sholu.network import dismantling_orders as orders
from sholu.network.assemble import as_matrix, from_arrays, part, undirected
from sholu.network.disruption import By, prepare
from sholu.network.model import Booleans, Floats, Indices, Network, NetworkError
from sholu.network.reach import nearnesses

STEPS = 10
"""Times that a block is taken away, unless half of the actors are gone before."""

REPLICATES = 50
"""Runs of each rule; fewer for large networks."""

LEAST_REPLICATES = 10

EASY = 200
"""Actors up to which all replicates are run; the work grows with the square."""

LARGEST = 1_500
"""Actors up to which recovery is simulated: ties are kept as n × n truth values."""

INTERVAL = (5.0, 95.0)
"""Percentiles over the replicates."""


class Recovery(StrEnum):
    """With whom somebody who lost a contact makes a new tie."""

    NONE = "none"
    """With nobody."""
    RANDOM = "random"
    """With anybody."""
    PREFERENTIAL = "preferential"
    """In proportion to contacts: with those whom everybody knows (Barabási and Albert 1999)."""
    CAPITAL = "capital"
    """In proportion to relational capital: contacts who do not know each other (Burt's effective
    size of ties without weights, contacts less 2 × ties among them / contacts)."""
    ROLE = "role"
    """With anybody of the role of who is gone; with nobody if there is none left."""


@dataclass(frozen=True)
class Level:
    """A quantity over the replicates: mean, 5th and 95th percentile."""

    mean: float
    low: float
    high: float


@dataclass(frozen=True)
class RecoveryStep:
    """The network after some removals, each answered.

    Attributes:
        removed: actors gone.
        largest: actors in the largest component over those at the start.
        efficiency: mean of 1/distance over pairs of those left, over that at the start (Latora and
            Marchiori 2001); above 1 those left are nearer to each other than before.
    """

    removed: int
    largest: Level
    efficiency: Level


@dataclass(frozen=True)
class RecoveryCurve:
    """One rule of recovery.

    Attributes:
        replicates, seed: of the runs; new ties, and who goes of tied actors, are drawn.
    """

    recovery: Recovery
    steps: tuple[RecoveryStep, ...]
    replicates: int
    seed: int


def recovery_curve(
    network: Network,
    by: By,
    recovery: Recovery,
    block: int = 1,
    *,
    role: str = "role",
    seed: int = 1,
) -> RecoveryCurve:
    """Take actors away by a rule while each who loses a contact looks for another.

    Directions and weights are left out. After each block every contact of the removed who is left
    makes one new tie for each tie lost, by the rule; then the next block is chosen in the network
    as it is now.

    Args:
        role: the attribute that names roles, for `Recovery.ROLE`.

    Raises:
        NetworkError: if the network is too large or, by role, nobody has one.
    """
    ties = _tied(network)
    roles = _roles(network, role) if recovery is Recovery.ROLE else ()
    replicates = replicates_for(network.n)
    counts = _counts(network.n, block)
    found = np.empty((replicates, len(counts), 2))
    for number in range(replicates):
        chance = np.random.default_rng([seed, number])
        found[number] = _run(ties.copy(), by, recovery, block, len(counts), roles, chance)
    found /= np.maximum(found[:, :1], np.finfo(float).tiny)
    steps = tuple(
        RecoveryStep(count, _level(found[:, place, 0]), _level(found[:, place, 1]))
        for place, count in enumerate(counts)
    )
    return RecoveryCurve(recovery, steps, replicates, seed)


def replicates_for(n: int) -> int:
    """Runs for a network of n actors."""
    return max(LEAST_REPLICATES, min(REPLICATES, REPLICATES * EASY**2 // max(n, 1) ** 2))


def _tied(network: Network) -> Booleans:
    if not network.n:
        raise NetworkError(f"{network.name} holds no actors: there is nothing to take away.")
    if network.n > LARGEST:
        raise NetworkError(
            f"Recovery is simulated for up to {LARGEST:,} actors; {network.name or 'this'} has "
            f"{network.n:,}.",
            "Take a phase or a component of it.",
        )
    return np.asarray(as_matrix(undirected(network)) > 0)


def _roles(network: Network, attribute: str) -> tuple[str, ...]:
    told = [network.attributes.get(actor, {}).get(attribute, "") for actor in network.actors]
    if not any(told):
        raise NetworkError(
            f"Nobody has a '{attribute}', so nobody can be replaced by role.",
            "Give a table of actors with --attributes, or another column with --group.",
        )
    return tuple(told)


def _counts(n: int, block: int) -> list[int]:
    return [place * block for place in range(STEPS + 1) if place * block <= n // 2]


def _run(
    ties: Booleans,
    by: By,
    recovery: Recovery,
    block: int,
    length: int,
    roles: Sequence[str],
    chance: np.random.Generator,
) -> Floats:
    """Shape (length, 2): size of the largest component and efficiency, one replicate."""
    left = np.ones(len(ties), dtype=bool)
    found = np.zeros((length, 2))
    for place in range(length):
        network = part(_network(ties), left)
        rows = np.flatnonzero(left)
        _, state = prepare(network, by)
        found[place] = orders.largest_piece(state), _efficiency(network)
        if place + 1 == length:
            break
        values = orders.wanted(state)
        leaving = rows[orders.next_to_go(values, chance.permutation(network.n), block)]
        orphans = [(int(gone), np.flatnonzero(ties[gone])) for gone in leaving]
        left[leaving] = False
        ties[leaving] = ties[:, leaving] = False
        for gone, contacts in orphans:
            _recover(ties, left, contacts[left[contacts]], gone, recovery, roles, chance)
    return found


def _network(ties: Booleans) -> Network:
    rows, columns = np.nonzero(np.triu(ties))
    return from_arrays([""] * len(ties), rows, columns, directed=False)


def _efficiency(network: Network) -> float:
    pairs = network.n * (network.n - 1)
    return float(nearnesses(network).sum() - network.n) / pairs if pairs else 0.0


def _recover(
    ties: Booleans,
    left: Booleans,
    contacts: Indices,
    gone: int,
    recovery: Recovery,
    roles: Sequence[str],
    chance: np.random.Generator,
) -> None:
    """Each contact of who is gone makes a new tie by the rule; ``ties`` is changed."""
    attraction = _attraction(ties, left, gone, recovery, roles)
    for contact in contacts:
        open_to = np.where(ties[contact], 0.0, attraction)
        open_to[contact] = 0.0
        total = open_to.sum()
        if total > 0:
            other = chance.choice(len(ties), p=open_to / total)
            ties[contact, other] = ties[other, contact] = True


def _attraction(
    ties: Booleans, left: Booleans, gone: int, recovery: Recovery, roles: Sequence[str]
) -> Floats:
    """Shape (n,): chances, up to a factor, of being chosen."""
    if recovery is Recovery.NONE:
        return np.zeros(len(ties))
    if recovery is Recovery.RANDOM:
        return left.astype(float)
    if recovery is Recovery.ROLE:
        alike = np.array([bool(role) and role == roles[gone] for role in roles])
        return (alike & left).astype(float)
    contacts: Floats = ties.sum(axis=1).astype(float)
    if recovery is Recovery.PREFERENTIAL:
        return contacts
    numbers = ties.astype(float)
    triangles = ((numbers @ numbers) * numbers).sum(axis=1) / 2
    redundant = np.divide(2 * triangles, contacts, out=np.zeros_like(contacts), where=contacts > 0)
    return np.asarray(contacts - redundant)


def _level(values: Floats) -> Level:
    low, high = np.percentile(values, INTERVAL)
    return Level(float(values.mean()), float(low), float(high))
