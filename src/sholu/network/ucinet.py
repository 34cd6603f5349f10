"""Read ties from UCINET DL (Borgatti, Everett and Freeman, UCINET 6 user's guide, 'DL format')."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from sholu.network.cells import as_number
from sholu.network.model import NetworkError, Repeated, Tie, TieTable
from sholu.network.two_mode import project

_START = re.compile(r"\s*dl\b", re.IGNORECASE)
_SETTING = re.compile(
    r"\b(n|nr|nc|nm|format|diagonal)\s*=\s*['\"]?(\w+)['\"]?|\b(labels|row\s+labels|col(?:umn)?"
    r"\s+labels|matrix\s+labels)\s*(embedded)?\s*:?",
    re.IGNORECASE,
)
_DATA = re.compile(r"\bdata\s*:", re.IGNORECASE)
_WORD = re.compile(r"\"([^\"]*)\"|'([^']*)'|([^\s,;]+)")


@dataclass(frozen=True)
class _Header:
    """What stands before ``data:``."""

    rows: int
    columns: int
    matrices: int
    form: str
    diagonal: bool
    embedded: bool
    labels: tuple[str, ...]
    column_labels: tuple[str, ...]
    matrix_labels: tuple[str, ...]
    two_mode: bool


def looks_like_ucinet(text: str) -> bool:
    """Whether the text begins as a DL file does."""
    return bool(_START.match(text)) and bool(_DATA.search(text))


def read_ucinet(text: str, origin: str) -> TieTable:
    """Ties of a DL file: full or half matrix (also several), edge lists, node lists, two-mode.

    Several matrices are phases, under their labels.

    Raises:
        NetworkError: if the format is another, or the data do not fill what the header promises.
    """
    split = _DATA.search(text)
    assert split is not None
    header = _read_header(text[: split.start()], origin)
    data = text[split.end() :]
    if header.form in ("lowerhalf", "upperhalf"):
        return _read_halves(header, data, origin)
    if header.form == "fullmatrix":
        return _read_matrices(header, data, origin)
    lines = [_words(line) for line in data.splitlines() if line.strip() and line.strip() != "!"]
    return _read_lists(header, lines, origin)


def _words(text: str) -> list[str]:
    return [next(group for group in match.groups() if group is not None)
            for match in _WORD.finditer(text)]  # fmt: skip


def _read_header(text: str, origin: str) -> _Header:
    settings: dict[str, str] = {}
    labels: dict[str, tuple[str, ...]] = {}
    embedded = False
    found = list(_SETTING.finditer(text))
    for place, match in enumerate(found):
        if match[1]:
            settings[match[1].lower()] = match[2].lower()
            continue
        end = found[place + 1].start() if place + 1 < len(found) else len(text)
        kind = " ".join(match[3].lower().split()).replace("column", "col")
        embedded = embedded or bool(match[4])
        labels[kind] = () if match[4] else tuple(_words(text[match.end() : end]))
    rows = _size(settings, ("nr", "n"), origin)
    return _Header(
        rows=rows,
        columns=_size(settings, ("nc", "n"), origin),
        matrices=int(settings.get("nm", "1")),
        form=settings.get("format", "fullmatrix"),
        diagonal=settings.get("diagonal", "present") != "absent",
        embedded=embedded,
        labels=labels.get("labels", labels.get("row labels", ())),
        column_labels=labels.get("col labels", ()),
        matrix_labels=labels.get("matrix labels", ()),
        two_mode="nr" in settings and "nc" in settings,
    )


def _size(settings: dict[str, str], names: Sequence[str], origin: str) -> int:
    for name in names:
        if settings.get(name, "").isdigit():
            return int(settings[name])
    raise NetworkError(f"{origin}: the header of a DL file says how many actors there are (n=…).")


def _read_halves(header: _Header, data: str, origin: str) -> TieTable:
    """Ties of a matrix of which only the half below or above the diagonal is written."""
    if header.embedded:
        raise NetworkError(
            f"{origin}: a half matrix with labels among its data is not read.",
            "Write the labels above 'data:', or save it as fullmatrix.",
        )
    n, away = header.rows, 0 if header.diagonal else 1
    rows, columns = np.tril_indices(n, -away)
    if header.form == "upperhalf":
        rows, columns = np.triu_indices(n, away)
    words = _words(data)
    numbers = [as_number(word) for word in words]
    if None in numbers:
        wrong = words[numbers.index(None)]
        raise NetworkError(f"{origin}: '{wrong}' among the data is no number.")
    if len(numbers) != header.matrices * len(rows):
        raise NetworkError(
            f"{origin}: the header promises {header.matrices * len(rows)} cells, "
            f"there are {len(numbers)}."
        )
    labels = header.labels or tuple(str(i + 1) for i in range(n))
    if len(labels) != n:
        raise NetworkError(f"{origin}: there are not as many labels as actors.")
    phases = _phases(header)
    ties = [
        Tie(labels[row], labels[column], value, phase=phases[matrix] if phases else None)
        for matrix in range(header.matrices)
        for row, column, value in zip(
            rows, columns, numbers[matrix * len(rows) : (matrix + 1) * len(rows)], strict=True
        )
        if value
    ]
    return _finish(origin, labels, ties, phases, directed=False)


def _read_matrices(header: _Header, data: str, origin: str) -> TieTable:
    words = _words(data)
    columns = header.columns
    rows_labels, column_labels = header.labels, header.column_labels or header.labels
    cells: list[float] = []
    if header.embedded:
        column_labels, words = tuple(words[:columns]), words[columns:]
        rows_labels = tuple(words[:: columns + 1][: header.rows])
        words = [word for place, word in enumerate(words) if place % (columns + 1)]
    for word in words:
        number = as_number(word)
        if number is None:
            raise NetworkError(f"{origin}: '{word}' among the data is no number.")
        cells.append(number)
    per_row = columns if header.diagonal else columns - 1
    if len(cells) != header.matrices * header.rows * per_row:
        raise NetworkError(
            f"{origin}: the header promises {header.matrices * header.rows * per_row} cells, "
            f"there are {len(cells)}."
        )
    rows_labels = rows_labels or tuple(str(i + 1) for i in range(header.rows))
    column_labels = column_labels or tuple(str(i + 1) for i in range(columns))
    if len(rows_labels) != header.rows or len(column_labels) != columns:
        raise NetworkError(f"{origin}: there are not as many labels as actors.")
    return _table(header, cells, rows_labels, column_labels, origin)


def _table(
    header: _Header,
    cells: Sequence[float],
    rows: tuple[str, ...],
    columns: tuple[str, ...],
    origin: str,
) -> TieTable:
    per_row = header.columns if header.diagonal else header.columns - 1
    phases = _phases(header)
    ties = []
    for place, value in enumerate(cells):
        matrix, rest = divmod(place, header.rows * per_row)
        row, column = divmod(rest, per_row)
        column += 0 if header.diagonal or column < row else 1
        if value != 0:
            phase = phases[matrix] if phases else None
            ties.append(Tie(rows[row], columns[column], value, phase=phase))
    if header.two_mode and rows != columns:
        triples = [(tie.source, tie.target, tie.weight) for tie in ties]
        return project(triples, origin, rows, "UCINET DL")
    return _finish(origin, rows, ties, phases, directed=True)


def _phases(header: _Header) -> tuple[str, ...]:
    if header.matrices == 1:
        return ()
    return header.matrix_labels or tuple(str(i + 1) for i in range(header.matrices))


def _finish(
    origin: str,
    actors: tuple[str, ...],
    ties: Sequence[Tie],
    phases: tuple[str, ...],
    *,
    directed: bool,
) -> TieTable:
    return TieTable(
        origin=origin,
        form="UCINET DL",
        actors=actors,
        ties=tuple(ties),
        directed=directed,
        weighted=any(tie.weight != 1 for tie in ties),
        repeated=Repeated.SUM,
        phases=phases,
    )


def _read_lists(header: _Header, lines: Sequence[list[str]], origin: str) -> TieTable:
    if header.form not in ("edgelist1", "nodelist1", "edgelist2", "nodelist2"):
        raise NetworkError(
            f"{origin}: DL files of the format '{header.form}' are not read.",
            "Save it as fullmatrix, edgelist1 or nodelist1.",
        )
    pairs: list[tuple[str, str, float]] = []
    for line in lines:
        source = _label(header, line[0])
        if header.form.startswith("nodelist"):
            pairs += [(source, _label(header, other), 1.0) for other in line[1:]]
            continue
        weight = as_number(line[2]) if len(line) > 2 else 1.0
        if len(line) < 2 or weight is None:
            raise NetworkError(f"{origin}: '{' '.join(line)}' is not two actors and a number.")
        pairs.append((source, _label(header, line[1]), weight))
    named = dict.fromkeys(header.labels)
    if header.form.endswith("2"):
        persons = tuple(named) or tuple(dict.fromkeys(person for person, _, _ in pairs))
        return project(pairs, origin, persons, "UCINET DL")
    if not named and not header.embedded:
        named = dict.fromkeys(str(i + 1) for i in range(header.rows))
    actors = dict.fromkeys([*named, *(label for pair in pairs for label in pair[:2])])
    if len(actors) > header.rows:
        raise NetworkError(f"{origin}: the header says n={header.rows}, there are {len(actors)}.")
    return _finish(origin, tuple(actors), [Tie(*pair) for pair in pairs], (), directed=True)


def _label(header: _Header, word: str) -> str:
    """An actor by label or by number, which stands for the label of that place."""
    if header.labels and word.isdigit() and 1 <= int(word) <= len(header.labels):
        return word if word in header.labels else header.labels[int(word) - 1]
    return word
