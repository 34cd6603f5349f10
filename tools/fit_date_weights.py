"""Fit the weights of src/sholu/events/date_weights.tsv and say how well they do on unseen items.

    python tools/fit_date_weights.py            # writes the weights
    python tools/fit_date_weights.py --check    # cross-validation only: a line for each item missed

Learnt from: the items of evaluation/ that are in the development half, and the invented short
items of tools/date_examples/. Items of the test half are left out. In cross-validation all items
of one number, in whatever language, are left out together: many are translations of each other.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import yaml
from choice_fitting import Example, cross_validate, fit, write
from short_items import read_told, short_item

from sholu.build.evaluation_item import EvaluationItem, load_items
from sholu.events.date_alternatives import find_alternatives
from sholu.events.propose import kind_of
from sholu.vocabulary.load import load

ROOT = Path(__file__).resolve().parent.parent
WEIGHTS = ROOT / "src" / "sholu" / "events" / "date_weights.tsv"

PENALTY = 3e-4
"""Three times and a third as much were no better in cross-validation."""

FEWEST = 5
"""Examples in which a feature must stand to be learnt."""

Days = tuple[str | None, str | None]


def main() -> None:
    """Cross-validate; then fit on everything and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing")
    arguments = parser.parse_args()
    items = [item for item in load_items(ROOT / "evaluation") if item.half == "development"]
    examples = [
        example
        for item in (*items, *read_short_items())
        if (example := make_example(item)) is not None
    ]
    report(examples, [read for read, _ in cross_validate(examples, PENALTY, FEWEST)])
    if not arguments.check:
        write(fit(examples, PENALTY, FEWEST), WEIGHTS)


def read_short_items() -> Iterator[EvaluationItem]:
    """The items of tools/date_examples/, of which only the days are answered."""
    for path in sorted((ROOT / "tools" / "date_examples").glob("*.yaml")):
        for number, record in enumerate(yaml.safe_load(path.read_text(encoding="utf-8")), 1):
            first, last = record["days"] or (None, None)
            name = f"{path.stem}-short{number}"
            item = short_item(name, path.stem, "KZ", record["title"], record["text"])
            yield replace(item, published=record["published"], date_start=first, date_end=last)


def make_example(item: EvaluationItem) -> Example | None:
    """The times that an item may tell of, and the right one; None if it has no text."""
    found = read_told(item)
    if found is None:
        return None
    told, reading = found
    kind = kind_of(told, reading, load()).kind
    alternatives = [
        ((one.when.start, one.when.end), one.features)
        for one in find_alternatives(told, reading, kind)
    ]
    right: Days = item.date_start, item.date_end or item.date_start
    return Example(item.id, item.id.split("-")[1], item.language, alternatives, right)


def report(examples: Sequence[Example], read: Sequence[object]) -> None:
    """Each item missed, and by language how many are right."""
    right: Counter[str] = Counter()
    for example, days in zip(examples, read, strict=True):
        if days == example.right:
            right[example.language] += 1
            right["all"] += 1
        else:
            print(f"{example.name}: {days}, not {example.right}")
    number = Counter(example.language for example in examples) + Counter(all=len(examples))
    for language, count in sorted(number.items()):
        print(f"{language}: {right[language]} of {count}, {right[language] / count:.3f}")


if __name__ == "__main__":
    main()
