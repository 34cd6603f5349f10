"""What is printed on a page: lines and pictures with their places."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace


@dataclass(frozen=True)
class Box:
    """A rectangle in points from the page's top left corner."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def height(self) -> float:
        """From top to bottom."""
        return self.bottom - self.top

    @property
    def area(self) -> float:
        """In square points."""
        return max(0.0, self.right - self.left) * max(0.0, self.height)

    def holds(self, x: float, y: float) -> bool:
        """Whether a point lies in it."""
        return self.left <= x <= self.right and self.top <= y <= self.bottom

    def meets(self, other: Box) -> bool:
        """Whether the two share an area."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )


@dataclass(frozen=True)
class PrintedLine:
    """A line of text.

    Attributes:
        links: stretches of it with the address behind each.
        torn: whether its last word is hyphenated and goes on in the next line.
    """

    text: str
    box: Box
    font_size: float
    bold: bool = False
    links: tuple[tuple[int, int, str], ...] = ()
    torn: bool = False


@dataclass(frozen=True)
class PrintedPicture:
    """A picture on a page."""

    content: bytes
    media_type: str
    size: tuple[int, int]
    box: Box


def join_words(lines: Sequence[PrintedLine]) -> list[PrintedLine]:
    """Lines with the words whole that a hyphen tore at a line's end.

    The rest of the word moves up to its beginning. The hyphen goes, unless the word stands with it
    somewhere else on the page (``anti-drug``) or its rest begins with a capital letter or a digit.
    """
    words = {word.strip(".,;:!?()«»“”").casefold() for line in lines for word in line.text.split()}
    joined: list[PrintedLine] = []
    for line in lines:
        if joined and joined[-1].torn and line.text:
            upper, line = _moved_up(joined.pop(), line, words)
            joined.append(upper)
        if line.text:
            joined.append(line)
    return joined


def _moved_up(
    upper: PrintedLine, lower: PrintedLine, words: set[str]
) -> tuple[PrintedLine, PrintedLine]:
    rest, _, after = lower.text.partition(" ")
    beginning = upper.text.removesuffix("-")
    whole = beginning.rpartition(" ")[2] + "-" + rest.rstrip(".,;:!?)»”")
    keeps = not rest[0].islower() or whole.casefold() in words
    text = f"{beginning}{'-' if keeps else ''}{rest}"
    shift = len(rest) + 1
    links = tuple(
        (max(0, start - shift), end - shift, address)
        for start, end, address in lower.links
        if end > shift
    )
    return (
        replace(upper, text=text, torn=False),
        replace(lower, text=after, links=links),
    )
