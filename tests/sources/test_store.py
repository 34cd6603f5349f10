"""Documents are kept byte for byte, once, whole or not at all."""

from __future__ import annotations

import errno
import json
import os
from dataclasses import replace
from pathlib import Path

import pytest

from sholu.sources.model import Origin, SourceError
from sholu.sources.store import add, check, content, documents

ORIGIN = Origin(name="хабар.txt", retrieved="2025-01-15T09:00:00Z")
ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
"""SHA-256 of ``abc`` (FIPS 180-2, appendix B.1)."""


def files(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def kinds(folder: Path) -> list[str]:
    return [finding.kind for finding in check(folder)]


def test_a_document_lies_under_its_hash_with_json_beside_it(tmp_path: Path) -> None:
    document, is_new = add(tmp_path, b"abc", replace(ORIGIN, published="2025-01"))
    assert (document.id, document.size, is_new) == (ABC, 3, True)
    assert set(files(tmp_path)) == {f"ba/{ABC[2:]}", f"ba/{ABC[2:]}.json"}
    assert json.loads((tmp_path / "ba" / f"{ABC[2:]}.json").read_text(encoding="utf-8")) == {
        "address": None,
        "id": ABC,
        "licence": None,
        "marking": "clear",
        "name": "хабар.txt",
        "part_of": None,
        "published": "2025-01",
        "retrieved": "2025-01-15T09:00:00Z",
        "size": 3,
        "source": None,
    }
    assert content(tmp_path, ABC) == b"abc"
    assert list(documents(tmp_path)) == [document]
    assert check(tmp_path) == []


def test_the_same_bytes_are_kept_once_and_what_was_unknown_is_filled_in(tmp_path: Path) -> None:
    add(tmp_path, b"abc", replace(ORIGIN, source="press"))
    again, is_new = add(
        tmp_path,
        b"abc",
        Origin("copy.txt", "2025-02-01T00:00:00Z", "other", "https://a.example/1", "2025-01-14"),
    )
    assert not is_new
    assert (again.name, again.retrieved) == ("хабар.txt", "2025-01-15T09:00:00Z")
    assert (again.source, again.address) == ("press", "https://a.example/1")
    assert again.published == "2025-01-14"
    assert list(documents(tmp_path)) == [again]


def test_of_two_markings_the_more_closed_one_is_kept(tmp_path: Path) -> None:
    add(tmp_path, b"abc", replace(ORIGIN, marking="amber"))
    assert add(tmp_path, b"abc", replace(ORIGIN, marking="clear"))[0].marking == "amber"
    assert add(tmp_path, b"abc", replace(ORIGIN, marking="red"))[0].marking == "red"
    assert next(documents(tmp_path)).marking == "red"


def test_an_empty_file_is_a_document_too(tmp_path: Path) -> None:
    document, is_new = add(tmp_path, b"", ORIGIN)
    assert is_new and document.size == 0
    assert check(tmp_path) == []


def test_a_missing_folder_is_told_and_not_taken_for_an_empty_one(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="There is no folder"):
        list(documents(tmp_path / "documents"))
    with pytest.raises(SourceError, match="There is no folder"):
        check(tmp_path / "documents")


def test_changed_bytes_are_found_and_adding_them_again_mends_them(tmp_path: Path) -> None:
    add(tmp_path, b"abc", ORIGIN)
    path = tmp_path / "ba" / ABC[2:]
    path.write_bytes(b"abd")
    assert [(f.kind, f.where, f.gravity) for f in check(tmp_path)] == [
        ("altered_document", ABC, "high")
    ]
    add(tmp_path, b"abc", ORIGIN)
    assert check(tmp_path) == []


def test_bytes_that_are_gone_are_found(tmp_path: Path) -> None:
    add(tmp_path, b"abc", ORIGIN)
    (tmp_path / "ba" / ABC[2:]).unlink()
    assert kinds(tmp_path) == ["missing_bytes"]
    with pytest.raises(SourceError, match="is not there"):
        content(tmp_path, ABC)


@pytest.mark.parametrize("text", ["", "{", "[]", '{"id": "x"}'])
def test_a_damaged_sidecar_is_found_and_stops_the_reading(tmp_path: Path, text: str) -> None:
    add(tmp_path, b"abc", ORIGIN)
    sidecar = tmp_path / "ba" / f"{ABC[2:]}.json"
    sidecar.write_text(text, encoding="utf-8")
    assert kinds(tmp_path) == ["unreadable_sidecar"]
    with pytest.raises(SourceError, match="Restore it from a backup"):
        list(documents(tmp_path))


def test_a_sidecar_that_speaks_of_another_document_is_found(tmp_path: Path) -> None:
    add(tmp_path, b"abc", ORIGIN)
    sidecar = tmp_path / "ba" / f"{ABC[2:]}.json"
    sidecar.write_text(sidecar.read_text().replace(ABC, "f" * 64), encoding="utf-8")
    assert kinds(tmp_path) == ["unreadable_sidecar"]


def test_what_a_dead_process_left_is_light_and_no_document(tmp_path: Path) -> None:
    add(tmp_path, b"abc", ORIGIN)
    (tmp_path / "ba" / ("0" * 62)).write_bytes(b"bytes without a sidecar")
    (tmp_path / "ba" / ".x.json.12345678.partial").write_bytes(b"{")
    (tmp_path / "notes.txt").write_bytes(b"put here by somebody")
    findings = check(tmp_path)
    assert {finding.kind for finding in findings} == {
        "orphan_bytes",
        "leftover_partial",
        "stray_file",
    }
    assert {finding.gravity for finding in findings} == {"low"}
    assert [document.id for document in documents(tmp_path)] == [ABC]


def test_bytes_left_by_a_dead_process_become_the_document_when_added(tmp_path: Path) -> None:
    (tmp_path / "ba").mkdir()
    (tmp_path / "ba" / ABC[2:]).write_bytes(b"ab")
    assert add(tmp_path, b"abc", ORIGIN)[1]
    assert check(tmp_path) == []


def fail_at(monkeypatch: pytest.MonkeyPatch, name: str, call: int) -> list[int]:
    """Have the ``call``-th call of ``os.<name>`` say that the disk is full."""
    calls: list[int] = []
    real = getattr(os, name)

    def failing(*arguments: object, **options: object) -> object:
        calls.append(1)
        if len(calls) == call:
            raise OSError(errno.ENOSPC, "No space left on device")
        return real(*arguments, **options)

    monkeypatch.setattr(os, name, failing)
    return calls


@pytest.mark.parametrize("call", [1, 2, 3])
def test_a_disk_that_is_full_while_writing_leaves_the_store_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: int
) -> None:
    # The folder's name, the bytes and the sidecar are synced before any file gets its name.
    add(tmp_path, b"another", ORIGIN)
    before = files(tmp_path)
    with monkeypatch.context() as patch:
        fail_at(patch, "fsync", call)
        with pytest.raises(SourceError, match="No space left on device"):
            add(tmp_path, b"abc", ORIGIN)
    assert files(tmp_path) == before
    assert add(tmp_path, b"abc", ORIGIN)[1]
    assert check(tmp_path) == []


@pytest.mark.parametrize(("name", "call"), [("replace", 1), ("fsync", 4), ("replace", 2)])
def test_a_disk_that_fails_between_the_names_leaves_nothing_but_what_may_be_removed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, call: int
) -> None:
    add(tmp_path, b"another", ORIGIN)
    with monkeypatch.context() as patch:
        fail_at(patch, name, call)
        with pytest.raises(SourceError, match="No space left on device"):
            add(tmp_path, b"abc", ORIGIN)
    assert set(kinds(tmp_path)) <= {"orphan_bytes"}
    assert add(tmp_path, b"abc", ORIGIN)[1]
    assert check(tmp_path) == []


def test_a_disk_that_is_full_while_a_sidecar_is_amended_leaves_the_old_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(tmp_path, b"abc", ORIGIN)
    before = files(tmp_path)
    with monkeypatch.context() as patch:
        fail_at(patch, "replace", 1)
        with pytest.raises(SourceError, match="No space left on device"):
            add(tmp_path, b"abc", replace(ORIGIN, source="press"))
    assert files(tmp_path) == before
