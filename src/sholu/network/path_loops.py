"""Compiled loops over shortest paths from a list of sources.

Source: Brandes, A faster algorithm for betweenness centrality, J. Math. Sociology 25 (2001) 163,
algorithm 1; dependencies are gathered along outgoing ties, so no lists of predecessors are kept.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from sholu.network.compiled import compiled
from sholu.network.model import Floats, Indices

Counts = NDArray[np.uint32]
Steps = NDArray[np.int32]

RELATIVE_TOLERANCE = 1e-10
"""Two paths are equally long if they differ by less than this share: 1/3 + 1/3 + 1/3 is 1."""


@compiled
def dependencies_by_steps(
    offsets: Counts,
    targets: Counts,
    sources: Counts,
    scaled: bool,
    total: Floats,
    squares: Floats,
) -> None:
    """Add each source's dependency on each actor to ``total``, its square to ``squares``.

    Args:
        offsets, targets, sources: unsigned, so that no index has to be tested for its sign.
        scaled: count a pair (source, t) at an actor by his distance from the source over that of
            t, as Geisberger et al. (2008) do; else count it whole.
    """
    n = len(offsets) - 1
    one = np.uint32(1)
    distance = np.full(n, -1, dtype=np.int32)
    paths = np.zeros(n)
    share = np.zeros(n)
    queue = np.empty(n, dtype=np.uint32)
    # Ties on shortest paths, in the order of the queue, so that the way back tests nothing.
    onward = np.empty(len(targets) + 1, dtype=np.uint32)
    begins = np.empty(n + 1, dtype=np.uint32)
    for source in sources:
        distance[source] = 0
        paths[source] = 1.0
        queue[0] = source
        head, tail, count = np.uint32(0), one, np.uint32(0)
        while head < tail:
            v = queue[head]
            begins[head] = count
            head += one
            next_distance = distance[v] + np.int32(1)
            for place in range(offsets[v], offsets[v + one]):
                w = targets[place]
                far = distance[w]
                if far < 0:
                    distance[w] = next_distance
                    queue[tail] = w
                    tail += one
                    far = next_distance
                # Without a branch: whether a tie leads onward cannot be foreseen.
                leads_on = far == next_distance
                paths[w] += paths[v] if leads_on else 0.0
                onward[count] = w
                count += np.uint32(leads_on)
        begins[tail] = count
        for back in range(np.int64(tail) - 1, -1, -1):
            place_in_queue = np.uint32(back)
            v = queue[place_in_queue]
            gathered = 0.0
            for place in range(begins[place_in_queue], begins[place_in_queue + one]):
                gathered += share[onward[place]]
            dependency = paths[v] * gathered
            if v != source:
                own = 1.0 / distance[v] if scaled else 1.0
                share[v] = (own + dependency) / paths[v]
                dependency *= distance[v] if scaled else 1
                total[v] += dependency
                squares[v] += dependency * dependency
            distance[v] = -1
            paths[v] = 0.0


@compiled
def _push(heap: Indices, keys: Floats, where: Indices, size: int, item: int) -> int:
    """Put an item on the heap, or move it up if its key fell; gives the new size."""
    place = where[item]
    if place < 0:
        place = size
        size += 1
    while place > 0:
        above = (place - 1) // 2
        if keys[heap[above]] <= keys[item]:
            break
        heap[place] = heap[above]
        where[heap[place]] = place
        place = above
    heap[place] = item
    where[item] = place
    return size


@compiled
def _pop(heap: Indices, keys: Floats, where: Indices, size: int) -> int:
    """Take the least item; the caller lowers the size by one."""
    least: int = heap[0]
    where[least] = -1
    size -= 1
    if size > 0:
        item = heap[size]
        place = 0
        while True:
            below = 2 * place + 1
            if below >= size:
                break
            if below + 1 < size and keys[heap[below + 1]] < keys[heap[below]]:
                below += 1
            if keys[heap[below]] >= keys[item]:
                break
            heap[place] = heap[below]
            where[heap[place]] = place
            place = below
        heap[place] = item
        where[item] = place
    return least


@compiled
def _walk_by_length(
    offsets: Indices,
    targets: Indices,
    lengths: Floats,
    source: int,
    distance: Floats,
    paths: Floats,
    order: Indices,
) -> int:
    """Dijkstra from one source: distances, numbers of shortest paths, order; gives how many."""
    n = len(offsets) - 1
    heap = np.empty(n, dtype=np.int64)
    where = np.full(n, -1, dtype=np.int64)
    distance[:] = np.inf
    paths[:] = 0.0
    distance[source] = 0.0
    paths[source] = 1.0
    size = _push(heap, distance, where, 0, source)
    reached = 0
    while size > 0:
        v = _pop(heap, distance, where, size)
        size -= 1
        order[reached] = v
        reached += 1
        for place in range(offsets[v], offsets[v + 1]):
            w = targets[place]
            through = distance[v] + lengths[place]
            tolerance = RELATIVE_TOLERANCE * through
            if through < distance[w] - tolerance:
                distance[w] = through
                paths[w] = paths[v]
                size = _push(heap, distance, where, size, w)
            elif through <= distance[w] + tolerance:
                paths[w] += paths[v]
    return reached


@compiled
def dependencies_by_length(
    offsets: Indices,
    targets: Indices,
    lengths: Floats,
    sources: Indices,
    scaled: bool,
    total: Floats,
    squares: Floats,
) -> None:
    """As `dependencies_by_steps`, for ties that have lengths."""
    n = len(offsets) - 1
    distance = np.empty(n)
    paths = np.empty(n)
    share = np.zeros(n)
    order = np.empty(n, dtype=np.int64)
    for source in sources:
        reached = _walk_by_length(offsets, targets, lengths, source, distance, paths, order)
        for back in range(reached - 1, -1, -1):
            v = order[back]
            gathered = 0.0
            for place in range(offsets[v], offsets[v + 1]):
                w = targets[place]
                through = distance[v] + lengths[place]
                if abs(through - distance[w]) <= RELATIVE_TOLERANCE * through:
                    gathered += share[w]
            dependency = paths[v] * gathered
            if v != source:
                share[v] = ((1.0 / distance[v] if scaled else 1.0) + dependency) / paths[v]
                dependency *= distance[v] if scaled else 1.0
                total[v] += dependency
                squares[v] += dependency * dependency


@compiled
def walk_by_steps(
    offsets: Indices, targets: Indices, source: int, distance: Steps, queue: Steps
) -> int:
    """Breadth first from a source: how many actors it reaches, itself among them.

    Args:
        distance: -1 everywhere; steps from the source are written where it reaches.
        queue: room for all actors; its beginning becomes those reached, the nearest first.
    """
    distance[source] = 0
    queue[0] = source
    head, tail = 0, 1
    while head < tail:
        v = queue[head]
        head += 1
        for place in range(offsets[v], offsets[v + 1]):
            w = targets[place]
            if distance[w] < 0:
                distance[w] = distance[v] + 1
                queue[tail] = w
                tail += 1
    return tail


@compiled
def distances_by_steps(
    offsets: Indices, targets: Indices, sources: Indices, results: Floats
) -> None:
    """For each source a row of ``results``: reached, sum of distances, of 1/distances, farthest."""
    n = len(offsets) - 1
    distance = np.full(n, -1, dtype=np.int32)
    queue = np.empty(n, dtype=np.int32)
    for source in sources:
        reached = walk_by_steps(offsets, targets, source, distance, queue)
        results[source, 0] = reached - 1
        results[source, 3] = distance[queue[reached - 1]]
        for back in range(reached):
            far = distance[queue[back]]
            if far > 0:
                results[source, 1] += far
                results[source, 2] += 1.0 / far
            distance[queue[back]] = -1


@compiled
def distances_by_length(
    offsets: Indices, targets: Indices, lengths: Floats, sources: Indices, results: Floats
) -> None:
    """As `distances_by_steps`, for ties that have lengths."""
    n = len(offsets) - 1
    distance = np.empty(n)
    paths = np.empty(n)
    order = np.empty(n, dtype=np.int64)
    for source in sources:
        reached = _walk_by_length(offsets, targets, lengths, source, distance, paths, order)
        results[source, 0] = reached - 1
        results[source, 3] = distance[order[reached - 1]]
        for place in range(1, reached):
            results[source, 1] += distance[order[place]]
            results[source, 2] += 1.0 / distance[order[place]]
