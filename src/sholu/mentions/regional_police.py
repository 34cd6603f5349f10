"""Find the police of a region under any name: it is the region's police department.

``полиция Жамбылской области``, ``Almaty regional police``, ``Ақмола облысының полицейлері``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from sholu.mentions.word_lists import read_word_lists
from sholu.mentions.words import Word

_POLICE = re.compile(r"полици[яиюей]{1,2}|полицейски[еихм]{1,3}|police|полиция\w*|полицей\w{0,12}")
_ADJECTIVE = re.compile(r"\w+(?:ой|ая|ую)")
_OBLAST = re.compile(r"област(?:ь|и|ью)")
_REGIONAL = re.compile(r"областн(?:ая|ой|ую|ые|ых|ым|ыми)")
_KAZAKH_REGION = re.compile(r"облыс(?:тық|ы|ының|ында|тың)?|[бшс]қо")
_SHORT = frozenset(("зко", "вко", "ско", "бқо", "шқо", "сқо"))
_ENGLISH_REGION = frozenset(("region", "regional", "oblast"))

_FARTHEST = 5
"""Words after "police in" within which "region" stands: "police of the East Kazakhstan region"."""


@cache
def _seats() -> frozenset[str]:
    """Cities with the rank of a region and seats of regions, in the forms that stand by police."""
    seats = read_word_lists("sholu.mentions", "police_seats.yaml")
    return frozenset(form for key in ("ru", "en", "kk") for form in seats[key])


@cache
def _adjectives() -> re.Pattern[str]:
    """``алматинские``, ``костанайская``: of a seat or a region, in any case."""
    stems = read_word_lists("sholu.mentions", "police_seats.yaml")["ru_adjectives"]
    return re.compile(f"(?:{'|'.join(stems)})(?:ая|ой|ую|ие|их|им|ими)")


def find_regional_police(
    words: Sequence[Word], language: str | None
) -> Iterator[tuple[int, int, bool]]:
    """Stretches of words that name a region's police.

    Yields:
        first and stop of the words, and whether they hold the name of a region or city.
    """
    folded = [word.folded for word in words]
    for place, word in enumerate(folded):
        if not _POLICE.fullmatch(word):
            continue
        found = _after(folded, place, language) or _before(folded, place, language)
        if found:
            yield found


def _after(words: Sequence[str], place: int, language: str | None) -> tuple[int, int, bool] | None:
    """The region or city after the police: ``полиция Абайской области``, ``police in Aktobe``."""
    following = [*words[place + 1 : place + 2 + _FARTHEST], "", "", ""]
    if language == "en":
        return _after_preposition(following, place)
    if _OBLAST.fullmatch(following[0]):
        return place, place + 2, False
    if following[0] in _SHORT | _seats() and language == "ru":
        return place, place + 2, True
    if following[0] in ("города", "г") and language == "ru":
        city = next((n for n in (1, 2) if following[n] in _seats()), None)
        return None if city is None else (place, place + 2 + city, True)
    for adjectives in (1, 2):  # Карагандинской, Восточно-Казахстанской, Северо - Казахстанской
        if all(_ADJECTIVE.fullmatch(w) for w in following[:adjectives]) and _OBLAST.fullmatch(
            following[adjectives]
        ):
            return place, place + 2 + adjectives, True
    return None


def _after_preposition(following: Sequence[str], place: int) -> tuple[int, int, bool] | None:
    if following[0] not in ("of", "in"):
        return None
    first = 2 if following[1] == "the" else 1
    if following[first] in _seats():
        return place, place + 2 + first, True
    if following[first : first + 2] == ["kazakh", "capital"]:
        return place, place + 3 + first, False
    region = next(
        (n for n in range(first + 1, len(following)) if following[n] in _ENGLISH_REGION), None
    )
    whole = region is not None and all(w.isalpha() for w in following[first:region])
    return (place, place + 2 + region, True) if whole and region is not None else None


def _before(words: Sequence[str], place: int, language: str | None) -> tuple[int, int, bool] | None:
    """The region or city before the police: ``Ақмола облысының полицейлері``."""
    before = words[place - 1] if place else ""
    named = max(0, place - 3)
    if language == "kk":
        return _before_kazakh(words, place, before)
    if language == "en":
        if before in _ENGLISH_REGION:
            return named, place + 1, False
        return (named, place + 1, True) if before in _seats() else None
    of_seat = _adjectives().fullmatch(before) is not None
    if of_seat or _REGIONAL.fullmatch(before):
        return place - 1, place + 1, of_seat
    if _OBLAST.fullmatch(before) or before in _SHORT:
        return named, place + 1, True
    return None


def _before_kazakh(words: Sequence[str], place: int, before: str) -> tuple[int, int, bool] | None:
    named = max(0, place - 3)
    if _KAZAKH_REGION.fullmatch(before):
        return named, place + 1, before not in ("облыс", "облыстық")
    city = place > 1 and before in ("қаласы", "қаласының") and words[place - 2] in _seats()
    return (named, place + 1, True) if city or before in _seats() else None
