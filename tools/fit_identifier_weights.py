"""Fit the weights by which numbers are known as a private person's, and say how well they do.

    python tools/fit_identifier_weights.py            # writes the weights
    python tools/fit_identifier_weights.py --check    # cross-validation only: a line for each miss

Learnt from all numbers of the texts whose personal data are marked: the items of evaluation/ in the
development halves, tools/name_examples/ and tools/data_examples/.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator, Sequence

from choice_fitting import Example, cross_validate, fit, write
from labelled_texts import DATA_MARKED, ITEMS, ROOT, Labelled, labelled_texts

from sholu.mentions.identifiers import LEAST_LIKELY, features_of, find_candidates

WEIGHTS = ROOT / "src" / "sholu" / "mentions" / "identifier_weights.tsv"
FOLDERS = (*ITEMS, ROOT / "evaluation" / "personal_data")
PENALTY, FEWEST = 5e-4, 3


def main() -> None:
    """Cross-validate; then fit on everything and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing")
    arguments = parser.parse_args()
    examples = [
        example for text in labelled_texts(FOLDERS, DATA_MARKED) for example in examples_of(text)
    ]
    report(examples)
    if not arguments.check:
        write(fit(examples, PENALTY, FEWEST), WEIGHTS)


def examples_of(labelled: Labelled) -> Iterator[Example]:
    """The candidates of a text, each private or not."""
    for start, end in find_candidates(labelled.text):
        private = any(start < last and first < end for first, last in labelled.data)
        features = features_of(labelled.text, start, end)
        printed = labelled.text[start:end]
        yield Example(
            f"{labelled.name} {printed}",
            labelled.group,
            labelled.language,
            ((True, features), (False, {})),
            private,
        )


def report(examples: Sequence[Example]) -> None:
    """How many of each language are right in cross-validation, and which are not."""
    right: Counter[tuple[str, object]] = Counter()
    for example, (said, likely) in zip(
        examples, cross_validate(examples, PENALTY, FEWEST), strict=True
    ):
        private = said is True and likely >= LEAST_LIKELY
        right[example.language, example.right] += private == example.right
        if private != example.right:
            wanted = "private" if example.right else "nobody's"
            print(f"{example.name}: {wanted}, but {said} with {likely:.2f}")
    every = Counter((example.language, example.right) for example in examples)
    for language, private in sorted(every):
        whose = "private" if private else "nobody's"
        print(f"{language} {whose}: {right[language, private]} of {every[language, private]}")


if __name__ == "__main__":
    main()
