"""What is read of the demonstration documents, against answers that were written by hand."""

from __future__ import annotations

import csv
import json
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import run

pytestmark = pytest.mark.xdist_group("stores")

FLOORS = Path(__file__).resolve().parents[1] / "floors" / "examples.toml"
Row = dict[str, str]
Event = dict[str, Any]


@pytest.fixture(scope="module")
def expected(examples_dir: Path) -> list[Row]:
    with (examples_dir / "invented" / "expected.csv").open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def found(demo_store: Path) -> list[Event]:
    return list(json.loads(run(demo_store, "events", "--format", "json").stdout))


def by_title(row: Row, events: list[Event]) -> Event | None:
    """The event with the printed title of an expected one, or of another report of it."""
    same = [event for event in events if event["title"].casefold() == row["title"].casefold()]
    return same[0] if same else None


FIELDS: dict[str, Callable[[Row, Event], bool]] = {
    "country": lambda row, event: event["countries"][:1] == ([row["country"]] if row["country"] else []),
    "regions": lambda row, event: set(event["regions"]) == set(filter(None, row["regions"].split(";"))),
    "kind": lambda row, event: (event["kind"] or "") == row["kind"],
    "date_start": lambda row, event: (event["date_start"] or "") == row["date_start"],
    "date_end": lambda row, event: (event["date_end"] or "") == row["date_end"],
    "published": lambda row, event: (event["published"] or "") == row["published"],
    "about_drugs": lambda row, event: event["about_drugs"] == (row["about_drugs"] == "yes"),
}  # fmt: skip


def test_no_field_falls_below_its_floor(expected: list[Row], found: list[Event]) -> None:
    pairs = [(row, event) for row in expected if (event := by_title(row, found))]
    floors = tomllib.loads(FLOORS.read_text(encoding="utf-8"))
    reached = {"found": len(pairs) / len(expected)}
    for field, right in FIELDS.items():
        reached[field] = sum(right(row, event) for row, event in pairs) / len(pairs)
    print({field: round(share, 3) for field, share in reached.items()})
    short = {field: share for field, share in reached.items() if share < floors[field]}
    assert not short, f"below the floors: {short}"


def test_every_document_has_a_status_that_says_why(demo_store: Path) -> None:
    rows = json.loads(run(demo_store, "status", "--format", "json").stdout)
    assert len(rows) >= 39
    assert all(row["status"] in ("read", "partly read", "not about drugs") or row["reason"] for row in rows)


def test_the_demonstration_names_no_private_person(demo_store: Path) -> None:
    # The one suspect who is named in the example documents (invented).
    assert "person-" in run(demo_store, "events", "--format", "json").stdout
