"""One of several alternatives chosen by named features, each with a weight that was learnt.

A conditional logit (McFadden 1974, equation 12): the utility of an alternative is the sum of its
features' weights, and its probability the share of its ``exp(utility)`` in that of all. The weights
stand as numbers in a table beside the code that makes the features, so that a choice can be
followed by hand; ``tools/choice_fitting.py`` fits them. Alternatives of equal outcome add up.
"""

from __future__ import annotations

import csv
import math
from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from functools import lru_cache
from importlib import resources
from typing import TypeVar

Features = Mapping[str, float]
"""By name; most are 1 where they hold and absent where not."""

Weights = Mapping[str, float]
"""By the name of the feature; a feature without weight says nothing."""

Outcome = TypeVar("Outcome", bound=Hashable)


def chances(alternatives: Sequence[Features], weights: Weights) -> list[float]:
    """The probability of each alternative, in their order; they sum to one."""
    utilities = [
        sum(value * weights[name] for name, value in features.items() if name in weights)
        for features in alternatives
    ]
    highest = max(utilities, default=0.0)
    powers = [math.exp(utility - highest) for utility in utilities]
    total = sum(powers)
    return [power / total for power in powers]


def choose(
    alternatives: Iterable[tuple[Outcome, Features]], weights: Weights
) -> tuple[Outcome, float]:
    """The likeliest outcome and its probability; of equal ones the first.

    Raises:
        ValueError: If there is no alternative.
    """
    known = list(alternatives)
    if not known:
        raise ValueError("nothing to choose from")
    total: defaultdict[Outcome, float] = defaultdict(float)
    likely = chances([features for _, features in known], weights)
    for (outcome, _), chance in zip(known, likely, strict=True):
        total[outcome] += chance
    best = max(total, key=lambda outcome: total[outcome])
    return best, total[best]


@lru_cache
def load_weights(package: str, name: str) -> Weights:
    """The weights of a table of a package: lines of a feature and its weight, a tab between."""
    content = resources.files(package).joinpath(name).read_text("utf-8")
    rows = csv.reader(content.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE)
    return {feature: float(weight) for feature, weight in rows}
