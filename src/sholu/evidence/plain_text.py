"""Plain text and Markdown. The text keeps every character of the file but invisible ones."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sholu.evidence import lines as roles
from sholu.evidence.draft import Draft
from sholu.evidence.encoding import decode
from sholu.evidence.links import find_links, is_address
from sholu.evidence.model import Passage
from sholu.evidence.normal_text import normalise, one_line
from sholu.evidence.tables import label_cells
from sholu.evidence.text_tables import (
    Line,
    is_piped,
    is_tabbed,
    piped_table,
    read_grid,
    split_lines,
    tabbed_table,
)

READER = "plain text 1"

_LONG_LINE = 120
"""Code points; hard-wrapped text has shorter lines, so a longer one is a paragraph by itself."""

_TITLE_WITHIN = 5
"""Passages; a title stands at the head of a text or nowhere."""


@dataclass(frozen=True)
class Block:
    """Lines that belong together; ``kind`` is a passage's kind, or empty while undecided."""

    first: int
    end: int
    kind: str = ""
    separator: str = ""


def read_plain_text(content: bytes, name: str) -> Draft:
    """Read text or Markdown: headings, paragraphs, lists, addresses, tables.

    Raises:
        CannotRead: if the bytes are no text.
    """
    draft = Draft(READER)
    text = normalise(decode(content, draft))
    draft.write(text)
    mark_up(draft, text)
    first = [text[p.start : p.end] for p in draft.passages[:_TITLE_WITHIN] if p.kind == "heading"]
    draft.title = next(
        (one_line(t.strip("#* \n")) for t in first if t.startswith(("#", "**"))), None
    )
    return draft


def mark_up(draft: Draft, text: str) -> None:
    """Find passages, tables and links in a text that stands in the draft from offset 0."""
    lines = split_lines(text)
    blocks = list(_blocks(lines))
    in_contents = False
    for index, block in enumerate(blocks):
        start, end = _extent(lines, block)
        words = text[start:end]
        following = _text_of(text, lines, blocks[index + 1]) if index + 1 < len(blocks) else ""
        if block.kind == "table" and not in_contents:
            _add_table(draft, text, lines, block)
            continue
        kind, level = _judge(block, words, following)
        if roles.heads_contents(words):
            in_contents = True
        elif block.kind not in ("table", "furniture"):
            in_contents = False
        if block.kind == "table":
            kind = "furniture"
        draft.passages.append(Passage(start, end, kind, level))
    draft.links.extend(find_links(text))


def _add_table(draft: Draft, text: str, lines: list[Line], block: Block) -> None:
    start, end = _extent(lines, block)
    number = max((cell.table for cell in draft.cells), default=0) + 1
    grid = read_grid(text, lines[block.first : block.end], block.separator)
    draft.cells.extend(label_cells(grid, number, _title(draft, text, start)))
    draft.passages.append(Passage(start, end, "table"))


def _title(draft: Draft, text: str, start: int) -> str:
    """The caption or heading right above a table."""
    if not draft.passages:
        return ""
    above = draft.passages[-1]
    if above.kind not in ("caption", "heading") or text.count("\n", above.end, start) > 3:
        return ""
    return " ".join(text[above.start : above.end].split()).strip("#* ")


def _extent(lines: list[Line], block: Block) -> tuple[int, int]:
    """Where a block stands, without white space around it."""
    first, last = lines[block.first], lines[block.end - 1]
    indent = len(first.text) - len(first.text.lstrip())
    return first.start + indent, last.start + len(last.text.rstrip())


def _text_of(text: str, lines: list[Line], block: Block) -> str:
    return text[slice(*_extent(lines, block))]


def _judge(block: Block, words: str, following: str) -> tuple[str, int | None]:
    """The kind of a block, and its level if it is a heading."""
    if block.kind:
        return block.kind, roles.heading_level(words) if block.kind == "heading" else None
    if roles.is_caption(words):
        return "caption", None
    level = roles.heading_level(words)
    if level is None and roles.may_head(words, following):
        level = 3
    return ("heading", level) if level else ("paragraph", None)


def _blocks(lines: list[Line]) -> Iterator[Block]:
    at = 0
    while at < len(lines):
        if lines[at].is_blank:
            at += 1
            continue
        block = _block_at(lines, at)
        yield block
        at = block.end


def _block_at(lines: list[Line], at: int) -> Block:
    line = lines[at].text
    if table := _table_at(lines, at):
        return table
    if roles.is_list_item(line):
        return Block(at, at + 1, "list_item" if _has_list_neighbour(lines, at) else "")
    for kind, tells in _ONE_LINE.items():
        if tells(line):
            return Block(at, at + 1, kind)
    return Block(at, _paragraph_end(lines, at))


def _is_marked_heading(line: str) -> bool:
    return line.lstrip().startswith("#") and bool(roles.heading_level(line))


_ONE_LINE = {
    "furniture": roles.is_furniture,
    "address": is_address,
    "heading": _is_marked_heading,
}
"""Kinds of passage that are one line long, with what tells them."""


def _table_at(lines: list[Line], at: int) -> Block | None:
    line = lines[at].text
    if roles.is_furniture(line):  # a contents line may have a tab before its page number
        return None
    if is_tabbed(line) and (end := tabbed_table(lines, at)) > at:
        return Block(at, end, "table", "\t")
    if is_piped(line) and (end := piped_table(lines, at)) > at:
        return Block(at, end, "table", "|")
    return None


def _has_list_neighbour(lines: list[Line], at: int) -> bool:
    """Whether the next printed line above or below is a list item too; one alone is speech."""
    above = next(
        (line.text for line in reversed(lines[max(0, at - 3) : at]) if not line.is_blank), ""
    )
    below = next((line.text for line in lines[at + 1 : at + 4] if not line.is_blank), "")
    return roles.is_list_item(above) or roles.is_list_item(below)


def _paragraph_end(lines: list[Line], at: int) -> int:
    end = at + 1
    while end < len(lines) and len(lines[end - 1].text) <= _LONG_LINE and _is_running(lines[end]):
        end += 1
    return end


def _is_running(line: Line) -> bool:
    """Whether a line goes on with the paragraph above it."""
    text = line.text
    stands_out = (
        line.is_blank
        or len(text) > _LONG_LINE
        or is_tabbed(text)
        or roles.is_list_item(text)
        or any(tells(text) for tells in _ONE_LINE.values())
    )
    return not stands_out
