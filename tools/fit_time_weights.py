"""Fit the weights of src/sholu/mentions/time_weights.tsv and say how well they do on unseen items.

    python tools/fit_time_weights.py            # writes the weights
    python tools/fit_time_weights.py --check    # cross-validation only: a line for each one missed

Learnt from: the figures of the items of evaluation/ that are in the development half, read as a
build reads them and paired with the answers, and the invented reports of tools/time_examples/, in
which each number has its answer behind it ({412|y}). In cross-validation items of one number in
two languages, many of them translations, are left out together; the reports always help.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from unittest import mock

import yaml
from choice_fitting import Example, cross_validate, fit, write

from sholu.build.evaluation import answer_of, read_item
from sholu.build.evaluation_item import EvaluationItem, load_items
from sholu.build.scoring_figures import FigureComparison, counted_units, pair_figures
from sholu.build.task import Reading
from sholu.core.choice import Features
from sholu.mentions import figures
from sholu.mentions.dates import DateReading
from sholu.mentions.model import Figure
from sholu.mentions.sentences import Sentence
from sholu.mentions.time_counted import alternatives, is_timeless, number_figures, settled
from sholu.mentions.time_features import Numbered, find_features
from sholu.mentions.time_report import Report
from sholu.vocabulary.load import load
from sholu.vocabulary.model import Vocabulary

ROOT = Path(__file__).resolve().parent.parent
WEIGHTS = ROOT / "src" / "sholu" / "mentions" / "time_weights.tsv"
REPORTS = ROOT / "tools" / "time_examples"
PUBLISHED = "2025-06-10"
"""Day on which the invented reports came out."""

PENALTY = 2e-4
"""Ridge on all weights. Twice and half as much were no better in cross-validation."""

FEWEST = 4
"""Figures in which a feature must stand to be learnt."""

MOST = 2400
"""Weights that are kept, those that move most; then they are fitted once more."""

MARKS = {"p": "period", "y": "year_to_date", "s": "stock", "r": "rate", "n": None}
_MARKED = re.compile(r"\{([^|{}]+)\|([pysrn])\}")


def main() -> None:
    """Cross-validate; then fit on everything and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing")
    arguments = parser.parse_args()
    items = [i for i in load_items(ROOT / "evaluation") if i.half == "development"]
    examples, reports = read_items(items), read_reports(items)
    if arguments.check:
        report(examples, reports)
    else:
        write(fit_kept([*examples, *reports]), WEIGHTS)


def read_items(items: Sequence[EvaluationItem]) -> list[Example]:
    """The figures of items that stand in the answers."""
    compare = FigureComparison(counted_units(load()))
    found = []
    for item in items:
        noted, reading = read_noting(item)
        features = {numbered.figure.id: find_features(told, numbered) for told, numbered in noted}
        read = answer_of(reading).figures
        pairs = pair_figures(item.figures, read, compare.same_amount, compare.same_figure)
        for at, wanted in pairs.items():
            right = item.figures[wanted].accumulation
            if read[at].id in features:
                found.append(_example(item, read[at], features[read[at].id], right))
    return found


def read_reports(items: Sequence[EvaluationItem]) -> list[Example]:
    """The figures of the invented reports that were read where one is marked."""
    found = []
    for path in sorted(REPORTS.glob("*.yaml")):
        pattern = next(item for item in items if item.language == path.stem)
        for number, told in enumerate(yaml.safe_load(path.read_text(encoding="utf-8"))):
            title, _, text = told.partition("\n")
            item = replace(
                pattern,
                id=f"report-{path.stem}-{number}",
                published=PUBLISHED,
                title=_MARKED.sub(r"\1", title.strip()),
                text=_MARKED.sub(r"\1", text.strip()),
            )
            marked = dict(_marked(f"{title.strip()}\n\n{text.strip()}"))
            for told, numbered in read_noting(item)[0]:
                figure = numbered.figure
                stretch = range(figure.span.start, figure.span.end)
                answer = next((marked[at] for at in marked if at in stretch), None)
                if answer is not None:
                    features = find_features(told, numbered)
                    found.append(_example(item, figure, features, MARKS[answer]))
    return found


def _marked(text: str) -> Iterator[tuple[int, str]]:
    """Where each marked number ends in the text without marks, and its mark."""
    shift = 0
    for found in _MARKED.finditer(text):
        shift += 1
        yield found.end(1) - shift - 1, found[2]
        shift += 3


def read_noting(item: EvaluationItem) -> tuple[list[tuple[Report, Numbered]], Reading]:
    """The figures of running text whose time is chosen, in their report, and all that is read."""
    noted: list[tuple[Report, Numbered]] = []

    def note(
        found: Sequence[Figure],
        sentences: Sequence[Sentence],
        dates: Sequence[DateReading],
        vocabulary: Vocabulary,
    ) -> Sequence[Figure]:
        if found:
            told = Report(sentences, dates, found)
            for numbered in number_figures(told, found, vocabulary):
                if settled(numbered.kind) is None and not is_timeless(numbered.kind):
                    noted.append((told, numbered))
        return found

    with mock.patch.object(figures, "read_times", note):
        return noted, read_item(item)


def _example(item: EvaluationItem, figure: Figure, found: Features, right: str | None) -> Example:
    name = f"{item.id} {figure.span.start} {figure.value_printed!r}"
    return Example(name, item.id.split("-")[1], item.language, alternatives(found), right)


def fit_kept(examples: Sequence[Example]) -> dict[str, float]:
    """Weights of the features that move most, fitted without the others."""
    first = fit(examples, PENALTY, FEWEST)
    count = Counter(name for e in examples for name in {n for _, f in e.alternatives for n in f})
    moved = sorted(first, key=lambda name: -abs(first[name]) * count[name] ** 0.5)
    kept = frozenset(moved[:MOST])
    fewer = [
        replace(
            e,
            alternatives=[
                (said, {name: value for name, value in f.items() if name in kept})
                for said, f in e.alternatives
            ],
        )
        for e in examples
    ]
    return fit(fewer, PENALTY, FEWEST)


def report(examples: Sequence[Example], reports: Sequence[Example]) -> None:
    """Each figure whose time was missed, and how many were right, by language."""
    read = cross_validate([*examples, *reports], PENALTY, FEWEST)[: len(examples)]
    right: Counter[str] = Counter()
    for example, (said, chance) in zip(examples, read, strict=True):
        right[example.language] += said == example.right
        if said != example.right:
            print(f"{example.name}: {said} ({chance:.2f}), not {example.right}")
    every = Counter(example.language for example in examples)
    for language, number in every.items():
        print(f"{language}: {right[language]} of {number}, {right[language] / number:.3f}")
    print(f"all: {right.total()} of {len(examples)}, {right.total() / len(examples):.3f}")


if __name__ == "__main__":
    main()
