"""Cut a document's text into blocks: what stands together, with the marks that made it stand out.

Readers of layouts work on blocks rather than on the text, because the same release comes as PDF
text, as Markdown made from a PDF, as DOCX, and each shows a title in its own way.
"""

from __future__ import annotations

import html
import re
from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass

from sholu.events.addresses import is_address_line
from sholu.evidence.model import DocumentText, Passage

_TAG = re.compile(r"</?(?:i|b|u|em|strong|sup|sub|span|br|p)\b[^<>]*/?>", re.IGNORECASE)
_HEADING_MARK = re.compile(r"^\s*(#{1,6})\s+")
_EMPHASIS = re.compile(r"(?<!\w)[*_]+|[*_]+(?!\w)|\*\*+")
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+.!-])")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_BOLD = re.compile(r"(\*\*|__)(?=\S).*(?<=\S)\1|<(b|strong)>.*</\2>", re.DOTALL | re.IGNORECASE)
_PAGE_NUMBER = re.compile(r"[-–—\s]*(?:(?:page|стр\.?|бет)\s*)?\d{1,3}[-–—\s]*", re.IGNORECASE)
_LINE_HYPHEN = re.compile(r"(\w+)-$")
_COMPOUND_PREFIXES = frozenset({"anti", "counter", "non", "self", "multi", "inter", "co", "well"})

UPPER_SHARE = 0.85
"""Share of capitals from which a line counts as upper case: misprints and units stay small."""

REPEATED = 3
"""A short line that stands so often in one document is a running head, not text."""

SHORT_LINE = 90
"""Characters up to which a repeated line can be a running head."""


@dataclass(frozen=True)
class Line:
    """A line of the text with its offsets, outer white space and line end left out."""

    start: int
    end: int
    raw: str
    passage: Passage | None


@dataclass(frozen=True)
class Block:
    """Lines that stand together.

    Attributes:
        start, end: offsets in the document's text.
        raw: as in the text, marks and all.
        text: for people: marks taken off, white space folded, hyphens of line ends mended.
        level: depth of a heading, if it is marked as one; bold: whether all of it is bold;
        upper: whether it is in capitals.
        kind: of the passage it stands in, ``address`` for addresses alone on their lines.
    """

    start: int
    end: int
    raw: str
    text: str
    lines: tuple[Line, ...]
    level: int | None
    bold: bool
    upper: bool
    kind: str

    @property
    def stands_out(self) -> bool:
        """Whether anything in its looks says that it is a heading or a title."""
        return self.level is not None or self.bold or self.upper


def split_blocks(text: DocumentText) -> tuple[Block, ...]:
    """The blocks of a text in their order, without furniture.

    A block ends at a blank line, where a passage ends, and where lines in capitals, plain lines
    and addresses meet, for text made from PDFs often has no blank lines there.
    """
    groups: list[list[Line]] = []
    previous: Line | None = None
    for line in _lines(text):
        if previous is None or _parts(previous, line, text.text):
            groups.append([])
        groups[-1].append(line)
        previous = line
    return tuple(make_block(tuple(group)) for group in groups)


def _lines(text: DocumentText) -> list[Line]:
    """The lines that hold text and are no furniture."""
    starts = [passage.start for passage in text.passages]
    found: list[Line] = []
    for match in re.finditer(r"[^\n\f\v\u2028\u2029]+", text.text):
        raw = match.group().strip()
        if not raw:
            continue
        start = match.start() + match.group().index(raw)
        index = bisect_right(starts, start) - 1
        passage = text.passages[index] if index >= 0 else None
        if passage is not None and passage.end <= start:
            passage = None
        found.append(Line(start, start + len(raw), raw, passage))
    return _without_furniture(found)


def _without_furniture(lines: list[Line]) -> list[Line]:
    times = Counter(_digits_alike(line.raw) for line in lines if len(line.raw) <= SHORT_LINE)
    return [
        line
        for line in lines
        if not (line.passage is not None and line.passage.kind == "furniture")
        and not _PAGE_NUMBER.fullmatch(line.raw)
        and (times[_digits_alike(line.raw)] < REPEATED or is_address_line(line.raw))
        and clean(line.raw)
    ]


def _digits_alike(raw: str) -> str:
    return re.sub(r"\d+", "0", raw)


def _parts(one: Line, two: Line, text: str) -> bool:
    """Whether a block ends between two lines."""
    if text.count("\n", one.end, two.start) > 1 or one.passage is not two.passage:
        return True
    first, second = is_address_line(one.raw), is_address_line(two.raw)
    if first or second:
        return not (first and _continues_address(two))
    inside_bold = one.raw.count("**") % 2 == 1
    return not inside_bold and _is_upper(clean(one.raw)) != _is_upper(clean(two.raw))


def _continues_address(line: Line) -> bool:
    """Whether a line is the rest of an address that was too long for its line."""
    return (
        " " not in line.raw
        and not is_address_line(line.raw)
        and bool(re.search(r"[-/._%=]", line.raw))
    )


def make_block(lines: tuple[Line, ...]) -> Block:
    """A block of some lines; also for a part of another block's lines."""
    raw = "\n".join(line.raw for line in lines)
    heading = _HEADING_MARK.match(raw)
    kind = lines[0].passage.kind if lines[0].passage else "paragraph"
    level = len(heading.group(1)) if heading else None
    if kind == "heading" and level is None and lines[0].passage:
        level = lines[0].passage.level or 1
    text = join_lines([clean(line.raw) for line in lines])
    return Block(
        start=lines[0].start,
        end=lines[-1].end,
        raw=raw,
        text=text,
        lines=lines,
        level=level,
        bold=bool(_BOLD.fullmatch(raw.lstrip("# "))),
        upper=_is_upper(text),
        kind="address" if is_address_line(lines[0].raw) else kind,
    )


def clean(raw: str) -> str:
    """A line for people: without Markdown and HTML marks, white space folded."""
    text = _HEADING_MARK.sub("", _INVISIBLE.sub("", raw))
    if not is_address_line(text):
        text = _EMPHASIS.sub(" ", _TAG.sub("", text))
        text = re.sub(r"\s+([,.;:!?»”)])", r"\1", _ESCAPE.sub(r"\1", text))
    return " ".join(html.unescape(text).split())


def join_lines(lines: list[str]) -> str:
    """Lines of one paragraph as one line, words cut at a line's end put together.

    ``counter-`` and the like keep their hyphen: there it belongs to the word.
    """
    joined = ""
    for line in lines:
        cut = _LINE_HYPHEN.search(joined)
        if cut and line[:1].islower():
            keep = cut.group(1).lower() in _COMPOUND_PREFIXES
            joined = (joined if keep else joined[:-1]) + line
        elif cut and cut.group(1).isupper() and line[:1].isupper():
            joined += line
        else:
            joined = f"{joined} {line}".strip()
    return joined


def _is_upper(text: str) -> bool:
    capitals, small = sum(map(str.isupper, text)), sum(map(str.islower, text))
    return capitals + small >= 4 and capitals >= UPPER_SHARE * (capitals + small)
