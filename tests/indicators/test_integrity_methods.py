"""Each integrity test against hand counts, published values, brute force or another program."""

from __future__ import annotations

import math
from collections import Counter
from datetime import date, timedelta

import numpy as np
import pytest
from scipy.stats import binom

from sholu.indicators.bunching import bunching
from sholu.indicators.bunching_cells import Stratum, fit_poisson
from sholu.indicators.density import close_up, density_test, jump_test
from sholu.indicators.density_estimate import estimate_jump
from sholu.indicators.digits import first_digit_law, first_digits, second_digit_law, second_digits
from sholu.indicators.false_discovery import adjust
from sholu.indicators.funnel import leaks, ratio_interval, step
from sholu.indicators.heaping import heaping_of_counts, heaping_of_masses
from sholu.indicators.integrity_answer import LEVEL
from sholu.indicators.integrity_masses import resolution_of, roundness
from sholu.indicators.integrity_moving_apart import moving_apart
from sholu.indicators.integrity_outlier import against_others
from sholu.indicators.model import IndicatorError
from sholu.indicators.period_end import period_end
from sholu.indicators.splitting import splitting
from sholu.indicators.two_views import View, disagreements


def lognormal(n: int, median: float, seed: int) -> np.ndarray:
    """Masses weighed to a hundredth of a gram."""
    drawn = np.round(median * np.random.default_rng(seed).lognormal(0, 0.9, n), 2)
    return drawn[drawn > 0]


def test_false_discoveries_are_adjusted_as_by_hand() -> None:
    # m = 4, 1 + 1/2 + 1/3 + 1/4 = 25/12: .01 * 4 * 25/12 = 1/12, and so for the next two.
    assert adjust([0.02, 0.01, 0.5, 0.03]) == pytest.approx([1 / 12, 1 / 12, 1.0, 1 / 12])


def test_false_discoveries_agree_with_statsmodels() -> None:
    from statsmodels.stats.multitest import multipletests

    p = np.random.default_rng(3).random(200) ** 3
    assert adjust(p) == pytest.approx(multipletests(p, method="fdr_by")[1])


def test_the_poisson_fit_agrees_with_statsmodels() -> None:
    from statsmodels.api import GLM, families

    random = np.random.default_rng(4)
    design = np.column_stack([np.ones(60), random.normal(size=60), random.random(60) < 0.3])
    offset = np.log(random.integers(1, 9, 60))
    counts = random.poisson(np.exp(design @ [0.3, 0.5, 0.8] + offset)).astype(float)
    theirs = GLM(counts, design, family=families.Poisson(), offset=offset).fit().fittedvalues
    assert fit_poisson(counts, design.astype(float), offset) == pytest.approx(theirs, rel=1e-6)


def test_two_even_densities_are_recovered_exactly() -> None:
    # One value a unit below zero, two above: the distribution function is two straight lines.
    values = np.concatenate([np.arange(-99.5, 0), np.arange(0.25, 100, 0.5)])
    jump = estimate_jump(values, 0.0, 40.0, 3)
    assert jump.left == pytest.approx(1 / 300)
    assert jump.right == pytest.approx(2 / 300)
    assert (jump.n_left, jump.n_right) == (40, 80)


def test_the_error_of_a_jump_is_that_of_the_jackknife() -> None:
    values = np.sort(np.random.default_rng(5).normal(0, 1, 400))
    jump = estimate_jump(values, 0.1, 0.9, 3)
    left_out = [estimate_jump(np.delete(values, at), 0.1, 0.9, 3) for at in range(400)]
    differences = np.array([one.right - one.left for one in left_out])
    jackknife = math.sqrt(399 / 400 * float(((differences - differences.mean()) ** 2).sum()))
    # The jackknife also moves the values that are fitted, of smaller order (theorem 1).
    assert jump.error == pytest.approx(jackknife, rel=0.1)


def test_round_numbers_leave_no_gap_in_the_grid() -> None:
    # 18, 19, (20), 21, 22: round ones go, the rest stands side by side with the cutoff between.
    values, cutoff = close_up(np.array([18, 19, 20, 20, 20, 21, 22]), 20)
    assert values.tolist() == [17.0, 18.0, 19.0, 20.0]
    assert cutoff == 18.5


