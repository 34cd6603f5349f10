"""Where an event happened: the places that its title and its first sentences put it at."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice

from sholu.events.further_places import further_places
from sholu.events.item import Reading, ToldItem
from sholu.events.nationalities import country_of_officers
from sholu.events.state_signs import country_of_money, country_of_parliament
from sholu.events.telling_places import (
    collect,
    is_any,
    is_not_aside_or_desk,
    is_wide,
    places_by_part,
    speaks_of_all,
    telling_places,
)
from sholu.events.whole_country import is_on_a_whole_country
from sholu.vocabulary.model import PLACE_KINDS, Place, Vocabulary

_CAPITALS = {
    "KZ": "KZ-71", "KG": "KG-GB", "TJ": "TJ-DU", "UZ": "UZ-TK", "TM": "TM-S", "AZ": "AZ-BA",
    "RU": "RU-MOW",
}  # fmt: skip
_CAPITAL = re.compile(
    r"\bстоличн\w+|\bв\s+столице\b|\b(?:the|\w+)\s+capital(?=[\s.,]|'s)|\b[еэ]лорда\w*",
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
        telling_places(item, reading, vocabulary, kind), item, reading, vocabulary
    )
    aside = [] if places else collect(item, places_by_part(item, reading, vocabulary, is_any))
    if _speaks_for_a_state(item, reading, vocabulary):
        aside = [place for place in aside if place.kind == "country"]
    places = _without_donors(places, item, reading, vocabulary, fallback)
    countries = (
        _as_tuple(item.country)
        or _unique(place.country for place in places)
        or _countries_of_agencies(item, reading, vocabulary)
        or _as_tuple(_country_of_officers(item, reading))
        or _as_tuple(country_of_parliament(item, reading))
        or _as_tuple(fallback)
        or _unique(place.country for place in aside)
        or _as_tuple(country_of_money(item, reading))
    )
    places = places or aside
    if not any(place.kind != "country" for place in places):
        places = [*places, *_capital(item, reading, vocabulary, countries)]
    inside = [p for p in places if p.country in countries and p.kind != "country"]
    inside = [place for place in inside if not is_wide(place)] or inside
    if kind == "legislation":
        titled = next(places_by_part(item, reading, vocabulary, is_any), [])
        inside = [place for place in inside if place in titled]
    if is_on_a_whole_country(item, reading, vocabulary):
        inside = []
    if inside and not speaks_of_all(item, reading):
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
    taker = next((code for code in known if code in _CAPITALS), None)
    if taker is None or any(place.country in _CAPITALS for place in places):
        return places
    parts = islice(places_by_part(item, reading, vocabulary, is_not_aside_or_desk), 3)
    taken = [[place for place in part if place.country == taker] for part in parts]
    return collect(item, taken) or [vocabulary.place(taker)]


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


def _capital(
    item: ToldItem, reading: Reading, vocabulary: Vocabulary, countries: Sequence[str]
) -> list[Place]:
    """The capital of the main country, where the item only calls it so."""
    if not _CAPITAL.search(reading.spelled(f"{item.title}\n{item.lead}")):
        return []
    return [vocabulary.place(_CAPITALS[code]) for code in countries[:1] if code in _CAPITALS]
