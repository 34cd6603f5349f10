"""Designs on data whose answer is known by hand or by construction."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from sholu.policy.autoregression import fit_autoregression
from sholu.policy.callaway_santanna import callaway_santanna
from sholu.policy.designs import DESIGNS
from sholu.policy.disagreement import answer_of, disagreement
from sholu.policy.discontinuity import discontinuity
from sholu.policy.interrupted_time_series import (
    Interruption,
    interrupted_time_series,
)
from sholu.policy.model import Check, Effect, PolicyError
from sholu.policy.nested_misfit import donor_weights
from sholu.policy.panel import NEVER, Panel, Rows, is_calendar
from sholu.policy.placebo import interval_factor, placebo_reach
from sholu.policy.randomisation import exact_p
from sholu.policy.simplex import simplex_weights
from sholu.policy.synthetic_control import outcome_control
from sholu.policy.synthetic_did import synthetic_did
from sholu.policy.two_way_fixed_effects import two_way_fixed_effects


def panel_of(outcome: np.ndarray, first_treated: list[float]) -> Panel:
    """A panel with units u0, u1, … and periods 0, 1, …"""
    units, periods = outcome.shape
    return Panel(
        tuple(f"u{i}" for i in range(units)),
        tuple(str(t) for t in range(periods)),
        np.arange(periods, dtype=float),
        outcome.astype(float),
        np.array(first_treated),
        {},
    )


def rows_of(panel: Panel) -> Rows:
    """The same as long data."""
    units, periods = panel.outcome.shape
    return Rows(
        panel.units,
        panel.periods,
        panel.times,
        np.repeat(np.arange(units), periods),
        np.tile(np.arange(periods), units),
        panel.outcome.ravel(),
        panel.first_treated,
        {},
    )


def noisy(units: int, periods: int, seed: int) -> np.ndarray:
    """Levels of units, common shocks of periods, and autocorrelated noise."""
    random = np.random.default_rng(seed)
    noise = random.normal(size=(units, periods))
    for period in range(1, periods):
        noise[:, period] += 0.5 * noise[:, period - 1]
    return 50 + random.normal(0, 5, (units, 1)) + random.normal(0, 2, (1, periods)) + noise


def test_simplex_weights_reach_a_point_inside_exactly() -> None:
    donors = np.array([[0.0, 4.0, 0.0], [0.0, 0.0, 4.0]])
    inside = np.array([1.0, 2.0])  # 1/4 of the second, 1/2 of the third, 1/4 of the first
    weights = simplex_weights(donors - inside[:, None])
    assert weights == pytest.approx([0.25, 0.25, 0.5])


def test_simplex_weights_project_a_point_outside() -> None:
    donors = np.array([[0.0, 4.0], [0.0, 0.0]])
    weights = simplex_weights(donors - np.array([[1.0], [3.0]]))
    assert weights == pytest.approx([0.75, 0.25])


def test_the_compiled_weights_are_those_of_the_library() -> None:
    random = np.random.default_rng(3)
    for _ in range(50):
        rows, donors = random.integers(2, 9), random.integers(2, 30)
        predictors = random.normal(size=(rows, donors)) + random.normal()
        logs = random.uniform(-6, 0, rows)
        scaled = np.exp((logs - logs.max()) / 2)[:, None] * predictors
        exact = simplex_weights(scaled)
        compiled = donor_weights(logs, predictors)
        # Weights may differ where several fit equally; the misfit may not.
        assert np.linalg.norm(scaled @ compiled) == pytest.approx(
            np.linalg.norm(scaled @ exact), abs=1e-9
        )
        assert compiled.sum() == pytest.approx(1.0)
        assert compiled.min() >= 0


def test_two_way_fixed_effects_are_the_difference_of_mean_changes() -> None:
    outcome = np.array([[1.0, 2, 7, 8], [2, 2, 3, 3], [0, 2, 2, 2], [1, 1, 1, 5],
                        [3, 3, 4, 4], [5, 6, 12, 13]])  # fmt: skip
    first = [2.0, NEVER, NEVER, NEVER, NEVER, 2.0]
    effect = two_way_fixed_effects(rows_of(panel_of(outcome, first)))
    # Changes of means: treated 6 and 7; others 1, 1, 2, 1.
    assert effect.estimate == pytest.approx(6.5 - 1.25)
    # Few treated: one spread for all, (0.5 * 1 + 0.25 * 3) / 4, times 1/2 + 1/4.
    assert effect.se == pytest.approx((0.3125 * 0.75) ** 0.5)


def test_exact_p_counts_all_assignments() -> None:
    outcome = np.zeros((6, 4))
    outcome[0, 2:] = 10.0
    outcome[1, 2:] = 1.0
    p, rank, count = exact_p(panel_of(outcome, [2.0] + [NEVER] * 5))
    assert (p, rank, count) == (pytest.approx(1 / 6), 1, 6)


def test_staggered_starts_are_compared_with_untreated_units_only() -> None:
    # The early cohort gains 1 a period, the late one 2; levels and a common trend cancel.
    trend = np.arange(6.0)
    early, late, never = trend * 3, trend * 3 + 5, trend * 3 - 2
    early = early + np.maximum(0, np.arange(6) - 1)
    late = late + 2 * np.maximum(0, np.arange(6) - 3)
    outcome = np.array([early, early + 1, late, late - 1, never, never + 4])
    panel = panel_of(outcome, [2.0, 2.0, 4.0, 4.0, NEVER, NEVER])
    effect = callaway_santanna(panel, "y")
    # Early: 1, 2, 3, 4 in periods 2 to 5; late: 2, 4 in 4 and 5.
    assert effect.estimate == pytest.approx((1 + 2 + 3 + 4 + 2 + 4) / 6)
    values = {variant.name: variant.estimate for variant in effect.variants}
    assert values["group"] == pytest.approx((2.5 + 3) / 2)
    assert values["event time +0"] == pytest.approx(1.5)
    assert values["dynamic"] == pytest.approx((1.5 + 3 + 3 + 4) / 4)
    assert values["event time -1"] == pytest.approx(0)


def test_without_untreated_units_those_not_yet_treated_are_compared() -> None:
    trend = np.arange(6.0)
    early = trend + 3.0 * (np.arange(6) >= 2)
    late = trend + 5.0 * (np.arange(6) >= 4)
    panel = panel_of(np.array([early, early, late, late]), [2.0, 2.0, 4.0, 4.0])
    effect = callaway_santanna(panel, "y")
    assert effect.estimate == pytest.approx(3.0)  # periods 2 and 3 of the early cohort


def test_a_synthetic_control_finds_a_planted_mixture_and_effect() -> None:
    outcome = noisy(12, 30, seed=1)
    outcome[0] = 0.6 * outcome[3] + 0.4 * outcome[7]
    outcome[0, 20:] += 8.0
    effect = outcome_control(panel_of(outcome, [20.0] + [NEVER] * 11), "y")
    assert effect.estimate == pytest.approx(8.0, abs=1e-6)
    assert effect.weights == pytest.approx({"u3": 0.6, "u7": 0.4}, abs=1e-4)
    assert effect.rank_placebo == 1
    assert [point.counterfactual for point in effect.path][20:] == pytest.approx(
        [point.observed - 8.0 for point in effect.path][20:]
    )


def test_synthetic_differences_cancel_levels_and_common_shocks() -> None:
    outcome = noisy(25, 24, seed=2)
    outcome[0] += 100
    outcome[0, 16:] += 6.0
    effect = synthetic_did(panel_of(outcome, [16.0] + [NEVER] * 24), "y")
    assert effect.low is not None
    assert effect.high is not None
    assert effect.low < 6.0 < effect.high
    assert effect.low > 0


def test_an_interrupted_series_finds_a_planted_level_and_slope() -> None:
    time = np.arange(60)
    outcome = 10 + 0.5 * time + (time >= 40) * (4.0 + 0.25 * (time - 40))
    outcome = outcome + 0.001 * (-1) ** time
    names = tuple(str(t) for t in time)
    effect = interrupted_time_series(Interruption(names, outcome, 40))
    assert effect.estimate == pytest.approx(4.0 + 0.25 * 9.5, abs=0.01)
    values = {variant.name: variant.estimate for variant in effect.variants}
    assert values["level"] == pytest.approx(4.0, abs=0.01)
    assert values["slope"] == pytest.approx(0.25, abs=0.001)


def test_counts_that_scatter_more_than_poisson_are_negative_binomial() -> None:
    random = np.random.default_rng(4)
    outcome = random.negative_binomial(3, 0.1, 80).astype(float)
    names = tuple(str(t) for t in range(80))
    effect = interrupted_time_series(Interruption(names, outcome, 50))
    assert any("negative binomial" in check.sentence for check in effect.checks)


def test_errors_that_remember_are_found_and_widen_the_interval() -> None:
    random = np.random.default_rng(7)
    noise = random.normal(size=4000)
    for t in range(1, 4000):
        noise[t] += 0.6 * noise[t - 1]
    fitted = fit_autoregression(np.ones((4000, 1)), noise)
    assert fitted.correlation == pytest.approx(0.6, abs=0.04)
    # The mean of an AR(1) series has variance s²/n times (1 + r)/(1 - r).
    wanted = np.sqrt(fitted.variance / 4000 * 1.6 / 0.4)
    assert fitted.error_of(np.ones(1)) == pytest.approx(wanted, rel=0.1)


def test_a_break_of_definition_at_the_start_stops() -> None:
    outcome = np.arange(40.0)
    names = tuple(str(t) for t in range(40))
    with pytest.raises(PolicyError, match="no method can tell the two apart"):
        interrupted_time_series(Interruption(names, outcome, 20, breaks=(20,)))


@pytest.mark.parametrize("start", [3, 38])
def test_before_and_after_alone_is_no_effect(start: int) -> None:
    names = tuple(str(t) for t in range(40))
    with pytest.raises(PolicyError, match=r"no\s+effect"):
        interrupted_time_series(Interruption(names, np.arange(40.0), start))


def test_negative_counts_are_refused() -> None:
    outcome = np.arange(40.0) - 3
    names = tuple(str(t) for t in range(40))
    with pytest.raises(PolicyError, match="negative"):
        interrupted_time_series(Interruption(names, outcome, 20), "poisson")


def test_a_discontinuity_is_the_jump_between_lines() -> None:
    running = np.linspace(-1, 1, 41)
    outcome = 2 + 3 * running + 5.0 * (running >= 0)
    effect = discontinuity(running, outcome, 0.0, tuple(f"{x:.2f}" for x in running))
    assert effect.estimate == pytest.approx(5.0)
    assert all(variant.estimate == pytest.approx(5.0) for variant in effect.variants)


@pytest.mark.parametrize("design", ["its", "did", "sc", "sc-outcome", "sdid"])
def test_one_treated_unit_with_two_periods_is_refused(design: str) -> None:
    from sholu.policy.designs import Question

    panel = panel_of(np.array([[1.0, 5.0], [1.0, 2.0]]), [1.0, NEVER])
    with pytest.raises(PolicyError):
        DESIGNS[design](Question(rows_of(panel), "y"))


def test_everybody_treated_at_once_is_refused() -> None:
    outcome = noisy(8, 12, seed=5)
    with pytest.raises(PolicyError, match="nothing to compare"):
        two_way_fixed_effects(rows_of(panel_of(outcome, [6.0] * 8)))


def test_the_help_lists_all_designs() -> None:
    from sholu.cli.policy import DESIGN_NAMES

    assert set(DESIGN_NAMES) == set(DESIGNS)


def test_a_discontinuity_in_a_series_that_remembers_is_not_believed() -> None:
    random = np.random.default_rng(5)
    noise = random.normal(size=80)
    names = tuple(map(str, range(80)))
    plain = discontinuity(np.arange(80.0), noise, 40.0, names)
    for t in range(1, 80):
        noise[t] += 0.8 * noise[t - 1]
    remembers = discontinuity(np.arange(80.0), noise, 40.0, names)
    in_time = discontinuity(np.arange(80.0), noise, 40.0, names, in_time=True)
    assert [one.status for one in plain.checks if one.name == "memory"] == ["passed"]
    assert [one.status for one in remembers.checks if one.name == "memory"] == ["failed"]
    assert remembers.se is not None
    assert in_time.se is not None
    assert in_time.se > remembers.se


def test_dates_and_years_without_a_gap_are_time_and_ages_are_not() -> None:
    assert is_calendar(("2024-11", "2024-12", "2025-01"))
    assert is_calendar(("1969", "1970", "1971"))
    assert not is_calendar(("1969", "1971", "1972"))
    assert not is_calendar(("19.07", "19.15", "19.23"))


def test_an_answer_whose_condition_failed_is_taken_back() -> None:
    effect = Effect(
        "its", "", 3.0, 1.0, 1.0, 5.0, checks=(Check("comparison", "failed", "Alone."),)
    )
    assert answer_of(effect) == "void"
    said = disagreement([effect])
    assert "its (comparison): can't say" in said
    assert "a rise" not in said
    assert answer_of(replace(effect, checks=())) == "rise"
    assert answer_of(replace(effect, low=-1.0)) == "nothing"


def test_an_interval_of_placebos_never_says_more_than_their_ranks() -> None:
    # 19 placebos: p of the second rank is 2 / 20, so the largest of them is still inside.
    effects = np.linspace(-1.0, 4.0, 19)
    assert placebo_reach(0.1, effects, 19) == pytest.approx(4.0)
    # 39: the largest would be the second of 40, p = .05, and is outside; the next is inside.
    effects = np.linspace(-1.0, 4.0, 39)
    assert placebo_reach(0.1, effects, 39) == pytest.approx(effects[-2])
    # 11: the largest stands for p = 1 / 12, whose normal point is 1.7317; 1.96 is that of .05.
    assert placebo_reach(0.1, effects[:11] * 0 + 2.0, 11) == pytest.approx(2.0 * 1.95996 / 1.73166)
    assert placebo_reach(5.0, effects, 39) == pytest.approx(5.0 * interval_factor(39))


def test_few_placebos_widen_the_interval() -> None:
    assert interval_factor(200) == pytest.approx(1.96, abs=1e-3)
    # Student with 18 degrees of freedom, 2.1009, and 19 / 18 of the variance.
    assert interval_factor(19) == pytest.approx(2.1009 * (19 / 18) ** 0.5, abs=1e-3)
