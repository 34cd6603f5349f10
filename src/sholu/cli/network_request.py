"""What 'sholu network' was asked: the ties, how to read them, and the options of the words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from sholu.network.assemble import network_of, undirected
from sholu.network.model import Network, NetworkError, TieTable, WeightIs


@dataclass(frozen=True)
class Request:
    """One question about one network.

    Attributes:
        table: the ties as told.
        directed: whether the numbers asked for are those of the directed reading.
        weight_is: what weights mean.
        phase: only this phase; None for all.
        options: of the words, by name: ``k``, ``by``, ``block``, ``ties`` …
        named: the tables of the files that were named.
        siblings: the files that belong together, for checks; ``total``: the one that holds all.
    """

    table: TieTable
    directed: bool
    weight_is: WeightIs
    phase: str | None = None
    options: Mapping[str, Any] = field(default_factory=dict)
    named: tuple[TieTable, ...] = ()
    siblings: tuple[TieTable, ...] = ()
    total: TieTable | None = None

    def network(self, phase: str | None = None) -> Network:
        """The ties as the source tells them: with directions if it says so, or if asked for.

        Raises:
            NetworkError: if there is no actor.
        """
        arrows = self.directed or self.table.directed is True
        network = network_of(
            self.table,
            directed=arrows,
            weight_is=self.weight_is,
            phase=phase or self.phase,
        )
        if not network.n:
            raise NetworkError(f"{self.table.origin} holds no actors: there is nothing to measure.")
        return network

    def primary(self) -> Network:
        """The reading that was asked for: directed with --directed, else undirected."""
        network = self.network()
        return network if self.directed else undirected(network)
