"""Tables in running text: cells between tabs, or between bars as Markdown has them."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sholu.evidence.table_layout import Grid, GridCell, is_rule

LONGEST_GAP = 3
"""Blank lines inside a table, where a page ended."""

_WORDY = 3
"""A torn cell has at least so many words above the tear; figures and names have fewer."""


@dataclass(frozen=True)
class Line:
    """A line of the text without its line end."""

    start: int
    text: str

    @property
    def end(self) -> int:
        """Offset after its last character."""
        return self.start + len(self.text)

    @property
    def is_blank(self) -> bool:
        """Whether nothing is printed on it."""
        return not self.text.strip()


Stretch = tuple[int, int]
Row = list[Stretch | None]


def split_lines(text: str) -> list[Line]:
    """The lines of a text with their offsets."""
    lines, start = [], 0
    for part in text.split("\n"):
        lines.append(Line(start, part))
        start += len(part) + 1
    return lines


def is_tabbed(line: str) -> bool:
    """Whether a tab stands behind something printed (a tab in front is an indent)."""
    return "\t" in line.strip(" ").lstrip("\t") and bool(line.strip())


def is_piped(line: str) -> bool:
    """Whether bars divide the line as in a Markdown table."""
    line = line.strip()
    return line.startswith("|") and line.count("|") >= 3


def tabbed_table(lines: Sequence[Line], first: int) -> int:
    """The index after the last line of the table that begins at ``lines[first]``.

    Blank lines may stand where a page ended, if the table goes on with as many columns.
    Returns ``first`` when there is no table: it takes two rows.
    """
    width = len(_fields(lines[first], "\t"))
    end, rows, at = first, 0, first
    while at < len(lines) and at - end <= LONGEST_GAP:
        line = lines[at]
        at += 1
        if line.is_blank:
            continue
        same = "\t" in line.text and len(_fields(line, "\t")) == width
        touching = at - 1 == end
        if not same and not (touching and is_tabbed(line.text)):
            break
        end, rows = at, rows + 1
        width = max(width, len(_fields(line, "\t")))
    return end if rows >= 2 else first


def piped_table(lines: Sequence[Line], first: int) -> int:
    """The index after the last line of the Markdown table that begins at ``lines[first]``."""
    end = first
    while end < len(lines) and is_piped(lines[end].text):
        end += 1
    has_rule = end - first >= 2 and all(
        is_rule(
            lines[first + 1].text[start - lines[first + 1].start : stop - lines[first + 1].start]
        )
        for start, stop in filter(None, _fields(lines[first + 1], "|"))
    )
    return end if has_rule else first


def read_grid(text: str, lines: Sequence[Line], separator: str) -> Grid:
    """The table's cells; rows that a page break tore in two are put together.

    Args:
        lines: the table's lines, blank ones included.
        separator: tab or bar.
    """
    rows: list[list[list[Stretch]]] = []
    gap = False
    for line in lines:
        if line.is_blank:
            gap = True
            continue
        row = _fields(line, separator)
        if all(is_rule(text[start:end]) for start, end in filter(None, row)):
            continue
        if gap and rows and _continues(text, rows[-1], row):
            for cell, more in zip(rows[-1], row, strict=False):
                cell.extend([more] if more else [])
        else:
            rows.append([[stretch] if stretch else [] for stretch in row])
        gap = False
    width = max(len(row) for row in rows) if rows else 0
    return [[_cell(text, parts) for parts in [*row, *[[]] * (width - len(row))]] for row in rows]


def _cell(text: str, parts: list[Stretch]) -> GridCell | None:
    if not parts:
        return None
    return GridCell(" ".join(text[start:end] for start, end in parts), tuple(parts))


_SEPARATORS: dict[str, Callable[[str], list[int]]] = {
    "\t": lambda text: [match.start() for match in re.finditer("\t", text)],
    "|": lambda text: [match.start() for match in re.finditer(r"(?<!\\)\|", text)],
}


def _fields(line: Line, separator: str) -> Row:
    """Where each cell of a line stands, without the white space around it."""
    text = line.text
    cuts = _SEPARATORS[separator](text)
    if separator == "|":
        starts, ends = [cut + 1 for cut in cuts[:-1]], cuts[1:]
        if text[cuts[-1] + 1 :].strip():
            starts, ends = [*starts, cuts[-1] + 1], [*ends, len(text)]
    else:
        starts, ends = [0, *(cut + 1 for cut in cuts)], [*cuts, len(text)]
    row: Row = []
    for start, end in zip(starts, ends, strict=True):
        body = text[start:end]
        left = start + len(body) - len(body.lstrip())
        right = end - len(body) + len(body.rstrip())
        row.append((line.start + left, line.start + right) if left < right else None)
    return row


def _continues(text: str, above: list[list[Stretch]], row: Row) -> bool:
    """Whether a row after a gap holds the second halves of the cells above the gap.

    It does if, in most pairs of wordy cells, the upper one does not end a sentence and the lower
    one does not begin with a capital letter.
    """
    torn = whole = 0
    for parts, stretch in zip(above, row, strict=False):
        if not parts or not stretch:
            continue
        upper, lower = text[slice(*parts[-1])], text[slice(*stretch)]
        if len(upper.split()) < _WORDY:
            continue
        if upper.endswith((".", "!", "?")) or lower[0].isupper():
            whole += 1
        else:
            torn += 1
    return torn > whole
