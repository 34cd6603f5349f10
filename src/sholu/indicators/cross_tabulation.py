"""Cross-tabulation of two columns, with totals, shares, and a test of independence that says when
it can't be trusted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sholu.indicators.summary import WEIGHT, TableError, check_columns, check_one_unit

if TYPE_CHECKING:
    import pandas as pd

TOTAL = "total"
MEASURES: tuple[str, ...] = ("count", "sum", "mean", "median")
SHARES: tuple[str, ...] = ("none", "row", "column", "all")

LEAST_EXPECTED = 5.0
MOST_BELOW = 0.2
"""The chi-squared test holds if no more than a fifth of the cells expect fewer than 5, and none
fewer than 1 (Cochran 1954, Biometrics 10, 417-451)."""


@dataclass(frozen=True)
class Question:
    """What is tabulated: ``value`` is summed or averaged; None counts rows."""

    rows: str
    columns: str
    measure: str = "count"
    value: str | None = None
    shares: str = "none"


@dataclass(frozen=True)
class CrossTable:
    """The table as records, the first key the name of the rows; ``test`` is a sentence."""

    records: tuple[dict[str, Any], ...]
    test: str


def cross_tabulate(frame: pd.DataFrame, question: Question) -> CrossTable:
    """Rows by columns; a missing category stands as ``(missing)``.

    A survey is counted with its weights.

    Raises:
        TableError: if a column is missing, a value is due, or unlike units would be added.
    """
    import pandas as pd

    _check(frame, question)
    keys = [question.rows, question.columns]
    named = frame.assign(**{one: frame[one].astype("string").fillna("(missing)") for one in keys})
    if question.measure == "count":
        named = named.assign(_one=named.get(WEIGHT, 1.0))
        table = named.pivot_table(
            index=keys[0], columns=keys[1], values="_one", aggfunc="sum", fill_value=0
        )
    else:
        assert question.value is not None
        numbers = pd.to_numeric(named[question.value], errors="coerce")
        grouped = named.assign(_one=numbers).groupby(keys)["_one"]
        table = _MEASURED[question.measure](grouped).unstack()
    test = _test(table, frame, question)
    shown = _shared(_with_totals(table, named, question), question.shares)
    records = []
    for label, row in shown.iterrows():
        cells = {str(name): None if pd.isna(cell) else float(cell) for name, cell in row.items()}
        records.append({question.rows: str(label), **cells})
    return CrossTable(tuple(records), test)


_MEASURED: dict[str, Callable[[Any], Any]] = {
    "sum": lambda cells: cells.sum(min_count=1),
    "mean": lambda cells: cells.mean(),
    "median": lambda cells: cells.median(),
}


def _check(frame: pd.DataFrame, question: Question) -> None:
    columns = [question.rows, question.columns]
    check_columns(frame, [*columns, *([question.value] if question.value else [])])
    if question.rows == question.columns:
        raise TableError("Rows and columns are the same.")
    if (question.measure == "count") != (question.value is None):
        raise TableError(
            f"A {question.measure} goes {'without' if question.value else 'with'} a value.",
            "Give --value with --measure sum, mean or median.",
        )
    if question.shares != "none" and question.measure not in ("count", "sum"):
        raise TableError(f"There are no shares of a {question.measure}.")
    if question.value:
        check_one_unit(frame, question.value, columns)


def _with_totals(table: pd.DataFrame, named: pd.DataFrame, question: Question) -> pd.DataFrame:
    """Sums at the margins; means and medians have none, as they would not be of the same rows."""
    if question.measure not in ("count", "sum"):
        return table
    table = table.assign(**{TOTAL: table.sum(axis=1)})
    table.loc[TOTAL] = table.sum(axis=0)
    return table


def _shared(table: pd.DataFrame, shares: str) -> pd.DataFrame:
    """Percentages of the row, the column or the whole."""
    if shares == "none":
        return table
    if shares == "row":
        return 100 * table.div(table[TOTAL], axis=0)
    if shares == "column":
        return 100 * table.div(table.loc[TOTAL], axis=1)
    return 100 * table / float(table[TOTAL].iloc[-1])


def _test(table: pd.DataFrame, frame: pd.DataFrame, question: Question) -> str:
    """Pearson's chi-squared test with Cramér's V, or why there is none."""
    if question.measure != "count":
        return ""
    if WEIGHT in frame:
        return "No test: weighted answers are not independent rows."
    if min(table.shape) < 2:
        return "No test: there is only one row or column."
    from scipy.stats import chi2_contingency

    result = chi2_contingency(table.to_numpy(), correction=False)
    expected = result.expected_freq
    below = (expected < LEAST_EXPECTED).mean()
    if below > MOST_BELOW or expected.min() < 1:
        return (
            f"Can't say whether the two go together: {below:.0%} of the cells expect fewer than "
            f"{LEAST_EXPECTED:g} (Cochran 1954). Put rare categories together."
        )
    size = table.to_numpy().sum()
    strength = (result.statistic / size / (min(table.shape) - 1)) ** 0.5
    return (
        f"Chi-squared {result.statistic:.2f}, {result.dof} degrees of freedom, p = "
        f"{result.pvalue:.3g}; Cramér's V {strength:.2f}; n = {size:,.0f}."
    )
