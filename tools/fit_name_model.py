"""Fit the model that finds names of persons by what stands beside them, and say how well it does.

    python tools/fit_name_model.py            # writes src/sholu/mentions/name_model.crf
    python tools/fit_name_model.py --check    # cross-validation only: shares by language

Learnt from the people of `labelled_texts`, officials and private alike.
"""

from __future__ import annotations

import argparse
import random
import tempfile
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import pycrfsuite
from labelled_texts import Labelled, labelled_texts, read_labelled

from sholu.mentions.learnt_names import BEGINS, GOES_ON, OUTSIDE, small_words, tagged_names
from sholu.mentions.name_features import word_features
from sholu.mentions.stretches import Stretches
from sholu.mentions.words import Word

MODEL = Path(__file__).resolve().parent.parent / "src" / "sholu" / "mentions" / "name_model.crf"
FOLDS = 5
SETTINGS = {
    "c1": 0.3,  # what keeps few features (L1) and small weights (L2)
    "c2": 0.05,
    "max_iterations": 120,
    "feature.minfreq": 2,
    "feature.possible_transitions": True,
}


@dataclass(frozen=True)
class Learnt:
    """A sentence to learn from: its words, their features and labels."""

    words: Sequence[Word]
    features: Sequence[Sequence[str]]
    labels: Sequence[str]


@dataclass(frozen=True)
class Example:
    """A text: its sentences and where its names stand."""

    group: str
    language: str
    sentences: Sequence[Learnt]
    names: Sequence[tuple[int, int]]


def main() -> None:
    """Cross-validate; then fit on everything and write the model."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing")
    arguments = parser.parse_args()
    examples = [example_of(text) for text in labelled_texts()]
    report(examples)
    if not arguments.check:
        fit(examples, MODEL)


def example_of(labelled: Labelled) -> Example:
    """A text with the features and labels of its words."""
    reading = read_labelled(labelled)
    is_agency, is_thing = Stretches(reading.agencies).touch, Stretches(reading.things).touch
    names = sorted(reading.people)
    in_small = small_words(reading.sentences)
    sentences = [
        Learnt(
            sentence.words,
            word_features(sentence, is_agency, is_thing, in_small),
            [label_of(word, names) for word in sentence.words],
        )
        for sentence in reading.sentences
        if sentence.words
    ]
    return Example(labelled.group, labelled.language, sentences, names)


def label_of(word: Word, names: Iterable[tuple[int, int]]) -> str:
    """Whether a word begins a name, goes on with one, or neither."""
    for start, end in names:
        if word.start < end and start < word.end:
            return BEGINS if word.start <= start else GOES_ON
    return OUTSIDE


def fit(examples: Iterable[Example], path: Path) -> None:
    """Write the model of these examples."""
    trainer = pycrfsuite.Trainer(verbose=False)
    for example in examples:
        for sentence in example.sentences:
            trainer.append(sentence.features, sentence.labels)
    trainer.set_params(SETTINGS)
    trainer.train(str(path))


def report(examples: Sequence[Example]) -> None:
    """How many names are found by models that have not seen their texts, by language."""
    groups = sorted({example.group for example in examples})
    random.Random(1).shuffle(groups)
    fold = {group: number % FOLDS for number, group in enumerate(groups)}
    count: Counter[tuple[str, str]] = Counter()
    for number in range(FOLDS):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "model"
            fit((e for e in examples if fold[e.group] != number), path)
            tagger = pycrfsuite.Tagger()
            tagger.open(str(path))
            for example in examples:
                if fold[example.group] == number:
                    count.update(_counts(example, tagger))
            tagger.close()
    for language in sorted({example.language for example in examples}):
        names, found, said, right = (count[language, what] for what in _WHAT)
        print(f"{language}: {found} of {names} names found; of {said} said {right} are right")


_WHAT = ("names", "found", "said", "right")


def _counts(example: Example, tagger: pycrfsuite.Tagger) -> Counter[tuple[str, str]]:
    said = [
        name
        for sentence in example.sentences
        for name in tagged_names(tagger, sentence.words, sentence.features)
    ]
    names, model = Stretches(example.names), Stretches(said)
    numbers = (
        len(example.names),
        sum(model.touch(*name) for name in example.names),
        len(said),
        sum(names.touch(*name) for name in said),
    )
    return Counter({(example.language, what): n for what, n in zip(_WHAT, numbers, strict=True)})


if __name__ == "__main__":
    main()
