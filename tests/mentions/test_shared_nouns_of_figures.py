"""Numbers that share a noun with a row, a bracket or the opening of a sentence. All invented."""

from __future__ import annotations

import pytest

from tests.mentions.conftest import ReadFigures

_REST = " Бұл туралы облыстық басқарманың баспасөз қызметі хабарлады."


def _read(figures_of: ReadFigures, text: str) -> list[tuple[float, str | None, str | None]]:
    return [(f.value, f.unit, f.of) for f in figures_of(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # A row that says of each entry only where: the substance is named once.
        ("Сөмкесінен 9 келі, үйінен 4 келі гашиш табылды.", (9, "kg", "гашиш")),
        # So many in each place of what was counted in all.
        ("Биыл 90 қылмыс болды, көбі Дарқанда (40) және Мойнақта (25).", (25, "case", "қылмыс")),
        # A share of the genitive before it.
        ("Тұрғындардың 35 пайызы есірткі туралы айтты.", (35, "%", "Тұрғындардың")),
        # The noun of a sum stands after the bracket that says it in other money.
        ("Оған 40 АЕК (157 280 теңге) айыппұл салынды.", (40, "MCI", "айыппұл")),
        ("Оған 40 АЕК (157 280 теңге) айыппұл салынды.", (157280, "KZT", "айыппұл")),
    ],
)  # fmt: skip
def test_kazakh_entries_share_what_is_said_once(
    text: str, expected: tuple[float, str, str], figures_of: ReadFigures
) -> None:
    assert expected in _read(figures_of, text + _REST)


def test_a_kazakh_amount_with_a_noun_of_its_own_keeps_it(figures_of: ReadFigures) -> None:
    found = _read(figures_of, "Үйінен 4 келі гашиш, қорасынан 30 келі тыңайтқыш табылды." + _REST)
    assert (4, "kg", "гашиш") in found
    assert not any(value == 30 and of == "гашиш" for value, _, of in found)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Of those questioned, 52 had seen drugs.", (52, "person", "those questioned")),
        ("Among the conscripts, nine were caught with drugs.", (9, "person", "conscripts")),
        ("Of the shops, eleven were closed.", (11, "item", "shops")),
        ("The post got 15 scanners.", (15, "item", "scanners")),
        ("Pupils painted over 85 graffiti.", (85, "graffiti", "graffiti")),
        ("Рейд, продлившийся четыре дня, окончен.", (4, "day", "… Рейд продлившийся")),
    ],
)
def test_the_whole_may_open_the_sentence_and_things_are_no_persons(
    text: str, expected: tuple[float, str, str], figures_of: ReadFigures
) -> None:
    assert expected in _read(figures_of, text)


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("В Туркменистане его оштрафовали на 500 манатов.", "TMT"),
        ("В Баку его оштрафовали на 500 манатов.", "AZN"),
        ("Посол Туркменистана в Баку заплатил 500 манатов.", "AZN"),
        ("A court in Turkmenistan took 500 manats.", "TMT"),
    ],
)
def test_manats_are_of_the_country_that_is_spoken_of(
    text: str, unit: str, figures_of: ReadFigures
) -> None:
    assert unit in [f.unit for f in figures_of(text)]
