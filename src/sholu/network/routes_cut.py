"""The fewest places whose closing leaves no way that anybody named."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from scipy.sparse import coo_array, csr_array
from scipy.sparse.csgraph import breadth_first_order, maximum_flow

from sholu.network.routes_model import RouteError, RouteGraph

UNBOUNDED = 10**6
"""Capacity of what cannot be closed: more than there are places."""


@dataclass(frozen=True)
class Cut:
    """The fewest places whose closing leaves no named way.

    Attributes:
        size: how many; None if one stretch leads straight from start to end.
        near_start, near_end: one such set as near to the start, and one as near to the end, as
            there is; others may lie between them.
    """

    size: int | None
    near_start: tuple[int, ...]
    near_end: tuple[int, ...]


def minimum_cut(graph: RouteGraph, starts: Iterable[int], ends: Iterable[int]) -> Cut:
    """The fewest places between starts and ends (Menger 1927; maximum flow with split places).

    Raises:
        RouteError: if a place is both a start and an end, or no way leads across.
    """
    first, last = set(starts), set(ends)
    if not first or not last or first & last:
        raise RouteError("A cut needs a start and an end that differ.")
    n = len(graph.places)
    source, sink = 2 * n, 2 * n + 1
    edges: dict[tuple[int, int], int] = {}
    for place in range(n):
        free = place in first | last
        blocked = graph.areas[place] and not free
        edges[2 * place, 2 * place + 1] = UNBOUNDED if free else int(not blocked)
    for one, other in zip(graph.starts.tolist(), graph.ends.tolist(), strict=True):
        edges[2 * one + 1, 2 * other] = UNBOUNDED
    edges |= {(source, 2 * place): UNBOUNDED for place in first}
    edges |= {(2 * place + 1, sink): UNBOUNDED for place in last}
    rows, columns = zip(*edges, strict=True)
    capacity = csr_array(
        coo_array((np.array(list(edges.values()), dtype=np.int32), (rows, columns)),
                  shape=(2 * n + 2, 2 * n + 2))
    )  # fmt: skip
    flow = maximum_flow(capacity, source, sink)
    if flow.flow_value >= UNBOUNDED:
        return Cut(None, (), ())
    if flow.flow_value == 0:
        raise RouteError("No named way leads from there to there: nothing needs to be closed.")
    left = csr_array(capacity - flow.flow)
    left.data = np.maximum(left.data, 0)
    left.eliminate_zeros()
    ahead = set(breadth_first_order(left, source, return_predecessors=False).tolist())
    behind = set(breadth_first_order(csr_array(left.T), sink, return_predecessors=False).tolist())
    costly = [p for p in range(n) if edges[2 * p, 2 * p + 1] == 1]
    near_start = tuple(p for p in costly if 2 * p in ahead and 2 * p + 1 not in ahead)
    near_end = tuple(p for p in costly if 2 * p + 1 in behind and 2 * p not in behind)
    return Cut(int(flow.flow_value), near_start, near_end)
