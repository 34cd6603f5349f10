"""Write a table into a draft: rows on lines, cells between tabs, so that every cell has a span."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

from sholu.evidence.draft import Draft
from sholu.evidence.model import Link, Passage
from sholu.evidence.normal_text import one_line
from sholu.evidence.table_layout import GridCell
from sholu.evidence.tables import label_cells

MOST_COLUMNS = 256
"""Columns of one table; also what a merged cell may span."""

MOST_CELLS = 400_000
"""Cells of one document: a table above that is a database, not evidence to read cell by cell."""

MOST_ROWS = 20_000


@dataclass(frozen=True, eq=False)
class RawCell:
    """A cell as a format has it; a merged cell is one object in several places of the rows.

    Attributes:
        runs: pieces of its text, each with its link's address.
        heading: whether the format calls it a heading; None if it doesn't say.
    """

    runs: tuple[tuple[str, str | None], ...]
    heading: bool | None = None

    @cached_property
    def text(self) -> str:
        """Its words on one line."""
        return one_line("".join(text for text, _ in self.runs))


def plain_cell(text: str) -> RawCell | None:
    """A cell of words only; None if it is blank."""
    return RawCell(((text, None),)) if text.strip() else None


def write_table(
    draft: Draft,
    rows: Sequence[Sequence[RawCell | None]],
    title: str,
    name_of: Callable[[int, int], str] | None = None,
    page: int | None = None,
) -> None:
    """Add a table to the text, its cells with their headings, and its links.

    Args:
        rows: may be ragged; None where nothing is printed.
        name_of: a person's name for the cell at row and column of ``rows`` (from 1).
    """
    rows = _trimmed(rows)
    if not rows:
        return
    draft.separate()
    start = draft.length
    written: dict[int, GridCell] = {}
    grid: list[list[GridCell | None]] = []
    for index, row in enumerate(rows):
        if index:
            draft.write("\n")
        grid.append(_write_row(draft, row, written))
    number = max((cell.table for cell in draft.cells), default=0) + 1
    draft.cells.extend(label_cells(grid, number, title, name_of))
    draft.passages.append(Passage(start, draft.length, "table", page=page))


def _trimmed(rows: Sequence[Sequence[RawCell | None]]) -> list[list[RawCell | None]]:
    """Rows of equal length; blank columns on the right are cut off."""
    printed = [[cell if cell and cell.text else None for cell in row] for row in rows]
    width = max((c + 1 for row in printed for c, cell in enumerate(row) if cell), default=0)
    return [[*row, *[None] * width][:width] for row in printed] if width else []


def _write_row(
    draft: Draft, row: Sequence[RawCell | None], written: dict[int, GridCell]
) -> list[GridCell | None]:
    cells: list[GridCell | None] = []
    for column, cell in enumerate(row):
        if column:
            draft.write("\t")
        if cell is None:
            cells.append(None)
            continue
        if id(cell) not in written:
            written[id(cell)] = _write_cell(draft, cell)
        cells.append(written[id(cell)])
    return cells


def _write_cell(draft: Draft, cell: RawCell) -> GridCell:
    span = draft.write(cell.text)
    at = 0
    for text, address in cell.runs:
        words = one_line(text) if address else ""
        if address and words and (found := cell.text.find(words, at)) >= 0:
            at = found + len(words)
            draft.links.append(Link(span[0] + found, span[0] + at, address))
    return GridCell(cell.text, (span,), cell.heading)
