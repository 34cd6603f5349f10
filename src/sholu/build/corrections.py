"""Which fields of a reading a person may correct, and what each may hold. Pure."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from math import isfinite
from typing import Any

from sholu.claims.model import Claim
from sholu.core.errors import SholuError
from sholu.core.period import parse_partial_date, parse_period
from sholu.core.quantity import Quantity
from sholu.events.model import Event
from sholu.mentions.model import Figure
from sholu.vocabulary.model import Vocabulary

Parser = Callable[[str, Vocabulary], Any]


class CorrectionError(SholuError):
    """A correction of a field that does not exist, or to a value that it cannot have."""


def _text(value: str, _: Vocabulary) -> str:
    return value


def _flag(value: str, _: Vocabulary) -> bool:
    if value not in ("yes", "no"):
        raise CorrectionError(f"'{value}' is neither yes nor no.")
    return value == "yes"


def _date(value: str, _: Vocabulary) -> str | None:
    return str(parse_partial_date(value)) if value else None


def _period(value: str, _: Vocabulary) -> str | None:
    return str(parse_period(value)) if value else None


def _kind(value: str, vocabulary: Vocabulary) -> str | None:
    return vocabulary.event_kind(value).code if value else None


def _indicator(value: str, vocabulary: Vocabulary) -> str | None:
    return vocabulary.indicator(value).code if value else None


def _place(value: str, vocabulary: Vocabulary) -> str | None:
    return vocabulary.place(value).code if value else None


def _places(value: str, vocabulary: Vocabulary) -> list[str]:
    return [vocabulary.place(code).code for code in _list(value, vocabulary)]


def _list(value: str, _: Vocabulary) -> list[str]:
    return [part.strip() for part in value.split(",") if part.strip()]


def _number(value: str, _: Vocabulary) -> float | None:
    if not value:
        return None
    try:
        number = float(value)
    except ValueError:
        number = float("nan")
    if not isfinite(number):
        raise CorrectionError(f"'{value}' is no number.", "Write digits with a point: 3500.5.")
    return number


def _unit(value: str, vocabulary: Vocabulary) -> str | None:
    return vocabulary.unit(value).code if value else None


EVENT_FIELDS: Mapping[str, Parser] = {
    "kind": _kind,
    "title": _text,
    "text": _text,
    "countries": _places,
    "regions": _places,
    "places": _list,
    "date_start": _date,
    "date_end": _date,
    "published": _period,
    "about_drugs": _flag,
}

CLAIM_FIELDS: Mapping[str, Parser] = {
    "indicator": _indicator,
    "place_code": _place,
    "place": _text,
    "period_start": _date,
    "period_end": _date,
    "cited_source": _text,
    "value": _number,
    "value_high": _number,
    "unit": _unit,
}

FIGURE_FIELDS: frozenset[str] = frozenset({"value", "value_high", "unit"})
"""Fields of a claim that are those of its figure; the print stays as it is."""


def parse_corrections(
    assignments: list[str], fields: Mapping[str, Parser], vocabulary: Vocabulary
) -> dict[str, Any]:
    """Read ``field=value`` texts; an empty value means unknown, lists are parted by commas.

    Raises:
        CorrectionError: for an unknown field, or a text without ``=``.
        VocabularyError, DateError: for a value that the field cannot have.
    """
    parsed: dict[str, Any] = {}
    for assignment in assignments:
        name, equals, value = assignment.partition("=")
        if not equals or name not in fields:
            raise CorrectionError(
                f"'{assignment}' corrects nothing.",
                f"Write field=value with one of: {', '.join(fields)}.",
            )
        parsed[name] = fields[name](value.strip(), vocabulary)
    if parsed.get("value", 0.0) is None:
        raise CorrectionError(
            "A claim has a value.", "If the figure means nothing, reject the claim."
        )
    return parsed


def judged_event(event: Event, status: str, fields: Mapping[str, Any]) -> Event:
    """An event with a person's decision on it."""
    known: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value
        for name, value in fields.items()
        if name in EVENT_FIELDS
    }
    if known.keys() & {"date_start", "date_end"}:
        known["date_basis"] = "stated"
    return replace(event, status=status, **known)


def judged_claim(
    claim: Claim, status: str, fields: Mapping[str, Any], vocabulary: Vocabulary
) -> Claim:
    """A claim with a person's decision on it."""
    known: dict[str, Any] = {
        name: value
        for name, value in fields.items()
        if name in CLAIM_FIELDS and name not in FIGURE_FIELDS
    }
    figure = {name: value for name, value in fields.items() if name in FIGURE_FIELDS}
    if figure:
        known["figure"] = _corrected(replace(claim.figure, **figure), vocabulary)
    return replace(claim, status=status, **known)


def _corrected(figure: Figure, vocabulary: Vocabulary) -> Figure:
    """The figure converted anew; what spoke against it as printed is settled."""
    base = vocabulary.unit(figure.unit) if figure.unit else None
    high = figure.value_high
    return replace(
        figure,
        value_base=Quantity(figure.value, base).in_base() if base else None,
        value_high_base=Quantity(high, base).in_base() if base and high is not None else None,
        unit_base=base.base if base else None,
        suspect=None,
        likely_reading=None,
    )
