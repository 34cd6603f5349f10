"""Numbers in digits and words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sholu.mentions.digits import print_number, read_digits
from sholu.mentions.numerals import read_numeral
from sholu.mentions.words import split_words


@pytest.mark.parametrize(
    ("language", "printed", "value"),
    [
        ("en", "4,655", 4655),
        ("en", "3,343,750", 3343750),
        ("en", "23,008.7", 23008.7),
        ("en", "582.9", 582.9),
        ("en", "0,33", 0.33),
        ("ru", "17 000", 17000),
        ("ru", "107\u00a0937,5", 107937.5),
        ("ru", "2,5", 2.5),
        ("kk", "4\u202f655", 4655),
        ("kk", "0,125", 0.125),
    ],
)
def test_digits_are_read_as_the_language_writes_them(
    language: str, printed: str, value: float
) -> None:
    reading = read_digits(printed, language)
    assert reading is not None
    assert reading[0] == value


@pytest.mark.parametrize(
    ("language", "printed", "value", "other"),
    [("en", "5,065", 5065, 5.065), ("ru", "5,065", 5.065, 5065), ("en", "5.065", 5.065, 5065)],
)
def test_one_sign_before_three_digits_has_two_readings(
    language: str, printed: str, value: float, other: float
) -> None:
    assert read_digits(printed, language) == (value, other)


def test_signs_that_stand_as_in_no_number_are_not_read() -> None:
    assert read_digits("1,2,3", "en") is None


@pytest.mark.parametrize(
    ("language", "words", "value"),
    [
        ("en", "two", 2),
        ("en", "twenty-five", 25),
        ("en", "Twenty-five", 25),
        ("en", "two hundred and five", 205),
        ("en", "two dozen", 24),
        ("en", "half a million", 500_000),
        ("en", "two and a half", 2.5),
        ("en", "fifty thousand", 50_000),
        ("en", "2.5 million", 2_500_000),
        ("ru", "двадцать пять", 25),
        ("ru", "двух", 2),
        ("ru", "двое", 2),
        ("ru", "сто тридцать", 130),
        ("ru", "две тысячи двадцать пять", 2025),
        ("ru", "17 тысяч", 17_000),
        ("ru", "2,5 млрд", 2_500_000_000),
        ("ru", "2,3 тыс.", 2300),
        ("ru", "полтора", 1.5),
        ("ru", "два с половиной", 2.5),
        ("kk", "жиырма бес", 25),
        ("kk", "он жеті", 17),
        ("kk", "екі жүз елу мың", 250_000),
        ("kk", "бір жарым", 1.5),
        ("kk", "15 мың", 15_000),
    ],
)
def test_number_words_make_one_number(language: str, words: str, value: float) -> None:
    split = split_words(words)
    numeral = read_numeral(split, 0, language)
    assert numeral is not None
    assert (numeral.value, numeral.stop) == (value, len(split))


def test_words_that_do_not_add_up_are_two_numbers() -> None:
    numeral = read_numeral(split_words("twenty thirty"), 0, "en")
    assert numeral is not None
    assert (numeral.value, numeral.stop) == (20, 1)


def test_the_russian_pronoun_is_not_the_kazakh_ten() -> None:
    assert read_numeral(split_words("он сказал"), 0, "ru") is None


@given(
    st.one_of(
        st.integers(min_value=0, max_value=10**12).map(float),
        st.integers(min_value=0, max_value=10**9).map(lambda hundredths: hundredths / 100),
    ),
    st.sampled_from(["en", "ru", "kk"]),
)
def test_a_number_printed_in_a_language_is_read_back(value: float, language: str) -> None:
    reading = read_digits(print_number(value, language), language)
    assert reading is not None
    assert reading[0] == pytest.approx(value, rel=1e-12)
