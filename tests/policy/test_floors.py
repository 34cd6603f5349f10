"""What each design finds where an effect is planted, and what it says where there is none."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from sholu.policy.designs import DESIGNS
from tests.policy.simulated import TRIALS, Trial, rates

FLOORS = tomllib.loads(
    (Path(__file__).parents[1] / "floors" / "policy.toml").read_text(encoding="utf-8")
)


def test_every_trial_has_floors_and_every_design_trials() -> None:
    assert {one.name for one in TRIALS} == set(FLOORS) - {"seed"}
    assert {one.design for one in TRIALS} == set(DESIGNS)


@pytest.mark.parametrize("trial", TRIALS, ids=lambda one: one.name)
def test_planted_effects_are_found_and_seldom_others(trial: Trial) -> None:
    floor = FLOORS[trial.name]
    found = rates(trial, floor["draws"], FLOORS["seed"])
    assert found.power >= floor["power"]
    assert found.false <= floor["false"]
