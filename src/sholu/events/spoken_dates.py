"""Dates that only the day of publication makes dates: on Tuesday, over the weekend, since May.

The press of the region rarely prints a year, and often no month: what happened ``во вторник``
happened on the last Tuesday before the note came out.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from sholu.mentions.kazakh_letters import fold_letters

_WEEKDAYS = (
    r"monday|понедельник\w*|дуйсенби\w*",
    r"tuesday|вторник\w*|сейсенби\w*",
    r"wednesday|сред[уаые]|сарсенби\w*",
    r"thursday|четверг\w*|бейсенби\w*",
    r"friday|пятниц\w*|жума(?:да|га|дан)?",
    r"saturday|суббот\w*|сенби(?:де|ге|ден)?",
    r"sunday|воскресень\w*|жексенби\w*",
)
_WEEKDAY = rf"(?:{'|'.join(_WEEKDAYS)})"

_MONTHS = (
    r"january|январ\w+|кантар\w*",
    r"february|феврал\w+|акпан\w*",
    r"march|март\w*|наурыз\w*",
    r"april|апрел\w+|сауир\w*",
    r"may|ма[йяею]|мамыр\w*",
    r"june|июн[ьяею]\w*|маусым\w*",
    r"july|июл[ьяею]\w*|шилде\w*",
    r"august|август\w*|тамыз\w*",
    r"september|сентябр\w+|к[ыи]ркуйек\w*",
    r"october|октябр\w+|казан(?:да|нын|га|нан)?",
    r"november|ноябр\w+|караша(?:да|нын|га|дан)?",
    r"december|декабр\w+|желтоксан\w*",
)
_MONTH = rf"(?:{'|'.join(_MONTHS)})"

_NUMBERS = (
    r"one|one|один|одну|одного|бир",
    r"two|два|две|двух|еки",
    r"three|три|трех|уш",
    r"four|четыре|четырех|торт",
    r"five|пять|пяти|бес",
    r"six|шесть|шести|алты",
    r"seven|семь|семи|жети",
    r"eight|восемь|восьми|сегиз",
    r"nine|девять|девяти|тогыз",
    r"ten|десять|десяти|он",
    r"eleven|одиннадцать|одиннадцати|он бир",
)
_NUMBER = rf"(?:{'|'.join(reversed(_NUMBERS))}|\d\d?)"
_DASH = r"\s?[-–—]\s?"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])"

LATEST_REPORT = timedelta(days=75)
"""Results of a stretch of months come out within two months and a half of its end."""


@dataclass(frozen=True)
class SpokenDate:
    """Offsets in the text searched, first and last day.

    Attributes:
        counts: a period of statistics, not of an event.
    """

    start: int
    end: int
    first: date
    last: date
    counts: bool = False


_Days = tuple[date, date] | None
_Build = Callable[[re.Match[str], date], _Days]


def find_spoken(text: str, published: date) -> list[SpokenDate]:
    """Dates spoken of from the day of publication, in their order, none overlapping.

    The text is to be in its reading form (`sholu.mentions.scripts`).
    """
    folded = fold_letters(text)
    found: list[SpokenDate] = []
    for pattern, build, counts in _FORMS:
        for match in pattern.finditer(folded):
            days = build(match, published)
            if days is None or any(match.start() < f.end and f.start < match.end() for f in found):
                continue
            found.append(SpokenDate(match.start(), match.end(), *days, counts))
    return sorted(found, key=lambda spoken: spoken.start)


def _which(word: str, table: tuple[str, ...]) -> int:
    return next(i for i, names in enumerate(table) if re.fullmatch(names, word))


def _number(word: str) -> int:
    return int(word) if word.isdigit() else _which(word, _NUMBERS) + 1


def _day_of_month(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _near(month: int, day: int, published: date) -> date | None:
    """The last such day that isn't far ahead of the publication."""
    this_year = _day_of_month(published.year, month, day)
    if this_year is None or this_year <= published + timedelta(days=183):
        return this_year
    return _day_of_month(published.year - 1, month, day)


def _month_end(year: int, month: int) -> date:
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)


def _weekday(match: re.Match[str], published: date) -> _Days:
    back = (published.weekday() - _which(match["day"], _WEEKDAYS)) % 7
    day = published - timedelta(days=back or (7 if match.groupdict().get("past") else 0))
    return day, day


