"""Releases in the CARICC layout, with the damage that text made from PDFs has."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sholu.events.model import EventReading
from sholu.events.read import read_events
from sholu.mentions.model import AnnotatedDocument
from sholu.vocabulary.model import Vocabulary

Annotate = Callable[..., AnnotatedDocument]
Say = Callable[..., object]


@pytest.fixture(scope="module")
def english(
    annotate_by_hand: Annotate, english_release: str, world: Vocabulary, said: Say
) -> EventReading:
    mentions = [
        said("from 18 to 20 March 2031", "date", "2031-03-18/2031-03-20", "stated"),
        said("Yesterday", "date", "2031-03-30", "relative"),
        said("Drug Control Service", "agency", "XA.ADCS"),
        said("heroin", "substance", "heroin"),
        said("Ordabad City Court", "agency", "XA.CC"),
    ]
    annotated = annotate_by_hand(
        english_release, mentions, ["5 kg", "300 g", "40 pupils"], marking="amber"
    )
    return read_events(annotated, world, None)


@pytest.fixture(scope="module")
def russian(annotate_by_hand: Annotate, russian_release: str, world: Vocabulary) -> EventReading:
    return read_events(annotate_by_hand(russian_release), world, None)


def _findings(reading: EventReading, kind: str) -> list[str]:
    return [finding.statement for finding in reading.findings if finding.kind == kind]


def test_titles_are_those_printed_without_marks_logo_and_line_breaks(english: EventReading) -> None:
    assert [event.title for event in english.events] == [
        "OPERATION “REED” ENDED IN TERSAY REGION",
        "COURT SENTENCED A COURIER IN ORDABAD",
        "A LECTURE ON THE HARM OF DRUGS AT SCHOOL No. 2",
        "MINISTRY WARNS OF A SCHEME",
    ]


def test_a_broken_and_a_misprinted_heading_still_name_their_countries(
    english: EventReading,
) -> None:
    assert [event.countries for event in english.events] == [("XA",), ("XA",), ("XA",), ("XB",)]
    assert _findings(english, "misprinted_heading") == [
        "The heading “M0ROVIAN FEDERATI0N” was read as XB."
    ]


def test_every_item_carries_number_and_period_of_its_release(english: EventReading) -> None:
    assert [event.release_item for event in english.events] == [
        f"2031-06 #{n}" for n in (1, 2, 3, 4)
    ]
    assert {event.published for event in english.events} == {"2031-03-16/2031-03-31"}
    assert {event.marking for event in english.events} == {"amber"}


def test_paragraphs_cut_by_pages_and_words_cut_by_lines_are_whole_again(
    english: EventReading,
) -> None:
    first = english.events[0].text.split("\n\n")
    assert len(first) == 2
    assert "in a garage, found scales" in first[0]
    assert first[0].endswith(
        "The dog handlers of the service and the Ordabad City Court staff took part "
        "in what came after."
    )
    assert first[1] == "- It was a long night, - said the officer."


def test_a_subtitle_is_kept_in_the_text_but_does_not_tell_the_event(english: EventReading) -> None:
    court = english.events[1]
    assert court.text.startswith("The verdict was read on Friday\n\n")
    assert [span.quote for span in court.spans] == [
        "COURT SENTENCED A COURIER\nIN ORDABAD",
        "The court found that the courier had carried 300 g of heroin",
    ]


def test_page_numbers_and_the_back_cover_are_in_no_item(english: EventReading) -> None:
    for event in english.events:
        assert "Reed Street" not in event.text
        assert "desk@" not in event.text
        assert not event.text.endswith("7")


def test_addresses_are_kept_as_printed_with_a_likely_repair(english: EventReading) -> None:
    printed = [[(a.printed, a.repaired) for a in event.addresses] for event in english.events]
    assert printed == [
        [("https:/service.example/en/reed", "https://service.example/en/reed")],
        [
            ("https://rivernews.al/en/4,", "https://rivernews.al/en/4"),
            ("https://service.example/en/verdict", None),
        ],
        [],
        [
            (
                "https://xn--b1aew.xn--plai/news/item/11",
                "https://xn--b1aew.xn--p1ai/news/item/11",
            )
        ],
    ]
    assert len(_findings(english, "damaged_address")) == 3


def test_a_stated_date_is_taken_and_a_relative_one_stays_unknown(english: EventReading) -> None:
    dates = [(e.date_start, e.date_end, e.date_basis) for e in english.events]
    assert dates == [
        ("2031-03-18", "2031-03-20", "stated"),
        (None, None, None),
        (None, None, "relative"),
        (None, None, None),
    ]


def test_places_come_from_the_title_and_an_organisation_is_no_place(english: EventReading) -> None:
    assert [event.regions for event in english.events] == [("XA-02",), ("XA-02",), (), ()]
    assert [event.places for event in english.events] == [("Tersay region",), ("Ordabad",), (), ()]
    assert [event.place_precision for event in english.events] == [
        "region",
        "town",
        "country",
        "country",
    ]


def test_figures_agencies_and_substances_belong_to_the_item_they_stand_in(
    english: EventReading,
) -> None:
    figures = [[figure.value_printed for figure in event.figures] for event in english.events]
    assert figures == [["5 kg"], ["300 g"], ["40 pupils"], []]
    assert english.events[0].agencies == ("XA.ADCS", "XA.CC")
    assert english.events[1].agencies == ()
    assert english.events[0].substances == ("heroin",)


def test_kinds_follow_the_title(english: EventReading, russian: EventReading) -> None:
    assert [event.kind for event in english.events] == [
        "operation",
        "court",
        "prevention",
        "warning",
    ]
    assert [event.kind for event in russian.events] == [
        "inspection",
        "seizure",
        "prevention",
        "campaign",
    ]


def test_counts_that_agree_raise_no_finding(english: EventReading) -> None:
    assert _findings(english, "count_mismatch") == []
    assert _findings(english, "contents_mismatch") == []


def test_a_russian_release_without_blank_lines_is_divided_all_the_same(
    russian: EventReading,
) -> None:
    assert [(event.title, event.countries) for event in russian.events] == [
        ("В ТЕРСАЙСКОЙ ОБЛАСТИ ПРОВЕРИЛИ АПТЕКИ", ("XA",)),
        ("ИЗЪЯТ ГЕРОИН", ("XC",)),
        ("ПРОФИЛАКТИЧЕСКАЯ ЛЕКЦИЯ ДЛЯ СТУДЕНТОВ", ("XC",)),
        ("АКЦИЯ ПРОШЛА В СТОЛИЦЕ МОРОВИИ", ()),
    ]
    assert russian.events[0].published == "2031-01-16/2031-01-31"
    assert [address.printed for address in russian.events[0].addresses] == [
        "https://police.example/ru/1",
        "https://news.example/ru/2",
    ]


def test_counts_that_disagree_are_findings_with_their_span(russian: EventReading) -> None:
    assert _findings(russian, "count_mismatch") == [
        "The release counts 3 for Достан, but 2 were read.",
        "The release counts 5 in all, but its countries sum to 4.",
        "The release counts 5 in all, but 4 were read.",
    ]
    mismatch = next(f for f in russian.findings if f.kind == "count_mismatch")
    assert len(mismatch.evidence) == 1
    assert _findings(russian, "contents_mismatch") == [
        "The section ДРУГИЕ СТРАНЫ is not in the contents list."
    ]


def test_an_items_id_does_not_change_when_another_item_is_found_before_it(
    annotate_by_hand: Annotate, english_release: str, world: Vocabulary
) -> None:
    longer = english_release.replace(
        "### OPERATION “REED”",
        "### A LESSON FOR PARENTS IN AQBULUT\n\nParents came.\n\nhttps://service.example/en/0\n\n"
        "### OPERATION “REED”",
    )
    before = read_events(annotate_by_hand(english_release), world, None).events
    after = read_events(annotate_by_hand(longer), world, None).events
    assert len(after) == len(before) + 1
    assert [event.id for event in after[1:]] == [event.id for event in before]


def test_a_text_that_only_speaks_of_a_release_is_not_one(
    annotate_by_hand: Annotate, world: Vocabulary
) -> None:
    note = (
        "INFORMATION RELEASE PRESENTED\n\nThe centre presented its information release #6 for "
        "1-15.03.2031 on the anti-drug sphere in Ordabad.\n\nhttps://service.example/1\n"
    )
    events = read_events(annotate_by_hand(note), world, None).events
    assert [event.release_item for event in events] == [None]
