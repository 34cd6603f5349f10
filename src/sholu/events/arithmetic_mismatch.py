"""What an arithmetic check found wrong, before it becomes a finding of its document."""

from __future__ import annotations

from dataclasses import dataclass

from sholu.core.finding import Finding, make_finding
from sholu.events.arithmetic_numbers import Number


@dataclass(frozen=True)
class Mismatch:
    """Numbers that cannot all be right.

    Attributes:
        statement: one sentence with the numbers as printed.
        certainty, gravity: as of a finding.
    """

    statement: str
    numbers: tuple[Number, ...]
    method: str
    certainty: str = "certain"
    gravity: str = "medium"


def to_finding(mismatch: Mismatch, document: str) -> Finding:
    """The finding, with the spans of the numbers as evidence."""
    return make_finding(
        "arithmetic",
        document,
        mismatch.statement,
        evidence=tuple(dict.fromkeys(number.span for number in mismatch.numbers)),
        method=mismatch.method,
        certainty=mismatch.certainty,
        gravity="low" if mismatch.certainty == "possible" else mismatch.gravity,
    )
