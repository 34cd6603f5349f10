"""A table of the data dictionary as CSV, row by row."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from typing import Any

from sholu.indicators.export import harmless
from sholu.release.exports.spreadsheets import BOM
from sholu.release.exports.tables import rows_of, table_form
from sholu.web.api.model import CSV, Asked, Text

_PIECE = 64 * 1024
"""Characters that go out at once."""


def csv_of(asked: Asked, table: str, records: Iterable[Any]) -> Text:
    """The records as the table has them (RFC 4180, UTF-8 with a byte order mark)."""
    rows = rows_of(asked.package, table, asked.language, records)
    heading = [column.name for column in table_form(table).columns]
    lines = ([harmless(row[name]) for name in heading] for row in rows)
    return Text(CSV, _pieces(heading, lines), f"{asked.package.about.release}-{table}.csv")


def _pieces(heading: list[str], lines: Iterable[list[Any]]) -> Iterator[str]:
    buffer = io.StringIO()
    buffer.write(BOM)
    writer = csv.writer(buffer, lineterminator="\r\n")
    writer.writerow(heading)
    for line in lines:
        writer.writerow(line)
        if buffer.tell() > _PIECE:
            yield buffer.getvalue()
            buffer.seek(0)
            buffer.truncate()
    yield buffer.getvalue()
