"""Frozen releases: whole or not there, never changed, retracted in plain sight."""

from __future__ import annotations

import json
import subprocess
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest

from sholu.release import freeze as freezing
from sholu.release.compare import compare
from sholu.release.compose import Edits, ItemEdit
from sholu.release.freeze import freeze, latest, list_releases, read_release, retract, verify
from sholu.release.json_form import release_record, write_json
from sholu.release.model import Edition, Release, ReleaseError
from tests.release.invented_events import EVENTS, PERIOD, compose_invented, files_of

WHEN = "2025-02-01T10:00:00Z"


def _files(release: Release) -> dict[str, bytes]:
    return {"release.json": write_json(release), "release.pdf": b"%PDF invented"}


def _snapshot(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def test_a_release_lies_under_its_number_with_checksums_that_tools_read(
    tmp_path: Path, english: Release
) -> None:
    folder = freeze(tmp_path, english.edition, _files(english))
    assert folder == tmp_path / "2025-01"
    subprocess.run(["sha256sum", "--check", "--strict", "SHA256SUMS"], cwd=folder, check=True)
    assert verify(tmp_path) == []


def test_the_same_release_again_changes_nothing(tmp_path: Path, english: Release) -> None:
    freeze(tmp_path, english.edition, _files(english))
    before = _snapshot(tmp_path)
    assert freeze(tmp_path, english.edition, _files(english)) == tmp_path / "2025-01"
    assert _snapshot(tmp_path) == before


def test_other_content_under_the_same_number_is_refused(tmp_path: Path, english: Release) -> None:
    freeze(tmp_path, english.edition, _files(english))
    before = _snapshot(tmp_path)
    with pytest.raises(ReleaseError, match="--reissue"):
        freeze(tmp_path, english.edition, {**_files(english), "release.pdf": b"other"})
    assert _snapshot(tmp_path) == before


def test_another_language_lies_beside_the_first(tmp_path: Path, english: Release) -> None:
    freeze(tmp_path, english.edition, _files(english))
    russian = compose_invented("ru")
    assert freeze(tmp_path, russian.edition, _files(russian)).name == "2025-01-ru"
    assert [f.folder.name for f in list_releases(tmp_path)] == ["2025-01", "2025-01-ru"]
    found = latest(tmp_path, Edition(1, PERIOD, "ru"))
    assert found is not None
    assert found.folder.name == "2025-01-ru"


@pytest.mark.parametrize("step", range(8))
def test_a_crash_between_any_two_steps_leaves_the_old_state_or_the_new_one(
    tmp_path: Path, english: Release, monkeypatch: pytest.MonkeyPatch, step: int
) -> None:
    """The process dies (no cleaning up) at the n-th write, sync or rename."""

    class Killed(BaseException):
        pass

    left = step

    def dying(real: object) -> object:
        def call(*arguments: object) -> object:
            nonlocal left
            if left == 0:
                raise Killed
            left -= 1
            return real(*arguments)  # type: ignore[operator]

        return call

    with monkeypatch.context() as patch:
        patch.setattr(freezing, "_write", dying(freezing._write))
        patch.setattr(freezing, "_sync", dying(freezing._sync))
        patch.setattr(Path, "rename", dying(Path.rename))
        try:
            freeze(tmp_path, english.edition, _files(english))
        except Killed:
            assert step < 6
    whole = {"release.json", "release.pdf", "SHA256SUMS"}
    folder = tmp_path / "2025-01"
    assert not folder.exists() or {p.name for p in folder.iterdir()} == whole
    assert freeze(tmp_path, english.edition, _files(english)) == folder
    assert [p.name for p in tmp_path.iterdir()] == ["2025-01"]
    assert verify(tmp_path) == []


def test_verify_names_a_changed_a_missing_and_a_stray_file(
    tmp_path: Path, english: Release
) -> None:
    folder = freeze(tmp_path, english.edition, _files(english))
    content = bytearray((folder / "release.pdf").read_bytes())
    content[3] ^= 1
    (folder / "release.pdf").write_bytes(bytes(content))
    (folder / "notes.txt").write_text("x")
    assert [(f.kind, f.statement.split(" ")[0]) for f in verify(tmp_path)] == [
        ("damaged_release", "2025-01/release.pdf"),
        ("stray_file", "2025-01/notes.txt"),
    ]
    (folder / "release.json").unlink()
    assert "2025-01/release.json" in [f.statement.split(" ")[0] for f in verify(tmp_path)]


def test_a_retraction_stays_visible_and_leaves_the_release_alone(
    tmp_path: Path, english: Release
) -> None:
    folder = freeze(tmp_path, english.edition, _files(english))
    before = _snapshot(folder)
    notice = retract(folder, "A. Editor", "The main figure was wrong.", WHEN)
    assert notice == tmp_path / "2025-01.retraction.json"
    assert json.loads(notice.read_text(encoding="utf-8")) == {
        "release": "2025-01", "who": "A. Editor", "why": "The main figure was wrong.", "at": WHEN,
    }  # fmt: skip
    assert _snapshot(folder) == before
    assert [f.retraction for f in list_releases(tmp_path)] == ["The main figure was wrong."]
    with pytest.raises(ReleaseError, match="already"):
        retract(folder, "A. Editor", "Again.", WHEN)
    assert verify(tmp_path) == []


def test_what_is_not_out_cannot_be_retracted(tmp_path: Path) -> None:
    with pytest.raises(ReleaseError, match="no release 2025-09"):
        retract(tmp_path / "2025-09", "A. Editor", "why", WHEN)


def _mended() -> Release:
    """The invented release without one item, with another, and with an edited text."""
    events = [e for e in EVENTS if e.id != "event-hemp"]
    events.append(replace(EVENTS[5], id="event-cat", title="Cat finds a parcel"))
    edits = Edits(
        {"event-port": ItemEdit(None, "Inspectors found 21 kg of cocaine.", "A. E.")}, None
    )
    return compose_invented("en", events, edits)


def test_a_reissue_lists_what_was_added_changed_and_removed(english: Release) -> None:
    changes = compare(release_record(english), _mended())
    assert [(c.what, c.item, c.fields) for c in changes if c.item] == [
        ("added", "event-cat", ()),
        # The edited text leaves the item's other figures out, so they are not printed under it.
        ("changed", "event-port", ("text", "figures")),
        ("removed", "event-hemp", ()),
    ]


def test_a_release_compared_with_itself_has_no_changes(english: Release) -> None:
    assert compare(json.loads(write_json(english)), english) == ()


def test_another_summary_alone_is_a_change(english: Release) -> None:
    written = Edits({}, [{"text": "A quiet fortnight.", "items": ["event-sea"]}])
    changes = compare(release_record(english), compose_invented("en", EVENTS, written))
    assert [(c.what, c.title) for c in changes] == [("changed", "In brief")]


def test_a_reissue_lies_beside_the_first_issue_and_says_so_on_its_first_pages(
    tmp_path: Path, english: Release
) -> None:
    first = freeze(tmp_path, english.edition, _files(english))
    mended = _mended()
    mended = replace(
        mended,
        edition=replace(mended.edition, reissue=1, why="One mass was misprinted."),
        changes=compare(read_release(first), mended),
    )
    folder = freeze(tmp_path, mended.edition, files_of(mended))
    assert folder.name == "2025-01-r1"
    assert [(f.folder.name, f.reissue) for f in list_releases(tmp_path)] == [
        ("2025-01", 0), ("2025-01-r1", 1),
    ]  # fmt: skip
    document = pypdfium2.PdfDocument(folder / "release.pdf")
    cover, front = (document[n].get_textpage().get_text_range() for n in (0, 1))
    assert "Re-issue 1" in cover
    assert "One mass was misprinted." in cover
    assert "Cat finds a parcel" in front
    assert "Households turn to lavender" in front
