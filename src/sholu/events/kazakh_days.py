"""Kazakh days beyond the plain ones: days in words, stars of a month, past weeks and nights.

``Маусымның бесінде``, ``жиырма сегізінші мамырда``, ``мамырдың соңғы күні``, ``өткен апта ішінде``;
all in folded letters.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from sholu.events.calendar_parts import (
    SEASON,
    day_of_last_year,
    edge_day,
    last_week,
    yesterday,
)
from sholu.events.spoken_days import (
    day_of_this_month,
    days_of_two_months,
    last_weekend,
    one_day,
    two_days,
)
from sholu.events.spoken_words import CARDINAL, DAY, MONTH, Days, SpokenForm, spoken_form

_OF_MONTH = rf"(?P<m>{MONTH})(?:(?<=[дтн][иы]н)| а[йи]ынын)"
_OF_IT = r"(?:-?с?[иы](?:н[дт][ае](?:н|г[иы]\w*)?|н[ае]н?|н[иы]н)?)"
"""Endings of ``5-і``, ``бесі``, ``бесінде``, ``алтысынан``, ``бесіндегі``."""
_ORDINAL = r"(?:-?с?[иы]?нш[иы]|-?ш[иы])"
_ANY = rf"(?:{DAY}|{CARDINAL})"
_AND = r"(?:мен|пен|бен|жане)"
_UP_TO = r"(?: дейин| аралыгында| кун\w+| караган тун\w*)?"
_NO_YEAR = r"(?P<y>(?!))?"


def _days_of_numbered_month(match: re.Match[str], published: date) -> Days:
    """``2-айдың 20-күнінен 22-күніне дейін``, as Kazakh papers in China write."""
    try:
        first, last = (date(published.year, int(match["mn"]), int(match[d])) for d in ("d1", "d2"))
    except ValueError:
        return None
    return (first, last) if first <= last else None


def _two_days_before(match: re.Match[str], published: date) -> Days:
    day = published - timedelta(days=2)
    return day, day


KAZAKH_DAYS: tuple[SpokenForm, ...] = (
    spoken_form(
        rf"{_OF_MONTH} (?P<d1>{_ANY})(?:{_OF_IT}?(?:,| {_AND})|-?с?[иы]н[ае]н)"
        rf" (?P<d2>{_ANY}){_OF_IT}{_UP_TO}{_NO_YEAR}",
        two_days,
    ),
    spoken_form(
        rf"{_OF_MONTH} (?P<d1>{DAY})(?:, {DAY})*(?:,| {_AND}) (?P<d2>{DAY}) кун\w+{_NO_YEAR}",
        two_days,
    ),
    spoken_form(
        rf"(?P<m1>{MONTH}) (?:а[йи]ынын )?(?P<d1>{_ANY}){_OF_IT} (?:{_AND} )?(?P<m2>{MONTH})"
        rf" (?:а[йи]ынын )?(?P<d2>{_ANY}){_OF_IT}{_UP_TO}",
        days_of_two_months,
    ),
    spoken_form(rf"{_OF_MONTH} (?P<d>{CARDINAL}){_OF_IT}(?: кун\w+| караган тун\w*)?", one_day),
    spoken_form(
        rf"{_OF_MONTH} (?P<d>{_ANY})(?:{_OF_IT}|{_ORDINAL})?[ -](?:куни|жулдыз\w*)", one_day
    ),
    spoken_form(
        rf"(?P<d>{CARDINAL})с?[иы]?нш[иы] (?P<m>{MONTH})"
        r"(?:(?<=[дт][ае])|(?<=[нтд][ае]н)| кун\w+|(?<=[гк][ае]) караган тун\w*)",
        one_day,
    ),
    spoken_form(
        rf"(?P<mn>1[0-2]|[1-9])-?(?:шы |ши )?а[йи]дын (?P<d1>{DAY})(?:-| )?(?:кун\w+)?"
        rf"(?: | {_AND} |[-–—])(?P<d2>{DAY})(?:-| )?кун\w+{_UP_TO}",
        _days_of_numbered_month,
    ),
    spoken_form(
        rf"(?:осы |агымдагы |устимиздеги )?а[йи]дын (?P<d>{_ANY})(?:{_OF_IT}|{_ORDINAL})?"
        r"(?: кун\w+| жулдыз\w+)?",
        day_of_this_month,
    ),
    spoken_form(
        rf"(?P<d>{DAY})(?:[ -]жулдыз(?:да|ы|ында)|-с?[иы] кун[иы](?:нде)?)", day_of_this_month
    ),
    spoken_form(
        rf"(?:{_OF_MONTH}|(?P<season>{SEASON})) (?P<which>алгашкы|биринши|сонгы|акыргы)"
        r" кун(?:и|инде)",
        edge_day,
    ),
    spoken_form(
        rf"(?:былтыр(?:гы)?|откен)(?: жыл\w*)? (?:(?P<d>{DAY})(?:-?ш?[иы])? (?P<m>{MONTH}))",
        day_of_last_year,
    ),
    spoken_form(
        rf"(?:былтыр(?:гы)?|откен жыл\w*) (?P<m>{MONTH}) (?:а[йи]ынын )?(?P<d>{DAY}){_OF_IT}"
        r"(?: куни)?",
        day_of_last_year,
    ),
    spoken_form(r"алдынгуни|(?:аргы|бурнагы) куни|бурнагуни", _two_days_before),
    spoken_form(r"откен демалыста", last_weekend),
    spoken_form(r"откен (?:бир )?апта(?:да| ишинде| бойы|нын корытынды\w*)", last_week),
    spoken_form(
        r"(?:откен|кешеги|сонгы|отип кеткен) (?:бир )?таулик(?:те| ишинде| бойы)"
        r"|бир таулик(?:те| ишинде)|(?<!\w )таулик ишинде|сонгы 24 сагат\w*",
        yesterday,
    ),
)
