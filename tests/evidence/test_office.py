"""Word documents, workbooks and delimited text."""

from __future__ import annotations

import datetime
import io

import pytest

from sholu.evidence import spreadsheet
from sholu.evidence.read import read_document
from sholu.evidence.span import make_span
from tests.evidence.build import by_labels, passages, picture, read, saved, word_document, workbook


def _report() -> bytes:
    document = word_document()
    document.add_heading("Report of the department", level=1)
    document.add_paragraph("In June the police of the region detained nine people.")
    document.add_picture(io.BytesIO(picture()))
    document.add_paragraph("Table 1. Cases by quarter")
    table = document.add_table(rows=4, cols=3)
    merged = table.cell(0, 1).merge(table.cell(0, 2))
    merged.text = "2024"
    for row, texts in enumerate(
        [["Region"], ["", "I", "II"], ["North", "4", "5"], ["South", "0", "7"]]
    ):
        for column, text in enumerate(texts):
            if text:
                table.cell(row, column).text = text
    document.add_heading("Next steps", level=2)
    document.add_paragraph("Train the dogs", style="List Bullet")
    document.add_paragraph("https://police.aldaria.example/report")
    document.core_properties.title = "Report"
    return saved(document)


def test_a_word_document_keeps_the_order_of_its_parts() -> None:
    text = read(_report())
    kinds = [passage.kind for passage in text.passages]
    assert kinds == [
        "heading",
        "paragraph",
        "caption",
        "table",
        "heading",
        "list_item",
        "address",
    ]
    assert [p.level for p in text.passages if p.kind == "heading"] == [1, 2]
    assert text.title == "Report"
    assert [link.address for link in text.links] == ["https://police.aldaria.example/report"]


def test_merged_headings_of_a_word_table_stand_over_their_columns() -> None:
    text = read(_report())
    assert by_labels(text) == {
        ("North", "2024 / I"): "4",
        ("North", "2024 / II"): "5",
        ("South", "2024 / I"): "0",
        ("South", "2024 / II"): "7",
    }
    assert text.cells[0].table_title == "Table 1. Cases by quarter"


def test_a_picture_in_a_word_document_stands_where_it_was_put() -> None:
    extraction = read_document(_report(), "report.docx")
    (found,) = extraction.text.pictures
    assert (found.width, found.height, found.media_type) == (200, 120, "image/png")
    assert extraction.pictures[found.sha256].startswith(b"\x89PNG")
    before = extraction.text.text[: found.start]
    assert before.endswith("detained nine people.")


def test_deleted_words_are_left_out_and_inserted_ones_read() -> None:
    document = word_document()
    paragraph = document.add_paragraph("Seized: ")
    xml = paragraph._p
    name = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    for tag, kind, words in (("del", "delText", "9 kg"), ("ins", "t", "7 kg")):
        change = xml.makeelement(f"{name}{tag}", {})
        run = change.makeelement(f"{name}r", {})
        text = run.makeelement(f"{name}{kind}", {})
        text.text = words
        run.append(text)
        change.append(run)
        xml.append(change)
    assert read(saved(document)).text == "Seized: 7 kg"


def test_a_sheet_is_its_cells_between_tabs_with_names_from_the_grid() -> None:
    rows: list[list[object]] = [
        ["Seizures of drugs by kind, kg"],
        [],
        ["Kind", 2023, "2024 (11 months)"],
        ["Hashish", 212.4, 188.9],
        ["Heroin", 0.1 + 0.2, None],
    ]
    text = read(workbook(rows, "Seizures"))
    labels = by_labels(text)
    assert labels == {
        ("Hashish", "2023"): "212.4",
        ("Hashish", "2024 (11 months)"): "188.9",
        ("Heroin", "2023"): "0.3",
    }
    cell = next(cell for cell in text.cells if text.text[cell.start : cell.end] == "188.9")
    assert make_span(text, cell.start, cell.end).cell == "Seizures!C4"
    assert cell.table_title == "Seizures: Seizures of drugs by kind, kg"


def test_dates_and_shares_of_a_sheet_are_written_as_shown() -> None:
    content = workbook([["Day", "Share"], [datetime.datetime(2024, 5, 1), 0.036]])
    text = read(content)
    assert "2024-05-01\t0.036" in text.text


def test_an_endless_sheet_is_read_up_to_a_limit_and_says_so(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(spreadsheet, "MOST_ROWS", 50)
    text = read("Region,Cases\n" + "North,1\n" * 100, "long.csv")
    assert text.status == "partly_read"
    assert "first 50 rows" in text.reason
    assert text.text.count("North") == 49


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ("Kind;Kilograms\nHashish;12,5\nHeroin;0,3\nOpium;1 200\n", "12,5"),
        ("Kind,Kilograms\nHashish,12.5\nHeroin,0.3\nOpium,1\n", "12.5"),
        ("Kind\tKilograms\nHashish\t12,5\nHeroin\t0,3\nOpium\t1\n", "12,5"),
        ('Kind,Kilograms\nHashish,"12,5"\nHeroin,"0,3"\nOpium,1\n', "12,5"),
    ],
)
def test_the_delimiter_is_found_beside_decimal_commas(rows: str, expected: str) -> None:
    assert by_labels(read(rows, "a.csv"))["Hashish", "Kilograms"] == expected


def test_prose_with_commas_is_not_taken_for_a_table() -> None:
    prose = "Police, customs and courts met.\nDoctors, teachers and parents came.\n"
    prose += "All, old and young, spoke.\n"
    text = read(prose)
    assert text.media_type == "text/plain"
    assert passages(text, "paragraph") == [prose.strip()]
