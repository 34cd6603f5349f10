"""Make one event of the events of a cluster, with all that each of them says."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from sholu.core.marking import highest
from sholu.entities.days import publication_day
from sholu.events.model import Event
from sholu.evidence.model import Span
from sholu.mentions.model import Figure
from sholu.vocabulary.model import PLACE_KINDS

LOWEST_GRADE = "F"
"""Reliability that cannot be judged (NATO AJP-2.1, 2016): that of a document without a source."""

T = TypeVar("T")


def merge(events: Sequence[Event], grades: Mapping[str, str]) -> Event:
    """One event of several that are the same.

    The earliest gives the id; the best graded source, and of equals the earliest, gives title,
    text and kind. Documents, addresses, places and figures are those of all; a figure that says
    what another document's figure says is not repeated, but its span is kept.

    Args:
        events: of one cluster, at least one.
        grades: reliability A to F by document id; a document without one counts as F.
    """
    by_date = sorted(events, key=lambda event: (publication_day(event.published), event.documents))
    if len(by_date) == 1:
        return by_date[0]
    by_grade = sorted(by_date, key=lambda event: _grade(event, grades))
    first, teller = by_date[0], by_grade[0]
    figures, said_again = _unite_figures(by_grade)
    when = next((e for e in by_grade if e.date_start), teller)
    return replace(
        teller,
        id=first.id,
        kind=next((event.kind for event in by_grade if event.kind), None),
        countries=_unite(by_grade, lambda event: event.countries),
        regions=_unite(by_grade, lambda event: event.regions),
        places=_unite(by_grade, lambda event: event.places),
        place_precision=_most_precise(by_grade),
        date_start=when.date_start,
        date_end=when.date_end,
        date_basis=when.date_basis,
        published=first.published,
        agencies=_unite(by_grade, lambda event: event.agencies),
        substances=_unite(by_grade, lambda event: event.substances),
        about_drugs=any(event.about_drugs for event in events),
        figures=figures,
        addresses=_unite(by_date, lambda event: event.addresses),
        documents=_unite(by_date, lambda event: event.documents),
        spans=_unite_spans(by_grade, said_again),
        pictures=_unite(by_grade, lambda event: event.pictures),
        release_item=next((e.release_item for e in by_date if e.release_item), None),
        confidence=max(event.confidence for event in events),
        marking=str(highest(event.marking for event in events)),
        reader=" + ".join(dict.fromkeys(event.reader for event in by_date)),
    )


def _grade(event: Event, grades: Mapping[str, str]) -> str:
    return min(grades.get(document, LOWEST_GRADE) for document in event.documents)


def _unite(events: Iterable[Event], part: Callable[[Event], tuple[T, ...]]) -> tuple[T, ...]:
    """What the events have, each once, in their order."""
    return tuple(dict.fromkeys(value for event in events for value in part(event)))


def _most_precise(events: Sequence[Event]) -> str | None:
    known = [event.place_precision for event in events if event.place_precision]
    return max(known, key=PLACE_KINDS.index, default=None)


def _unite_figures(events: Sequence[Event]) -> tuple[tuple[Figure, ...], tuple[Span, ...]]:
    """The figures of all events, and the spans of those that another document says already."""
    kept: list[Figure] = []
    said_again: list[Span] = []
    for event in events:
        before = [_meaning(figure) for figure in kept]
        for figure in event.figures:
            meaning = _meaning(figure)
            if meaning in before:
                before.remove(meaning)  # each figure answers for one of the other document
                said_again.append(figure.span)
            else:
                kept.append(figure)
    return tuple(kept), tuple(said_again)


def _meaning(figure: Figure) -> tuple[object, ...]:
    """What makes two figures of one event the same; what is counted has words in each language."""
    if figure.value_base is not None:
        return figure.value_base, figure.value_high_base, figure.unit_base, figure.of_code
    return figure.value, figure.value_high, figure.unit, figure.of_code


def _unite_spans(events: Sequence[Event], more: tuple[Span, ...]) -> tuple[Span, ...]:
    spans = [span for event in events for span in event.spans]
    return tuple({span.id: span for span in (*spans, *more)}.values())
