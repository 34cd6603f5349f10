"""Two real releases of CARICC against answers made by hand; papers and theses tell no event."""

from __future__ import annotations

import csv
import json
import re
import textwrap
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from sholu.events.model import Event, EventReading
from sholu.events.read import read_events
from sholu.evidence.read import read_document
from sholu.mentions.annotate import annotate
from sholu.mentions.model import AnnotatedDocument
from sholu.sources.model import Document
from sholu.vocabulary.load import load

GOLD_REGIONS = {
    "Akmola region": ("KZ-11",),
    "North Kazakhstan region (SKO)": ("KZ-59",),
    "Almaty city": ("KZ-75",),
    "Ulytau region": ("KZ-62",),
    "Bishkek": ("KG-GB",),
    "Russian Federation (all regions)": (),
    "Altai Krai": ("RU-ALT",),
    "Dushanbe": ("TJ-DU",),
}
"""The names of regions in gold/events.csv, as codes (by hand)."""

NO_FIGURES = {"301", "2023-2025", "first of January", "13 January 2025", "10 January 2025",
              "10 January - 20 February 2025", "1,2,3"}  # fmt: skip
"""Numbers of the gold list that count nothing: articles, dates, prize places; ``3`` of a school
is told from three nominations by its meaning."""


def _document(name: str, path: Path) -> Document:
    return Document(
        id=name,
        name=path.name,
        size=path.stat().st_size,
        source=None,
        address=None,
        retrieved="2025-09-01T00:00:00Z",
        published=None,
        licence=None,
        marking="clear",
        part_of=None,
    )


@cache
def _read(path: Path) -> EventReading:
    text = read_document(path.read_bytes(), path.name).text
    annotated = annotate(_document(text.document, path), text, load(), b"k" * 32)
    return read_events(annotated, load(), None)


def _corpus(shared_dir: Path, number: str) -> EventReading:
    (path,) = (shared_dir / "corpus").glob(f"{number}_*.txt")
    return _read(path)


