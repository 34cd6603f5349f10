"""What stands like a person's name and is an agency, a list of regions, a dog. All invented."""

from __future__ import annotations

import pytest

from tests.mentions.conftest import Annotate


def _people(annotated: Annotate, text: str) -> list[str]:
    document = annotated(text)
    return [
        document.text.text[m.span.start : m.span.end]
        for m in document.mentions
        if m.kind == "person"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Инспекторы Россельхознадзора и Госветслужбы остановили фуру.",
        "Посылку вскрыли в отделении Казпочты.",
        "Лидируют Алматы (711), Карагандинская (498) и Жамбылская (451) области.",
        "The Northern Harm Reduction Coalition asked for money.",
        "Volunteers of Search Alert joined in.",
        "«Ақтөс» лақапты ит вагонда отыра қалды.",
    ],
)
def test_bodies_regions_and_dogs_are_nobody(text: str, annotated: Annotate) -> None:
    assert _people(annotated, text) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Инспектор Батыр Омаров ауыл аралап жүрді.", ["Батыр Омаров"]),
        ("Суд признал сотрудника СБНОН по городу Ошу Б.М. виновным.", ["Б.М."]),
        (
            "Лидируют в списке Казиев и Гостев, сказал Рашид Росин.",
            ["Казиев", "Гостев", "Рашид Росин"],
        ),
    ],
)
def test_names_beside_them_are_found(text: str, names: list[str], annotated: Annotate) -> None:
    assert _people(annotated, text) == names


def test_a_bot_to_which_one_is_asked_to_write_is_nobodys(annotated: Annotate) -> None:
    sent = annotated("Скриншотты @narko_oral_bot ботына жіберіңіз.")
    assert [m.role for m in sent.mentions if m.kind == "personal_data"] == []
    sold = annotated("Тауарды @dala_shop_bot арқылы сатқан.")
    assert [m.kind for m in sold.mentions if m.kind == "personal_data"] == ["personal_data"]


def test_raisa_is_a_woman_and_a_rais_heads_a_district(annotated: Annotate) -> None:
    assert _people(annotated, "Мать Д., Раиса К., написала президенту.") == ["Д.", "Раиса К."]
    document = annotated("Раис района Далер Саидов открыл центр.")
    assert [m.role for m in document.mentions if m.kind == "person"] == ["official"]
