"""The figures of a headline against those of the text below it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from sholu.events.arithmetic_headline_slips import is_told, slipped_in_headline
from sholu.events.arithmetic_lists import is_summed
from sholu.events.arithmetic_mismatch import Mismatch
from sholu.events.arithmetic_numbers import Number, NumberReader
from sholu.events.model import Event
from sholu.events.spelling import normalise
from sholu.mentions.model import Figure

MOST_SUMMED = 10
"""Figures of a text whose sums are tried (1,023 sums); a longer text tells too much to compare."""

_ANY_DRUG = frozenset({None, "narcotic_drugs"})
"""What is said of drugs of any kind: it may stand for the figures of each of them."""


def check_headline(event: Event, reader: NumberReader) -> Iterator[Mismatch]:
    """Figures of the title that no figure of the text, and no sum of some, can be rounded to.

    Headlines round more than texts do: 46.9 kg may be headed 46 kg or ``almost 50 kg``.
    """
    named = normalise(event.title)
    title = next((s for s in event.spans if named and named in normalise(s.quote)), None)
    if title is None:
        return
    heading = [f for f in event.figures if title.start <= f.span.start < title.end]
    body = [f for f in event.figures if f.span.start >= title.end and not f.suspect]
    for figure in heading:
        same_unit = [other for other in body if other.unit_base == figure.unit_base]
        told = [reader.of_figure(f, event.language) for f in _like(figure, same_unit)]
        alone = [reader.of_figure(f, event.language) for f in same_unit]
        number = reader.of_figure(figure, event.language)
        nearest = _untold(figure, number, told, alone, reader, event, body) or slipped_in_headline(
            figure, number, same_unit, alone
        )
        if nearest is not None:
            yield Mismatch(
                f"The headline says {number.printed}; the text says {nearest.printed}.",
                (number, nearest),
                "the headline's figure against those of the text",
                "certain" if len(told) == 1 else "likely",
            )


def _untold(
    figure: Figure,
    exact: Number,
    told: Sequence[Number],
    alone: Sequence[Number],
    reader: NumberReader,
    event: Event,
    body: Sequence[Figure],
) -> Number | None:
    """The nearest figure of the text if none of those of the same thing is the headline's."""
    number = _as_headline(exact)
    if not told or len(told) > MOST_SUMMED or not is_summed(number) or number.doubtful:
        return None
    if not number.measured and figure.of is None and figure.of_code is None:
        return None  # "Nine detained": persons of every role in the text would be compared
    if figure.of_code in _ANY_DRUG and _is_told_in_other_units(number, told, body):
        return None
    if _is_product(number, [reader.of_figure(f, event.language) for f in body]):
        return None
    if is_told(number, told) or any(is_told(number, [n]) for n in alone):
        return None
    return min(told, key=lambda other: abs(other.value - number.value))


def _as_headline(number: Number) -> Number:
    """The number with the freedom of a headline: rounded up, or cut, at its last digit."""
    slack = number.step if number.step > 0 else 0.0
    high = number.high + slack / 2
    if number.step and not number.value / number.step % _ZEROS:
        high = max(high, number.value * (1 + _ROUNDED))
    return replace(number, low=number.low - slack / 2, high=high)


_ZEROS, _ROUNDED = 100, 0.05
"""Two zeros at a headline's end are taken for rounding by so much: 700 kg for 708.4 kg."""


def _like(figure: Figure, same_unit: Sequence[Figure]) -> list[Figure]:
    """The figures of the text that count the same thing as one of the headline."""
    if figure.of_code is None and figure.of is not None:
        return [f for f in same_unit if f.of and normalise(f.of) == normalise(figure.of)]
    if figure.of_code in _ANY_DRUG:
        return list(same_unit)
    named = [f for f in same_unit if f.of_code in (figure.of_code, *_ANY_DRUG)]
    return named if any(f.of_code == figure.of_code for f in named) else []


def _is_told_in_other_units(number: Number, told: Sequence[Number], body: Sequence[Figure]) -> bool:
    """Whether tablets or litres of the text make up what a headline's kilograms have more."""
    other = any(f.of_code is not None and f.unit_base in _OTHER_UNITS for f in body)
    return other and number.unit == "g" and sum(n.high for n in told) < number.low


_OTHER_UNITS = frozenset(("l", "tablet", "ampoule", "capsule", "dose", "blotter", "plant"))


def _is_product(number: Number, told: Sequence[Number]) -> bool:
    """Whether a row of so many each makes it: 15 листов по сто марок, 32 drums of 20 litres."""
    return any(
        two.unit == number.unit
        and not one.measured
        and one.low > 1
        and one.low * two.low <= number.high
        and number.low <= one.high * two.high
        for one, two in pairwise(told)
    )
