"""Mapping files, ``inputs/mappings/NAME.yaml``: what the columns of a table mean. Read strictly."""

from __future__ import annotations

from collections.abc import Mapping as Pairs
from dataclasses import dataclass, field
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

import yaml

from sholu.indicators.model import STATUSES, IndicatorError

KINDS: tuple[str, ...] = ("statistics", "registrations", "survey", "transactions")
"""Figures by place and period (budgets among them); one row an offence; one row a respondent;
one row a sale."""

FORMATS: tuple[str, ...] = ("table", "sdmx-csv")
"""A table with headings as its author chose them, or SDMX-CSV with the standard's own columns."""

STATISTICS_ROLES: tuple[str, ...] = (
    "value", "value_high", "low", "high", "place", "period", "year", "month", "from", "to",
    "indicator", "substance", "unit", "multiplier", "status", "accumulation", "scope", "source",
    "ignore",
)  # fmt: skip
BESIDE_A_VALUE: tuple[str, ...] = ("value_high", "low", "high")
"""Columns that belong to a value: the upper end of a range, the interval of an estimate."""

REGISTRATION_ROLES: tuple[str, ...] = (
    "date", "place", "unit", "officer", "person", "article", "part", "substance", "mass",
    "mass_unit", "role", "detection", "outcome", "ignore",
)  # fmt: skip
TRANSACTION_ROLES: tuple[str, ...] = (
    "date", "place", "substance", "price", "currency", "quantity", "quantity_unit", "purity",
    "origin", "ignore",
)  # fmt: skip
SURVEY_ROLES: tuple[str, ...] = ("respondent", "question", "weight", "place", "date", "ignore")

ROLES: Pairs[str, tuple[str, ...]] = {
    "statistics": STATISTICS_ROLES,
    "registrations": REGISTRATION_ROLES,
    "survey": SURVEY_ROLES,
    "transactions": TRANSACTION_ROLES,
}
"""What a column may mean, by kind of mapping."""

CATEGORIES: frozenset[str] = frozenset(
    {"role", "detection", "outcome", "scope", "question", "origin"}
)
"""Roles whose categories the mapping has to list, so that a new one is seen and not guessed."""

ANY_CATEGORY = "as printed"

SDMX_COLUMNS: Pairs[str, str] = {
    "REF_AREA": "place",
    "TIME_PERIOD": "period",
    "OBS_VALUE": "value",
    "OBS_STATUS": "status",
    "UNIT_MEASURE": "unit",
    "UNIT_MULT": "multiplier",
    "INDICATOR": "indicator",
}
"""Columns of SDMX-CSV and what they mean (SDMX 3.0, Section 6: Technical Notes)."""

SDMX_IGNORED: frozenset[str] = frozenset(
    {"DATAFLOW", "STRUCTURE", "STRUCTURE_ID", "STRUCTURE_NAME", "ACTION", "FREQ", "DECIMALS"}
)
"""Columns of SDMX-CSV that say nothing about a value."""

SDMX_STATUSES: Pairs[str, str] = {
    "A": "reported", "B": "reported", "E": "reported", "P": "reported", "D": "reported",
    "I": "reported", "F": "reported", "U": "reported", "N": "reported", "V": "reported",
    "M": "unknown", "O": "not_reported", "L": "not_reported", "H": "unknown", "Q": "suppressed",
}  # fmt: skip
"""CL_OBS_STATUS 2.2 to ours: M cannot exist, L not collected, O missing, H missing holiday,
Q suppressed."""


class MappingError(IndicatorError):
    """A mapping file that can't be taken, or that doesn't fit the table."""


