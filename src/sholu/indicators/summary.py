"""Summary and grouping of any table: how many, how much, how spread."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from sholu.indicators.model import IndicatorError

if TYPE_CHECKING:
    import pandas as pd

Record = dict[str, Any]

WEIGHT = "weight"
"""Column of a survey that says how many people a respondent stands for."""

LEAST_FOR_SPREAD = 3
"""Values below which a standard deviation says nothing: of two it is their distance."""


class TableError(IndicatorError):
    """A question that a table cannot answer."""


def where(frame: pd.DataFrame, conditions: Mapping[str, str]) -> pd.DataFrame:
    """The rows whose columns have the given values, compared as text.

    Raises:
        TableError: if a column is not there, or no row is left.
    """
    for column, value in conditions.items():
        check_columns(frame, [column])
        frame = frame[frame[column].astype("string") == value]
        if frame.empty:
            raise TableError(f"No row has {column} = {value}.")
    return frame


def check_columns(frame: pd.DataFrame, columns: Sequence[str]) -> None:
    """Raises `TableError` if a column is not in the table."""
    for column in columns:
        if column not in frame:
            raise TableError(
                f"The table has no column '{column}'.", f"It has {', '.join(map(str, frame))}."
            )


def check_one_unit(frame: pd.DataFrame, value: str, by: Sequence[str]) -> None:
    """Refuse to put together values of different units or indicators, within the groups of ``by``.

    Raises:
        TableError: naming the units or indicators that are mixed.
    """
    if value not in ("value", "value_high"):
        return
    for column in ("indicator", "unit", "frequency"):
        if column not in frame or column in by:
            continue
        found = frame.groupby(list(by), dropna=False)[column] if by else None
        mixed = frame[column].nunique() > 1 if found is None else (found.nunique() > 1).any()
        if mixed:
            names = ", ".join(sorted(frame[column].dropna().unique())[:6])
            raise TableError(
                f"Can't say: values of different {column} would be put together ({names}).",
                f"Choose one with --where {column}=…, or group by {column}.",
            )


def summarise(frame: pd.DataFrame) -> list[Record]:
    """One row a column: how many values, how many missing; for numbers their spread, else the most
    frequent."""
    return [_of_column(frame, str(name)) for name in frame.columns]


def _of_column(frame: pd.DataFrame, name: str) -> Record:
    values = frame[name].dropna()
    record: Record = {
        "column": name,
        "rows": len(frame),
        "missing": int(frame[name].isna().sum()),
        "distinct": int(values.astype("string").nunique()),
        "most_frequent": None,
        "times": None,
        **dict.fromkeys(("sum", *_SPREAD)),
    }
    if values.empty:
        return record
    if values.dtype.kind in "if":
        return {**record, **_spread(values), "sum": float(values.sum())}
    counts = values.astype("string").value_counts()
    return {**record, "most_frequent": str(counts.index[0]), "times": int(counts.iloc[0])}


_SPREAD = ("mean", "standard_deviation", "minimum", "quartile_1", "median", "quartile_3", "maximum")


def _spread(values: pd.Series[float]) -> Record:
    """Mean, sample standard deviation (n - 1), and quantiles by linear interpolation (type 7 of
    Hyndman and Fan 1996)."""
    enough = len(values) >= LEAST_FOR_SPREAD
    return {
        "mean": float(values.mean()),
        "standard_deviation": float(values.std()) if enough else None,
        "minimum": float(values.min()),
        "quartile_1": float(values.quantile(0.25)),
        "median": float(values.median()),
        "quartile_3": float(values.quantile(0.75)),
        "maximum": float(values.max()),
    }


def group(frame: pd.DataFrame, by: Sequence[str], value: str | None) -> list[Record]:
    """One row a group: how many rows, their share, and the spread of a value.

    A missing category is a group of its own, ``(missing)``. Rows of a survey count with their
    weights; ``rows`` says how many respondents there were.

    Args:
        by: columns to group by; ``value``: the number to sum and spread; None to count only.

    Raises:
        TableError: if a column is missing, or unlike units would be added.
    """
    check_columns(frame, [*by, *([value] if value else [])])
    if value:
        check_one_unit(frame, value, by)
    named = frame.assign(**{one: frame[one].astype("string").fillna("(missing)") for one in by})
    total = _weight(named)
    records = []
    for key, rows in named.groupby(list(by), sort=True):
        labels = key if isinstance(key, tuple) else (key,)
        record: Record = dict(zip(by, labels, strict=True))
        record |= {"rows": len(rows), "share_percent": round(100 * _weight(rows) / total, 2)}
        if WEIGHT in rows:
            record["weighted"] = _weight(rows)
        if value:
            record |= _of_value(rows, value)
        records.append(record)
    return records


def _weight(frame: pd.DataFrame) -> float:
    return float(frame[WEIGHT].sum()) if WEIGHT in frame else float(len(frame))


def _of_value(rows: pd.DataFrame, value: str) -> Record:
    import pandas as pd

    numbers = pd.to_numeric(rows[value], errors="coerce").dropna()
    empty: Record = {"missing": len(rows) - len(numbers), "sum": None, **dict.fromkeys(_SPREAD)}
    if numbers.empty:
        return empty
    return {**empty, "sum": float(numbers.sum()), **_spread(numbers)}