def test_a_threshold_that_is_no_round_number_is_closed_up_too() -> None:
    values, cutoff = close_up(np.array([23, 24, 25, 26, 27]), 25)
    assert np.diff(values).tolist() == [1.0, 1.0, 1.0]
    assert values[1] < cutoff < values[2]
    assert cutoff - values[1] == values[2] - cutoff


def test_a_heap_on_the_threshold_itself_is_no_bunching() -> None:
    masses = np.append(lognormal(800, 40, 6), np.full(90, 50.0))
    stratum = Stratum(masses, 50.0, 0.01)
    assert (bunching([stratum]).p or 0) > 0.01
    assert (density_test(stratum).p or 0) > 0.01


def test_masses_moved_above_a_threshold_are_found_with_their_number() -> None:
    masses = lognormal(800, 40, 7)
    at = np.flatnonzero((masses > 30) & (masses < 50))[:60]
    masses[at] = np.round(np.linspace(50.1, 53, 60), 2)
    answer = bunching([Stratum(masses, 50.0, 0.01)])
    assert answer.p is not None and answer.p < 1e-6
    honest = ((lognormal(800, 40, 7) > 50) & (lognormal(800, 40, 7) <= 55)).sum()
    # What was there and the sixty, over what was there; the curve is not the truth.
    assert answer.effect == pytest.approx((honest + 60) / honest, rel=0.35)


@pytest.mark.parametrize(("threshold", "step"), [(0.01, 0.01), (0.1, 0.01), (1.0, 0.1)])
def test_a_grid_too_coarse_for_the_threshold_says_nothing(threshold: float, step: float) -> None:
    masses = np.round(lognormal(500, threshold * 2, 8) / step) * step
    assert bunching([Stratum(masses, threshold, step)]).reason
    assert density_test(Stratum(masses, threshold, step)).reason


def test_a_sample_too_small_says_why_and_gives_no_number() -> None:
    answer = jump_test(np.sort(np.random.default_rng(1).normal(size=30)), 0.0)
    assert "20 are needed on each side" in answer.reason
    assert (answer.p, answer.statistic, answer.effect, answer.minimum_detectable) == (None,) * 4


def test_the_step_of_a_scale_is_found() -> None:
    assert resolution_of(np.array([1.25, 3.5, 17.31, 2.0])) == 0.01
    assert resolution_of(np.array([1500.0, 2000.0, 300.0])) == 100
    assert resolution_of(np.array([0.0])) is None


def test_kinds_of_round_numbers() -> None:
    assert roundness(np.array([7, 15, 20, 50, 100, 500]), 100).tolist() == [0, 1, 2, 3, 4, 4]


def test_whipples_index_is_500_when_all_end_in_five() -> None:
    answer = heaping_of_masses(np.arange(1, 61) * 1.05, 0.01)
    assert answer.effect == pytest.approx(500)
    assert answer.p == pytest.approx(0.2**60, rel=1e-6)


def test_the_binomial_p_of_heaping_is_exact() -> None:
    # 100 masses, 30 of them ending in 0 or 5.
    masses = [*(2 + 0.05 * k for k in range(30)), *(2.01 + 0.05 * k for k in range(70))]
    answer = heaping_of_masses(masses, 0.01)
    by_hand = sum(math.comb(100, k) * 0.2**k * 0.8 ** (100 - k) for k in range(30, 101))
    assert answer.p == pytest.approx(by_hand)


def test_counts_that_hardly_vary_say_nothing_of_their_last_digits() -> None:
    assert "too alike" in heaping_of_counts([20, 21] * 15).reason
    assert "24 are needed" in heaping_of_counts([10, 40]).reason


def test_the_laws_of_digits_are_those_printed() -> None:
    # Hill 1995, table 1; Nigrini 2012, table 1.1.
    assert first_digit_law()[[0, 1, 8]] == pytest.approx([0.30103, 0.17609, 0.04576], abs=5e-6)
    assert second_digit_law()[[0, 9]] == pytest.approx([0.11968, 0.08500], abs=5e-6)
    assert second_digit_law().sum() == pytest.approx(1)


def test_the_powers_of_two_follow_benfords_law() -> None:
    # First digits of 2^1 to 2^1000 (known: 301 begin with 1).
    powers = [2.0**k for k in range(1, 1001)]
    answer = first_digits(powers)
    assert answer.p is not None and answer.p > 0.5
    assert Counter(str(int(2**k))[0] for k in range(1, 1001))["1"] == 301


