"""Which outlet says what of one event, and where they differ. Outlets and events are invented."""

from __future__ import annotations

import pytest

from sholu.entities.outlets import (
    Matrix,
    MatrixRow,
    NoOutlets,
    Outlet,
    Telling,
    compare_outlets,
    differing_figures,
)
from sholu.entities.record import matrix_lines, matrix_record
from sholu.events.model import Event
from sholu.events.read import read_events
from sholu.evidence.read import read_document
from sholu.mentions.annotate import annotate
from sholu.sources.model import Document
from sholu.vocabulary.load import load
from sholu.vocabulary.model import Vocabulary


@pytest.fixture(scope="module")
def vocabulary() -> Vocabulary:
    return load()


def _telling(name: str, text: str, vocabulary: Vocabulary) -> Telling:
    content = text.encode()
    parsed = read_document(content, f"{name}.txt").text
    document = Document(
        parsed.document, name, len(content), None, None, "2025-01-16T00:00:00Z", "2025-01-15",
        None, "clear", None,
    )  # fmt: skip
    annotated = annotate(document, parsed, vocabulary, b"k" * 32)
    event: Event = read_events(annotated, vocabulary, None).events[0]
    return Telling(Outlet(name, None, document.id, "2025-01-15", event.language, event.id), event)


ENGLISH = (
    "Police seize {} kg of heroin in a truck\n\nOn 14 January 2025 police officers stopped a truck "
    "at the edge of Almaty. They seized {} kg of heroin and detained {} couriers.\n"
)
RUSSIAN = (
    "В грузовике нашли {} кг героина\n\n14 января 2025 года сотрудники полиции остановили "
    "грузовик под Алматы. Изъято {} кг героина, возбуждено уголовное дело.\n"
)


def _matrix(vocabulary: Vocabulary, *told: tuple[str, str]) -> Matrix:
    return compare_outlets(
        "e", [_telling(name, text, vocabulary) for name, text in told], vocabulary
    )


def _row(matrix: Matrix, field: str, counts: str = "") -> MatrixRow:
    [row] = [r for r in matrix.rows if r.field == field and r.counts.startswith(counts)]
    return row


def test_outlets_in_two_languages_agree_on_the_mass_and_one_is_silent_on_persons(
    vocabulary: Vocabulary,
) -> None:
    matrix = _matrix(
        vocabulary,
        ("River News", ENGLISH.format("17.8", "17.8", 2)),
        ("Вестник", RUSSIAN.format("17,8", "17,8")),
    )
    heroin = _row(matrix, "figure", "heroin")
    assert heroin.verdict == "agree"
    assert [said.values if said else None for said in heroin.said] == [("17.8 kg",), ("17,8 кг",)]
    persons = _row(matrix, "figure", "couriers")
    assert persons.verdict == "one"
    assert persons.said[1] is None
    assert _row(matrix, "date").verdict == "agree"
    assert differing_figures(matrix) == []


def test_figures_that_differ_stand_side_by_side_and_are_a_finding(vocabulary: Vocabulary) -> None:
    matrix = _matrix(
        vocabulary,
        ("River News", ENGLISH.format("17.8", "17.8", 2)),
        ("Вестник", RUSSIAN.format("71,8", "71,8")),
    )
    assert _row(matrix, "figure", "heroin").verdict == "differ"
    (finding,) = differing_figures(matrix)
    assert finding.kind == "outlets_differ"
    assert finding.where == "e"
    assert "17.8 kg (River News); 71,8 кг (Вестник)" in finding.statement
    assert len(finding.evidence) == 2


def test_a_rounded_figure_agrees_with_the_exact_one(vocabulary: Vocabulary) -> None:
    matrix = _matrix(
        vocabulary,
        ("River News", ENGLISH.format("almost 50", "46.1", 2)),
        ("Lake News", ENGLISH.format("46.1", "46.1", 2)),
    )
    assert _row(matrix, "figure", "heroin").verdict == "agree"


def test_of_two_amounts_and_one_nobody_says_which_is_which(vocabulary: Vocabulary) -> None:
    matrix = _matrix(
        vocabulary,
        ("River News", ENGLISH.format("9", "21", 2)),
        ("Lake News", ENGLISH.format("40", "40", 2)),
    )
    rows = [r for r in matrix.rows if r.counts == "heroin"]
    assert {row.verdict for row in rows} == {"one"}
    assert differing_figures(matrix) == []


def test_the_same_words_with_another_number_of_persons_differ(vocabulary: Vocabulary) -> None:
    matrix = _matrix(
        vocabulary,
        ("River News", ENGLISH.format("9", "9", 2)),
        ("Lake News", ENGLISH.format("9", "9", 5)),
    )
    assert _row(matrix, "figure", "couriers").verdict == "differ"


def test_two_documents_of_one_source_are_told_apart(vocabulary: Vocabulary) -> None:
    text = ENGLISH.format("9", "9", 2)
    matrix = _matrix(vocabulary, ("River News", text), ("River News", text + "\n"))
    assert [outlet.name for outlet in matrix.outlets] == ["River News", "River News (2)"]
    assert {row.verdict for row in matrix.rows} == {"agree"}


def test_an_event_that_nobody_tells_has_no_matrix(vocabulary: Vocabulary) -> None:
    with pytest.raises(NoOutlets, match="No document tells the event e"):
        compare_outlets("e", [], vocabulary)


def test_records_keep_silence_apart_from_an_empty_answer(vocabulary: Vocabulary) -> None:
    matrix = _matrix(
        vocabulary,
        ("River News", ENGLISH.format("17.8", "17.8", 2)),
        ("Вестник", RUSSIAN.format("17,8", "17,8")),
    )
    record = matrix_record(matrix)
    [persons] = [r for r in record["rows"] if (r["counts"] or "").startswith("couriers")]
    assert persons["says"][0]["figures"][0]["span"]["quote"] == "2"
    assert persons["says"][1] is None
    line = next(line for line in matrix_lines(matrix) if line["field"] == "date")
    assert line["River News"] == ["2025-01-14"]
