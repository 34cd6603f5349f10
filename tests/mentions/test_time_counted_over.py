"""Over what time a number counts: what is handed on in a report, and what stands for itself."""

from __future__ import annotations

import pytest

from tests.mentions.conftest import ReadFigures

_PUBLISHED = "2025-06-10"


def _read(figures_of: ReadFigures, text: str) -> list[tuple[float, str | None]]:
    return [(figure.value, figure.accumulation) for figure in figures_of(text, _PUBLISHED)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # one event, one person's search and a sum paid by one are not counted over the time before
        ("В 2024 году выявлено 45 преступлений. У 33-летнего водителя нашли 2 кг гашиша.",
         [(45, "period"), (2, None)]),
        ("В 2024 году выявлено 45 преступлений. В последнем случае изъято 4 кг опия.",
         [(45, "period"), (4, None)]),
        ("Офицеры за 2024 год закрыли 12 притонов. Хозяин одного заплатил 80 000 тенге.",
         [(12, "period"), (80000, None)]),
        ("Police opened 45 cases in 2024. A 33-year-old driver had 2 kg of hashish.",
         [(45, "period"), (2, None)]),
        ("2024 жылы 45 қылмыс тіркелді. 33 жастағы жүргізушіден 2 кг гашиш алынды.",
         [(45, "period"), (2, None)]),
        # how long a crime went on says nothing about what the search yielded
        ("Суд установил, что с марта по май 2024 года сбыто 90 доз. При обыске изъято 3 кг опия.",
         [(90, "period"), (3, None)]),
        # the report goes on
        ("В 2024 году выявлено 45 преступлений. Задержаны 51 человек.",
         [(45, "period"), (51, "period")]),
        # what is still to come
        ("В 2024 году выявлено 45 преступлений. Планируется обучить 30 кинологов.",
         [(45, "period"), (30, None)]),
    ],
)  # fmt: skip
def test_a_time_is_handed_on_only_to_what_was_counted_over_it(
    text: str, expected: list[tuple[float, str | None]], figures_of: ReadFigures
) -> None:
    assert _read(figures_of, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("В области работают 12 реабилитационных центров.", [(12, "stock")]),
        ("Терапию получают 340 пациентов.", [(340, "stock")]),
        ("В прошлом году открыто 5 клиник. Сейчас в них лечатся 90 пациентов.",
         [(5, "period"), (90, "stock")]),
        ("There are 14 detoxification centres in the country.", [(14, "stock")]),
        ("The agency employs 420 officers.", [(420, "stock")]),
        ("Қазір орталықта 90 науқас ем алып жатыр.", [(90, "stock")]),
        # what happened beside what exists, and those on a register who were checked
        ("В центре, где работают 12 врачей, за год умерли 4 пациента.",
         [(12, "stock"), (4, "period")]),
        ("За неделю проверены 312 человек, состоящих на учёте.", [(312, "period")]),
    ],
)  # fmt: skip
def test_what_exists_is_a_stock(
    text: str, expected: list[tuple[float, str | None]], figures_of: ReadFigures
) -> None:
    assert _read(figures_of, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("За январь перехвачено 23 посылки.", [(23, "period")]),
        ("С января пресечено 17 попыток сбыта.", [(17, "year_to_date")]),
        ("Since the start of 2025 police have opened 17 cases.", [(17, "year_to_date")]),
        ("Қаңтардан бері 17 қылмыс тіркелді.", [(17, "year_to_date")]),
        ("Seizures reached 61 kg in January-April, against 70 kg in the same months last year. "
         "Police opened 17 cases.",
         [(61, "year_to_date"), (70, "year_to_date"), (17, "year_to_date")]),
        ("За пять месяцев изъято 4 тонны гашиша. За тот же период 2024 года – 3 тонны.",
         [(4, "year_to_date"), (3, "year_to_date")]),
        ("Ақпан мен сәуір аралығында 12 дерек тіркелді.", [(12, "period")]),
        # another time between is the number's own, a sum that follows does not reach back
        ("С начала года пресечено 12 попыток, за весь 2024 год – 15 попыток.",
         [(12, "year_to_date"), (15, "period")]),
        ],
)  # fmt: skip
def test_times_without_a_date_are_understood(
    text: str, expected: list[tuple[float, str | None]], figures_of: ReadFigures
) -> None:
    assert _read(figures_of, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Семена раздали по 50 кг на двор.", [(50, "rate")]),
        ("В свёртках было по 0,2 грамма героина.", [(0.2, "rate")]),
        ("Дозу предлагали за 15 000 тенге.", [(15000, "rate")]),
        ("The laboratory made 4 kg of the drug a week.", [(4, "rate")]),
        ("Капсуласы 350 теңгеден сатылған.", [(350, "rate")]),
        # what was taken in a week is no rate, nor is a fine
        ("Изъято 600 кг наркотиков за неделю.", [(600, "period")]),
        ("Владельцев оштрафовали, штрафы по 65 000 тенге.", [(65000, None)]),
    ],
)  # fmt: skip
def test_an_amount_for_each_is_a_rate(
    text: str, expected: list[tuple[float, str | None]], figures_of: ReadFigures
) -> None:
    assert _read(figures_of, text) == expected


def test_a_day_that_closes_a_count_makes_no_stock_of_it(figures_of: ReadFigures) -> None:
    [mown] = figures_of("По состоянию на 9 июня уничтожено 46 гектаров конопли.", _PUBLISHED)
    assert mown.accumulation != "stock"
