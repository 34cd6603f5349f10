"""Tables on disk: batches of rows that came from documents, and tables derived from them by SQL.

``tables/<room>/<table>.<batch>.parquet`` holds the rows of one batch of documents;
``tables/<room>/<table>.parquet`` is a derived table. ``tables/state.json`` says which files count;
it is replaced in one rename, so a build that is killed leaves the last whole state.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
from cattrs.errors import BaseValidationError

from sholu.core.errors import SholuError
from sholu.core.ids import sha256_hex
from sholu.engine.rows import Row, arrow_schema, from_arrow, to_arrow, to_plain


class EngineError(SholuError):
    """Tables that cannot be read or written."""


@dataclass(frozen=True)
class Table:
    """A table's name, ``room.table``, the dataclass that is its schema, and whose rows they are.

    Attributes:
        document: SQL expression over a row for the id of the document that it came from; for
            tables that are kept in batches of documents.
    """

    name: str
    row: type
    document: str = "document"

    def path(self, root: Path, batch: str | None = None) -> Path:
        """Where it, or one batch of it, lies below ``root``."""
        room, _, table = self.name.partition(".")
        suffix = f".{batch}.parquet" if batch else ".parquet"
        return root / room / f"{table}{suffix}"


@dataclass(frozen=True)
class State:
    """Which files count.

    Attributes:
        batches: name of a batch to the documents in it, each with its reading key.
        inputs: what the derived tables were made from: a checksum, or empty if they are not made.
        checksums: file (relative to the tables' folder) to SHA-256.
    """

    batches: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    inputs: str = ""
    checksums: Mapping[str, str] = field(default_factory=dict)


def read_state(root: Path) -> State:
    """The state of the tables below ``root``; empty if there are none or they were deleted."""
    path = root / "state.json"
    if not path.exists():
        return State()
    record = json.loads(path.read_text(encoding="utf-8"))
    return State(record["batches"], record["inputs"], record["checksums"])


def write_state(root: Path, state: State) -> None:
    """Make ``state`` the one that counts, and remove table files that no longer do."""
    root.mkdir(parents=True, exist_ok=True)
    replace_file(root / "state.json", json.dumps(to_plain(state), sort_keys=True).encode())
    kept = {root / name for name in state.checksums}
    for path in root.glob("*/*.parquet*"):
        if path not in kept:
            path.unlink()


def replace_file(path: Path, content: bytes) -> None:
    """Write a file in one step: it is either the old one or the new one, also after a crash.

    Raises:
        EngineError: if the disk does not take it.
    """
    temporary = path.with_name(path.name + ".tmp")
    try:
        with temporary.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    except OSError as error:
        temporary.unlink(missing_ok=True)
        raise EngineError(
            f"{path} cannot be written: {error.strerror}.", "Free some space and run it again."
        ) from error


class Tables:
    """The tables of one observatory. The only object that talks to DuckDB."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._connection = duckdb.connect()
        self._connection.execute("SET threads = 2")

    def write(self, table: Table, rows: Iterable[Any], batch: str | None = None) -> dict[str, str]:
        """Write rows as one file.

        Returns:
            the file's name relative to the tables' folder, and its checksum.
        """
        return self._store(table, to_arrow(table.row, rows), batch)

    def _store(self, table: Table, arrow: pa.Table, batch: str | None) -> dict[str, str]:
        path = table.path(self.root, batch)
        path.parent.mkdir(parents=True, exist_ok=True)
        sink = pa.BufferOutputStream()
        pq.write_table(arrow, sink, compression="zstd")
        content = sink.getvalue().to_pybytes()
        replace_file(path, content)
        return {str(path.relative_to(self.root)): sha256_hex(content)}

    def keep(
        self, table: Table, batches: Iterable[str], documents: Iterable[str], into: str
    ) -> dict[str, str]:
        """Write the rows of the given documents, out of several batches, as one new batch."""
        arrow = self.query(
            f"SELECT * FROM {self.scan(table, list(batches))} "
            f"WHERE {table.document} IN (SELECT unnest($documents::VARCHAR[]))",
            {"documents": list(documents)},
        )
        return self._store(table, arrow.cast(arrow_schema(table.row)), into)

    def derive(
        self,
        table: Table,
        sql: str,
        inputs: Mapping[Table, list[str] | None],
        parameters: Mapping[str, Any] | None = None,
    ) -> dict[str, str]:
        """Run a named step: SQL over declared tables, which it names as ``room.table``.

        Args:
            table: what is made.
            sql: one SELECT whose columns are those of ``table.row`` in any order.
            inputs: each table that the SQL names, with its batches, or None for a derived one.
            parameters: values for the ``$name``s in the SQL.
        """
        for name, batches in inputs.items():
            sql = re.sub(rf"\b{re.escape(name.name)}\b", self.scan(name, batches), sql)
        arrow = self.query(sql, parameters or {})
        schema = arrow_schema(table.row)
        return self._store(table, arrow.select(schema.names).cast(schema), None)

    def scan(self, table: Table, batches: list[str] | None = None) -> str:
        """The SQL that stands for a table's files; an empty table if it has none.

        Args:
            table: which one.
            batches: names of the batches that count; None for a derived table.
        """
        paths = [table.path(self.root, batch) for batch in (batches or [])]
        if batches is None:
            paths = [table.path(self.root)]
        present = [str(path).replace("'", "''") for path in paths if path.exists()]
        if not present:
            name = "empty_" + table.name.replace(".", "_")
            self._connection.register(name, arrow_schema(table.row).empty_table())
            return name
        files = ", ".join(f"'{path}'" for path in present)
        return f"read_parquet([{files}])"

    def query(self, sql: str, parameters: Mapping[str, Any]) -> pa.Table:
        """The result of a query as an Arrow table.

        Raises:
            EngineError: if a table file is damaged.
        """
        try:
            return self._connection.sql(sql, params=dict(parameters)).to_arrow_table()
        except (duckdb.IOException, duckdb.InvalidInputException) as error:
            raise EngineError(
                f"The tables cannot be read: {str(error).splitlines()[0]}",
                "Delete the folder 'tables' and run 'sholu build': they come back.",
            ) from error

    def read(
        self,
        table: Table,
        row_type: type[Row],
        batches: list[str] | None = None,
        where: str = "true",
        parameters: Mapping[str, Any] | None = None,
    ) -> list[Row]:
        """The rows of a table as dataclasses.

        Raises:
            EngineError: if the table was made by a version whose rows have another form.
        """
        sql = f"SELECT * FROM {self.scan(table, batches)} WHERE {where}"
        rows = self.query(sql, parameters or {})
        try:
            return from_arrow(row_type, rows)
        except BaseValidationError as error:
            raise EngineError(
                f"The table {table.name} was made by another version of Sholu.",
                "Run 'sholu build': it makes the tables anew from documents and journal.",
            ) from error
