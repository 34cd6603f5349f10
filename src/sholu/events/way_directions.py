"""Which part a place plays in a sentence on moving goods: from there, through there, to there."""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import StrEnum

from sholu.mentions.words import fold
from sholu.vocabulary.model import Place


class Direction(StrEnum):
    """What the words around a place say of a movement."""

    FROM = "from"
    THROUGH = "through"
    TO = "to"


def direction_of(
    place: Place, printed: str, before: str, after: str, language: str | None
) -> tuple[Direction | None, bool]:
    """The part of a place, and whether the words leave no other reading.

    Args:
        printed: the name as it stands in the sentence; ``before``, ``after``: the words around it
            in the same sentence.
        language: of the sentence.

    Returns:
        None for a place that nothing gives a part; of ``в Алматы``, which is ``to`` and ``in``
        alike, TO and False.
    """
    if language == "kk":
        return _of_kazakh(place, printed, after), True
    if _IS_CYRILLIC.search(printed):
        return _of_russian(place, printed, before)
    return _of_english(before), True


_IS_CYRILLIC = re.compile("[а-яё]", re.IGNORECASE)

_PERSON_EN = (
    r"residents?|citizens?|nationals?|natives?|m[ae]n|wom[ae]n|persons?|people|migrants?|couriers?"
    r"|traffickers?|dealers?|smugglers?|drivers?|officers?|police|experts?|students?|colleagues"
    r"|originally|hailing"
)
_BESIDE_EN = (
    r"(?:(?:the|a|an|neighbou?ring|nearby|north|south|east|west|northern|southern|eastern|western"
    r"|central|city|cities|town|towns|village|port|territory|region|regions|province|republic"
    r"|countries|states|of|like|such|as)\s+){0,6}$"
)
_AT_BORDER_EN = (
    r"(?:(?:the|a|border|crossing|customs|check-?point|post|point)\s+){1,5}(?:in|at|of|near)\s+"
)
_FROM_EN = re.compile(
    rf"(?<!\w)(?P<person>(?:{_PERSON_EN})\s+)?(?:from|out\s+of|originat\w+\s+(?:in|from)"
    rf"|(?:start|begin|depart)(?:s|ed|ing|ning)?\s+(?:in|at|from)|began\s+in)\s+{_BESIDE_EN}",
    re.IGNORECASE,
)
_THROUGH_EN = re.compile(
    r"\b(?:via|through|across|by\s+way\s+of|transit(?:ing|ed|s)?|cross(?:ing|ed|es))\s+"
    rf"(?:{_AT_BORDER_EN})?{_BESIDE_EN}",
    re.IGNORECASE,
)
_TO_EN = re.compile(
    r"(?<!\w)(?P<other>(?:according|due|thanks|close|next|similar|compared|prior|threats?|relat\w+"
    r"|belong\w*|addition|respect|regards?|visits?|access|neighbou?r\w*|border\w*)\s+)?"
    r"(?:to|into|towards?|(?:bound|destined|head(?:ed|ing)|intended)\s+for"
    r"|reach(?:es|ed|ing)?|arriv\w+\s+(?:in|at)|end(?:s|ed|ing)?(?:\s+up)?\s+(?:in|at)"
    rf"|for\s+(?:sale|delivery|distribution)\s+(?:in|to)|destination\s+(?:was|is|in))\s+{_BESIDE_EN}",
    re.IGNORECASE,
)


_SOMEBODYS = re.compile(r"\s*,?\s+(?:from|из)\s", re.IGNORECASE)


def is_home_of(between: str) -> bool:
    """Whether the words between a person and a place only say where the person is from."""
    return _SOMEBODYS.match(between) is not None


def _of_english(before: str) -> Direction | None:
    if _THROUGH_EN.search(before):
        return Direction.THROUGH
    for pattern, direction in ((_FROM_EN, Direction.FROM), (_TO_EN, Direction.TO)):
        match = pattern.search(before)
        if match:
            # A courier from Osh, and what is close to Osh, are no beginning and no end.
            return None if any(match.groupdict().values()) else direction
    return None


