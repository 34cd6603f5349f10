"""Make boundaries_invented.topojson: shapes around the places of places_invented.yaml.

Each first-level place gets the ground that is nearest to it (a Voronoi cell), with borders that
bend a little, so that maps of invented data look like maps. Run once, by hand, after the list of
invented places has changed:

    .venv/bin/python tools/build_invented_boundaries.py
"""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
from scipy.spatial import Voronoi

from sholu.charts.map_boundaries import country_of
from sholu.vocabulary import load

TARGET = (
    Path(__file__).parent.parent
    / "src" / "sholu" / "charts" / "data" / "boundaries_invented.topojson"
)  # fmt: skip
STEP_DEGREES = 0.001
COAST_DEGREES = 0.75
"""How far from the outermost places the land ends."""


def main() -> None:
    """Cells, borders, file."""
    places = [p for p in load().places if p.invented and p.region == p.code and p.latitude]
    points = np.array([[place.longitude, place.latitude] for place in places])
    codes = [place.code for place in places]
    rng = np.random.default_rng(7)
    cells = Voronoi(np.vstack([points, _sea(points, rng)]))
    arcs: list[list[list[int]]] = []
    around: dict[str, list[tuple[int, int, int]]] = {code: [] for code in codes}
    for (one, other), (start, end) in zip(cells.ridge_points, cells.ridge_vertices, strict=True):
        owners = [codes[i] for i in (one, other) if i < len(codes)]
        if not owners:
            continue
        line = _bent(cells.vertices[start], cells.vertices[end], rng)
        for owner in owners:
            around[owner].append((start, end, len(arcs)))
        arcs.append(_steps(line))
    geometries = [
        {"type": "Polygon", "id": code, "arcs": [_ring(sides)]} for code, sides in around.items()
    ]
    topology = {
        "type": "Topology",
        "transform": {"scale": [STEP_DEGREES] * 2, "translate": [0, 0]},
        "objects": {"regions": {"type": "GeometryCollection", "geometries": geometries}},
        "arcs": arcs,
    }
    TARGET.write_text(json.dumps(topology, separators=(",", ":")) + "\n")
    print(f"{TARGET}: {len(geometries)} shapes of {len({country_of(c) for c in codes})} countries")


def _sea(points: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """Points around the land: their cells are sea."""
    low, high = points.min(axis=0) - 3, points.max(axis=0) + 3
    grid = np.mgrid[low[0] : high[0] : 0.45, low[1] : high[1] : 0.45].reshape(2, -1).T
    grid += rng.uniform(-0.12, 0.12, grid.shape)
    nearest = np.linalg.norm(grid[:, None] - points[None], axis=2).min(axis=1)
    return grid[nearest > 2 * COAST_DEGREES]


def _bent(start: np.ndarray, end: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """A line with its middles moved, three times over."""
    line = np.array([start, end])
    for _ in range(3):
        middles = (line[:-1] + line[1:]) / 2
        lengths = np.linalg.norm(np.diff(line, axis=0), axis=1)
        middles += rng.uniform(-0.11, 0.11, middles.shape) * lengths[:, None]
        merged = np.empty((len(line) + len(middles), 2))
        merged[::2], merged[1::2] = line, middles
        line = merged
    return line


def _steps(line: np.ndarray) -> list[list[int]]:
    whole = np.round(line / STEP_DEGREES).astype(int)
    return [whole[0].tolist(), *np.diff(whole, axis=0).tolist()]


def _ring(sides: list[tuple[int, int, int]]) -> list[int]:
    """The sides of a cell in order; a side that runs backwards has the index ``~arc``."""
    rest = list(sides)
    first, at, arc = rest.pop(0)
    ring = [arc]
    while rest:
        found = next(side for side in rest if at in side[:2])
        rest.remove(found)
        start, end, arc = found
        ring.append(arc if start == at else ~arc)
        at = end if start == at else start
    if at != first:
        raise ValueError("A cell is not closed.")
    return ring


if __name__ == "__main__":
    main()
