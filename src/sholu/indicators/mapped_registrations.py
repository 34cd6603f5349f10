"""Rows of a register of offences under a mapping; persons and officers become keyed pseudonyms."""

from __future__ import annotations

import re
from functools import lru_cache

from sholu.core.ids import identify
from sholu.indicators.mapped_row import MappedRow, category_of
from sholu.indicators.mapped_table import Aside, MappedGrid, TableContext
from sholu.indicators.model import Registration
from sholu.mentions.pseudonyms import data_pseudonym, pseudonym

_ARTICLE_PART = re.compile(r"(\d{3}(?:-\d)?)\s*[.,]\s*(\d)")


def read_registrations(
    table: MappedGrid, context: TableContext, key: bytes, aside: Aside
) -> tuple[Registration, ...]:
    """Every row; a cell that can't be read is empty in it, and counted.

    Args:
        key: for the pseudonyms.
    """
    return tuple(_Row(table, row, context, aside).registration(key) for row in table.rows())


class _Row(MappedRow):
    """One row of a register."""

    def registration(self, key: bytes) -> Registration:
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
        )

    def _article(self) -> tuple[str | None, str | None]:
        """Article and part; ``297.3`` and ``297, 3`` in one cell are both."""
        article, part = self.text("article") or None, self.text("part") or None
        match = _ARTICLE_PART.fullmatch(article or "")
        return match.groups() if match and part is None else (article, part)  # type: ignore[return-value]

    def _officers(self, key: bytes) -> tuple[str, ...]:
        names = [
            name.strip()
            for one in self.table.of_role("officer")
            for name in self.table.grid.text(self.row, one.number).split(";")
        ]
        return tuple(sorted({_pseudonym(name, key) for name in names if name}))


@lru_cache(maxsize=4096)
def _pseudonym(text: str, key: bytes) -> str:
    """One for a name in every case form; a code with digits is taken letter by letter."""
    return data_pseudonym(text, key) if any(map(str.isdigit, text)) else pseudonym(text, key)