def _night(match: re.Match[str], published: date) -> _Days:
    """From one weekday to the next; the night is over when it is reported."""
    second = published - timedelta(days=(published.weekday() - _which(match["to"], _WEEKDAYS)) % 7)
    return second - timedelta(days=1), second


def _weekdays(match: re.Match[str], published: date) -> _Days:
    """From a weekday to a later one, both before the publication."""
    last = published - timedelta(days=(published.weekday() - _which(match["to"], _WEEKDAYS)) % 7)
    days = (last.weekday() - _which(match["from"], _WEEKDAYS)) % 7
    return last - timedelta(days=days), last


def _weekend(match: re.Match[str], published: date) -> _Days:
    sunday = published - timedelta(days=(published.weekday() + 1) % 7)
    return sunday - timedelta(days=1), sunday


def _last_stretch(match: re.Match[str], published: date) -> _Days:
    unit = 7 if re.match(r"week|недел|апта", match["unit"]) else 1
    number = _number(match["n"]) if match["n"] else 1
    return published - timedelta(days=number * unit), published


def _two_days(match: re.Match[str], published: date) -> _Days:
    month = _which(match["m"], _MONTHS) + 1
    year = int(match["y"]) if match["y"] else published.year
    around = published if year == published.year else date(year, 12, 31)
    first, last = (_near(month, int(match[d]), around) for d in ("d1", "d2"))
    return (first, last) if first and last and first <= last else None


def _days_of_two_months(match: re.Match[str], published: date) -> _Days:
    first = _near(_which(match["m1"], _MONTHS) + 1, int(match["d1"]), published)
    last = _near(_which(match["m2"], _MONTHS) + 1, int(match["d2"]), published)
    return (first, last) if first and last and first <= last else None


def _one_day(match: re.Match[str], published: date) -> _Days:
    day = _near(_which(match["m"], _MONTHS) + 1, int(match["d"]), published)
    return (day, day) if day else None


def _since(match: re.Match[str], published: date) -> _Days:
    groups = match.groupdict()
    first = _near(_which(match["m"], _MONTHS) + 1, int(groups.get("d") or 1), published)
    return (first, published) if first and first <= published else None


def _weeks_of_month(match: re.Match[str], published: date) -> _Days:
    month = _which(match["m"], _MONTHS) + 1
    first = _near(month, 1, published)
    if first is None:
        return None
    number = _number(match["n"]) if match["n"] else 1
    if re.match(r"last|последн|сонгы", match["which"]):
        end = _month_end(first.year, month)
        sunday = end - timedelta(days=(end.weekday() + 1) % 7)
        return sunday - timedelta(days=7 * number - 1), sunday
    return first, first + timedelta(days=7 * number - 1)


def _months(match: re.Match[str], published: date) -> _Days:
    """January to a month; without a year the last such stretch that was over."""
    first, last = _which(match["m1"], _MONTHS) + 1, _which(match["m2"], _MONTHS) + 1
    return _stretch(first, last, match["y"] or match.groupdict().get("y0"), published)


def _month_count(match: re.Match[str], published: date) -> _Days:
    number = _number(match["n"])
    if not 2 <= number <= 11:
        return None
    return _stretch(1, number, match["y"] or match.groupdict().get("y0"), published)


def _quarter(match: re.Match[str], published: date) -> _Days:
    size = 3 if re.match(r"quarter|квартал|токсан", match["unit"]) else 6
    number = _which(match["n"], _ORDINALS) + 1
    if number * size > 12:
        return None
    year = match["y"] or match.groupdict().get("y0")
    return _stretch(number * size - size + 1, number * size, year, published)


def _latest(match: re.Match[str], published: date) -> _Days:
    """The last half-year or quarter that was over."""
    size = 3 if re.match(r"quarter|квартал", match["unit"] or match["unit_en"]) else 6
    for last in range(12, 0, -size):
        found = _stretch(last - size + 1, last, None, published)
        if found:
            return found
    return None


def _stretch(first: int, last: int, year: str | None, published: date) -> _Days:
    if first > last:
        return None
    if year:
        return date(int(year), first, 1), _month_end(int(year), last)
    for guess in (published.year, published.year - 1):
        end = _month_end(guess, last)
        if timedelta(days=-2) <= published - end <= LATEST_REPORT:
            return date(guess, first, 1), end
    return None


