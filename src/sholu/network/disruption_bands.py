"""The band around a disruption curve: what else the same rule could have done with tied actors.

A rule that says 'the highest score' says nothing about two actors with the same. Curves of one rule
on one network then differ by the order of the rows in a file.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from sholu.network import dismantling_orders as orders
from sholu.network.dismantling_model import State, Ties
from sholu.network.disruption import Curve, copied, least_left, prepare
from sholu.network.model import Indices, Network

STATES = 400
"""Different sets of removed actors followed at once, up to which the band is exact."""

WAYS = 20_000
"""Choices tried after one block, up to which the band is exact."""

EXACT_LARGEST = 200
"""Actors up to which exact bands are tried."""

DRAWS = 200
"""Orders of preference drawn where it is not."""

LEAST_DRAWS = 10

DRAWN_STEPS = 40_000_000
"""Steps of the loops that draws may take together; fewer are drawn where one takes long."""


@dataclass(frozen=True)
class BandRow:
    """The smallest and largest that the largest component can be after some removals.

    Attributes:
        low, high: over its size at the beginning.
        exact: whether all choices were followed; if not, the true band is as wide or wider.
    """

    removed: int
    low: float
    high: float
    exact: bool


@dataclass(frozen=True)
class Band:
    """The band of a curve.

    Attributes:
        rows: one per step of the curve.
        exact: whether all rows are.
        draws: orders of preference drawn for the rows that are not; 0 if none was needed.
        mean_low, mean_high: the smallest and largest mean of a curve: of all if exact, else of the
            one printed and those drawn.
    """

    rows: tuple[BandRow, ...]
    exact: bool
    draws: int
    mean_low: float
    mean_high: float

    @property
    def widest(self) -> float:
        """The largest difference that tied choices alone make."""
        return max(row.high - row.low for row in self.rows)


def disruption_band(network: Network, curve: Curve, seed: int = 1) -> Band:
    """All that the rule of a curve could have led to with other choices among tied actors.

    Each set of actors that can be gone is followed as long as there are few of them (exact); after
    that, curves with random orders of preference are drawn, and the one printed counts, too. Any
    sequence of choices is that of some order of preference.

    Args:
        seed: of the draws.
    """
    counts = [step.removed for step in curve.steps]
    initial = curve.steps[0].size
    layers = None
    if network.n <= EXACT_LARGEST:
        layers = _exact_layers(*prepare(network, curve.by), curve.block)
    rows = [
        BandRow(count, low / initial, high / initial, exact=True)
        for count, (low, high) in zip(counts, layers.sizes if layers else (), strict=False)
    ]
    printed = np.array([step.size for step in curve.steps])
    drawn = np.empty((0, len(counts)), dtype=np.int64)
    if len(rows) < len(counts):
        drawn = _drawn_curves(network, curve, seed)[:, counts]
    together = np.vstack([printed, drawn])
    for place in range(len(rows), len(counts)):
        low, high = together[:, place].min(), together[:, place].max()
        rows.append(BandRow(counts[place], low / initial, high / initial, exact=False))
    means = together.mean(axis=1) / initial
    if layers and rows[-1].exact:
        means = np.array([layers.least, layers.most]) / len(counts) / initial
    return Band(
        rows=tuple(rows),
        exact=all(row.exact for row in rows),
        draws=len(drawn),
        mean_low=float(means.min()),
        mean_high=float(means.max()),
    )


def _drawn_curves(network: Network, curve: Curve, seed: int) -> Indices:
    """Shape (draws, n + 1): sizes of the largest component.

    Up to the first choice all are the one printed, which is not walked again.
    """
    chance = np.random.default_rng(seed)
    block = curve.block
    if curve.open_at is None:
        ties, start = prepare(network, curve.by)
        before = _until_tied(ties, start, block)
    else:
        ties, start = prepare(network, curve.by, _gone_before(network, curve, curve.open_at))
        before = np.full(network.n + 1, -1, dtype=np.int64)
        for step in curve.steps:
            if step.removed < curve.open_at:
                before[step.removed] = step.size
    curves: list[Indices] = []
    wanted = DRAWS
    while len(curves) < wanted:
        largest = before.copy()
        removed = np.full(network.n, -1, dtype=np.int64)
        steps, _ = orders.take_away(
            ties,
            copied(start),
            block,
            least_left(network.n),
            chance.permutation(network.n),
            removed,
            largest,
        )
        curves.append(largest)
        wanted = max(LEAST_DRAWS, min(DRAWS, DRAWN_STEPS // max(steps, 1)))
    return np.array(curves)


def _gone_before(network: Network, curve: Curve, count: int) -> list[int]:
    """Rows of the actors of a curve that are gone after so many removals."""
    gone = [actor for step in curve.steps if step.removed <= count for actor in step.actors]
    return [network.index[actor] for actor in gone]


def _until_tied(ties: Ties, state: State, block: int) -> Indices:
    """Go on from the state while there is no choice; gives the sizes so far."""
    n = len(state.gone)
    largest = np.full(n + 1, -1, dtype=np.int64)
    count = 0
    while n - count - block >= least_left(n):
        choices, fixed = _choices(ties, state, block)
        if len(choices) > block - len(fixed):
            break
        largest[count] = orders.largest_piece(state)
        orders.remove(np.concatenate([fixed, choices]), ties, state)
        count += block
    return largest


def _choices(ties: Ties, state: State, block: int) -> tuple[Indices, Indices]:
    """The actors among whom the rule leaves a choice, and those who go whatever is chosen."""
    values = orders.wanted(state)
    width = orders.tie_width(values)
    fixed: list[int] = []
    while True:
        top = values.max()
        tied = np.flatnonzero(values >= top - width)
        if len(fixed) + len(tied) >= block:
            return tied, np.array(fixed, dtype=np.int64)
        fixed += tied.tolist()
        values[tied] = -np.inf


@dataclass(frozen=True)
class _Followed:
    """A set of removed actors, with the least and largest sum of sizes on the ways to it."""

    state: State
    least: int
    most: int


@dataclass(frozen=True)
class _Layers:
    """Least and largest size after each block as far as followed, and of their sums at the end."""

    sizes: tuple[tuple[int, int], ...]
    least: int
    most: int


def _exact_layers(ties: Ties, state: State, block: int) -> _Layers:
    """Follow all choices, block by block, as long as there are few different states."""
    n = len(state.gone)
    sizes: list[tuple[int, int]] = []
    layer = [_Followed(state, 0, 0)]
    while layer:
        found = [orders.largest_piece(one.state) for one in layer]
        sizes.append((min(found), max(found)))
        layer = [
            _Followed(one.state, one.least + size, one.most + size)
            for one, size in zip(layer, found, strict=True)
        ]
        ended = n - block * len(sizes) < least_left(n)
        following = [] if ended else _following(ties, layer, block)
        if not following:
            break
        layer = following
    return _Layers(tuple(sizes), min(one.least for one in layer), max(one.most for one in layer))


def _following(ties: Ties, layer: list[_Followed], block: int) -> list[_Followed]:
    """The states one block later; empty if there are too many."""
    found: dict[bytes, _Followed] = {}
    tried = 0
    for one in layer:
        for leaving in _ways(ties, one.state, block):
            tried += 1
            gone = one.state.gone.copy()
            gone[leaving] = True
            key = gone.tobytes()
            known = found.get(key)
            if known is None:
                after = copied(one.state)
                orders.remove(leaving, ties, after)
                found[key] = _Followed(after, one.least, one.most)
            else:
                least, most = min(known.least, one.least), max(known.most, one.most)
                found[key] = _Followed(known.state, least, most)
            if len(found) > STATES or tried > WAYS:
                return []
    return list(found.values())


def _ways(ties: Ties, state: State, block: int) -> Iterator[Indices]:
    """Blocks that the rule allows; of interchangeable actors only the first ones."""
    tied, fixed = _choices(ties, state, block)
    wanted = block - len(fixed)
    classes = _interchangeable(ties, state, tied.tolist(), alone=wanted == 1)
    for way in _of_classes(classes, wanted):
        yield np.concatenate([fixed, np.array(way, dtype=np.int64)])


def _of_classes(classes: list[list[int]], wanted: int) -> Iterator[list[int]]:
    """All ways of taking a number of actors from classes, the first of each class."""
    if not classes:
        if not wanted:
            yield []
        return
    first, *others = classes
    rest = sum(len(other) for other in others)
    for count in range(max(0, wanted - rest), min(len(first), wanted) + 1):
        for way in _of_classes(others, wanted - count):
            yield first[:count] + way


def _interchangeable(ties: Ties, state: State, tied: list[int], *, alone: bool) -> list[list[int]]:
    """Tied actors in classes whose members can change places without changing the network.

    Those with the same contacts by the same weights; and, if only one is taken (``alone``), those
    in components that are complete and equally large.
    """
    if ties.directed:
        return [[actor] for actor in tied]
    classes: dict[tuple[object, ...], list[int]] = {}
    keys = [_contacts(ties, state, actor) for actor in tied]
    for actor, around in zip(tied, keys, strict=True):
        classes.setdefault(("apart", *around), []).append(actor)
    loose = [members[0] for members in classes.values() if len(members) == 1]
    found = [members for members in classes.values() if len(members) > 1]
    classes = {}
    for actor in loose:
        around = _contacts(ties, state, actor)
        weights = {weight for _, weight in around}
        inside = sorted([actor, *(other for other, _ in around)])
        key: tuple[object, ...] = ("single", actor)
        if len(weights) == 1:
            complete = alone and _complete(ties, state, inside, weights)
            key = ("complete", len(inside), *weights) if complete else ("tied", *inside, *weights)
        classes.setdefault(key, []).append(actor)
    return found + list(classes.values())


def _contacts(ties: Ties, state: State, actor: int) -> list[tuple[int, float]]:
    """Contacts left, with the weight of the tie."""
    places = range(ties.offsets[actor], ties.offsets[actor + 1])
    return [
        (int(ties.targets[at]), float(ties.weights[at]))
        for at in places
        if not state.gone[ties.targets[at]]
    ]


def _complete(ties: Ties, state: State, inside: list[int], weights: set[float]) -> bool:
    """Whether some actors are a component with all ties among them, of one weight."""
    return all(
        len(around := _contacts(ties, state, actor)) == state.size[actor] - 1 == len(inside) - 1
        and {weight for _, weight in around} == weights
        for actor in inside
    )
