"""Prices of a gram: what is used, what is doubted, and what is turned into what."""

from __future__ import annotations

import csv
from dataclasses import replace
from pathlib import Path

import pytest

from sholu.indicators.doses import dose_costs, gram_by_portion
from sholu.indicators.markup import Stage, markups, parse_stage, route_markups
from sholu.indicators.model import Observation
from sholu.indicators.observations import build_observations
from sholu.indicators.prices import portion_of, prices_of
from sholu.indicators.prices_doubt import doubts_of
from sholu.indicators.prices_model import Price, PriceError
from sholu.indicators.purity import pure_gram, purities
from sholu.indicators.quantity_discount import exponent_of_markup, markup_of_exponent
from sholu.indicators.real_terms import Found, Rate, Rates, read_rates
from sholu.indicators.units import Scale, scale_to
from sholu.vocabulary.load import load
from tests.indicators.points import point

VOCABULARY = load()


def observed(*rows: dict) -> tuple[Observation, ...]:
    points = [
        point(f"c{number}", row.pop("period", "2024"), row.pop("value"),
              accumulation="rate", **{"substance": "heroin", **row})
        for number, row in enumerate(dict(row) for row in rows)
    ]  # fmt: skip
    return build_observations(points, {}, VOCABULARY)


def retail(value: float, **fields) -> dict:
    return {"indicator": "price_retail", "unit": "USD/g", "value": value, **fields}


def bulk(value: float, **fields) -> dict:
    return {"indicator": "price_wholesale", "unit": "USD/kg", "value": value, **fields}


def priced(*rows: dict) -> tuple[Price, ...]:
    return prices_of(observed(*rows), VOCABULARY)


def statistics(make, **values: float) -> list[dict]:
    return [make(value, scope=f"statistic={name}") for name, value in values.items()]


def test_a_kilogram_becomes_grams_and_the_median_stands_for_the_price():
    (price,) = priced(*statistics(bulk, mean=9000.0, median=8000.0, minimum=5000.0, maximum=2e4))
    assert price.typical() == ("median", 8.0)
    assert (price.low, price.high, price.doubts) == (5.0, 20.0, ())
    assert len(price.observations) == 4


def test_a_minimum_that_equals_the_maximum_is_said_and_neither_is_used():
    (price,) = priced(*statistics(retail, mean=70.0, median=45.0, minimum=350.0, maximum=350.0))
    (doubt,) = price.doubts
    assert doubt.statistics == ("minimum", "maximum")
    assert "minimum and maximum are the same (350), though the median is 45" in doubt.reason
    assert doubt.likely == "a minimum of 35, a zero too many"
    assert (price.low, price.high) == (None, None)
    assert price.typical() == ("median", 45.0)


@pytest.mark.parametrize(
    ("values", "gone"),
    [
        ({"median": 45.0, "minimum": 50.0, "maximum": 90.0}, {"minimum"}),
        ({"median": 45.0, "minimum": 30.0, "maximum": 40.0}, {"maximum"}),
        ({"median": 45.0, "minimum": 45.0, "maximum": 45.0}, set()),
        ({"minimum": 45.0, "maximum": 45.0}, set()),
        ({"median": 0.0, "mean": 40.0}, {"median"}),
        ({"median": 45.0, "mean": 60.0, "minimum": 30.0, "maximum": 50.0}, {"maximum"}),
    ],
)
def test_only_what_cannot_be_is_doubted(values, gone):
    assert {name for doubt in doubts_of(values) for name in doubt.statistics} == gone


def test_a_sentence_that_repeats_the_table_is_no_statistic_of_its_own():
    (price,) = priced(retail(102.0), *statistics(retail, mean=102.0, median=90.0))
    assert set(price.per_g) == {"mean", "median"}
    assert len(price.observations) == 3


def test_a_row_label_among_statistics_is_a_statistic_and_elsewhere_a_scope():
    (price,) = priced(retail(40.0, scope="row=Trend"), *statistics(retail, median=45.0))
    assert price.per_g == {"trend": 40.0, "median": 45.0}
    (alone,) = priced(retail(40.0, scope="row=white"))
    assert (alone.scope, alone.per_g) == ("row=white", {"value": 40.0})


