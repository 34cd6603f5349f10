"""Find places by the gazetteer: countries, regions, towns, districts, in any case form."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from sholu.mentions.names import NameMatch, match_names
from sholu.mentions.names_with_places import is_part_of_name
from sholu.mentions.place_forms import is_inhabitant
from sholu.mentions.place_index import TYPES, index_places
from sholu.mentions.sentences import Sentence
from sholu.vocabulary.model import Place, Vocabulary

_POLICE = re.compile(
    r"полиц\w+|милици\w*|оперативник\w*|следовател\w+|таможенник\w*|участков\w+|таможн\w+|больниц\w+"
    r"|пограничник\w*|силовик\w*|кинолог\w*|врач\w*|медик\w*|прокурор\w*|депутат\w*|подрост\w*|школ\w*"
    r"|студент\w*|пенсионер\w*|закладчи\w*|нарко\w+|сбытчи\w*|таксист\w*|водител\w*|предпринимател\w*"
    r"|трасс\w+|порт\w*|аэропорт\w*|вокзал\w*|рынк\w+|рынок|колони[июяей]\w*|сизо|тюрьм\w*|притон\w*"
    r"|акт[её]р\w*|пев\w+|блогер\w*|бизнесмен\w*|адвокат\w*|жител\w*|фермер\w*|тренер\w*|дачник\w*"
    r"|журналист\w*|чиновник\w*|волонт[её]р\w*|преступн\w+|группировк\w+|опг|семь[ияюе]\w?|лаборатори\w+"
    r"|областн\w+|городск\w+|районн\w+|университет\w*|колледж\w*|центр\w*|прокуратур\w*"
    r"|гарнизон\w*|отряд\w*|вуз\w*|институт\w*|академи\w+|лице[йяею]\w*|гимнази\w+|завод\w*|фабрик\w+|аптек\w*|клиник\w*"
    r"|диспансер\w*|автовокзал\w*|терминал\w*|склад\w*|ресторан\w*|баре?|баров|кафе|саун\w+|клуб\w*|отел\w*|гостиниц\w*|базар\w*|парк\w*|двор\w*"
    r"|многоэтаж\w*|гараж\w*|дач\w*|квартир\w*|окраин\w*|пригород\w*|улицах|спецслужб\w*|правоохранител\w*|чекист\w*"
    r"|курьер\w*|активист\w*|правозащитник\w*|психолог\w*|учител\w*|преподавател\w*|родител\w*|супруг\w*|спортсмен\w*"
    r"|художник\w*|музыкант\w*|патрул\w*|стражи|правопорядк\w*|судь[яиею]\w*|эксперт\w*|транспортн\w+|следственн\w+"
    r"|межрайонн\w+|гарнизонн\w+|военн\w+|психиатрическ\w+|медицинск\w+|государственн\w+"
    r"|р?увд|[рг]?овд|гувд|гуп|уп|суд\w*|отдел\w*|управлени\w*|погранотряд\w*|погранзастав\w*"
)
"""Whose town stands before them: its adjective says where."""

_KINDS_BY_TYPE = {
    "region": ("region",),
    "district": ("district",),
    "city": ("city", "town"),
    "village": ("village", "town"),
    "checkpoint": ("checkpoint",),
    "station": ("checkpoint", "village", "town", "city"),
}
_AND = frozenset((",", "and", "и", "мен", "және", "пен", "бен"))
_WHERE = frozenset(("in", "from", "near", "to", "via", "through", "в", "во", "из", "под", "через"))
_TOWNS = frozenset(("city", "town"))
_ALL_SMALL = _TOWNS | {"district", "village"}
_TOLD_BARE = {"KZ": _TOWNS, "AZ": _TOWNS, **dict.fromkeys(("KG", "UZ", "TJ", "TM"), _ALL_SMALL)}
"""By country, the small places told by a preposition; Russia's are words too often, and bare names
of Kazakhstan's districts are persons and rivers."""
_REGIONS = re.compile(r"regions|oblasts|provinces|област(?:ей|и|ях|ям|ями)|облыстар\w*")
_DISTRICTS = re.compile(r"districts|raions|район(?:ы|ов|ах|ам|ами)|аудандар\w*")
_REGIONS_NAME = re.compile(r"region|oblast|province|область|облысы")

