"""Bad input through the command: exit 1, a message that says what and where, nothing written."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import run

Rows = dict[tuple[str, int], str]

NAMED = ("--unit", "u", "--time", "t", "--outcome", "y", "--treated", "a", "--start", "2013")


def square(units: str = "abcdef", first: int = 2000, last: int = 2020) -> Rows:
    """An honest panel of years: levels of units, a trend, and a little noise of digits."""
    return {
        (unit, year): str(10 + 3 * i + (year - first) + (7 * i + year * year) % 5)
        for i, unit in enumerate(units)
        for year in range(first, last + 1)
    }


def write(folder: Path, rows: Rows, more: Callable[[str, int], str] | None = None) -> Path:
    """The panel as a file; ``more`` gives a further column named start."""
    path = folder / "panel.csv"
    head = "u,t,y,start" if more else "u,t,y"
    lines = [f"{u},{t},{y}" + (f",{more(u, t)}" if more else "") for (u, t), y in rows.items()]
    path.write_text("\n".join([head, *lines]) + "\n", encoding="utf-8")
    return path


def refused(folder: Path, path: Path, *options: str) -> str:
    """What the command says when it refuses; nothing may be printed or written."""
    result = run(folder, "evaluate", "--panel", str(path), *options)
    assert result.exit_code == 1, result.output
    assert result.stdout == ""
    assert [one.name for one in folder.iterdir()] == [path.name]
    assert result.exception is not None
    return str(result.exception)


@pytest.mark.parametrize("design", ["its", "sc-outcome", "sc", "sdid", "cs", "all"])
def test_an_unbalanced_panel_names_the_first_gap(tmp_path: Path, design: str) -> None:
    rows = square()
    del rows["c", 2004]
    said = refused(tmp_path, write(tmp_path, rows), *NAMED, "--design", design)
    assert "c in 2004" in said


@pytest.mark.parametrize("design", ["did", "sc-outcome", "all"])
def test_one_treated_unit_with_two_periods_is_no_evidence(tmp_path: Path, design: str) -> None:
    path = write(tmp_path, square("ab", 2012, 2013))
    assert refused(tmp_path, path, *NAMED, "--design", design)


def test_treatment_that_switches_off_is_refused(tmp_path: Path) -> None:
    path = write(tmp_path, square(), lambda u, t: str(int(u == "a" and 2010 <= t < 2015)))
    options = ("--unit", "u", "--time", "t", "--outcome", "y", "--treated", "start")
    assert "switches off" in refused(tmp_path, path, *options)


def test_donors_that_are_treated_are_named(tmp_path: Path) -> None:
    path = write(tmp_path, square(), lambda u, _t: "2013" if u in "ab" else "0")
    said = refused(tmp_path, path, *NAMED, "--first-treated", "start", "--design", "sc-outcome")
    assert said.startswith("b is treated, too")


def test_a_negative_count_is_named_with_its_line(tmp_path: Path) -> None:
    rows = square()
    rows["a", 2003] = "-4"
    assert "Line 5, column 'y': -4" in refused(tmp_path, write(tmp_path, rows), *NAMED)


@pytest.mark.parametrize("text", ["", "NA", "."])
def test_a_missing_outcome_is_named(tmp_path: Path, text: str) -> None:
    rows = square()
    rows["e", 2016] = text
    path = write(tmp_path, rows)
    assert "e in 2016" in refused(tmp_path, path, *NAMED, "--design", "sc-outcome")


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--start", "2030"), "after"),
        (("--start", "1990"), "before"),
        (("--start", "soon"), "'soon' is no number"),
        (("--treated", "z"), "no unit 'z'"),
        (("--outcome", "cases"), "no column 'cases'"),
        (("--confounder", "supply"), "no column 'supply'"),
        (("--predictors", "income:1980-1988", "--design", "sc"), "no column 'income'"),
        (("--predictors", "income", "--design", "sc"), "can't be read"),
        (("--predictors", "y:2000-2016", "--design", "sc"), "after treatment starts"),
    ],
)
def test_what_is_asked_of_the_file_must_be_in_it(
    tmp_path: Path, options: tuple[str, ...], said: str
) -> None:
    asked = dict(zip(NAMED[::2], NAMED[1::2], strict=True))
    asked |= dict(zip(options[::2], options[1::2], strict=True))
    flat = [word for pair in asked.items() for word in pair]
    assert said in refused(tmp_path, write(tmp_path, square()), *flat)


@pytest.mark.parametrize(
    "content", [b"", b"u,t,y\n", b"\xff\xfe\x00", b"u,t,y\na,2000,1,2\n", b"\x00\x01"]
)
def test_a_file_that_is_no_panel_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "panel.csv"
    path.write_bytes(content)
    assert refused(tmp_path, path, *NAMED)


def test_two_rows_of_one_unit_and_period_are_named(tmp_path: Path) -> None:
    path = write(tmp_path, square())
    path.write_text(path.read_text() + "b,2007,3\n")
    assert "b, 2007" in refused(tmp_path, path, *NAMED, "--design", "sc-outcome")
