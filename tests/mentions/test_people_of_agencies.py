"""Who is known as an official with no title, and who with a title is none. All are invented."""

from __future__ import annotations

import pytest

from tests.mentions.conftest import Annotate


def _roles(annotated: Annotate, text: str) -> list[str | None]:
    return [m.role for m in annotated(text).mentions if m.kind == "person"]


@pytest.mark.parametrize(
    "text",
    [
        "The seminar was held by Anton Weber of the OSCE.",
        "Anton Weber from the State Customs Service showed the scanner.",
        "На семинаре Бекзат Нурланов из МВД рассказал о схеме.",
        "Пришли Б. Нурланов (ГКНБ) и ещё трое.",
        "Интерпол представлял Бекзат Нурланов.",
    ],
)
def test_an_agency_beside_a_name_makes_an_official(text: str, annotated: Annotate) -> None:
    assert _roles(annotated, text) == ["official"]


@pytest.mark.parametrize(
    "text",
    [
        "Driver Anton Weber of the border service was fined.",
        "Anton Weber of the Taraz rescue service of volunteers showed the film.",
        "Студент Бекзат Нурланов из академии МВД показал фильм.",
        "Бекзат Нурланов из Тараза показал фильм.",
    ],
)
def test_a_driver_or_a_place_beside_it_does_not(text: str, annotated: Annotate) -> None:
    assert _roles(annotated, text) == ["private"]


@pytest.mark.parametrize(
    "text",
    [
        "UN Resident Coordinator Rosa Nilsen opened the course.",
        "Iranian police chief Hamid Karimi said so.",
        "Уполномоченный по правам ребёнка Айгуль Омарова приехала.",
        "Главный санитарный врач Айгуль Омарова подписала приказ.",
        "Хоким области Бекзат Нурланов приехал.",
        "Оқушыларға инспектор Айгүл Омарова заңды айтып берді.",
        "Тұрғындардың алдында аудан прокуроры Айгүл Омарова сөйледі.",
        "Бала құқықтары жөніндегі уәкіл Айгүл Омарова сөйледі.",
        "Есірткіні бақылау агенттігінің директоры Айгүл Омарова келді.",
    ],
)
def test_people_whom_a_duty_is_about_do_not_own_the_title(text: str, annotated: Annotate) -> None:
    assert "official" in _roles(annotated, text)


@pytest.mark.parametrize(
    "text",
    [
        "Антикор задержал заместителя прокурора Бекзата Нурланова.",
        "Суд арестовал майора полиции Бекзата Н.",
        "Полковник в отставке Бекзат Нурланов вспоминает.",
        "Директор школы № 4 Айгуль Омарова промолчала.",
        "Председатель КСК Айгуль Омарова собрала подписи.",
        "Президент федерации бокса Бекзат Нурланов пошутил.",
        "Мектеп директоры Айгүл Омарова қонақтарды қарсы алды.",
        "Отставкадағы полковник Бекзат Нұрланов еске алды.",
    ],
)
def test_who_is_held_retired_or_at_the_head_of_a_school_is_private(
    text: str, annotated: Annotate
) -> None:
    assert _roles(annotated, text) == ["private"]


def test_who_holds_others_is_an_official_and_so_is_whose_information_it_is(
    annotated: Annotate,
) -> None:
    text = "Подозреваемого задержал участковый Бекзат Нурланов."
    assert _roles(annotated, text) == ["official"]
    text = "По информации начальника отдела Нурланова, подозреваемый не местный."
    assert _roles(annotated, text) == ["official"]


@pytest.mark.parametrize(
    "text",
    [
        "Inspectors led by Anton Weber opened the truck.",
        "Оперативники во главе с Бекзатом Нурлановым вскрыли фуру.",
        "Факт имел место, — Б. Нурланов, пресс-служба.",
        "Командир отряда «Беркут» Бекзат Нурланов показал следы.",
        "Учаскелік Айбек Нұрланов жазуды өшірді.",
    ],
)
def test_who_leads_or_signs_for_an_agency_is_an_official(text: str, annotated: Annotate) -> None:
    assert _roles(annotated, text) == ["official"]


def test_a_title_in_another_case_is_somebody_elses(annotated: Annotate) -> None:
    text = "Судья Айгүл Омарованың төрағалығымен Асан Нұрлановқа қатысты іс қаралды."
    assert _roles(annotated, text) == ["official", "private"]


def test_who_is_held_in_apposition_is_private(annotated: Annotate) -> None:
    text = "Совет отстранил судью Бекзата Нурланова, задержанного с поличным."
    assert _roles(annotated, text) == ["private"]


def test_a_given_name_alone_is_that_of_name_and_patronymic(annotated: Annotate) -> None:
    text = "Застава бастығы лейтенант Самат Қуатұлы келді. «Қызмет ауыр», – дейді Самат."
    assert _roles(annotated, text) == ["official", "official"]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Рядовой Бекзат Нурланов остановил машину.", "official"),
        ("Офицер Интерпола Бекзат Нурланов остановил машину.", "official"),
        ("Руководитель следственной группы Бекзат Нурланов пояснил.", "official"),
        ("Специалист отдела полиции Бекзат Нурланов пояснил.", "official"),
        ("Специалист по рекламе Бекзат Нурланов пояснил.", "private"),
        ("Страховой агент Бекзат Нурланов пояснил.", "private"),
        ("Senior customs official Anton Weber stopped the car.", "official"),
        ("The bank official Anton Weber stopped the car.", "private"),
        ("Жедел топ жетекшісі Бекзат Нұрланов көлікті тоқтатты.", "official"),
        ("Бас санитар дәрігер Бекзат Нұрланов бұйрық шығарды.", "official"),
        ("Бекзат Нұрланов, есірткіге қарсы күрес бөлімінің жедел уәкілі: «Бітті».", "official"),
    ],
)
def test_more_ranks_and_posts(text: str, role: str, annotated: Annotate) -> None:
    assert _roles(annotated, text) == [role]


@pytest.mark.parametrize(
    "text",
    ["Pregabalin, known as Lyrica, was found.", "Изъят прегабалин, известный как «Лирика»."],
)
def test_the_other_name_of_a_drug_is_nobodys(text: str, annotated: Annotate) -> None:
    assert _roles(annotated, text) == []
