"""What English sentences count: lists, pronouns, verbs behind an amount, terms, spans."""

from __future__ import annotations

import pytest

from sholu.evidence.read import read_document
from sholu.mentions.annotate import annotate
from sholu.sources.model import Document
from sholu.vocabulary.load import load
from sholu.vocabulary.model import Vocabulary


@pytest.fixture(scope="module")
def vocabulary() -> Vocabulary:
    return load()


def read(content: str, vocabulary: Vocabulary) -> list[tuple[str, float, str, str]]:
    """Quote, value, unit and what is counted (or its code) of all figures of a note."""
    text = read_document(content.encode(), "note.txt").text
    document = Document(
        text.document, "note.txt", len(content), None, None, "2025-01-16T00:00:00Z", None, None,
        "clear", None,
    )  # fmt: skip
    found = annotate(document, text, vocabulary, b"k" * 32).figures
    return [(f.value_printed, f.value, f.unit or "", f.of_code or f.of or "") for f in found]


@pytest.mark.parametrize(
    ("text", "value", "unit", "of"),
    [
        ("Officers seized 14 kg of hashish in a yard. Another 3.5 kg were later sold.",
         3.5, "kg", "hashish"),
        ("Cannabis accounts for 640 kg, or 40 per cent of all that was taken.", 40.0, "%",
         "cannabis"),
        ("Police recorded 310 offences. Of these, 120 relate to sale.", 120.0, "case", "offences"),
        ("In 17 cases buyers named the same shop.", 17.0, "case", "cases"),
        ("Three of his associates left the country.", 3.0, "person", "associates"),
        ("Over 900 recruits were examined by doctors.", 900.0, "person", "recruits"),
        ("The number of patients fell from 12.4 to 11.8 thousand.", 12400.0, "person", "patients"),
        ("The answer comes within 10 working days.", 10.0, "day", ""),
        ("The court sentenced him to nine years in a strict-regime colony.", 9.0, "year",
         "strict-regime colony"),
        ("Persons held liable: 48.", 48.0, "person", "Persons held liable"),
    ],
)  # fmt: skip
def test_an_english_number_counts_what_the_clause_says(
    vocabulary: Vocabulary, text: str, value: float, unit: str, of: str
) -> None:
    found = [one for one in read(text, vocabulary) if one[1] == value]
    assert [one[2] for one in found] == [unit], read(text, vocabulary)
    assert of in found[0][3]


@pytest.mark.parametrize(
    "text",
    [
        "In six weeks police of the region exposed 95 crimes.",
        "Over three days 14 couriers were held.",
    ],
)
def test_a_span_that_opens_what_was_counted_over_it_is_no_figure(
    vocabulary: Vocabulary, text: str
) -> None:
    assert not [one for one in read(text, vocabulary) if one[2] in ("week", "day")]


def test_a_ton_a_year_earlier_is_no_ton_a_year(vocabulary: Vocabulary) -> None:
    units = [one[2] for one in read("They took 5 tons against 9 tons a year earlier.", vocabulary)]
    assert units == ["t", "t"]
