"""The seizures and price tables of a real thesis as series."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from sholu.build.intake import add_paths
from sholu.build.observatory import create_observatory, open_observatory
from sholu.build.run import build
from tests.conftest import quiet, run

DRUGS = {"Heroin": "heroin", "Opium": "opium", "Poppy straw": "poppy_straw",
         "Cannabis plants": "cannabis_plants"}  # fmt: skip


@pytest.fixture(scope="module")
def thesis(tmp_path_factory: pytest.TempPathFactory, shared_dir: Path) -> Path:
    root = tmp_path_factory.mktemp("thesis") / "store"
    create_observatory(root, "Test", "KZ")
    path = next((shared_dir / "corpus").glob("002_*.txt"))
    observatory = open_observatory(root)
    list(add_paths(observatory, (path,), source=None, published=None, marking="clear"))
    build(observatory, quiet)
    return root


def shown(store: Path, *arguments: str) -> list[dict]:
    result = run(store, "series", "show", *arguments, "--format", "json")
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)["series"]


def test_every_year_of_the_seizures_table_is_an_observation_with_its_cell(thesis, shared_dir):
    path = shared_dir / "gold" / "tables" / "002_table5_5_seizures_long.csv"
    rows = list(csv.DictReader(path.open(encoding="utf-8")))
    found = {
        (series["substance"], one["period"]): one
        for series in shown(thesis, "seizure_mass", "--place", "KZ", "--frequency", "year")
        for one in series["observations"]
    }
    checked = [row for row in rows if row["name_of_drug"] in DRUGS]
    assert len(checked) == 24
    for row in checked:
        one = found[DRUGS[row["name_of_drug"]], row["year"]]
        assert (one["value"], one["unit"]) == (float(row["value"]), "kg")
        assert any(claim["span"] for claim in one["claims"])


def test_prices_without_a_printed_currency_take_that_of_the_text_and_say_so(thesis, shared_dir):
    path = shared_dir / "gold" / "tables" / "002_table5_6_prices_long.csv"
    rows = list(csv.DictReader(path.open(encoding="utf-8")))
    scopes = {"Average": "mean", "Median": "median", "Min": "minimum", "Max": "maximum"}
    drugs = {"heroin": "heroin", "hashish": "hashish", "marijuana": "cannabis_herb"}
    for level, unit in (("retail", "KZT/g"), ("wholesale", "KZT/kg")):
        found = {
            (series["substance"], series["scope"].get("statistic")): series["observations"][0]
            for series in shown(thesis, f"price_{level}", "--place", "KZ", "--from", "2012",
                                "--to", "2012")
        }  # fmt: skip
        for row in rows:
            if row["level"] != level or row["statistic"] not in scopes:
                continue
            one = found[drugs[row["drug"]], scopes[row["statistic"]]]
            assert (one["value"], one["unit"]) == (float(row["value"]), unit)
            assert "as the text states" in one["claims"][0]["note"]


@pytest.mark.parametrize("indicator", ["seizure_mass", "price_retail", "price_wholesale"])
def test_the_tables_are_drawn_with_their_source(thesis, indicator):
    result = run(thesis, "series", "show", indicator, "--place", "KZ", "--format", "svg")
    assert result.exit_code == 0, result.output
    assert "Yusopov" in result.stdout
