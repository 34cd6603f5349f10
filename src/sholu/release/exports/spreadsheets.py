"""The tables as CSV and as a workbook with the data dictionary."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterable, Iterator
from typing import Any

from sholu.indicators.export import harmless, to_csv, to_xlsx
from sholu.release.exports.tables import Row, TableForm, rows_of, table_form, table_forms
from sholu.release.package.reader import Package

BOM = "\ufeff"
"""Excel takes a CSV without it for the machine's old encoding."""

PIECE = 64 * 1024
"""Characters of a table that go out at once: a long one never is in memory whole."""

MOST_ROWS_OF_A_SHEET = 1_048_575
"""A sheet of XLSX has so many below its heading (ECMA-376)."""

ZIPPED_AT = (1980, 1, 1, 0, 0, 0)
"""The earliest time of a zip: the same data give the same bytes."""


def table_csv(
    package: Package, table: str, language: str, records: Iterable[Any] | None = None
) -> Iterator[str]:
    """A table as CSV (RFC 4180, UTF-8 with a byte order mark), piece by piece.

    Args:
        records: those of the table that are wanted; all of the release if None.
    """
    names = _names(table_form(table))
    buffer = io.StringIO()
    buffer.write(BOM)
    writer = csv.writer(buffer)
    writer.writerow(names)
    for row in rows_of(package, table, language, records):
        writer.writerow([harmless(row[name]) for name in names])
        if buffer.tell() > PIECE:
            yield buffer.getvalue()
            buffer.seek(0)
            buffer.truncate()
    yield buffer.getvalue()


def tables_csv(package: Package, language: str) -> bytes:
    """All tables as CSV with the data dictionary, zipped."""
    files = {
        f"{form.name}.csv": "".join(table_csv(package, form.name, language)).encode("utf-8")
        for form in table_forms()
    }
    files["data-dictionary.csv"] = (BOM + to_csv(dictionary_rows(language))).encode("utf-8")
    return zipped(files.items())


def workbook(package: Package, language: str) -> bytes:
    """All tables as XLSX, the data dictionary first; of a longer table the first rows."""
    sheets = {"data dictionary": dictionary_rows(language)}
    for form in table_forms():
        rows = list(rows_of(package, form.name, language))[:MOST_ROWS_OF_A_SHEET]
        sheets[form.name] = rows or [dict.fromkeys(_names(form))]
    return to_xlsx(sheets)


def dictionary_rows(language: str) -> list[Row]:
    """The data dictionary: one row a column."""
    return [
        {
            "table": form.name,
            "table_about": form.about[language],
            "column": column.name,
            "type": column.type,
            "about": column.about,
            "key": column.name == form.key,
        }
        for form in table_forms()
        for column in form.columns
    ]


def zipped(files: Iterable[tuple[str, bytes]]) -> bytes:
    """Files in one zip, without a clock."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files:
            entry = zipfile.ZipInfo(name, ZIPPED_AT)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, content)
    return buffer.getvalue()


def _names(form: TableForm) -> list[str]:
    return [column.name for column in form.columns]
