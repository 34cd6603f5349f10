"""Names of streets, schools, firms and feasts are nobody's; a person beside them is. Invented."""

from __future__ import annotations

import pytest

from tests.mentions.conftest import Annotate


def _people(annotated: Annotate, text: str) -> list[str]:
    found = annotated(text)
    return [text[m.span.start : m.span.end] for m in found.mentions if m.kind == "person"]


@pytest.mark.parametrize(
    "text",
    [
        "The lyceum named after the poet Bekzat Nurlanov was searched.",
        "Police found caches at Seitov and Omarov streets.",
        "Шприцы нашли на углу Нурланова и Сейтова.",
        "В школе имени Героя Советского Союза Бекзата Нурланова был рейд.",
        "Лагерь погранзаставы имени лётчика Нурланова закрыт.",
        "Сейітов пен Омаров көшелерінің қиылысында трафарет өшірілді.",
        "Құрбан айт тыныш өтті.",
        "Фура фирмы «Азия Транс» шла из Термеза.",
    ],
)
def test_what_is_called_after_somebody_is_nobody(text: str, annotated: Annotate) -> None:
    assert _people(annotated, text) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ербол Омаров орталықты ашты.", "Ербол Омаров"),
        ("Күдікті Ербол Омаров Достық даңғылында жүрген.", "Ербол Омаров"),
        ("Знакомый по имени Бекзат ждал на улице.", "Бекзат"),
        ("Ambassador of Japan to Tajikistan Shigeo Furuta came.", "Shigeo Furuta"),
    ],
)
def test_who_stands_beside_a_place_is_somebody(text: str, name: str, annotated: Annotate) -> None:
    assert _people(annotated, text) == [name]


def test_words_of_a_headline_are_no_names(annotated: Annotate) -> None:
    text = "Police Seize Tramadol, Arrest Bekzat Nurlanov Near Dostyk Crossing"
    assert _people(annotated, text) == ["Bekzat Nurlanov"]


def test_a_number_of_things_in_a_street_is_no_house(annotated: Annotate) -> None:
    text = "Байтұрсынов көшесінде 300 трафарет өшірілді."
    assert not [m for m in annotated(text).mentions if m.kind in ("person", "personal_data")]
