"""Plates of other countries, flats without a street, and data that a word beside them tells."""

from __future__ import annotations

import pytest

from tests.mentions.conftest import Annotate
from tests.mentions.test_unknown_names import hidden


@pytest.mark.parametrize(
    ("text", "data"),
    [
        ("Фуру с турецким номером 34 KLM 45 досмотрели.", "34 KLM 45"),
        ("Туркменский номер BD 4521 AH был поддельным.", "BD 4521 AH"),
        ("Прицеп с госномером AB-123-CD остался на посту.", "AB-123-CD"),
        ("Түркиялық 34 AB 1234 нөмірлі көлік тоқтатылды.", "34 AB 1234"),
        ("A lorry with the plate 34 KLM 778 was stopped.", "34 KLM 778"),
        ("The Volvo, registration WGM 4521K, was searched.", "WGM 4521K"),
        ("Обыск шёл в квартале 12, дом 34, кв. 56.", "дом 34, кв. 56"),
        ("Он живёт в микрорайоне «Нур», дом 145, квартира 3.", "дом 145, квартира 3"),
        ("Күдікті Нұр ш/а, 45-үйде тұрады.", "45-үйде"),
        ("He lives at microdistrict 8, house 14, apartment 6.", "house 14, apartment 6"),
        ("Деньги шли на карту 8600 12** **** 3456.", "8600 12** **** 3456"),
        ("Д.р. 01.02.2001, ранее не судим.", "01.02.2001"),
        ("A man (b. 1987) was held.", "b. 1987"),
        ("Туған жылы – 2001.", "2001"),
        ("Писать на sneg(at)mail.ru просил продавец.", "sneg(at)mail.ru"),
        ("Объявление дал пользователь crystal777.", "crystal777"),
        ("Деньги ушли на кошелёк TXyz12345abc…9kLm.", "TXyz12345abc…9kLm"),
    ],
)
def test_what_leads_to_a_person_is_hidden(annotated: Annotate, text: str, data: str) -> None:
    masked = hidden(annotated, text)
    assert any(data in stretch for stretch in masked), masked


@pytest.mark.parametrize(
    "text",
    [
        "Приказ номер 45 подписан в мае.",
        "Рейс номер KC 621 задержали на час.",
        "В микрорайоне построят дом на 40 квартир.",
        "The registration of 120 patients was completed.",
        "Автоматы АК-74 и патроны сдали полиции.",
    ],
)
def test_other_numbers_stay(annotated: Annotate, text: str) -> None:
    assert hidden(annotated, text) == []
