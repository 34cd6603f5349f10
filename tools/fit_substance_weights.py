"""Fit the weights by which substances told of are known from those in passing, and measure them.

    python tools/fit_substance_weights.py            # src/sholu/events/substance_weights.tsv
    python tools/fit_substance_weights.py --check    # cross-validation only: a line for each miss

Learnt from the items of evaluation/ that are in the development half, and from the invented items
of tools/name_examples/ and tools/substance_examples/ whose first line says what they are about
(``@ KZ | heroin``). In cross-validation all items of one number, in whatever language, are left out
together.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from choice_fitting import Example, cross_validate, fit, write
from labelled_texts import ITEMS, ROOT, marked_texts
from short_items import read_told, short_item

from sholu.build.evaluation_item import EvaluationItem, load_items
from sholu.events.propose import kind_of
from sholu.events.substance_features import UNSPECIFIED
from sholu.events.told_substances import LEAST_LIKELY, features_of_named
from sholu.vocabulary.load import load

WEIGHTS = ROOT / "src" / "sholu" / "events" / "substance_weights.tsv"
EXAMPLES = ROOT / "tools" / "substance_examples"
MARKED = ROOT / "tools" / "name_examples"

PENALTY, FEWEST = 3e-4, 6
"""Of five penalties from 1e-4 to 1e-3 the two smallest were about as good on files left out."""

ITEM_WEIGHT = 2.0
"""An item of evaluation/ teaches as much as two others, which name too much in passing."""


def main() -> None:
    """Cross-validate; then fit on everything and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing")
    arguments = parser.parse_args()
    examples = [
        example
        for group, item, weight in (*evaluation_items(), *invented_items())
        for example in examples_of(item, group, weight)
    ]
    report(examples)
    if not arguments.check:
        write(fit(examples, PENALTY, FEWEST), WEIGHTS)


def evaluation_items() -> Iterator[tuple[str, EvaluationItem, float]]:
    """The development items, each with the name of its group and its weight."""
    for folder in ITEMS:
        for item in load_items(folder):
            if item.half == "development" and item.answers("substances"):
                yield f"{folder.name} {item.id[3:]}", item, ITEM_WEIGHT


def invented_items() -> Iterator[tuple[str, EvaluationItem, float]]:
    """The invented items that say what they are about."""
    for path in sorted((*MARKED.glob("*.txt"), *EXAMPLES.glob("*.txt"))):
        for one in marked_texts(path):
            if one.about is not None:
                title, _, text = one.text.partition("\n\n")
                item = short_item(one.name, one.language, one.country, title, text)
                yield one.group, replace(item, substances=one.about), 1.0


def examples_of(item: EvaluationItem, group: str, weight: float) -> Iterator[Example]:
    """Each substance that an item names, and whether it tells of it."""
    found = read_told(item)
    if found is None:
        return
    vocabulary = load()
    kind = kind_of(*found, vocabulary).kind
    for code, features in features_of_named(*found, vocabulary, kind).items():
        if vocabulary.substance(code).group != UNSPECIFIED:
            yield Example(
                f"{group} {item.id} {code}",
                group,
                item.language,
                ((True, features), (False, {})),
                code in item.substances,
                weight,
            )


def report(examples: Sequence[Example]) -> None:
    """Each substance wrongly told or left out, and by language how many are right."""
    right: Counter[tuple[str, object]] = Counter()
    for example, (said, likely) in zip(
        examples, cross_validate(examples, PENALTY, FEWEST), strict=True
    ):
        told = (likely if said else 1 - likely) >= LEAST_LIKELY
        right[example.language, example.right] += told == example.right
        if told != example.right:
            print(f"{example.name}: {'left out' if example.right else 'told'} wrongly")
    every = Counter((example.language, example.right) for example in examples)
    for language, told in sorted(every):
        what = "told of" if told else "in passing"
        print(f"{language} {what}: {right[language, told]} of {every[language, told]}")


if __name__ == "__main__":
    main()
