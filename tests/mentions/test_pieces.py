"""Tablets, plants and doses of a drug that is named before them."""

from __future__ import annotations

import pytest

from tests.mentions.conftest import ReadFigures


@pytest.mark.parametrize(
    ("text", "value", "unit", "of_code"),
    [
        ("Customs found 300 ecstasy tablets.", 300, "tablet", "mdma"),
        ("They carried about 5,600 fake tramadol pills.", 5600, "tablet", "tramadol"),
        ("Officers pulled up 20 hemp bushes.", 20, "plant", "cannabis_plants"),
        ("Officers pulled up 310 cannabis plants.", 310, "plant", "cannabis_plants"),
        ("Twelve heroin-filled sacks and nine heroin capsules lay there.", 9, "capsule", "heroin"),
        ("Сөмкеден 4 200 дана экстази (МДМА) табылды.", 4200, "item", "mdma"),
        ("При нём было 3 штуки экстази.", 3, "item", "mdma"),
        ("Изъято 300 экстази-таблеток.", 300, "tablet", "mdma"),
        ("Полицейлер Ақтөбеде 120 трамадол капсуласын тапты.", 120, "capsule", "tramadol"),
        ("Полиция 25 сора түбін жұлды.", 25, "plant", "cannabis_plants"),
        (
            "Дәріханадан 14,5 мыңнан астам капсула прегабалин табылды.",
            14500,
            "capsule",
            "pregabalin",
        ),
        ("Полиция үйден 200-ден астам орам мефедрон тапты.", 200, "package", "mephedrone"),
        ("Алқапта төрт мыңнан астам түп қарасора өртелді.", 4000, "plant", "cannabis_plants"),
    ],
)
def test_pieces_count_the_drug_before_them(
    text: str, value: float, unit: str, of_code: str, figures_of: ReadFigures
) -> None:
    figure = next(figure for figure in figures_of(text) if figure.value == value)
    assert (figure.unit, figure.of_code) == (unit, of_code)


@pytest.mark.parametrize(
    "text", ["Police held three heroin couriers.", "Police opened 14 cannabis cases."]
)
def test_other_nouns_after_a_drug_are_no_pieces_of_it(text: str, figures_of: ReadFigures) -> None:
    assert figures_of(text)[0].of_code is None
