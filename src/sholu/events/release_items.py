"""Divide a release in the CARICC layout into sections and items: title, text, addresses."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sholu.events.addresses import printed_addresses
from sholu.events.blocks import Block, make_block
from sholu.events.paragraphs import Paragraph, join_paragraphs
from sholu.events.release_headings import Heading, SectionName, SectionNames, find_headings
from sholu.events.spelling import normalise

LONGEST_TITLE = 400
"""Characters; the longest title seen has 135, a long one in Russian has about twice that."""

_TITLE_WORDS = 3
"""Fewer words in the middle of an item are a slogan or a subheading, not the next title."""

_CONTACT = re.compile(
    r"^(?:tel|fax|phone|e-?mail|тел|факс|телефон|эл\.?\s*почта)\b|^\S+@\S+", re.IGNORECASE
)


@dataclass(frozen=True)
class Item:
    """One item of a release as printed.

    Attributes:
        title_blocks: the title's blocks; empty if the item has none.
        paragraphs: its text, page breaks mended.
        addresses: as printed.
    """

    section: SectionName | None
    title_blocks: tuple[Block, ...]
    paragraphs: tuple[Paragraph, ...]
    addresses: tuple[str, ...]
    start: int
    end: int


@dataclass(frozen=True)
class Section:
    """A heading (None where a release has none) and the blocks up to the next."""

    heading: Heading | None
    blocks: tuple[Block, ...]


def find_sections(
    blocks: tuple[Block, ...], names: SectionNames, front_end: int
) -> tuple[Section, ...]:
    """The sections of a release with their blocks, back cover left out.

    Args:
        blocks: of the whole document.
        names: what may head a section.
        front_end: offset where the counting paragraph ends; 0 if there is none.
    """
    headings = find_headings(blocks, names)
    if not headings:
        return ()
    after = {i: h for i, h in headings.items() if h.block.start >= front_end}
    sections = _cut(blocks, after or headings)
    filled = tuple(s for s in sections if any(_is_content(b) for b in s.blocks))
    if not filled:
        return ()
    first = filled[0].heading
    front = [b for b in blocks if first is not None and b.end <= first.block.start]
    return (*filled[:-1], Section(filled[-1].heading, _without_back(filled[-1].blocks, front)))


def _cut(blocks: tuple[Block, ...], headings: dict[int, Heading]) -> list[Section]:
    starts = sorted(headings)
    sections: list[Section] = []
    for start, following in zip(starts, [*starts[1:], len(blocks)], strict=True):
        heading = headings[start]
        inside = [b for b in blocks[start:following] if b.start >= heading.block.end]
        rest = (heading.rest,) if heading.rest else ()
        sections.append(Section(heading, (*rest, *inside)))
    return sections


def _is_content(block: Block) -> bool:
    """Whether a block is a text or its address, and not a line of a contents list."""
    return block.kind == "address" or not block.stands_out or len(block.text.split()) >= 8


def _without_back(blocks: tuple[Block, ...], front: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks without the back cover, which repeats the front matter after the last item."""
    printed = normalise(" ".join(block.text for block in front))
    last = len(blocks)
    while last > 0 and _is_back(blocks[last - 1], printed):
        last -= 1
    return blocks[:last]


def _is_back(block: Block, printed: str) -> bool:
    if block.kind == "address" and "/" in block.raw.split("://")[-1].strip("/<> "):
        return False
    return bool(_CONTACT.match(block.text)) or normalise(block.text) in printed


def find_items(section: Section) -> tuple[Item, ...]:
    """The items of one section in their order."""
    name = section.heading.name if section.heading else None
    groups = _group(section.blocks)
    return tuple(_make_item(name, group) for group in groups)


