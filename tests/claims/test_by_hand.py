"""A claim entered by hand: checked field by field, never without its source, kept as it was."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from sholu.claims.by_hand import Entry, EntryError, claim_by_hand, from_payload, to_payload

ENTRY = Entry(
    indicator="price_retail",
    value=7000,
    value_high=9000,
    unit="KZT/g",
    place="gn:1",
    period_start="2030-01",
    period_end="2030-03",
    of="heroin",
    substance="heroin",
    source="torsu-times",
    cited_source="Ministry of Health",
    citation="Yearbook 2030, p. 5",
)


def test_a_claim_with_a_citation_has_all_its_fields(vocabulary):
    claim = claim_by_hand(ENTRY, vocabulary, "A. K.")
    figure = claim.figure
    assert (figure.value, figure.value_high, figure.unit) == (7000, 9000, "KZT/g")
    assert (figure.value_base, figure.unit_base) == (7000, "KZT/g")
    assert (claim.place_code, claim.place) == ("XA-01", "Torsu")
    assert (claim.period_start, claim.period_end) == ("2030-01", "2030-03")
    assert claim.cited_source == "Ministry of Health: Yearbook 2030, p. 5"
    assert (claim.entered_by, claim.document, claim.status) == ("A. K.", None, "accepted")
    assert claim.confidence == 1.0


def test_it_comes_back_from_the_journal_as_it_was(vocabulary):
    claim = claim_by_hand(ENTRY, vocabulary, "A. K.")
    assert from_payload(json.loads(json.dumps(to_payload(claim)))) == claim


def test_a_journal_entry_without_a_claim_says_what_is_missing(vocabulary):
    payload = to_payload(claim_by_hand(ENTRY, vocabulary, "A. K."))
    del payload["indicator"]
    with pytest.raises(EntryError, match="indicator"):
        from_payload(payload)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"citation": None}, "document, citation"),
        ({"citation": "  "}, "document, citation"),
        ({"indicator": "price_retial"}, "indicator: 'price_retial' is not known.*price_retail"),
        ({"unit": "KZT/kgg"}, "unit: 'KZT/kgg' is not known"),
        ({"unit": "person"}, "unit: person measures count of person, but price_retail"),
        ({"place": "XA-1"}, "place: 'XA-1' is not known.*XA-01"),
        ({"substance": "heroine"}, "substance: 'heroine' is not known.*heroin"),
        ({"period_start": "2030-13"}, "from: "),
        ({"period_end": "March"}, "to: "),
        ({"period_start": None}, "from: it is empty"),
        ({"period_end": "2029"}, "from, to: "),
        ({"value_high": 5}, "value-high: 5 is less than the value, 7000"),
        ({"value": float("nan")}, "value: it is no finite number"),
        ({"document": "ab"}, "quote: it is empty"),
        ({"document": "ab", "quote": "5 kg"}, "document: there is no text of 'ab'"),
    ],
)
def test_a_wrong_field_is_named_with_the_nearest_code(vocabulary, change, message):
    with pytest.raises(EntryError, match=message):
        claim_by_hand(replace(ENTRY, **change), vocabulary, "A. K.")


def test_place_and_time_may_be_unknown_and_lower_the_confidence(vocabulary):
    entry = replace(ENTRY, place=None, period_start=None, period_end=None)
    claim = claim_by_hand(entry, vocabulary, "A. K.")
    assert (claim.place_code, claim.period_start, claim.confidence) == (None, None, 0.6)


def test_a_start_without_an_end_is_the_whole_of_it(vocabulary):
    claim = claim_by_hand(replace(ENTRY, period_end=None), vocabulary, "A. K.")
    assert (claim.period_start, claim.period_end) == ("2030-01", "2030-01")


def test_a_claim_of_nobody_is_refused(vocabulary):
    with pytest.raises(EntryError, match="who"):
        claim_by_hand(ENTRY, vocabulary, " ")


def test_a_quote_of_a_document_becomes_its_span(vocabulary, write):
    text = write(["A gram of heroin is sold\nfor 7 000 tenge in Torsu."]).text
    entry = replace(ENTRY, document=text.document, quote="sold for 7 000 tenge", citation=None)
    claim = claim_by_hand(entry, vocabulary, "A. K.", text)
    span = claim.figure.span
    assert text.text[span.start : span.end] == "sold\nfor 7 000 tenge"
    assert claim.document == text.document


def test_a_quote_that_the_document_does_not_have_is_refused(vocabulary, write):
    text = write(["A gram of heroin is sold for 7 000 tenge in Torsu."]).text
    entry = replace(ENTRY, document=text.document, quote="sold for 8 000 tenge")
    with pytest.raises(EntryError, match="quote: 'sold for 8 000 tenge' does not stand"):
        claim_by_hand(entry, vocabulary, "A. K.", text)


def test_a_price_in_another_currency_may_be_entered(vocabulary):
    claim = claim_by_hand(replace(ENTRY, unit="USD/g", value=15, value_high=None), vocabulary, "A")
    assert (claim.figure.unit_base, claim.figure.value_printed) == ("USD/g", "15 USD/g")
