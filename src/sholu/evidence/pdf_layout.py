"""Lines of a page to blocks: which lines are one paragraph, which are headings or furniture."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from sholu.evidence import lines as roles
from sholu.evidence.links import is_address
from sholu.evidence.normal_text import one_line
from sholu.evidence.printed import PrintedLine

EDGE = 0.09
"""Share of a page's height at the top and the bottom where running heads stand."""

LARGER = 1.12
"""Times the size of the running text from which a line's size marks a heading."""

_DIGITS = re.compile(r"\d+")
_SENTENCE_END = (".", "!", "?", "…", "»", "”", ":")
_MOST_HEADING_LINES = 5


@dataclass(frozen=True)
class Style:
    """Sizes of a document: of its running text, and of its headings from the largest."""

    body: float
    headings: tuple[float, ...]


@dataclass(frozen=True)
class Block:
    """Lines that belong together, with the kind and level of their passage."""

    lines: tuple[PrintedLine, ...]
    kind: str
    level: int | None = None

    @property
    def text(self) -> str:
        """The lines with line ends between."""
        return "\n".join(line.text for line in self.lines)


def style_of(lines: Sequence[PrintedLine]) -> Style:
    """The size that most letters have, and the larger sizes."""
    letters: Counter[float] = Counter()
    for line in lines:
        letters[round(line.font_size, 1)] += len(line.text)
    body = max(letters, key=lambda size: letters[size], default=0.0)
    larger = sorted((size for size in letters if size > LARGER * body), reverse=True)
    return Style(body, tuple(larger))


def page_furniture(pages: Sequence[tuple[float, Sequence[PrintedLine]]]) -> set[str]:
    """Texts of running heads and feet: at the edge of three pages or more, page numbers aside.

    Args:
        pages: height and lines of each page.
    """
    seen: Counter[str] = Counter()
    texts: dict[str, set[str]] = {}
    for height, lines in pages:
        edge = {line.text for line in lines if _at_edge(line, height)}
        for text in edge:
            texts.setdefault(_DIGITS.sub("#", text), set()).add(text)
        seen.update({_DIGITS.sub("#", text) for text in edge})
    return {text for key, count in seen.items() if count >= 3 for text in texts[key]}


def _at_edge(line: PrintedLine, height: float) -> bool:
    return line.box.bottom < EDGE * height or line.box.top > (1 - EDGE) * height


def arrange(
    lines: Sequence[PrintedLine],
    height: float,
    furniture: set[str],
    style: Style,
    outline: Mapping[str, int],
) -> list[Block]:
    """The blocks of a page in their order.

    Args:
        height: of the page in points.
        furniture: texts that ``page_furniture`` found.
        outline: titles of bookmarks with their level from 1.
    """
    blocks: list[Block] = []
    pitch = _pitch(lines)
    group: list[PrintedLine] = []
    for line in lines:
        if _is_furniture(line, height, furniture):
            blocks += _closed(group, style, outline)
            blocks.append(Block((line,), "furniture"))
            group = []
        elif group and _begins_block(group, line, pitch):
            blocks += _closed(group, style, outline)
            group = [line]
        else:
            group.append(line)
    return blocks + _closed(group, style, outline)


def _is_furniture(line: PrintedLine, height: float, furniture: set[str]) -> bool:
    edge = _at_edge(line, height)
    number = roles.is_furniture(line.text)
    leader = number and any(map(str.isalpha, line.text))
    return leader or (edge and (number or line.text in furniture))


def _pitch(lines: Sequence[PrintedLine]) -> float:
    """The usual distance of the tops of two lines that follow each other."""
    steps = [lower.box.top - upper.box.top for upper, lower in pairwise(lines)]
    steps = [step for step in steps if step > 0.5 * _height(lines)]
    # The lower half are lines of one paragraph, the rest is space between paragraphs.
    return median(sorted(steps)[: max(1, len(steps) // 2 + 1)]) if steps else 0.0


def _height(lines: Sequence[PrintedLine]) -> float:
    return median(line.box.height for line in lines) if lines else 0.0


def _begins_block(group: Sequence[PrintedLine], line: PrintedLine, pitch: float) -> bool:
    last = group[-1]
    step = line.box.top - last.box.top
    tall = max(last.box.height, line.box.height, last.font_size)
    if step < -0.5 * tall:  # the next column
        return not _goes_on(last.text, line.text)
    return (
        (step > pitch * 1.25 + 1.0 and step > 1.3 * tall)
        or _looks_different(last, line)
        or _speaks_for_itself(group, line)
        or _follows_an_end(group, line)
    )


def _looks_different(last: PrintedLine, line: PrintedLine) -> bool:
    """Another size, weight or case of letters."""
    if abs(line.font_size - last.font_size) > 0.08 * last.font_size or line.bold != last.bold:
        return True
    return _is_shouted(last.text) != _is_shouted(line.text) and any(map(str.isalpha, line.text))


def _speaks_for_itself(group: Sequence[PrintedLine], line: PrintedLine) -> bool:
    """A list item, an address, or what comes after an address."""
    if roles.is_list_item(line.text) or is_address(line.text):
        return True
    return is_address(group[0].text) and len(line.text.split()) > 1


def _follows_an_end(group: Sequence[PrintedLine], line: PrintedLine) -> bool:
    """After a sentence's end, in a line that ended early or before one that is indented."""
    last = group[-1]
    right = max(other.box.right for other in group)
    ended_early = last.box.right < right - 0.15 * (right - last.box.left)
    indented = line.box.left > min(other.box.left for other in group[1:] or group) + 8
    return last.text.endswith(_SENTENCE_END) and (ended_early or indented)


def _is_shouted(text: str) -> bool:
    return roles.is_capitals(text) and len(text.split()) > 1


def _goes_on(upper: str, lower: str) -> bool:
    return not upper.endswith(_SENTENCE_END) and lower[:1].islower()


def _closed(group: Sequence[PrintedLine], style: Style, outline: Mapping[str, int]) -> list[Block]:
    if not group:
        return []
    kind, level = _judge(group, style, outline)
    return [Block(tuple(group), kind, level)]


def _judge(
    group: Sequence[PrintedLine], style: Style, outline: Mapping[str, int]
) -> tuple[str, int | None]:
    text = "\n".join(line.text for line in group)
    line = one_line(text)
    if is_address(line.replace(" ", "")) and is_address(group[0].text):
        return "address", None
    if roles.is_caption(text):
        return "caption", None
    if line in outline:
        return "heading", outline[line]
    if roles.is_list_item(group[0].text) and not group[0].bold:
        return "list_item", None
    if len(group) > _MOST_HEADING_LINES or len(line) > 300 or not any(map(str.isalpha, line)):
        return "paragraph", None
    return _by_looks(group, line, style)


def _by_looks(group: Sequence[PrintedLine], line: str, style: Style) -> tuple[str, int | None]:
    """A heading by size, weight or capitals; None of them is a paragraph."""
    size = round(group[0].font_size, 1)
    if size > LARGER * style.body:
        return "heading", style.headings.index(size) + 1 if size in style.headings else 1
    below = len(style.headings) + 1
    if all(part.bold for part in group) and not line.endswith((".", ";", ",")):
        return "heading", below
    if roles.is_capitals(line):
        return "heading", below
    level = roles.heading_level(line)
    return ("heading", below + level - 1) if level else ("paragraph", None)
