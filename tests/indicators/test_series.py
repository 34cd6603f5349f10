"""Claims become observations; one is drawn by a rule; breaks part what cannot be compared."""

from __future__ import annotations

import pytest

from sholu.indicators.changes import changes
from sholu.indicators.choice import RULE
from sholu.indicators.model import IndicatorError
from sholu.indicators.observations import Choice, build_observations, series_of
from sholu.indicators.rates import rate_of
from sholu.vocabulary.load import load
from tests.indicators.points import point

VOCABULARY = load()


def observations(*points, choices=None):
    return build_observations(points, choices or {}, VOCABULARY)


def only_series(*points):
    (series,) = series_of(observations(*points), VOCABULARY)
    return series


def by_period(found, frequency):
    return {one.period: one for one in found if one.frequency == frequency}


def test_claims_about_one_year_are_one_observation_that_keeps_them_all():
    whole, spelt = point("a", "2023"), point("b", "2023-01/2023-12", 120.0)
    (one,) = observations(whole, spelt)
    assert one.period == "2023"
    assert {each.claim for each in one.points} == {"a", "b"}
    assert one.differing


def test_the_source_with_the_higher_grade_is_drawn_whenever_it_was_published():
    early_a = point("a", "2023", 10.0, grade="A", published="2020-01-01")
    late_c = point("c", "2023", 20.0, grade="C", published="2024-01-01")
    (one,) = observations(late_c, early_a)
    assert (one.value, one.chosen, one.rule) == (10.0, "a", RULE)


def test_of_one_grade_the_latest_publication_is_drawn_and_the_earlier_kept():
    first = point("first", "2023", 10.0, published="2024-01-10")
    revised = point("revised", "2023", 12.0, published="2024-06-10")
    (one,) = observations(first, revised)
    assert one.value == 12.0
    assert [each.claim for each in one.points] == ["revised", "first"]


def test_what_cannot_be_right_as_printed_is_not_drawn_while_another_claim_is_there():
    wrong = point("wrong", "2023", 58.0, grade="A", suspect="lost dash")
    (one,) = observations(wrong, point("right", "2023", 5.0, grade="D"))
    assert one.chosen == "right"


def test_a_person_goes_before_the_rule_and_the_output_names_the_entry():
    points = point("a", "2023", 10.0, grade="A"), point("b", "2023", 20.0, grade="E")
    (plain,) = observations(*points)
    (chosen,) = observations(*points, choices={plain.id: Choice("b", 7)})
    assert (chosen.value, chosen.chosen, chosen.rule) == (20.0, "b", "journal entry 7")
    assert len(chosen.points) == 2


def test_a_choice_whose_claim_is_gone_falls_back_to_the_rule():
    (plain,) = observations(point("a", "2023"))
    (one,) = observations(point("a", "2023"), choices={plain.id: Choice("gone", 7)})
    assert (one.chosen, one.rule) == ("a", RULE)


def test_zero_unknown_not_reported_and_suppressed_stay_four_things():
    statuses = ("zero", "unknown", "not_reported", "suppressed")
    values = (0.0, None, None, None)
    points = [
        point(status, f"{2020 + year}", value, status=status)
        for year, (status, value) in enumerate(zip(statuses, values, strict=True))
    ]
    series = only_series(*points)
    assert [one.status for one in series.observations] == list(statuses)
    assert [one.value for one in series.observations] == [0.0, None, None, None]


def test_periods_of_unlike_length_are_unlike_series():
    found = observations(point("y", "2023"), point("m", "2023-05"), point("q", "2023-04/2023-06"))
    assert {one.frequency for one in found} == {"year", "month", "quarter"}
    assert len({one.series for one in found}) == 3


def to_date(month, value, year=2023, **fields):
    period = f"{year}-01/{year}-{month:02d}"
    return point(f"c{year}{month}", period, value, accumulation="year_to_date", **fields)


def test_known_year_to_date_steps_become_months():
    found = observations(to_date(1, 40.0), to_date(2, 70.0), to_date(3, 70.0))
    months = by_period(found, "month")
    assert {period: one.value for period, one in months.items()} == {
        "2023-01": 40.0, "2023-02": 30.0, "2023-03": 0.0,
    }  # fmt: skip
    assert months["2023-03"].status == "zero"
    assert months["2023-02"].derived == "year_to_date_step"
    assert {each.claim for each in months["2023-02"].points} == {"c20231", "c20232"}


def test_a_gap_in_year_to_date_figures_gives_the_stretch_and_no_month():
    found = observations(to_date(3, 90.0), to_date(6, 150.0))
    assert by_period(found, "month") == {}
    assert by_period(found, "quarter")["2023-04/2023-06"].value == 60.0


def test_december_to_date_is_the_year_and_the_last_step():
    found = observations(to_date(11, 110.0), to_date(12, 120.0))
    assert by_period(found, "year")["2023"].value == 120.0
    assert by_period(found, "month")["2023-12"].value == 10.0


@pytest.mark.parametrize(
    "later",
    [
        to_date(2, 30.0),
        to_date(2, 70.0, source="another"),
        to_date(2, 70.0, qualifier="more_than"),
        to_date(2, 70.0, value_high=80.0),
        to_date(2, None, status="suppressed"),
    ],
    ids=["falls", "another source", "more than", "a range", "suppressed"],
)
def test_a_step_that_is_not_known_is_not_guessed(later):
    found = observations(to_date(1, 40.0), later)
    assert set(by_period(found, "month")) == {"2023-01"}