def _one_month(match: re.Match[str], published: date) -> _Days:
    month = _which(match["m"], _MONTHS) + 1
    return _stretch(month, month, match["y"], published)


def _last_year(match: re.Match[str], published: date) -> _Days:
    stated = match.groupdict().get("y")
    year = int(stated) if stated else published.year - 1
    return (date(year, 1, 1), date(year, 12, 31)) if year == published.year - 1 else None


_ORDINALS = (
    r"first|перв\w+|биринши|алгашкы|i|1",
    r"second|втор\w+|екинши|ii|2",
    r"third|трет\w+|ушинши|iii|3",
    r"fourth|четверт\w+|тортинши|iv|4",
)
_ORDINAL = rf"(?:{'|'.join(_ORDINALS)})"
_YEAR = r"(?:,?\s(?:of\s)?(?:the\s)?(?P<y>20\d\d)(?:\sгод\w*|\sг\.)?)?"
_YEAR_BEFORE = r"(?:(?P<y0>20\d\d)\sжыл\w*\s|биылгы\s(?:жылдын\s)?)?"
_LASTING = (
    r"(?!\W*$)(?![^.]{0,80}\b(?:действу|вступ|работает|начал|запуск|applies|takes\b|opens?\b"
    r"|operates|works|force))"
)
"""A law or a service that is there since a day began on it; what was done since then went on."""

_PAST = r"last|past|прошл\w+|прошедш\w+|минувш\w+|откен"


def _form(
    pattern: str, build: _Build, counts: bool = False
) -> tuple[re.Pattern[str], _Build, bool]:
    return re.compile(rf"(?<![\w.,-]){pattern}(?!\w)"), build, counts