_POINTS_BEFORE = frozenset((".", "«", '"', "“"))
"""Between a type word and a name: ``г. Абай``, ``пост «Достук»``."""
_POINTS_AFTER = frozenset(("»", "”"))
_DOMAINS = {
    "kz": "KZ",
    "kg": "KG",
    "ru": "RU",
    "tj": "TJ",
    "uz": "UZ",
    "tm": "TM",
    "az": "AZ",
    "af": "AF",
}


@dataclass(frozen=True)
class PlaceReading:
    """A place found.

    Attributes:
        start, end: code points of the document's text; end exclusive.
        code: the vocabulary's; None for a name that is part of a street's or other thing's name.
        role: its kind in the vocabulary, ``inhabitant`` where its people are named (павлодарец), or
            ``street`` where the name is part of another name.
    """

    start: int
    end: int
    code: str | None
    role: str


def find_places(
    sentences: Sequence[Sentence], vocabulary: Vocabulary, own_country: str | None
) -> tuple[PlaceReading, ...]:
    """All places named, in order, those inside names of agencies too (the caller leaves them out).

    Args:
        own_country: of the publisher, if it is known; it tells namesakes apart.
    """
    index = index_places(vocabulary)
    spelled = [_with_capitals(sentence) for sentence in sentences]
    found = [(sentence, tuple(match_names(sentence, index))) for sentence in spelled]
    matches = [(sentence, match) for sentence, some in found for match in some]
    spoken = _spoken_of(matches, vocabulary, own_country)
    return tuple(
        reading
        for sentence, some in found
        for reading in _read_sentence(sentence, some, spoken, vocabulary)
    )


def _read_sentence(
    sentence: Sentence, matches: Sequence[NameMatch], spoken: _Spoken, vocabulary: Vocabulary
) -> Iterator[PlaceReading]:
    """The places of a sentence; what stands beside a weak name may say that it is one."""
    before: PlaceReading | None = None
    for match, following in zip_longest(matches, matches[1:]):
        reading = _read(sentence, match, spoken, vocabulary)
        if reading is None and _is_told_by_neighbour(
            sentence, match, before, following, vocabulary
        ):
            place = vocabulary.place(match.code)
            reading = PlaceReading(match.start, match.end, place.code, place.kind)
        before = reading
        if reading is not None:
            yield reading


def _is_told_by_neighbour(
    sentence: Sentence,
    match: NameMatch,
    before: PlaceReading | None,
    following: NameMatch | None,
    vocabulary: Vocabulary,
) -> bool:
    """``Бишкеке и Оше``, ``Абае Карагандинской области``: a name in a row or before its region."""
    place = vocabulary.place(match.code)
    if not match.quote[0].isupper() or place.kind not in ("city", "town", "village"):
        return False
    if following is not None and following.first - match.stop <= 1:
        of_region = {c for c in following.codes if vocabulary.place(c).kind == "region"}
        if place.region in of_region:
            return True
    if before is None or before.code is None or before.role != "city" or place.kind == "village":
        return False
    between = [w.folded for w in sentence.words if before.end <= w.start < match.start]
    return (
        len(between) == 1
        and between[0] in _AND
        and vocabulary.place(before.code).country == place.country
    )


def _with_capitals(sentence: Sentence) -> Sentence:
    """A sentence in a script without capitals as if each word had one: each may be a name."""
    if not any(word.kind == "word" and _caseless(word.text[0]) for word in sentence.words):
        return sentence
    capitals = tuple(
        word._replace(text=word.folded.capitalize()) if word.kind == "word" else word
        for word in sentence.words
    )
    return replace(sentence, words=capitals)


def _caseless(letter: str) -> bool:
    return not letter.isupper() and not letter.islower()


@dataclass(frozen=True)
class _Spoken:
    """Countries and regions that a document speaks of, the most named first; the publisher's; and
    the codes of what it names in full, by each of the words."""

    countries: tuple[str, ...]
    regions: tuple[str, ...]
    own: str | None
    in_full: Mapping[str, str]


