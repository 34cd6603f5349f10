"""One row of a mapped table whose rows are records; a column is named for each field."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from sholu.core.quantity import Quantity
from sholu.indicators.cell_values import (
    NotRead,
    known_unit,
    place_names,
    read_code,
    read_number,
    read_period_text,
    substance_names,
)
from sholu.indicators.mapped_table import Aside, MappedColumn, MappedGrid, TableContext, category

Value = TypeVar("Value")


class MappedRow:
    """A row; a cell that can't be read is empty in it, and counted."""

    def __init__(self, table: MappedGrid, row: int, context: TableContext, aside: Aside) -> None:
        """Set which row of which table; what can't be read is counted in ``aside``."""
        self.table = table
        self.row = row
        self.context = context
        self.aside = aside

    def text(self, role: str) -> str:
        """What is printed for a role: in its column, or the mapping's constant."""
        for one in self.table.of_role(role):
            return self.table.grid.text(self.row, one.number)
        return self.table.mapping.constants.get(role, "")

    def read(self, role: str, read: Callable[[str, MappedColumn | None], Value]) -> Value | None:
        """The cell of a role, read; None if it is blank, marked as missing or not readable."""
        text = self.text(role)
        if not text or text in self.table.mapping.missing:
            return None
        column = next(iter(self.table.of_role(role)), None)
        try:
            return read(text, column)
        except NotRead as reason:
            where = f"column '{column.heading}': " if column else ""
            at = self.table.grid.stretch(self.row, column.number if column else None)
            self.aside.add(f"{where}{reason}", text, stretch=at)
            return None

    def date(self, text: str, column: MappedColumn | None) -> str:
        """A day, month or year; of a longer period its first."""
        return str(read_period_text(text, column.column.form if column else "").start)

    def place(self, text: str, column: MappedColumn | None) -> str:
        """The code of a place."""
        known = place_names(self.context.vocabulary, None)
        return read_code(text, column.column.codes if column else None, known, "place")

    def substance(self, text: str, column: MappedColumn | None) -> str:
        """The code of a substance."""
        known = substance_names(self.context.vocabulary)
        return read_code(text, column.column.codes if column else None, known, "substance")

    def mass_g(self, text: str, unit_role: str) -> float | None:
        """Grams, by the unit that another role says; None for what is counted (tablets).

        Raises:
            NotRead: if it is no mass, or nothing says its unit.
        """
        value = self.number(text)
        if value < 0:
            raise NotRead("a mass is below zero")
        printed = self.text(unit_role)
        if not printed:
            raise NotRead("nothing says the unit of the mass")
        unit = self.context.vocabulary.unit(known_unit(printed, self.context.vocabulary))
        return Quantity(value, unit).in_base() if unit.dimension == "mass" else None

    def number(self, text: str) -> float:
        """A number with the mapping's decimal mark."""
        return read_number(text, self.table.mapping.decimal)


def category_of(text: str, column: MappedColumn | None) -> str:
    """The code of a category; a constant of the mapping is its own code."""
    return text if column is None else category(text, column.column)
