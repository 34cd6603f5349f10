"""Find agencies by name and abbreviation, and say of which country a shared name is."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sholu.mentions.names import NameEntry, NameIndex, NameMatch, is_shouted, match_names
from sholu.mentions.per_vocabulary import once_per_vocabulary
from sholu.mentions.regional_police import find_regional_police
from sholu.mentions.sentences import Sentence
from sholu.vocabulary.model import Agency, Vocabulary

_ADJECTIVES = {
    "kazakh": "KZ", "kazakhstani": "KZ", "kyrgyz": "KG", "kyrgyzstani": "KG", "russian": "RU",
    "tajik": "TJ",
    "uzbek": "UZ", "turkmen": "TM", "azerbaijani": "AZ", "afghan": "AF", "российск": "RU",
    "казахстанск": "KZ",
    "кыргызск": "KG", "киргизск": "KG", "таджикск": "TJ", "узбекск": "UZ", "туркменск": "TM",
    "азербайджанск": "AZ",
    "афганск": "AF",
}  # fmt: skip
_WRITTEN_THERE = {"kk": "KZ", "ky": "KG", "tg": "TJ", "uz": "UZ", "tk": "TM", "az": "AZ"}
"""Country whose agencies a text of this language means if it names no country at all."""

_ATTACHED = 40
"""Code points after an agency's name within which its country stands ("of the Russian
Federation")."""

_ALIKE = frozenset(("KZ", "KG", "TJ", "TM", "UZ", "AZ", "RU"))
"""States whose bodies bear the same names and the same abbreviations."""

_OWNED = 8
"""Code points between a body and its part: " of the ", "'s "."""
_OF_STATES = frozenset(("CIS", "EU"))
_MEMBERS = re.compile(
    r"countr(?:y|ies)|states?|nations?|стран\w{0,3}|государств\w{0,3}|мемлекет\w*|ел(?:і|дер)\w*"
)

# Abbreviations that are English words when a whole heading is in capitals.
_WORDS_TOO = frozenset(
    ("who", "it", "us", "is", "as", "un", "do", "in", "or", "so", "at", "be", "am")
)


@dataclass(frozen=True)
class CountryMention:
    """Where a text names a country or a place in one.

    Attributes:
        start: code point of the document's text.
        country: ISO 3166-1 alpha-2.
        in_heading: it stands in a heading, and so holds for what is below.
        is_country: the country itself, not a place in it.
    """

    start: int
    country: str
    in_heading: bool
    is_country: bool


@dataclass(frozen=True)
class AgencyReading:
    """An agency found.

    Attributes:
        start, end: code points of the document's text; end exclusive.
        code: the vocabulary's; None for a shared name in a text that tells no country.
        kind: the vocabulary's (police, customs …).
    """

    start: int
    end: int
    code: str | None
    kind: str


def match_agencies(
    sentences: Sequence[Sentence], vocabulary: Vocabulary
) -> tuple[tuple[NameMatch, ...], ...]:
    """The agencies' names found in each sentence, before their countries are told."""
    index = index_agencies(vocabulary)
    return tuple(tuple(_match(sentence, index)) for sentence in sentences)


def _match(sentence: Sentence, index: NameIndex) -> Iterator[NameMatch]:
    shouted = is_shouted(sentence)
    for match in match_names(sentence, index):
        if not (shouted and match.quote.casefold() in _WORDS_TOO) and not _are_members(
            sentence, match
        ):
            yield match


def _are_members(sentence: Sentence, match: NameMatch) -> bool:
    """``a citizen of a CIS country``, ``стран СНГ``: its members, not the organisation."""
    words = sentence.words
    after = words[match.stop].folded if match.stop < len(words) else ""
    before = words[match.first - 1].folded if match.first else ""
    return match.code in _OF_STATES and bool(
        _MEMBERS.fullmatch(after) or _MEMBERS.fullmatch(before)
    )


