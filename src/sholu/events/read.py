"""Read the events of a document: the first reader that knows its form reads it."""

from __future__ import annotations

from dataclasses import replace
from typing import Protocol

from sholu.events.arithmetic import check_arithmetic
from sholu.events.feed_items import FeedItems
from sholu.events.model import EventReading
from sholu.events.news_item import NewsItem
from sholu.events.not_news import reason_against_news
from sholu.events.release_layout import ReleaseLayout
from sholu.mentions.model import AnnotatedDocument
from sholu.sources.model import Source
from sholu.vocabulary.model import Vocabulary


class EventReader(Protocol):
    """A reader of one form of document.

    ``version`` goes up when its readings change, so that a build reads the document again.
    """

    name: str
    version: str

    def reads(self, annotated: AnnotatedDocument, vocabulary: Vocabulary) -> bool:
        """Whether the document has the form that this reader knows."""
        ...

    def read(
        self, annotated: AnnotatedDocument, vocabulary: Vocabulary, source: Source | None
    ) -> EventReading:
        """The events of the document, with findings and what was left."""
        ...


READERS: tuple[EventReader, ...] = (ReleaseLayout(), FeedItems(), NewsItem())
"""In the order in which they are asked: the most particular form first. Add your own here."""


def read_events(
    annotated: AnnotatedDocument, vocabulary: Vocabulary, source: Source | None
) -> EventReading:
    """The events that a document tells; reach for it in the build, once a document.

    Args:
        annotated: the document with its text, mentions and figures.
        vocabulary: event kinds, places and agencies.
        source: who published it, if known; its country stands in where a note names none.

    Returns:
        No events and a reason for a document that tells none: a paper, a table, a law, a list.
        Its findings say, for every document, which of its numbers do not fit together.
    """
    reading = _read(annotated, vocabulary, source)
    wrong = check_arithmetic(annotated, reading.events, vocabulary)
    return replace(reading, findings=(*reading.findings, *wrong))


def _read(
    annotated: AnnotatedDocument, vocabulary: Vocabulary, source: Source | None
) -> EventReading:
    for reader in READERS:
        if reader.reads(annotated, vocabulary):
            return reader.read(annotated, vocabulary, source)
    reason = reason_against_news(annotated.text) or "no reader knows the form of this document"
    return EventReading((), (), reason)
