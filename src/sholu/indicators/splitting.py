"""Do many registrations come from one person, one pair of officers or one week?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Sequence
from typing import NamedTuple

import numpy as np

from sholu.indicators.integrity_answer import (
    DETECTABLE_Z,
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
MOST_PERMUTATIONS = 20_000
LEAST_PERMUTATIONS = 199
"""For the mean and the scatter of the pairs under chance, whatever the p-value."""


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
    observed = _pairs(label, group)
    chance = _permute(label, group, stratum, observed, np.random.default_rng(seed))
    return _answer(label, group, labels, observed, chance, what)


def _numbers(values: Sequence[Hashable]) -> IntArray:
    known: dict[Hashable, int] = {}
    return np.array([known.setdefault(value, len(known)) for value in values], dtype=np.int64)


def _count(*numbers: IntArray) -> int:
    """How many different rows these columns have."""
    return len(np.unique(np.column_stack(numbers), axis=0))


def _pairs(label: IntArray, group: IntArray) -> int:
    """Pairs of registrations that share label and group."""
    keys = np.sort(label * (group.max() + 1) + group)
    ends = np.flatnonzero(np.concatenate([np.diff(keys) != 0, [True]]))
    sizes = np.diff(np.concatenate([[-1], ends]))
    return int((sizes * (sizes - 1)).sum()) // 2


def _permute(
    label: IntArray, group: IntArray, stratum: IntArray, observed: int, random: np.random.Generator
) -> _Chance:
    order = np.argsort(stratum, kind="stable")
    label, group, stratum = label[order], group[order], stratum[order]
    drawn, exceeded = [], 0
    while len(drawn) < MOST_PERMUTATIONS:
        shuffled = label[np.lexsort((random.random(len(label)), stratum))]
        drawn.append(_pairs(shuffled, group))
        exceeded += drawn[-1] >= observed
        if exceeded >= EXCEEDANCES and len(drawn) >= LEAST_PERMUTATIONS:
            break
    pairs = np.array(drawn, dtype=float)
    low, high = np.percentile(pairs, [2.5, 97.5])
    p = (exceeded + 1) / (len(drawn) + 1)
    return _Chance(p, float(pairs.mean()), float(pairs.std()), float(low), float(high))


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
