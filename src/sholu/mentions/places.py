"""Find places by the gazetteer: countries, regions, towns, districts, in any case form."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from sholu.mentions.names import NameEntry, NameIndex, NameMatch, match_names
from sholu.mentions.per_vocabulary import once_per_vocabulary
from sholu.mentions.sentences import Sentence
from sholu.vocabulary.model import Place, Vocabulary

_TYPE_WORDS: dict[str, str] = {
    "region": r"region|regions|oblast|oblasts|province|krai|kray|republic|област\w*|обл"
    r"|кра[йяюе]\w*|республик\w*|"
    r"облыс\w*|вилоят\w*|велаят\w*",
    "district": r"district|districts|raion|rayon|район\w*|р-н|аудан\w*",
    "city": r"city|cities|town|г|гор|город\w*|қала\w*|town",
    "village": r"village|settlement|с|пос|село|села|селе|поселк\w*|поселок|аул\w*|ауыл\w*|кент\w*",
}
_POLICE = re.compile(
    r"полиц\w+|оперативник\w*|следовател\w+|таможенник\w*|участков\w+|таможн\w+|больниц\w+"
    r"|областн\w+|городск\w+|районн\w+|университет\w*|колледж\w*|центр\w*|прокуратур\w*"
    r"|р?увд|[рг]?овд|гувд|гуп|уп|суд\w*|отдел\w*|управлени\w*|погранотряд\w*|погранзастав\w*"
)
"""Whose town stands before them: its adjective says where."""

_KINDS_BY_TYPE = {
    "region": ("region",),
    "district": ("district",),
    "city": ("city", "town"),
    "village": ("village", "town"),
}
_TYPES = {kind: re.compile(pattern) for kind, pattern in _TYPE_WORDS.items()}

_AND = frozenset((",", "and", "и", "мен", "және", "пен", "бен"))
_WHERE = frozenset(("in", "from", "near", "в", "во", "из", "под"))
_REGIONS = re.compile(r"regions|oblasts|provinces|област(?:ей|и|ях|ям|ями)|облыстар\w*")
_REGIONS_NAME = re.compile(r"region|oblast|province|область|облысы")

# A place's name beside one of these is part of another name.
_NAMED_BEFORE = re.compile(
    r"имени|им|named|after|улиц\w+|ул|просп\w+|пр|площад\w+|мечет\w+|театр\w*"
)
_NAMED_AFTER = re.compile(
    r"avenue|street|university|institute|college|stadium|hotel|prize|airlines|bank|атындағы|көшес\w+|даңғыл\w+|"
    r"university's|шоссе|автобус\w*"
)
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
        role: its kind in the vocabulary, or ``street`` where the name is part of another name.
    """

    start: int
    end: int
    code: str | None
    role: str


def find_places(
    sentences: Sequence[Sentence], vocabulary: Vocabulary, address: str | None
) -> tuple[PlaceReading, ...]:
    """All places named, in order, those inside names of agencies too (the caller leaves them out).

    Args:
        address: where the document was published; its domain tells namesakes apart.
    """
    index = index_places(vocabulary)
    spelled = [_with_capitals(sentence) for sentence in sentences]
    matches = [(s, match) for s in spelled for match in match_names(s, index)]
    countries = _countries(matches, vocabulary, address)
    readings = (_read(sentence, match, countries, vocabulary) for sentence, match in matches)
    return tuple(reading for reading in readings if reading is not None)


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


def _countries(
    matches: Sequence[tuple[Sentence, NameMatch]], vocabulary: Vocabulary, address: str | None
) -> tuple[str, ...]:
    """Countries that the document speaks of, the most named first, its publisher's own after
    them."""
    counts: Counter[str] = Counter()
    for _, match in matches:
        place = vocabulary.place(match.code)
        if place.kind == "country" or (len(match.codes) == 1 and place.country is not None):
            counts[place.country or place.code] += 1
    own = country_of_address(address)
    ranked = [country for country, _ in counts.most_common()]
    return tuple(dict.fromkeys([*ranked, own] if own else ranked))


def country_of_address(address: str | None) -> str | None:
    """The country of a page by its domain (``polisia.kz``); None if that tells none."""
    domain = re.match(r"(?:\w+://)?[\w.-]+\.(\w\w)(?:[/:]|$)", address or "")
    return _DOMAINS.get(domain.group(1)) if domain else None


def _read(
    sentence: Sentence,
    match: NameMatch,
    countries: Sequence[str],
    vocabulary: Vocabulary,
) -> PlaceReading | None:
    if _is_part_of_name(sentence, match):
        return PlaceReading(match.start, match.end, None, "street")
    candidates = [vocabulary.place(code) for code in match.codes]
    beside = _type_beside(sentence, match)
    fitting = [place for place in candidates if place.kind in _KINDS_BY_TYPE.get(beside or "", ())]
    fitting = fitting or _region_of_several(sentence, match, vocabulary)
    told = (
        fitting
        or _is_of_police(sentence, match, candidates)
        or _is_city_gone_to(sentence, match, candidates)
    )
    if match.weak and not told:
        return None
    place = _choose(fitting or candidates, countries)
    return PlaceReading(match.start, match.end, place.code, place.kind)


