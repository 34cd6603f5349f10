"""What Kazakh clauses count: nouns in every form, parts told by their verb, deaths, look-alikes."""

from __future__ import annotations

import pytest

from tests.mentions.conftest import ReadFigures

_REST = " Бұл туралы облыстық басқарманың баспасөз қызметі хабарлады."


def _read(figures_of: ReadFigures, text: str) -> list[tuple[float, str | None, str | None]]:
    return [(f.value, f.unit, f.of) for f in figures_of(text + _REST)]


@pytest.mark.parametrize(
    ("text", "value", "unit", "of"),
    [
        ("Аудандағы 9 мектеп тексерілді.", 9, "school", "мектеп"),
        (
            "Рейд кезінде бес жалдамалы қарақшыны ұстады.",
            5,
            "person",
            "жалдамалы қарақшыны … ұстады",
        ),
        ("Түнде төрт таратушының үйі тінтілді.", 4, "person", "таратушының үйі … тінтілді"),
        ("Жыл басынан бері 31 қылмыс тіркелген.", 31, "case", "қылмыс"),
        ("Көшеде үш азамат қолға түсті.", 3, "person", "азамат … қолға түсті"),
        ("Қыста он бір тұрғын көз жұмды.", 11, "death", "тұрғын … көз жұмды"),
        ("Атыста екі сарбаз мерт болды.", 2, "death", "сарбаз … мерт болды"),
        ("Тіркелген қылмыс саны 58-ге жетті.", 58, "case", "қылмыс"),
    ],
)
def test_the_noun_is_known_and_its_verb_is_told(
    text: str, value: float, unit: str, of: str, figures_of: ReadFigures
) -> None:
    assert (value, unit, of) in _read(figures_of, text)


@pytest.mark.parametrize(
    ("text", "value", "unit", "of"),
    [
        ("Топта сегіз адам болған, үшеуі бой тасалады.", 3, "person", "адам … бой тасалады"),
        ("30 жүргізуші тексерілді, олардың он екеуі мас болған.", 12, "person",
         "жүргізуші … мас болған"),
        ("Тексеруге 50 дәрігер келді, қырқы ғана куәлік алды.", 40, "person",
         "дәрігер … куәлік алды"),
        ("Топта жеті адам бар, олардың екеуі – мекеменің бұрынғы қызметкері.", 2, "person",
         "мекеменің бұрынғы қызметкері"),
    ],
)  # fmt: skip
def test_a_part_is_told_by_its_whole_and_its_verb(
    text: str, value: float, unit: str, of: str, figures_of: ReadFigures
) -> None:
    assert (value, unit, of) in _read(figures_of, text)


@pytest.mark.parametrize(
    "text",
    [
        "Екі қабатты үй тінтілді.",
        "Күдікті – үш баланың әкесі.",
        "Бұл – биылғы он бірінші оқиға.",
        "Жиырма бесінші бап қолданылды.",
    ],
)
def test_what_describes_one_thing_is_no_count(text: str, figures_of: ReadFigures) -> None:
    assert _read(figures_of, text) == []
