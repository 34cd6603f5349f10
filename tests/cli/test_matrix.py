"""The command that shows what outlets say of one event. All persons and places are invented."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.conftest import make_store, run

pytestmark = pytest.mark.xdist_group("stores")

NOTE = (
    "Police stop a truck with {mass} kg of heroin near Kyzyljar-Su\n\n"
    "On 14 January 2025 officers of the Ministry of Interior of Aldaria stopped a truck near the "
    "Kyzyljar-Su checkpoint. Under a load of onions they found {mass} kg of heroin in plastic "
    "bags. The driver had come from the south and could not say who had loaded the truck. A "
    "criminal case has been opened, and the investigation goes on.\n"
)


@pytest.fixture(scope="module")
def differing_store(tmp_path_factory: pytest.TempPathFactory, examples_dir: Path) -> Path:
    """Two copies of one note, one of them with a misprinted mass."""
    folder = tmp_path_factory.mktemp("notes")
    for name, mass in (("river.txt", "17.8"), ("lake.txt", "71.8")):
        (folder / name).write_text(NOTE.format(mass=mass), encoding="utf-8")
    root = tmp_path_factory.mktemp("differ") / "store"
    return make_store(root, sorted(folder.iterdir()), examples_dir)


def test_copies_that_differ_in_a_figure_are_one_event_with_a_finding(
    differing_store: Path,
) -> None:
    [event] = json.loads(run(differing_store, "events", "--format", "json").stdout)
    assert len(event["documents"]) == 2
    findings = json.loads(run(differing_store, "findings", "--format", "json").stdout)
    [finding] = [f for f in findings if f["kind"] == "outlets_differ"]
    assert finding["where"] == event["id"]
    assert "17.8 kg" in finding["statement"] and "71.8 kg" in finding["statement"]


def test_the_matrix_says_who_says_what(differing_store: Path) -> None:
    [event] = json.loads(run(differing_store, "events", "--format", "json").stdout)
    answer = json.loads(
        run(differing_store, "events", "matrix", event["id"], "--format", "json").stdout
    )
    assert {outlet["name"] for outlet in answer["outlets"]} == {"river.txt", "lake.txt"}
    [heroin] = [row for row in answer["rows"] if row["counts"] == "heroin"]
    assert heroin["verdict"] == "differ"
    said = {
        outlet["name"]: says["values"]
        for outlet, says in zip(answer["outlets"], heroin["says"], strict=True)
    }
    assert said == {"river.txt": ["17.8 kg"], "lake.txt": ["71.8 kg"]}


@pytest.mark.parametrize("form", ["table", "csv", "html"])
def test_the_matrix_is_printed_in_every_form(differing_store: Path, form: str) -> None:
    [event] = json.loads(run(differing_store, "events", "--format", "json").stdout)
    answer = run(differing_store, "events", "matrix", event["id"], "--format", form)
    assert answer.exit_code == 0
    assert "river.txt" in answer.stdout and "71.8 kg" in answer.stdout


def test_an_unknown_event_is_named(differing_store: Path) -> None:
    answer = run(differing_store, "events", "matrix", "event-none")
    assert "No event has the id 'event-none'." in str(answer.exception)
