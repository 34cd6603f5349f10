"""Months, years and limits that may be when something happened, whatever stands beside them.

``С июня идёт``, ``2024``, ``this year``: the readers of `sholu.events.spoken_dates` ask for words
that make them dates of an event or a count; here none are asked for, and learnt weights decide.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from sholu.events.date_candidates import Candidate, Stretch, When, day_of_publication
from sholu.events.item import Reading, ToldItem
from sholu.events.spoken_days import since_january
from sholu.events.spoken_words import DASH, MONTH, MONTHS, Days, SpokenForm, spoken_form, which_of
from sholu.mentions.kazakh_letters import fold_letters

_FARTHEST = 3
"""Years back that statistics may be of."""


def _month(word: str) -> int:
    return which_of(word, MONTHS) + 1


def _last_of(year: int, month: int) -> date:
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)


def _begun(month: int, year: str | None, published: date) -> date:
    """The first day of the last such month that has begun."""
    if year:
        return date(int(year), month, 1)
    first = date(published.year, month, 1)
    return first if first <= published else first.replace(year=first.year - 1)


def _whole_month(match: re.Match[str], published: date) -> Days:
    first = _begun(_month(match["m"]), match["y"] or match["y0"], published)
    return (first, _last_of(first.year, first.month)) if first <= published else None


def _since_month(match: re.Match[str], published: date) -> Days:
    first = _begun(_month(match["m"]), match["y"], published)
    return (first, published) if first < published else None


def _between_months(match: re.Match[str], published: date) -> Days:
    last = _begun(_month(match["m2"]), match["y2"], published)
    first = _begun(_month(match["m1"]), match["y1"] or match["y2"], last)
    return (first, _last_of(last.year, last.month)) if first < last <= published else None


def _year(match: re.Match[str], published: date) -> Days:
    year = int(match["y"])
    if not published.year - _FARTHEST <= year <= published.year:
        return None
    return date(year, 1, 1), date(year, 12, 31)


def _years(match: re.Match[str], published: date) -> Days:
    first, last = int(match["y1"]), int(match["y2"])
    return (date(first, 1, 1), date(last, 12, 31)) if first < last <= published.year else None


def _year_before(_: re.Match[str], published: date) -> Days:
    return date(published.year - 1, 1, 1), date(published.year - 1, 12, 31)


_STATED = r"(?:,? (?:of )?(?P<y>20\d\d)(?:-?\w{1,3})?(?: г(?:ода|оду|\.))?)?"
_STATED_1, _STATED_2 = (_STATED.replace("<y>", f"<y{n}>") for n in "12")
_KAZAKH_YEAR = r"(?:(?P<y0>20\d\d) ?-?(?:шы |ши )?жыл\w* )?"

_FORMS: tuple[SpokenForm, ...] = (
    spoken_form(
        rf"(?:from|between|с) (?P<m1>{MONTH}){_STATED_1} (?:to|and|through|until|по|до)"
        rf" (?P<m2>{MONTH}){_STATED_2}",
        _between_months,
    ),
    spoken_form(
        r"since (?:the )?(?:beginning|start) of (?:the|this|the current|20\d\d) ?(?:year)?"
        r"|(?:so far |to date )(?:this year|in 20\d\d)|this year|year[ -]to[ -]date|since january"
        r"|с начала (?:\w+ )?года|с начала 20\d\d(?: года)?"
        r"|(?:в|за) (?:этом|текущ\w+|нынешн\w+) год\w*"
        r"|жыл басынан(?: бери)?|биыл\w*|(?:осы|агымдагы|устимиздеги) жыл\w*",
        since_january,
    ),
    spoken_form(rf"(?:since|с) (?P<m>{MONTH}){_STATED}", _since_month),
    spoken_form(rf"(?P<m>{MONTH})(?<=[нтд][ае]н) бер[иг]\w*(?P<y>(?!))?", _since_month),
    spoken_form(r"(?P<y1>20\d\d)(?:-\w{1,2})?" rf"{DASH}(?P<y2>20\d\d)", _years),
    spoken_form(rf"{_KAZAKH_YEAR}(?P<m>{MONTH}){_STATED}", _whole_month),
    spoken_form(
        r"(?:past|previous|last) year|(?:прошл|прошедш|минувш|истекш|ушедш|предыдущ)\w+ год\w*"
        r"|(?:былтыр|откен жыл)\w*",
        _year_before,
    ),
    spoken_form(r"(?P<y>20\d\d)(?:-?\w{1,2})?(?: г(?:од\w*|\.)?| жыл\w*)?", _year),
)
"""The particular before the general."""


def find_loose(
    item: ToldItem, reading: Reading, stretch: Stretch, known: Sequence[Candidate]
) -> list[Candidate]:
    """Periods of a stretch in its order, none of which shares a character with a known date."""
    published = day_of_publication(item)
    if published is None:
        return []
    printed, start = reading.words(*stretch), reading.read_at(stretch[0])
    text = fold_letters(printed)
    taken = [
        (reading.read_at(one.start) - start, reading.read_at(one.end) - start) for one in known
    ]
    found = []
    for form in _FORMS:
        for match in form.pattern.finditer(text):
            first, last = match.span()
            days = form.build(match, published)
            if days is None or _is_modal(text[first:last], printed[first]):
                continue
            if any(first < end and begin < last for begin, end in taken):
                continue
            taken.append((first, last))
            when = When(days[0].isoformat(), days[1].isoformat(), "relative")
            place = reading.printed_at(start + first), reading.printed_at(start + last)
            found.append(Candidate(*place, when, counts=True))
    return sorted(found, key=lambda one: one.start)


def _is_modal(word: str, first_letter: str) -> bool:
    """``It may have been``: no month."""
    return word in ("may", "march") and first_letter.islower()


_NEXT_DAY = re.compile(
    r"\b(?:(?:on\s+)?the\s+(?:next|following)\s+day|(?:a|one)\s+day\s+later|the\s+day\s+after"
    r"|(?:на|в)\s+следующ(?:ий|ее)\s+(?:же\s+)?(?:день|утро)|назавтра|(?:день|сутки)\s+спустя|через\s+(?:день|сутки)"
    r"|келесі\s+күні|ертеңі(?:не|нде)|бір\s+күннен\s+(?:кейін|соң))",
    re.IGNORECASE,
)


def find_next_days(
    reading: Reading, stretch: Stretch, told: Sequence[Candidate]
) -> list[Candidate]:
    """``The next day`` of a stretch, counted from the last single day told before it."""
    text, start = reading.words(*stretch), reading.read_at(stretch[0])
    found = []
    for match in _NEXT_DAY.finditer(text):
        first, last = (reading.printed_at(start + offset) for offset in match.span())
        days = [one.when.last_day() for one in told if one.when.is_day and one.end <= first]
        if days:
            day = (days[-1] + timedelta(days=1)).isoformat()
            found.append(Candidate(first, last, When(day, day, "relative")))
    return found
