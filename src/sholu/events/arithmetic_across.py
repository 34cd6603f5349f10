"""Relations told over two sentences: amounts, then their sum, their difference or the whole."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sholu.events.arithmetic_lists import CUES
from sholu.events.arithmetic_mismatch import Mismatch
from sholu.events.arithmetic_numbers import TIME, Number, same_thing

_TOTAL_OPENS = re.compile(
    r"\W*(?:(?:in all|in total|altogether|all told|всего|итого|в общей сложности|в сумме|барлығы"
    r"|жалпы алғанда|жиыны)\b"
    r"|(?:the |their )?(?:total|combined|overall) (?:weight|mass|number|amount|haul)\b"
    r"|общ\w{2,3} (?:вес|масса|количество|число)\b"
    r"|[^.;:,\d]{0,20}\bжалпы (?:салмағы|саны|көлемі)"
    r"|(?:for|over|in) the half-year\b|за полугодие\b|жартыжылдықта\b)[^.;:\d]{0,60}",
    re.IGNORECASE,
)
_WIDER = re.compile(
    r"\b(?:since|last|years?(?! in prison)|months?|so far|nationwide|countr\w+|region\w*|other\w*"
    r"|with|с начала|год[ау]?|месяц\w*|ранее|област\w+|стран\w+|республик\w+|друг\w+|вместе с|ещё"
    r"|еще"
    r"|жыл\w*|былтыр\w*|ай(?:да|ы|ында)|облыс\w*|ел|елде|республика\w*|басқа\w*|тағы)\b",
    re.IGNORECASE,
)
"""Words of more than the sentence before told of."""

_HALF_YEAR = re.compile(r"half-year|полугоди|жартыжылдық", re.IGNORECASE)
_QUARTERS = re.compile(r"\bquarter|квартал|тоқсан", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]{4,}")
_STEM = 5
_FACTOR = 1.6
"""A total that is so many times the sum, or the reverse, is probably one of other things."""
_TWO = 2

_MORE = re.compile(
    r"\s?-?\w{0,3}\s?(?:[^.;:,\d]{0,20}\s)?"
    r"(?:more|higher|less|fewer|lower|больше|меньше|выше|ниже|артық|көп|кем|аз)\b(?!\s?\d)",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"\b(?:year|month|week|last|previous|earlier|before|прошл\w+|год\w*|ранее|предыдущ\w+|былтыр\w*"
    r"|өткен|алдыңғы|бұрын\w*|жыл\w*)\b",
    re.IGNORECASE,
)
_FROM_TO = re.compile(
    r"\bfrom\b.*\bto\b|\bс\s\d.*\bдо\b|[дтн][ае]н\s.*(?:ға|ге|қа|ке)\b", re.I | re.S
)
_MEN = re.compile(
    r"[^\W\d]?\W{0,2}(?:of (?:them|those|whom) )?(?:were |are )?(?:men|male)\b"
    r"|\W{1,3}мужчин|\W{0,3}\w{0,3}\s?ер(?: адам|кек)?",
    re.I,
)
_WOMEN = re.compile(
    r"\W{0,2}(?:of (?:them|those|whom) )?(?:were |are )?(?:women|female)\b"
    r"|\W{1,3}женщин|\W{0,3}\w{0,3}\s?әйел",
    re.I,
)
_OF_THEM = re.compile(
    r"\bof (?:them|those|these|whom)\b|\b(?:из|среди) (?:них|которых)\b|\b(?:олардың|оның)\b", re.I
)
_THIRD = re.compile(
    r"\b(?:child\w*|teen\w*|minors?|boys?|girls?|others?|дет[ией]\w*|реб[её]н\w*|подрост\w*"
    r"|несовершеннолетн\w*|бала\w*|жасөспірім\w*|кәмелет\w*|басқа\w*)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class TwoSentences:
    """A sentence and the one before it in the same paragraph.

    Attributes:
        text: of the whole item.
        numbers: of the sentence at ``start:end``.
        before: of the sentence before, which begins at ``opened``; none if there is no such.
    """

    text: str
    numbers: Sequence[Number]
    before: Sequence[Number]
    opened: int
    start: int
    end: int


def check_across(told: TwoSentences) -> Iterator[Mismatch]:
    """Sums, differences and sexes that the sentence before does not make."""
    yield from _check_sexes(told.text, told.numbers, told.before, told.start, told.end)
    yield from _check_sum_beside(told.text, told.numbers, told.start, told.end)
    if told.before and told.opened < told.start:
        yield from _check_sum(told)
        yield from _check_difference(told)


def _amounts(numbers: Sequence[Number]) -> list[Number]:
    return [n for n in numbers if n.unit not in TIME]


def _sure(numbers: Sequence[Number]) -> bool:
    return all(n.qualifier == "exact" and not n.doubtful for n in numbers)


def _check_sum(told: TwoSentences) -> Iterator[Mismatch]:
    """``In A 12 were held, in B 17. In all 48 were held``: a pure list, then its total."""
    text, opened, start, end = told.text, told.opened, told.start, told.end
    own, parts = _amounts(told.numbers), _amounts(told.before)
    if len(own) != 1 or len(parts) < _TWO or not _sure([*own, *parts]):
        return
    whole = own[0]
    if not _TOTAL_OPENS.fullmatch(text[start : whole.start]) or not _are_parts(parts, whole):
        return
    half_year = _HALF_YEAR.search(text, start, end) is not None
    if half_year and not (len(parts) == _TWO and _QUARTERS.search(text, opened, start)):
        return
    if CUES.search(text, opened, end) or not (half_year or not _WIDER.search(text, start, end)):
        return
    if not whole.measured and len(_stems(text, opened, start) & _stems(text, start, end)) < _TWO:
        return
    total = sum(part.value for part in parts)
    fits = sum(p.low for p in parts) <= whole.high and whole.low <= sum(p.high for p in parts)
    if fits or any(p.value >= whole.value for p in parts):
        return
    if max(total, whole.value) <= _FACTOR * min(total, whole.value):
        printed = " + ".join(part.printed for part in parts)
        yield Mismatch(
            f"{printed} make {whole.show(total)}, summed up as {whole.printed}.",
            (whole, *parts),
            "a total against the list of the sentence before",
            "likely",
        )


def _check_sum_beside(
    text: str, numbers: Sequence[Number], start: int, end: int
) -> Iterator[Mismatch]:
    """``700 sites and 1,300 channels, 2,500 resources in all``: two things and their sum."""
    for one, two, whole in zip(numbers, numbers[1:], numbers[2:], strict=False):
        if (
            one.start != numbers[0].start
            or not _sure((one, two, whole))
            or CUES.search(text, start, end)
        ):
            return
        counted = not any(n.measured or n.unit in (None, "%", "times") for n in (one, two, whole))
        if (
            not counted
            or _WIDER.search(text, start, end)
            or max(one.value, two.value) >= whole.value
        ):
            return
        called = _TOTAL_BETWEEN.fullmatch(text[two.end : whole.start]) or (
            _COMMA_BETWEEN.fullmatch(text[two.end : whole.start])
            and _TOTAL_AFTER.match(text, whole.end)
        )
        total = one.value + two.value
        fits = one.low + two.low <= whole.high and whole.low <= one.high + two.high
        listed = _AND_BETWEEN.fullmatch(text[one.end : two.start])
        if not called or not listed or fits:
            return
        if max(total, whole.value) <= _FACTOR * min(total, whole.value):
            yield Mismatch(
                f"{one.printed} + {two.printed} make {whole.show(total)}, told as {whole.printed}.",
                (whole, one, two),
                "a total against the two numbers before it",
                "likely",
            )
        return


_AND_BETWEEN = re.compile(r"[^.;:,\d]{1,40}\s(?:and|и|пен|бен|мен|және)\s", re.IGNORECASE)
_TOTAL_BETWEEN = re.compile(
    r"[^.;:,\d]{1,50}(?:,|\s[–—-])\s(?:а\s)?(?:in all|altogether|a total of|всего|итого|барлығы"
    r"|в общей сложности|жиыны|жалпы саны)\s(?:[–—-]\s)?",
    re.IGNORECASE,
)
_COMMA_BETWEEN = re.compile(r"[^.;:,\d]{1,50}(?:,|\s[–—-])\s(?:or )?", re.IGNORECASE)
_TOTAL_AFTER = re.compile(
    r"[^.;:,\d]{0,25}\s(?:in total|in all|altogether|all told|в сумме)\b", re.I
)


def _are_parts(parts: Sequence[Number], whole: Number) -> bool:
    """Whether every amount is of the total's unit, the later ones perhaps by ellipsis."""
    if whole.unit in (None, "%", "times"):
        return False
    alike = [p for p in parts if p.unit == whole.unit]
    others = [p for p in parts if p.unit != whole.unit]
    if not alike or any(p.unit is not None or whole.measured for p in others):
        return False
    substances = {p.of for p in (*alike, whole)}
    return not whole.measured or len(substances - {"narcotic_drugs"}) == 1


