"""Positions: who is visible, who brokers unseen, who could be replaced by whom.

Sources: C. Morselli, 'Assessing vulnerable and strategic positions in a criminal network', J. of
Contemporary Criminal Justice 26 (2010) 382 (degree against betweenness); Guimerà and Amaral, Nature
433 (2005) 895 (participation in communities); Lorrain and White (1971) on structural equivalence.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.sparse.csgraph import connected_components

from sholu.network.assemble import undirected
from sholu.network.cohesion import sparse
from sholu.network.communities import Communities
from sholu.network.model import Floats, Network

POSITIONS = {
    (True, True): "visible broker",
    (False, True): "strategic broker",
    (True, False): "visible",
    (False, False): "peripheral",
}
"""Degree above the mean, betweenness above the mean: Morselli's four quadrants. A strategic broker
has few contacts and lies between many; who is only visible is the one most easily arrested."""

EQUIVALENT = 0.5
"""Share of contacts in common from which two actors count as able to stand in for each other."""


@dataclass(frozen=True)
class Position:
    """Where one actor stands.

    Attributes:
        position: one of `POSITIONS`.
        cutpoint: whether the network falls apart without him; parts: into how many more pieces.
        participation: 1 − Σ (share of contacts in each community)²; 0 within one.
        within_z: degree inside the own community, in standard deviations from its mean.
        equivalents: others with at least half of all contacts in common, and the share.
    """

    actor: str
    position: str
    cutpoint: bool
    parts: int
    participation: float
    within_z: float
    equivalents: tuple[tuple[str, float], ...]


def positions(network: Network, between: Floats, found: Communities) -> tuple[Position, ...]:
    """The position of each actor, directions left out.

    Args:
        between: betweenness, shape (n,).
    """
    ties = undirected(network)
    degree = np.diff(ties.offsets).astype(float)
    parts = _pieces_without(ties)
    participation, within = _in_communities(ties, found)
    shared = _shared_contacts(ties)
    result = []
    for row, actor in enumerate(network.actors):
        visible, broker = degree[row] > degree.mean(), between[row] > between.mean()
        alike = np.flatnonzero(shared[row] >= EQUIVALENT)
        order = alike[np.argsort(-shared[row][alike], kind="stable")]
        result.append(
            Position(
                actor,
                POSITIONS[bool(visible), bool(broker)],
                bool(parts[row] > 0),
                int(parts[row]),
                float(participation[row]),
                float(within[row]),
                tuple((network.actors[other], float(shared[row, other])) for other in order),
            )
        )
    return tuple(result)


def _pieces_without(ties: Network) -> Floats:
    """Shape (n,): how many more pieces the network has without each actor (himself not counted)."""
    matrix = sparse(ties)
    before, _ = connected_components(matrix, directed=False)
    pieces = np.zeros(ties.n)
    for row in np.flatnonzero(np.diff(ties.offsets) > 1):
        keep = np.delete(np.arange(ties.n), row)
        after, _ = connected_components(matrix[keep][:, keep], directed=False)
        pieces[row] = after - before
    return pieces


def _in_communities(ties: Network, found: Communities) -> tuple[Floats, Floats]:
    """Participation and within-community degree z, each shape (n,)."""
    number = int(found.labels.max(initial=-1)) + 1
    contacts = np.zeros((ties.n, number))
    np.add.at(contacts, (ties.sources, found.labels[ties.targets]), 1)
    degree = contacts.sum(axis=1)
    shares = np.divide(
        contacts, degree[:, None], out=np.zeros_like(contacts), where=degree[:, None] > 0
    )
    participation = np.where(degree > 0, 1 - (shares**2).sum(axis=1), 0.0)
    inside = contacts[np.arange(ties.n), found.labels]
    z = np.zeros(ties.n)
    for label in range(number):
        members = found.labels == label
        spread = inside[members].std()
        if spread > 0:
            z[members] = (inside[members] - inside[members].mean()) / spread
    return participation, z


def _shared_contacts(ties: Network) -> Floats:
    """Shape (n, n): contacts two actors share over all they have, each other left out (Jaccard)."""
    pattern = sparse(ties).toarray()
    common = pattern @ pattern
    degree = pattern.sum(axis=1)
    each_other = pattern
    union = degree[:, None] + degree[None, :] - 2 * each_other - common
    shared = np.divide(common, union, out=np.zeros_like(common), where=union > 0)
    np.fill_diagonal(shared, 0.0)
    # One contact in common is not yet a stand-in.
    return np.where(common >= 2, shared, 0.0)
