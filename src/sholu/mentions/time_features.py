"""What speaks for the time that a figure counts over, each feature with a name people can read.

Features are of four sorts: the figure itself (unit, size), what its sentence says of time (marks),
what the sentences before and the head of the report say of it, and words around the number, which
stand for what no list thought of.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sholu.mentions.model import Figure
from sholu.mentions.rate_words import find_rate_words
from sholu.mentions.sentences import Sentence
from sholu.mentions.time_marks import Mark
from sholu.mentions.time_report import Report, length_told
from sholu.mentions.words import Word

STEM = 5
"""Letters of a word's beginning: endings of Russian and Kazakh say nothing of time."""

NEAR, CLOSE = 4, 5
"""Words beside a number that are looked at, and between it and a mark that is close."""

_SIZES = ((1000, "1000+"), (100, "100"), (20, "20"), (5, "5"), (2, "2"))
_BULLETS = frozenset("–—‒-•▪*")
_CLAUSE_ENDS = frozenset(".;:()!?,")


@dataclass(frozen=True)
class Numbered:
    """A figure in its report.

    Attributes:
        at: which of the report's sentences it stands in.
        first, stop: its words there; stop exclusive.
        kind: of its unit: ``mass``, ``count``, ``money``; with a stroke for something per another.
        nth: how many figures come before it in the sentence.
    """

    figure: Figure
    at: int
    first: int
    stop: int
    kind: str
    nth: int


def find_features(report: Report, numbered: Numbered) -> dict[str, float]:
    """All features of a figure, by name."""
    sentence = report.sentences[numbered.at]
    found = dict.fromkeys(_of_itself(numbered), 1.0)
    found |= dict.fromkeys(_of_sentence(report, numbered, sentence), 1.0)
    found |= dict.fromkeys(_of_place(report, numbered), 1.0)
    found |= dict.fromkeys(_of_time_before(report, numbered), 1.0)
    found |= dict.fromkeys(_of_twin(report, numbered), 1.0)
    found |= report.shares
    found |= dict.fromkeys(
        find_rate_words(sentence, numbered.first, numbered.stop, numbered.kind), 1.0
    )
    return found | _words(sentence, numbered)


def _of_itself(numbered: Numbered) -> Iterator[str]:
    figure, kind = numbered.figure, numbered.kind
    yield "always"
    yield f"unit:{kind}"
    if figure.unit in ("person", "case", "item"):
        yield f"unit:{figure.unit}"
    size = next((name for least, name in _SIZES if figure.value >= least), "1")
    yield f"size:{size}"
    yield f"size:{size} {kind}"
    yield f"qualifier:{figure.qualifier}"
    yield f"nth:{min(numbered.nth, 3)}"


def _of_sentence(report: Report, numbered: Numbered, sentence: Sentence) -> Iterator[str]:
    for name in report.names[numbered.at]:
        yield f"here:{name}"
        yield f"here:{name} {numbered.kind}"
    marks = report.marks[numbered.at]
    at = sentence.words[numbered.first].start
    yield from _beside("time", [mark for mark in marks if mark.is_time], sentence, at)
    yield from _beside("mark", [mark for mark in marks if not mark.is_time], sentence, at)
    if sentence.words[0].text in _BULLETS:
        yield "list_entry"


def _beside(group: str, marks: Sequence[Mark], sentence: Sentence, at: int) -> Iterator[str]:
    """The last mark before a number, or else the first after it."""
    before = [mark for mark in marks if mark.end <= at]
    after = [mark for mark in marks if mark.start > at]
    if before:
        yield f"{group}:before {before[-1].name}"
        if len(_between(sentence, before[-1].end, at)) < CLOSE:
            yield f"{group}:close before {before[-1].name}"
        if len(before) > 1:
            yield f"{group}:also before {before[-2].name}"
        if after:
            yield f"{group}:both {after[0].name}"
    elif after:
        between = _between(sentence, at + 1, after[0].start)
        yield f"{group}:after {after[0].name}"
        if len(between) <= CLOSE:
            yield f"{group}:close after {after[0].name}"
        if any(word.text in ";:" for word in between):
            yield f"{group}:apart after"


def _between(sentence: Sentence, start: int, stop: int) -> Sequence[Word]:
    words = sentence.words
    first = bisect_left(words, start, key=lambda word: word.start)
    return words[first : max(first, bisect_left(words, stop, key=lambda word: word.start))]


def _of_place(report: Report, numbered: Numbered) -> Iterator[str]:
    where = report.places[numbered.at]
    yield f"at:{where}"
    if where != "title":
        yield from (f"title:{name}" for name in report.title)
    if where != "lead":
        yield from (f"lead:{name}" for name in report.lead)
    yield from (f"around:{name}" for name in report.around(numbered.at))


def _of_time_before(report: Report, numbered: Numbered) -> Iterator[str]:
    """What the last sentence that tells a time tells, this one included, and how far back."""
    told = report.told[numbered.at]
    yield f"first:{report.first_told}"
    yield from (f"some:{name}" for name in report.all_told)
    if len(report.lengths_told) == 1:
        yield f"only:{report.lengths_told[0]}"
    if told is None:
        yield "last:none"
        return
    broken = " broken" if told.broken else ""
    back = length_told(numbered.at - told.at)
    paragraphs = report.paragraphs[numbered.at] - report.paragraphs[told.at]
    yield f"last:{told.name}"
    yield f"last:{told.name} {numbered.kind}"
    yield f"last:{told.name} {back}{broken}"
    yield f"last:{told.name} paragraphs {min(paragraphs, 2)}{broken}"


def _of_twin(report: Report, numbered: Numbered) -> Iterator[str]:
    """A headline's figure counts over the time that the body tells, where it is repeated."""
    twin = report.twin(numbered.figure) if report.places[numbered.at] == "title" else None
    if twin is None:
        return
    yield f"twin:{report.times[twin] or 'none'}"
    told = report.told[twin]
    yield f"twin:last {'none' if told is None else told.name}"
    if report.is_broken[twin]:
        yield "twin:broken"


def _words(sentence: Sentence, numbered: Numbered) -> dict[str, float]:
    words, first, stop = sentence.words, numbered.first, numbered.stop
    low, high = first, stop
    while low > 0 and words[low - 1].text not in _CLAUSE_ENDS:
        low -= 1
    while high < len(words) and words[high].text not in _CLAUSE_ENDS:
        high += 1
    clause = [*range(low, first), *range(stop, high)]
    found = {f"clause:{stem}": 0.8 for stem in _stems(words, clause)}
    found |= {f"before:{stem}": 1.0 for stem in _stems(words, range(max(0, first - NEAR), first))}
    after = range(stop, min(len(words), stop + NEAR + 1))
    found |= {f"after:{stem}": 1.0 for stem in _stems(words, after)}
    if first > 0:
        found[f"word_before:{_stem(words[first - 1])}"] = 1.0
    if stop < len(words):
        found[f"word_after:{_stem(words[stop])}"] = 1.0
    if numbered.figure.of:
        found[f"of:{numbered.figure.of.casefold()[:STEM]}"] = 0.6
    return found


def _stems(words: Sequence[Word], places: Sequence[int] | range) -> Iterator[str]:
    """Beginnings of words that are no names: a capital letter inside a sentence makes one."""
    for place in places:
        word = words[place]
        is_name = place > 0 and word.text[:1].isupper()
        if word.kind == "word" and not is_name and len(word.folded) > 1:
            yield word.folded[:STEM]


def _stem(word: Word) -> str:
    return "0" if word.kind == "number" else word.folded[:STEM]
