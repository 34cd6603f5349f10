"""Which records everybody may see. Pure.

Of what comes from several documents the most closed one decides (DESIGN 5.7, markings of TLP 2.0).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from sholu.claims.model import Claim
from sholu.core.finding import Finding
from sholu.core.marking import Marking, may_see
from sholu.events.model import Event
from sholu.indicators.dispute_model import Dispute
from sholu.indicators.model import ClaimPoint

REJECTED = "rejected"


def is_open_marking(marking: str) -> bool:
    """Whether everybody may see what has this marking."""
    return may_see(marking, Marking.CLEAR)


@dataclass(frozen=True)
class Openness:
    """Judges records by the documents that are open.

    Attributes:
        documents: ids of the documents that everybody may see.
    """

    documents: Collection[str]

    def event(self, event: Event) -> bool:
        """About drugs, not rejected, and told by open documents only."""
        return (
            event.about_drugs
            and event.status != REJECTED
            and is_open_marking(event.marking)
            and self._all(event.documents)
            and self._all(span.document for span in event.spans)
            and self._all(figure.span.document for figure in event.figures)
        )

    def claim(self, claim: Claim) -> bool:
        """Not rejected, and said by an open document, or entered by hand without one."""
        return (
            claim.status != REJECTED
            and is_open_marking(claim.marking)
            and (claim.document is None or claim.document in self.documents)
        )

    def point(self, point: ClaimPoint) -> bool:
        """As `claim`."""
        return (
            point.reading != REJECTED
            and is_open_marking(point.marking)
            and (point.document is None or point.document in self.documents)
        )

    def _all(self, documents: Iterable[str]) -> bool:
        return all(document in self.documents for document in documents)


def is_open_dispute(dispute: Dispute, claims: Collection[str]) -> bool:
    """Whether all its claims may be seen: its explanation tells the figures of each."""
    return all(claim in claims for claim in dispute.claims)


def documents_of_finding(
    finding: Finding, documents_of: Mapping[str, tuple[str, ...]], spans: Mapping[str, str]
) -> tuple[str, ...] | None:
    """The documents that a finding is about; None if that is not known, or one is not open.

    Args:
        finding: with the id of what it is about, and of its spans.
        documents_of: the documents of each open thing, by its id.
        spans: the open document of each span.
    """
    about = documents_of.get(finding.where)
    if about is None or any(span not in spans for span in finding.evidence):
        return None
    return tuple(dict.fromkeys((*about, *(spans[span] for span in finding.evidence))))
