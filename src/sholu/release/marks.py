"""Figures as they are printed under an item, and where their marks stand in its text. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from string import ascii_lowercase

from sholu.mentions.model import Figure
from sholu.mentions.suspects import AMBIGUOUS_SIGN

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


def _is_worth_a_line(figure: Figure) -> bool:
    """Whether it is printed on paper: it is written in digits and it is known what it counts.

    The web page has the others, too, and ``release.json`` has all.
    """
    return bool(figure.of and re.search(r"\d", figure.value_printed))


def _printed(figures: Sequence[Figure]) -> tuple[PrintedFigure, ...]:
    """A line for each of the figures, the same words once."""
    distinct: dict[tuple[str, str], Figure] = {}
    for figure in figures:
        # The last one stands in the text, where an earlier one may be of the title.
        distinct[printed_value(figure), (figure.of or "").casefold()] = figure
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
    return printed_value(figure).removesuffix(f" {figure.of}")


def printed_value(figure: Figure) -> str:
    """The number and its unit in the letters of the source, which are not those that it is read in
    where Kazakh is printed in Latin or Arabic ones."""
    return " ".join(figure.span.quote.split())


def doubt_of(figure: Figure) -> str:
    """The entry of ``wording.yaml`` that says why a figure is suspect: whether another reading is
    likely, or only possible."""
    return "ambiguous" if figure.suspect == AMBIGUOUS_SIGN else "suspect"


def _letter(index: int) -> str:
    """``a`` for 0, ``z`` for 25, ``aa`` for 26."""
    lead, last = divmod(index, len(ascii_lowercase))
    return (_letter(lead - 1) if lead else "") + ascii_lowercase[last]


def told_once(
    figures: Sequence[Figure], title: str, paragraphs: Sequence[str]
) -> tuple[Figure, ...]:
    """The figures without those of the headline that the text says again.

    A headline counts in fewer and other words ("three brothers", then "three men"): it tells
    nothing more than a figure of the text with its value and unit, if it is known what that counts.
    """
    texts = [title, *paragraphs]
    places = _places(figures, texts)
    headline = {index for index, place in places.items() if place[0] == 0}
    in_text = {
        _amount(figure)
        for index, figure in enumerate(figures)
        if index in places and index not in headline and figure.of
    }
    return tuple(
        figure
        for index, figure in enumerate(figures)
        if index not in headline or _amount(figure) not in in_text
    )


def _amount(figure: Figure) -> tuple[float, float | None, str | None]:
    return figure.value, figure.value_high, figure.unit


def mark_figures(figures: Sequence[Figure], title: str, paragraphs: Sequence[str]) -> MarkedText:
    """The figures in print, each once, and the paragraphs cut where a figure's mark belongs.

    A figure that is not found again (an editor wrote another text), or that stands in the title,
    keeps its line without a mark in the text.
    """
    worth = [figure for figure in figures if _is_worth_a_line(figure)]
    printed = _printed(told_once(worth, title, paragraphs))
    texts = [title, *paragraphs]
    places = _places([entry.figure for entry in printed], texts)
    marks = {place: printed[index].letter for index, place in places.items()}
    cut = [_cut(text, number, marks) for number, text in enumerate(texts)]
    return MarkedText(printed, tuple(cut[1:]))


def _places(figures: Sequence[Figure], texts: Sequence[str]) -> dict[int, tuple[int, int]]:
    """By the figure's number its place in the texts, of those that are found there."""
    places: dict[int, tuple[int, int]] = {}
    for index, figure in enumerate(figures):
        place = _best_place(figure, texts, set(places.values()))
        if place is not None:
            places[index] = place
    return places


def _best_place(
    figure: Figure, texts: Sequence[str], taken: set[tuple[int, int]]
) -> tuple[int, int] | None:
    """Number of the text and offset after the figure's words, where the surroundings agree best."""
    words = [re.escape(word) for word in figure.span.quote.split()]
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
