"""The command line says what is wrong, ends with the documented code, leaves the store alone."""

from __future__ import annotations

import csv
import io
import json
import re
import subprocess
import sys
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from tests.conftest import run

pytestmark = pytest.mark.xdist_group("stores")

PERIOD = ("--from", "2025-01-01", "--to", "2025-01-15")


def command(store: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run it as a user does, with its own process, messages and exit code."""
    words = [sys.executable, "-m", "sholu.cli", "-C", str(store), *arguments]
    return subprocess.run(words, capture_output=True, text=True)


def test_a_folder_that_is_no_observatory_is_an_error_with_advice(tmp_path: Path) -> None:
    done = command(tmp_path, "status")
    assert done.returncode == 1
    assert "is no observatory" in done.stderr
    assert "sholu init" in done.stderr
    assert "Traceback" not in done.stderr


def test_an_unknown_option_ends_with_two(tmp_path: Path) -> None:
    assert command(tmp_path, "release", "--nubmer", "1").returncode == 2


def test_bad_files_are_named_and_the_rest_is_read(tmp_path: Path) -> None:
    store, press = tmp_path / "store", tmp_path / "press"
    press.mkdir()
    (press / "empty.txt").write_bytes(b"")
    (press / "noise.bin").write_bytes(bytes(range(256)) * 40)
    (press / "broken.pdf").write_bytes(b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer<<>>")
    with ZipFile(press / "bomb.zip", "w", ZIP_DEFLATED) as archive:
        archive.writestr("zeros.txt", b"0" * 80_000_000)
    (press / "good.md").write_text(
        "Published: 2025-01-09\n\n# Police seized 3 kg of hashish in Tersay region\n\n"
        "Officers seized 3 kg of hashish near Tersay. Invented for a test.\n",
        encoding="utf-8",
    )
    assert command(store, "init", "--country", "XA").returncode == 0
    added = command(store, "add", str(press), str(tmp_path / "nowhere"))
    assert added.returncode == 3
    assert "no such file" in added.stderr
    assert "bomb.zip" in added.stderr
    built = command(store, "build")
    rows = json.loads(command(store, "status", "--format", "json").stdout)
    told = {row["name"]: (row["status"], row["reason"]) for row in rows}
    assert told["good.md"][0] == "read"
    for name in ("empty.txt", "noise.bin", "broken.pdf", "bomb.zip"):
        assert told[name][0] in ("failed", "set aside"), told[name]
        assert len(told[name][1]) > 10
    assert built.returncode == (3 if any(s == "failed" for s, _ in told.values()) else 0)
    assert command(store, "check").returncode == 0


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("add", ".", "--source", "nobody"), "not in the register"),
        (("add", ".", "--published", "yesterday"), "not a date"),
        (("add", ".", "--marking", "secret"), "not a marking"),
        (("release", "--number", "1", "--from", "2025-01-15", "--to", "2025-01-01"), "it begins"),
        (("release", "--number", "1", "--from", "1999-01-01", "--to", "1999-01-15"), "1999"),
        (("retract", "2031-07", "--why", "a test"), "2031-07"),
        (("show", "span-nothing"), "No span"),
        (("withdraw", "ffff", "--why", "a test"), "No document"),
        (("init",), "already"),
        (("review", "accept", "event-nothing", "--why", "a test"), "No event"),
        (("review", "accept", "event-nothing", "--why", " "), "No event"),
    ],
)  # fmt: skip
def test_what_cannot_be_done_is_said_and_changes_nothing(
    small_store: Path, arguments: tuple[str, ...], said: str
) -> None:
    before = {path: path.read_bytes() for path in small_store.rglob("*") if path.is_file()}
    done = command(small_store, *arguments)
    assert done.returncode == 1
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    after = {path: path.read_bytes() for path in small_store.rglob("*") if path.is_file()}
    changed = {p.name for p in before.keys() | after.keys() if before.get(p) != after.get(p)}
    assert changed <= {".lock", "journal.db-wal", "journal.db-shm"}


def test_events_have_the_keys_that_other_tools_read(demo_store: Path) -> None:
    events = json.loads(run(demo_store, "events", "--format", "json").stdout)
    wanted = [
        "id",
        "kind",
        "title",
        "countries",
        "regions",
        "places",
        "place_precision",
        "date_start",
        "date_end",
        "date_basis",
        "published",
        "agencies",
        "substances",
        "figures",
        "urls",
        "documents",
        "spans",
        "release_item",
        "confidence",
        "status",
        "marking",
    ]
    assert all(key in events[0] for key in wanted)
    figure = next(figure for event in events for figure in event["figures"])
    wanted = [
        "id",
        "value",
        "value_high",
        "value_printed",
        "unit",
        "value_base",
        "value_high_base",
        "unit_base",
        "of",
        "of_code",
        "qualifier",
        "accumulation",
        "period",
        "suspect",
        "likely_reading",
        "span",
    ]
    assert all(key in figure for key in wanted)
    assert set(figure["span"]) == {"id", "document", "start", "end", "quote", "page", "cell"}


def test_claims_have_the_keys_that_other_tools_read(demo_store: Path) -> None:
    claims = json.loads(run(demo_store, "claims", "--format", "json").stdout)
    wanted = [
        "id",
        "figure",
        "indicator",
        "place_code",
        "place",
        "period_start",
        "period_end",
        "source",
        "cited_source",
        "confidence",
        "status",
        "marking",
    ]
    assert all(key in claims[0] for key in wanted)


def test_csv_has_a_row_for_each_event(demo_store: Path) -> None:
    events = json.loads(run(demo_store, "events", "--format", "json").stdout)
    rows = list(csv.DictReader(io.StringIO(run(demo_store, "events", "--format", "csv").stdout)))
    assert [row["id"] for row in rows] == [event["id"] for event in events]


def test_the_html_listing_is_one_page_whose_figures_open_their_sentence(demo_store: Path) -> None:
    page = run(demo_store, "events", "--format", "html").stdout
    assert "<summary>46.1 kg hashish</summary>" in page
    assert "<mark>46.1 kg</mark> of hashish and 1.2 kg of marijuana" in page
    assert "<script" not in page
    assert not re.findall(r'(?:src|href)="http', page)


def test_show_prints_the_passage_with_the_words_marked(demo_store: Path) -> None:
    events = json.loads(run(demo_store, "events", "--format", "json").stdout)
    figures = [figure for event in events for figure in event["figures"]]
    title, body = [f for f in figures if (f["value_printed"], f["of"]) == ("46.1 kg", "hashish")]
    assert "[[46.1 kg]] of hashish seized" in run(demo_store, "show", title["span"]["id"]).stdout
    shown = run(demo_store, "show", body["span"]["id"]).stdout
    assert "[[46.1 kg]] of hashish and 1.2 kg of marijuana" in shown


def test_show_writes_the_page_of_a_pdf_as_a_picture(demo_store: Path, tmp_path: Path) -> None:
    events = json.loads(run(demo_store, "events", "--format", "json").stdout)
    event = next(event for event in events if "SERVICE DOG" in event["title"])
    picture = tmp_path / "page.png"
    done = run(demo_store, "show", event["spans"][0]["id"], "--picture", str(picture))
    assert done.exit_code == 0, done.output
    assert picture.read_bytes().startswith(b"\x89PNG")


def test_the_same_release_again_changes_nothing_and_other_content_needs_a_reissue(
    small_store: Path,
) -> None:
    assert run(small_store, "release", "--number", "1", *PERIOD).exit_code == 0
    folder = small_store / "releases" / "2025-01"
    first = {path.name: path.read_bytes() for path in folder.iterdir()}
    assert run(small_store, "release", "--number", "1", *PERIOD).exit_code == 0
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == first
    events = json.loads(run(small_store, "events", "--format", "json").stdout)
    buran = next(event for event in events if "Buran" in event["title"])
    assert run(
        small_store, "review", "reject", buran["id"], "--who", "T.", "--why", "a test"
    ).exit_code == 0  # fmt: skip
    again = run(small_store, "release", "--number", "1", *PERIOD)
    assert "--reissue" in str(again.exception)
    mended = run(small_store, "release", "--number", "1", *PERIOD, "--reissue", "--why", "an error")
    assert mended.exit_code == 0, mended.output
    record = json.loads((small_store / "releases" / "2025-01-r1" / "release.json").read_bytes())
    assert ("removed", True) in [(c["what"], "Buran" in c["title"]) for c in record["changes"]]
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == first
    assert run(small_store, "retract", "2025-01", "--who", "T.", "--why", "wrong").exit_code == 0
    releases = json.loads(run(small_store, "releases", "--format", "json").stdout)
    retractions = {row["name"]: row["retraction"] for row in releases}
    assert retractions == {"2025-01": "wrong", "2025-01-r1": None}
    assert run(small_store, "check").exit_code == 0


def test_an_editors_words_are_printed_and_his_summary_needs_items(
    small_store: Path, tmp_path: Path
) -> None:
    events = json.loads(run(small_store, "events", "--format", "json").stdout)
    buran = next(event for event in events if "Buran" in event["title"])["id"]
    who = ("--who", "T. T.", "--why", "clearer")
    number = ("--number", "1", "--year", "2025")
    done = run(small_store, "edit", "item", *number, "--item", buran, "--title", "Buran ends", *who)
    assert done.exit_code == 0, done.output
    lie = run(small_store, "edit", "item", *number, "--item", buran, "--title", "99 kg", *who)
    assert "99, which its source does not say" in str(lie.exception)
    bad = tmp_path / "bad.json"
    bad.write_text('[{"text": "All is well.", "items": []}]', encoding="utf-8")
    refused = run(small_store, "edit", "summary", *number, str(bad), *who)
    assert "names no item" in str(refused.exception)
    good = tmp_path / "good.json"
    good.write_text(json.dumps([{"text": "Buran ended.", "items": [buran]}]), encoding="utf-8")
    assert run(small_store, "edit", "summary", *number, str(good), *who).exit_code == 0
    assert run(small_store, "release", "--number", "1", *PERIOD).exit_code == 0
    record = json.loads((small_store / "releases" / "2025-01" / "release.json").read_bytes())
    titles = [item["title"] for section in record["sections"] for item in section["items"]]
    assert "Buran ends" in titles
    assert [(s["text"], s["items"]) for s in record["summary"]] == [("Buran ended.", [buran])]


def test_the_corpus_gives_the_releases_that_were_published(
    tmp_path: Path, shared_dir: Path
) -> None:
    store = tmp_path / "store"
    assert run(store, "init").exit_code == 0
    assert run(store, "add", str(shared_dir / "corpus")).exit_code == 0
    assert run(store, "build").exit_code == 0
    counts = {}
    for number, start, end in ((1, "2025-01-01", "2025-01-15"), (15, "2025-08-01", "2025-08-15")):
        done = run(store, "release", "--number", str(number), "--from", start, "--to", end)
        assert done.exit_code == 0, done.output
        folder = store / "releases" / f"2025-{number:02d}"
        counts[number] = json.loads((folder / "release.json").read_bytes())["counts"]
    assert counts == {
        1: {"KZ": 5, "KG": 1, "RU": 2, "TJ": 1},
        15: {"AZ": 1, "KZ": 4, "KG": 1, "RU": 4},
    }