def test_a_gram_in_bulk_dearer_than_in_the_street_is_a_question_of_units():
    found = priced(retail(50.0), bulk(4_000_000.0))
    (doubt,) = next(one for one in found if one.level == "wholesale").doubts
    assert "4,000" in doubt.reason
    assert "per kilogram" in doubt.likely
    (markup,) = markups(found)
    assert markup.times is None
    assert "no statistic that may be used" in markup.reason


def test_prices_of_two_currencies_are_two_prices():
    found = priced(retail(50.0), retail(7000.0, unit="KZT/g"))
    assert {(one.currency, one.typical()) for one in found} == {
        ("USD", ("value", 50.0)), ("KZT", ("value", 7000.0)),
    }  # fmt: skip


def test_a_portion_carries_the_range_of_its_weight_into_the_price_of_a_gram():
    row = {"indicator": "price_dose", "unit": "KZT/dose", "value": 6000.0}
    (puck,) = priced({**row, "substance": "hashish", "scope": "portion=shaiba"})
    assert (puck.low, puck.high, puck.typical()) == (1200.0, 2000.0, None)
    (check,) = priced({**row, "value": 3300.0, "scope": "portion=check"})
    assert check.typical() == ("value", 10_000.0)
    assert priced({**row, "scope": "portion=check", "substance": "hashish"}) == ()


def test_a_unit_may_name_the_portion_and_a_dose_of_no_weight_gives_no_gram():
    scale = scale_to(VOCABULARY.indicator("price_dose"), "KZT/matchbox", VOCABULARY)
    assert scale == Scale("KZT/matchbox", 1.0)
    row = {"indicator": "price_dose", "unit": "KZT/matchbox", "value": 1200.0}
    (box,) = priced({**row, "substance": "cannabis_herb"})
    assert (box.low, box.high, box.printed_per) == (400.0, 600.0, "matchbox")
    assert priced({**row, "unit": "KZT/dose"}) == ()


def test_like_is_compared_with_like_and_the_range_sets_ends_against_each_other():
    found = priced(
        *statistics(bulk, median=8000.0, mean=9000.0, minimum=5000.0, maximum=20_000.0),
        *statistics(retail, median=40.0, mean=54.0, minimum=20.0, maximum=100.0),
    )
    times = {one.statistic: one for one in markups(found)}
    assert times["median"].times == pytest.approx(5.0)
    assert times["mean"].times == pytest.approx(6.0)
    assert (times["range"].low, times["range"].high) == (1.0, 20.0)


def test_an_end_that_is_doubted_leaves_the_range_unsaid():
    found = priced(
        *statistics(bulk, median=8000.0, minimum=5000.0, maximum=20_000.0),
        *statistics(retail, median=40.0, minimum=90.0, maximum=100.0),
    )
    whole = next(one for one in markups(found) if one.statistic == "range")
    assert (whole.low, whole.high) == (None, 20.0)
    assert "no retail minimum" in whole.reason


def test_the_mark_up_of_a_level_is_that_of_the_exponent_of_the_tree():
    # Caulkins and Padman 1993: a level that parts into φ sells at φ^(1-β); 0.75 and 16 give 2.
    assert markup_of_exponent(0.75, 16.0) == pytest.approx(2.0)
    assert exponent_of_markup(2.0, 16.0) == pytest.approx(0.75)
    assert exponent_of_markup(1.0, 16.0) == 1.0


RATES = Rates(
    tuple(
        [Rate("price_index", "USD", "", f"2023-{month:02d}", 100.0, "S") for month in range(1, 13)]
        + [Rate("price_index", "USD", "", "2024-01", 125.0, "S")]
        + [Rate("exchange_rate", "KZT", "USD", "2024", 450.0, "S")]
        + [Rate("exchange_rate", "KZT", "USD", "2023-05", 440.0, "S")]
    )
)


