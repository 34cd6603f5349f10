"""Bring claims to the series that they belong to; the others are counted, with the reason."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from sholu.claims.indicator_fit import ALL_DRUGS, EVERY_DRUG, ONE_SUBSTANCE
from sholu.claims.model import Claim
from sholu.core.period import DateError, parse_period
from sholu.indicators.model import ClaimPoint, SetAside, scope_of, scope_parts
from sholu.indicators.table_scope import scopes_of_tables
from sholu.indicators.table_units import units_of_tables
from sholu.indicators.units import Scale, scale_to, scaled
from sholu.vocabulary.model import Indicator, Vocabulary

WHERE = "claims"


@dataclass(frozen=True)
class Provenance:
    """Where a document comes from: its source's grade, and when it was published and came here."""

    source: str | None
    grade: str
    published: str | None
    retrieved: str


UNKNOWN_PROVENANCE = Provenance(None, "F", None, "")
"""A claim without a document, from a source that is in no register: its reliability can't be judged
(F in the scale of NATO AJP-2.1)."""


@dataclass(frozen=True)
class Placed:
    """Claims brought to series, and what stayed outside."""

    points: tuple[ClaimPoint, ...]
    set_aside: tuple[SetAside, ...]


class _Unplaced(Exception):
    """Why one claim belongs to no series."""


def place_claims(
    claims: Iterable[Claim],
    provenance: Mapping[str, Provenance],
    grades: Mapping[str, str],
    vocabulary: Vocabulary,
    scopes: Mapping[str, str] | None = None,
) -> Placed:
    """Bring every claim that names its indicator to place, period and unit of a series.

    Args:
        claims: accepted, corrected and proposed ones; rejected ones are left out.
        provenance: by id of the document.
        grades: reliability by code of the source.
        vocabulary: indicators, units, places.
        scopes: of claims of mapped tables that a person corrected, by id: the mapping knew it.
    """
    named = [claim for claim in claims if claim.indicator and claim.status != "rejected"]
    known = {id_: scope_parts(scope) for id_, scope in (scopes or {}).items()}
    found = scopes_of_tables([claim for claim in named if claim.id not in known], vocabulary)
    found |= known
    units = units_of_tables(named)
    points: list[ClaimPoint] = []
    reasons: Counter[str] = Counter()
    examples: dict[str, Claim] = {}
    for claim in named:
        try:
            point = _place(claim, found.get(claim.id, {}), units.get(claim.id), vocabulary)
        except _Unplaced as unplaced:
            reasons[str(unplaced)] += 1
            examples.setdefault(str(unplaced), claim)
            continue
        points.append(with_origin(point, provenance, grades))
    return Placed(tuple(points), tuple(_set_aside(reasons, examples)))


def _set_aside(reasons: Counter[str], examples: Mapping[str, Claim]) -> Iterable[SetAside]:
    for reason, count in reasons.most_common():
        claim = examples[reason]
        example = f"{claim.indicator}: {claim.figure.value_printed} ({claim.id})"
        yield SetAside(WHERE, None, reason, example, count)


def _place(
    claim: Claim, scope: Mapping[str, str], unit_of_table: str | None, vocabulary: Vocabulary
) -> ClaimPoint:
    """The point without its source.

    Raises:
        _Unplaced: if it names no place, no period, or nothing that it could be compared with.
    """
    assert claim.indicator is not None
    indicator = vocabulary.indicator(claim.indicator)
    if claim.place_code is None:
        raise _Unplaced("it names no place")
    scale, note = _scale(claim, unit_of_table, indicator, vocabulary)
    figure = claim.figure
    value, high = scaled(figure.value, scale), scaled(figure.value_high, scale)
    _check_value(indicator, value)
    substance, more = _substance(claim, indicator, vocabulary)
    return ClaimPoint(
        claim=claim.id,
        indicator=claim.indicator,
        place=claim.place_code,
        substance=substance,
        scope=scope_of({**scope, **more}),
        period=_period(claim),
        accumulation=figure.accumulation or "period",
        value=value,
        value_high=high,
        unit=scale.unit,
        status="zero" if value == 0 and high is None else "reported",
        qualifier=figure.qualifier,
        printed=figure.value_printed,
        source=claim.source,
        cited_source=claim.cited_source,
        grade=UNKNOWN_PROVENANCE.grade,
        document=claim.document,
        published=None,
        retrieved="",
        span=figure.span.id,
        entered_by=claim.entered_by,
        reading=claim.status,
        confidence=claim.confidence,
        marking=claim.marking,
        suspect=figure.suspect or "",
        note="; ".join(part for part in (note, scale.note) if part),
    )


