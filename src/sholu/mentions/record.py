"""Spans and figures as records for JSON, CSV and pages; the keys are a contract with other
tools."""

from __future__ import annotations

from typing import Any

from sholu.evidence.model import Span
from sholu.mentions.model import Figure


def span_record(span: Span) -> dict[str, Any]:
    """``{id, document, start, end, quote, page, cell}``."""
    return {
        "id": span.id,
        "document": span.document,
        "start": span.start,
        "end": span.end,
        "quote": span.quote,
        "page": span.page,
        "cell": span.cell,
    }


def figure_record(figure: Figure) -> dict[str, Any]:
    """``{id, value, value_high, value_printed, unit, …, span}``; unknown is None."""
    return {
        "id": figure.id,
        "value": figure.value,
        "value_high": figure.value_high,
        "value_printed": figure.value_printed,
        "unit": figure.unit,
        "value_base": figure.value_base,
        "value_high_base": figure.value_high_base,
        "unit_base": figure.unit_base,
        "of": figure.of,
        "of_code": figure.of_code,
        "qualifier": figure.qualifier,
        "accumulation": figure.accumulation,
        "period": figure.period,
        "suspect": figure.suspect,
        "likely_reading": figure.likely_reading,
        "row_label": figure.row_label,
        "column_label": figure.column_label,
        "table_title": figure.table_title,
        "span": span_record(figure.span),
    }
