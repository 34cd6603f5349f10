"""Answers of a survey under a mapping: one row a respondent, one column a question."""

from __future__ import annotations

from sholu.indicators.cell_values import (
    NotRead,
    place_names,
    read_code,
    read_number,
    read_period_text,
)
from sholu.indicators.mapped_table import Aside, MappedColumn, MappedGrid, TableContext, category
from sholu.indicators.model import Answer


def read_survey(table: MappedGrid, context: TableContext, aside: Aside) -> tuple[Answer, ...]:
    """An answer for each respondent and question; None where nothing was answered.

    A respondent without a weight, in a survey that has weights, stands for nobody: the row is set
    aside. So is one with a weight of zero or below.
    """
    answers: list[Answer] = []
    for row in table.rows():
        try:
            answers += _answers_of_row(table, row, context, aside)
        except NotRead as reason:
            texts = (table.grid.text(row, one.number) for one in table.columns)
            aside.add(str(reason), "; ".join(texts))
    return tuple(answers)


def _answers_of_row(
    table: MappedGrid, row: int, context: TableContext, aside: Aside
) -> list[Answer]:
    weight = _weight(table, row)
    place, date = _place(table, row, context), _date(table, row)
    respondent = _cell(table, row, "respondent")[1] or str(row)
    return [
        Answer(
            table=table.mapping.name,
            document=context.document.id,
            respondent=respondent,
            question=one.column.name,
            answer=_answer(table, row, one, aside),
            weight=weight,
            place=place,
            date=date,
            marking=context.document.marking,
        )
        for one in table.of_role("question")
    ]


def _cell(table: MappedGrid, row: int, role: str) -> tuple[MappedColumn | None, str]:
    for one in table.of_role(role):
        return one, table.grid.text(row, one.number)
    return None, table.mapping.constants.get(role, "")


def _weight(table: MappedGrid, row: int) -> float:
    column, printed = _cell(table, row, "weight")
    if column is None:
        return 1.0
    weight = read_number(printed, table.mapping.decimal) if printed else 0.0
    if weight <= 0:
        raise NotRead(f"column '{column.heading}': a respondent has no weight above zero")
    return weight


def _place(table: MappedGrid, row: int, context: TableContext) -> str | None:
    column, printed = _cell(table, row, "place")
    if not printed:
        return None
    codes = column.column.codes if column else None
    return read_code(printed, codes, place_names(context.vocabulary, None), "place")


def _date(table: MappedGrid, row: int) -> str | None:
    column, printed = _cell(table, row, "date")
    form = column.column.form if column else ""
    return str(read_period_text(printed, form).start) if printed else None


def _answer(table: MappedGrid, row: int, one: MappedColumn, aside: Aside) -> str | None:
    printed = table.grid.text(row, one.number)
    if not printed or printed in table.mapping.missing:
        return None
    try:
        return category(printed, one.column)
    except NotRead as reason:
        at = table.grid.stretch(row, one.number)
        aside.add(f"column '{one.heading}': {reason}", printed, stretch=at)
        return None
