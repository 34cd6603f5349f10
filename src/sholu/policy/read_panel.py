"""A panel out of a CSV file. The file's columns are named by the person who asks."""

from __future__ import annotations

import csv
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from sholu.policy.model import PolicyError
from sholu.policy.panel import NEVER, Panel, Rows, Vector, balance

ALL = "all"
"""The one unit of a file that names no unit."""

MISSING = frozenset({"", "na", "nan", "null", "none", ".", "inf"})
"""How files write that a value is not there; in the column of first treatment also 'never'."""

FEW_NEGATIVE = 0.2
"""Share of negative whole numbers below which they are mistakes in counts, not differences."""


@dataclass(frozen=True)
class Columns:
    """Which column means what.

    Attributes:
        unit: who is observed; None if there is one unit only.
        time: the period: a number, or a date as YYYY, YYYY-MM or YYYY-MM-DD.
        outcome: what is measured.
        first_treated: each unit's first treated period; empty or 0 for never.
        treated: names of treated units, or the name of a column of 0 and 1.
        start: first treated period of those units.
        covariates: further columns that a design needs.
    """

    unit: str | None
    time: str
    outcome: str
    treated: tuple[str, ...] = ()
    start: str | None = None
    first_treated: str | None = None
    covariates: tuple[str, ...] = ()


def read_rows(path: Path, columns: Columns) -> Rows:
    """Read a panel file.

    Raises:
        PolicyError: if the file can't be read, a column is not there, a number is none, a named
            unit is not there, treatment switches off, or it is not said who is treated.
    """
    records = _records(path)
    _demand_columns(records, columns, path)
    unit_names = [_plain(record[columns.unit]) if columns.unit else ALL for record in records]
    units = tuple(dict.fromkeys(unit_names))
    period_names = [_plain(record[columns.time]) for record in records]
    periods, numbers = _order_periods(period_names, columns.time)
    index_of_unit = {name: index for index, name in enumerate(units)}
    index_of_period = {name: index for index, name in enumerate(periods)}
    outcome = _numbers(records, columns.outcome)
    _refuse_negative_counts(outcome, columns.outcome)
    unit_of = np.array([index_of_unit[name] for name in unit_names], dtype=np.int64)
    period_of = np.array([index_of_period[name] for name in period_names], dtype=np.int64)
    return Rows(
        units=units,
        periods=periods,
        times=numbers,
        unit_of=unit_of,
        period_of=period_of,
        outcome=outcome,
        first_treated=_first_treated(records, columns, units, unit_of, (periods, numbers)),
        covariates={name: _numbers(records, name) for name in columns.covariates},
    )


def read_history(path: Path, unit: str, time: str, outcome: str) -> Panel:
    """Read the past of regions that no measure touches: what a pilot is tried on.

    Raises:
        PolicyError: as `read_rows`, or if a region lacks a period.
    """
    columns = Columns(unit, time, outcome)
    records = _records(path)
    _demand_columns(records, columns, path)
    names = [record[unit] for record in records]
    units = tuple(dict.fromkeys(names))
    period_names = [_plain(record[time]) for record in records]
    periods, numbers = _order_periods(period_names, time)
    values = _numbers(records, outcome)
    _refuse_negative_counts(values, outcome)
    rows = Rows(
        units=units,
        periods=periods,
        times=numbers,
        unit_of=np.array([units.index(name) for name in names], dtype=np.int64),
        period_of=np.array([periods.index(name) for name in period_names], dtype=np.int64),
        outcome=values,
        first_treated=np.full(len(units), NEVER),
        covariates={},
    )
    return balance(rows)


