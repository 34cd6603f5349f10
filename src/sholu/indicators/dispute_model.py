"""The nouns of disputes: claims that can't all be true, and why they differ."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sholu.claims.model import Claim
from sholu.core.finding import Finding
from sholu.core.ids import identify
from sholu.indicators.dispute_texts import phrase
from sholu.vocabulary.wording import Wording

REASONS: Mapping[str, str] = {
    "different_period": "they count over different times, or one of them adds up since a start",
    "different_scope": "they count different things: agency, substances, weight, tablets, persons",
    "rounding": "they are one number, rounded or cut in different ways",
    "later_revision": "the same source gives another value later",
    "garbled": "one is misprinted: lost dash, decimal comma, thousands, unit, copied cell",
    "inconsistent_arithmetic": "parts, totals, shares and changes don't fit together",
    "anachronism": "a figure is older or newer than its source can know",
    "true_conflict": "nothing explains it: the sources contradict each other",
}
"""Why claims differ, most of them harmless; code to meaning."""

KINDS: Mapping[str, str] = {
    "contradiction": "two statements of one thing differ",
    "inconsistent_arithmetic": "numbers of one text don't add up",
    "garbled": "a number or its label cannot be as printed",
    "source_mismatch": "a figure and the work that is cited for it don't fit in time",
    "suspicious": "possible, but a part looks larger than its whole",
}
"""How the dispute was met, coarser than the reason."""

SEVERITIES = ("high", "medium", "low")
LARGEST = 4
"""Claims in one dispute, as a rule: a list of everything that differs finds nothing."""


@dataclass(frozen=True)
class Dispute:
    """A few claims that can't all be true.

    Attributes:
        kind: one of `KINDS`; ``reason``: one of `REASONS`.
        indicator, place, period: of the claims, where they share them.
        claims: ids, in the order of the documents.
        explanation: a sentence or two, with the figures as printed.
        likely_reading: what was probably meant; None if nobody can say.
        severity: ``high`` (whoever uses one of them goes wrong), ``medium`` or ``low``.
    """

    id: str
    kind: str
    indicator: str | None
    place: str | None
    period: str | None
    claims: tuple[str, ...]
    reason: str
    explanation: Wording
    likely_reading: Wording | None
    severity: str


def make_dispute(
    claims: Iterable[Claim],
    reason: str,
    explanation: Wording,
    *,
    kind: str = "contradiction",
    likely_reading: Wording | None = None,
    severity: str = "medium",
) -> Dispute:
    """A dispute over claims, with what they share; the same claims and reason have one id."""
    ordered = sorted(
        {claim.id: claim for claim in claims}.values(),
        key=lambda claim: (claim.document or "", claim.figure.span.start, claim.id),
    )
    ids = tuple(claim.id for claim in ordered)
    return Dispute(
        id=identify("dispute", reason, *sorted(ids)),
        kind=kind,
        indicator=_shared(claim.indicator for claim in ordered),
        place=_shared(claim.place_code for claim in ordered),
        period=_shared(period_of(claim) for claim in ordered),
        claims=ids,
        reason=reason,
        explanation=explanation,
        likely_reading=likely_reading,
        severity=severity,
    )


def period_of(claim: Claim) -> str | None:
    """The claim's period as ISO text; None if it has none."""
    start, end = claim.period_start, claim.period_end
    if start is None:
        return None
    return start if end in (None, start) else f"{start}/{end}"


def _shared(values: Iterable[str | None]) -> str | None:
    """The value that all have which have one."""
    told = {value for value in values if value is not None}
    return told.pop() if len(told) == 1 else None


def finding_of(dispute: Dispute, claims: Mapping[str, Claim], language: str = "en") -> Finding:
    """The dispute as a finding, with the spans of its claims.

    Args:
        claims: by id; all that the dispute is about.
        language: of its statement.
    """
    of_it = [claims[id_] for id_ in dispute.claims]
    documents = {claim.document for claim in of_it}
    shared = " ".join(part for part in (dispute.indicator, dispute.place, dispute.period) if part)
    one = documents.pop() if len(documents) == 1 else None
    likely = dispute.likely_reading
    reading = f" {phrase('likely', reading=likely).of(language)}" if likely else ""
    return Finding(
        id=dispute.id,
        kind=dispute.reason,
        where=one or shared or "several documents",
        statement=f"{dispute.explanation.of(language)}{reading}",
        evidence=tuple(dict.fromkeys(claim.figure.span.id for claim in of_it)),
        method=f"claims compared: {REASONS[dispute.reason]}",
        certainty="likely" if dispute.reason != "true_conflict" else "possible",
        gravity=dispute.severity,
    )
