"""Documents made for the tests: mentions and figures placed by hand, an invented country."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

import pytest

from sholu.core.quantity import Quantity, Unit
from sholu.evidence.model import Cell, DocumentText, Passage
from sholu.evidence.span import make_span
from sholu.mentions.model import AnnotatedDocument, Figure, Mention
from sholu.sources.model import Document, Source
from sholu.vocabulary import Wording
from sholu.vocabulary.model import (
    Agency,
    Indicator,
    Names,
    Place,
    Substance,
    UnitWord,
    Vocabulary,
    compose_unit,
)

G = Unit("g", "mass", "g", 1.0)
KG = Unit("kg", "mass", "g", 1000.0)
TONNE = Unit("t", "mass", "g", 1e6)
KZT = Unit("KZT", "money KZT", "KZT", 1.0)
USD = Unit("USD", "money USD", "USD", 1.0)
PERSON = Unit("person", "count of person", "person", 1.0)
CASE = Unit("case", "count of cases", "case", 1.0)
OFFENCE = Unit("offence", "count of offences", "offence", 1.0)
PER_CENT = Unit("%", "share", "%", 1.0)
PLAIN_UNITS = (G, KG, TONNE, KZT, USD, PERSON, CASE, OFFENCE, PER_CENT)
UNITS = {unit.code: unit for unit in (*PLAIN_UNITS, compose_unit(KZT, G), compose_unit(KZT, KG))}

SEIZED = Names(
    en=("seized", "confiscat", "seizure"), ru=("изъят", "изъял"), kk=("тәркілен", "тәркілед")
)


def _indicator(code: str, unit: str, cues: Names) -> Indicator:
    said = Wording("", "", "")
    return Indicator(code, Names(en=(code,)), said, unit, None, "neither", None, said, said, cues)


@pytest.fixture(scope="session")
def vocabulary() -> Vocabulary:
    """A few records of each list; Qarlyn (XA) and its regions are invented."""
    return Vocabulary(
        places=(
            Place("XA", "country", Names(en=("Qarlyn",), ru=("Карлын",), kk=("Қарлын",)), "XA"),
            Place("XB", "country", Names(en=("Besmara",)), "XB"),
            Place("XA-01", "region", Names(en=("Upper Qarlyn",)), "XA", "XA-01"),
            Place("gn:1", "city", Names(en=("Torsu",), ru=("Торсу",)), "XA", "XA-01"),
            Place("area:salt-valley", "area", Names(en=("Salt Valley",))),
        ),
        substances=(
            Substance("heroin", "opioids", Names(en=("heroin",))),
            Substance("hashish", "cannabis", Names(en=("hashish",))),
            Substance("narcotic_drugs", "unspecified", Names(en=("drugs",))),
        ),
        agencies=(Agency("XA.MVD", "XA", None, Names(), Names(ru=("МВД",)), "police"),),
        event_kinds=(),
        indicators=(
            _indicator("seizure_mass", "kg", SEIZED),
            _indicator("seizure_total", "kg", SEIZED),
            _indicator("seizure_share", "%", Names(en=("share of all seizures",))),
            _indicator(
                "price_retail", "KZT/g", Names(en=("retail price", "price"), ru=("розничн цен",))
            ),
            _indicator("price_wholesale", "KZT/kg", Names(en=("wholesale price", "price"))),
            _indicator(
                "persons_detained",
                "person",
                Names(en=("detained", "arrest"), ru=("задержа",), kk=("ұсталд",)),
            ),
            _indicator("crimes_registered", "case", Names(en=("registered",), ru=("зарегистрир",))),
            _indicator("persons_by_decision", "person", Names(en=("judicial decisions",))),
            _indicator(
                "persons_compulsory_medical", "person", Names(en=("compulsory medical measures",))
            ),
        ),
        units=tuple(UnitWord(unit, Names()) for unit in PLAIN_UNITS),
        fingerprint="for tests",
    )


@dataclass(frozen=True)
class Counted:
    """A figure to place: its words, value and unit."""

    words: str
    value: float
    unit: str | None
    more: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Named:
    """A mention to place: its words, kind and code."""

    words: str
    kind: str
    code: str | None


Write = Callable[..., AnnotatedDocument]


@pytest.fixture(scope="session")
def write() -> Write:
    """A function that makes a document: see `_write`."""
    return _write


def _write(
    passages: Sequence[str | tuple[str, str]],
    figures: Sequence[tuple[Any, ...]] = (),
    mentions: Sequence[tuple[Any, ...]] = (),
    *,
    table: Sequence[Sequence[str]] = (),
    title: str = "",
    cell_title: str = "",
    after: str = "",
    language: str | None = "en",
) -> AnnotatedDocument:
    """A document of passages, then a table if there is one, then a passage after it.

    Figures are (words, value, unit, other fields), mentions (words, kind, code). Their words are
    looked for from the beginning; equal words take the next place.
    The first row and the first column of the table are its headings. ``cell_title`` is the title
    that the cells carry, if it differs from the caption ``title`` that is printed.
    """
    parts: list[tuple[str, str]] = [
        ("paragraph", passage) if isinstance(passage, str) else passage for passage in passages
    ]
    if title:
        parts.append(("caption", title))
    body, text = [], ""
    for kind, words in parts:
        body.append(Passage(len(text), len(text) + len(words), kind, language=language))
        text += words + "\n\n"
    cells: list[Cell] = []
    for row, line in enumerate(table, 1):
        for column, words in enumerate(line, 1):
            heads = row == 1 or column == 1
            labels = ("", "") if heads else (line[0], table[0][column - 1])
            name = f"table 1, row {row}, column {column}"
            end = len(text) + len(words)
            cells.append(
                Cell(1, cell_title or title, row, column, len(text), end, name, heads, *labels)
            )
            text += words + ("\t" if column < len(line) else "\n")
    text += "\n" + after
    document_text = DocumentText(
        "d" * 64, text, "v1", "by hand", "text/plain", None, None, None, None, language,
        "read", "", tuple(body), tuple(cells), (), (), (), (), (),
    )  # fmt: skip
    document = Document("d" * 64, "d.txt", 1, None, None, "", "2031-05-05", None, "green", None)
    return AnnotatedDocument(
        document,
        document_text,
        _in_order(
            [
                _mention(document_text, named, taken)
                for named, taken in _numbered([Named(*mention) for mention in mentions])
            ]
        ),
        _in_order(
            [
                _figure(document_text, counted, taken)
                for counted, taken in _numbered([Counted(*figure) for figure in figures])
            ]
        ),
    )


def _numbered(items: Sequence[Any]) -> list[tuple[Any, int]]:
    """Each item with how many of the same words stood before it."""
    return [
        (item, sum(other.words == item.words for other in items[:index]))
        for index, item in enumerate(items)
    ]


def _in_order(items: list[Any]) -> tuple[Any, ...]:
    return tuple(sorted(items, key=lambda item: item.span.start))


def _place_of(text: DocumentText, words: str, taken: int) -> tuple[int, int]:
    start = text.text.index(words)
    for _ in range(taken):
        start = text.text.index(words, start + 1)
    return start, start + len(words)


def _mention(text: DocumentText, named: Named, taken: int) -> Mention:
    span = make_span(text, *_place_of(text, named.words, taken))
    return Mention(f"m-{span.id}", named.kind, named.code, None, span)


def _figure(text: DocumentText, counted: Counted, taken: int) -> Figure:
    span = make_span(text, *_place_of(text, counted.words, taken))
    unit = UNITS[counted.unit] if counted.unit else None
    cell = next((cell for cell in text.cells if cell.name == span.cell), None)
    fields: dict[str, Any] = {
        "value_high": None,
        "of": None,
        "of_code": None,
        "qualifier": "exact",
        "accumulation": None,
        "period": None,
        "suspect": None,
        "likely_reading": None,
        "row_label": cell.row_label if cell else None,
        "column_label": cell.column_label if cell else None,
        "table_title": cell.table_title if cell else None,
    } | counted.more
    return Figure(
        id=f"f-{span.id}",
        value=counted.value,
        value_printed=counted.words,
        unit=counted.unit,
        value_base=Quantity(counted.value, unit).in_base() if unit else None,
        value_high_base=None,
        unit_base=unit.base if unit else None,
        span=span,
        **fields,
    )


@pytest.fixture(scope="session")
def newspaper() -> Source:
    """An invented newspaper of an invented country."""
    return Source(
        "torsu-times", Names(en=("Torsu Times",)), "newspaper", "XA", ("en",), "C", "", "daily",
        (), (), (),
    )  # fmt: skip
