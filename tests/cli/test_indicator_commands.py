"""The catalogue of indicators from the side of the user, in the language asked."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from sholu.build.observatory import create_observatory
from sholu.vocabulary import load
from tests.conftest import run

PRISONERS = load().indicator("prisoners_drug_share")


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty observatory, and tables without line breaks inside cells."""
    monkeypatch.setattr("sholu.cli.listing.PLAIN_WIDTH", 2000)
    create_observatory(tmp_path, "Test", "XA")
    return tmp_path


@pytest.mark.parametrize(
    ("language", "heading", "denominator"),
    [
        ("en", "cannot show", "prisoners"),
        ("ru", "чего не показывает", "заключённые"),
        ("kk", "нені көрсете алмайды", "қамаудағылар мен жазасын өтеушілер"),
    ],
)
def test_an_indicator_is_printed_in_the_language_asked(
    place: Path, language: str, heading: str, denominator: str
) -> None:
    told = run(place, "indicators", "show", PRISONERS.code, "--lang", language)
    assert told.exit_code == 0
    for said in (PRISONERS.definition, PRISONERS.shows, PRISONERS.cannot_show):
        assert said.of(language) in told.stdout
    assert heading in told.stdout
    assert denominator in told.stdout


def test_a_program_gets_codes_the_texts_asked_for_and_all_three_languages(place: Path) -> None:
    told = run(place, "indicators", "show", "price_wholesale", "--lang", "ru", "--format", "json")
    record = json.loads(told.stdout)
    assert (record["unit"], record["direction"]) == ("KZT/kg", "neither")
    assert record["definition"] == record["texts"]["definition"]["ru"]
    assert set(record["texts"]) == {"definition", "standard", "shows", "cannot_show"}
    assert all(set(said) == {"en", "ru", "kk"} for said in record["texts"].values())


def test_the_catalogue_is_english_unless_another_language_is_asked(place: Path) -> None:
    plain = json.loads(run(place, "indicators", "--format", "json").stdout)
    kazakh = json.loads(run(place, "indicators", "--lang", "kk", "--format", "json").stdout)
    assert [one["code"] for one in plain] == [one["code"] for one in kazakh]
    by_code = {one["code"]: one for one in plain}
    assert by_code["gdp"]["cannot_show"] == "Welfare of the people."
    assert {one["code"]: one for one in kazakh}["gdp"]["cannot_show"] == "Халықтың әл-ауқатын."
    assert by_code["seizure_total"]["texts"]["standard"] is None


def test_the_table_has_units_and_denominators_in_words(place: Path) -> None:
    told = run(place, "indicators", "--lang", "ru").stdout
    (line,) = [line for line in told.splitlines() if "│ offences_rate " in line]
    assert "преступление/100 тыс. населения" in line
    assert "население" in line
    assert "знаменатель" in told


def test_a_csv_of_the_catalogue_has_a_row_an_indicator(place: Path) -> None:
    told = run(place, "indicators", "--format", "csv").stdout
    rows = list(csv.DictReader(io.StringIO(told)))
    assert len(rows) == len(load().indicators)
    assert rows[0]["code"] == "seizure_mass"


def test_a_code_that_is_not_in_the_catalogue_names_its_neighbours(place: Path) -> None:
    told = run(place, "indicators", "show", "price_retial", "--lang", "kk")
    assert told.exit_code == 1
    assert "price_retail" in str(told.exception.hint)  # type: ignore[union-attr]
    assert told.stdout == ""


def test_breaks_are_told_in_the_language_asked(place: Path) -> None:
    told = run(place, "series", "breaks", "--lang", "kk", "--format", "json")
    record = {one["code"]: one for one in json.loads(told.stdout)}["kz-code-2014"]
    assert record["label"] == "2014 жылғы кодекс"
    assert record["what"] == record["texts"]["what"]["kk"] != record["texts"]["what"]["ru"]
    assert "226-V" in record["source"]
    table = run(place, "series", "breaks", "--lang", "kk").stdout
    assert "не өзгерді" in table
    assert "Қылмыстық кодекс 1997 жылғы кодексті алмастырды" in table
    rows = list(
        csv.DictReader(io.StringIO(run(place, "series", "breaks", "--format", "csv").stdout))
    )
    assert rows[0]["label"] == "criminal code of 2014"
