"""Events, claims, observations, disputes and findings as everybody may see them. Pure.

What may be seen at all is decided before (`sholu.release.package.openness`); here fields that are
for staff are left out, and a word stands in place of each private name.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from sholu.claims.model import Claim
from sholu.core.finding import Finding
from sholu.entities.outlets import DIFFER, Matrix
from sholu.events.model import Event
from sholu.indicators.dispute_model import Dispute
from sholu.indicators.model import ClaimPoint, Observation
from sholu.mentions.model import Figure
from sholu.release.addresses import safe_target
from sholu.release.figure_words import in_few_words
from sholu.release.package.model import (
    Difference,
    PublicClaim,
    PublicDispute,
    PublicEvent,
    PublicFigure,
    PublicFinding,
    PublicObservation,
    PublicPoint,
    Telling,
)
from sholu.release.package.positions import Position
from sholu.release.package.private_names import Withhold
from sholu.vocabulary.wording import Wording


def public_event(
    event: Event,
    position: Position | None,
    item: int | None,
    withhold: Withhold,
    *,
    tellings: Sequence[Telling] = (),
    differences: Sequence[Difference] = (),
) -> PublicEvent:
    """An event without what is for staff."""

    def told(text: str) -> str:
        return withhold(text, event.language, event.documents)

    return PublicEvent(
        id=event.id,
        kind=event.kind,
        title=told(" ".join(event.title.split())),
        text=told(event.text),
        language=event.language,
        countries=event.countries,
        regions=event.regions,
        places=event.places,
        date_start=event.date_start,
        date_end=event.date_end,
        date_basis=event.date_basis,
        published=event.published,
        agencies=event.agencies,
        substances=event.substances,
        figures=tuple(_figure(one, event, withhold) for one in event.figures),
        addresses=tuple(_addresses(event, withhold)),
        documents=event.documents,
        spans=tuple(span.id for span in event.spans),
        tellings=tuple(tellings),
        differences=tuple(differences),
        status=event.status,
        confidence=event.confidence,
        latitude=position.latitude if position else None,
        longitude=position.longitude if position else None,
        place_basis=position.basis if position else None,
        item=item,
    )


def _addresses(event: Event, withhold: Withhold) -> list[str]:
    """Addresses that a reader may be sent to; one that names a private person is left out."""
    addresses = [safe_target(one.repaired or one.printed) for one in event.addresses]
    return [one for one in addresses if one and not withhold.is_named(one, event.documents)]


def _figure(figure: Figure, event: Event, withhold: Withhold) -> PublicFigure:
    documents = (figure.span.document,)
    return PublicFigure(
        id=figure.id,
        value=figure.value,
        value_high=figure.value_high,
        printed=withhold(figure.value_printed, event.language, documents),
        unit=figure.unit,
        value_base=figure.value_base,
        value_high_base=figure.value_high_base,
        unit_base=figure.unit_base,
        of=withhold(in_few_words(figure.of), event.language, documents) if figure.of else None,
        of_code=figure.of_code,
        qualifier=figure.qualifier,
        accumulation=figure.accumulation,
        period=figure.period,
        suspect=figure.suspect,
        likely_reading=figure.likely_reading,
        span=figure.span.id,
    )


def differences_of(matrix: Matrix, withhold: Withhold) -> tuple[Difference, ...]:
    """The fields in which the documents of an event differ, with what each says."""
    documents = tuple(outlet.document for outlet in matrix.outlets)
    return tuple(
        Difference(
            f"{row.field}: {row.counts}" if row.counts else row.field,
            {
                outlet.document: tuple(
                    withhold(value, outlet.language, documents) for value in said.values
                )
                for outlet, said in zip(matrix.outlets, row.said, strict=True)
                if said is not None
            },
        )
        for row in matrix.rows
        if row.verdict == DIFFER and row.field != "title"
    )


def public_claim(
    claim: Claim, language: str | None, grades: Mapping[str, str], withhold: Withhold
) -> PublicClaim:
    """A claim with its figure; ``grades`` of sources by code."""
    figure = claim.figure
    documents = (claim.document,) if claim.document else ()

    def told(text: str | None) -> str | None:
        return withhold(text, language, documents) if text else text

    return PublicClaim(
        id=claim.id,
        indicator=claim.indicator,
        place=claim.place_code,
        place_printed=told(claim.place),
        period_start=claim.period_start,
        period_end=claim.period_end,
        substance=figure.of_code,
        of=told(figure.of),
        value=figure.value,
        value_high=figure.value_high,
        unit=figure.unit,
        value_base=figure.value_base,
        value_high_base=figure.value_high_base,
        unit_base=figure.unit_base,
        printed=withhold(figure.value_printed, language, documents),
        qualifier=figure.qualifier,
        accumulation=figure.accumulation,
        suspect=figure.suspect,
        likely_reading=figure.likely_reading,
        source=claim.source,
        cited_source=told(claim.cited_source),
        grade=grades.get(claim.source or "", "F"),
        document=claim.document,
        span=figure.span.id if claim.document else None,
        status=claim.status,
        confidence=claim.confidence,
    )


def public_observation(observation: Observation, withhold: Withhold) -> PublicObservation:
    """An observation all of whose points may be seen."""
    kept = {
        name: getattr(observation, name)
        for name in PublicObservation.__dataclass_fields__
        if name != "points"
    }
    return PublicObservation(
        **kept, points=tuple(_point(one, withhold) for one in observation.points)
    )


def _point(point: ClaimPoint, withhold: Withhold) -> PublicPoint:
    documents = (point.document,) if point.document else ()
    kept = {
        name: getattr(point, name)
        for name in PublicPoint.__dataclass_fields__
        if name not in ("printed", "cited_source")
    }
    cited = point.cited_source
    return PublicPoint(
        **kept,
        printed=withhold(point.printed, None, documents),
        cited_source=withhold(cited, None, documents) if cited else cited,
    )


def public_dispute(dispute: Dispute, documents: Sequence[str], withhold: Withhold) -> PublicDispute:
    """A dispute all of whose claims may be seen; ``documents`` are theirs."""

    def told(wording: Wording | None) -> dict[str, str]:
        texts = wording.by_language() if wording else {}
        return {code: withhold(text, code, documents) for code, text in texts.items()}

    explanations, likely_readings = told(dispute.explanation), told(dispute.likely_reading)
    return PublicDispute(
        id=dispute.id,
        kind=dispute.kind,
        indicator=dispute.indicator,
        place=dispute.place,
        period=dispute.period,
        claims=dispute.claims,
        reason=dispute.reason,
        explanation=explanations["en"],
        likely_reading=likely_readings.get("en"),
        severity=dispute.severity,
        explanations=explanations,
        likely_readings=likely_readings,
    )


def public_finding(finding: Finding, documents: Sequence[str], withhold: Withhold) -> PublicFinding:
    """A finding about what may be seen; ``documents`` are those that it is about."""
    statement = withhold(finding.statement, None, documents)
    kept = {name: getattr(finding, name) for name in PublicFinding.__dataclass_fields__}
    return replace(PublicFinding(**kept), statement=statement)
