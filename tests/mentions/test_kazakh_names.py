"""Names and personal data in Kazakh: two persons side by side, foreign letters, places in a case.

All persons, streets' houses and numbers are invented.
"""

from __future__ import annotations

import pytest

from sholu.mentions.redaction import is_private
from tests.mentions.conftest import Annotate
from tests.mentions.test_unknown_names import hidden


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Судья Айгерім Сапарова Тұлпаровтың өтінішін қарады.", ["Тұлпаровтың"]),
        ("Прокурор Г. Сапарова Б. Тұлпаровты айыптады.", ["Б. Тұлпаровты"]),
        ("Тергеуші Асқар Сапаров Марат Тұлпаровтың үйін тінтті.", ["Марат Тұлпаровтың"]),
        ("Куәгер Тұлпаров Асқар Болатұлының көлігі табылды.", ["Тұлпаров Асқар Болатұлының"]),
    ],
)
def test_who_did_it_and_to_whom_are_two_persons(
    annotated: Annotate, text: str, names: list[str]
) -> None:
    assert hidden(annotated, text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Полиция Виктор Павлович ГРОССТЫ іздейді. Гросстың көлігі де жоқ.",
            ["Виктор Павлович ГРОССТЫ", "Гросстың"],
        ),
        ("Қалада Big Tulpar деген атпен белгілі әнші ұсталды.", ["Big Tulpar"]),
        ("Оны Grace Adeyemi есімді әйел күтіп тұрған.", ["Grace Adeyemi"]),
        ("Кеше Mike есімді шетелдік қашып кетті.", ["Mike"]),
        ("Кеше Ислам Тұлпар озды, кубок Исламға берілді.", ["Ислам Тұлпар", "Исламға"]),
        ("Күдікті Пётр Ильич Гросс ауласында сора өсірген.", ["Пётр Ильич Гросс"]),
        ("Көршісі Сырымбет қақпаны ашты.", ["Сырымбет"]),
        ("Жолда Елеусіз қарт отырған.", ["Елеусіз"]),
    ],
)
def test_names_in_capitals_in_latin_letters_and_named_again_are_hidden(
    annotated: Annotate, text: str, names: list[str]
) -> None:
    assert hidden(annotated, text) == names


@pytest.mark.parametrize(
    "text",
    [
        "Тауарды Dark Shop деген дүкен сатты.",
        "Жасөспірімдер Snow Bars атты арнаға жазылған.",
        "Көлік Зырканға бағыт алған.",
        "Жүк Зырканнан шыққан.",
        "Тау-Зырканда бекет ашылды.",
        "«Тойота Фортунер» көлігі тоқтатылды.",
        "Зыркан – Мойнақ аралығында қарасора шабылды.",
        "Ол Зар Прем түрмесінде отыр.",
        "«Улану кезіндегі көмек» деген кітапша таратылды.",
        "Жәшік Алматыға жөнелтілмек еді.",
        "Олар «жұлдыз кокаинмен ұсталды» деп жазды.",
        "Қабылдау бөлмесі: Зарқұм ата көшесі, 1.",
    ],
)
def test_places_things_and_words_are_no_persons(annotated: Annotate, text: str) -> None:
    assert hidden(annotated, text) == []


def _data(annotated: Annotate, text: str) -> list[tuple[str | None, str]]:
    document = annotated(text)
    return [
        (m.role, document.text.text[m.span.start : m.span.end])
        for m in document.mentions
        if m.kind == "personal_data" and is_private(m)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Толық мәлімет беремін дегендерге 8 (7262) 41-00-00 нөмірі ашық.",
        "Туыстарға сенім телефонына – 8 (7182) 51-00-00 – хабарласуды сұрайды.",
        "Тергеушінің қызметтік нөмірі: 8 (7222) 51-00-00.",
        "Тексерілгісі келгендер қордың 8 747 900 60 60 нөміріне жазылады.",
        "Мекеменің заңды мекенжайы – Достық көшесі, 1 – өзгерген жоқ.",
        "Арызды Достық көшесі, 20 мекенжайындағы басқармаға беруге болады.",
    ],
)
def test_numbers_and_addresses_of_bodies_stay(annotated: Annotate, text: str) -> None:
    assert _data(annotated, text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Анасының нөмірі: 8 (7182) 51-44-33.", ("telephone", "8 (7182) 51-44-33")),
        ("Ол 12.09.1986 жылы Семейде дүниеге келген.", ("date of birth", "12.09.1986")),
        (
            "Ол 1986 жылдың 12 қыркүйегінде туылған.",
            ("date of birth", "1986 жылдың 12 қыркүйегінде"),
        ),
        (
            "Іс қағазында Жібек жолы көшесі, 17-үй мекенжайы тіркелген.",
            ("home address", "Жібек жолы көшесі, 17-үй"),
        ),
    ],
)
def test_data_of_persons_are_hidden(annotated: Annotate, text: str, found: tuple[str, str]) -> None:
    assert found in _data(annotated, text)


def test_a_micro_district_is_no_person(annotated: Annotate) -> None:
    text = "Полиция Алматының Орбита ықшамауданында күдікті Асқар Тұлпаровты ұстады."
    assert hidden(annotated, text) == ["Асқар Тұлпаровты"]
