"""What a panel file must say, and what is refused."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from sholu.policy.model import PolicyError
from sholu.policy.panel import balance
from sholu.policy.read_panel import Columns, read_rows

PLAIN = Columns("region", "month", "cases", ("North",), "2024-03")


def written(folder: Path, text: str) -> Path:
    """A panel file."""
    path = folder / "panel.csv"
    path.write_text(text, encoding="utf-8")
    return path


def panel_text(*rows: tuple[str, str, str]) -> str:
    """Region, month, cases."""
    return "region,month,cases\n" + "\n".join(",".join(row) for row in rows)


SQUARE = (
    ("North", "2024-02", "5"), ("North", "2024-03", "9"),
    ("South", "2024-02", "4"), ("South", "2024-03", "6"),
)  # fmt: skip


def test_named_units_are_treated_from_the_start_on(tmp_path: Path) -> None:
    rows = read_rows(written(tmp_path, panel_text(*SQUARE)), PLAIN)
    assert rows.units == ("North", "South")
    assert rows.periods == ("2024-02", "2024-03")
    assert list(rows.first_treated) == [1.0, np.inf]
    assert list(rows.treated_now()) == [False, True, False, False]


def test_a_start_between_two_periods_is_the_later_one(tmp_path: Path) -> None:
    columns = Columns("region", "month", "cases", ("North",), "2024-02-15")
    rows = read_rows(written(tmp_path, panel_text(*SQUARE)), columns)
    assert rows.first_treated[0] == 1.0


def test_years_written_with_a_point_are_years(tmp_path: Path) -> None:
    path = written(tmp_path, panel_text(("A", "1990.0", "1"), ("A", "1989.0", "2")))
    rows = read_rows(path, Columns("region", "month", "cases", ("A",), "1990"))
    assert rows.periods == ("1989", "1990")
    assert list(rows.times) == [1989.0, 1990.0]


def test_an_indicator_column_says_who_is_treated_now(tmp_path: Path) -> None:
    path = written(tmp_path, "u,t,y,d\na,1,1,0\na,2,1,1\na,3,1,1\nb,1,1,0\nb,2,1,0\nb,3,1,0\n")
    rows = read_rows(path, Columns("u", "t", "y", ("d",)))
    assert list(rows.first_treated) == [2.0, np.inf]


def test_a_column_of_first_treatment_says_never_by_zero_or_nothing(tmp_path: Path) -> None:
    path = written(tmp_path, "u,t,y,g\na,1,1,2\na,2,1,2\nb,1,1,0\nb,2,1,0\nc,1,1,\nc,2,1,\n")
    rows = read_rows(path, Columns("u", "t", "y", first_treated="g"))
    assert list(rows.first_treated) == [2.0, np.inf, np.inf]


@pytest.mark.parametrize(
    ("text", "columns", "said"),
    [
        ("u,t,y,d\na,1,1,0\na,2,1,1\na,3,1,0\nb,1,1,0\n", Columns("u", "t", "y", ("d",)),
         "switches off"),
        ("u,t,y,g\na,1,1,2\na,2,1,3\n", Columns("u", "t", "y", first_treated="g"),
         "moves or switches off"),
        ("u,t,y,g\na,1,1,2\nb,1,1,2\n", Columns("u", "t", "y", ("a",), "2", "g"),
         "can't be a unit of comparison"),
        ("u,t,y\na,1,1\nb,1,1\n", Columns("u", "t", "y", ("c",), "1"), "no unit 'c'"),
        ("u,t,y\na,1,1\nb,1,1\n", Columns("u", "t", "y"), "not said which"),
        ("u,t,y\na,1,1\nb,1,1\n", Columns("u", "t", "y", ("a",)), "when treatment starts"),
        ("u,t,y\n" + "".join(f"{u},{t},{(u == 'a' and t == 3 and -4) or 7}\n"
                             for u in "ab" for t in range(1, 7)),
         Columns("u", "t", "y", ("a",), "4"), "Line 4, .* can't be negative"),
        ("u,t,y\na,1,one\n", Columns("u", "t", "y", ("a",), "1"), "'one' is no number"),
        ("u,t,y\na,1\n", Columns("u", "t", "y", ("a",), "1"), "not as many fields"),
        ("u,t,y\n", Columns("u", "t", "y", ("a",), "1"), "no rows"),
        ("u,t,y\na,1,1\n", Columns("u", "year", "y", ("a",), "1"), "no column 'year'"),
        ("u,t,y\na,May,1\n", Columns("u", "t", "y", ("a",), "1"), "neither numbers nor dates"),
        ("u,t,y,g\na,1,1,0\n", Columns("u", "t", "y", first_treated="g"), "Nobody is treated"),
    ],
)  # fmt: skip
def test_what_a_panel_cannot_say_is_refused(
    tmp_path: Path, text: str, columns: Columns, said: str
) -> None:
    with pytest.raises(PolicyError, match=said):
        read_rows(written(tmp_path, text), columns)


def test_a_missing_outcome_is_named_with_unit_and_period(tmp_path: Path) -> None:
    rows = read_rows(written(tmp_path, panel_text(*SQUARE[:3], ("South", "2024-03", ""))), PLAIN)
    with pytest.raises(PolicyError, match=r"1 of 4 outcomes .* South in 2024-03"):
        balance(rows)


def test_a_period_that_stands_twice_is_named(tmp_path: Path) -> None:
    rows = read_rows(written(tmp_path, panel_text(*SQUARE, SQUARE[0])), PLAIN)
    with pytest.raises(PolicyError, match="North, 2024-02"):
        balance(rows)
