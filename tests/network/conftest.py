"""Small networks whose values are known."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import pytest

from sholu.network.assemble import from_arrays
from sholu.network.model import Network

Make = Callable[..., Network]
Write = Callable[[str, str], Path]


@pytest.fixture(scope="session")
def make() -> Make:
    """Makes a network of pairs of letters: ``make("ab bc", directed=True)``."""

    def build(
        pairs: str,
        *,
        directed: bool = False,
        weights: Sequence[float] | None = None,
        more: str = "",
    ) -> Network:
        actors = list(dict.fromkeys("".join(pairs.split()) + more))
        ends = np.array([[actors.index(x) for x in pair] for pair in pairs.split()], dtype=int)
        ends = ends.reshape(-1, 2)
        return from_arrays(actors, ends[:, 0], ends[:, 1], weights, directed=directed)

    return build


@pytest.fixture(scope="session")
def random_network() -> Make:
    """Makes a seeded random network: each pair is tied with a chance."""

    def build(
        n: int, chance: float, *, directed: bool, seed: int, weighted: bool = False
    ) -> Network:
        draw = np.random.default_rng(seed)
        tied = draw.random((n, n)) < chance
        np.fill_diagonal(tied, False)
        if not directed:
            tied = np.triu(tied)
        rows, columns = np.nonzero(tied)
        weights = draw.integers(1, 6, len(rows)).astype(float) if weighted else None
        actors = [f"a{i}" for i in range(n)]
        return from_arrays(actors, rows, columns, weights, directed=directed)

    return build


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Writes a file with the text given."""

    def put(name: str, text: str) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    return put
