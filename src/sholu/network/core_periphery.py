"""Core and periphery: the set of actors that comes nearest to 'all tied inside, none outside'.

Source: S. P. Borgatti and M. G. Everett, 'Models of core/periphery structures', Social Networks 21
(1999) 375, eq. 1 (discrete model; ties between core and periphery are left out of the fit).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from sholu.network.assemble import undirected
from sholu.network.model import Booleans, Network


@dataclass(frozen=True)
class CorePeriphery:
    """The best split found.

    Attributes:
        core: rows of the core's actors.
        fit: correlation between the ties and the ideal pattern; None if there is no split.
    """

    core: tuple[int, ...]
    fit: float | None


def core_periphery(network: Network) -> CorePeriphery:
    """The core of a network, directions and weights left out.

    The ideal pattern has a tie between any two of the core and none in the periphery. For a core of
    a given size the fit rises with the ties inside it and falls with those outside, so from each
    start (the actors with the highest degree, for each size) actors are exchanged while that helps.
    """
    ties = undirected(network)
    n = ties.n
    if n < 3 or not ties.arcs:
        return CorePeriphery((), None)
    degree = np.diff(ties.offsets)
    order = np.argsort(-degree, kind="stable")
    best, best_fit = np.zeros(n, dtype=bool), -np.inf
    for size in range(2, n - 1):
        core = np.zeros(n, dtype=bool)
        core[order[:size]] = True
        fit = _fit(ties, core)
        if fit > best_fit:
            best, best_fit = core, fit
    best, best_fit = _exchange(ties, best, best_fit)
    if not np.isfinite(best_fit):
        return CorePeriphery((), None)
    return CorePeriphery(tuple(int(row) for row in np.flatnonzero(best)), float(best_fit))


def _fit(ties: Network, core: Booleans) -> float:
    """Phi coefficient between ties and pattern over pairs inside the core and the periphery."""
    size, rest = int(core.sum()), int((~core).sum())
    inside, outside = size * (size - 1) / 2, rest * (rest - 1) / 2
    in_core, in_rest = _ties_within(ties, core)
    tied, pairs = in_core + in_rest, inside + outside
    spread = tied * (pairs - tied) * inside * outside
    return (
        float((in_core * outside - in_rest * inside) / np.sqrt(spread)) if spread > 0 else -np.inf
    )


def _ties_within(ties: Network, core: Booleans) -> tuple[float, float]:
    one, other = core[ties.sources], core[ties.targets]
    return float((one & other).sum() / 2), float((~one & ~other).sum() / 2)


def _exchange(ties: Network, core: Booleans, fit: float) -> tuple[Booleans, float]:
    """Move single actors in or out while the fit rises; the move that helps most comes first."""
    while True:
        fits = np.full(ties.n, -np.inf)
        for row in range(ties.n):
            core[row] = ~core[row]
            fits[row] = _fit(ties, core)
            core[row] = ~core[row]
        move = int(np.argmax(fits))
        if fits[move] <= fit + 1e-12:
            return core, fit
        core[move] = ~core[move]
        fit = float(fits[move])
