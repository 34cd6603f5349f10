"""A sentence that holds figures, with all that was found in it, shared out among its figures.

What says what a figure measures, where and when, is looked for in the figure's own stretch first.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from sholu.claims.citations import Citation, find_citations
from sholu.evidence.model import Span
from sholu.mentions.model import AnnotatedDocument, Figure, Mention
from sholu.mentions.sentences import Sentence, read_sentences

_CONTRAST = r",?\s+\b(?:while|whereas|but|тогда\s+как|при\s+этом|однако|ал|бірақ)\b"
CONTRAST = re.compile(_CONTRAST, re.IGNORECASE)
"""Words that set one clause against another."""

_STRONG_BREAK = re.compile(
    rf"{_CONTRAST}|;|,\s+(?:and|including|of\s+which|а|и|но|из\s+них|в\s+том\s+числе"
    r"|(?:оның|соның)\s+ішінде|және)\b",
    re.IGNORECASE,
)
_WEAK_BREAK = re.compile(r",(?!\d)|\s(?:and|и|және|мен|пен|бен)\s|\s[—–-]\s|:\s", re.IGNORECASE)


@dataclass(frozen=True)
class Statement:
    """A sentence with figures; offsets are the document's.

    Attributes:
        figures: those that don't stand in a table's cell, in order.
        paragraph: number of its paragraph.
    """

    start: int
    end: int
    text: str
    kind: str
    paragraph: int
    figures: tuple[Figure, ...]
    mentions: tuple[Mention, ...]
    citations: tuple[Citation, ...]

    def between(self, start: int, end: int) -> str:
        """The words between two offsets of the document."""
        return self.text[start - self.start : end - self.start]

    @cached_property
    def told(self) -> tuple[Mention, ...]:
        """The mentions outside citations: a cited work's year and town are not what is told."""
        works = [citation for citation in self.citations if citation.kind != "voice"]
        return tuple(
            mention
            for mention in self.mentions
            if not any(work.start <= mention.span.start < work.end for work in works)
        )

    @cached_property
    def stretches(self) -> tuple[tuple[int, int], ...]:
        """The stretch of each figure, in order; together they are the sentence.

        Words between two figures go to the first of them up to the break between clauses (a strong
        one, else the last comma, conjunction or dash); without a break all of them do, because what
        follows a figure says more often what was done with it than what comes next.
        """
        pairs = zip(self.figures, self.figures[1:], strict=False)
        cuts = [self._cut(one.span.end, two.span.start) for one, two in pairs]
        return tuple(zip([self.start, *cuts], [*cuts, self.end], strict=True))

    def _cut(self, start: int, end: int) -> int:
        """Where the words of one figure end and those of the next begin."""
        words = self.between(start, end)
        strong = _STRONG_BREAK.search(words)
        if strong is not None:
            return start + strong.start()
        weak = list(_WEAK_BREAK.finditer(words))
        return start + weak[-1].start() if weak else max(start, end)


def read_statements(annotated: AnnotatedDocument) -> Iterator[Statement]:
    """The sentences of a document that hold figures outside tables, in order."""
    if not any(not stands_in_table(figure) for figure in annotated.figures):
        return
    for sentence in read_sentences(annotated.text):
        figures = figures_within(annotated, sentence.start, sentence.end)
        running = tuple(figure for figure in figures if not stands_in_table(figure))
        if running:
            yield _statement(annotated, sentence, running)


def _statement(
    annotated: AnnotatedDocument, sentence: Sentence, figures: tuple[Figure, ...]
) -> Statement:
    text = annotated.text.text[sentence.start : sentence.end]
    citations = tuple(find_citations(text, sentence.start))
    return Statement(
        start=sentence.start,
        end=sentence.end,
        text=text,
        kind=sentence.kind,
        paragraph=sentence.paragraph,
        figures=figures,
        mentions=mentions_within(annotated, sentence.start, sentence.end),
        citations=citations,
    )


def stands_in_table(figure: Figure) -> bool:
    """Whether a figure stands in a table's cell."""
    return figure.span.cell is not None


def figures_within(annotated: AnnotatedDocument, start: int, end: int) -> tuple[Figure, ...]:
    """The figures whose span begins in the stretch."""
    figures = annotated.figures
    first = bisect_left(figures, start, key=lambda figure: figure.span.start)
    return figures[first : bisect_left(figures, end, key=lambda figure: figure.span.start)]


def mentions_within(annotated: AnnotatedDocument, start: int, end: int) -> tuple[Mention, ...]:
    """The mentions whose span begins in the stretch."""
    mentions = annotated.mentions
    first = bisect_left(mentions, start, key=lambda mention: mention.span.start)
    return mentions[first : bisect_left(mentions, end, key=lambda mention: mention.span.start)]


def distance(one: Span, two: Span) -> int:
    """Characters between two spans; 0 if they touch or overlap."""
    return max(two.start - one.end, one.start - two.end, 0)
