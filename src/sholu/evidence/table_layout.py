"""Which part of a table is what: column headings, row headings, groups, titles and notes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

MANY_WORDS = 7
"""A lone first cell with at least so many words is a title or a note, not a heading. Chosen so that
the one such heading of the real tables, of four words, stays one."""

_NUMBER = r"[-+−~≈<>≤≥]?\s?[\d][\d\s.,\u00a0\u202f]*"
_MEASURE = re.compile(
    rf"(?:[$€£₸₽¥]\s?)?{_NUMBER}(?:\s?[-–—…]\s?{_NUMBER})?\s?"
    r"(?:%|‰|\*+|\([^()]{1,12}\)|[^\W\d_]{1,6}\.?(?:/[^\W\d_]{1,4})?)?"
)
_DATE = re.compile(r"\d{1,2}[./]\d{1,2}[./]\d{2,4}|\d{4}-\d{2}-\d{2}.*")
_YEAR = re.compile(
    r"(?:19|20)\d{2}(?:\s?[-–/]\s?(?:\d{2}|(?:19|20)\d{2}))?"
    r"\s?(?:\(.*\)|\*+|(?:год|гг|жыл|г|ж|й)\w*\.?)?"
)
_MISSING = re.compile(r"[-–—−.…x×*]{1,3}|n/?[adr]\.?|н/?д\.?|нет данных|жоқ", re.IGNORECASE)
_RULE = re.compile(r":?[-–—=_]{2,}:?")


@dataclass(frozen=True)
class GridCell:
    """A cell where it stands in the text; a merged cell is in the grid more than once.

    Attributes:
        parts: its stretches of the text, mostly one.
        heading: what the format says about it; None if it says nothing.
    """

    text: str
    parts: tuple[tuple[int, int], ...]
    heading: bool | None = None


Grid = Sequence[Sequence[GridCell | None]]
"""Rows of equal length; None where nothing is printed."""


@dataclass(frozen=True)
class Layout:
    """Which part of a grid is what.

    Attributes:
        header_rows: indices of rows of column headings, from the outermost.
        label_columns: how many columns from the left are row headings.
        groups: index of a row inside the body that heads the rows below it, with its words.
        notes: indices of rows that are a title or a note over the whole width.
    """

    header_rows: tuple[int, ...]
    label_columns: int
    groups: dict[int, str]
    notes: tuple[int, ...]


def lay_out(grid: Grid) -> Layout:
    """Find headings, groups and notes."""
    notes = _notes(grid)
    body = [r for r in range(len(grid)) if r not in notes and any(grid[r])]
    measures = _measure_columns(grid, body)
    header_rows = _header_rows(grid, body, measures)
    rest = [r for r in body if r not in header_rows]
    label_columns = _label_columns(grid, rest, measures)
    repeated = [r for r in rest if header_rows and _same_row(grid, r, header_rows[-1])]
    groups = {r: words_of(grid, r) for r in rest if r != rest[-1] and _is_lone(grid, r)}
    if not label_columns:
        groups = {}
    return Layout((*header_rows, *repeated), label_columns, groups, notes)


def text_of(cell: GridCell | None) -> str:
    """The words of a cell; empty where nothing is printed."""
    return cell.text if cell else ""


def words_of(grid: Grid, row: int) -> str:
    """The distinct texts of a row."""
    return " ".join(dict.fromkeys(text_of(cell) for cell in grid[row] if text_of(cell)))


def _is_lone(grid: Grid, row: int) -> bool:
    """Whether only the first cell is printed (or one cell lies over the whole width)."""
    first = grid[row][0] if grid[row] else None
    return first is not None and all(cell is None or cell is first for cell in grid[row])


def _notes(grid: Grid) -> tuple[int, ...]:
    """Rows at the top and the bottom with one long cell only: title, source, remark."""
    if not grid or len(grid[0]) < 2:
        return ()

    def is_note(row: int) -> bool:
        return not any(grid[row]) or (
            _is_lone(grid, row) and len(words_of(grid, row).split()) >= MANY_WORDS
        )

    top = 0
    while top < len(grid) and is_note(top):
        top += 1
    bottom = len(grid)
    while bottom > top and is_note(bottom - 1):
        bottom -= 1
    return (*range(top), *range(bottom, len(grid)))


def is_measure(text: str) -> bool:
    """Whether a cell's text is a number, a range or an amount, and not a year or a date."""
    return (
        bool(_MEASURE.fullmatch(text)) and not _YEAR.fullmatch(text) and not _DATE.fullmatch(text)
    )