def _is_city_gone_to(sentence: Sentence, match: NameMatch, candidates: Sequence[Place]) -> bool:
    """``в Оше``, ``in Osh``: a short name of a large town after a word for where."""
    before = sentence.words[match.first - 1].folded if match.first else ""
    return before in _WHERE and candidates[0].kind == "city"


def _is_of_police(sentence: Sentence, match: NameMatch, candidates: Sequence[Place]) -> bool:
    if candidates[0].kind not in ("city", "town"):
        return False
    words = sentence.words
    adjective = words[match.stop - 1].folded.endswith(
        ("ие", "ий", "ая", "ой", "им", "их", "ими", "ую", "ого", "ому", "ом", "ое")
    )
    after = words[match.stop].folded if match.stop < len(words) else ""
    return adjective and _POLICE.fullmatch(after) is not None


def _region_of_several(sentence: Sentence, match: NameMatch, vocabulary: Vocabulary) -> list[Place]:
    """The region meant by the first of ``Almaty and Akmola regions``: its type word is far off."""
    words = sentence.words
    if match.stop >= len(words) or words[match.stop].folded not in _AND:
        return []
    near = words[match.stop + 1 : match.stop + 6]
    if not any(_REGIONS.fullmatch(word.folded) for word in near):
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


def _without_type(name: str) -> str | None:
    """``Almaty`` of ``Almaty region``; None of a name without a type word."""
    bare, _, word = name.rpartition(" ")
    return bare if _REGIONS_NAME.fullmatch(word) else None


def _choose(candidates: Sequence[Place], countries: Sequence[str]) -> Place:
    """Of namesakes the one in a country the document speaks of, else the vocabulary's first."""
    first = candidates[0]
    if first.kind == "country" or first.country in countries[:1]:
        return first
    for country in countries:
        for place in candidates:
            if place.country == country:
                return place
    return first


def _is_part_of_name(sentence: Sentence, match: NameMatch) -> bool:
    words = sentence.words
    if match.stop < len(words) and _NAMED_AFTER.fullmatch(words[match.stop].folded):
        return not _spans_type(words[match.first : match.stop])
    before = match.first - 1
    if before >= 0 and words[before].text == ".":
        before -= 1
    return before >= 0 and _NAMED_BEFORE.fullmatch(words[before].folded) is not None


def _spans_type(words: Sequence[object]) -> bool:
    """A name of several words (North Kazakhstan region) stands for itself."""
    return len(words) > 1


def _type_beside(sentence: Sentence, match: NameMatch) -> str | None:
    """The kind of the type word just before (г. Абай) or after (Abay district) a name."""
    words = sentence.words
    before = match.first - 1
    if before >= 0 and words[before].text == "." and before > 0:
        before -= 1
    if before >= 0 and words[before].folded == "of" and before > 0:
        before -= 1
    beside = [words[match.stop]] if match.stop < len(words) else []
    beside += [words[before]] if before >= 0 else []
    for word in beside:
        for kind, pattern in _TYPES.items():
            if pattern.fullmatch(word.folded):
                return kind
    return None


@once_per_vocabulary
def index_places(vocabulary: Vocabulary) -> NameIndex:
    """The names of all places, made once per vocabulary."""
    return NameIndex(_entries(vocabulary))


def _entries(vocabulary: Vocabulary) -> Iterator[NameEntry]:
    for place in vocabulary.places:
        for language, name in place.names.all():
            short = name.isupper() and len(name.replace(".", "")) <= 5
            several = re.search(r"[\s-]", name) is not None
            weak = place.ambiguous and not (several and _holds_type(name))
            yield NameEntry(place.code, name, language, "exact" if short else "capital", weak)
            for form, letters, alone in _further_forms(place, name, language):
                yield NameEntry(place.code, form, language, letters, not alone)


def _further_forms(place: Place, name: str, language: str) -> Iterator[tuple[str, str, bool]]:
    """Names made of a name, with the letters they take and whether they count alone.

    ``облыстық`` of a Kazakh region; the bare adjective of a Russian one (``Актюбинской и …
    областей``) and of a town (``шымкентские полицейские``), which need a word beside them.
    """
    if place.kind == "region" and language == "kk" and name.endswith(" облысы"):
        yield f"{name.removesuffix('облысы')}облыстық", "capital", True
    if place.kind == "region" and language == "ru" and name.endswith("ая область"):
        yield name.removesuffix(" область"), "any", False
    if place.kind in ("city", "town") and language == "ru" and re.fullmatch(r"[А-Я][а-я]+", name):
        yield f"{_adjective_stem(name)}ский", "any", False


def _adjective_stem(name: str) -> str:
    """``Шымкент(ский)``, ``Алматин(ский)``, ``Астанин(ский)``, ``Тюмен(ский)``."""
    if name[-1] in "аы" and not name.endswith("ка"):
        return f"{name[:-1]}ин"
    if name.endswith("ск"):
        return name[:-2]
    return name.rstrip("аьйы")


def _holds_type(name: str) -> bool:
    return any(
        pattern.fullmatch(word)
        for word in re.findall(r"[\w-]+", name.casefold())
        for pattern in _TYPES.values()
    )
