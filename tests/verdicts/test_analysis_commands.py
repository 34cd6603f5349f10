"""The commands that analyse decisions, run as a user would, on invented decisions."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from sholu.build.look import Look
from sholu.build.observatory import open_observatory
from tests.conftest import make_store, run


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory, examples_dir: Path) -> Path:
    """Decisions of one plot and a correction."""
    folder = examples_dir / "invented" / "decisions"
    paths = [*sorted(folder.glob("2024_found_*")), *folder.glob("*corrigendum*")]
    return make_store(tmp_path_factory.mktemp("verdicts") / "store", paths, examples_dir)


def asked(store: Path, *arguments: str) -> Any:
    done = run(store, "verdicts", *arguments, "--format", "json")
    assert done.exit_code == 0, done.output
    return json.loads(done.stdout)


def test_practice_counts_persons_and_names_decisions_that_there_are(store: Path) -> None:
    listed = {one["id"] for one in asked(store)}
    tables = asked(store, "practice")
    assert tables["people"] == 12
    assert sum(row["people"] for row in tables["decisions"]) == 12
    for row in tables["decisions"]:
        assert set(row["verdicts"]) <= listed and row["spans"]
        assert f"{row['article']}.{row['part']}" == row["group"]


def test_practice_by_region_and_for_a_year(store: Path) -> None:
    rows = asked(store, "practice", "--by", "region", "--to", "2024", "--table", "sentences")
    assert {row["group"] for row in rows["sentences"]} == {"XA-03", "XA-04"}
    assert "decisions" not in rows
    assert asked(store, "practice", "--to", "2023")["people"] == 0


def test_practice_as_csv_holds_both_tables_of_persons(store: Path) -> None:
    done = run(store, "verdicts", "practice", "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(done.stdout)))
    assert sum(int(row["people"]) for row in rows if row["table"] == "decisions") == 12
    refused = run(store, "verdicts", "practice", "--table", "mass", "--table", "medical",
                  "--format", "csv")  # fmt: skip
    assert refused.exit_code == 2


def test_the_table_of_practice_names_each_article_once(store: Path) -> None:
    done = run(store, "verdicts", "practice", "--table", "decisions")
    assert done.stdout.count("Art. 296, part 3") == 1
    assert "number of people" in done.stdout


def test_the_tables_of_people_are_printed_in_russian_and_kazakh(store: Path) -> None:
    for language, words in (("ru", ("Ст. 296, ч. 3", "число лиц")), ("kk", ("296-бап, 3-бөлік",))):
        page = run(store, "verdicts", "practice", "--lang", language, "--format", "html").stdout
        assert all(word in page for word in words)
        assert "Sentenced" not in page


def test_the_plot_is_found_and_its_texts_show_nobody(store: Path) -> None:
    found = asked(store, "plots")
    (plot,) = found["plots"]
    assert (plot["decisions"], plot["story"]) == (12, "found")
    assert all("person-" not in text["text"] for text in plot["texts"])
    assert asked(store, "plots", plot["id"][:12])["id"] == plot["id"]
    page = run(store, "verdicts", "plots", "--format", "html").stdout
    assert "<ins>" in page and "person-" not in page


def test_an_unknown_plot_is_said_with_the_way_out(store: Path) -> None:
    done = run(store, "verdicts", "plots", "plot-none")
    assert done.exit_code == 1
    assert "No single plot" in str(done.exception)


def test_a_punishment_that_the_law_does_not_allow_is_among_the_findings(store: Path) -> None:
    kinds = {q["kind"]: one for one in asked(store, "against-law") for q in one["questions"]}
    assert kinds["kind_not_allowed"]["articles"] == ["296.2"]
    listed = json.loads(run(store, "findings", "--format", "json").stdout)
    (found,) = [one for one in listed if one["kind"] == "law_kind_not_allowed"]
    assert found["where"] == kinds["kind_not_allowed"]["verdict"]
    assert any(name.startswith("span-") for name in found["evidence"])


def test_every_page_stands_alone(store: Path) -> None:
    for name in ("practice", "plots", "against-law"):
        page = run(store, "verdicts", name, "--format", "html").stdout
        assert page.startswith("<!doctype html>") and "http" not in page


def test_distances_are_kept_in_a_table_and_listed(store: Path) -> None:
    rows = Look(open_observatory(store)).threshold_distances()
    listed = asked(store, "distance", "--all-readings")
    assert {row.id for row in rows} == {row["id"] for row in listed} != set()
    assert {row["preferred"] for row in asked(store, "distance")} == {True}
