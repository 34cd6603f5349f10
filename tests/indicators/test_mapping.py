"""A mapping says what columns mean; what it doesn't say is set aside and counted."""

from __future__ import annotations

from pathlib import Path

import pytest

from sholu.evidence.read import read_document
from sholu.indicators.cell_values import NotRead, read_number, read_period_text
from sholu.indicators.mapped import Mapped, read_mapped
from sholu.indicators.mapped_table import TableContext
from sholu.indicators.mapping import MappingError, read_mapping
from sholu.indicators.observations import build_observations
from sholu.sources.model import Document
from sholu.vocabulary.load import load

KEY = b"test key"

STATISTICS = """
kind: statistics
documents: ["*.csv"]
missing: {"*": suppressed, "...": unknown, "-": zero}
columns:
  Region: place
  Year: year
  Offences: {means: value, indicator: offences_registered, unit: offence}
  Heroin (t): {means: value, indicator: seizure_mass, substance: heroin, unit: t}
"""


def read(tmp_path: Path, mapping: str, content: str, name: str = "table.csv") -> Mapped:
    path = tmp_path / "test.yaml"
    path.write_text(mapping, encoding="utf-8")
    text = read_document(content.encode("utf-8"), name).text
    document = Document(text.document, name, 1, "xa-interior", None, "2024-02-02", "2024-02-01",
                        None, "clear", None)  # fmt: skip
    return read_mapped(TableContext(document, text, load()), [read_mapping(path)], KEY)


def aside(mapped: Mapped) -> dict[str, int]:
    return {one.reason: one.count for one in mapped.set_aside}


def test_each_cell_is_a_claim_in_the_indicators_unit_with_the_cell_as_its_span(tmp_path):
    mapped = read(tmp_path, STATISTICS, "Region;Year;Offences;Heroin (t)\nXA-02;2023;15;0.25\n")
    offences, heroin = mapped.points
    assert (offences.indicator, offences.place, offences.period) == (
        "offences_registered", "XA-02", "2023",
    )  # fmt: skip
    assert (heroin.value, heroin.unit, heroin.substance) == (250.0, "kg", "heroin")
    claim = mapped.claims[1]
    assert (claim.figure.value, claim.figure.unit, claim.figure.span.quote) == (0.25, "t", "0.25")
    assert claim.id == heroin.claim
    assert aside(mapped) == {}


def test_the_four_ways_of_having_no_value_are_told_apart(tmp_path):
    rows = ["Region;Year;Offences;Heroin (t)", "XA-02;2020;*;1", "XA-02;2021;...;1",
            "XA-02;2022;;1", "XA-02;2023;-;1", "XA-02;2024;0;1"]  # fmt: skip
    mapped = read(tmp_path, STATISTICS, "\n".join(rows))
    found = {p.period: p.status for p in mapped.points if p.indicator == "offences_registered"}
    assert found == {
        "2020": "suppressed", "2021": "unknown", "2022": "not_reported", "2023": "zero",
        "2024": "zero",
    }  # fmt: skip
    assert len([claim for claim in mapped.claims if claim.figure.unit == "offence"]) == 2


def test_unknown_columns_places_and_words_are_set_aside_and_counted(tmp_path):
    rows = ["Region;Year;Offences;Heroin (t);Notes", "Atlantis;2023;1;1;a", "Atlantis;2024;1;1;b",
            "XA-02;2024;many;1;c"]  # fmt: skip
    mapped = read(tmp_path, STATISTICS, "\n".join(rows))
    assert aside(mapped) == {
        "column 'Region': no place has this name": 4,
        "the mapping doesn't name the column 'Notes'": 3,
        "column 'Offences': it is no number": 1,
    }
    assert len(mapped.points) == 1


def test_negative_counts_never_become_values(tmp_path):
    mapped = read(tmp_path, STATISTICS, "Region;Year;Offences;Heroin (t)\nXA-02;2023;-5;0.1\n")
    assert [point.indicator for point in mapped.points] == ["seizure_mass"]
    assert aside(mapped) == {"column 'Offences': offences_registered is below zero": 1}


def test_a_table_without_a_column_that_the_mapping_names_is_not_read(tmp_path):
    mapped = read(tmp_path, STATISTICS, "Region;Year;Offences\nXA-02;2023;5\nXA-02;2024;6\n")
    assert mapped.points == []
    assert aside(mapped) == {"the table has no column 'Heroin (t)', which the mapping names": 2}


def test_a_unit_that_measures_something_else_is_set_aside(tmp_path):
    mapping = STATISTICS.replace("substance: heroin, unit: t", "substance: heroin, unit: tablet")
    mapped = read(tmp_path, mapping, "Region;Year;Offences;Heroin (t)\nXA-02;2023;5;7\n")
    assert len(mapped.points) == 1
    assert "tablet measures count of tablets" in next(iter(aside(mapped)))


