"""Read the tables of a document that have a mapping."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from sholu.claims.model import Claim
from sholu.evidence.model import Span
from sholu.indicators.mapped_registrations import read_registrations
from sholu.indicators.mapped_statistics import read_statistics
from sholu.indicators.mapped_survey import read_survey
from sholu.indicators.mapped_table import Aside, MappedGrid, TableContext, lay_over
from sholu.indicators.mapped_transactions import read_transactions
from sholu.indicators.mapping import TableMapping
from sholu.indicators.model import Answer, ClaimPoint, Registration, SetAside
from sholu.indicators.prices_model import Transaction
from sholu.indicators.table_grid import Grid, grids_of


@dataclass
class Mapped:
    """What the mapped tables of a document hold.

    Attributes:
        cells: names of the cells that a mapping has read; no other reader's claim stands for them.
        spans: of rows of registers and of what was set aside.
    """

    claims: list[Claim] = field(default_factory=list)
    points: list[ClaimPoint] = field(default_factory=list)
    registrations: list[Registration] = field(default_factory=list)
    answers: list[Answer] = field(default_factory=list)
    transactions: list[Transaction] = field(default_factory=list)
    set_aside: list[SetAside] = field(default_factory=list)
    cells: set[str] = field(default_factory=set)
    spans: list[Span] = field(default_factory=list)


def read_mapped(
    context: TableContext, mappings: Iterable[TableMapping], pseudonym_key: bytes
) -> Mapped:
    """Read what the mappings that fit the document's name say of its tables."""
    grids = list(grids_of(context.text))
    mapped = Mapped()
    for mapping in mappings:
        aside = Aside(mapping.name, context.text)
        fitting = [grid for grid in grids if grid.title.startswith(mapping.table)]
        if not fitting:
            aside.add(f"no table begins with '{mapping.table}'", context.document.name)
        for grid in fitting if mapping.table else fitting[:1]:
            _read_grid(grid, mapping, context, pseudonym_key, aside, mapped)
        mapped.set_aside += aside.rows()
        mapped.spans += _alone(aside.places.values(), mapping)
    return mapped


def _alone(spans: Iterable[Span], mapping: TableMapping) -> list[Span]:
    """Spans in a table of persons without their surroundings, which are of other persons."""
    if mapping.kind not in ("registrations", "survey"):
        return list(spans)
    return [replace(span, prefix="", suffix="") for span in spans]


def _read_grid(
    grid: Grid,
    mapping: TableMapping,
    context: TableContext,
    pseudonym_key: bytes,
    aside: Aside,
    mapped: Mapped,
) -> None:
    table = lay_over(grid, mapping, aside)
    if table is None:
        return
    mapped.cells |= _cells_of(table)
    if mapping.kind == "statistics":
        reading = read_statistics(table, context, aside)
        mapped.claims += reading.claims
        mapped.points += reading.points
    elif mapping.kind == "registrations":
        register = read_registrations(table, context, pseudonym_key, aside)
        mapped.registrations += register.registrations
        mapped.spans += register.spans
    elif mapping.kind == "transactions":
        mapped.transactions += read_transactions(table, context, aside)
    else:
        mapped.answers += read_survey(table, context, aside)


def _cells_of(table: MappedGrid) -> set[str]:
    return {cell.cell.name for cell in table.grid.cells.values()}