def _stems(text: str, start: int, end: int) -> set[str]:
    return {word[:_STEM].casefold() for word in _WORD.findall(text[start:end])}


def _check_difference(told: TwoSentences) -> Iterator[Mismatch]:
    """``86 kg in spring, 54 kg in summer. In summer it was 22 kg less``."""
    text, opened, start, end = told.text, told.opened, told.start, told.end
    own, two = _amounts(told.numbers), _amounts(told.before)
    if len(own) != 1 or len(two) != _TWO or not _sure([*own, *two]):
        return
    change = own[0]
    unit = two[0].unit
    if two[1].unit != unit or unit in (None, "%", "times") or not _may_be_change(change, two[0]):
        return
    if not _MORE.match(text, change.end) or not same_thing(*two):
        return
    compared = _FROM_TO.search(text, opened, start) or _PAST.search(text, opened, start)
    if CUES.search(text, opened, end) or (_PAST.search(text, start, end) and not compared):
        return
    low, high = _apart(*two)
    if low <= change.high and change.low <= high:
        return
    one, other = two
    yield Mismatch(
        f"Between {one.printed} and {other.printed} lie {one.show(abs(one.value - other.value))}; "
        f"the text says {change.printed}.",
        (one, other, change),
        "a difference against both numbers of the sentence before",
        "likely",
    )


