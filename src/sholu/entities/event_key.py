"""What of an event is compared with others, taken from its reading."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from sholu.entities.ages import ages_of_births, read_ages
from sholu.entities.details import read_details
from sholu.entities.model import ComparedFigure, EventKey
from sholu.entities.proper_names import read_names
from sholu.events.model import Event
from sholu.events.spelling import normalise
from sholu.mentions.model import Figure, Mention
from sholu.vocabulary.load import load
from sholu.vocabulary.model import Place

SPOTS = frozenset({"city", "district", "town", "village", "checkpoint"})
"""Kinds of place that are parts of a region."""


def event_key(
    event: Event,
    sketch: tuple[int, ...],
    mentions: Sequence[Mention] = (),
    births: Sequence[str] = (),
) -> EventKey:
    """What of an event is compared.

    Args:
        event: as it was read.
        sketch: that of its title and text (`sholu.evidence.near_duplicates`).
        mentions: of its whole text; none where they are those of other events, too.
        births: the days or years of birth that its text gives, as printed.
    """
    text = f"{event.title}\n{event.text}"
    places = list(_places_named(mentions))
    return EventKey(
        id=event.id,
        documents=event.documents,
        title=normalise(event.title),
        kind=event.kind,
        countries=event.countries,
        regions=event.regions,
        published=event.published,
        date_start=event.date_start,
        figures=tuple(_compared(figure) for figure in event.figures),
        sketch=sketch,
        substances=event.substances,
        date_end=event.date_end,
        date_basis=event.date_basis,
        places=event.places,
        named=_codes(p.names.preferred("en") for p in places if p.kind in SPOTS),
        named_regions=_codes(place.region for place in places),
        named_lands=_codes(place.country for place in places),
        agencies=event.agencies,
        ages=tuple(sorted({*read_ages(text), *ages_of_births(births, event.published)})),
        details=read_details(text, event.language),
        names=read_names(text),
        about_drugs=event.about_drugs,
    )


def _compared(figure: Figure) -> ComparedFigure:
    converted = figure.value_base is not None
    return ComparedFigure(
        value=figure.value if figure.value_base is None else figure.value_base,
        value_high=figure.value_high_base if converted else figure.value_high,
        unit=figure.unit_base if converted else figure.unit,
        of=figure.of_code or (normalise(figure.of) if figure.of else None),
        accumulation=figure.accumulation,
        qualifier=figure.qualifier,
    )


def _places_named(mentions: Sequence[Mention]) -> Iterator[Place]:
    """All places that are named at all, also as the home of their people."""
    place_of = load().place
    for mention in mentions:
        if mention.kind == "place" and mention.code and mention.role != "street":
            yield place_of(mention.code)


def _codes(found: Iterable[str | None]) -> tuple[str, ...]:
    return tuple(sorted({code for code in found if code is not None}))
