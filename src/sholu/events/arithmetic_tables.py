"""Rows and columns of a table against the total that the table prints for them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sholu.events.arithmetic_lists import CUES
from sholu.events.arithmetic_mismatch import Mismatch
from sholu.events.arithmetic_numbers import Number, NumberReader
from sholu.evidence.model import Cell
from sholu.mentions.model import AnnotatedDocument

_TOTAL = re.compile(
    r"\W*(?:grand )?(?:total|in all|overall|sum|всего|итого|барлығы|жиыны|жалпы)"
    r"(?: (?:weight|number|amount|mass|seizures|quantity|by country|по стране|саны))?"
    r"[\s:.*]*(?:\([^)]*\))?\W*",
    re.IGNORECASE,
)
LEAST = 2
"""Numbers that a total must be the sum of to be checked."""

ALONE = 0.1
"""A total that no other row or column of its kind bears out is doubted only if it is near the sum:
further off, it is probably the total of something else."""


@dataclass(frozen=True)
class _Line:
    """A row or column with its total."""

    total: Number
    parts: tuple[Number, ...]
    label: str

    def is_right(self) -> bool:
        low, high = sum(p.low for p in self.parts), sum(p.high for p in self.parts)
        return low <= self.total.high and self.total.low <= high


def check_tables(annotated: AnnotatedDocument, reader: NumberReader) -> Iterator[Mismatch]:
    """Totals of tables that are not the sum of their rows or columns."""
    tables: dict[int, list[Cell]] = {}
    for cell in annotated.text.cells:
        tables.setdefault(cell.table, []).append(cell)
    for cells in tables.values():
        numbers = _numbers(cells, annotated, reader)
        rows = {cell.row: cell.row_label for cell in cells if (cell.row, cell.column) in numbers}
        columns = {c.column: c.column_label for c in cells if (c.row, c.column) in numbers}
        down = {(column, row): number for (row, column), number in numbers.items()}
        yield from _check_lines(list(_lines(down, rows, columns)))
        yield from _check_lines(list(_lines(numbers, columns, rows)))


def _numbers(
    cells: Sequence[Cell], annotated: AnnotatedDocument, reader: NumberReader
) -> dict[tuple[int, int], Number]:
    """The lone figure of each cell by row and column."""
    found = {}
    for cell in cells:
        figure = None if cell.is_header else reader.figure_in(cell.start, cell.end)
        if figure is not None and cell.part == 1:
            number = reader.of_figure(figure, annotated.text.language)
            found[cell.row, cell.column] = number
    return found


def _lines(
    numbers: dict[tuple[int, int], Number], summed: dict[int, str], lines: dict[int, str]
) -> Iterator[_Line]:
    """The lines with a total. ``numbers`` by line and place in it; ``summed`` labels the places."""
    totals = [place for place, label in summed.items() if _is_total(label)]
    if len(totals) != 1 or any(CUES.search(label) for label in summed.values()):
        return
    total = totals[0]
    for line, label in lines.items():
        own = {place: n for (at, place), n in numbers.items() if at == line}
        whole = own.pop(total, None)
        complete = len(own) == len(summed) - 1 >= LEAST
        if whole is None or not complete or _is_total(label):
            continue
        alike = all(n.unit == whole.unit and not n.doubtful for n in own.values())
        if alike and not re.search("%|/", whole.shown_unit):
            yield _Line(whole, tuple(own.values()), label)


def _is_total(label: str) -> bool:
    return any(_TOTAL.fullmatch(part) for part in label.split(" / "))


def _check_lines(lines: Sequence[_Line]) -> Iterator[Mismatch]:
    wrong = [line for line in lines if not line.is_right()]
    borne_out = len(lines) > len(wrong)
    for line in wrong:
        summed = sum(part.value for part in line.parts)
        near = abs(summed - line.total.value) <= ALONE * abs(line.total.value)
        if borne_out or (near and len(lines) == 1):
            yield Mismatch(
                f"{line.label or 'The column'}: the total is printed as {line.total.printed}, "
                f"but its parts make {line.total.show(summed)}.",
                (line.total, *line.parts),
                "a table's total against its rows or columns",
                "certain" if borne_out else "possible",
            )
