"""The journal on disk: what is in it stays in it, and trouble is told in words."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

import sholu
from sholu.journal import JournalError, create_journal, log, open_journal, verify
from sholu.journal.log import Journal

SOURCE = str(Path(sholu.__file__).parents[1])
NOBODY = 65534


def noon() -> datetime:
    return datetime(2025, 1, 15, 12, 0, tzinfo=UTC)


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    with create_journal(tmp_path / "journal.db", noon) as opened:
        yield opened


def add(journal: Journal, count: int = 1) -> None:
    for _ in range(count):
        journal.append("accept", "event-1", "A. N.", "the source says so", {"span": "span-1"})


def test_an_entry_is_there_after_closing_and_opening(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    with create_journal(path, noon) as journal:
        written = journal.append("correct", "e", "Ә. Н.", "қате", {"fields": {"kind": "arrest"}})
    with open_journal(path) as journal:
        assert list(journal.entries()) == [written]
        assert journal.head() == (1, written.hash)
    assert written.at == "2025-01-15T12:00:00Z"
    assert written.payload == {"fields": {"kind": "arrest"}}


def test_an_empty_journal_has_a_head_of_zero(journal: Journal) -> None:
    assert journal.head() == (0, "0" * 64)
    assert list(journal.entries()) == []


def test_entries_after_a_number_begin_with_the_next_one(
    journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(log, "_PAGE", 2)
    add(journal, 5)
    assert [entry.number for entry in journal.entries(after=1)] == [2, 3, 4, 5]


def test_one_may_append_while_reading(tmp_path: Path, journal: Journal) -> None:
    add(journal, 3)
    with open_journal(tmp_path / "journal.db", noon) as other:
        for entry in journal.entries():
            if entry.number <= 2:
                add(other)
                add(journal)
    assert journal.head()[0] == 7
    assert verify(journal.entries()) == []


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"who": "  "}, "Give a name or initials"),
        ({"why": ""}, "Give the reason in a sentence"),
        ({"target": ""}, "Give the id"),
        ({"kind": "approve"}, "Use one of: accept, reject"),
        ({"kind": "correct", "payload": {"fields": {}}}, "needs 'fields'"),
        ({"kind": "same", "payload": {"other": 3}}, "needs 'other'"),
        ({"payload": {"day": noon()}}, "can't be written as JSON"),
    ],
)
def test_an_entry_that_lacks_something_is_refused_and_not_written(
    journal: Journal, change: dict[str, Any], message: str
) -> None:
    entry = {"kind": "accept", "target": "e", "who": "A.", "why": "y", "payload": {}} | change
    with pytest.raises(JournalError, match=message):
        journal.append(**entry)
    assert journal.head()[0] == 0


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE entry SET why = 'another'",
        "DELETE FROM entry",
        "INSERT OR REPLACE INTO entry SELECT number, at, 'X', kind, target, why, payload, "
        "previous, hash FROM entry",
    ],
)
def test_the_database_itself_refuses_to_change_entries(
    tmp_path: Path, journal: Journal, statement: str
) -> None:
    add(journal, 2)
    connection = sqlite3.connect(tmp_path / "journal.db")
    with pytest.raises(sqlite3.IntegrityError, match="never"):
        connection.execute(statement)
    connection.close()
    assert [entry.why for entry in journal.entries()] == ["the source says so"] * 2


def test_an_entry_changed_behind_the_triggers_is_found(tmp_path: Path, journal: Journal) -> None:
    add(journal, 3)
    connection = sqlite3.connect(tmp_path / "journal.db")
    connection.execute("DROP TRIGGER entry_is_never_changed")
    connection.execute("UPDATE entry SET payload = 'no json' WHERE number = 2")
    connection.commit()
    connection.close()
    assert [finding.where for finding in verify(journal.entries())] == ["journal entry 2"]


APPENDER = """
import sys
from pathlib import Path
from sholu.journal import open_journal
with open_journal(Path(sys.argv[1])) as journal:
    for n in range(int(sys.argv[2])):
        journal.append("accept", f"event-{n}", sys.argv[3], "y", {})
