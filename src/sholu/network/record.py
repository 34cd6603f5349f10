"""Networks as records for JSON, CSV and pages; the keys are a contract with other tools."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

import numpy as np

from sholu.network.cohesion import density, triad_census
from sholu.network.communities import Communities
from sholu.network.definitions import DEFINITIONS, definition_of
from sholu.network.measures import (
    Reading,
    Structure,
    betweenness_by_definition,
    both_readings,
    structure,
)
from sholu.network.model import Floats, Network, TieTable

CENSUS_LARGEST = 20_000
"""Ties up to which triads are counted."""


def plain(value: float | None) -> float | None:
    """A number for JSON: NaN and infinity are not known, an integer has no tail."""
    if value is None or not math.isfinite(value):
        return None
    return float(value)


def frame(table: TieTable, network: Network, primary: Network) -> dict[str, Any]:
    """What every answer about a network begins with.

    Args:
        network: with directions, as the source tells them.
        primary: the reading that the answer is about.
    """
    return {
        "file": network.name,
        "form": table.form,
        "n": network.n,
        "arcs": network.arcs,
        "edges": network.edges,
        "directed": primary.directed,
        "weight_is": primary.weight_is.value,
        "total_weight": float(sum(tie.weight for tie in table.ties)),
        "definition": definition_of(table, primary),
    }


def measure_record(table: TieTable, network: Network, *, directed: bool) -> dict[str, Any]:
    """All measures of a network.

    Args:
        network: with directions if the source tells them.
        directed: whether the numbers that depend on it, and stand at the top, are the directed
            ones; both are always given.
    """
    arrows, both_ways = both_readings(network)
    whole = structure(arrows, both_ways)
    primary = arrows if directed else both_ways
    sizes = np.bincount(whole.components) if network.n else np.zeros(0, dtype=np.int64)
    centre = dict(whole.centralisation)
    centre["betweenness"] = centre[f"betweenness_{'directed' if directed else 'undirected'}"]
    record = frame(table, network, primary.network)
    record |= _reading_record(primary)
    record |= {
        "density_directed": plain(density(arrows.network)),
        "density_undirected": plain(density(both_ways.network)),
        "centralisation": {name: plain(value) for name, value in centre.items()},
        "transitivity": plain(whole.transitivity),
        "reciprocity": plain(whole.reciprocity),
        "assortativity": plain(whole.assortativity),
        "components": len(sizes),
        "largest_component": int(sizes.max(initial=0)),
        "component_sizes": sizes.tolist(),
        "isolates": int((np.diff(both_ways.network.offsets) == 0).sum()),
        "krackhardt": dict(vars(whole.krackhardt)) if whole.krackhardt else None,
        "core_periphery": _core_record(network, whole),
        "communities": communities_record(whole.communities),
        "cores": {"largest_k": int(whole.cores.max(initial=0))},
        "triad_census": triad_census(network) if network.arcs <= CENSUS_LARGEST else None,
        "readings": {
            "directed": _reading_record(arrows),
            "undirected": _reading_record(both_ways),
        },
        "betweenness_by_definition": _top_by_definition(network),
        "definitions": dict(DEFINITIONS) | {"katz_attenuation": str(primary.attenuation)},
        "actors": actors_record(arrows, both_ways, primary, whole),
    }
    return record


def _reading_record(reading: Reading) -> dict[str, Any]:
    return {
        "density": plain(density(reading.network)),
        "mean_distance": plain(reading.mean_distance),
        "diameter": plain(reading.diameter),
        "katz_attenuation": reading.attenuation,
    }


def communities_record(found: Communities) -> dict[str, Any]:
    """How many communities, their sizes, and how sure the partition is."""
    sizes = np.bincount(found.labels) if len(found.labels) else np.zeros(0, dtype=np.int64)
    return {
        "number": len(sizes),
        "sizes": sizes.tolist(),
        "modularity": plain(found.modularity),
        "lowest_modularity": plain(found.lowest),
        "runs": found.runs,
        "seed": found.seed,
    }


def _core_record(network: Network, whole: Structure) -> dict[str, Any] | None:
    if whole.core_periphery is None:
        return None
    core = [network.actors[row] for row in whole.core_periphery.core]
    return {"core": core, "size": len(core), "fit": plain(whole.core_periphery.fit)}


def _top_by_definition(network: Network) -> list[dict[str, Any]]:
    rows = []
    for definition, scores in betweenness_by_definition(network).items():
        order = np.argsort(-scores, kind="stable")[:3]
        top = [{"actor": network.actors[i], "betweenness": float(scores[i])} for i in order]
        rows.append({"definition": definition, "top": top})
    return rows


def actors_record(
    arrows: Reading, both_ways: Reading, primary: Reading, whole: Structure
) -> list[dict[str, Any]]:
    """One record per actor, by falling betweenness in the primary reading."""
    network = arrows.network
    columns: dict[str, Any] = {
        "degree": np.diff(both_ways.network.offsets),
        "in_degree": np.bincount(network.targets, minlength=network.n),
        "out_degree": np.diff(network.offsets),
        "strength": np.bincount(network.sources, network.weights, network.n)
        + (np.bincount(network.targets, network.weights, network.n) if network.directed else 0),
        "betweenness": primary.betweenness,
        "betweenness_share": _share(primary),
        "betweenness_directed": arrows.betweenness,
        "betweenness_undirected": both_ways.betweenness,
        "closeness": primary.closeness,
        "harmonic": primary.harmonic,
        "eigenvector": primary.eigenvector,
        "pagerank": primary.pagerank,
        "katz": primary.katz,
    }
    for name in ("constraint", "effective_size", "efficiency", "hierarchy"):
        columns[name] = None if whole.holes is None else getattr(whole.holes, name)
    columns |= {
        "clustering": whole.clustering,
        "core": whole.cores,
        "community": whole.communities.labels,
        "component": whole.components,
    }
    order = np.argsort(-primary.betweenness, kind="stable")
    return [_actor(network.actors[row], row, columns) for row in order]


def _share(reading: Reading) -> Floats:
    n = reading.network.n
    most = (n - 1) * (n - 2) / (1 if reading.network.directed else 2)
    return reading.betweenness / most if most > 0 else np.zeros(n)


def _actor(label: str, row: int, columns: Mapping[str, Any]) -> dict[str, Any]:
    record: dict[str, Any] = {"actor": label}
    for name, values in columns.items():
        if values is None:
            record[name] = None
        elif np.issubdtype(values.dtype, np.integer):
            record[name] = int(values[row])
        else:
            record[name] = plain(float(values[row]))
    return record
