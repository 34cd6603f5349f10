"""All measures of one network, directed and undirected, ready to be printed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np

from sholu.network import centralisation as freeman
from sholu.network.assemble import undirected
from sholu.network.centrality import eigenvector, katz, katz_attenuation, pagerank
from sholu.network.cohesion import (
    assortativity,
    components,
    core_numbers,
    local_clustering,
    reciprocity,
    transitivity,
)
from sholu.network.communities import Communities, communities
from sholu.network.core_periphery import CorePeriphery, core_periphery
from sholu.network.krackhardt import LARGEST as KRACKHARDT_LARGEST
from sholu.network.krackhardt import Krackhardt, krackhardt
from sholu.network.model import Floats, Indices, Network, WeightIs
from sholu.network.shortest_paths import (
    Distances,
    betweenness,
    closeness,
    distances,
    harmonic,
    mean_distance,
)
from sholu.network.structural_holes import LARGEST as HOLES_LARGEST
from sholu.network.structural_holes import StructuralHoles, structural_holes

CORE_LARGEST = 1_000
"""Actors up to which core and periphery are searched for."""


@dataclass(frozen=True)
class Reading:
    """What depends on whether ties have a direction.

    Attributes:
        network: the network in this reading.
        betweenness, closeness, harmonic, eigenvector, pagerank, katz: shape (n,); eigenvector is
            None where it is not defined.
        attenuation: of Katz's measure.
        distances: reach and distances from each actor.
    """

    network: Network
    betweenness: Floats
    distances: Distances
    closeness: Floats
    harmonic: Floats
    eigenvector: Floats | None
    pagerank: Floats
    katz: Floats
    attenuation: float

    @property
    def mean_distance(self) -> float | None:
        """Mean over pairs with a path."""
        return mean_distance(self.distances)

    @property
    def diameter(self) -> float | None:
        """The longest shortest path; None without ties."""
        return float(self.distances.farthest.max()) if self.network.arcs else None


@dataclass(frozen=True)
class Structure:
    """What does not depend on the reading, or is of one reading only.

    Attributes:
        centralisation: ``in``, ``out``, ``degree``, ``betweenness_directed``,
            ``betweenness_undirected``, ``closeness``.
        components, cores: shape (n,).
        krackhardt, core_periphery, holes: None where the network is too large for them.
    """

    transitivity: float | None
    reciprocity: float | None
    assortativity: float | None
    centralisation: Mapping[str, float | None]
    components: Indices
    cores: Indices
    clustering: Floats
    communities: Communities
    krackhardt: Krackhardt | None
    core_periphery: CorePeriphery | None
    holes: StructuralHoles | None


def read_paths(network: Network) -> Reading:
    """The measures of position of a network as it is given."""
    found = distances(network)
    attenuation = katz_attenuation(network)
    return Reading(
        network=network,
        betweenness=betweenness(network),
        distances=found,
        closeness=closeness(found, network.n),
        harmonic=harmonic(found, network.n),
        eigenvector=eigenvector(network),
        pagerank=pagerank(network),
        katz=katz(network, attenuation),
        attenuation=attenuation,
    )


def structure(directed: Reading, both_ways: Reading, seed: int = 1) -> Structure:
    """The measures of the whole, from both readings of a network."""
    network = directed.network
    n = network.n
    return Structure(
        transitivity=transitivity(network),
        reciprocity=reciprocity(network),
        assortativity=assortativity(network),
        centralisation=_centralisations(directed, both_ways),
        components=components(network),
        cores=core_numbers(network),
        clustering=local_clustering(network),
        communities=communities(network, seed),
        krackhardt=krackhardt(network) if n <= KRACKHARDT_LARGEST else None,
        core_periphery=core_periphery(network) if n <= CORE_LARGEST else None,
        holes=structural_holes(both_ways.network) if n <= HOLES_LARGEST else None,
    )


def _centralisations(directed: Reading, both_ways: Reading) -> dict[str, float | None]:
    network, n = directed.network, directed.network.n
    incoming = np.bincount(network.targets, minlength=n).astype(float)
    outgoing = np.diff(network.offsets).astype(float)
    degree = np.diff(both_ways.network.offsets).astype(float)
    whole = n > 1 and bool((both_ways.distances.reached == n - 1).all())
    one_way = freeman.most_degree_one_way(n)
    between = {
        reading.network.directed: freeman.centralisation(
            reading.betweenness,
            freeman.most_betweenness(n, directed=reading.network.directed),
        )
        for reading in (both_ways, directed)
    }
    return {
        "in": freeman.centralisation(incoming, one_way),
        "out": freeman.centralisation(outgoing, one_way),
        "degree": freeman.centralisation(degree, freeman.most_degree(n)),
        "betweenness_directed": between.get(True, between[False]),
        "betweenness_undirected": between[False],
        "closeness": freeman.centralisation(both_ways.closeness, freeman.most_closeness(n))
        if whole and both_ways.network.weight_is is WeightIs.IGNORED
        else None,
    }


def both_readings(network: Network) -> tuple[Reading, Reading]:
    """The directed reading and the undirected one (the same twice if ties have no direction)."""
    both_ways = read_paths(undirected(network))
    return (read_paths(network) if network.directed else both_ways), both_ways


def betweenness_by_definition(network: Network) -> dict[str, Floats]:
    """Betweenness as the usual programs compute it, by the name of the definition.

    Which of them a paper used decides who is called the second broker.
    """
    kinds = [WeightIs.IGNORED]
    if len(np.unique(network.weights)) > 1 and (network.weights > 0).all():
        kinds = [WeightIs.IGNORED, WeightIs.STRENGTH, WeightIs.LENGTH]
    found = {}
    for meaning in kinds:
        for reading in (undirected(network), network):
            way = "directed" if reading.directed else "undirected"
            found[f"{way}, weights {meaning.value}"] = betweenness(
                replace(reading, weight_is=meaning)
            )
    return found