"""


def test_processes_that_append_at_once_never_break_the_chain(
    tmp_path: Path, journal: Journal
) -> None:
    command = [sys.executable, "-c", APPENDER, str(tmp_path / "journal.db"), "40"]
    processes = [
        subprocess.Popen([*command, name], env=os.environ | {"PYTHONPATH": SOURCE})
        for name in ("A", "B", "C")
    ]
    assert [process.wait(60) for process in processes] == [0, 0, 0]
    entries = list(journal.entries())
    assert [entry.number for entry in entries] == list(range(1, 121))
    assert verify(entries) == []


def test_waiting_too_long_for_another_writer_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(log, "BUSY_TIMEOUT_MS", 50)
    path = tmp_path / "journal.db"
    with create_journal(path, noon) as journal:
        holder = sqlite3.connect(path, isolation_level=None)
        holder.execute("BEGIN IMMEDIATE")
        with pytest.raises(JournalError, match="held by another process"):
            add(journal)
        holder.execute("ROLLBACK")
        holder.close()
        add(journal)
        assert journal.head()[0] == 1


def test_a_full_disk_loses_nothing_and_writes_no_half(journal: Journal) -> None:
    add(journal, 3)
    pages = journal._connection.execute("PRAGMA page_count").fetchone()[0]
    journal._connection.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(JournalError, match="the disk is full"):
        journal.append("accept", "e", "A.", "y", {"text": "т" * 100_000})
    assert journal.head()[0] == 3
    journal._connection.execute("PRAGMA max_page_count = 100000")
    add(journal)
    assert verify(journal.entries()) == []


def test_a_damaged_journal_sends_to_the_backup(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    with create_journal(path, noon) as journal:
        add(journal, 200)
    content = bytearray(path.read_bytes())
    content[4096:] = b"\xff" * (len(content) - 4096)
    path.write_bytes(content)
    with (
        pytest.raises(JournalError, match=r"damaged.*sholu restore"),
        open_journal(path) as journal,
    ):
        list(journal.entries())


def test_a_file_that_is_no_database_is_told(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    path.write_text("a letter, not a database. " * 100, encoding="utf-8")
    with pytest.raises(JournalError, match="is not a journal"):
        open_journal(path)


@pytest.mark.parametrize("content", [None, b""])
def test_a_missing_or_emptied_journal_is_not_silently_begun_anew(
    tmp_path: Path, content: bytes | None
) -> None:
    path = tmp_path / "journal.db"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(JournalError, match="There is no journal"):
        open_journal(path)


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(JournalError, match="can't be opened"):
        create_journal(tmp_path / "nowhere" / "journal.db")


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that a person without rights of root can enter, and work in only as root."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o555)
        yield folder
        folder.chmod(0o755)


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can take its rights off and on again")
def test_a_read_only_journal_is_told(open_folder: Path) -> None:
    path = open_folder / "journal.db"
    with create_journal(path, noon) as journal:
        add(journal)
    path.chmod(0o444)
    os.seteuid(NOBODY)
    try:
        with pytest.raises(JournalError, match=r"read-only|can't be opened"):
            open_journal(path)
    finally:
        os.seteuid(0)
    with open_journal(path) as journal:
        assert journal.head()[0] == 1


def test_a_copy_is_one_whole_file_also_while_others_have_the_journal_open(
    tmp_path: Path, journal: Journal
) -> None:
    add(journal, 3)
    copy = tmp_path / "backup" / "journal.db"
    copy.parent.mkdir()
    copy.write_bytes(b"an older copy")
    journal.copy_to(copy)
    add(journal)
    assert [path.name for path in copy.parent.iterdir()] == ["journal.db"]
    with open_journal(copy) as copied:
        assert copied.head()[0] == 3
        assert verify(copied.entries()) == []


def test_a_copy_that_fails_leaves_the_older_copy(
    tmp_path: Path, journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = tmp_path / "copy.db"
    copy.write_bytes(b"an older copy")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(log, "_sync", full)
    with pytest.raises(JournalError, match="No space left on device"):
        journal.copy_to(copy)
    assert copy.read_bytes() == b"an older copy"
    assert not (tmp_path / "copy.db.partial").exists()
