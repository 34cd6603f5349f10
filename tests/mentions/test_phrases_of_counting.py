"""What a number counts by the grammar of its sentence: parts, rows, labels, sums, fractions."""

from __future__ import annotations

import pytest

from tests.mentions.conftest import ReadFigures


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a part with a noun of its own
        ("Задержано 287 сбытчиков, 14 из них – иностранцы.",
         [(287, "person", "сбытчиков"), (14, "person", "иностранцы")]),
        ("На учёте 19 подростков, трое из которых – девочки.",
         [(19, "person", "подростков"), (3, "person", "девочки")]),
        ("Полиция 51 азаматты ұстады, олардың төртеуі – қыздар.",
         [(51, "person", "азаматты"), (4, "person", "қыздар")]),
        # entries of a list share their unit
        ("На долю гашиша приходится 71 процент, опия-сырца – 24, героина – 5.",
         [(71, "%", "гашиша"), (24, "%", "опия"), (5, "%", "героина")]),
        # a count whose noun was said before
        ("Установлены координаты 214 тайников, вскрыто 197.",
         [(214, "stash", "тайников"), (197, "stash", "тайников")]),
        # a clause that only says when tells no other thing
        ("За май изъято 4 тонны гашиша. За тот же период прошлого года – 3 тонны.",
         [(4, "t", "гашиша"), (3, "t", "гашиша")]),
        ("Полиция 29 курьерді ұстады, былтыр осы уақытта – 17.",
         [(29, "person", "курьерді"), (17, "person", "курьерді")]),
        # people by the town they live in, girls at school
        ("Лечатся 1 406 павлодарцев и 12 бишкекчан.",
         [(1406, "person", "павлодарцев"), (12, "person", "бишкекчан")]),
        ("В больнице четыре ученицы.", [(4, "person", "ученицы")]),
        # a part is never of a sum of money
        ("Сот төрт адамды кінәлі деп тапты. Топтан 5 миллион теңге өндірілді, екеуі ақталды.",
         [(4, "person", "адамды"), (5e6, "KZT", "өндірілді"), (2, "person", "адамды")]),
        # labels
        ("Offences registered: 301, of them sale: 188.",
         [(301, "case", "Offences"), (188, "case", "sale")]),
        ("Stashes removed: over 2,000.", [(2000, "item", "Stashes")]),
        ("Cases involving synthetics: 820 against 410.",
         [(820, "case", "synthetics"), (410, "case", "synthetics")]),
        # what a sum was paid for
        ("He had been promised $800 for the trip.", [(800, "USD", "trip")]),
        ("Ему платили 2 000 тенге за адрес.", [(2000, "KZT", "адрес")]),
        ("Конфискованы две квартиры, автомобиль и 48 миллионов тенге.",
         [(2, "item", "квартиры"), (48e6, "KZT", "Конфискованы")]),
        # vessels
        ("Изъяты реакторы объёмом 50 литров.", [(50, "l", "реакторы")]),
        # a possessive before the noun
        ("К ответственности привлечены одиннадцать их участников.",
         [(11, "person", "участников")]),
        # a noun with a verb's ending
        ("Осмотрено 4 гектара земли.", [(4, "ha", "земли")]),
    ],
)  # fmt: skip
def test_a_number_counts_what_its_sentence_says(
    text: str, expected: list[tuple[float, str, str]], figures_of: ReadFigures
) -> None:
    figures = figures_of(text)
    assert [(f.value, f.unit) for f in figures] == [(value, unit) for value, unit, _ in expected]
    for figure, (_, _, word) in zip(figures, expected, strict=True):
        assert word in (figure.of or ""), figure


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Изъято 11 тысяч 200 капсул прегабалина.", [11_200]),
        ("В сумке было 37 тысяч 500 тенге.", [37_500]),
        ("Мыңнан астам көлік тексерілді.", [1000]),
        ("Двум десяткам семей помогают психологи.", [20]),
        ("Seizures fell by a third.", [33.3333]),
        ("Число дел выросло на треть.", [33.3333]),
        ("Two thirds of the residents agree.", []),
        ("The price of a kilogram of opium is high.", []),
        ("A kilogram of heroin was hidden in the wheel.", [1]),
    ],
)
def test_numbers_that_are_said_in_parts_or_not_at_all(
    text: str, values: list[float], figures_of: ReadFigures
) -> None:
    assert [f.value for f in figures_of(text)] == values


@pytest.mark.parametrize(
    "text",
    [
        "Сенім телефоны – 150.",
        "Ұсталғандардың ең жасы – 17-де.",
        "Орташа жас – 31.",
        "Задержаны мужчины 30 и 34 лет.",
    ],
)
def test_telephones_and_ages_are_no_figures(text: str, figures_of: ReadFigures) -> None:
    assert figures_of(text) == []


def test_a_mass_of_the_year_before_is_of_what_the_report_is_about(figures_of: ReadFigures) -> None:
    text = "Уничтожено 1 246 кг наркотиков, в том числе 301 кг гашиша. Год назад сожгли 980 кг."
    codes = {f.value: f.of_code for f in figures_of(text)}
    assert codes[980] == "narcotic_drugs"


def test_a_kind_of_drugs_may_be_an_adjective_alone(figures_of: ReadFigures) -> None:
    figures = figures_of("Изъято 730 кг наркотиков, в том числе 29 кг синтетических.")
    assert [f.of_code for f in figures] == ["narcotic_drugs", "synthetic_drugs"]


@pytest.mark.parametrize(
    ("text", "accumulation"),
    [
        ("The greenhouse gives up to 15 kilograms of hemp per cycle.", "rate"),
        ("За девять суток изъято 14 кг гашиша.", "period"),
        ("Төрт жылда 14 келі гашиш тәркіленді.", "period"),
        ("The court sentenced him to five years for 14 kg of hashish.", None),
    ],
)
def test_a_span_or_a_cycle_says_over_what_a_figure_counts(
    text: str, accumulation: str | None, figures_of: ReadFigures
) -> None:
    masses = [f for f in figures_of(text) if f.unit == "kg"]
    assert [f.accumulation for f in masses] == [accumulation]
