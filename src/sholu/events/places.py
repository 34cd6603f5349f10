"""Where an event happened: the places that its title and its first sentences put it at."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sholu.events.item import Reading, ToldItem
from sholu.events.paragraphs import Paragraph
from sholu.mentions.model import Mention
from sholu.vocabulary.model import PLACE_KINDS, Place, Vocabulary

LEADING_PARAGRAPHS = 2
"""Paragraphs after the title that may say where: press notes say it in the first, some begin with
a sentence on the occasion and say it in the second. Places further down are mere mention."""

_NAMED_AFTER = re.compile(r"\s+[A-ZА-ЯЁӘҒҚҢӨҰҮІ][\w’'-]*")
_AT = re.compile(r"\b(?:in|at|в|во|г\.|город\w*)\s+$", re.IGNORECASE)
_BROKEN_DOWN = re.compile(r"[\s\w-]{0,18}\(\d[\d\s]*\)")
"""``Almaty (712)``: one of the rows of a count of the whole country."""

_ROUTE = re.compile(r"\s*[–—-]\s*[A-ZА-ЯЁӘҒҚҢӨҰҮІ][\w’'-]+\s*[–—-]?")
"""``Almaty – Petropavl train``: where something runs from, not where it was stopped."""

_HOME_BEFORE = re.compile(
    r"(?:родом\s+из|урожен\w+|жител\w+|residents?\s+of|natives?\s+of|born\s+in)(?:\s+(?:the|г\.?|город\w*))?\s+$",
    re.IGNORECASE,
)
_HOME_AFTER = re.compile(
    r"\s+(?:(?:қала\w*|облыс\w*|аудан\w*)\s+)?(?:тумасы|тұрғын\w*)", re.IGNORECASE
)
_DATELINE = re.compile(r"\s*[.,:—–-]")
_NATIONWIDE = re.compile(
    r"\b(?:the\s+(?:whole\s+)?country|the\s+republic|nationwide|республик\w*|по\s+стране|в\s+стране"
    r"|ел(?:і|ім)здегі|елімізде\w*|ел\s+бойынша|республика\s+бойынша)\b",
    re.IGNORECASE,
)
_KAZAKH_WHERE = re.compile("(?:[дт][ае]|[нт]?[дт][ае]н|н[ае]н|[дт][ае]?[ғг][ыі])$")
_KAZAKH_GENITIVE = re.compile("[нтд][ыі]ң$")
_OFFICE_IN = re.compile(r"\b(?:in|at|в)\s+([^,]+)$", re.IGNORECASE)
_TYPE_WORD = re.compile(
    r"\s+(?:region|oblast|province|krai|city|district|republic|autonomous|kray|область|области|край"
    r"|облыс\w*|қала\w*|аудан\w*)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Whereabouts:
    """Countries and regions as codes, places as names, and the kind of the most precise place."""

    countries: tuple[str, ...]
    regions: tuple[str, ...]
    places: tuple[str, ...]
    precision: str | None


def find_whereabouts(
    item: ToldItem, reading: Reading, vocabulary: Vocabulary, fallback: str | None
) -> Whereabouts:
    """Where the event happened.

    Args:
        item: the told item.
        reading: of its document.
        vocabulary: knows the places.
        fallback: country of the publisher, for an item that names no place at all.
    """
    places = _telling_places(item, reading, vocabulary)
    countries = (
        _as_tuple(item.country)
        or _unique(place.country for place in places)
        or _countries_of_agencies(item, reading, vocabulary)
        or _as_tuple(fallback)
    )
    inside = [p for p in places if p.country in countries and p.kind != "country"]
    inside = [place for place in inside if place.kind != "area"] or inside
    kinds = [place.kind for place in inside] or (["country"] if countries else [])
    return Whereabouts(
        countries=countries,
        regions=_unique(place.region for place in inside),
        places=_unique(place.names.preferred("en") for place in inside),
        precision=max(kinds, key=PLACE_KINDS.index) if kinds else None,
    )


def _countries_of_agencies(
    item: ToldItem, reading: Reading, vocabulary: Vocabulary
) -> tuple[str, ...]:
    """The country of the agencies in the item, if they are all of one."""
    mentions = reading.mentions(item.start, item.end, "agency")
    codes = _unique(vocabulary.agency(m.code).country for m in mentions if m.code)
    return codes if len(codes) == 1 else ()


def _as_tuple(code: str | None) -> tuple[str, ...]:
    return (code,) if code else ()


def _unique(values: Iterable[str | None]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for value in values if value))


def _telling_places(item: ToldItem, reading: Reading, vocabulary: Vocabulary) -> list[Place]:
    """Places of the first part that names one below the country, else the countries named.

    Where a person comes from counts only if nothing else says where it happened.
    """
    strict = _collect(item, _places_by_part(item, reading, vocabulary, homes=False))
    if any(place.kind != "country" for place in strict):
        return strict
    return _collect(item, _places_by_part(item, reading, vocabulary, homes=True))


def _collect(item: ToldItem, parts: Iterable[Sequence[Place]]) -> list[Place]:
    """Later parts add only what lies in the regions of the first: the town, the district."""
    countries: list[Place] = []
    chosen: list[Place] = []
    for found in parts:
        inside = [p for p in found if p.kind != "country" and item.country in (None, p.country)]
        countries += [place for place in found if place.kind == "country"]
        regions = {place.region for place in chosen if place.kind != "area"}
        chosen += [place for place in inside if not regions or place.region in regions]
    return chosen or countries


def _places_by_part(
    item: ToldItem, reading: Reading, vocabulary: Vocabulary, *, homes: bool
) -> Iterator[list[Place]]:
    """The places of the title, then of each leading paragraph, seats of organisations left out."""
    if item.title_start is not None and item.title_end is not None:
        mentions = reading.mentions(item.title_start, item.title_end, "place")
        yield [
            vocabulary.place(mention.code)
            for mention in mentions
            if mention.code and not _is_row_or_route(mention, reading)
        ]
    for number, paragraph in enumerate(item.telling[:LEADING_PARAGRAPHS]):
        found = [
            vocabulary.place(mention.code)
            for mention in reading.mentions(paragraph.start, paragraph.end, "place")
            if mention.code
            and not _is_seat(mention, reading)
            and (homes or not _is_home(mention, reading))
            and not _is_row_or_route(mention, reading)
            and not (number == 0 and _is_desk(mention, paragraph, vocabulary))
        ]
        if number == 0:
            found += _where_offices_are(reading, paragraph.start, paragraph.end, vocabulary)
        yield found


def _is_row_or_route(mention: Mention, reading: Reading) -> bool:
    """Whether a place is one of a nationwide count, or the beginning of a route."""
    after = reading.words(mention.span.end, mention.span.end + 60)
    if _BROKEN_DOWN.match(after):
        return True
    route = _ROUTE.match(after)
    if route is None:
        return False
    start = mention.span.end
    return any(place.code for place in reading.mentions(start, start + route.end(), "place"))


def _is_home(mention: Mention, reading: Reading) -> bool:
    """Whether a person comes from a place: that is not yet where something happened."""
    before = reading.words(max(0, mention.span.start - 40), mention.span.start)
    after = reading.words(mention.span.end, mention.span.end + 40)
    return bool(_HOME_BEFORE.search(before) or _HOME_AFTER.match(after))


def _is_desk(mention: Mention, paragraph: Paragraph, vocabulary: Vocabulary) -> bool:
    """Whether a capital at the head of a report on the whole country is only its writer's desk."""
    if mention.span.start > paragraph.start or not mention.code:
        return False
    rest = paragraph.text[mention.span.end - mention.span.start :]
    place = vocabulary.place(mention.code)
    return (
        place.kind == "city"
        and mention.span.quote.isupper()
        and _DATELINE.match(rest) is not None
        and _NATIONWIDE.search(rest) is not None
    )


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


def _is_seat(mention: Mention, reading: Reading) -> bool:
    """Whether a place only says whose or which an organisation is: ``Ordabad City Court``.

    An office *in* a town acts there, unless something else is said.
    """
    if _AT.search(reading.text.text[max(0, mention.span.start - 10) : mention.span.start]):
        return False
    after = reading.words(mention.span.end, mention.span.end + 60)
    type_word = _TYPE_WORD.match(after)
    after = after[type_word.end() :] if type_word else after
    name = type_word[0] if type_word else reading.words(mention.span.start, mention.span.end)
    sentences = reading.parsed_sentences(mention.span.start, mention.span.end)
    kazakh = any(sentence.language == "kk" for sentence in sentences)
    if kazakh and _KAZAKH_WHERE.search(name):
        return False
    # Of a Kazakh genitive (Жамбыл облысының Шу ауданында) the next name is a part.
    is_whole = kazakh and _KAZAKH_GENITIVE.search(name)
    if _NAMED_AFTER.match(after) and not is_whole:
        return True
    inside = reading.mentions(mention.span.start - 120, mention.span.end, "agency")
    return any(
        agency.span.start <= mention.span.start and mention.span.end <= agency.span.end
        for agency in inside
    )
