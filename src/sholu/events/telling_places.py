"""The places that an item names where it tells its event, the surest first."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from sholu.events.item import Reading, ToldItem
from sholu.events.paragraphs import Paragraph
from sholu.events.place_roles import (
    is_aside,
    is_dateline,
    is_guest,
    is_home,
    is_near,
    is_row_or_route,
    is_seat,
)
from sholu.mentions.model import Mention
from sholu.vocabulary.model import Place, Vocabulary

_LEADING_PARAGRAPHS = 2
"""Paragraphs after the title that may say where: press notes say it in the first, some begin with
a sentence on the occasion and say it in the second. Places further down are mere mention."""

_NATIONWIDE = re.compile(
    r"\b(?:the\s+(?:whole\s+)?country|the\s+republic|nationwide|республик\w*|по\s+стране|в\s+стране"
    r"|ел(?:і|ім)здегі|елімізде\w*|ел\s+бойынша|республика\s+бойынша)\b",
    re.IGNORECASE,
)
_OFFICE_IN = re.compile(r"\b(?:in|at|в)\s+([^,]+)$", re.IGNORECASE)


_HELD = frozenset(("training", "cooperation", "campaign", "prevention", "treatment"))
"""Kinds that are held somewhere: the desk at the head of their report stands there as well."""


def telling_places(
    item: ToldItem, reading: Reading, vocabulary: Vocabulary, kind: str | None
) -> list[Place]:
    """Places of the first part that names one below the country, else the countries named.

    What says less surely where something happened is heard only where nothing surer speaks: the
    seat of a police station or a court further down, the home of a person, the place at the head
    of a report, the place something came from.
    """
    told: list[Place] = []
    accepts = [_is_sure, _is_sure_or_seat, _is_sure_or_home, _is_not_aside]
    if kind in _HELD:
        accepts.append(is_not_aside_or_desk)
    for accept in accepts:
        parts = places_by_part(item, reading, vocabulary, accept)
        found = collect(item, parts)
        if told:  # a home abroad is not where somebody was held in the country told of
            found = [place for place in found if place.country in {one.country for one in told}]
        told = told or found
        if any(place.kind != "country" for place in found):
            return found
        if told and speaks_of_all(item, reading):
            return told
    return told


def speaks_of_all(item: ToldItem, reading: Reading) -> bool:
    """Whether an item is on the whole country, so that a place in it is only one of many."""
    return _NATIONWIDE.search(reading.spelled(f"{item.title}\n{item.lead}")) is not None


_Accept = Callable[[Mention, Reading, Paragraph | None], bool]
"""Whether a place named in a paragraph (None for the title) counts."""


def _is_sure(mention: Mention, reading: Reading, paragraph: Paragraph | None) -> bool:
    """Whether a place can only be where something happened."""
    unsure = is_home(mention, reading) or is_near(mention, reading)
    return _is_sure_or_home(mention, reading, paragraph) and not unsure


def _is_sure_or_home(mention: Mention, reading: Reading, paragraph: Paragraph | None) -> bool:
    seat = paragraph is not None and is_seat(mention, reading)
    return _is_not_aside(mention, reading, paragraph) and not seat


def _is_sure_or_seat(mention: Mention, reading: Reading, paragraph: Paragraph | None) -> bool:
    return _is_not_aside(mention, reading, paragraph) and not is_home(mention, reading)


def is_not_aside_or_desk(mention: Mention, reading: Reading, paragraph: Paragraph | None) -> bool:
    """Whether a place belongs to the event, also as the desk at the head of its report."""
    return not (is_aside(mention, reading) or is_guest(mention, reading))


def _is_not_aside(mention: Mention, reading: Reading, paragraph: Paragraph | None) -> bool:
    headed = paragraph is not None and is_dateline(mention, paragraph)
    return not (headed or is_aside(mention, reading) or is_guest(mention, reading))


def is_any(mention: Mention, reading: Reading, paragraph: Paragraph | None) -> bool:
    """Every place named."""
    return True


def is_wide(place: Place) -> bool:
    """An area across regions; a lake or an island lies in one."""
    return place.kind == "area" and place.region is None


def collect(item: ToldItem, parts: Iterable[Sequence[Place]]) -> list[Place]:
    """Later parts add only what lies in the regions of the first: the town, the district; or in the
    country that an earlier part names."""
    countries: list[Place] = []
    chosen: list[Place] = []
    for found in parts:
        told = {place.country for place in countries}
        inside = [p for p in found if p.kind != "country" and item.country in (None, p.country)]
        inside = [p for p in inside if not told or p.country in told]
        countries += [place for place in found if place.kind == "country"]
        regions = {place.region for place in chosen if not is_wide(place)}
        chosen += [place for place in inside if not regions or place.region in regions]
    return chosen or countries


def places_by_part(
    item: ToldItem,
    reading: Reading,
    vocabulary: Vocabulary,
    accept: _Accept,
) -> Iterator[list[Place]]:
    """The accepted places of the title, of the first sentence, of the rest of its paragraph, then
    of each further leading paragraph; seats of all of them."""
    if item.title_start is not None and item.title_end is not None:
        yield [
            vocabulary.place(mention.code)
            for mention in reading.mentions(item.title_start, item.title_end, "place")
            if mention.code
            and not is_row_or_route(mention, reading)
            and accept(mention, reading, None)
        ]
    last = None if accept is _is_sure_or_seat else _LEADING_PARAGRAPHS
    for number, paragraph in enumerate(item.telling[:last]):
        found = [
            mention
            for mention in reading.mentions(paragraph.start, paragraph.end, "place")
            if mention.code
            and not is_row_or_route(mention, reading)
            and accept(mention, reading, paragraph)
            and (number < _LEADING_PARAGRAPHS or is_seat(mention, reading))
        ]
        if number == 0:
            first = reading.sentences(paragraph.start, paragraph.end)[0][1]
            yield [vocabulary.place(m.code) for m in found if m.code and m.span.start < first]
            found = [mention for mention in found if mention.span.start >= first]
        places = [vocabulary.place(mention.code) for mention in found if mention.code]
        if number == 0:
            places += _where_offices_are(reading, paragraph.start, paragraph.end, vocabulary)
        yield places


def _where_offices_are(
    reading: Reading, start: int, end: int, vocabulary: Vocabulary
) -> list[Place]:
    """Places inside names of agencies that say where they act: ``UNMAR Office in Ordabad``."""
    names = [
        match.group(1)
        for mention in reading.mentions(start, end, "agency")
        if (match := _OFFICE_IN.search(mention.span.quote))
    ]
    spelled = {name.strip().casefold() for name in names}
    if not spelled:
        return []
    return [
        place
        for place in vocabulary.places
        if any(name.casefold() in spelled for _, name in place.names.all())
    ][: len(spelled)]