def _measure_columns(grid: Grid, body: Sequence[int]) -> set[int]:
    """Columns after the first where more than half of the printed cells are measures.

    A column of years only is a measure too, unless it is all years: then it labels its row.
    """
    found = set()
    width = len(grid[0]) if grid else 0
    for column in range(1, width):
        texts = [text_of(grid[r][column]) for r in body[1:] if text_of(grid[r][column])]
        texts = [text for text in texts if not _MISSING.fullmatch(text)]
        numbers = [text for text in texts if is_measure(text) or _YEAR.fullmatch(text)]
        if len(numbers) * 2 > len(texts) and any(is_measure(text) for text in texts):
            found.add(column)
    return found


def _header_rows(grid: Grid, body: Sequence[int], measures: set[int]) -> tuple[int, ...]:
    """Leading rows of headings: what the format says, else rows without measures under measures."""
    said = [r for r in body if all(cell is None or cell.heading for cell in grid[r])]
    if said and said[0] == body[0]:
        return tuple(r for i, r in enumerate(said) if r == body[i])
    headers: list[int] = []
    for r in body[:-1]:
        is_first_of_text = not measures and not headers
        if measures and not _is_header_over(grid, _first_wide(grid, body, r), measures):
            break
        if not measures and not is_first_of_text and not _continues_header(grid, headers[-1], r):
            break
        headers.append(r)
    # A body of headings only is no table; the last row at least is data.
    return tuple(headers)


def _first_wide(grid: Grid, body: Sequence[int], row: int) -> int:
    """The first row from ``row`` on with more than its first cell printed."""
    return next((r for r in body if r >= row and not _is_lone(grid, r)), row)


def _is_header_over(grid: Grid, row: int, measures: set[int]) -> bool:
    texts = [text_of(grid[row][column]) for column in measures]
    return any(texts) and not any(
        is_measure(text) or _MISSING.fullmatch(text) for text in texts if text
    )


def _continues_header(grid: Grid, above: int, row: int) -> bool:
    """Without numbers to go by: a second line of headings under a first one with gaps."""
    gaps = any(cell is None for cell in grid[above][1:])
    return gaps and grid[row][0] is None and any(grid[row])


def _label_columns(grid: Grid, rows: Sequence[int], measures: set[int]) -> int:
    width = len(grid[0]) if grid else 0
    if width < 2 or not rows or _is_parallel_lists(grid, rows, measures):
        return 0
    if not measures:
        return 1
    return max(1, min(measures))


def _is_parallel_lists(grid: Grid, rows: Sequence[int], measures: set[int]) -> bool:
    """Lists side by side: no numbers, and two or more columns, the first too, merely end early."""
    if measures:
        return False
    ends_early = 0
    for column in range(len(grid[0])):
        filled = [grid[r][column] is not None for r in rows]
        if sorted(filled, reverse=True) != filled:
            return False
        ends_early += not filled[-1]
    return ends_early >= 2 and grid[rows[-1]][0] is None


def _same_row(grid: Grid, row: int, header: int) -> bool:
    return [text_of(cell) for cell in grid[row]] == [text_of(cell) for cell in grid[header]]


def is_rule(text: str) -> bool:
    """Whether a cell holds only dashes drawn as a line (``--``, ``:---:``)."""
    return bool(_RULE.fullmatch(text))
