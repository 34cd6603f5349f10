"""What a row of a mapped table says of all its values: place, period, drug, unit, as codes."""

from __future__ import annotations

from collections.abc import Mapping

from sholu.core.period import DateError, PartialDate, Period, parse_partial_date
from sholu.indicators.cell_values import (
    NotRead,
    month_number,
    place_names,
    read_code,
    read_period_text,
    substance_names,
)
from sholu.indicators.mapped_table import MappedColumn, MappedGrid, TableContext, category
from sholu.indicators.mapping import BESIDE_A_VALUE
from sholu.vocabulary.model import Vocabulary, VocabularyError

ACCUMULATIONS: tuple[str, ...] = ("period", "year_to_date", "stock", "rate")

Said = dict[str, str]
"""Role to code or plain text."""


def said_of_row(table: MappedGrid, row: int, context: TableContext) -> Said:
    """What the row says of all its values, as codes; empty cells say nothing.

    Raises:
        NotRead: if a cell can't be read.
    """
    said = read_constants(table.mapping.constants, context)
    for one in table.columns:
        printed = table.grid.text(row, one.number)
        if one.column.role in ("value", *BESIDE_A_VALUE) or not printed:
            continue
        try:
            said |= read_said(one, printed, context)
        except NotRead as reason:
            raise NotRead(f"column '{one.heading}': {reason}") from None
    return said


def read_constants(constants: Mapping[str, str], context: TableContext) -> Said:
    """What a mapping says of a whole table or column, as codes."""
    said: Said = {}
    for role, value in constants.items():
        kind, _, name = role.partition(".")
        said[role] = value if name else _read_role(kind, value, context)
    return said


def read_said(one: MappedColumn, printed: str, context: TableContext) -> Said:
    """What one cell says, by its column's role.

    Raises:
        NotRead: if it can't be read, or its category is not listed.
    """
    column = one.column
    if column.role == "scope":
        return {f"scope.{column.name}": category(printed, column)}
    if column.role == "period":
        return {"period": str(read_period_text(printed, column.form))}
    if column.codes is not None and printed in column.codes:
        printed = column.codes[printed]
    elif column.role == "status":
        raise NotRead("the status is not in the mapping")
    return {column.role: _read_role(column.role, printed, context)}


def _read_role(role: str, printed: str, context: TableContext) -> str:
    """One cell as a code or a plain text, by its role."""
    vocabulary = context.vocabulary
    if role == "place":
        return _place(printed, vocabulary)
    if role == "substance":
        return read_code(printed, None, substance_names(vocabulary), "substance")
    if role == "period":
        return str(read_period_text(printed))
    if role == "accumulation" and printed not in ACCUMULATIONS:
        raise NotRead(f"the accumulation is none of {', '.join(ACCUMULATIONS)}")
    if role == "indicator":
        return _indicator(printed, vocabulary)
    return printed


def _place(printed: str, vocabulary: Vocabulary) -> str:
    try:
        return vocabulary.place(printed).code
    except VocabularyError:
        return read_code(printed, None, place_names(vocabulary, None), "place")


def _indicator(printed: str, vocabulary: Vocabulary) -> str:
    try:
        return vocabulary.indicator(printed).code
    except VocabularyError:
        raise NotRead("the vocabulary has no such indicator") from None


def period_of(said: Said) -> Period:
    """The period that row, column or mapping name; year-to-date begins with the year."""
    try:
        whole = _stated_period(said)
        if said.get("accumulation") == "year_to_date":
            return Period(PartialDate(whole.last_day().year, 1), _month_or_day(whole))
    except DateError as error:
        raise NotRead(error.message) from None
    return whole


def _month_or_day(period: Period) -> PartialDate:
    return period.end if period.end.month is not None else PartialDate(period.end.year, 12)


def _stated_period(said: Said) -> Period:
    if "period" in said:
        return read_period_text(said["period"]) if "/" not in said["period"] else _span_of(said)
    if "from" in said and "to" in said:
        return Period(read_period_text(said["from"]).start, read_period_text(said["to"]).end)
    if "year" not in said:
        raise NotRead("nothing says its period")
    year = parse_partial_date(said["year"].removesuffix(".0"))
    if "month" not in said:
        return Period(year, year)
    month = month_number(said["month"].removesuffix(".0"))
    if month is None:
        raise NotRead("the month is none")
    date = PartialDate(year.year, month)
    return Period(date, date)


def _span_of(said: Said) -> Period:
    start, _, end = said["period"].partition("/")
    return Period(parse_partial_date(start), parse_partial_date(end))
