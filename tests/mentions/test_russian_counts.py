"""What Russian numbers count whose noun stands before them, elsewhere, or only in their verb."""

from __future__ import annotations

import pytest

from tests.mentions.conftest import ReadFigures

LINE = " Об этом сообщили в пресс-службе областного департамента полиции."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the noun before its number
        ("Несчастных случаев за год – 7, пострадавших – 9.", [(7, "случаев"), (9, "пострадавших")]),
        ("Новых лекций в колледжах будет 60.", [(60, "лекций")]),
        ("Ящиков на складе насчитали 340.", [(340, "Ящиков")]),
        ("Мужчин среди задержанных – сорок, женщин – 6.", [(40, "Мужчин"), (6, "женщин")]),
        # a pronoun for it
        ("Ждали 50 студентов, их пришло 80.", [(50, "студентов"), (80, "студентов")]),
        ("Проверено 45 аптек. Таких в городе 90.", [(45, "аптек"), (90, "аптек")]),
        # a row
        ("Осуждены 90 подсудимых (60 %), к штрафу – 12, оправдано трое.",
         [(90, "подсудимых"), (60, "подсудимых"), (12, "штрафу"), (3, "оправдано")]),
        ("Выявлено 31 преступление, в том числе 28 фактов сбыта и 3 – контрабанды.",
         [(31, "преступление"), (28, "фактов"), (3, "контрабанды")]),
        ("За год закрыли 70 лабораторий, в позапрошлом – 44.",
         [(70, "лабораторий"), (44, "лабораторий")]),
        # of the whole that the sentence before told
        ("Изъято 40 кг наркотиков: 30 кг гашиша и 10 кг опия. Это на 25 % больше, чем год назад.",
         [(40, "наркотиков"), (30, "гашиша"), (10, "опия"), (25, "наркотиков")]),
        # a nominative after a number belongs to the verb
        ("Нашли 4 свёртка. Ещё девять полицейские подняли в парке.",
         [(4, "свёртка"), (9, "свёртка")]),
        ("Изъяты двое электронных весов.", [(2, "весов")]),
    ],
)  # fmt: skip
def test_the_noun_may_stand_before_or_earlier(
    text: str, expected: list[tuple[float, str]], figures_of: ReadFigures
) -> None:
    figures = figures_of(text + LINE)
    assert [f.value for f in figures] == [value for value, _ in expected]
    for figure, (_, word) in zip(figures, expected, strict=True):
        assert word in (figure.of or ""), figure


@pytest.mark.parametrize(
    ("text", "of", "unit"),
    [
        ("Поездка обошлась ему в 900 евро.", "цена", "EUR"),
        ("Студентка отдала свою карту за 15 тысяч тенге.", "цена", "KZT"),
        ("Пенсионер отдал мошенникам 90 тысяч тенге.", "ущерб", "KZT"),
        ("За доставку ей пообещали 300 тысяч тенге.", "плата", "KZT"),
        ("Мошенникам пенсионер перевёл 4 млн тенге.", "ущерб", "KZT"),
        ("Через карты прошло 25 млн сомов.", "оборот", "KGS"),
        ("Платили 3 тысячи тенге. Общий ущерб – 7 миллионов.", "ущерб", "KZT"),
    ],
)
def test_a_sum_is_named_by_its_verb(text: str, of: str, unit: str, figures_of: ReadFigures) -> None:
    figure = figures_of(text + LINE)[-1]
    assert figure.unit == unit
    assert of in (figure.of or "")


@pytest.mark.parametrize(
    ("text", "value", "high", "unit"),
    [
        ("Он курил год-полтора.", 1, 1.5, "year"),
        ("Изъято граммов сто мефедрона.", 100, None, "g"),
        ("Стало раза в четыре больше.", 4, None, "times"),
        ("Провела в СИЗО год и два месяца.", 14, None, "month"),
        ("Получил полторы сотни тысяч тенге.", 150_000, None, "KZT"),
        ("Изъято на четверть миллиарда сомов.", 250e6, None, "KGS"),
        ("Платили по 4,5к тенге.", 4500, None, "KZT"),
        ("Выезжали на вызовы 120 раз.", 120, None, "times"),
    ],
)
def test_numbers_of_common_speech(
    text: str, value: float, high: float | None, unit: str, figures_of: ReadFigures
) -> None:
    (figure,) = figures_of(text + LINE)
    assert (figure.value, figure.value_high, figure.unit) == (value, high, unit)


@pytest.mark.parametrize(
    "text",
    [
        "Задержан программист 28 лет.",
        "Средний возраст умерших – 33 года, самому младшему было 16.",
        "К шести утра рейс сел.",
        "Это было около половины пятого.",
    ],
)
def test_ages_and_hours_are_no_figures(text: str, figures_of: ReadFigures) -> None:
    assert figures_of(text + LINE) == []


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Нашли 2 кг порошка, содержащего мефедрон.", "mephedrone"),
        ("Экспертиза нашла: 3 кг – опий.", "opium"),
        ("Нашли мефедрон и гашиш. Общий вес изъятого – 900 граммов.", "narcotic_drugs"),
        ("Изъято 60 кустов марихуаны.", "cannabis_plants"),
    ],
)
def test_a_mass_is_of_what_it_holds(text: str, code: str, figures_of: ReadFigures) -> None:
    assert figures_of(text + LINE)[-1].of_code == code
