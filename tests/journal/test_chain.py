"""The chain shows every later change, and nothing else."""

from __future__ import annotations

import hashlib
from dataclasses import replace

import pytest

from sholu.journal.chain import START, Decided, link, verify
from sholu.journal.model import Entry, JournalError


def chain_of(count: int) -> list[Entry]:
    entries: list[Entry] = []
    for number in range(1, count + 1):
        decided = Decided(
            "2025-01-15T09:00:00Z", "A. N.", "accept", f"event-{number}", "дұрыс", {"n": number}
        )
        entries.append(link(decided, number, entries[-1].hash if entries else START))
    return entries


def kinds(entries: list[Entry]) -> list[tuple[str, str]]:
    return [(finding.kind, finding.where) for finding in verify(entries)]


def test_the_hash_is_sha256_over_sorted_json_without_spaces() -> None:
    entry = link(Decided("2025-01-15T09:00:00Z", "Ә. Н.", "accept", "e", "иә", {"b": 1}), 1, START)
    by_hand = (
        '{"at":"2025-01-15T09:00:00Z","kind":"accept","number":1,"payload":{"b":1},'
        f'"previous":"{"0" * 64}","target":"e","who":"Ә. Н.","why":"иә"}}'
    )
    assert entry.hash == hashlib.sha256(by_hand.encode()).hexdigest()


def test_an_untouched_chain_and_an_empty_one_have_no_findings() -> None:
    assert verify(chain_of(5)) == []
    assert verify([]) == []


def test_the_order_of_keys_and_tuples_for_lists_make_no_difference() -> None:
    one = link(Decided("t", "a", "accept", "e", "y", {"a": (1, 2), "b": 2}), 1, START)
    other = link(Decided("t", "a", "accept", "e", "y", {"b": 2, "a": [1, 2]}), 1, START)
    assert one == other


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("at", "2025-01-16T09:00:00Z"),
        ("who", "somebody else"),
        ("kind", "reject"),
        ("target", "event-9"),
        ("why", "другое"),
        ("payload", {"n": 4}),
    ],
)
def test_a_change_of_any_field_is_found_at_its_entry(name: str, value: object) -> None:
    entries = chain_of(4)
    entries[2] = replace(entries[2], **{name: value})
    assert kinds(entries) == [("altered_entry", "journal entry 3")]


def test_a_changed_entry_with_a_new_hash_breaks_the_link_after_it() -> None:
    entries = chain_of(4)
    changed = replace(entries[1], why="not what was said")
    entries[1] = link(
        Decided(changed.at, changed.who, changed.kind, changed.target, changed.why, {"n": 2}),
        2,
        changed.previous,
    )
    assert kinds(entries) == [("broken_link", "journal entry 3")]


def test_an_entry_taken_out_leaves_a_gap() -> None:
    entries = chain_of(4)
    del entries[1]
    assert kinds(entries) == [("missing_entry", "journal entry 2")]


def test_the_first_entry_taken_out_is_missed_too() -> None:
    assert kinds(chain_of(3)[1:]) == [("missing_entry", "journal entry 1")]


@pytest.mark.parametrize("value", [float("nan"), {1, 2}, "\ud800"])
def test_a_payload_that_is_no_json_is_refused(value: object) -> None:
    with pytest.raises(JournalError, match="can't be written as JSON"):
        link(Decided("t", "a", "accept", "e", "y", {"x": value}), 1, START)