def with_origin(
    point: ClaimPoint, provenance: Mapping[str, Provenance], grades: Mapping[str, str]
) -> ClaimPoint:
    """The point with its source's grade and the dates of its document."""
    origin = provenance.get(point.document or "", UNKNOWN_PROVENANCE)
    source = point.source or origin.source
    return replace(
        point,
        source=source,
        grade=grades.get(source or "", origin.grade),
        published=origin.published,
        retrieved=origin.retrieved,
    )


def _scale(
    claim: Claim, unit_of_table: str | None, indicator: Indicator, vocabulary: Vocabulary
) -> tuple[Scale, str]:
    unit, note = claim.figure.unit, ""
    if unit is None and unit_of_table is not None:
        unit, note = unit_of_table, f"{unit_of_table}: as the text states the same numbers"
    if unit is None:
        raise _Unplaced("it has no unit")
    scale = scale_to(indicator, unit, vocabulary)
    if isinstance(scale, str):
        raise _Unplaced(scale)
    return scale, note


def _check_value(indicator: Indicator, value: float | None) -> None:
    reason = impossible(indicator, value)
    if reason:
        raise _Unplaced(reason)


def impossible(indicator: Indicator, value: float | None) -> str:
    """Why a value cannot be one of its indicator; empty if it can.

    Only changes go below zero, and no part is more than its whole.
    """
    if value is None or indicator.code.endswith("_change"):
        return ""
    if value < 0:
        return f"{indicator.code} is below zero"
    if indicator.unit == "%" and indicator.denominator and value > 100:
        return f"{indicator.code} is a part of {indicator.denominator} of more than 100 %"
    return ""


def _period(claim: Claim) -> str:
    start, end = claim.period_start, claim.period_end
    if start is None:
        raise _Unplaced("it names no period")
    written = start if end in (None, start) else f"{start}/{end}"
    try:
        return str(parse_period(written))
    except DateError as error:
        raise _Unplaced(f"its period can't be read: {error.message}") from error


def _substance(
    claim: Claim, indicator: Indicator, vocabulary: Vocabulary
) -> tuple[str | None, dict[str, str]]:
    """The drug it is about; several drugs in one figure are a scope of their own."""
    code = claim.figure.of_code
    if indicator.code in ALL_DRUGS or (code in EVERY_DRUG and indicator.code not in ONE_SUBSTANCE):
        return None, {}
    words = claim.figure.of or ""
    named = _named_substances(words, vocabulary) if claim.figure.row_label is None else set()
    if len(named) > 1:
        return None, {"substances": ", ".join(sorted(named))}
    if code in EVERY_DRUG:
        code = None
    if code is None and indicator.code in ONE_SUBSTANCE:
        if claim.figure.row_label is None:
            raise _Unplaced("it doesn't say of which drug")
        return None, {}
    return code, {}


def _named_substances(words: str, vocabulary: Vocabulary) -> set[str]:
    """Codes of the substances whose name is a word of ``words``; a longer name hides a shorter."""
    text = f" {' '.join(words.lower().replace(',', ' ').split())} "
    found: dict[str, str] = {}
    for substance in vocabulary.substances:
        for _, name in substance.names.all():
            if f" {name.lower()} " in text:
                found[name.lower()] = substance.code
    return {
        code
        for name, code in found.items()
        if not any(name != other and name in other for other in found)
    }
