"""Single names where a capital tells nothing: what is told of somebody makes a word a name.

All persons are invented.
"""

from __future__ import annotations

import pytest

from sholu.mentions.known_words import is_listed_surname
from tests.mentions.conftest import Annotate
from tests.mentions.test_unknown_names import hidden


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Тулпаров вину не признал.", ["Тулпаров"]),
        ("Тулпарова ранее привлекалась за сбыт.", ["Тулпарова"]),
        ("Тулпарову грозит до пятнадцати лет.", ["Тулпарову"]),
        ("Вебер сообщил, что пакет ему передали.", ["Вебер"]),
        ("Курьер указал на второго (Тулпаров), тот скрылся.", ["Тулпаров"]),
        ("«Тима, открой дверь!» — кричала мать.", ["Тима"]),
        ("Позже Ковальский продавал гашиш студентам.", ["Ковальский"]),
        ("Вместе с ним арестован Ли.", ["Ли"]),
        ("«Посылка не моя», — сказал аль-Хамдани.", ["аль-Хамдани"]),
        ("Гараж снимал Саныч.", ["Саныч"]),
        ("По доверенности на имя Оспанова Романа продали машину.", ["Оспанова Романа"]),
        ("Тұлпаров кінәсін мойындамады.", ["Тұлпаров"]),
        ("Екінші күдікті (Тұлпаров) қашып кетті.", ["Тұлпаров"]),
        ("“They planted it,” Okonkwo told the court.", ["Okonkwo"]),
        ("A second courier (Wanjiru) escaped.", ["Wanjiru"]),
        ("The flat was rented by Shin Yong-ho.", ["Shin Yong-ho"]),
        ("The cook was Park Min-seo.", ["Park Min-seo"]),
        ("It emerged that van der Berg paid for the flat.", ["van der Berg"]),
        ("Vadim “Vadik” Lomov died in prison.", ["Vadim “Vadik” Lomov"]),
        ("She sold the card to a man called Max.", ["Max"]),
    ],
)
def test_a_lone_name_is_told_by_what_its_bearer_does(
    annotated: Annotate, text: str, names: list[str]
) -> None:
    assert hidden(annotated, text) == names


@pytest.mark.parametrize(
    "text",
    [
        "Основа была подмешана в чай.",
        "Остров оказался пустым.",
        "Наркотиков не нашли.",
        "Минюст сообщил о проекте закона.",
        "Осмотров стало больше.",
        "Дәлелдер жойылды.",
        "More than fifty kilograms were burned.",
        "Rosgvardia detained six couriers.",
        "The Café owner paid a fine.",
        "Two Pakistanis and three Afghans were deported.",
        "The parcel came from Kano, a city in the north.",
        "The Almaly and Bostandyk districts were searched.",
        "ТОО «Рахат» Алматы поставляет сладости.",
    ],
)
def test_words_places_and_agencies_do_things_too(annotated: Annotate, text: str) -> None:
    assert hidden(annotated, text) == []


def test_a_first_name_that_a_town_has_too_is_somebodys_where_he_acts(annotated: Annotate) -> None:
    text = "We were four: me, Sanya Belov and Kairat Omarov. Sanya died first, in 2004."
    assert hidden(annotated, text) == ["Sanya Belov", "Kairat Omarov", "Sanya"]


@pytest.mark.parametrize(
    ("text", "nickname"),
    [
        ("The customer, known by the nickname Batyr, paid in cash.", "Batyr"),
        ("A welder whom we called Korean lived there.", "Korean"),
        ("Ещё один, которого подельники знали только как Химик, объявлен в розыск.", "Химик"),
    ],
)
def test_what_somebody_is_called_is_hidden(text: str, nickname: str, annotated: Annotate) -> None:
    assert hidden(annotated, text) == [nickname]


def test_a_rifle_is_nobody(annotated: Annotate) -> None:
    assert hidden(annotated, "They left two Kalashnikov assault rifles at the river.") == []


def test_surnames_are_known_in_both_scripts_and_no_english_word_is_one() -> None:
    assert is_listed_surname("Okafor")
    assert is_listed_surname("Окафором")
    assert is_listed_surname("Yıldız")
    assert not is_listed_surname("More")
    assert not is_listed_surname("walls")
