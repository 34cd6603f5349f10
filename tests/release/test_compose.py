"""A release composed of events: order, counts, summary, edits, names withheld."""

from __future__ import annotations

import json
from collections import Counter

import pytest

from sholu.release.compose import Edits, ItemEdit, withhold
from sholu.release.json_form import write_json
from sholu.release.model import Release, ReleaseError, SummaryError
from sholu.release.pdf import write_pdf
from tests.release.invented_events import EVENTS, compose_invented, event


def test_countries_follow_by_name_and_the_unknown_one_comes_last(english: Release) -> None:
    assert [section.name for section in english.sections] == [
        "Aldaria", "Dostan", "Morovia", "Country not stated",
    ]  # fmt: skip


def test_the_publisher_may_put_its_own_country_first() -> None:
    release = compose_invented("ru", countries=("XB",))
    assert [section.country for section in release.sections] == ["XB", "XA", "XC", "ZZ"]


def test_items_follow_by_publication_and_are_numbered_through(english: Release) -> None:
    aldaria = [item.event for item in english.sections[0].items]
    assert aldaria == [
        "event-markup", "event-talk", "event-dogs", "event-suspect", "event-hemp", "event-reed",
        "event-court",
    ]  # fmt: skip
    assert [item.number for item in english.items()] == list(range(1, 13))


def test_an_event_of_two_countries_is_counted_once(english: Release) -> None:
    assert Counter(item.event for item in english.items())["event-joint"] == 1
    assert "12 events in the anti-drug sphere (Aldaria – 7, Dostan – 2, Morovia – 2" in english.lead


def test_nothing_to_publish_is_an_error() -> None:
    with pytest.raises(ReleaseError, match="Nothing about drugs"):
        compose_invented("en", [])


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_every_item_supports_exactly_one_sentence_of_the_summary(language: str) -> None:
    release = compose_invented(language)
    supported = Counter(item for sentence in release.summary for item in sentence.items)
    assert supported == Counter(item.event for item in release.items())


def test_a_sentence_names_who_acted_and_where(english: Release) -> None:
    reed = next(s for s in english.summary if "event-reed" in s.items)
    assert reed.about == "Aldaria"
    assert reed.text == "operations (Ministry of Interior of Aldaria; Tersay region)"


@pytest.mark.parametrize(
    "sentence",
    [
        {"text": "Seizures grew.", "items": []},
        {"text": "Seizures grew."},
        {"text": "Seizures grew.", "items": ["event-reed", "event-elsewhere"]},
        {"text": "", "items": ["event-reed"]},
    ],
)
def test_a_sentence_that_no_item_supports_stops_the_release(sentence: dict[str, object]) -> None:
    with pytest.raises(SummaryError):
        compose_invented("en", EVENTS, Edits({}, [sentence]))


def test_an_editors_summary_stands_instead_of_the_made_one() -> None:
    written = [{"text": "Hashish was found.", "items": ["event-reed", "event-dogs"]}]
    release = compose_invented("en", EVENTS, Edits({}, written))
    assert [(s.text, s.items) for s in release.summary] == [
        ("Hashish was found.", ("event-reed", "event-dogs"))
    ]


def test_an_editors_title_replaces_the_title_and_leaves_the_text() -> None:
    edits = Edits({"event-dogs": ItemEdit("A better title", None, "A. Editor")}, None)
    item = next(i for i in compose_invented("en", EVENTS, edits).items() if i.event == "event-dogs")
    assert (item.title, item.paragraphs) == (
        "A better title",
        ("Dog Bora found 7 parcels at the crossing.",),
    )
    assert item.edited_by == "A. Editor"


def test_an_item_without_a_title_is_listed_by_its_first_words() -> None:
    text = "Dogs found 7 parcels at the northern crossing of Reed on Sunday night, customs said."
    untitled = event("untitled", "", f"{text}\n\nNobody was held.")
    item = next(i for i in compose_invented("en", [untitled]).items())
    assert item.title == "Dogs found 7 parcels at the northern crossing of Reed on Sunday …"
    assert b"%PDF" in write_pdf(compose_invented("en", [untitled]), {})[:8]


@pytest.mark.parametrize(
    ("language", "words"),
    [("en", "[name withheld]"), ("ru", "[имя не указывается]"), ("kk", "[аты көрсетілмейді]")],
)
def test_a_private_persons_pseudonym_is_printed_nowhere(language: str, words: str) -> None:
    release = compose_invented(language)
    court = next(item for item in release.items() if item.event == "event-court")
    assert words in court.paragraphs[0]
    assert "person-" not in write_json(release).decode()


def test_the_json_holds_each_figure_with_its_place(english: Release) -> None:
    record = json.loads(write_json(english))
    item = next(i for s in record["sections"] for i in s["items"] if i["event"] == "event-reed")
    tons = next(figure for figure in item["figures"] if figure["value_printed"] == "5.7 tons")
    assert tons["of"] == "drugs"
    assert tons["span"]["quote"] == "5.7 tons"
    assert tons["span"]["document"] in {document["id"] for document in record["documents"]}
    assert record["counts"] == {"XA": 7, "XB": 2, "XC": 2, "ZZ": 1}


def test_paragraphs_are_parted_at_blank_lines_and_lines_joined() -> None:
    made = event("one", "Title", "First line\nof one.\n\n\nSecond.")
    assert compose_invented("en", [made]).items()[0].paragraphs == ("First line of one.", "Second.")


def test_personal_data_are_withheld_as_names_are() -> None:
    told = withhold("person-k3q7abcdef, telephone data-abcdefgh23", "en")
    assert told == "[name withheld], telephone [personal data withheld]"