def test_a_share_of_more_than_its_whole_is_no_share(tmp_path):
    mapping = """
kind: statistics
documents: ["*.csv"]
constants: {place: XA, unit: "%"}
columns:
  Year: year
  Share: {means: value, indicator: clearance_rate}
"""
    mapped = read(tmp_path, mapping, "Year;Share\n2023;98\n2024;104\n")
    assert [point.value for point in mapped.points] == [98.0]
    assert "more than 100 %" in next(iter(aside(mapped)))


def test_years_in_columns_and_year_to_date_months(tmp_path):
    wide = """
kind: statistics
documents: ["*.csv"]
constants: {indicator: offences_registered, unit: offence}
columns:
  Region: place
  "*": {means: value, heading: period}
"""
    mapped = read(tmp_path, wide, "Region;2022;2023-Q2;Total\nXA-02;5;6;11\n")
    assert [point.period for point in mapped.points] == ["2022", "2023-04/2023-06"]
    assert sum(aside(mapped).values()) == 1
    to_date = """
kind: statistics
documents: ["*.csv"]
constants: {place: XA, indicator: offences_registered, unit: offence,
            accumulation: year_to_date}
columns: {Year: year, Month: month, Count: value}
"""
    mapped = read(tmp_path, to_date, "Year;Month;Count\n2023;март;40\n2023;12;90\n")
    assert [point.period for point in mapped.points] == ["2023-01/2023-03", "2023-01/2023-12"]


def test_sdmx_csv_is_read_by_its_own_columns_statuses_and_multiplier(tmp_path):
    mapping = """
kind: statistics
format: sdmx-csv
documents: ["*.csv"]
columns:
  SEX: {means: scope, name: sex, codes: {F: female, M: male, _T: ""}}
"""
    header = "STRUCTURE,STRUCTURE_ID,INDICATOR,REF_AREA,SEX,TIME_PERIOD,OBS_VALUE,OBS_STATUS," \
             "UNIT_MEASURE,UNIT_MULT\n"  # fmt: skip
    rows = (
        "dataflow,X,persons_convicted,XA,F,2023,1.5,A,person,3\n"
        "dataflow,X,persons_convicted,XA,_T,2023,,Q,person,3\n"
        "dataflow,X,persons_convicted,XA,X,2023,7,A,person,0\n"
    )
    mapped = read(tmp_path, mapping, header + rows)
    women, all_ = mapped.points
    assert (women.value, women.scope, women.status) == (1500.0, "sex=female", "reported")
    assert (all_.value, all_.scope, all_.status) == (None, "", "suppressed")
    assert aside(mapped) == {"column 'SEX': the category is not in the mapping": 1}


REGISTER = """
kind: registrations
documents: ["*.csv"]
decimal: ","
columns:
  Date: date
  Region: place
  Unit: unit
  Officers: officer
  Person: person
  Article: article
  Drug: {means: substance, codes: {weed: cannabis_herb}}
  Mass: mass
  In: mass_unit
  Role: {means: role, codes: {buyer: user}}
"""


def test_a_register_keeps_every_row_and_no_name(tmp_path):
    content = (
        "Date;Region;Unit;Officers;Person;Article;Drug;Mass;In;Role\n"
        "05.03.2024;XA-02;U1;Bolat Invented; Ayan Invented;P-17;297.3;weed;1,5;kg;buyer\n"
    ).replace("Invented; Ayan", "Invented, Ayan")
    mapped = read(tmp_path, REGISTER, content)
    (row,) = mapped.registrations
    assert (row.date, row.place, row.article, row.part) == ("2024-03-05", "XA-02", "297", "3")
    assert (row.substance, row.mass_g, row.role) == ("cannabis_herb", 1500.0, "user")
    assert "Invented" not in str(row)
    assert row.person and row.person.startswith(("person-", "data-"))


def test_a_cell_of_a_register_that_cannot_be_read_is_empty_and_counted(tmp_path):
    content = (
        "Date;Region;Unit;Officers;Person;Article;Drug;Mass;In;Role\n"
        "2024-03-05;XA-02;U1;;P1;297;unobtainium;-2;g;chief\n"
    )
    mapped = read(tmp_path, REGISTER, content)
    (row,) = mapped.registrations
    assert (row.substance, row.mass_g, row.role) == (None, None, None)
    assert set(aside(mapped)) == {
        "column 'Drug': no substance has this name",
        "column 'Mass': a mass is below zero",
        "column 'Role': the category is not in the mapping",
    }


SURVEY = """
kind: survey
documents: ["*.csv"]
columns:
  No: respondent
  Safe: {means: question, name: safe, wording: "Do you feel safe?", codes: {1: safe, 2: not_safe}}
  W: weight
"""


