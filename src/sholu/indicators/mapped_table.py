"""Lay a mapping over a table: which column means what, and what had to be set aside."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from sholu.evidence.model import DocumentText
from sholu.indicators.cell_values import NotRead
from sholu.indicators.mapping import (
    SDMX_COLUMNS,
    SDMX_IGNORED,
    SDMX_STATUSES,
    Column,
    TableMapping,
)
from sholu.indicators.model import SetAside
from sholu.indicators.table_grid import Grid
from sholu.sources.model import Document
from sholu.vocabulary.model import Vocabulary

REST = "*"


@dataclass
class Aside:
    """What is set aside while a table is read, counted by reason."""

    where: str
    document: str
    counts: Counter[str] = field(default_factory=Counter)
    examples: dict[str, str] = field(default_factory=dict)

    def add(self, reason: str, example: str, count: int = 1) -> None:
        """Count something that was not taken, with what stood there."""
        self.counts[reason] += count
        self.examples.setdefault(reason, example)

    def rows(self) -> tuple[SetAside, ...]:
        """The reasons, the most frequent first."""
        return tuple(
            SetAside(self.where, self.document, reason, self.examples[reason], count)
            for reason, count in self.counts.most_common()
        )


@dataclass(frozen=True)
class TableContext:
    """What is the same for all cells of a document."""

    document: Document
    text: DocumentText
    vocabulary: Vocabulary


@dataclass(frozen=True)
class MappedColumn:
    """A column of a table with its heading and what it means."""

    number: int
    heading: str
    column: Column


@dataclass(frozen=True)
class MappedGrid:
    """A table under its mapping; ``columns`` without those that are ignored."""

    grid: Grid
    mapping: TableMapping
    columns: tuple[MappedColumn, ...]

    def rows(self) -> Iterator[int]:
        """Numbers of the rows below the headings that hold anything in a mapped column."""
        for row in range(max(self.mapping.header) + 1, self.grid.rows + 1):
            if any(self.grid.text(row, one.number) for one in self.columns):
                yield row

    def of_role(self, *roles: str) -> tuple[MappedColumn, ...]:
        """The columns with one of the roles, in the order of the table."""
        if len(roles) == 1:
            return self._by_role.get(roles[0], ())
        return tuple(one for one in self.columns if one.column.role in roles)

    @cached_property
    def _by_role(self) -> dict[str, tuple[MappedColumn, ...]]:
        found: dict[str, tuple[MappedColumn, ...]] = {}
        for one in self.columns:
            found[one.column.role] = (*found.get(one.column.role, ()), one)
        return found


def lay_over(grid: Grid, mapping: TableMapping, aside: Aside) -> MappedGrid | None:
    """The table with the meaning of its columns; None, and counted, if it lacks one of them."""
    headings = grid.headings(mapping.header)
    rules = _rules(mapping)
    absent = [one for one in mapping.columns if one != REST and one not in headings.values()]
    if absent:
        aside.add(
            f"the table has no column '{absent[0]}', which the mapping names",
            "; ".join(headings.values()),
            max(grid.rows - max(mapping.header), 1),
        )
        return None
    columns = []
    for number, heading in headings.items():
        column = rules.get(heading) or rules.get(REST)
        if column is None:
            filled = sum(1 for row in range(1, grid.rows + 1) if grid.text(row, number)) - 1
            if heading not in SDMX_IGNORED or mapping.format != "sdmx-csv":
                aside.add(f"the mapping doesn't name the column '{heading}'", heading, filled)
        elif column.role != "ignore":
            columns.append(MappedColumn(number, heading, column))
    return MappedGrid(grid, mapping, tuple(columns))


def _rules(mapping: TableMapping) -> Mapping[str, Column]:
    if mapping.format != "sdmx-csv":
        return mapping.columns
    standard = {heading: Column(role) for heading, role in SDMX_COLUMNS.items()}
    standard["OBS_STATUS"] = Column("status", codes=SDMX_STATUSES)
    return {**standard, **mapping.columns}


def category(printed: str, column: Column) -> str:
    """The code of a category by the mapping's list.

    Raises:
        NotRead: if the list doesn't have it.
    """
    if column.any_category:
        return printed
    if column.codes is None or printed not in column.codes:
        raise NotRead("the category is not in the mapping")
    return column.codes[printed]