def _group(blocks: tuple[Block, ...]) -> list[list[Block]]:
    """The blocks of each item together. An item ends before a title."""
    sure = _sure_styles(blocks)
    groups: list[list[Block]] = []
    for index, block in enumerate(blocks):
        following = blocks[index + 1] if index + 1 < len(blocks) else None
        if not groups or _begins_item(groups[-1], block, following, sure):
            groups.append([])
        groups[-1].append(block)
    return groups


_Style = tuple[bool, bool, int | None]


def _style(block: Block) -> _Style:
    return block.upper, block.bold, block.level


def _sure_styles(blocks: tuple[Block, ...]) -> frozenset[_Style]:
    """How titles look where there is no doubt: first in a section, or after an address."""
    sure = [
        block
        for before, block in zip((None, *blocks), blocks, strict=False)
        if (before is None or before.kind == "address") and _may_be_title(block)
    ]
    return frozenset(_style(block) for block in sure)


def _may_be_title(block: Block) -> bool:
    return (
        block.stands_out
        and block.kind not in {"address", "table"}
        and 0 < len(block.text) <= LONGEST_TITLE
    )


def _begins_item(
    group: list[Block], block: Block, following: Block | None, sure: frozenset[_Style]
) -> bool:
    """Whether a block is the next item's title rather than a part of the item so far."""
    ended = group[-1].kind == "address"
    if block.kind == "address":
        return False
    if ended:
        return _may_be_title(block) or _is_plain_title(block, following)
    if _title_length(group) == len(group):
        return False  # a title over several blocks, or its subtitle
    known_style = block.upper or _style(block) in sure
    introduced = group[-1].text.endswith((":", ","))
    return (
        _may_be_title(block)
        and known_style
        and not introduced
        and len(block.text.split()) >= _TITLE_WORDS
        and following is not None
    )


def _title_length(group: list[Block]) -> int:
    """How many blocks the title takes: the first, and those after it that look like it."""
    count = 0
    while (
        count < len(group) and _may_be_title(group[count]) and group[count].upper == group[0].upper
    ):
        count += 1
    return count


def _is_plain_title(block: Block, following: Block | None) -> bool:
    """A short line without a full stop between an address and a text: a title without marks."""
    return (
        len(block.text) <= 200
        and not re.search(r"[.!?…;:,]$", block.text)
        and following is not None
        and following.kind != "address"
    )


def _make_item(name: SectionName | None, group: list[Block]) -> Item:
    titles = group[: _title_length(group)]
    if not titles and len(group) > 1 and _is_plain_title(group[0], group[1]):
        titles = [group[0]]
    body = [block for block in group[len(titles) :] if block.kind != "address"]
    links = [line.raw for block in group if block.kind == "address" for line in block.lines]
    addresses = printed_addresses("\n".join(links))
    if titles:
        titles[0] = without_logo(titles[0], addresses)
    return Item(
        section=name,
        title_blocks=tuple(titles),
        paragraphs=join_paragraphs(body),
        addresses=addresses,
        start=group[0].start,
        end=group[-1].end,
    )


def without_logo(block: Block, addresses: tuple[str, ...]) -> Block:
    """A title's block without the site's logo text that a PDF put before it.

    A logo is a host name set off by bold marks (``**SITE.KG****TITLE``), or one that is also the
    host of the item's address.
    """
    first = block.lines[0]
    cited = " ".join(addresses).lower()
    match = re.match(r"[#*_\s]*((?:[\w-]+\.)+\w{2,3}?)(?=[^\w.-]|$|[A-ZА-ЯЁ]{3})", first.raw)
    if match is None:
        return block
    host, rest = match.group(1).lower(), first.raw[match.end(1) :]
    if not (host in cited or re.match(r"\*{2,}\s*\S", rest)) or not rest.strip(" *_#"):
        return block
    cut = first.raw.index(rest, match.end(1)) + len(rest) - len(rest.lstrip("*_# "))
    line = type(first)(first.start + cut, first.end, first.raw[cut:], first.passage)
    return make_block((line, *block.lines[1:]))
