"""The nouns of networks: ties as a source tells them, and the network that is computed on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from sholu.core.errors import SholuError
from sholu.core.finding import Finding

Floats = NDArray[np.float64]
Indices = NDArray[np.int64]
Booleans = NDArray[np.bool_]


class NetworkError(SholuError):
    """Ties that cannot be read, or a network that a measure is not defined on."""


class WeightIs(StrEnum):
    """What the weight of a tie means; the same number read the other way turns a result round."""

    STRENGTH = "strength"
    """More is closer: messages, meetings, money. A path costs the sum of 1/weight."""
    LENGTH = "length"
    """More is further: kilometres, days, cost. A path costs the sum of weights."""
    IGNORED = "ignored"
    """A tie is there or not."""


class Repeated(StrEnum):
    """What several rows about one pair of actors mean."""

    SUM = "sum"
    """Each row is a contact, or a part (a phase): their weights add up."""
    LAST = "last"
    """Each row states the whole tie: the later one replaces the earlier."""


@dataclass(frozen=True)
class Tie:
    """A relation between two actors, as one row, cell or span says it.

    Attributes:
        source, target: labels of roles or pseudonyms.
        weight: finite; what it means is said by whoever computes (`WeightIs`).
        kind: the source's word for the relation; empty if it has none.
        time: when, as printed (ISO date, ISO date and time, or a number); None if unknown.
        duration: in the source's unit; None if unknown.
        phase: label of the phase; None if there are no phases.
        spans: ids of the spans that say it.
    """

    source: str
    target: str
    weight: float = 1.0
    kind: str = ""
    time: str | None = None
    duration: float | None = None
    phase: str | None = None
    spans: tuple[str, ...] = ()


@dataclass(frozen=True)
class TieTable:
    """Ties as a file or the tables of an observatory tell them; nothing is combined or mended.

    Attributes:
        origin: name of the file, or what the ties were taken from.
        form: ``matrix``, ``edge list``, ``call records``, ``GraphML`` …
        actors: labels in the order in which they come, isolates included, repeats kept.
        directed: None if the source does not say.
        weighted: whether it carries weights.
        repeated: what several rows about one pair mean.
        phases: labels in order; empty if there are none.
        attributes: actor to its columns (``group``, ``role``, ``place`` …).
        phase_actors: phase to the actors that it lists, where the source lists them.
        notes: findings made while reading.
        projected: how a one-mode network was made of two-mode data; empty if it was not.
    """

    origin: str
    form: str
    actors: tuple[str, ...]
    ties: tuple[Tie, ...]
    directed: bool | None = None
    weighted: bool = False
    repeated: Repeated = Repeated.SUM
    phases: tuple[str, ...] = ()
    attributes: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    phase_actors: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    notes: tuple[Finding, ...] = ()
    projected: str = ""


@dataclass(frozen=True, eq=False)
class Network:
    """Actors and ties as compressed sparse rows; no self-ties, each pair once in a direction.

    An undirected network holds each tie in both directions.

    Attributes:
        actors: labels, in the order in which they first came.
        offsets: shape (n + 1,); the ties of actor i are ``targets[offsets[i]:offsets[i + 1]]``.
        targets: shape (arcs,), rising within a row.
        weights: shape (arcs,), as the source gives them; 1 where it gives none.
        directed: whether a tie has a direction.
        weight_is: what the weight means.
        name: the file or phase, for sentences.
        attributes: actor to its columns.
    """

    actors: tuple[str, ...]
    offsets: Indices
    targets: Indices
    weights: Floats
    directed: bool
    weight_is: WeightIs = WeightIs.IGNORED
    name: str = ""
    attributes: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    @property
    def n(self) -> int:
        """Number of actors."""
        return len(self.actors)

    @property
    def arcs(self) -> int:
        """Ordered pairs with a tie; twice the number of edges if undirected."""
        return len(self.targets)

    @cached_property
    def sources(self) -> Indices:
        """Shape (arcs,): where each tie starts."""
        return np.repeat(np.arange(self.n, dtype=np.int64), np.diff(self.offsets))

    @cached_property
    def edges(self) -> int:
        """Unordered pairs with a tie in at least one direction."""
        low = np.minimum(self.sources, self.targets)
        high = np.maximum(self.sources, self.targets)
        return len(np.unique(low * max(self.n, 1) + high))

    @cached_property
    def index(self) -> Mapping[str, int]:
        """Label to row."""
        return {actor: row for row, actor in enumerate(self.actors)}

    @cached_property
    def lengths(self) -> Floats:
        """Shape (arcs,): what a step along each tie costs, by what the weight means."""
        if self.weight_is is WeightIs.STRENGTH:
            return 1.0 / self.weights
        if self.weight_is is WeightIs.LENGTH:
            return self.weights
        return np.ones(self.arcs)

    @cached_property
    def strengths(self) -> Floats:
        """Shape (arcs,): how strong each tie is; 1 where weights are ignored, 1/length else."""
        if self.weight_is is WeightIs.STRENGTH:
            return self.weights
        if self.weight_is is WeightIs.LENGTH:
            return 1.0 / self.weights
        return np.ones(self.arcs)

    def neighbours(self, row: int) -> Indices:
        """Rows that actor ``row`` has a tie to, rising."""
        return self.targets[self.offsets[row] : self.offsets[row + 1]]
