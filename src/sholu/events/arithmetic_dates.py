"""A duration against the two dates between which it lies: held on 10 January, freed on 10 April.

The two dates stand in a range (from … to …), or one with a beginning (detained, opened) and the
other with an end (released, closed). The duration must be called that of the whole stay or work.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sholu.events.arithmetic_mismatch import Mismatch
from sholu.events.arithmetic_wholes import Told
from sholu.events.spoken_words import MONTH, MONTHS, which_of
from sholu.mentions.kazakh_letters import fold_letters
from sholu.mentions.numerals import read_numeral
from sholu.mentions.words import split_words

_YEAR = r"(?:19|20)\d\d"
_DATE = re.compile(
    rf"(?<![\w.])(?:(?P<y1>{_YEAR})(?:-\w+)?\sжыл\w*\s)?"
    rf"(?:(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?\s(?:of\s)?)?(?P<m>{MONTH})(?!\w)"
    rf"(?:\s(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?(?![\d\w]))?(?:,?\s(?P<y2>{_YEAR}))?"
)
_BEGINS = re.compile(
    r"\b(?:detained|arrested|held|caught|jailed|remanded|taken into custody|began|begun|started"
    r"|opened|launched|disappeared|from|since|between|с|со|задерж\w+|арестов\w+|взят\w* под"
    r"|помещ\w+|нача\w+|откры\w+|стартов\w+|пропал\w*|усталып|усталган|усталды|камал\w+|камауга"
    r"|басталып|басталды|басталган|ашылып|ашылды)\b"
)
_ENDS = re.compile(
    r"\b(?:released|freed|acquitted|let go|set free|ended|finished|closed|completed|concluded"
    r"|was over|found|to|until|till|and|освобо\w+|отпу\w+|оправда\w+|заверш\w+|закончи\w+|закры\w+"
    r"|наш[её]л\w*|найден\w*|по|до|босат\w+|акталып|акталды|аякталды|аякталып|жабылды|деи?ин"
    r"|дейин)\b"
)
_RANGE_BETWEEN = re.compile(r"\s?(?:to|until|till|and|по|до|[-–—])\s")
_WHOLE_STAY = re.compile(
    r"\b(?:spent|behind bars|in (?:custody|detention|prison|a cell|jail)|lasted|took|ran for|thus"
    r"|that is|in all|worked|operat\w+|the whole|пров[её]л\w*|просид\w+|отсид\w+|за реш[её]тк\w+"
    r"|под страж\w+|в СИЗО|в сизо|в изоляторе|длил\w+|продолжал\w+|занял\w*|ушло|то есть|т\. ?е"
    r"|таким образом|действовал\w*|работал\w*|бойы|отырды\w*|отырган\w*|камауда|созыл\w+|ягни"
    r"|темир тор\w*|откизди|журди|жумыс истеген|жалгас\w+|сойтип)\b"
)
_ELSEWHERE = re.compile(
    r"\b(?:sentenc\w+|extend\w*|another|more|later|earlier|after|before|ago|every|per|ban\w*|next"
    r"|first|last|suspended|probation|приговор\w*|продл\w+|ещ[её]|спустя|через|назад|кажд\w+|позже"
    r"|раньше|первы\w+|последн\w+|условн\w+|лишени\w+|сроком|кейин|бурын|таг[ыи]|сайын|шартты"
    r"|узарт\w+|сотталды|алгашкы|сонгы)\b"
)
_DURATION = re.compile(
    r"(?<![\w.,-])(?P<half>half a year|полгода|жарты жыл(?!д))"
    r"|(?<![\w.,-])(?P<n>\d{1,3}|(?:an?(?=\s(?:month|year)))|[^\W\d]+)[\s-]"
    r"(?P<u>years?|months?|weeks?|days?|лет|года?|месяц(?:а|ев)?|недел[юиья]|дн(?:я|ей)|сут(?:ок|ки)"
    r"|жыл|аи|ай|апта|кун|жылга|айга|аптага|кунге)(?!\w)"
)
_LOOSE = re.compile(
    r"\b(?:about|around|almost|nearly|over|more than|less than|some|roughly|почти|около|более"
    r"|больше"
    r"|свыше|менее|примерно|шамамен|жуык|астам|дерлик)\b"
)
_DAYS_OF = (
    (re.compile(r"year|лет|год|жыл"), 365.25),
    (re.compile(r"month|месяц|а[ий]"), 30.44),
    (re.compile(r"week|недел|апта"), 7.0),
    (re.compile(r"day|дн|сут|к[уy]н"), 1.0),
)
_HALF_YEAR = 182.6
_MONTH_DAYS = 30.44
_TWO = 2
_SENTENCES = 3


@dataclass(frozen=True)
class _Day:
    """A date; ``day`` is None if only the month is told."""

    year: int | None
    month: int
    day: int | None
    start: int
    end: int


@dataclass(frozen=True)
class _Duration:
    """What a duration may be in days."""

    low: float
    high: float
    start: int
    end: int


def check_dates(text: str, sentences: Sequence[Told]) -> Iterator[Mismatch]:
    """Durations that do not lie between the two dates told with them.

    Args:
        sentences: of the item in order, without the title.
    """
    folded = fold_letters(text).casefold()
    if len(folded) != len(text):
        return
    for place, one in enumerate(sentences):
        for durations in _durations(folded, one):
            rows = sentences[max(0, place - _SENTENCES + 1) : place + 1]
            yield from _check(text, folded, rows, durations)


def _durations(folded: str, one: Told) -> Iterator[_Duration]:
    """The duration of a sentence that tells of a whole stay; none if it tells two."""
    if not _WHOLE_STAY.search(folded, one.start, one.end):
        return
    found = [d for m in _DURATION.finditer(folded, one.start, one.end) if (d := _read(m, one))]
    if len(found) == 1 and not _ELSEWHERE.search(folded, one.start, one.end):
        yield found[0]


def _read(match: re.Match[str], one: Told) -> _Duration | None:
    if match["half"]:
        days, unit = _HALF_YEAR, _MONTH_DAYS
    else:
        word = match["n"]
        numeral = read_numeral(
            split_words(match.string[match.start("n") : match.end("n")]), 0, None
        )
        numeral = numeral or read_numeral(split_words(_kazakh(word)), 0, one.language)
        value = 1.0 if word in ("a", "an") else numeral.value if numeral else 0.0
        unit = next(size for words, size in _DAYS_OF if words.match(match["u"]))
        days = value * unit
    if not days:
        return None
    slack = max(1.0, 0.75 * unit if unit > 1 else 0.05 * days)
    if unit > 2 * _MONTH_DAYS:
        slack = 0.4 * unit
    if _LOOSE.search(match.string, max(one.start, match.start() - 14), match.end() + 8):
        slack *= 2
    return _Duration(days - slack, days + slack, match.start(), match.end())


def _kazakh(word: str) -> str:
    """A folded numeral in its own letters."""
    return _UNFOLDED.get(word, word)


_UNFOLDED = {
    "бир": "бір", "еки": "екі", "уш": "үш", "торт": "төрт", "жети": "жеті", "сегиз": "сегіз",
    "тогыз": "тоғыз", "жиырма": "жиырма",
}  # fmt: skip


def _check(text: str, folded: str, rows: Sequence[Told], duration: _Duration) -> Iterator[Mismatch]:
    for length in range(1, len(rows) + 1):
        beside = rows[-length:]
        days = [
            _day(m) for m in _DATE.finditer(folded, beside[0].start, beside[-1].end) if _is_date(m)
        ]
        if len(days) < _TWO:
            continue
        if len(days) > _TWO or not _are_ends(folded, beside, *days):
            return
        numbers = [
            n
            for row in beside
            for n in row.numbers
            if n.start < duration.end and duration.start < n.end
        ]
        low, high = _apart(*days)
        if not numbers or (low <= duration.high and duration.low <= high):
            return
        told = text[duration.start : duration.end]
        ends = [text[day.start : day.end].strip() for day in days]
        yield Mismatch(
            f"From {ends[0]} to {ends[1]} are about {_show((low + high) / 2)}; "
            f"the text says {told}.",
            (numbers[0],),
            "a duration against the two dates between which it lies",
            "likely",
        )
        return


def _is_date(match: re.Match[str]) -> bool:
    """``may`` is a verb where no day and no year stand with it."""
    return match["m"] != "may" or bool(match["d1"] or match["d2"] or match["y2"])


def _day(match: re.Match[str]) -> _Day:
    year, day = match["y1"] or match["y2"], match["d1"] or match["d2"]
    month = which_of(match["m"], MONTHS) + 1
    return _Day(
        int(year) if year else None, month, int(day) if day else None, match.start(), match.end()
    )


def _are_ends(folded: str, rows: Sequence[Told], one: _Day, two: _Day) -> bool:
    """Whether the first date is a beginning and the second the end of it."""
    between = folded[one.end : two.start]
    if _RANGE_BETWEEN.fullmatch(between):
        return True
    end = next(row.end for row in rows if row.start <= two.start < row.end)
    begun = _BEGINS.search(folded, rows[0].start, two.start)
    ended = _ENDS.search(folded, one.end, end)
    return begun is not None and ended is not None


def _apart(one: _Day, two: _Day) -> tuple[float, float]:
    """The least and the most days between two dates; a month without a day is all of it."""
    years = (two.year or one.year or 0) - (one.year or two.year or 0)
    months = 12 * years + two.month - one.month
    if one.day is None or two.day is None:
        months += 12 if months < 0 else 0
        return max(0, months - 1) * _MONTH_DAYS, (months + 1) * _MONTH_DAYS
    days = months * _MONTH_DAYS + two.day - one.day
    if days < 0:
        days += 12 * _MONTH_DAYS
    return days - 1, days + 1


def _show(days: float) -> str:
    if days < 2 * _MONTH_DAYS:
        return f"{days:.0f} days"
    return f"{days / _MONTH_DAYS:.0f} months"
