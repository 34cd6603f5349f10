"""Ranges, units, prices, rates: one quantity of several words."""

from __future__ import annotations

import pytest

from sholu.mentions.measured import PrintedQuantity
from sholu.mentions.quantities import read_quantities
from sholu.mentions.units import index_units
from sholu.vocabulary.model import Vocabulary
from tests.mentions.conftest import ReadFigures, sentence_of


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


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("A fine of Rs 160,000 was imposed by the court in Lahore.", 160_000, "PKR"),
        ("Drugs worth Rs 1,800 crore were seized off the coast of Gujarat.", 18e9, "INR"),
        ("In Karachi they were valued at around Rs4.75 crore.", 47_500_000, "PKR"),
        ("Agents of the Indian bureau took 3 lakh rupees.", 300_000, "INR"),
        ("Assets worth TL 265 million were confiscated.", 265e6, "TRY"),
        ("The network had EUR 2.1 million in cash.", 2.1e6, "EUR"),
        ("The load was worth USD 2.1 million.", 2.1e6, "USD"),
        ("11 billion rials in cash was found there.", 11e9, "IRR"),
        ("The couriers earned 15 GEL for each stash.", 15, "GEL"),
        ("Изъято 300 тысяч турецких лир.", 300_000, "TRY"),
        ("У него нашли 5 млн риалов.", 5e6, "IRR"),
        ("Одан 200 мың лира тәркіленді.", 200_000, "TRY"),
    ],
)
def test_money_of_the_lands_around(
    text: str, value: float, unit: str, figures_of: ReadFigures
) -> None:
    assert (value, unit) in [(f.value, (f.unit or "").split("/")[0]) for f in figures_of(text)]


@pytest.mark.parametrize(
    "text",
    [
        "1.3 tonnes of heroin were burned.",
        "- 1.3 tonnes of heroin",
        "Eight aircraft and 1.3 tonnes of fuel were used.",
    ],
)
def test_an_entry_of_a_list_may_begin_with_a_decimal(text: str, figures_of: ReadFigures) -> None:
    assert (1.3, "t") in [(figure.value, figure.unit) for figure in figures_of(text)]


def test_what_is_no_money_and_no_number_of_thirteen(figures_of: ReadFigures) -> None:
    assert figures_of("2.1 Prices of heroin") == []
    assert 13 not in [f.value for f in figures_of("Әр онының үшеуі есірткі туралы естіген.")]
    assert 300_000 not in [
        f.value for f in figures_of("Нашли 300 тысяч и 5 кг героина.") if f.unit == "kg"
    ]


@pytest.mark.parametrize(
    ("text", "suspect"),
    [
        (
            "Police seized 1,817 kg of drugs: a ton and a half of opium and 300 kg of hashish.",
            False,
        ),
        ("Police seized 1,817 kg of drugs, over 1.8 tons, in the desert.", False),
        ("Police seized 1,817 kg of opium and 300 grams of hashish.", True),
    ],
)
def test_a_comma_is_not_in_doubt_where_the_parts_or_the_round_amount_tell(
    text: str, suspect: bool, figures_of: ReadFigures
) -> None:
    (figure,) = [f for f in figures_of(text) if "1,817" in f.value_printed]
    assert (figure.suspect is not None) is suspect
