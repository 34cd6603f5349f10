"""Lay a mapping over a table: which column means what, and what had to be set aside."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from sholu.core.finding import Finding, make_finding
from sholu.evidence.model import DocumentText, Span
from sholu.evidence.span import make_span
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


def finding_of_set_aside(one: SetAside) -> Finding:
    """What of a table was not read, as a finding: its numbers are missing wherever it counts."""
    cells = "1 cell" if one.count == 1 else f"{one.count:,} cells"
    return make_finding(
        "set_aside",
        one.document or one.where,
        f"The mapping “{one.where}” sets {cells} aside: {one.reason}; the first: “{one.example}”.",
        evidence=(one.span,) if one.span else (),
        method="the mapping of the table, read strictly",
        certainty="certain",
        gravity="medium",
    )


@dataclass
class Aside:
    """What is set aside while a table is read, counted by reason.

    ``places`` has the span of each reason's first example, where it stands in the text.
    """

    where: str
    text: DocumentText
    counts: Counter[str] = field(default_factory=Counter)
    examples: dict[str, str] = field(default_factory=dict)
    places: dict[str, Span] = field(default_factory=dict)

    def add(
        self, reason: str, example: str, count: int = 1, stretch: tuple[int, int] | None = None
    ) -> None:
        """Count something that was not taken, with what stood there and where in the text."""
        self.counts[reason] += count
        if reason not in self.examples:
            self.examples[reason] = example
            if stretch is not None:
                self.places[reason] = make_span(self.text, *stretch)

    def rows(self) -> tuple[SetAside, ...]:
        """The reasons, the most frequent first."""
        return tuple(
            SetAside(
                self.where,
                self.text.document,
                reason,
                self.examples[reason],
                count,
                self.places[reason].id if reason in self.places else None,
            )
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
                at = grid.stretch(max(mapping.header), number)
                aside.add(f"the mapping doesn't name the column '{heading}'", heading, filled, at)
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
