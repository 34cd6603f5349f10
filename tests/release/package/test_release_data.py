"""From documents to the file that everybody may open: what is in it, and what is not."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from PIL import Image

from sholu.release.freeze import verify
from sholu.release.package.model import FILE
from sholu.release.package.reader import Package
from tests.conftest import run
from tests.release.package.conftest import CLOSED, NAMES, PERIOD, rebuild


def _bytes(store: Path, name: str = "2025-01") -> bytes:
    return (store / "releases" / name / FILE).read_bytes()


def _package(store: Path, name: str = "2025-01") -> Package:
    return Package(store / "releases" / name)


def _release(store: Path, *more: str, number: str = "1") -> str:
    made = run(store, "release", "--number", number, *PERIOD, *more)
    assert made.exit_code == 0, made.output
    return made.output


@pytest.mark.parametrize("trace", CLOSED)
def test_a_red_document_leaves_no_trace_in_the_file(marked_built: Path, trace: str) -> None:
    content = _bytes(marked_built)
    for encoding in ("utf-8", "utf-16-le"):
        assert trace.encode(encoding) not in content
        assert trace.lower().encode(encoding) not in content


def test_what_is_closed_is_counted(marked_built: Path) -> None:
    coverage = _package(marked_built).coverage
    assert (coverage.read, coverage.withheld) == (2, 1)


def test_a_series_is_made_of_open_claims_only(marked_built: Path) -> None:
    package = _package(marked_built)
    values = {one.value for one in package.observations(indicator="offences_registered")}
    assert values == {320.0}
    (observation,) = package.observations(indicator="offences_registered")
    assert [point.value for point in observation.points] == [320.0]
    assert not observation.differing
    assert observation.chosen == observation.points[0].claim


@pytest.mark.parametrize("name", NAMES)
def test_private_names_are_nowhere_in_the_file(marked_built: Path, name: str) -> None:
    content = _bytes(marked_built)
    assert name.encode() not in content
    assert name.casefold().encode() not in content


def test_a_withheld_name_is_told_to_be_withheld(marked_built: Path) -> None:
    package = _package(marked_built)
    (hit,) = package.search("detained courier", kinds=("event",))
    event = package.event(hit.id)
    assert event is not None
    assert "[name withheld]" in event.text
    assert "5.5 kg" in event.text
    names = {document.name for document in package.documents()}
    assert names == {"2025-01-12_[name withheld]_en.txt", "verdict.pdf"}


def test_every_span_and_document_that_is_named_is_there(marked_built: Path) -> None:
    package = _package(marked_built)
    for event in package.events():
        named = {*event.spans, *(f.span for f in event.figures)}
        named |= {one.span for one in event.tellings if one.span}
        assert all(package.evidence(span) for span in named)
        assert all(package.document(document) for document in event.documents)
    for claim in package.claims():
        assert claim.span is None or package.evidence(claim.span)
    for observation in package.observations():
        assert all(package.evidence(p.span) for p in observation.points if p.span)


def test_the_page_behind_a_figure_is_pictured_with_names_blackened(marked_built: Path) -> None:
    package = _package(marked_built)
    (event,) = (one for one in package.events() if one.kind == "court")
    figure = next(one for one in event.figures if one.printed.startswith("2.5"))
    evidence = package.evidence(figure.span)
    assert evidence is not None
    assert (evidence.words, evidence.has_picture) == ("2.5 kg", True)
    png = package.page_picture(evidence.document, 1)
    assert png is not None
    page = Image.open(io.BytesIO(png)).convert("L")
    (box,) = evidence.boxes
    words = page.crop(_pixels(box, page))
    assert 0.02 < _black(words) < 0.6
    head = page.crop((0, 0, page.width, page.height // 16))
    # "The case of" stays in the running head, the name after it is a bar.
    assert _longest_bar(head) > 80
    assert _longest_bar(words) < 80


def _pixels(box: object, page: Image.Image) -> tuple[int, int, int, int]:
    sides = [getattr(box, side) for side in ("left", "top", "right", "bottom")]
    sizes = (page.width, page.height, page.width, page.height)
    left, top, right, bottom = (round(side * size) for side, size in zip(sides, sizes, strict=True))
    return left, top, right, bottom


def _black(picture: Image.Image) -> float:
    pixels = picture.tobytes()
    return sum(value < 100 for value in pixels) / len(pixels)


def _longest_bar(picture: Image.Image) -> int:
    """Pixels of the longest run of black in a row."""
    longest = 0
    for row in range(picture.height):
        line = picture.crop((0, row, picture.width, row + 1)).tobytes()
        runs = bytes(int(value < 30) for value in line).split(b"\0")
        longest = max(longest, *map(len, runs))
    return longest


def test_the_same_release_again_changes_nothing_though_the_data_changed(
    marked_store: Path,
) -> None:
    before = _bytes(marked_store)
    claim = _package(marked_store).claims()[0].id
    assert (
        run(marked_store, "review", "accept", claim, "--why", "seen", "--who", "AB").exit_code == 0
    )
    rebuild(marked_store)
    _release(marked_store)
    assert _bytes(marked_store) == before
    assert [path.name for path in (marked_store / "releases").iterdir()] == ["2025-01"]


def test_a_re_issue_may_mend_the_data_alone_and_says_so(marked_store: Path) -> None:
    nothing = run(marked_store, "release", "--number", "1", *PERIOD, "--reissue", "--why", "x")
    assert nothing.exit_code == 1
    assert "Nothing has changed" in str(nothing.exception)
    claim = _package(marked_store).claims()[0].id
    assert (
        run(marked_store, "review", "accept", claim, "--why", "seen", "--who", "AB").exit_code == 0
    )
    rebuild(marked_store)
    _release(marked_store, "--reissue", "--why", "a claim was seen by a person")
    record = json.loads((marked_store / "releases/2025-01-r1/release.json").read_bytes())
    assert [change["title"] for change in record["changes"]] == ["data"]
    package = _package(marked_store, "2025-01-r1")
    assert package.about.reissue == 1
    accepted = package.claim(claim)
    assert accepted is not None and accepted.status == "accepted"
    (decision,) = package.decisions(claim)
    assert (decision.kind, decision.why) == ("accept", "seen")
    assert b"AB" not in decision.why.encode()
    assert verify(marked_store / "releases") == []


def test_what_was_taken_back_stays_visible_with_its_reason(marked_store: Path) -> None:
    package = _package(marked_store)
    (event,) = (one for one in package.events() if one.kind == "court")
    why = "The report about Bekzat Turarov was wrong."
    assert (
        run(marked_store, "review", "reject", event.id, "--why", why, "--who", "AB").exit_code == 0
    )
    rebuild(marked_store)
    _release(marked_store, number="2")
    later = _package(marked_store, "2025-02")
    assert later.event(event.id) is None
    gone = later.withdrawn_one(event.id)
    assert gone is not None
    assert (gone.what, gone.title, gone.release) == ("event", event.title, "2025-01")
    assert gone.why is not None and gone.at is not None
    assert "Turarov" not in gone.why
    assert "was wrong" in gone.why
    assert b"Turarov" not in _bytes(marked_store, "2025-02")
    (decision,) = later.decisions(event.id)
    assert (decision.kind, decision.why) == ("reject", gone.why)
    document = next(iter(event.documents))
    assert (
        run(marked_store, "withdraw", document, "--why", "Asked to.", "--who", "AB").exit_code == 0
    )
    rebuild(marked_store)
    _release(marked_store, number="3")
    third = _package(marked_store, "2025-03")
    assert third.withdrawn_one(event.id) == gone
    taken = third.withdrawn_one(document)
    assert taken is None or taken.why == "Asked to."


def test_a_release_made_before_there_were_data_stands_in_nobodys_way(marked_store: Path) -> None:
    folder = marked_store / "releases" / "2025-01"
    (folder / FILE).unlink()
    sums = folder / "SHA256SUMS"
    kept = [line for line in sums.read_text().splitlines(True) if FILE not in line]
    sums.write_text("".join(kept))
    assert verify(marked_store / "releases") == []
    _release(marked_store)
    assert not (folder / FILE).exists()
    _release(marked_store, number="2")
    assert _package(marked_store, "2025-02").withdrawn() == ()


def test_a_damaged_file_is_seen_by_the_check(marked_store: Path) -> None:
    path = marked_store / "releases" / "2025-01" / FILE
    path.write_bytes(path.read_bytes() + b"x")
    (finding,) = verify(marked_store / "releases")
    assert finding.kind == "damaged_release"
