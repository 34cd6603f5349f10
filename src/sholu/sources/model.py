"""The nouns of sources: who publishes, and one file as published."""

from __future__ import annotations

from dataclasses import dataclass

from sholu.core.errors import SholuError
from sholu.core.marking import Marking
from sholu.vocabulary.model import Names


class SourceError(SholuError):
    """A register that can't be read, or documents that can't be kept."""


@dataclass(frozen=True)
class Source:
    """A publisher in the register (``inputs/sources.yaml``).

    Attributes:
        type: ``agency``, ``court``, ``newspaper``, ``news_agency``, ``international``, ``research``
            or ``statistics``.
        country: ISO 3166-1 alpha-2; None for an international body.
        grade: reliability A (completely reliable) to E (unreliable), F (cannot be judged)
            (NATO AJP-2.1, 2016, source reliability scale).
        bias: the known bias in one sentence.
        rhythm: ``daily``, ``weekly``, ``fortnightly``, ``monthly``, ``quarterly``, ``yearly`` or
            ``irregular``.
        sites: host names whose pages are this source's, with the beginning of the path where
            several sources share a host: ``press.example/police``. Subdomains are included.
        feeds: addresses of RSS or Atom feeds to collect.
        pages: addresses of list pages to collect where there is no feed.
    """

    code: str
    name: Names
    type: str
    country: str | None
    languages: tuple[str, ...]
    grade: str
    bias: str
    rhythm: str
    sites: tuple[str, ...]
    feeds: tuple[str, ...]
    pages: tuple[str, ...]


@dataclass(frozen=True)
class Origin:
    """What is known about a file that comes in, beside its bytes; see `Document`."""

    name: str
    retrieved: str
    source: str | None = None
    address: str | None = None
    published: str | None = None
    licence: str | None = None
    marking: str = Marking.CLEAR
    part_of: str | None = None


@dataclass(frozen=True)
class Item:
    """A file on its way in."""

    content: bytes
    origin: Origin


@dataclass(frozen=True)
class Refusal:
    """Something that was not brought in. ``name`` is its path or address, ``reason`` says why."""

    name: str
    reason: str


@dataclass(frozen=True)
class Document:
    """One file from a source, as published; kept as ``documents/ab/cdef…``, this beside it.

    Attributes:
        id: SHA-256 of the bytes.
        name: the file's name when it came, for people.
        source: code in the register, or None if nobody said.
        address: where from, as an address; None for a local file.
        retrieved: when it was brought in (ISO date and time, UTC).
        published: when it was published (ISO, partial allowed), if the person or feed said so.
        part_of: id of the document that it came in (a mail, an archive), or None. That one is kept
            as a document too.
    """

    id: str
    name: str
    size: int
    source: str | None
    address: str | None
    retrieved: str
    published: str | None
    licence: str | None
    marking: str
    part_of: str | None
