"""Claims that people enter: into the journal, and out of it into the tables."""

from __future__ import annotations

from collections.abc import Iterable

from sholu.build.look import Look
from sholu.build.observatory import Observatory
from sholu.claims.by_hand import Entry as Entered
from sholu.claims.by_hand import EntryError, claim_by_hand, from_payload, to_payload
from sholu.claims.model import Claim
from sholu.journal.model import Entry
from sholu.journal.replay import hand_claims


def add_claim(observatory: Observatory, entered: Entered, who: str, why: str) -> Claim:
    """Check a claim and append it to the journal; the tables follow with the next build.

    Raises:
        EntryError: if a field cannot be, or the source is not registered.
    """
    if entered.source and entered.source not in {s.code for s in observatory.register}:
        raise EntryError(
            f"source: '{entered.source}' is not in the register.", "'sholu sources' lists them."
        )
    text = None
    if entered.document:
        text = Look(observatory).texts([entered.document]).get(entered.document)
    claim = claim_by_hand(entered, observatory.vocabulary, who, text)
    with observatory.journal() as journal:
        journal.append("claim", claim.id, who, why, to_payload(claim))
    return claim


def claims_by_hand(entries: Iterable[Entry]) -> list[Claim]:
    """The claims that people entered, each once; the last entry of an id counts."""
    return list(
        {entry.target: from_payload(entry.payload) for entry in hand_claims(entries)}.values()
    )
