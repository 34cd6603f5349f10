"""Workbooks (XLSX) and delimited text (CSV, TSV). Their text is their cells between tabs."""

from __future__ import annotations

import csv
import datetime
import io
from collections.abc import Iterable, Sequence
from xml.etree.ElementTree import ParseError

import openpyxl
from openpyxl.utils import get_column_letter
from openpyxl.utils.exceptions import InvalidFileException

from sholu.evidence.delimiter import find_delimiter
from sholu.evidence.draft import CannotRead, Draft
from sholu.evidence.encoding import decode
from sholu.evidence.media_type import BROKEN_ZIP
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

_BROKEN = (
    *BROKEN_ZIP,
    InvalidFileException,
    ParseError,
    SyntaxError,  # lxml's errors of XML are of this kind
    KeyError,
    IndexError,
    TypeError,
    AttributeError,
)
"""What openpyxl lets through when a workbook's parts do not fit together."""


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
    except _BROKEN as error:
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
