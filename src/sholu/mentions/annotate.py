"""Run every reader of this room over one document."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from sholu.core.ids import identify
from sholu.evidence.model import DocumentText, Span
from sholu.evidence.span import make_span
from sholu.mentions import (
    agencies,
    ages,
    dates,
    figures,
    impersonal_names,
    law,
    people,
    personal_data,
    places,
    plain_numbers,
    redaction,
    substances,
    table_figures,
)
from sholu.mentions.agencies import CountryMention
from sholu.mentions.figures import Known
from sholu.mentions.law_versions import act_of, day_of
from sholu.mentions.model import AnnotatedDocument, Figure, Mention, ReadingForm
from sholu.mentions.places import PlaceReading
from sholu.mentions.scripts import reading_form
from sholu.mentions.sentences import Sentence, read_sentences
from sholu.sources.model import Document
from sholu.vocabulary.load_law import load_law
from sholu.vocabulary.model import Vocabulary


def annotate(
    document: Document,
    text: DocumentText,
    vocabulary: Vocabulary,
    key: bytes,
    country: str | None = None,
) -> AnnotatedDocument:
    """Find all mentions and figures of a document.

    Names of private persons are replaced by keyed pseudonyms in every span (quote, prefix, suffix);
    ``text`` itself is as extracted, for the readers of the next rooms.

    Args:
        key: the observatory's key for pseudonyms.
        country: of the publisher as registered; else its address may tell.
    """
    form = reading_form(text, vocabulary)
    read = text if form is None else form.document
    sentences = read_sentences(read)
    published = document.published or text.published
    country = country or places.country_of_address(document.address or text.address)
    data = _personal_data(text, form, key)
    found = _Readings(read, sentences, vocabulary, published, country, key, data)
    printed = _Printed(text, form)
    mentions = sorted(
        (_with_span(m, printed.span(m.span)) for m in found.mentions()),
        key=lambda mention: (mention.span.start, mention.kind),
    )
    redactor = redaction.Redactor(mentions)
    hidden = found.hidden_words()
    return AnnotatedDocument(
        document=document,
        text=text,
        mentions=tuple(_with_span(m, redactor.span(m.span)) for m in mentions),
        figures=tuple(
            _with_span(
                redaction.redact_wording(figure, hidden),
                redactor.span(printed.span(figure.span)),
            )
            for figure in sorted(found.figures, key=lambda figure: figure.span.start)
        ),
        reading_form=form,
    )


Spanned = TypeVar("Spanned", Mention, Figure)


def _with_span(item: Spanned, span: Span) -> Spanned:
    """An item with a span; itself if that is its own, for copies take time."""
    return item if item.span is span else replace(item, span=span)


@dataclass(frozen=True)
class _Printed:
    """The way back from a reading form to the text as printed, which spans quote."""

    text: DocumentText
    form: ReadingForm | None

    def span(self, span: Span) -> Span:
        if self.form is None:
            return span
        start, end = self.form.printed(span.start), self.form.printed(span.end)
        return make_span(self.text, start, max(end, start + 1))


def _personal_data(
    text: DocumentText, form: ReadingForm | None, key: bytes
) -> tuple[personal_data.PersonalData, ...]:
    """Personal data of the text as printed and of its reading form, where they stand in that.

    Plates and handles are as printed; a street, and the words that tell whose a telephone is, need
    the letters of their language.
    """
    printed = personal_data.find_personal_data(text, key)
    if form is None:
        return tuple(printed)
    moved = [
        replace(data, start=form.read(data.start), end=form.read(data.end))
        for data in printed
        if data.role != "telephone"
    ]
    known = sorted((data.start, data.end) for data in moved)
    read = personal_data.find_personal_data(form.document, key)
    further = (data for data in read if not _overlaps(known, data.start, data.end))
    return tuple(sorted((*moved, *further), key=lambda data: data.start))


class _Readings:
    """What each reader found in one document; readers that build on others come after them."""

    def __init__(
        self,
        text: DocumentText,
        sentences: Sequence[Sentence],
        vocabulary: Vocabulary,
        published: str | None,
        country: str | None,
        key: bytes,
        private_data: Sequence[personal_data.PersonalData],
    ) -> None:
        self.text = text
        self.published = published
        self.country = country
        self.personal_data = private_data
        private = [(data.start, data.end) for data in self.personal_data]
        self.dates = tuple(
            date
            for date in dates.find_dates(text.text, sentences, published)
            if not _overlaps(private, date.start, date.end)
        )
        self.law = law.find_law(text.text, sentences)
        self.numbers = [
            number
            for number in plain_numbers.find_plain_numbers(text, sentences)
            if not _overlaps(private, number.start, number.end)
        ]
        self.substances = substances.find_substances(sentences, vocabulary)
        agency_matches = agencies.match_agencies(sentences, vocabulary)
        agency_stretches = [(m.start, m.end) for matches in agency_matches for m in matches]
        countries = places.find_places(sentences, vocabulary, country)
        things = [(place.start, place.end) for place in countries]
        things += [(substance.start, substance.end) for substance in self.substances]
        things += impersonal_names.find_impersonal_names(sentences, vocabulary)
        self.people = people.find_people(
            text.text, sentences, [*agency_stretches, *private], things, key
        )
        self.numbers += [
            plain_numbers.PlainNumber(start, end, "age")
            for start, end in ages.ages_after_names(text.text, [p.end for p in self.people])
        ]
        named = sorted([*agency_stretches, *private, *((p.start, p.end) for p in self.people)])
        beside = _places_before(countries, agency_stretches)
        self.places = [p for p in beside if not _overlaps(named, p.start, p.end)]
        self.agencies = agencies.read_agencies(
            sentences,
            agency_matches,
            tuple(_country_mentions(countries, sentences, vocabulary)),
            self.country,
            vocabulary,
        )
        self._read_figures(sentences, vocabulary)

    def _read_figures(self, sentences: Sequence[Sentence], vocabulary: Vocabulary) -> None:
        taken = sorted(
            [
                *((date.start, date.end) for date in self.dates),
                *((article.start, article.end) for article in self.law),
                *((number.start, number.end) for number in self.numbers),
                *((person.start, person.end) for person in self.people),
                *((data.start, data.end) for data in self.personal_data),
                *((link.start, link.end) for link in self.text.links),
            ]
        )
        known = Known(self.dates, tuple(taken), self.substances)
        reading = figures.read_figures(self.text, sentences, known, vocabulary)
        table = table_figures.read_table_figures(self.text, sentences, known, vocabulary)
        self.figures: tuple[Figure, ...] = (*reading.figures, *table.figures)
        self.set_aside = (*reading.set_aside, *table.set_aside)

    def hidden_words(self) -> dict[str, str]:
        """The private names and numbers as they stand in the text, with their codes."""
        private = [(p.start, p.end, p.code) for p in self.people if p.role == "private"]
        private += [(data.start, data.end, data.code) for data in self.personal_data]
        return {self.text.text[start:end]: code for start, end, code in private}

    def mentions(self) -> Iterator[Mention]:
        """All mentions, kind by kind."""
        for date in self.dates:
            yield self._mention("date", date.start, date.end, date.iso, date.basis)
        for article in self.law:
            act = self._act(article)
            yield self._mention("law", article.start, article.end, article.code, act)
        for number in self._numbers_of_their_own():
            yield self._mention("number", number.start, number.end, None, number.role)
        for start, end in self.set_aside:
            yield self._mention("number", start, end, None, "set aside")
        for substance in self.substances:
            yield self._mention("substance", substance.start, substance.end, substance.code, None)
        for place in self.places:
            yield self._mention("place", place.start, place.end, place.code, place.role)
        for agency in self.agencies:
            yield self._mention("agency", agency.start, agency.end, agency.code, agency.kind)
        for person in self.people:
            yield self._mention("person", person.start, person.end, person.code, person.role)
        for data in self.personal_data:
            yield self._mention("personal_data", data.start, data.end, data.code, data.role)

    def _act(self, article: law.LawReading) -> str | None:
        """The act of an article, as it was in force when the text was published."""
        day = day_of(self.published, [date.iso.split("/")[-1] for date in self.dates if date.iso])
        return None if day is None else act_of(article, self.country, day, load_law())

    def _numbers_of_their_own(self) -> Iterator[plain_numbers.PlainNumber]:
        """Numbers that are not inside a date or an article of law."""
        others = sorted(
            [
                *((date.start, date.end) for date in self.dates),
                *((article.start, article.end) for article in self.law),
            ]
        )
        for number in self.numbers:
            if not _overlaps(others, number.start, number.end):
                yield number

    def _mention(
        self, kind: str, start: int, end: int, code: str | None, role: str | None
    ) -> Mention:
        span = make_span(self.text, start, end)
        return Mention(identify("mention", kind, span.id), kind, code, role, span)


def _overlaps(stretches: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    """Whether any of the stretches (in order, none overlapping) shares a character with another."""
    place = bisect_left(stretches, (start,))
    near = stretches[max(0, place - 1) : place + 2]
    return any(first < end and start < stop for first, stop in near)


def _places_before(
    places: Sequence[PlaceReading], agencies: Sequence[tuple[int, int]]
) -> Iterator[PlaceReading]:
    """Places, cut where an agency's name begins in them: ``Қызылорда | облысының әкімдігі``."""
    begins = sorted(start for start, _ in agencies)
    for place in places:
        at = bisect_left(begins, place.start + 1)
        inside = begins[at : at + 1]
        cut = inside[0] - 1 if inside and inside[0] < place.end else place.end
        yield place if cut == place.end else replace(place, end=cut)


def _country_mentions(
    readings: Iterable[PlaceReading], sentences: Sequence[Sentence], vocabulary: Vocabulary
) -> Iterator[CountryMention]:
    """Where the text names countries or places in them, for telling shared agency names apart."""
    headings = [(s.start, s.end) for s in sentences if s.kind == "heading"]
    for reading in readings:
        if reading.code is None:
            continue
        place = vocabulary.place(reading.code)
        country = place.code if place.kind == "country" else place.country
        if country is not None:
            at = bisect_left(headings, (reading.start + 1,)) - 1
            in_heading = at >= 0 and reading.start < headings[at][1]
            yield CountryMention(reading.start, country, in_heading, place.kind == "country")
