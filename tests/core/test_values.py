"""Quantities, dates, markings and ids behave as the field needs them."""

from __future__ import annotations

from datetime import date

import pytest

from sholu.core.ids import identify, sha256_hex
from sholu.core.marking import Marking, MarkingError, highest, may_see, parse_marking
from sholu.core.period import DateError, Period, parse_partial_date, parse_period
from sholu.core.quantity import Quantity, Unit, UnitMismatch

TONNE = Unit("t", "mass", "g", 1e6)
KILOGRAM = Unit("kg", "mass", "g", 1e3)
PERSON = Unit("person", "persons", "person", 1)


def test_a_tonne_is_a_million_grams() -> None:
    assert Quantity(15.9, TONNE).in_base() == 15_900_000


def test_conversion_leaves_no_binary_dust() -> None:
    assert Quantity(582.9, KILOGRAM).in_base() == 582_900


def test_kilograms_are_added_to_tonnes_in_the_first_unit() -> None:
    total = Quantity(1, TONNE) + Quantity(500, KILOGRAM)
    assert (total.value, total.unit) == (1.5, TONNE)


def test_kilograms_are_never_added_to_persons() -> None:
    with pytest.raises(UnitMismatch, match=r"kg .* person"):
        _ = Quantity(1, KILOGRAM) + Quantity(1, PERSON)


@pytest.mark.parametrize("text", ["2025", "2025-01", "2025-01-10", "2025-01-10/2025-02-20"])
def test_a_period_prints_as_it_was_written(text: str) -> None:
    assert str(parse_period(text)) == text


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2024", date(2024, 1, 1), date(2024, 12, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2024-12/2025-01-15", date(2024, 12, 1), date(2025, 1, 15)),
    ],
)
def test_a_partial_date_covers_all_its_days(text: str, first: date, last: date) -> None:
    period = parse_period(text)
    assert (period.first_day(), period.last_day()) == (first, last)


@pytest.mark.parametrize("text", ["2025-02-30", "2025-13", "25-01-01", "yesterday", "", "2025-1-1"])
def test_a_date_that_is_none_is_refused(text: str) -> None:
    with pytest.raises(DateError):
        parse_partial_date(text)


def test_a_period_cannot_end_before_it_begins() -> None:
    with pytest.raises(DateError, match="ends before it begins"):
        parse_period("2025-02-01/2025-01-31")


def test_the_last_day_of_a_window_is_within_it() -> None:
    window = parse_period("2025-01-01/2025-01-15")
    assert parse_period("2025-01-15").within(window)
    assert not parse_period("2025-01-16").within(window)
    assert not parse_period("2025-01").within(window)
    assert parse_period("2025-01").overlaps(window)


def test_dates_of_unlike_precision_can_be_sorted() -> None:
    texts = ["2025-01-10", "2025", "2024-12-31", "2025-01"]
    ordered = sorted(parse_partial_date(text) for text in texts)
    assert [str(day) for day in ordered] == ["2024-12-31", "2025-01", "2025", "2025-01-10"]


def test_a_period_of_one_date_prints_as_that_date() -> None:
    day = parse_partial_date("2025-01-10")
    assert str(Period(day, day)) == "2025-01-10"


def test_what_comes_from_several_documents_has_the_most_closed_marking() -> None:
    assert highest(["clear", "amber+strict", "green"]) is Marking.AMBER_STRICT
    assert highest([]) is Marking.CLEAR


def test_markings_are_read_with_and_without_their_prefix() -> None:
    assert parse_marking("TLP:Amber+Strict") is Marking.AMBER_STRICT
    with pytest.raises(MarkingError, match="clear, green, amber"):
        parse_marking("secret")


def test_amber_is_hidden_from_those_who_may_see_green() -> None:
    assert not may_see("amber", "green")
    assert may_see("green", "green")


def test_the_digest_is_that_of_the_standard() -> None:
    # FIPS 180-2, appendix B.1: the SHA-256 of "abc".
    assert sha256_hex(b"abc").startswith("ba7816bf8f01cfea414140de5dae2223")


def test_ids_tell_parts_apart_that_join_to_the_same_text() -> None:
    assert identify("span", "ab", "c") != identify("span", "a", "bc")
