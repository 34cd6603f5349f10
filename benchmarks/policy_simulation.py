"""False effects and power of every design on invented panels whose truth is known.

    python benchmarks/policy_simulation.py [draws]

Twenty regions (or as many as the name says), 48 months, noise that remembers the month before by .5
(`strong_memory` .8), an effect of three standard deviations of a month or none. `outside`: where
there is none the 95 % interval leaves nil out; `false`: and no check takes the answer back;
`placebo`: p of placebos is 5 % or less; `power`: the planted one is found; `covered`: the interval
holds it. The result is kept in benchmarks/results.
"""

from __future__ import annotations

import json
import sys
import warnings
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.policy.simulated import TRIALS, rates  # noqa: E402

SEED = 7
SLOW = frozenset({"did", "sc-augmented"})
"""The others run in some milliseconds: their rates are known from eight times as many panels."""


def main(draws: int) -> None:
    """Print the table and keep it."""
    warnings.simplefilter("ignore")
    print(
        f"{'trial':<24}{'panels':>7}{'outside':>9}{'false':>8}{'placebo':>9}{'power':>7}{'covered':>9}"
    )
    kept = {}
    for trial in TRIALS:
        panels = draws if trial.design in SLOW else draws * 8
        one = rates(trial, panels, SEED)
        kept[trial.name] = {"panels": panels, **asdict(one)}
        placebo = "" if one.placebo is None else f"{one.placebo:.1%}"
        print(
            f"{trial.name:<24}{panels:>7}{one.outside:>9.1%}{one.false:>8.1%}{placebo:>9}"
            f"{one.power:>7.0%}{one.covered:>9.0%}",
            flush=True,
        )
    name = f"policy_simulation-{datetime.now(UTC):%Y-%m-%dT%H%M%S}.json"
    (ROOT / "benchmarks" / "results" / name).write_text(json.dumps(kept, indent=1) + "\n")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100)