def _spoken_of(
    matches: Sequence[tuple[Sentence, NameMatch]], vocabulary: Vocabulary, own: str | None
) -> _Spoken:
    """Of names that name one place only; the publisher's own country comes last."""
    countries: Counter[str] = Counter()
    regions: Counter[str] = Counter()
    in_full: dict[str, str] = {}
    for sentence, match in matches:
        place = vocabulary.place(match.code)
        words = sentence.words[match.first : match.stop]
        if len(match.codes) == 1 and len(words) > 1:
            in_full |= {word.folded: match.code for word in words}
        if place.kind == "country" or (len(match.codes) == 1 and place.country is not None):
            countries[place.country or place.code] += 1
        named = {vocabulary.place(code).region for code in match.codes}
        if len(named) == 1 and place.region is not None:
            regions[place.region] += 1
    ranked = [country for country, _ in countries.most_common()]
    return _Spoken(
        tuple(dict.fromkeys([*ranked, own] if own else ranked)),
        tuple(region for region, _ in regions.most_common()),
        own,
        in_full,
    )


def country_of_address(address: str | None) -> str | None:
    """The country of a page by its domain (``polisia.kz``); None if that tells none."""
    domain = re.match(r"(?:\w+://)?[\w.-]+\.(\w\w)(?:[/:]|$)", address or "")
    return _DOMAINS.get(domain.group(1)) if domain else None


def _read(
    sentence: Sentence,
    match: NameMatch,
    spoken: _Spoken,
    vocabulary: Vocabulary,
) -> PlaceReading | None:
    if is_part_of_name(sentence, match):
        return PlaceReading(match.start, match.end, None, "street")
    candidates = [vocabulary.place(code) for code in match.codes]
    beside = _type_beside(sentence, match)
    kinds = _KINDS_BY_TYPE.get(beside or "", ())
    if not kinds and _is_before_plural(sentence, match, _DISTRICTS):
        kinds = ("district",)
    called = candidates + [vocabulary.place(code) for code in match.others]
    fitting = [place for place in called if place.kind in kinds]
    fitting = fitting or _region_of_several(sentence, match, vocabulary)
    fitting = fitting or _whose_police(sentence, match, candidates)
    if match.weak and not fitting:
        fitting = _town_gone_to(sentence, match, candidates, spoken)
        if not fitting:
            return None
    named = spoken.in_full.get(sentence.words[match.first].folded)
    if not fitting and named in match.codes:  # Badakhshan, after Badakhshan province
        fitting = [vocabulary.place(named)]
    place = _choose(fitting or candidates, spoken)
    if place.country not in spoken.countries[:1] and _EVERYWHERE.match(match.quote):
        return None
    people = match.stop - match.first == 1 and is_inhabitant(sentence.words[match.first].folded)
    return PlaceReading(match.start, match.end, place.code, "inhabitant" if people else place.kind)


_EVERYWHERE = re.compile(
    r"(?:Ленинск|Октябрьск|Первомайск|Советск|Кировск|Свердловск|Lenin|Oktyabr|Pervomay|Sovet|Sverdlov)"
)
"""Districts of a hundred towns: in ``Ленинский районный суд Тюмени`` none of those listed."""
_LOCATIVE = re.compile(r"\w+(?:[дт][ае]|[дт][ае]н|[дт][ае]?[ғг][ыі])")


def _town_gone_to(
    sentence: Sentence, match: NameMatch, candidates: Sequence[Place], spoken: _Spoken
) -> list[Place]:
    """``в Оше``, ``in Osh``, ``Ошта``: a large town where something is; a small one of the country
    that the document speaks of most (``в Канте`` in Kyrgyzstan)."""
    word = sentence.words[match.stop - 1]
    if sentence.language == "kk":
        is_where = _LOCATIVE.fullmatch(word.folded) is not None
    else:
        is_where = match.first > 0 and sentence.words[match.first - 1].folded in _WHERE
    if not is_where or not match.quote[0].isupper() or _ADJECTIVE.fullmatch(word.folded):
        return []
    return [
        place
        for place in candidates
        if (place is candidates[0] and place.kind == "city")
        or (
            place.country in spoken.countries[:1]
            and place.kind in _TOLD_BARE.get(place.country or "", ())
        )
    ]


