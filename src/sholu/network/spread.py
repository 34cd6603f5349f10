"""Who knows about a seller: how knowledge spreads with customers, and the risk that goes with it.

The doctoral thesis on drug markets in Kazakhstan (corpus 002, 4.8) reports a detective's reasoning:
25 tomatoes sold to 25 people are known to 25, sold to one they are known to one, who sells on; so
the risk of the street is not that of the wholesaler. Here it is a model with two assumptions: a
customer passes what he knows about his seller on to each of his own customers with a chance, and
each who knows tells the police with a chance, all independent.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from sholu.network.compiled import compiled
from sholu.network.model import Booleans, Floats, Indices, Network, NetworkError

DRAWS = 1_000
"""Draws of who passes on, where knowledge can come by several ways; fewer in large networks."""

LEAST_DRAWS = 100

DRAWN_STEPS = 200_000_000
"""Steps along ties that draws may take together, some seconds."""


@dataclass(frozen=True)
class Knowledge:
    """How many know of a seller, and how likely one of them tells.

    Attributes:
        customers: direct customers; all of them know.
        knowers: expected number of all who know.
        risk: chance that at least one of them tells the police.
        knowers_error, risk_error: standard errors of the draws; 0 if computed exactly.
    """

    customers: int
    knowers: float
    risk: float
    knowers_error: float = 0.0
    risk_error: float = 0.0

    @property
    def exact(self) -> bool:
        """Whether no draws were needed."""
        return self.knowers_error == 0 and self.risk_error == 0


def known_down_a_chain(customers: Sequence[int], passes_on: float, tells: float) -> Knowledge:
    """Knowledge about the one at the top, where each at a level has the same number of customers.

    Exact: Σ over levels of p^(level − 1) × people there; the risk by recursion from the street
    upward, since those below a customer who does not pass on cannot tell.

    Args:
        customers: of the seller, of each of his customers, and so on: (25,) or (1, 5, 10).
        passes_on: chance p that a knower tells one of his own customers.
        tells: chance that a knower tells the police.

    Raises:
        NetworkError: if a chance is not between 0 and 1.

    >>> known_down_a_chain((25,), 0.0, 0.1).knowers, known_down_a_chain((1, 25), 0.0, 0.1).knowers
    (25.0, 1.0)
    """
    _refuse_no_chance(passes_on, tells)
    knowers, people = 0.0, 1.0
    for level, each in enumerate(customers):
        people *= each
        knowers += people * passes_on**level
    # Chance that nobody below a knower tells, from the street upward.
    silent = 1.0
    for each in reversed(customers[1:]):
        silent = (1 - passes_on + passes_on * (1 - tells) * silent) ** each
    first = customers[0] if customers else 0
    return Knowledge(first, knowers, 1 - ((1 - tells) * silent) ** first)


def known_in(
    network: Network, passes_on: float, tells: float, seed: int = 1
) -> tuple[Knowledge, ...]:
    """Knowledge about each actor, if a tie is a sale from its source to its target.

    Exact where knowledge reaches each person by one way only (always if nobody passes on); else
    ties on which knowledge passes are drawn, and the standard error is stated. Ties without
    direction count as sales both ways.

    Args:
        passes_on, tells: as in `known_down_a_chain`.

    Raises:
        NetworkError: if a chance is not between 0 and 1.
    """
    _refuse_no_chance(passes_on, tells)
    found = [_by_one_way(network, actor, passes_on, tells) for actor in range(network.n)]
    if all(one is not None for one in found):
        return tuple(one for one in found if one is not None)
    drawn = _drawn(network, passes_on, tells, seed)
    return tuple(one or other for one, other in zip(found, drawn, strict=True))


def _by_one_way(network: Network, seller: int, passes_on: float, tells: float) -> Knowledge | None:
    """Exact knowledge about a seller; None if it can reach somebody by two ways."""
    customers = network.neighbours(seller).tolist()
    if passes_on == 0:
        return Knowledge(len(customers), len(customers), 1 - (1 - tells) ** len(customers))
    above = dict.fromkeys(customers, seller)
    order = list(customers)
    for knower in order:
        for other in network.neighbours(knower).tolist():
            if other in (seller, above[knower]):
                continue
            if other in above:
                return None
            above[other] = knower
            order.append(other)
    below, silent = dict.fromkeys(order, 0.0), dict.fromkeys((seller, *order), 1.0)
    knowers = 0.0
    for knower in reversed(order):
        quiet = (1 - tells) * silent[knower]
        if above[knower] == seller:
            knowers += 1 + below[knower]
            silent[seller] *= quiet
        else:
            below[above[knower]] += passes_on * (1 + below[knower])
            silent[above[knower]] *= 1 - passes_on + passes_on * quiet
    return Knowledge(len(customers), knowers, 1 - silent[seller])


def _drawn(network: Network, passes_on: float, tells: float, seed: int) -> list[Knowledge]:
    work = network.n * (network.n + network.arcs)
    draws = int(max(LEAST_DRAWS, min(DRAWS, DRAWN_STEPS // max(work, 1))))
    chance = np.random.default_rng(seed)
    counts = np.empty((draws, network.n))
    for number in range(draws):
        opened = chance.random(network.arcs) < passes_on
        _count_knowers(network.offsets, network.targets, opened, counts[number])
    risks = 1 - (1 - tells) ** counts
    customers = np.diff(network.offsets)
    root = np.sqrt(draws)
    return [
        Knowledge(
            int(customers[actor]),
            float(counts[:, actor].mean()),
            float(risks[:, actor].mean()),
            float(counts[:, actor].std(ddof=1) / root),
            float(risks[:, actor].std(ddof=1) / root),
        )
        for actor in range(network.n)
    ]


@compiled
def _count_knowers(offsets: Indices, targets: Indices, opened: Booleans, counts: Floats) -> None:
    """How many know of each seller, given the ties along which knowledge passes on."""
    n = len(counts)
    knows = np.full(n, -1, dtype=np.int64)
    queue = np.empty(n, dtype=np.int64)
    for seller in range(n):
        knows[seller] = seller
        tail = 0
        for place in range(offsets[seller], offsets[seller + 1]):
            knows[targets[place]] = seller
            queue[tail] = targets[place]
            tail += 1
        head = 0
        while head < tail:
            knower = queue[head]
            head += 1
            for place in range(offsets[knower], offsets[knower + 1]):
                other = targets[place]
                if opened[place] and knows[other] != seller:
                    knows[other] = seller
                    queue[tail] = other
                    tail += 1
        counts[seller] = tail


def _refuse_no_chance(*chances: float) -> None:
    for chance in chances:
        if not 0 <= chance <= 1:
            raise NetworkError(f"{chance} is no chance; give a number from 0 to 1.")
