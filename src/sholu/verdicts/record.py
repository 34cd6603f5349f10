"""Verdicts as records for JSON, CSV and pages; the keys are a contract with other tools."""

from __future__ import annotations

from typing import Any

from sholu.mentions.record import span_record
from sholu.verdicts.model import Defendant, Verdict


def verdict_record(verdict: Verdict) -> dict[str, Any]:
    """One decision; unknown is None."""
    return {
        "id": verdict.id,
        "court": verdict.court,
        "region": verdict.region,
        "date": verdict.date,
        "case_kind": verdict.case_kind,
        "defendants": [defendant_record(one) for one in verdict.defendants],
        "case": verdict.case,
        "case_number": verdict.case_number,
        "outcome": verdict.outcome,
        "offence_date": verdict.offence_date,
        "first_decision": verdict.first_decision,
        "language": verdict.language,
        "circumstances": verdict.circumstances,
        "understood": list(verdict.understood),
        "status": verdict.status,
        "reader": verdict.reader,
        "document": verdict.document,
        "marking": verdict.marking,
        "spans": [span_record(span) for span in verdict.spans],
    }


def defendant_record(one: Defendant) -> dict[str, Any]:
    """One defendant of a decision, without a name."""
    return {
        "person": one.person,
        "role": one.role,
        "articles": [{**vars(a), "points": list(a.points)} for a in one.articles],
        "substances": [dict(vars(s)) for s in one.substances],
        "how_found": one.how_found,
        "story": one.story,
        "decision": one.decision,
        "sanctions": [dict(vars(s)) for s in one.sanctions],
        "below_lowest_limit": one.below_lowest_limit,
        "confiscation": one.confiscation,
        "compulsory_treatment": one.compulsory_treatment,
        "mitigating": list(one.mitigating),
        "special_procedure": one.special_procedure,
        "repeated": one.repeated,
    }
