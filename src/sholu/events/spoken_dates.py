"""Dates that only the day of publication makes dates: on Tuesday, over the weekend, since May.

The press of the region rarely prints a year, and often no month: what happened ``во вторник``
happened on the last Tuesday before the note came out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from sholu.events.spoken_days import (
    Build,
    days_ago,
    days_between_weekdays,
    days_of_two_months,
    days_since,
    decade_of_month,
    first_months,
    last_stretch,
    last_weekday,
    last_weekend,
    last_year,
    latest_part,
    months_of_year,
    night_to,
    one_day,
    one_month,
    part_of_year,
    since_january,
    two_days,
    weeks_of_month,
    year_of_report,
)
from sholu.events.spoken_words import MONTH, NUMBER, ORDINAL, WEEKDAY, WEEKDAYS
from sholu.mentions.kazakh_letters import fold_letters

_DASH = r"\s?[-–—]\s?"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])"


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


_YEAR = r"(?:,?\s(?:of\s)?(?:the\s)?(?P<y>20\d\d)(?:\sгод\w*|\sг\.)?)?"
_YEAR_BEFORE = r"(?:(?P<y0>20\d\d)\sжыл\w*\s|биылгы\s(?:жылдын\s)?)?"
_LASTING = (
    r"(?!\W*$)(?![^.]{0,80}\b(?:действу|вступ|работает|начал|запуск|applies|takes\b|opens?\b"
    r"|operates|works|force))"
)
"""A law or a service that is there since a day began on it; what was done since then went on."""

_PAST = r"last|past|прошл\w+|прошедш\w+|минувш\w+|откен"


def _form(pattern: str, build: Build, counts: bool = False) -> tuple[re.Pattern[str], Build, bool]:
    return re.compile(rf"(?<![\w.,-]){pattern}(?!\w)"), build, counts


_LOCATIVE_MONTHS = (
    "кантарда", "акпанда", "наурызда", "сауирде", "мамырда", "маусымда", "шилдеде", "тамызда",
    "к[ыи]ркуйекте", "казанда", "карашада", "желтоксанда",
)  # fmt: skip
"""Kazakh months in the locative, folded: in January."""

_FORMS = (
    # nights and stretches of days
    _form(
        rf"(?:night (?:from|of) |ночь (?:на|с) ){WEEKDAY} (?:to|на) (?P<to>{WEEKDAY})",
        night_to,
    ),
    _form(
        rf"(?:from|с|со) (?P<from>{WEEKDAY}) (?:to|till|through|по|до) (?P<to>{WEEKDAY})",
        days_between_weekdays,
    ),
    _form(rf"(?:в ночь на|overnight (?:to|into)) (?P<to>{WEEKDAY})", night_to),
    _form(rf"{WEEKDAY}(?:дан|ден|нан|нен) (?P<to>{WEEKDAY}) караган тун\w+", night_to),
    _form(
        rf"(?:(?:с|со|between|from)\s)?(?P<d1>{_DAY})(?:{_DASH}|\s(?:и|на|по|to|and|through)\s)"
        rf"(?P<d2>{_DAY})\s(?P<m>{MONTH}){_YEAR}",
        two_days,
    ),
    _form(
        rf"(?P<d1>{_DAY})(?:{_DASH}|\s(?:мен|бен|пен)\s|-?(?:нан|нен|дан|ден|тан|тен)\s)"
        rf"(?P<d2>{_DAY})(?:-?\w{{2,3}})?\s(?P<m>{MONTH})(?P<y>(?!))?",
        two_days,
    ),
    _form(
        rf"(?P<d1>{_DAY}) (?P<m1>{MONTH}) (?:мен|бен|пен) (?P<d2>{_DAY}) (?P<m2>{MONTH})",
        days_of_two_months,
    ),
    _form(
        rf"(?:в |за |in the |өткен )?(?P<which>first|last|перв\w+|последн\w+|алгашкы|сонгы)\s"
        rf"(?:(?P<n>{NUMBER})\s)?(?:weeks?|недел\w+) (?:of )?(?P<m>{MONTH})",
        weeks_of_month,
    ),
    _form(
        rf"(?P<m>{MONTH}) (?P<which>алгашкы|сонгы) (?:(?P<n>{NUMBER})\s)?апта\w+",
        weeks_of_month,
    ),
    _form(
        rf"(?P<n>{NUMBER}) (?:days? ago|дн\w+ назад|сут\w+ назад|кун бурын)"
        r"|the day before yesterday|позавчера\w*|алдынгы куни",
        days_ago,
    ),
    _form(
        rf"(?:(?:in|during|в) )?(?:the )?(?P<n>{ORDINAL}) (?:ten days|декад\w+)"
        rf" (?:of )?(?P<m>{MONTH})",
        decade_of_month,
    ),
    _form(r"this (?:morning|afternoon|evening)", lambda _, p: (p, p)),
    _form(r"last night|overnight", lambda _, p: (p - timedelta(1),) * 2),
    _form(
        rf"(?P<m>{MONTH}) (?:айынын )?(?P<d>{_DAY})-?(?:с[ыи]|[ыи])(?:нде|нда)?(?: куни)?",
        one_day,
    ),
    # since a day or a month
    _form(
        rf"(?:с начала (?:\w+ )?года|since the (?:beginning|start) of the year) (?:по|до|to|till)"
        rf" (?P<d>{_DAY}) (?P<m>{MONTH})",
        since_january,
        counts=True,
    ),
    _form(
        rf"(?:since january 1(?:st)?|since 1 january|с 1(?:-го)? января){_LASTING}",
        since_january,
        counts=True,
    ),
    _form(
        rf"(?:since|starting from|с|со|начиная с) (?P<d>{_DAY})(?:-го)? (?P<m>{MONTH}){_LASTING}",
        days_since,
    ),
    _form(rf"since (?P<m>{MONTH}) (?P<d>{_DAY}){_LASTING}", days_since),
    _form(
        rf"(?:since (?:the )?(?:beginning|start) of|с начала|со старта) (?P<m>{MONTH})", days_since
    ),
    _form(rf"(?P<m>{MONTH}) (?:айынын )?басынан(?: бери)?", days_since),
    _form(rf"(?P<d>{_DAY}) (?P<m>{MONTH})(?:дан|ден|нан|нен|тан|тен) бери", days_since),
    # weekdays, weekends, last weeks
    _form(rf"(?:on )?(?P<past>{_PAST}) (?P<day>{WEEKDAY})", last_weekday),
    _form(rf"(?:в|во) (?P<past>{_PAST}) (?P<day>{WEEKDAY})", last_weekday),
    _form(rf"(?:on|в|во) (?P<day>{WEEKDAY})", last_weekday),
    _form(
        rf"(?P<day>{'|'.join(names for names in WEEKDAYS)}) (?:куни|тунинде|кешинде)", last_weekday
    ),
    _form(r"(?P<day>(?:дуйсен|сейсен|сарсен|бейсен|жексен)биде|жумада|сенбиде)", last_weekday),
    _form(
        r"(?:over|at|during|on) the (?:past |last )?weekend|(?:last|past) weekend"
        r"|(?:за|в) (?:прошедшие |минувшие |прошлые )?выходные"
        r"|(?:откен )?демалыс кундери(?:нде)?",
        last_weekend,
    ),
    _form(
        rf"(?:(?:over|in|during|for|within) the (?:last|past)|за (?:последн|прошедш|минувш)\w+"
        rf"|сонгы)\s(?:(?P<n>{NUMBER})\s)?(?P<unit>days|weeks?|дн\w+|суток|сутки|недел\w+|аптада|кунде|тауликте)",
        last_stretch,
    ),
    # periods of statistics
    _form(
        rf"{_YEAR_BEFORE}(?:from |between |с )?(?P<m1>{MONTH})"
        rf"(?:{_DASH}| (?:to|through|and|по) )(?P<m2>{MONTH}){_YEAR}",
        months_of_year,
        counts=True,
    ),
    _form(
        rf"(?:(?:in|for|over|during) (?:the )?(?:first )?|за (?:первы\w+ )?|итог\w+ )"
        rf"(?P<n>{NUMBER}) (?:months|месяц\w*){_YEAR}",
        first_months,
        counts=True,
    ),
    _form(rf"{_YEAR_BEFORE}(?P<n>{NUMBER}) ай(?:да|ында|дын|ынын)(?P<y>(?!))?", first_months, True),
    _form(
        rf"(?P<n>{ORDINAL}) (?P<unit>quarter|half|квартал\w*|полугоди\w+){_YEAR}",
        part_of_year,
        True,
    ),
    _form(
        rf"{_YEAR_BEFORE}(?P<n>{ORDINAL})[ -](?P<unit>токсан\w*|жартыжылды\w+)(?P<y>(?!))?",
        part_of_year,
        True,
    ),
    _form(rf"(?:за|in|for|during) (?P<m>{MONTH}){_YEAR}", one_month, counts=True),
    _form(
        r"(?:за|по итогам|итоги) (?P<unit>полугоди\w|полгода|квартал\w?)"
        r"|(?:in|for|over) the (?:past )?(?P<unit_en>half-year|quarter)",
        latest_part,
        counts=True,
    ),
    _form(
        r"last year|(?:за|в) (?:прошл\w+|минувш\w+|прошедш\w+) год\w*|былтыр|откен жыл(?:ы|да)"
        r"|(?:in )?(?:fiscal|financial) year (?P<y2>20\d\d)"
        r"|(?:за|в|in|for|по итогам|итоги) (?P<y>20\d\d)(?: год[ау]?)?",
        last_year,
        counts=True,
    ),
    _form(r"(?P<y>20\d\d) жыл(?:ы|да|дын корытынды\w*)", last_year, counts=True),
    _form(
        rf"(?:в|во|in|during) (?P<m>{MONTH})(?P<y>(?!))?|(?P<m2>{MONTH})(?:да|де|та|те)? айында",
        one_month,
        counts=True,
    ),
    _form(rf"(?P<m>{'|'.join(_LOCATIVE_MONTHS)})(?P<y>(?!))?", one_month, counts=True),
    _form(
        r"(?:during|over) the year|за (?:прошедший |весь )?год|жыл бойы|бир жылда",
        year_of_report,
        counts=True,
    ),
    _form(rf"(?P<n>{NUMBER}) months in figures(?P<y>(?!))?", first_months, counts=True),
    # days in spellings that only folding makes readable
    _form(
        r"(?P<back>yesterday|вчера|вчерашн\w+|накануне|днем ранее|кеше|кешеги|кешкиси|a day earlier"
        r"|the day before)",
        lambda m, p: (p - timedelta(1),) * 2,
    ),
    _form(rf"(?P<d>{_DAY})(?:(?:-?\w{{2}})? |-)(?P<m>{MONTH})", one_day),
    _form(r"(?P<day>monday|tuesday|wednesday|thursday|friday|saturday|sunday)", last_weekday),
)
"""Forms in folded letters, the particular before the general."""
