"""Rows of a register of offences under a mapping; persons and officers become keyed pseudonyms."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TypeVar

from sholu.core.ids import identify
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
from sholu.indicators.mapped_statistics import TableContext
from sholu.indicators.mapped_table import Aside, MappedColumn, MappedGrid, category
from sholu.indicators.model import Registration
from sholu.mentions.pseudonyms import data_pseudonym, pseudonym

Value = TypeVar("Value")

_ARTICLE_PART = re.compile(r"(\d{3}(?:-\d)?)\s*[.,]\s*(\d)")


def read_registrations(
    table: MappedGrid, context: TableContext, key: bytes, aside: Aside
) -> tuple[Registration, ...]:
    """Every row; a cell that can't be read is empty in it, and counted.

    Args:
        key: for the pseudonyms.
    """
    return tuple(_Row(table, row, context, aside).registration(key) for row in table.rows())


class _Row:
    """One row; each field is read once, by the column that the mapping names for it."""

    def __init__(self, table: MappedGrid, row: int, context: TableContext, aside: Aside) -> None:
        self.table = table
        self.row = row
        self.context = context
        self.aside = aside

    def registration(self, key: bytes) -> Registration:
        article, part = self._article()
        name, document = self.table.mapping.name, self.context.document
        return Registration(
            id=identify("registration", document.id, self.table.grid.title, self.row),
            table=name,
            document=document.id,
            row=self.row,
            date=self._read("date", self._date),
            place=self._read("place", self._place),
            unit=self._read("unit", lambda text, _: text),
            officers=self._officers(key),
            person=self._read("person", lambda text, _: _pseudonym(text, key)),
            article=article,
            part=part,
            substance=self._read("substance", self._substance),
            mass_g=self._read("mass", self._mass_g),
            mass_printed=self._text("mass") or None,
            role=self._read("role", category_of),
            detection=self._read("detection", category_of),
            outcome=self._read("outcome", category_of),
            marking=document.marking,
        )

    def _text(self, role: str) -> str:
        for one in self.table.of_role(role):
            return self.table.grid.text(self.row, one.number)
        return self.table.mapping.constants.get(role, "")

    def _read(self, role: str, read: Callable[[str, MappedColumn | None], Value]) -> Value | None:
        """The cell of a role, read; None if it is blank, marked as missing or not readable."""
        text = self._text(role)
        if not text or text in self.table.mapping.missing:
            return None
        column = next(iter(self.table.of_role(role)), None)
        try:
            return read(text, column)
        except NotRead as reason:
            where = f"column '{column.heading}': " if column else ""
            self.aside.add(f"{where}{reason}", text)
            return None

    def _date(self, text: str, column: MappedColumn | None) -> str:
        return str(read_period_text(text, column.column.form if column else "").start)

    def _place(self, text: str, column: MappedColumn | None) -> str:
        known = place_names(self.context.vocabulary, None)
        return read_code(text, column.column.codes if column else None, known, "place")

    def _substance(self, text: str, column: MappedColumn | None) -> str:
        known = substance_names(self.context.vocabulary)
        return read_code(text, column.column.codes if column else None, known, "substance")

    def _mass_g(self, text: str, _: MappedColumn | None) -> float | None:
        """Grams; None for what is counted (tablets)."""
        value = read_number(text, self.table.mapping.decimal)
        if value < 0:
            raise NotRead("a mass is below zero")
        printed = self._text("mass_unit")
        if not printed:
            raise NotRead("nothing says the unit of the mass")
        unit = self.context.vocabulary.unit(known_unit(printed, self.context.vocabulary))
        return Quantity(value, unit).in_base() if unit.dimension == "mass" else None

    def _article(self) -> tuple[str | None, str | None]:
        """Article and part; ``297.3`` and ``297, 3`` in one cell are both."""
        article, part = self._text("article") or None, self._text("part") or None
        match = _ARTICLE_PART.fullmatch(article or "")
        return match.groups() if match and part is None else (article, part)  # type: ignore[return-value]

    def _officers(self, key: bytes) -> tuple[str, ...]:
        names = [
            name.strip()
            for one in self.table.of_role("officer")
            for name in self.table.grid.text(self.row, one.number).split(";")
        ]
        return tuple(sorted({_pseudonym(name, key) for name in names if name}))


def category_of(text: str, column: MappedColumn | None) -> str:
    """The code of a category; a constant of the mapping is its own code."""
    return text if column is None else category(text, column.column)


def _pseudonym(text: str, key: bytes) -> str:
    """One for a name in every case form; a code with digits is taken letter by letter."""
    return data_pseudonym(text, key) if any(map(str.isdigit, text)) else pseudonym(text, key)
