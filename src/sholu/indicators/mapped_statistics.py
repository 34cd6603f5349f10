"""Figures of a mapped table: each cell with a value is a claim, each cell a point of a series."""

from __future__ import annotations

from dataclasses import dataclass, replace

from sholu.claims.model import Claim
from sholu.core.ids import identify
from sholu.core.period import Period
from sholu.core.quantity import Quantity
from sholu.evidence.model import DocumentText, Span
from sholu.evidence.span import make_span
from sholu.indicators.cell_values import NotRead, known_unit, read_number
from sholu.indicators.claim_points import impossible
from sholu.indicators.mapped_said import Said, period_of, read_constants, read_said, said_of_row
from sholu.indicators.mapped_table import Aside, MappedColumn, MappedGrid, TableContext
from sholu.indicators.mapping import BESIDE_A_VALUE, Column
from sholu.indicators.model import ClaimPoint, scope_of
from sholu.indicators.units import Scale, scale_to, scaled
from sholu.mentions.model import Figure
from sholu.vocabulary.model import Vocabulary


@dataclass(frozen=True)
class StatisticsReading:
    """Claims with a figure, and points, those without a value among them."""

    claims: tuple[Claim, ...]
    points: tuple[ClaimPoint, ...]


def read_statistics(table: MappedGrid, context: TableContext, aside: Aside) -> StatisticsReading:
    """Every value of the table with its indicator, place, period and unit.

    A cell whose meaning is not whole is set aside with the reason.
    """
    claims: list[Claim] = []
    points: list[ClaimPoint] = []
    for row in table.rows():
        try:
            said = said_of_row(table, row, context)
        except NotRead as reason:
            at = table.grid.stretch(row)
            aside.add(str(reason), _row_text(table, row), len(table.of_role("value")), at)
            continue
        for column in table.of_role("value"):
            try:
                point, claim = _read_cell(table, row, column, said, context)
            except NotRead as reason:
                where = f"column '{column.heading}': {reason}"
                printed = table.grid.text(row, column.number)
                at = table.grid.stretch(row, column.number) or table.grid.stretch(row)
                aside.add(where, printed or _row_text(table, row), stretch=at)
                continue
            points.append(point)
            if claim is not None:
                claims.append(claim)
    return StatisticsReading(tuple(claims), tuple(points))


def _row_text(table: MappedGrid, row: int) -> str:
    return "; ".join(table.grid.text(row, one.number) for one in table.columns)


def _read_cell(
    table: MappedGrid, row: int, one: MappedColumn, row_said: Said, context: TableContext
) -> tuple[ClaimPoint, Claim | None]:
    """The point of one cell, and its claim if it holds a value."""
    said = row_said | read_constants(one.column.constants, context)
    if one.column.heading:
        named = MappedColumn(one.number, one.heading, _as_heading(one))
        said |= read_said(named, one.heading, context)
    for role in ("indicator", "place"):
        if role not in said:
            raise NotRead(f"nothing says its {role}")
    printed = table.grid.text(row, one.number)
    status, value = _value(printed, said, table)
    scale = _scale(said, context.vocabulary)
    power = 10 ** int(said.get("multiplier", "0"))
    ends = {} if value is None else _ends(table, row, one, value)
    reading = _Cell(
        said=said,
        period=period_of(said),
        status=status,
        printed=printed,
        value=None if value is None else value * power,
        ends={role: end * power for role, end in ends.items()},
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

    said: Said
    period: Period
    status: str
    printed: str
    value: float | None
    ends: dict[str, float]
    scale: Scale
    span: Span | None


def _value(printed: str, said: Said, table: MappedGrid) -> tuple[str, float | None]:
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


def _ends(table: MappedGrid, row: int, one: MappedColumn, value: float) -> dict[str, float]:
    """Upper end of a range, and interval of an estimate, out of the columns beside a value.

    Raises:
        NotRead: if they do not lie around the value.
    """
    found = {
        beside.column.role: read_number(printed, table.mapping.decimal)
        for beside in table.of_role(*BESIDE_A_VALUE)
        if beside.column.of in ("", one.heading)
        and (printed := table.grid.text(row, beside.number)) not in ("", *table.mapping.missing)
    }
    if found.get("value_high", value) < value:
        raise NotRead("the upper end of the range lies below the lower")
    if not found.get("low", value) <= value <= found.get("high", value):
        raise NotRead("the value lies outside its interval")
    return found


def _scale(said: Said, vocabulary: Vocabulary) -> Scale:
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
    high = cell.ends.get("value_high")
    figure = Figure(
        id=identify("figure", cell.span.id, said["indicator"]),
        value=cell.value,
        value_high=cell.ends.get("value_high"),
        value_printed=f"{cell.printed} {unit.code}",
        unit=unit.code,
        value_base=Quantity(cell.value, unit).in_base(),
        value_high_base=None if high is None else Quantity(high, unit).in_base(),
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
        value_high=scaled(cell.ends.get("value_high"), cell.scale),
        low=scaled(cell.ends.get("low"), cell.scale),
        high=scaled(cell.ends.get("high"), cell.scale),
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