_ADJECTIVE = re.compile(r"\w+[сц]к(?:ие|ий|ая|ой|им|их|ими|ую|ого|ому|ом|ое)")


def _whose_police(sentence: Sentence, match: NameMatch, candidates: Sequence[Place]) -> list[Place]:
    """``алматинские полицейские``: of the town rather than of the region around it."""
    words, stop = sentence.words, match.stop
    if stop + 1 < len(words) and words[stop].folded in _AND:
        # оренбургские и актюбинские полицейские
        stop += 2 if _ADJECTIVE.fullmatch(words[stop + 1].folded) else 0
    after = words[stop].folded if stop < len(words) else ""
    if not (_ADJECTIVE.fullmatch(words[match.stop - 1].folded) and _POLICE.fullmatch(after)):
        return []
    towns = [p for p in candidates if p.kind in ("city", "town") and not p.ambiguous]
    return towns or list(candidates)


def _region_of_several(sentence: Sentence, match: NameMatch, vocabulary: Vocabulary) -> list[Place]:
    """The region meant by the first of ``Almaty and Akmola regions``: its type word is far off."""
    if not _is_before_plural(sentence, match, _REGIONS):
        return []
    called = {name for code in match.codes for _, name in vocabulary.place(code).names.all()}
    country = vocabulary.place(match.code).country
    return [
        place
        for place in vocabulary.places
        if place.kind == "region"
        and place.country == country
        and place.valid_to is None
        and (
            place.code in match.codes
            or any(_without_type(name) in called for _, name in place.names.all())
        )
    ]


def _is_before_plural(sentence: Sentence, match: NameMatch, plural: re.Pattern[str]) -> bool:
    """Whether a name stands in a row that ends in a type word: ``Keles and Abay districts``."""
    words = sentence.words
    if match.stop >= len(words) or words[match.stop].folded not in _AND:
        return False
    near = words[match.stop + 1 : match.stop + 6]
    return any(plural.fullmatch(word.folded) for word in near)


def _without_type(name: str) -> str | None:
    """``Almaty`` of ``Almaty region``; None of a name without a type word."""
    bare, _, word = name.rpartition(" ")
    return bare if _REGIONS_NAME.fullmatch(word) else None


def _choose(candidates: Sequence[Place], spoken: _Spoken) -> Place:
    """Of namesakes the one in a country, of small ones in a region that the document speaks of;
    else the vocabulary's first. Of the two sides of a crossing the publisher's."""
    first = candidates[0]
    if first.kind == "country":
        return first
    if first.kind == "checkpoint":
        return next((place for place in candidates if place.country == spoken.own), first)
    if first.country not in spoken.countries[:1]:
        inside = {place.country: place for place in reversed(candidates)}
        known = [inside[country] for country in spoken.countries if country in inside]
        first = known[0] if known else first
    if first.kind not in ("district", "town", "village"):
        return first
    near = {p.region: p for p in reversed(candidates) if p.country == first.country}
    return next((near[region] for region in spoken.regions if region in near), first)


def _type_beside(sentence: Sentence, match: NameMatch) -> str | None:
    """The kind of the type word just before (г. Абай) or after (Abay district) a name."""
    words = sentence.words
    before = match.first - 1
    if before > 0 and words[before].text in _POINTS_BEFORE:
        before -= 1
    if before >= 0 and words[before].folded == "of" and before > 0:
        before -= 1
    stop = match.stop
    if stop + 1 < len(words) and words[stop].text in _POINTS_AFTER:
        stop += 1
    beside = [stop] if stop < len(words) else []
    if before >= 0 and not (before and _ADJECTIVE.fullmatch(words[before - 1].folded)):
        beside.append(before)  # Юнусабадского района | Ташкента
    for place in beside:
        word = words[place]
        if word.text == "с" and [w.text for w in words[place + 1 : place + 2]] != ["."]:
            continue  # в больнице Актау с отравлением
        for kind, pattern in TYPES.items():
            if pattern.fullmatch(word.folded):
                return kind
    return None
