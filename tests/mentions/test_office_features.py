"""What speaks for an office of a person named, and what is decided by convention. All invented."""

from __future__ import annotations

import pytest

from sholu.mentions.office_features import find_office_features, is_lettered
from sholu.mentions.offices import find_officials, is_official
from tests.mentions.conftest import sentence_of


def _features(text: str, name: str, language: str = "en") -> set[str]:
    sentence, start = sentence_of(text, language), text.index(name)
    found = {start: (start + len(name), sentence)}
    return set(find_office_features(text, found, {start: name}, lambda *_: False)[name])


def test_the_phrase_before_a_name_gives_its_title_and_its_body() -> None:
    found = _features("Начальник отдела полиции Ерлан Омаров пояснил.", "Ерлан Омаров", "ru")
    assert {"beside:strong", "beside:state", "beside:strong+state"} <= found


def test_so_does_an_apposition() -> None:
    found = _features("Yerlan Omarov, head of the customs office, told reporters.", "Yerlan Omarov")
    assert {"beside:weak", "beside:weak+state"} <= found


@pytest.mark.parametrize(
    ("text", "name", "wanted"),
    [
        ("Former police chief Yerlan Omarov spoke.", "Yerlan Omarov", "beside:former"),
        ("The police chief's nephew Yerlan Omarov came.", "Yerlan Omarov", "beside:kin"),
    ],
)
def test_who_held_an_office_or_is_kin_has_no_title(text: str, name: str, wanted: str) -> None:
    found = _features(text, name)
    assert wanted in found
    assert "beside:strong" not in found


def test_an_agency_that_does_something_to_somebody_is_not_beside_the_name() -> None:
    found = _features("City police are looking for Yerlan Omarov.", "Yerlan Omarov")
    assert not any(name.startswith("beside:") for name in found)


def test_a_title_of_whom_somebody_holds_is_an_object() -> None:
    held = _features("Суд арестовал прокурора Ерлана Омарова.", "Ерлана Омарова", "ru")
    assert {"limit:held", "title_held"} <= held
    holds = _features("Его задержал участковый Ерлан Омаров.", "Ерлан Омаров", "ru")
    assert "limit:held_by" in holds


def test_who_leads_officers_is_led_by_an_authority() -> None:
    text = "Делегацию полиции возглавил Ерлан Омаров."
    assert "leads:authority" in _features(text, "Ерлан Омаров", "ru")
    assert "leads:others" in _features("Клан возглавил Ерлан Омаров.", "Ерлан Омаров", "ru")


@pytest.mark.parametrize("name", ["Марат С.", "Б.М.", "K.", "Нурлана А."])
def test_whom_a_text_names_by_a_letter_is_hidden_whatever_the_title(name: str) -> None:
    text = f"Начальник отдела полиции {name} пояснил."
    start = text.index(name)
    found = {start: (start + len(name), sentence_of(text, "ru"))}
    assert is_lettered(name)
    assert find_officials(text, found, {start: name}, lambda *_: False) == set()


@pytest.mark.parametrize("name", ["С. Омаров", "Омаров С.", "Ли", "Ан Дмитрий"])
def test_a_surname_written_out_is_no_letter(name: str) -> None:
    assert not is_lettered(name)


def test_nothing_beside_a_name_makes_no_official() -> None:
    assert not is_official({"always": 1.0, "full_name": 1.0, "speech": 1.0})
