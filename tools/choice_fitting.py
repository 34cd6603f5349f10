"""Fit the weights of ``sholu.core.choice`` and measure them on examples that they have not seen.

Used by the tools that know their field (``tools/fit_day_weights.py``). The weights are those of
the largest penalised likelihood; where several alternatives have the right outcome, their
probabilities are summed, as in a reading.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from sholu.core.choice import Features, Weights, choose

FOLDS = 6
SMALLEST = 0.01
"""Weights nearer to zero are not printed."""

Array = np.ndarray


@dataclass(frozen=True)
class Example:
    """Something to learn from.

    Attributes:
        group: examples of one group are left out together in cross-validation.
        alternatives: an outcome and its features each.
        right: the outcome that a reader of the text chose.
    """

    name: str
    group: str
    language: str
    alternatives: Sequence[tuple[Hashable, Features]]
    right: Hashable
    weight: float = 1.0


@dataclass(frozen=True)
class _Rows:
    """Alternatives by features; ``first``: the row with which each example begins."""

    values: csr_matrix
    example: Array
    right: Array
    first: Array
    weight: Array


def fit(examples: Sequence[Example], penalty: float, fewest: int = 3) -> dict[str, float]:
    """The weight of each feature that stands in enough examples.

    An example none of whose alternatives is right teaches nothing.

    Args:
        penalty: ridge (L2) on the weights, of the mean log-likelihood.
        fewest: examples in which a feature must stand to be learnt.
    """
    taught = [e for e in examples if any(outcome == e.right for outcome, _ in e.alternatives)]
    count = Counter(n for e in taught for n in {n for _, f in e.alternatives for n in f})
    names = sorted(name for name, number in count.items() if number >= fewest)
    rows = _make_rows(taught, names)

    def loss(weights: Array) -> tuple[float, Array]:
        chance = _chances(rows, weights)
        hit = np.add.reduceat(chance * rows.right, rows.first) + 1e-12
        value = -(rows.weight * np.log(hit)).sum() + penalty * (weights**2).sum()
        off = (chance - chance * rows.right / hit[rows.example]) * rows.weight[rows.example]
        return value, rows.values.T @ off + 2 * penalty * weights

    start = np.zeros(len(names))
    found = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 400}).x
    return dict(zip(names, found, strict=True))


def _make_rows(examples: Sequence[Example], names: Sequence[str]) -> _Rows:
    column = {name: number for number, name in enumerate(names)}
    entries = [
        (row, column[name], value)
        for row, (_, features) in enumerate(a for e in examples for a in e.alternatives)
        for name, value in features.items()
        if name in column
    ]
    sizes = np.array([len(e.alternatives) for e in examples])
    weight = np.array([e.weight for e in examples])
    row, place, value = zip(*entries, strict=True)
    return _Rows(
        csr_matrix((value, (row, place)), shape=(sizes.sum(), len(names))),
        np.repeat(np.arange(len(examples)), sizes),
        np.array([outcome == e.right for e in examples for outcome, _ in e.alternatives], float),
        np.concatenate([[0], sizes.cumsum()[:-1]]),
        weight / weight.sum(),
    )


def _chances(rows: _Rows, weights: Array) -> Array:
    scores = rows.values @ weights
    powers = np.exp(scores - np.maximum.reduceat(scores, rows.first)[rows.example])
    return powers / np.add.reduceat(powers, rows.first)[rows.example]


def cross_validate(
    examples: Sequence[Example], penalty: float, fewest: int = 3
) -> list[tuple[Hashable, float]]:
    """The outcome chosen of each example, and its probability, by weights without its group."""
    groups = sorted({example.group for example in examples})
    random.Random(1).shuffle(groups)
    fold = {group: number % FOLDS for number, group in enumerate(groups)}
    read: dict[str, tuple[Hashable, float]] = {}
    for number in range(FOLDS):
        weights = fit([e for e in examples if fold[e.group] != number], penalty, fewest)
        for example in examples:
            if fold[example.group] == number:
                read[example.name] = choose(example.alternatives, weights)
    return [read[example.name] for example in examples]


def write(weights: Weights, path: Path) -> None:
    """The weights as a table that ``sholu.core.choice.load_weights`` reads."""
    lines = [f"{name}\t{w:.2f}\n" for name, w in sorted(weights.items()) if abs(w) >= SMALLEST]
    path.write_text("".join(lines), encoding="utf-8")
