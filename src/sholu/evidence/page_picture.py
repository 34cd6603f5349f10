"""A picture of a page with places marked on it."""

from __future__ import annotations

import io
from collections.abc import Sequence

import pypdfium2 as pdfium
from PIL import Image, ImageChops, ImageDraw

from sholu.core.errors import SholuError
from sholu.evidence.model import LineBox

_MARK = (255, 236, 140)
_FRAME = (178, 120, 0)
_MARGIN = 1.5
"""Points around a line, so that the frame does not cut its letters."""


class PagePictureError(SholuError):
    """A page that cannot be drawn."""


def page_picture(
    content: bytes, page: int, boxes: Sequence[LineBox], *, width_px: int = 900
) -> bytes:
    """A PNG of one page of a PDF with lines marked.

    Args:
        content: the PDF's bytes.
        page: number of the page, from 1.
        boxes: lines to mark; those of other pages are left out.
        width_px: width of the picture; the height follows.

    Raises:
        PagePictureError: if the PDF does not open or has no such page.
    """
    try:
        with pdfium.PdfDocument(content) as document:
            if not 1 <= page <= len(document):
                raise PagePictureError(f"There is no page {page}: the PDF has {len(document)}.")
            sheet = document[page - 1]
            scale = width_px / sheet.get_width()
            picture = sheet.render(scale=scale).to_pil().convert("RGB")
    except pdfium.PdfiumError as error:
        raise PagePictureError(f"Page {page} cannot be drawn: {error}.") from None
    layer = Image.new("RGB", picture.size, "white")
    pen = ImageDraw.Draw(layer)
    for box in boxes:
        if box.page == page:
            pen.rectangle(_corners(box, scale), fill=_MARK, outline=_FRAME)
    stream = io.BytesIO()
    # Like a marker pen: white paper takes the colour, letters stay black.
    ImageChops.multiply(picture, layer).save(stream, "PNG", optimize=True)
    return stream.getvalue()


def _corners(box: LineBox, scale: float) -> tuple[float, float, float, float]:
    return (
        (box.left - _MARGIN) * scale,
        (box.top - _MARGIN) * scale,
        (box.right + _MARGIN) * scale,
        (box.bottom + _MARGIN) * scale,
    )
