"""A total against parts that are all of it, told over two or three sentences.

Most lists tell some of a total, so that parts are compared only if something says that nothing is
left out: no other kinds, the rest at their end, as many entries as regions were announced, every
month of the period; or if nothing can stand in the list twice: arrested, under house arrest and
released.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sholu.events.arithmetic_lists import REST
from sholu.events.arithmetic_mismatch import Mismatch
from sholu.events.arithmetic_numbers import TIME, Number
from sholu.events.arithmetic_outcomes import exclude_one_another, tell_every_person
from sholu.events.arithmetic_slips import LEAST, MOST, differ_by_slip
from sholu.mentions.numerals import read_numeral
from sholu.mentions.words import split_words

_NOTHING_ELSE = re.compile(
    r"\bno (?:other|further)\b|\bnothing else\b"
    r"|\b(?:друг|ин|проч)(?:их|ие|ого|ое)\s[^.;]{0,80}\bне (?:было|изым|изъ|выяв|обнаруж|зарегистр"
    r"|фиксир|зафикс|установ|найд|остал)\w*"
    r"|\bбасқа\s[^.;]{0,80}\b\w+(?:ма|ме|ба|бе|па|пе)(?:ған|ген|ды|ді)\b|\bбасқа\s[^.;]{0,60}\bжоқ\b",
    re.IGNORECASE,
)
_WHOLE_OF_IT = re.compile(
    r"\b(?:consist(?:s|ed)? of|(?:was|were|is|are) made up of|broke down as|breaks down as"
    r"|that is all|the entire (?:amount|batch|haul)|all of it)\b"
    r"|\b(?:состо(?:ит|ял|яла|яло|яли|ят) из|складыва(?:ется|лся|лось) из"
    r"|весь (?:этот )?объ[её]м"
    r"|вся партия|всё количество|распредел\w+ (?:так|следующим))\b"
    r"|\b(?:тұрады|құралған|бүкіл көлем\w*|барлық көлем\w*|былай бөлін\w+)\b",
    re.IGNORECASE,
)
_SOME = re.compile(
    r"\b(?:including|among them|most of|the largest|mostly|mainly|в том числе|включая|среди них"
    r"|больше всего|крупнейш\w+|в основном|преимущественно|ішінде|негізінен|көбі|соның ең)\b",
    re.IGNORECASE,
)
_OTHER_TIME = re.compile(
    r"\b(?:last year|a year (?:ago|earlier|before)|previous\w*|compared|against|than|earlier|since"
    r"|прошл\w+|годом ранее|год назад|против|ранее|раньше|чем|по сравнению|былтыр\w*|бұрын\w*"
    r"|салыстыр\w*|алдыңғы|of whom|из которых)\b",
    re.IGNORECASE,
)
_ENTRIES = re.compile(
    r"\s?(?:[^\W\d]+\s){0,2}?(?:regions?|provinces?|cities|districts|oblasts|velayats|substances"
    r"|kinds|types|drugs|operations|stages|batches|област\w+|регион\w*|район\w*|город\w*|велаят\w*"
    r"|вид(?:а|ов|ах)|этап\w*|парти\w+|облыс\w*|өңір\w*|аудан\w*|қала\w*|түр(?:і|лі)?\w*|кезең\w*)",
    re.IGNORECASE,
)
_MONTH = re.compile(
    r"\b(?:january|february|march|april|may|june|july|august|september|october|november|december"
    r"|январ\w+|феврал\w+|март\w*|апрел\w+|ма[йяе]|июн\w+|июл\w+|август\w*|сентябр\w+|октябр\w+"
    r"|ноябр\w+|декабр\w+|қаңтар\w*|ақпан\w*|наурыз\w*|сәуір\w*|мамыр\w*|маусым\w*|шілде\w*|тамыз\w*"
    r"|қыркүйек\w*|қазан\w*|қараша\w*|желтоқсан\w*)\b",
    re.IGNORECASE,
)
_MONTHS_TOLD = (
    (
        re.compile(r"\b(?:half.year|first half|полугоди\w+|жарты жыл\w*|жартыжылдық\w*)", re.I),
        6,
    ),
    (re.compile(r"\b(?:quarter|квартал\w*|тоқсан\w*)", re.I), 3),
    (re.compile(r"\b(?:whole year|for the year|за (?:весь )?год|бір жылда|жыл бойы)\b", re.I), 12),
)
_MONTH_COUNT = re.compile(r"(?P<n>\d{1,2}|[^\W\d]+) (?:months|месяц\w*|айда|ай ішінде)\b", re.I)
_FEWEST = 2
_FEWEST_MONTHS = 3
_SENTENCES = 3
"""Sentences that a list may fill."""
_BEFORE = 3
"""Sentences between a total and its list."""
_FACTOR = 1.6
"""A total so many times the sum, or the reverse, is one of other things."""
_ANY_DRUG = frozenset((None, "narcotic_drugs"))


@dataclass(frozen=True)
class Told:
    """A sentence with its numbers; none where it has none."""

    start: int
    end: int
    paragraph: int
    language: str | None
    numbers: tuple[Number, ...]

    @property
    def amounts(self) -> tuple[Number, ...]:
        """Its numbers that are no time."""
        return tuple(n for n in self.numbers if n.unit not in TIME)


def check_wholes(text: str, sentences: Sequence[Told]) -> Iterator[Mismatch]:
    """Totals that the parts told after or before them, which are all of it, do not make.

    Args:
        sentences: of the item in order, without the title.
    """
    for first in range(len(sentences)):
        for length in range(_SENTENCES, 0, -1):
            rows = sentences[first : first + length]
            found = _check_rows(text, sentences, first, rows) if len(rows) == length else None
            if found is not None:
                yield found
                break


def _check_rows(
    text: str, sentences: Sequence[Told], first: int, rows: Sequence[Told]
) -> Mismatch | None:
    """The mismatch of a list that fills some sentences; none if they are no list or it fits."""
    if not all(row.amounts for row in rows):
        return None
    parts = [n for row in rows for n in row.amounts]
    start, end = rows[0].start, rows[-1].end
    after = sentences[first + len(rows) : first + len(rows) + 2]
    before = sentences[max(0, first - _BEFORE) : first]
    for whole, own, at in _wholes(parts, before, after):
        if not _is_list(own, whole) or _OTHER_TIME.search(text, own[0].start, end):
            continue
        if _fits(whole, own) or not _is_meant(whole, own):
            continue
        said = _all_told(text, whole, own, start, end, at, after)
        if said and not _SOME.search(text, start, end):
            return _mismatch(whole, own)
    return None


def _wholes(
    parts: Sequence[Number], before: Sequence[Told], after: Sequence[Told]
) -> Iterator[tuple[Number, Sequence[Number], Told | None]]:
    """Each number that may be the total, its parts, and the sentence in which it stands."""
    if len(parts) > _FEWEST:
        yield parts[0], parts[1:], None
    nearest = [(row, row.amounts) for row in reversed(before)]
    nearest += [(row, row.amounts) for row in after[:1]]
    for row, numbers in nearest:
        alike = [
            n for n in numbers if n.unit == parts[-1].unit and n.measured == parts[-1].measured
        ]
        larger = [n for n in alike if n.value > max(p.value for p in parts)]
        if len(larger) == 1:
            yield larger[0], parts, row
        if alike:
            return


def _is_list(parts: Sequence[Number], whole: Number) -> bool:
    """Whether all may be parts of one total: a count may leave out what is counted."""
    if len(parts) < _FEWEST or whole.unit in (None, "%", "times") or "/" in whole.unit:
        return False
    if any(n.qualifier != "exact" or n.doubtful for n in (whole, *parts)):
        return False
    if whole.measured:
        alike = all(p.unit == whole.unit and p.measured for p in parts)
        substances = {p.of for p in parts}
        return alike and (
            whole.of in _ANY_DRUG or whole.of not in substances or len(substances) == 1
        )
    named = [p for p in parts if p.unit is not None]
    return bool(named) and all(p.unit == whole.unit for p in named)


def _fits(whole: Number, parts: Sequence[Number]) -> bool:
    low, high = sum(p.low for p in parts), sum(p.high for p in parts)
    return low <= whole.high and whole.low <= high


def _is_meant(whole: Number, parts: Sequence[Number]) -> bool:
    """Whether the sum is near enough to the total to be of the same things."""
    total = sum(part.value for part in parts)
    larger = all(part.value < whole.value for part in parts)
    return larger and max(total, whole.value) <= _FACTOR * min(total, whole.value)


def _all_told(
    text: str,
    whole: Number,
    parts: Sequence[Number],
    start: int,
    end: int,
    at: Told | None,
    after: Sequence[Told],
) -> bool:
    """Whether something says that the list leaves nothing out."""
    last = parts[-1]
    if REST.search(text[parts[-2].end : last.start]) and len(parts) > _FEWEST:
        return not any(_MORE_OF_LIST.match(text, row.start, row.end) for row in after[:1])
    listed = len(parts) > _FEWEST and _WHOLE_OF_IT.search(text, start, end)
    if listed or any(_NOTHING_ELSE.search(text, row.start, row.end) for row in after):
        return True
    if whole.unit == "person":
        more = sum(part.value for part in parts) > whole.value
        return (exclude_one_another if more else tell_every_person)(text, parts, end)
    if at is None:
        return _is_slip(whole, parts)
    announced = _as_many_as_announced(text, at, parts)
    return announced or _is_slip(whole, parts) or _every_month(text, at, parts, start, end)


_MORE_OF_LIST = re.compile(r"\W*(?:another|one more|also|ещё|еще|также|тағы)\b", re.IGNORECASE)


def _is_slip(whole: Number, parts: Sequence[Number]) -> bool:
    """A long list that misses its total by one digit, or by two that changed places."""
    total = sum(part.value for part in parts)
    near = LEAST * whole.value <= total <= MOST * whole.value
    return len(parts) >= _FEWEST_SLIPPED and near and differ_by_slip(whole.value, total)


_FEWEST_SLIPPED = 4


def _as_many_as_announced(text: str, at: Told, parts: Sequence[Number]) -> bool:
    """``In four regions 740 were found``, and a list of four."""
    return len(parts) > _FEWEST and any(
        number.value == len(parts) and _ENTRIES.match(text, number.end, at.end)
        for number in at.numbers
    )


def _every_month(text: str, at: Told, parts: Sequence[Number], start: int, end: int) -> bool:
    """``In the half-year 90 kg``, and a list of six months."""
    months = {m.group().casefold()[:3] for m in _MONTH.finditer(text, start, end)}
    if len(parts) < _FEWEST_MONTHS or len(months) != len(parts):
        return False
    for told, count in _MONTHS_TOLD:
        if told.search(text, at.start, at.end):
            return count == len(parts)
    counted = _MONTH_COUNT.search(text, at.start, at.end)
    if counted is None:
        return False
    numeral = read_numeral(split_words(counted.group("n")), 0, at.language)
    return numeral is not None and numeral.value == len(parts)


def _mismatch(whole: Number, parts: Sequence[Number]) -> Mismatch:
    printed = " + ".join(part.printed for part in parts)
    total = sum(part.value for part in parts)
    return Mismatch(
        f"{printed} make {whole.show(total)}, but they are all of {whole.printed}.",
        (whole, *parts),
        "a total against parts that are said to be all of it",
        "likely",
    )
