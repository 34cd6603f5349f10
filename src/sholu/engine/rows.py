"""Frozen dataclasses to Arrow and back: a room's model is its tables' schema."""

from __future__ import annotations

import types
import typing
from collections.abc import Iterable
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any, TypeVar

import cattrs
import pyarrow as pa

Row = TypeVar("Row")

_SCALARS = {str: pa.string(), int: pa.int64(), float: pa.float64(), bool: pa.bool_()}
_converter = cattrs.Converter()


def _number(value: Any, _: type) -> float:
    return float(value)


_converter.register_structure_hook(float, _number)


@cache
def arrow_schema(row_type: type) -> pa.Schema:
    """The Arrow schema of a dataclass of scalars, optional scalars, tuples and dataclasses.

    Raises:
        TypeError: for a field whose type has no column (a programming error).
    """
    hints = typing.get_type_hints(row_type)
    return pa.schema([(f.name, _arrow_type(hints[f.name])) for f in fields(row_type)])


def _without_none(hint: Any) -> Any:
    """``X`` for ``X | None``; every column may be empty, as DuckDB has it."""
    if typing.get_origin(hint) in (typing.Union, types.UnionType):
        inner = [arg for arg in typing.get_args(hint) if arg is not type(None)]
        if len(inner) == 1:
            return inner[0]
    return hint


def _arrow_type(hint: Any) -> pa.DataType:
    hint = _without_none(hint)
    if hint in _SCALARS:
        return _SCALARS[hint]
    if typing.get_origin(hint) is tuple:
        return pa.list_(_arrow_type(typing.get_args(hint)[0]))
    if is_dataclass(hint):
        return pa.struct(list(arrow_schema(typing.cast(type, hint))))
    raise TypeError(f"no column type for {hint!r}")


def to_arrow(row_type: type[Row], rows: Iterable[Row]) -> pa.Table:
    """An Arrow table of the rows, in their order."""
    return pa.Table.from_pylist(to_plain(list(rows)), schema=arrow_schema(row_type))  # type: ignore[arg-type]


def from_arrow(row_type: type[Row], table: pa.Table) -> list[Row]:
    """The rows of an Arrow table as dataclasses."""
    return [from_plain(row_type, record) for record in table.to_pylist()]


def to_plain(value: Any) -> Any:
    """Dataclasses as dicts and tuples as lists, ready for JSON."""
    return _converter.unstructure(value)


def from_plain(row_type: type[Row], value: Any) -> Row:
    """A dataclass from what ``to_plain`` made of it."""
    return _converter.structure(value, row_type)