def test_numbers_that_cannot_follow_benfords_law_are_not_tested() -> None:
    assert "too narrow" in first_digits(np.linspace(150, 199, 200)).reason
    assert "assigned" in first_digits(np.geomspace(1, 1e5, 200), assigned=True).reason
    assert "only one digit" in second_digits(np.round(np.geomspace(1, 1e5, 200)), step=1).reason


YEAR = (date(2024, 1, 1), date(2024, 12, 31))


def one_a_day(on_ends: int) -> list[date]:
    """One registration each day of 2024, and so many on each last day of a month."""
    calendar = [YEAR[0] + timedelta(days=number) for number in range(366)]
    ends = [day for day in calendar if (day + timedelta(days=1)).day == 1]
    return calendar + [day for day in ends for _ in range(on_ends - 1)]


def test_three_a_month_end_instead_of_one_is_a_ratio_of_three() -> None:
    answer = period_end(one_a_day(3), "month", *YEAR)
    assert answer.effect == pytest.approx(3.0)
    # Expected 12 with an error of sqrt(12 / 50 a weekday): Poisson(12) >= 36 is 2e-8.
    assert answer.p is not None and answer.p < 1e-6
    assert period_end(one_a_day(1), "month", *YEAR).effect == pytest.approx(1.0)


def test_a_holiday_is_no_ordinary_monday() -> None:
    # 31 December and 1 to 8 January are free, and nothing is registered.
    off = {date(2024, 1, 1) + timedelta(days=k) for k in range(8)} | {date(2024, 12, 31)}
    days = [day for day in one_a_day(1) if day not in off]
    assert period_end(days, "year", *YEAR, off).reason
    assert period_end(days, "month", *YEAR, off).effect == pytest.approx(1.0)
    assert (period_end(days, "month", *YEAR).effect or 1) < 0.96


