"""Measure how well the press is understood: read evaluation items as a build would, and score."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from sholu.build.evaluation_item import EvaluationItem
from sholu.build.reading import read_one
from sholu.build.scoring import (
    Answer,
    Scored,
    Stretch,
    Tally,
    add_up,
    pairs_within,
    score_item,
    score_pairs,
    wanted_pairs,
)
from sholu.build.scoring_figures import FigureComparison, counted_units
from sholu.build.task import Reading, Task
from sholu.entities.model import EventKey
from sholu.entities.same_event import same_events
from sholu.evidence.model import DocumentText, Span
from sholu.evidence.read import read_document
from sholu.mentions.redaction import redact_stretch
from sholu.sources.model import Document, Source
from sholu.vocabulary.load import load
from sholu.vocabulary.model import Names

Progress = Callable[[int, int, str], None]

ALL = "all"
SEVERAL = "several"
"""Stands for the language of a pair of items in two languages."""

PAIRS = "same_event"
ARITHMETIC = "arithmetic"
OFFICIAL = (("person", "official"),)
PRIVATE = (("person", "private"), ("personal_data", None))
OTHER_FIGURE_SCORES = ("figures_value_unit", "claims")
"""They would name the same figures again."""

PSEUDONYM_KEY = b"evaluation items hold no persons"


@dataclass(frozen=True)
class Measured:
    """One item, what was read from it, and the score by field."""

    item: EvaluationItem
    kind: str | None
    scored: Mapping[str, Scored]

    @property
    def mistakes(self) -> tuple[str, ...]:
        """All mistakes, each with its field; of the scores of figures only the full one."""
        return tuple(
            f"{field}: {mistake}"
            for field, one in self.scored.items()
            if field not in OTHER_FIGURE_SCORES
            for mistake in one.mistakes
        )


@dataclass(frozen=True)
class Evaluation:
    """The measure of a reader.

    Attributes:
        totals: by language, then field; `ALL` for all languages together.
        pairs: mistakes in telling which items are one event.
    """

    totals: Mapping[str, Mapping[str, Tally]]
    items: tuple[Measured, ...]
    pairs: tuple[str, ...]


def evaluate(items: Sequence[EvaluationItem], progress: Progress) -> Evaluation:
    """Read items as ``sholu build`` reads plain press notes, and score what was read."""
    vocabulary = load()
    compare = FigureComparison(counted_units(vocabulary))
    vague = {s.code for s in vocabulary.substances if s.group == "unspecified"}
    readings, measured = {}, []
    for number, item in enumerate(items, 1):
        progress(number, len(items), item.id)
        reading = read_item(item)
        if item.answers("same_event_as"):
            readings[item.id] = reading
        answer = answer_of(reading)
        scored = score_item(item, answer, compare, vague)
        measured.append(Measured(item, answer.kind, scored))
    said = _said_pairs(readings)
    return Evaluation(
        totals=_totals(measured, said),
        items=tuple(measured),
        pairs=score_pairs(wanted_pairs(items), said).mistakes,
    )


def document_of(item: EvaluationItem) -> tuple[Document, DocumentText]:
    """An item as if it had come as a plain text."""
    name = f"{item.id}.txt"
    content = f"{item.title}\n\n{item.text}".encode()
    text = read_document(content, name).text
    document = Document(
        id=text.document,
        name=name,
        size=len(content),
        source=item.id,
        address=item.address,
        retrieved="2026-01-01T00:00:00Z",
        published=item.published,
        licence=None,
        marking="clear",
        part_of=None,
    )
    return document, text


def read_item(item: EvaluationItem) -> Reading:
    """All that a build would read from an item."""
    document, text = document_of(item)
    with TemporaryDirectory() as empty:
        return read_one(
            Task(
                document=document,
                folder=Path(empty),
                text=text,
                register=(_source(item),),
                vocabulary=Path(empty),
                pseudonyms=PSEUDONYM_KEY,
                text_key="",
                key="",
            )
        )


def _source(item: EvaluationItem) -> Source:
    """The outlet of an item, as the register would have it."""
    return Source(
        code=item.id,
        name=Names(en=(f"Outlet of {item.id}",)),
        type="newspaper",
        country=item.source_country,
        languages=(item.language,),
        grade="F",
        bias="Invented for the evaluation.",
        rhythm="irregular",
        sites=(),
        feeds=(),
        pages=(),
    )


def answer_of(reading: Reading) -> Answer:
    """What was read of an item, in the form that is scored.

    The first event counts; a press note tells one. Figures are those of all its events.
    """
    events = reading.events
    first = events[0] if events else None
    text = reading.text.text if reading.text else ""
    laws = [m.code for m in reading.mentions if m.kind == "law" and m.code]
    return Answer(
        text=text,
        about_drugs=any(event.about_drugs for event in events),
        kind=first.kind if first else None,
        countries=first.countries if first else (),
        regions=first.regions if first else (),
        date_start=first.date_start if first else None,
        date_end=first.date_end if first else None,
        substances=first.substances if first else (),
        agencies=first.agencies if first else (),
        law=tuple(laws),
        figures=tuple(figure for event in events for figure in event.figures),
        claimed=tuple(claim.figure for claim in reading.claims),
        officials=_people(reading, OFFICIAL),
        private=_people(reading, PRIVATE),
        shown="\n".join(_shown(reading)),
        arithmetic=sum(one.finding.kind == ARITHMETIC for one in reading.findings),
    )


def _people(reading: Reading, roles: Collection[tuple[str, str | None]]) -> tuple[Stretch, ...]:
    """Stretches of mentions whose kind and role are among these; None stands for any role."""
    return tuple(
        (mention.span.start, mention.span.end)
        for mention in reading.mentions
        if (mention.kind, mention.role) in roles or (mention.kind, None) in roles
    )


def _shown(reading: Reading) -> Iterator[str]:
    """Everything that a page, a release or a listing could print."""
    for event in reading.events:
        yield event.title
        yield event.text
        yield from (words for figure in event.figures for words in _words(figure.span))
    for span in reading.spans:
        yield from _words(span)
    for claim in reading.claims:
        yield from _words(claim.figure.span)
    if reading.text is not None and not reading.events:
        # Nothing is shown of it yet; a person may still open the text with names replaced.
        whole = len(reading.text.text)
        yield redact_stretch(reading.text, 0, whole, reading.mentions)


def _words(span: Span) -> tuple[str, str]:
    # The words and their surroundings as they are shown, and the words alone.
    return f"{span.prefix}{span.quote}{span.suffix}", span.quote


def _said_pairs(readings: Mapping[str, Reading]) -> set[frozenset[str]]:
    """Pairs of items with an event that was taken for one."""
    items_of: dict[str, list[str]] = defaultdict(list)
    keys: dict[str, EventKey] = {}
    for name, reading in readings.items():
        for key in reading.keys:
            # Two items with the same bytes are one document, and have one event.
            items_of[key.id].append(name)
            keys[key.id] = key
    clusters = same_events(list(keys.values()), [])
    return pairs_within(
        [name for id_ in cluster.members for name in items_of[id_]] for cluster in clusters
    )


def _totals(measured: Sequence[Measured], said: set[frozenset[str]]) -> dict[str, dict[str, Tally]]:
    """Tallies by language and field."""
    by_language: dict[str, list[Measured]] = defaultdict(list)
    for one in measured:
        by_language[one.item.language].append(one)
    totals = {name: add_up(one.scored for one in group) for name, group in by_language.items()}
    totals[ALL] = add_up(one.scored for one in measured)
    languages = {one.item.id: one.item.language for one in measured}
    wanted = wanted_pairs([one.item for one in measured])
    for name in sorted({_language(pair, languages) for pair in wanted | said}):
        tally = score_pairs(_of(wanted, name, languages), _of(said, name, languages)).tally
        totals.setdefault(name, {})[PAIRS] = tally
    totals[ALL][PAIRS] = score_pairs(wanted, said).tally
    return totals


def _of(pairs: set[frozenset[str]], name: str, languages: Mapping[str, str]) -> set[frozenset[str]]:
    return {pair for pair in pairs if _language(pair, languages) == name}


def _language(pair: frozenset[str], languages: Mapping[str, str]) -> str:
    """The language of both items of a pair."""
    found = {languages[name] for name in pair}
    return found.pop() if len(found) == 1 else SEVERAL


def confusion(items: Sequence[Measured]) -> list[tuple[str, Counter[str]]]:
    """By kind wanted, how often each kind was read; "none" where none was."""
    table: dict[str, Counter[str]] = defaultdict(Counter)
    for one in items:
        if one.item.about_drugs and one.item.kind is not None:
            table[one.item.kind][one.kind or "none"] += 1
    return sorted(table.items())


def worst(items: Sequence[Measured], number: int) -> list[Measured]:
    """The items with the most mistakes."""
    wrong = [one for one in items if one.mistakes]
    return sorted(wrong, key=lambda one: (-len(one.mistakes), one.item.id))[:number]
