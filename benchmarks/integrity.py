"""Measure the integrity tests: seconds for a national year, and rates over many invented data sets.

    python benchmarks/integrity.py           # 20 regions, 10,000 registrations: the aim is 10 s
    python benchmarks/integrity.py 400       # rates over 400 gamed and 400 honest sets of each kind

The first also times the Poisson regressions of `statsmodels` that the bunching test would need.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path
from random import Random

import numpy as np

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "examples")]

from make_statistics import SEED, make_registrations  # noqa: E402

from sholu.indicators.bunching_cells import fit_poisson  # noqa: E402
from sholu.indicators.integrity_answer import LEVEL  # noqa: E402
from sholu.indicators.integrity_calendar import thresholds_of  # noqa: E402
from sholu.indicators.integrity_review import review  # noqa: E402
from sholu.indicators.model import Registration  # noqa: E402
from sholu.vocabulary.load import load  # noqa: E402
from sholu.vocabulary.load_law import load_law  # noqa: E402
from tests.indicators.gaming import TRIALS, rates  # noqa: E402

DRUGS = {"marijuana": "cannabis_herb", "alpha-PVP": "alpha_pvp"}


def national_year() -> list[Registration]:
    """The honest invented register."""
    return [
        Registration(
            f"r{number}", "registrations", "d", number, row.day.isoformat(), row.region, row.unit,
            tuple(sorted(row.officers)), row.person, row.article, str(row.part),
            DRUGS.get(row.substance, row.substance), row.mass_g, str(row.mass_g), row.role,
            row.detection.replace(" ", "_"), row.outcome, "clear",
        )
        for number, row in enumerate(make_registrations(Random(SEED)))
    ]  # fmt: skip


def measure_year() -> None:
    """All tests on the register of a year."""
    registrations, vocabulary = national_year(), load()
    thresholds = thresholds_of(load_law())
    start, used = time.perf_counter(), time.process_time()
    found = review(registrations, (), vocabulary, thresholds)
    print(f"{len(registrations)} registrations, {found.tests_made} tests: "
          f"{time.perf_counter() - start:.2f} s, processor {time.process_time() - used:.2f} s; "
          f"{sum(one.asks for one in found.questions)} ask")  # fmt: skip


def measure_fits() -> None:
    """The same regressions by Newton's method here and by statsmodels."""
    from statsmodels.api import GLM, families

    random = np.random.default_rng(1)
    design = np.column_stack([np.ones(400), random.normal(size=(400, 12))])
    counts = random.poisson(3.0, 400).astype(float)
    offset = np.zeros(400)
    seconds = []
    for fit in (
        lambda: fit_poisson(counts, design, offset),
        lambda: GLM(counts, design, family=families.Poisson(), offset=offset).fit(),
    ):
        start = time.process_time()
        for _ in range(50):
            fit()
        seconds.append(time.process_time() - start)
    print(f"50 Poisson fits: {seconds[0]:.3f} s here, {seconds[1]:.3f} s by statsmodels, "
          f"ratio {seconds[1] / seconds[0]:.1f}")  # fmt: skip


def measure_rates(draws: int) -> None:
    """What stands out among 300 tests when gamed, and what alarms at 5 % alone when honest."""
    print(f"test, found of {draws} gamed (p <= {LEVEL:g}), honest with p <= .05, unanswered")
    for trial in TRIALS:
        found, false, silent = rates(trial, draws, 7, LEVEL)
        print(f"{trial.name}, {found:.3f}, {false:.3f}, {silent:.3f}", flush=True)


if __name__ == "__main__":
    if len(sys.argv) > 1:
        measure_rates(int(sys.argv[1]))
    else:
        measure_year()
        measure_fits()