def test_pairs_expected_by_chance_are_knoxs() -> None:
    # One stratum: expected pairs are (pairs of a label) (pairs of a group) / (all pairs).
    labels, groups = [k // 5 for k in range(60)], [k % 6 for k in range(60)]
    pairs = 12 * math.comb(5, 2) * 6 * math.comb(10, 2) / math.comb(60, 2)
    answer = splitting([*labels], [*groups], [0] * 60, "both")
    brute = sum(
        labels[a] == labels[b] and groups[a] == groups[b] for a in range(60) for b in range(a)
    )
    assert answer.statistic == brute
    # 200 permutations or more: their mean is off by a few hundredths.
    assert brute / (answer.effect or 1) == pytest.approx(pairs, rel=0.08) or brute == 0


def test_a_burst_of_one_person_is_found_and_a_busy_pair_is_not() -> None:
    groups = [k % 12 for k in range(240)]
    busy = [0 if (k // 12) % 3 == 0 else k for k in range(240)]
    assert (splitting(busy, groups, [0] * 240, "both").p or 0) > 0.05
    burst = ["dealer" if k < 96 and k % 12 == 3 else f"person {k}" for k in range(240)]
    assert (splitting(burst, groups, [0] * 240, "both").p or 1) < 1e-4


def test_a_funnel_step_has_the_exact_interval_of_a_ratio() -> None:
    from statsmodels.stats.proportion import proportion_confint

    ratio, low, high = ratio_interval(733, 2266)
    shares = proportion_confint(733, 733 + 2266, method="beta")
    assert ratio == pytest.approx(0.32348, abs=1e-5)
    assert (low, high) == pytest.approx(tuple(share / (1 - share) for share in shares))


def test_a_stage_that_is_not_reported_is_no_zero() -> None:
    unknown = step(("offences_registered", "offence", 20.0), ("persons_suspected", "", None))
    assert unknown.ratio is None and "not reported" in unknown.reason
    nobody = step(("offences_registered", "offence", 20.0), ("persons_suspected", "person", 0.0))
    assert (nobody.ratio, nobody.low) == (0.0, 0.0)
    assert nobody.high is not None and 0 < nobody.high < 0.25


def test_the_prediction_agrees_with_a_random_effects_model_of_statsmodels() -> None:
    from statsmodels.stats.meta_analysis import combine_effects

    random = np.random.default_rng(9)
    values, errors = random.normal(0, 0.3, 12), random.uniform(0.05, 0.2, 12)
    statistic, _, difference, error = against_others(values, errors, 0)
    theirs = combine_effects(values[1:], errors[1:] ** 2, method_re="dl")
    mean = float(theirs.mean_effect_re)
    assert difference == pytest.approx(values[0] - mean)
    variance = errors[0] ** 2 + float(theirs.tau2) + float(theirs.sd_eff_w_re) ** 2
    assert error == pytest.approx(math.sqrt(variance))
    assert statistic == pytest.approx(difference / error)


def test_few_regions_or_small_counts_say_nothing_of_a_leak() -> None:
    answers = leaks([100, 100, 100], [50, 50, 5], ["XA-01", "XA-02", "XA-03"])
    assert all(one.reason for one in answers)


def view(number: int, **fields: float | str | None) -> View:
    """A region like any other but for some measures."""
    wave = 1 + 0.1 * math.sin(number)
    told = {
        "facts_per_officer": 20 * wave,
        "price_per_gram": 50 * (2 - wave),
        "price_unit": "USD/g",
        "seized_g_per_officer": 200 * wave,
        "wholesale_share": 0.05 * (2 - wave),
        **fields,
    }
    blank = {"facts": None, "officers": None, "seized_kg": None, "price_pure_gram": None}
    return View(f"XA-{number:02d}", "2024", substance="heroin", **blank, **told)  # type: ignore[arg-type]


def test_two_currencies_are_not_compared() -> None:
    views = [view(number) for number in range(1, 10)]
    with pytest.raises(IndicatorError, match="USD/g"):
        disagreements([*views, view(10, price_unit="KZT/g")])


def test_a_region_without_a_denominator_says_so() -> None:
    views = [view(number) for number in range(1, 10)]
    answer = disagreements([*views, view(10, facts_per_officer=None)])[-1]
    assert "lacks facts per officer" in answer.reason and answer.p is None


def test_a_series_of_two_points_has_no_correlation() -> None:
    answer = moving_apart([100, 120], [50, 40])
    assert answer.reason and answer.effect is None


def test_opposite_changes_are_found_and_gaps_are_left_out() -> None:
    one = [100.0, 120, 90, math.nan, 130, 100, 140, 95, 120, 80, 110, 90, 130, 100]
    two = [1000 / value if value == value else 10.0 for value in one]
    answer = moving_apart(one, two)
    assert answer.effect == pytest.approx(-1.0)
    assert answer.n == 11
    # With memory in both, eleven changes are worth fewer.
    assert answer.p is not None and answer.p < 0.02


@pytest.mark.parametrize(
    "ask",
    [
        lambda: heaping_of_masses([1.0, -2.0]),
        lambda: heaping_of_counts([3, -1, 4]),
        lambda: heaping_of_counts([3.5, 4]),
        lambda: first_digits([1.0, math.nan]),
        lambda: bunching([Stratum(np.array([-1.0, 2.0]), 1.0, 0.01)]),
        lambda: bunching([Stratum(np.array([1.0, 2.0]), 0.0, 0.01)]),
        lambda: density_test(Stratum(np.array([math.inf, 2.0]), 1.0, 0.01)),
        lambda: period_end([date(2023, 1, 1)], "month", *YEAR),
        lambda: period_end([], "fortnight", *YEAR),
        lambda: splitting([1], [1, 2], [1], "both"),
        lambda: leaks([10, 20], [-1, 5], ["XA-01", "XA-02"]),
        lambda: moving_apart([1, 2, 3], [1, 2]),
        lambda: moving_apart([-1, 2, 3], [1, 2, 3]),
        lambda: adjust([0.5, 1.2]),
    ],
)  # fmt: skip
def test_figures_that_cannot_be_raise_an_error_with_a_reason(ask: object) -> None:
    with pytest.raises(IndicatorError):
        ask()  # type: ignore[operator]


def test_every_answer_says_what_could_have_been_found() -> None:
    random = np.random.default_rng(2)
    answer = heaping_of_masses(np.round(random.lognormal(3, 1, 400), 2))
    assert answer.minimum_detectable is not None
    drawn = random.binomial(answer.n, 0.2 * answer.minimum_detectable / 100, 4_000)
    found = binom.sf(drawn - 1, answer.n, 0.2) <= LEVEL
    # Four of five; .025 is four standard errors of 4,000 draws.
    assert found.mean() == pytest.approx(0.8, abs=0.025)
