"""Dates and periods in three languages."""

from __future__ import annotations

import pytest

from sholu.mentions.dates import find_dates
from tests.mentions.conftest import sentence_of


def _codes(text: str, language: str, published: str | None = None) -> list[str | None]:
    return [found.iso for found in find_dates(text, [sentence_of(text, language)], published)]


@pytest.mark.parametrize(
    ("language", "text", "iso"),
    [
        ("en", "on 13 January 2025", "2025-01-13"),
        ("en", "on January 13, 2025", "2025-01-13"),
        ("en", "1 to 15 August 2025", "2025-08-01/2025-08-15"),
        ("en", "from 10 January to 20 February 2025", "2025-01-10/2025-02-20"),
        ("en", "1-15.08.2025", "2025-08-01/2025-08-15"),
        ("en", "in the first seven months of 2025", "2025-01/2025-07"),
        ("en", "in the second quarter of 2024", "2024-04/2024-06"),
        ("en", "Q1 2025", "2025-01/2025-03"),
        ("en", "in the first half of 2024", "2024-01/2024-06"),
        ("en", "January-July 2025", "2025-01/2025-07"),
        ("en", "in August 2024", "2024-08"),
        ("en", "for 2023-2025", "2023/2025"),
        ("en", "between 2010 and 2016", "2010/2016"),
        ("en", "in 2016", "2016"),
        ("ru", "13 августа 2025 г.", "2025-08-13"),
        ("ru", "13.08.2025", "2025-08-13"),
        ("ru", "с 10 января по 20 февраля 2025 года", "2025-01-10/2025-02-20"),
        ("ru", "за 7 месяцев 2025 года", "2025-01/2025-07"),
        ("ru", "за первые семь месяцев 2025 года", "2025-01/2025-07"),
        ("ru", "в I квартале 2025 года", "2025-01/2025-03"),
        ("ru", "за первое полугодие 2024 года", "2024-01/2024-06"),
        ("ru", "в августе 2024 года", "2024-08"),
        ("ru", "в 2024 году", "2024"),
        ("kk", "2025 жылғы 13 тамызда", "2025-08-13"),
        ("kk", "13 тамыз 2025", "2025-08-13"),
        ("kk", "2025 ж. 4 қыркүйек", "2025-09-04"),
        ("kk", "1-15 тамыз 2025", "2025-08-01/2025-08-15"),
        ("kk", "2025 жылдың 7 айында", "2025-01/2025-07"),
        ("kk", "2025 жылғы қаңтар-шілде", "2025-01/2025-07"),
        ("kk", "2025 жылдың 1-тоқсаны", "2025-01/2025-03"),
        ("kk", "2025 жылғы 10 қаңтардан 20 ақпанға дейін", "2025-01-10/2025-02-20"),
        ("kk", "2023-2025 жылдарға", "2023/2025"),
    ],
)
def test_stated_dates(language: str, text: str, iso: str) -> None:
    assert _codes(text, language) == [iso]


@pytest.mark.parametrize(
    ("language", "text", "published", "iso"),
    [
        ("en", "yesterday", "2025-01-15", "2025-01-14"),
        ("en", "last week", "2025-01-15", "2025-01-06/2025-01-12"),
        ("en", "last year", "2025", "2024"),
        ("ru", "вчера", "2025-01-15", "2025-01-14"),
        ("ru", "в прошлом месяце", "2025-01-15", "2024-12"),
        ("kk", "кеше", "2025-01-15", "2025-01-14"),
        ("kk", "былтыр", "2025-01-15", "2024"),
        ("en", "the first of January", "2025-01-15", "2025-01-01"),
        ("en", "on 20 December", "2025-01-15", "2024-12-20"),
        ("ru", "13 августа", "2025", "2025-08-13"),
    ],
)
def test_relative_dates_need_the_day_of_publication(
    language: str, text: str, published: str, iso: str
) -> None:
    assert _codes(text, language, published) == [iso]
    assert _codes(text, language, None) == [None]


def test_yesterday_of_a_month_is_unknown() -> None:
    assert _codes("yesterday", "en", "2025-01") == [None]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "изъято 200 г героина"),
        ("ru", "осуждён на 15 лет"),
        ("en", "about 2000 people came"),
        ("en", "you may 5 times"),
        ("en", "from 300 to 2000%"),
    ],
)
def test_masses_terms_and_crowds_are_no_dates(language: str, text: str) -> None:
    assert _codes(text, language) == []


def test_a_day_that_the_calendar_lacks_is_no_date() -> None:
    assert "2025-02-30" not in _codes("on 30 February 2025", "en")


def test_months_from_january_are_marked() -> None:
    text = "за 7 месяцев 2025 года"
    assert find_dates(text, [sentence_of(text, "ru")], None)[0].from_january


@pytest.mark.parametrize(
    ("language", "text", "iso"),
    [
        ("en", "On 4 May of the current year about 02:40", ["2025-05-04"]),
        ("en", "On May 4, this year", ["2025-05-04"]),
        ("en", "on 4 May last year", ["2024-05-04"]),
        ("en", "In May of last year", ["2024-05"]),
        ("en", "In May this year", ["2025-05"]),
        ("ru", "4 мая прошлого года", ["2024-05-04"]),
        ("ru", "в мае текущего года", ["2025-05"]),
        ("ru", "5 мая и 3 июня этого года", ["2025-05-05", "2025-06-03"]),
        ("ru", "с января по май текущего года", ["2025-01/2025-05"]),
        ("kk", "Биыл 4 мамырда", ["2025-05-04"]),
        ("kk", "Өткен жылы мамырда", ["2024-05"]),
        ("kk", "Биыл мамыр айында", ["2025-05"]),
        ("kk", "Биыл мамырдан бері", ["2025"]),
    ],
)
def test_a_day_or_month_takes_the_year_told_beside_it(
    language: str, text: str, iso: list[str]
) -> None:
    assert _codes(text, language, "2025-08-14") == iso


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "In the first half of the current Iranian year"),
        ("en", "in the first quarter of the fiscal year"),
        ("ru", "за первое полугодие солнечного года"),
    ],
)
def test_parts_of_another_calendar_s_year_are_not_counted_from_january(
    language: str, text: str
) -> None:
    assert _codes(text, language, "2025-10-14") == []


def test_no_day_is_made_that_its_year_does_not_have() -> None:
    assert _codes("29 февраля прошлого года", "ru", "2024-03-14") == ["2024-02-29", "2023"]