def _may_be_change(change: Number, one: Number) -> bool:
    """Of the same unit; a count may leave it out: ``in May there were 16 more``."""
    return change.unit == one.unit or (change.unit is None and not one.measured)


def _apart(one: Number, two: Number) -> tuple[float, float]:
    small, large = sorted((one, two), key=lambda number: number.value)
    return large.low - small.high, large.high - small.low


def _check_sexes(
    text: str, numbers: Sequence[Number], before: Sequence[Number], start: int, end: int
) -> Iterator[Mismatch]:
    """Men and women of a group of persons are all of it, if nobody else is told of."""
    persons = [n for n in numbers if n.unit == "person"]
    told = len(persons) == _TWO
    if told:
        persons = [*[n for n in before if n.unit == "person"], *persons]
    if len(persons) != _TWO + 1 or not _sure(persons) or _THIRD.search(text, start, end):
        return
    whole, one, two = persons
    sexes = (_MEN.match(text, one.end) and _WOMEN.match(text, two.end)) or (
        _WOMEN.match(text, one.end) and _MEN.match(text, two.end)
    )
    if (
        not sexes
        or not _OF_THEM.search(text, whole.end, end)
        or one.value + two.value == whole.value
    ):
        return
    if len(text[one.end : two.start]) > _NEAR or re.search(r"[;.]\s", text[one.end : two.start]):
        return
    yield Mismatch(
        f"{one.printed} + {two.printed} men and women make {whole.show(one.value + two.value)}, "
        f"told as {whole.printed}.",
        (whole, one, two),
        "men and women against all persons",
        "likely",
    )


_NEAR = 40
