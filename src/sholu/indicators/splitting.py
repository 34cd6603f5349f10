"""Do many registrations come from one person, one pair of officers or one week?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Sequence
from typing import NamedTuple

import numpy as np
from scipy.stats import pearson3

from sholu.indicators.integrity_answer import (
    DETECTABLE_Z,
    LEAST_P,
    IntArray,
    IntegrityAnswer,
    cannot_say,
    check_lengths,
    printed_p,
)

METHOD = (
    "pairs of registrations that share both (Knox 1964), permuted within strata; sequential Monte "
    "Carlo (Besag and Clifford 1991)"
)

LEAST_ROWS = 30
EXCEEDANCES = 20
MOST_PERMUTATIONS = 4_000
BATCH = 200
"""Permutations at a time; as many are drawn at the least."""


class _Chance(NamedTuple):
    p: float
    mean: float
    scatter: float
    low: float
    high: float


def splitting(
    labels: Sequence[Hashable],
    groups: Sequence[Hashable],
    strata: Sequence[Hashable],
    what: str,
    seed: int = 1,
) -> IntegrityAnswer:
    """Test whether registrations with one label fall into one group more than by chance.

    A label is a person or a pair of officers, a group a unit's month or a week. Labels are permuted
    within strata, so that a busy pair or a person with many cases is not the question: the question
    is whether they come in bursts.

    Args:
        labels, groups, strata: one for each registration.
        what: in a few words, for the sentence: ``one person in one month of a unit``.

    Returns:
        Statistic: pairs of registrations that share label and group. Effect: pairs observed over
        those expected by chance; p one-sided (too many).

    Raises:
        IndicatorError: the lists differ in length.
    """
    check_lengths("Splitting", labels, groups, strata)
    label, group, stratum = (_numbers(one) for one in (labels, groups, strata))
    n = len(label)
    if n < LEAST_ROWS:
        return cannot_say(n, METHOD, f"there are {n} registrations; {LEAST_ROWS} are needed")
    if _count(stratum, group) == _count(stratum):
        return cannot_say(n, METHOD, "everything to be compared lies in one group")
    observed = int(_pairs((label * (group.max() + 1) + group)[None, :])[0])
    chance = _permute(label, group, stratum, observed, np.random.default_rng(seed))
    return _answer(label, group, labels, observed, chance, what)


def _numbers(values: Sequence[Hashable]) -> IntArray:
    known: dict[Hashable, int] = {}
    return np.array([known.setdefault(value, len(known)) for value in values], dtype=np.int64)


def _count(*numbers: IntArray) -> int:
    """How many different rows these columns have."""
    return len(np.unique(np.column_stack(numbers), axis=0))


def _pairs(keys: IntArray) -> IntArray:
    """Pairs of equal keys in each row, shape (draws, registrations)."""
    ordered = np.sort(keys, axis=1)
    pairs = np.zeros(len(ordered), dtype=np.int64)
    # A bundle of m has m - 1 pairs at distance one, m - 2 at distance two, and so on.
    for distance in range(1, ordered.shape[1]):
        found = (ordered[:, distance:] == ordered[:, :-distance]).sum(axis=1)
        if not found.any():
            break
        pairs += found
    return pairs


def _permute(
    label: IntArray, group: IntArray, stratum: IntArray, observed: int, random: np.random.Generator
) -> _Chance:
    order = np.argsort(stratum, kind="stable")
    label, group, stratum = label[order], group[order], stratum[order]
    several = int(group.max()) + 1
    drawn: list[int] = []
    exceeded = 0
    while len(drawn) < MOST_PERMUTATIONS and (exceeded < EXCEEDANCES or not drawn):
        places = np.argsort(stratum + random.random((BATCH, len(label))), axis=1)
        pairs = _pairs(label[places] * several + group)
        exceeded += int((pairs >= observed).sum())
        drawn += pairs.tolist()
    low, high = np.percentile(drawn, [2.5, 97.5])
    p = (exceeded + 1) / (len(drawn) + 1) if exceeded else _tail(np.array(drawn), observed)
    return _Chance(p, float(np.mean(drawn)), float(np.std(drawn)), float(low), float(high))


def _tail(drawn: IntArray, observed: int) -> float:
    """Beyond all permutations: Pearson's type III law of their moments (Mielke and Berry 2007).

    The law is at least as skewed as that of a Poisson count of the same scatter: a few thousand
    permutations without a pair don't make three of them impossible.
    """
    mean, scatter = float(drawn.mean()), max(float(drawn.std()), 0.5)
    skewness = max(float(np.mean(((drawn - mean) / scatter) ** 3)), 1 / scatter)
    p = float(pearson3.sf((observed - 0.5 - mean) / scatter, skewness))
    return min(max(p, LEAST_P), 1 / (len(drawn) + 1))


def _answer(
    label: IntArray,
    group: IntArray,
    names: Sequence[Hashable],
    observed: int,
    chance: _Chance,
    what: str,
) -> IntegrityAnswer:
    largest = max(Counter(zip(label.tolist(), group.tolist(), strict=True)).values())
    # One pair more or less would make a ratio of two small numbers jump; half a pair steadies it.
    expected = max(chance.mean, 0.5)
    return IntegrityAnswer(
        n=len(names),
        method=METHOD,
        sentence=f"{observed} pairs of registrations share {what}, {chance.mean:.1f} are expected "
        f"by chance ({printed_p(chance.p)}); the largest bundle has {largest}.",
        statistic=float(observed),
        p=chance.p,
        effect=observed / expected,
        effect_low=observed / max(chance.high, 0.5),
        effect_high=observed / max(chance.low, 0.5),
        effect_name="pairs that share both, observed / expected",
        minimum_detectable=(expected + DETECTABLE_Z * max(chance.scatter, 0.5)) / expected,
    )
