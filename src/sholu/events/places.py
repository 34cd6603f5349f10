"""Where an event happened: the places that its title and its first sentences put it at."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from sholu.events.further_places import further_places
from sholu.events.item import Reading, ToldItem
from sholu.events.nationalities import country_of_officers
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
from sholu.events.whole_country import is_on_a_whole_country
from sholu.mentions.model import Mention
from sholu.vocabulary.model import PLACE_KINDS, Place, Vocabulary

LEADING_PARAGRAPHS = 2
"""Paragraphs after the title that may say where: press notes say it in the first, some begin with
a sentence on the occasion and say it in the second. Places further down are mere mention."""

CAPITALS = {
    "KZ": "KZ-71", "KG": "KG-GB", "TJ": "TJ-DU", "UZ": "UZ-TK", "TM": "TM-S", "AZ": "AZ-BA",
    "RU": "RU-MOW",
}  # fmt: skip
_CAPITAL = re.compile(
    r"\bстоличн\w+|\bв\s+столице\b|\b(?:the|\w+)\s+capital(?=[\s.,]|'s)|\b[еэ]лорда\w*",
    re.IGNORECASE,
)

_NATIONWIDE = re.compile(
    r"\b(?:the\s+(?:whole\s+)?country|the\s+republic|nationwide|республик\w*|по\s+стране|в\s+стране"
    r"|ел(?:і|ім)здегі|елімізде\w*|ел\s+бойынша|республика\s+бойынша)\b",
    re.IGNORECASE,
)
_KAZAKH_WHERE = re.compile("(?:[дт][ае]|[нт]?[дт][ае]н|н[ае]н|[дт][ае]?[ғг][ыі])$")
_KAZAKH_GENITIVE = re.compile("[нтд][ыі]ң$")
_OFFICE_IN = re.compile(r"\b(?:in|at|в)\s+([^,]+)$", re.IGNORECASE)


@dataclass(frozen=True)
class Whereabouts:
    """Countries and regions as codes, places as names, and the kind of the most precise place."""

    countries: tuple[str, ...]
    regions: tuple[str, ...]
    places: tuple[str, ...]
    precision: str | None


def find_whereabouts(
    item: ToldItem,
    reading: Reading,
    vocabulary: Vocabulary,
    fallback: str | None,
    kind: str | None = None,
) -> Whereabouts:
    """Where the event happened; of law-making only the country and what its title names.

    Args:
        item: the told item.
        reading: of its document.
        vocabulary: knows the places.
        fallback: country of the publisher, for an item that names no place at all.
        kind: of the event; None for statistics.
    """
    places = _without_hideouts(
        _telling_places(item, reading, vocabulary, kind), item, reading, vocabulary
    )
    aside = [] if places else _collect(item, _places_by_part(item, reading, vocabulary, _is_any))
    if _speaks_for_a_state(item, reading, vocabulary):
        aside = [place for place in aside if place.kind == "country"]
    places = _without_donors(places, item, reading, vocabulary, fallback)
    countries = (
        _as_tuple(item.country)
        or _unique(place.country for place in places)
        or _countries_of_agencies(item, reading, vocabulary)
        or _as_tuple(_country_of_officers(item, reading))
        or _as_tuple(fallback)
        or _unique(place.country for place in aside)
    )
    places = places or aside
    if not any(place.kind != "country" for place in places):
        places = [*places, *_capital(item, reading, vocabulary, countries)]
    inside = [p for p in places if p.country in countries and p.kind != "country"]
    inside = [place for place in inside if not _is_wide(place)] or inside
    if kind == "legislation":
        titled = next(_places_by_part(item, reading, vocabulary, _is_any), [])
        inside = [place for place in inside if place in titled]
    if is_on_a_whole_country(item, reading, vocabulary):
        inside = []
    if inside and not _speaks_of_all(item, reading):
        more = further_places(item, reading, vocabulary)
        inside += [p for p in more if p.kind != "country" and p.country in countries[:1]]
    kinds = [place.kind for place in inside] or (["country"] if countries else [])
    return Whereabouts(
        countries=countries,
        regions=_unique(place.region for place in inside),
        places=_unique(place.names.preferred("en") for place in inside),
        precision=max(kinds, key=PLACE_KINDS.index) if kinds else None,
    )


_EXTRADITED = re.compile(r"extradit|экстрадиц|экстрадир", re.IGNORECASE)


def _without_hideouts(
    places: list[Place], item: ToldItem, reading: Reading, vocabulary: Vocabulary
) -> list[Place]:
    """Of an extradition the places in the country whose agencies tell of it."""
    if not _EXTRADITED.search(reading.spelled(item.title)):
        return places
    home = _countries_of_agencies(item, reading, vocabulary)
    return [place for place in places if not home or place.country in home]


_GIVEN = re.compile(
    r"\b(?:hand(?:s|ed|ing)?\s+over|donat\w+|deliver(?:s|ed)|provid(?:es|ed)|equip(?:s|ped)|train(?:s|ed)|present(?:s|ed)"
    r"|переда(?:л|ли|ла|ло|ла|ны|на|ет|ют|ют)|подари\w+|вручи\w+|оснасти\w+|выделил\w*|поставил\w*|обучил\w*"
    r"|табыста\w+|тапсыр\w+|сыйла\w+|бөлді)\b",
    re.IGNORECASE,
)


def _without_donors(
    places: list[Place],
    item: ToldItem,
    reading: Reading,
    vocabulary: Vocabulary,
    fallback: str | None,
) -> list[Place]:
    """Of equipment given the places in the country that got it, not those that paid for it.

    It is the country of the agencies, or of the publisher where only givers are named.
    """
    if not _GIVEN.search(reading.spelled(item.title)):
        return places
    if any(place.kind != "country" for place in places):
        return places
    known = (*_countries_of_agencies(item, reading, vocabulary), fallback)
    taker = next((code for code in known if code in CAPITALS), None)
    if taker is None or any(place.country in CAPITALS for place in places):
        return places
    parts = islice(_places_by_part(item, reading, vocabulary, _is_not_aside_or_desk), 3)
    taken = [[place for place in part if place.country == taker] for part in parts]
    return _collect(item, taken) or [vocabulary.place(taker)]


def _countries_of_agencies(
    item: ToldItem, reading: Reading, vocabulary: Vocabulary
) -> tuple[str, ...]:
    """The country of the agencies in the item, if they are all of one."""
    mentions = reading.mentions(item.start, item.end, "agency")
    codes = _unique(vocabulary.agency(m.code).country for m in mentions if m.code)
    return codes if len(codes) == 1 else ()


def _country_of_officers(item: ToldItem, reading: Reading) -> str | None:
    """The country that an adjective beside officers names, in the title or the first paragraph."""
    sentences = reading.parsed_sentences(item.start, item.end)
    language = sentences[0].language if sentences else None
    return country_of_officers(reading.spelled(f"{item.title}\n{item.lead}"), language)


def _speaks_for_a_state(item: ToldItem, reading: Reading, vocabulary: Vocabulary) -> bool:
    """Whether a drug agency or a ministry of a whole state is named: its desk is no place."""
    mentions = reading.mentions(item.start, item.end, "agency")
    agencies = [vocabulary.agency(mention.code) for mention in mentions if mention.code]
    return any(agency.country is not None and agency.parent is None for agency in agencies)


def _as_tuple(code: str | None) -> tuple[str, ...]:
    return (code,) if code else ()


def _unique(values: Iterable[str | None]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for value in values if value))


_HELD = frozenset(("training", "cooperation", "campaign", "prevention", "treatment"))
"""Kinds that are held somewhere: the desk at the head of their report stands there as well."""


def _telling_places(
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
        accepts.append(_is_not_aside_or_desk)
    for accept in accepts:
        parts = _places_by_part(item, reading, vocabulary, accept)
        found = _collect(item, parts)
        told = told or found
        if any(place.kind != "country" for place in found):
            return found
        if told and _speaks_of_all(item, reading):
            return told
    return told


def _capital(
    item: ToldItem, reading: Reading, vocabulary: Vocabulary, countries: Sequence[str]
) -> list[Place]:
    """The capital of the main country, where the item only calls it so."""
    if not _CAPITAL.search(reading.spelled(f"{item.title}\n{item.lead}")):
        return []
    return [vocabulary.place(CAPITALS[code]) for code in countries[:1] if code in CAPITALS]


def _speaks_of_all(item: ToldItem, reading: Reading) -> bool:
    """Whether an item is on the whole country, so that a place in it is only one of many."""
    return _NATIONWIDE.search(reading.spelled(f"{item.title}\n{item.lead}")) is not None


_Accept = Callable[[Mention, Reading, Paragraph | None], bool]


def _is_sure(mention: Mention, reading: Reading, paragraph: Paragraph | None) -> bool:
    """Whether a place can only be where something happened."""
    unsure = is_home(mention, reading) or is_near(mention, reading)
    return _is_sure_or_home(mention, reading, paragraph) and not unsure


def _is_sure_or_home(mention: Mention, reading: Reading, paragraph: Paragraph | None) -> bool:
    seat = paragraph is not None and is_seat(mention, reading)
    return _is_not_aside(mention, reading, paragraph) and not seat


def _is_sure_or_seat(mention: Mention, reading: Reading, paragraph: Paragraph | None) -> bool:
    return _is_not_aside(mention, reading, paragraph) and not is_home(mention, reading)


def _is_not_aside_or_desk(mention: Mention, reading: Reading, paragraph: Paragraph | None) -> bool:
    return not (is_aside(mention, reading) or is_guest(mention, reading))


def _is_not_aside(mention: Mention, reading: Reading, paragraph: Paragraph | None) -> bool:
    headed = paragraph is not None and is_dateline(mention, paragraph)
    return not (headed or is_aside(mention, reading) or is_guest(mention, reading))


def _is_any(mention: Mention, reading: Reading, paragraph: Paragraph | None) -> bool:
    return True


def _is_wide(place: Place) -> bool:
    """An area across regions; a lake or an island lies in one."""
    return place.kind == "area" and place.region is None


def _collect(item: ToldItem, parts: Iterable[Sequence[Place]]) -> list[Place]:
    """Later parts add only what lies in the regions of the first: the town, the district; or in the
    country that an earlier part names."""
    countries: list[Place] = []
    chosen: list[Place] = []
    for found in parts:
        told = {place.country for place in countries}
        inside = [p for p in found if p.kind != "country" and item.country in (None, p.country)]
        inside = [p for p in inside if not told or p.country in told]
        countries += [place for place in found if place.kind == "country"]
        regions = {place.region for place in chosen if not _is_wide(place)}
        chosen += [place for place in inside if not regions or place.region in regions]
    return chosen or countries


def _places_by_part(
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
    last = None if accept is _is_sure_or_seat else LEADING_PARAGRAPHS
    for number, paragraph in enumerate(item.telling[:last]):
        found = [
            mention
            for mention in reading.mentions(paragraph.start, paragraph.end, "place")
            if mention.code
            and not is_row_or_route(mention, reading)
            and accept(mention, reading, paragraph)
            and (number < LEADING_PARAGRAPHS or is_seat(mention, reading))
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
