"""Published networks of closed cases, to set a new one beside: only their summary numbers.

Computed with R sna 2.7.1 and igraph 1.3.5 from the data as distributed; the data are not here.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class PublishedNetwork:
    """Summary of one published network.

    Attributes:
        density: undirected; degree, betweenness: centralisation, undirected.
        hierarchy: Krackhardt's; None where ties have no direction.
        source: who published it.
    """

    name: str
    n: int
    edges: int
    density: float
    degree: float
    betweenness: float
    transitivity: float
    hierarchy: float | None
    source: str


_MORSELLI = "C. Morselli, Inside criminal networks, 2009"
_NATARAJAN = "M. Natarajan, J. of Quantitative Criminology 22 (2006) 171"
_COCAINE = "M. Natarajan, in Crime Prevention Studies 11 (2000) 273"

PUBLISHED: tuple[PublishedNetwork, ...] = (
    PublishedNetwork("CAVIAR, all phases (hashish, cocaine)", 110, 205, 0.03420, 0.5258, 0.6278,
                     0.1229, 0.5981, _MORSELLI),
    PublishedNetwork("Ciel (hashish import)", 25, 35, 0.11667, 0.4167, 0.6017, 0.1720, 0.685,
                     _MORSELLI),
    PublishedNetwork("Siren (stolen vehicles)", 44, 103, 0.10888, 0.6899, 0.7870, 0.4061, None,
                     _MORSELLI),
    PublishedNetwork("Togo (stolen vehicles)", 33, 47, 0.08902, 0.5373, 0.7586, 0.1479, None,
                     _MORSELLI),
    PublishedNetwork("Cocaine, New York", 28, 40, 0.10582, 0.8433, 0.8776, 0.1243, 1.0, _COCAINE),
    PublishedNetwork("Heroin, New York", 38, 87, 0.12376, 0.4399, 0.3468, 0.2184, 0.0, _NATARAJAN),
)  # fmt: skip
"""Drug and theft networks that the literature computes with again and again."""
