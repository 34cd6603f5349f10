"""Draw a page of a PDF with private names blackened, and tell where the words of spans stand.

It runs in a limited child process: PDFs are made by strangers.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import pypdfium2 as pdfium
from PIL import Image, ImageChops, ImageDraw

from sholu.evidence.pdf_page import PdfPageReader
from sholu.evidence.printed import Box as Area
from sholu.release.package.model import Box

WIDTH = 900
"""Pixels of a picture: an A4 page is readable at about 110 dots per inch."""

_GREYS = 16
_COLOURS = 64
"""Shades that keep letters smooth, and colours that keep a chart's; half the bytes of all."""

_COLOURED = 24
"""Of 255, how far the channels of a pixel may differ before a page is a coloured one."""

_COMPRESSION = 7
"""Of zlib; 9 takes six times as long for a hundredth of the bytes (measured on pages of text)."""

VERSION = "pages 1"
"""Of what is drawn; another one draws all pages anew."""

_REACH = 0.15
"""Of a bar's height: how far letters reach above and below those that have neither."""

_MARGIN = 1.5
"""Points around blackened letters, whose boxes cut their own edges."""


@dataclass(frozen=True)
class Line:
    """A line of the document's text: its characters, and where it stands in points."""

    text: str
    area: Area


@dataclass(frozen=True)
class Stretch:
    """Characters of a line, from ``start`` to ``end`` (exclusive); ``line`` is its number."""

    line: int
    start: int
    end: int


@dataclass(frozen=True)
class PagePlan:
    """What to draw of a page.

    Attributes:
        page: number from 1.
        lines: of the page, as the document was read.
        hidden: stretches that nobody may see.
        names: private names as printed; they are blackened also where no line holds them.
        spans: stretches of each span, by its id.
    """

    page: int
    lines: tuple[Line, ...]
    hidden: tuple[Stretch, ...]
    names: tuple[str, ...]
    spans: tuple[tuple[str, tuple[Stretch, ...]], ...]


@dataclass(frozen=True)
class PageTask:
    """A page to draw, and the PDF that has it."""

    file: str
    plan: PagePlan


@dataclass(frozen=True)
class Drawing:
    """The page as PNG, and the places of each span's words on it, as shares of its size."""

    png: bytes
    boxes: dict[str, tuple[Box, ...]]


def draw_page(task: PageTask) -> Drawing:
    """Draw a page.

    Raises:
        PdfiumError: if the PDF or the page does not open.
    """
    plan = task.plan
    with pdfium.PdfDocument(Path(task.file)) as document:
        reader = PdfPageReader(document[plan.page - 1])
        try:
            letters = _Letters(list(reader.characters()), plan.lines)
            scale = WIDTH / reader.width
            # Notes and forms that lie on a page are in no text that was read.
            rendered = reader.page.render(scale=scale, draw_annots=False, may_draw_forms=False)
            picture = rendered.to_pil().convert("RGB")
            hidden = [area for one in plan.hidden for area in letters.to_hide(one)]
            hidden += letters.named(plan.names)
            _blacken(picture, hidden, scale)
            boxes = {
                span: tuple(
                    _share(letters.area(one), reader.width, reader.height) for one in stretches
                )
                for span, stretches in plan.spans
            }
        finally:
            reader.close()
    return Drawing(_png(picture), boxes)


class _Letters:
    """The characters of the text layer, brought to the lines that were read."""

    def __init__(self, printed: list[tuple[str, Area]], lines: Sequence[Line]) -> None:
        self._printed = printed
        self._lines = lines
        self._visible = [(char, area) for char, area in printed if _is_visible(char)]
        self._inside: dict[int, list[tuple[str, Area]]] = {}

    def area(self, stretch: Stretch) -> Area:
        """Where a stretch stands; its whole line if its letters are not found."""
        line = self._lines[stretch.line].area
        found = self._of(stretch)
        return line if found is None else _hull([*found, _flat(line, found[0].left)])

    def to_hide(self, stretch: Stretch) -> list[Area]:
        """What to blacken for a stretch: its letters, or its line and the rest of a torn word."""
        if self._of(stretch) is not None:
            return [self.area(stretch)]
        areas = [self._lines[stretch.line].area]
        if stretch.end >= len(self._lines[stretch.line].text.rstrip()):
            areas += [line.area for line in self._lines[stretch.line + 1 : stretch.line + 2]]
        return areas

    def named(self, names: Iterable[str]) -> list[Area]:
        """Places of names anywhere on the page: running heads are in no line that was read."""
        text = "".join(char for char, _ in self._printed)
        letters = _only_letters(text)
        return [
            bar
            for name in names
            if _only_letters(name) in letters
            for match in re.finditer(_loose(name), text)
            for bar in _bars(
                [self._printed[i][1] for i in range(*match.span()) if _is_visible(text[i])]
            )
        ]

    def _letters_in(self, line: int) -> list[tuple[str, Area]]:
        """The printed letters of a line, found once for all of its stretches."""
        if line not in self._inside:
            area = self._lines[line].area
            self._inside[line] = [one for one in self._visible if _is_inside(one[1], area)]
        return self._inside[line]

    def _of(self, stretch: Stretch) -> list[Area] | None:
        """The places of its letters, one for each; None if the line does not read as printed."""
        line = self._lines[stretch.line]
        inside = self._letters_in(stretch.line)
        wanted = [index for index, char in enumerate(line.text) if _is_visible(char)]
        if [line.text[index] for index in wanted] != [char for char, _ in inside]:
            return None
        found = [
            area
            for index, (_, area) in zip(wanted, inside, strict=True)
            if stretch.start <= index < stretch.end
        ]
        return found or None