@dataclass(frozen=True)
class Column:
    """What one column means.

    Attributes:
        role: one of `ROLES` of the mapping's kind.
        name: for a scope its name (``sex``), for a question its code.
        codes: printed category to code; ``ANY_CATEGORY`` in place of a table takes all as they are.
        constants: for a value: what else holds for it (indicator, substance, unit, period …).
        form: how dates are written (``strptime``), where they are not ISO or day.month.year.
        heading: for values of many columns: what each heading is (``period``, ``place`` …).
        wording: for a question, as it was asked.
        of: for a column beside a value: the heading of the value; empty where there is one value.
    """

    role: str
    name: str = ""
    codes: Pairs[str, str] | None = None
    any_category: bool = False
    constants: Pairs[str, str] = field(default_factory=dict)
    form: str = ""
    heading: str = ""
    wording: str = ""
    of: str = ""


@dataclass(frozen=True)
class TableMapping:
    """What a table's columns mean.

    Attributes:
        name: of the file, without its ending.
        documents: patterns of document names, as the shell has them.
        table: beginning of the table's title (a sheet's name); empty for the first table of a
            document that is nothing but the table.
        header: numbers of the rows that hold the headings, from 1.
        decimal: the decimal mark, ``.`` or ``,``; empty if no number has a mark.
        missing: what stands where there is no value, and its status.
        columns: by heading; ``*`` stands for all others.
    """

    name: str
    kind: str
    documents: tuple[str, ...]
    columns: Pairs[str, Column]
    format: str = "table"
    table: str = ""
    header: tuple[int, ...] = (1,)
    decimal: str = ""
    missing: Pairs[str, str] = field(default_factory=dict)
    constants: Pairs[str, str] = field(default_factory=dict)

    def covers(self, document_name: str) -> bool:
        """Whether a document's name fits one of the patterns."""
        return any(fnmatch(document_name, pattern) for pattern in self.documents)

    def is_whole(self) -> bool:
        """Whether the document is nothing but the table, so that no other reader looks at it."""
        return not self.table


def read_mappings(folder: Path) -> tuple[TableMapping, ...]:
    """The mappings of an observatory, by name; none if it has no such folder.

    Raises:
        MappingError: if a file can't be read; the message names file and key.
    """
    return tuple(read_mapping(path) for path in sorted(folder.glob("*.yaml")))


def read_mapping(path: Path) -> TableMapping:
    """One mapping file. Raises as `read_mappings`."""
    try:
        # Everything is text: a column headed "No" is no falsehood, a code 007 no seven.
        record = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise MappingError(f"{path.name} isn't valid YAML: {error}") from error
    if not isinstance(record, dict):
        raise MappingError(f"{path.name}: keys such as 'kind', 'documents', 'columns' are due.")
    reader = _Reader(path.name, dict(record))
    mapping = _mapping(path.stem, reader)
    reader.nothing_left()
    return mapping


class _Reader:
    """Takes keys out of a record one by one; what is left in the end is an error."""

    def __init__(self, where: str, record: dict[Any, Any]) -> None:
        self.where = where
        self.left = record

    def text(self, key: str, default: str | None = None) -> str:
        value = self.left.pop(key, default)
        if value is None:
            raise MappingError(f"{self.where}: the key '{key}' is missing.")
        if isinstance(value, dict | list):
            raise MappingError(f"{self.where}: '{key}' must be a text, not {value!r}.")
        return str(value)

    def pairs(self, key: str) -> dict[str, str]:
        value = self.left.pop(key, None) or {}
        if not isinstance(value, dict):
            raise MappingError(f"{self.where}: '{key}' must be a table, not {value!r}.")
        return {str(name): str(one) for name, one in value.items()}

    def one_of(self, key: str, allowed: tuple[str, ...], default: str | None = None) -> str:
        value = self.text(key, default)
        if value not in allowed:
            raise MappingError(
                f"{self.where}: '{key}' is {value!r}.", f"Use one of: {', '.join(allowed)}."
            )
        return value

    def nothing_left(self) -> None:
        if self.left:
            raise MappingError(
                f"{self.where}: the key {next(iter(self.left))!r} isn't known.",
                "docs/reference/mappings.md lists the keys.",
            )


