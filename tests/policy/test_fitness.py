"""Whether an indicator is fit to measure success by."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from sholu.policy.fitness import Facts, Producers, judge_fitness, load_producers
from sholu.policy.measure import Expectation, Measure
from sholu.vocabulary.load import load
from sholu.vocabulary.wording import Wording

MEASURE = Measure(
    "pilot", "practice", Wording("a", "a", "a"), ("XA-01",), "2024-01",
    expected=(Expectation("treatment_entries", "up", why="sent there"),),
)  # fmt: skip
MONTHS = tuple(f"{year}-{month:02d}" for year in (2022, 2023) for month in range(1, 13))


def facts(values: np.ndarray) -> Facts:
    """An indicator of eight regions over two years."""
    return Facts(
        "treatment_entries", "why they came", "EUDA TDI",
        Producers(("health",), ("health",), ("places",)), MEASURE, MONTHS, values, (20, 30, 200),
        0.0,
    )  # fmt: skip


def status(found: Facts, question: str) -> str:
    """The answer to one question."""
    return next(one.status for one in judge_fitness(found).checks if one.name == question)


QUIET = np.full((8, 24), 100.0) + np.random.default_rng(0).normal(0, 5, (8, 24))
RESTLESS = np.full((8, 24), 100.0) + np.repeat(
    np.random.default_rng(0).normal(0, 60, (8, 2)), 12, axis=1
)


def test_every_listed_producer_is_of_a_known_indicator() -> None:
    vocabulary = load()
    for code in load_producers():
        vocabulary.indicator(code)


def test_an_outcome_of_which_nothing_was_expected_is_not_relevant() -> None:
    assert status(facts(QUIET), "relevant") == "passed"
    assert status(replace(facts(QUIET), code="calls_hotline"), "relevant") == "failed"
    assert status(replace(facts(QUIET), measure=None), "relevant") == "information"


def test_a_measure_that_holds_everywhere_leaves_nothing_to_compare_with() -> None:
    everywhere = replace(MEASURE, places=("XA",))
    assert status(facts(QUIET), "attributable") == "passed"
    assert status(replace(facts(QUIET), measure=everywhere), "attributable") == "failed"


def test_who_is_judged_by_a_number_can_make_it() -> None:
    assert status(facts(QUIET), "gameable") == "failed"
    outside = Producers(("surveys",), ("police",), ())
    assert status(replace(facts(QUIET), producers=outside), "gameable") == "passed"
    assert status(replace(facts(QUIET), producers=None), "gameable") == "information"


@pytest.mark.parametrize(("lags", "said"), [((20, 30, 200), "passed"), ((100, 120), "failed"),
                                            ((), "information")])  # fmt: skip
def test_half_of_the_figures_must_come_within_a_quarter(lags: tuple[int, ...], said: str) -> None:
    assert status(replace(facts(QUIET), lags_days=lags), "timely") == said


def test_noise_of_regions_is_set_beside_the_mean() -> None:
    assert status(facts(QUIET), "moves") == "passed"
    assert status(facts(RESTLESS), "moves") == "failed"
    assert status(facts(QUIET[:3]), "moves") == "information"


def test_the_smallest_effect_is_that_of_two_halves_over_a_year() -> None:
    # Yearly changes +1 and -1 in turn: their standard deviation over 8 regions is sqrt(8/7); halves
    # of four differ with 1.0690 sqrt(1/2) = .7559; (2.4469 + .8416) of that is 2.49.
    values = np.full((8, 24), 10.0)
    values[::2, 12:] += 1
    values[1::2, 12:] -= 1
    sentence = judge_fitness(facts(values)).checks[-1].sentence
    assert "could find 2.49, 25% of its mean" in sentence


def test_the_verdict_names_what_speaks_against_it() -> None:
    assert judge_fitness(facts(QUIET)).verdict == (
        "treatment_entries as a measure of success: against it speaks gameable."
    )
