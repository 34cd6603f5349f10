"""Betweenness on random networks: Sholu beside igraph and networkx, in one run.

    python benchmarks/network_betweenness.py [--large] [--igraph PYTHON]

igraph is GPL and no dependency: name the Python of an environment that has it. What is absent is
said, not skipped in silence. networkx is slow; it runs on a tenth of the sources and is scaled up.
"""

from __future__ import annotations

import argparse
import subprocess
import time
from collections.abc import Callable

import numpy as np

from sholu.network.assemble import from_arrays
from sholu.network.model import Network
from sholu.network.shortest_paths import betweenness, sampled_betweenness

IN_IGRAPH = """
import sys, time, igraph
pairs = [tuple(map(int, line.split())) for line in sys.stdin]
graph = igraph.Graph(n=int(sys.argv[1]), edges=pairs)
start = time.perf_counter(); graph.betweenness(); print(time.perf_counter() - start)
"""


def random_network(n: int, ties: int, seed: int = 1) -> Network:
    """A network with a number of ties between pairs drawn evenly."""
    draw = np.random.default_rng(seed)
    keys: set[int] = set()
    while len(keys) < ties:
        one, other = draw.integers(0, n, (2, ties))
        low, high = np.minimum(one, other), np.maximum(one, other)
        keys |= set((low * n + high)[low != high].tolist())
    chosen = np.array(sorted(keys))[:ties] if len(keys) == ties else _some(keys, ties, draw)
    actors = [str(i) for i in range(n)]
    return from_arrays(actors, chosen // n, chosen % n, directed=False)


def _some(keys: set[int], ties: int, draw: np.random.Generator) -> np.ndarray:
    return np.sort(draw.choice(np.array(sorted(keys)), ties, replace=False))


def seconds(run: Callable[[], object], times: int = 3) -> float:
    """The shortest of several runs."""
    found = []
    for _ in range(times):
        start = time.perf_counter()
        run()
        found.append(time.perf_counter() - start)
    return min(found)


def igraph_seconds(network: Network, python: str | None) -> float | None:
    """The same in igraph, in its own process; None if it is not there."""
    if python is None:
        return None
    one_way = network.sources < network.targets
    pairs = np.column_stack([network.sources[one_way], network.targets[one_way]])
    text = "\n".join(f"{a} {b}" for a, b in pairs)
    answer = subprocess.run(
        [python, "-c", IN_IGRAPH, str(network.n)], input=text, capture_output=True, text=True
    )
    return float(answer.stdout) if answer.returncode == 0 else None


def networkx_seconds(network: Network) -> float:
    """networkx from a twentieth of the sources, times twenty."""
    import networkx

    graph = networkx.Graph(zip(network.sources.tolist(), network.targets.tolist(), strict=True))
    start = time.perf_counter()
    networkx.betweenness_centrality(graph, k=network.n // 20, seed=1)
    return 20 * (time.perf_counter() - start)


def main() -> None:
    """Print seconds and ratios."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--large", action="store_true", help="also 20,000 actors, exact")
    parser.add_argument("--igraph", metavar="PYTHON", help="a Python with igraph")
    options = parser.parse_args()
    betweenness(random_network(20, 40))
    sampled_betweenness(random_network(20, 40), 4)
    network = random_network(5_000, 20_000)
    own = seconds(lambda: betweenness(network))
    print(f"exact, 5,000 actors, 20,000 ties: {own:.2f} s")
    other = igraph_seconds(network, options.igraph)
    if other is None:
        print("  igraph: ABSENT (name a Python that has it with --igraph)")
    else:
        print(f"  igraph {other:.2f} s: Sholu is {other / own:.1f} times as fast")
    slow = networkx_seconds(network)
    print(f"  networkx {slow:.0f} s (from a twentieth of the sources): {slow / own:.0f} times")
    if options.large:
        large = random_network(20_000, 80_000)
        print(f"exact, 20,000 actors, 80,000 ties: {seconds(lambda: betweenness(large), 1):.1f} s")
    huge = random_network(100_000, 400_000)
    start = time.perf_counter()
    sampled = sampled_betweenness(huge)
    spent = time.perf_counter() - start
    top = np.argsort(-sampled.values)[:100]
    error = np.median(sampled.standard_errors[top] / sampled.values[top])
    print(
        f"sampled, 100,000 actors, 400,000 ties, {sampled.pivots} sources: {spent:.1f} s; "
        f"standard error of the first hundred: {100 * error:.0f} % (median)"
    )


if __name__ == "__main__":
    main()
