"""A count broken down by place or kind, and what there was against what is left. All invented."""

from __future__ import annotations

import pytest

from tests.mentions.conftest import ReadFigures


@pytest.mark.parametrize(
    ("text", "unit", "noun", "values"),
    [
        ("The service stopped 30 attempts: 17 at road posts, 9 on railways and 4 at airports.",
         "item", "attempts", [30, 17, 9, 4]),
        ("Officers closed 50 channels (30 in one messenger and 20 elsewhere).",
         "channel", "channels", [50, 30, 20]),
        ("They made 48 raids: Tashkent 20, Samarkand 15, Bukhara 13.",
         "event", "raids", [48, 20, 15, 13]),
        ("Police uprooted 90 ha of hemp: 50 in the Chui valley, 40 in Talas.",
         "ha", "hemp", [90, 50, 40]),
        ("Выявлено 64 попытки: 41 на дорогах, 12 на железной дороге и 11 в аэропортах.",
         "item", "попытки", [64, 41, 12, 11]),
        ("Возбуждено 60 дел: в Оше 30, в Нарыне 20, в Таласе 10.", "case", "дел", [60, 30, 20, 10]),
        ("Проведено 48 рейдов: Ташкент – 20, Самарканд – 15, Бухара – 13.",
         "event", "рейдов", [48, 20, 15, 13]),
        ("Ауданда 60 іс қозғалды: Ошта 30, Нарында 20, Таласта 10.",
         "case", "іс", [60, 30, 20, 10]),
        ("Биыл 310 арна бұғатталды: Telegram желісінде 200, басқа алаңдарда 110.",
         "channel", "арна", [310, 200, 110]),
    ],
)  # fmt: skip
def test_entries_that_say_only_where_count_what_stands_before_the_colon(
    text: str, unit: str, noun: str, values: list[float], figures_of: ReadFigures
) -> None:
    found = [(f.value, f.unit, (f.of or "").partition(" … ")[0]) for f in figures_of(text)]
    assert found == [(value, unit, noun) for value in values]


@pytest.mark.parametrize(
    "text",
    [
        "He named 3 reasons: he left school, and in 2019 he met dealers.",  # a year
        "Police closed 2 shops: one sold pills at night.",  # one entry explains
        "Задержаны двое: жители Оша, 19 и 23 лет.",
    ],
)
def test_what_stands_after_a_colon_is_not_always_a_row(text: str, figures_of: ReadFigures) -> None:
    assert len(figures_of(text)) == 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Отравлений стало меньше: с 150 до 120 случаев.", [(150, "exact"), (120, "exact")]),
        ("Партию уменьшили с 10 до 5 кг.", [(10, "exact"), (5, "exact")]),
        ("Deaths are rarer: from 150 to 120 cases.", [(150, "exact"), (120, "exact")]),
        ("Ему дадут до 5 лет.", [(5, "up_to")]),
    ],
)
def test_what_there_was_and_what_is_left_are_two_figures(
    text: str, expected: list[tuple[float, str]], figures_of: ReadFigures
) -> None:
    assert [(f.value, f.qualifier) for f in figures_of(text) if f.unit != "%"] == expected
    assert all(f.value_high is None for f in figures_of(text))
