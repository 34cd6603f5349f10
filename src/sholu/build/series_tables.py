"""The tables of indicators: claims brought to series, and what mapped tables hold."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sholu.build.model import (
    CLAIM,
    CLAIM_POINT,
    MAPPED_POINT,
    OBSERVATION,
    READ_DOCUMENT,
    SET_ASIDE,
    TABLE_SET_ASIDE,
    LostDecision,
)
from sholu.build.observatory import Observatory
from sholu.claims.model import Claim
from sholu.entities.merge import LOWEST_GRADE
from sholu.indicators.claim_points import Provenance, place_claims, with_origin
from sholu.indicators.model import ClaimPoint, SetAside
from sholu.indicators.observations import Choice, build_observations
from sholu.journal.model import Entry
from sholu.journal.replay import choices


def write_series(
    observatory: Observatory, batches: list[str], entries: Iterable[Entry]
) -> tuple[dict[str, str], list[LostDecision]]:
    """Write the tables of indicators, out of the claims and what mapped tables hold.

    Args:
        entries: the journal, for choices of claims.

    Returns:
        checksums by file; and choices whose observation no longer has the claim.
    """
    tables, vocabulary = observatory.tables, observatory.vocabulary
    origins = provenance(observatory, batches)
    grades = {source.code: source.grade for source in observatory.register}
    mapped = _mapped_points(observatory, batches, origins, grades)
    of_cells = {point.claim: point.scope for point in mapped}
    claims = tables.read(CLAIM, Claim, where="indicator IS NOT NULL")
    others = [claim for claim in claims if claim.id not in of_cells or claim.status == "corrected"]
    placed = place_claims(others, origins, grades, vocabulary, of_cells)
    points = (*placed.points, *_standing(mapped, claims))
    chosen = choices(entries)
    observations = build_observations(
        points,
        {id_: Choice(entry.payload["claim"], entry.number) for id_, entry in chosen.items()},
        vocabulary,
    )
    aside = tables.read(TABLE_SET_ASIDE, SetAside, batches)
    made = tables.write(CLAIM_POINT, points)
    made |= tables.write(OBSERVATION, observations)
    made |= tables.write(SET_ASIDE, (*placed.set_aside, *aside))
    return made, _lost(chosen, {(one.id, one.chosen) for one in observations})


def _mapped_points(
    observatory: Observatory,
    batches: list[str],
    origins: Mapping[str, Provenance],
    grades: Mapping[str, str],
) -> list[ClaimPoint]:
    """Points of mapped tables, with what is known of their documents."""
    points = observatory.tables.read(MAPPED_POINT, ClaimPoint, batches)
    return [with_origin(point, origins, grades) for point in points]


def _standing(points: Iterable[ClaimPoint], claims: Iterable[Claim]) -> list[ClaimPoint]:
    """Points of cells without those whose claim a person rejected, or corrected."""
    gone = {claim.id for claim in claims if claim.status in ("rejected", "corrected")}
    return [point for point in points if point.claim not in gone]


def provenance(observatory: Observatory, batches: list[str]) -> dict[str, Provenance]:
    """Where each document comes from."""
    grades = {source.code: source.grade for source in observatory.register}
    rows = observatory.tables.query(
        "SELECT document, source, published, retrieved FROM "
        f"{observatory.tables.scan(READ_DOCUMENT, batches)}",
        {},
    ).to_pylist()
    return {
        row["document"]: Provenance(
            row["source"],
            grades.get(row["source"], LOWEST_GRADE),
            row["published"],
            row["retrieved"],
        )
        for row in rows
    }


def _lost(chosen: Mapping[str, Entry], drawn: set[tuple[str, str | None]]) -> list[LostDecision]:
    return [
        LostDecision(entry.number, target, entry.kind, entry.who, entry.why)
        for target, entry in chosen.items()
        if (target, entry.payload["claim"]) not in drawn
    ]
