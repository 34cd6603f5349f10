"""What the journal says about what is published: decisions, and what was withdrawn since."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sholu.journal.model import Entry
from sholu.journal.replay import decisions, withdrawn
from sholu.release.freeze import list_releases
from sholu.release.package.contents import Contents
from sholu.release.package.model import FILE, PublicDecision, Withdrawn
from sholu.release.package.private_names import Withhold
from sholu.release.package.reader import Package
from sholu.release.package.withdrawn import Reason, withdrawn_since

SHOWN = ("accept", "reject", "correct", "same", "different", "withdraw", "claim", "choose")
"""Kinds of entries about things that are published; those about releases stand with these."""

_PARTNERS = {"same": "other", "different": "other", "choose": "claim"}
"""What else an entry names, which must be public too."""


@dataclass(frozen=True)
class Reach:
    """What the entries of the journal may be told about.

    Attributes:
        present: ids of the things that are public now.
        gone: of those that were.
        merged: readings of events by the event that they were put together to.
        documents: of each of them.
    """

    present: Collection[str]
    gone: Collection[str]
    merged: Mapping[str, str]
    documents: Mapping[str, tuple[str, ...]]

    def target(self, id_: str) -> str | None:
        """The public thing that an id of the journal is now; None if it is none."""
        now = self.merged.get(id_, id_)
        return now if now in self.present or now in self.gone else None


def public_decisions(
    entries: Iterable[Entry], reach: Reach, withhold: Withhold
) -> tuple[PublicDecision, ...]:
    """Decisions about what is or was public, without the persons who made them."""
    found = []
    for entry in entries:
        target = reach.target(entry.target) if entry.kind in SHOWN else None
        if target is None:
            continue
        partner = _PARTNERS.get(entry.kind)
        if partner and reach.target(entry.payload[partner]) is None:
            continue
        documents = reach.documents.get(target, ())
        found.append(
            PublicDecision(
                entry=entry.number,
                at=entry.at,
                kind=entry.kind,
                target=target,
                why=withhold.anywhere(entry.why, documents),
                fields={
                    name: withhold.anywhere(_text(value), documents)
                    for name, value in _fields(entry).items()
                },
            )
        )
    return tuple(found)


def _fields(entry: Entry) -> dict[str, Any]:
    if entry.kind == "correct":
        return dict(entry.payload["fields"])
    partner = _PARTNERS.get(entry.kind)
    return {partner: entry.payload[partner]} if partner else {}


def _text(value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(map(str, value))
    return "" if value is None else str(value)


def withdrawn_things(
    releases: Path, folder: str, contents: Contents, entries: Iterable[Entry], withhold: Withhold
) -> tuple[Withdrawn, ...]:
    """What the newest earlier release with data had, or told to be withdrawn, and is gone now."""
    earlier = _newest_with_data(releases, folder)
    if earlier is None:
        return ()
    package = Package(earlier)
    try:
        return withdrawn_since(
            package.things(),
            earlier.name,
            package.withdrawn(),
            present_in(contents),
            _reasons(tuple(entries), withhold),
        )
    finally:
        package.close()


def present_in(contents: Contents) -> frozenset[str]:
    """Ids of all events, claims, observations and documents."""
    groups = (contents.events, contents.claims, contents.observations, contents.documents)
    return frozenset(one.id for group in groups for one in group)


def _newest_with_data(releases: Path, folder: str) -> Path | None:
    """Retracted ones too: what they had was public."""
    found = [
        one
        for one in list_releases(releases)
        if one.folder.name != folder and (one.folder / FILE).is_file()
    ]
    order = max(found, key=lambda one: (one.year, one.number, one.reissue), default=None)
    return order.folder if order else None


def _reasons(entries: tuple[Entry, ...], withhold: Withhold) -> dict[str, Reason]:
    """Why readings were rejected or said not to be about drugs, and documents withdrawn."""
    found = {
        id_: decision.entry
        for id_, decision in decisions(entries).items()
        if decision.status == "rejected" or decision.fields.get("about_drugs") is False
    }
    found |= withdrawn(entries)
    return {id_: Reason(entry.at, withhold.anywhere(entry.why, ())) for id_, entry in found.items()}
