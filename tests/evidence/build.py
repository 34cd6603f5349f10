"""Small documents made on the spot, in our own words. Places and persons are invented."""

from __future__ import annotations

import io
import zipfile
import zlib
from functools import cache

import docx
import openpyxl
import typst
from PIL import Image, ImageDraw

from sholu.evidence.model import DocumentText, WholeCell
from sholu.evidence.read import read_document
from sholu.evidence.tables import whole_cells


def read(content: bytes | str, name: str = "document") -> DocumentText:
    """The text of a document given as bytes or words."""
    return read_document(content.encode() if isinstance(content, str) else content, name).text


def passages(text: DocumentText, kind: str) -> list[str]:
    """The words of all passages of a kind."""
    return [text.text[p.start : p.end] for p in text.passages if p.kind == kind]


def by_labels(text: DocumentText) -> dict[tuple[str, str], str]:
    """Text of each cell that is no heading, by its row and column labels."""
    return {
        (whole.cell.row_label, whole.cell.column_label): whole.text
        for whole in whole_cells(text)
        if not whole.cell.is_header
    }


def body_cells(text: DocumentText) -> list[WholeCell]:
    """All cells that are no headings."""
    return [whole for whole in whole_cells(text) if not whole.cell.is_header]


def pdf(source: str) -> bytes:
    """A PDF of Typst source."""
    return typst.compile(source.encode("utf-8"))


def page(body: str, head: str = "") -> str:
    """A web page."""
    return f"<!DOCTYPE html><html><head><title>T</title>{head}</head><body>{body}</body></html>"


def workbook(rows: list[list[object]], title: str = "Sheet1") -> bytes:
    """A workbook of one sheet."""
    book = openpyxl.Workbook()
    book.active.title = title
    for row in rows:
        book.active.append(row)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def word_document() -> docx.document.Document:
    """An empty Word document."""
    return docx.Document()


def saved(document: docx.document.Document) -> bytes:
    """A Word document's bytes."""
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def with_part(content: bytes, name: str, part: bytes) -> bytes:
    """A zip-based document with one part replaced."""
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as old,
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for entry in old.namelist():
            new.writestr(entry, part if entry == name else old.read(entry))
    return stream.getvalue()


@cache
def pdf_bomb() -> bytes:
    """A PDF of about a kilobyte whose page unpacks to 800 MB through three filters."""
    packer = zlib.compressobj(9)
    blank = b" " * 4_000_000
    stream = b"".join(packer.compress(blank) for _ in range(200)) + packer.flush()
    stream = zlib.compress(zlib.compress(stream, 9), 9)
    content = (
        f"<</Length {len(stream)}/Filter[/FlateDecode/FlateDecode/FlateDecode]>>\nstream\n".encode()
        + stream
        + b"\nendstream"
    )
    return bare_pdf(content)


def bare_pdf(content: bytes) -> bytes:
    """A PDF of one page with the given content object."""
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 4 0 R/Resources<<>>>>",
        content,
    ]
    out, offsets = b"%PDF-1.7\n", []
    for number, body in enumerate(objects, start=1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    return out + (
        b"xref\n0 5\n0000000000 65535 f \n%strailer<</Size 5/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF"
        % (table, len(out))
    )


def picture(width: int = 200, height: int = 120, colour: str = "teal") -> bytes:
    """A PNG with a circle."""
    image = Image.new("RGB", (width, height), "white")
    ImageDraw.Draw(image).ellipse((10, 10, width - 10, height - 10), fill=colour)
    stream = io.BytesIO()
    image.save(stream, "PNG")
    return stream.getvalue()
