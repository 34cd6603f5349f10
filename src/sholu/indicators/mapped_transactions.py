"""Rows of a table of sales under a mapping: what was paid for how much, where and when."""

from __future__ import annotations

from sholu.core.ids import identify
from sholu.indicators.cell_values import NotRead, known_unit
from sholu.indicators.mapped_row import MappedRow, category_of
from sholu.indicators.mapped_table import Aside, MappedGrid, TableContext
from sholu.indicators.prices_model import Transaction


def read_transactions(
    table: MappedGrid, context: TableContext, aside: Aside
) -> tuple[Transaction, ...]:
    """Every row; a cell that can't be read is empty in it, and counted."""
    return tuple(_transaction(MappedRow(table, row, context, aside)) for row in table.rows())


def _transaction(row: MappedRow) -> Transaction:
    name, document = row.table.mapping.name, row.context.document
    return Transaction(
        id=identify("transaction", document.id, row.table.grid.title, row.row),
        table=name,
        document=document.id,
        row=row.row,
        date=row.read("date", row.date),
        place=row.read("place", row.place),
        substance=row.read("substance", row.substance),
        price=row.read("price", lambda text, _: _above_zero(row, text, "price")),
        currency=row.read("currency", lambda text, _: _currency(row, text)),
        quantity_g=row.read("quantity", lambda text, _: row.mass_g(text, "quantity_unit")),
        purity=row.read("purity", lambda text, _: _purity(row, text)),
        origin=row.read("origin", category_of),
        marking=document.marking,
    )


def _above_zero(row: MappedRow, text: str, what: str) -> float:
    value = row.number(text)
    if value <= 0:
        raise NotRead(f"a {what} is not above zero")
    return value


def _purity(row: MappedRow, text: str) -> float:
    value = _above_zero(row, text.rstrip("% "), "purity")
    if value > 100:
        raise NotRead("a purity is above 100 %")
    return value


def _currency(row: MappedRow, text: str) -> str:
    vocabulary = row.context.vocabulary
    unit = vocabulary.unit(known_unit(text, vocabulary))
    if not unit.dimension.startswith("money"):
        raise NotRead("it is no currency")
    return unit.code
