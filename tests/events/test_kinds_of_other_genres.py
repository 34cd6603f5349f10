"""Kinds of what is no report: memoirs, obituaries, calls for help; and who is held by a title."""

from __future__ import annotations

import pytest

from sholu.events.kind_features import find_features
from sholu.events.kinds import find_kind
from sholu.vocabulary.load import load


def _signals(title: str, lead: str, rest: str = "") -> set[str]:
    return set(find_features(title, lead, rest, load().event_kinds).common)


@pytest.mark.parametrize(
    ("kind", "title", "lead"),
    [
        (
            "arrest",
            "Trucker from Taraz held with three kilos of hashish",
            "The load was found behind the panels of his cabin, police say.",
        ),
        (
            "arrest",
            "Дальнобойщика задержали с двумя килограммами героина",
            "Водителя 1979 года рождения остановили на посту, он арестован.",
        ),
        (
            "seizure",
            "В порту задержана партия в 40 кг гашиша",
            "Брикеты лежали в контейнере с плиткой.",
        ),
        (
            "court",
            "Former detective stands trial in Oral",
            "Prosecutors say that he took heroin from the store of evidence and sold it.",
        ),
        (
            "warning",
            "«Посылка с наркотиками»: аферисты выманили у учительницы пять миллионов",
            "Незнакомец представился следователем, и женщина перевела деньги на безопасный счёт.",
        ),
        (
            "arrest",
            "Полиция разыскивает подозреваемого в сбыте мефедрона",
            "Приметы: рост 175 см, шрам на щеке. Знающих о местонахождении просят сообщить.",
        ),
        (
            None,
            "Памяти полковника",
            "На 70-м году ушёл из жизни ветеран службы по борьбе с наркотиками. Коллектив выражает "
            "соболезнования вдове.",
        ),
        (
            None,
            "Есірткіге қарсы басқармаға жаңа басшы келді",
            "Полковникті жеке құрамға департамент бастығы таныстырды. Бұған дейінгі басшы зейнетке "
            "шықты.",
        ),
    ],
)
def test_other_genres_have_the_kind_of_their_telling(
    kind: str | None, title: str, lead: str
) -> None:
    assert find_kind(title, lead, "", load()).kind == kind


def test_persons_held_are_told_from_loads_held() -> None:
    assert "title:people_held" in _signals("Passenger held with 2 kg of opium", "")
    assert "title:people_held" in _signals("Таксиші 5 келі апиынмен ұсталды", "")
    assert "title:something_held" in _signals("Бекетте 5 келі апиын ұсталды", "")


def test_who_tells_of_himself_does_so_outside_quotation_marks() -> None:
    assert "narrates" in _signals("Seven winters", "My brother and I slept on a roof.")
    assert "narrates" not in _signals("Seven winters", "“My brother slept,” said the officer.")


def test_questions_on_lines_of_their_own_make_an_interview() -> None:
    talk = "— Кто к вам приходит?\n— Подростки."
    assert "dialogue" in _signals("Разговор с врачом", talk)
    assert "dialogue" not in _signals("Разговор с врачом", "Кто приходит? Подростки.")
