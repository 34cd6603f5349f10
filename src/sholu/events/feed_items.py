"""Read the entries of an RSS or Atom feed, each as an event of its own."""

from __future__ import annotations

from sholu.events.addresses import Repair, repair_addresses
from sholu.events.blocks import Block, split_blocks
from sholu.events.item import Reading, ToldItem
from sholu.events.model import EventReading
from sholu.events.paragraphs import join_paragraphs
from sholu.events.propose import Setting, propose_events
from sholu.evidence.model import Entry
from sholu.mentions.model import AnnotatedDocument
from sholu.sources.model import Source
from sholu.vocabulary.model import Vocabulary

DAY = 10
"""Characters of an ISO day, which begins a date with its time."""


class FeedItems:
    """The reader of news feeds."""

    name = "feed_items"
    version = "1"

    def reads(self, annotated: AnnotatedDocument, vocabulary: Vocabulary) -> bool:
        """Whether the document is a feed with entries."""
        return bool(annotated.text.entries)

    def read(
        self, annotated: AnnotatedDocument, vocabulary: Vocabulary, source: Source | None
    ) -> EventReading:
        """An event for each entry; an entry that is not about drugs says so."""
        reading = Reading(annotated)
        blocks = split_blocks(annotated.text)
        entries = annotated.text.entries
        repairs = iter(repair_addresses([entry.address for entry in entries if entry.address]))
        items = [
            _told(ordinal, entry, blocks, next(repairs) if entry.address else None, reading)
            for ordinal, entry in enumerate(entries, 1)
        ]
        setting = Setting(
            f"{self.name} {self.version}",
            source.country if source else None,
            chosen_by_editors=False,
        )
        return EventReading(propose_events(items, reading, vocabulary, setting), (), "")


def _told(
    ordinal: int,
    entry: Entry,
    blocks: tuple[Block, ...],
    repair: Repair | None,
    reading: Reading,
) -> ToldItem:
    inside = [b for b in blocks if entry.start <= b.start < entry.end and b.kind != "address"]
    body = [block for block in inside if block.start >= entry.title_end]
    has_title = entry.title_end > entry.title_start
    published = entry.published[:DAY] if entry.published else None
    return ToldItem(
        title=" ".join(reading.text.text[entry.title_start : entry.title_end].split()),
        title_start=entry.title_start if has_title else None,
        title_end=entry.title_end if has_title else None,
        paragraphs=join_paragraphs(body),
        addresses=(repair.address,) if repair else (),
        start=entry.start,
        end=entry.end,
        ordinal=ordinal,
        country=None,
        published=published,
        release_item=None,
        relative_to=published,
    )
