"""The description of the interface (OpenAPI 3.1), made from the list of endpoints."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from sholu import __version__
from sholu.release.exports.exporters import EXPORTERS
from sholu.web.api.model import Endpoint, Parameter
from sholu.web.api.objects import Mistake
from sholu.web.api.schemas import Schemas

_ABOUT = (
    "The data of the observatory's releases, read only. Every list has total, offset, limit and "
    "next (the address of the next page, null on the last one). Every answer names its release in "
    "the header Sholu-Release; release= asks an older one. A mistake has error and hint. Figures "
    "lead back to the words that say them: /api/evidence/{span}."
)
_CODES = {
    400: "A parameter is wrong; the answer names it.",
    404: "This release has no such thing.",
    405: "The interface can only be read.",
    410: "It was withdrawn; the answer says when and why.",
    503: "The data cannot be read at the moment.",
}


def description(endpoints: Iterable[Endpoint], title: str) -> dict[str, Any]:
    """The whole document."""
    schemas = Schemas()
    paths = {one.path: {"get": _operation(one, schemas)} for one in endpoints}
    mistake = schemas.of(Mistake)
    answers = {
        f"Mistake{status}": {
            "description": words,
            "content": {"application/json": {"schema": mistake}},
        }
        for status, words in _CODES.items()
    }
    # Of a mistake, only the first two keys are always there.
    schemas.components["Mistake"]["required"] = ["error", "hint"]
    return {
        "openapi": "3.1.0",
        "jsonSchemaDialect": "https://json-schema.org/draft/2020-12/schema",
        "info": {"title": title, "version": __version__, "description": _ABOUT},
        "servers": [{"url": "/"}],
        "paths": paths,
        "components": {"schemas": schemas.components, "responses": answers},
    }


def _operation(endpoint: Endpoint, schemas: Schemas) -> dict[str, Any]:
    return {
        "operationId": "_".join(re.findall("[a-z]+", endpoint.path)),
        "summary": endpoint.about,
        "parameters": [_parameter(one) for one in endpoint.all_parameters],
        "responses": {
            "200": {
                "description": "The answer.",
                "headers": _HEADERS,
                "content": _content(endpoint, schemas),
            },
            **{str(code): {"$ref": f"#/components/responses/Mistake{code}"} for code in _CODES},
        },
    }


_HEADERS = {
    "Sholu-Release": {"description": "The release that answers.", "schema": {"type": "string"}},
    "ETag": {"description": "For If-None-Match.", "schema": {"type": "string"}},
}


def _parameter(one: Parameter) -> dict[str, Any]:
    return {
        "name": one.name,
        "in": one.place,
        "required": one.required,
        "description": one.about,
        "schema": dict(one.schema),
    }


def _content(endpoint: Endpoint, schemas: Schemas) -> dict[str, Any]:
    if endpoint.gives is None:
        return {
            media_type: {"schema": {}}
            for media_type in dict.fromkeys(one.media_type for one in EXPORTERS.values())
        }
    schema = endpoint.gives if isinstance(endpoint.gives, dict) else schemas.of(endpoint.gives)
    if endpoint.is_list:
        schema = _list_of(schema)
    texts = {media_type: {"schema": {"type": "string"}} for media_type in endpoint.formats.values()}
    return {endpoint.media_type: {"schema": schema}, **texts}


def _list_of(item: dict[str, Any]) -> dict[str, Any]:
    number = {"type": "integer", "minimum": 0}
    properties = {
        "release": {"type": ["string", "null"], "description": "The release that answers."},
        "total": {"type": ["integer", "null"], "description": "How many there are in all."},
        "offset": number,
        "limit": number,
        "next": {"type": ["string", "null"], "description": "Address of the next page."},
        "items": {"type": "array", "items": item},
    }
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }
