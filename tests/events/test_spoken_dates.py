"""Dates that count from the day of publication."""

from __future__ import annotations

from datetime import date

import pytest

from sholu.events.spoken_dates import find_spoken

THURSDAY = date(2031, 3, 20)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("Officers stopped a car on Tuesday.", "2031-03-18", "2031-03-18"),
        ("Во вторник остановили машину.", "2031-03-18", "2031-03-18"),
        ("В минувший четверг прошло собрание.", "2031-03-13", "2031-03-13"),
        ("Сейсенбі күні көлік тоқтатылды.", "2031-03-18", "2031-03-18"),
        ("On the night from Friday to Saturday clubs were checked.", "2031-03-14", "2031-03-15"),
        ("За выходные закрасили 30 надписей.", "2031-03-15", "2031-03-16"),
        ("В Алматы 12 и 13 марта прошло заседание.", "2031-03-12", "2031-03-13"),
        ("Since 1 March, 30 lectures have been held.", "2031-03-01", "2031-03-20"),
        ("С начала марта обошли поля.", "2031-03-01", "2031-03-20"),
        ("С понедельника по среду жгли заросли.", "2031-03-17", "2031-03-19"),
        ("From Friday to Sunday clubs were checked.", "2031-03-14", "2031-03-16"),
        ("По итогам 2030 года изъято 3 кг.", "2030-01-01", "2030-12-31"),
        ("С января по февраль изъято 3 кг.", "2031-01-01", "2031-02-28"),
        ("Екі айда 3 келі тәркіленді.", "2031-01-01", "2031-02-28"),
        ("11 наурызда сот үкім шығарды, қала әкімі айтты", "2031-03-11", "2031-03-11"),
        ("Откен жумада студент усталды.", "2031-03-14", "2031-03-14"),
        ("Two days ago a car was stopped.", "2031-03-18", "2031-03-18"),
        ("Три дня назад остановили машину.", "2031-03-17", "2031-03-17"),
        ("Екі күн бұрын көлік тоқтатылды.", "2031-03-18", "2031-03-18"),
        ("A car was stopped the day before.", "2031-03-19", "2031-03-19"),
        ("Рассказали о вчерашней операции.", "2031-03-19", "2031-03-19"),
        ("This morning a car was stopped.", "2031-03-20", "2031-03-20"),
        ("В первой декаде марта остановили машину.", "2031-03-01", "2031-03-10"),
        ("За прошедшие сутки остановили машину.", "2031-03-19", "2031-03-19"),
        ("From Monday to Monday clubs were checked.", "2031-03-10", "2031-03-17"),
        ("С начала года по 10 марта пресечено 54 факта.", "2031-01-01", "2031-03-10"),
        ("В феврале выявлено 612 фактов.", "2031-02-01", "2031-02-28"),
        ("Ақпанда 27 қылмыс ашылды.", "2031-02-01", "2031-02-28"),
        ("Ақпан айында 27 қылмыс ашылды.", "2031-02-01", "2031-02-28"),
        ("Наурыздың 12-сі күні көлік тоқтатылды.", "2031-03-12", "2031-03-12"),
        ("In fiscal year 2030 fines were paid.", "2030-01-01", "2030-12-31"),
    ],
)
def test_a_date_counts_from_the_day_of_publication(text: str, first: str, last: str) -> None:
    (found,) = find_spoken(text, THURSDAY)
    assert (found.first.isoformat(), found.last.isoformat()) == (first, last)


@pytest.mark.parametrize(
    "text",
    [
        "With effect the hotline takes calls since 1 March and operates day and night.",
        "За пять месяцев на карты пришло три миллиона.",
        "Seven of them were students.",
    ],
)
def test_what_only_looks_like_a_date_is_none(text: str) -> None:
    assert not [found for found in find_spoken(text, THURSDAY) if found.first != found.last]


@pytest.mark.parametrize(
    ("text", "published", "first", "last"),
    [
        ("За полугодие изъято 3 кг.", date(2031, 7, 18), "2031-01-01", "2031-06-30"),
        ("За квартал изъято 3 кг.", date(2031, 4, 15), "2031-01-01", "2031-03-31"),
        ("За полугодие изъято 3 кг.", date(2031, 1, 20), "2030-07-01", "2030-12-31"),
    ],
)
def test_a_half_year_without_a_number_is_the_last_that_was_over(
    text: str, published: date, first: str, last: str
) -> None:
    (found,) = find_spoken(text, published)
    assert (found.first.isoformat(), found.last.isoformat()) == (first, last)
