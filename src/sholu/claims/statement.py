"""A sentence with figures, with all that was found in it, shared out among its figures.

What says what a figure measures, where and when, is looked for in the figure's own stretch first.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from sholu.claims.citations import Citation, find_citations
from sholu.evidence.model import Span
from sholu.mentions.model import AnnotatedDocument, Figure, Mention
from sholu.mentions.sentences import Sentence

_CONTRAST = r",?\s+\b(?:while|whereas|but|тогда\s+как|при\s+этом|однако|ал|бірақ)\b"
CONTRAST = re.compile(_CONTRAST, re.IGNORECASE)
"""Words that set one clause against another."""

_STRONG_BREAK = re.compile(
    rf"{_CONTRAST}|;|,\s+(?:and|including|of\s+which|а|и|но|из\s+них|в\s+том\s+числе"
    r"|(?:оның|соның)\s+ішінде|және)\b",
    re.IGNORECASE,
)
_WEAK_BREAKS = (
    re.compile(r",(?!\d)"),
    re.compile(r":\s|\s(?:and|or|и|или|және|мен|пен|бен|не)\s", re.IGNORECASE),
    re.compile(r"\s[—–-]\s"),
)
"""From the strongest to the weakest."""


@dataclass(frozen=True)
class Statement:
    """A sentence, or a table's cell with words; offsets are the document's.

    Attributes:
        before: the sentences before it in its paragraph, as one; None for a cell.
    """

    start: int
    end: int
    text: str
    figures: tuple[Figure, ...]
    mentions: tuple[Mention, ...]
    citations: tuple[Citation, ...]
    before: Statement | None = None

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

        Words between two figures go to the first of them up to a bracket that holds the second, or
        to the break between clauses (a strong one, else the last comma, else a colon, dash or
        conjunction); without a break all of them do, because what follows a figure says more
        often what was done with it than what comes next.
        """
        pairs = zip(self.figures, self.figures[1:], strict=False)
        cuts = [self._cut(one.span.end, two.span.start) for one, two in pairs]
        return tuple(zip([self.start, *cuts], [*cuts, self.end], strict=True))

    def _cut(self, start: int, end: int) -> int:
        """Where the words of one figure end and those of the next begin."""
        words = self.between(start, end)
        bracket = words.rfind("(")
        if bracket > words.rfind(")"):
            return start + bracket
        strong = _STRONG_BREAK.search(words)
        if strong is not None:
            return start + strong.start()
        for pattern in _WEAK_BREAKS:
            breaks = list(pattern.finditer(words))
            if breaks:
                return start + breaks[-1].start()
        return max(start, end)


def read_statements(
    annotated: AnnotatedDocument, sentences: Iterable[Sentence]
) -> Iterator[Statement]:
    """The sentences of a document that hold figures outside tables, in order."""
    paragraph, begin = -1, 0
    for sentence in sentences:
        if sentence.paragraph != paragraph:
            paragraph, begin = sentence.paragraph, sentence.start
        within = figures_within(annotated, sentence.start, sentence.end)
        figures = tuple(figure for figure in within if not stands_in_table(figure))
        if figures:
            statement = statement_of(annotated, sentence.start, sentence.end)
            before = (
                statement_of(annotated, begin, sentence.start) if begin < sentence.start else None
            )
            yield replace(statement, figures=figures, before=before)


def statement_of(annotated: AnnotatedDocument, start: int, end: int) -> Statement:
    """A stretch of the text, with all that was found in it."""
    text = annotated.text.text[start:end]
    return Statement(
        start=start,
        end=end,
        text=text,
        figures=figures_within(annotated, start, end),
        mentions=mentions_within(annotated, start, end),
        citations=tuple(find_citations(text, start)),
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
