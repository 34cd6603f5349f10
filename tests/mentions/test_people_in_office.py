"""Who is known as an official by words beside the title. All persons here are invented."""

from __future__ import annotations

import pytest

from tests.mentions.conftest import Annotate


def _roles(annotated: Annotate, text: str) -> list[str | None]:
    return [m.role for m in annotated(text).mentions if m.kind == "person"]


@pytest.mark.parametrize(
    "text",
    [
        "Akim Bolat Seitov and his deputy, Aigerim Nurlanova, watched.",
        "Аким Нурлан Ахметов и его заместитель Айгуль Омарова приехали.",
        "Шу ауданының әкімі Нұржан Сейітов пен оның орынбасары Айгүл Омарова келді.",
    ],
)
def test_the_deputy_of_an_official_is_one(text: str, annotated: Annotate) -> None:
    assert _roles(annotated, text) == ["official", "official"]


@pytest.mark.parametrize(
    "text",
    [
        "Inspector Bolat Seitov came. His colleague Aigerim Nurlanova filmed the search.",
        "Инспектор Нурлан Ахметов приехал. Его коллега Айгуль Омарова снимала обыск.",
    ],
)
def test_so_is_the_colleague_of_an_official(text: str, annotated: Annotate) -> None:
    assert _roles(annotated, text) == ["official", "official"]


@pytest.mark.parametrize(
    "text",
    [
        "Деньги пришли через сватью подполковника Айгуль Омарову.",
        "Суд оштрафовал директора коммунального предприятия Нурлана Ахметова на 120 МРП.",
        "Трое сдали пакетики, смеётся классный руководитель Айгуль Омарова.",
        "Police searched the flat of the mayor's brother-in-law Yerzhan Omarov.",
    ],
)
def test_who_is_related_fined_or_teaches_acts_for_nobody(text: str, annotated: Annotate) -> None:
    assert _roles(annotated, text) == ["private"]


@pytest.mark.parametrize(
    "text",
    [
        "Полковник Нурлан Ахметов принял отдел. Его предшественник Ержан Омаров вышел на пенсию.",
        "Colonel Nurlan Akhmetov took over the department. His predecessor Yerzhan Omarov retired.",
    ],
)
def test_the_predecessor_of_an_official_is_one_no_more(text: str, annotated: Annotate) -> None:
    assert _roles(annotated, text) == ["official", "private"]


def test_the_colleague_of_a_driver_is_not(annotated: Annotate) -> None:
    text = "Водитель Нурлан Ахметов уехал. Его коллега Айгуль Омарова осталась."
    assert _roles(annotated, text) == ["private", "private"]


def test_the_deputy_of_a_driver_and_the_wife_of_a_minister_are_not(annotated: Annotate) -> None:
    text = "Driver Bolat Seitov and his deputy, Aigerim Nurlanova, watched."
    assert _roles(annotated, text) == ["private", "private"]
    text = "Министр Ахметов и его жена Айгуль Омарова приехали."
    assert _roles(annotated, text) == ["official", "private"]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Chairman of the State Committee for National Security Rajab Safarov spoke.", "official"),
        ("Қылмыстық істер жөніндегі соттың судьясы Айдос Мұқашев үкім шығарды.", "official"),
        ("Үкімді сот төрайымы Жанат Омарова жариялады.", "official"),
        ("Спецпосланник ООН Роза Нильсен призвала к расследованию.", "official"),
        ("Қылмыстық топ жетекшісі Асқар Бекенов ұсталды.", "private"),
        ("Шаруа қожалығының басшысы Жеңіс Омаров айтты.", "private"),
        ("Руководитель крестьянского хозяйства Марат Жунусов заявил об этом.", "private"),
    ],
)
def test_the_words_beside_a_title_say_whose_it_is(
    text: str, role: str, annotated: Annotate
) -> None:
    assert _roles(annotated, text) == [role]


def test_a_street_with_a_small_second_word_is_a_home(annotated: Annotate) -> None:
    for text in ("Он живет на ул. Толе би, 55.", "The suspect lives at 12 Tole bi Street."):
        assert any(m.kind == "personal_data" for m in annotated(text).mentions)


@pytest.mark.parametrize(
    "text",
    [
        "Начальник районной полиции Бауыржан Сапаргалиев освобождён от должности приказом.",
        "The head of the district police, Bauyrzhan Sapargaliyev, was dismissed on Monday.",
        "Аудандық полиция бастығы Бауыржан Сапарғалиев қызметінен босатылды.",
        "В Павлодаре арестован начальник отдела полиции Бауыржан Сапаргалиев.",
        "По версии обвинения, капитан Бауыржан Сапаргалиев подбросил студенту свёрток.",
        "Начальник отдела полиции Бауыржан Сапаргалиев годами крышевал продавцов гашиша.",
        "Police captain Bauyrzhan Sapargaliyev stole heroin from the evidence room.",
        "Ауыл әкімі Бауыржан Сапарғалиев қарасора өсірген туысын жасырған.",
    ],
)
def test_whose_office_ended_or_who_is_accused_is_private(text: str, annotated: Annotate) -> None:
    assert _roles(annotated, text) == ["private"]


@pytest.mark.parametrize(
    "text",
    [
        "Начальник отдела полиции Бауыржан Сапаргалиев сообщил, что курьер сбывал гашиш.",
        "Police captain Bauyrzhan Sapargaliyev said the clerk stole heroin from the evidence room.",
        "Аудан әкімі Бауыржан Сапарғалиев тұрғынның қарасора сатқанын айтты.",
    ],
)
def test_who_tells_of_anothers_crime_is_an_official(text: str, annotated: Annotate) -> None:
    assert _roles(annotated, text) == ["official"]


@pytest.mark.parametrize(
    "text",
    [
        "The accused was produced before Judge Sunaina Gahlot, who remanded him to custody.",
        "By the verdict of judge Roza Kuanyshbayeva he was sentenced to 12 years.",
    ],
)
def test_in_a_judges_clause_another_is_held(text: str, annotated: Annotate) -> None:
    assert _roles(annotated, text) == ["official"]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        (
            "Nobody was warned, said Yusuf Karimi, who was deputy governor then and lives abroad.",
            "private",
        ),
        ("It was praised by Iskander Toktarov, once the country's health minister.", "private"),
        ("Об этом рассказал Марат Ибраев, некогда начальник отдела полиции.", "private"),
        ("Об этом рассказал Марат Ибраев, который был начальником отдела полиции.", "private"),
        ("Об этом рассказал Марат Ибраев, который был назначен начальником полиции.", "official"),
        (
            "The order was read by Yusuf Karimi, who was appointed head of the police department.",
            "official",
        ),
    ],
)
def test_who_was_in_office_once_is_no_more(text: str, role: str, annotated: Annotate) -> None:
    assert _roles(annotated, text) == [role]


def test_the_name_of_a_thing_does_not_part_a_name_from_its_office(annotated: Annotate) -> None:
    text = "Суд приговорил бывшего начальника поста «Айритом» подполковника Болата Сеитова."
    assert _roles(annotated, text) == ["private"]
    text = "Командир отряда «Сункар» подполковник Болат Сеитов наградил кинолога."
    assert _roles(annotated, text) == ["official"]


def test_who_fell_in_service_acts_no_more(annotated: Annotate) -> None:
    assert _roles(annotated, "The wounded Sergeant Bolat Seitov was visited by a governor.") == [
        "private"
    ]
    assert _roles(annotated, "В перестрелке погиб сержант полиции Болат Сеитов.") == ["private"]
