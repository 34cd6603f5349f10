"""The nouns of a release."""

from __future__ import annotations

from dataclasses import dataclass

from sholu.core.errors import SholuError
from sholu.core.period import Period
from sholu.events.model import Address
from sholu.evidence.model import Span
from sholu.mentions.model import Figure

NOWHERE = "ZZ"
"""ISO 3166-1 user-assigned code for an unknown country; its section comes last."""


class ReleaseError(SholuError):
    """A release that cannot be made, or must not."""


class SummaryError(ReleaseError):
    """A sentence of the summary that no item supports."""


@dataclass(frozen=True)
class Publisher:
    """Who publishes, in the language of the edition.

    Attributes:
        name: of the centre; ``subtitle``: what it is.
        emblem: an SVG or PNG picture; None for none. ``emblem_type``: ``svg`` or ``png``.
        banner: a line for every page, e.g. that all is invented; empty for none.
        countries: codes in the order of their sections; the others follow by name.
    """

    name: str
    subtitle: str
    city: str
    address: str
    telephone: str
    fax: str
    email: str
    site: str
    emblem: bytes | None
    emblem_type: str
    banner: str
    countries: tuple[str, ...]


@dataclass(frozen=True)
class Edition:
    """Which release it is.

    Attributes:
        number: within its year; the year is that of the period's last day.
        reissue: 0 for the first issue, then 1, 2 …; ``why``: what a re-issue mends.
    """

    number: int
    period: Period
    language: str
    reissue: int = 0
    why: str = ""

    @property
    def year(self) -> int:
        """The year that the number counts in."""
        return self.period.last_day().year

    @property
    def code(self) -> str:
        """``2025-01``: what the journal and the folders call it."""
        return f"{self.year}-{self.number:02d}"


@dataclass(frozen=True)
class SourceDocument:
    """A document behind the release: id, name, publisher and address as known."""

    id: str
    name: str
    source: str | None
    address: str | None
    published: str | None


@dataclass(frozen=True)
class Item:
    """One event as it is printed.

    Attributes:
        number: running through the whole release from 1.
        event: its id; ``kind``: code; ``kind_name`` in the language of the edition.
        regions, agencies: names in the language of the edition.
        date: when it happened, in words; None if unknown.
        edited_by: who wrote another title or text, if somebody did.
        pictures: SHA-256 of pictures.
    """

    number: int
    event: str
    kind: str | None
    kind_name: str
    title: str
    paragraphs: tuple[str, ...]
    language: str | None
    regions: tuple[str, ...]
    agencies: tuple[str, ...]
    date: str | None
    addresses: tuple[Address, ...]
    figures: tuple[Figure, ...]
    spans: tuple[Span, ...]
    documents: tuple[str, ...]
    pictures: tuple[str, ...]
    edited_by: str | None


@dataclass(frozen=True)
class Section:
    """The items of one country."""

    country: str
    name: str
    heading: str
    items: tuple[Item, ...]


@dataclass(frozen=True)
class SummarySentence:
    """A sentence of the summary, and the events that support it.

    Attributes:
        about: the country that stands before it; empty in a summary that an editor wrote.
    """

    text: str
    items: tuple[str, ...]
    about: str = ""


@dataclass(frozen=True)
class Change:
    """What a re-issue changed: ``added``, ``removed`` or ``changed``; which item; what of it."""

    what: str
    item: str
    title: str
    fields: tuple[str, ...]


@dataclass(frozen=True)
class Release:
    """All that is printed; the same release gives the same files."""

    edition: Edition
    publisher: Publisher
    lead: str
    summary: tuple[SummarySentence, ...]
    sections: tuple[Section, ...]
    documents: tuple[SourceDocument, ...]
    changes: tuple[Change, ...]
    versions: tuple[tuple[str, str], ...]

    def items(self) -> tuple[Item, ...]:
        """All items in their order."""
        return tuple(item for section in self.sections for item in section.items)
