"""What is known of actors: a table with one actor a row."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from sholu.network.cells import decode_text, read_cells
from sholu.network.model import NetworkError, TieTable


def read_attributes(path: Path) -> dict[str, dict[str, str]]:
    """Actor to his columns; the first column names the actor.

    Raises:
        NetworkError: if the file cannot be read or names an actor twice.
    """
    try:
        content = path.read_bytes()
    except OSError as error:
        raise NetworkError(f"{path} cannot be read: {error.strerror}.") from None
    text = decode_text(content, path.name)
    header, *rows = read_cells(text, path.name)
    found: dict[str, dict[str, str]] = {}
    for row in rows:
        if row[0] in found:
            raise NetworkError(f"{path.name} names the actor '{row[0]}' twice.")
        columns = zip(header[1:], row[1:], strict=False)
        found[row[0]] = {name.casefold(): value for name, value in columns if value}
    return found


def with_attributes(
    table: TieTable, known: Mapping[str, Mapping[str, str]], source: str
) -> TieTable:
    """The table with what is known of its actors.

    Raises:
        NetworkError: if none of the actors is in the table.
    """
    if not set(known) & set(table.actors):
        raise NetworkError(
            f"None of the actors of {source} is in {table.origin}.",
            f"Labels have to be the same; the first here is '{next(iter(table.actors), '')}'.",
        )
    merged = {
        actor: {**table.attributes.get(actor, {}), **known.get(actor, {})} for actor in table.actors
    }
    return replace(table, attributes={actor: data for actor, data in merged.items() if data})
