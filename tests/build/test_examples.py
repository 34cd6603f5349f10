"""What is read of the demonstration documents, against answers that were written by hand."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from sholu.build.look import Look
from sholu.build.observatory import open_observatory
from tests.conftest import run

pytestmark = pytest.mark.xdist_group("stores")


@pytest.fixture(scope="module")
def expected(examples_dir: Path) -> list[dict[str, str]]:
    with (examples_dir / "invented" / "expected.csv").open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


def test_every_expected_event_is_found_by_its_printed_title(
    demo_store: Path, expected: list[dict[str, str]]
) -> None:
    # Fields are measured in tests/events/test_floors.py; this is the way through all rooms.
    events = json.loads(run(demo_store, "events", "--format", "json").stdout)
    titles = {event["title"].casefold() for event in events}
    missing = [row["title"] for row in expected if row["title"].casefold() not in titles]
    assert not missing


def test_every_document_has_a_status_that_says_why(demo_store: Path) -> None:
    rows = json.loads(run(demo_store, "status", "--format", "json").stdout)
    assert len(rows) >= 39
    assert all(
        row["status"] in ("read", "partly read", "not about drugs") or row["reason"] for row in rows
    )


SUSPECT = "Баймурат"
"""First name of the driver who is suspected in one of the documents (invented)."""


def test_a_suspect_is_named_in_no_table_and_no_listing(demo_store: Path) -> None:
    look = Look(open_observatory(demo_store))
    texts = look.texts(row.document for row in look.documents()).values()
    named = [text for text in texts if SUSPECT in text.text]
    assert named, "the documents that name him are gone from the examples"
    assert SUSPECT not in run(demo_store, "events", "--format", "html").stdout
    assert SUSPECT not in run(demo_store, "claims", "--format", "html").stdout
    for table in (demo_store / "tables").rglob("*.parquet"):
        if not table.name.startswith("document_text"):
            cells = str(pq.read_table(table).to_pylist())
            assert SUSPECT not in cells, table.name
