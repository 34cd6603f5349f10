"""Measure how fast the data of a release of national size are read.

    python benchmarks/package.py FOLDER

FOLDER is what benchmarks/make_package.py made. Each question is asked some times with other words;
the median and the slowest are printed in milliseconds of one core's time, so that a busy machine
says the same. Named alternative for search: the same words looked for with LIKE in titles and texts
of events, which knows no endings, no other language and no ranking.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from statistics import median

from sholu.release.package.reader import EventFilter, Package, latest_release

WORDS = (
    "героин",
    "heroin",
    "Терсай облысы",
    "seized car",
    "задержано человек",
    "телефон",
    "hashish",
)
REPEATS = 5


def milliseconds(asked: Iterable[Callable[[], object]]) -> tuple[float, float]:
    """Median and slowest of some questions."""
    times = []
    for ask in asked:
        start = time.process_time()
        ask()
        times.append((time.process_time() - start) * 1000)
    return median(times), max(times)


def questions(package: Package) -> dict[str, list[Callable[[], object]]]:
    """What pages ask, by name."""
    regions = [one.code for one in package.named("place") if one.parent == package.about.country]
    used = sorted({one.indicator for one in package.series_list()})
    events = [one.id for one in package.events(limit=50)]
    filters = [EventFilter(region=region, kind="seizure") for region in regions]
    heads = package.series_list(indicator=used[0])
    points = [one.points[0] for head in heads for one in package.observations(series=head.id)][:50]
    return {
        "first page of events": [lambda: package.events()] * REPEATS,
        "page of events, region and kind": [lambda f=f: package.events(f) for f in filters],
        "page 200 of events": [lambda: package.events(offset=8000)] * REPEATS,
        "page of events, year": [
            lambda y=y: package.events(EventFilter(since=str(y), until=str(y)))
            for y in range(2015, 2030)
        ],
        "count of events, region and kind": [lambda f=f: package.count_events(f) for f in filters],
        "page of events with a word": [lambda w=w: package.events(EventFilter(q=w)) for w in WORDS],
        "events by month (first time)": [
            lambda r=r: package.event_counts(EventFilter(region=r), "month") for r in regions
        ],
        "events by region, a substance (first time)": [
            lambda s=one.code: package.event_counts(EventFilter(substance=s), "region")
            for one in package.named("substance")
        ],
        "all events by region (first time)": [
            lambda: package.event_counts(EventFilter(), "region")
        ],
        "event": [lambda i=i: package.event(i) for i in events],
        "series of an indicator": [lambda i=i: package.series_list(indicator=i) for i in used],
        "one series": [lambda h=h: package.observations(series=h.id) for h in heads],
        "map of an indicator": [
            lambda i=i: package.latest_by_place(i, frequency="year") for i in used
        ],
        "claims of an indicator and place": [
            lambda i=i: package.claims(indicator=i, place=regions[0]) for i in used
        ],
        "observations of a claim": [
            lambda c=one.claim: package.observations_of_claim(c) for one in points
        ],
        "evidence": [lambda s=one.span: package.evidence(s or "") for one in points],
        "disputes of a place": [lambda r=r: package.disputes(place=r) for r in regions],
        "search": [lambda w=w: package.search(w) for w in WORDS],
    }


def like(package: Package, words: str) -> object:
    """The named alternative."""
    import sqlite3

    connection = sqlite3.connect(package.folder / "data.sqlite")
    where = " AND ".join("(title LIKE ? OR text LIKE ?)" for _ in words.split())
    values = [f"%{word}%" for word in words.split() for _ in (1, 2)]
    found = connection.execute(f"SELECT id FROM event WHERE {where} LIMIT 20", values).fetchall()
    connection.close()
    return found


def main() -> None:
    """Ask all questions and print the times."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    folder = latest_release(parser.parse_args().folder, "en")
    middle, _ = milliseconds([lambda: Package(folder).close()] * REPEATS)
    print(f"{'open':<45}{middle:9.1f}")
    package = Package(folder)
    for name, asked in questions(package).items():
        middle, slowest = milliseconds(asked)
        print(f"{name:<45}{middle:9.1f}{slowest:9.1f}")
    middle, slowest = milliseconds([lambda w=w: like(package, w) for w in WORDS])
    print(f"{'LIKE, beside search':<45}{middle:9.1f}{slowest:9.1f}")


if __name__ == "__main__":
    main()
