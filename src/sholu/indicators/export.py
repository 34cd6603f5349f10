"""Tables as CSV and XLSX that a spreadsheet opens without running anything in them."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping, Sequence
from typing import Any

FORMULA_BEGINS = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes for the beginning of a formula (OWASP, CSV Injection)."""

WIDTH_ROWS = 200
"""Rows whose letters decide how wide a column is."""

Rows = Sequence[Mapping[str, Any]]


def harmless(value: Any) -> Any:
    """A text that begins like a formula, with an apostrophe before it; several values as one text.

    >>> harmless("=HYPERLINK(1)"), harmless(-3.5)
    ("'=HYPERLINK(1)", -3.5)
    """
    if isinstance(value, str) and value.startswith(FORMULA_BEGINS):
        return f"'{value}"
    if isinstance(value, list | tuple):
        return harmless("; ".join(str(one) for one in value))
    if isinstance(value, Mapping):
        return json.dumps(value, ensure_ascii=False)
    return value


def to_csv(rows: Rows) -> str:
    """The rows as CSV with a heading; unknown is empty."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    keys = list(rows[0]) if rows else []
    writer.writerow([harmless(key) for key in keys])
    writer.writerows([harmless(row[key]) for key in keys] for row in rows)
    return buffer.getvalue()


def to_xlsx(sheets: Mapping[str, Rows]) -> bytes:
    """The rows of each sheet as a workbook, headings in bold and kept in sight."""
    # Drawing and reading series needs no workbook.
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    def storable(value: Any) -> Any:
        """Control characters of a damaged text as U+FFFD: a workbook is XML, which has none."""
        made = harmless(value)
        return ILLEGAL_CHARACTERS_RE.sub("\ufffd", made) if isinstance(made, str) else made

    book = Workbook(write_only=True)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name[:31])
        sheet.freeze_panes = "A2"
        keys = list(rows[0]) if rows else []
        for number, key in enumerate(keys, start=1):
            letters = max(len(key), *(len(str(row[key] or "")) for row in rows[:WIDTH_ROWS]))
            sheet.column_dimensions[get_column_letter(number)].width = min(max(letters + 2, 8), 60)
        heading = [WriteOnlyCell(sheet, storable(key)) for key in keys]
        for cell in heading:
            cell.font = Font(bold=True)
        sheet.append(heading)
        for row in rows:
            sheet.append([storable(row[key]) for key in keys])
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()
