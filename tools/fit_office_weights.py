"""Fit the weights by which people named are known as officials, and say how well they do.

    python tools/fit_office_weights.py            # writes src/sholu/mentions/office_weights.tsv
    python tools/fit_office_weights.py --check    # cross-validation only: a line for each miss

Learnt from the people of `labelled_texts`. Heads of state and people named by a letter, whom a
convention decides, teach nothing.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from choice_fitting import Example, cross_validate, fit, write
from labelled_texts import Labelled, labelled_texts, read_labelled

from sholu.mentions import people
from sholu.mentions.office_features import find_office_features, is_lettered
from sholu.mentions.offices import LEAST_LIKELY
from sholu.mentions.public_names import is_head
from sholu.mentions.stretches import Stretches

WEIGHTS = (
    Path(__file__).resolve().parent.parent / "src" / "sholu" / "mentions" / "office_weights.tsv"
)
PENALTY, FEWEST = 2e-4, 5
"""Half the penalty or twice as much were no better on items by other hands."""


def main() -> None:
    """Cross-validate; then fit on everything and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing")
    arguments = parser.parse_args()
    examples = [example for text in labelled_texts() for example in examples_of(text)]
    report(examples)
    if not arguments.check:
        write(fit(examples, PENALTY, FEWEST), WEIGHTS)


def examples_of(labelled: Labelled) -> Iterator[Example]:
    """The people found in a text of whom an answer says what they are."""
    reading = read_labelled(labelled)
    found = people.find_named(reading.text, reading.sentences, reading.agencies, reading.things)
    owners = people.owners_of(reading.text, found)
    answers = defaultdict(set)
    for (first, stop), official in reading.people.items():
        for begin, owner in owners.items():
            if begin < stop and first < found[begin][0]:
                answers[owner].add(official)
    is_agency = Stretches(reading.agencies).touch
    for owner, features in find_office_features(reading.text, found, owners, is_agency).items():
        convention = is_head(owner) or is_lettered(owner)
        if len(answers[owner]) == 1 and not convention:
            yield Example(
                f"{labelled.name} {owner}",
                labelled.group,
                labelled.language,
                ((True, features), (False, {})),
                answers[owner].pop(),
            )


def report(examples: Sequence[Example]) -> None:
    """How many of each language are right in cross-validation, and which are not."""
    right: Counter[tuple[str, object]] = Counter()
    for example, (said, likely) in zip(
        examples, cross_validate(examples, PENALTY, FEWEST), strict=True
    ):
        official = said is True and likely >= LEAST_LIKELY
        right[example.language, example.right] += official == example.right
        if official != example.right:
            wanted = "official" if example.right else "private"
            print(f"{example.name}: {wanted}, but {said} with {likely:.2f}")
    every = Counter((example.language, example.right) for example in examples)
    for language, official in sorted(every):
        who = "officials" if official else "private"
        print(f"{language} {who}: {right[language, official]} of {every[language, official]}")


if __name__ == "__main__":
    main()
