"""Read ties from a matrix: actors by actors, or persons by events."""

from __future__ import annotations

from sholu.core.finding import Finding, make_finding
from sholu.network.cells import EMPTY_CELLS, Cells, as_number
from sholu.network.model import NetworkError, Tie, TieTable
from sholu.network.two_mode import project

SMALLEST_BARE = 4
"""Rows of a matrix without labels; three rows of three numbers are an edge list."""

MOSTLY = 0.9
"""Share of cells that are numbers in a matrix."""


def looks_like_matrix(cells: Cells) -> bool:
    """Whether the rows are a matrix with labels, or a square of numbers without."""
    if _is_bare(cells) or _is_bare_two_mode(cells):
        return True
    if len(cells) < 2 or len(cells[0]) < 3:
        return False
    if cells[0][0] == "" and [row[0] for row in cells[1:]] == cells[0][1:]:
        return True
    if len(cells[0]) not in (len(cells[1]), len(cells[1]) - 1):
        return False
    numbers = sum(_is_value(cell) for row in cells[1:] for cell in row[1:])
    total = sum(len(row) - 1 for row in cells[1:])
    blank = cells[0][0] == ""
    if _same_labels(cells):
        return blank or numbers >= MOSTLY * total
    # Persons by events: a header in words over numbers, and no actor in two rows. A column of an
    # edge list repeats its actors.
    rows, columns = _labels(cells)
    in_words = not any(_is_value(cell, numeric=True) for cell in columns)
    alone = len(set(rows)) == len(rows) and (blank or len(columns) > SMALLEST_BARE)
    return in_words and alone and numbers >= MOSTLY * total


def _is_bare(cells: Cells) -> bool:
    size = len(cells)
    corner, *header = cells[0]
    if not corner or (len(set(header)) == len(header) and header == [row[0] for row in cells[1:]]):
        return False
    if any(len(row) != size or not all(_is_value(cell) for cell in row) for row in cells):
        return False
    # Three rows of three are a matrix only where an edge list would have ties of actors 0 and 1.
    small = size == SMALLEST_BARE - 1 and {cell for row in cells for cell in row} <= {"0", "1"}
    return size >= SMALLEST_BARE or (small and all(cells[i][i] == "0" for i in range(size)))


def _is_bare_two_mode(cells: Cells) -> bool:
    """Whether all is 0 or 1 in more columns than a list of ties has, and no square."""
    width = len(cells[0])
    return (
        width > SMALLEST_BARE - 1
        and len(cells) != width
        and all(len(row) == width and all(cell in ("0", "1") for cell in row) for row in cells)
    )


def _is_value(cell: str, *, numeric: bool = False) -> bool:
    return as_number(cell) is not None or (not numeric and cell.lower() in EMPTY_CELLS)


def _labels(cells: Cells) -> tuple[list[str], list[str]]:
    """Labels of rows and of columns; the corner may be missing."""
    columns = cells[0] if len(cells[0]) == len(cells[1]) - 1 else cells[0][1:]
    return [row[0] for row in cells[1:]], columns


def normal_label(label: str) -> str:
    """A label without what drifts between files: case, blanks, dots, leading zeros.

    >>> normal_label("Mr. X") == normal_label("mr x"), normal_label("N07") == normal_label("n7")
    (True, True)
    """
    letters = "".join(char for char in label.casefold() if char.isalnum())
    head = letters.rstrip("0123456789")
    digits = letters[len(head) :]
    return head + (digits.lstrip("0") or "0" if digits else "")


def _same_labels(cells: Cells) -> bool:
    """Whether rows and columns are (nearly) the same actors."""
    rows, columns = _labels(cells)
    if len(rows) != len(columns):
        return False
    if rows == columns:
        return True
    across = {normal_label(column) for column in columns}
    down = {normal_label(row) for row in rows}
    # In an edge list of three columns the first two hold the same actors, too.
    square = cells[0][0] == "" or len(rows) >= SMALLEST_BARE
    return square and len(down) > 0.5 * len(rows) and len(down & across) >= 0.5 * len(down)


