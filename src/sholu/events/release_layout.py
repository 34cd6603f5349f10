"""Read a release in the CARICC layout: sections by country, items with title, text and address."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sholu.core.finding import Finding, make_finding
from sholu.events.addresses import Repair, repair_addresses
from sholu.events.blocks import split_blocks
from sholu.events.item import Reading, ToldItem
from sholu.events.model import Event, EventReading
from sholu.events.propose import Setting, propose_events
from sholu.events.release_checks import check_contents, check_counts
from sholu.events.release_cover import Cover, read_cover
from sholu.events.release_headings import SectionNames, section_names
from sholu.events.release_items import Item, Section, find_items, find_sections
from sholu.evidence.model import DocumentText
from sholu.evidence.span import make_span
from sholu.mentions.model import AnnotatedDocument
from sholu.sources.model import Source
from sholu.vocabulary.model import Vocabulary

ENOUGH_SIGNS = 4
"""Of eight signs: six of the cover, sections under country headings, texts that end with an
address. One phrase, or a list of countries, is not a release."""

LONGEST_RELEASE = 400_000
"""Characters; the releases seen have 18,000. A longer text is a book and isn't cut up in vain."""

_ADDRESS = re.compile(r"^\W*(?:https?:|www\.)\S+\W*$", re.MULTILINE | re.IGNORECASE)


class ReleaseLayout:
    """The reader of releases in the layout that CARICC and centres after its model print."""

    name = "release_layout"
    version = "1"

    def reads(self, annotated: AnnotatedDocument, vocabulary: Vocabulary) -> bool:
        """Whether enough independent signs say that a document is such a release."""
        text = annotated.text.text
        if len(text) > LONGEST_RELEASE or not text:
            return False
        names = section_names(vocabulary)
        cover = read_cover(text, names)
        if len(cover.signs) < ENOUGH_SIGNS - 2:
            return False
        divided = bool(_sections(annotated.text, cover, names))
        with_addresses = len(_ADDRESS.findall(text)) >= 2
        by_country = divided or cover.counts is not None or bool(cover.contents)
        return by_country and len(cover.signs) + divided + with_addresses >= ENOUGH_SIGNS

    def read(
        self, annotated: AnnotatedDocument, vocabulary: Vocabulary, source: Source | None
    ) -> EventReading:
        """All items as events, and what disagrees with the release's own contents and counts."""
        names = section_names(vocabulary)
        reading = Reading(annotated)
        cover = read_cover(annotated.text.text, names)
        sections = _sections(annotated.text, cover, names)
        items = [item for section in sections for item in find_items(section)]
        told, repairs = _tell(items, cover, reading)
        setting = Setting(f"{self.name} {self.version}", None, chosen_by_editors=True)
        events = propose_events(told, reading, vocabulary, setting)
        where = annotated.document.id
        findings = (
            *check_counts(cover, events, annotated.text),
            *check_contents(cover, sections, annotated.text),
            *_address_findings(repairs, items, reading),
            *_misprint_findings(sections, where, reading),
        )
        return EventReading(events, findings, _left_out(cover, events))


def _sections(text: DocumentText, cover: Cover, names: SectionNames) -> tuple[Section, ...]:
    front_end = cover.counts.end if cover.counts else 0
    return find_sections(split_blocks(text), names, front_end)


def _tell(
    items: Sequence[Item], cover: Cover, reading: Reading
) -> tuple[list[ToldItem], list[tuple[Item, Repair]]]:
    """Items with what the release says of all of them: number, period, repaired addresses."""
    printed = [address for item in items for address in item.addresses]
    repairs = iter(repair_addresses(printed))
    told: list[ToldItem] = []
    damaged: list[tuple[Item, Repair]] = []
    # The day of an item's page is not printed: the month gives "5 March" its year, and
    # "yesterday" no date.
    month = str(cover.period.end)[: len("2025-01")] if cover.period else None
    for ordinal, item in enumerate(items, 1):
        mine = [next(repairs) for _ in item.addresses]
        damaged += [(item, repair) for repair in mine if repair.address.repaired]
        first = item.title_blocks[0] if item.title_blocks else None
        last = item.title_blocks[-1] if item.title_blocks else None
        told.append(
            ToldItem(
                title=" ".join(block.text for block in item.title_blocks),
                title_start=_trimmed(reading, first.start, last.end)[0] if first and last else None,
                title_end=_trimmed(reading, first.start, last.end)[1] if first and last else None,
                paragraphs=item.paragraphs,
                addresses=tuple(repair.address for repair in mine),
                start=item.start,
                end=item.end,
                ordinal=ordinal,
                country=item.section.country if item.section else None,
                published=str(cover.period) if cover.period else None,
                release_item=_release_item(cover, ordinal),
                relative_to=month,
            )
        )
    return told, damaged


def _trimmed(reading: Reading, start: int, end: int) -> tuple[int, int]:
    """Offsets of a title without the Markdown marks around it."""
    raw = reading.text.text[start:end]
    bare = raw.strip("#*_ \n\t")
    low = start + raw.index(bare)
    return low, low + len(bare)


def _release_item(cover: Cover, ordinal: int) -> str | None:
    if cover.number is None or cover.year is None:
        return None
    return f"{cover.year}-{cover.number:02d} #{ordinal}"


def _address_findings(
    damaged: Sequence[tuple[Item, Repair]], items: Sequence[Item], reading: Reading
) -> list[Finding]:
    findings: list[Finding] = []
    for item, repair in damaged:
        text = reading.text.text
        place = text.find(repair.address.printed, item.start, item.end)
        spans = (
            (make_span(reading.text, place, place + len(repair.address.printed)),)
            if place >= 0
            else ()
        )
        findings.append(
            make_finding(
                "damaged_address",
                f"{reading.annotated.document.id} #{items.index(item) + 1}",
                f"The address {repair.address.printed} is likely {repair.address.repaired}: "
                f"{'; '.join(repair.reasons)}.",
                evidence=tuple(span.id for span in spans),
                method="look-alike letters, punycode, other addresses of the release",
                certainty="likely",
                gravity="low",
            )
        )
    return findings


def _misprint_findings(sections: Sequence[Section], where: str, reading: Reading) -> list[Finding]:
    headings = [s.heading for s in sections if s.heading and s.heading.name.misprinted]
    return [
        make_finding(
            "misprinted_heading",
            where,
            f"The heading “{heading.name.printed}” was read as {heading.name.country}.",
            evidence=(make_span(reading.text, heading.block.start, heading.block.end).id,),
            method="nearest name of a country",
            certainty="likely",
            gravity="low",
        )
        for heading in headings
    ]


def _left_out(cover: Cover, events: Sequence[Event]) -> str:
    if not events:
        return "a release, but no item was found under its headings"
    missing = [
        word
        for word, known in (("number", cover.number), ("period", cover.period))
        if known is None
    ]
    return f"no {' and no '.join(missing)} on the cover" if missing else ""
