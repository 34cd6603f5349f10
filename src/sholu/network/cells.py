"""Text of a table to its cells: which letters, which delimiter."""

from __future__ import annotations

import codecs
import csv
import io
import math

from sholu.evidence.delimiter import find_delimiter
from sholu.network.model import NetworkError

Cells = list[list[str]]


def decode_text(content: bytes, name: str) -> str:
    """The text of a file: by its byte-order mark, as UTF-8, else as Windows-1251.

    Raises:
        NetworkError: if it is no text.
    """
    for mark, encoding in ((codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16")):
        if content.startswith(mark):
            return content.decode(encoding, errors="replace")
    if b"\x00" in content[:65536]:
        raise NetworkError(
            f"{name} is not a text file.", "Save it as CSV, GraphML, Pajek .net or UCINET DL."
        )
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1251", errors="replace")


def read_cells(text: str, name: str) -> Cells:
    """Rows of cells, blanks around them cut off; empty lines and a head of comments left out.

    The delimiter is the one that most lines share; with none, blanks divide.

    Raises:
        NetworkError: if the lines have no two cells.
    """
    text = _without_comments(text)
    delimiter = find_delimiter(text.encode("utf-8"), "table.csv")
    if delimiter is None:
        rows = [line.split() for line in text.splitlines()]
    else:
        lines = io.StringIO(text, newline="")
        rows = list(csv.reader(lines, delimiter=delimiter, skipinitialspace=True))
    cells = [[cell.strip() for cell in row] for row in rows]
    cells = [row for row in cells if any(row)]
    if not cells or max(len(row) for row in cells) < 2:
        raise NetworkError(
            f"{name} has no columns: neither a matrix nor a list of pairs.",
            "Write one tie a line, 'source,target', or a matrix with labels.",
        )
    return cells


def _without_comments(text: str) -> str:
    """Without the lines of comments at the beginning (``# Nodes: 5``, ``% sym unweighted``)."""
    lines = text.splitlines(keepends=True)
    first = next((n for n, line in enumerate(lines) if not _is_comment(line)), len(lines))
    return "".join(lines[first:])


def _is_comment(line: str) -> bool:
    return line.startswith("%") or line[:2] in ("# ", "#\t", "##", "#\n")


def as_number(cell: str) -> float | None:
    """The number in a cell, None if it is none; a comma may be the decimal mark.

    >>> as_number("1,5"), as_number("12"), as_number("N12")
    (1.5, 12.0, None)
    """
    try:
        number = float(cell)
    except ValueError:
        try:
            number = float(cell.replace(",", ".", 1))
        except ValueError:
            return None
    return number if math.isfinite(number) else None


EMPTY_CELLS = {"", "-", ".", "na", "n/a", "nan", "null", "none", "?"}
"""What people write where a value is not known (in small letters)."""