def test_a_claim_about_a_month_is_not_replaced_by_a_step():
    claim = point("month", "2023-02", 31.0)
    found = observations(to_date(1, 40.0), to_date(2, 70.0), claim)
    february = by_period(found, "month")["2023-02"]
    assert (february.value, february.chosen) == (31.0, "month")


def test_a_change_over_a_break_is_not_computed_and_the_reason_names_it():
    series = only_series(
        *(point(year, year, value, place="KZ")
          for year, value in (("2013", 50.0), ("2014", 60.0), ("2015", 90.0), ("2016", 99.0)))
    )  # fmt: skip
    first, over, after = changes(series, VOCABULARY)
    assert first.percent == pytest.approx(20.0)
    assert (over.absolute, over.percent) == (None, None)
    assert "2015-01-01" in over.reason
    assert after.percent == pytest.approx(10.0)
    assert "2015-01-01" in {one.day for one in series.breaks}


def test_a_year_in_which_a_break_falls_is_compared_with_neither_neighbour():
    fields = {"place": "KZ-63", "indicator": "registered_users", "unit": "patient"}
    series = only_series(*(point(y, y, 100.0, **fields) for y in ("2021", "2022", "2023")))
    assert [one.percent for one in changes(series, VOCABULARY)] == [None, None]


def test_the_country_stays_what_it_was_when_its_regions_are_split():
    fields = {"place": "KZ", "indicator": "registered_users", "unit": "patient"}
    series = only_series(point("a", "2021", 100.0, **fields), point("b", "2022", 90.0, **fields))
    assert series.breaks == ()
    assert changes(series, VOCABULARY)[0].percent == pytest.approx(-10.0)


@pytest.mark.parametrize(
    ("earlier", "later", "reason"),
    [
        (point("a", "2018"), point("b", "2020"), "nothing between"),
        (point("a", "2019", None, status="suppressed"), point("b", "2020"), "suppressed"),
        (point("a", "2019", qualifier="about"), point("b", "2020"), "no single exact value"),
        (point("a", "2019", value_high=130.0), point("b", "2020"), "no single exact value"),
    ],
)
def test_what_cannot_be_compared_says_why(earlier, later, reason):
    (change,) = changes(only_series(earlier, later), VOCABULARY)
    assert change.percent is None
    assert reason in change.reason


def test_there_is_no_percentage_of_zero():
    series = only_series(point("a", "2019", 0.0, status="zero"), point("b", "2020", 5.0))
    (change,) = changes(series, VOCABULARY)
    assert (change.absolute, change.percent) == (5.0, None)


def people(period, value):
    return point(f"p{period}", period, value, indicator="population", unit="person",
                 accumulation="stock")  # fmt: skip


def test_a_rate_has_the_denominator_of_its_own_year():
    offences = only_series(point("a", "2019", 50.0), point("b", "2020", 60.0))
    population = only_series(people("2019", 100_000.0), people("2020", 200_000.0))
    rate = rate_of(offences, "population", [population], 100_000)
    assert [one.value for one in rate.observations] == [50.0, 30.0]


def test_a_year_without_a_denominator_has_no_rate():
    offences = only_series(point("a", "2019", 50.0), point("b", "2020", 60.0))
    rate = rate_of(offences, "population", [only_series(people("2019", 100_000.0))], 100_000)
    assert [one.value for one in rate.observations] == [50.0, None]
    assert rate.observations[1].status == "unknown"


def test_a_rate_without_any_denominator_is_an_error():
    with pytest.raises(IndicatorError, match="no population"):
        rate_of(only_series(point("a", "2019")), "population", [], 100_000)


def test_a_range_is_the_interval_of_its_observation_and_of_its_rate():
    offences = only_series(point("a", "2019", 20.0, value_high=25.0))
    (one,) = offences.observations
    assert (one.low, one.high) == (20.0, 25.0)
    population = only_series(people("2019", 200_000.0))
    (rate,) = rate_of(offences, "population", [population], 100_000).observations
    assert (rate.value, rate.low, rate.high) == (10.0, 10.0, 12.5)


def test_the_interval_of_an_estimate_is_divided_with_it():
    offences = only_series(point("a", "2019", 20.0, low=10.0, high=40.0))
    population = only_series(people("2019", 200_000.0))
    (rate,) = rate_of(offences, "population", [population], 100_000).observations
    assert (rate.value, rate.low, rate.high) == (10.0, 5.0, 20.0)


def test_from_one_source_to_another_there_is_no_change():
    """A new feed would look like a wave of crime."""
    old, new = point("a", "2019", 40.0), point("b", "2020", 120.0, source="xa-revenue")
    (change,) = changes(only_series(old, new), VOCABULARY)
    assert (change.absolute, change.percent) == (None, None)
    assert "xa-interior" in change.reason and "xa-revenue" in change.reason


def test_of_two_feeds_of_one_grade_the_same_is_drawn_throughout():
    found = observations(
        *(point(f"{claim}{source}{year}", year, source=source)
          for claim, year in (("a", "2019"), ("b", "2020"), ("c", "2021"))
          for source in ("xa-interior", "xa-revenue")),
        point("z", "2022"), point("y", "2022", source="xa-revenue"),
    )  # fmt: skip
    assert {one.drawn_source for one in found} == {"xa-interior"}
