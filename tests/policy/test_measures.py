"""The register of measures, and a panel out of series."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from sholu.indicators.model import Observation, Series
from sholu.policy.confounder import take_out
from sholu.policy.designs import Question
from sholu.policy.disagreement import disagreement
from sholu.policy.evaluation import evaluate
from sholu.policy.load_measures import find_measure, load_measures
from sholu.policy.measure import Measure
from sholu.policy.measures_of_law import measures_of_law
from sholu.policy.model import Effect, PolicyError
from sholu.policy.panel import NEVER, Rows
from sholu.policy.panel_of_series import panel_of_series
from sholu.policy.predictors import parse_predictors
from sholu.vocabulary.load import load
from sholu.vocabulary.load_law import load_law
from sholu.vocabulary.model import Break, Names
from sholu.vocabulary.wording import Wording

PILOT = Measure("pilot", "practice", Wording("a pilot", "пилот", "пилот"), ("XA-01",), "2024-03")


def series_of(place: str, values: dict[str, float], breaks: tuple[Break, ...] = ()) -> Series:
    """A monthly series of invented offences."""
    observations = tuple(
        Observation(
            f"{place}-{month}", place, "offences_registered", place, None, "", "month", "period",
            month, f"{month}-01", f"{month}-28", value, None, None, None, "case", "reported",
            "exact", "", None, "", False, "clear", (),
        )
        for month, value in values.items()
    )  # fmt: skip
    return Series(
        place, "offences_registered", place, None, "", "month", "period", "case", observations,
        breaks,
    )  # fmt: skip


def months(*values: float) -> dict[str, float]:
    """Values from January 2024 on."""
    return {f"2024-{n:02}": value for n, value in enumerate(values, 1)}


COUNTRIES = {"XA-01": "XA", "XA-02": "XA", "XA-03": "XA", "XA": "XA"}


def test_every_expected_indicator_of_the_register_is_known() -> None:
    vocabulary = load()
    for measure in load_measures():
        for expectation in measure.expected:
            vocabulary.indicator(expectation.indicator)


def test_measures_stand_in_order_of_their_day() -> None:
    days = [measure.in_force for measure in load_measures()]
    assert days == sorted(days)


def test_an_own_measure_stands_instead_of_a_shipped_one(tmp_path: Path) -> None:
    path = tmp_path / "measures.yaml"
    path.write_text(
        "- {code: us-or-2021-m110, kind: law, title: {en: mine, ru: моя, kk: менің},"
        " places: [US-OR], in_force: 2021-02-01, sources: [own reading]}\n"
    )
    measure = find_measure(load_measures(path), "us-or-2021-m110")
    assert measure.title.en == "mine"


@pytest.mark.parametrize(
    ("record", "said"),
    [
        ("- {code: a, kind: law, places: [XA], in_force: 2024-01-01}", "title"),
        ("- {code: a, kind: war, title: {en: a, ru: a, kk: a}, places: [XA], in_force: '2024', "
         "sources: [x]}", "kind 'war'"),
        ("- {code: a, kind: law, title: {en: a, ru: a, kk: a}, places: [XA], in_force: '2024-13', "
         "sources: [x]}", "a"),
        ("- {code: a, kind: law, title: {en: a, ru: a, kk: a}, places: [XA], in_force: '2024'}",
         "no source"),
        ("code: a", "list of measures"),
    ],
)  # fmt: skip
def test_a_measure_that_says_too_little_is_refused(tmp_path: Path, record: str, said: str) -> None:
    path = tmp_path / "measures.yaml"
    path.write_text(record)
    with pytest.raises(PolicyError, match=said):
        load_measures(path)


def test_an_unknown_measure_is_told_its_neighbours() -> None:
    with pytest.raises(PolicyError, match="kz-2025-couriers"):
        find_measure(load_measures(), "kz-2025-courier")


def test_regions_under_the_measure_are_compared_with_the_others() -> None:
    series = [series_of("XA-01", months(5, 6, 9, 9)), series_of("XA-02", months(4, 4, 4, 5))]
    found = panel_of_series(PILOT, series, COUNTRIES)
    assert found.rows.units == ("XA-01", "XA-02")
    assert list(found.rows.first_treated) == [2.0, NEVER]
    assert list(found.rows.outcome) == [5, 6, 9, 9, 4, 4, 4, 5]


def test_periods_that_a_place_lacks_are_left_out_and_counted() -> None:
    short = months(4, 4, 4, 5)
    del short["2024-02"]
    series = [series_of("XA-01", months(5, 6, 9, 9)), series_of("XA-02", short)]
    found = panel_of_series(PILOT, series, COUNTRIES)
    assert found.rows.periods == ("2024-01", "2024-03", "2024-04")
    assert found.notes[0].sentence.startswith("1 periods are left out")


def test_a_national_measure_is_judged_by_the_countrys_own_series() -> None:
    everywhere = replace(PILOT, places=("XA",))
    series = [series_of("XA-01", months(5, 6, 9)), series_of("XA", months(9, 9, 12))]
    assert panel_of_series(everywhere, series, COUNTRIES).rows.units == ("XA",)


def test_a_break_of_definition_at_the_start_stops_with_an_explanation() -> None:
    names = Names(en=("all complaints",), ru=("все",), kk=("бәрі",))
    broken = Break(
        code="b", day="2024-03-01", label=names, what=Wording("", "", ""),
        source=Wording("", "", ""),
        places=("XA",), indicators=("offences_registered",), within=True,
    )  # fmt: skip
    series = [
        series_of("XA-01", months(5, 6, 9, 9), (broken,)),
        series_of("XA-02", months(4, 4, 4, 5)),
    ]
    with pytest.raises(PolicyError, match="definition of what is counted changes"):
        panel_of_series(PILOT, series, COUNTRIES)


def test_a_place_without_series_is_said() -> None:
    with pytest.raises(PolicyError, match="no series of this indicator"):
        panel_of_series(PILOT, [series_of("XB-01", months(1, 2))], {"XB-01": "XB"})


def test_the_confounders_part_is_taken_out_of_the_outcome() -> None:
    random = np.random.default_rng(0)
    units, periods = 8, 20
    levels = random.normal(0, 3, (units, 1)) + random.normal(0, 1, (1, periods))
    confounder = random.normal(0, 1, (units, periods))
    effect = np.zeros((units, periods))
    effect[:3, 12:] = 4.0
    confounder[:3, 12:] += 2.0  # the rival cause begins with the measure
    outcome = levels + 1.5 * confounder + effect
    rows = Rows(
        tuple("abcdefgh"), tuple(str(t) for t in range(periods)), np.arange(20.0),
        np.repeat(np.arange(units), periods), np.tile(np.arange(periods), units), outcome.ravel(),
        np.array([12.0] * 3 + [NEVER] * 5), {"supply": confounder.ravel()},
    )  # fmt: skip
    found = take_out(rows, "supply")
    assert found.slope == pytest.approx(1.5)
    left = found.rows.outcome.reshape(units, periods) - levels - effect
    assert np.ptp(left) == pytest.approx(0, abs=1e-9)


def test_a_confounder_common_to_all_places_cannot_be_told_from_the_period() -> None:
    rows = Rows(
        ("a", "b"), ("1", "2", "3"), np.arange(3.0), np.repeat([0, 1], 3), np.tile([0, 1, 2], 2),
        np.arange(6.0), np.array([2.0, NEVER]), {"supply": np.array([1.0, 2, 5, 1, 2, 5])},
    )  # fmt: skip
    with pytest.raises(PolicyError, match="can't be told"):
        take_out(rows, "supply")


def test_predictors_are_read_as_written() -> None:
    assert parse_predictors("sec.agriculture:1961-1969, gdp@1975,x:2020-01..2020-12") == (
        ("sec.agriculture", "1961", "1969"),
        ("gdp", "1975", "1975"),
        ("x", "2020-01", "2020-12"),
    )
    with pytest.raises(PolicyError, match="can't be read"):
        parse_predictors("income")


def test_designs_that_do_not_meet_are_named() -> None:
    rise = Effect("did", "", 5.0, 1.0, 3.0, 7.0)
    fall = Effect("sc", "", -4.0, 1.0, -6.0, -2.0)
    nothing = Effect("its", "", 0.5, 2.0, -3.5, 4.5)
    said = disagreement([rise, fall, nothing])
    assert "did: a rise" in said
    assert "sc: a fall" in said
    assert "its: no effect can be told from none" in said
    assert "did and sc do not even meet" in said


def test_each_day_on_which_the_law_changed_is_a_measure() -> None:
    found = {one.code: one for one in measures_of_law(load_law())}
    assert {"law-2015-01-01", "law-2025-01-01", "law-2025-03-03"} <= set(found)
    couriers = found["law-2025-01-01"]
    assert "297" in couriers.articles
    assert (couriers.places, couriers.kind, couriers.expected) == (("KZ",), "law", ())
    for language in ("en", "ru", "kk"):
        assert "297" in couriers.title.of(language)


def test_an_own_measure_stands_instead_of_one_of_the_law(tmp_path: Path) -> None:
    path = tmp_path / "measures.yaml"
    path.write_text(
        "- {code: law-2025-03-03, kind: law, title: {en: mine, ru: моя, kk: менің},"
        " places: [KZ], in_force: 2025-03-03, sources: [own reading]}\n"
    )
    register = load_measures(path, measures_of_law(load_law()))
    assert find_measure(register, "law-2025-03-03").title.en == "mine"


def test_the_register_names_both_days_of_2025() -> None:
    assert find_measure(load_measures(), "kz-2025-couriers").other_days == ("2025-03-03",)


def test_another_day_stands_beside_as_a_variant() -> None:
    random = np.random.default_rng(2)
    outcome = random.normal(0, 0.1, (8, 20))
    outcome[:3, 12:] += 4.0

    def question(start: float) -> Question:
        first = np.array([start] * 3 + [NEVER] * 5)
        rows = Rows(
            tuple("abcdefgh"), tuple(str(t) for t in range(20)), np.arange(20.0),
            np.repeat(np.arange(8), 20), np.tile(np.arange(20), 8), outcome.ravel(), first, {},
        )  # fmt: skip
        return Question(rows, "y")

    found = evaluate("m", question(12.0), ("did",), other_starts={"from 8": question(8.0)})
    effect = found.answers[0]
    assert isinstance(effect, Effect)
    assert effect.estimate == pytest.approx(4.0, abs=0.2)
    assert effect.variants[0].name == "from 8"
    # Four of twelve periods called treated were not: two thirds of the effect.
    assert effect.variants[0].estimate == pytest.approx(4.0 * 8 / 12, abs=0.2)
