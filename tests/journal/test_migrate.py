"""Older journals are brought up with everything in them; newer ones are left alone."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from sholu.journal import JournalError, create_journal, open_journal, verify
from sholu.journal.chain import START, Decided, canonical, link
from sholu.journal.migrate import MIGRATIONS, SCHEMA_VERSION

UNVERSIONED = """CREATE TABLE entry (number INTEGER PRIMARY KEY, at TEXT, who TEXT, kind TEXT,
    target TEXT, why TEXT, payload TEXT, previous TEXT, hash TEXT)"""


def write_old(path: Path, statements: tuple[str, ...], version: int) -> list[str]:
    """An older journal with two entries; their hashes."""
    connection = sqlite3.connect(path)
    for statement in statements:
        connection.execute(statement)
    previous = START
    hashes = []
    for number, target in enumerate(("event-1", "event-2"), 1):
        decided = Decided("2024-12-30T08:00:00Z", "A. N.", "accept", target, "рас", {"n": 1})
        entry = link(decided, number, previous)
        row = vars(entry) | {"payload": canonical(entry.payload)}
        connection.execute(
            "INSERT INTO entry VALUES (:number, :at, :who, :kind, :target, :why, :payload, "
            ":previous, :hash)",
            row,
        )
        previous = entry.hash
        hashes.append(entry.hash)
    connection.execute(f"PRAGMA user_version = {version}")
    connection.commit()
    connection.close()
    return hashes


@pytest.mark.parametrize(
    ("statements", "version"), [((UNVERSIONED,), 0), (MIGRATIONS[0], 1)], ids=["v0", "v1"]
)
def test_an_older_journal_keeps_its_entries_and_gains_its_guards(
    tmp_path: Path, statements: tuple[str, ...], version: int
) -> None:
    path = tmp_path / "journal.db"
    hashes = write_old(path, statements, version)
    with open_journal(path) as journal:
        assert [entry.hash for entry in journal.entries()] == hashes
        journal.append("reject", "event-1", "A. N.", "қате", {})
        assert verify(journal.entries()) == []
    connection = sqlite3.connect(path)
    assert connection.execute("PRAGMA user_version").fetchone() == (SCHEMA_VERSION,)
    with pytest.raises(sqlite3.IntegrityError, match="never removed"):
        connection.execute("DELETE FROM entry")
    connection.close()


def test_a_newer_journal_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    create_journal(path).close()
    connection = sqlite3.connect(path)
    connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    connection.commit()
    connection.close()
    with pytest.raises(JournalError, match="A newer Sholu wrote it"):
        open_journal(path)
    connection = sqlite3.connect(path)
    assert connection.execute("PRAGMA user_version").fetchone() == (SCHEMA_VERSION + 1,)
    connection.close()


def test_another_programs_database_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE book (title TEXT)")
    connection.close()
    before = path.read_bytes()
    with pytest.raises(JournalError, match=r"another program \(tables book\)"):
        open_journal(path)
    assert path.read_bytes() == before


def test_a_migration_that_fails_changes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "journal.db"
    hashes = write_old(path, (UNVERSIONED,), 0)
    monkeypatch.setattr("sholu.journal.migrate.MIGRATIONS", ((MIGRATIONS[1]), ("CREATE NONSENSE",)))
    with pytest.raises(JournalError):
        open_journal(path)
    connection = sqlite3.connect(path)
    assert connection.execute("PRAGMA user_version").fetchone() == (0,)
    names = {row[0] for row in connection.execute("SELECT name FROM sqlite_master")}
    assert not any(name.startswith("entry_is") for name in names)
    assert [row[0] for row in connection.execute("SELECT hash FROM entry")] == hashes
    connection.close()
