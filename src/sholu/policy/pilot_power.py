"""How often a pilot would find an effect, tried out on the country's own past.

Windows of the past are taken as they are, with their memory, seasons and shocks; regions are drawn
as the pilot would draw them; the effect is added; the pilot's own test is run (Burlig, Preonas and
Woerman 2020 on why a formula for independent errors is wrong here).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from sholu.policy.assignment import draw_stratified, draw_waves, starts_of_waves
from sholu.policy.panel import Matrix, Vector

PERMUTATIONS = 199
"""Other lots that the real one is compared with: the test that the lot itself justifies."""


@dataclass(frozen=True)
class Plan:
    """One size of a pilot.

    Attributes:
        kind: ``stratified`` or ``stepped-wedge``.
        treated: regions under the measure; all of them in a stepped wedge.
        waves: steps of a stepped wedge; 1 else.
        before, length: periods before the start that are used, and of the pilot.
    """

    kind: str
    treated: int
    waves: int
    before: int
    length: int


@dataclass(frozen=True)
class Power:
    """How often the plan's test says yes at the 5 % level.

    Attributes:
        found: share with the effect planted.
        false: share without.
        error: simulation error of ``found`` (one standard error).
    """

    plan: Plan
    found: float
    false: float
    error: float


def power_of(plan: Plan, history: Matrix, effect: float, seed: int, draws: int) -> Power:
    """Share of simulated pilots that find the effect, and of those that find one without it.

    Args:
        plan: size of the pilot.
        history: (N, T) outcome of regions, balanced, without breaks.
        effect: in units of the outcome, added to each treated cell.
        seed: of the draws.
        draws: simulated pilots.
    """
    random = np.random.default_rng(seed)
    width = plan.before + plan.length
    last = history.shape[1] - width
    found = false = 0
    for _ in range(draws):
        first = int(random.integers(0, last + 1))
        window = history[:, first : first + width]
        with_effect, without = _try_once(plan, window, effect, random)
        found += with_effect
        false += without
    share = found / draws
    return Power(plan, share, false / draws, (share * (1 - share) / draws) ** 0.5)


def _try_once(
    plan: Plan, window: Matrix, effect: float, random: np.random.Generator
) -> tuple[bool, bool]:
    """Whether one simulated pilot says yes, with the effect and without."""
    before, after = window[:, : plan.before], window[:, plan.before :]
    if plan.kind == "stratified":
        lots = draw_stratified(before.mean(axis=1), plan.treated, PERMUTATIONS + 1, random)
        under = np.zeros((lots.shape[0], window.shape[0]))
        np.put_along_axis(under, lots, 1.0, axis=1)
        change = after.mean(axis=1) - before.mean(axis=1)
        return _by_lots(under, change, under[0] * effect)
    waves = draw_waves(window.shape[0], plan.waves, random)
    orders = np.array([waves, *(random.permutation(waves) for _ in range(PERMUTATIONS))])
    starts = starts_of_waves(np.arange(plan.waves), plan.before, plan.length, plan.waves)
    exposed = np.array([np.arange(window.shape[1]) >= start for start in starts], dtype=float)
    said = []
    for planted in (effect, 0.0):
        outcome = window + planted * exposed[waves]
        left = outcome - outcome.mean(axis=0) - outcome.mean(axis=1, keepdims=True)
        gains = left @ exposed.T
        said.append(_is_rare(gains[np.arange(len(waves)), orders].sum(axis=1)))
    return said[0], said[1]


def _by_lots(under: Matrix, change: Vector, planted: Vector) -> tuple[bool, bool]:
    """The real lot, in the first row, against others that the draw could have given."""
    treated = int(under[0].sum())
    said = []
    for values in (change + planted, change):
        sums = under @ values
        said.append(_is_rare(sums / treated - (values.sum() - sums) / (values.size - treated)))
    return said[0], said[1]


def _is_rare(statistics: Vector) -> bool:
    """Whether the first lies further from the middle than all but 5 % of the others."""
    away = np.abs(statistics - statistics[1:].mean())
    return bool((away >= away[0] * (1 - 1e-12)).mean() <= 0.05)
