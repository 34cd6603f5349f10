"""Ranges, units, prices, rates: one quantity of several words."""

from __future__ import annotations

import pytest

from sholu.mentions.measured import PrintedQuantity
from sholu.mentions.quantities import read_quantities
from sholu.mentions.units import index_units
from sholu.vocabulary.model import Vocabulary
from tests.mentions.conftest import sentence_of


def _read(text: str, language: str, vocabulary: Vocabulary) -> list[PrintedQuantity]:
    return read_quantities(sentence_of(text, language), index_units(vocabulary))


@pytest.mark.parametrize(
    ("language", "text", "low", "high", "unit"),
    [
        ("en", "5–8 years", 5, 8, "year"),
        ("en", "5 to 8 years", 5, 8, "year"),
        ("en", "from 5 to 8 years", 5, 8, "year"),
        ("en", "between 30 and 90 minutes", 30, 90, "minute"),
        ("en", "20-25 tons", 20, 25, "t"),
        ("en", "100 to 118 acres", 100, 118, "acre"),
        ("ru", "от 6 до 8 соток", 6, 8, "ar"),
        ("en", "3gr – 5gr", 3, 5, "g"),
        ("en", "200 g to 1 kg", 0.2, 1, "kg"),
        ("en", "2-3 million dollars", 2e6, 3e6, "USD"),
        ("en", "6–7–8 kg", 6, 8, "kg"),
        ("ru", "от 5 до 8 лет", 5, 8, "year"),
        ("ru", "две-три тонны", 2, 3, "t"),
        ("kk", "5-тен 8-ге дейін", 5, 8, None),
        ("en", "US$0.3–0.4 per gram", 0.3, 0.4, "USD/g"),
        ("kk", "350-400 АҚШ доллары", 350, 400, "USD"),
    ],
)
def test_two_ends_make_one_range(
    language: str, text: str, low: float, high: float, unit: str | None, vocabulary: Vocabulary
) -> None:
    [quantity] = _read(text, language, vocabulary)
    assert (quantity.value, quantity.value_high) == (low, high)
    assert (quantity.unit.code if quantity.unit else None) == unit


def test_a_change_is_two_figures_and_no_range(vocabulary: Vocabulary) -> None:
    seized = _read("seizures fell from 2.6 tons to 803 kg", "en", vocabulary)
    counted = _read("the price rose from 5 to 8 dollars", "en", vocabulary)
    assert [(q.value, q.value_high) for q in seized] == [(2.6, None), (803, None)]
    assert [(q.value, q.value_high) for q in counted] == [(5, None), (8, None)]


def test_a_country_and_its_count_are_no_negative_number(vocabulary: Vocabulary) -> None:
    quantities = _read("Azerbaijan -1, Kazakhstan – 4", "en", vocabulary)
    assert [quantity.value for quantity in quantities] == [1, 4]


@pytest.mark.parametrize(
    ("language", "text", "value", "unit"),
    [
        ("ru", "1 кг 200 г", 1200, "g"),
        ("ru", "2 года 6 месяцев", 30, "month"),
        ("en", "2 years and 6 months", 30, "month"),
        ("ru", "15 тысяч тенге за грамм", 15_000, "KZT/g"),
        ("ru", "15 тысяч тенге за один грамм", 15_000, "KZT/g"),
        ("en", "$23,008.7 m", 23_008_700_000, "USD"),
        ("en", "0.33-gram portions", 0.33, "g"),
        ("en", "42 per cent", 42, "%"),
        ("ru", "42 процента", 42, "%"),
        ("kk", "42 пайыз", 42, "%"),
        ("en", "21.9 per 100,000 population", 21.9, "person/100000"),
        ("en", "one gram", 1, "g"),
        ("kk", "жиырма бес келі", 25, "kg"),
        ("ru", "300 кустов", 300, "plant"),
    ],
)
def test_units_prices_and_rates_belong_to_the_number(
    language: str, text: str, value: float, unit: str | None, vocabulary: Vocabulary
) -> None:
    quantity = _read(text, language, vocabulary)[0]
    assert quantity.value == value
    assert (quantity.unit.code if quantity.unit else None) == unit


@pytest.mark.parametrize(
    "text", ["COVID-19", "the A4 sheet", "the 1st place", "a two-way road", "one person", "the 90s"]
)
def test_numbers_inside_names_and_words_are_no_quantities(
    text: str, vocabulary: Vocabulary
) -> None:
    assert _read(text, "en", vocabulary) == []


def test_tons_are_metric(vocabulary: Vocabulary) -> None:
    [quantity] = _read("15.9 tons", "en", vocabulary)
    assert quantity.unit is not None
    assert quantity.value * quantity.unit.factor == pytest.approx(15_900_000)
