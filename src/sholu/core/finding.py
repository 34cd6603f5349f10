"""A sentence that a check wants a person to look at."""

from __future__ import annotations

from dataclasses import dataclass

from sholu.core.ids import identify


@dataclass(frozen=True)
class Finding:
    """What a check, dispute or integrity test returns.

    Attributes:
        id: stable over builds as long as the statement is the same.
        kind: the check's own word, e.g. ``count_mismatch``.
        where: what it is about: a document, a release item, a series.
        statement: one sentence for a person.
        evidence: ids of the spans behind it.
        method: how it was found, in a few words.
        certainty: ``certain``, ``likely`` or ``possible``.
        gravity: ``high``, ``medium`` or ``low``.
    """

    id: str
    kind: str
    where: str
    statement: str
    evidence: tuple[str, ...]
    method: str
    certainty: str
    gravity: str


def make_finding(
    kind: str,
    where: str,
    statement: str,
    *,
    evidence: tuple[str, ...] = (),
    method: str,
    certainty: str = "certain",
    gravity: str = "medium",
) -> Finding:
    """A finding with its id made from kind, place and statement."""
    return Finding(
        id=identify("finding", kind, where, statement),
        kind=kind,
        where=where,
        statement=statement,
        evidence=evidence,
        method=method,
        certainty=certainty,
        gravity=gravity,
    )
