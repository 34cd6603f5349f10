"""What kind of event an item tells: named features, weighed as hand-read items teach.

The weights are those of a multinomial logistic regression (McFadden 1974, conditional logit with
shared and kind-specific terms), fitted by ``tools/fit_kind_weights.py`` on the development half of
``evaluation/`` and on invented openings of items (``tools/kind_examples/``); they stand as numbers
in ``kind_weights.tsv``, a line a feature and kind, so that a reading can be followed by hand.
"""

from __future__ import annotations

import csv
import math
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

from sholu.events.kind_features import KindFeatures, find_features
from sholu.vocabulary.model import Vocabulary

NO_KIND = "none"
"""Statistics, appointments, destruction of evidence: about drugs, but of no kind."""

LEAST_LIKELY = 0.2
"""A kind below this is a guess among all that an item without signs of any kind could be."""

ANY_KIND = "*"
"""Stands for the weight of a feature that names its kind itself."""

Weights = Mapping[str, Mapping[str, float]]
"""By feature, then kind."""


@dataclass(frozen=True)
class KindReading:
    """A kind (None where none fits) and its probability among all kinds."""

    kind: str | None
    confidence: float


def find_kind(title: str, lead: str, rest: str, vocabulary: Vocabulary) -> KindReading:
    """The kind of event that title, first paragraph and rest of an item tell, all respelled."""
    kinds = vocabulary.event_kinds
    features = find_features(title, lead, rest, kinds)
    chances = kind_chances(features, [kind.code for kind in kinds], load_weights())
    best = max(chances, key=lambda kind: chances[kind])
    said = best != NO_KIND and chances[best] >= LEAST_LIKELY
    return KindReading(best if said else None, round(chances[best], 2))


def kind_chances(features: KindFeatures, kinds: list[str], weights: Weights) -> dict[str, float]:
    """The probability of each kind, and of none.

    An item without any feature of its own is of no kind: there is nothing to read.
    """
    if len(features.common) == 1 and not features.own:
        return {NO_KIND: 1.0}
    scores = {kind: _score(kind, features, weights) for kind in (*kinds, NO_KIND)}
    highest = max(scores.values())
    powers = {kind: math.exp(score - highest) for kind, score in scores.items()}
    total = sum(powers.values())
    return {kind: power / total for kind, power in powers.items()}


def _score(kind: str, features: KindFeatures, weights: Weights) -> float:
    common = sum(
        value * weights[name].get(kind, 0.0)
        for found in (features.common, features.words)
        for name, value in found.items()
        if name in weights
    )
    own = features.own.get(kind, {})
    return common + sum(value * weights[name][ANY_KIND] for name, value in own.items())


@lru_cache(maxsize=1)
def load_weights() -> Weights:
    """The weights of ``kind_weights.tsv``."""
    weights: defaultdict[str, dict[str, float]] = defaultdict(dict)
    content = resources.files("sholu.events").joinpath("kind_weights.tsv").read_text("utf-8")
    for row in csv.DictReader(content.splitlines(), delimiter="\t"):
        weights[row["feature"]][row["kind"]] = float(row["weight"])
    return weights
