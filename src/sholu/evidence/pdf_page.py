"""Read a page of a PDF: lines, links, pictures, ruling lines; in points from the top left."""

from __future__ import annotations

import ctypes
import io
from collections.abc import Iterator
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from sholu.evidence.draft import SMALLEST_PICTURE
from sholu.evidence.normal_text import normalise
from sholu.evidence.pictures import MOST_PIXELS, picture_facts
from sholu.evidence.printed import Box, PrintedLine, PrintedPicture, join_words

_GENERATED_HYPHEN = 0x02
"""What PDFium returns for a hyphen at a line's end."""

_TENTHS = 10
"""Device units per point when places are converted."""


class PdfPageReader:
    """Reads one page; holds PDFium's objects for it until closed."""

    def __init__(self, page: pdfium.PdfPage) -> None:
        self.page = page
        self.width, self.height = page.get_size()
        self._text = page.get_textpage()

    def close(self) -> None:
        """Give the memory of the page back."""
        self._text.close()
        self.page.close()

    def lines(self) -> list[PrintedLine]:
        """The text layer line by line, in its own order."""
        links = list(self._links())
        count = raw.FPDFText_CountChars(self._text)
        codes = [raw.FPDFText_GetUnicode(self._text, i) for i in range(count)]
        lines, indexes = [], list[int]()
        for i, code in enumerate([*codes, 10]):
            if code not in (0, 10, 13):
                indexes.append(i)
            if code in (10, 13, _GENERATED_HYPHEN):
                if any(chr(codes[k]).strip() for k in indexes):
                    lines.append(self._line(indexes, codes, links))
                indexes = []
        return join_words([line for line in lines if line.text])

    def _line(
        self, indexes: list[int], codes: list[int], links: list[tuple[Box, str]]
    ) -> PrintedLine:
        letters = ["-" if codes[i] == _GENERATED_HYPHEN else chr(codes[i]) for i in indexes]
        whole = "".join(letters)
        text = normalise(whole).strip()
        box = self._extent(indexes[0], len(indexes))
        first = next(i for i in indexes if chr(codes[i]).strip())
        middle = indexes[len(indexes) // 2]
        near = [(area, address) for area, address in links if area.meets(box)]
        return PrintedLine(
            text=text,
            box=box,
            font_size=float(raw.FPDFText_GetFontSize(self._text, first)) or box.height,
            bold=self._is_bold(first)
            and self._is_bold(middle if letters[len(letters) // 2].strip() else first),
            links=tuple(self._linked(indexes, whole, text, near)) if near else (),
            torn=codes[indexes[-1]] == _GENERATED_HYPHEN,
        )

    def _linked(
        self, indexes: list[int], whole: str, text: str, links: list[tuple[Box, str]]
    ) -> Iterator[tuple[int, int, str]]:
        """Stretches of a line under a link; the whole line if its letters were recomposed."""
        shift = len(whole) - len(whole.lstrip())
        exact = whole.strip() == text
        for area, address in links:
            under = [k for k, i in enumerate(indexes) if whole[k].strip() and self._is_in(i, area)]
            if under and exact:
                yield min(under) - shift, max(under) + 1 - shift, address
            elif under:
                yield 0, len(text), address

    def characters(self) -> Iterator[tuple[str, Box]]:
        """Every character of the text layer in its order, white space too, with its place."""
        left, right, bottom, top = (ctypes.c_double() for _ in range(4))
        for index in range(raw.FPDFText_CountChars(self._text)):
            code = raw.FPDFText_GetUnicode(self._text, index)
            if raw.FPDFText_GetCharBox(self._text, index, left, right, bottom, top):
                box = self._box(left.value, bottom.value, right.value, top.value)
                yield "-" if code == _GENERATED_HYPHEN else chr(code), box

    def _is_in(self, index: int, area: Box) -> bool:
        left, right, bottom, top = (ctypes.c_double() for _ in range(4))
        if not raw.FPDFText_GetCharBox(self._text, index, left, right, bottom, top):
            return False
        box = self._box(left.value, bottom.value, right.value, top.value)
        return area.holds((box.left + box.right) / 2, (box.top + box.bottom) / 2)

    def _extent(self, start: int, count: int) -> Box:
        boxes = []
        left, top, right, bottom = (ctypes.c_double() for _ in range(4))
        for k in range(raw.FPDFText_CountRects(self._text, start, count)):
            if raw.FPDFText_GetRect(self._text, k, left, top, right, bottom):
                boxes.append(self._box(left.value, bottom.value, right.value, top.value))
        if not boxes:
            return Box(0.0, 0.0, 0.0, 0.0)
        return Box(
            min(b.left for b in boxes),
            min(b.top for b in boxes),
            max(b.right for b in boxes),
            max(b.bottom for b in boxes),
        )

    def _box(self, left: float, bottom: float, right: float, top: float) -> Box:
        """A rectangle of the page's own space, turned and cropped as the page is shown."""
        corners = [self._point(left, bottom), self._point(right, top)]
        xs, ys = sorted(x for x, _ in corners), sorted(y for _, y in corners)
        return Box(xs[0], ys[0], xs[1], ys[1])

    def _point(self, x: float, y: float) -> tuple[float, float]:
        across, down = ctypes.c_int(), ctypes.c_int()
        size = (int(self.width * _TENTHS), int(self.height * _TENTHS))
        raw.FPDF_PageToDevice(self.page, 0, 0, *size, 0, x, y, across, down)
        return across.value / _TENTHS, down.value / _TENTHS

    def _is_bold(self, index: int) -> bool:
        if raw.FPDFText_GetFontWeight(self._text, index) >= 600:
            return True
        buffer, flags = ctypes.create_string_buffer(128), ctypes.c_int()
        raw.FPDFText_GetFontInfo(self._text, index, buffer, len(buffer), flags)
        return b"bold" in buffer.value.lower()

    def _links(self) -> Iterator[tuple[Box, str]]:
        position, link = ctypes.c_int(0), raw.FPDF_LINK()
        while raw.FPDFLink_Enumerate(self.page, position, link):
            address = self._uri(link)
            area = raw.FS_RECTF()
            if address and raw.FPDFLink_GetAnnotRect(link, area):
                yield self._box(area.left, area.bottom, area.right, area.top), address

    def _uri(self, link: Any) -> str:
        action = raw.FPDFLink_GetAction(link)
        if not action or raw.FPDFAction_GetType(action) != raw.PDFACTION_URI:
            return ""
        document = self.page.pdf
        size = raw.FPDFAction_GetURIPath(document, action, None, 0)
        buffer = ctypes.create_string_buffer(size)
        raw.FPDFAction_GetURIPath(document, action, buffer, size)
        return normalise(buffer.value.decode("utf-8", errors="replace"))

    def is_ruled(self) -> bool:
        """Whether ruling lines may make a table: three across and two down."""
        across = down = 0
        for path in self.page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH]):
            left, bottom, right, top = path.get_bounds()
            width, height = right - left, top - bottom
            across += (width > 20 and height < 20) or (width > 20 and height > 8)
            down += (height > 8 and width < 20) or (width > 20 and height > 8)
            if across >= 3 and down >= 2:
                return True
        return False

    def picture_boxes(self) -> list[Box]:
        """Where pictures of any size lie."""
        found = self.page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE])
        return [self._box(*image.get_bounds()) for image in found]

    def pictures(self) -> Iterator[PrintedPicture]:
        """Pictures but the small ones and those that fill the page (a scan is no picture in it)."""
        for image in self.page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE]):
            size = image.get_px_size()
            box = self._box(*image.get_bounds())
            too_big = size[0] * size[1] > MOST_PIXELS or box.area > 0.8 * self.width * self.height
            if min(size) < SMALLEST_PICTURE or too_big:
                continue
            content = _bytes_of(image)
            facts = picture_facts(content) if content else None
            if content and facts:
                yield PrintedPicture(content, *facts, box)


def _bytes_of(image: pdfium.PdfImage) -> bytes | None:
    """The picture as a browser can show it: as embedded if it is JPEG, else as PNG."""
    try:
        if image.get_filters()[-1:] == ["DCTDecode"]:
            return bytes(image.get_data(decode_simple=True))
        stream = io.BytesIO()
        image.get_bitmap(render=False).to_pil().save(stream, "PNG")
    except (pdfium.PdfiumError, OSError, ValueError):
        return None
    return stream.getvalue()
