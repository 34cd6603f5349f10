"""Measure how well the press is read and write the floors of tests/build/test_reading_floors.py.

    python tools/make_floors.py            # prints each floor that would fall or rise
    python tools/make_floors.py --write    # and writes tests/floors/reading*.toml

Floors go up freely; those that fall are to be named in the commit. Of the test halves only totals
are computed and shown.
"""

from __future__ import annotations

import argparse
import math
import re
import tomllib
from collections.abc import Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from sholu.build.evaluation import evaluate
from sholu.build.evaluation_item import load_items
from sholu.build.scoring import Tally

ROOT = Path(__file__).resolve().parent.parent
FLOORS = ROOT / "tests" / "floors"
SETS = {
    path.stem.replace("reading_", "evaluation/").replace("reading", "evaluation"): path.name
    for path in sorted(FLOORS.glob("reading*.toml"))
}
"""Folders of items, and the files that hold their floors."""
HALVES = ("test", "development")
_LINE = re.compile(r"(?P<field>\w+) = \[(?P<precision>[\d.]+), (?P<recall>[\d.]+)\]")

Totals = Mapping[str, Mapping[str, Tally]]
"""By language and field."""


def main() -> None:
    """Measure, print what moves, and write if asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true", help="write the floors")
    arguments = parser.parse_args()
    tasks = [(folder, half) for folder in SETS for half in HALVES if floors_of(folder).get(half)]
    with ProcessPoolExecutor() as pool:
        totals = dict(zip(tasks, pool.map(totals_of, tasks), strict=True))
    for folder, name in SETS.items():
        lines = list(moved(folder, totals))
        if arguments.write:
            (FLOORS / name).write_text("\n".join(lines) + "\n", encoding="utf-8")


def floors_of(folder: str) -> Mapping[str, object]:
    """The floors of a set by half."""
    return tomllib.loads((FLOORS / SETS[folder]).read_text(encoding="utf-8"))


def totals_of(task: tuple[str, str]) -> Totals:
    """The tallies of one half of a set."""
    folder, half = task
    items = [item for item in load_items(ROOT / folder) if item.half == half]
    return evaluate(items, lambda *_: None).totals


def moved(folder: str, totals: Mapping[tuple[str, str], Totals]) -> Iterator[str]:
    """The lines of a file of floors with their new values; prints those that moved."""
    half = language = ""
    for line in (FLOORS / SETS[folder]).read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            half, _, language = line.strip("[]").partition(".")
        old = _LINE.fullmatch(line)
        if old is None:
            yield line
            continue
        tally = totals[folder, half][language][old["field"]]
        new = f"{old['field']} = [{floor(tally.precision)}, {floor(tally.recall)}]"
        if new != line:
            fell = float(floor(tally.precision)) < float(old["precision"]) or float(
                floor(tally.recall)
            ) < float(old["recall"])
            print("fell" if fell else "rose", folder, half, language, f"{line} -> {new}")
        yield new


def floor(share: float | None) -> str:
    """A share rounded down to two digits; 0.29 stays 0.29 though its float is a little less."""
    return f"{math.floor((share or 0.0) * 100 + 1e-9) / 100:.2f}"


if __name__ == "__main__":
    main()
