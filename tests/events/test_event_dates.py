"""Which of the dates of an item are those of its event, and how far they reach."""

from __future__ import annotations

import pytest

from sholu.vocabulary.model import Vocabulary
from tests.events.conftest import Annotate
from tests.events.test_news_item import _one


def _dates(note: str, annotate_by_hand: Annotate, world: Vocabulary) -> tuple[str | None, ...]:
    event = _one(annotate_by_hand(note, published="2031-03-21"), world)
    return event.date_start, event.date_end


@pytest.mark.parametrize(
    "text",
    [
        "Hashish was found in a garage in Ordabad, police said in a statement on Monday.",
        "В гараже нашли гашиш. Об этом 19 марта сообщило управление полиции.",
        "В гараже нашли гашиш, сообщили в пресс-службе областного управления 19 марта.",
        "Гараждан гашиш табылды. Бұл туралы полиция бүгін хабарлады.",
        "Hashish was found in a garage. A criminal case was opened on 19 March.",
        "В гараже нашли гашиш. Уголовное дело возбуждено 19 марта.",
        "Ordabad, March 20\n\nHashish was found in a garage.",
        "Жоба 25 наурызға дейін талқыланады. Гараждан гашиш табылды.",
        "Разыскивается житель Ордабада, 17.08.2030 г.р., подозреваемый в сбыте гашиша.",
    ],
)
def test_a_day_of_telling_of_a_case_or_of_a_deadline_is_not_the_events(
    text: str, annotate_by_hand: Annotate, world: Vocabulary
) -> None:
    note = f"HASHISH FOUND IN A GARAGE\n\n{text}\n\nNothing else was found.\n"
    assert _dates(note, annotate_by_hand, world) == (None, None)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("Police said two men were held in a garage on 18 March.", "2031-03-18", "2031-03-18"),
        ("Полиция сообщила о задержании 18 марта двух мужчин.", "2031-03-18", "2031-03-18"),
        ("Two deaths were reported on 18 March.", "2031-03-18", "2031-03-18"),
        ("18 наурызда гараждан гашиш табылды, 6,2 келі.", "2031-03-18", "2031-03-18"),
        (
            "Last week officers searched garages. The first was opened up and searched on 11 March,"
            " the last was searched on 13 March.",
            "2031-03-11",
            "2031-03-13",
        ),
        (
            "Last week (10–14 March) officers searched garages.",
            "2031-03-10",
            "2031-03-14",
        ),
        ("Колонна стартовала 17 марта, 19-го она вернулась.", "2031-03-17", "2031-03-19"),
        ("Проверка началась 16 марта и длилась три дня.", "2031-03-16", "2031-03-18"),
        (
            "Милиция и жители три дня чистили берег. Работу закончили 18 марта.",
            "2031-03-16",
            "2031-03-18",
        ),
        (
            "По делу, возбуждённому в январе, 18 марта обыскали гараж.",
            "2031-03-18",
            "2031-03-18",
        ),
    ],
)
def test_the_event_reaches_from_its_first_day_to_its_last(
    text: str, first: str, last: str, annotate_by_hand: Annotate, world: Vocabulary
) -> None:
    note = f"GARAGES SEARCHED FOR DRUGS\n\n{text}\n\nNothing was found there.\n"
    assert _dates(note, annotate_by_hand, world) == (first, last)


def test_a_report_by_the_hour_is_of_the_day_it_came_out(
    annotate_by_hand: Annotate, world: Vocabulary
) -> None:
    note = (
        "LIVE: GARAGES SEARCHED FOR HASHISH\n\n06:10. The street is closed.\n\n"
        "07:30. A dog sits down before a garage.\n\n09.05. Scales are brought.\n"
    )
    assert _dates(note, annotate_by_hand, world) == ("2031-03-21", "2031-03-21")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Two men were held in a garage on Tuesday, March 11.", "2031-03-11"),
        ("Двоих задержали в гараже в понедельник, 10 марта.", "2031-03-10"),
        ("Two men were held in a garage overnight on March 11.", "2031-03-11"),
    ],
)
def test_a_printed_day_makes_plain_the_one_spoken_of_before_it(
    text: str, day: str, annotate_by_hand: Annotate, world: Vocabulary
) -> None:
    note = f"HASHISH FOUND IN A GARAGE\n\n{text}\n\nNothing else was found.\n"
    assert _dates(note, annotate_by_hand, world) == (day, day)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Суд приговорил жителя к восьми годам. Его задержали 2 февраля с гашишем.", None),
        ("Житель был задержан 14 января. 4 марта суд приговорил его к 10 годам.", "2031-03-04"),
        ("Приговором районного суда от 4 марта 2031 года мужчина осужден на 7 лет.", "2031-03-04"),
        ("A court gave him eight years. He had been detained on February 2.", None),
    ],
)
def test_of_a_court_item_the_day_of_the_judgment_counts_and_not_that_of_the_arrest(
    text: str, day: str | None, annotate_by_hand: Annotate, world: Vocabulary
) -> None:
    note = f"СУД ПРИГОВОРИЛ НАРКОТОРГОВЦА\n\n{text}\n\nПриговор вынесен судом.\n"
    assert _dates(note, annotate_by_hand, world) == (day, day)
