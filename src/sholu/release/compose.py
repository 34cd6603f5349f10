"""Compose a release out of chosen events: sections, items, counts, summary. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any

from sholu.core.alphabet import alphabetical
from sholu.events.model import Event
from sholu.evidence.model import Span
from sholu.mentions.model import Figure
from sholu.release.figure_words import in_few_words
from sholu.release.model import (
    NOWHERE,
    Edition,
    Item,
    Publisher,
    Release,
    ReleaseError,
    Section,
    SourceDocument,
)
from sholu.release.summary import checked_summary, summarise
from sholu.release.wording import date_in_words, lead_sentence, say
from sholu.vocabulary.model import Place, Vocabulary

_PSEUDONYM = re.compile(r"\b(person|data)-[a-z2-7]{10,16}")
"""A pseudonym (`sholu.mentions.pseudonyms`) of a private person's name, or of what leads to one."""

WITHHELD = {"person": "withheld", "data": "withheld_data"}

_OFFICIAL = re.compile(r"republic|federation|республик|федерац", re.IGNORECASE)
"""A country's full name, as headings of releases have it, in three languages."""


@dataclass(frozen=True)
class ItemEdit:
    """What an editor wrote for an item; None leaves it as it is."""

    title: str | None
    text: str | None
    who: str


@dataclass(frozen=True)
class Edits:
    """What editors wrote for a release.

    Attributes:
        items: by event id.
        summary: the records of the journal; None if nobody wrote a summary.
    """

    items: Mapping[str, ItemEdit]
    summary: Sequence[Mapping[str, Any]] | None


def compose(
    edition: Edition,
    publisher: Publisher,
    events: Sequence[Event],
    documents: Mapping[str, SourceDocument],
    vocabulary: Vocabulary,
    edits: Edits,
) -> Release:
    """The release of the chosen events.

    Raises:
        ReleaseError: if there is nothing to publish.
        SummaryError: if a sentence of an editor's summary names no item of this release.
    """
    if not events:
        raise ReleaseError(
            f"Nothing about drugs was published {edition.period}, so there is no release to make.",
            "'sholu events' shows what was read; 'sholu status' what was not.",
        )
    language = edition.language
    sections = _sections(events, publisher.countries, vocabulary, language, edits)
    items = tuple(item for section in sections for item in section.items)
    counts = [(_within_sentence(section), len(section.items)) for section in sections]
    if edits.summary is None:
        summary = summarise(sections, language)
    else:
        summary = checked_summary(edits.summary, {item.event for item in items})
    used = {id_ for item in items for id_ in item.documents}
    return Release(
        edition=edition,
        publisher=publisher,
        lead=lead_sentence(edition.period, counts, language),
        summary=summary,
        sections=sections,
        documents=tuple(documents[id_] for id_ in sorted(used) if id_ in documents),
        changes=(),
        versions=(),
    )


def _sections(
    events: Sequence[Event],
    first: tuple[str, ...],
    vocabulary: Vocabulary,
    language: str,
    edits: Edits,
) -> tuple[Section, ...]:
    """A section per country, in the publisher's order, then by name; items numbered through."""

    def country_order(code: str) -> tuple[int, tuple[int, ...]]:
        rank = first.index(code) if code in first else len(first)
        if code == NOWHERE:
            rank = len(first) + 1
        return rank, alphabetical(_country_name(code, vocabulary, language))

    ordered = sorted(events, key=lambda event: (country_order(_country(event)), _item_order(event)))
    sections: list[Section] = []
    number = 0
    for code, group in groupby(ordered, key=_country):
        items = []
        for event in group:
            number += 1
            items.append(_item(number, event, vocabulary, language, edits.items.get(event.id)))
        name = _country_name(code, vocabulary, language)
        heading = _official_name(code, vocabulary, language)
        sections.append(Section(code, name, heading, tuple(items)))
    return tuple(sections)


def _country(event: Event) -> str:
    """The country of the section: the first that the event names."""
    return event.countries[0] if event.countries else NOWHERE


