"""PDF: text page by page with the place of each line; scanned pages through OCR."""

from __future__ import annotations

import io
from collections import Counter
from dataclasses import dataclass, field

import pdfplumber
import pypdfium2 as pdfium
from pdfminer.pdfexceptions import PDFException
from pdfplumber.utils.exceptions import PdfminerException

from sholu.evidence.draft import CannotRead, Draft
from sholu.evidence.links import find_links
from sholu.evidence.model import LineBox, Link, Page, Passage
from sholu.evidence.normal_text import one_line
from sholu.evidence.ocr import OcrSettings, available, read_page_picture
from sholu.evidence.pdf_layout import Block, Style, arrange, page_furniture, style_of
from sholu.evidence.pdf_page import PdfPageReader
from sholu.evidence.pdf_streams import inflates_too_far
from sholu.evidence.printed import Box, PrintedLine, PrintedPicture
from sholu.evidence.table_writing import plain_cell, write_table

READER = f"pypdfium2 {pdfium.version.PYPDFIUM_INFO}"

MOST_PAGES = 3_000
"""Pages read of one document; the longest yearbooks have under a thousand."""

_FEW_LETTERS = 10
"""A page with fewer letters in its text layer, and a picture, is a scan (with a stamp on it)."""

_PASSWORD = "password"


@dataclass
class _Sheet:
    """A page while it is read."""

    number: int
    width: float
    height: float
    read_by: str = "text layer"
    lines: list[PrintedLine] = field(default_factory=list)
    pictures: list[PrintedPicture] = field(default_factory=list)
    tables: list[tuple[Box, list[list[str]]]] = field(default_factory=list)


def read_pdf(content: bytes, name: str, ocr: OcrSettings) -> Draft:
    """Read a PDF.

    Raises:
        CannotRead: if it is encrypted, broken, or made to grow without measure.
    """
    if inflates_too_far(content):
        raise CannotRead("set_aside", "it unpacks to far more than its size (a PDF bomb?)")
    draft = Draft(READER)
    try:
        document = pdfium.PdfDocument(content)
    except pdfium.PdfiumError as error:
        if _PASSWORD in str(error).lower():
            raise CannotRead(
                "set_aside", "it is encrypted; ask its publisher for an open copy"
            ) from None
        raise CannotRead("failed", "the PDF is broken (a cut download?); fetch it again") from None
    try:
        sheets = _read_sheets(document, content, draft, ocr)
        outline = {one_line(mark.get_title()): mark.level + 1 for mark in document.get_toc()}
        draft.title = one_line(document.get_metadata_value("Title")) or None
    finally:
        document.close()
    _write(draft, sheets, outline)
    _drop_logos(draft, len(sheets))
    return draft


def _read_sheets(
    document: pdfium.PdfDocument, content: bytes, draft: Draft, ocr: OcrSettings
) -> list[_Sheet]:
    if len(document) > MOST_PAGES:
        draft.partly(f"only the first {MOST_PAGES} of {len(document)} pages were read")
    sheets = []
    for index in range(min(len(document), MOST_PAGES)):
        try:
            page = PdfPageReader(document[index])
        except pdfium.PdfiumError:
            draft.partly(f"page {index + 1} is broken")
            continue
        try:
            sheets.append(_read_sheet(page, index + 1, content, draft, ocr))
        finally:
            page.close()
    if not sheets:
        raise CannotRead("failed", "no page of the PDF can be opened; fetch it again")
    return sheets


def _read_sheet(
    page: PdfPageReader, number: int, content: bytes, draft: Draft, ocr: OcrSettings
) -> _Sheet:
    sheet = _Sheet(number, page.width, page.height, lines=page.lines())
    pictured = max((box.area for box in page.picture_boxes()), default=0.0)
    if _is_scan(sheet.lines) and pictured > 0.2 * page.width * page.height:
        _read_scan(page, sheet, draft, ocr)
    else:
        sheet.pictures = list(page.pictures())
        if page.is_ruled():
            sheet.tables = _ruled_tables(content, number)
    if not sheet.lines:
        sheet.read_by = "nothing"
    return sheet


def _is_scan(lines: list[PrintedLine]) -> bool:
    """Whether a text layer is missing or says nothing (letters without a meaning of their own)."""
    text = "".join(line.text for line in lines)
    letters = sum(map(str.isalpha, text))
    lost = sum(char == "�" or "\ue000" <= char <= "\uf8ff" for char in text)
    return letters < _FEW_LETTERS or lost > letters


def _read_scan(page: PdfPageReader, sheet: _Sheet, draft: Draft, ocr: OcrSettings) -> None:
    works, reason = available(ocr)
    if not works:
        draft.partly(f"page {sheet.number} is a scan: {reason}")
        return
    sheet.read_by = "ocr"
    reading = read_page_picture(page.page, ocr)
    sheet.lines = reading.lines
    if reading.reason:
        draft.partly(f"page {sheet.number}: {reading.reason}")
    elif reading.confidence < ocr.doubtful_confidence:
        draft.doubt(
            "ocr_doubtful",
            f"OCR read page {sheet.number} with a confidence of {reading.confidence} of 100.",
            f"tesseract, {reading.model}",
        )


