"""What the integrity tests found, as records; the keys are a contract with other tools."""

from __future__ import annotations

from dataclasses import asdict
from math import isfinite
from typing import Any

from sholu.indicators.false_discovery import METHOD, RATE
from sholu.indicators.funnel_table import FunnelRow
from sholu.indicators.integrity_question import TITLES, Question, finding_of
from sholu.indicators.integrity_review import Review
from sholu.indicators.two_views import View

Record = dict[str, Any]


def review_record(review: Review, notes: list[str]) -> Record:
    """Everything, for JSON."""
    return {
        "tests_made": review.tests_made,
        "false_discovery_control": METHOD,
        "false_discovery_rate": RATE,
        "notes": notes,
        "findings": [asdict(one) for one in review.findings()],
        "results": [question_record(one, review.tests_made) for one in review.questions],
        "funnel": [funnel_record(one) for one in review.funnel],
        "two_views": [view_record(one) for one in review.views],
    }


def question_record(one: Question, tests_made: int) -> Record:
    """A test; ``outcome`` is ``asks``, ``nothing found`` or ``cannot say``."""
    answer = one.answer
    return {
        "id": finding_of(one, tests_made).id,
        "test": one.test,
        "place": one.place,
        "period": one.period,
        "subject": one.subject,
        "outcome": outcome_of(one),
        "question": TITLES[one.test],
        "sentence": answer.sentence,
        "statistic": _number(answer.statistic),
        "p": _number(answer.p),
        "p_adjusted": _number(one.adjusted),
        "effect": _number(answer.effect),
        "effect_low": _number(answer.effect_low),
        "effect_high": _number(answer.effect_high),
        "effect_name": answer.effect_name,
        "minimum_detectable": _number(answer.minimum_detectable),
        "n": answer.n,
        "method": answer.method,
        "reason": answer.reason,
        "tests_made": tests_made,
        "evidence": list(one.evidence),
    }


def outcome_of(one: Question) -> str:
    """In a word or two."""
    if one.asks:
        return "asks"
    return "nothing found" if one.answer.answered else "cannot say"


def funnel_record(row: FunnelRow) -> Record:
    """The funnel of a region and year."""
    return {
        "place": row.place,
        "year": row.year,
        "steps": [{key: _number(value) for key, value in asdict(one).items()} for one in row.steps],
        "roles": [asdict(one) for one in row.roles],
    }


def view_record(view: View) -> Record:
    """Both views of a region and year."""
    return {key: _number(value) for key, value in asdict(view).items()}


def _number(value: Any) -> Any:
    """Six digits are more than any of these has; what JSON can't hold is null."""
    if isinstance(value, float):
        return float(f"{value:.6g}") if isfinite(value) else None
    return value