def _mapping(name: str, reader: _Reader) -> TableMapping:
    kind = reader.one_of("kind", KINDS)
    documents = reader.left.pop("documents", None)
    if not isinstance(documents, list) or not documents:
        raise MappingError(f"{reader.where}: 'documents' must list names of documents.")
    header = _header(reader)
    missing = reader.pairs("missing")
    for mark, status in missing.items():
        if status not in STATUSES[1:]:
            raise MappingError(
                f"{reader.where}: {mark!r} stands for {status!r}.",
                f"Use one of: {', '.join(STATUSES[1:])}.",
            )
    return TableMapping(
        name=name,
        kind=kind,
        documents=tuple(str(one) for one in documents),
        format=reader.one_of("format", FORMATS, "table"),
        table=reader.text("table", ""),
        header=header,
        decimal=reader.one_of("decimal", ("", ".", ","), ""),
        missing=missing,
        constants=_constants(reader, kind),
        columns=_columns(reader, kind),
    )


def _header(reader: _Reader) -> tuple[int, ...]:
    value = reader.left.pop("header", "1")
    rows = value if isinstance(value, list) else [value]
    if not all(isinstance(row, str) and row.isdigit() and int(row) > 0 for row in rows):
        raise MappingError(f"{reader.where}: 'header' must be a row or a list of rows, from 1.")
    return tuple(int(row) for row in rows)


def _constants(reader: _Reader, kind: str) -> dict[str, str]:
    constants = reader.pairs("constants")
    for role in constants:
        if role.partition(".")[0] not in ROLES[kind]:
            raise MappingError(
                f"{reader.where}: {role!r} is nothing that a table of {kind} holds.",
                f"Known are {', '.join(ROLES[kind])}.",
            )
    return constants


def _columns(reader: _Reader, kind: str) -> dict[str, Column]:
    columns = reader.left.pop("columns", None) or {}
    if not isinstance(columns, dict):
        raise MappingError(f"{reader.where}: 'columns' must be a table of headings.")
    return {
        " ".join(str(heading).split()): _column(f"{reader.where}, column {heading!r}", one, kind)
        for heading, one in columns.items()
    }


def _column(where: str, record: Any, kind: str) -> Column:
    if isinstance(record, str):
        record = {"means": record}
    if not isinstance(record, dict):
        raise MappingError(f"{where}: 'means' is due.")
    reader = _Reader(where, dict(record))
    role = reader.one_of("means", ROLES[kind])
    codes = reader.left.pop("codes", None)
    any_category = codes == ANY_CATEGORY
    if codes is not None and not any_category and not isinstance(codes, dict):
        raise MappingError(f"{where}: 'codes' must be a table, or the words '{ANY_CATEGORY}'.")
    if role in CATEGORIES and codes is None:
        raise MappingError(
            f"{where}: its categories are not listed.",
            f"Give 'codes', or 'codes: {ANY_CATEGORY}' to take every one.",
        )
    column = Column(
        role=role,
        name=reader.text("name", ""),
        codes=None if codes is None or any_category else {str(k): str(v) for k, v in codes.items()},
        any_category=any_category,
        form=reader.text("form", ""),
        heading=reader.one_of("heading", ("", "period", "place", "substance", "scope"), ""),
        wording=reader.text("wording", ""),
        of=" ".join(reader.text("of", "").split()),
        constants={str(key): str(value) for key, value in reader.left.items()}
        if role == "value"
        else {},
    )
    if role == "value":
        _check_constants(where, column.constants)
    else:
        reader.nothing_left()
    if role in ("scope", "question") and not column.name:
        raise MappingError(f"{where}: a {role} needs a 'name'.")
    return column


def _check_constants(where: str, constants: Pairs[str, str]) -> None:
    for key in constants:
        if key.partition(".")[0] not in STATISTICS_ROLES:
            raise MappingError(f"{where}: the key {key!r} isn't known.")
