"""One event, many outlets: which says what in which field, where they agree, differ, are silent."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from sholu.core.errors import SholuError
from sholu.core.finding import Finding, make_finding
from sholu.core.period import Period, parse_partial_date
from sholu.entities.outlet_figures import FigureRow, by_outlets, match_figures, print_figures
from sholu.events.model import Event
from sholu.events.spelling import normalise
from sholu.evidence.model import Span
from sholu.mentions.model import Figure
from sholu.vocabulary.model import Vocabulary

AGREE, OVERLAP, DIFFER, ONE = "agree", "overlap", "differ", "one"
"""``one``: a single outlet says it, the others are silent."""


class NoOutlets(SholuError):
    """A matrix of an event that nobody tells."""


@dataclass(frozen=True)
class Outlet:
    """Who tells an event, in which document.

    Attributes:
        name: the source's, else the document's; told apart by number if two are called the same.
        source: code in the register; None if it is not known.
        event: id of the event as this document tells it.
    """

    name: str
    source: str | None
    document: str
    published: str | None
    language: str | None
    event: str


@dataclass(frozen=True)
class Telling:
    """An event as one outlet tells it."""

    outlet: Outlet
    event: Event


@dataclass(frozen=True)
class Said:
    """What one outlet says in one field, with the spans or figures that say so."""

    values: tuple[str, ...]
    figures: tuple[Figure, ...] = ()
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True)
class MatrixRow:
    """One field of the event.

    Attributes:
        field: ``title``, ``kind``, ``country``, ``region``, ``place``, ``date``, ``agency``,
            ``substance`` or ``figure``.
        counts: what the figure counts; empty for other fields.
        said: by outlet, None where it is silent.
        verdict: ``agree``, ``overlap`` (in part), ``differ`` or ``one`` (only one speaks).
    """

    field: str
    counts: str
    said: tuple[Said | None, ...]
    verdict: str


@dataclass(frozen=True)
class Matrix:
    """Field by outlet."""

    event: str
    outlets: tuple[Outlet, ...]
    rows: tuple[MatrixRow, ...]


def compare_outlets(event_id: str, tellings: Sequence[Telling], vocabulary: Vocabulary) -> Matrix:
    """What each outlet says of one event, field by field.

    Args:
        event_id: of the merged event.
        tellings: the event as each document tells it, at least one.
        vocabulary: to tell counts from measures.

    Raises:
        NoOutlets: if there are no tellings.
    """
    if not tellings:
        raise NoOutlets(f"No document tells the event {event_id}.")
    events = [telling.event for telling in tellings]
    rows = [_row(name, read, events) for name, read in _FIELDS]
    rows.append(_date_row(events))
    printed = [
        figure
        for place, event in enumerate(events)
        for figure in print_figures(place, event.language, event.figures, vocabulary)
    ]
    rows += [_figure_row(row, len(events)) for row in match_figures(printed)]
    told = tuple(row for row in rows if any(row.said))
    return Matrix(event_id, _named_apart([t.outlet for t in tellings]), told)


def differing_figures(matrix: Matrix) -> list[Finding]:
    """A finding for each figure on which the outlets of one event differ."""
    return [
        _differ(matrix, row)
        for row in matrix.rows
        if row.field == "figure" and row.verdict == DIFFER
    ]


def _differ(matrix: Matrix, row: MatrixRow) -> Finding:
    pairs = [(o, s) for o, s in zip(matrix.outlets, row.said, strict=True) if s is not None]
    told = "; ".join(f"{', '.join(said.values)} ({outlet.name})" for outlet, said in pairs)
    return make_finding(
        "outlets_differ",
        matrix.event,
        f"The outlets of one event differ on {row.counts or 'a figure'}: {told}.",
        evidence=tuple(figure.span.id for _, said in pairs for figure in said.figures),
        method="figures of one event matched by what they count, each as exact as printed",
        certainty="likely",
        gravity="medium",
    )


_FIELDS: tuple[tuple[str, Callable[[Event], tuple[str, ...]]], ...] = (
    ("title", lambda event: (event.title,) if event.title else ()),
    ("kind", lambda event: (event.kind,) if event.kind else ()),
    ("country", lambda event: event.countries),
    ("region", lambda event: event.regions),
    ("place", lambda event: event.places),
    ("agency", lambda event: event.agencies),
    ("substance", lambda event: event.substances),
)


def _row(name: str, read: Callable[[Event], tuple[str, ...]], events: Sequence[Event]) -> MatrixRow:
    """A field of words or codes."""
    values = [read(event) for event in events]
    said = tuple(
        Said(value, spans=event.spans[:1] if name == "title" else ()) if value else None
        for value, event in zip(values, events, strict=True)
    )
    return MatrixRow(name, "", said, _verdict_of_sets([set(map(normalise, v)) for v in values]))


def _verdict_of_sets(values: Sequence[set[str]]) -> str:
    told = [value for value in values if value]
    if len(told) < 2:
        return ONE
    if all(value == told[0] for value in told):
        return AGREE
    parted = any(not one & two for one in told for two in told)
    return DIFFER if parted else OVERLAP


def _date_row(events: Sequence[Event]) -> MatrixRow:
    """The date of the event: a day within the month that another gives is no disagreement."""
    periods = [_period(event) for event in events]
    said = tuple(None if period is None else Said((str(period),)) for period in periods)
    told = [period for period in periods if period is not None]
    verdict = AGREE if all(period == told[0] for period in told) else OVERLAP
    if any(not one.overlaps(two) for one in told for two in told):
        verdict = DIFFER
    return MatrixRow("date", "", said, verdict if len(told) > 1 else ONE)


def _period(event: Event) -> Period | None:
    if event.date_start is None:
        return None
    start = parse_partial_date(event.date_start)
    return Period(start, parse_partial_date(event.date_end) if event.date_end else start)


def _figure_row(row: FigureRow, outlets: int) -> MatrixRow:
    said: list[Said | None] = [None] * outlets
    for place, printed in by_outlets(row.said).items():
        # The headline often repeats the text's number in other letters: THREE, three.
        by_value = {one.number.value: one for one in reversed(printed)}
        once = list(reversed(by_value.values()))
        values = tuple(one.number.printed for one in once)
        said[place] = Said(values, tuple(one.figure for one in once))
    verdict = AGREE if row.agrees() else DIFFER
    return MatrixRow(
        "figure", _counts(row), tuple(said), verdict if len(row.outlets()) > 1 else ONE
    )


def _counts(row: FigureRow) -> str:
    """What the figures count: a substance's code, else the words of the first that says it."""
    codes = [printed.figure.of_code for printed in row.said if printed.figure.of_code]
    words = [printed.figure.of for printed in row.said if printed.figure.of]
    units = [printed.figure.unit for printed in row.said if printed.figure.unit]
    return next(iter((*codes, *words, *units)), "")


def _named_apart(outlets: Sequence[Outlet]) -> tuple[Outlet, ...]:
    """The outlets, those of one name with a number."""
    seen: dict[str, int] = {}
    named = []
    for outlet in outlets:
        seen[outlet.name] = seen.get(outlet.name, 0) + 1
        number = seen[outlet.name]
        name = outlet.name if number == 1 else f"{outlet.name} ({number})"
        named.append(replace(outlet, name=name))
    return tuple(named)
