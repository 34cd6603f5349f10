"""What a reader of a package asks with, and what it gets beside the nouns of `model`."""

from __future__ import annotations

from dataclasses import dataclass

FOUND_KINDS: tuple[str, ...] = ("event", "claim", "passage")
"""What search looks through."""

COUNTED_BY: tuple[str, ...] = ("month", "region", "country", "kind", "substance", "group")
"""What events can be counted by."""


@dataclass(frozen=True)
class EventFilter:
    """Which events; an empty field lets all through.

    Attributes:
        country, region, kind, substance, agency, document: codes, or the id of a document.
        group: of substances, one of `sholu.vocabulary.model.SUBSTANCE_GROUPS`.
        q: words that it has, in any of the three languages.
        since, until: days (ISO, partial allowed), both inclusive, of the day it is listed under:
            its first day, else the first of its publication.
    """

    country: str = ""
    region: str = ""
    kind: str = ""
    substance: str = ""
    group: str = ""
    agency: str = ""
    document: str = ""
    q: str = ""
    since: str = ""
    until: str = ""


ALL_EVENTS = EventFilter()
"""The filter that lets all events through."""


@dataclass(frozen=True)
class SeriesHead:
    """A series without its observations; days are ISO, both inclusive; ``observations``: count."""

    id: str
    indicator: str
    place: str
    substance: str | None
    scope: str
    frequency: str
    accumulation: str
    unit: str
    first_day: str
    last_day: str
    observations: int


@dataclass(frozen=True)
class Part:
    """A stretch of a snippet; ``marked`` if it is what was asked for."""

    text: str
    marked: bool


@dataclass(frozen=True)
class Hit:
    """Something that search found.

    Attributes:
        kind: one of `FOUND_KINDS`; ``id``: of the event or claim; for a passage of the evidence
            (`Package.evidence`) that stands first in it.
        title: of the event; what a claim prints; the document's name for a passage.
        language: of the text, None if unknown.
        score: higher is better; of one search only.
    """

    kind: str
    id: str
    title: str
    snippet: tuple[Part, ...]
    language: str | None
    score: float
