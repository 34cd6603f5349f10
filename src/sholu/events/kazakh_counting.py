"""Kazakh months, quarters and years of statistics beyond the plain ones, in folded letters.

``Жыл басынан бергі бес айда``, ``қаңтар мен мамыр аралығында``, ``2024 жылдың екінші жартысында``.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from sholu.events.calendar_parts import SEASON, all_months, previous_month, season_that_was
from sholu.events.spoken_days import (
    decade_of_month,
    first_months,
    last_year,
    latest_part,
    months_of_year,
    one_month,
    part_of_year,
)
from sholu.events.spoken_words import MONTH, NUMBER, ORDINAL, Days, SpokenForm, spoken_form

_NO_YEAR = r"(?P<y>(?!))?"
_YEAR = (
    r"(?:(?P<y0>20\d\d) жыл\w* |биылгы (?:жылдын )?|(?:осы|агымдагы|устимиздеги) жыл\w+ |жылдын )?"
)
_OF_YEAR = r"(?:(?P<y0>20\d\d) |биылгы |осы |агымдагы |устимиздеги )?жылдын "
_MANY = r"(?:торт|бес|алты|жети|сегиз|тогыз|он|он бир|[4-9]|1[01])"
"""Months that are counted from January; two or three are often just how long something took."""
_RESULTS = r"корытынды\w*"


def _half_of_month(match: re.Match[str], published: date) -> Days:
    """The first fifteen days of a month, or the rest of it."""
    days = one_month(match, published)
    if days is None:
        return None
    first, last = days
    if re.match("биринши|алгашкы", match["half"]):
        return first, first.replace(day=15)
    return first.replace(day=16), last


def _quarter_in_cyrillic(match: re.Match[str], published: date) -> Days:
    """A Roman number typed as Kazakh letters: ``ІІ тоқсанда``."""
    last = 3 * len(match["n"])
    year = int(match["y0"] or published.year)
    end = date(year, last + 1, 1) - timedelta(days=1)
    return (date(year, last - 2, 1), end) if end < published else None


KAZAKH_COUNTING: tuple[SpokenForm, ...] = (
    spoken_form(
        rf"(?:жыл|кантар) басынан (?:бери|берги) (?P<n>{NUMBER}) а[йи](?:да|дын| ишинде)\w*"
        rf"{_NO_YEAR}",
        first_months,
        counts=True,
    ),
    spoken_form(
        rf"{_YEAR}(?P<n>(?<=алгашкы ){NUMBER}|(?<=откен ){NUMBER}|{_MANY}) а[йи] ишинде{_NO_YEAR}",
        first_months,
        counts=True,
    ),
    spoken_form(
        r"(?:(?P<y>20\d\d) жыл\w* )?(?:12|он еки) а[йи](?:да|ында|дын|ынын)",
        all_months,
        counts=True,
    ),
    spoken_form(
        rf"{_YEAR}(?P<m1>{MONTH}) (?:мен|пен|бен) (?P<m2>{MONTH})(?: ай\w+)?(?: аралыгында)?"
        rf"{_NO_YEAR}",
        months_of_year,
        counts=True,
    ),
    spoken_form(
        rf"{_YEAR}(?P<m1>{MONTH})(?<=[нтд][ае]н) (?P<m2>{MONTH})(?<=[гк][ае]) дейин{_NO_YEAR}",
        months_of_year,
        counts=True,
    ),
    spoken_form(rf"{_YEAR}(?P<n>и{{1,3}})[ -]токсан\w*", _quarter_in_cyrillic, counts=True),
    spoken_form(
        rf"(?P<m>{MONTH})(?<!да)(?<!де) (?:а[йи]ынын )?(?P<half>биринши|алгашкы|екинши) жартысы\w*"
        rf"{_NO_YEAR}",
        _half_of_month,
    ),
    spoken_form(
        rf"(?P<m>{MONTH}) (?:а[йи]ынын )?(?P<n>{ORDINAL}) (?:он ?кунди\w+|декада\w*)",
        decade_of_month,
    ),
    spoken_form(
        rf"(?P<m>{MONTH}) а[йи]ы(?:нын {_RESULTS}| ишинде| бойы){_NO_YEAR}", one_month, counts=True
    ),
    spoken_form(rf"откен а[йи](?:да| ишинде|дын {_RESULTS})", previous_month, counts=True),
    spoken_form(
        rf"{_OF_YEAR}(?P<n>{ORDINAL}) (?P<unit>жартысы)\w*{_NO_YEAR}", part_of_year, counts=True
    ),
    spoken_form(rf"(?P<unit>жарты) жыл(?:да| ишинде|дын|дык {_RESULTS})", latest_part, counts=True),
    spoken_form(
        rf"(?P<y>20\d\d) жыл (?:ишинде|бойы)|былтыргы жыл(?:ы|дын {_RESULTS})"
        rf"|откен жыл(?: ишинде| бойы|дын {_RESULTS})",
        last_year,
        counts=True,
    ),
    spoken_form(
        rf"(?:биыл|осы) (?P<season>{SEASON})|(?:уш )?(?P<season2>{SEASON}) а[йи](?:лар)?ында",
        season_that_was,
        counts=True,
    ),
)