def _only_letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))


def _flat(line: Area, left: float) -> Area:
    """A line's height without its width, to give letters the height of their line."""
    return Area(left, line.top, left, line.bottom)


def _hull(areas: Sequence[Area]) -> Area:
    return Area(
        min(area.left for area in areas),
        min(area.top for area in areas),
        max(area.right for area in areas),
        max(area.bottom for area in areas),
    )


def _bars(letters: Sequence[Area]) -> list[Area]:
    """One bar for the letters of each line: their heights would tell which letters they are."""
    groups: list[list[Area]] = []
    for area in letters:
        if groups and area.left >= groups[-1][-1].left:
            groups[-1].append(area)
        else:
            groups.append([area])
    return [_taller(_hull(group)) for group in groups]


def _taller(bar: Area) -> Area:
    """As tall as a line with letters that reach up and down."""
    more = _REACH * bar.height
    return Area(bar.left, bar.top - more, bar.right, bar.bottom + more)


def _is_visible(char: str) -> bool:
    return not char.isspace() and char.isprintable()


def _is_inside(area: Area, line: Area) -> bool:
    across, down = (area.left + area.right) / 2, (area.top + area.bottom) / 2
    # A point of room: boxes of letters and lines are rounded.
    return line.top - 1 <= down <= line.bottom + 1 and line.left - 1 <= across <= line.right + 1


def _loose(name: str) -> str:
    """A name with any space, or a torn word's hyphen, between its letters."""
    letters = [re.escape(char) for char in name if not char.isspace()]
    body = r"(?:[-\u00ad]?\s+)?".join(letters)
    return rf"(?<!\w){body}(?!\w)"


def _blacken(picture: Image.Image, areas: Iterable[Area], scale: float) -> None:
    pen = ImageDraw.Draw(picture)
    for area in areas:
        corners = (
            (area.left - _MARGIN) * scale,
            (area.top - _MARGIN) * scale,
            (area.right + _MARGIN) * scale,
            (area.bottom + _MARGIN) * scale,
        )
        pen.rectangle(corners, fill="black")


def _share(area: Area, width: float, height: float) -> Box:
    def within(value: float) -> float:
        return round(min(1.0, max(0.0, value)), 5)

    return Box(
        within(area.left / width),
        within(area.top / height),
        within(area.right / width),
        within(area.bottom / height),
    )


def _png(picture: Image.Image) -> bytes:
    """A picture with a palette; grey where the page has no colour."""
    stream = io.BytesIO()
    if _is_coloured(picture):
        small = picture.quantize(
            _COLOURS, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE
        )
    else:
        grey = picture.convert("L").point(_to_shade)
        small = grey.convert("P", palette=Image.Palette.ADAPTIVE, colors=_GREYS)
    small.save(stream, "PNG", compress_level=_COMPRESSION)
    return stream.getvalue()


def _to_shade(value: int) -> int:
    step = 255 / (_GREYS - 1)
    return round(round(value / step) * step)


def _is_coloured(picture: Image.Image) -> bool:
    small = picture.resize((picture.width // 4, picture.height // 4))
    red, green, blue = small.split()
    pairs = ((red, green), (green, blue), (red, blue))
    return any(_extreme(ImageChops.difference(*pair)) > _COLOURED for pair in pairs)


def _extreme(channel: Image.Image) -> int:
    _, highest = channel.getextrema()
    assert isinstance(highest, int)
    return highest
