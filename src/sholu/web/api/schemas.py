"""JSON Schemas (2020-12) of dataclasses, with the words of the data dictionary."""

from __future__ import annotations

import inspect
import types
import typing
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from sholu.release.exports.tables import table_form

_SCALARS: dict[Any, dict[str, Any]] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    float: {"type": "number"},
    bool: {"type": "boolean"},
}

_TABLES = {
    "PublicObservation": "observations", "PublicClaim": "claims", "PublicEvent": "events",
    "PublicDispute": "disputes", "PublicFinding": "findings", "PublicIndicator": "indicators",
    "PublicSource": "sources", "PublicDocument": "documents", "ClaimDetails": "claims",
    "EventDetails": "events", "DisputeDetails": "disputes",
}  # fmt: skip
"""Which table of the data dictionary tells what the fields of a noun hold."""

_SERVED = "#/components/schemas/"


class Schemas:
    """Collects the schemas of the nouns that a document speaks of."""

    def __init__(self) -> None:
        self.components: dict[str, dict[str, Any]] = {}

    def of(self, hint: Any) -> dict[str, Any]:
        """The schema of a type; of a dataclass, where its schema stands.

        Raises:
            TypeError: for a type that no schema is known for (a programming error).
        """
        if hint in _SCALARS:
            return dict(_SCALARS[hint])
        if is_dataclass(hint):
            return self._noun(typing.cast(type, hint))
        origin, arguments = typing.get_origin(hint), typing.get_args(hint)
        if origin in (typing.Union, types.UnionType):
            return self._either(arguments)
        if origin is tuple:
            return self._tuple(arguments)
        if origin in (dict, Mapping):
            return {"type": "object", "additionalProperties": self.of(arguments[1])}
        raise TypeError(f"no schema for {hint!r}")

    def _noun(self, record_type: type) -> dict[str, Any]:
        name = record_type.__name__
        if name not in self.components:
            self.components[name] = {}  # known from here on, if it speaks of itself
            self.components[name] = self._object(record_type)
        return {"$ref": f"{_SERVED}{name}"}

    def _object(self, record_type: type) -> dict[str, Any]:
        hints = typing.get_type_hints(record_type)
        told = _told(record_type)
        properties = {}
        for field in fields(record_type):
            schema = self.of(hints[field.name])
            if field.name in told:
                schema["description"] = told[field.name]
            properties[field.name] = schema
        return {
            "type": "object",
            "description": inspect.cleandoc(record_type.__doc__ or "").split("\n")[0],
            "properties": properties,
            "required": list(properties),
            "additionalProperties": False,
        }

    def _either(self, arguments: tuple[Any, ...]) -> dict[str, Any]:
        plain = [one for one in arguments if one is not type(None)]
        if len(plain) == 1 and plain[0] in _SCALARS:
            return {"type": [_SCALARS[plain[0]]["type"], "null"]}
        return {"anyOf": [*map(self.of, plain), {"type": "null"}]}

    def _tuple(self, arguments: tuple[Any, ...]) -> dict[str, Any]:
        if arguments[1:] == (...,):
            return {"type": "array", "items": self.of(arguments[0])}
        return {
            "type": "array",
            "prefixItems": [self.of(one) for one in arguments],
            "minItems": len(arguments),
            "maxItems": len(arguments),
        }


def _told(record_type: type) -> dict[str, str]:
    table = _TABLES.get(record_type.__name__)
    return {one.name: one.about for one in table_form(table).columns} if table else {}
