"""Read a package's file: one connection a thread, opened as a file that never changes."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sholu.release.model import ReleaseError

_MAPPED = 2**30
"""Bytes of the file that are read through the page cache of the system, without copies."""


class Store:
    """The open file of a package."""

    def __init__(self, path: Path) -> None:
        if not path.is_file():
            raise ReleaseError(
                f"The release {path.parent.name} has no {path.name}.",
                "It was made before releases had data; a newer release or a re-issue has it.",
            )
        self._address = f"file:{quote(str(path.resolve()))}?mode=ro&immutable=1"
        self._own = threading.local()
        self._lock = threading.Lock()
        self._opened: list[sqlite3.Connection] = []

    def rows(self, sql: str, values: Sequence[Any] | Mapping[str, Any] = ()) -> list[Any]:
        """All rows of a query.

        Raises:
            ReleaseError: if the file is damaged.
        """
        try:
            return self._connection().execute(sql, values).fetchall()
        except sqlite3.DatabaseError as error:
            raise ReleaseError(
                f"The data of the release cannot be read: {error}.",
                "Restore the folder from a backup; 'sholu check' says what is damaged.",
            ) from error

    def close(self) -> None:
        """Close the connections of all threads."""
        with self._lock:
            for connection in self._opened:
                connection.close()
            self._opened.clear()
            self._own = threading.local()

    def _connection(self) -> sqlite3.Connection:
        connection: sqlite3.Connection | None = getattr(self._own, "connection", None)
        if connection is None:
            # Closed by another thread than its own when the package is closed.
            connection = sqlite3.connect(self._address, uri=True, check_same_thread=False)
            connection.execute(f"PRAGMA mmap_size = {_MAPPED}")
            connection.execute("PRAGMA query_only = 1")
            self._own.connection = connection
            with self._lock:
                self._opened.append(connection)
        return connection
