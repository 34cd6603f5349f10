"""News in Kazakh: where and when it happened, in every writing."""

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


@pytest.mark.parametrize(
    ("text", "regions"),
    [
        # a name in the locative is where it happened, whatever name follows
        ("Кеше Өскеменде ҚР Денсаулық сақтау министрлігі есірткі туралы жиын өткізді.", ("KZ-63",)),
        # of a genitive the next name is a part
        ("Кеше Жамбыл облысының Шу ауданында 3 келі гашиш тәркіленді.", ("KZ-31",)),
        # one whose agency acts acts there
        ("Кеше СҚО Полиция департаменті 3 келі гашиш тәркіледі.", ("KZ-59",)),
    ],
)
def test_a_kazakh_item_happens_where_its_endings_say(text: str, regions: tuple[str, ...]) -> None:
    event = _read("Есірткі тәркіленді", text)
    assert event.regions == regions
    assert event.date_start == "2031-03-19"


SEIZURES = {
    "Cyrillic": ("Қостанайда гашиш тәркіленді",
        "18 наурызда Қостанай қаласында полиция үш келі гашиш тәркіледі."),
    "Latin": ("Qostanaida gaşiş tärkılendı",
        "18 nauryzda Qostanai qalasynda polisia üş kelı gaşiş tärkıledı."),
    "Arabic": ("قوستانايدا گاشيش تاركىلەندى",
        "18-ناۋرىزدا قوستاناي قالاسىندا پوليتسيا ٴۇش كەلى گاشيش تاركىلەدى."),
    "plainly typed": ("Костанайда гашиш таркиленди",
        "18 наурызда Костанай каласында полиция уш кели гашиш таркиледи."),
    "look-alikes": ("Қoстанайда гашиш тәркiлендi",
        "18 нaурызда Қoстанай қaласында пoлиция үш келi гaшиш тәркiледi."),
}  # fmt: skip


@pytest.mark.parametrize("writing", SEIZURES)
def test_an_item_says_the_same_in_every_writing(writing: str) -> None:
    event = _read(*SEIZURES[writing])
    assert (event.kind, event.about_drugs, event.language) == ("seizure", True, "kk")
    assert (event.regions, event.date_start, event.date_end) == (
        ("KZ-39",), "2031-03-18", "2031-03-18",
    )  # fmt: skip
    [figure] = event.figures
    assert (figure.value, figure.unit, figure.of_code) == (3.0, "kg", "hashish")


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2031 жылғы 13 ақпанда 3 келі гашиш алынды.", "2031-02-13", "2031-02-13"),
        ("Өткен аптада 3 келі гашиш алынды.", "2031-03-10", "2031-03-16"),
        ("1-15 наурыз аралығында 3 келі гашиш алынды.", "2031-03-01", "2031-03-15"),
        ("10 қаңтардан 20 ақпанға дейін операция өтті, 3 келі гашиш алынды.",
         "2031-01-10", "2031-02-20"),
        ("Биылғы екі айда 3 келі гашиш алынды.", "2031-01-01", "2031-02-28"),
        ("Кеше Алматыда 3 келі гашиш алынды.", "2031-03-19", "2031-03-19"),
    ],
)  # fmt: skip
def test_kazakh_says_when(text: str, first: str, last: str) -> None:
    event = _read("Полиция гашиш алды", f"{text}\n\nКүдікті қамауға алынды, тергеу жалғасуда.")
    assert (event.date_start, event.date_end) == (first, last)
