"""Centrality of walks: eigenvector, PageRank, Katz."""

from __future__ import annotations

import numpy as np
from scipy.sparse import csr_array, eye_array
from scipy.sparse.linalg import ArpackNoConvergence, eigs, eigsh, spsolve

from sholu.network.model import Floats, Network

DAMPING = 0.85
"""Brin and Page (1998), the value they used."""

KATZ_ATTENUATION = 0.1
"""What a tie further away loses; the value in Cavallaro et al. (2020) and in networkx."""

KATZ_SHARE = 0.9
"""Of the largest attenuation that converges, where 0.1 does not."""

SMALL = 500
"""Actors up to which eigenvalues are computed on the full matrix."""

_STEPS = 1_000
_CLOSE = 1e-12


def weighted_sparse(network: Network) -> csr_array:
    """Shape (n, n): the strength of each tie."""
    return csr_array(
        (network.strengths, network.targets, network.offsets), shape=(network.n, network.n)
    )


def eigenvector(network: Network) -> Floats | None:
    """Each score in proportion to the sum of its contacts' scores, the largest 1 (Bonacich 1972).

    In a directed network, of those who send to the actor. All 0 without ties.

    Returns:
        Shape (n,); None where no single eigenvector leads (two components of equal weight, or a
        directed network without cycles): the measure is not defined there.
    """
    matrix = weighted_sparse(network).T
    if not network.arcs:
        return np.zeros(network.n)
    values, vectors = _leading(matrix, directed=network.directed)
    if values[0].real < _CLOSE or (len(values) > 1 and abs(values[0] - values[1]) < 1e-9):
        return None
    scores = np.abs(np.real(vectors[:, 0]))
    return np.asarray(np.where(scores / scores.max() < 1e-12, 0.0, scores / scores.max()))


def spectral_radius(network: Network) -> float:
    """The largest eigenvalue of the matrix of ties."""
    if not network.arcs:
        return 0.0
    values, _ = _leading(weighted_sparse(network).T, directed=network.directed)
    return float(values[0].real)


def _leading(matrix: csr_array, *, directed: bool) -> tuple[Floats, Floats]:
    """The two largest eigenvalues (by real part) and their vectors."""
    if matrix.shape[0] <= SMALL:
        find = np.linalg.eig if directed else np.linalg.eigh
        values, vectors = find(matrix.toarray())
    else:
        start = np.ones(matrix.shape[0])
        try:
            if directed:
                values, vectors = eigs(matrix, 2, which="LR", v0=start)
            else:
                values, vectors = eigsh(matrix, 2, which="LA", v0=start)
        except ArpackNoConvergence as error:
            values, vectors = error.eigenvalues, error.eigenvectors
            if not len(values):
                return np.zeros(1), np.zeros((matrix.shape[0], 1))
    order = np.argsort(-np.real(values))[:2]
    return values[order], vectors[:, order]


def pagerank(network: Network, damping: float = DAMPING) -> Floats:
    """The share of time that a walker along the ties spends at each actor; sums to 1.

    Brin and Page (1998): with probability 1 − damping, or where no tie leads on, the walker starts
    anew at any actor.
    """
    n = network.n
    if not n:
        return np.zeros(0)
    matrix = weighted_sparse(network)
    out = np.asarray(matrix.sum(axis=1)).ravel()
    scale = np.divide(1.0, out, out=np.zeros(n), where=out > 0)
    rank = np.full(n, 1 / n)
    for _ in range(_STEPS):
        moved = matrix.T @ (rank * scale)
        new = damping * (moved + rank[out == 0].sum() / n) + (1 - damping) / n
        if np.abs(new - rank).sum() < _CLOSE:
            return np.asarray(new)
        rank = new
    return rank


def katz_attenuation(network: Network) -> float:
    """0.1, or 0.9 over the largest eigenvalue where 0.1 does not converge."""
    radius = spectral_radius(network)
    return KATZ_ATTENUATION if KATZ_ATTENUATION * radius < 1 else KATZ_SHARE / radius


def katz(network: Network, attenuation: float) -> Floats:
    """Walks of all lengths that end at the actor, each step attenuated (Katz 1953); not normalised.

    x = (I − aA')⁻¹ 1; an actor without incoming ties has 1.
    """
    if not network.arcs:
        return np.ones(network.n)
    system = eye_array(network.n, format="csc") - attenuation * weighted_sparse(network).T.tocsc()
    return np.asarray(spsolve(system, np.ones(network.n)))
