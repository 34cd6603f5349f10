"""The nouns of evidence: a document's text, its parts, and spans of it.

Offsets count Unicode code points of ``DocumentText.text``; ``start`` is inclusive, ``end`` is not.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sholu.core.finding import Finding


@dataclass(frozen=True)
class Passage:
    """A stretch of text with one role on its page.

    Attributes:
        kind: ``heading``, ``paragraph``, ``list_item``, ``table``, ``caption``, ``address`` (a link
            standing alone) or ``furniture`` (page numbers, running heads, menus).
        level: depth of a heading from 1; None for the rest.
        page: number of its page from 1; None where the format has no pages.
        language: ISO 639-1 code; None when too short or too mixed to say.
        script: ``Latn``, ``Cyrl`` or ``Arab`` (ISO 15924); None without letters.
    """

    start: int
    end: int
    kind: str
    level: int | None = None
    page: int | None = None
    language: str | None = None
    script: str | None = None


@dataclass(frozen=True)
class Cell:
    """A table's cell and the headings that say what stands in it.

    Attributes:
        table: number of the table in the document, from 1.
        table_title: the caption or sheet name; empty if there is none.
        row, column: position from 1, headers included.
        name: what a person would call it: ``Sheet1!B3`` or ``table 2, row 4, column 3``.
        is_header: True for row and column headings.
        row_label, column_label: headings joined with `` / `` from the outermost to the innermost;
            a blank row heading repeats the one above it.
        part: from 1; more than 1 for the rest of a cell that a page break tore apart. All parts of
            a cell share table, row, column and name; ``whole_cells`` puts them together.
    """

    table: int
    table_title: str
    row: int
    column: int
    start: int
    end: int
    name: str
    is_header: bool
    row_label: str
    column_label: str
    part: int = 1


@dataclass(frozen=True)
class WholeCell:
    """A cell's first part, and its text with all parts joined by a space."""

    cell: Cell
    text: str
    parts: tuple[Cell, ...]


@dataclass(frozen=True)
class Entry:
    """One item of a news feed; ``published`` and ``address`` are the feed's own words for it.

    ``start`` and ``end`` hold the whole entry, ``title_start`` and ``title_end`` its title.
    """

    start: int
    end: int
    title_start: int
    title_end: int
    published: str | None
    address: str | None


@dataclass(frozen=True)
class Page:
    """A page of a PDF; sizes in points (1/72 inch).

    ``read_by`` is ``text layer``, ``ocr`` or ``nothing``.
    """

    number: int
    start: int
    end: int
    read_by: str
    width: float
    height: float


@dataclass(frozen=True)
class LineBox:
    """Where a line of text stands on its page, in points from the top left corner."""

    page: int
    start: int
    end: int
    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True)
class Link:
    """An address printed in the text or hidden under it. ``address`` is as the document has it."""

    start: int
    end: int
    address: str


@dataclass(frozen=True)
class Picture:
    """A picture inside a document; ``start`` is the offset in the text before which it stands."""

    start: int
    page: int | None
    sha256: str
    media_type: str
    width: int
    height: int
    caption: str


@dataclass(frozen=True)
class DocumentText:
    """What a parser got out of one document.

    Attributes:
        document: SHA-256 of the bytes.
        version: the first 16 hexadecimal digits of the SHA-256 of ``text``.
        reader: name and version of the parser.
        media_type: found from the bytes, not from the name.
        title, published, site: what the document's own metadata say; None if they don't.
            ``published`` is an ISO date (partial allowed).
        address: canonical address of the page, if the document states one.
        language: of most of the text.
        status: ``read``, ``partly_read``, ``set_aside`` or ``failed``.
        reason: why it is not ``read``, and what to do.
        cells: in the order of their offsets; blank cells are not among them.
        entries: the items of a feed; empty for every other format.
    """

    document: str
    text: str
    version: str
    reader: str
    media_type: str
    title: str | None
    published: str | None
    site: str | None
    address: str | None
    language: str | None
    status: str
    reason: str
    passages: tuple[Passage, ...]
    cells: tuple[Cell, ...]
    pages: tuple[Page, ...]
    lines: tuple[LineBox, ...]
    links: tuple[Link, ...]
    pictures: tuple[Picture, ...]
    findings: tuple[Finding, ...]
    entries: tuple[Entry, ...] = ()


@dataclass(frozen=True)
class Extraction:
    """A document's text, and the pictures inside it by the SHA-256 of their bytes."""

    text: DocumentText
    pictures: Mapping[str, bytes]


@dataclass(frozen=True)
class Span:
    """The unit of evidence: a stretch of one version of a document's text.

    ``prefix`` and ``suffix`` are up to 32 code points around it, so that it is found again when the
    text is extracted anew (W3C, Web Annotation Data Model, 2017: TextQuoteSelector).
    """

    id: str
    document: str
    text_version: str
    start: int
    end: int
    quote: str
    prefix: str
    suffix: str
    page: int | None
    cell: str | None