def read_agencies(
    sentences: Sequence[Sentence],
    matches: Sequence[Sequence[NameMatch]],
    countries: Sequence[CountryMention],
    own_country: str | None,
    vocabulary: Vocabulary,
) -> tuple[AgencyReading, ...]:
    """All agencies named, in order, with the country's own where a name is shared.

    Args:
        matches: from `match_agencies`, one tuple for each sentence.
        countries: in order of their start.
        own_country: of the publisher, if its address tells it.
    """
    readings = [
        _read(sentence, match, countries, own_country, vocabulary)
        for sentence, found in zip(sentences, matches, strict=True)
        for match in found
    ]
    readings = [r for r in readings if not _only_owns(r, readings, vocabulary)]
    return tuple(_with_police_of_regions(sentences, readings, countries, own_country))


def _with_police_of_regions(
    sentences: Sequence[Sentence],
    readings: Sequence[AgencyReading],
    countries: Sequence[CountryMention],
    own_country: str | None,
) -> list[AgencyReading]:
    """Add the police of Kazakhstan's regions, by whatever words a text calls them."""
    taken = [(reading.start, reading.end) for reading in readings]
    found = list(readings)
    for sentence in sentences:
        for first, stop, named in find_regional_police(sentence.words, sentence.language):
            start, end = sentence.words[first].start, sentence.words[stop - 1].end
            if any(start < other_end and other < end for other, other_end in taken):
                continue
            if _police_is_of(start, end, named, countries, own_country) == "KZ":
                found.append(AgencyReading(start, end, "KZ.DP", "police"))
    return sorted(found, key=lambda reading: reading.start)


def _police_is_of(
    start: int,
    end: int,
    named: bool,
    countries: Sequence[CountryMention],
    own_country: str | None,
) -> str | None:
    """The country of a region's police: of the region named, or where the text has come to."""
    place = bisect_right(countries, end, key=lambda mention: mention.start)
    if named:
        inside = [m.country for m in countries[:place] if m.start >= start]
        return inside[-1] if inside else None
    return countries[place - 1].country if place else own_country


def _only_owns(
    reading: AgencyReading, readings: Sequence[AgencyReading], vocabulary: Vocabulary
) -> bool:
    """Whether a body is named only as the one that another, named beside it, is part of.

    ``Бас прокуратураның … комитеті``, ``the Interior Ministry's Main Directorate``.
    """
    place = bisect_right(readings, reading.start, key=lambda other: other.start) - 1
    for other in (*readings[max(0, place - 1) : place], *readings[place + 1 : place + 2]):
        gap = max(reading.start - other.end, other.start - reading.end)
        part = None if other.code is None or gap > _OWNED else vocabulary.agency(other.code)
        if part is not None and part.parent is not None and part.parent == reading.code:
            return True
    return False


def _read(
    sentence: Sentence,
    match: NameMatch,
    countries: Sequence[CountryMention],
    own_country: str | None,
    vocabulary: Vocabulary,
) -> AgencyReading:
    candidates = [vocabulary.agency(code) for code in match.codes]
    chosen: Agency | None = candidates[0]
    if len(candidates) > 1:
        order = _countries_by_nearness(sentence, match, countries, own_country)
        chosen = _choose(candidates, order)
    elif _is_of_another_state(candidates[0], match, sentence, countries, own_country):
        chosen = None
    code = None if chosen is None else chosen.code
    return AgencyReading(match.start, match.end, code, candidates[0].kind)


def _is_of_another_state(
    agency: Agency,
    match: NameMatch,
    sentence: Sentence,
    countries: Sequence[CountryMention],
    own_country: str | None,
) -> bool:
    """Whether a text that names other countries only calls a body by a name that many states use.

    An abbreviation from afar (``DEA``) is its own; ``the Supreme Court`` or ``УБН`` in a Tajik
    report is not ours.
    """
    words = [word.text for word in sentence.words if match.start <= word.start < match.end]
    named = {mention.country for mention in countries} or {own_country} - {None}
    if not named or agency.country in {None, *named}:
        return agency.country is not None and _owner_before(match, sentence, countries) not in (
            None,
            agency.country,
        )
    if not "".join(words).isupper():
        return True
    return agency.country in _ALIKE and agency.country != own_country


