"""People: who speaks for an agency, and how the others are hidden. All persons here are
invented."""

from __future__ import annotations

import re

import pytest

from sholu.mentions.people import redact, redact_span
from sholu.mentions.pseudonyms import pseudonym
from sholu.mentions.redaction import redact_stretch
from tests.mentions.conftest import KEY, Annotate


def _people(annotated: Annotate, text: str) -> list[tuple[str, str | None]]:
    document = annotated(text)
    return [
        (document.text.text[m.span.start : m.span.end], m.role)
        for m in document.mentions
        if m.kind == "person"
    ]


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("Lieutenant Colonel Saule Ermekova spoke.", "Saule Ermekova", "official"),
        ("Major John Smith spoke to pupils.", "John Smith", "official"),
        ("Dauren Sadykov, head of the department, spoke.", "Dauren Sadykov", "official"),
        ("The deputy akim of the region B.T.Sadykov spoke.", "B.T.Sadykov", "official"),
        ("Police detained a resident Dauren Sadykov with heroin.", "Dauren Sadykov", "private"),
        ("Сообщил подполковник Ерлан Садыков.", "Ерлан Садыков", "official"),
        ("Задержан житель города Ерлан Садыков.", "Ерлан Садыков", "private"),
        ("Осуждённый Т. признал вину.", "Т.", "private"),
        ("Бұл туралы басқарма басшысы Асқар Ермеков айтты.", "Асқар Ермеков", "official"),
    ],
)
def test_people_are_found_with_their_role(
    text: str, name: str, role: str, annotated: Annotate
) -> None:
    assert _people(annotated, text) == [(name, role)]


@pytest.mark.parametrize(
    "text",
    [
        "They met at the Orozbekov International University.",
        "The office is at Abay Avenue.",
        "An operation called “Spider Web” went on.",
        "The camp “Silver Sputnik” opened.",
        "The Republic of Kazakhstan and the Russian Federation agreed.",
        "Drug Control Department held an event.",
    ],
)
def test_organisations_streets_and_operations_are_no_persons(
    text: str, annotated: Annotate
) -> None:
    assert _people(annotated, text) == []


def test_a_surname_alone_is_the_person_named_before(annotated: Annotate) -> None:
    document = annotated(
        "Police detained Dauren Sadykov with heroin. Later Sadykov confessed everything."
    )
    codes = [m.code for m in document.mentions if m.kind == "person"]
    assert len(codes) == 2
    assert len(set(codes)) == 1


def test_one_person_has_one_pseudonym_in_all_cases_and_orders() -> None:
    assert pseudonym("Ерлана Садыкова", KEY) == pseudonym("Садыков Ерлан", KEY)
    assert pseudonym("Ерлан Садыков", KEY) != pseudonym("Ерлан Омаров", KEY)


def test_another_key_gives_another_pseudonym() -> None:
    assert pseudonym("Ерлан Садыков", b"one") != pseudonym("Ерлан Садыков", b"two")
    assert re.fullmatch(r"person-[a-z2-7]{10}", pseudonym("Ерлан Садыков", KEY))


PRIVATE = (
    "Police detained a resident Dauren Sadykov with 15 kg of heroin in Pavlodar. "
    "Colonel Saule Ermekova reported it."
)


def test_no_span_holds_a_private_name(annotated: Annotate) -> None:
    document = annotated(PRIVATE)
    spans = [item.span for item in (*document.mentions, *document.figures)]
    assert spans
    for span in spans:
        assert "Sadykov" not in span.quote + span.prefix + span.suffix
    assert any("Ermekova" in span.quote for span in spans)


def test_a_span_and_a_stretch_are_redacted_by_offset(annotated: Annotate) -> None:
    document = annotated(PRIVATE)
    [code] = [m.code for m in document.mentions if m.kind == "person" and m.role == "private"]
    assert code is not None
    text = redact_stretch(document.text, 0, len(PRIVATE), document.mentions)
    assert text == PRIVATE.replace("Dauren Sadykov", code)
    [figure] = document.figures
    assert redact_span(figure.span, document.mentions) == figure.span


def test_a_text_made_of_the_document_is_redacted_by_the_words_around(annotated: Annotate) -> None:
    document = annotated(PRIVATE)
    wrapped = PRIVATE.replace("resident Dauren", "resident\nDauren")
    redacted = redact(wrapped, document.mentions, "en")
    assert "Sadykov" not in redacted
    assert "Saule Ermekova" in redacted
    assert "with 15 kg of heroin in Pavlodar" in redacted


def test_an_owner_named_before_is_no_village(annotated: Annotate) -> None:
    text = "The house belongs to Talgat Omirzak, 52. Omirzak's lawyer did not answer."
    assert _people(annotated, text)[1:] == [("Omirzak", "private")]


def test_of_a_possessive_the_name_is_hidden_and_its_ending_stays(annotated: Annotate) -> None:
    text = "Police held Karim Seitov. Karim Seitov's brother, Marat Seitov, came."
    document = annotated(text)
    names = [m for m in document.mentions if m.kind == "person"]
    assert [text[m.span.start : m.span.end] for m in names][1] == "Karim Seitov"
