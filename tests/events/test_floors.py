"""Precision and recall by field, measured on the example corpus, against tests/floors/events.toml.

Precision: of what was read, the share that is right. Recall: of what there is, the share that was
read right.
"""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from sholu.events.model import Event
from sholu.events.read import read_events
from sholu.evidence.read import read_document
from sholu.mentions.annotate import annotate
from sholu.sources.model import Document
from sholu.vocabulary.load import load

FLOORS = Path(__file__).resolve().parent.parent / "floors" / "events.toml"

Pair = tuple[Event | None, dict[str, str]]


def _date(value: str | None) -> str:
    return value or ""


FIELDS: dict[str, tuple[Callable[[Event], str], Callable[[dict[str, str]], str]]] = {
    "country": (lambda e: ";".join(e.countries), lambda row: row["country"]),
    "regions": (lambda e: ";".join(sorted(e.regions)), lambda row: row["regions"]),
    "kind": (lambda e: e.kind or "", lambda row: row["kind"]),
    "date_start": (lambda e: _date(e.date_start), lambda row: row["date_start"]),
    "date_end": (lambda e: _date(e.date_end), lambda row: row["date_end"]),
    "published": (lambda e: _date(e.published), lambda row: row["published"]),
    "language": (lambda e: e.language or "", lambda row: row["language"]),
    "about_drugs": (lambda e: "yes" if e.about_drugs else "no", lambda row: row["about_drugs"]),
}


def _events(path: Path) -> tuple[Event, ...]:
    content = path.read_bytes()
    text = read_document(content, path.name).text
    document = Document(
        id=text.document, name=path.name, size=len(content), source=None, address=None,
        retrieved="2025-02-01T00:00:00Z", published=None, licence=None, marking="clear",
        part_of=None,
    )  # fmt: skip
    return read_events(annotate(document, text, load(), b"k" * 32), load(), None).events


@pytest.fixture(scope="module")
def pairs(examples_dir: Path) -> list[Pair]:
    """Each expected event with the one read from its first file under its title.

    Scans (they need OCR data) and mails (they are unpacked when they are added) are left out.
    """
    folder = examples_dir / "invented"
    with (folder / "expected.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    found: list[Pair] = []
    for row in rows:
        name = row["files"].split(";")[0]
        if "scan" in name or name.endswith(".eml"):
            continue
        read = _events(folder / "documents" / name)
        same = [event for event in read if event.title.casefold() == row["title"].casefold()]
        found.append((same[0] if same else None, row))
    return found


def _measure(pairs: list[Pair], field: str) -> tuple[float, float]:
    read_field, expected_field = FIELDS[field]
    read = [read_field(event) if event else "" for event, _ in pairs]
    expected = [expected_field(row) for _, row in pairs]
    right = sum(one == other != "" for one, other in zip(read, expected, strict=True))
    return right / sum(map(bool, read)), right / sum(map(bool, expected))


def test_every_expected_title_is_read(pairs: list[Pair]) -> None:
    missing = [row["title"] for event, row in pairs if event is None]
    assert missing == []


@pytest.mark.parametrize("field", sorted(FIELDS))
def test_a_fields_precision_and_recall_keep_their_floor(pairs: list[Pair], field: str) -> None:
    floor = tomllib.loads(FLOORS.read_text("utf-8"))["examples"][field]
    precision, recall = _measure(pairs, field)
    measured = f"{field}: precision {precision:.3f}, recall {recall:.3f}"
    assert precision >= floor["precision"], measured
    assert recall >= floor["recall"], measured


def test_every_measured_field_has_a_floor() -> None:
    assert sorted(tomllib.loads(FLOORS.read_text("utf-8"))["examples"]) == sorted(FIELDS)
