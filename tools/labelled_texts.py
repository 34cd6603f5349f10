"""Texts whose people are marked, for the tools that learn names and offices.

The items of evaluation/ in the development half, the invented press items and sentences of
tests/mentions/, and those of tools/office_examples/, tools/name_examples/ and tools/data_examples/.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from sholu.build.evaluation_item import load_items
from sholu.build.scoring import places_of
from sholu.evidence.read import read_document
from sholu.mentions import agencies, impersonal_names, places, substances
from sholu.mentions.scripts import reading_form
from sholu.mentions.sentences import Sentence, read_sentences
from sholu.vocabulary.load import load

ROOT = Path(__file__).resolve().parent.parent
ITEMS = (ROOT / "evaluation", ROOT / "evaluation" / "people_and_places")
MARKED = (
    *(ROOT / "tests" / "mentions").glob("people_*/*.txt"),
    *(ROOT / "tools" / "office_examples").glob("**/*.txt"),
)
DATA_MARKED = (
    *(ROOT / "tools" / "name_examples").glob("*.txt"),
    *(ROOT / "tools" / "data_examples").glob("*.txt"),
)
"""In these all personal data are marked, too."""

_MARK = re.compile(r"\[(?P<private>[^\]]+)\]|\{[^|{}]+\|(?P<data>[^}]+)\}|<(?P<official>[^>]+)>")
_HEADER = re.compile(
    r"@ (?P<country>[A-Z]{2})\b(?: *\| *(?P<about>[^|\n?]*)\??)?(?: *\| *(?P<kind>\w+))?"
)

NOT_ON_DRUGS = "other"
"""In place of a kind: the item is not about drugs."""


@dataclass(frozen=True)
class Labelled:
    """A text with the stretches of the people named in it; True for officials.

    ``data``: stretches of personal data.
    ``group``: texts of one group are left out together in cross-validation. ``about``: codes of the
    substances that it tells of; ``kind``: of the event, ``none`` or `NOT_ON_DRUGS`; None where
    that is not answered.
    """

    name: str
    group: str
    language: str
    country: str | None
    text: str
    people: Mapping[tuple[int, int], bool]
    data: frozenset[tuple[int, int]] = frozenset()
    about: tuple[str, ...] | None = None
    kind: str | None = None


@dataclass(frozen=True)
class LabelledReading:
    """A labelled text as the readers of people get it.

    Attributes:
        agencies, things: stretches that name agencies; places, substances and what is named after.
        people: as of `Labelled`, by offsets of ``text``.
    """

    text: str
    sentences: Sequence[Sentence]
    agencies: Sequence[tuple[int, int]]
    things: Sequence[tuple[int, int]]
    people: Mapping[tuple[int, int], bool]


def labelled_texts(
    folders: Sequence[Path] = ITEMS, files: Sequence[Path] = (*MARKED, *DATA_MARKED)
) -> Iterator[Labelled]:
    """All of them, items first."""
    for folder in folders:
        yield from _evaluation_texts(folder)
    for path in files:
        yield from marked_texts(path)


def _evaluation_texts(folder: Path) -> Iterator[Labelled]:
    """The development items; those of one number, often translations, are of one group."""
    for item in load_items(folder):
        if item.half != "development":
            continue
        text = _extracted(f"{item.title}\n\n{item.text}")
        marks = {
            place: person.official
            for person in item.persons
            for place in places_of(person.text, text)
        }
        data = frozenset(p for datum in item.personal_data for p in places_of(datum.text, text))
        group = f"{folder.name} {item.id[3:]}"
        yield Labelled(item.id, group, item.language, item.source_country, text, marks, data)


def marked_texts(path: Path) -> Iterator[Labelled]:
    """Sentences, or items between lines of dashes: [private], <official>, {role|data}.

    An item may begin with ``@``, the country of its outlet and, after a stroke, the codes of the
    substances that it tells of, or a hyphen for none; after another the kind of its event.
    """
    lines = [x for x in path.read_text(encoding="utf-8").splitlines() if not x.startswith("#")]
    parts = "\n\n".join(lines).split("\n\n---\n\n") if "---" in lines else filter(None, lines)
    for number, part in enumerate(parts):
        header = _HEADER.match(part.strip())
        about = header and header["about"]
        text, marks, data = _unmarked(
            "\n\n".join(x for x in part.strip().splitlines() if x and not x.startswith("@"))
        )
        name = f"{path.parent.name}-{path.stem}-{number}"
        yield Labelled(
            name,
            name,
            path.stem[:2],
            header and header["country"],
            _extracted(text),
            marks,
            data,
            tuple(about.replace("-", "").split()) if about else None,
            header and header["kind"],
        )


def _extracted(text: str) -> str:
    return read_document(text.encode(), "item.txt").text.text


def _unmarked(
    marked: str,
) -> tuple[str, dict[tuple[int, int], bool], frozenset[tuple[int, int]]]:
    plain, people, data, last = "", {}, set(), 0
    for match in _MARK.finditer(marked):
        plain += marked[last : match.start()]
        words = match["private"] or match["data"] or match["official"]
        stretch = len(plain), len(plain) + len(words)
        if match["data"]:
            data.add(stretch)
        else:
            people[stretch] = match["official"] is not None
        plain += words
        last = match.end()
    return plain + marked[last:], people, frozenset(data)


def read_labelled(labelled: Labelled) -> LabelledReading:
    """A labelled text in its reading form, with what is known of it before people are found."""
    vocabulary = load()
    document = read_document(labelled.text.encode(), "item.txt").text
    form = reading_form(document, vocabulary)
    read = form.document if form else document
    sentences = read_sentences(read)
    named = [(m.start, m.end) for ms in agencies.match_agencies(sentences, vocabulary) for m in ms]
    things = [
        (found.start, found.end)
        for found in (
            *places.find_places(sentences, vocabulary, labelled.country),
            *substances.find_substances(sentences, vocabulary),
        )
    ]
    things += impersonal_names.find_impersonal_names(sentences, vocabulary)
    people = {
        ((form.read(start), form.read(end)) if form else (start, end)): official
        for (start, end), official in labelled.people.items()
    }
    return LabelledReading(read.text, sentences, named, things, people)
