"""Numbers that lead to a private person and are of no known form; all numbers are invented."""

from __future__ import annotations

import pytest

from sholu.mentions.identifiers import find_candidates, find_identifiers


def _found(text: str) -> list[str]:
    return [text[start:end] for start, end in find_identifiers(text)]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Деньги просил скинуть на карту 5375 4109 22** **81.", "5375 4109 22** **81"),
        ("Перевод ушёл на карту 2202 2061 7730 1459.", "2202 2061 7730 1459"),
        ("По словам матери, сын звонил с номера 8 9I2 4О7 31 5O.", "8 9I2 4О7 31 5O"),
        ("Покупатели писали на номер 0707.52.19.84.", "0707.52.19.84"),
        ("Оның паспорты AN 22-17-563 тінту кезінде табылды.", "AN 22-17-563"),
        ("The money went to a card ending 4400 43** **** 7781.", "4400 43** **** 7781"),
        ("His passport, MP 330 84 17, was in the glove box.", "MP 330 84 17"),
        ("Темір, 14.02.1993, Талғар қаласының тұрғыны", "14.02.1993"),
    ],
)
def test_numbers_of_no_known_form_are_known_by_what_stands_around_them(
    text: str, number: str
) -> None:
    assert _found(text) == [number]


@pytest.mark.parametrize(
    "text",
    [
        "Изъято 125 300 таблеток и 48 700 долларов.",
        "За девять месяцев 2025 года выявлено 14 208 правонарушений.",
        "Суд назначил наказание по ч. 3 ст. 297 УК РК, приговор от 14.05.2024.",
        "Officers seized 16,450 tablets and USD 214,600 in cash.",
        "Учёные собрали данные за 2019-2024 годы, 67,3 % опрошенных ответили.",
        "Тәркіленген 3 870 950 теңге мемлекет кірісіне аударылды.",
        "Координаты поля: 43°38′04″.",
    ],
)
def test_amounts_shares_and_dates_of_today_are_nobodys(text: str) -> None:
    assert _found(text) == []


def test_a_candidate_ends_where_its_line_or_clause_ends() -> None:
    text = "A 771 BC 02, 4169 7388 1120 3341\n8 (701) 2З4-5б-78; 15 кг"
    found = [text[start:end] for start, end in find_candidates(text)]
    assert found == ["A 771 BC 02", "4169 7388 1120 3341", "8 (701) 2З4-5б-78"]
