"""What a build has to do: which documents to read, which rows to keep. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

BATCH = 500
"""Documents in one batch: some 8 MB of text, so that memory stays flat."""

SMALL = 100
"""A batch with fewer documents than this is put together with others, once there are many."""

MANY = 16
"""How many small batches may pile up; each adds some milliseconds to every query."""


@dataclass(frozen=True)
class StaleBatch:
    """A batch in which some documents are gone or must be read again.

    Attributes:
        kept: documents whose readings are current; ``reread``: documents to read again.
    """

    name: str
    kept: tuple[str, ...]
    reread: tuple[str, ...]


@dataclass(frozen=True)
class Plan:
    """The work of a build.

    Attributes:
        stale: batches to replace; ``new``: documents that no batch has; ``join``: small batches to
            put together.
    """

    stale: tuple[StaleBatch, ...]
    new: tuple[str, ...]
    join: tuple[str, ...]

    def reads(self) -> int:
        """How many documents have to be read."""
        return len(self.new) + sum(len(batch.reread) for batch in self.stale)


def plan(wanted: Mapping[str, str], batches: Mapping[str, Mapping[str, str]]) -> Plan:
    """Compare what should be read with what has been.

    Args:
        wanted: document id to the key that its readings must have.
        batches: batch to the documents in it, each with the key that its readings have.
    """
    stale = []
    for name, documents in batches.items():
        kept = tuple(id_ for id_, key in documents.items() if wanted.get(id_) == key)
        reread = tuple(id_ for id_ in documents if id_ in wanted and id_ not in kept)
        if len(kept) < len(documents):
            stale.append(StaleBatch(name, kept, reread))
    touched = {batch.name for batch in stale}
    known = {id_ for documents in batches.values() for id_ in documents}
    small = tuple(n for n, ids in batches.items() if n not in touched and len(ids) < SMALL)
    return Plan(
        stale=tuple(stale),
        new=tuple(id_ for id_ in wanted if id_ not in known),
        join=small if len(small) > MANY else (),
    )
