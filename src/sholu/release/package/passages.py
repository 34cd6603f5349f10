"""Evidence as everybody may see it: spans in their paragraphs, private names withheld. Pure."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from sholu.core.ids import identify
from sholu.core.language import INTERFACE_LANGUAGES
from sholu.evidence.model import DocumentText, LineBox, Span
from sholu.evidence.printed import Box as Area
from sholu.mentions.model import Mention
from sholu.mentions.redaction import private_mentions
from sholu.release.compose import WITHHELD, withhold
from sholu.release.package.contents import Passage, Words
from sholu.release.package.page_drawing import Line, PagePlan, Stretch
from sholu.release.wording import say

MOST_LINES = 12
"""Lines of a passage that is shown whole; of a longer one (a table) the span's own line is."""


class Stretches:
    """The paragraphs and table rows of a text, to look up many spans."""

    def __init__(self, text: DocumentText) -> None:
        self._text = text.text
        self._passages = sorted(text.passages, key=lambda one: (one.start, -one.end))
        self._starts = [passage.start for passage in self._passages]
        self._long = {p.start for p in self._passages if self._is_long(p.start, p.end)}

    def _is_long(self, start: int, end: int) -> bool:
        return self._text.count("\n", start, end) > MOST_LINES

    def around(self, start: int, end: int) -> tuple[int, int]:
        """First and last (exclusive) code point of the paragraph, or line, that holds a stretch."""
        place = bisect_right(self._starts, start) - 1
        if place >= 0:
            passage = self._passages[place]
            if end <= passage.end and passage.start not in self._long:
                return passage.start, passage.end
        first = self._text.rfind("\n", 0, start) + 1
        last = self._text.find("\n", end)
        return first, last if last >= 0 else len(self._text)

    def language(self, start: int) -> str | None:
        """The language of the passage that holds an offset, if it has one of its own."""
        place = bisect_right(self._starts, start) - 1
        return self._passages[place].language if place >= 0 else None


class PublicText:
    """One document's text as everybody may see it.

    Args:
        text: as read.
        private: mentions of private persons and what leads to them, of this document.
        language: of the words that stand for a name where the text's own language has none.
    """

    def __init__(self, text: DocumentText, private: Iterable[Mention], language: str) -> None:
        self.text = text
        self._fallback = language
        self._private = private_mentions(private)
        self._ends = [mention.span.end for mention in self._private]

    @cached_property
    def _stretches(self) -> Stretches:
        return Stretches(self.text)

    def evidence(self, spans: Iterable[Span]) -> tuple[list[Passage], list[Words]]:
        """The passages of spans, each once, and where the spans stand in them."""
        passages: dict[tuple[int, int], Passage] = {}
        words = []
        for span in spans:
            bounds = self._stretches.around(span.start, span.end)
            if not (span.prefix or span.suffix):
                # It stands alone: a register's row, in which the quote hides what is personal.
                bounds = (span.start, span.end)
                passages[bounds] = self._quote(span)
            elif bounds not in passages:
                passages[bounds] = self._passage(*bounds)
            words.append(self._words(span, bounds, passages[bounds]))
        return list(passages.values()), words

    def _quote(self, span: Span) -> Passage:
        language = self._stretches.language(span.start) or self.text.language
        return Passage(
            id=identify("passage", self.text.document, span.start, span.end),
            document=self.text.document,
            language=language,
            text=withhold(span.quote, self._spoken(language)),
        )

    def _spoken(self, language: str | None) -> str:
        """The language of the words that stand for a name."""
        return language if language in INTERFACE_LANGUAGES else self._fallback

    def _passage(self, start: int, end: int) -> Passage:
        language = self._stretches.language(start) or self.text.language
        return Passage(
            id=identify("passage", self.text.document, start, end),
            document=self.text.document,
            language=language,
            text=self._withheld(start, end, language),
        )

    def _words(self, span: Span, bounds: tuple[int, int], passage: Passage) -> Words:
        if bounds == (span.start, span.end):
            return self._placed(span, passage, 0, len(passage.text))
        first = len(self._withheld(bounds[0], self._out(span.start, -1), passage.language))
        inside = self._withheld(self._out(span.start, -1), self._out(span.end, 1), passage.language)
        return self._placed(span, passage, first, first + len(inside))

    def _placed(self, span: Span, passage: Passage, start: int, end: int) -> Words:
        return Words(
            span=span.id,
            document=span.document,
            passage=passage.id,
            start=start,
            end=end,
            page=span.page,
            cell=span.cell,
            boxes=(),
        )

    def _out(self, offset: int, way: int) -> int:
        """An offset inside a private name moved to its start or its end."""
        place = bisect_right(self._ends, offset)
        if place < len(self._private):
            span = self._private[place].span
            if span.start < offset < span.end:
                return span.start if way < 0 else span.end
        return offset

    def _withheld(self, start: int, end: int, language: str | None) -> str:
        """A stretch of the text, a word in place of each private name."""
        spoken = self._spoken(language)
        parts, place = [], start
        for mention in self._private[bisect_right(self._ends, start) :]:
            if mention.span.start >= end:
                break
            if mention.span.end <= place:
                continue  # within the one before
            parts.append(self.text.text[place : max(place, mention.span.start)])
            parts.append(say(WITHHELD[(mention.code or "data").partition("-")[0]], spoken))
            place = mention.span.end
        parts.append(self.text.text[place:end])
        return withhold("".join(parts), spoken)

    def pages(self, words: Iterable[Words], spans: Mapping[str, Span]) -> Iterator[PagePlan]:
        """What to draw of the pages that spans stand on.

        A page where a private name stands in no line is left out: nobody knows where to blacken.
        """
        by_page: dict[int, list[Span]] = {}
        for one in words:
            if one.page is not None:
                by_page.setdefault(one.page, []).append(spans[one.span])
        for page, on_it in sorted(by_page.items()):
            lines = self._lines_by_page.get(page, [])
            private = [m.span for m in self._private if self._is_on(m.span, page)]
            hidden = [_stretches(lines, span.start, span.end) for span in private]
            if all(hidden):
                yield PagePlan(
                    page=page,
                    lines=tuple(self._line(one) for one in lines),
                    hidden=tuple(stretch for found in hidden for stretch in found),
                    names=tuple(sorted(self.printed_names())),
                    spans=tuple(
                        (span.id, tuple(_stretches(lines, span.start, span.end))) for span in on_it
                    ),
                )

    def printed_names(self) -> frozenset[str]:
        """The private names as they stand in the text; a single letter is no name."""
        text = self.text.text
        printed = (" ".join(text[m.span.start : m.span.end].split()) for m in self._private)
        return frozenset(name for name in printed if len(name) > 1)

    def _is_on(self, span: Span, page: int) -> bool:
        return any(
            one.number == page and one.start < span.end and span.start < one.end
            for one in self.text.pages
        )

    def _line(self, line: LineBox) -> Line:
        area = Area(line.left, line.top, line.right, line.bottom)
        return Line(self.text.text[line.start : line.end], area)

    @cached_property
    def _lines_by_page(self) -> dict[int, list[LineBox]]:
        found: dict[int, list[LineBox]] = {}
        for line in self.text.lines:
            found.setdefault(line.page, []).append(line)
        return found


def _stretches(lines: Sequence[LineBox], start: int, end: int) -> list[Stretch]:
    """The parts of lines that lie between two offsets of the text."""
    return [
        Stretch(number, max(0, start - line.start), min(end, line.end) - line.start)
        for number, line in enumerate(lines)
        if line.start < end and start < line.end
    ]
