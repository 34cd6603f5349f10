"""The journal itself: append, read, copy. The only door to SQLite."""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Any

from sholu.journal.chain import START, Decided, canonical, link
from sholu.journal.migrate import migrate
from sholu.journal.model import KINDS, PARTS, Entry, JournalError
from sholu.journal.trouble import explained

BUSY_TIMEOUT_MS = 10_000
"""How long to wait for another process that is writing, in milliseconds.

One append takes some milliseconds, of which most is the disk's; ten seconds are patience enough."""

_PAGE = 1_000

_COLUMNS = "number, at, who, kind, target, why, payload, previous, hash"


def utc_now() -> datetime:
    """The time now, in UTC."""
    return datetime.now(UTC)


def create_journal(path: Path, clock: Callable[[], datetime] = utc_now) -> Journal:
    """Make an empty journal, or open the one that is there.

    Raises:
        JournalError: if the file can't be made, or is something else.
    """
    return Journal(path, clock)


def open_journal(path: Path, clock: Callable[[], datetime] = utc_now) -> Journal:
    """Open the journal of an observatory; close it with ``with`` or ``close()``.

    A missing journal is an error and not a new one: decisions that were lost must not go unseen.

    Args:
        clock: gives the time that entries are dated with.

    Raises:
        JournalError: if there is none, it is damaged, locked, or of a newer version.

    Example:
        >>> with open_journal(Path("journal.db")) as journal:  # doctest: +SKIP
        ...     journal.append("accept", "event-k3q7", "A. N.", "the source says so", {})
    """
    if not path.is_file() or path.stat().st_size == 0:
        raise JournalError(
            f"There is no journal at {path}.",
            "Restore it from a backup with 'sholu restore', or start one with 'sholu init'.",
        )
    return Journal(path, clock)


class Journal:
    """What people decided, entry after entry. Use each one from the thread that opened it."""

    def __init__(self, path: Path, clock: Callable[[], datetime]) -> None:
        self._path = path
        self._clock = clock
        with explained(path):
            self._connection = _connect(path)

    def __enter__(self) -> Journal:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Give the file back."""
        self._connection.close()

    def append(self, kind: str, target: str, who: str, why: str, payload: dict[str, Any]) -> Entry:
        """Write a decision down. When this returns, it survives a power cut.

        Args:
            kind: one of `KINDS`.
            target: id of what it is about.
            who: name or initials of the person who decided.
            why: the reason, as a sentence.
            payload: what the kind needs; see `sholu.journal.replay`.

        Raises:
            JournalError: if something is missing, or it can't be written; then nothing was.
        """
        _require(kind, target, who, why)
        _require_parts(kind, payload)
        at = self._clock().astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
        decided = Decided(at, who.strip(), kind, target, why.strip(), payload)
        with explained(self._path), self._writing():
            number, previous = self.head()
            entry = link(decided, number + 1, previous)
            self._connection.execute(
                f"INSERT INTO entry ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                tuple((vars(entry) | {"payload": canonical(entry.payload)}).values()),
            )
        return entry

    def entries(self, after: int = 0) -> Iterator[Entry]:
        """All entries whose number is greater than ``after``, in order.

        Raises:
            JournalError: if the file is damaged.
        """
        while rows := self._page(after):
            for row in rows:
                yield _entry(row)
            after = rows[-1][0]

    def head(self) -> tuple[int, str]:
        """Number and hash of the last entry; 0 and 64 zeros while there is none."""
        with explained(self._path):
            row = self._connection.execute(
                "SELECT number, hash FROM entry ORDER BY number DESC LIMIT 1"
            ).fetchone()
        return (row[0], row[1]) if row else (0, START)

    def copy_to(self, path: Path) -> None:
        """Make a whole copy in one file, also while others write; an older copy is replaced.

        Raises:
            JournalError: if it can't be written; then an older copy stays as it was.
        """
        partial = path.with_name(path.name + ".partial")
        try:
            with explained(path):
                _copy(self._connection, partial)
                os.replace(partial, path)
                _sync(path.parent)
        finally:
            partial.unlink(missing_ok=True)

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """A transaction that holds the write lock from the start, so the head can't move."""
        self._connection.execute("BEGIN IMMEDIATE")
        try:
            yield
            self._connection.execute("COMMIT")
        finally:
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")

    def _page(self, after: int) -> list[tuple[Any, ...]]:
        # By pages: an open cursor would keep an old snapshot, and an append beside it would fail.
        with explained(self._path):
            return self._connection.execute(
                f"SELECT {_COLUMNS} FROM entry WHERE number > ? ORDER BY number LIMIT ?",
                (after, _PAGE),
            ).fetchall()


def _connect(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, timeout=BUSY_TIMEOUT_MS / 1000, isolation_level=None)
    try:
        # FULL: the write-ahead log is on the disk before a commit returns, not at a checkpoint.
        connection.execute("PRAGMA synchronous = FULL")
        # First, so that another program's database is not even switched to another log.
        migrate(connection, path)
        connection.execute("PRAGMA journal_mode = WAL")
    except BaseException:
        connection.close()
        raise
    return connection


def _copy(connection: sqlite3.Connection, path: Path) -> None:
    path.unlink(missing_ok=True)
    copy = sqlite3.connect(path)
    try:
        connection.backup(copy)
        # One file without a log beside it; opening it as a journal turns the log on again.
        copy.execute("PRAGMA journal_mode = DELETE")
    finally:
        copy.close()
    _sync(path)


def _sync(path: Path) -> None:
    """Have the disk hold a file or a folder's names before going on."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _require(kind: str, target: str, who: str, why: str) -> None:
    """Refuse an entry that nobody could answer for later."""
    if kind not in KINDS:
        raise JournalError(f"'{kind}' is no kind of entry.", f"Use one of: {', '.join(KINDS)}.")
    if not target.strip():
        raise JournalError(f"What to {kind} is missing.", "Give the id of what it is about.")
    if not who.strip():
        raise JournalError(
            f"Who decided to {kind} {target} is missing.", "Give a name or initials."
        )
    if not why.strip():
        raise JournalError(f"Why to {kind} {target} is missing.", "Give the reason in a sentence.")


def _require_parts(kind: str, payload: dict[str, Any]) -> None:
    """Refuse a payload that replay could make nothing of: the entry could never be taken out."""
    for name, form in PARTS[kind].items():
        if not isinstance(payload.get(name), form) or not payload[name]:
            raise JournalError(
                f"An entry of the kind {kind} needs '{name}' in its payload.",
                f"Give '{name}' as a {'mapping' if form is dict else 'text'} that isn't empty.",
            )


def _entry(row: tuple[Any, ...]) -> Entry:
    number, at, who, kind, target, why, payload, previous, digest = row
    return Entry(number, at, who, kind, target, why, _load(payload), previous, digest)


def _load(payload: str) -> dict[str, Any]:
    """The payload of an entry; text that is no JSON is shown as it is, for `verify` to find."""
    try:
        content = json.loads(payload)
    except ValueError:
        content = None
    return content if isinstance(content, dict) else {"unreadable": payload}
