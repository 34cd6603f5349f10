"""Tell delimited text from running text, and which delimiter it has."""

from __future__ import annotations

import csv
from collections.abc import Sequence

_SNIFFED_LINES = 50


def find_delimiter(content: bytes, name: str) -> str | None:
    """The delimiter of delimited text; None when it is running text.

    A file whose name ends in ``.csv`` or ``.tsv`` needs one delimiter in most lines; any other,
    the same number of them in every line. In a comma list of prose, a space follows the comma; most
    lines of prose end as sentences do.
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
    stops = sum(line.rstrip().endswith((".", "!", "?")) for line in lines)
    prose = stops * 2 > len(lines) or (
        mark == "," and spaced * 2 > sum(line.count(mark) for line in lines)
    )
    # Tables between tabs or bars are at home in plain text.
    is_table_of_text = mark in "\t|"
    return share if width > 1 and share == 1.0 and not (prose or is_table_of_text) else 0.0
