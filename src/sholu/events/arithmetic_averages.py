"""Averages over a stated span against the amount: 1,050 addresses in 21 days, 50 a day."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sholu.events.arithmetic_across import TwoSentences
from sholu.events.arithmetic_mismatch import Mismatch
from sholu.events.arithmetic_numbers import TIME, Number
from sholu.mentions.numerals import read_numeral
from sholu.mentions.words import split_words

_DAYS = {"day": 1.0, "week": 7.0, "month": 30.4, "year": 365.0}
_UNITS = (
    ("day", r"days?|дн(?:я|ей)|день|сут(?:ки|ок)|күн(?:де|дің|нің)?"),
    ("week", r"weeks?|недел[юяьи]|апта(?:да|ның)?"),
    ("month", r"months?|месяц(?:а|ев)?|ай(?:да|дың)?"),
    ("year", r"years?|года?|лет|жыл(?:да|дың)?"),
)
_ANY_UNIT = "|".join(f"(?P<{name}>{words})" for name, words in _UNITS)
_SPAN = re.compile(
    rf"(?P<n>\d{{1,3}}|[^\W\d]+(?:[ -][^\W\d]+)?) (?:{_ANY_UNIT})\b"
    r"(?! (?:назад|ago|бұрын|in prison))",
    re.IGNORECASE,
)
_SPAN_OPENS = re.compile(
    r"\b(?:in|over|within|during|за|в течение|на протяжении)\s(?:the |those |these |just |only "
    r"|all |эти |последние |первые |минувшие |прошедшие |все )?(?:first |last |past )?$",
    re.IGNORECASE,
)
_KAZAKH_SPAN = re.compile(r"(?:де|да|дің|дың)\b|\sішінде", re.IGNORECASE)

_AFTER = re.compile(
    r"(?:\s[^\W\d_]+){0,4}?\s(?:a|per|every|each|в|за)\s"
    r"(?:(?P<day>day|день|сутки)|(?P<week>week|неделю)|(?P<month>month|месяц)|(?P<year>year|год))\b",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"\b(?:(?P<day>күніне|күн сайын|daily|ежедневно|ежесуточно|(?:каждый|в|за) день"
    r"|(?:в|за|каждые) сутки)"
    r"|(?P<week>аптасына|апта сайын|еженедельно|(?:в|за|каждую) неделю)"
    r"|(?P<month>айына|ай сайын|ежемесячно|(?:в|за|каждый) месяц)"
    r"|(?P<year>жылына|жыл сайын|ежегодно))\b"
    r"[^.;:,\d]{0,30}$",
    re.IGNORECASE,
)
_AVERAGE = re.compile(
    r"\b(?:averag\w+|в среднем|среднем|орта есеппен|орташа|or|that is|i\.e\.|или|то есть|т\. ?е\."
    r"|это|яғни|демек|бұл)\b[^.;:\d]{0,45}$",
    re.IGNORECASE,
)
_AVERAGE_AFTER = re.compile(
    r"[^.;:,\d]{0,40}\b(?:on average|average|в среднем|орта есеппен)\b", re.IGNORECASE
)
_SLACK, _MIXED_SLACK = 0.06, 0.12
"""Share by which an average may be off; more where days stand against months."""


def check_averages(told: TwoSentences) -> Iterator[Mismatch]:
    """Averages of a sentence that the amount and the span, in it or before it, do not make."""
    text, start = told.text, told.start
    rates = [(n, per) for n in told.numbers if (per := _told_rate(text, n, start))]
    if len(rates) != 1 or rates[0][0].doubtful:
        return
    rate, per = rates[0]
    own, earlier = (start, told.end, told.numbers), (told.opened, start, told.before)
    for since, until, amounts in (own, earlier):
        spans = list(_spans(text, since, until))
        if since == until or not spans:
            continue
        if len(spans) == 1:
            yield from _check(rate, per, spans[0], [n for n in amounts if n is not rate])
        return


def _told_rate(text: str, number: Number, start: int) -> str | None:
    """The time of which a number is said to be the average."""
    # "20 kg a month" may have been read as one figure.
    behind = _AFTER.match(text, number.end) or _AFTER.search(text, number.start, number.end)
    ahead = text[max(start, number.start - 90) : number.start]
    told = behind or _BEFORE.search(ahead)
    if told is None or number.unit in (*TIME, "%", "times"):
        return None
    average = _AVERAGE.search(ahead) or _AVERAGE_AFTER.match(text, number.end)
    return told.lastgroup if average else None


_NAMED = re.compile(
    r"\b(?:(?P<week>(?:in|over) (?:a|one|the) week|за неделю|бір апта(?:да| ішінде))"
    r"|(?P<month>(?:in|over) (?:a|one|the) month|за месяц|бір ай(?:да| ішінде))"
    r"|(?P<quarter>(?:first|second|third|fourth|last) quarter|квартал[еа]?|тоқсан(?:да|ында))"
    r"|(?P<half>half[- ]year|half of the year|полугоди[еия]|жарты жыл(?:да|ында| ішінде)"
    r"|жартыжылдық(?:та|тың)?))\b",
    re.IGNORECASE,
)
_LENGTHS = {"week": ("day", 7), "month": ("day", 30), "quarter": ("month", 3), "half": ("month", 6)}


@dataclass(frozen=True)
class Span:
    """A stretch of time in which something was done, in its unit: ``in 21 days``."""

    unit: str
    length: float
    start: int
    end: int


def _spans(text: str, start: int, end: int) -> Iterator[Span]:
    """The stretches of time of a sentence: ``in 21 days``, ``за неделю``, ``20 күнде``."""
    for match in _NAMED.finditer(text, start, end):
        unit, length = _LENGTHS[match.lastgroup or ""]
        yield Span(unit, length, match.start(), match.end())
    for match in _SPAN.finditer(text, start, end):
        name = next(name for name, _ in _UNITS if match.group(name))
        numeral = _numeral_at_end(match.group("n"))
        if numeral is None or numeral[0] <= 1:
            continue
        opened = match.start() + numeral[1]
        opens = _SPAN_OPENS.search(text[max(start, opened - 35) : opened])
        kazakh = _KAZAKH_SPAN.search(match.group(name)) or _KAZAKH_SPAN.match(text, match.end())
        if opens or kazakh:
            yield Span(name, numeral[0], opened, match.end())


def _numeral_at_end(printed: str) -> tuple[float, int] | None:
    """The number with which some words end, and where it begins in them."""
    words = split_words(printed)
    for place, word in enumerate(words):
        for language in ("en", "ru", "kk"):
            numeral = read_numeral(words, place, language)
            if numeral is not None and numeral.stop == len(words):
                return numeral.value, word.start
    return None


def _check(rate: Number, per: str, span: Span, told: Sequence[Number]) -> Iterator[Mismatch]:
    """One amount alone may be meant, of the unit of the average or what has none."""
    times = span.length * _DAYS[span.unit] / _DAYS[per]
    if times <= 1:
        return
    by_year = _DAYS[per] / _DAYS["year"] if (rate.unit or "").endswith("/year") else 1.0
    average = rate.value * by_year
    wholes = [n for n in told if n.start >= span.end or n.end <= span.start]
    wholes = [n for n in wholes if n.value > average and _may_be_whole(n, rate)]
    slack = _SLACK if span.unit == per else _MIXED_SLACK
    near = rate.step * by_year * (1 if rate.qualifier == "about" else 1 / 2)
    low, high = (average - near) * times * (1 - slack), (average + near) * times * (1 + slack)
    if len(wholes) != 1 or wholes[0].qualifier not in ("exact", "about"):
        return
    whole = wholes[0]
    if rate.qualifier not in ("exact", "about") or low <= whole.value <= high:
        return
    yield Mismatch(
        f"{whole.printed} in {span.length:g} {span.unit}s are "
        f"{whole.show(whole.value / times)} a {per}, not {rate.printed}.",
        (whole, rate),
        "an average against its amount and span",
        "likely",
    )


def _may_be_whole(number: Number, rate: Number) -> bool:
    if number.unit in (*TIME, "%", "times") or number.doubtful:
        return False
    unit = (rate.unit or "").removesuffix("/year") or None
    alike = number.unit == unit or (
        not number.measured and not rate.measured and "item" in (number.unit, unit)
    )
    bare = unit is None or number.unit is None
    bare = bare and number.value >= 1
    return alike or (bare and not (number.measured and rate.measured))
