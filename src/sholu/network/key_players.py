"""Key players: the few actors without whom the network falls apart, or who reach everybody.

Both problems of Borgatti (2006) are solved exactly where all sets can be looked at or ruled out,
and the certificate says so; else the answer is labelled as a search with its gap.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from math import comb

import numpy as np

from sholu.network.fragmentation import (
    LISTED,
    Found,
    fragmentation_bound,
    greedily_fragmenting,
    most_fragmenting,
)
from sholu.network.model import Floats, Indices, Network, NetworkError
from sholu.network.reach import furthest_reaching

EXACT_STEPS = 3e9
"""Steps along ties up to which all sets are enumerated for fragmentation, some ten seconds."""


@dataclass(frozen=True)
class Constraints:
    """Who may be in a set.

    Attributes:
        attribute: the column that names the role (stage of the supply chain …) of an actor.
        only: roles of which members are chosen; empty for all.
        never: roles of which none is chosen: those that have to stay.
        cost: the column that holds what taking an actor costs; empty if all cost the same.
        budget: what a set may cost together; None for any.
    """

    attribute: str = "role"
    only: Collection[str] = ()
    never: Collection[str] = ()
    cost: str = ""
    budget: float | None = None


ANYBODY = Constraints()


@dataclass(frozen=True)
class Certificate:
    """What was searched, and what that proves.

    Attributes:
        method: ``exhaustive``, ``branch and bound`` or ``greedy with exchange``.
        complete: whether no set can be better, so that all best ones are counted.
        sets: how many sets the constraints allow to choose from (costs left out).
        searched: sets whose value was computed.
        bound: no set has a larger value; gap: how far above the value that is.
        statement: the same as a sentence.
    """

    method: str
    complete: bool
    sets: int
    searched: int
    bound: float
    gap: float
    statement: str


@dataclass(frozen=True)
class KeyPlayers:
    """The best sets of one size.

    Attributes:
        k: members of each set.
        optima: the sets, as labels; the first `LISTED` if there are more.
        value: of each of them, 0 to 1.
        ties: how many sets share the value.
        certificate: whether that is the optimum.
    """

    k: int
    optima: tuple[tuple[str, ...], ...]
    value: float
    ties: int
    certificate: Certificate


@dataclass(frozen=True)
class _Choice:
    """Constraints as arrays: rows that may be chosen, costs of all, what may be spent."""

    candidates: Indices
    costs: Floats
    budget: float


def fragmenting_players(network: Network, k: int, constraints: Constraints = ANYBODY) -> KeyPlayers:
    """The sets of k actors without whom most pairs of the others cannot reach each other.

    All sets are enumerated if that is affordable: the certificate is complete then. Else one set
    is found greedily and by exchange, and the gap to a bound is stated.

    Raises:
        NetworkError: if k is not below the number of actors, or no set meets the constraints.
    """
    choice = _choice(network, k, constraints)
    allowed = comb(len(choice.candidates), k)
    scans = comb(len(choice.candidates), k - 1)
    exhaustive = scans * (network.n + network.arcs) <= EXACT_STEPS
    search = most_fragmenting if exhaustive else greedily_fragmenting
    found = search(network, k, choice.candidates, choice.costs, choice.budget)
    if found is None:
        raise _too_dear(k, constraints)
    bound = found.value if exhaustive else fragmentation_bound(network, k, choice.candidates)
    method = "exhaustive" if exhaustive else "greedy with exchange"
    return _key_players(network, k, found, _certificate(method, exhaustive, allowed, found, bound))


def reaching_players(network: Network, k: int, constraints: Constraints = ANYBODY) -> KeyPlayers:
    """The sets of k actors who together are nearest to everybody (along ties, if directed).

    Raises:
        NetworkError: as `fragmenting_players`, or if the network is too large for all distances.
    """
    choice = _choice(network, k, constraints)
    search = furthest_reaching(network, k, choice.candidates, choice.costs, choice.budget)
    if search is None:
        raise _too_dear(k, constraints)
    allowed = comb(len(choice.candidates), k)
    certificate = _certificate(
        "branch and bound", search.complete, allowed, search.found, search.bound
    )
    return _key_players(network, k, search.found, certificate)


def _key_players(network: Network, k: int, found: Found, certificate: Certificate) -> KeyPlayers:
    optima = tuple(tuple(network.actors[row] for row in members) for members in found.sets)
    return KeyPlayers(k, optima, found.value, found.ties, certificate)


def _certificate(
    method: str, complete: bool, allowed: int, found: Found, bound: float
) -> Certificate:
    gap = max(0.0, bound - found.value)
    if not complete:
        statement = (
            f"not proved the best: {method} looked at {found.searched:,} of {allowed:,} sets; no "
            f"set can be above {bound:.4f}, a gap of {gap:.4f}"
        )
    elif found.searched == allowed:
        statement = f"complete: all {allowed:,} sets were looked at; none is better"
    elif method == "exhaustive":
        statement = (
            f"complete: all {found.searched:,} sets within the budget were looked at, of "
            f"{allowed:,}; none is better"
        )
    else:
        statement = (
            f"complete: of {allowed:,} sets {found.searched:,} were looked at, the others cannot "
            "reach the best value by the bound of single gains"
        )
    if found.ties > LISTED:
        statement += f"; the first {LISTED:,} of {found.ties:,} best sets are listed"
    return Certificate(method, complete, allowed, found.searched, bound, gap, statement)


def _choice(network: Network, k: int, constraints: Constraints) -> _Choice:
    if k < 1:
        raise NetworkError(f"A set of {k} key players is none; ask for one or more.")
    if k >= network.n:
        raise NetworkError(
            f"{k} key players of {network.n} actors leave nobody to be held together.",
            f"Give --k below {network.n}." if network.n > 1 else "One actor is no network.",
        )
    candidates = np.array(
        [row for row in range(network.n) if _may(network, row, constraints)], dtype=np.int64
    )
    if len(candidates) < k:
        raise NetworkError(
            f"The roles leave {len(candidates)} actors to choose {k} from.",
            f"The column '{constraints.attribute}' of --attributes names the roles; ask for a "
            "smaller --k or other roles.",
        )
    budget = np.inf if constraints.budget is None else constraints.budget
    return _Choice(candidates, _costs(network, constraints.cost), budget)


def _may(network: Network, row: int, constraints: Constraints) -> bool:
    role = network.attributes.get(network.actors[row], {}).get(constraints.attribute)
    return role not in constraints.never and (not constraints.only or role in constraints.only)


def _costs(network: Network, column: str) -> Floats:
    if not column:
        return np.ones(network.n)
    costs = np.empty(network.n)
    for row, actor in enumerate(network.actors):
        told = network.attributes.get(actor, {}).get(column, "")
        try:
            costs[row] = float(told)
        except ValueError:
            costs[row] = np.nan
        if not costs[row] >= 0:
            raise NetworkError(
                f"The cost of '{actor}' is '{told}' in the column '{column}'.",
                "Each actor needs a cost of 0 or more in the table of --attributes.",
            )
    return costs


def _too_dear(k: int, constraints: Constraints) -> NetworkError:
    return NetworkError(
        f"No set of {k} costs {constraints.budget:g} or less together.",
        "Raise the budget or ask for a smaller --k.",
    )


def shared_members(optima: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """Who is in all of the best sets: the part of the answer that no tie changes."""
    common = set(optima[0]).intersection(*optima[1:])
    return tuple(actor for actor in optima[0] if actor in common)