_FORMS = (
    # nights and stretches of days
    _form(rf"(?:night (?:from|of) |ночь (?:на|с) ){_WEEKDAY} (?:to|на) (?P<to>{_WEEKDAY})", _night),
    _form(
        rf"(?:from|с|со) (?P<from>{_WEEKDAY}) (?:to|till|through|по|до) (?P<to>{_WEEKDAY})",
        _weekdays,
    ),
    _form(rf"(?:в ночь на|overnight (?:to|into)) (?P<to>{_WEEKDAY})", _night),
    _form(rf"{_WEEKDAY}(?:дан|ден|нан|нен) (?P<to>{_WEEKDAY}) караган тун\w+", _night),
    _form(
        rf"(?:(?:с|со|between|from)\s)?(?P<d1>{_DAY})(?:{_DASH}|\s(?:и|на|по|to|and|through)\s)"
        rf"(?P<d2>{_DAY})\s(?P<m>{_MONTH}){_YEAR}",
        _two_days,
    ),
    _form(
        rf"(?P<d1>{_DAY})(?:{_DASH}|\s(?:мен|бен|пен)\s|-?(?:нан|нен|дан|ден|тан|тен)\s)"
        rf"(?P<d2>{_DAY})(?:-?\w{{2,3}})?\s(?P<m>{_MONTH})(?P<y>(?!))?",
        _two_days,
    ),
    _form(
        rf"(?P<d1>{_DAY}) (?P<m1>{_MONTH}) (?:мен|бен|пен) (?P<d2>{_DAY}) (?P<m2>{_MONTH})",
        _days_of_two_months,
    ),
    _form(
        rf"(?:в |за |in the |өткен )?(?P<which>first|last|перв\w+|последн\w+|алгашкы|сонгы)\s"
        rf"(?:(?P<n>{_NUMBER})\s)?(?:weeks?|недел\w+) (?:of )?(?P<m>{_MONTH})",
        _weeks_of_month,
    ),
    _form(
        rf"(?P<m>{_MONTH}) (?P<which>алгашкы|сонгы) (?:(?P<n>{_NUMBER})\s)?апта\w+",
        _weeks_of_month,
    ),
    # since a day or a month
    _form(
        rf"(?:since|starting from|с|со|начиная с) (?P<d>{_DAY})(?:-го)? (?P<m>{_MONTH}){_LASTING}",
        _since,
    ),
    _form(rf"since (?P<m>{_MONTH}) (?P<d>{_DAY}){_LASTING}", _since),
    _form(rf"(?:since (?:the )?(?:beginning|start) of|с начала|со старта) (?P<m>{_MONTH})", _since),
    _form(rf"(?P<m>{_MONTH}) (?:айынын )?басынан(?: бери)?", _since),
    _form(rf"(?P<d>{_DAY}) (?P<m>{_MONTH})(?:дан|ден|нан|нен|тан|тен) бери", _since),
    # weekdays, weekends, last weeks
    _form(rf"(?:on )?(?P<past>{_PAST}) (?P<day>{_WEEKDAY})", _weekday),
    _form(rf"(?:в|во) (?P<past>{_PAST}) (?P<day>{_WEEKDAY})", _weekday),
    _form(rf"(?:on|в|во) (?P<day>{_WEEKDAY})", _weekday),
    _form(rf"(?P<day>{'|'.join(names for names in _WEEKDAYS)}) (?:куни|тунинде|кешинде)", _weekday),
    _form(r"(?P<day>(?:дуйсен|сейсен|сарсен|бейсен|жексен)биде|жумада|сенбиде)", _weekday),
    _form(
        r"(?:over|at|during|on) the (?:past |last )?weekend|(?:last|past) weekend"
        r"|(?:за|в) (?:прошедшие |минувшие |прошлые )?выходные"
        r"|(?:откен )?демалыс кундери(?:нде)?",
        _weekend,
    ),
    _form(
        rf"(?:(?:over|in|during|for|within) the (?:last|past)|за (?:последн|прошедш|минувш)\w+"
        rf"|сонгы)\s(?:(?P<n>{_NUMBER})\s)?(?P<unit>days|weeks?|дн\w+|суток|недел\w+|аптада|кунде)",
        _last_stretch,
    ),
    # periods of statistics
    _form(
        rf"{_YEAR_BEFORE}(?:from |between |с )?(?P<m1>{_MONTH})"
        rf"(?:{_DASH}| (?:to|through|and|по) )(?P<m2>{_MONTH}){_YEAR}",
        _months,
        counts=True,
    ),
    _form(
        rf"(?:(?:in|for|over|during) (?:the )?(?:first )?|за (?:первы\w+ )?|итог\w+ )"
        rf"(?P<n>{_NUMBER}) (?:months|месяц\w*){_YEAR}",
        _month_count,
        counts=True,
    ),
    _form(
        rf"{_YEAR_BEFORE}(?P<n>{_NUMBER}) ай(?:да|ында|дын|ынын)(?P<y>(?!))?", _month_count, True
    ),
    _form(
        rf"(?P<n>{_ORDINAL}) (?P<unit>quarter|half|квартал\w*|полугоди\w+){_YEAR}", _quarter, True
    ),
    _form(
        rf"{_YEAR_BEFORE}(?P<n>{_ORDINAL})[ -](?P<unit>токсан\w*|жартыжылды\w+)(?P<y>(?!))?",
        _quarter,
        True,
    ),
    _form(rf"(?:за|in|for|during) (?P<m>{_MONTH}){_YEAR}", _one_month, counts=True),
    _form(
        r"(?:за|по итогам|итоги) (?P<unit>полугоди\w|полгода|квартал\w?)|(?:in|for|over) the (?:past )?"
        r"(?P<unit_en>half-year|quarter)",
        _latest,
        counts=True,
    ),
    _form(
        r"last year|(?:за|в) (?:прошл\w+|минувш\w+|прошедш\w+) год\w*|былтыр|откен жыл(?:ы|да)"
        r"|(?:за|в|in|for|по итогам|итоги) (?P<y>20\d\d)(?: год[ау]?)?",
        _last_year,
        counts=True,
    ),
    _form(r"(?P<y>20\d\d) жыл(?:ы|да)", _last_year, counts=True),
    # days in spellings that only folding makes readable
    _form(r"(?P<back>yesterday|вчера|накануне|кеше)", lambda m, p: (p - timedelta(1),) * 2),
    _form(rf"(?P<d>{_DAY})(?:(?:-?\w{{2}})? |-)(?P<m>{_MONTH})", _one_day),
)
"""Forms in folded letters, the particular before the general."""
