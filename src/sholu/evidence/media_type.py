"""What kind of file a document is, found from its bytes."""

from __future__ import annotations

import io
import re
import zipfile
import zlib

from sholu.evidence.delimiter import find_delimiter
from sholu.evidence.draft import CannotRead
from sholu.evidence.encoding import looks_like_text

PDF = "application/pdf"
HTML = "text/html"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
FEED = "application/rss+xml"
CSV = "text/csv"
PLAIN = "text/plain"

LARGEST_ARCHIVE = 300_000_000
"""Bytes that a DOCX or XLSX may unpack to; real ones stay below a third of it."""

LARGEST_RATIO = 200
"""Times that one part may grow; the example documents reach 32, a bomb 1,032."""

BROKEN_ZIP = (zipfile.BadZipFile, zlib.error, NotImplementedError, ValueError, EOFError)
"""What ``zipfile`` raises for a damaged archive."""

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_BINARIES = [
    (b"{\\rtf", "an RTF file: save it as DOCX or PDF"),
    (b"\x89PNG", "a picture: put it into a PDF, and its text is read by OCR"),
    (b"\xff\xd8\xff", "a picture: put it into a PDF, and its text is read by OCR"),
    (b"II*\x00", "a picture: put it into a PDF, and its text is read by OCR"),
    (b"MM\x00*", "a picture: put it into a PDF, and its text is read by OCR"),
    (b"\x1f\x8b", "a packed file: unpack it"),
    (b"Rar!", "a packed file: unpack it"),
    (b"7z\xbc\xaf", "a packed file: unpack it"),
]
_HTML_START = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*|<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)", re.I | re.S
)
_FEED_START = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*|<\?[^>]*\?>\s*|<!--.*?-->\s*)*<(?:rss|feed|rdf:RDF)[\s>]", re.I | re.S
)
_XML_START = re.compile(rb"\s*<\?xml[\s>]")
_HTML_PART = re.compile(rb"<(?:p|div|table|h[1-6]|article|span|br|a\s)[\s>/]", re.I)


def find_media_type(content: bytes, name: str) -> str:
    """The media type that the bytes show; ``name`` only tells CSV from plain text when in doubt.

    Raises:
        CannotRead: if no parser here reads such a file; the reason says what to do.
    """
    if not content.strip():
        raise CannotRead("set_aside", "the file is empty; fetch it again from its source")
    head = content[:4096].removeprefix(b"\xef\xbb\xbf")
    if b"%PDF-" in content[:1024]:
        return PDF
    if content.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zipped(content)
    if content.startswith(_OLE):
        raise CannotRead("set_aside", _ole_reason(content))
    for mark, reason in _BINARIES:
        if content.startswith(mark):
            raise CannotRead("set_aside", reason)
    if not looks_like_text(content):
        raise CannotRead("set_aside", "not a kind of file that can be read here; save it as PDF")
    return _of_text(content, head, name)


def _of_text(content: bytes, head: bytes, name: str) -> str:
    head = head.replace(b"\x00", b"")  # UTF-16 mark-up, good enough to see its tags
    if _FEED_START.match(head) or (_XML_START.match(head) and b"<!DOCTYPE rss" in head):
        return FEED
    if _HTML_START.match(head):
        return HTML
    if _XML_START.match(head):
        if re.search(rb"<(?:rss|feed)[\s>]", head):
            return FEED
        raise CannotRead("set_aside", "XML other than a feed or a page; export it as CSV or PDF")
    if head.lstrip().startswith(b"<") and len(_HTML_PART.findall(head)) >= 3:
        return HTML
    return CSV if find_delimiter(content, name) else PLAIN


def _zipped(content: bytes) -> str:
    """The type of a zip-based office document.

    Raises:
        CannotRead: if it is broken, another kind, or made to grow without measure.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            _check_size(archive)
            names = set(archive.namelist())
    except BROKEN_ZIP:
        raise CannotRead("failed", "the file is broken (a cut download?); fetch it again") from None
    if "word/document.xml" in names:
        return DOCX
    if "xl/workbook.xml" in names:
        return XLSX
    if "xl/workbook.bin" in names:
        raise CannotRead("set_aside", "a binary workbook (XLSB): save it as XLSX")
    if "content.xml" in names and "mimetype" in names:
        raise CannotRead("set_aside", "an OpenDocument file: save it as DOCX, XLSX or PDF")
    if any(name.startswith("ppt/") for name in names):
        raise CannotRead("set_aside", "a presentation: save it as PDF")
    raise CannotRead("set_aside", "a zip archive: add it with `sholu add`, which unpacks it")


def _check_size(archive: zipfile.ZipFile) -> None:
    parts = archive.infolist()
    if sum(part.file_size for part in parts) > LARGEST_ARCHIVE or any(
        part.file_size > 1_000_000 and part.file_size > LARGEST_RATIO * max(1, part.compress_size)
        for part in parts
    ):
        raise CannotRead("set_aside", "it unpacks to far more than its size (a zip bomb?)")
    for part in parts:
        if part.flag_bits & 1:
            raise CannotRead("set_aside", "it is encrypted; ask its publisher for an open copy")
        if part.filename.endswith((".xml", ".rels")) and _declares_entities(archive, part):
            raise CannotRead("set_aside", "its XML declares entities, as no office program does")


def _declares_entities(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> bool:
    with archive.open(part) as file:
        return b"<!ENTITY" in file.read(4096)


def _ole_reason(content: bytes) -> str:
    head = content[: 1 << 20]
    if "EncryptedPackage".encode("utf-16-le") in head:
        return "it is encrypted; ask its publisher for an open copy"
    if "WordDocument".encode("utf-16-le") in head:
        return "a Word document of the old kind (.doc): save it as DOCX or PDF"
    if "Workbook".encode("utf-16-le") in head:
        return "an Excel workbook of the old kind (.xls): save it as XLSX or CSV"
    return "an office document of the old kind: save it as DOCX, XLSX or PDF"
