"""Tables of web pages, with cells that span rows and columns."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from sholu.evidence.table_writing import MOST_COLUMNS, MOST_ROWS, RawCell

_SPACE = re.compile(r"\s+")
_ROWS = ("tr", "row")
_CELLS = ("td", "th", "cell")
_TALLEST = 500
"""Rows that one cell may span."""


def table_key(table: Any) -> str:
    """The letters of a table without space, by which the same table is known in two trees."""
    return _SPACE.sub("", "".join(_own_text(table)))


def _own_text(element: Any) -> Iterator[str]:
    if element.tag == "caption":
        return
    yield element.text or ""
    for child in element:
        yield from _own_text(child)
        yield child.tail or ""


def read_html_table(table: Any) -> list[list[RawCell | None]]:
    """The rows of a table; a cell that spans several places is the same object in each.

    Args:
        table: an HTML ``table`` element, or trafilatura's with ``row`` and ``cell``.
    """
    rows: list[list[RawCell | None]] = []
    hanging: dict[int, tuple[RawCell, int]] = {}
    for element in _rows(table):
        row: list[RawCell | None] = []
        below: dict[int, tuple[RawCell, int]] = {}
        for cell in (child for child in element if child.tag in _CELLS):
            _take_hanging(row, hanging, below)
            raw = RawCell(tuple(_runs(cell, None)), _is_heading(cell))
            height = _span(cell, "rowspan", _TALLEST)
            for _ in range(min(_span(cell, "colspan", MOST_COLUMNS), MOST_COLUMNS - len(row))):
                if height > 1:
                    below[len(row)] = (raw, height - 1)
                row.append(raw)
        _take_hanging(row, hanging, below)
        rows.append(row)
        hanging = below
        if len(rows) >= MOST_ROWS:
            break
    return rows


def _take_hanging(
    row: list[RawCell | None],
    hanging: dict[int, tuple[RawCell, int]],
    below: dict[int, tuple[RawCell, int]],
) -> None:
    """Put the cells of rows above that reach down to here."""
    while len(row) in hanging:
        cell, more = hanging.pop(len(row))
        if more > 1:
            below[len(row)] = (cell, more - 1)
        row.append(cell)


def _rows(table: Any) -> list[Any]:
    """The table's own rows, not those of tables inside it."""
    return [
        row
        for row in table.iter(*_ROWS)
        if next(row.iterancestors("table"), None) is table or row.getparent() is table
    ]


def _span(cell: Any, name: str, most: int) -> int:
    text = str(cell.get(name) or "1").strip()
    return min(max(1, int(text)), most) if text.isdecimal() and len(text) < 6 else 1


def _is_heading(cell: Any) -> bool:
    return bool(cell.tag == "th" or cell.get("role") == "head")


def _runs(element: Any, link: str | None) -> Iterator[tuple[str, str | None]]:
    link = element.get("href") or element.get("target") or link
    if element.tag in ("br", "lb", "p", "div", "li"):
        yield " ", None
    if element.tag in ("script", "style"):
        return
    if element.text:
        yield element.text, link
    for child in element:
        yield from _runs(child, link)
        if child.tail:
            yield child.tail, link
