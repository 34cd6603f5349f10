"""Time of the policy designs beside named packages, in one run.

Run it with

    python benchmarks/policy.py DATA

where DATA is a folder with prop99.csv and mpdta.csv. pysyncon (MIT) is compared if it is installed
in the same environment; nothing of Sholu needs it.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np

from sholu.policy.callaway_santanna import callaway_santanna
from sholu.policy.controls import Controls, Predictor, controls_of, gaps
from sholu.policy.panel import Panel, balance
from sholu.policy.placebo import placebos_in_space
from sholu.policy.read_panel import Columns, read_rows
from sholu.policy.synthetic_control import nested, predictor_weights
from sholu.policy.synthetic_did import synthetic_did

PREDICTORS = (
    Predictor("lnincome", 1980, 1988),
    Predictor("age15to24", 1980, 1988),
    Predictor("retprice", 1980, 1988),
    Predictor("beer", 1984, 1988),
    Predictor("cigsale", 1975, 1975),
    Predictor("cigsale", 1980, 1980),
    Predictor("cigsale", 1988, 1988),
)
"""Abadie, Diamond and Hainmueller (2010), table 1."""


def timed(what: str, work: Callable[[], object]) -> float:
    """Seconds of one call, printed."""
    start = time.perf_counter()
    work()
    seconds = time.perf_counter() - start
    print(f"{what:<58} {seconds:8.3f} s")
    return seconds


def smoking(folder: Path) -> Panel:
    """The panel of cigarette sales."""
    columns = Columns(
        "state", "year", "cigsale", ("California",), "1989",
        covariates=("lnincome", "beer", "age15to24", "retprice"),
    )  # fmt: skip
    return balance(read_rows(folder / "prop99.csv", columns))


def pysyncon_seconds(folder: Path, controls: Controls) -> float | None:
    """The same nested search by pysyncon; None if it is not installed."""
    try:
        import pandas as pd
        from pysyncon import Dataprep, Synth
    except ImportError:
        print("pysyncon is not installed: no ratio")
        return None
    frame = pd.read_csv(folder / "prop99.csv")
    others = [state for state in frame["state"].unique() if state != "California"]
    prepared = Dataprep(
        foo=frame, predictors=["lnincome", "retprice", "age15to24"], predictors_op="mean",
        dependent="cigsale", unit_variable="state", time_variable="year",
        treatment_identifier="California", controls_identifier=others,
        time_predictors_prior=range(1980, 1989), time_optimize_ssr=range(1970, 1989),
        special_predictors=[("beer", range(1984, 1989), "mean"), ("cigsale", [1975], "mean"),
                            ("cigsale", [1980], "mean"), ("cigsale", [1988], "mean")],
    )  # fmt: skip
    synth = Synth()
    seconds = timed("pysyncon: nested weights", lambda: synth.fit(prepared))
    weights = np.array([synth.weights(round=9)[name] for name in controls.names])
    misfit = float(np.mean(gaps(controls, weights)[controls.before] ** 2))
    print(f"{'  its mean squared misfit':<58} {misfit:8.4f}")
    return seconds


def main() -> None:
    """Run all."""
    folder = Path(sys.argv[1])
    panel = smoking(folder)
    controls = controls_of(panel, "cigsale", PREDICTORS)
    predictor_weights(controls.without(0))  # compiles
    ours = timed("sholu: nested weights", lambda: nested(controls))
    print(f"{'  its mean squared misfit':<58} {nested(controls).chosen.loss:8.4f}")
    timed("sholu: nested weights of all 38 placebos",
          lambda: placebos_in_space(controls, predictor_weights))  # fmt: skip
    timed("sholu: synthetic differences with 38 placebos", lambda: synthetic_did(panel, "cigsale"))
    staggered = Columns("countyreal", "year", "lemp", first_treated="first.treat")
    teens = balance(read_rows(folder / "mpdta.csv", staggered))
    timed("sholu: Callaway and Sant'Anna on mpdta", lambda: callaway_santanna(teens, "lemp"))
    theirs = pysyncon_seconds(folder, controls)
    if theirs is not None:
        print(f"{'pysyncon / sholu, nested weights':<58} {theirs / ours:8.1f}")


if __name__ == "__main__":
    main()
