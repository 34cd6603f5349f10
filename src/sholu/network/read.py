"""Read ties from any file that networks come in, or from a folder with one file per phase."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from sholu.network.cells import decode_text, read_cells
from sholu.network.edge_list import read_edge_list
from sholu.network.graphml import read_graphml
from sholu.network.matrix import looks_like_matrix, read_matrix
from sholu.network.model import NetworkError, Repeated, Tie, TieTable
from sholu.network.pajek import read_pajek
from sholu.network.ucinet import looks_like_ucinet, read_ucinet

READ_SUFFIXES = (
    ".csv", ".tsv", ".txt", ".edges", ".graphml", ".xml", ".net", ".paj", ".dl", ".dat",
)  # fmt: skip


def read_ties(path: Path, phase_column: str | None = None) -> TieTable:
    """Ties of a file, in whatever of the known forms it has; of a folder, file by file as phases.

    Args:
        path: a matrix or edge list (CSV, TSV, blanks between), call records, i2 CSV, GraphML,
            Pajek, UCINET DL; or a folder of them.
        phase_column: name of the column of an edge list that names the phase.

    Raises:
        NetworkError: if there is no such file, or it has none of the forms, or is broken.
    """
    if path.is_dir():
        return join_phases(phase_tables(path), path.name)
    table = _read_file(path, phase_column)
    if phase_column and not table.phases:
        raise NetworkError(
            f"{path.name} is a {table.form}; it has no column '{phase_column}' of phases.",
            "Only edge lists have columns. For one file per phase, name the folder or the files.",
        )
    return table


def _read_file(path: Path, phase_column: str | None) -> TieTable:
    try:
        content = path.read_bytes()
    except OSError as error:
        raise NetworkError(f"{path} cannot be read: {error.strerror}.") from None
    name, suffix = path.name, path.suffix.lower()
    if content.lstrip()[:1] == b"<" or suffix in (".graphml", ".xml"):
        return read_graphml(content, name)
    text = decode_text(content, name)
    if not text.strip():
        raise NetworkError(f"{name} is empty: there are no ties in it.")
    if suffix in (".net", ".paj") or text.lstrip()[:1] == "*":
        return read_pajek(text, name)
    if looks_like_ucinet(text):
        return read_ucinet(text, name)
    cells = read_cells(text, name)
    if looks_like_matrix(cells):
        return read_matrix(cells, name)
    return read_edge_list(cells, name, phase_column)


def files_of(folder: Path) -> tuple[Path, ...]:
    """The files of a folder that may hold networks, in natural order (phase 2 before phase 10)."""
    files = [
        file
        for file in folder.iterdir()
        if file.is_file() and file.suffix.lower() in READ_SUFFIXES and file.name[0] != "."
    ]
    return tuple(sorted(files, key=lambda file: _natural(file.stem)))


def _natural(text: str) -> tuple[tuple[int, int, str], ...]:
    pieces: list[tuple[int, int, str]] = []
    digits = ""
    for char in f"{text}\0":
        if char.isdigit():
            digits += char
            continue
        if digits:
            pieces.append((0, int(digits), ""))
            digits = ""
        pieces.append((1, 0, char.lower()))
    return tuple(pieces)


TOTAL_WORDS = ("full", "total", "all", "whole", "complete", "aggregate", "merged")
"""Words in the name of a file that holds all phases together."""


def is_total(path: Path) -> bool:
    """Whether a file says by its name that it is all phases together."""
    words = path.stem.lower().replace("-", "_").split("_")
    return any(word in TOTAL_WORDS for word in words)


def phase_tables(folder: Path) -> tuple[TieTable, ...]:
    """The tables of a folder's files; one that says it is the whole is left out of several.

    Raises:
        NetworkError: if there is no file to read, or one of them is broken.
    """
    files = [file for file in files_of(folder) if not is_total(file)] or list(files_of(folder))
    if not files:
        raise NetworkError(
            f"There is no network in {folder}.",
            f"Files of networks end in one of: {' '.join(READ_SUFFIXES)}",
        )
    return tuple(_read_file(file, None) for file in files)


def join_phases(tables: Sequence[TieTable], origin: str) -> TieTable:
    """One table of several, each a phase under the name of its file without what all share."""
    if len(tables) == 1:
        return tables[0]
    labels = _short_names([table.origin.rsplit(".", 1)[0] for table in tables])
    ties: list[Tie] = []
    for label, table in zip(labels, tables, strict=True):
        ties += [replace(tie, phase=label) for tie in table.ties]
    told = {table.directed for table in tables}
    return TieTable(
        origin=origin,
        form=f"{len(tables)} phases, one {tables[0].form} each",
        actors=tuple(dict.fromkeys(actor for table in tables for actor in table.actors)),
        ties=tuple(ties),
        directed=told.pop() if len(told) == 1 else True,
        weighted=any(table.weighted for table in tables),
        repeated=Repeated.SUM,
        phases=tuple(labels),
        attributes={a: v for table in tables for a, v in table.attributes.items()},
        phase_actors={label: table.actors for label, table in zip(labels, tables, strict=True)},
        notes=tuple(note for table in tables for note in table.notes),
    )


def _short_names(names: Sequence[str]) -> list[str]:
    """Names without their common start, cut before a number: phase1, phase2 are 1, 2."""
    common = 0
    while all(len(name) > common and name[common] == names[0][common] for name in names):
        common += 1
    while common and names[0][common - 1].isdigit():
        common -= 1
    short = [name[common:].strip("_- ") or name for name in names]
    return short if len(set(short)) == len(short) else list(names)
