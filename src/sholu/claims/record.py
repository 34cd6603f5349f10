"""Claims as records for JSON, CSV and pages; the keys are a contract with other tools."""

from __future__ import annotations

from typing import Any

from sholu.claims.model import Claim
from sholu.mentions.record import figure_record


def claim_record(claim: Claim) -> dict[str, Any]:
    """One claim with its figure inside; unknown is None."""
    return {
        "id": claim.id,
        "figure": figure_record(claim.figure),
        "indicator": claim.indicator,
        "place_code": claim.place_code,
        "place": claim.place,
        "period_start": claim.period_start,
        "period_end": claim.period_end,
        "source": claim.source,
        "cited_source": claim.cited_source,
        "document": claim.document,
        "entered_by": claim.entered_by,
        "confidence": claim.confidence,
        "status": claim.status,
        "marking": claim.marking,
    }
