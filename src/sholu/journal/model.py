"""The nouns of the journal."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sholu.core.errors import SholuError

PARTS: dict[str, dict[str, type]] = {
    "accept": {},
    "reject": {},
    "correct": {"fields": dict},
    "same": {"other": str},
    "different": {"other": str},
    "withdraw": {},
    "claim": {},
    "choose": {"claim": str},
    "register_hypothesis": {
        "measure": str,
        "outcome": str,
        "design": str,
        "sign": str,
        "rule": str,
    },
    "edit_release": {"item": str, "fields": dict},
    "issue_release": {},
    "retract_release": {},
}
"""What can be decided, and the parts without which the payload of an entry would say nothing."""

KINDS: tuple[str, ...] = tuple(PARTS)
"""What can be decided."""


class JournalError(SholuError):
    """A decision that can't be written down, or a journal that can't be read."""


@dataclass(frozen=True)
class Entry:
    """One decision; never changed, never removed.

    Attributes:
        number: 1, 2, 3 … without gaps.
        at: when (ISO date and time, UTC).
        who: the person's name or initials as they gave it.
        kind: one of `KINDS`.
        target: id of what it is about: an event, a claim, a document, a release.
        why: the reason, as a sentence.
        payload: what the kind needs: the span it was about, corrected fields, texts.
        previous, hash: SHA-256 chain over the canonical JSON of each entry.
    """

    number: int
    at: str
    who: str
    kind: str
    target: str
    why: str
    payload: dict[str, Any]
    previous: str
    hash: str
