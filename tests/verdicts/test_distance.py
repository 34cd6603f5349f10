"""Masses against the thresholds of their day."""

from __future__ import annotations

import math

import pytest

from sholu.verdicts.distance import threshold_distances
from sholu.vocabulary.load_law import load_law
from tests.verdicts.invented import defendant, span, substance, verdict


def test_each_limit_of_each_reading_has_a_signed_distance() -> None:
    one = verdict(
        defendant("296.4", substances=(substance("heroin", 1.25, "gross"),)),
        offence_date="2018-03-01",
        date="2018-09-01",
        spans=(span("span-a", "приговорил: 1,25 и ещё слова"), span("span-b", "1,25 г")),
    )
    rows = threshold_distances([one], load_law())
    found = {(row.reading, row.limit): row for row in rows}
    # Table 7.1 of 2018: up to 0.01 g small, up to 1 g large; the paper of 2025 says 0.1 g.
    large = found["table of 2018", "large_to"]
    assert (large.limit_g, large.preferred, large.at_nearest) == (1.0, True, True)
    assert large.distance_g == pytest.approx(0.25)
    assert large.log_distance == pytest.approx(math.log(1.25))
    assert found["policy paper of 2025", "small_to"].limit_g == 0.1
    assert (large.day, large.day_basis, large.span) == ("2018-03-01", "offence", "span-b")
    assert large.article == "296.4" and large.region == "XA-01" and large.comparable


def test_a_net_mass_where_the_mixture_counts_is_not_comparable() -> None:
    one = verdict(defendant(substances=(substance("heroin", 0.5, "net"),)))
    assert {row.comparable for row in threshold_distances([one], load_law())} >= {False}


def test_a_mass_of_exactly_the_limit_is_at_nothing() -> None:
    one = verdict(defendant(substances=(substance("hashish", 5.0),)))
    (row,) = [r for r in threshold_distances([one], load_law()) if r.limit == "small_to"]
    assert (row.distance_g, row.log_distance) == (0.0, 0.0)


def test_without_the_day_of_the_offence_the_decision_gives_it_and_without_both_there_is_none() -> (
    None
):
    mass = (substance("hashish", 5.0),)
    dated = verdict(defendant(substances=mass), offence_date="2024")
    undated = verdict(defendant(substances=mass), offence_date=None, date=None)
    rows = threshold_distances([dated, undated], load_law())
    assert {(row.verdict, row.day_basis) for row in rows} == {(dated.id, "decision")}


def test_kilograms_and_two_numbers_are_found_in_the_words() -> None:
    for words, mass in (("2 кг", 2000.0), ("1 кг 40 г", 1040.0), ("1 250,5 г", 1250.5)):
        one = verdict(
            defendant(substances=(substance("hashish", mass),)), spans=(span("span-m", words),)
        )
        assert {row.span for row in threshold_distances([one], load_law())} == {"span-m"}


def test_substances_without_a_threshold_and_counts_give_no_row() -> None:
    one = verdict(defendant(substances=(substance("opium", 5.0), substance("hashish", None))))
    assert threshold_distances([one], load_law()) == ()
