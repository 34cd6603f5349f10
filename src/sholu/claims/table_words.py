"""What is said about a table: headings, title, the sentences that name it, its source."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from sholu.claims.citations import find_source_line
from sholu.claims.setting import Setting
from sholu.claims.statement import figures_within, mentions_within
from sholu.evidence.model import Cell
from sholu.mentions.model import AnnotatedDocument, Figure, Mention

_NUMBER_OF_TABLE = re.compile(
    r"""\b(?:table|таблица|таблице|таблицы|табл\.|кесте)\s*№?\s*
    (?P<after>\d+(?:\s?\.\s?\d+)*(?:\s*(?:,|and|и)\s*\d+(?:\.\d+)*)*)     # Table 5. 5, Table 1, 2
    |(?P<before>\d+(?:\.\d+)*)\s*-\s*кесте                                # 5-кесте
    """,
    re.IGNORECASE | re.VERBOSE,
)
_NUMBER = re.compile(r"\d+(?:\s?\.\s?\d+)*")
_NEAR = 600
"""Characters before a table to look for its title in, and after it for its source line."""


@dataclass(frozen=True)
class Table:
    """A table with its figures and the words about it outside its cells.

    Attributes:
        cells, figures: in the order of the text.
        titled: places and dates in its title.
        introduction: the sentences that name it by its number, joined.
        introduced: their mentions.
        source_line: what its ``Source: …`` line names.
    """

    cells: tuple[Cell, ...]
    figures: tuple[tuple[Figure, Cell], ...]
    titled: tuple[Mention, ...]
    introduction: str
    introduced: tuple[Mention, ...]
    source_line: str | None

    def headings_of(self, cell: Cell) -> list[Cell]:
        """The cells that head a cell's row or column, whose words are part of its labels."""
        return [*self._headings["row", cell.row], *self._headings["column", cell.column]]

    @cached_property
    def _headings(self) -> defaultdict[tuple[str, int], list[Cell]]:
        headings: defaultdict[tuple[str, int], list[Cell]] = defaultdict(list)
        for cell in self.cells:
            if cell.is_header:
                headings["row", cell.row].append(cell)
                headings["column", cell.column].append(cell)
        return headings


def read_tables(setting: Setting) -> Iterator[Table]:
    """The tables of a document that hold figures, in order."""
    naming, annotated = _Naming(setting), setting.annotated
    for _, group in groupby(annotated.text.cells, key=lambda cell: cell.table):
        cells = tuple(group)
        figures = tuple(
            (figure, cell)
            for cell in cells
            for figure in figures_within(annotated, cell.start, cell.end)
        )
        if figures:
            yield _look_at(cells, figures, naming, annotated)


def _look_at(
    cells: tuple[Cell, ...],
    figures: tuple[tuple[Figure, Cell], ...],
    naming: _Naming,
    annotated: AnnotatedDocument,
) -> Table:
    start, end, title = cells[0].start, cells[-1].end, cells[0].table_title
    text = annotated.text.text
    printed = _find_title(title, text, start)
    said = naming.sentences_about(title, start)
    return Table(
        cells=cells,
        figures=figures,
        titled=mentions_within(annotated, *printed),
        introduction=" ".join(text[first:last] for first, last in said),
        introduced=tuple(
            mention for first, last in said for mention in mentions_within(annotated, first, last)
        ),
        source_line=_source_line(text[end : end + _NEAR]),
    )


def _find_title(title: str, text: str, before: int) -> tuple[int, int]:
    """Where a table's title is printed above it, on one line or several; empty if nowhere."""
    words = r"\s+".join(re.escape(word) for word in title.split())
    found = list(re.compile(words).finditer(text, max(0, before - _NEAR), before)) if words else []
    return found[-1].span() if found else (before, before)


def _source_line(after: str) -> str | None:
    """The source named in the first two lines with words after a table."""
    lines = [line for line in after.splitlines() if line.strip()]
    return find_source_line("\n".join(lines[:2]))


@dataclass(frozen=True)
class _Naming:
    """The sentences of a document that name tables by their numbers."""

    setting: Setting

    def sentences_about(self, title: str, before: int) -> list[tuple[int, int]]:
        """Those before an offset that name the table whose title begins with the number."""
        named = _NUMBER_OF_TABLE.search(title)
        if named is None:
            return []
        number = _numbers(named)[0]
        return [(start, end) for start, end in self._sentences[number] if end <= before]

    @cached_property
    def _sentences(self) -> defaultdict[str, list[tuple[int, int]]]:
        found: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
        text = self.setting.annotated.text.text
        if not _NUMBER_OF_TABLE.search(text):
            return found
        for sentence in self.setting.sentences:
            if sentence.kind not in ("paragraph", "list_item"):
                continue
            words = text[sentence.start : sentence.end]
            for match in _NUMBER_OF_TABLE.finditer(words):
                # A title is no sentence about its table.
                if match.start() > 0:
                    for number in _numbers(match):
                        found[number].append((sentence.start, sentence.end))
        return found


def _numbers(match: re.Match[str]) -> list[str]:
    """The tables' numbers in a match: ``Table 1, 2`` names two."""
    named = match.group("after") or match.group("before")
    return [re.sub(r"\s", "", number) for number in _NUMBER.findall(named)]
