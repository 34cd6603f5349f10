"""Read claims from figures in tables: the labels and the title say what a number is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from sholu.claims.citations import find_source_line
from sholu.claims.indicators import find_table_indicator
from sholu.claims.periods import period_of_label, read_period
from sholu.claims.places import Governing, name_place, place_of_source
from sholu.claims.proposal import Proposal
from sholu.claims.statement import figures_within, mentions_within
from sholu.core.period import Period
from sholu.evidence.model import Cell
from sholu.mentions.model import AnnotatedDocument, Figure, Mention
from sholu.mentions.sentences import read_sentences
from sholu.sources.model import Source
from sholu.vocabulary.model import Vocabulary

READER = "claims/table_cells 1"
_NUMBER_OF_TABLE = re.compile(
    r"""\b(?:table|таблица|табл\.|кесте)\s*№?\s*(\d+(?:\s?\.\s?\d+)*)   # Table 5. 5
    |(\d+(?:\.\d+)*)\s*-\s*кесте                                     # 5-кесте
    """,
    re.IGNORECASE | re.VERBOSE,
)
_NEAR = 600
"""Characters before a table to look for its title in, and after it for its source line."""


@dataclass(frozen=True)
class _Table:
    """A table with the words about it outside its cells.

    Attributes:
        introduction: the sentences that name the table by its number, joined.
        introduced: their places and dates.
        source_line: what its ``Source: …`` line names.
    """

    cells: tuple[Cell, ...]
    title: str
    titled: tuple[Mention, ...]
    introduction: str
    introduced: tuple[Mention, ...]
    source_line: str | None


def read_table_cells(
    annotated: AnnotatedDocument, vocabulary: Vocabulary, source: Source | None
) -> Iterator[Proposal]:
    """A proposal for each figure in a table whose unit or indicator is known."""
    by_table = groupby(annotated.text.cells, key=lambda cell: cell.table)
    for _, group in by_table:
        cells = tuple(group)
        figures = [
            figure
            for figure in figures_within(annotated, cells[0].start, cells[-1].end)
            if figure.span.cell is not None
        ]
        if figures:
            table = _look_at(cells, annotated)
            for figure in figures:
                proposal = _propose(figure, table, annotated, vocabulary, source)
                if proposal.indicator is not None or figure.unit is not None:
                    yield proposal


def _look_at(cells: tuple[Cell, ...], annotated: AnnotatedDocument) -> _Table:
    start, end = cells[0].start, cells[-1].end
    text = annotated.text.text
    title = cells[0].table_title
    place = text.rfind(title, max(0, start - _NEAR), start) if title else -1
    said = _introducing(title, start, annotated)
    return _Table(
        cells=cells,
        title=title,
        titled=mentions_within(annotated, place, place + len(title)) if place >= 0 else (),
        introduction=" ".join(text[first:last] for first, last in said),
        introduced=tuple(
            mention for first, last in said for mention in mentions_within(annotated, first, last)
        ),
        source_line=find_source_line(text[end : end + _NEAR].split("\n\n\n")[0]),
    )


def _introducing(title: str, start: int, annotated: AnnotatedDocument) -> list[tuple[int, int]]:
    """The sentences before a table that name it by its number."""
    named = _NUMBER_OF_TABLE.search(title)
    if named is None:
        return []
    number = re.sub(r"\s", "", named.group(1) or named.group(2))
    found = []
    for sentence in read_sentences(annotated.text):
        if sentence.kind not in ("paragraph", "list_item") or sentence.end > start:
            continue
        words = annotated.text.text[sentence.start : sentence.end]
        if number in _numbers_of_tables(words) and title not in words:
            found.append((sentence.start, sentence.end))
    return found


def _numbers_of_tables(words: str) -> set[str]:
    return {
        re.sub(r"\s", "", match.group(1) or match.group(2))
        for match in _NUMBER_OF_TABLE.finditer(words)
    }


def _propose(
    figure: Figure,
    table: _Table,
    annotated: AnnotatedDocument,
    vocabulary: Vocabulary,
    source: Source | None,
) -> Proposal:
    return Proposal(
        figure=figure,
        indicator=find_table_indicator(figure, table.introduction, vocabulary),
        place=_place(figure, table, annotated, vocabulary)
        or place_of_source(source, annotated.text.language, vocabulary),
        period=_period(figure, table),
        cited_source=table.source_line,
        reader=READER,
    )


def _period(figure: Figure, table: _Table) -> Period | None:
    """The figure's own period, else the years of its column, row, title, or of the introduction."""
    labels = (figure.column_label, figure.row_label, figure.table_title, table.introduction)
    periods = [read_period(figure.period), *(period_of_label(label or "") for label in labels)]
    return next((period for period in periods if period is not None), None)


def _place(
    figure: Figure, table: _Table, annotated: AnnotatedDocument, vocabulary: Vocabulary
) -> Governing | None:
    """The place in the figure's row or column heading, else in the title or the introduction."""
    headings = [
        mention
        for cell in _headings_of(figure, table.cells)
        for mention in mentions_within(annotated, cell.start, cell.end)
    ]
    for mentions in (headings, table.titled, table.introduced):
        mention = _first_place(mentions)
        if mention is not None:
            return name_place(mention, vocabulary)
    return None


def _first_place(mentions: Sequence[Mention]) -> Mention | None:
    return next((one for one in mentions if one.kind == "place" and one.code is not None), None)


def _headings_of(figure: Figure, cells: tuple[Cell, ...]) -> list[Cell]:
    """The cells that head the figure's row or column, whose words are part of its labels."""
    own = next(cell for cell in cells if cell.start <= figure.span.start <= cell.end)
    return [
        cell
        for cell in cells
        if cell.is_header and (cell.row == own.row or cell.column == own.column)
    ]
