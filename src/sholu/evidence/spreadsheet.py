"""Workbooks (XLSX) and delimited text (CSV, TSV). Their text is their cells between tabs."""

from __future__ import annotations

import csv
import datetime
import io
import zlib
from collections.abc import Iterable, Sequence
from xml.etree.ElementTree import ParseError
from zipfile import BadZipFile

import openpyxl
from openpyxl.utils import get_column_letter
from openpyxl.utils.exceptions import InvalidFileException

from sholu.evidence.draft import CannotRead, Draft
from sholu.evidence.encoding import decode
from sholu.evidence.normal_text import one_line
from sholu.evidence.table_writing import (
    MOST_CELLS,
    MOST_COLUMNS,
    MOST_ROWS,
    plain_cell,
    write_table,
)

READER_XLSX = "openpyxl 1"
READER_CSV = "delimited text 1"

_SNIFFED_LINES = 50


def read_xlsx(content: bytes, name: str) -> Draft:
    """Read the sheets of a workbook as tables.

    Raises:
        CannotRead: if the workbook is broken.
    """
    draft = Draft(READER_XLSX)
    try:
        book = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        for sheet in book.worksheets:
            if sheet.sheet_state != "visible":
                draft.partly(f"the hidden sheet “{sheet.title}” was not read")
                continue
            sheet.reset_dimensions()
            rows = sheet.iter_rows(max_col=MOST_COLUMNS)
            _write_sheet(draft, ([_printed(cell) for cell in row] for row in rows), sheet.title)
    except (
        InvalidFileException,
        BadZipFile,
        ParseError,
        SyntaxError,
        KeyError,
        IndexError,
        zlib.error,
        ValueError,
        TypeError,
    ) as error:
        raise CannotRead("failed", f"the workbook is broken ({error}); save it anew") from None
    draft.title = one_line(book.properties.title or "") or None
    return draft


def _printed(cell: object) -> str:
    """A cell's value as a reader of the sheet sees it, in plain spelling."""
    value = getattr(cell, "value", None)
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, datetime.datetime):
        return value.date().isoformat() if value.time() == datetime.time() else value.isoformat(" ")
    if isinstance(value, (datetime.date, datetime.time)):
        return value.isoformat()
    if isinstance(value, (int, float)):
        return _printed_number(value, str(getattr(cell, "number_format", "")))
    return one_line(str(value))


def _printed_number(value: float, number_format: str) -> str:
    """A number without binary noise; a share in a percent format as percent."""
    if "%" in number_format:
        return f"{value * 100:.10g}%"
    return f"{value:.12g}" if abs(value) < 1e15 else str(value)


def read_csv(content: bytes, name: str) -> Draft:
    """Read delimited text as one table.

    Raises:
        CannotRead: if the bytes are no text.
    """
    draft = Draft(READER_CSV)
    text = decode(content, draft)
    delimiter = find_delimiter(content, name) or ","
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        _write_sheet(draft, ([one_line(field) for field in row] for row in rows), "")
    except csv.Error as error:
        raise CannotRead(
            "failed", f"the rows can't be told apart ({error}); save it anew"
        ) from None
    return draft


def find_delimiter(content: bytes, name: str) -> str | None:
    """The delimiter of delimited text; None when it is running text.

    A file whose name ends in ``.csv`` or ``.tsv`` needs one delimiter in most lines; any other,
    the same number of them in every line. In a comma list of prose, a space follows the comma.
    """
    sample = content[:65536].decode("utf-8-sig", errors="replace").replace("\x00", "")
    lines = [line for line in sample.splitlines()[:_SNIFFED_LINES] if line.strip()]
    named = name.lower().endswith((".csv", ".tsv"))
    found = {mark: _steadiness(lines, mark, named) for mark in (";", "\t", "|", ",")}
    best = max(found, key=lambda mark: found[mark])
    return best if found[best] > 0 else None


def _steadiness(lines: Sequence[str], mark: str, named: bool) -> float:
    """How well a mark divides the lines: the share of lines with the commonest number of fields."""
    if not lines or (not named and len(lines) < 3):
        return 0.0
    rows = list(csv.reader(lines, delimiter=mark))
    widths = [len(row) for row in rows]
    width = max(set(widths), key=widths.count)
    share = widths.count(width) / len(widths)
    if named:
        return share if width > 1 else 0.0
    spaced = sum(line.count(mark + " ") for line in lines)
    prose = mark == "," and spaced * 2 > sum(line.count(mark) for line in lines)
    # Tables between tabs or bars are at home in plain text.
    is_table_of_text = mark in "\t|"
    return share if width > 1 and share == 1.0 and not (prose or is_table_of_text) else 0.0


def _write_sheet(draft: Draft, rows: Iterable[Sequence[str]], sheet: str) -> None:
    """Write one sheet: its blocks of rows, blank rows between them, each a table or a note."""
    block: list[tuple[int, Sequence[str]]] = []
    title = sheet
    for number, row in enumerate(rows, start=1):
        if number > MOST_ROWS or len(draft.cells) > MOST_CELLS:
            draft.partly(f"only the first {number - 1} rows of “{sheet or 'the table'}” were read")
            break
        if any(row):
            block.append((number, row))
        elif block:
            title = _write_block(draft, block, sheet, title)
            block = []
    if block:
        _write_block(draft, block, sheet, title)


def _write_block(
    draft: Draft, block: list[tuple[int, Sequence[str]]], sheet: str, title: str
) -> str:
    """Write rows that stand together; returns the title for a table after them."""
    if all(sum(map(bool, row)) == 1 for _, row in block):
        for _, row in block:
            draft.passage("paragraph", [("".join(row), None)])
        return ": ".join(
            part for part in (sheet, " ".join("".join(row) for _, row in block)) if part
        )
    left = min(next(c for c, text in enumerate(row) if text) for _, row in block)

    def name_of(row: int, column: int) -> str:
        place = f"{get_column_letter(left + column)}{block[row - 1][0]}"
        return f"{sheet}!{place}" if sheet else place

    rows = [[plain_cell(text) for text in row[left:]] for _, row in block]
    write_table(draft, rows, title, name_of)
    return sheet
