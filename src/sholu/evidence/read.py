"""Read a document: bytes to text, with what stands where. The one door to all parsers."""

from __future__ import annotations

from collections.abc import Callable

from sholu import __version__
from sholu.core.finding import make_finding
from sholu.core.ids import sha256_hex
from sholu.evidence import media_type as media
from sholu.evidence.draft import CannotRead, Draft
from sholu.evidence.html import read_html
from sholu.evidence.language import language_of, mark_languages
from sholu.evidence.model import DocumentText, Extraction
from sholu.evidence.ocr import DEFAULT_OCR, OcrSettings
from sholu.evidence.plain_text import read_plain_text

Parser = Callable[[bytes, str, OcrSettings], Draft]


# The libraries for office files, PDFs and feeds take half a second to import: most processes meet
# none of these.
def _read_pdf(content: bytes, name: str, ocr: OcrSettings) -> Draft:
    from sholu.evidence.pdf import read_pdf

    return read_pdf(content, name, ocr)


def _read_docx(content: bytes, name: str, _ocr: OcrSettings) -> Draft:
    from sholu.evidence.docx import read_docx

    return read_docx(content, name)


def _read_xlsx(content: bytes, name: str, _ocr: OcrSettings) -> Draft:
    from sholu.evidence.spreadsheet import read_xlsx

    return read_xlsx(content, name)


def _read_csv(content: bytes, name: str, _ocr: OcrSettings) -> Draft:
    from sholu.evidence.spreadsheet import read_csv

    return read_csv(content, name)


def _read_feed(content: bytes, name: str, _ocr: OcrSettings) -> Draft:
    from sholu.evidence.feed import read_feed

    return read_feed(content, name)


PARSERS: dict[str, Parser] = {
    media.PDF: _read_pdf,
    media.HTML: lambda content, name, _: read_html(content, name),
    media.DOCX: _read_docx,
    media.XLSX: _read_xlsx,
    media.CSV: _read_csv,
    media.FEED: _read_feed,
    media.PLAIN: lambda content, name, _: read_plain_text(content, name),
}
"""Which parser reads which kind of file. Another format is another line here."""


def read_document(content: bytes, name: str, *, ocr: OcrSettings = DEFAULT_OCR) -> Extraction:
    """The text of a document, and the pictures inside it.

    A document that cannot be read raises nothing: its status and reason say what is wrong.

    Args:
        content: the bytes as published.
        name: the file's name; only used to tell CSV from plain text when in doubt.
        ocr: how pages without a text layer are read.
    """
    kind = "application/octet-stream"
    try:
        kind = media.find_media_type(content, name)
        draft = PARSERS[kind](content, name, ocr)
    except CannotRead as problem:
        draft = Draft("none", status=problem.status, reasons=[problem.reason])
    except (RecursionError, MemoryError) as error:
        reason = f"the file is broken or too large ({type(error).__name__}); fetch it again"
        draft = Draft("none", status="failed", reasons=[reason])
    return _finished(draft, sha256_hex(content), kind)


def _finished(draft: Draft, document: str, kind: str) -> Extraction:
    text = draft.text()
    if draft.status == "read" and not text.strip():
        draft.status, draft.reasons = "set_aside", ["there is no text in it"]
    language = language_of(text)
    passages = sorted(draft.passages, key=lambda passage: (passage.start, passage.end))
    return Extraction(
        DocumentText(
            document=document,
            text=text,
            version=sha256_hex(text.encode("utf-8"))[:16],
            reader=f"{draft.reader}, sholu {__version__}",
            media_type=kind,
            title=draft.title,
            published=draft.published,
            site=draft.site,
            address=draft.address,
            language=language,
            status=draft.status,
            reason="; ".join(draft.reasons),
            passages=tuple(mark_languages(text, passages, language)),
            cells=tuple(sorted(draft.cells, key=lambda cell: cell.start)),
            pages=tuple(draft.pages),
            lines=tuple(draft.lines),
            links=tuple(sorted(set(draft.links), key=lambda link: (link.start, link.end))),
            pictures=tuple(draft.pictures),
            findings=tuple(
                make_finding(
                    doubt.kind,
                    document,
                    doubt.statement,
                    method=doubt.method,
                    certainty="likely",
                    gravity=doubt.gravity,
                )
                for doubt in draft.doubts
            ),
            entries=tuple(draft.entries),
        ),
        draft.picture_bytes,
    )
