"""Read a release's cover and front matter: its number, its period, its contents, its own counts."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from sholu.core.period import DateError, PartialDate, Period
from sholu.events.release_headings import SectionNames

_MONTH_STEMS: tuple[tuple[str, ...], ...] = (
    ("jan", "январ", "қаңтар"), ("feb", "феврал", "ақпан"), ("mar", "март", "наурыз"),
    ("apr", "апрел", "сәуір"), ("may", "ма[йя]", "мамыр"), ("jun", "июн", "маусым"),
    ("jul", "июл", "шілде"), ("aug", "август", "тамыз"), ("sep", "сентябр", "қыркүйек"),
    ("oct", "октябр", "қазан"), ("nov", "ноябр", "қараша"), ("dec", "декабр", "желтоқсан"),
)  # fmt: skip
_MONTH = "|".join(stem for stems in _MONTH_STEMS for stem in stems)
_DAY = r"(\d{1,2})"
_YEAR = r"(20\d\d)"
_DASH = r"\s*[-–—‒−]\s*"
_WORD_PERIOD = re.compile(
    rf"{_DAY}(?:{_DASH}|\s+(?:to|по|and|и|till|until)\s+){_DAY}\s+({_MONTH})\w*\.?,?\s+{_YEAR}",
    re.I,
)
_MONTH_FIRST = re.compile(rf"\b({_MONTH})[a-z]*\.?\s+{_DAY}{_DASH}{_DAY},?\s+{_YEAR}", re.I)
_YEAR_FIRST = re.compile(rf"{_YEAR}\s+жыл\w*\s+{_DAY}{_DASH}{_DAY}\s+({_MONTH})", re.I)
_TWO_MONTHS = re.compile(
    rf"{_DAY}\s+({_MONTH})\w*\s*(?:{_YEAR})?\w*(?:{_DASH}|\s+(?:to|по)\s+){_DAY}\s+({_MONTH})\w*\.?"
    rf",?\s+{_YEAR}",
    re.I,
)
_NUMERIC = re.compile(
    rf"(?<!\d){_DAY}(?:\.(\d\d))?(?:\.{_YEAR})?(?:{_DASH}|\s+(?:to|по)\s+){_DAY}\.(\d\d)\.{_YEAR}"
)
_NUMBER = re.compile(r"(?:#|№|\bNo\.?|\bN°|\bissue|\bвыпуск|\bномер)\s*(\d{1,3})\b(?!\s*-)", re.I)
_TITLE = re.compile(
    r"\binformation(?:al)?\s+(?:release|bulletin)|\bинформационн\w+\s+(?:релиз|выпуск|бюллетень)"
    r"|\bақпараттық\s+(?:релиз|жинақ|бюллетень|шығарылым)",
    re.I,
)
_SUBJECT = re.compile(
    r"(?:anti|counter)[-‐ ]*\s*(?:drug|narcotic)s?\s+(?:sphere|field|area)"
    r"|(?:антинаркотической|противодействия\s+\w*\s*(?:наркот\w+|незаконн\w+))\s+(?:сфер|оборот)?"
    r"|в\s+сфере\s+(?:противодействия|борьбы\s+с)\s+(?:\w+\s+){0,3}наркот"
    r"|есірткі\w*\s+қарсы",
    re.I,
)
_MEDIA = re.compile(
    r"according\s+to\s+(?:the\s+)?media|information\s+from\s+the\s+media|\bmedia\s+of\b"
    r"|по\s+(?:материалам|данным|сообщениям)\s+СМИ|\bСМИ\s+стран|\bБАҚ\b",
    re.I,
)
_COUNTED = (
    r"(?:events?|articles?|publications?|items?|reports?"
    r"|событ\w+|публикац\w+|материал\w*|сообщен\w+|оқиға\w*)"
)
_TOTAL = re.compile(rf"(\d{{1,3}})\s+(?:[\w-]+\s+){{0,3}}?{_COUNTED}\b", re.I)
_PAIR = re.compile(r"([^\d()\[\],;:*_–—]+?)\s*[-–—:‒−]\s*(\d{1,3})\b")
_LIST = re.compile(r"[(\[]([^()\[\]]{5,600})[)\]]")
_CONTENTS_ENTRY = re.compile(
    r"^(.{3,80}?)(?:\s*[.…·_]{2,}\s*|\s*\t\s*|\s+)(\d{1,3})$", re.MULTILINE
)
_MARKS = re.compile(r"</?\w+>|[*_#]+(?=\S)|(?<=\S)[*_]+")

COVER = 5000
"""Characters from the beginning within which number, period and counts are looked for: the longest
front matter of the layout has about 1,700."""


@dataclass(frozen=True)
class Counts:
    """What a release says of itself: items in all and by country (ISO code, None if not known).

    ``start`` and ``end`` are the offsets of the sentence's total and list.
    """

    total: int | None
    by_country: tuple[tuple[str | None, str, int], ...]
    start: int
    end: int


@dataclass(frozen=True)
class Cover:
    """A release's front matter.

    Attributes:
        number: within its year; year: of the period, else of the imprint.
        contents: countries of the contents list in their order, with their printed names.
        signs: which signs of the layout it shows.
    """

    number: int | None
    year: int | None
    period: Period | None
    contents: tuple[tuple[str | None, str], ...]
    counts: Counts | None
    signs: tuple[str, ...]


def read_cover(text: str, names: SectionNames) -> Cover:
    """What the first pages say, and which signs of the layout they show."""
    front = text[:COVER]
    counts = read_counts(front, names)
    contents = _contents(front, names)
    period, number = read_period(front), _number(front)
    year = _year(front, period)
    tests = {
        "title": _TITLE.search(front),
        "number and period": number is not None and period is not None,
        "subject": _SUBJECT.search(front),
        "from the media": _MEDIA.search(front),
        "counts by country": counts is not None,
        "contents by country": len(contents) >= 1,
    }
    signs = tuple(name for name, shown in tests.items() if shown)
    return Cover(number, year, period, contents, counts, signs)


def _number(front: str) -> int | None:
    match = _NUMBER.search(front)
    return int(match.group(1)) if match else None


def _year(front: str, period: Period | None) -> int | None:
    if period is not None:
        return period.end.year
    match = re.search(r"(?<![\d.])20\d\d(?!\d)", front)
    return int(match.group()) if match else None


def read_period(text: str) -> Period | None:
    """The first period of days in a text: ``1-15.01.2025``, ``с 1 по 15 января 2025 года``."""
    found = [
        (match.start(), period)
        for pattern, read in _FORMS
        for match in pattern.finditer(text)
        if (period := _period(read(match))) is not None
    ]
    return min(found, key=lambda pair: pair[0])[1] if found else None


_Days = tuple[int, int, int, int, int, int]  # year, month, day of the first and the last day


def _month(word: str) -> int:
    lowered = word.lower()
    return next(
        number
        for number, stems in enumerate(_MONTH_STEMS, 1)
        if any(re.match(stem, lowered) for stem in stems)
    )


def _in_words(match: re.Match[str]) -> _Days:
    first, last, month, year = match.groups()
    return int(year), _month(month), int(first), int(year), _month(month), int(last)


def _month_first(match: re.Match[str]) -> _Days:
    month, first, last, year = match.groups()
    return int(year), _month(month), int(first), int(year), _month(month), int(last)


def _year_first(match: re.Match[str]) -> _Days:
    year, first, last, month = match.groups()
    return int(year), _month(month), int(first), int(year), _month(month), int(last)


def _two_months(match: re.Match[str]) -> _Days:
    first, month, year, last, other_month, other_year = match.groups()
    one = int(year or other_year) - (not year and _month(month) > _month(other_month))
    return one, _month(month), int(first), int(other_year), _month(other_month), int(last)


def _numeric(match: re.Match[str]) -> _Days:
    first, month, year, last, other_month, other_year = match.groups()
    one = int(month or other_month)
    before = int(year or other_year) - (not year and one > int(other_month))
    return before, one, int(first), int(other_year), int(other_month), int(last)


_FORMS = (
    (_WORD_PERIOD, _in_words),
    (_MONTH_FIRST, _month_first),
    (_YEAR_FIRST, _year_first),
    (_TWO_MONTHS, _two_months),
    (_NUMERIC, _numeric),
)


def _period(days: _Days) -> Period | None:
    try:
        first, last = date(*days[:3]), date(*days[3:])
        return Period(
            PartialDate(first.year, first.month, first.day),
            PartialDate(last.year, last.month, last.day),
        )
    except (ValueError, DateError):
        return None


def _contents(front: str, names: SectionNames) -> tuple[tuple[str | None, str], ...]:
    """Countries of lines such as ``<i>KYRGYZ REPUBLIC</i> ..... 6``."""
    found: list[tuple[str | None, str]] = []
    for line in front.split("\n"):
        match = _CONTENTS_ENTRY.match(_MARKS.sub("", line).strip())
        name = names.recognise(match.group(1).strip(" .…")) if match else None
        if name is not None:
            found.append((name.country, name.printed))
    return tuple(found)


def read_counts(front: str, names: SectionNames) -> Counts | None:
    """The paragraph that counts the release's items, if there is one.

    It is the one bracketed list in the front matter whose parts are country names with numbers.
    """
    for match in _LIST.finditer(front):
        pairs = [
            (name.country, name.printed, int(pair.group(2)))
            for pair in _PAIR.finditer(match.group(1))
            if (name := names.recognise(_MARKS.sub("", pair.group(1)).strip())) is not None
        ]
        if not pairs:
            continue
        start = max(front.rfind("\n\n", 0, match.start()), 0)
        totals = list(_TOTAL.finditer(front, start, match.start()))
        total = totals[-1] if totals else None
        begin = total.start() if total else match.start()
        return Counts(int(total.group(1)) if total else None, tuple(pairs), begin, match.end())
    return None
