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


@pytest.mark.parametrize(
    ("text", "name", "language"),
    [
        ("He introduced himself as police major Omarov and hung up.", "Omarov", "en"),
        ("Swindlers posing as inspector Omarov rang her.", "Omarov", "en"),
        ("Звонивший представился следователем Омаровым.", "Омаровым", "ru"),
        ("Ей звонил «майор Омаров» из банка.", "Омаров", "ru"),
        ("Алаяқ өзін прокурор Омаров деп таныстырған.", "Омаров", "kk"),
    ],
)
def test_an_office_that_somebody_only_says_to_hold_is_none(
    text: str, name: str, language: str
) -> None:
    found = _features(text, name, language)
    assert "posed" in found
    assert not any(feature.startswith("beside:") for feature in found)


def test_a_new_head_who_is_presented_to_his_men_does_not_pose() -> None:
    text = "Жаңа бастық Омаровты әкім таныстырды."
    assert "posed" not in _features(text, "Омаровты", "kk")


def test_two_titles_with_a_comma_between_are_one_bearers() -> None:
    text = "Начальник отдела полиции, подполковник Ерлан Омаров пояснил."
    assert {"rank", "state"} <= {f[7:] for f in _features(text, "Ерлан Омаров", "ru")}


def test_the_deputy_of_a_director_is_what_the_director_is() -> None:
    found = _features("Заместитель директора завода Ерлан Омаров ушёл.", "Ерлан Омаров", "ru")
    assert {"beside:common+business", "beside:deputy"} <= found
    assert "beside:strong" not in found


def test_whom_an_officer_holds_is_not_the_officer() -> None:
    active = _features("Inspector Yerlan Omarov arrested two men.", "Yerlan Omarov")
    passive = _features("Inspector Yerlan Omarov was arrested in May.", "Yerlan Omarov")
    assert "near:held" not in active and "near:held" in passive
    visits = _features("Консул Ерлан Омаров посетил задержанного.", "Ерлан Омаров", "ru")
    assert "near:held" not in visits


def test_a_captain_is_of_the_ship_or_the_team_that_the_text_tells_of() -> None:
    at_sea = "The tanker was searched. Captain Yerlan Omarov signed."
    at_work = "The flat was searched. Captain Yerlan Omarov signed."
    assert "beside:captain+nobody" in _features(at_sea, "Yerlan Omarov")
    assert "beside:captain+nobody" not in _features(at_work, "Yerlan Omarov")


def test_who_speaks_in_a_debate_of_lawmakers_without_a_title_is_one() -> None:
    debate = "Депутаты спорили час, но это, возразила Айгуль Омарова, мало."
    assert "speaks_in_parliament" in _features(debate, "Айгуль Омарова", "ru")
    guest = "Депутаты спорили час, но это, возразил ресторатор Ерлан Омаров, мало."
    assert "speaks_in_parliament" not in _features(guest, "Ерлан Омаров", "ru")


def test_a_title_after_a_comma_belongs_to_the_name_that_it_stands_before() -> None:
    text = "Yerlan Omarov, prosecutor Marat Aliev and others came."
    start, sentence = text.index("Marat"), sentence_of(text, "en")
    found = {0: (13, sentence), start: (start + 11, sentence)}
    people = find_office_features(text, found, {0: "a", start: "b"}, lambda *_: False)
    assert "beside:strong" not in people["a"] and "beside:strong" in people["b"]
