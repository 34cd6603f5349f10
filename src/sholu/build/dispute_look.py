"""Look up disputes, audits and what supports each claim: what `sholu disputes` and its kin read."""

from __future__ import annotations

from dataclasses import dataclass

from sholu.build.look import Look, NotFound
from sholu.build.model import DISPUTE, ReadDocument
from sholu.build.observatory import Observatory
from sholu.claims.model import Claim
from sholu.core.finding import Finding
from sholu.indicators.audit import KINDS
from sholu.indicators.dispute_model import SEVERITIES, Dispute
from sholu.indicators.triangulation import Triangulation, triangulate
from sholu.indicators.triangulation_sources import voice_of

AUDITED = frozenset(("inconsistent_arithmetic", "garbled", "anachronism"))
"""Reasons of disputes that an audit of a document reports besides its findings."""


@dataclass(frozen=True)
class Audit:
    """What the numbers of one document say against each other."""

    document: ReadDocument
    findings: tuple[Finding, ...]
    disputes: tuple[Dispute, ...]


class Disputes:
    """Read-only view of disputes as they were when it was made."""

    def __init__(self, observatory: Observatory) -> None:
        self.look = Look(observatory)
        self._tables = observatory.tables
        self._register = {source.code: source for source in observatory.register}
        self._vocabulary = observatory.vocabulary

    def disputes(self) -> list[Dispute]:
        """All disputes, gravest first."""
        order = {severity: place for place, severity in enumerate(SEVERITIES)}
        rows = self._tables.read(DISPUTE, Dispute)
        return sorted(rows, key=lambda one: (order[one.severity], one.reason, one.id))

    def claims(self) -> dict[str, Claim]:
        """All claims by id."""
        return {claim.id: claim for claim in self.look.claims()}

    def triangulated(self) -> tuple[Triangulation, ...]:
        """Every claim among the others."""
        claims = list(self.claims().values())
        publishers = {row.document: row.source for row in self.look.documents()}
        voices = {
            claim.id: voice_of(claim, self._register, publishers.get(claim.document or ""))
            for claim in claims
        }
        return triangulate(claims, voices, self.disputes(), self._vocabulary)

    def audit(self, name: str) -> Audit:
        """The audit of one document; its name, or a unique beginning of its id or name.

        Raises:
            NotFound: if no document, or more than one, is called so.
        """
        rows = self.look.documents()
        found = [row for row in rows if name in (row.document, row.name)] or [
            row for row in rows if row.document.startswith(name) or row.name.startswith(name)
        ]
        if len(found) != 1:
            word = "No document" if not found else f"{len(found)} documents"
            raise NotFound(f"{word} can be meant by '{name}'.", "'sholu status' lists them.")
        document = found[0]
        claims = self.claims()
        findings = tuple(
            one
            for one in self.look.findings()
            if one.where == document.document and one.kind in KINDS
        )
        disputes = tuple(
            one
            for one in self.disputes()
            if one.reason in AUDITED
            and all(claims[id_].document == document.document for id_ in one.claims)
        )
        said = {finding.statement for finding in findings}
        return Audit(
            document, findings, tuple(one for one in disputes if one.explanation.en not in said)
        )
