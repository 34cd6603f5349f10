"""Ages of persons as outlets print them."""

import pytest

from sholu.entities.ages import read_ages


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        ("A 41-year-old driver was held.", (41,)),
        ("Police detained a woman, 34, after a search.", (34,)),
        ("The driver, 52, was arrested.", (52,)),
        ("Five people aged 19 to 26 were charged.", (19, 26)),
        ("Two women aged 25 and 40 were stopped.", (25, 40)),
        ("Задержан 38-летний житель района.", (38,)),
        ("Задержаны 25-летняя и 40-летняя сёстры.", (25, 40)),
        ("Задержаны пятеро в возрасте от 19 до 26 лет.", (19, 26)),
        ("Задержали супругов 29 и 31 года.", (29, 31)),
        ("Водитель, 33 года, доставлен в отдел.", (33,)),
        ("Гражданину соседней страны 26 лет.", (26,)),
        ("Задержан проводник 41 года.", (41,)),
        ("Полиция 23 жастағы жігітті ұстады.", (23,)),
        ("29 және 31 жастағы ерлі-зайыптылар ұсталды.", (29, 31)),
    ],
)
def test_ages_are_read_in_each_language(text: str, ages: tuple[int, ...]) -> None:
    assert read_ages(text) == ages


@pytest.mark.parametrize(
    "text",
    [
        "He was sentenced to 12 years in prison.",
        "Приговорён к 12 годам лишения свободы, за 20 лет службы награждён.",
        "Организатор получил 17 лет, его помощник – 15 лет.",
        "Суд назначил 14 лет колонии, ещё 12 лет просил прокурор.",
        "Большинству моложе 25 лет, выставка работает 10 лет подряд.",
        "Сот оны 15 жылға бас бостандығынан айырды.",
        "On October 21, 22 and 23 they seized 30, 40 and 50 kilograms.",
        "It is the 30-year anniversary of the agency.",
    ],
)
def test_terms_days_and_amounts_are_no_ages(text: str) -> None:
    assert read_ages(text) == ()
