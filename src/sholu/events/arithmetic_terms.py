"""A term that was lowered or raised: 15 years, reduced by four, make eleven."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations

from sholu.events.arithmetic_mismatch import Mismatch
from sholu.events.arithmetic_numbers import TIME, Number
from sholu.events.arithmetic_wholes import Told

_LOWERED = re.compile(
    r"\b(?:reduc\w+|cut\w*|shorten\w*|lower\w*|soften\w*|commut\w+|mitigat\w+|decreas\w+|slash\w+"
    r"|(?:knock\w*|took|taken|shav\w+) off"
    r"|сниз\w+|сниж\w+|сократ\w+|сокращ\w+|смягч\w+|уменьш\w+|убав\w+|скости\w+|скинул\w*"
    r"|қысқарт\w+|азайт\w+|төмендет\w+|кеміт\w+|жеңілдет\w+)\b",
    re.IGNORECASE,
)
_RAISED = re.compile(
    r"\b(?:rais\w+|increas\w+|extend\w*|lengthen\w*|add(?:ed|ing|s)?|toughen\w*"
    r"|увелич\w+|повыс\w+|повыш\w+|продл\w+|ужесточ\w+|добав\w+|прибав\w+"
    r"|ұзарт\w+|көбейт\w+|арттыр\w+|қос(?:ты|ып|ылды)|ауырлат\w+|күшейт\w+)\b",
    re.IGNORECASE,
)
_BY_BEFORE = re.compile(
    r"\b(?:by|на|ещё на|еще на|add(?:ed|ing)?|off)\s(?:another\s)?$", re.IGNORECASE
)
_KAZAKH_BY_AFTER = re.compile(
    r"\s?(?:қысқар|азай|төменде|кеміт|кеміп|жеңілде|ұзар|көбей|артт|қос|кем\b|аз\b|көп\b)\w*",
    re.IGNORECASE,
)
_DATIVE = re.compile(r"(?:жылға|айға)$", re.IGNORECASE)
_NO_RESULT = re.compile(
    r"\b(?:served|already|spent|remain\w*|left|suspended|probation|ban(?:ned)?|barred|ago|later"
    r"|minimum|maximum|article|married|worked|old|asked|demanded|sought|requested"
    r"|отбы\w+|отсид\w+|осталось|остал\w+|условн\w+|испытательн\w+|запрет\w*|запрещ\w+|назад|спустя"
    r"|должност\w+|стать\w+|просил\w*|требовал\w*|запросил\w*"
    r"|өтеп|өтеген|өтеді қалған|қалды|қалған|шартты|бұрын|кейін|сынақ\w*|сұра\w+|талап)\b",
    re.IGNORECASE,
)
_BY = re.compile(r"\bby\s$", re.IGNORECASE)
_OF_A_TERM = re.compile(r"\b(?:by|to|from|now|на|до|с|теперь)\s$", re.IGNORECASE)
_TERMS = 3
_SHORTEST = 0.05
_LONGEST = 40
_EXACT = 0.01


def check_terms(text: str, sentences: Sequence[Told]) -> Iterator[Mismatch]:
    """Terms that were lowered or raised to something else than they and the change make.

    Args:
        sentences: of the item in order, without the title.
    """
    sentences = [_with_terms(text, one) for one in sentences]
    for place, one in enumerate(sentences):
        for number in one.numbers:
            sign = _direction(text, number, one)
            if sign:
                yield from _check(text, sentences, place, number, sign)


def _with_terms(text: str, one: Told) -> Told:
    """The sentence with years that are told as numbers only: ``reduced by four, to nine``."""
    terms: list[Number] = []
    for number in one.numbers:
        before = text[one.start : number.start]
        if number.unit is None and number.value < _LONGEST and _OF_A_TERM.search(before):
            terms.append(replace(number, unit="year", shown_unit="year"))
        elif number.high - number.low > 1 and " to " in number.printed and _BY.search(before):
            terms += _both_ends(number)
        else:
            terms.append(number)
    return replace(one, numbers=tuple(terms))


def _both_ends(number: Number) -> tuple[Number, Number]:
    """``by four years to nine years`` is no range, but a change and what it leads to."""
    first, _, second = number.printed.partition(" to ")
    high = number.high - (number.value - number.low)
    start = number.start + len(first)
    return (
        replace(number, printed=first, high=number.value, end=start),
        replace(number, printed=second, value=high, low=high, start=start),
    )


def _direction(text: str, change: Number, one: Told) -> int:
    """-1 for years by which a term was lowered, 1 for raised, 0 for neither."""
    if not _is_term(change):
        return 0
    kazakh = _DATIVE.search(change.printed) and _KAZAKH_BY_AFTER.match(text, change.end)
    if not kazakh and not _BY_BEFORE.search(text[one.start : change.start]):
        return 0
    near = text[max(one.start, change.start - _NEAR) : min(one.end, change.end + _NEAR)]
    lowered, raised = _LOWERED.search(near), _RAISED.search(near)
    if bool(lowered) == bool(raised):
        return 0
    return -1 if lowered else 1


_NEAR = 70


def _is_term(number: Number) -> bool:
    return (
        number.unit in TIME
        and not number.doubtful
        and number.qualifier in ("exact", "up_to", "less_than")
        and _SHORTEST < number.value < _LONGEST
    )


def _check(
    text: str, sentences: Sequence[Told], place: int, change: Number, sign: int
) -> Iterator[Mismatch]:
    """The change between the two other terms of its sentence and those beside it."""
    for first, last in _stretches(place, len(sentences)):
        rows = sentences[first:last]
        times = [n for row in rows for n in row.numbers if n.unit in TIME]
        terms = [n for n in times if n.start != change.start]
        if len(terms) < _TERMS - 1:
            continue
        values = {round(n.value, 3) for n in terms}
        if len(values) != _TERMS - 1 or not all(map(_is_term, terms)):
            return
        if _NO_RESULT.search(text, rows[0].start, rows[-1].end):
            return
        yield from _compare(terms, change, sign)
        return


def _stretches(place: int, count: int) -> Iterator[tuple[int, int]]:
    """The sentence, then with the one before, with the one after, and with both."""
    yield place, place + 1
    if place:
        yield place - 1, place + 1
    if place + 1 < count:
        yield place, place + 2
    if place and place + 1 < count:
        yield place - 1, place + 2


def _compare(terms: Sequence[Number], change: Number, sign: int) -> Iterator[Mismatch]:
    if any(
        abs(abs(one.value - two.value) - change.value) <= _EXACT
        for one, two in combinations(terms, 2)
    ):
        return
    small, large = sorted(terms, key=lambda n: n.value)[:: len(terms) - 1]
    old, new = (large, small) if sign < 0 else (small, large)
    made = old.value + sign * change.value
    if made <= 0:
        return
    word = "lowered" if sign < 0 else "raised"
    yield Mismatch(
        f"{old.printed} {word} by {change.printed} make {made:.3g} years, not {new.printed}.",
        (new, old, change),
        "a term against the one before and its change",
        "likely",
    )
