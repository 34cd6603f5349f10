"""False effects and power of every design on invented panels whose truth is known.

    python benchmarks/policy_simulation.py [draws]

Twenty regions, 48 months, levels that differ, common shocks, noise that remembers the month before
(.5). In `peaks` the treated are those that stood highest just before the start. An effect is
"found" if the 95 % interval leaves nil out; `unwarned` counts those false ones beside which the
check `regression_to_the_mean` did not fail; `placebo` counts p of placebos at 5 % or less.
"""

from __future__ import annotations

import sys
import warnings
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from sholu.policy.designs import Question, judge
from sholu.policy.model import Effect, PolicyError, Refusal
from sholu.policy.panel import NEVER, Rows

UNITS, PERIODS, START = 20, 48, 30
EFFECT = 3.0
"""Planted, in standard deviations of the noise: 1 a month."""

Choose = Callable[[np.ndarray, int], np.ndarray]


@dataclass(frozen=True)
class Rates:
    """How often a design says that there is an effect."""

    false: float
    unwarned: float
    false_placebo: float | None
    power: float
    covered: float


def noise(random: np.random.Generator, units: int, memory: float = 0.5) -> np.ndarray:
    """Levels, common shocks, and noise with standard deviation 1 that remembers."""
    found = random.normal(size=(units, PERIODS))
    for period in range(1, PERIODS):
        found[:, period] = memory * found[:, period - 1] + (1 - memory**2) ** 0.5 * found[:, period]
    levels = random.normal(0, 4, (units, 1))
    shocks = random.normal(0, 1, (1, PERIODS)) if units > 1 else 0.0
    return 50 + levels + shocks + found


def by_chance(_outcome: np.ndarray, treated: int) -> np.ndarray:
    """The first: levels and noise do not know their order."""
    return np.arange(treated)


def at_their_peak(outcome: np.ndarray, treated: int) -> np.ndarray:
    """Those that stood highest above their own past in the three months before the start."""
    excess = outcome[:, START - 3 : START].mean(axis=1) - outcome[:, : START - 3].mean(axis=1)
    return np.argsort(excess)[-treated:]


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


def rates(
    design: str, units: int, treated: int, choose: Choose, draws: int, staggered: bool = False
) -> Rates:
    """Run a design on panels without and with the effect."""
    false = unwarned = placebo = found = covered = 0
    has_placebo = False
    for seed in range(draws):
        outcome = noise(np.random.default_rng(seed), units)
        chosen = choose(outcome, treated)
        null = rows_of(outcome, chosen, staggered)
        now = null.treated_now().reshape(outcome.shape)
        planted = rows_of(outcome + EFFECT * now, chosen, staggered)
        one, other = (effect_of(design, rows) for rows in (null, planted))
        assert one.low is not None and one.high is not None
        assert other.low is not None and other.high is not None
        wrong = one.low > 0 or one.high < 0
        false += wrong
        unwarned += wrong and not any(
            check.name == "regression_to_the_mean" and check.status == "failed"
            for check in one.checks
        )
        found += other.low > 0 or other.high < 0
        covered += other.low <= EFFECT <= other.high
        if one.p_placebo is not None:
            has_placebo = True
            placebo += one.p_placebo <= 0.05
    return Rates(
        false / draws,
        unwarned / draws,
        placebo / draws if has_placebo else None,
        found / draws,
        covered / draws,
    )


def effect_of(design: str, rows: Rows) -> Effect:
    """The answer of a design with the checks of the data."""
    answer = judge(Question(rows, "y"), (design,))[0]
    if isinstance(answer, Refusal):
        raise PolicyError(answer.reason)
    return answer


CASES: tuple[tuple[str, str, int, int, Choose, bool], ...] = (
    ("its", "one series", 1, 1, by_chance, False),
    ("its", "6 of 20 regions", UNITS, 6, by_chance, False),
    ("its", "1 of 20 regions", UNITS, 1, by_chance, False),
    ("did", "6 of 20 regions", UNITS, 6, by_chance, False),
    ("did", "2 of 20 regions", UNITS, 2, by_chance, False),
    ("did", "1 of 20 regions", UNITS, 1, by_chance, False),
    ("did", "6 of 20, peaks", UNITS, 6, at_their_peak, False),
    ("did", "8 of 20, two starts", UNITS, 8, by_chance, True),
    ("cs", "6 of 20 regions", UNITS, 6, by_chance, False),
    ("cs", "8 of 20, two starts", UNITS, 8, by_chance, True),
    ("cs", "6 of 20, peaks", UNITS, 6, at_their_peak, False),
    ("sc-outcome", "1 of 20 regions", UNITS, 1, by_chance, False),
    ("sc-augmented", "1 of 20 regions", UNITS, 1, by_chance, False),
    ("sdid", "1 of 20 regions", UNITS, 1, by_chance, False),
    ("sdid", "6 of 20 regions", UNITS, 6, by_chance, False),
    ("rd", "one series", 1, 1, by_chance, False),
)
"""Design, name, units, treated, how they are chosen, whether starts differ."""


def main(draws: int) -> None:
    """Print the table."""
    warnings.simplefilter("ignore")
    print(f"{draws} panels a line; effect planted: {EFFECT:g} standard deviations of a month\n")
    print(
        f"{'design':<13}{'case':<22}{'false':>7}{'unwarned':>10}{'placebo':>9}{'power':>7}{'covered':>9}"
    )
    for design, name, units, treated, choose, staggered in CASES:
        try:
            one = rates(design, units, treated, choose, draws, staggered)
        except PolicyError as error:
            print(f"{design:<13}{name:<22} not run: {error}")
            continue
        placebo = "" if one.false_placebo is None else f"{one.false_placebo:.1%}"
        print(
            f"{design:<13}{name:<22}{one.false:>7.1%}{one.unwarned:>10.1%}{placebo:>9}{one.power:>7.0%}"
            f"{one.covered:>9.0%}",
            flush=True,
        )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 200)
