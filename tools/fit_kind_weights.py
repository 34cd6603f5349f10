"""Fit the weights of src/sholu/events/kind_weights.tsv and say how well they do on unseen items.

    python tools/fit_kind_weights.py            # writes the weights
    python tools/fit_kind_weights.py --check    # cross-validation only: a line for each item missed

Learnt from: the items of evaluation/ that are in the development half and about drugs, the invented
items of tools/name_examples/ that have a kind, and the openings of tools/kind_examples/. Items of
the test half are left out. In cross-validation all items that tell one event (answers say so, or
the number is the same in two languages) are left out together; the openings always help. The
reports of tools/pair_examples/ that have a kind teach nothing: how many are right is printed last.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import yaml
from labelled_texts import NOT_ON_DRUGS, marked_texts
from scipy.optimize import minimize

from sholu.build.evaluation_item import EvaluationItem, load_items
from sholu.events.kind_features import LANGUAGES, KindFeatures, find_features
from sholu.events.kinds import ANY_KIND, NO_KIND
from sholu.evidence.read import read_document
from sholu.mentions.scripts import reading_form
from sholu.vocabulary.load import load

ROOT = Path(__file__).resolve().parent.parent
WEIGHTS = ROOT / "src" / "sholu" / "events" / "kind_weights.tsv"

PENALTY, TITLE_PENALTY, BIAS_PENALTY, SHARED_PENALTY = 5e-4, 3e-4, 2e-4, 1e-3
"""Ridge on the weights of signals, of signals in the title, of the constant, and of the cues' and
rules' shared weights. Five times and half as much were no better in cross-validation."""

ITEM_WEIGHT = 2.0
"""A whole item teaches as much as two openings."""

FEWEST = 4
"""Examples in which a word must stand to be learnt."""

FOLDS = 8
SMALLEST, SMALLEST_OF_WORDS = 0.02, 0.06
"""Weights nearer to zero are not printed."""

Array = np.ndarray


@dataclass(frozen=True)
class Example:
    """Something to learn from; ``group`` is left out together."""

    name: str
    group: str
    language: str
    kind: str
    is_item: bool
    features: KindFeatures


@dataclass(frozen=True)
class Matrices:
    """``common``: examples by features. ``own``: examples by kinds by features. ``kind``: index."""

    common: Array
    own: Array
    kind: Array
    weight: Array

    def part(self, rows: Array) -> Matrices:
        """Some of the examples."""
        return Matrices(self.common[rows], self.own[rows], self.kind[rows], self.weight[rows])