_PERSON_RU = (
    r"урожен\w+|жител\w+|граждан\w+|выход\w+|мужчин\w*|женщин\w*|пар(?:ень|ня)|мигрант\w*"
    r"|курьер\w*|наркокурьер\w*|водител\w+|сотрудник\w*|полицейск\w+|коллег\w*|специалист\w*"
    r"|студент\w*|родом|делегаци\w+|гост\w+|эксперт\w*"
)
_BESIDE_RU = (
    r"(?P<beside>(?:(?:г\.|город\w*|сел[оае]м?|пос[её]л\w+|област\w+|республик\w+|кра[йяюе]\w*|район\w*"
    r"|соседн\w+|южн\w+|северн\w+|восточн\w+|западн\w+|центральн\w+|стран\w*|юг\w*|север\w*)\s+){0,4})"
    r"[«\"]?$"
)
_FROM_RU = re.compile(
    rf"(?<!\w)(?P<person>(?:{_PERSON_RU})\s+)?(?:из|от|с(?:о)?\s+(?:территории|стороны)"
    rf"|нач[аи]\w+\s+[вс])\s+{_BESIDE_RU}",
    re.IGNORECASE,
)
_THROUGH_RU = re.compile(
    r"(?<!\w)(?:через|сквозь|(?:транзитом\s+)?по\s+территории)\s+"
    r"(?:(?:территори\w+|пункт\w*(?:\s+пропуска)?|КПП|пост\w*|погранпереход\w*|таможенн\w+)\s+){0,3}"
    rf"{_BESIDE_RU}",
    re.IGNORECASE,
)
_TO_RU = re.compile(
    r"(?<!\w)(?:(?P<sure>на\s+территорию|в\s+(?:направлении|сторону)|до|заканчива\w+\s+в"
    r"|для\s+(?:сбыта|реализации|продажи|распространения)\s+(?:в|во|на\s+территории)"
    rf"|с\s+целью\s+(?:сбыта|реализации|продажи)\s+(?:в|во|на\s+территории))|в|во|на)\s+{_BESIDE_RU}",
    re.IGNORECASE,
)


def _of_russian(place: Place, printed: str, before: str) -> tuple[Direction | None, bool]:
    if _THROUGH_RU.search(before):
        return Direction.THROUGH, True
    came = _FROM_RU.search(before)
    if came:
        return (None if came["person"] else Direction.FROM), True
    gone = _TO_RU.search(before)
    if gone is None:
        return None, True
    if gone["sure"]:
        return Direction.TO, True
    words = [*gone["beside"].split(), *printed.split()]
    accusative = _is_accusative(words, place)
    return (None if accusative is False else Direction.TO), accusative is True


_ACCUSATIVE_TYPE = ("город", "область", "район", "республику", "село", "поселок", "край", "страну")
_OTHER_TYPE = ("городе", "области", "районе", "республике", "селе", "поселке", "крае", "стране")


def _is_accusative(words: list[str], place: Place) -> bool | None:
    """Whether ``в`` leads into (a form of the fourth case); None where both cases look alike."""
    first = fold(words[0])
    if first in _ACCUSATIVE_TYPE or first.endswith(("ую", "юю")):
        return True
    if first in _OTHER_TYPE or (len(words) > 1 and first.endswith(("ой", "ей", "ом", "ем"))):
        return False
    names = {fold(name.split()[0]) for name in place.names.ru}
    if first in names:
        return None if first[-1] in "аеиоуыэюя" else True
    if first.endswith(("у", "ю")) and {first[:-1] + "а", first[:-1] + "я"} & names:
        return True
    return None if first.endswith(".") else False


_TYPES_KK = re.compile(
    r"(?:\s+(?:қала|облыс|аудан|ауыл|республика|аума|өңір|бекет|кеден|пункт)\w*){1,3}",
    re.IGNORECASE,
)
_THROUGH_KK = re.compile(r"\s+(?:аумағы\s+)?арқылы\b", re.IGNORECASE)
_TOWARDS_KK = re.compile(r"\s+(?:бағытын(?:а|да)\w*|жаққа|қарай)\b", re.IGNORECASE)
_ABLATIVE = ("дан", "ден", "тан", "тен", "нан", "нен")
_DATIVE = ("ға", "ге", "қа", "ке", "на", "не")


def _of_kazakh(place: Place, printed: str, after: str) -> Direction | None:
    kind = _TYPES_KK.match(after)
    rest = after[kind.end() :] if kind else after
    if _THROUGH_KK.match(rest):
        return Direction.THROUGH
    if _TOWARDS_KK.match(rest):
        return Direction.TO
    word = kind[0].split()[-1] if kind else printed
    ending = fold(word) if kind else _ending(printed, place.names.kk or place.names.ru)
    if ending.endswith(_ABLATIVE):
        return Direction.FROM
    return Direction.TO if ending.endswith(_DATIVE) else None


def _ending(printed: str, names: Iterable[str]) -> str:
    """What stands after the name itself: ``нан`` of ``Ауғанстаннан``; empty for Судан as it is."""
    folded = fold(printed)
    bases = [fold(name) for name in names]
    longest = max((base for base in bases if folded.startswith(base)), key=len, default=None)
    # Of a name whose last sound changes before an ending, its last letter is not compared.
    return folded[len(longest) :] if longest is not None else folded[-3:]
