"""What is written with a capital and is nobody private: land, phrases, the dead, dogs, hotlines."""

from __future__ import annotations

import pytest

from sholu.mentions.redaction import is_private
from tests.mentions.conftest import Annotate


def hidden(text: str, annotated: Annotate) -> list[str]:
    """What is hidden of a text, as printed."""
    document = annotated(text)
    private = [m for m in document.mentions if is_private(m)]
    return [document.text.text[m.span.start : m.span.end] for m in private]


@pytest.mark.parametrize(
    "text",
    [
        "Тайник нашли на берегу Иртыша, ниже устья Убы.",
        "Патрули обошли берег между Кажи-Саем и Боконбаево.",
        "Марихуану везли через Алтай и Гоби в сторону Тянь-Шаня.",
        "Полицейлер Ертіс жағалауында рейд өткізді.",
        "Карауыл Әмудария бойында күшейтілді.",
        "Patrols were sent to the Gobi, to Lake Khövsgöl and along the Syr Darya.",
        "Posts stand in the districts of Merke, Korday and T. Ryskulov.",
        "Адвокаты Карагандинской коллегии провели приём.",
        "Указ подписан, сообщает Акорда. Жогорку Кенеш его одобрил, Кремль промолчал.",
        "Ақорданың баспасөз қызметі хабарлады. Мәжіліс заңды қабылдады.",
        "The Jogorku Kenesh passed it, Akorda reported. Majlisi Oli followed.",
        "Kazinform reports citing Polisia.kz. Ratel.kz followed, then Turan.uz.",
        "На пост въехал Chery Tiggo под управлением водителя. Рядом стоял Shacman.",
    ],
)
def test_rivers_lands_and_villages_are_no_persons(text: str, annotated: Annotate) -> None:
    assert hidden(text, annotated) == []


@pytest.mark.parametrize(
    "text",
    [
        "Neighbours Growing Cabbage Learn About Prevention of Crime\n\nThe course is free.",
        "The day is devoted to the fight against Illicit Trafficking and Organized Crime.",
        "An officer told Valley Herald that the load came from Central Asia.",
        "Выявлено 40 нарушений Правил дорожного движения, по данным Нацбанка и Минфина.",
        "Акцияны Жастар саясаты басқармасы мен Шекара қызметі өткізді.",
        "Олардың ата-анасы шақырылды. Түнде рейд жалғасты.",
    ],
)
def test_phrases_with_capitals_are_no_persons(text: str, annotated: Annotate) -> None:
    assert hidden(text, annotated) == []


def test_a_phrase_after_a_word_for_a_person_is_a_name(annotated: Annotate) -> None:
    assert hidden("Police arrested the trafficker Stone in Almaty.", annotated) == ["Stone"]


def test_a_poet_told_of_with_his_monument_stays_and_his_namesake_goes(annotated: Annotate) -> None:
    assert hidden("У памятника Абаю читали стихи. Абай писал о праздности.", annotated) == []
    assert hidden("Задержан Абай, 24 года. Абай вину признал.", annotated) == ["Абай", "Абай"]


def test_dogs_stay_and_their_handlers_are_officials(annotated: Annotate) -> None:
    text = "Свёрток нашла собака по кличке Барс. Барсу четыре года, говорит кинолог Олег Титов."
    assert hidden(text, annotated) == []


@pytest.mark.parametrize(
    "text",
    [
        "If you are offered pills, call 102 or 8 (7142) 50-60-70.",
        "Анықтама үшін: 8 (7162) 30-66-90.",
        "Телефон для сообщений: +992 900 00-10-21.",
        "Тұрғындар шағымын +7 (7252) 39-14-11 нөмірі арқылы қабылдайды.",
    ],
)
def test_telephones_of_agencies_stay(text: str, annotated: Annotate) -> None:
    assert hidden(text, annotated) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Приговор вынесен в отношении А. и ещё троих лиц.", "А."),
        ("Her client, 41-year-old K., was let go.", "K."),
        ("Больше всех отдала жительница Миасса Т.: она снимала наличные трижды.", "Т."),
        ("В доме нашли тайник, его хозяин Мяммет-ага уехал.", "Мяммет-ага"),
        ("Директору магазина Р.Н. Шин выписали штраф.", "Р.Н. Шин"),
        ("Врач из Туркестанской области Марат Ибраев курсы похвалил.", "Марат Ибраев"),
        ("Дәріханалар желісінің өкілі Сәния Оразбек баға өспегенін айтты.", "Сәния Оразбек"),
        ("В Баку остановили «Хёндэ» (99-XK-417).", "99-XK-417"),
    ],
)
def test_these_are_private(text: str, name: str, annotated: Annotate) -> None:
    assert hidden(text, annotated) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "Deputy head of Interior Ministry's Main Directorate for Drug Control Oleg Rybin spoke",
        '"Farmers need seed," said UNODC\'s Oliver Brand.',
        "Ambassador of Japan to Tajikistan Mr. Keisuke Ito signed the contract.",
        "Обвинение поддержал Аслан Хасенов.",
        "Күзетшілер емес, жауынгерлер Алмат Өмірбек пен Бекзат Шәріп көмектесті.",
        "«Бұл жаза емес», – дейді басқарма психологы Жадыра Нұрлан.",
        "Начальник поста Канат Ержан объясняет это опытом.",
    ],
)
def test_these_speak_or_act_for_an_agency(text: str, annotated: Annotate) -> None:
    assert hidden(text, annotated) == []


@pytest.mark.parametrize(
    "text",
    [
        "DUSHANBE, May 6, Asia-Plus - Guards stopped a smuggler on the river, a witness said.",
        "Police detained eleven men in the city, a spokesman told Pajhwok, and all confessed.",
        "The court told Turmush that the taxi driver had been sentenced to eight years.",
        "Водителя задержали в селе, сообщает Турмуш.",
        "Азаматты ұстағанын Егемен Қазақстан жазды.",
    ],
)
def test_who_reports_is_no_person(text: str, annotated: Annotate) -> None:
    assert [m for m in annotated(text).mentions if m.kind == "person"] == []


def test_a_state_abroad_is_no_person(annotated: Annotate) -> None:
    text = "Gujarat police and the coast guard held two men off Gujarat, near Attock and Zahedan."
    assert [m for m in annotated(text).mentions if m.kind == "person"] == []