def test_a_year_takes_its_own_line_or_the_mean_of_all_its_months_and_no_neighbours():
    assert RATES.exchange("KZT", "USD", "2024-01-01", "2024-12-31") == Found(
        450.0, "KZT/USD of 2024", "S"
    )
    found = RATES.index("USD", "2023-01-01", "2023-12-31")
    assert found == Found(100.0, "mean of 12 months", "S")
    missing = RATES.index("USD", "2024-01-01", "2024-12-31")
    assert missing == "no price index of USD for 11 months from 2024-02 to 2024-12"
    assert RATES.exchange("KZT", "USD", "2024-03-01", "2024-03-31") == "no KZT/USD for 2024-03"
    assert isinstance(RATES.exchange("KZT", "USD", "2023-05-10", "2023-05-10"), Found)
    assert RATES.last_index_year("USD") == "2023"


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("price_index,KZT,,2024,0,S", "no rate"),
        ("price_index,KZT,,2024,inf,S", "no rate"),
        ("price_index,KZT,,2024,-3,S", "no rate"),
        ("price_index,KZT,,2024,101.5,", "nobody is named"),
        ("price_index,KZT,USD,2024,101.5,S", "'against'"),
        ("exchange_rate,KZT,,2024,450,S", "'against'"),
        ("inflation,KZT,,2024,8,S", "no kind"),
        ("price_index,KZT,,2024-03-01,8,S", "no year or month"),
        ("price_index,KZT,,spring,8,S", "line 2"),
    ],
)
def test_a_line_of_rates_that_cannot_be_taken_is_named(tmp_path: Path, line, says):
    header = "kind,currency,against,period,value,source\n"
    (tmp_path / "rates.csv").write_text(header + line + "\n", encoding="utf-8")
    with pytest.raises(PriceError, match=says) as error:
        read_rates(tmp_path)
    assert "rates.csv, line 2" in error.value.message


def test_two_values_for_one_month_are_an_error_and_other_columns_too(tmp_path: Path):
    path = tmp_path / "rates.csv"
    lines = "exchange_rate;KZT;USD;2024-01;450;A\nexchange_rate;KZT;USD;2024-01;455;B\n"
    path.write_text("kind;currency;against;period;value;source\n" + lines, encoding="utf-8")
    with pytest.raises(PriceError, match=r"450 \(A\) and 455 \(B\)"):
        read_rates(tmp_path)
    path.write_text("month,rate\n2024-01,450\n", encoding="utf-8")
    with pytest.raises(PriceError, match="the columns are month, rate"):
        read_rates(tmp_path)
    assert read_rates(tmp_path / "nowhere") == Rates(())


def test_a_route_is_taken_at_the_latest_period_that_all_stages_share():
    found = priced(
        bulk(10_000.0, place="XA-01", period="2023"),
        bulk(12_000.0, place="XA-01", period="2024"),
        bulk(15_000.0, place="XA-02", period="2023"),
        retail(60.0, place="XA-02", period="2023"),
        retail(99.0, place="XA-02", period="2024"),
    )
    stages = [Stage("XA-01", "wholesale"), Stage("XA-02", "wholesale"), Stage("XA-02", "retail")]
    first, second, whole = route_markups(found, stages, Rates(()))
    assert (first.period, first.times) == ("2023", 1.5)
    assert (second.times, whole.times) == (4.0, pytest.approx(6.0))
    assert first.claims


def test_other_dates_or_currencies_need_rates_and_say_so():
    found = priced(
        bulk(5000.0, place="XA-01", period="2023-05"),
        retail(9000.0, place="XA-02", period="2024", unit="KZT/g"),
    )
    stages = [Stage("XA-01", "wholesale"), Stage("XA-02", "retail")]
    (unsaid,) = route_markups(found, stages, Rates(()))
    assert unsaid.times is None
    assert "currencies differ (USD, KZT); dates differ (2023-05, 2024)" in unsaid.reason
    (said,) = route_markups(found, stages, RATES)
    assert said.times == pytest.approx(9000 / 450 / 5)
    assert said.currency == "USD"
    assert any("dates differ" in note for note in said.notes)


