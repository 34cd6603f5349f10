"""Figures of a mapped table: each cell with a value is a claim, each cell a point of a series."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from sholu.claims.model import Claim
from sholu.core.ids import identify
from sholu.core.period import DateError, PartialDate, Period, parse_partial_date
from sholu.core.quantity import Quantity
from sholu.evidence.model import DocumentText, Span
from sholu.evidence.span import make_span
from sholu.indicators.cell_values import (
    NotRead,
    known_unit,
    month_number,
    place_names,
    read_code,
    read_number,
    read_period_text,
    substance_names,
)
from sholu.indicators.claim_points import impossible
from sholu.indicators.mapped_table import Aside, MappedColumn, MappedGrid, category
from sholu.indicators.mapping import Column
from sholu.indicators.model import ClaimPoint, scope_of
from sholu.indicators.units import Scale, scale_to, scaled
from sholu.mentions.model import Figure
from sholu.sources.model import Document
from sholu.vocabulary.model import Vocabulary, VocabularyError

ACCUMULATIONS: tuple[str, ...] = ("period", "year_to_date", "stock", "rate")


@dataclass(frozen=True)
class StatisticsReading:
    """Claims with a figure, and points, those without a value among them."""

    claims: tuple[Claim, ...]
    points: tuple[ClaimPoint, ...]


@dataclass(frozen=True)
class TableContext:
    """What is the same for all cells of a document."""

    document: Document
    text: DocumentText
    vocabulary: Vocabulary


def read_statistics(table: MappedGrid, context: TableContext, aside: Aside) -> StatisticsReading:
    """Every value of the table with its indicator, place, period and unit.

    A cell whose meaning is not whole is set aside with the reason.
    """
    claims: list[Claim] = []
    points: list[ClaimPoint] = []
    for row in table.rows():
        try:
            said = _said_of_row(table, row, context)
        except NotRead as reason:
            aside.add(str(reason), _row_text(table, row), len(table.of_role("value")))
            continue
        for column in table.of_role("value"):
            try:
                point, claim = _read_cell(table, row, column, said, context)
            except NotRead as reason:
                where = f"column '{column.heading}': {reason}"
                aside.add(where, table.grid.text(row, column.number) or _row_text(table, row))
                continue
            points.append(point)
            if claim is not None:
                claims.append(claim)
    return StatisticsReading(tuple(claims), tuple(points))


def _row_text(table: MappedGrid, row: int) -> str:
    return "; ".join(table.grid.text(row, one.number) for one in table.columns)


_Said = dict[str, str]


def _said_of_row(table: MappedGrid, row: int, context: TableContext) -> _Said:
    """What the row says of all its values, as codes; empty cells say nothing.

    Raises:
        NotRead: if a cell can't be read.
    """
    said = _read_constants(table.mapping.constants, context)
    for one in table.columns:
        printed = table.grid.text(row, one.number)
        if one.column.role in ("value", "value_high") or not printed:
            continue
        try:
            said |= _read_said(one, printed, context)
        except NotRead as reason:
            raise NotRead(f"column '{one.heading}': {reason}") from None
    return said


def _read_constants(constants: Mapping[str, str], context: TableContext) -> _Said:
    said: _Said = {}
    for role, value in constants.items():
        kind, _, name = role.partition(".")
        said[role] = value if name else _read_role(kind, value, context)
    return said


def _read_said(one: MappedColumn, printed: str, context: TableContext) -> _Said:
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


def _read_cell(
    table: MappedGrid, row: int, one: MappedColumn, row_said: _Said, context: TableContext
) -> tuple[ClaimPoint, Claim | None]:
    """The point of one cell, and its claim if it holds a value."""
    said = row_said | _read_constants(one.column.constants, context)
    if one.column.heading:
        named = MappedColumn(one.number, one.heading, _as_heading(one))
        said |= _read_said(named, one.heading, context)
    for role in ("indicator", "place"):
        if role not in said:
            raise NotRead(f"nothing says its {role}")
    printed = table.grid.text(row, one.number)
    status, value = _value(printed, said, table)
    scale = _scale(said, context.vocabulary)
    shifted = None if value is None else value * 10 ** int(said.get("multiplier", "0"))
    reading = _Cell(
        said=said,
        period=_period(said),
        status=status,
        printed=printed,
        value=shifted,
        scale=scale,
        span=_span(table, row, one, context.text),
    )
    _check(reading, context.vocabulary)
    claim = None if value is None else _claim(reading, table, one, context)
    return _point(reading, claim, table, context), claim


def _as_heading(one: MappedColumn) -> Column:
    return replace(one.column, role=one.column.heading)


@dataclass(frozen=True)
class _Cell:
    """A cell read whole."""

    said: _Said
    period: Period
    status: str
    printed: str
    value: float | None
    scale: Scale
    span: Span | None


def _value(printed: str, said: _Said, table: MappedGrid) -> tuple[str, float | None]:
    """Status and value of a cell: a blank one is not reported, a zero is a zero."""
    mapping = table.mapping
    status = said.get("status", "reported")
    if printed in mapping.missing:
        return mapping.missing[printed], 0.0 if mapping.missing[printed] == "zero" else None
    if status not in ("reported", "zero"):
        return status, None
    if not printed:
        return "not_reported", None
    value = read_number(printed, mapping.decimal)
    return ("zero" if value == 0 else "reported"), value


def _scale(said: _Said, vocabulary: Vocabulary) -> Scale:
    if "unit" not in said:
        raise NotRead("nothing says its unit")
    unit = known_unit(said["unit"], vocabulary)
    scale = scale_to(vocabulary.indicator(said["indicator"]), unit, vocabulary)
    if isinstance(scale, str):
        raise NotRead(scale)
    return scale


def _check(cell: _Cell, vocabulary: Vocabulary) -> None:
    value = scaled(cell.value, cell.scale)
    reason = impossible(vocabulary.indicator(cell.said["indicator"]), value)
    if reason:
        raise NotRead(reason)


def _period(said: _Said) -> Period:
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


def _stated_period(said: _Said) -> Period:
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


def _span_of(said: _Said) -> Period:
    start, _, end = said["period"].partition("/")
    return Period(parse_partial_date(start), parse_partial_date(end))


def _span(table: MappedGrid, row: int, one: MappedColumn, text: DocumentText) -> Span | None:
    """The cell's span; for a blank cell that of its row's first cell."""
    cell = table.grid.cells.get((row, one.number)) or next(
        (
            found
            for column in range(1, table.grid.columns + 1)
            if (found := table.grid.cells.get((row, column))) is not None
        ),
        None,
    )
    return None if cell is None else make_span(text, cell.cell.start, cell.cell.end)


def _claim(cell: _Cell, table: MappedGrid, one: MappedColumn, context: TableContext) -> Claim:
    assert cell.value is not None and cell.span is not None
    said, document = cell.said, context.document
    unit = context.vocabulary.unit(known_unit(said["unit"], context.vocabulary))
    figure = Figure(
        id=identify("figure", cell.span.id, said["indicator"]),
        value=cell.value,
        value_high=None,
        value_printed=f"{cell.printed} {unit.code}",
        unit=unit.code,
        value_base=Quantity(cell.value, unit).in_base(),
        value_high_base=None,
        unit_base=unit.base,
        of=None,
        of_code=said.get("substance"),
        qualifier="exact",
        accumulation=said.get("accumulation", "period"),
        period=str(cell.period),
        suspect=None,
        likely_reading=None,
        row_label=None,
        column_label=one.heading,
        table_title=table.grid.title or None,
        span=cell.span,
    )
    return Claim(
        id=identify("claim", "mapping", figure.id, str(cell.period), said["place"]),
        figure=figure,
        indicator=said["indicator"],
        place_code=said["place"],
        place=context.vocabulary.place(said["place"]).names.preferred("en"),
        period_start=str(cell.period.start),
        period_end=str(cell.period.end),
        source=said.get("source") or document.source,
        cited_source=None,
        document=document.id,
        entered_by=None,
        confidence=1.0,
        status="accepted",
        marking=document.marking,
        reader=f"indicators/mapping {table.mapping.name}",
    )


def _point(
    cell: _Cell, claim: Claim | None, table: MappedGrid, context: TableContext
) -> ClaimPoint:
    said, document = cell.said, context.document
    span = cell.span.id if cell.span else None
    names = {
        role.removeprefix("scope."): value
        for role, value in said.items()
        if role.startswith("scope.")
    }
    return ClaimPoint(
        claim=claim.id if claim else identify("claim", "no value", span, *said.items()),
        indicator=said["indicator"],
        place=said["place"],
        substance=said.get("substance"),
        scope=scope_of(names),
        period=str(cell.period),
        accumulation=said.get("accumulation", "period"),
        value=scaled(cell.value, cell.scale),
        value_high=None,
        unit=cell.scale.unit,
        status=cell.status,
        qualifier="exact",
        printed=cell.printed,
        source=said.get("source") or document.source,
        cited_source=None,
        grade="F",
        document=document.id,
        published=document.published,
        retrieved=document.retrieved,
        span=span,
        entered_by=None,
        reading="accepted",
        confidence=1.0,
        marking=document.marking,
        note=cell.scale.note,
    )
