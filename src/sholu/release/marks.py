"""Figures as they are printed under an item, and where their marks stand in its text. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from string import ascii_lowercase

from sholu.mentions.model import Figure

QUALIFIERS = {"exact": "", "about": "≈ ", "more_than": "> ", "less_than": "< ", "up_to": "≤ "}
"""Signs instead of words: words would have to agree with the number, in each language otherwise."""

CONTEXT = 16
"""Characters on each side that tell two equal numbers of a text apart."""


@dataclass(frozen=True)
class PrintedFigure:
    """A figure in the table under an item.

    Attributes:
        letter: its mark: ``a``, ``b`` … ``z``, ``aa`` …
        value: as the source printed it, with a sign for more, less or about.
        of: what it counts, in the source's words.
        figure: what it is made from.
    """

    letter: str
    value: str
    of: str
    figure: Figure


@dataclass(frozen=True)
class Run:
    """A stretch of a paragraph, and the mark that stands after it (empty for none)."""

    text: str
    mark: str


@dataclass(frozen=True)
class MarkedText:
    """An item's figures, and its paragraphs with their marks."""

    figures: tuple[PrintedFigure, ...]
    paragraphs: tuple[tuple[Run, ...], ...]


def printed_figures(figures: Sequence[Figure]) -> tuple[PrintedFigure, ...]:
    """The figures worth a line on paper, each once.

    They are written in digits and it is known what they count. The web page and ``release.json``
    have all of them.
    """
    distinct: dict[tuple[str, str], Figure] = {}
    for figure in figures:
        if figure.of and re.search(r"\d", figure.value_printed):
            # The last one stands in the text, where an earlier one may be of the title.
            distinct[" ".join(figure.value_printed.split()), figure.of.casefold()] = figure
    ordered = sorted(
        distinct.values(), key=lambda figure: (figure.span.document, figure.span.start)
    )
    return tuple(
        PrintedFigure(
            letter=_letter(index),
            value=QUALIFIERS[figure.qualifier] + _number(figure),
            of=figure.of or "",
            figure=figure,
        )
        for index, figure in enumerate(ordered)
    )


def _number(figure: Figure) -> str:
    """The printed value, without the word that it counts when that ends it."""
    value = " ".join(figure.value_printed.split())
    return value.removesuffix(f" {figure.of}")


def _letter(index: int) -> str:
    """``a`` for 0, ``z`` for 25, ``aa`` for 26."""
    lead, last = divmod(index, len(ascii_lowercase))
    return (_letter(lead - 1) if lead else "") + ascii_lowercase[last]


def mark_figures(figures: Sequence[Figure], title: str, paragraphs: Sequence[str]) -> MarkedText:
    """The printed figures, and the paragraphs cut where a figure's mark belongs.

    A figure that is not found again (an editor wrote another text), or that stands in the title,
    keeps its line without a mark in the text.
    """
    printed = printed_figures(figures)
    texts = [title, *paragraphs]
    marks: dict[tuple[int, int], str] = {}
    for entry in printed:
        place = _best_place(entry.figure, texts, set(marks))
        if place is not None:
            marks[place] = entry.letter
    cut = [_cut(text, number, marks) for number, text in enumerate(texts)]
    return MarkedText(printed, tuple(cut[1:]))


def _best_place(
    figure: Figure, texts: Sequence[str], taken: set[tuple[int, int]]
) -> tuple[int, int] | None:
    """Number of the text and offset after the figure's words, where the surroundings agree best."""
    words = [re.escape(word) for word in figure.value_printed.split()]
    pattern = re.compile(r"(?<![\w.,])" + r"\s+".join(words) + r"(?!\w|[.,]\d)")
    places = [
        (_agreement(figure, text, match), (number, match.end()))
        for number, text in enumerate(texts)
        for match in pattern.finditer(text)
        if (number, match.end()) not in taken
    ]
    return max(places, key=lambda scored: scored[0])[1] if places else None


def _agreement(figure: Figure, text: str, match: re.Match[str]) -> int:
    """How many characters around a match are those around the figure in its document."""
    before = " ".join(figure.span.prefix.split())[-CONTEXT:]
    after = " ".join(figure.span.suffix.split())[:CONTEXT]
    left = text[: match.start()].rstrip()[-CONTEXT:]
    right = text[match.end() :].lstrip()[:CONTEXT]
    return _common(before[::-1], left[::-1]) + _common(after, right)


def _common(one: str, other: str) -> int:
    count = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        count += 1
    return count


def _cut(text: str, number: int, marks: dict[tuple[int, int], str]) -> tuple[Run, ...]:
    runs, start = [], 0
    for (paragraph, offset), letter in sorted(marks.items()):
        if paragraph == number:
            runs.append(Run(text[start:offset], letter))
            start = offset
    if start < len(text):
        runs.append(Run(text[start:], ""))
    return tuple(runs)
