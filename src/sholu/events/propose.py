"""Make the event that a told item proposes, with all its readings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sholu.core.ids import identify
from sholu.events.dates import find_date
from sholu.events.item import Reading, ToldItem
from sholu.events.kinds import KindReading, find_kind
from sholu.events.model import Event
from sholu.events.places import find_whereabouts
from sholu.events.relevance import ENOUGH, Relevance, judge_relevance
from sholu.events.spelling import normalise
from sholu.events.told_substances import told_substances
from sholu.evidence.model import Span
from sholu.evidence.span import make_span
from sholu.mentions.model import Figure, Mention
from sholu.mentions.redaction import Redactor, is_private, redact
from sholu.vocabulary.model import Vocabulary

FIRST_WORDS = 8
"""Words that name an item without a title in its id."""


@dataclass(frozen=True)
class Setting:
    """What a reader knows of all items of a document.

    Attributes:
        reader: its name and version.
        country: of the publisher; stands in only where an item names none.
        chosen_by_editors: whether all items were chosen because they are about drugs.
    """

    reader: str
    country: str | None
    chosen_by_editors: bool


def propose_events(
    items: Sequence[ToldItem], reading: Reading, vocabulary: Vocabulary, setting: Setting
) -> tuple[Event, ...]:
    """The events of a document's items, each with its own id."""
    seen: dict[str, int] = {}
    events: list[Event] = []
    for item in items:
        words = _first_words(item)
        seen[words] = seen.get(words, 0) + 1
        name = identify("event", reading.annotated.document.id, words, seen[words])
        events.append(_propose(name, item, reading, vocabulary, setting))
    return tuple(events)


def _first_words(item: ToldItem) -> str:
    return normalise(item.title) or " ".join(normalise(item.text).split()[:FIRST_WORDS])


def _propose(
    name: str, item: ToldItem, reading: Reading, vocabulary: Vocabulary, setting: Setting
) -> Event:
    kind = kind_of(item, reading, vocabulary)
    where = find_whereabouts(item, reading, vocabulary, setting.country, kind.kind)
    when = find_date(item, reading, kind.kind)
    relevance = judge_relevance(
        item, reading, vocabulary, chosen_by_editors=setting.chosen_by_editors
    )
    document, text = reading.annotated.document, reading.text
    return Event(
        id=name,
        kind=kind.kind if relevance.about_drugs else None,
        title=_redacted_title(item, reading),
        text=_redacted_text(item, reading),
        language=_language(item, reading),
        countries=where.countries,
        regions=where.regions,
        places=where.places,
        place_precision=where.precision,
        date_start=when.start,
        date_end=when.end,
        date_basis=when.basis,
        published=item.published,
        agencies=_agencies(item, reading),
        substances=told_substances(item, reading, vocabulary, kind.kind),
        about_drugs=relevance.about_drugs,
        figures=_figures(item, reading),
        addresses=item.addresses,
        documents=(document.id,),
        spans=_spans(item, reading),
        pictures=tuple(p.sha256 for p in text.pictures if item.start <= p.start <= item.end),
        release_item=item.release_item,
        confidence=_confidence(item, kind.kind, where.countries, relevance),
        status="proposed",
        marking=document.marking,
        reader=setting.reader,
    )


def kind_of(item: ToldItem, reading: Reading, vocabulary: Vocabulary) -> KindReading:
    """The kind of event that an item tells."""
    rest = item.text[len(item.lead) :] if item.text.startswith(item.lead) else item.text
    title, lead, rest = (reading.spelled(part) for part in (item.title, item.lead, rest))
    return find_kind(title, lead, rest, vocabulary)


def _private(item: ToldItem, reading: Reading) -> list[Mention]:
    """Private persons of an item, and what leads to them."""
    return [
        mention
        for kind in ("person", "personal_data")
        for mention in reading.mentions(item.start, item.end, kind)
        if is_private(mention)
    ]


def _redacted_title(item: ToldItem, reading: Reading) -> str:
    private = _private(item, reading)
    language = _language(item, reading)
    if item.title_start is None or item.title_end is None:
        return redact(item.title, private, language)
    return Redactor(private).made(
        item.title, reading.text.text, item.title_start, item.title_end, language
    )


def _redacted_text(item: ToldItem, reading: Reading) -> str:
    """The paragraphs, each redacted by its offsets, with blank lines between."""
    redactor, language = Redactor(_private(item, reading)), _language(item, reading)
    return "\n\n".join(
        redactor.made(p.text, reading.text.text, p.start, p.end, language) for p in item.paragraphs
    )


def _language(item: ToldItem, reading: Reading) -> str | None:
    """The language in which most of the item's text is written."""
    lengths: dict[str, int] = {}
    start, end = reading.read_at(item.start), reading.read_at(item.end)
    for passage in reading.read_text.passages:
        if passage.language and start <= passage.start < end:
            length = passage.end - passage.start
            lengths[passage.language] = lengths.get(passage.language, 0) + length
    return max(lengths, key=lambda code: lengths[code], default=reading.text.language)


def _agencies(item: ToldItem, reading: Reading) -> tuple[str, ...]:
    found = reading.mentions(item.start, item.end, "agency")
    return tuple(dict.fromkeys(mention.code for mention in found if mention.code))


def _figures(item: ToldItem, reading: Reading) -> tuple[Figure, ...]:
    """The figures of title and paragraphs; a number in an address is none."""
    stretches = [(paragraph.start, paragraph.end) for paragraph in item.paragraphs]
    if item.title_start is not None and item.title_end is not None:
        stretches.insert(0, (item.title_start, item.title_end))
    return tuple(figure for stretch in stretches for figure in reading.figures(*stretch))


def _spans(item: ToldItem, reading: Reading) -> tuple[Span, ...]:
    """The title and the first sentence that tells the event."""
    spans: list[Span] = []
    if item.title_start is not None and item.title_end is not None:
        spans.append(make_span(reading.text, item.title_start, item.title_end))
    if item.telling:
        first = item.telling[0]
        spans.append(make_span(reading.text, *reading.sentences(first.start, first.end)[0]))
    redactor = Redactor(_private(item, reading))
    return tuple(redactor.span(span) for span in spans)


def _confidence(
    item: ToldItem, kind: str | None, countries: tuple[str, ...], relevance: Relevance
) -> float:
    """Share of the tests passed that tell a whole, well understood item from a piece of one."""
    tests = (
        bool(item.title),
        bool(item.paragraphs),
        bool(item.addresses),
        all(address.repaired is None for address in item.addresses),
        kind is not None,
        bool(countries),
        item.published is not None,
        relevance.strength >= ENOUGH,
    )
    return round(sum(tests) / len(tests), 2)
