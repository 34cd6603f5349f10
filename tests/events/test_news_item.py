"""Single pages and press notes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from sholu.build.evaluation import read_item
from sholu.build.evaluation_item import EvaluationItem
from sholu.events.model import Event
from sholu.events.read import read_events
from sholu.evidence.model import Cell, Entry, Link
from sholu.mentions.model import AnnotatedDocument
from sholu.sources.model import Source
from sholu.vocabulary.model import Names, Vocabulary

Annotate = Callable[..., AnnotatedDocument]

NOTE = """Source: Drug Control Service
Published: 21.03.2031
Address: https:/service.example/en/reed

OPERATION REED ENDED

Yesterday officers ended Operation Reed in Ordabad and found 5 kg of heroin in a garage there.

The service thanks the residents.
"""


def _one(annotated: AnnotatedDocument, world: Vocabulary, source: Source | None = None) -> Event:
    (event,) = read_events(annotated, world, source).events
    return event


def _source(country: str) -> Source:
    return Source("s", Names(("S",)), "agency", country, ("en",), "B", "", "daily", (), (), ())


def test_a_notes_header_gives_date_and_address_and_is_not_its_text(
    annotate_by_hand: Annotate, world: Vocabulary
) -> None:
    event = _one(annotate_by_hand(NOTE, numbers=["5 kg"]), world)
    assert event.title == "OPERATION REED ENDED"
    assert event.published == "2031-03-21"
    assert [(a.printed, a.repaired) for a in event.addresses] == [
        ("https:/service.example/en/reed", "https://service.example/en/reed")
    ]
    assert event.text.startswith("Yesterday officers ended")
    assert "Published" not in event.text


def test_yesterday_counts_from_the_day_of_publication(
    annotate_by_hand: Annotate, world: Vocabulary
) -> None:
    event = _one(annotate_by_hand(NOTE), world)
    assert (event.date_start, event.date_end, event.date_basis) == (
        "2031-03-20", "2031-03-20", "relative",
    )  # fmt: skip


def test_yesterday_without_a_day_of_publication_is_no_date(
    annotate_by_hand: Annotate, world: Vocabulary
) -> None:
    event = _one(annotate_by_hand(NOTE.replace("Published: 21.03.2031\n", "")), world)
    assert (event.date_start, event.date_basis) == (None, "relative")


def test_the_documents_own_date_goes_before_the_header(
    annotate_by_hand: Annotate, world: Vocabulary
) -> None:
    event = _one(annotate_by_hand(NOTE, document_published="2031-03-22"), world)
    assert event.published == "2031-03-22"


@pytest.mark.parametrize(
    ("sentence", "start", "end"),
    [
        ("On 18 March officers searched a garage in Ordabad.", "2031-03-18", "2031-03-18"),
        ("From 3 to 14 March 2031 officers searched garages.", "2031-03-03", "2031-03-14"),
        ("Officers told of the law that came into force on 1 March 2031.", None, None),
        ("The road to Ordabad is closed until 24 March 2031.", None, None),
        ("In the first two months of 2031 officers searched garages.", "2031-01-01", "2031-02-28"),
        ("Officers found more than in the first two months of 2031.", None, None),
        ("The order dated 5 March 2031 was explained to officers.", None, None),
        ("С 3 по 14 марта 2031 года проверили гаражи.", "2031-03-03", "2031-03-14"),
        ("Разъяснили закон, вступивший в силу 1 марта 2031 года.", None, None),
        ("ORDABAD, 20 March. A garage was searched.", None, None),
        ("A garage was searched; earlier, on 3 March, another one.", None, None),
        ("Ordabad, March 20. Garages were searched on March 18.", "2031-03-18", "2031-03-18"),
        ("20.03.2031 | Police. Garages were searched on 18 March.", "2031-03-18", "2031-03-18"),
        ("Earlier this week officers searched a garage.", "2031-03-17", "2031-03-20"),
        ("Сегодня ведомство рассказало о вчерашней проверке гаражей.", "2031-03-20", "2031-03-20"),
        ("The list of 3 July 2019, No. 470, was explained to officers.", None, None),
        ("Officers held on 18 March a man, born on 5 May 1990.", "2031-03-18", "2031-03-18"),
        ("As of 1 March, 145 cases had been recorded.", "2031-03-01", "2031-03-01"),
    ],
)
def test_only_the_date_of_the_event_is_its_date(
    annotate_by_hand: Annotate, world: Vocabulary, sentence: str, start: str | None, end: str | None
) -> None:
    note = f"GARAGES SEARCHED FOR DRUGS\n\n{sentence}\n\nNothing was found there.\n"
    event = _one(annotate_by_hand(note, published="2031-03-21"), world)
    assert (event.date_start, event.date_end) == (start, end)


def test_the_publishers_country_stands_in_only_where_no_place_is_named(
    annotate_by_hand: Annotate, world: Vocabulary
) -> None:
    named = annotate_by_hand(NOTE)
    unnamed = annotate_by_hand(NOTE.replace(" in Ordabad", ""))
    assert _one(named, world, _source("XB")).countries == ("XA",)
    assert _one(unnamed, world, _source("XB")).countries == ("XB",)
    assert _one(unnamed, world).countries == ()


@pytest.mark.parametrize(
    ("sentence", "places"),
    [
        ("Heroin was found in Ordabad.", ("Ordabad",)),
        ("Ordabad City Court heard a case on heroin.", ("Ordabad",)),
        ("Heroin was the matter of a talk at the UNMAR office in Ordabad.", ("Ordabad",)),
        (
            "Heroin was found in Tersay region, in the town of Ordabad.",
            ("Tersay region", "Ordabad"),
        ),
        ("Heroin was found.\n\nNobody came.\n\nThe officers spoke of Ordabad.", ()),
        ("Heroin from Ordabad was found in Tersay region.", ("Tersay region",)),
        ("Near Ordabad, in Morovia, heroin was found in Tersay region.", ("Tersay region",)),
        ("ORDABAD. Heroin was found in Tersay region.", ("Tersay region",)),
        (
            "Heroin was found, officers told reporters in Ordabad, in Tersay region.",
            ("Tersay region",),
        ),
    ],
)
def test_an_event_is_where_its_first_sentences_put_it(
    annotate_by_hand: Annotate, world: Vocabulary, sentence: str, places: tuple[str, ...]
) -> None:
    note = (
        f"A CASE OF HEROIN THAT MANY KNOW\n\n{sentence}\n\nThe investigation goes on as before.\n"
    )
    assert _one(annotate_by_hand(note), world).places == places


def test_private_persons_are_named_by_their_pseudonym_only(
    annotate_by_hand: Annotate, world: Vocabulary, said: Callable[..., object]
) -> None:
    # Jora Tolqynov is an invented person.
    note = (
        "COURIER WITH HEROIN DETAINED\n\nOfficers detained Jora Tolqynov in Ordabad with heroin.\n"
    )
    annotated = annotate_by_hand(note, [said("Jora Tolqynov", "person", "person-abc", "private")])
    event = _one(annotated, world)
    assert "person-abc" in event.text
    for text in (event.text, *(span.quote for span in event.spans)):
        assert "Tolqynov" not in text


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("Police team won the cup.\n\nThe captain wished all a life without drugs.", False),
        ("Police team won the cup.\n\nThe anti-drug match was followed by a talk on drugs.", True),
        ("The drugstore on Reed street sold tickets for the drugstore cup of the year.", False),
        ("Анестезиолог рассказал о наркозе и о том, как готовят к наркозу.", False),
        ("Прокуроры проверили, как наблюдают наркозависимых пациентов области.", True),
        ("Больницу отремонтируют, отделение наркологии переедет в соседний корпус.", False),
        ("Тракторы перепахали маковые посевы, жители кишлака протестовали.", True),
        ("Полицейские изъяли партию наркотиков на въезде в город.", True),
        ("Полиция тұрғын үйден есірткі тапты деп хабарлады қызмет.", True),
    ],
)
def test_a_passing_word_does_not_make_an_item_about_drugs(
    annotate_by_hand: Annotate, world: Vocabulary, text: str, about: bool
) -> None:
    event = _one(annotate_by_hand(f"NEWS OF THE DAY FROM THE TOWN\n\n{text}\n"), world)
    assert event.about_drugs is about
    assert about or event.kind is None


def test_a_feeds_entries_are_events_of_their_own_days(
    annotate_by_hand: Annotate, world: Vocabulary, said: Callable[..., object]
) -> None:
    text = (
        "Heroin found in Ordabad\n\nYesterday heroin was found.\n\nCup won\n\nIt rained all day.\n"
    )
    heroin = [said("Heroin", "substance", "heroin")]
    second = text.index("Cup won")
    entries = (
        Entry(0, second - 2, 0, 23, "2031-03-21T08:00:00+05:00", "https://a.example/1"),
        Entry(second, len(text) - 1, second, second + 7, None, "https://a.example/2"),
    )
    events = read_events(annotate_by_hand(text, heroin, entries=entries), world, None).events
    assert [(e.title, e.published, e.about_drugs) for e in events] == [
        ("Heroin found in Ordabad", "2031-03-21", True),
        ("Cup won", None, False),
    ]
    assert events[0].date_start == "2031-03-20"
    assert events[0].addresses[0].printed == "https://a.example/1"


def _filled(start: str, length: int) -> str:
    return start + " This sentence fills the page with words." * (length // 41)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Short.", "too little text"),
        (
            _filled("Abstract\n\nKeywords: drugs\n\nISSN: 1234-5678\n\nIntroduction\n\n", 2000),
            "a paper",
        ),
        (
            "\n\n".join(f"Статья {n}. Общие положения закона о наркотиках" for n in range(1, 9)),
            "a law",
        ),
        (_filled("A long story about drugs.", 21_000), "too long"),
        (
            "Dear colleagues, please find attached our press note about the meeting on drugs.",
            "a covering",
        ),
    ],
)
def test_what_tells_no_event_says_why(
    annotate_by_hand: Annotate, world: Vocabulary, text: str, reason: str
) -> None:
    reading = read_events(annotate_by_hand(text), world, None)
    assert reading.events == ()
    assert reading.set_aside.startswith(reason)


def test_tables_and_lists_of_links_tell_no_event(
    annotate_by_hand: Annotate, world: Vocabulary
) -> None:
    annotated = annotate_by_hand(_filled("Seizures of heroin by region.", 200))
    whole = len(annotated.text.text)
    cell = Cell(1, "", 1, 1, 0, whole, "table 1", False, "", "")
    table = replace(annotated, text=replace(annotated.text, cells=(cell,)))
    links = tuple(Link(n * 15, n * 15 + 14, "https://a.example") for n in range(whole // 15))
    page = replace(annotated, text=replace(annotated.text, links=links))
    assert read_events(table, world, None).set_aside.startswith("a table")
    assert read_events(page, world, None).set_aside.startswith("a list of links")
    assert len(read_events(annotated, world, None).events) == 1


@pytest.mark.parametrize(
    "headline",
    [
        "Ex-head of foundation appears in Ordabad court",
        "Фермер из-под Ордабада выиграл гербицидный суд",
        "Экс-инспектор из Ордабада снова пойдёт под суд",
        "Суд вынес приговор матери пятерых детей, торговавшей коноплёй в Ордабаде",
        "Суд рассмотрит дело фельдшера, у которого нашли трамадол",
        "Служба безопасности задержала таксиста, который прятал опий в дынях",
        "Прокуратура и суд разошлись в сроке, курьера арестовали",
        "Гашиш из соседней долины: дело четверых сторожей и суд",
        "Дело сторожа передано в суд",
        "Ордабад соты курьерге үкім шығарды, ол кінәсін мойындамады",
    ],
)
def test_a_headline_that_names_an_institution_is_no_letterhead(
    annotate_by_hand: Annotate, world: Vocabulary, headline: str
) -> None:
    text = "The court of Ordabad heard on 18 March of 14 kg of hashish that a guard had hidden."
    note = f"Published: 21.03.2031\n\n{headline}\n\n{text}\n"
    assert _one(annotate_by_hand(note), world).title == headline


@pytest.mark.parametrize(
    "letterhead",
    [
        "Ordabad interdistrict criminal court",
        "Департамент полиции Терсайской области, пресс-служба",
        "Служба информации, Ордабад, улица Садовая",
        "Терсай облысының Полиция департаменті, баспасөз қызметі",
        "Ішкі істер министрлігінің баспасөз қызметі, Ордабад қаласы",
    ],
)
def test_a_letterhead_is_no_headline(
    annotate_by_hand: Annotate, world: Vocabulary, letterhead: str
) -> None:
    text = "The court of Ordabad heard on 18 March of 14 kg of hashish that a guard had hidden."
    note = f"{letterhead}\n\nGuard on trial\n\n{text}\n"
    assert _one(annotate_by_hand(note), world).title == "Guard on trial"


@pytest.mark.parametrize(
    "line",
    [
        "By Khaama Press",
        "By TCA correspondent in Taraz",
        "PTI | Ahmedabad",
        "Domestic Economy Desk | Financial Tribune",
        "ANKARA – Hürriyet Daily News",
        "Текст: Айбек Омаров",
    ],
)
def test_the_line_of_a_desk_below_a_headline_is_neither_title_nor_text(
    line: str, blank: EvaluationItem
) -> None:
    headline = "Herat marks the day against drugs with visits to schools"
    text = "Health workers spoke of heroin and hashish to students in nine schools of the city."
    item = replace(blank, title=headline, text=f"{line}\n\n{text}")
    (event,) = read_item(item).events
    assert (event.title, event.text) == (headline, text)


def test_a_first_sentence_that_begins_like_a_byline_stays(blank: EvaluationItem) -> None:
    text = "By dawn the heroin was found.\n\nPolice held a driver with five kilograms of it."
    item = replace(blank, title="Driver held with heroin in Herat", text=text)
    (event,) = read_item(item).events
    assert event.text == text
