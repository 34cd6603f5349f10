"""What each cell of a table says: the headings that stand over it and before it.

The same rules serve tables from every format; a format says where the cells stand and, if it
knows, which of them are headings.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from sholu.evidence.model import Cell, DocumentText, WholeCell
from sholu.evidence.table_layout import Grid, GridCell, Layout, lay_out, text_of, words_of


def label_cells(
    grid: Grid, number: int, title: str, name_of: Callable[[int, int], str] | None = None
) -> list[Cell]:
    """The cells of one table with their headings.

    Args:
        grid: the cells as printed.
        number: which table of the document it is, from 1.
        title: caption or sheet name.
        name_of: a person's name for the cell at row and column (from 1).
    """
    layout = lay_out(grid)
    columns = _column_labels(grid, layout)
    rows = _row_labels(grid, layout)
    note = " ".join(words_of(grid, row) for row in layout.notes if row < _body_start(layout))
    full_title = ": ".join(part for part in (title, note) if part)
    cells: list[Cell] = []
    seen: set[int] = set()
    for r, row in enumerate(grid):
        for c, cell in enumerate(row):
            if cell is None or id(cell) in seen or r in layout.notes:
                continue
            seen.add(id(cell))
            heading = r in layout.header_rows or r in layout.groups or c < layout.label_columns
            name = (
                name_of(r + 1, c + 1) if name_of else f"table {number}, row {r + 1}, column {c + 1}"
            )
            for part, (start, end) in enumerate(cell.parts, start=1):
                cells.append(
                    Cell(
                        table=number,
                        table_title=full_title,
                        row=r + 1,
                        column=c + 1,
                        start=start,
                        end=end,
                        name=name,
                        is_header=heading,
                        row_label="" if c < layout.label_columns else rows[r],
                        column_label="" if r in layout.header_rows else columns[c],
                        part=part,
                    )
                )
    return cells


def whole_cells(text: DocumentText) -> list[WholeCell]:
    """All cells of a document's tables, those put together that a page break tore apart."""
    parts: dict[tuple[int, int, int], list[Cell]] = {}
    for cell in text.cells:
        parts.setdefault((cell.table, cell.row, cell.column), []).append(cell)
    return [_put_together(text.text, group) for group in parts.values()]


def _put_together(text: str, group: list[Cell]) -> WholeCell:
    if len(group) == 1:  # all but a few; a national register has 100,000 cells
        return WholeCell(group[0], text[group[0].start : group[0].end], (group[0],))
    words = " ".join(text[part.start : part.end] for part in group)
    return WholeCell(min(group, key=lambda cell: cell.part), words, tuple(group))


def _column_labels(grid: Grid, layout: Layout) -> list[str]:
    """Headings over each column; in all but their last row, a gap belongs to its left neighbour."""
    width = len(grid[0]) if grid else 0
    headers = [r for r in layout.header_rows if r < _first_body(grid, layout)]
    labels = []
    for column in range(width):
        texts = []
        for r in headers:
            cell = grid[r][column]
            if cell is None and r != headers[-1]:
                cell = next((c for c in reversed(grid[r][:column]) if c is not None), None)
            texts.append(text_of(cell))
        labels.append(" / ".join(dict.fromkeys(text for text in texts if text)))
    return labels


def _first_body(grid: Grid, layout: Layout) -> int:
    skipped = {*layout.header_rows, *layout.notes}
    return next((r for r in range(len(grid)) if r not in skipped and any(grid[r])), len(grid))


def _row_labels(grid: Grid, layout: Layout) -> list[str]:
    """Headings of each row, under those of its group; a blank one repeats the one above."""
    above: list[str] = [""] * layout.label_columns
    group = ""
    labels = []
    counted = _counting_columns(grid, layout)
    for r, row in enumerate(grid):
        if r in layout.groups:
            group, above = layout.groups[r], [""] * layout.label_columns
        elif r not in layout.header_rows and r not in layout.notes:
            above = _filled(row[: layout.label_columns], above)
        parts = [text for c, text in enumerate(above) if text and c not in counted]
        labels.append(" / ".join(dict.fromkeys(part for part in (group, *parts) if part)))
    return labels


def _filled(row: Sequence[GridCell | None], above: Sequence[str]) -> list[str]:
    """A row's headings; a new one on the left forgets those on its right."""
    texts = [text_of(cell) for cell in row]
    first = next((c for c, text in enumerate(texts) if text), len(texts))
    return [*above[:first], *texts[first:]]


def _counting_columns(grid: Grid, layout: Layout) -> set[int]:
    """Columns that only number the rows 1, 2, 3 …, if another heading column stands beside."""
    if layout.label_columns < 2:
        return set()
    rows = range(_first_body(grid, layout), len(grid))
    texts = [
        text_of(grid[r][0]).rstrip(".")
        for r in rows
        if text_of(grid[r][0]) and r not in layout.notes
    ]
    return {0} if texts and texts == [str(n) for n in range(1, len(texts) + 1)] else set()


def _body_start(layout: Layout) -> int:
    return min(layout.header_rows, default=10**9)
