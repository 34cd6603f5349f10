"""Read the claims of a document: a visible list of readers, one after another."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from sholu.claims.model import Claim
from sholu.claims.proposal import Proposal, make_claims
from sholu.claims.running_text import read_running_text
from sholu.claims.setting import Setting
from sholu.claims.table_cells import read_table_cells
from sholu.core.finding import Finding
from sholu.mentions.model import AnnotatedDocument
from sholu.sources.model import Source
from sholu.vocabulary.model import Vocabulary

Reader = Callable[[Setting], Iterable[Proposal]]

READERS: tuple[Reader, ...] = (read_running_text, read_table_cells)
"""Each looks at the figures that stand where it reads; together at every figure once."""


@dataclass(frozen=True)
class ClaimReading:
    """What the readers made of one document.

    Attributes:
        set_aside: how many figures became no claim, and why; empty if all did.
    """

    claims: tuple[Claim, ...]
    findings: tuple[Finding, ...]
    set_aside: str


def read_claims(
    annotated: AnnotatedDocument, vocabulary: Vocabulary, source: Source | None
) -> ClaimReading:
    """Read every figure that says what it counts as a claim; the others are counted.

    Args:
        annotated: the document with its mentions and figures.
        vocabulary: names, units and cues.
        source: who published it, if known.
    """
    setting = Setting(annotated, vocabulary, source)
    proposals = [proposal for reader in READERS for proposal in reader(setting)]
    claims = make_claims(proposals, annotated, source)
    return ClaimReading(
        claims=claims,
        findings=(),
        set_aside=_set_aside(len(annotated.figures), len(claims)),
    )


def _set_aside(figures: int, claims: int) -> str:
    left = figures - claims
    if left == 0:
        return ""
    return f"{left} of {figures} figures have neither a unit nor an indicator"