def test_a_respondent_without_a_weight_stands_for_nobody(tmp_path):
    mapped = read(tmp_path, SURVEY, "No;Safe;W\n1;1;0.5\n2;2;\n3;;1.5\n4;9;1\n")
    assert [(one.respondent, one.answer, one.weight) for one in mapped.answers] == [
        ("1", "safe", 0.5), ("3", None, 1.5), ("4", None, 1.0),
    ]  # fmt: skip
    assert sum(aside(mapped).values()) == 2


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("kind: statistic\ndocuments: [a]", "'kind' is 'statistic'"),
        ("kind: survey", "'documents'"),
        ("kind: survey\ndocuments: [a]\ncolumns: {A: colour}", "'means' is 'colour'"),
        ("kind: survey\ndocuments: [a]\nsheets: 1", "'sheets'"),
        ("kind: registrations\ndocuments: [a]\ncolumns: {A: role}", "not listed"),
        ("kind: survey\ndocuments: [a]\nmissing: {x: gone}", "'gone'"),
        ("kind: statistics\ndocuments: [a]\ncolumns: {A: {means: value, colour: 1}}", "'colour'"),
        ("kind: [", "YAML"),
    ],
)
def test_a_mapping_with_a_mistake_names_it(tmp_path, text, message):
    path = tmp_path / "wrong.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(MappingError, match=r"wrong\.yaml") as error:
        read_mapping(path)
    assert message in error.value.message


@pytest.mark.parametrize(
    ("printed", "decimal", "value"),
    [("1 234,5", ",", 1234.5), ("1,234.5", ".", 1234.5), ("1\u00a0234", "", 1234.0),
     ("1.234,5", ",", 1234.5), ("12.5", "", 12.5), ("−3", "", -3.0), ("2e3", "", 2000.0)],
)  # fmt: skip
def test_numbers_are_read_by_the_mark_that_the_mapping_names(printed, decimal, value):
    assert read_number(printed, decimal) == value


@pytest.mark.parametrize(
    ("printed", "decimal"), [("1,234", ""), ("12,34.5", "."), ("1.2.3", "."), ("5 kg", "")]
)
def test_a_number_that_could_be_two_is_none(printed, decimal):
    with pytest.raises(NotRead):
        read_number(printed, decimal)


@pytest.mark.parametrize(
    ("printed", "period"),
    [
        ("2024", "2024"), ("2024-03", "2024-03"), ("2024-Q1", "2024-01/2024-03"),
        ("2024-S2", "2024-07/2024-12"), ("2024-M05", "2024-05"), ("31.12.2024", "2024-12-31"),
        ("03.2024", "2024-03"), ("March 2024", "2024-03"), ("март 2024 г.", "2024-03"),
        ("2024 жылғы наурыз", "2024-03"), ("2024-03-05 00:00:00", "2024-03-05"),
    ],
)  # fmt: skip
def test_periods_are_read_as_people_and_statistics_write_them(printed, period):
    assert str(read_period_text(printed)) == period


@pytest.mark.parametrize("printed", ["2024-Q5", "31.02.2024", "01/02/2024", "soon", "13.2024"])
def test_what_is_no_period_or_two_is_not_read(printed):
    with pytest.raises(NotRead):
        read_period_text(printed)


RANGES = """
kind: statistics
documents: ["*.csv"]
constants: {place: XA-02, indicator: price_retail, substance: heroin, unit: USD/g}
missing: {"-": unknown}
columns:
  Year: year
  From: value
  To: {means: value_high, of: From}
  Estimate: {means: value, indicator: purity_retail, unit: "%"}
  Low: {means: low, of: Estimate}
  High: {means: high, of: Estimate}
"""


def test_a_range_and_an_interval_stand_beside_their_value(tmp_path):
    rows = "Year;From;To;Estimate;Low;High\n2023;50;60;2.5;1.5;4\n2024;50;-;2.5;;\n"
    mapped = read(tmp_path, RANGES, rows)
    price, share, alone, bare = mapped.points
    assert (price.value, price.value_high, price.low) == (50.0, 60.0, None)
    assert (share.value, share.low, share.high) == (2.5, 1.5, 4.0)
    assert (alone.value_high, bare.low) == (None, None)
    assert mapped.claims[0].figure.value_high == 60.0
    (observed, *_) = build_observations([share], {}, load())
    assert (observed.low, observed.high) == (1.5, 4.0)


def test_ends_that_do_not_lie_around_the_value_are_set_aside(tmp_path):
    rows = "Year;From;To;Estimate;Low;High\n2023;50;40;2.5;3;4\n"
    mapped = read(tmp_path, RANGES, rows)
    assert mapped.points == []
    assert aside(mapped) == {
        "column 'From': the upper end of the range lies below the lower": 1,
        "column 'Estimate': the value lies outside its interval": 1,
    }
