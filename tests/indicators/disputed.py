"""Texts read as a build reads them, without a store: their claims, findings and disputes."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from sholu.claims.model import Claim
from sholu.claims.read import read_claims
from sholu.core.finding import Finding
from sholu.events.arithmetic import check_arithmetic
from sholu.evidence.read import read_document
from sholu.indicators.audit import audit_arithmetic
from sholu.indicators.claim_points import Provenance
from sholu.indicators.dispute_model import Dispute
from sholu.indicators.dispute_setting import ClaimSetting, settings_of
from sholu.indicators.dispute_stated import Surroundings
from sholu.indicators.disputes import disputes_of_document, find_disputes
from sholu.mentions.annotate import annotate
from sholu.sources.model import Document
from sholu.vocabulary.load import load
from sholu.vocabulary.model import Vocabulary


@dataclass(frozen=True)
class Text:
    """A text with who published it, and when."""

    words: str
    source: str | None = None
    published: str | None = None


@dataclass(frozen=True)
class Disputed:
    """What was found in some texts."""

    claims: dict[str, Claim]
    findings: tuple[Finding, ...]
    disputes: tuple[Dispute, ...]
    settings: dict[str, ClaimSetting]

    def told(self) -> list[tuple[str, set[str]]]:
        """Each dispute's reason with its figures as printed."""
        return [
            (one.reason, {self.claims[id_].figure.value_printed for id_ in one.claims})
            for one in self.disputes
        ]


@cache
def vocabulary() -> Vocabulary:
    """The lists as they are shipped."""
    return load()


def dispute(texts: Iterable[str | Text]) -> Disputed:
    """Read texts and find their disputes."""
    words = vocabulary()
    claims: dict[str, Claim] = {}
    settings: dict[str, ClaimSetting] = {}
    findings: list[Finding] = []
    own: list[Dispute] = []
    origins: dict[str, Provenance] = {}
    for given in texts:
        text = given if isinstance(given, Text) else Text(given)
        content = text.words.encode()
        id_ = hashlib.sha256(content).hexdigest()
        document = Document(
            id_, "d.txt", len(content), text.source, None, "", text.published, None, "clear", None
        )
        annotated = annotate(document, read_document(content, "d.txt").text, words, b"test")
        read = read_claims(annotated, words, None).claims
        told = check_arithmetic(annotated, (), words)
        audited = audit_arithmetic(annotated, words, told)
        around = settings_of(annotated, read, words)
        findings += [*told, *audited]
        own += disputes_of_document(annotated, read, around, (*told, *audited), text.published)
        claims |= {claim.id: claim for claim in read}
        settings |= {one.claim: one for one in around}
        origins[id_] = Provenance(text.source, "B", text.published, "")
    found = find_disputes(list(claims.values()), Surroundings(settings, {}, origins), own, words)
    return Disputed(claims, tuple(findings), found, settings)
