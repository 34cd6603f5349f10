"""What the integrity tests find in gamed data and what they leave alone in honest ones."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from sholu.indicators.integrity_answer import LEVEL
from tests.indicators.gaming import TRIALS, Trial, rates

FLOORS = tomllib.loads(
    (Path(__file__).parents[1] / "floors" / "integrity.toml").read_text(encoding="utf-8")
)


def test_every_trial_has_floors() -> None:
    assert {one.name for one in TRIALS} == set(FLOORS) - {"seed"}


@pytest.mark.parametrize("trial", TRIALS, ids=lambda one: one.name)
def test_gamed_data_are_found_and_honest_ones_left_alone(trial: Trial) -> None:
    floor = FLOORS[trial.name]
    found, false, silent = rates(trial, floor["draws"], FLOORS["seed"], LEVEL)
    assert found >= floor["recall"]
    assert false <= floor["false_alarms"]
    assert silent <= 0.1
