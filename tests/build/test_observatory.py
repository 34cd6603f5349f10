"""An observatory from documents to tables: repeatable, incremental, true to what people decide."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from sholu import events
from sholu.build.look import Look
from sholu.build.observatory import open_observatory
from sholu.build.run import build
from sholu.engine.tables import read_state
from tests.conftest import quiet, run

pytestmark = pytest.mark.xdist_group("stores")


def records(store: Path, *command: str) -> list[dict[str, Any]]:
    result = run(store, *command, "--format", "json")
    assert result.exit_code == 0, result.output
    rows: list[dict[str, Any]] = json.loads(result.stdout)
    return rows


def titled(store: Path, words: str) -> dict[str, Any]:
    """The one event whose title has some words."""
    [event] = [event for event in records(store, "events") if words in event["title"]]
    return event


def test_tables_that_were_deleted_come_back_the_same(small_store: Path) -> None:
    before = read_state(small_store / "tables").checksums
    told = (records(small_store, "events"), records(small_store, "claims"))
    shutil.rmtree(small_store / "tables")
    build(open_observatory(small_store), quiet)
    assert (records(small_store, "events"), records(small_store, "claims")) == told
    assert read_state(small_store / "tables").checksums == before


def test_a_second_build_reads_nothing(small_store: Path) -> None:
    report = build(open_observatory(small_store), quiet)
    assert (report.read, report.kept) == (0, 4)


def test_a_build_after_one_more_document_reads_one(small_store: Path, tmp_path: Path) -> None:
    note = tmp_path / "note.md"
    note.write_text(
        "Published: 2025-01-09\n\n# Police seized 3 kg of hashish in Tersay region\n\n"
        "Officers of the Ministry of Interior of Aldaria seized 3 kg of hashish near Tersay. "
        "Invented for a test.\n",
        encoding="utf-8",
    )
    assert run(small_store, "add", str(note)).exit_code == 0
    report = build(open_observatory(small_store), quiet)
    assert (report.read, report.kept) == (1, 4)
    assert titled(small_store, "3 kg of hashish")["kind"] == "seizure"


def test_one_press_release_on_two_sites_is_one_event_with_two_documents(small_store: Path) -> None:
    event = titled(small_store, "Таза аула")
    assert len(event["documents"]) == 2
    assert len(event["urls"]) == 2


def test_a_person_can_part_what_was_put_together(small_store: Path) -> None:
    members = [
        e.id for e in Look(open_observatory(small_store)).read_events() if e.language == "kk"
    ]
    result = run(small_store, "review", "different", *members, "--who", "T. T.", "--why", "a test")
    assert result.exit_code == 0, result.output
    kazakh = [event for event in records(small_store, "events") if event["language"] == "kk"]
    assert [len(event["documents"]) for event in kazakh] == [1, 1]


def test_a_correction_survives_deleted_tables_and_a_better_reader(
    small_store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    id_ = titled(small_store, "Operation Buran")["id"]
    result = run(
        small_store, "review", "correct", id_, "kind=arrest", "regions=XA-05",
        "date_start=2025-01-07", "--who", "T. T.", "--why", "the court says so",
    )  # fmt: skip
    assert result.exit_code == 0, result.output
    shutil.rmtree(small_store / "tables")
    monkeypatch.setattr(events, "VERSION", "better")
    assert build(open_observatory(small_store), quiet).read == 4
    event = titled(small_store, "Operation Buran")
    assert (event["status"], event["kind"], event["regions"]) == ("corrected", "arrest", ["XA-05"])
    assert (event["date_start"], event["date_basis"]) == ("2025-01-07", "stated")


@pytest.mark.parametrize(
    ("correction", "said"),
    [
        ("kind=sezure", "seizure"),
        ("regions=XA-99", "XA-"),
        ("date_start=yesterday", "not a date"),
        ("score=9", "kind, title"),
        ("kind", "field=value"),
    ],
)
def test_a_correction_that_cannot_be_is_refused_and_not_written(
    small_store: Path, correction: str, said: str
) -> None:
    id_ = titled(small_store, "Operation Buran")["id"]
    result = run(
        small_store, "review", "correct", id_, correction, "--who", "T.", "--why", "a test"
    )
    assert result.exit_code != 0
    assert said in str(result.exception)
    assert records(small_store, "journal") == []


def test_a_rejected_event_is_kept_and_not_published(small_store: Path) -> None:
    id_ = titled(small_store, "Operation Buran")["id"]
    assert (
        run(small_store, "review", "reject", id_, "--who", "T.", "--why", "a test").exit_code == 0
    )
    assert titled(small_store, "Operation Buran")["status"] == "rejected"
    period = ("--from", "2025-01-01", "--to", "2025-01-15")
    result = run(small_store, "release", "--number", "1", *period)
    assert result.exit_code == 0, result.output
    release = json.loads((small_store / "releases" / "2025-01" / "release.json").read_bytes())
    titles = [item["title"] for section in release["sections"] for item in section["items"]]
    assert len(titles) == 1
    assert "Таза аула" in titles[0]


def test_a_decision_about_words_that_are_gone_is_listed_and_not_lost(small_store: Path) -> None:
    event = titled(small_store, "Operation Buran")
    assert run(
        small_store, "review", "accept", event["id"], "--who", "T.", "--why", "a test"
    ).exit_code == 0  # fmt: skip
    [document] = event["documents"]
    assert run(small_store, "withdraw", document, "--who", "T.", "--why", "a test").exit_code == 0
    [lost] = records(small_store, "review", "--lost")
    assert (lost["target"], lost["kind"], lost["who"]) == (event["id"], "accept", "T.")


def test_a_withdrawn_document_leaves_all_tables_and_names_its_releases(small_store: Path) -> None:
    period = ("--from", "2025-01-01", "--to", "2025-01-15")
    assert run(small_store, "release", "--number", "1", *period).exit_code == 0
    [document] = titled(small_store, "Operation Buran")["documents"]
    result = run(small_store, "withdraw", document[:12], "--who", "T.", "--why", "wrong file")
    assert result.exit_code == 0, result.output
    assert "sholu retract 2025-01" in result.output
    assert document not in json.dumps(records(small_store, "events"))
    assert document not in json.dumps(records(small_store, "claims"))
    for table in (small_store / "tables").rglob("*.parquet"):
        assert document.encode() not in table.read_bytes(), table.name
    [row] = [row for row in records(small_store, "status") if row["document"] == document]
    assert (row["status"], row["reason"]) == ("withdrawn", "wrong file")
    again = run(small_store, "withdraw", document, "--who", "T.", "--why", "again")
    assert again.exit_code != 0


def test_a_claim_entered_by_hand_appears_with_its_source_and_survives_a_rebuild(
    small_store: Path,
) -> None:
    result = run(
        small_store, "claims", "add", "--indicator", "seizure_mass", "--value", "15.9",
        "--unit", "t", "--place", "XA", "--from", "2022", "--citation", "Invented Yearbook, 2023",
        "--who", "T. T.", "--why", "only on paper",
    )  # fmt: skip
    assert result.exit_code == 0, result.output
    shutil.rmtree(small_store / "tables")
    build(open_observatory(small_store), quiet)
    [claim] = [claim for claim in records(small_store, "claims") if claim["entered_by"]]
    assert claim["figure"]["value_base"] == 15_900_000
    assert (claim["period_start"], claim["status"]) == ("2022", "accepted")
    assert "Invented Yearbook" in claim["cited_source"]


def test_a_claim_without_its_source_is_refused(small_store: Path) -> None:
    result = run(
        small_store, "claims", "add", "--indicator", "seizure_mass", "--value", "1", "--unit", "t",
        "--who", "T.", "--why", "a test",
    )  # fmt: skip
    assert result.exit_code != 0
    assert "no figure stands without its source" in str(result.exception)


def test_every_span_quotes_its_document(small_store: Path) -> None:
    look = Look(open_observatory(small_store))
    texts = look.texts(row.document for row in look.documents())
    spans = [s for e in look.events() for s in (*e.spans, *(f.span for f in e.figures))]
    assert len(spans) > 20
    for span in spans:
        said = texts[span.document].text[span.start : span.end]
        assert span.quote == said or "person-" in span.quote


def test_an_observatory_comes_back_from_its_backup(small_store: Path, tmp_path: Path) -> None:
    id_ = titled(small_store, "Operation Buran")["id"]
    assert (
        run(small_store, "review", "accept", id_, "--who", "T.", "--why", "a test").exit_code == 0
    )
    backup = tmp_path / "backup.tar"
    assert run(small_store, "backup", str(backup)).exit_code == 0
    other = tmp_path / "other"
    assert run(other, "restore", str(backup)).exit_code == 0
    assert run(other, "check").exit_code == 0
    build(open_observatory(other), quiet)
    assert records(other, "events") == records(small_store, "events")
    assert records(other, "journal") == records(small_store, "journal")
    assert backup.stat().st_mode & 0o077 == 0


def test_a_damaged_backup_restores_nothing(small_store: Path, tmp_path: Path) -> None:
    backup = tmp_path / "backup.tar"
    assert run(small_store, "backup", str(backup)).exit_code == 0
    content = bytearray(backup.read_bytes())
    place = content.index(b"Operation Buran")
    content[place : place + 4] = b"XXXX"
    backup.write_bytes(content)
    result = run(tmp_path / "other", "restore", str(backup))
    assert result.exit_code != 0
    assert "is damaged" in str(result.exception)
    assert not (tmp_path / "other").exists()


def test_check_names_a_document_that_was_changed(small_store: Path) -> None:
    [document] = titled(small_store, "Operation Buran")["documents"]
    path = small_store / "documents" / document[:2] / document[2:]
    path.write_bytes(path.read_bytes().replace(b"46.1", b"16.4"))
    result = run(small_store, "check", "--format", "json")
    assert result.exit_code == 1
    assert [f["kind"] for f in json.loads(result.stdout)] == ["altered_document"]


def test_what_is_marked_amber_is_in_no_release(small_store: Path, tmp_path: Path) -> None:
    note = tmp_path / "note.md"
    note.write_text(
        "Published: 2025-01-09\n\n# Police seized 3 kg of hashish in Tersay region\n\n"
        "Officers seized 3 kg of hashish near Tersay. Invented for a test.\n",
        encoding="utf-8",
    )
    assert run(small_store, "add", str(note), "--marking", "amber").exit_code == 0
    build(open_observatory(small_store), quiet)
    assert titled(small_store, "3 kg of hashish")["marking"] == "amber"
    result = run(
        small_store, "release", "--number", "1", "--from", "2025-01-01", "--to", "2025-01-15"
    )
    assert result.exit_code == 0
    assert "left out, marked TLP:AMBER" in result.output
    release = (small_store / "releases" / "2025-01" / "release.json").read_text(encoding="utf-8")
    assert "3 kg of hashish" not in release
