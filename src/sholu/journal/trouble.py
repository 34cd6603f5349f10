"""What SQLite's errors mean for the person in front of the screen."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sholu.journal.model import JournalError

_NOTHING_WRITTEN = "Nothing was written."

_MEANINGS: dict[int, tuple[str, str]] = {
    sqlite3.SQLITE_BUSY: (
        "is held by another process for too long",
        f"{_NOTHING_WRITTEN} Wait until the other command has ended and try again.",
    ),
    sqlite3.SQLITE_FULL: (
        "can't grow: the disk is full",
        f"{_NOTHING_WRITTEN} Make room and try again.",
    ),
    sqlite3.SQLITE_IOERR: (
        "can't be read or written: the disk reports an error",
        f"{_NOTHING_WRITTEN} Look whether the disk is full or failing, then try again.",
    ),
    sqlite3.SQLITE_READONLY: (
        "can't be written: the file, its folder or its disk is read-only",
        "Give yourself the right to write there, or work as the user who owns it.",
    ),
    sqlite3.SQLITE_CANTOPEN: (
        "can't be opened",
        "Look whether the folder is there and you may write in it: SQLite keeps its log beside.",
    ),
    sqlite3.SQLITE_CORRUPT: (
        "is damaged",
        "Keep a copy of it as it is, then restore the last backup with 'sholu restore'.",
    ),
    sqlite3.SQLITE_NOTADB: (
        "is not a journal",
        "Name the observatory's journal.db, or restore the last backup with 'sholu restore'.",
    ),
}
"""SQLite's primary result codes (sqlite.org/rescode.html) in words."""


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn errors of SQLite and of the disk into a `JournalError` that says what to do."""
    try:
        yield
    except sqlite3.Error as error:
        # The lower eight bits are the primary code; the rest tells finer causes.
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF
        meaning, hint = _MEANINGS.get(code, (f"gives an error: {error}", _NOTHING_WRITTEN))
        raise JournalError(f"The journal {path} {meaning}.", hint) from error
    except OSError as error:
        raise JournalError(
            f"The journal {path} can't be used: {error.strerror or error}.",
            "Look at the disk and at the rights of the folder, then try again.",
        ) from error
