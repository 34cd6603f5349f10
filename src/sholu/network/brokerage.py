"""Brokers between groups: who stands in the middle of whom, against what chance would give.

Source: R. V. Gould and R. M. Fernandez, 'Structures of mediation', Sociological Methodology 19
(1989) 89–126. A broker is tied in from one actor and out to another who are not tied themselves.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from sholu.network.assemble import as_matrix
from sholu.network.cohesion import density
from sholu.network.model import Booleans, Floats, Indices, Network, NetworkError

ROLES = ("coordinator", "itinerant", "gatekeeper", "representative", "liaison")
"""Groups of sender, broker and receiver: AAA, ABA, ABB, AAB, ABC."""

LARGEST = 3_000
"""Actors up to which a full matrix is made."""


@dataclass(frozen=True)
class Brokerage:
    """Brokerage by role. Shapes (n, 5), columns as in `ROLES`; expectations are for each actor.

    Attributes:
        groups: shape (n,), label of each actor's group.
        counts: pairs that the actor brokers in each role.
        expected: mean of the same if ties fell at random at the network's density.
        deviation: standard deviation of the same.
        z: (count − expected)/deviation; NaN where the deviation is 0.
    """

    groups: tuple[str, ...]
    counts: Floats
    expected: Floats
    deviation: Floats

    @property
    def z(self) -> Floats:
        """Shape (n, 5): how far the count is from chance, in standard deviations."""
        spread = np.where(self.deviation > 0, self.deviation, np.nan)
        return np.asarray((self.counts - self.expected) / spread)


def groups_by(network: Network, column: str) -> tuple[str, ...]:
    """Each actor's value of an attribute.

    Raises:
        NetworkError: if an actor has none.
    """
    known = {actor: network.attributes.get(actor, {}).get(column) for actor in network.actors}
    without = [actor for actor, value in known.items() if not value]
    if without:
        columns = sorted({name for data in network.attributes.values() for name in data})
        raise NetworkError(
            f"{len(without)} actors ({', '.join(without[:5])} …) have no '{column}'.",
            f"Known about actors: {', '.join(columns) or 'nothing'}.",
        )
    return tuple(str(value) for value in known.values())


def brokerage(network: Network, groups: Sequence[str]) -> Brokerage:
    """Count brokered pairs by role, with expectations.

    Ordered pairs; in an undirected network each pair is counted both ways.

    Args:
        groups: label of each actor's group, shape (n,).

    Raises:
        NetworkError: with more than `LARGEST` actors.
    """
    if network.n > LARGEST:
        raise NetworkError(f"Brokerage is computed for up to {LARGEST} actors.")
    labels, codes = np.unique(np.asarray(groups, dtype=str), return_inverse=True)
    counts = _counts(as_matrix(network) > 0, codes, len(labels))
    mean, variance = _moments(codes, density(network) or 0.0)
    return Brokerage(tuple(groups), counts, mean, np.sqrt(variance))


def _counts(ties: Booleans, codes: Indices, k: int) -> Floats:
    counts = np.zeros((len(codes), len(ROLES)))
    for broker, group in enumerate(codes):
        senders, receivers = np.flatnonzero(ties[:, broker]), np.flatnonzero(ties[broker])
        open_pairs = ~ties[np.ix_(senders, receivers)] & (senders[:, None] != receivers[None, :])
        table = np.zeros((k, k))
        np.add.at(
            table,
            np.broadcast_arrays(codes[senders][:, None], codes[receivers][None, :]),
            open_pairs,
        )
        counts[broker] = _by_role(table, group)
    return counts


def _by_role(table: Floats, group: int) -> Floats:
    """Pairs by role from a table of pairs by groups of sender and receiver."""
    own = table[group, group]
    same = np.trace(table) - own
    gate = table[:, group].sum() - own
    represent = table[group].sum() - own
    return np.array([own, same, gate, represent, table.sum() - own - same - gate - represent])


def _moments(codes: Indices, share: float) -> tuple[Floats, Floats]:
    """Mean and variance of each role's count if each ordered pair is tied with chance ``share``.

    A pair (a, b) is brokered with chance m = d²(1 − d). Two pairs with the same a or the same b
    share one tie, so their covariance is d³(1 − d)³; other pairs are independent.
    """
    mean = share**2 * (1 - share)
    covariance = (share * (1 - share)) ** 3
    sizes = np.bincount(codes)
    pairs = np.zeros((len(codes), len(ROLES)))
    linked = np.zeros((len(codes), len(ROLES)))
    by_group = {group: _pairs(group, sizes) for group in set(codes.tolist())}
    for row, group in enumerate(codes.tolist()):
        pairs[row], linked[row] = by_group[group]
    return pairs * mean, pairs * mean * (1 - mean) + linked * covariance


def _pairs(group: int, sizes: Indices) -> tuple[Floats, Floats]:
    """For a broker of a group: possible pairs by role, and pairs of pairs that share one end."""
    own = float(sizes[group] - 1)
    others = np.delete(sizes, group).astype(float)
    rest = others.sum()
    pairs = np.array(
        [
            own * (own - 1),
            (others * (others - 1)).sum(),
            rest * own,
            own * rest,
            (others * (rest - others)).sum(),
        ]
    )
    one_sided = np.array(
        [
            2 * own * (own - 1) * (own - 2),
            2 * (others * (others - 1) * (others - 2)).sum(),
            rest * own * (own - 1) + own * rest * (rest - 1),
            own * rest * (rest - 1) + rest * own * (own - 1),
            2 * (others * (rest - others) * (rest - others - 1)).sum(),
        ]
    )
    return pairs, one_sided
