"""What a panel file must say, and what is refused."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from sholu.policy.model import PolicyError
from sholu.policy.panel import balance, missing_between
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


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1251"])
@pytest.mark.parametrize(("delimiter", "mark"), [(",", "."), (";", ","), ("\t", ",")])
def test_files_of_excel_are_read(tmp_path: Path, encoding: str, delimiter: str, mark: str) -> None:
    lines = [("область", "месяц", "случаи"), *((u, t, f"{c}{mark}5") for u, t, c in SQUARE)]
    path = tmp_path / "panel.csv"
    path.write_text("\n".join(delimiter.join(line) for line in lines), encoding=encoding)
    rows = read_rows(path, Columns("область", "месяц", "случаи", ("North",), "2024-03"))
    assert list(rows.outcome) == [5.5, 9.5, 4.5, 6.5]
    assert rows.units == ("North", "South")


@pytest.mark.parametrize(
    ("written_as", "read_as"),
    [
        (("2023-12", "2024-1"), ("2023-12", "2024-01")),
        (("2023m12", "2024m1"), ("2023-12", "2024-01")),
        (("2023/12", "2024/01"), ("2023-12", "2024-01")),
        (("2023-Q4", "2024-Q1"), ("2023-Q4", "2024-Q1")),
        (("2023Q4", "2024q1"), ("2023-Q4", "2024-Q1")),
        (("31.12.2023", "01.01.2024"), ("2023-12-31", "2024-01-01")),
        (("2023-12-31 00:00:00", "2024-01-01 00:00:00"), ("2023-12-31", "2024-01-01")),
        (("19.0685", "21"), ("19.0685", "21")),
    ],
)
def test_periods_have_one_spelling(
    tmp_path: Path, written_as: tuple[str, str], read_as: tuple[str, str]
) -> None:
    path = written(tmp_path, panel_text(("A", written_as[1], "1"), ("A", written_as[0], "2")))
    rows = read_rows(path, Columns("region", "month", "cases", ("A",), written_as[1]))
    assert rows.periods == read_as
    assert rows.first_treated[0] == rows.times[1]


def test_a_start_in_the_middle_of_a_quarter_is_the_next_one(tmp_path: Path) -> None:
    path = written(tmp_path, panel_text(*(("A", f"2024-Q{q}", "1") for q in range(1, 5))))
    rows = read_rows(path, Columns("region", "month", "cases", ("A",), "2024-05"))
    assert list(rows.treated_now()) == [False, False, True, True]


@pytest.mark.parametrize("words", [("0", "1"), ("no", "yes"), ("False", "TRUE"), ("нет", "да"),
                                   ("control", "treated")])  # fmt: skip
def test_columns_of_treatment_say_yes_in_many_ways(tmp_path: Path, words: tuple[str, str]) -> None:
    no, yes = words
    path = written(tmp_path, f"u,t,y,d\na,1,1,{no}\na,2,1,{yes}\nb,1,1,{no}\nb,2,1,{no}\n")
    assert list(read_rows(path, Columns("u", "t", "y", ("d",))).first_treated) == [2.0, np.inf]


def test_months_that_are_in_no_row_are_counted() -> None:
    assert missing_between(("2023-11", "2024-01", "2024-02")) == 1
    assert missing_between(("2023-Q4", "2024-Q2")) == 1
    assert missing_between(("1999", "2000", "2003")) == 2
    assert missing_between(("19.07", "19.15", "21.1")) == 0


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
        ("u,t,y,d\na,1,1,maybe\n", Columns("u", "t", "y", ("d",)), "neither yes nor no"),
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


def test_a_workbook_is_to_be_saved_as_csv(tmp_path: Path) -> None:
    path = tmp_path / "panel.xlsx"
    path.write_bytes(b"PK\x03\x04\x00\x00\x00")
    with pytest.raises(PolicyError, match="is no text"):
        read_rows(path, PLAIN)
