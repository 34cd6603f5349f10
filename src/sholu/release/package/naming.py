"""The words of the vocabulary that come along with the data, so that a release keeps them. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from sholu.release.package.model import (
    Named,
    PublicBreak,
    PublicClaim,
    PublicEvent,
    PublicIndicator,
    PublicObservation,
)
from sholu.vocabulary.model import Break, Indicator, Names, Place, Vocabulary, VocabularyError

GROUP_NAMES: Mapping[str, Names] = {
    "opioids": Names(("opioids",), ("опиоиды",), ("опиоидтар",)),
    "cannabis": Names(("cannabis",), ("каннабис",), ("каннабис",)),
    "cocaine": Names(("cocaine",), ("кокаин",), ("кокаин",)),
    "stimulants": Names(("stimulants",), ("стимуляторы",), ("стимуляторлар",)),
    "synthetic_cathinones": Names(
        ("synthetic cathinones",), ("синтетические катиноны",), ("синтетикалық катинондар",)
    ),
    "synthetic_cannabinoids": Names(
        ("synthetic cannabinoids",),
        ("синтетические каннабиноиды",),
        ("синтетикалық каннабиноидтар",),
    ),
    "hallucinogens": Names(("hallucinogens",), ("галлюциногены",), ("галлюциногендер",)),
    "sedatives": Names(("sedatives",), ("седативные средства",), ("седативті заттар",)),
    "precursors": Names(("precursors",), ("прекурсоры",), ("прекурсорлар",)),
    "nps": Names(
        ("new psychoactive substances",),
        ("новые психоактивные вещества",),
        ("жаңа психоактивті заттар",),
    ),
    "unspecified": Names(("not specified",), ("не указано",), ("көрсетілмеген",)),
}
"""Names of the groups of `sholu.vocabulary.model.SUBSTANCE_GROUPS`."""


@dataclass(frozen=True)
class Codes:
    """Codes of the vocabulary that the data use."""

    places: frozenset[str]
    substances: frozenset[str]
    agencies: frozenset[str]
    event_kinds: frozenset[str]
    indicators: frozenset[str]


def used_codes(
    events: Iterable[PublicEvent],
    claims: Iterable[PublicClaim],
    observations: Iterable[PublicObservation],
) -> Codes:
    """The codes of all records."""
    places: set[str | None] = set()
    substances: set[str | None] = set()
    agencies: set[str] = set()
    kinds: set[str | None] = set()
    indicators: set[str | None] = set()
    for event in events:
        places.update(event.countries, event.regions)
        substances.update(event.substances, (figure.of_code for figure in event.figures))
        agencies.update(event.agencies)
        kinds.add(event.kind)
    records: tuple[PublicClaim | PublicObservation, ...] = (*claims, *observations)
    for record in records:
        places.add(record.place)
        substances.add(record.substance)
        indicators.add(record.indicator)
    return Codes(
        _known(places), _known(substances), frozenset(agencies), _known(kinds), _known(indicators)
    )


def _known(codes: Iterable[str | None]) -> frozenset[str]:
    return frozenset(code for code in codes if code)


def names_in_use(codes: Codes, country: str, vocabulary: Vocabulary) -> tuple[Named, ...]:
    """The names of the codes and of what stands above them.

    Of the observatory's own country all regions come along, those of the past too: maps draw them
    also where nothing is known.
    """
    named = {
        (one.kind, one.code): one
        for one in (
            *_places(codes.places, country, vocabulary),
            *_substances(codes.substances, vocabulary),
            *_agencies(codes.agencies, vocabulary),
            *(Named("substance_group", code, names) for code, names in GROUP_NAMES.items()),
            *(
                Named("event_kind", kind.code, kind.names)
                for kind in vocabulary.event_kinds
                if kind.code in codes.event_kinds
            ),
            *(Named("indicator", one.code, one.names) for one in vocabulary.indicators),
        )
    }
    return tuple(named.values())


def _places(codes: Iterable[str], country: str, vocabulary: Vocabulary) -> Iterator[Named]:
    wanted = {country}
    for code in codes:
        try:
            place = vocabulary.place(code)
        except VocabularyError:
            continue  # a code that is no more: pages show it as it is
        wanted |= {code for code in (place.code, place.region, place.country) if code}
    for place in vocabulary.places:
        own_region = place.kind == "region" or place.region == place.code
        if place.code in wanted or (place.country == country and own_region):
            yield _place(place)


def _place(place: Place) -> Named:
    inside = place.region if place.region != place.code else place.country
    return Named(
        "place",
        place.code,
        place.names,
        parent=None if place.kind == "country" else inside,
        latitude=place.latitude,
        longitude=place.longitude,
        valid_from=place.valid_from,
        valid_to=place.valid_to,
    )


def _substances(codes: Iterable[str], vocabulary: Vocabulary) -> Iterator[Named]:
    wanted = set(codes)
    for one in vocabulary.substances:
        if one.code in wanted:
            yield Named("substance", one.code, one.names, parent=one.group)


def _agencies(codes: Iterable[str], vocabulary: Vocabulary) -> Iterator[Named]:
    by_code = {agency.code: agency for agency in vocabulary.agencies}
    wanted = [by_code[code] for code in codes if code in by_code]
    for agency in wanted:
        yield Named("agency", agency.code, agency.names, parent=agency.parent)
        if agency.parent in by_code:
            wanted.append(by_code[agency.parent])


def public_indicators(vocabulary: Vocabulary) -> tuple[PublicIndicator, ...]:
    """The whole catalogue: an indicator of which nothing is known is a gap, and pages say so."""
    return tuple(_indicator(one) for one in vocabulary.indicators)


def _indicator(indicator: Indicator) -> PublicIndicator:
    return PublicIndicator(
        code=indicator.code,
        names=indicator.names,
        unit=indicator.unit,
        denominator=indicator.denominator,
        direction=indicator.direction,
        standard=indicator.standard.by_language() if indicator.standard else {},
        definition=indicator.definition.by_language(),
        shows=indicator.shows.by_language(),
        cannot_show=indicator.cannot_show.by_language(),
    )


def public_breaks(codes: Codes, vocabulary: Vocabulary) -> tuple[PublicBreak, ...]:
    """The breaks that touch a place and an indicator in use, with every place that they touch."""
    found = []
    for one in vocabulary.breaks:
        indicators = tuple(code for code in one.indicators if code in codes.indicators)
        places = tuple(code for code in sorted(codes.places) if _touches(one, code, vocabulary))
        if indicators and places:
            texts = (one.what.by_language(), one.source.by_language())
            found.append(PublicBreak(one.day, one.label, places, indicators, *texts))
    return tuple(found)


def _touches(one: Break, code: str, vocabulary: Vocabulary) -> bool:
    if code in one.places:
        return True
    try:
        return one.within and vocabulary.place(code).country in one.places
    except VocabularyError:
        return False
