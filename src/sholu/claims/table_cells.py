"""Read claims from figures in tables: the labels and the title say what a number is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sholu.claims.citations import governing_citation
from sholu.claims.cues import words_of
from sholu.claims.indicators import find_indicators
from sholu.claims.month_labels import months_of_label, within_year
from sholu.claims.periods import period_of, period_of_label
from sholu.claims.places import Governing, name_place
from sholu.claims.proposal import Proposal
from sholu.claims.setting import Setting
from sholu.claims.statement import Statement, mentions_within, statement_of
from sholu.claims.table_indicators import find_table_indicator
from sholu.claims.table_words import Table, read_tables
from sholu.core.period import Period
from sholu.evidence.model import Cell
from sholu.mentions.model import Figure, Mention

READER = "claims/table_cells 2"


def read_table_cells(setting: Setting) -> Iterator[Proposal]:
    """A proposal for each figure in a table whose unit or indicator is known.

    A cell may hold a number or whole sentences; what a sentence says of its figure goes before
    what the labels say.
    """
    for table in read_tables(setting):
        for figure, cell in table.figures:
            statement = statement_of(setting.annotated, cell.start, cell.end)
            indicator = _indicator(figure, statement, table, setting)
            if indicator is None and figure.unit is None:
                continue
            cited = governing_citation(statement.citations, statement.mentions, figure.span.end)
            yield Proposal(
                figure=figure,
                indicator=indicator,
                place=_place(cell, table, setting)
                or setting.place_above(cell.start)
                or setting.publishers_country,
                period=_period(figure, statement, table),
                cited_source=cited or table.source_line,
                reader=READER,
            )


def _indicator(figure: Figure, statement: Statement, table: Table, setting: Setting) -> str | None:
    cues, vocabulary = setting.cues, setting.vocabulary
    if _is_worded(statement):
        told = find_indicators(statement, cues, vocabulary)[statement.figures.index(figure)]
        if told is not None:
            return told
    return find_table_indicator(figure, table.introduction, cues, vocabulary)


def _is_worded(statement: Statement) -> bool:
    """Whether a cell says more than a number and its unit."""
    return len(words_of(statement.text)) > len(statement.figures) * 2


def _period(figure: Figure, statement: Statement, table: Table) -> Period | None:
    """The period said in a worded cell, else the years of column or row, else of the table.

    A column's year goes before the figure's own period, which may be the title's. A heading that
    names months alone stands for those of that year.
    """
    told = period_of(figure, statement)
    if told is not None and _is_worded(statement):
        return told
    year = _year(figure, told, table)
    parts = f"{figure.column_label or ''} / {figure.row_label or ''}".split(" / ")
    months = next((found for part in parts if (found := months_of_label(part))), None)
    narrowed = within_year(year, months) if year is not None and months is not None else None
    return narrowed or year


def _year(figure: Figure, told: Period | None, table: Table) -> Period | None:
    labels = (period_of_label(label or "") for label in (figure.column_label, figure.row_label))
    about = (figure.table_title, table.introduction)
    others = (period_of_label(words or "") for words in about)
    return next((period for period in (*labels, told, *others) if period is not None), None)


def _place(cell: Cell, table: Table, setting: Setting) -> Governing | None:
    """The place in the cell's row or column heading, else in the title or the introduction."""
    headings = [
        mention
        for heading in table.headings_of(cell)
        for mention in mentions_within(setting.annotated, heading.start, heading.end)
    ]
    for mentions in (headings, table.titled, table.introduced):
        mention = _first_place(mentions)
        if mention is not None:
            return name_place(mention, setting.vocabulary)
    return None


def _first_place(mentions: Sequence[Mention]) -> Mention | None:
    return next((one for one in mentions if one.kind == "place" and one.code is not None), None)
