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
        "Полковник Нурлан Ахметов принял отдел. Его предшественник Ержан Омаров вышел на пенсию.",
    ],
)
def test_so_is_the_colleague_of_an_official(text: str, annotated: Annotate) -> None:
    assert _roles(annotated, text) == ["official", "official"]


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
