"""The matrix of outlets as records for JSON, CSV and pages; the keys are a contract."""

from __future__ import annotations

from typing import Any

from sholu.entities.outlets import Matrix, Said
from sholu.mentions.record import figure_record, span_record


def matrix_record(matrix: Matrix) -> dict[str, Any]:
    """The matrix for other programs; ``says`` is None where an outlet is silent."""
    outlets = [
        {
            "name": outlet.name,
            "source": outlet.source,
            "document": outlet.document,
            "published": outlet.published,
            "language": outlet.language,
            "event": outlet.event,
        }
        for outlet in matrix.outlets
    ]
    rows = [
        {
            "field": row.field,
            "counts": row.counts or None,
            "verdict": row.verdict,
            "says": [None if said is None else _said(said) for said in row.said],
        }
        for row in matrix.rows
    ]
    return {"event": matrix.event, "outlets": outlets, "rows": rows}


def _said(said: Said) -> dict[str, Any]:
    return {
        "values": list(said.values),
        "figures": [figure_record(figure) for figure in said.figures],
        "spans": [span_record(span) for span in said.spans],
    }


def matrix_lines(matrix: Matrix) -> list[dict[str, Any]]:
    """The matrix for people: a line a field, a column an outlet; figures with their spans."""
    return [
        {
            "field": row.field,
            "counts": row.counts or None,
            "verdict": row.verdict,
            **{
                outlet.name: None if said is None else _shown(said)
                for outlet, said in zip(matrix.outlets, row.said, strict=True)
            },
        }
        for row in matrix.rows
    ]


def _shown(said: Said) -> list[Any]:
    return [figure_record(figure) for figure in said.figures] or list(said.values)