def read_matrix(cells: Cells, origin: str) -> TieTable:
    """Ties of a matrix: a cell is the tie from its row to its column.

    Raises:
        NetworkError: if a row is short or long, or a cell is no number.
    """
    if _is_bare(cells):
        cells = _numbered(cells, [str(place + 1) for place in range(len(cells))])
    elif _is_bare_two_mode(cells):
        cells = _numbered(cells, [f"event {place + 1}" for place in range(len(cells[0]))])
    rows, columns = _labels(cells)
    _check_widths(cells, len(columns), origin)
    if not _same_labels(cells):
        return _read_two_mode(cells, rows, columns, origin)
    notes = _drift(rows, columns, origin)
    # Where the two disagree, the place in the matrix says which actor is meant.
    ties, empty = _ties(cells, rows, rows if notes else columns, origin)
    if empty:
        notes.append(_empty_note(origin, empty))
    return TieTable(
        origin=origin,
        form="matrix",
        actors=tuple(rows),
        ties=ties,
        directed=True,
        weighted=any(tie.weight != 1 for tie in ties),
        notes=tuple(notes),
    )


def _numbered(cells: Cells, columns: list[str]) -> Cells:
    """Rows with their number for a label, under a header."""
    return [["", *columns], *([str(number), *row] for number, row in enumerate(cells, start=1))]


def _read_two_mode(cells: Cells, rows: list[str], columns: list[str], origin: str) -> TieTable:
    ties, empty = _ties(cells, rows, columns, origin)
    table = project(
        [(tie.source, tie.target, tie.weight) for tie in ties], origin, tuple(rows), "matrix"
    )
    if not empty:
        return table
    notes = (*table.notes, _empty_note(origin, empty))
    return TieTable(**{**table.__dict__, "notes": notes})


def _ties(
    cells: Cells, rows: list[str], columns: list[str], origin: str
) -> tuple[tuple[Tie, ...], int]:
    ties = []
    empty = 0
    for label, row in zip(rows, cells[1:], strict=True):
        for other, cell in zip(columns, row[1:], strict=True):
            if cell.lower() in EMPTY_CELLS:
                empty += 1
                continue
            weight = as_number(cell)
            if weight is None:
                raise NetworkError(
                    f"{origin}: the cell of row '{label}' and column '{other}' holds '{cell}', "
                    "which is no number.",
                    "Write 0 for no tie, and nothing where it is not known.",
                )
            if weight != 0:
                ties.append(Tie(label, other, weight))
    return tuple(ties), empty


def _check_widths(cells: Cells, columns: int, origin: str) -> None:
    for row in cells[1:]:
        if len(row) != columns + 1:
            raise NetworkError(
                f"{origin}: row '{row[0]}' has {len(row) - 1} cells, the header {columns}.",
                "A matrix has as many cells in each row as in its header.",
            )


def _drift(rows: list[str], columns: list[str], origin: str) -> list[Finding]:
    """A finding where the labels of rows are not those of columns, place by place."""
    differ = [
        f"{place}: row '{row}', column '{column}'"
        for place, (row, column) in enumerate(zip(rows, columns, strict=True), start=1)
        if row != column
    ]
    if not differ:
        return []
    more = f", and {len(differ) - 5} more" if len(differ) > 5 else ""
    statement = (
        f"Labels of rows and columns differ at {len(differ)} of {len(rows)} places "
        f"({'; '.join(differ[:5])}{more}). The place in the matrix was taken for the actor, "
        "under the label of the row."
    )
    return [
        make_finding(
            "label_drift",
            origin,
            statement,
            method="row and column labels compared",
            gravity="high",
        )
    ]


def _empty_note(origin: str, empty: int) -> Finding:
    cells = "1 cell is" if empty == 1 else f"{empty} cells are"
    return make_finding(
        "empty_cells",
        origin,
        f"{cells} empty: not known is not the same as no tie. They count as no tie here.",
        method="cells read",
    )
