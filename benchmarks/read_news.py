"""Measure how fast news pages become claims, beside trafilatura alone on the same files.

Prints a table: documents per second of one core (processor time, so that other work on the machine
doesn't count) for each step, peak memory of the reading process at N and at four times N pages, and
the time of ``sholu build`` for all pages and after one more. Each measurement runs in a process of
its own. Nothing is written outside ``benchmarks/results``.

    python benchmarks/read_news.py --pages 400
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sholu.sources.model import Document
    from sholu.vocabulary.model import Vocabulary

HERE = Path(__file__).resolve().parent
RESULTS = HERE / "results"
SOURCES = HERE.parent / "src"
AIM_DOCUMENTS_PER_SECOND = 30
"""Issue 2: end to end on one core, without OCR."""

STEPS = ("evidence", "mentions", "events", "claims")

Measurement = dict[str, float]


def measure_trafilatura(folder: Path) -> Measurement:
    """Main text of every page by trafilatura alone, as the evidence room asks for it."""
    import trafilatura

    pages = sorted(folder.glob("*.html"))
    trafilatura.extract(pages[0].read_text(encoding="utf-8"), favor_precision=True)
    start = time.process_time()
    for page in pages:
        trafilatura.extract(page.read_text(encoding="utf-8"), favor_precision=True)
    return {"documents": len(pages), "extract": time.process_time() - start, "peak_mb": _peak_mb()}


def measure_steps(folder: Path) -> Measurement:
    """Processor seconds of each step from bytes to claims, and how much was found."""
    from sholu.vocabulary.load import load

    vocabulary = load()
    pages = sorted(folder.glob("*.html"))
    # The first page pays for the tables that are made once in a process; it is read again below.
    start = time.process_time()
    _read_page(pages[0], vocabulary)
    first_page = time.process_time() - start
    sums: defaultdict[str, float] = defaultdict(float)
    for page in pages:
        for name, amount in _read_page(page, vocabulary).items():
            sums[name] += amount
    return {**sums, "first_page": first_page, "documents": len(pages), "peak_mb": _peak_mb()}


def _read_page(page: Path, vocabulary: Vocabulary) -> Measurement:
    """Processor seconds of the steps for one page."""
    from sholu.claims.read import read_claims
    from sholu.events.read import read_events
    from sholu.evidence.read import read_document
    from sholu.mentions.annotate import annotate

    content = page.read_bytes()
    document = _document(content, page.name)
    marks = [time.process_time()]
    text = read_document(content, page.name).text
    marks.append(time.process_time())
    annotated = annotate(document, text, vocabulary, b"benchmark")
    marks.append(time.process_time())
    told = read_events(annotated, vocabulary, None)
    marks.append(time.process_time())
    stated = read_claims(annotated, vocabulary, None)
    marks.append(time.process_time())
    spent = [end - start for start, end in pairwise(marks)]
    counts = {"events_found": len(told.events), "claims_found": len(stated.claims)}
    return dict(zip(STEPS, spent, strict=True)) | counts


def _document(content: bytes, name: str) -> Document:
    from sholu.core.ids import sha256_hex
    from sholu.sources.model import Document

    return Document(
        sha256_hex(content), name, len(content), None, None, "2031-01-01T00:00:00Z", None, None,
        "clear", None,
    )  # fmt: skip


def measure_build(folder: Path) -> Measurement:
    """Wall seconds of ``add`` and ``build`` for all pages, then for one page more."""
    pages = sorted(folder.glob("*.html"))
    last, rest = pages[-1], pages[:-1]
    observatory = folder / "observatory"
    first = folder / "first"
    first.mkdir()
    for page in rest:
        shutil.copy(page, first / page.name)
    _sholu(observatory, "init")
    spent: Measurement = {"documents": len(rest)}
    spent["add"] = _sholu(observatory, "add", str(first))
    spent["build"] = _sholu(observatory, "build")
    spent["peak_mb"] = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    _sholu(observatory, "add", str(last))
    spent["build_one_more"] = _sholu(observatory, "build")
    spent["build_nothing_new"] = _sholu(observatory, "build")
    return spent


def _sholu(observatory: Path, command: str, *arguments: str) -> float:
    """Run a command and return its wall seconds."""
    start = time.monotonic()
    subprocess.run(
        [sys.executable, "-m", "sholu.cli", "-C", str(observatory), command, *arguments],
        check=True,
        env=os.environ | {"PYTHONPATH": str(SOURCES)},
        stdout=subprocess.DEVNULL,
    )
    return time.monotonic() - start


def _peak_mb() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


MEASUREMENTS: dict[str, Callable[[Path], Measurement]] = {
    "trafilatura": measure_trafilatura,
    "steps": measure_steps,
    "build": measure_build,
}


def run_apart(measurement: str, folder: Path) -> Measurement:
    """Run one measurement in a process of its own."""
    finished = subprocess.run(
        [sys.executable, str(Path(__file__)), "--measure", measurement, "--folder", str(folder)],
        check=True,
        stdout=subprocess.PIPE,
        env=os.environ | {"PYTHONPATH": str(SOURCES)},
        text=True,
    )
    result: Measurement = json.loads(finished.stdout.splitlines()[-1])
    return result


def compare(pages: int) -> Iterator[tuple[str, Measurement]]:
    """All measurements over the same pages, those of memory also over four times as many."""
    from make_news import write_pages

    RESULTS.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=RESULTS) as scratch:
        few, many = Path(scratch, "few"), Path(scratch, "many")
        write_pages(pages, few)
        write_pages(4 * pages, many)
        for measurement in MEASUREMENTS:
            yield measurement, run_apart(measurement, few)
            if measurement != "trafilatura":
                yield f"{measurement} of four times", run_apart(measurement, many)


def table_of(measurement: str, found: Measurement) -> list[tuple[str, str]]:
    """What to print of a measurement: names and values with their units."""
    if measurement == "trafilatura":
        rows = [("trafilatura alone", _rate(found["documents"], found["extract"]))]
    elif measurement.startswith("steps"):
        rows = _rows_of_steps(found)
    else:
        rows = _rows_of_build(found)
    return rows


def _rows_of_steps(found: Measurement) -> list[tuple[str, str]]:
    whole = sum(found[step] for step in STEPS)
    return [
        (f"all steps, {found['documents']:.0f} pages", _rate(found["documents"], whole)),
        *((f"  {step}", f"{1000 * found[step] / found['documents']:.1f} ms") for step in STEPS),
        ("  first page, once a process", f"{found['first_page']:.1f} s"),
        ("  peak memory", f"{found['peak_mb']:.0f} MB"),
    ]


def _rows_of_build(found: Measurement) -> list[tuple[str, str]]:
    return [
        (f"sholu add, {found['documents']:.0f} pages", f"{found['add']:.1f} s"),
        ("sholu build", f"{found['build']:.1f} s"),
        ("  pages a second of wall time", f"{found['documents'] / found['build']:.1f}"),
        ("  peak memory of its largest process", f"{found['peak_mb']:.0f} MB"),
        ("  after one page more", f"{found['build_one_more']:.1f} s"),
        ("  with nothing new", f"{found['build_nothing_new']:.1f} s"),
    ]


def _rate(documents: float, seconds: float) -> str:
    return f"{documents / seconds:.1f} documents/s of one core"


def main() -> None:
    """Read the command line; ``--measure`` is what it calls itself with."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=400)
    parser.add_argument("--measure", choices=MEASUREMENTS, help=argparse.SUPPRESS)
    parser.add_argument("--folder", type=Path, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.measure:
        print(json.dumps(MEASUREMENTS[arguments.measure](arguments.folder)))
        return
    found: dict[str, Measurement] = {}
    for measurement, result in compare(arguments.pages):
        found[measurement] = result
        for name, value in table_of(measurement, result):
            print(f"{name:<40}{value}", flush=True)
    print(f"{'aim for all steps':<40}{AIM_DOCUMENTS_PER_SECOND} documents/s of one core")
    when = datetime.now(UTC).strftime("%Y-%m-%dT%H%M%S")
    (RESULTS / f"read_news-{when}.json").write_text(json.dumps(found, indent=1))


if __name__ == "__main__":
    main()
