"""Disruption: what is left of a network as actors are taken away by a rule.

The rules and the way of counting are those of Cavallaro et al., 'Disrupting resilient criminal
networks through data analysis: the case of Sicilian Mafia', PLoS ONE 15 (2020) e0236476.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

import numpy as np

from sholu.network import dismantling_orders as orders
from sholu.network.assemble import part, undirected
from sholu.network.centrality import KATZ_ATTENUATION, spectral_radius
from sholu.network.dismantling_model import (
    DegreeTies,
    InfluenceTies,
    LengthTies,
    State,
    StepTies,
    Ties,
    WalkTies,
)
from sholu.network.dismantling_walks import walks_inverse
from sholu.network.model import Indices, Network, NetworkError, WeightIs

LEAST_LEFT = 6
"""Actors left at which a curve ends; the published ones stop before fewer than six are left."""

SMALL = 2 * LEAST_LEFT
"""Networks smaller than this are taken apart to the last actor."""

ROUNDED = 300
"""Actors up to which tied Katz scores are left to the rounding of the solver, as published."""

KATZ_LARGEST = 5_000
"""Actors up to which Katz is offered: it keeps a matrix of n × n numbers."""


class By(StrEnum):
    """The rule by which the next to go is chosen."""

    BETWEENNESS = "betweenness"
    DEGREE = "degree"
    KATZ = "katz"
    INFLUENCE = "influence"


@dataclass(frozen=True)
class Step:
    """What is left after some removals.

    Attributes:
        removed: actors taken away so far.
        size: actors in the largest component left; largest: that over its size at the beginning.
        actors: who was taken away since the step before.
    """

    removed: int
    size: int
    largest: float
    actors: tuple[str, ...]


@dataclass(frozen=True)
class Curve:
    """A network being taken apart.

    Attributes:
        by, block: the rule, and how many go between two computations of it.
        steps: from nobody removed on.
        mean: of ``largest`` over the steps; the smaller, the faster it falls apart.
        open_at: removals after which the rule first left a choice among tied actors; None if that
            was not looked at.
        diverges: of Katz, removals after which its walks still have no finite sum; 0 if they
            always have one, None for other rules.
    """

    by: By
    block: int
    steps: tuple[Step, ...]
    mean: float
    open_at: int | None
    diverges: int | None


def disruption_curve(network: Network, by: By, block: int = 1) -> Curve:
    """Take actors away, the highest score first, and measure the largest component.

    Scores are computed anew after each block; ``block=1`` is sequential. Degree is the sum of
    weights as given; influence (strength − 1) times the same sum over the contacts (Morone and
    Makse 2015, with direct contacts); Katz with attenuation 0.1; betweenness along
    `Network.lengths`. Tied actors: the last in the network goes first, by influence the highest
    number (or label).

    Raises:
        NetworkError: without actors, or for Katz with too many.
    """
    ties, state = prepare(network, by)
    if by is By.KATZ and network.n <= ROUNDED:
        removed = _katz_as_rounded(ties, block)
        largest, open_at = sizes_left(ties, removed, block), None
    else:
        removed, largest, open_at = run(ties, state, block, published_priority(network, by))
    steps = _steps(network, removed, largest)
    return Curve(
        by=by,
        block=block,
        steps=steps,
        mean=float(np.mean([step.largest for step in steps])),
        open_at=open_at,
        diverges=_diverges(network, removed) if by is By.KATZ else None,
    )


def prepare(network: Network, by: By, removed: Sequence[int] = ()) -> tuple[Ties, State]:
    """The network for the loops, everybody there and scored.

    Args:
        removed: those who are not there any more.

    Raises:
        NetworkError: as `disruption_curve`.
    """
    if not network.n:
        raise NetworkError(f"{network.name} holds no actors: there is nothing to take away.")
    if by is By.KATZ and network.n > KATZ_LARGEST:
        raise NetworkError(
            f"Katz is computed for up to {KATZ_LARGEST:,} actors; {network.name} has "
            f"{network.n:,}.",
            "Take a phase or a component of it, or --by degree.",
        )
    around = undirected(network)
    weighted = network.weight_is is not WeightIs.IGNORED
    by_paths = LengthTies if weighted else StepTies
    kind: type[Ties] = {
        By.DEGREE: DegreeTies,
        By.INFLUENCE: InfluenceTies,
        By.BETWEENNESS: by_paths,
        By.KATZ: WalkTies,
    }[by]
    ties = kind(
        around_offsets=around.offsets,
        around=around.targets,
        offsets=network.offsets,
        targets=network.targets,
        weights=network.weights if weighted else np.ones(network.arcs),
        lengths=network.lengths,
        attenuation=KATZ_ATTENUATION,
        directed=network.directed,
        heavy=by in (By.BETWEENNESS, By.KATZ),
    )
    gone = np.zeros(network.n, dtype=bool)
    gone[list(removed)] = True
    inverse = walks_inverse(ties, gone) if by is By.KATZ else np.zeros((0, 0))
    state = State(gone, np.zeros(network.n), np.zeros(network.n, dtype=np.int64), inverse)
    orders.score_all(ties, state)
    return ties, state


def least_left(n: int) -> int:
    """Actors left at which a curve ends."""
    return LEAST_LEFT if n >= SMALL else 1


def published_priority(network: Network, by: By) -> Indices:
    """Shape (n,): of tied actors the highest goes first, as in the published curves.

    Labels that are no whole numbers are put in the order of the alphabet.
    """
    place = np.arange(network.n, dtype=np.int64)
    if by is not By.INFLUENCE:
        return place
    if all(label.lstrip("-").isdecimal() for label in network.actors):
        order = sorted(range(network.n), key=lambda row: int(network.actors[row]))
    else:
        order = sorted(range(network.n), key=lambda row: network.actors[row])
    priority = np.empty(network.n, dtype=np.int64)
    priority[order] = place
    return priority


def copied(state: State) -> State:
    """A state that can be changed without changing the first."""
    return State(state.gone.copy(), state.score.copy(), state.size.copy(), state.inverse.copy())


def run(ties: Ties, state: State, block: int, priority: Indices) -> tuple[Indices, Indices, int]:
    """Who is taken away, in order, the largest component (-1 where a block is not whole), and after
    how many removals there first was a choice (all of them if there never was).

    Args:
        state: to begin with; changed.
    """
    n = len(state.gone)
    removed = np.full(n, -1, dtype=np.int64)
    largest = np.full(n + 1, -1, dtype=np.int64)
    _, open_at = orders.take_away(ties, state, block, least_left(n), priority, removed, largest)
    removed = removed[removed >= 0]
    return removed, largest, open_at if open_at >= 0 else len(removed)


def sizes_left(ties: Ties, removed: Indices, block: int) -> Indices:
    """Shape (n + 1,): the largest component after each block, -1 where a block is not whole."""
    n = len(ties.around_offsets) - 1
    largest = np.full(n + 1, -1, dtype=np.int64)
    gone = np.zeros(n, dtype=bool)
    state = State(gone, np.zeros(n), np.zeros(n, dtype=np.int64), np.zeros((0, 0)))
    plain = DegreeTies(*ties)
    orders.score_all(plain, state)
    largest[0] = orders.largest_piece(state)
    for count in range(block, len(removed) + 1, block):
        orders.remove(removed[count - block : count], plain, state)
        largest[count] = orders.largest_piece(state)
    return largest


def _katz_as_rounded(ties: Ties, block: int) -> Indices:
    """Who goes by Katz when equal scores are left to the rounding of the solver.

    One point of the published curves can be had only so; the band shows what else there was.
    """
    n = len(ties.offsets) - 1
    system = np.eye(n)
    starts = np.repeat(np.arange(n), np.diff(ties.offsets))
    system[ties.targets, starts] -= ties.attenuation * ties.weights
    left = np.arange(n)
    removed: list[int] = []
    while len(left) - block >= least_left(n):
        scores = np.linalg.solve(system[np.ix_(left, left)], np.ones(len(left)))
        scores /= np.sign(scores.sum()) * np.linalg.norm(scores)
        leaving = np.argsort(scores, kind="stable")[::-1][:block]
        removed += left[leaving].tolist()
        left = np.delete(left, leaving)
    return np.array(removed, dtype=np.int64)


def _steps(network: Network, removed: Indices, largest: Indices) -> tuple[Step, ...]:
    steps: list[Step] = []
    before = 0
    for count in np.flatnonzero(largest >= 0).tolist():
        actors = tuple(network.actors[row] for row in removed[before:count])
        size = int(largest[count])
        steps.append(Step(count, size, size / int(largest[0]), actors))
        before = count
    return tuple(steps)


def _diverges(network: Network, removed: Indices) -> int:
    """Removals after which 0.1 first is below one over the largest eigenvalue."""
    # Weights enter Katz as given, so they are read as strengths whatever they mean for paths.
    ignored = network.weight_is is WeightIs.IGNORED
    as_given = network if ignored else replace(network, weight_is=WeightIs.STRENGTH)

    def converges(count: int) -> bool:
        keep = np.ones(network.n, dtype=bool)
        keep[removed[:count]] = False
        return spectral_radius(part(as_given, keep)) * KATZ_ATTENUATION < 1

    # Without actors the largest eigenvalue only falls.
    return bisect_left(range(len(removed)), True, key=converges)
