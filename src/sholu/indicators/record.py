"""Series as records for JSON, CSV and tables; the keys are a contract with other tools."""

from __future__ import annotations

from typing import Any

from sholu.core.language import INTERFACE_LANGUAGES
from sholu.indicators.changes import Change, changes
from sholu.indicators.model import ClaimPoint, Observation, Series, scope_parts
from sholu.vocabulary.model import Break, Indicator, Vocabulary

Record = dict[str, Any]


def indicator_record(indicator: Indicator, language: str = "en") -> Record:
    """An indicator of the catalogue: its texts in one language, under ``texts`` in all three."""
    texts = {
        "definition": indicator.definition,
        "standard": indicator.standard,
        "shows": indicator.shows,
        "cannot_show": indicator.cannot_show,
    }
    said = {key: text and text.of(language) for key, text in texts.items()}
    return {
        "code": indicator.code,
        "names": {each: indicator.names.preferred(each) for each in INTERFACE_LANGUAGES},
        "definition": said["definition"],
        "unit": indicator.unit,
        "denominator": indicator.denominator,
        "direction": indicator.direction,
        "standard": said["standard"],
        "shows": said["shows"],
        "cannot_show": said["cannot_show"],
        "texts": {key: text and text.by_language() for key, text in texts.items()},
    }


def break_record(one: Break, language: str = "en") -> Record:
    """A break of definition: its texts in one language, under ``texts`` in all three."""
    labels = {each: one.label.preferred(each) for each in INTERFACE_LANGUAGES}
    return {
        "code": one.code,
        "day": one.day,
        "label": labels[language],
        "what": one.what.of(language),
        "places": list(one.places),
        "indicators": list(one.indicators),
        "source": one.source.of(language),
        "texts": {
            "label": labels,
            "what": one.what.by_language(),
            "source": one.source.by_language(),
        },
    }


def series_record(series: Series, vocabulary: Vocabulary) -> Record:
    """A series with its observations, each with all its claims and the change to it."""
    to_each = {change.later: change for change in changes(series, vocabulary)}
    return {
        "id": series.id,
        "indicator": series.indicator,
        "place": series.place,
        "substance": series.substance,
        "scope": scope_parts(series.scope),
        "frequency": series.frequency,
        "unit": series.unit,
        "breaks": [break_record(one) for one in series.breaks],
        "observations": [
            observation_record(one, to_each.get(one.id)) for one in series.observations
        ],
    }


def observation_record(one: Observation, change: Change | None) -> Record:
    """An observation; ``claims`` has the one that is drawn first."""
    return {
        "id": one.id,
        "period": one.period,
        "first_day": one.first_day,
        "last_day": one.last_day,
        "value": one.value,
        "value_high": one.value_high,
        "low": one.low,
        "high": one.high,
        "unit": one.unit,
        "status": one.status,
        "qualifier": one.qualifier,
        "derived": one.derived,
        "chosen": one.chosen,
        "rule": one.rule,
        "differing": one.differing,
        "marking": one.marking,
        "change": None if change is None else change_record(change),
        "claims": [point_record(point) for point in one.points],
    }


def change_record(change: Change) -> Record:
    """The change from the observation before; ``reason`` says why it is not known."""
    percent = None if change.percent is None else round(change.percent, 2)
    return {"absolute": change.absolute, "percent": percent, "reason": change.reason}


def point_record(point: ClaimPoint) -> Record:
    """A claim of an observation."""
    return {
        "claim": point.claim,
        "value": point.value,
        "value_high": point.value_high,
        "low": point.low,
        "high": point.high,
        "unit": point.unit,
        "status": point.status,
        "qualifier": point.qualifier,
        "printed": point.printed,
        "source": point.source,
        "cited_source": point.cited_source,
        "grade": point.grade,
        "document": point.document,
        "published": point.published,
        "span": point.span,
        "entered_by": point.entered_by,
        "reading": point.reading,
        "suspect": point.suspect,
        "note": point.note,
    }
