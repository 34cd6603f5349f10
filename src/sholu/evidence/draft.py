"""A document's text while a parser writes it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from sholu.core.ids import sha256_hex
from sholu.evidence.model import Cell, Entry, LineBox, Link, Page, Passage, Picture
from sholu.evidence.normal_text import normalise, one_line

SMALLEST_PICTURE = 80
"""Pixels; what is smaller on either side is an icon or a rule, not a picture."""


class CannotRead(Exception):
    """A parser's word that it has to give a document up; ``status`` and ``reason`` say how."""

    def __init__(self, status: str, reason: str) -> None:
        super().__init__(reason)
        self.status = status
        self.reason = reason


@dataclass(frozen=True)
class Doubt:
    """A finding that does not know its document yet."""

    kind: str
    statement: str
    method: str
    gravity: str


@dataclass
class Draft:
    """What a parser has found so far. Offsets count code points of the text written."""

    reader: str
    title: str | None = None
    published: str | None = None
    site: str | None = None
    address: str | None = None
    status: str = "read"
    reasons: list[str] = field(default_factory=list)
    passages: list[Passage] = field(default_factory=list)
    cells: list[Cell] = field(default_factory=list)
    pages: list[Page] = field(default_factory=list)
    lines: list[LineBox] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)
    picture_bytes: dict[str, bytes] = field(default_factory=dict)
    entries: list[Entry] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)
    length: int = 0
    _pieces: list[str] = field(default_factory=list)

    def write(self, text: str) -> tuple[int, int]:
        """Add text that is normal already; returns where it stands."""
        start = self.length
        self._pieces.append(text)
        self.length += len(text)
        return start, self.length

    def text(self) -> str:
        """All that was written."""
        return "".join(self._pieces)

    def separate(self, by: str = "\n\n") -> None:
        """Begin a new block, unless nothing was written yet."""
        if self.length:
            self.write(by)

    def passage(
        self,
        kind: str,
        runs: Iterable[tuple[str, str | None]],
        *,
        level: int | None = None,
        page: int | None = None,
    ) -> None:
        """Add a block of one kind; ``runs`` are pieces of text, each with its link's address."""
        pieces = [(normalise(text), address) for text, address in runs]
        whole = "".join(text for text, _ in pieces)
        if not whole.strip():
            return
        if normalise(whole) != whole:  # a letter and its accent came in two runs
            pieces = [(normalise(whole), None)]
        pieces = _stripped(pieces)
        self.separate()
        start = self.length
        for text, address in pieces:
            span = self.write(text)
            if address and text.strip():
                self.links.append(Link(*span, address))
        self.passages.append(Passage(start, self.length, kind, level, page))

    def picture(
        self,
        content: bytes,
        media_type: str,
        size: tuple[int, int],
        *,
        page: int | None = None,
        caption: str = "",
    ) -> None:
        """Keep a picture that stands here, unless it is small; ``size`` is in pixels."""
        if min(size) < SMALLEST_PICTURE:
            return
        name = sha256_hex(content)
        self.picture_bytes[name] = content
        self.pictures.append(
            Picture(self.length, page, name, media_type, *size, caption=one_line(caption))
        )

    def doubt(self, kind: str, statement: str, method: str, gravity: str = "low") -> None:
        """Note something that a person may want to look at."""
        doubt = Doubt(kind, statement, method, gravity)
        if doubt not in self.doubts:
            self.doubts.append(doubt)

    def partly(self, reason: str) -> None:
        """Say that something of the document was not read."""
        self.status = "partly_read"
        if reason not in self.reasons:
            self.reasons.append(reason)


def _stripped(pieces: list[tuple[str, str | None]]) -> list[tuple[str, str | None]]:
    """The pieces without white space before the first and after the last."""
    while not pieces[0][0].strip():
        pieces = pieces[1:]
    while not pieces[-1][0].strip():
        pieces = pieces[:-1]
    first, last = pieces[0], pieces[-1]
    pieces = [(first[0].lstrip(), first[1]), *pieces[1:]]
    return [*pieces[:-1], (pieces[-1][0].rstrip(), last[1])]
