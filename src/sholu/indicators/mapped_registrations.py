"""Rows of a register of offences under a mapping; persons and officers become keyed pseudonyms.

Each row keeps its span, so that a finding leads to the rows behind it. What stands in a row beside
the columns that the mapping reads as something harmless is hidden there: a register may hold names,
numbers and addresses in columns that nobody asked for.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from sholu.core.ids import identify
from sholu.evidence.model import Span, WholeCell
from sholu.evidence.span import make_span
from sholu.indicators.mapped_row import MappedRow, category_of
from sholu.indicators.mapped_table import Aside, MappedGrid, TableContext
from sholu.indicators.model import Registration
from sholu.mentions.pseudonyms import data_pseudonym, pseudonym

_ARTICLE_PART = re.compile(r"(\d{3}(?:-\d)?)\s*[.,]\s*(\d)")


_PERSONAL = ("person", "officer")


@dataclass(frozen=True)
class RegisterReading:
    """Rows of a register, and their spans in the same order."""

    registrations: tuple[Registration, ...]
    spans: tuple[Span, ...]


def read_registrations(
    table: MappedGrid, context: TableContext, key: bytes, aside: Aside
) -> RegisterReading:
    """Every row; a cell that can't be read is empty in it, and counted.

    Args:
        key: for the pseudonyms.
    """
    rows = [_Row(table, row, context, aside) for row in table.rows()]
    harmless = frozenset(one.number for one in table.columns if one.column.role not in _PERSONAL)
    spans = tuple(row.span(key, harmless) for row in rows)
    pairs = zip(rows, spans, strict=True)
    return RegisterReading(tuple(row.registration(key, span) for row, span in pairs), spans)


class _Row(MappedRow):
    """One row of a register."""

    def registration(self, key: bytes, span: Span) -> Registration:
        article, part = self._article()
        name, document = self.table.mapping.name, self.context.document
        return Registration(
            id=identify("registration", document.id, self.table.grid.title, self.row),
            table=name,
            document=document.id,
            row=self.row,
            date=self.read("date", self.date),
            place=self.read("place", self.place),
            unit=self.read("unit", lambda text, _: text),
            officers=self._officers(key),
            person=self.read("person", lambda text, _: _pseudonym(text, key)),
            article=article,
            part=part,
            substance=self.read("substance", self.substance),
            mass_g=self.read("mass", lambda text, _: self.mass_g(text, "mass_unit")),
            mass_printed=self.text("mass") or None,
            role=self.read("role", category_of),
            detection=self.read("detection", category_of),
            outcome=self.read("outcome", category_of),
            marking=document.marking,
            span=span.id,
        )

    def span(self, key: bytes, harmless: frozenset[int]) -> Span:
        """The row from its first printed cell to its last, with codes in place of persons.

        It has no surroundings: the rows beside it are about other persons.

        Args:
            harmless: numbers of the columns whose cells are shown as printed.
        """
        cells = self._cells()
        first = min(cells, key=lambda one: one.cell.start).cell
        last = max(cells, key=lambda one: one.cell.end).cell
        return replace(
            make_span(self.context.text, first.start, last.end),
            quote="\t".join(
                one.text if one.cell.column in harmless else _codes(one.text, key) for one in cells
            ),
            prefix="",
            suffix="",
            cell=first.name if first is last else f"{first.name} to {last.name}",
        )

    def _cells(self) -> list[WholeCell]:
        grid = self.table.grid
        numbers = range(1, grid.columns + 1)
        return [cell for one in numbers if (cell := grid.cells.get((self.row, one))) is not None]

    def _article(self) -> tuple[str | None, str | None]:
        """Article and part; ``297.3`` and ``297, 3`` in one cell are both."""
        article, part = self.text("article") or None, self.text("part") or None
        match = _ARTICLE_PART.fullmatch(article or "")
        return match.groups() if match and part is None else (article, part)  # type: ignore[return-value]

    def _officers(self, key: bytes) -> tuple[str, ...]:
        names = [
            name
            for one in self.table.of_role("officer")
            for name in _names(self.table.grid.text(self.row, one.number))
        ]
        return tuple(sorted({_pseudonym(name, key) for name in names}))


def _names(text: str) -> list[str]:
    """The names in a cell, parted by semicolons."""
    return [name for part in text.split(";") if (name := part.strip())]


def _codes(text: str, key: bytes) -> str:
    return "; ".join(_pseudonym(one, key) for one in _names(text))


@lru_cache(maxsize=4096)
def _pseudonym(text: str, key: bytes) -> str:
    """One for a name in every case form; a code with digits is taken letter by letter."""
    return data_pseudonym(text, key) if any(map(str.isdigit, text)) else pseudonym(text, key)
