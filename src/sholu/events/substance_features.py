"""What speaks for and against a substance being told of, and not only named in passing.

Features have names that a person can read: where a substance stands and how often, whether
something is counted of it, what else its sentence names, and the words around it. An officer who
says what was found ten years ago, a reader who compares, a law's title: the words beside them tell.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sholu.core.choice import Features
from sholu.events.item import Reading, ToldItem
from sholu.events.substance_asides import asides_of
from sholu.mentions.model import Mention
from sholu.mentions.sentences import Sentence
from sholu.mentions.words import Word

Named = Mapping[str, Sequence[Mention]]
"""The mentions of each substance, in the order of the text."""

_YEAR = re.compile(r"(?:19|20)\d\d")
_NEAR = 3
"""Words to each side that count with their place; of the sentence the words alone do."""
_STEM = 6
"""Letters of a word's beginning: endings of Russian and Kazakh say nothing of the matter."""
_ORDER = ("first", "second", "later")
_BESIDE = 5
"""Signs between the members of a row: a comma, a word for "and"."""
UNSPECIFIED = "unspecified"
"""The group of words that name no substance: drugs, synthetics."""
PRECURSORS = "precursors"
"""The group of what drugs are made of."""
_SENTENCE_WORD = 0.5
"""What a word of the sentence says; one beside the substance says 1."""


@dataclass(frozen=True)
class _Place:
    """A mention: its sentence, where in the item it stands and what is beside it."""

    mention: Mention
    sentence: Sentence | None
    in_title: bool
    paragraph: int | None


def substance_features(
    code: str,
    named: Named,
    groups: Mapping[str, str],
    counted: frozenset[str | None],
    item: ToldItem,
    reading: Reading,
    kind: str | None,
) -> Features:
    """The features of one of the substances that an item names.

    Args:
        named: all substances with their mentions.
        groups: of each substance its group.
        counted: codes of which something is counted.
        kind: of the event.
    """
    places = [_place(mention, item, reading) for mention in named[code]]
    found = {"always": 1.0}
    for name in (
        *_standing(code, places, named, counted, item),
        _figures_beside(places, reading),
    ):
        found[name] = 1.0
        found[f"{name}, {kind or 'no kind'}"] = 0.5
    for name in (f"kind {kind}", f"group {groups[code]}", f"is {code}"):
        found[name] = 0.5
    for name in _company(code, places, named, groups, item):
        found[name] = 1.0
    for name in _what_others_are(code, named, groups, counted, item):
        found[name] = 1.0
    for place in places:
        for name, value in _words(place, reading):
            found[name] = max(found.get(name, 0.0), value)
    asides = [asides_of(place.mention, item, reading, kind) for place in places]
    for name in set().union(*asides):
        if all(name in one for one in asides):
            found[f"aside {name}"] = 1.0
    if all(asides):
        found["only asides"] = 1.0
    return found


def _place(mention: Mention, item: ToldItem, reading: Reading) -> _Place:
    start = mention.span.start
    in_title = item.title_end is not None and start < item.title_end
    sentences = reading.parsed_sentences(start, mention.span.end)
    paragraph = next(
        (n for n, one in enumerate(item.telling) if one.start <= start < one.end), None
    )
    return _Place(mention, sentences[0] if sentences else None, in_title, paragraph)


def _standing(
    code: str,
    places: Sequence[_Place],
    named: Named,
    counted: frozenset[str | None],
    item: ToldItem,
) -> Iterator[str]:
    """Where a substance stands in its item, and how often."""
    sentences = {place.sentence.start for place in places if place.sentence}
    yield f"in {min(len(sentences), 3)} sentences"
    if any(place.in_title for place in places):
        yield "in title"
    paragraphs = [place.paragraph for place in places if place.paragraph is not None]
    if 0 in paragraphs:
        yield "in lead"
    elif paragraphs and len(item.telling) > _LEAST_WITH_CLOSE:
        yield "from last paragraph" if min(paragraphs) == len(item.telling) - 1 else "from middle"
    yield "counted" if code in counted else "not counted"
    order = min(list(named).index(code), len(_ORDER) - 1)
    yield "named alone" if len(named) == 1 else f"named {_ORDER[order]}"


_LEAST_WITH_CLOSE = 2
"""Of two paragraphs the second tells on; of more the last one closes."""


def _company(
    code: str,
    places: Sequence[_Place],
    named: Named,
    groups: Mapping[str, str],
    item: ToldItem,
) -> Iterator[str]:
    """What other substances an item names, and whether beside this one."""
    title_end = item.title_end or item.start
    others = [(other, mention) for other in named if other != code for mention in named[other]]
    if any(mention.span.start < title_end for _, mention in others):
        yield "another in title"
    if any(groups[other] == groups[code] for other, _ in others):
        yield "another of its group"
    beside = [
        other
        for place in places
        if place.sentence
        for other, mention in others
        if place.sentence.start <= mention.span.start < place.sentence.end
    ]
    yield "another in its sentence" if beside else "alone in its sentence"
    if any(
        min(abs(m.span.start - p.mention.span.end), abs(p.mention.span.start - m.span.end))
        <= _BESIDE
        for _, m in others
        for p in places
    ):
        yield "in a row"


def _what_others_are(
    code: str,
    named: Named,
    groups: Mapping[str, str],
    counted: frozenset[str | None],
    item: ToldItem,
) -> Iterator[str]:
    """Whether the item is rather on another substance: one of its group, what it is made of."""
    title_end = item.title_end or item.start
    in_title = frozenset(
        other for other in named if any(m.span.start < title_end for m in named[other])
    )
    others = [other for other in named if other != code]
    same = [other for other in others if groups[other] == groups[code]]
    precursors = [other for other in others if groups[other] == PRECURSORS]
    drugs = [other for other in others if groups[other] not in (PRECURSORS, UNSPECIFIED)]
    made = ("drug", drugs) if groups[code] == PRECURSORS else ("precursor", precursors)
    for where, codes in (("in title", in_title), ("counted", counted)):
        if any(other in codes for other in same):
            yield f"another of its group {where}"
        if any(other in codes for other in made[1]):
            yield f"{made[0]} {where}"
        if code not in codes and any(other in codes for other in others):
            yield f"another, not this, {where}"


def _figures_beside(places: Sequence[_Place], reading: Reading) -> str:
    """Whether a sentence that names the substance holds a figure, of whatever."""
    sentences = [place.sentence for place in places if place.sentence]
    held = any(reading.figures(one.start, one.end) for one in sentences)
    return "figure in sentence" if held else "no figure in sentence"


def _words(place: _Place, reading: Reading) -> Iterator[tuple[str, float]]:
    """The words beside a mention and in its sentence."""
    if place.sentence is None or place.in_title:
        return
    words = place.sentence.words
    start, end = reading.read_at(place.mention.span.start), reading.read_at(place.mention.span.end)
    before = [word for word in words if word.end <= start]
    after = [word for word in words if word.start >= end]
    for distance, word in enumerate(reversed(before[-_NEAR:]), 1):
        yield f"-{distance} {_stem(word)}", 1.0
    for distance, word in enumerate(after[:_NEAR], 1):
        yield f"+{distance} {_stem(word)}", 1.0
    for side, beside in (("before", before), ("after", after)):
        for word in beside:
            yield f"{side} {_stem(word)}", _SENTENCE_WORD


def _stem(word: Word) -> str:
    if _YEAR.fullmatch(word.text):
        return "YEAR"
    return "0" if word.text[0].isdigit() else word.folded[:_STEM]