def _records(path: Path) -> list[dict[str, str]]:
    """Rows of the file, as they stand."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            records = list(csv.DictReader(file, strict=True))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise PolicyError(f"{path} can't be read as CSV: {error}.", "It should be UTF-8.") from None
    if not records:
        raise PolicyError(f"{path} has no rows.", "The first line names the columns.")
    broken = [n for n, record in enumerate(records, 2) if None in record or None in record.values()]
    if broken:
        raise PolicyError(f"{path}, line {broken[0]}: not as many fields as the first line names.")
    return records


def _demand_columns(records: Sequence[Mapping[str, str]], columns: Columns, path: Path) -> None:
    """Every named column must be there."""
    there = list(records[0])
    named = (columns.unit, columns.time, columns.outcome, columns.first_treated)
    for name in (*named, *columns.covariates):
        if name is not None and name not in there:
            raise PolicyError(
                f"{path} has no column {name!r}.", f"Its columns are {', '.join(there)}."
            )


def _plain(name: str) -> str:
    """A name without blanks, and 1989.0 as 1989."""
    whole, _, rest = name.strip().partition(".")
    return whole if whole.isdigit() and not rest.strip("0") else name.strip()


def _order_periods(names: Iterable[str], column: str) -> tuple[tuple[str, ...], Vector]:
    """The different periods in order, with their numbers (places, where they are dates)."""
    different = list(dict.fromkeys(names))
    try:
        values = [float(name) for name in different]
    except ValueError:
        return _order_dates(different, column)
    if not all(math.isfinite(value) for value in values):
        raise PolicyError(f"A period in the column {column!r} is empty or no number.")
    order = sorted(range(len(different)), key=values.__getitem__)
    return tuple(different[i] for i in order), np.array([values[i] for i in order])


def _order_dates(names: list[str], column: str) -> tuple[tuple[str, ...], Vector]:
    """Dates of one precision sort as texts; their numbers are their places."""
    if len({len(name) for name in names}) != 1 or not all(
        name.replace("-", "").isdigit() for name in names
    ):
        raise PolicyError(
            f"The periods in the column {column!r} are neither numbers nor dates of one form.",
            "Write all as 2025, as 2025-01 or as 2025-01-31.",
        )
    return tuple(sorted(names)), np.arange(len(names), dtype=np.float64)


def _numbers(records: Sequence[Mapping[str, str]], column: str) -> Vector:
    """A column as numbers, NaN where it is missing."""
    values = np.empty(len(records))
    for line, record in enumerate(records):
        text = record[column].strip()
        try:
            values[line] = math.nan if text.lower() in MISSING else float(text)
        except ValueError:
            raise PolicyError(
                f"Line {line + 2}, column {column!r}: {text!r} is no number.",
                "Decimals have a point, thousands no mark; a missing value is empty.",
            ) from None
    return values


def _refuse_negative_counts(outcome: Vector, column: str) -> None:
    """Whole numbers, few of them below zero, are counts with a mistake in them."""
    known = outcome[~np.isnan(outcome)]
    negative = np.flatnonzero(outcome < 0)
    whole = bool(np.all(known == np.round(known)))
    if whole and 0 < negative.size < FEW_NEGATIVE * known.size:
        raise PolicyError(
            f"Line {negative[0] + 2}, column {column!r}: {outcome[negative[0]]:g}; the others are "
            "whole numbers from zero up, and a count can't be negative.",
            "Mend the value, or leave it empty.",
        )


def _first_treated(
    records: Sequence[Mapping[str, str]],
    columns: Columns,
    units: tuple[str, ...],
    unit_of: np.ndarray,
    periods: tuple[tuple[str, ...], Vector],
) -> Vector:
    """From when on each unit is treated, out of what the person said."""
    told = np.full(len(units), NEVER)
    if columns.first_treated is not None:
        told = _from_column(records, columns.first_treated, units, unit_of, periods)
    if not columns.treated:
        return _anybody(told if columns.first_treated else _all_from(columns, units, periods))
    is_column = len(columns.treated) == 1 and columns.treated[0] in records[0]
    if is_column and _plain(columns.treated[0]) not in units:
        return _anybody(_from_indicator(records, columns, units, unit_of, periods))
    named = _from_names(columns, units, periods)
    clash = np.flatnonzero(np.isfinite(told) & ~np.isfinite(named))
    if clash.size:
        raise PolicyError(
            f"{units[clash[0]]} is treated, too, as the column {columns.first_treated!r} says, and "
            "can't be a unit of comparison.",
            "Leave it out, or use the design cs for staggered starts.",
        )
    return named


def _anybody(first_treated: Vector) -> Vector:
    """Somebody must be treated."""
    if not np.isfinite(first_treated).any():
        raise PolicyError(
            "Nobody is treated.", "Say who with --treated and --start, or with --first-treated."
        )
    return first_treated


def _start(columns: Columns, periods: tuple[tuple[str, ...], Vector]) -> float:
    """The number of the first period at or after the stated start."""
    if columns.start is None:
        raise PolicyError("It is not said when treatment starts.", "Say it with --start.")
    names, numbers = periods
    return _time_of(columns.start.strip(), names, numbers)


def _time_of(text: str, names: tuple[str, ...], numbers: Vector) -> float:
    """A time in words of the file as its number."""
    if _are_numbers(names):
        try:
            return float(text)
        except ValueError:
            raise PolicyError(f"The start {text!r} is no number, as the periods are.") from None
    if not text.replace("-", "").isdigit():
        raise PolicyError(f"The start {text!r} is no date of the form {names[0]}.")
    later = [number for name, number in zip(names, numbers, strict=True) if name >= text]
    return float(later[0]) if later else float(numbers[-1]) + 1


def _are_numbers(names: tuple[str, ...]) -> bool:
    """Whether the periods are numbers, not dates."""
    try:
        [float(name) for name in names]
    except ValueError:
        return False
    return True


def _all_from(
    columns: Columns, units: tuple[str, ...], periods: tuple[tuple[str, ...], Vector]
) -> Vector:
    """The one unit of a file without comparison is treated from the start on."""
    if len(units) > 1:
        raise PolicyError(
            "It is not said which of the units are treated.",
            "Say it with --treated or --first-treated.",
        )
    return np.array([_start(columns, periods)])


def _from_names(
    columns: Columns, units: tuple[str, ...], periods: tuple[tuple[str, ...], Vector]
) -> Vector:
    """Named units are treated from the stated start on."""
    named = [_plain(name) for name in columns.treated]
    unknown = [name for name in named if name not in units]
    if unknown:
        raise PolicyError(
            f"There is no unit {unknown[0]!r}.",
            f"There are {', '.join(units[:8])}{' …' if len(units) > 8 else ''}.",
        )
    start = _start(columns, periods)
    return np.array([start if unit in named else NEVER for unit in units])


def _from_column(
    records: Sequence[Mapping[str, str]],
    column: str,
    units: tuple[str, ...],
    unit_of: np.ndarray,
    periods: tuple[tuple[str, ...], Vector],
) -> Vector:
    """Each unit's own start, which must be the same in all its rows."""
    texts: dict[int, str] = {}
    for line, (unit, record) in enumerate(zip(unit_of, records, strict=True), start=2):
        text = record[column].strip()
        if texts.setdefault(int(unit), text) != text:
            raise PolicyError(
                f"Line {line}: {units[unit]} starts in {text!r} here and in {texts[int(unit)]!r} "
                "before: treatment that moves or switches off is no treatment from a date on."
            )
    never = {"0", "0.0", "never"} | MISSING
    return np.array(
        [
            NEVER if texts[index].lower() in never else _time_of(texts[index], *periods)
            for index in range(len(units))
        ]
    )


def _from_indicator(
    records: Sequence[Mapping[str, str]],
    columns: Columns,
    units: tuple[str, ...],
    unit_of: np.ndarray,
    periods: tuple[tuple[str, ...], Vector],
) -> Vector:
    """A column of 0 and 1: who is treated, or who is treated now."""
    column = columns.treated[0]
    marks = _numbers(records, column)
    if not np.isin(marks, (0.0, 1.0)).all():
        raise PolicyError(f"The column {column!r} should hold 0 and 1 only.")
    names, numbers = periods
    number_of = dict(zip(names, numbers, strict=True))
    now = np.array([number_of[_plain(record[columns.time])] for record in records])
    first = np.full(len(units), NEVER)
    for index, unit in enumerate(units):
        mine = unit_of == index
        on, off = now[mine & (marks == 1)], now[mine & (marks == 0)]
        if not on.size:
            continue
        if not off.size:
            first[index] = _start(columns, periods)
        elif off.max() > on.min():
            raise PolicyError(
                f"Treatment of {unit} switches off again ({column!r} returns to 0 after 1).",
                "The designs here judge a measure that stays; cut the panel before the end.",
            )
        else:
            first[index] = on.min()
    return first
