"""Parts of a year whose year no number says, and over what time figures count."""

from __future__ import annotations

import pytest

from sholu.core.period import parse_partial_date
from sholu.mentions.parts_of_year import find_parts_of_year
from tests.mentions.conftest import ReadFigures


@pytest.mark.parametrize(
    ("language", "published", "text", "iso"),
    [
        ("en", "2025-07-15", "In the first half of the current year", "2025-01/2025-06"),
        ("en", "2025-02-10", "in the second half of last year", "2024-07/2024-12"),
        ("en", "2025-10-05", "in nine months", "2025-01/2025-09"),
        ("en", "2025-12-02", "11 months in figures", "2025-01/2025-11"),
        ("en", "2025-08-01", "in January-July", "2025-01/2025-07"),
        ("ru", "2025-04-10", "за I квартал", "2025-01/2025-03"),
        ("ru", "2025-04-10", "за первые три месяца текущего года", "2025-01/2025-03"),
        ("ru", "2025-06-05", "с января по май", "2025-01/2025-05"),
        ("ru", "2025-01-20", "в первом полугодии", "2024-01/2024-06"),
        ("kk", "2025-10-14", "биылғы тоғыз айда", "2025-01/2025-09"),
        ("kk", "2025-07-09", "бірінші жартыжылдықта", "2025-01/2025-06"),
        ("kk", "2025-04-28", "осы жылдың І тоқсанында", "2025-01/2025-03"),
    ],
)
def test_a_part_of_a_year_gets_the_year_of_the_publication(
    language: str, published: str, text: str, iso: str
) -> None:
    parts = find_parts_of_year(text, language, parse_partial_date(published))
    assert [part.iso for part in parts] == [iso]


@pytest.mark.parametrize(
    ("language", "published", "text"),
    [
        ("en", "2025-07-15", "jailed for 11 months"),
        ("en", "2025-07-15", "in the first half of 2025"),  # a stated date
        ("ru", "2025-11-03", "за пять месяцев на карты пришло"),  # a courier's five months
        ("ru", "2025-10-10", "за 9 месяцев 2025 года"),
        ("kk", "2025-08-10", "екі айда"),
        ("kk", "2025-10-10", "2025 жылдың 7 айында"),
    ],
)
def test_a_term_or_a_stated_date_is_no_part_of_the_year(
    language: str, published: str, text: str
) -> None:
    assert find_parts_of_year(text, language, parse_partial_date(published)) == []


def test_without_a_day_of_publication_the_months_have_no_year() -> None:
    (part,) = find_parts_of_year("за первое полугодие", "ru", None)
    assert (part.iso, part.from_january) == (None, True)


def _times(figures_of: ReadFigures, text: str, published: str) -> list[tuple[float, str | None]]:
    return [(f.value, f.accumulation) for f in figures_of(text, published)]


def test_the_year_compared_with_is_not_handed_on(figures_of: ReadFigures) -> None:
    text = (
        "За первое полугодие зарегистрировано 146 преступлений (за 2024 год – 171 преступление). "
        "В суд направлено 97 дел."
    )
    figures = figures_of(text, "2025-07-16")
    assert [(f.value, f.period) for f in figures] == [
        (146, "2025-01/2025-06"),
        (171, "2024"),
        (97, "2025-01/2025-06"),
    ]


def test_the_same_period_of_last_year_has_as_many_months(figures_of: ReadFigures) -> None:
    text = "С января по июнь изъято 214 кг гашиша, за тот же период прошлого года – 181 кг гашиша."
    figures = figures_of(text, "2025-07-16")
    assert [(f.value, f.accumulation, f.period) for f in figures] == [
        (214, "year_to_date", "2025-01/2025-06"),
        (181, "year_to_date", "2024-01/2024-06"),
    ]


def test_a_report_states_its_time_once_at_its_head(figures_of: ReadFigures) -> None:
    text = (
        "Results of the year\n\nIn 2024 police registered 412 offences.\n\n"
        "They seized 1.2 tonnes of marijuana.\n\nAmong the convicted were 24 women."
    )
    assert _times(figures_of, text, "2025-01-10") == [
        (412, "period"),
        (1.2, "period"),
        (24, "period"),
    ]


def test_a_day_of_its_own_ends_the_time_of_the_sentence_before(figures_of: ReadFigures) -> None:
    text = (
        "Between March and December 2024 he sold 5 kg of hashish. "
        "On 19 December 2024 officers found 1 kg of hashish."
    )
    assert _times(figures_of, text, "2025-11-11") == [(5, "period"), (1, None)]


def test_the_year_of_a_conviction_is_not_counted_over(figures_of: ReadFigures) -> None:
    text = "Организатор, ранее судимый в 2011 году, хранил 7 кг гашиша."
    assert _times(figures_of, text, "2025-11-25") == [(7, None)]


@pytest.mark.parametrize(
    "text",
    [
        "The laboratory produced 15 kg of mephedrone a week.",
        "He was paid 250 soms for each stash.",
        "Ему платили 2 000 тенге за адрес.",
        "Доход составлял 25 миллионов тенге ежемесячно.",
        "Зертхана айына 15 келі мефедрон шығарған.",
        "Ол әр мекенжай үшін 1 500 теңге алған.",
    ],
)
def test_what_comes_again_and_again_is_a_rate(text: str, figures_of: ReadFigures) -> None:
    assert [f.accumulation for f in figures_of(text, "2025-05-05")] == ["rate"]