def main() -> None:
    """Cross-validate; then fit on everything and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing")
    arguments = parser.parse_args()
    examples = [*read_evaluation_items(), *read_marked_items(), *read_openings()]
    kinds = [*(kind.code for kind in load().event_kinds), NO_KIND]
    common = sorted({name for e in examples for name in e.features.common})
    common += find_common_words(examples)
    own = sorted({n for e in examples for found in e.features.own.values() for n in found})
    matrices = build_matrices(examples, kinds, common, own)
    report(examples, kinds, cross_validate(examples, matrices, common))
    signals, shared = fit(matrices, common)
    left = list(read_reports())
    unseen = build_matrices(left, kinds, common, own)
    read = (unseen.common @ signals + unseen.own @ shared).argmax(axis=1)
    print(f"tools/pair_examples: {(read == unseen.kind).sum()} of {len(left)}")
    if not arguments.check:
        write(signals, shared, kinds, common, own)


def read_evaluation_items() -> list[Example]:
    """The development items about drugs, each in its reading form."""
    items = [
        item
        for language in LANGUAGES
        for item in load_items(ROOT / "evaluation" / language)
        if item.half == "development" and item.about_drugs
    ]
    return [
        Example(
            item.id,
            event,
            item.language,
            item.kind or NO_KIND,
            is_item=True,
            features=_features_of_item(item.id, item.title, item.text),
        )
        for item, event in zip(items, _events(items), strict=True)
    ]


def _events(items: Sequence[EvaluationItem]) -> list[str]:
    """By item, the first of all items that tell its event.

    Besides what the answers say, items of one number in two languages are taken for one event:
    many are translations of each other, and a wrong guess only puts two events in one fold.
    """
    first: dict[str, str] = {item.id: item.id for item in items}

    def top(name: str) -> str:
        while first.setdefault(name, name) != name:
            name = first[name]
        return name

    for item in items:
        for other in (*item.same_event_as, f"number {item.id[3:]}"):
            first[top(item.id)] = top(other)
    return [top(item.id) for item in items]


def read_marked_items() -> Iterator[Example]:
    """The invented items of tools/name_examples/ whose first line gives a kind."""
    for path in sorted((ROOT / "tools" / "name_examples").glob("*.txt")):
        for item in marked_texts(path):
            if item.kind not in (None, NOT_ON_DRUGS):
                title, _, text = item.text.partition("\n\n")
                features = _features_of_item(item.name, title, text)
                yield Example(item.name, item.name, item.language, item.kind, True, features)


def read_reports() -> Iterator[Example]:
    """The short invented reports of tools/pair_examples/ that have a kind; pairs are learnt from
    them, and would trust kinds too much that were learnt from them, too."""
    for path in sorted((ROOT / "tools" / "pair_examples").glob("*.yaml")):
        for told in yaml.safe_load(path.read_text(encoding="utf-8")):
            if told.get("kind", NOT_ON_DRUGS) != NOT_ON_DRUGS:
                name = f"pair_examples {path.stem} {told['event']}"
                features = _features_of_item(path.stem, told["title"], told["text"])
                yield Example(name, name, told["language"], told["kind"], True, features)


def _features_of_item(name: str, title: str, text: str) -> KindFeatures:
    document = read_document(f"{title}\n\n{text}".encode(), f"{name}.txt").text
    form = reading_form(document, load())
    title, lead, *rest = (
        form.spell(part) if form else part for part in (title, *text.strip().split("\n\n"))
    )
    return find_features(title, lead, "\n\n".join(rest), load().event_kinds)


def read_openings() -> list[Example]:
    """The invented openings: title, first paragraph and perhaps more, with two strokes between."""
    found = []
    for path in sorted((ROOT / "tools" / "kind_examples").glob("*.yaml")):
        for kind, openings in yaml.safe_load(path.read_text(encoding="utf-8")).items():
            for opening in openings:
                title, lead, *rest = opening.split(" // ")
                features = find_features(title, lead, "\n\n".join(rest), load().event_kinds)
                found.append(Example(opening, opening, path.stem, kind, False, features))
    return found


def find_common_words(examples: Sequence[Example]) -> list[str]:
    """Words that stand in several examples: others teach nothing of the next item."""
    count = Counter(name for example in examples for name in example.features.words)
    return sorted(name for name, number in count.items() if number >= FEWEST)


def build_matrices(
    examples: Sequence[Example], kinds: list[str], common: list[str], own: list[str]
) -> Matrices:
    """The features of the examples as arrays."""
    wide = np.zeros((len(examples), len(common)))
    column = {name: number for number, name in enumerate(common)}
    deep = np.zeros((len(examples), len(kinds), len(own)))
    for row, example in enumerate(examples):
        for name, value in (*example.features.common.items(), *example.features.words.items()):
            if name in column:
                wide[row, column[name]] = value
        for kind, found in example.features.own.items():
            for name, value in found.items():
                deep[row, kinds.index(kind), own.index(name)] = value
    return Matrices(
        wide,
        deep,
        np.array([kinds.index(example.kind) for example in examples]),
        np.array([ITEM_WEIGHT if example.is_item else 1.0 for example in examples]),
    )


def fit(data: Matrices, common: list[str]) -> tuple[Array, Array]:
    """Weights of common features (features by kinds) and of own features (features)."""
    wide, kinds = data.common.shape[1], data.own.shape[1]
    penalty = np.array(
        [
            BIAS_PENALTY
            if name == "always"
            else PENALTY
            if "word:" in name
            else TITLE_PENALTY
            if name.startswith("title:")
            else PENALTY
            for name in common
        ]
    )[:, None]
    share = data.weight / data.weight.sum()
    rows = np.arange(len(data.kind))

    def loss(weights: Array) -> tuple[float, Array]:
        signals, shared = weights[: wide * kinds].reshape(wide, kinds), weights[wide * kinds :]
        scores = data.common @ signals + data.own @ shared
        scores -= scores.max(axis=1, keepdims=True)
        chances = np.exp(scores)
        chances /= chances.sum(axis=1, keepdims=True)
        value = -(share * np.log(chances[rows, data.kind] + 1e-12)).sum()
        value += (penalty * signals**2).sum() + SHARED_PENALTY * (shared**2).sum()
        off = chances.copy()
        off[rows, data.kind] -= 1
        off *= share[:, None]
        slope_signals = data.common.T @ off + 2 * penalty * signals
        slope_shared = np.einsum("nk,nkp->p", off, data.own) + 2 * SHARED_PENALTY * shared
        return value, np.concatenate([slope_signals.ravel(), slope_shared])

    start = np.zeros(wide * kinds + data.own.shape[2])
    found = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 300}).x
    return found[: wide * kinds].reshape(wide, kinds), found[wide * kinds :]


def cross_validate(examples: Sequence[Example], data: Matrices, common: list[str]) -> Array:
    """The kind read of each item by weights that have not seen its event; -1 for openings."""
    groups = sorted({example.group for example in examples if example.is_item})
    random.Random(1).shuffle(groups)
    fold = {group: number % FOLDS for number, group in enumerate(groups)}
    place = np.array([fold.get(example.group, -1) for example in examples])
    read = np.full(len(examples), -1)
    for number in range(FOLDS):
        signals, shared = fit(data.part(place != number), common)
        left = data.part(place == number)
        read[place == number] = (left.common @ signals + left.own @ shared).argmax(axis=1)
    return read


def report(examples: Sequence[Example], kinds: list[str], read: Array) -> None:
    """Accuracy by language, and each item whose kind was missed."""
    right: Counter[str] = Counter()
    all_: Counter[str] = Counter()
    for example, index in zip(examples, read, strict=True):
        if index < 0:
            continue
        source = " in name_examples" if example.name.startswith("name_examples") else ""
        for group in (f"{example.language}{source}", f"all{source}"):
            all_[group] += 1
            right[group] += kinds[index] == example.kind
        if kinds[index] != example.kind:
            print(f"{example.name}: {kinds[index]}, not {example.kind}")
    for group, number in sorted(all_.items()):
        print(f"{group}: {right[group]} of {number}, {right[group] / number:.3f}")


def write(
    signals: Array, shared: Array, kinds: list[str], common: list[str], own: list[str]
) -> None:
    """The weights as a table, a line a feature and kind."""
    rows = [(name, ANY_KIND, weight) for name, weight in zip(own, shared, strict=True)]
    rows += [
        (name, kind, signals[i, j]) for i, name in enumerate(common) for j, kind in enumerate(kinds)
    ]
    lines = [
        f"{name}\t{kind}\t{weight:.2f}"
        for name, kind, weight in rows
        if abs(weight) >= (SMALLEST_OF_WORDS if "word:" in name else SMALLEST)
    ]
    WEIGHTS.write_text("\n".join(["feature\tkind\tweight", *lines]) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
