"""The whole disruption study at 1,000 actors: four rules, one by one and in blocks, with bands.

    python benchmarks/network_disruption.py

The alternative is networkx, computing each score anew; it takes the first few removals and is
scaled up, which flatters it: it says what the curves alone would cost, without bands.
"""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor

import networkx
import numpy as np
from network_betweenness import random_network

from sholu.network.assemble import from_arrays
from sholu.network.disruption import By, disruption_curve
from sholu.network.disruption_bands import disruption_band
from sholu.network.model import Network

CORES = 2

REMOVALS = 3


def skewed_network(n: int, contacts: int, seed: int = 1) -> Network:
    """Hubs and many leaves: each newcomer is tied to some, those with contacts first."""
    draw = np.random.default_rng(seed)
    ends = list(range(contacts))
    rows: list[int] = []
    columns: list[int] = []
    for actor in range(contacts, n):
        chosen = set(draw.choice(ends, draw.integers(1, 2 * contacts)).tolist())
        rows += [actor] * len(chosen)
        columns += chosen
        ends += [actor, *chosen]
    return from_arrays([str(i) for i in range(n)], rows, columns, directed=False)


def study(network: Network) -> float:
    """Seconds for eight curves with their bands, on two cores (the loops leave Python's lock)."""
    began = time.perf_counter()
    with ThreadPoolExecutor(CORES) as pool:
        tasks = [pool.submit(line, network, by, block) for by in By for block in (1, 5)]
        for task in tasks:
            print(task.result())
    return time.perf_counter() - began


def line(network: Network, by: By, block: int) -> str:
    """One curve with its band, and what it took while another ran beside it."""
    start = time.perf_counter()
    curve = disruption_curve(network, by, block)
    band = disruption_band(network, curve)
    return (
        f"  {by.value:12} block {block}: {time.perf_counter() - start:5.1f} s, mean "
        f"{curve.mean:.3f} ({band.mean_low:.3f} to {band.mean_high:.3f}), widest "
        f"{band.widest:.3f}, {band.draws} draws"
    )


def networkx_seconds(network: Network) -> float:
    """networkx: betweenness before each of all removals, from the first few."""
    graph = networkx.Graph(zip(network.sources.tolist(), network.targets.tolist(), strict=True))
    start = time.perf_counter()
    for _ in range(REMOVALS):
        scores = networkx.betweenness_centrality(graph)
        graph.remove_node(max(scores, key=scores.__getitem__))
    return (time.perf_counter() - start) / REMOVALS * network.n / 3


def main() -> None:
    """Print seconds and the ratio."""
    for by in By:
        disruption_band(random_network(20, 30), disruption_curve(random_network(20, 30), by))
    for name, network in (
        ("even", random_network(1_000, 2_000)),
        ("even, dense", random_network(1_000, 4_000)),
        ("skewed", skewed_network(1_000, 2)),
    ):
        print(f"{name}: {network.n} actors, {network.edges} ties")
        own = study(network)
        slow = networkx_seconds(network)
        print(f"  together {own:.1f} s; networkx, one curve by betweenness without a band, "
              f"about {slow:.0f} s: {slow / own:.0f} times as long")  # fmt: skip


if __name__ == "__main__":
    main()
