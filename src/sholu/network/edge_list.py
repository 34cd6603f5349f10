"""Read ties from lists of pairs: edge lists, call records, i2 CSV, persons and events."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sholu.core.finding import Finding, make_finding
from sholu.network.cells import EMPTY_CELLS, Cells, as_number
from sholu.network.model import NetworkError, Repeated, Tie, TieTable
from sholu.network.two_mode import project

COLUMN_WORDS: Mapping[str, tuple[str, ...]] = {
    "source": (
        "source", "from", "caller", "sender", "ego", "actor1", "actor", "node1",
        "source_actor", "entity1", "entity1label", "entity1id", "identity1", "label1", "calling",
        "caller_id", "a_number", "person1", "src", "nodea", "actora", "persona", "vertex1",
        "source_id", "from_id", "from_node", "source_node", "name1", "suspect1", "calling_number",
        "phone_from", "звонящий", "номер_а", "кімнен",
        "от", "кто", "источник", "вызывающий", "абонент_а",
    ),
    "target": (
        "target", "to", "callee", "receiver", "recipient", "alter", "actor2", "node2",
        "target_actor", "entity2", "entity2label", "entity2id", "identity2", "label2",
        "called", "callee_id", "b_number", "person2", "dst", "nodeb", "actorb", "personb",
        "vertex2", "target_id", "to_id", "to_node", "target_node", "name2", "suspect2",
        "called_number", "phone_to", "принимающий", "номер_б", "кімге", "кому", "цель",
        "вызываемый", "абонент_б",
    ),
    "weight": (
        "weight", "w", "count", "n", "messages", "calls", "strength", "value", "frequency",
        "linkstrength", "number", "contacts", "volume", "times",
        "meetings", "amount", "вес", "число", "количество",
    ),
    "time": (
        "time", "date", "datetime", "timestamp", "start", "when", "day", "starttime", "call_time",
        "дата", "время",
    ),
    "duration": ("duration", "seconds", "length_s", "duration_s", "длительность"),
    "kind": (
        "kind", "relation_class", "type", "linktype", "relation", "linklabel", "tie", "вид",
    ),
    "person": ("person", "persons", "member", "participant", "defendant", "лицо", "участник"),
    "event": ("event", "events", "meeting", "case", "affiliation", "событие", "встреча", "дело"),
    "direction": ("direction", "linkdirection", "arrow", "arrows"),
}  # fmt: skip
"""Header words of each column (letters and digits only matter); i2's are those of its importer."""


def read_edge_list(cells: Cells, origin: str, phase_column: str | None = None) -> TieTable:
    """Ties of a list with one tie a row.

    Without a header the columns are source, target and, if numbers, weight. A list with a time in
    each row holds contacts: repeated pairs add up. Otherwise a row with a weight states the whole
    tie, and the last of several counts.

    Raises:
        NetworkError: if a row has no two actors, a weight is no number, or the phase column is
            not there.
    """
    columns, rows = _columns(cells, origin)
    phase_at = _phase_at(cells, columns, phase_column, origin)
    _check_rows(rows, columns, phase_at, origin)
    if "person" in columns:
        pairs = [(row[columns["person"]], row[columns["event"]], 1.0) for row in rows]
        return project(pairs, origin, tuple(dict.fromkeys(p for p, _, _ in pairs)), "list")
    ties = tuple(_tie(row, columns, phase_at, origin) for row in rows)
    phases = _in_order(tuple(dict.fromkeys(tie.phase for tie in ties if tie.phase is not None)))
    contacts = "time" in columns or bool(phases) or "weight" not in columns
    return TieTable(
        origin=origin,
        form=_form(columns),
        actors=tuple(dict.fromkeys(label for tie in ties for label in (tie.source, tie.target))),
        ties=ties,
        directed=_told_direction(rows, columns),
        weighted="weight" in columns,
        repeated=Repeated.SUM if contacts else Repeated.LAST,
        phases=phases,
        notes=tuple(_unknown_notes(rows, columns, origin)),
    )


def _in_order(phases: tuple[str, ...]) -> tuple[str, ...]:
    """Phases that are numbers by number, others as they come."""
    numbers = {phase: as_number(phase) for phase in phases}
    if any(number is None for number in numbers.values()):
        return phases
    return tuple(sorted(phases, key=lambda phase: numbers[phase] or 0.0))


def _told_direction(rows: Cells, columns: Mapping[str, int]) -> bool | None:
    """Calls lead from one to another; Gephi writes in the column ``Type`` what ties do."""
    if "time" in columns and "duration" in columns:
        return True
    kinds = {(_cell(row, columns, "kind") or "").casefold() for row in rows}
    return {frozenset(("directed",)): True, frozenset(("undirected",)): False}.get(frozenset(kinds))


