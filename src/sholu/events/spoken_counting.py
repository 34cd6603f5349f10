"""The forms in which statistics name their months: за девять месяцев, in the first quarter."""

from __future__ import annotations

from sholu.events.spoken_days import (
    first_months,
    last_year,
    latest_part,
    months_of_year,
    one_month,
    part_of_year,
    year_of_report,
)
from sholu.events.spoken_words import DASH, MONTH, NUMBER, ORDINAL, SpokenForm, spoken_form

_YEAR = r"(?:,?\s(?:of\s)?(?:the\s)?(?P<y>20\d\d)(?:\sгод\w*|\sг\.)?)?"
_YEAR_BEFORE = r"(?:(?P<y0>20\d\d)\sжыл\w*\s|биылгы\s(?:жылдын\s)?)?"
_NO_YEAR = r"(?P<y>(?!))?"

_LOCATIVE_MONTHS = (
    "кантарда", "акпанда", "наурызда", "сауирде", "мамырда", "маусымда", "шилдеде", "тамызда",
    "к[ыи]ркуйекте", "казанда", "карашада", "желтоксанда",
)  # fmt: skip
"""Kazakh months in the locative, folded: in January."""

COUNTING_FORMS: tuple[SpokenForm, ...] = (
    spoken_form(
        rf"{_YEAR_BEFORE}(?:from |between |с )?(?P<m1>{MONTH})"
        rf"(?:{DASH}| (?:to|through|and|по) )(?P<m2>{MONTH}){_YEAR}",
        months_of_year,
        counts=True,
    ),
    spoken_form(
        rf"(?:(?:in|for|over|during) (?:the )?(?:first )?|за (?:первы\w+ )?|итог\w+ )"
        rf"(?P<n>{NUMBER}) (?:months|месяц\w*){_YEAR}",
        first_months,
        counts=True,
    ),
    spoken_form(
        rf"{_YEAR_BEFORE}(?P<n>{NUMBER}) а[йи](?:да|ында|дын|ынын){_NO_YEAR}",
        first_months,
        counts=True,
    ),
    spoken_form(
        rf"(?P<n>{ORDINAL}) (?P<unit>quarter|half|квартал\w*|полугоди\w+){_YEAR}",
        part_of_year,
        counts=True,
    ),
    spoken_form(
        rf"{_YEAR_BEFORE}(?P<n>{ORDINAL})[ -](?P<unit>токсан\w*|жартыжылды\w+){_NO_YEAR}",
        part_of_year,
        counts=True,
    ),
    spoken_form(rf"(?:за|in|for|during) (?P<m>{MONTH}){_YEAR}", one_month, counts=True),
    spoken_form(
        r"(?:за|по итогам|итоги) (?P<unit>полугоди\w|полгода|квартал\w?)"
        r"|(?:in|for|over) the (?:past )?(?P<unit_en>half-year|quarter)",
        latest_part,
        counts=True,
    ),
    spoken_form(
        r"last year|былтыргы (?=корытынды)|былтыр|откен жыл(?:ы|да)"
        r"|(?:за|в) (?:прошл\w+|минувш\w+|прошедш\w+) год\w*"
        r"|(?:in )?(?:fiscal|financial) year (?P<y2>20\d\d)"
        r"|(?:за|в|in|for|по итогам|итоги) (?P<y>20\d\d)(?: год[ау]?)?",
        last_year,
        counts=True,
    ),
    spoken_form(r"(?P<y>20\d\d) жыл(?:ы|да|дын корытынды\w*)", last_year, counts=True),
    spoken_form(
        rf"(?:в|во|in|during) (?P<m>{MONTH}){_NO_YEAR}|(?P<m2>{MONTH})(?:да|де|та|те)? а[йи]ында",
        one_month,
        counts=True,
    ),
    spoken_form(rf"(?P<m>{'|'.join(_LOCATIVE_MONTHS)}){_NO_YEAR}", one_month, counts=True),
    spoken_form(
        r"(?:during|over) the year|(?:in|results of|summed up) the (?:outgoing|past) year"
        r"|(?:за|в) (?:прошедш\w+ |весь |уходящ\w+ )?год[ау]?"
        r"|(?:по )?итог\w+ (?:прошедшего |уходящего )?года"
        r"|жыл бойы|бир жылда|жылдын корытынды\w*|жыл корытынды\w*|аякталып келе жаткан жыл\w*",
        year_of_report,
        counts=True,
    ),
    spoken_form(rf"(?P<n>{NUMBER}) months in figures{_NO_YEAR}", first_months, counts=True),
)
