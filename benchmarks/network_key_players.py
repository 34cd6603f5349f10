"""Exact key players: Sholu beside plain Python, in one run.

    python benchmarks/network_key_players.py

Plain Python looks at a thousandth of the sets and is scaled up.
"""

from __future__ import annotations

import time
from itertools import combinations, islice
from math import comb

from network_betweenness import random_network, seconds

from sholu.network.key_players import fragmenting_players, reaching_players
from sholu.network.model import Network

SHARE = 1_000


def plain_seconds(network: Network, k: int) -> float:
    """Plain Python: components of the actors left, for a share of the sets."""
    around = [set(network.neighbours(row).tolist()) for row in range(network.n)]
    every = comb(network.n, k) // SHARE
    start = time.perf_counter()
    for members in islice(combinations(range(network.n), k), every):
        left = set(range(network.n)) - set(members)
        while left:
            piece = [left.pop()]
            for actor in piece:
                found = around[actor] & left
                left -= found
                piece += found
    return SHARE * (time.perf_counter() - start)


def main() -> None:
    """Print seconds and ratios."""
    fragmenting_players(random_network(10, 20), 2)
    reaching_players(random_network(10, 20), 2)
    network = random_network(110, 205)
    own = seconds(lambda: fragmenting_players(network, 3))
    slow = plain_seconds(network, 3)
    print(f"fragmentation, k = 3, 110 actors, 205 ties, all {comb(110, 3):,} sets: {own:.3f} s")
    print(f"  plain Python {slow:.0f} s (from a thousandth of the sets): {slow / own:.0f} times")
    print(f"reach, the same: {seconds(lambda: reaching_players(network, 3)):.3f} s")
    for n, ties, k in ((110, 205, 4), (500, 1_500, 3), (1_000, 4_000, 3)):
        larger = random_network(n, ties)
        for search in (fragmenting_players, reaching_players):
            start = time.perf_counter()
            found = search(larger, k)
            spent = time.perf_counter() - start
            print(f"{search.__name__}, k = {k}, {n} actors, {ties} ties: {spent:.1f} s; "
                  f"{found.certificate.statement}")  # fmt: skip


if __name__ == "__main__":
    main()
