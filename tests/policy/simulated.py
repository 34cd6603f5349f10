"""Invented panels whose truth is known, and how often a design says that there is an effect.

Months, levels that differ, common shocks, noise that remembers the month before. In `peaks` the
treated are those that stood highest just before the start: they come back by themselves.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from sholu.policy.designs import Question, judge
from sholu.policy.disagreement import answer_of
from sholu.policy.model import Effect, PolicyError, Refusal
from sholu.policy.panel import NEVER, Rows

PERIODS, START = 48, 30
EFFECT = 3.0
"""Planted, in standard deviations of the noise: 1 a month."""

Choose = Callable[[np.ndarray, int], np.ndarray]


@dataclass(frozen=True)
class Trial:
    """A design on panels of one kind.

    Attributes:
        choose: which units are treated.
        staggered: half of them start six months later.
        memory: correlation of the noise with that of the month before.
    """

    design: str
    name: str
    units: int
    treated: int
    choose: Choose
    staggered: bool = False
    memory: float = 0.5


@dataclass(frozen=True)
class Rates:
    """How often a design says that there is an effect.

    Attributes:
        outside: where there is none, the interval leaves nil out.
        false: the same without a check that takes the answer back: what a reader is told.
        placebo: where there is none, p of placebos is 5 % or less; None without placebos.
        power: where it is planted it is found, and not taken back.
        covered: the interval holds what was planted.
    """

    outside: float
    false: float
    placebo: float | None
    power: float
    covered: float


def noise(random: np.random.Generator, units: int, memory: float) -> np.ndarray:
    """Levels, common shocks, and noise with standard deviation 1 that remembers."""
    found = random.normal(size=(units, PERIODS))
    for period in range(1, PERIODS):
        found[:, period] = memory * found[:, period - 1] + (1 - memory**2) ** 0.5 * found[:, period]
    levels = random.normal(0, 4, (units, 1))
    shocks = random.normal(0, 1, (1, PERIODS)) if units > 1 else 0.0
    return np.asarray(50 + levels + shocks + found)


def by_chance(_outcome: np.ndarray, treated: int) -> np.ndarray:
    """The first: levels and noise do not know their order."""
    return np.arange(treated)


def at_their_peak(outcome: np.ndarray, treated: int) -> np.ndarray:
    """Those that stood highest above their own past in the three months before the start."""
    excess = outcome[:, START - 3 : START].mean(axis=1) - outcome[:, : START - 3].mean(axis=1)
    return np.asarray(np.argsort(excess)[-treated:])


def rows_of(outcome: np.ndarray, chosen: np.ndarray, staggered: bool) -> Rows:
    """A panel in which the chosen start together, or in two cohorts."""
    units = outcome.shape[0]
    first = np.full(units, NEVER)
    first[chosen] = START
    if staggered:
        first[chosen[::2]] = START + 6
    names = tuple(f"{2020 + t // 12}-{t % 12 + 1:02d}" for t in range(PERIODS))
    return Rows(
        tuple(f"R{i:02d}" for i in range(units)), names, np.arange(PERIODS, dtype=float),
        np.repeat(np.arange(units), PERIODS), np.tile(np.arange(PERIODS), units),
        outcome.ravel(), first, {},
    )  # fmt: skip


def rates(trial: Trial, draws: int, seed: int) -> Rates:
    """Run a design on panels without and with the effect."""
    nothing, planted = [], []
    for draw in range(draws):
        outcome = noise(np.random.default_rng([seed, draw]), trial.units, trial.memory)
        null = rows_of(outcome, trial.choose(outcome, trial.treated), trial.staggered)
        now = null.treated_now().reshape(outcome.shape)
        changed = rows_of(
            outcome + EFFECT * now, trial.choose(outcome, trial.treated), trial.staggered
        )
        nothing.append(_effect_of(trial.design, null))
        planted.append(_effect_of(trial.design, changed))
    placebos = [one.p_placebo for one in nothing if one.p_placebo is not None]
    return Rates(
        outside=float(np.mean([not _holds(one, 0.0) for one in nothing])),
        false=float(np.mean([answer_of(one) in ("rise", "fall") for one in nothing])),
        placebo=float(np.mean(np.array(placebos) <= 0.05)) if placebos else None,
        power=float(np.mean([answer_of(one) == "rise" for one in planted])),
        covered=float(np.mean([_holds(one, EFFECT) for one in planted])),
    )


def _holds(effect: Effect, value: float) -> bool:
    """Whether the interval holds a value."""
    assert effect.low is not None
    assert effect.high is not None
    return effect.low <= value <= effect.high


def _effect_of(design: str, rows: Rows) -> Effect:
    """The answer of a design with the checks of the data."""
    answer = judge(Question(rows, "y"), (design,))[0]
    if isinstance(answer, Refusal):
        raise PolicyError(answer.reason)
    return answer


TRIALS = (
    Trial("its", "its_6_of_20", 20, 6, by_chance),
    Trial("its", "its_1_of_20", 20, 1, by_chance),
    Trial("its", "its_strong_memory", 20, 6, by_chance, memory=0.8),
    Trial("did", "did_6_of_20", 20, 6, by_chance),
    Trial("did", "did_2_of_20", 20, 2, by_chance),
    Trial("did", "did_1_of_20", 20, 1, by_chance),
    Trial("did", "did_peaks", 20, 6, at_their_peak),
    Trial("cs", "cs_6_of_20", 20, 6, by_chance),
    Trial("cs", "cs_two_starts", 20, 8, by_chance, staggered=True),
    Trial("cs", "cs_peaks", 20, 6, at_their_peak),
    Trial("sc", "sc_1_of_20", 20, 1, by_chance),
    Trial("sc-outcome", "sc_outcome_1_of_20", 20, 1, by_chance),
    Trial("sc-outcome", "sc_outcome_1_of_12", 12, 1, by_chance),
    Trial("sc-augmented", "sc_augmented_1_of_20", 20, 1, by_chance),
    Trial("sdid", "sdid_1_of_20", 20, 1, by_chance),
    Trial("sdid", "sdid_1_of_12", 12, 1, by_chance),
    Trial("sdid", "sdid_6_of_20", 20, 6, by_chance),
    Trial("rd", "rd_one_series", 1, 1, by_chance),
    Trial("rd", "rd_strong_memory", 1, 1, by_chance, memory=0.8),
)
