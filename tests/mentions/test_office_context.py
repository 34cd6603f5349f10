"""What rows of names and headings say of offices. All persons and cases here are invented."""

from __future__ import annotations

import pytest

from sholu.mentions.office_context import held_in_heading
from tests.mentions.conftest import Annotate


def _roles(annotated: Annotate, text: str) -> list[str | None]:
    return [m.role for m in annotated(text).mentions if m.kind == "person"]


@pytest.mark.parametrize(
    "text",
    [
        "In the dock are Lieutenant Colonel Bolat Seitov, senior operative Marat Akhmetov and "
        "freelance assistant Ulan Kenesov.",
        "On the dock: captain Bolat Seitov, lieutenant Marat Akhmetov and ensign Ulan Kenesov.",
        "По версии обвинения, капитан Болат Сеитов, старший лейтенант Марат Ахметов и лейтенант "
        "Улан Кенесов подбросили студенту свёрток.",
    ],
)
def test_what_is_told_of_one_in_a_row_is_told_of_all(text: str, annotated: Annotate) -> None:
    assert "official" not in _roles(annotated, text)


@pytest.mark.parametrize(
    "text",
    [
        "Colonel Bolat Seitov, prosecutor Marat Akhmetov and judge Aigul Omarova spoke.",
        "Выступили полковник Болат Сеитов, прокурор Марат Ахметов и судья Айгуль Омарова.",
    ],
)
def test_a_row_of_officials_stays_one(text: str, annotated: Annotate) -> None:
    assert _roles(annotated, text) == ["official"] * 3


def test_a_sentence_between_parts_two_names(annotated: Annotate) -> None:
    text = "Police detained driver Marat Akhmetov, Colonel Bolat Seitov told reporters."
    assert _roles(annotated, text) == ["private", "official"]


@pytest.mark.parametrize(
    "text",
    [
        "Precinct officer Bolat Seitov got eight years for selling what he had seized.",
        "Прапорщик Болат Сеитов получил 7 лет.",
        "Сержант Болат Сейітов жеті жылға кесілді.",
    ],
)
def test_a_term_is_of_who_is_tried(text: str, annotated: Annotate) -> None:
    assert _roles(annotated, text) == ["private"]


def test_a_heading_may_hold_by_a_title_alone() -> None:
    assert "inspe" in held_in_heading("Customs inspector detained in Osh\n\nText.")
    assert not held_in_heading("Customs inspector wins a race in Osh\n\nText.")
    assert not held_in_heading("Judge jails driver in Osh\n\nText.")


@pytest.mark.parametrize(
    "text",
    [
        "It began at a gym, said Dr Aref Seitov, head of demand reduction at the department.",
        'This helps, said the head of the analytical section, Kanat Seitov. "But it is slow."',
        "Gujarat Home Minister Hardik Seitov lauded the agencies.",
        'As the commander of the post, Lieutenant Colonel Bolat Seitov, noted: "Soldiers stood."',
    ],
)
def test_who_speaks_for_a_department_is_an_official(text: str, annotated: Annotate) -> None:
    assert _roles(annotated, text) == ["official"]


def test_a_search_at_home_is_of_somebody_private(annotated: Annotate) -> None:
    assert _roles(annotated, "In the home of customs officer Bolat Seitov 2 kg were found.") == [
        "private"
    ]
