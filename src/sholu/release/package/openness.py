"""Which records everybody may see. Pure.

Of what comes from several documents the most closed one decides (DESIGN 5.7, markings of TLP 2.0).
"""

from __future__ import annotations

import re
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


@dataclass(frozen=True)
class FindingGrounds:
    """What is known of the things that findings are about.

    Attributes:
        documents_of: the documents of each open thing (document, event, decision), by its id.
        spans: the open document of each span that findings name.
        micro: spans that are rows of a register or answers of a person.
        all_open: whether no closed document has figures of series, registrations or decisions; a
            test over all of them is nobody's secret only then.
    """

    documents_of: Mapping[str, tuple[str, ...]]
    spans: Mapping[str, str]
    micro: Collection[str]
    all_open: bool

    def documents(self, finding: Finding) -> tuple[str, ...] | None:
        """The documents that a finding is about; None if one is not open, or none is known."""
        spans = [id_ for id_ in finding.evidence if id_.startswith(_SPAN)]
        named = _NAMED.findall(finding.statement)
        if any(span not in self.spans for span in spans):
            return None
        if any(thing not in self.documents_of for thing in named):
            return None
        about = self.documents_of.get(finding.where.partition(" ")[0])
        if about is None and (_THING.match(finding.where) or not self.all_open or not spans):
            return None
        return tuple(dict.fromkeys((*(about or ()), *(self.spans[span] for span in spans))))

    def evidence(self, finding: Finding) -> tuple[str, ...]:
        """Its evidence without the rows of single persons; laws that it names stay."""
        return tuple(id_ for id_ in finding.evidence if id_ not in self.micro)


_SPAN = "span-"
_NAMED = re.compile(r"\b(?:event|verdict)-[a-z2-7]{16}\b")
"""Ids of the other things that a statement tells of: a second event that may be the same."""

_THING = re.compile(r"(?:[0-9a-f]{64}|event-|verdict-|claim-)")
"""How the ids of things begin that may be closed, unlike a place with a period or a plot."""
