"""A table of a document as rows of cells, found again by its title; what mappings are laid over."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sholu.evidence.model import DocumentText, WholeCell
from sholu.evidence.tables import whole_cells


@dataclass(frozen=True)
class Grid:
    """A table's cells by row and column, both from 1; blank cells are not among them."""

    title: str
    cells: Mapping[tuple[int, int], WholeCell]
    rows: int
    columns: int

    def text(self, row: int, column: int) -> str:
        """What stands in a cell, in one line; empty for a blank one."""
        cell = self.cells.get((row, column))
        return " ".join(cell.text.split()) if cell else ""

    def stretch(self, row: int, column: int | None = None) -> tuple[int, int] | None:
        """Where a cell, or a whole row, stands in the document's text; None if it is blank."""
        columns = range(1, self.columns + 1) if column is None else (column,)
        found = [self.cells[row, one].cell for one in columns if (row, one) in self.cells]
        if not found:
            return None
        return min(one.start for one in found), max(one.end for one in found)

    def headings(self, header: tuple[int, ...]) -> dict[int, str]:
        """Column to its heading; several rows of headings are joined by `` / ``.

        A gap in an upper row belongs to its left neighbour, as in merged cells.
        """
        found: dict[int, str] = {}
        above = dict.fromkeys(header, "")
        for column in range(1, self.columns + 1):
            parts = []
            for row in header:
                text = self.text(row, column)
                above[row] = text or (above[row] if row != header[-1] else "")
                parts.append(above[row])
            heading = " / ".join(dict.fromkeys(part for part in parts if part))
            if heading:
                found[column] = heading
        return found


def grids_of(text: DocumentText) -> Iterator[Grid]:
    """The tables of a document, in order."""
    tables: dict[int, list[WholeCell]] = {}
    for cell in whole_cells(text):
        tables.setdefault(cell.cell.table, []).append(cell)
    for cells in tables.values():
        yield Grid(
            title=cells[0].cell.table_title,
            cells={(one.cell.row, one.cell.column): one for one in cells},
            rows=max(one.cell.row for one in cells),
            columns=max(one.cell.column for one in cells),
        )
