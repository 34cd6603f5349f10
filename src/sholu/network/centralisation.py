"""Freeman's centralisation: how near a network is to a star around one actor.

Source: L. C. Freeman, 'Centrality in social networks: conceptual clarification', Social Networks 1
(1978) 215; the directed maxima as in Butts, 'Social network analysis with sna', J. Stat. Software
24 (2008) 6: the star in which all ties go to (or come from) the centre.
"""

from __future__ import annotations

from sholu.network.model import Floats


def centralisation(scores: Floats, most: float) -> float | None:
    """The sum of differences to the largest score, over the most it can be in a network of n.

    Args:
        scores: shape (n,).
        most: what the star reaches; see the functions below.

    Returns:
        None where no such star exists.
    """
    return float((scores.max() - scores).sum() / most) if len(scores) and most > 0 else None


def most_degree(n: int) -> float:
    """Undirected degree in a star: the centre has n − 1 ties, all others 1."""
    return float((n - 1) * (n - 2))


def most_degree_one_way(n: int) -> float:
    """In- or out-degree in a star whose ties go one way: n − 1 against 0."""
    return float((n - 1) ** 2)


def most_betweenness(n: int, *, directed: bool) -> float:
    """Betweenness in a star: all pairs of others through the centre."""
    most = float((n - 1) ** 2 * (n - 2))
    return most if directed else most / 2


def most_closeness(n: int) -> float:
    """Undirected closeness in a star: 1 against (n − 1)/(2n − 3)."""
    return (n - 2) * (n - 1) / (2 * n - 3) if n > 2 else 0.0
