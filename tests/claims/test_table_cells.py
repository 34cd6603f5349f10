"""Figures in tables become claims by their labels, their title and the sentence that names it."""

from __future__ import annotations

import pytest

from sholu.claims.read import read_claims

SEIZURES = [
    ["Drug", "2029", "2030"],
    ["Heroin", "306.7", "753.9"],
    ["Other", "0.5", "1.4"],
    ["Total", "307.2", "755.3"],
]
SEIZED_MASSES = [
    ("306.7", 306.7, "kg", {"of": "Heroin", "of_code": "heroin"}),
    ("753.9", 753.9, "kg", {"of": "Heroin", "of_code": "heroin"}),
    ("0.5", 0.5, "kg", {"of": "Other"}),
    ("1.4", 1.4, "kg", {"of": "Other"}),
    ("307.2", 307.2, "kg", {"of": "Total"}),
    ("755.3", 755.3, "kg", {"of": "Total"}),
]


@pytest.fixture
def claims_of(write, vocabulary):
    """The claims of a document with one table."""

    def read(passages, figures, mentions=(), **table):
        return read_claims(write(passages, figures, mentions, **table), vocabulary, None).claims

    return read


def test_rows_are_drugs_or_their_total_and_columns_are_years(claims_of):
    title = "Table 1. Drugs seized in Qarlyn in 2029–2030, kg"
    claims = claims_of([], SEIZED_MASSES, [("Qarlyn", "place", "XA")], table=SEIZURES, title=title)
    assert [(claim.figure.value, claim.indicator, claim.period_start) for claim in claims] == [
        (306.7, "seizure_mass", "2029"),
        (753.9, "seizure_mass", "2030"),
        (0.5, "seizure_mass", "2029"),
        (1.4, "seizure_mass", "2030"),
        (307.2, "seizure_total", "2029"),
        (755.3, "seizure_total", "2030"),
    ]
    assert {claim.place_code for claim in claims} == {"XA"}


def test_the_columns_word_decides_where_the_title_says_both(claims_of):
    claims = claims_of(
        [],
        [("7300", 7300, None), ("3300000", 3.3e6, None)],
        table=[["Drug", "retail", "wholesale"], ["Heroin", "7300", "3300000"]],
        title="Table 2. Wholesale and retail prices of drugs in 2030",
    )
    assert [claim.indicator for claim in claims] == ["price_retail", "price_wholesale"]
    assert {claim.period_start for claim in claims} == {"2030"}


def test_the_sentence_that_names_the_table_says_when_and_where(claims_of):
    claims = claims_of(
        ["The courts of Qarlyn reported for 2030; decisions are in Table 1, 2."],
        [("269", 269, "person")],
        [("Qarlyn", "place", "XA")],
        table=[["Article", "Number of people"], ["Art. 4", "269"]],
        title="Table 1. Types of judicial decisions",
    )
    assert (claims[0].indicator, claims[0].place_code, claims[0].period_start) == (
        "persons_by_decision", "XA", "2030",
    )  # fmt: skip


def test_a_title_printed_on_two_lines_still_says_where(claims_of):
    claims = claims_of(
        [("caption", "Table 1.\nDetained in Qarlyn")],
        [("15", 15, "person")],
        [("Qarlyn", "place", "XA")],
        table=[["Kind", "Number"], ["couriers", "15"]],
        cell_title="Table 1. Detained in Qarlyn",
    )
    assert claims[0].place_code == "XA"


def test_a_columns_year_goes_before_the_figures_own_period(claims_of):
    claims = claims_of(
        [],
        [("12", 12, "person", {"period": "2029/2030"})],
        table=[["Kind", "2030"], ["couriers", "12"]],
        title="Persons detained, 2029–2030",
    )
    assert (claims[0].period_start, claims[0].period_end) == ("2030", "2030")


def test_a_place_in_the_row_wins_over_the_titles(claims_of):
    claims = claims_of(
        [],
        [("12", 12, "person"), ("15", 15, "person")],
        [("Qarlyn", "place", "XA"), ("Torsu", "place", "gn:1")],
        table=[["Place", "Detained"], ["Torsu", "12"], ["all others", "15"]],
        title="Persons detained in Qarlyn",
    )
    assert [(claim.place_code, claim.place) for claim in claims] == [
        ("XA-01", "Torsu"),
        ("XA", "Qarlyn"),
    ]


def test_the_source_line_below_is_the_cited_source(claims_of):
    claims = claims_of(
        [], SEIZED_MASSES, table=SEIZURES, title="Drugs seized", after="Source: Aman, 2031: 67"
    )
    assert {claim.cited_source for claim in claims} == {"Aman, 2031: 67"}


def test_years_of_the_title_serve_where_no_column_has_a_year(claims_of):
    claims = claims_of(
        [],
        [("12", 12, "person")],
        table=[["Kind", "Detained"], ["couriers", "12"]],
        title="Persons detained, 2029–2030",
    )
    assert (claims[0].period_start, claims[0].period_end) == ("2029", "2030")


def test_a_cell_without_unit_and_cue_is_set_aside(write, vocabulary):
    annotated = write([], [("12", 12, None)], table=[["School", "Number"], ["East", "12"]])
    reading = read_claims(annotated, vocabulary, None)
    assert reading.claims == ()
    assert reading.set_aside == "1 of 1 figures have neither a unit nor an indicator"


def test_a_cell_of_the_table_is_read_once(claims_of):
    claims = claims_of([], SEIZED_MASSES, table=SEIZURES, title="Drugs seized")
    assert len(claims) == len(SEIZED_MASSES)
    assert len({claim.id for claim in claims}) == len(SEIZED_MASSES)


def test_a_sentence_in_a_cell_goes_before_the_labels(claims_of):
    claims = claims_of(
        [],
        [("12 persons", 12, "person"), ("9 kg", 9, "kg", {"of_code": "heroin"})],
        [("2028", "date", "2028"), ("Morovia", "place", "XB")],
        table=[
            ["Theme", "Morovia in 2030"],
            ["Supply", "Police detained 12 persons; in 2028 they seized 9 kg (Aman, 2031)."],
        ],
    )
    assert [(claim.indicator, claim.period_start, claim.cited_source) for claim in claims] == [
        ("persons_detained", "2028", "Aman, 2031"),
        ("seizure_mass", "2028", "Aman, 2031"),
    ]
    assert {claim.place_code for claim in claims} == {"XB"}