def _owner_before(
    match: NameMatch, sentence: Sentence, countries: Sequence[CountryMention]
) -> str | None:
    """The country whose a Kazakh agency is: ``Ресейдің | көлік полициясы``."""
    if sentence.language != "kk" or not match.first:
        return None
    owner = sentence.words[match.first - 1]
    if not owner.folded.endswith(("ның", "нің", "дың", "дің", "тың", "тің")):
        return None
    return next((m.country for m in countries if m.start == owner.start and m.is_country), None)


def _choose(candidates: Sequence[Agency], countries: Sequence[str]) -> Agency | None:
    for country in countries:
        for agency in candidates:
            if agency.country == country:
                return agency
    return next((agency for agency in candidates if agency.country is None), None)


def _countries_by_nearness(
    sentence: Sentence,
    match: NameMatch,
    countries: Sequence[CountryMention],
    own_country: str | None,
) -> tuple[str, ...]:
    """Countries that may be meant: attached to the name, of the heading, named before, most
    named."""
    place = bisect_right(countries, match.start, key=lambda mention: mention.start)
    after = [
        m for m in countries[place : place + 1] if m.start - match.end <= _ATTACHED and m.is_country
    ]
    before = [m for m in countries[max(0, place - 1) : place] if match.start - m.start <= _ATTACHED]
    # In Kazakh the country stands before its agency: Тәжікстанның … агенттігі.
    attached = [m for m in before if m.is_country] if sentence.language == "kk" else after
    inside = [m for m in countries if match.start <= m.start < match.end]
    headings = [m for m in countries[:place] if m.in_heading and m.is_country]
    adjective = _adjective_before(sentence, match)
    most_named = Counter(mention.country for mention in countries).most_common()
    order = [
        *(m.country for m in inside),
        *([adjective] if adjective else []),
        *(m.country for m in attached),
        *_country_of_language(sentence.language, countries),
        *(m.country for m in headings[-1:]),
        *(m.country for m in reversed(countries[max(0, place - 3) : place])),
        *([own_country] if own_country else []),
        *([_WRITTEN_THERE[sentence.language]] if sentence.language in _WRITTEN_THERE else []),
        *(country for country, _ in most_named),
    ]
    return tuple(dict.fromkeys(order))


def _country_of_language(
    language: str | None, countries: Sequence[CountryMention]
) -> tuple[str, ...]:
    """A Kazakh text that names Kazakhstan or a place in it means Kazakhstan's agencies."""
    there = _WRITTEN_THERE.get(language or "")
    named = there is not None and any(mention.country == there for mention in countries)
    return (there,) if there is not None and named else ()


def _adjective_before(sentence: Sentence, match: NameMatch) -> str | None:
    if match.first == 0:
        return None
    before = sentence.words[match.first - 1].folded
    return next(
        (
            country
            for adjective, country in _ADJECTIVES.items()
            if before == adjective or (not adjective.isascii() and before.startswith(adjective))
        ),
        None,
    )


@once_per_vocabulary
def index_agencies(vocabulary: Vocabulary) -> NameIndex:
    """The names and abbreviations of all agencies, made once per vocabulary."""
    return NameIndex(_entries(vocabulary))


def _entries(vocabulary: Vocabulary) -> Iterator[NameEntry]:
    for agency in vocabulary.agencies:
        for language, name in agency.names.all():
            small = " " in name or name[0].islower()
            yield NameEntry(agency.code, name, language, "any" if small else "capital")
        for language, name in agency.abbreviations.all():
            yield NameEntry(agency.code, name, language, _letters_of_abbreviation(name))


def _letters_of_abbreviation(name: str) -> str:
    """``МВД`` takes no endings; ``Генпрокуратура`` and ``Верховный суд`` do, and a capital."""
    if re.search(r"[a-zа-яёәғқңөұүһі]{4}", name):
        return "any" if " " in name else "capital"
    return "exact"
