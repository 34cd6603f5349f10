"""Whether an item is about drugs: by their names and their company, and not by one word."""

from __future__ import annotations

import pytest

from sholu.events.model import Event
from sholu.events.read import read_events
from sholu.evidence.read import read_document
from sholu.mentions.annotate import annotate
from sholu.sources.model import Document
from sholu.vocabulary.load import load


def _read(title: str, text: str) -> Event:
    content = f"{title}\n\n{text}".encode()
    extracted = read_document(content, "note.txt").text
    document = Document(
        extracted.document, "note.txt", len(content), None, None, "2031-03-21T00:00:00Z",
        "2031-03-20", None, "green", None,
    )  # fmt: skip
    annotated = annotate(document, extracted, load(), b"a key for tests")
    [event] = read_events(annotated, load(), None).events
    return event


ABOUT_DRUGS = [
    # an overdose of which no drug is told
    (
        "Астанада жас жігіт артық мөлшерден қайтыс болды",
        "Полицейлер пәтерден азаматтың мәйітін тапты. Қасында шприц болған.",
    ),
    # what is made out of the goods
    (
        "Задержан сотрудник таможни",
        "Его подозревают в пропуске фур с химическими веществами, из которых делали мефедрон.",
    ),
    # the formula of services that do not name a drug before an expert has
    (
        "Night at the outpost",
        "Guards noticed two men with sacks.\n\nThe sacks held plant matter with a specific smell.",
    ),
    (
        "Ночью на заставе",
        "Наряд заметил двоих.\n\nВ мешках лежало вещество растительного происхождения "
        "со специфическим запахом.",
    ),
    (
        "Түнгі застава",
        "Жасақ екі адамды байқады.\n\nҚаптан өзіне тән иісі бар өсімдік тектес зат шықты.",
    ),
    # people who use, and fields
    ("A door that is never locked", "Addicts come here for tea and clean syringes."),
    ("Valley without flowers", "Soldiers went through 40 hectares of poppy with sticks."),
    # one drug in passing, with the company that it keeps
    (
        "He only wanted a bicycle",
        "The boy answered an advert that promised easy money.\n\nMephedrone was not mentioned.",
    ),
    # a drug by its name, however far down
    ("The last summer of a dentist", "He fished and read.\n\nThen, in May, there was heroin."),
    ("Соңғы жаз", "Ол балық аулап, кітап оқыды.\n\nМамырда героин пайда болды."),
    # what is inhaled
    ("Трагедия за гаражами", "Школьник вдыхал бутан через пакет, спасти его не удалось."),
    ("Three boys in a basement", "They were inhaling lighter gas when a neighbour came."),
    # an office that gives devices
    ("Ambassador opens laboratory", "The spectrometers were bought with INL funds."),
    # no drug is named, but three families of words are there
    (
        "Behind the garages",
        "Residents found syringes and a bag of white powder.\n\n"
        "A courier who works for a Telegram shop comes every night.",
    ),
]


@pytest.mark.parametrize(("title", "text"), ABOUT_DRUGS)
def test_an_item_is_about_drugs_by_what_names_them_or_keeps_them_company(
    title: str, text: str
) -> None:
    assert _read(title, text).about_drugs


OTHER_MATTERS = [
    # one threat among others
    ("Defence ministers meet", "They spoke of terrorism, extremism and drug trafficking."),
    ("Встреча министров обороны", "Говорили о терроризме, экстремизме и наркотрафике."),
    # medicines
    ("Antibiotics get dearer", "Pharmacies raise prices. These drugs are imported."),
    # what was not found
    ("Bus overturns on a pass", "The driver was sober: neither alcohol nor drugs were found."),
    ("Лобовое на трассе", "Проба водителя на алкоголь и наркотики отрицательная."),
    ("Жол апаты", "Жүргізушінің қанынан алкоголь де, есірткі де табылмады."),
    ("Two cars on a bridge", "Both drivers gave blood for tests on alcohol and drugs."),
    # where somebody had served
    ("New head of traffic police", "He had worked for years in the drug control service."),
    (
        "Ушёл на пенсию начальник архива",
        "До этого он восемь лет служил в управлении по борьбе с наркобизнесом.",
    ),
    # a doctor of drinkers
    (
        "Нарколог: «Пиво – тоже алкоголь»",
        "Врач-нарколог рассказала, почему мужчины спиваются быстрее и как бросить водку.",
    ),
    # a play
    (
        "Premiere at the drama theatre",
        "The stage was dark, the actors whispered.\n\nThe hero sells heroin to his sister.",
    ),
    # what else one is addicted to, and what else grows and is sold
    ("Help for players", "Gambling addicts may ask for a ban. A psychologist is on duty."),
    ("Wreaths at the memorial", "Veterans wore red poppies. Poppy Day is kept for a century."),
    ("Pizza came late", "A courier was robbed of his scooter and two pizzas."),
    ("В зависимости от погоды", "Доза удобрений зависит от почвы, говорит агроном."),
    # an agency that sent a guest
    (
        "Young inventors show robots",
        "Eighty pupils took part. The prize went to a courier robot.\n\n"
        "A captain of the Drug Control Agency was in the jury.",
    ),
]


@pytest.mark.parametrize(("title", "text"), OTHER_MATTERS)
def test_one_word_does_not_make_an_item_one_about_drugs(title: str, text: str) -> None:
    assert not _read(title, text).about_drugs
