"""The rows of a panel file as they stand: letters, delimiter, decimal mark."""

from __future__ import annotations

import csv
import io
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from sholu.evidence.delimiter import find_delimiter
from sholu.network.cells import decode_text
from sholu.network.model import NetworkError
from sholu.policy.model import PolicyError
from sholu.policy.panel import Vector

MISSING = frozenset({"", "na", "n/a", "nan", "null", "none", ".", "inf"})
"""How files write that a value is not there; in the column of first treatment also 'never'."""

FEW_NEGATIVE = 0.2
"""Share of negative whole numbers below which they are mistakes in counts, not differences."""


@dataclass(frozen=True)
class PanelFile:
    """A file's rows.

    Attributes:
        records: at least one; the first stands on line 2.
        decimal_comma: whether a comma may be the decimal mark, since it divides no columns.
    """

    name: str
    records: Sequence[Mapping[str, str]]
    decimal_comma: bool

    @property
    def columns(self) -> list[str]:
        """Names of the columns."""
        return list(self.records[0])

    def demand(self, *names: str | None) -> None:
        """Every named column must be there.

        Raises:
            PolicyError: if one is not.
        """
        for name in names:
            if name is not None and name not in self.columns:
                raise PolicyError(
                    f"{self.name} has no column {name!r}.",
                    f"Its columns are {', '.join(self.columns)}.",
                )

    def texts(self, column: str) -> list[str]:
        """A column as it stands, blanks around it cut off, 1989.0 as 1989."""
        return [plain(record[column]) for record in self.records]

    def numbers(self, column: str) -> Vector:
        """A column as numbers, NaN where it is missing.

        Raises:
            PolicyError: if something else stands in it.
        """
        values = np.empty(len(self.records))
        for line, record in enumerate(self.records):
            text = record[column].strip()
            if self.decimal_comma:
                text = text.replace(",", ".", 1)
            try:
                values[line] = math.nan if text.lower() in MISSING else float(text)
            except ValueError:
                raise PolicyError(
                    f"Line {line + 2}, column {column!r}: {text!r} is no number.",
                    "Decimals have a point, thousands no mark; a missing value is empty.",
                ) from None
        return values

    def outcomes(self, column: str) -> Vector:
        """The outcome as numbers.

        Whole numbers, few of them below zero, are counts with a mistake in them.

        Raises:
            PolicyError: as `numbers`, and for such a mistake.
        """
        found = self.numbers(column)
        known = found[~np.isnan(found)]
        negative = np.flatnonzero(found < 0)
        whole = bool(np.all(known == np.round(known)))
        if whole and 0 < negative.size < FEW_NEGATIVE * known.size:
            raise PolicyError(
                f"Line {negative[0] + 2}, column {column!r}: {found[negative[0]]:g}; the others "
                "are whole numbers from zero up, and a count can't be negative.",
                "Mend the value, or leave it empty.",
            )
        return found


def plain(name: str) -> str:
    """A name without blanks, and 1989.0 as 1989."""
    whole, _, rest = name.strip().partition(".")
    return whole if whole.isdigit() and not rest.strip("0") else name.strip()


def read_panel_file(path: Path) -> PanelFile:
    """Read CSV or TSV: UTF-8, UTF-16 or Windows-1251; commas, semicolons or tabs.

    Raises:
        PolicyError: if the file can't be read, or its rows are not as long as its first line.
    """
    try:
        text = decode_text(path.read_bytes(), path.name)
        delimiter = find_delimiter(text.encode("utf-8"), path.name) or ","
        lines = io.StringIO(text, newline="")
        records = list(csv.DictReader(lines, delimiter=delimiter, strict=True))
    except NetworkError:
        raise PolicyError(f"{path} is no text.", "Save the sheet as CSV.") from None
    except (OSError, csv.Error) as error:
        raise PolicyError(f"{path} can't be read as CSV: {error}.") from None
    if not records:
        raise PolicyError(f"{path} has no rows.", "The first line names the columns.")
    broken = [n for n, record in enumerate(records, 2) if None in record or None in record.values()]
    if broken:
        raise PolicyError(f"{path}, line {broken[0]}: not as many fields as the first line names.")
    return PanelFile(path.name, records, delimiter != ",")
