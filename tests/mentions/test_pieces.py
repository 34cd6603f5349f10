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
        ("12 мыңнан астам «экстази» таблеткасы алынды.", 12000, "tablet", "mdma"),
        ("Тергеушілер 5 «Лирика» капсуласын тапты.", 5, "capsule", "pregabalin"),
        ("Police found heroin and 4 kg of 3-MMC in a barn.", 4, "kg", "three_mmc"),
        ("• 1.3 tonnes of 4-CMC and 185 kg of amphetamine", 1.3, "t", "three_mmc"),
        ("При обыске нашли 300 тысяч и 5 кг героина.", 5, "kg", "heroin"),
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