def test_a_stage_without_a_price_or_a_form_is_an_error():
    with pytest.raises(PriceError, match="no stage"):
        parse_stage("XA-01", None)
    with pytest.raises(PriceError, match="no stage"):
        parse_stage("XA-01:street", None)
    assert parse_stage("XA-01:retail:2023", "2024") == Stage("XA-01", "retail", "2023")
    with pytest.raises(PriceError, match="no wholesale price of 2024 for XA-09"):
        route_markups(
            priced(retail(50.0, place="XA-02")),
            [Stage("XA-09", "wholesale", "2024"), Stage("XA-02", "retail")],
            Rates(()),
        )
    with pytest.raises(PriceError, match="two stages"):
        route_markups((), [Stage("XA-02", "retail")], Rates(()))


def purity(value: float, **fields) -> dict:
    return {"indicator": "purity_retail", "unit": "%", "value": value, **fields}


def test_a_pure_gram_takes_the_purity_of_the_same_market_or_none():
    rows = (
        retail(30.0, period="2024-01"),
        retail(30.0, period="2024-02"),
        purity(20.0, period="2024-01", low=15.0, high=25.0),
        purity(60.0, period="2024-02", place="XA-02"),
    )
    known = purities(observed(*rows))
    january, february = priced(*rows)
    pure = pure_gram(january, known)
    assert (pure.value, pure.low, pure.high) == (150.0, 120.0, 200.0)
    assert pure_gram(february, known).value is None
    assert "not measured" in pure_gram(february, known).reason


def test_a_portion_costs_a_range_where_its_weight_is_one():
    puck = portion_of("shaiba", None, VOCABULARY)
    found = priced(
        *[{**row, "substance": "hashish"}
          for row in statistics(retail, median=10.0, minimum=8.0, maximum=12.0)]
    )  # fmt: skip
    (cost,) = dose_costs((puck,), found)
    assert (cost.low, cost.high, cost.lowest, cost.highest) == (30.0, 50.0, 24.0, 60.0)
    assert dose_costs((puck,), priced(retail(10.0))) == ()
    assert gram_by_portion(puck, 6000, 6000) == (1200.0, 2000.0)
    with pytest.raises(PriceError, match="no payment"):
        gram_by_portion(puck, 10, 5)


def test_portions_are_found_by_their_name_in_three_languages_and_by_their_drug():
    assert portion_of("Чек", "heroin", VOCABULARY).low_g == 0.33
    assert portion_of("шайба", "hashish", VOCABULARY).high_g == 5
    assert portion_of("matchbox", "heroin", VOCABULARY) is None
    assert all(one.source and 0 < one.low_g <= one.high_g for one in VOCABULARY.portions)


def test_the_prices_of_the_thesis_have_one_doubt_and_these_mark_ups(shared_dir: Path):
    path = shared_dir / "gold" / "tables" / "002_table5_6_prices_long.csv"
    rows = list(csv.DictReader(path.open(encoding="utf-8")))
    names = {"Average": "mean", "Median": "median", "Min": "minimum", "Max": "maximum"}
    drugs = {"heroin": "heroin", "hashish": "hashish", "marijuana": "cannabis_herb"}
    found = priced(
        *[
            {
                "indicator": f"price_{row['level']}", "value": float(row["value"]),
                "unit": "KZT/g" if row["level"] == "retail" else "KZT/kg", "period": "2012",
                "place": "KZ", "substance": drugs[row["drug"]],
                "scope": f"statistic={names.get(row['statistic'], 'trend')}",
            }
            for row in rows
        ]
    )  # fmt: skip
    doubted = [(one.substance, one.level) for one in found if one.doubts]
    assert doubted == [("heroin", "retail")]
    times = {(one.substance, one.statistic): one.times for one in markups(found)}
    assert times["heroin", "median"] == pytest.approx(4500 / 2275)
    assert times["hashish", "mean"] == pytest.approx(1102 / 434.3333, rel=1e-6)


def test_a_chosen_claim_of_low_grade_keeps_its_doubt():
    (price,) = priced(retail(50.0, suspect="decimal comma lost"))
    assert price.typical() is None
    assert "decimal comma lost" in price.doubts[0].reason
    assert replace(price, doubts=()).typical() == ("value", 50.0)