def _item_order(event: Event) -> tuple[str, str, int, str, str]:
    """By publication, and within an earlier release by its own order; then by date and title."""
    in_release, _, number = (event.release_item or "").partition(" #")
    order = int(number) if number.isdigit() else 0
    return event.published or "", in_release, order, event.date_start or "", event.title


def _country_name(code: str, vocabulary: Vocabulary, language: str) -> str:
    if code == NOWHERE:
        return say("nowhere", language)
    return vocabulary.place(code).names.preferred(language)


def _within_sentence(section: Section) -> str:
    """A country's name, or in small letters that none is stated."""
    is_name = section.country != NOWHERE
    return section.name if is_name else section.name[:1].lower() + section.name[1:]


def _official_name(code: str, vocabulary: Vocabulary, language: str) -> str:
    """The full name of a country if the vocabulary has one, for the heading."""
    if code == NOWHERE:
        return _country_name(code, vocabulary, language)
    place: Place = vocabulary.place(code)
    names = [name for name_language, name in place.names.all() if name_language == language]
    full = [name for name in names if _OFFICIAL.search(name)]
    return full[0] if full else place.names.preferred(language)


def _item(
    number: int, event: Event, vocabulary: Vocabulary, language: str, edit: ItemEdit | None
) -> Item:
    text = edit.text if edit and edit.text else event.text
    title = (edit.title if edit and edit.title else event.title) or _opening(text)
    kind_name = vocabulary.event_kind(event.kind).names.preferred(language) if event.kind else ""
    return Item(
        number=number,
        event=event.id,
        kind=event.kind,
        kind_name=kind_name,
        title=withhold(" ".join(title.split()), language),
        paragraphs=tuple(_paragraphs(withhold(text, language))),
        language=event.language,
        regions=tuple(vocabulary.place(code).names.preferred(language) for code in event.regions),
        agencies=_agencies(event, vocabulary, language),
        date=date_in_words(event.date_start, event.date_end, language),
        addresses=event.addresses,
        figures=tuple(
            _public_figure(figure, language)
            for figure in event.figures
            # A figure that the editor left out of the text is not printed under it either.
            if not (edit and edit.text) or figure.span.quote in text
        ),
        spans=tuple(_public_span(span, language) for span in event.spans),
        documents=event.documents,
        pictures=event.pictures,
        edited_by=edit.who if edit else None,
    )


_OPENING = 12
"""Words by which an item without a title is listed."""


def _opening(text: str) -> str:
    words = text.split("\n\n")[0].split()
    return " ".join(words[:_OPENING]) + " …" * (len(words) > _OPENING)


def _agencies(event: Event, vocabulary: Vocabulary, language: str) -> tuple[str, ...]:
    """Names of the agencies of the event's own countries, and of international ones."""
    agencies = [vocabulary.agency(code) for code in event.agencies]
    return tuple(
        agency.names.preferred(language)
        for agency in agencies
        if agency.country is None or agency.country in event.countries
    )


def withhold(text: str, language: str) -> str:
    """A text that says ``[name withheld]`` where a private person's pseudonym stands.

    A pseudonym is the same in all releases: printed, it would tell which items are of one person.

    >>> withhold("person-k3q7abcdef was fined", "en")
    '[name withheld] was fined'
    """
    return _PSEUDONYM.sub(lambda match: say(WITHHELD[match[1]], language), text)


def _public_span(span: Span, language: str) -> Span:
    return replace(
        span,
        quote=withhold(span.quote, language),
        prefix=withhold(span.prefix, language),
        suffix=withhold(span.suffix, language),
    )


def _public_figure(figure: Figure, language: str) -> Figure:
    return replace(
        figure,
        of=withhold(in_few_words(figure.of), language) if figure.of else figure.of,
        span=_public_span(figure.span, language),
    )


def _paragraphs(text: str) -> Iterable[str]:
    return (" ".join(part.split()) for part in re.split(r"\n\s*\n", text) if part.strip())
