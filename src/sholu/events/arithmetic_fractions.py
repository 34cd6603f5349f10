"""Shares in words against their counts: half of them, 21 people; 3,200, or a quarter; every third.

The press says "a third" of 31 and of 36 per cent: a share in words is right to a sixth of itself,
after "about" or "almost" to a fifth; "more than half" and "less than half" leave one side open.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sholu.events.arithmetic_lists import is_summed
from sholu.events.arithmetic_mismatch import Mismatch
from sholu.events.arithmetic_numbers import Number

_SLACK, _VAGUE_SLACK = 1 / 6, 1 / 5

_NTH = {
    2: r"second|втор\w+|екінші\w*|екіден|two|двух|двоих|2",
    3: r"third|трет\w+|үшінші\w*|үштен|three|тр[её]х|троих|3",
    4: r"fourth|четв[её]рт\w+|төртінші\w*|төрттен|four|четыр[её]х|четверых|4",
    5: r"fifth|пят\w+|бесінші\w*|бестен|five|5",
    6: r"sixth|шест\w+|алтыншы\w*|алтыдан|six|6",
    7: r"seventh|седьм\w+|жетінші\w*|жетіден|seven|семи|7",
    8: r"eighth|восьм\w+|сегізінші\w*|сегізден|eight|8",
    9: r"ninth|девят\w+|тоғызыншы\w*|тоғыздан|nine|9",
    10: r"tenth|десят\w+|оныншы\w*|оннан|ten|10",
}
_ANY_NTH = "|".join(_NTH.values())
_MANY = {
    1: r"one|одн[аоу]\w*|один|бірі\w*|бір",
    2: r"two|дв[аеу]\w*|екеуі\w*|екісі\w*|екі",
    3: r"three|три|үшеуі\w*|үші\w*|үш",
    4: r"four|четыре|төртеуі\w*|төрті\w*|төрт",
}
_ANY_MANY = "|".join(_MANY.values())
_ABOVE = (
    r"(?:slightly |a little |just |чуть |немногим |немного )?"
    r"(?:more than|over|above|более(?: чем)?|больше(?: чем)?|свыше)\s(?:a |one )?"
)
_BELOW = r"(?:slightly |just |чуть |немногим )?(?:less than|under|below|менее|меньше|не более)\s"
_ABOUT = (
    r"(?:about|around|almost|nearly|roughly|approximately|около|почти|примерно|порядка|шамамен"
    r"|дерлік)\s"
)
_FRACTION = re.compile(
    rf"\b(?:(?P<above>{_ABOVE})|(?P<below>{_BELOW})|(?P<about>{_ABOUT}))?"
    r"(?:(?P<half>half|половин[аеуы]|тең жартысы\w*|жартысы\w*)"
    r"|(?P<quarter>a quarter|quarter|one quarter|четверт[ьи]|ширегі\w*)"
    r"|(?P<trio>three[- ]quarters|три четверти)"
    r"|(?P<third>(?:a|one)[- ]third|трет[ьи])"
    r"|(?P<two_thirds>two[- ]thirds|две трети)"
    rf"|(?:every|each|кажд\w+|әрбір|әр)\s(?P<every>{_ANY_NTH})"
    rf"|(?P<one>{_ANY_MANY})\s(?:out of|in|of|из)\s(?:every\s)?(?P<of>{_ANY_NTH})"
    rf"|(?P<kk_of>\w+[дтн][ае]н)\s(?P<kk_one>{_MANY[1]}|{_MANY[2]}|{_MANY[3]}|{_MANY[4]})"
    r"|(?P<fifths>(?:a|one)[- ](?:fifth|sixth|tenth)|(?:пят|шест|десят)(?:ая|ую) (?:часть|доля))"
    r"|(?P<most>most|the majority|большинство|большая часть|бо́льшая часть|көпшілігі\w*"
    r"|басым (?:бөлігі|көпшілігі)\w*))"
    r"(?!\w)(?P<after>\s(?:көбі\w*|астамы\w*|артығы\w*|азы\w*|кемі\w*|жуығы\w*))?",
    re.IGNORECASE,
)
_KAZAKH_ABOVE = re.compile(r"\s(?:көбі|астамы|артығы)", re.IGNORECASE)
_KAZAKH_BELOW = re.compile(r"\s(?:азы|кемі)", re.IGNORECASE)
_SIMPLE = {
    "half": 1 / 2, "quarter": 1 / 4, "trio": 3 / 4, "third": 1 / 3, "two_thirds": 2 / 3,
}  # fmt: skip
_FIFTHS = ((r"fifth|пят", 5), (r"sixth|шест", 6), (r"tenth|десят", 10))

_RUSSIAN_WHOLE = (
    r"(?:задержан|осужд|подсуд|обвиня|подозрева|изъят|преступл|случа|пациент|человек|нарушит"
    r"|зарегистрир|опрошен|участн|дел(?=\b))\w*"
)
_OF_THEM = (
    r"(?:\s(?:of (?:them|these|those|all|(?:the|all|those) \w+(?: \w+)?|whom|which)"
    r"|из (?:них|этих|которых|этого числа)|от (?:этого|общего) \w+"
    rf"|{_RUSSIAN_WHOLE}))?"
)
_WORD_THEN_COUNT = re.compile(
    rf"{_OF_THEM}(?:,|\s?\(|\s[–—-])\s?(?:or |или |то есть |т\. ?е\. |яғни |that is,? |а именно )?"
    r"(?:about |около |almost |почти |шамамен )?",
    re.IGNORECASE,
)
_COUNT_THEN_WORD = re.compile(
    r"(?:-\w{1,4})?(?:\s(?!и\b|and\b|мен\b)[^\W\d_]+){0,3}"
    rf"{_OF_THEM}(?:,|\s?\(|\s[–—-])\s?"
    r"(?:or |или |то есть |т\. ?е\. |это |яғни |бұл |демек |that is,? |which is )?",
    re.IGNORECASE,
)
_ENDS = re.compile(
    r"(?:\s[^\W\d_]+)?\s*[).,;–—-]|\s*$|\s(?:of (?:them|these|those|the total|all)|из них|от)\b"
    r"|\s(?:деген|болды|болып)\b",
    re.IGNORECASE,
)
_CHANGE = re.compile(
    r"\b(?:more|fewer|less|lower|higher|rise|rose|fell|fall|increas\w+|decreas\w+|reduc\w+|growth|drop\w*"
    r"|больше|ниже|выше|рост\w*|снижен\w+|увелич\w+|сокра\w+|вырос\w*|снизил\w+|упал\w*"
    r"|артық|өс(?:ті|кен)\w*|төменде\w*|арт(?:ты|қан)\w*|азай\w+|кемі(?:ді|ген)\w*)\b",
    re.IGNORECASE,
)
_OTHER_WHOLE = re.compile(
    r"\b(?:share of the (?:country|world)|(?:of|из) (?:the country|all|всех|всего)"
    r"|по стране|в стране|nationwide|countrywide|елдегі|ел бойынша|республика бойынша)\b",
    re.IGNORECASE,
)
_HOLDS = re.compile(
    r"\b(?:of (?:them|these|those|whom|which|the \w+)|out of|из (?:них|которых|этих|этого|\d)"
    r"|среди них|в том числе|including|оның|олардың|соның|солардың|бұлардың|ішінен"
    rf"|(?:половина|половину|треть|четверть|часть) {_RUSSIAN_WHOLE}"
    r"|[^\W\d]+(?:дар|дер|лар|лер|тар|тер|тің|тың|дің|дың|нің|ның)(?:дың|дің)? \w*"
    r"(?:жарты|ширег|үштен|төрттен|бестен|оннан)\w*)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Fraction:
    """A share in words, ``low`` to ``high`` of its whole."""

    printed: str
    low: float
    high: float
    start: int
    end: int


def fractions(text: str, start: int, end: int) -> Iterator[Fraction]:
    """The shares in words of a stretch.

    >>> [(f.printed, round(f.low, 2), round(f.high, 2)) for f in fractions("Every third", 0, 11)]
    [('Every third', 0.28, 0.39)]
    """
    for match in _FRACTION.finditer(text, start, end):
        value = _value(match)
        if value is None:
            continue
        low, high = value * (1 - _SLACK), value * (1 + _SLACK)
        after = match.group("after") or ""
        if match.group("about") or "жуы" in after:
            low, high = value * (1 - _VAGUE_SLACK), value * (1 + _VAGUE_SLACK)
        if match.group("above") or match.group("most") or _KAZAKH_ABOVE.match(after):
            low, high = value, math.inf
        elif match.group("below") or _KAZAKH_BELOW.match(after):
            low, high = 0.0, value
        yield Fraction(match.group(), low, high, match.start(), match.end())


def _value(match: re.Match[str]) -> float | None:
    for name, value in _SIMPLE.items():
        if match.group(name):
            return value
    if match.group("most"):
        return 1 / 2
    if match.group("fifths"):
        return next(1 / n for word, n in _FIFTHS if re.search(word, match.group(), re.I))
    if match.group("every"):
        return 1 / (_which(match.group("every"), _NTH) or 1)
    one = _which(match.group("one") or match.group("kk_one"), _MANY)
    of = _which(match.group("of") or match.group("kk_of"), _NTH)
    return one / of if one and of and one < of else None


def _which(word: str, by_number: dict[int, str]) -> int | None:
    found = (n for n, words in by_number.items() if re.fullmatch(words, word, re.IGNORECASE))
    return next(found, None)


def check_fractions(
    text: str, numbers: Sequence[Number], before: Sequence[Number], start: int, end: int
) -> Iterator[Mismatch]:
    """Shares in words that the count beside them and the whole of it do not make.

    Args:
        numbers: of the sentence at ``start:end``.
        before: of the sentence before, in the same paragraph.
    """
    told = list(fractions(text, start, end))
    apart = _FRACTION.sub(" ", text[start:end]) if told else ""
    if _CHANGE.search(apart) or _OTHER_WHOLE.search(apart):
        return
    real = [n for n in numbers if not any(_inside(n, f) for f in told)]
    for share in (n for n in real if n.unit == "%" and not n.doubtful):
        part = _beside(text, _of_percent(share), [n for n in real if n.start >= share.end])
        if part is not None and part.unit != "%":
            yield from _check_count(text, _of_percent(share), part, [*before, *real])
    for fraction in told:
        part = _beside(text, fraction, real)
        if part is None:
            continue
        if part.unit == "%":
            yield from _check_percent(fraction, part)
        else:
            yield from _check_count(text, fraction, part, [*before, *real])


def _of_percent(share: Number) -> Fraction:
    """``25 per cent of them, or 160 people``: right to one unit of its last digit."""
    slack = share.step / 2
    low, high = (share.low - slack) / 100, (share.high + slack) / 100
    return Fraction(share.printed, low, high, share.start, share.end)


def _inside(number: Number, fraction: Fraction) -> bool:
    return fraction.start <= number.start and number.end <= fraction.end


def _beside(text: str, fraction: Fraction, numbers: Sequence[Number]) -> Number | None:
    """The number with which a share stands in apposition."""
    found = [
        n
        for n in numbers
        if (
            n.start >= fraction.end
            and _WORD_THEN_COUNT.fullmatch(text, fraction.end, n.start)
            and not text.startswith("-", n.end)
        )
        or (
            n.end <= fraction.start
            and _COUNT_THEN_WORD.fullmatch(text, n.end, fraction.start)
            and _ENDS.match(text, fraction.end)
        )
    ]
    # Of 160 people held, more than half, 50 people: the count behind is the one meant.
    return found[-1] if found and not found[-1].doubtful else None


def _check_percent(fraction: Fraction, share: Number) -> Iterator[Mismatch]:
    low, high = (share.low - share.step / 2) / 100, (share.high + share.step / 2) / 100
    if low > fraction.high or high < fraction.low:
        yield Mismatch(
            f"{share.printed} is not “{fraction.printed}”.",
            (share,),
            "a share in words against the same in per cent",
            "likely",
        )


def _check_count(
    text: str, fraction: Fraction, part: Number, told: Sequence[Number]
) -> Iterator[Mismatch]:
    if not (is_summed(part) or part.unit in (None, "item")):
        return
    wholes = [n for n in told if n.end <= part.start and _may_hold(n, part)]
    if len(wholes) != 1:
        return
    whole = wholes[0]
    of_it = _OF_BEFORE.search(text[max(0, whole.start - _REACH) : whole.start])
    if not (of_it or _HOLDS.search(text, whole.end, max(part.end, fraction.end) + _REACH)):
        return
    low, high = part.low / whole.high, part.high / whole.low if whole.low > 0 else math.inf
    if whole.value % 1 == 0 and whole.qualifier == part.qualifier == "exact":
        low = high = part.value / whole.value
    if low <= fraction.high and fraction.low <= high:
        return
    yield Mismatch(
        f"{part.printed} of {whole.printed} is {100 * part.value / whole.value:.0f} %, "
        f"not “{fraction.printed}”.",
        (part, whole),
        "a share in words against both its numbers",
        "likely",
    )


_REACH = 12
_OF_BEFORE = re.compile(r"\b(?:of|из)\s(?:the |these |those |all )?$", re.IGNORECASE)


def _may_hold(whole: Number, part: Number) -> bool:
    """Of one unit, or one of the two without a unit; and larger."""
    alike = whole.unit == part.unit or (
        None in (whole.unit, part.unit) and not (whole.measured and part.measured)
    )
    return alike and whole.value > part.value and not whole.doubtful
