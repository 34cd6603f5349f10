"""How well real documents are read, against answers made by hand; floors in tests/floors."""

from __future__ import annotations

import csv
import json
import re
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from sholu.mentions.model import AnnotatedDocument, Figure
from tests.mentions.conftest import Annotate

FLOORS = tomllib.loads(
    (Path(__file__).parent.parent / "floors" / "mentions.toml").read_text(encoding="utf-8")
)

NO_FIGURES = re.compile(r"article of|date |period of|prize places|school number|window")
"""Meanings of printed numbers that are no figures but dates, articles and numbers of things."""

NO_FIGURE_UNITS = frozenset(("date", "year", "article", "statement", "rank", "month"))

UNITS = {
    "people": "person", "adults": "person", "respondents": "person", "interviewees": "person",
    "crimes": "case", "offences": "case", "years": "year", "months": "month", "minutes": "minute",
    "verdicts": "verdict", "sentences": "verdict", "documents": "document", "events": "event",
    "crossings": "crossing", "plantations": "plantation", "bus stops": "bus_stop",
    "routes": "channel",
    "glasses": "glass",
}  # fmt: skip
"""The gold file's words for the vocabulary's units."""


@dataclass(frozen=True)
class Expected:
    """A value that a quote says."""

    quote: str
    value: float
    high: float | None
    unit: str | None
    more_than: bool


@pytest.fixture(scope="module")
def corpus(shared_dir: Path, annotated: Annotate) -> Callable[[str], AnnotatedDocument]:
    read: dict[str, AnnotatedDocument] = {}

    def get(seed: str) -> AnnotatedDocument:
        if seed not in read:
            [path] = (shared_dir / "corpus").glob(f"{seed}_*.txt")
            read[seed] = annotated(path.read_text(encoding="utf-8"))
        return read[seed]

    return get


def _figures_at(document: AnnotatedDocument, quote: str) -> list[Figure]:
    """Figures within a quote, wherever it stands; white space may differ."""
    pattern = r"\s+".join(re.escape(word) for word in quote.split())
    return [
        figure
        for match in re.finditer(pattern, document.text.text)
        for figure in document.figures
        if match.start() - 25 <= figure.span.start and figure.span.end <= match.end() + 25
    ]


def _release_figures(shared_dir: Path) -> list[Expected]:
    rows = csv.DictReader((shared_dir / "gold" / "events.csv").open(encoding="utf-8"))
    expected = []
    for row in rows:
        for number in json.loads(row["numbers_json"]):
            printed = re.fullmatch(r"(\d+)(?:-(\d+))?", number["value"])
            if printed is None or NO_FIGURES.search(number["meaning"]):
                continue
            low, high = printed.groups()
            over = bool(re.search(r"\b(?:over|more than)\b", number["quote"], re.IGNORECASE))
            expected.append(
                Expected(number["quote"], float(low), float(high) if high else None, None, over)
            )
    return expected


def test_figures_of_a_release_are_found(
    shared_dir: Path, corpus: Callable[[str], AnnotatedDocument]
) -> None:
    document = corpus("001")
    expected = _release_figures(shared_dir)
    assert len(expected) >= 10
    right: set[str] = set()
    found = 0
    for answer in expected:
        fitting = [
            figure
            for figure in _figures_at(document, answer.quote)
            if (figure.value, figure.value_high) == (answer.value, answer.high)
            and (figure.qualifier == "more_than") == answer.more_than
        ]
        found += bool(fitting)
        right |= {figure.id for figure in fitting}
    # The counting paragraph before the items is right, too, and not in the list of items' numbers.
    counting = {figure.id for figure in document.figures if figure.unit == "event"}
    precision = len(right | counting) / len(document.figures)
    recall = found / len(expected)
    print(f"release: recall {recall:.3f}, precision {precision:.3f}, {len(expected)} figures")
    assert recall >= FLOORS["release"]["recall"]
    assert precision >= FLOORS["release"]["precision"]


@pytest.mark.parametrize("seed", ["000", "002"])
def test_claims_of_a_paper_and_a_thesis_are_found(
    seed: str, shared_dir: Path, corpus: Callable[[str], AnnotatedDocument]
) -> None:
    document = corpus(seed)
    total = values = units = 0
    for row in csv.DictReader((shared_dir / "gold" / "claims.csv").open(encoding="utf-8")):
        answer = _claim(row)
        if row["seed"] != seed or answer is None:
            continue
        total += 1
        fitting = [
            figure
            for figure in _figures_at(document, answer.quote)
            if figure.value == answer.value and answer.high in (None, figure.value_high)
        ]
        values += bool(fitting)
        units += any(figure.unit == answer.unit for figure in fitting)
    print(
        f"{seed}: value recall {values / total:.3f}, value and unit {units / total:.3f} of {total}"
    )
    assert values / total >= FLOORS["claims"][seed]["value"]
    assert units / total >= FLOORS["claims"][seed]["unit"]


def _claim(row: dict[str, str]) -> Expected | None:
    """A row whose value is a number and which is a figure by the rules of this room."""
    if row["unit"] in NO_FIGURE_UNITS:
        return None
    try:
        value = float(row["value"])
        high = float(row["value_high"]) if row["value_high"] else None
    except ValueError:
        return None
    return Expected(row["quote"], value, high, UNITS.get(row["unit"], row["unit"]), False)


@pytest.mark.parametrize(
    ("seed", "false_names"), [("001", "University|Avenue"), ("003", "Web|School")]
)
def test_no_organisation_is_taken_for_a_person(
    seed: str, false_names: str, corpus: Callable[[str], AnnotatedDocument]
) -> None:
    document = corpus(seed)
    people = [m for m in document.mentions if m.kind == "person"]
    names = [document.text.text[m.span.start : m.span.end] for m in people]
    assert len(names) >= FLOORS["people"][seed]["found"]
    assert [name for name in names if re.search(false_names, name)] == []
    # One of the six of 003 is at the head of a public organisation: no official.
    assert sum(m.role == "official" for m in people) >= 0.8 * len(people)
