"""Dataclasses of scalars and tuples to rows of SQLite and back: a noun's fields are its columns.

Text, numbers and booleans have a column each; everything else (tuples, names by language, figures
of an event) is JSON in a text column, which SQLite's own ``json_each`` opens.
"""

from __future__ import annotations

import json
import types
import typing
from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields, is_dataclass
from functools import cache
from typing import Any, TypeVar

import cattrs

Record = TypeVar("Record")

_SQL_TYPES: dict[Any, str] = {str: "TEXT", int: "INTEGER", float: "REAL", bool: "INTEGER"}
_converter = cattrs.Converter()


def _number(value: Any, _: type) -> float:
    return float(value)


_converter.register_structure_hook(float, _number)


@dataclass(frozen=True)
class Column:
    """A field as SQLite has it.

    Attributes:
        declared: type and whether it may be empty, as ``CREATE TABLE`` wants it.
        encode, decode: None where SQLite's own value is that of the field.
    """

    name: str
    declared: str
    encode: Callable[[Any], Any] | None
    decode: Callable[[Any], Any] | None


def columns_of(record_type: Any) -> tuple[Column, ...]:
    """The columns of a dataclass, in the order of its fields."""
    return _columns(record_type)


@cache
def _columns(record_type: Any) -> tuple[Column, ...]:
    hints = typing.get_type_hints(record_type)
    return tuple(_column(field.name, hints[field.name]) for field in fields(record_type))


def _column(name: str, hint: Any) -> Column:
    plain = _without_none(hint)
    needed = "" if plain is not hint else " NOT NULL"
    if plain is bool:
        return Column(name, f"INTEGER{needed}", int, bool)
    if plain in _SQL_TYPES:
        return Column(name, f"{_SQL_TYPES[plain]}{needed}", None, None)
    return Column(name, f"TEXT{needed}", as_json, _decoder(hint))


def _without_none(hint: Any) -> Any:
    """``X`` for ``X | None``."""
    if typing.get_origin(hint) in (typing.Union, types.UnionType):
        inner = [one for one in typing.get_args(hint) if one is not type(None)]
        if len(inner) == 1:
            return inner[0]
    return hint


def _decoder(hint: Any) -> Callable[[str], Any]:
    arguments = typing.get_args(hint)
    if typing.get_origin(hint) is tuple and arguments[0] is str and arguments[1:] == (...,):
        return lambda text: tuple(json.loads(text)) if text != "[]" else ()
    if typing.get_origin(hint) is dict and arguments == (str, str):
        return _text_by_name
    if is_dataclass(hint) or typing.get_origin(hint) in (tuple, dict):
        return lambda text: _converter.structure(json.loads(text), hint)
    raise TypeError(f"no column type for {hint!r}")


def _text_by_name(text: str) -> dict[str, str]:
    record: dict[str, str] = json.loads(text)
    return record


def as_json(value: Any) -> str:
    """A composite value as JSON, one spelling for one value."""
    plain = _converter.unstructure(value)
    return json.dumps(plain, ensure_ascii=False, separators=(",", ":"))


def from_json(record_type: type[Record], text: str) -> Record:
    """A dataclass from what `as_json` made of it."""
    return _converter.structure(json.loads(text), record_type)


def to_row(record: Any) -> tuple[Any, ...]:
    """The values of a record's columns."""
    return tuple(
        getattr(record, column.name)
        if column.encode is None or getattr(record, column.name) is None
        else column.encode(getattr(record, column.name))
        for column in columns_of(type(record))
    )


def from_row(record_type: type[Record], row: Sequence[Any]) -> Record:
    """The record of a row that has its columns first, in order; what follows is not looked at."""
    values = [
        value if column.decode is None or value is None else column.decode(value)
        for column, value in zip(columns_of(record_type), row, strict=False)
    ]
    return record_type(*values)


def names_of(record_type: type, alias: str = "") -> str:
    """The names of its columns, as a ``SELECT`` lists them."""
    prefix = f"{alias}." if alias else ""
    return ", ".join(f'{prefix}"{column.name}"' for column in columns_of(record_type))
