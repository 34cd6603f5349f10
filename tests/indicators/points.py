"""Claims brought to series, for tests: invented figures, of Aldaria unless a break is needed."""

from __future__ import annotations

from typing import Any

from sholu.indicators.model import ClaimPoint

DEFAULTS: dict[str, Any] = {
    "indicator": "offences_registered",
    "place": "XA",
    "substance": None,
    "scope": "",
    "accumulation": "period",
    "value": 100.0,
    "value_high": None,
    "unit": "offence",
    "status": "reported",
    "qualifier": "exact",
    "printed": "100",
    "source": "xa-interior",
    "cited_source": None,
    "grade": "B",
    "document": "d1",
    "published": "2024-02-01",
    "retrieved": "2024-02-02",
    "span": "span-1",
    "entered_by": None,
    "reading": "proposed",
    "confidence": 0.8,
    "marking": "clear",
}


def point(claim: str, period: str, value: float | None = 100.0, **fields: Any) -> ClaimPoint:
    """A point with the given fields; the others are those of a plain claim."""
    return ClaimPoint(claim=claim, period=period, **{**DEFAULTS, "value": value, **fields})
