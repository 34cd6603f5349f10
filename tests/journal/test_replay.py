"""What the journal says now."""

from __future__ import annotations

from typing import Any

from sholu.journal.chain import START, Decided, link
from sholu.journal.model import Entry
from sholu.journal.replay import (
    decisions,
    hand_claims,
    judgements,
    release_edits,
    retractions,
    withdrawn,
)


def journal(*decided: tuple[str, str, dict[str, Any]]) -> list[Entry]:
    entries: list[Entry] = []
    for number, (kind, target, payload) in enumerate(decided, 1):
        previous = entries[-1].hash if entries else START
        entries.append(link(Decided("t", "A.", kind, target, "y", payload), number, previous))
    return entries


def test_the_last_decision_about_a_reading_wins() -> None:
    found = decisions(journal(("accept", "e1", {}), ("reject", "e2", {}), ("reject", "e1", {})))
    assert {target: decision.status for target, decision in found.items()} == {
        "e1": "rejected",
        "e2": "rejected",
    }
    assert found["e1"].entry.number == 3


def test_accepting_after_a_correction_keeps_the_corrected_fields() -> None:
    found = decisions(
        journal(("correct", "e", {"fields": {"kind": "seizure"}}), ("accept", "e", {}))
    )
    assert (found["e"].status, found["e"].fields) == ("accepted", {"kind": "seizure"})


def test_a_second_correction_replaces_only_the_fields_that_it_names() -> None:
    found = decisions(
        journal(
            ("correct", "e", {"fields": {"kind": "seizure", "title": "A"}}),
            ("correct", "e", {"fields": {"title": "B"}}),
        )
    )
    assert (found["e"].status, found["e"].fields) == (
        "corrected",
        {"kind": "seizure", "title": "B"},
    )


def test_a_correction_to_unknown_is_kept_as_a_correction() -> None:
    found = decisions(journal(("correct", "e", {"fields": {"date_start": None}})))
    assert found["e"].fields == {"date_start": None}


def test_other_entries_are_no_decisions() -> None:
    assert decisions(journal(("withdraw", "d", {}), ("same", "a", {"other": "b"}))) == {}


def test_a_pair_judged_twice_in_either_order_has_the_last_judgement() -> None:
    found = judgements(
        journal(
            ("same", "b", {"other": "a"}),
            ("same", "c", {"other": "d"}),
            ("different", "a", {"other": "b"}),
        )
    )
    assert [(j.left, j.right, j.same, j.entry.number) for j in found] == [
        ("a", "b", False, 3),
        ("c", "d", True, 2),
    ]


def test_withdrawals_and_retractions_are_found_by_their_target() -> None:
    entries = journal(
        ("withdraw", "d1", {}), ("retract_release", "2025-01", {}), ("withdraw", "d1", {})
    )
    assert {target: entry.number for target, entry in withdrawn(entries).items()} == {"d1": 1}
    assert {target: entry.number for target, entry in retractions(entries).items()} == {
        "2025-01": 2
    }


def test_claims_entered_by_hand_come_in_order() -> None:
    entries = journal(("claim", "c2", {"v": 1}), ("accept", "c2", {}), ("claim", "c1", {"v": 2}))
    assert [entry.target for entry in hand_claims(entries)] == ["c2", "c1"]


def test_edits_of_a_release_are_those_of_this_release_by_item() -> None:
    entries = journal(
        ("edit_release", "2025-01", {"item": "e1", "fields": {"title": "A", "text": "T"}}),
        ("edit_release", "2025-02", {"item": "e1", "fields": {"title": "other release"}}),
        ("edit_release", "2025-01", {"item": "e1", "fields": {"title": "B"}}),
    )
    found = release_edits(entries, "2025-01")
    assert list(found) == ["e1"]
    assert found["e1"].fields == {"title": "B", "text": "T"}
    assert found["e1"].entry.number == 3
