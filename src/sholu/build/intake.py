"""Bring documents into an observatory: from paths, or collected from the registered sources."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from sholu.build.look import NotFound
from sholu.build.observatory import Observatory
from sholu.core.marking import parse_marking
from sholu.core.period import parse_partial_date
from sholu.journal.model import Entry
from sholu.journal.replay import withdrawn
from sholu.sources.bring import Given, bring
from sholu.sources.model import Document, Item, Refusal, SourceError
from sholu.sources.store import add, documents


@dataclass(frozen=True)
class Added:
    """A document that is in the store now; it survives a crash from here on."""

    document: Document
    is_new: bool


def add_paths(
    observatory: Observatory,
    paths: tuple[Path, ...],
    *,
    source: str | None,
    published: str | None,
    marking: str,
) -> Iterator[Added | Refusal]:
    """Bring in files, folders, mails and archives, one after another.

    Raises:
        SourceError: if the source is not registered, or the disk takes no more.
        DateError, MarkingError: if what was said of the documents cannot be.
    """
    if source and source not in {known.code for known in observatory.register}:
        raise SourceError(
            f"'{source}' is not in the register.",
            "Add it to inputs/sources.yaml; 'sholu sources' lists the known ones.",
        )
    given = Given(
        retrieved=datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z"),
        source=source,
        published=str(parse_partial_date(published)) if published else None,
        marking=parse_marking(marking),
    )
    for path in paths:
        for item in bring(path, given, observatory.register):
            yield keep(observatory, item)


def keep(observatory: Observatory, item: Item | Refusal) -> Added | Refusal:
    """Put one item into the store."""
    if isinstance(item, Refusal):
        return item
    document, is_new = add(observatory.documents, item.content, item.origin)
    return Added(document, is_new)


def withdraw(observatory: Observatory, document: str, who: str, why: str) -> Entry:
    """Append that a document no longer counts; its bytes stay, its readings go with the next build.

    Args:
        document: its id, or a unique beginning of it.

    Raises:
        NotFound: if no document, or more than one, has this id, or it is withdrawn already.
    """
    found = [d.id for d in documents(observatory.documents) if d.id.startswith(document)]
    if len(found) != 1:
        known = "No document has" if not found else f"{len(found)} documents have"
        raise NotFound(f"{known} the id '{document}'.", "'sholu status' lists the ids.")
    with observatory.journal() as journal:
        if found[0] in withdrawn(journal.entries()):
            raise NotFound(f"The document {found[0][:12]} is withdrawn already.")
        return journal.append("withdraw", found[0], who, why, {})
