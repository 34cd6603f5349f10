"""What the journal says now: pure functions over its entries.

What payloads hold, by kind of entry (`sholu.journal.model.PARTS` is what an append insists on):

- ``accept``, ``reject``: the ``span`` and ``reader`` of the reading that was seen.
- ``correct``: the same, and ``fields``: the new value of each corrected field.
- ``same``, ``different``: ``other``, the id of the thing that the target is or isn't the same as.
- ``withdraw``: nothing; the target is a document.
- ``claim``: the claim that was entered by hand; the target is its id.
- ``choose``: ``claim``, the id of the claim that a series draws; the target is the observation.
- ``register_hypothesis``: ``measure``, ``outcome``, ``design``, ``sign`` and ``rule`` of a test
  that was written down before its data were read (`sholu.policy.hypothesis`); the target is the
  hypothesis.
- ``edit_release``: ``item``, what was edited in the release, and ``fields``, its new texts; the
  target is the release, e.g. ``2025-01``.
- ``issue_release``: the checksum of the release; ``retract_release``: nothing. The target is the
  release.

The entries are those of a journal whose chain is whole: run `sholu.journal.verify` first.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sholu.journal.model import Entry

_STATUS = {"accept": "accepted", "reject": "rejected", "correct": "corrected"}


@dataclass(frozen=True)
class Decision:
    """What people decided about one reading.

    Attributes:
        status: ``accepted``, ``rejected`` or ``corrected``, after the last entry.
        fields: corrected fields with their values. Accepting or rejecting later keeps them.
        entry: the last entry about it; its payload names the span that was seen.
    """

    status: str
    fields: dict[str, Any]
    entry: Entry


@dataclass(frozen=True)
class Judgement:
    """Whether two things are one. ``left`` and ``right`` are in alphabetical order."""

    left: str
    right: str
    same: bool
    entry: Entry


@dataclass(frozen=True)
class Edit:
    """Texts that editors gave to an item of a release; ``entry`` is the last edit of it."""

    fields: dict[str, Any]
    entry: Entry


def decisions(entries: Iterable[Entry]) -> dict[str, Decision]:
    """The decision about each reading that people looked at, by its id. The last one wins."""
    found: dict[str, Decision] = {}
    for entry in entries:
        status = _STATUS.get(entry.kind)
        if status is None:
            continue
        earlier = found.get(entry.target)
        fields = dict(earlier.fields) if earlier else {}
        if entry.kind == "correct":
            fields |= entry.payload["fields"]
        found[entry.target] = Decision(status, fields, entry)
    return found


def judgements(entries: Iterable[Entry]) -> tuple[Judgement, ...]:
    """Which pairs people judged to be one thing or two, the last word on each pair."""
    found: dict[tuple[str, str], Judgement] = {}
    for entry in entries:
        if entry.kind in ("same", "different"):
            left, right = sorted((entry.target, entry.payload["other"]))
            found[left, right] = Judgement(left, right, entry.kind == "same", entry)
    return tuple(found[pair] for pair in sorted(found))


def withdrawn(entries: Iterable[Entry]) -> dict[str, Entry]:
    """The documents that were withdrawn, by id, with the first entry that did it."""
    return _first_by_target(entries, "withdraw")


def hand_claims(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """The claims that were entered by hand, in order. `decisions` says what became of them."""
    return tuple(entry for entry in entries if entry.kind == "claim")


def choices(entries: Iterable[Entry]) -> dict[str, Entry]:
    """Which claim people chose to be drawn, by id of the observation. The last one wins."""
    return {entry.target: entry for entry in entries if entry.kind == "choose"}


def release_edits(entries: Iterable[Entry], release: str) -> dict[str, Edit]:
    """What editors wrote in one release, by item; of each field the last text.

    Args:
        release: the release's number as its folder has it, e.g. ``2025-01``.
    """
    found: dict[str, Edit] = {}
    for entry in entries:
        if entry.kind == "edit_release" and entry.target == release:
            item = entry.payload["item"]
            earlier = found[item].fields if item in found else {}
            found[item] = Edit(earlier | entry.payload["fields"], entry)
    return found


def retractions(entries: Iterable[Entry]) -> dict[str, Entry]:
    """The releases that were retracted, by number, with the first entry that did it."""
    return _first_by_target(entries, "retract_release")


def _first_by_target(entries: Iterable[Entry], kind: str) -> dict[str, Entry]:
    found: dict[str, Entry] = {}
    for entry in entries:
        if entry.kind == kind:
            found.setdefault(entry.target, entry)
    return found