@pytest.fixture(scope="module")
def gold(shared_dir: Path) -> list[tuple[Event, dict[str, str]]]:
    with (shared_dir / "gold" / "events.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    events = _corpus(shared_dir, "001").events
    assert len(events) == len(rows) == 9
    return list(zip(events, rows, strict=True))


def test_titles_countries_and_numbers_of_the_items(
    gold: list[tuple[Event, dict[str, str]]],
) -> None:
    for number, (event, row) in enumerate(gold, 1):
        assert event.title == row["title"]
        assert event.countries == (row["country"],)
        assert event.release_item == f"2025-01 #{number}"
        assert event.published == "2025-01-01/2025-01-15"
        assert event.about_drugs


def test_regions_of_the_items(gold: list[tuple[Event, dict[str, str]]]) -> None:
    for event, row in gold:
        assert event.regions == GOLD_REGIONS[row["region"]], event.title


def test_dates_of_the_items(gold: list[tuple[Event, dict[str, str]]]) -> None:
    for event, row in gold:
        if row["event_date"] == "unknown":
            assert (event.date_start, event.date_end) == (None, None), event.title
            expected = "relative" if "relative" in row["event_date_note"] else None
            assert event.date_basis == expected, event.title
        else:
            start, _, end = row["event_date"].partition("/")
            stated = (start, end or start, "stated")
            assert (event.date_start, event.date_end, event.date_basis) == stated


def test_kinds_of_the_items(gold: list[tuple[Event, dict[str, str]]]) -> None:
    assert [event.kind for event, _ in gold] == [row["event_kind"] for _, row in gold]


def test_addresses_of_the_items_with_their_repair(gold: list[tuple[Event, dict[str, str]]]) -> None:
    for event, row in gold:
        (address,) = event.addresses
        assert address.printed == row["source_url"]
        assert (address.repaired or "") == row["source_url_repaired"]


def test_figures_of_the_items(gold: list[tuple[Event, dict[str, str]]]) -> None:
    for event, row in gold:
        expected = [
            number["value"]
            for number in json.loads(row["numbers_json"])
            if number["value"] not in NO_FIGURES and "school number" not in number["meaning"]
        ]
        read = [_printed(f.value, f.value_high) for f in event.figures]
        assert sorted(read) == sorted(expected), event.title


def _printed(value: float, high: float | None) -> str:
    return f"{value:g}" if high is None else f"{value:g}-{high:g}"


def test_each_span_leads_to_its_words(shared_dir: Path) -> None:
    for number in ("001", "003"):
        for event in _corpus(shared_dir, number).events:
            title, sentence = event.spans
            assert re.sub(r"[\s*]+", " ", title.quote).strip() == event.title
            assert title.end <= sentence.start
            assert sentence.quote.split()[-1] in event.text
            for figure in event.figures:
                assert sentence.start <= figure.span.start


EXPECTED_003 = [
    # first words, country, regions, kind, figures
    ("AN AWARENESS-RAISING", "AZ", (), "prevention", []),
    ("FROM ORDINARY COURIER", "KZ", (), "campaign", ["4655", "3216", "509", "43"]),
    ("POLICE OFFICERS AND IT", "KZ", ("KZ-59",), "cooperation", []),
    ("POLICE COOPERATE WITH", "KZ", ("KZ-11",), "cooperation", ["69", "300"]),
    ("MVD WARNS CITIZENS", "KZ", (), "warning", []),
    ("DRUG ENFORCEMENT OFFICERS", "KG", ("KG-GB",), "inspection", []),
    ("POLICE OFFICERS IN UDMURTIA", "RU", ("RU-UD",), "prevention", ["150"]),
    ("A PREVENTIVE CAMPAIGN", "RU", ("RU-PSK",), "campaign", []),
    ("OFFICERS OF UNK UMVD", "RU", ("RU-TAM",), "prevention", ["14"]),
    ("INTERNATIONAL ANTI-DRUG", "RU", (), "operation",
     ["10", "21", "1100", "132", "25", "21", "2500"]),
]  # fmt: skip
"""Made by reading release 15 of 2025."""


def test_the_second_release_has_its_ten_events(shared_dir: Path) -> None:
    events = _corpus(shared_dir, "003").events
    assert len(events) == 10
    for event, (words, country, regions, kind, figures) in zip(events, EXPECTED_003, strict=True):
        assert event.title.startswith(words)
        assert event.countries == (country,), words
        assert event.regions == regions, words
        assert event.kind == kind, words
        assert [_printed(f.value, f.value_high) for f in event.figures] == figures, words
        assert event.date_start is None, words


def test_the_second_releases_damaged_addresses_are_repaired(shared_dir: Path) -> None:
    reading = _corpus(shared_dir, "003")
    repaired = {a.printed: a.repaired for event in reading.events for a in event.addresses}
    assert len(repaired) == 10
    host = "https://xn--b1aew.xn--p1ai/news/item"
    assert {printed: repair for printed, repair in repaired.items() if repair} == {
        "https://xn--blaww.xn--plai/news/item/68206917": f"{host}/68206917",
        "https://xn--b1aew.xn--plai/news/item/68208864": f"{host}/68208864",
        "https://xn--b1aew.xn--plai/news/item/68561326": f"{host}/68561326",
    }
    assert {finding.kind for finding in reading.findings} == {"damaged_address"}


def test_operation_figures_keep_unit_and_qualifier(shared_dir: Path) -> None:
    figures = _corpus(shared_dir, "003").events[9].figures
    read = [(f.value, f.unit, f.qualifier) for f in figures[:3]]
    assert read == [(10.0, "t", "about"), (21.0, "t", "more_than"), (1100.0, "case", "about")]


@pytest.mark.parametrize("number", ["000", "002", "004"])
def test_papers_and_theses_tell_no_event(shared_dir: Path, number: str) -> None:
    (path,) = (shared_dir / "corpus").glob(f"{number}_*.txt")
    text = read_document(path.read_bytes(), path.name).text
    document = _document(text.document, path)
    reading = read_events(AnnotatedDocument(document, text, (), ()), load(), None)
    assert reading.events == ()
    assert reading.set_aside == "a paper or a book: it tells no single event"


def _as_pages(text: str) -> str:
    """The text as a PDF gives it: 70 letters a line, a page number after every 45 lines."""
    lines = [
        part
        for line in text.split("\n")
        for part in ([line] if "://" in line else textwrap.wrap(line, 70) or [""])
    ]
    pages = [lines[start : start + 45] for start in range(0, len(lines), 45)]
    return "\n".join("\n".join([*page, str(n), ""]) for n, page in enumerate(pages, 1))


def _without_blank_lines(text: str) -> str:
    return "\n".join(line for line in text.split("\n") if line.strip())


@pytest.mark.parametrize("number", ["001", "003"])
@pytest.mark.parametrize(
    "damage",
    [
        lambda text: text,
        _as_pages,
        _without_blank_lines,
        lambda text: _without_blank_lines(_as_pages(text)),
    ],
    ids=["no marks", "pages", "no blank lines", "pages and no blank lines"],
)
def test_a_release_without_any_marks_is_divided_the_same(
    shared_dir: Path, number: str, damage: Callable[[str], str]
) -> None:
    (path,) = (shared_dir / "corpus").glob(f"{number}_*.txt")
    bare = re.sub(r"</?i>|\*+|^#+ |<(?=http)|(?<=/)>$", "", path.read_text("utf-8"), flags=re.M)
    text = read_document(damage(bare).encode(), path.name).text
    annotated = AnnotatedDocument(_document(text.document, path), text, (), ())
    damaged = read_events(annotated, load(), None)
    whole = _corpus(shared_dir, number)
    assert [_outline(event) for event in damaged.events] == [_outline(e) for e in whole.events]
    assert {finding.kind for finding in damaged.findings} == {"damaged_address"}


def _outline(event: Event) -> tuple[str, tuple[str, ...], str | None, list[str]]:
    addresses = [address.printed.rstrip(">") for address in event.addresses]
    return event.title, event.countries, event.release_item, addresses
