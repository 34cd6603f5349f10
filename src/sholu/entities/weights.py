"""Bits for levels of agreement between two reports, as `weights.yaml` lists them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from sholu.mentions.word_lists import read_word_lists

Levels = Mapping[str, float]


@dataclass(frozen=True)
class Weights:
    """Bits by comparison and level; ``same``, ``possible`` and ``refused`` are sums of them."""

    prior: float
    published: Levels
    place: Levels
    day: Levels
    kind: Levels
    drugs: Levels
    agencies: Levels
    ages: Levels
    figures: Levels
    details: Levels
    names: Levels
    same: float
    possible: float
    refused: float


@lru_cache(maxsize=1)
def load_weights() -> Weights:
    """The weights that come with the package."""
    return Weights(**read_word_lists("sholu.entities", "weights.yaml"))
