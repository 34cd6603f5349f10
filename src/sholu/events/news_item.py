"""Read a page or a press note that tells one event."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sholu.core.finding import make_finding
from sholu.events.addresses import (
    Repair,
    is_address_line,
    printed_addresses,
    repair_addresses,
)
from sholu.events.blocks import Block, split_blocks
from sholu.events.header_lines import HeaderLines, read_header_lines
from sholu.events.item import Reading, ToldItem
from sholu.events.model import EventReading
from sholu.events.not_news import reason_against_news
from sholu.events.paragraphs import join_paragraphs
from sholu.events.propose import Setting, propose_events
from sholu.events.spelling import normalise
from sholu.mentions.model import AnnotatedDocument
from sholu.sources.model import Source
from sholu.vocabulary.model import Vocabulary

LONGEST_TITLE = 250
"""Characters; headlines of the region's agencies run to about 160."""

_NOTICE = re.compile(
    r"invented for demonstration|вымышлено для демонстрации|көрсету үшін ойдан", re.IGNORECASE
)


class NewsItem:
    """The reader of single news pages and press notes."""

    name = "news_item"
    version = "1"

    def reads(self, annotated: AnnotatedDocument, vocabulary: Vocabulary) -> bool:
        """Whether nothing speaks against a report of one event."""
        return not reason_against_news(annotated.text)

    def read(
        self, annotated: AnnotatedDocument, vocabulary: Vocabulary, source: Source | None
    ) -> EventReading:
        """The event, or the reason why the page has no text of its own."""
        reading = Reading(annotated)
        told = find_told(reading)
        if told is None:
            return EventReading((), (), "a title without a text")
        item, repairs = told
        setting = Setting(
            f"{self.name} {self.version}",
            source.country if source else None,
            chosen_by_editors=False,
        )
        events = propose_events([item], reading, vocabulary, setting)
        findings = tuple(
            make_finding(
                "damaged_address",
                annotated.document.id,
                f"The address {repair.address.printed} is likely {repair.address.repaired}: "
                f"{'; '.join(repair.reasons)}.",
                method="look-alike letters, punycode, form of addresses",
                certainty="likely",
                gravity="low",
            )
            for repair in repairs
            if repair.address.repaired
        )
        return EventReading(events, findings, "")


def find_told(reading: Reading) -> tuple[ToldItem, tuple[Repair, ...]] | None:
    """The item that a page tells, and its address as mended; None for a title without a text."""
    annotated = reading.annotated
    blocks = split_blocks(annotated.text)
    header = read_header_lines(blocks, reading.mentions(0, len(annotated.text.text), "date"))
    title, body = _split(blocks, header, annotated)
    if not body:
        return None
    repairs = _addresses(annotated, header, blocks)
    return _told(title, body, header, repairs, reading), repairs


def _split(
    blocks: Sequence[Block], header: HeaderLines, annotated: AnnotatedDocument
) -> tuple[Block | str, list[Block]]:
    """The title, as a block if it stands in the text, and the blocks of the text."""
    told = [
        block
        for block in blocks
        if not all(line.start in header.starts for line in block.lines)
        and block.kind not in {"table", "caption", "address"}
        and not _NOTICE.search(block.text)
    ]
    stated = annotated.text.title or header.fields.get("title")
    index = _title_index(told, stated)
    if index is None:
        return stated or "", told
    body = told[index + 1 :]
    desk = len(body) > 1 and _is_desk_line(body[0]) and not re.search(r"\d", body[0].text)
    return told[index], body[1:] if desk else body


def _title_index(blocks: Sequence[Block], stated: str | None) -> int | None:
    """The number of the title's block: named by the metadata, a heading, or a short first line."""
    early = blocks[:4]
    for index, block in enumerate(early):
        if stated and normalise(block.text) and normalise(block.text) in normalise(stated):
            return index
    first = blocks[0] if len(blocks) > 1 else None
    below_headline = first is not None and _is_headline(first)
    for index, block in enumerate(early):
        if not block.stands_out or len(block.text) > LONGEST_TITLE or _is_dateline(block):
            continue
        if not (index and below_headline and _is_desk_line(block)):
            return index
    if stated is None and first is not None and _is_headline(first):
        return 0
    return None


_DATELINE = re.compile(r"[^\W\d][\w .()-]{2,40}, (?:\d{1,2} \w+|\w+\.? \d{1,2})(?:,? \d{4})?\.?")


def _is_dateline(block: Block) -> bool:
    """``Baku, April 8`` on a line of its own, below the headline."""
    return _DATELINE.fullmatch(block.text) is not None


_BYLINE = re.compile(
    r"(?:by|авторы?:?|текст:?|фото:?|мәтін:?|дайындаған:?)\s[^\W\d_]\D{1,60}(?<![.!?…])",
    re.IGNORECASE,
)
_DESK_LINE = re.compile(
    r"[^|]{2,40}\s[|]\s[^|]{2,40}"
    r"|[^\W\d_][\w.’'() -]{2,30}(?:,\s[^\W\d_][\w.]+(?:\s\d{1,2})?)?"
    r"\s?[,–—-]\s[^\W\d_][\w.’' -]{2,40}"
)
_SMALL = re.compile(r"(?<![\w’'])[^\W\d_A-ZА-ЯЁӘҒҚҢӨҰҮІҺ]{4,}")
_LONGEST_DESK_LINE = 8
"""Words."""


def _is_desk_line(block: Block) -> bool:
    """Who wrote a report and where, on a line of its own: ``By …``, ``PTI | Ahmedabad``,
    ``ANKARA – Hürriyet Daily News``; all longer words have a capital, as in a title."""
    if len(block.text.split()) > _LONGEST_DESK_LINE:
        return False
    if _BYLINE.fullmatch(block.text):
        return True
    return not _SMALL.search(block.text) and _DESK_LINE.fullmatch(block.text) is not None


def _is_headline(block: Block) -> bool:
    return len(block.text) <= LONGEST_TITLE and not re.search(r"[.;:,]$", block.text)


def _addresses(
    annotated: AnnotatedDocument, header: HeaderLines, blocks: Sequence[Block]
) -> tuple[Repair, ...]:
    """The page's own address: as its header or the page says, as it came, or the only one in it."""
    stated = header.fields.get("address", "")
    alone = [address for b in blocks if b.kind == "address" for address in printed_addresses(b.raw)]
    candidates = [
        stated if is_address_line(stated) else "",
        annotated.text.address or "",
        annotated.document.address or "",
        alone[0] if len(alone) == 1 else "",
    ]
    known = [address for address in candidates if address]
    return repair_addresses(known[:1])


def _told(
    title: Block | str,
    body: Sequence[Block],
    header: HeaderLines,
    repairs: Sequence[Repair],
    reading: Reading,
) -> ToldItem:
    document, text = reading.annotated.document, reading.text
    published = document.published or text.published or header.published
    in_text = title if isinstance(title, Block) else None
    return ToldItem(
        title=in_text.text if in_text else str(title),
        title_start=in_text.start if in_text else None,
        title_end=in_text.end if in_text else None,
        paragraphs=join_paragraphs(body),
        addresses=tuple(repair.address for repair in repairs),
        start=in_text.start if in_text else body[0].start,
        end=body[-1].end,
        ordinal=1,
        country=None,
        published=published,
        release_item=None,
        relative_to=published,
    )
