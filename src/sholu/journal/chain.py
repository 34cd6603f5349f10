"""The chain of hashes that shows whether somebody changed the journal afterwards."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from sholu.core.finding import Finding, make_finding
from sholu.journal.model import Entry, JournalError

START = "0" * 64
"""What the first entry has instead of the hash of an earlier one."""

_METHOD = "SHA-256 chain over canonical JSON"


@dataclass(frozen=True)
class Decided:
    """What a person decided, before it has its place in the chain."""

    at: str
    who: str
    kind: str
    target: str
    why: str
    payload: dict[str, Any]


def canonical(content: dict[str, Any]) -> str:
    """JSON that is the same text for the same content: sorted keys, no white space, real letters.

    Raises:
        JournalError: if something in it has no place in JSON (a date object, a set, NaN).
    """
    try:
        text = json.dumps(
            content, sort_keys=True, ensure_ascii=False, separators=(",", ":"), allow_nan=False
        )
        text.encode("utf-8")
    except (TypeError, ValueError) as error:
        raise JournalError(
            f"The payload can't be written as JSON: {error}.",
            "Give texts, numbers, true, false, null, lists and mappings.",
        ) from error
    return text


def link(decided: Decided, number: int, previous: str) -> Entry:
    """The entry that follows an entry whose hash is ``previous``.

    Args:
        number: its number; one more than that of the entry before.
        previous: hash of the entry before; `START` for the first.
    """
    # Read back, so that a tuple hashes as the list that will come out of the database.
    payload = json.loads(canonical(decided.payload))
    entry = Entry(
        number=number,
        at=decided.at,
        who=decided.who,
        kind=decided.kind,
        target=decided.target,
        why=decided.why,
        payload=payload,
        previous=previous,
        hash="",
    )
    return replace(entry, hash=hash_of(entry))


def hash_of(entry: Entry) -> str:
    """The SHA-256 over all fields of an entry but its hash, in hexadecimal digits."""
    fields = {name: value for name, value in vars(entry).items() if name != "hash"}
    return hashlib.sha256(canonical(fields).encode("utf-8")).hexdigest()


def verify(entries: Iterable[Entry]) -> list[Finding]:
    """Look for entries that were changed, taken out or put in. An empty list means: whole.

    That the last entries were cut off, or that all was written anew, can't be seen from the chain
    alone. For that, compare it with a ``head()`` that was kept elsewhere (a release keeps one).

    Returns:
        Findings of the kinds ``altered_entry``, ``missing_entry`` and ``broken_link``.
    """
    findings: list[Finding] = []
    number, previous = 0, START
    for entry in entries:
        if entry.number != number + 1:
            findings.append(_missing(number, entry.number))
        elif entry.previous != previous:
            findings.append(_broken(entry))
        if entry.hash != hash_of(entry):
            findings.append(_altered(entry))
        number, previous = entry.number, entry.hash
    return findings


def _missing(before: int, after: int) -> Finding:
    return make_finding(
        "missing_entry",
        f"journal entry {before + 1}",
        f"After entry {before} comes entry {after}; the numbers should follow without gaps.",
        method=_METHOD,
        gravity="high",
    )


def _broken(entry: Entry) -> Finding:
    return make_finding(
        "broken_link",
        f"journal entry {entry.number}",
        f"Entry {entry.number} does not follow the entry that stands before it now.",
        method=_METHOD,
        gravity="high",
    )


def _altered(entry: Entry) -> Finding:
    return make_finding(
        "altered_entry",
        f"journal entry {entry.number}",
        f"Entry {entry.number} ({entry.kind} {entry.target} by {entry.who}) is not what was "
        "written down then.",
        method=_METHOD,
        gravity="high",
    )
