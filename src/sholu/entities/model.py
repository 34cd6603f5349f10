"""The nouns of entities: what is compared of an event, and which events are one."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class ComparedFigure:
    """What of a figure is compared: its value in the base unit, and of what if that is known.

    ``of`` is a substance's code; else the source's words in small letters; else None.
    ``accumulation`` as in `sholu.mentions.model.Figure`.
    """

    value: float
    value_high: float | None
    unit: str | None
    of: str | None
    accumulation: str | None = None


@dataclass(frozen=True)
class EventKey:
    """What of an event is compared with others.

    Attributes:
        title: normalised: small letters, one space between words.
        published: ISO date or period; None if unknown.
        date_start: ISO, partial allowed; None if unknown.
        figures: those of its text.
        sketch: MinHash of title and text (`sholu.evidence.near_duplicates`).
        substances: codes; what a figure is ``of`` is sure if it is one of them.
        date_end: ISO, partial allowed; None if unknown.
        places: names of the towns and districts.
        agencies: codes.
    """

    id: str
    documents: tuple[str, ...]
    title: str
    kind: str | None
    countries: tuple[str, ...]
    regions: tuple[str, ...]
    published: str | None
    date_start: str | None
    figures: tuple[ComparedFigure, ...]
    sketch: tuple[int, ...]
    substances: tuple[str, ...] = ()
    date_end: str | None = None
    places: tuple[str, ...] = ()
    agencies: tuple[str, ...] = ()


@dataclass(frozen=True)
class Cluster:
    """Events that are one. ``reason`` says why; empty for an event that stands alone."""

    members: tuple[str, ...]
    reason: str
