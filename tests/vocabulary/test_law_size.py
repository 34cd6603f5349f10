"""Small, large, especially large: limits, what isn't said, and what sources disagree on."""

from __future__ import annotations

from datetime import date

import pytest

from sholu.vocabulary.law import LawError, Threshold
from sholu.vocabulary.law_mass import find_substance, read_mass
from sholu.vocabulary.law_size import read_size
from sholu.vocabulary.load import load
from sholu.vocabulary.load_law import load_law

DAY = date(2018, 3, 1)


def sizes(substance: str, mass_g: float, form: str = "", day: date = DAY) -> list[str | None]:
    return [one.size for one in load_law().size(substance, mass_g, None, day, form)]


@pytest.mark.parametrize(
    ("mass_g", "size"),
    [
        (0.005, "small"),
        (0.01, "small"),
        (0.011, "large"),
        (0.6, "large"),
        (1, "large"),
        (1.001, "especially_large"),
    ],
)
def test_heroin_by_the_table_of_2018(mass_g: float, size: str) -> None:
    assert sizes("heroin", mass_g)[0] == size


def test_between_the_two_readings_of_small_heroin_the_sources_disagree() -> None:
    assert sizes("heroin", 0.05) == ["large", "small"]
    assert sizes("heroin", 0.005) == ["small", "small"]


def test_a_reading_without_a_further_limit_says_at_least() -> None:
    _, paper = load_law().size("heroin", 5, None, DAY)
    assert (paper.size, paper.at_least) == ("large", True)


def test_less_than_the_table_counts_is_below_small() -> None:
    assert sizes("hashish", 0.4) == ["below_small"]
    assert sizes("hashish", 0.5) == ["small"]
    assert sizes("heroin", 0)[0] == "below_small"


def test_dried_marijuana_has_both_readings_of_the_labels() -> None:
    assert sizes("cannabis_herb", 100, "dried") == ["large", "small"]
    assert sizes("cannabis_herb", 100, "fresh") == ["small", "large"]
    assert sizes("cannabis_herb", 100) == ["large"]


def test_a_net_mass_of_a_drug_whose_mixture_counts_is_a_lower_bound() -> None:
    net = load_law().size("heroin", 0.6, "net", DAY)[0]
    gross = load_law().size("heroin", 0.6, "gross", DAY)[0]
    assert (net.size, net.at_least) == ("large", True)
    assert (gross.size, gross.at_least) == ("large", False)
    assert not load_law().size("heroin", 2, "net", DAY)[0].at_least


def test_there_is_no_threshold_before_the_code_of_2014_or_for_other_drugs() -> None:
    assert sizes("heroin", 1, day=date(2014, 12, 31)) == []
    assert sizes("heroin", 1, day=date(2015, 1, 1)) != []
    assert sizes("cocaine", 1) == []


def test_since_resolution_470_the_carried_over_figures_are_not_verified() -> None:
    law = load_law()
    [before] = law.threshold("hashish", date(2019, 7, 4))
    [after] = law.threshold("hashish", date(2019, 7, 5))
    assert before.large_to_g == after.large_to_g == 200
    assert any(cited.verified for cited in before.sources)
    assert not any(cited.verified for cited in after.sources)
    assert "table-since-2019" in after.findings


def test_a_limit_that_the_press_garbled_is_left_open() -> None:
    [reading] = load_law().size("mephedrone", 0.5, None, date(2025, 6, 1))
    assert (reading.size, reading.at_least) == ("large", True)
    assert reading.threshold.large_to_g is None


def test_a_reading_without_any_limit_can_not_tell() -> None:
    reading = read_size(Threshold("x", "", "r", ()), 1.0, None)
    assert reading.size is None


@pytest.mark.parametrize("mass_g", [-0.1, float("nan"), float("inf")])
def test_a_mass_that_can_not_be_is_refused(mass_g: float) -> None:
    with pytest.raises(LawError):
        load_law().size("heroin", mass_g, None, DAY)


@pytest.mark.parametrize(
    ("text", "grams"),
    [
        ("0.6g", 0.6),
        ("0,6 г", 0.6),
        ("600 mg", 0.6),
        ("600 мг", 0.6),
        ("1.2 kg", 1200),
        ("1 000 г", 1000),
        ("2 келі", 2000),
        ("0,025 грамма", 0.025),
        ("3 тонны", 3_000_000),
    ],
)
def test_masses_are_read_as_people_write_them(text: str, grams: float) -> None:
    assert read_mass(text, load()) == grams


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("-5 g", "can't be"),
        ("0 g", "can't be"),
        ("5", "no unit"),
        ("5 ml", "no mass"),
        ("5 таблеток", "no mass"),
        ("5 zz", "isn't known"),
        ("1,200 g", "two ways"),
        ("much", "isn't a mass"),
        ("1.2.3 g", "isn't a number"),
    ],
)
def test_what_is_no_mass_is_refused_with_its_reason(text: str, said: str) -> None:
    with pytest.raises(LawError, match=said):
        read_mass(text, load())


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("heroin", "heroin"),
        ("ГЕРОИН", "heroin"),
        ("cannabis_herb", "cannabis_herb"),
        ("марихуана", "cannabis_herb"),
        ("апиын", "opium"),
        ("меф", "mephedrone"),
    ],
)
def test_substances_are_found_by_any_of_their_names(name: str, code: str) -> None:
    assert find_substance(name, load()).code == code


def test_an_unknown_substance_is_answered_with_the_nearest_names() -> None:
    with pytest.raises(LawError) as caught:
        find_substance("heroine", load())
    assert "heroin" in caught.value.hint
