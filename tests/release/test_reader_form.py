"""Numbers, units and periods as readers of each language write them."""

from __future__ import annotations

import pytest

from sholu.release.reader_form import (
    interval,
    number,
    period_words,
    quantity,
    scope_words,
    unit_alone,
)
from sholu.vocabulary.load import load


@pytest.mark.parametrize(
    ("value", "language", "printed"),
    [
        (9999, "en", "9999"),
        (12345.5, "en", "12,345.5"),
        (12345.5, "ru", "12\u202f345,5"),
        (1234567.8, "kk", "1\u202f234\u202f568"),
        (-0.25, "ru", "\u22120,25"),
        (0.000123, "en", "0.000123"),
        (0, "kk", "0"),
    ],
)
def test_numbers_have_the_signs_of_the_language(value: float, language: str, printed: str) -> None:
    assert number(value, language) == printed


@pytest.mark.parametrize(
    ("value", "unit", "language", "printed"),
    [
        (1, "offence", "en", "1 offence"),
        (21, "offence", "ru", "21 правонарушение"),
        (22, "offence", "ru", "22 правонарушения"),
        (25, "offence", "ru", "25 правонарушений"),
        (2.5, "case", "ru", "2,5 дела"),
        (5, "person", "kk", "5 адам"),
        (12, "%", "en", "12%"),
        (12, "%", "ru", "12 %"),
        (3.2, "death/100000", "en", "3.2 deaths per 100,000"),
        (4000, "KZT/g", "ru", "4000 тенге за г"),
        (7, "1", "en", "7"),
        (7, None, "en", "7"),
        (7, "jar", "en", "7 jar"),
    ],
)
def test_units_follow_their_number(
    value: float, unit: str | None, language: str, printed: str
) -> None:
    assert quantity(value, unit, language).replace("\u00a0", " ") == printed


def test_every_unit_of_the_vocabulary_has_words_of_each_language() -> None:
    for code in (word.unit.code for word in load().units):
        if code.islower():  # signs and currencies are the same everywhere
            for language in ("ru", "kk"):
                assert code not in quantity(2, code, language)


def test_an_interval_says_its_unit_once() -> None:
    assert interval(2, 3.5, "t", "ru").replace("\u00a0", " ") == "2–3,5 т"


def test_a_unit_alone_is_in_the_plural() -> None:
    assert unit_alone("offence/100000", "ru") == "правонарушений на 100 тыс."
    assert unit_alone("offence", "en") == "offences"


@pytest.mark.parametrize(
    ("period", "language", "printed"),
    [
        ("2024", "ru", "2024"),
        ("2025-01", "ru", "январь 2025 года"),
        ("2025-01", "kk", "2025 жылғы қаңтар"),
        ("2024-01/2024-12", "en", "2024"),
        ("2024-01/2024-11", "ru", "январь–ноябрь 2024 года"),
        ("2023-12/2024-02", "en", "December 2023 – February 2024"),
        ("2025-01-01/2025-01-15", "en", "1–15 January 2025"),
        ("2019/2021", "en", "2019 – 2021"),
    ],
)
def test_periods_are_words(period: str, language: str, printed: str) -> None:
    assert period_words(period, language) == printed


class _Codes:
    def name(self, kind: str, code: str, language: str) -> str:
        return f"{kind} {code} in {language}"


@pytest.mark.parametrize(
    ("scope", "printed"),
    [
        ("article=297; statistic=median", "статья 297, медиана"),
        ("column=Other", "Other"),
        ("substances=heroin, opium", "substance heroin in ru, substance opium in ru"),
        ("wing=left", "wing: left"),
        ("", ""),
    ],
)
def test_what_narrows_a_series_is_told_in_words(scope: str, printed: str) -> None:
    assert scope_words(scope, _Codes(), "ru") == printed