def _form(columns: Mapping[str, int]) -> str:
    if "time" in columns and "duration" in columns:
        return "call records"
    return "list of contacts" if "time" in columns else "edge list"


def _word(cell: str) -> str:
    return "".join(char for char in cell.casefold() if char.isalnum())


def _columns(cells: Cells, origin: str) -> tuple[dict[str, int], Cells]:
    """What each column is, and the rows without the header."""
    header = _by_header(cells[0])
    if header is not None:
        return header, cells[1:]
    numeric = [as_number(cell) is not None for cell in cells[0]]
    if len(cells[0]) > 2 and not any(numeric) and _third_is_number(cells[1:]):
        # A header in words that are not known: the first two columns are the actors.
        return {"source": 0, "target": 1, "weight": 2}, cells[1:]
    columns = {"source": 0, "target": 1}
    if _third_is_number(cells):
        columns["weight"] = 2
    elif len(cells[0]) > 2:
        raise NetworkError(
            f"{origin}: which of its columns ({', '.join(cells[0])}) hold the two actors?",
            "Give it a header with the names 'source' and 'target'.",
        )
    return columns, cells


def _by_header(first: Sequence[str]) -> dict[str, int] | None:
    if any(as_number(cell) is not None for cell in first):
        return None
    words = [_word(cell) for cell in first]
    found: dict[str, int] = {}
    for name, known in COLUMN_WORDS.items():
        spelled = [_word(word) for word in known]
        # In the order of the known words: 'Entity 1 Label' rather than 'Entity 1 Id'.
        at = [words.index(word) for word in spelled if word in words]
        at = [place for place in at if place not in found.values()]
        if at:
            found[name] = at[0]
    if "source" in found and "target" in found:
        found.pop("person", None)
        found.pop("event", None)
        return found
    if "person" in found and "event" in found:
        return {"person": found["person"], "event": found["event"]}
    return None


def _third_is_number(cells: Cells) -> bool:
    return bool(cells) and all(
        len(row) > 2 and (as_number(row[2]) is not None or row[2].lower() in EMPTY_CELLS)
        for row in cells
    )


def _phase_at(
    cells: Cells, columns: Mapping[str, int], phase_column: str | None, origin: str
) -> int | None:
    if phase_column is None:
        return None
    words = [_word(cell) for cell in cells[0]]
    if _word(phase_column) not in words:
        raise NetworkError(
            f"{origin} has no column '{phase_column}'.",
            f"Its columns are: {', '.join(cells[0])}.",
        )
    at = words.index(_word(phase_column))
    if at in (columns.get("source"), columns.get("target")):
        raise NetworkError(f"{origin}: the column '{phase_column}' holds actors, not phases.")
    return at


def _check_rows(rows: Cells, columns: Mapping[str, int], phase_at: int | None, origin: str) -> None:
    needed = [columns[name] for name in ("source", "target", "person", "event") if name in columns]
    needed += [] if phase_at is None else [phase_at]
    for number, row in enumerate(rows, start=1):
        if len(row) <= max(needed) or not all(row[at] for at in needed):
            raise NetworkError(
                f"{origin}: row {number} ({', '.join(row)}) lacks an actor or a phase.",
                "Each row needs two actors; delete the row or fill the cell.",
            )


def _tie(row: Sequence[str], columns: Mapping[str, int], phase_at: int | None, origin: str) -> Tie:
    source, target = row[columns["source"]], row[columns["target"]]
    if "direction" in columns and _cell(row, columns, "direction") in ("<-", "backward", "in"):
        source, target = target, source
    weight = _number(row, columns, "weight", origin)
    return Tie(
        source=source,
        target=target,
        weight=1.0 if weight is None else weight,
        kind=_cell(row, columns, "kind") or "",
        time=_cell(row, columns, "time"),
        duration=_number(row, columns, "duration", origin),
        phase=None if phase_at is None else row[phase_at],
    )


def _cell(row: Sequence[str], columns: Mapping[str, int], name: str) -> str | None:
    at = columns.get(name)
    if at is None or at >= len(row) or row[at].lower() in EMPTY_CELLS:
        return None
    return row[at]


def _number(row: Sequence[str], columns: Mapping[str, int], name: str, origin: str) -> float | None:
    cell = _cell(row, columns, name)
    if cell is None:
        return None
    number = as_number(cell)
    if number is None:
        raise NetworkError(
            f"{origin}: the {name} of the row {', '.join(row)} is '{cell}', which is no number."
        )
    return number


def _unknown_notes(rows: Cells, columns: Mapping[str, int], origin: str) -> list[Finding]:
    if "weight" not in columns:
        return []
    unknown = sum(_cell(row, columns, "weight") is None for row in rows)
    if not unknown:
        return []
    return [
        make_finding(
            "unknown_weights",
            origin,
            f"{unknown} of {len(rows)} rows have no weight; they count as 1 here.",
            method="cells read",
        )
    ]
