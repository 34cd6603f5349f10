"""Find the disputes of a document and of all of them: small groups of claims that can't all be
true."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from sholu.claims.model import Claim
from sholu.core.finding import Finding
from sholu.indicators.dispute_model import LARGEST, SEVERITIES, Dispute, make_dispute
from sholu.indicators.dispute_pairs import find_differing
from sholu.indicators.dispute_print import find_misprints, find_mixed_rows
from sholu.indicators.dispute_setting import ClaimSetting
from sholu.indicators.dispute_stated import Surroundings
from sholu.indicators.dispute_texts import phrase
from sholu.indicators.dispute_totals import find_totals
from sholu.indicators.dispute_wording import find_in_wording
from sholu.mentions.model import AnnotatedDocument
from sholu.vocabulary.model import Vocabulary

_OF_FINDINGS = {"arithmetic": "inconsistent_arithmetic", "outlets_differ": "true_conflict"}
"""Findings about figures that are disputes of their claims too, with the reason."""


def disputes_of_document(
    annotated: AnnotatedDocument,
    claims: Sequence[Claim],
    settings: Sequence[ClaimSetting],
    findings: Iterable[Finding],
    published: str | None,
) -> tuple[Dispute, ...]:
    """What a document's own text gives away about its claims.

    Args:
        annotated: the document.
        claims: read from it; ``settings``: of the claims.
        findings: of the checks of its arithmetic.
        published: when it came out, if known.
    """
    by_claim = {setting.claim: setting for setting in settings}
    placed = sorted(
        (claim for claim in claims if claim.id in by_claim),
        key=lambda claim: claim.figure.span.start,
    )
    found = [
        *find_misprints(placed, by_claim),
        *find_in_wording(placed, by_claim, annotated.text.text, published),
        *of_findings(findings, placed),
        *find_mixed_rows(placed, by_claim),
    ]
    return tuple(_without_repeats(found))


def of_findings(findings: Iterable[Finding], claims: Iterable[Claim]) -> Iterator[Dispute]:
    """Findings about figures as disputes of the claims that stand on the same spans."""
    by_span = {claim.figure.span.id: claim for claim in claims}
    for finding in findings:
        reason = _OF_FINDINGS.get(finding.kind)
        touched = [by_span[span] for span in finding.evidence if span in by_span]
        if reason is None or not touched:
            continue
        figures = "; ".join(" ".join(claim.figure.value_printed.split()) for claim in touched)
        yield make_dispute(
            touched[:LARGEST],
            reason,
            # Findings speak English; the others read which figures do not fit.
            replace(phrase(f"of_{finding.kind}", figures=figures), en=finding.statement),
            kind="inconsistent_arithmetic" if finding.kind == "arithmetic" else "contradiction",
            severity=finding.gravity,
        )


def find_disputes(
    claims: Sequence[Claim],
    around: Surroundings,
    of_documents: Iterable[Dispute],
    vocabulary: Vocabulary,
    findings: Iterable[Finding] = (),
) -> tuple[Dispute, ...]:
    """All disputes, gravest first.

    Args:
        claims: as they stand after what people decided.
        around: where each stands, what narrows it, where its document comes from.
        of_documents: disputes found in single documents; those of claims that a person rejected
            or corrected are left out: they were about the reading before.
        findings: about events told by several outlets.

    Returns:
        Nothing for no claims or a single sound one.
    """
    standing = [claim for claim in claims if claim.status != "rejected"]
    untouched = {claim.id for claim in standing if claim.status != "corrected"}
    found = [one for one in of_documents if set(one.claims) <= untouched]
    by_id = {claim.id: claim for claim in standing}
    ranges = _ranges(standing)
    found = [_with_witness(one, by_id, ranges) for one in found]
    found += find_differing(standing, around, vocabulary)
    found += find_totals(standing, around, vocabulary)
    found += of_findings(findings, standing)
    order = {severity: place for place, severity in enumerate(SEVERITIES)}
    return tuple(sorted(_without_repeats(found), key=lambda one: (order[one.severity], one.id)))


def _with_witness(
    dispute: Dispute, by_id: Mapping[str, Claim], ranges: Mapping[str | None, Sequence[Claim]]
) -> Dispute:
    """A misprint together with the claim of another passage that says the likely reading.

    Args:
        ranges: claims of two values, by unit.
    """
    if dispute.reason != "garbled" or len(dispute.claims) != 1 or not dispute.likely_reading:
        return dispute
    doubted = by_id[dispute.claims[0]]
    likely = dispute.likely_reading.en
    for claim in ranges.get(doubted.figure.unit, ()):
        figure = claim.figure
        reading = f"{figure.value:.10g}–{figure.value_high:.10g}"
        if claim is not doubted and reading in likely:
            return make_dispute(
                [doubted, claim],
                dispute.reason,
                phrase("elsewhere", explanation=dispute.explanation, printed=figure.value_printed),
                kind=dispute.kind,
                likely_reading=dispute.likely_reading,
                severity=dispute.severity,
            )
    return dispute


def _ranges(claims: Iterable[Claim]) -> Mapping[str | None, list[Claim]]:
    found: dict[str | None, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.figure.value_high is not None:
            found[claim.figure.unit].append(claim)
    return found


def _without_repeats(disputes: Iterable[Dispute]) -> list[Dispute]:
    """One dispute for the same claims: the first reason found, the most telling, stays."""
    kept: list[Dispute] = []
    with_claim: dict[str, list[set[str]]] = defaultdict(list)
    for dispute in disputes:
        mine = set(dispute.claims)
        beside = [other for claim in dispute.claims for other in with_claim[claim]]
        if any(mine <= other or len(mine & other) > 1 for other in beside):
            continue
        kept.append(dispute)
        for claim in mine:
            with_claim[claim].append(mine)
    return kept
