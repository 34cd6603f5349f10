"""Names that no surname's ending tells, and capitals that are nobody's.

All persons are invented.
"""

from __future__ import annotations

import pytest

from sholu.mentions.known_words import is_english_word, is_given_name, name_key
from tests.mentions.conftest import Annotate


def hidden(annotated: Annotate, text: str) -> list[str]:
    """What is masked of a text: private persons and their data, as printed."""
    document = annotated(text)
    return [
        document.text.text[m.span.start : m.span.end]
        for m in document.mentions
        if m.kind == "personal_data" or (m.kind == "person" and m.role == "private")
    ]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Деньги передала его подруга Ксюша.", ["Ксюша"]),
        ("Свёрток забрал некий Дильмурод ака из Ферганы.", ["Дильмурод"]),
        ("По словам соседки, Патима ушла утром.", ["Патима"]),
        ("Задержан Д. Цой и его брат Ван Ю.", ["Д. Цой", "Ван Ю."]),
        ("Водитель КУАТ САРЫМОВ СКРЫЛСЯ.", ["КУАТ САРЫМОВ"]),
        ("разыскивается сарымов алихан, звоните.", ["сарымов алихан"]),
        ("Студентка А.Т. призналась во всём.", ["А.Т."]),
        ("Задержан мужчина, известный как «Хоким».", ["Хоким"]),
        ("Задержан курьер под псевдонимом Тор.", ["Тор"]),
        ("Тауарды Сайдулла қажы алып келген.", ["Сайдулла"]),
        ("Оны Жоха деп атайды.", ["Жоха"]),
        ("Көмектескен Мейрамбекке айыппұл салынды.", ["Мейрамбекке"]),
        ("A Chinese driver, Wang Xiuying, was acquitted.", ["Wang Xiuying"]),
        ("Witnesses included Yu. Li and Declan O'Hara.", ["Yu. Li", "Declan O'Hara"]),
        ("A local man identified only as K. was held.", ["K."]),
        ("The owner is Zholdasbai Ketebai.", ["Zholdasbai Ketebai"]),
        ("His leader, known online as Thor, was caught.", ["Thor"]),
    ],
)
def test_names_without_a_surnames_ending_are_hidden(
    text: str, names: list[str], annotated: Annotate
) -> None:
    assert hidden(annotated, text) == names


@pytest.mark.parametrize(
    "text",
    [
        "Задержан житель Кызылжарского района.",
        "Жителя нашли в жилмассиве Арча-Бешик.",
        "Победили гости из Илийского района, Каскелена и села Шамалган.",
        "Кабинет министров утвердил список, сообщил источник.",
        "Изъят автомат Калашникова, задержан мужчина.",
        "Самый частый вопрос задал отец ребёнка.",
        "Емтиханда жүргізуші жеңді.",
        "The suspects lived in the Almaly, Bostandyk and Nauryzbai districts.",
        "A Kalashnikov rifle was found at the suspect's house.",
        "Operational Activities were discussed by a witness.",
        "The Abai Palace hosted the forum, the speaker said.",
        "The deputies of the Ak Zhol faction backed the bill.",
    ],
)
def test_places_offices_and_things_are_nobody(text: str, annotated: Annotate) -> None:
    assert hidden(annotated, text) == []


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("По словам начальника отдела полиции Канат Сарымов, ищут всех.", "official"),
        ("Госсекретарь Канат Сарымов прислал письмо.", "official"),
        ("Said the anti-drug agency's analyst Kanat Sarymov.", "official"),
        ("«Үкім заңды», – деді қызметтің ресми өкілі Қанат Сарымов.", "official"),
        ("Бывший начальник полиции Канат Сарымов дал показания.", "private"),
        ("Former police chief Kanat Sarymov was found guilty.", "private"),
        ("Ауданның бұрынғы әкімі Қанат Сарымов сотқа келді.", "private"),
        ("Врач Канат Сарымов рассказал о пациенте.", "private"),
        ("Как пояснил следователь, Канат Сарымов сбежал.", "private"),
    ],
)
def test_an_office_is_held_now_and_by_the_one_named(
    text: str, role: str, annotated: Annotate
) -> None:
    roles = {m.role for m in annotated(text).mentions if m.kind == "person"}
    assert roles == {role}


@pytest.mark.parametrize(
    ("text", "data"),
    [
        ("Задержан мужчина 1987 года рождения.", ["1987 года рождения"]),
        ("A man born in 1979 was held.", ["born in 1979"]),
        ("Звоните маме: 87010000000.", ["87010000000"]),
        ("Позвоните брату 8 (913) 000-11-22.", ["8 (913) 000-11-22"]),
        ("Телефон задержанного 0555 12 34 56.", ["0555 12 34 56"]),
        ("Он писал с ника salt_baron_55.", ["salt_baron_55"]),
        ("Дача стоит на улице Сарымова, 118.", ["улице Сарымова, 118"]),
        ("Прицеп с номером ВК 4521 55 осмотрен.", ["ВК 4521 55"]),
        ("His driver's licence, No. AB 123456, was forged.", ["AB 123456"]),
        ("He hid at 118 Sarymov Street.", ["118 Sarymov Street"]),
        ("Күдікті 12-м микрорайоне, д. 33, кв. 58 тұрған.", ["12-м микрорайоне, д. 33, кв. 58"]),
    ],
)
def test_data_of_private_persons_in_more_forms(
    text: str, data: list[str], annotated: Annotate
) -> None:
    assert hidden(annotated, text) == data


def test_contacts_of_a_service_stay(annotated: Annotate) -> None:
    assert hidden(annotated, "Пишите в бот @primer_bot или звоните: 8 (7172) 00-00-00.") == []


def test_one_key_for_all_spellings_of_a_name() -> None:
    assert len({name_key(name) for name in ("Ерлан", "Yerlan", "Erlan")}) == 1
    assert name_key("Жанна") == name_key("Zhanna")
    assert name_key("Ерлан") != name_key("Арлан")


def test_given_names_are_known_in_their_cases_and_words_are_none() -> None:
    assert all(map(is_given_name, ("Ерланның", "Кириллу", "Лолу", "Bakhtiyor", "Стасом")))
    assert not any(map(is_given_name, ("Полиция", "Область", "Самый", "запасов", "Жыл")))


def test_english_words_are_known_with_their_regular_endings() -> None:
    assert all(map(is_english_word, ("investigators", "planned", "offences", "operational")))
    assert not any(map(is_english_word, ("ketebai", "vanya", "dudayev")))
