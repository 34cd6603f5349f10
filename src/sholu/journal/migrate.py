"""Bring a journal's database to the schema that this version of the program works with."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from sholu.journal.model import JournalError

_TABLE = """
CREATE TABLE IF NOT EXISTS entry (
    number   INTEGER PRIMARY KEY CHECK (number > 0),
    at       TEXT NOT NULL,
    who      TEXT NOT NULL CHECK (trim(who) <> ''),
    kind     TEXT NOT NULL,
    target   TEXT NOT NULL,
    why      TEXT NOT NULL CHECK (trim(why) <> ''),
    payload  TEXT NOT NULL,
    previous TEXT NOT NULL UNIQUE,
    hash     TEXT NOT NULL UNIQUE
)
"""

_NO_UPDATE = """
CREATE TRIGGER IF NOT EXISTS entry_is_never_changed BEFORE UPDATE ON entry
BEGIN SELECT RAISE(ABORT, 'entries of the journal are never changed'); END
"""

_NO_DELETE = """
CREATE TRIGGER IF NOT EXISTS entry_is_never_removed BEFORE DELETE ON entry
BEGIN SELECT RAISE(ABORT, 'entries of the journal are never removed'); END
"""

# INSERT OR REPLACE deletes without firing the trigger above unless recursive_triggers is on.
_NO_REPLACE = """
CREATE TRIGGER IF NOT EXISTS entry_is_never_replaced BEFORE INSERT ON entry
WHEN EXISTS (SELECT 1 FROM entry WHERE number = new.number
             OR previous = new.previous OR hash = new.hash)
BEGIN SELECT RAISE(ABORT, 'entries of the journal are never replaced'); END
"""

MIGRATIONS: tuple[tuple[str, ...], ...] = (
    (_TABLE,),
    (_NO_UPDATE, _NO_DELETE, _NO_REPLACE),
)
"""The statements that lead from each schema version to the next, from version 0 on."""

SCHEMA_VERSION = len(MIGRATIONS)
"""The version that this program writes (SQLite's ``user_version``)."""


def migrate(connection: sqlite3.Connection, path: Path) -> None:
    """Bring an open database up to `SCHEMA_VERSION`, all steps in one transaction.

    Args:
        connection: in autocommit mode (``isolation_level=None``).
        path: for messages.

    Raises:
        JournalError: if a newer program wrote it, or it is another program's database.
    """
    if _version(connection, path) == SCHEMA_VERSION:
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        # Read again: another process may have migrated it while this one waited for the lock.
        version = _version(connection, path)
        for statements in MIGRATIONS[version:]:
            for statement in statements:
                connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
        connection.execute("COMMIT")
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")


def _version(connection: sqlite3.Connection, path: Path) -> int:
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    if version > SCHEMA_VERSION:
        raise JournalError(
            f"The journal {path} has schema version {version}; this program knows up to "
            f"{SCHEMA_VERSION}.",
            "A newer Sholu wrote it: install that version or a later one.",
        )
    tables = {row[0] for row in connection.execute("SELECT name FROM sqlite_master")}
    if tables and "entry" not in tables:
        raise JournalError(
            f"{path} is a database of another program (tables {', '.join(sorted(tables))}).",
            "Name the observatory's own journal.db.",
        )
    return version
