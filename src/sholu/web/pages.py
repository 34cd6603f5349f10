"""What the pages show, taken from the tables; no markup here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sholu.build.look import Context, Look
from sholu.build.model import ReadDocument
from sholu.core.marking import Marking, may_see
from sholu.entities.outlets import MatrixRow
from sholu.events.model import Event
from sholu.evidence.model import Span
from sholu.mentions.model import Figure
from sholu.sources.model import Source
from sholu.vocabulary.model import Vocabulary

PAGE_SIZE = 40
"""Events on one page: some four screens."""


@dataclass(frozen=True)
class Choice:
    """One entry of a filter's list."""

    code: str
    name: str


@dataclass(frozen=True)
class Evidence:
    """The panel for one span: its words in context, and whose words they are."""

    span: Span
    context: Context
    document: ReadDocument
    source: Source | None
    figure: Figure | None
    has_picture: bool


def visible(events: Sequence[Event]) -> list[Event]:
    """Events whose documents everybody may see."""
    return [event for event in events if may_see(event.marking, Marking.CLEAR)]


def choices(look: Look, events: Sequence[Event], language: str) -> dict[str, list[Choice]]:
    """What the filter's lists offer: only what occurs."""
    vocabulary = look.observatory.vocabulary
    countries = {code for event in events for code in event.countries}
    regions = {code for event in events for code in event.regions}
    kinds = {event.kind for event in events if event.kind}
    names = {
        "country": [(c, vocabulary.place(c).names.preferred(language)) for c in countries],
        "region": [(c, vocabulary.place(c).names.preferred(language)) for c in regions],
        "kind": [(c, vocabulary.event_kind(c).names.preferred(language)) for c in kinds],
    }
    return {
        key: sorted((Choice(code, name) for code, name in pairs), key=lambda choice: choice.name)
        for key, pairs in names.items()
    }


def name_of(vocabulary: Vocabulary, language: str, field: str, value: str) -> str:
    """A value of an outlet in the reader's language, if the field holds codes of the vocabulary."""
    if field == "kind":
        return vocabulary.event_kind(value).names.preferred(language)
    if field in ("country", "region"):
        return vocabulary.place(value).names.preferred(language)
    if field == "agency":
        return vocabulary.agency(value).names.preferred(language)
    if field == "substance":
        return vocabulary.substance(value).names.preferred(language)
    return value


def counted(vocabulary: Vocabulary, language: str, row: MatrixRow) -> str:
    """What the figures of a row count: a substance in the reader's language, else as printed."""
    codes = {figure.of_code for said in row.said if said for figure in said.figures}
    known = row.counts in codes
    return name_of(vocabulary, language, "substance", row.counts) if known else row.counts


def evidence(look: Look, span_id: str, events: Sequence[Event]) -> Evidence | None:
    """The panel of a span that a visible event points to; None if there is none.

    A span of a document that is marked above clear has no panel, whoever guesses its id.
    """
    spans = {span.id: span for event in events for span in event.spans}
    figures = {figure.span.id: figure for event in events for figure in event.figures}
    span = spans.get(span_id) or (figures[span_id].span if span_id in figures else None)
    if span is None:
        return None
    documents = {row.document: row for row in look.documents()}
    context = look.contexts([span]).get(span.id)
    row = documents.get(span.document)
    if context is None or row is None or not may_see(row.marking, Marking.CLEAR):
        return None
    by_code = {source.code: source for source in look.observatory.register}
    return Evidence(
        span=span,
        context=context,
        document=row,
        source=by_code.get(row.source or ""),
        figure=figures.get(span_id),
        has_picture=row.media_type == "application/pdf" and span.page is not None,
    )
