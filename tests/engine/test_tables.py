"""Rows come back as they went in; the state names the files that count."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from sholu.engine.rows import arrow_schema
from sholu.engine.tables import (
    EngineError,
    State,
    Table,
    Tables,
    read_state,
    replace_file,
    write_state,
)


@dataclass(frozen=True)
class Part:
    name: str
    number: int | None


@dataclass(frozen=True)
class Whole:
    document: str
    parts: tuple[Part, ...]
    best: Part
    value: float | None
    words: tuple[str, ...]


WHOLE = Table("demo.whole", Whole)
LONG = Table("demo.long", Whole)
ONE = Whole("d1", (Part("а", None), Part("b", 2)), Part("қ", 3), 0.1, ("x", "y"))
TWO = Whole("d2", (), Part("z", 1), None, ())


def test_nested_rows_come_back_as_they_went_in(tmp_path: Path) -> None:
    tables = Tables(tmp_path)
    tables.write(WHOLE, [ONE, TWO], "b1")
    assert tables.read(WHOLE, Whole, ["b1"]) == [ONE, TWO]


def test_a_table_without_files_is_empty_and_not_an_error(tmp_path: Path) -> None:
    assert Tables(tmp_path).read(WHOLE, Whole, ["b1", "b2"]) == []


def test_a_new_batch_keeps_only_the_rows_of_named_documents(tmp_path: Path) -> None:
    tables = Tables(tmp_path)
    tables.write(WHOLE, [ONE], "b1")
    tables.write(WHOLE, [TWO], "b2")
    tables.keep(WHOLE, ["b1", "b2"], ["d2"], "b3")
    assert tables.read(WHOLE, Whole, ["b3"]) == [TWO]


def test_a_step_derives_a_table_from_declared_inputs(tmp_path: Path) -> None:
    tables = Tables(tmp_path)
    tables.write(WHOLE, [ONE, TWO], "b1")
    tables.derive(LONG, "SELECT * FROM demo.whole WHERE len(parts) > 0", {WHOLE: ["b1"]})
    assert tables.read(LONG, Whole) == [ONE]


def test_the_same_rows_make_the_same_bytes(tmp_path: Path) -> None:
    first = Tables(tmp_path / "a").write(WHOLE, [ONE, TWO], "b1")
    second = Tables(tmp_path / "b").write(WHOLE, [ONE, TWO], "b1")
    assert first == second


def test_files_that_no_longer_count_are_removed_with_the_state(tmp_path: Path) -> None:
    tables = Tables(tmp_path)
    old = tables.write(WHOLE, [ONE], "b1")
    new = tables.write(WHOLE, [TWO], "b2")
    write_state(tmp_path, State({"b2": {"d2": "key"}}, "", new))
    assert read_state(tmp_path).batches == {"b2": {"d2": "key"}}
    assert not (tmp_path / next(iter(old))).exists()
    assert (tmp_path / next(iter(new))).exists()


def test_a_damaged_table_is_an_error_that_says_how_to_mend_it(tmp_path: Path) -> None:
    tables = Tables(tmp_path)
    tables.write(WHOLE, [ONE], "b1")
    WHOLE.path(tmp_path, "b1").write_bytes(b"no parquet")
    with pytest.raises(EngineError, match="sholu build"):
        tables.read(WHOLE, Whole, ["b1"])


def test_rows_of_another_form_are_an_error_that_says_how_to_mend_it(tmp_path: Path) -> None:
    @dataclass(frozen=True)
    class Renamed:
        document: str
        other: int

    tables = Tables(tmp_path)
    tables.write(WHOLE, [ONE], "b1")
    with pytest.raises(EngineError, match="another version") as raised:
        tables.read(WHOLE, Renamed, ["b1"])
    assert "sholu build" in raised.value.hint


def test_a_file_that_cannot_be_written_leaves_the_old_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "state.json"
    path.write_bytes(b"old")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(EngineError, match="No space left"):
        replace_file(path, b"new")
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_field_without_a_column_type_is_refused() -> None:
    @dataclass(frozen=True)
    class Odd:
        value: complex

    with pytest.raises(TypeError):
        arrow_schema(Odd)