def _ruled_tables(content: bytes, number: int) -> list[tuple[Box, list[list[str]]]]:
    """Tables drawn with lines, cell by cell; pdfplumber is slow, so only such pages come here."""
    found = []
    try:
        with pdfplumber.open(io.BytesIO(content), pages=[number]) as document:
            for table in document.pages[0].find_tables():
                rows = [[one_line(cell or "") for cell in row] for row in table.extract()]
                if len(rows) >= 2 and max(map(len, rows)) >= 2:
                    found.append((Box(*table.bbox), rows))
    except (PDFException, PdfminerException, ValueError, TypeError, KeyError, IndexError):
        return []  # the lines of the page are read all the same
    return found


def _write(draft: Draft, sheets: list[_Sheet], outline: dict[str, int]) -> None:
    furniture = page_furniture([(sheet.height, sheet.lines) for sheet in sheets])
    style = style_of(
        [line for sheet in sheets for line in sheet.lines if line.text not in furniture]
    )
    for sheet in sheets:
        draft.separate()
        start = draft.length
        _write_sheet(draft, sheet, furniture, style, outline)
        draft.pages.append(
            Page(
                sheet.number,
                min(start, draft.length),
                draft.length,
                sheet.read_by,
                sheet.width,
                sheet.height,
            )
        )


def _write_sheet(
    draft: Draft, sheet: _Sheet, furniture: set[str], style: Style, outline: dict[str, int]
) -> None:
    """Blocks, tables and pictures of a page; tables and pictures where their top stands."""
    waiting: list[tuple[float, PrintedPicture | tuple[Box, list[list[str]]]]] = [
        *((picture.box.top, picture) for picture in sheet.pictures),
        *((box.top, (box, rows)) for box, rows in sheet.tables),
    ]
    waiting.sort(key=lambda item: item[0])
    inside = [box for box, _ in sheet.tables]
    lines = [line for line in sheet.lines if not any(box.meets(line.box) for box in inside)]
    for block in arrange(lines, sheet.height, furniture, style, outline):
        while waiting and waiting[0][0] <= block.lines[0].box.top:
            _write_waiting(draft, sheet, waiting.pop(0)[1])
        _write_block(draft, sheet.number, block)
    for _, item in waiting:
        _write_waiting(draft, sheet, item)


def _write_waiting(
    draft: Draft, sheet: _Sheet, item: PrintedPicture | tuple[Box, list[list[str]]]
) -> None:
    if isinstance(item, PrintedPicture):
        draft.picture(item.content, item.media_type, item.size, page=sheet.number)
        return
    box, rows = item
    before = draft.length
    title = ""
    if draft.passages and draft.passages[-1].kind in ("caption", "heading"):
        title = one_line(draft.text()[draft.passages[-1].start : draft.passages[-1].end])
    write_table(
        draft, [[plain_cell(text) for text in row] for row in rows], title, page=sheet.number
    )
    start = draft.passages[-1].start if draft.passages else before
    height = box.height / max(1, len(rows))
    for index, row in enumerate(draft.text()[start:].split("\n")):
        top = box.top + index * height
        if row:
            draft.lines.append(
                LineBox(
                    sheet.number, start, start + len(row), box.left, top, box.right, top + height
                )
            )
        start += len(row) + 1


def _write_block(draft: Draft, page: int, block: Block) -> None:
    draft.separate()
    start = draft.length
    for index, line in enumerate(block.lines):
        if index:
            draft.write("\n")
        span = draft.write(line.text)
        box = line.box
        draft.lines.append(LineBox(page, *span, box.left, box.top, box.right, box.bottom))
        for left, right, address in line.links:
            _add_link(draft, span[0] + left, span[0] + right, address)
    draft.passages.append(Passage(start, draft.length, block.kind, block.level, page))
    _add_printed_links(draft, start, block)


def _add_link(draft: Draft, start: int, end: int, address: str) -> None:
    """Note a link; one that goes on in the next line stays one link."""
    last = draft.links[-1] if draft.links else None
    if last and last.address == address and start - last.end <= 1:
        draft.links[-1] = Link(last.start, end, address)
    else:
        draft.links.append(Link(start, end, address))


def _add_printed_links(draft: Draft, start: int, block: Block) -> None:
    """Addresses that are printed but have no link; one over several lines is one address."""
    text = "\n".join(line.text for line in block.lines)
    known = [link for link in draft.links if link.end > start]
    if block.kind == "address" and not known:
        draft.links.append(Link(start, start + len(text), text.replace("\n", "").strip("<>")))
        return
    for link in find_links(text, start):
        if not any(other.start < link.end and link.start < other.end for other in known):
            draft.links.append(link)


def _drop_logos(draft: Draft, pages: int) -> None:
    """Forget pictures that stand on most pages of a document of three pages or more."""
    places = Counter(name for name, _ in {(p.sha256, p.page) for p in draft.pictures})
    logos = {name for name, count in places.items() if pages >= 3 and count * 2 > pages}
    draft.pictures = [picture for picture in draft.pictures if picture.sha256 not in logos]
    for name in logos:
        del draft.picture_bytes[name]
