"""Read ties from Pajek .net (Batagelj and Mrvar, Pajek reference manual 4.2)."""

from __future__ import annotations

import shlex
from dataclasses import dataclass, field, replace

from sholu.network.cells import as_number
from sholu.network.model import NetworkError, Repeated, Tie, TieTable
from sholu.network.two_mode import project


@dataclass
class _Reading:
    """What has been read so far."""

    origin: str
    size: int = 0
    persons: int = 0
    labels: dict[int, str] = field(default_factory=dict)
    arcs: list[Tie] = field(default_factory=list)
    edges: list[Tie] = field(default_factory=list)
    rows: int = 0


def read_pajek(text: str, origin: str) -> TieTable:
    """Ties of a Pajek network: ``*Vertices``, ``*Arcs``, ``*Edges``, their lists and ``*Matrix``.

    ``*Vertices 5 3`` is two-mode: three persons and two events, projected.

    Raises:
        NetworkError: if a section is not known, or a line names a vertex that is not there.
    """
    reading = _Reading(origin)
    section = ""
    for number, raw in enumerate(text.splitlines(), start=1):
        line = raw.strip()
        if not line or line.startswith("%"):
            continue
        if line.startswith("*"):
            section = _open_section(reading, line)
        else:
            _take(reading, section, line, number)
    if not reading.size:
        raise NetworkError(f"{origin} has no *Vertices: it is no Pajek network.")
    labels = tuple(reading.labels.get(i, str(i)) for i in range(1, reading.size + 1))
    if reading.persons:
        told = [(tie.source, tie.target, tie.weight) for tie in (*reading.arcs, *reading.edges)]
        persons = labels[: reading.persons]
        ordered = [(a, b, w) if a in persons else (b, a, w) for a, b, w in told]
        return project(ordered, origin, persons, "Pajek")
    directed = bool(reading.arcs) or not reading.edges
    # In a file with arcs, an edge is a tie both ways.
    back = [replace(tie, source=tie.target, target=tie.source) for tie in reading.edges]
    ties = (*reading.arcs, *reading.edges, *(back if directed else ()))
    return TieTable(
        origin=origin,
        form="Pajek",
        actors=labels,
        ties=ties,
        directed=directed,
        weighted=any(tie.weight != 1 for tie in ties),
        repeated=Repeated.SUM,
    )


def _open_section(reading: _Reading, line: str) -> str:
    word, *rest = line[1:].split()
    section = word.lower()
    if section == "vertices":
        size = as_number(rest[0]) if rest else None
        if size is None or size < 0 or size != int(size):
            raise NetworkError(f"{reading.origin}: '*Vertices' needs a number of vertices.")
        reading.size = int(size)
        # A second number says that the first so many are persons and the others events.
        persons = as_number(rest[1]) if len(rest) > 1 else None
        reading.persons = int(persons) if persons is not None and 0 < persons < size else 0
    elif section not in ("network", "arcs", "edges", "arcslist", "edgeslist", "matrix"):
        raise NetworkError(
            f"{reading.origin}: the section '*{word}' is not known.",
            "Known are *Vertices, *Arcs, *Edges, *Arcslist, *Edgeslist and *Matrix.",
        )
    return section


def _take(reading: _Reading, section: str, line: str, number: int) -> None:
    try:
        fields = shlex.split(line, posix=True)
    except ValueError:
        raise NetworkError(
            f"{reading.origin}, line {number}: a quotation mark is not closed."
        ) from None
    if section == "vertices":
        reading.labels[_vertex(reading, fields[0], number)] = fields[1] if fields[1:] else fields[0]
    elif section in ("arcs", "edges"):
        weight = as_number(fields[2]) if len(fields) > 2 else 1.0
        _add(reading, section, fields[:2], weight, number)
    elif section in ("arcslist", "edgeslist"):
        for other in fields[1:]:
            _add(reading, section, [fields[0], other], 1.0, number)
    elif section == "matrix":
        reading.rows += 1
        for column, cell in enumerate(fields, start=1):
            if as_number(cell) != 0:
                _add(reading, section, [str(reading.rows), str(column)], as_number(cell), number)
    else:
        raise NetworkError(f"{reading.origin}, line {number}: '{line}' stands before any section.")


def _add(
    reading: _Reading, section: str, ends: list[str], weight: float | None, number: int
) -> None:
    if len(ends) < 2 or weight is None:
        raise NetworkError(f"{reading.origin}, line {number}: not two vertices and a number.")
    one, other = (reading.labels.get(_vertex(reading, end, number), end) for end in ends)
    kept = reading.edges if section.startswith("edges") else reading.arcs
    kept.append(Tie(one, other, weight))


def _vertex(reading: _Reading, field_: str, number: int) -> int:
    value = as_number(field_)
    if value is None or not 1 <= value <= reading.size:
        raise NetworkError(
            f"{reading.origin}, line {number}: vertex '{field_}' is not one of 1 to {reading.size}."
        )
    return int(value)
