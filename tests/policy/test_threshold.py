"""Jumps at legal limits, on invented masses whose truth is known."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from sholu.indicators.model import Registration
from sholu.policy.disagreement import answer_of, disagreement
from sholu.policy.model import Effect, PolicyError
from sholu.policy.threshold import Weighed, threshold_jump
from sholu.policy.threshold_cases import cases_of_courts, cases_of_register
from sholu.verdicts.distance import threshold_distances
from sholu.vocabulary.law import Threshold
from sholu.vocabulary.law_register import Law
from sholu.vocabulary.load_law import load_law
from tests.verdicts.invented import defendant, sanction, substance, verdict


def masses(seed: int, count: int, jump: float = 0.0) -> list[Weighed]:
    """Masses around 50 g, in hundredths; the share sentenced rises with mass, and by the jump."""
    random = np.random.default_rng(seed)
    grams = np.round(50 * np.exp(random.normal(0, 0.8, count)), 2)
    share = 0.35 + 0.1 * np.log(grams / 50) + jump * (grams > 50)
    prison = random.uniform(size=count) < np.clip(share, 0, 1)
    return [
        Weighed("hashish", float(g), 50.0, float(p)) for g, p in zip(grams, prison, strict=True)
    ]


def status_of(effect: Effect, name: str) -> str:
    return next(one.status for one in effect.checks if one.name == name)


def test_a_planted_jump_is_inside_the_interval() -> None:
    effect = threshold_jump(masses(1, 4000, 0.4), "the share")
    assert effect.low is not None
    assert effect.high is not None
    assert effect.low <= 0.4 <= effect.high
    assert effect.low > 0
    assert status_of(effect, "manipulation") == "passed"
    assert answer_of(effect) == "rise"


def test_without_a_jump_the_interval_seldom_leaves_nil_out() -> None:
    # Of 60 sound intervals more than 8 leave it out once in a hundred (binomial).
    effects = [threshold_jump(masses(seed, 1500), "the share") for seed in range(60)]
    assert sum(answer_of(one) in ("rise", "fall") for one in effects) <= 8


def test_where_masses_were_pushed_over_the_limit_there_is_no_effect() -> None:
    """Of the masses in the upper third below the limit two of three are put just above it."""
    random = np.random.default_rng(2)
    pushed = [
        replace(one, mass_g=float(np.round(random.uniform(50.01, 54), 2)), outcome=1.0)
        if 33 < one.mass_g <= 50 and random.uniform() < 2 / 3
        else one
        for one in masses(3, 4000)
    ]
    effect = threshold_jump(pushed, "the share")
    assert effect.low is not None
    assert effect.low > 0
    assert status_of(effect, "manipulation") == "failed"
    assert "rd (manipulation): can't say" in disagreement([effect])


def test_a_mass_of_exactly_the_limit_stands_below_it() -> None:
    rows = masses(4, 400)
    exact = [Weighed("hashish", 50.0, 50.0, 1.0)] * 3
    with_exact, without = (
        threshold_jump(rows + exact, "the share"),
        threshold_jump(rows, "the share"),
    )
    assert with_exact.fit["bandwidth"] > 0
    below = sum(abs(np.log(one.mass_g / 50)) < with_exact.fit["bandwidth"] and one.mass_g <= 50
                for one in rows + exact)  # fmt: skip
    assert with_exact.fit["below"] == below
    assert with_exact.estimate < without.estimate


def test_few_masses_or_one_outcome_are_refused() -> None:
    with pytest.raises(PolicyError, match="near ones are needed"):
        threshold_jump(masses(5, 30), "the share")
    with pytest.raises(PolicyError, match="the same for all"):
        threshold_jump([replace(one, outcome=1.0) for one in masses(5, 300)], "the share")


def law() -> Law:
    """Hashish: small to 5 g, large to 200 g, the whole time."""
    threshold = Threshold("hashish", "", "invented", (), small_to_g=5.0, large_to_g=200.0)
    return replace(load_law(), thresholds=(threshold,))


def registration(
    mass_g: float | None, outcome: str | None, day: str = "2024-05-01"
) -> Registration:
    return Registration(
        f"r{mass_g}{outcome}", "register", "d", 1, day, "XA-01", "unit", (), None, "215", "1",
        "hashish", mass_g, None, None, None, outcome, "clear",
    )  # fmt: skip


def test_registrations_are_weighed_against_their_nearest_limit() -> None:
    rows = [
        registration(4.0, "court"),
        registration(6.0, "dismissed"),
        registration(150.0, "court"),
        registration(None, "court"),
        registration(4.5, None),
        registration(5.5, "court", day="2024-05"),
    ]
    found = cases_of_register(rows, law(), "small_to", "", "court")
    assert found.weighed == (Weighed("hashish", 4.0, 5.0, 1.0), Weighed("hashish", 6.0, 5.0, 0.0))
    assert found.left_out["without mass or day"] == 2
    assert found.left_out["outcome not known"] == 1
    assert cases_of_register(rows, law(), "small_to", "heroin", "court").weighed == ()


def test_a_person_is_judged_by_the_mass_furthest_above_its_limit() -> None:
    prison = (sanction("imprisonment", months=60.0),)
    suspended = (sanction("imprisonment", months=24.0, conditional=True),)
    two = (substance("hashish", 4.0), substance("heroin", 2.0))
    courts = [
        verdict(defendant(substances=two, decision="convicted", sanctions=prison)),
        verdict(
            defendant(
                substances=(substance("heroin", 0.9),), decision="convicted", sanctions=suspended
            )
        ),
        verdict(defendant(substances=(substance("heroin", 1.5),), decision=None)),
    ]
    distances = threshold_distances(courts, load_law())
    found = cases_of_courts(distances, courts, "large_to", "", "months")
    # The table of 2018 has 1 g as the end of large for heroin; 24 suspended months are none.
    assert {(one.substance, one.mass_g, one.limit_g, one.outcome) for one in found.weighed} == {
        ("heroin", 2.0, 1.0, 60.0),
        ("heroin", 0.9, 1.0, 0.0),
    }
    assert found.left_out["outcome not known"] == 1
    shares = cases_of_courts(distances, courts, "large_to", "heroin", "imprisonment").weighed
    assert sorted(one.outcome for one in shares) == [0.0, 1.0]
