"""Make spans of a text, and find them again in another version of it."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import takewhile

from sholu.core.errors import SholuError
from sholu.core.ids import identify
from sholu.evidence.model import Cell, DocumentText, Page, Span

CONTEXT = 32
"""Code points kept on each side; 32 is what the Hypothesis annotation client keeps."""


class SpanError(SholuError):
    """Offsets that the text does not have."""


def make_span(text: DocumentText, start: int, end: int) -> Span:
    """The span ``text.text[start:end]`` with its page or cell.

    Raises:
        SpanError: if the offsets are empty or outside the text.
    """
    if not 0 <= start < end <= len(text.text):
        raise SpanError(f"{start}:{end} is no stretch of a text of {len(text.text)} characters.")
    quote = text.text[start:end]
    cell = _cell_at(text.cells, start, end)
    return Span(
        id=identify("span", text.document, text.version, start, end),
        document=text.document,
        text_version=text.version,
        start=start,
        end=end,
        quote=quote,
        prefix=text.text[max(0, start - CONTEXT) : start],
        suffix=text.text[end : end + CONTEXT],
        page=_page_at(text.pages, start),
        cell=cell.name if cell else None,
    )


def _page_at(pages: tuple[Page, ...], offset: int) -> int | None:
    index = bisect_right(pages, offset, key=lambda page: page.start) - 1
    if index >= 0 and offset < pages[index].end:
        return pages[index].number
    return None


def _cell_at(cells: tuple[Cell, ...], start: int, end: int) -> Cell | None:
    index = bisect_right(cells, start, key=lambda cell: cell.start) - 1
    if index >= 0 and cells[index].start <= start and end <= cells[index].end:
        return cells[index]
    return None


def find_again(span: Span, text: DocumentText) -> Span | None:
    """The same words in another version of the document's text.

    Among all places where the quote stands, the one whose surroundings agree most with the prefix
    and suffix wins, then the one nearest to the old offset. White space may have changed.

    Returns:
        None when the quote is no longer there.
    """
    if text.version == span.text_version:
        return span
    places = _places(span.quote, text.text)
    if not places:
        return None
    start, end = max(places, key=lambda place: _agreement(span, text.text, *place))
    return make_span(text, start, end)


def _places(quote: str, text: str) -> list[tuple[int, int]]:
    """Every place of ``quote`` in ``text``, any white space matching any white space.

    Places may overlap, as those of a row of one word do.
    """
    pattern = r"\s+".join(re.escape(word) for word in quote.split())
    return [match.span(1) for match in re.finditer(f"(?=({pattern}))", text)] if pattern else []


def _agreement(span: Span, text: str, start: int, end: int) -> tuple[int, int]:
    """How many characters around the place are as they were; then how near it is."""
    near = 4 * CONTEXT  # room for white space that grew
    before = _common(
        _squeezed(span.prefix)[::-1], _squeezed(text[max(0, start - near) : start])[::-1]
    )
    after = _common(_squeezed(span.suffix), _squeezed(text[end : end + near]))
    return before + after, -abs(start - span.start)


def _squeezed(text: str) -> str:
    return "".join(text.split())


def _common(left: str, right: str) -> int:
    """How many characters the two share from the beginning."""
    pairs = zip(left, right, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
