"""An item that tells an event, as printed, and the document it stands in while it is read."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from sholu.events.model import Address
from sholu.events.paragraphs import Paragraph, telling_paragraphs
from sholu.evidence.model import DocumentText
from sholu.mentions.model import AnnotatedDocument, Figure, Mention
from sholu.mentions.sentences import Sentence, read_sentences


@dataclass(frozen=True)
class ToldItem:
    """An item that tells one event, as printed.

    Attributes:
        title: marks removed; ``title_start``, ``title_end``: its offsets, both None if the title
            comes from metadata and does not stand in the text.
        ordinal: number of the item in its document, from 1.
        country: of the section it stands in; None outside a release.
        published: ISO date or period.
        release_item: ``2025-01 #3``, or None.
        relative_to: ISO date (partial allowed) from which dates without a year and, if it is a day,
            ``yesterday`` count; None if it isn't known.
    """

    title: str
    title_start: int | None
    title_end: int | None
    paragraphs: tuple[Paragraph, ...]
    addresses: tuple[Address, ...]
    start: int
    end: int
    ordinal: int
    country: str | None
    published: str | None
    release_item: str | None
    relative_to: str | None

    @property
    def text(self) -> str:
        """The paragraphs with blank lines between."""
        return "\n\n".join(paragraph.text for paragraph in self.paragraphs)

    @property
    def telling(self) -> tuple[Paragraph, ...]:
        """The paragraphs without a subtitle."""
        return telling_paragraphs(self.paragraphs)

    @property
    def lead(self) -> str:
        """The first paragraph that tells the event; empty if the item has none."""
        return self.telling[0].text if self.paragraphs else ""


class Reading:
    """A document under reading: its mentions, figures and sentences by offset."""

    def __init__(self, annotated: AnnotatedDocument) -> None:
        self.annotated = annotated
        self._mention_starts = [mention.span.start for mention in annotated.mentions]
        self._figure_starts = [figure.span.start for figure in annotated.figures]

    @property
    def text(self) -> DocumentText:
        """The document's text."""
        return self.annotated.text

    def mentions(self, start: int, end: int, kind: str) -> tuple[Mention, ...]:
        """Mentions of one kind that begin in a stretch of the text."""
        first = bisect_left(self._mention_starts, start)
        last = bisect_left(self._mention_starts, end)
        return tuple(m for m in self.annotated.mentions[first:last] if m.kind == kind)

    def figures(self, start: int, end: int) -> tuple[Figure, ...]:
        """Figures that begin in a stretch of the text."""
        first = bisect_left(self._figure_starts, start)
        return self.annotated.figures[first : bisect_left(self._figure_starts, end)]

    @cached_property
    def read_text(self) -> DocumentText:
        """The document's text in its reading form."""
        form = self.annotated.reading_form
        return self.text if form is None else form.document

    def read_at(self, offset: int) -> int:
        """Where an offset of the text stands in its reading form."""
        form = self.annotated.reading_form
        return offset if form is None else form.read(offset)

    def printed_at(self, offset: int) -> int:
        """Where an offset of the reading form stands in the text."""
        form = self.annotated.reading_form
        return offset if form is None else form.printed(offset)

    def words(self, start: int, end: int) -> str:
        """A stretch of the text in its reading form."""
        return self.read_text.text[self.read_at(start) : self.read_at(end)]

    def spelled(self, text: str) -> str:
        """A title or a mended paragraph of the document in its reading form."""
        form = self.annotated.reading_form
        return text if form is None else form.spell(text)

    @cached_property
    def _sentences(self) -> Sequence[Sentence]:
        return read_sentences(self.read_text)

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [sentence.start for sentence in self._sentences]

    def parsed_sentences(self, start: int, end: int) -> Sequence[Sentence]:
        """The sentences that share a character with a stretch; theirs are in the reading form."""
        start, end = self.read_at(start), self.read_at(end)
        first = max(bisect_right(self._sentence_starts, start) - 1, 0)
        last = bisect_left(self._sentence_starts, end)
        return [sentence for sentence in self._sentences[first:last] if sentence.end > start]

    def sentences(self, start: int, end: int) -> tuple[tuple[int, int], ...]:
        """Offsets of the sentences in a stretch, those over its edges cut at them."""
        parsed = self.parsed_sentences(start, end)
        printed = ((self.printed_at(s.start), self.printed_at(s.end)) for s in parsed)
        found = tuple((max(first, start), min(last, end)) for first, last in printed)
        return found or ((start, end),)

    def sentence_at(self, offset: int, start: int, end: int) -> tuple[int, int]:
        """The sentence of a stretch that holds an offset."""
        return next((s for s in self.sentences(start, end) if s[0] <= offset < s[1]), (start, end))
