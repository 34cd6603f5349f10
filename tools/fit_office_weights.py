"""Fit the weights by which people named are known as officials, and say how well they do.

    python tools/fit_office_weights.py            # writes src/sholu/mentions/office_weights.tsv
    python tools/fit_office_weights.py --check    # cross-validation only: a line for each miss

Learnt from the people of the items of evaluation/ in the development half, of the invented press
items and sentences of tests/mentions/, and of the sentences of tools/office_examples/. People
whom a convention decides (heads of state, surnames of one letter) teach nothing.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from choice_fitting import Example, cross_validate, fit, write

from sholu.build.evaluation_item import load_items
from sholu.build.scoring import places_of
from sholu.evidence.read import read_document
from sholu.mentions import agencies, land_names, people, places, substances
from sholu.mentions.office_features import find_office_features, is_lettered
from sholu.mentions.offices import LEAST_LIKELY
from sholu.mentions.public_names import is_head
from sholu.mentions.scripts import reading_form
from sholu.mentions.sentences import read_sentences
from sholu.vocabulary.load import load

ROOT = Path(__file__).resolve().parent.parent
WEIGHTS = ROOT / "src" / "sholu" / "mentions" / "office_weights.tsv"
MARKED = (
    *(ROOT / "tests" / "mentions").glob("people_*/*.txt"),
    *(ROOT / "tools" / "office_examples").glob("**/*.txt"),
)
LANGUAGES = ("en", "ru", "kk")
PENALTY, FEWEST = 1e-4, 8
"""Half and four times the penalty were no better in cross-validation."""

_MARK = re.compile(r"\[(?P<private>[^\]]+)\]|\{[^|{}]+\|(?P<data>[^}]+)\}|<(?P<official>[^>]+)>")


@dataclass(frozen=True)
class Labelled:
    """A text with the stretches of the people named in it; True for officials."""

    name: str
    group: str
    language: str
    country: str | None
    text: str
    people: Mapping[tuple[int, int], bool]


def main() -> None:
    """Cross-validate; then fit on everything and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing")
    arguments = parser.parse_args()
    texts = [*evaluation_texts(), *marked_texts()]
    examples = [example for text in texts for example in examples_of(text)]
    report(examples)
    if not arguments.check:
        write(fit(examples, PENALTY, FEWEST), WEIGHTS)


def evaluation_texts() -> Iterator[Labelled]:
    """The development items; those of one number, often translations, are of one group."""
    for language in LANGUAGES:
        for item in load_items(ROOT / "evaluation" / language):
            if item.half != "development":
                continue
            text = _extracted(f"{item.title}\n\n{item.text}")
            marks = {
                place: person.official
                for person in item.persons
                for place in places_of(person.text, text)
            }
            yield Labelled(item.id, item.id[3:], language, item.source_country, text, marks)


def marked_texts() -> Iterator[Labelled]:
    """Sentences, or items between lines of dashes: [private], <official>, {role|data}."""
    for path in MARKED:
        lines = [x for x in path.read_text(encoding="utf-8").splitlines() if not x.startswith("#")]
        whole = "---" in lines
        parts = "\n\n".join(x for x in lines if not x.startswith("@")).split("\n\n---\n\n")
        for number, part in enumerate(parts if whole else filter(None, lines)):
            name = f"{path.parent.name}-{path.stem}-{number}"
            text, marks = _unmarked(part.strip())
            yield Labelled(name, name, path.stem, None, _extracted(text), marks)


def _extracted(text: str) -> str:
    return read_document(text.encode(), "item.txt").text.text


def _unmarked(marked: str) -> tuple[str, dict[tuple[int, int], bool]]:
    plain, marks, last = "", {}, 0
    for match in _MARK.finditer(marked):
        plain += marked[last : match.start()]
        words = match["private"] or match["data"] or match["official"]
        if not match["data"]:
            marks[len(plain), len(plain) + len(words)] = match["official"] is not None
        plain += words
        last = match.end()
    return plain + marked[last:], marks


def examples_of(labelled: Labelled) -> Iterator[Example]:
    """The people found in a text of whom an answer says what they are."""
    document = read_document(labelled.text.encode(), "item.txt").text
    form = reading_form(document, load())
    read = form.document if form else document
    sentences = read_sentences(read)
    named = [(m.start, m.end) for ms in agencies.match_agencies(sentences, load()) for m in ms]
    things = [(p.start, p.end) for p in places.find_places(sentences, load(), labelled.country)]
    things += [(s.start, s.end) for s in substances.find_substances(sentences, load())]
    things += land_names.find_land_names(sentences, load())
    found = people.find_named(read.text, sentences, named, things)
    owners = people.owners_of(read.text, found)
    answers = defaultdict(set)
    for (start, end), official in labelled.people.items():
        first, stop = (form.read(start), form.read(end)) if form else (start, end)
        for begin, owner in owners.items():
            if begin < stop and first < found[begin][0]:
                answers[owner].add(official)
    is_agency = people.Stretches(named).touch
    for owner, features in find_office_features(read.text, found, owners, is_agency).items():
        if len(answers[owner]) == 1 and not is_head(owner) and not is_lettered(owner):
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
