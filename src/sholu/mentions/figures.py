"""Make figures of quantities: what is counted, how exactly, over what time, and what is
doubtful."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from sholu.core.ids import identify
from sholu.core.quantity import Quantity, Unit
from sholu.evidence.model import DocumentText
from sholu.evidence.span import make_span
from sholu.mentions.beside import names_part
from sholu.mentions.dates import DateReading
from sholu.mentions.figure_wording import read_qualifier
from sholu.mentions.headline_figures import first_currency, settle_headline
from sholu.mentions.matter import read_matter
from sholu.mentions.measured import PrintedQuantity
from sholu.mentions.model import Figure
from sholu.mentions.names import NameMatch
from sholu.mentions.namesake_money import settle_money
from sholu.mentions.pointers import points_elsewhere
from sholu.mentions.prices import is_price_unit
from sholu.mentions.prison_terms import term_of_imprisonment
from sholu.mentions.quantities import read_quantities
from sholu.mentions.reference import Surroundings, precursor_substances, vague_substances
from sholu.mentions.sentences import Sentence
from sholu.mentions.settled_signs import settle_signs
from sholu.mentions.spans_of_counting import is_time_counted_over
from sholu.mentions.suspects import doubt_figure
from sholu.mentions.taking_up import opens_bracket, says_this, takes_up_paragraph
from sholu.mentions.time_counted import NOTHING_SAID, Counting, read_times
from sholu.mentions.told import NOTHING_TOLD, Matter, Told, is_ratio
from sholu.mentions.units import index_units
from sholu.vocabulary.model import Vocabulary

_NO_FIGURES_IN = frozenset({"address", "table"})


@dataclass(frozen=True)
class Known:
    """What other readers found in the text, which figures build on.

    Attributes:
        dates: all dates, in order.
        taken: stretches (start, end) whose numbers belong to something else, in order.
        substances: substances named, in order.
        around: what the sentences around the one that is read say.
    """

    dates: tuple[DateReading, ...]
    taken: tuple[tuple[int, int], ...]
    substances: tuple[NameMatch, ...]
    around: Surroundings | None = None


@dataclass(frozen=True)
class FigureReading:
    """Figures and the numbers that were set aside because nothing says what they count.

    Attributes:
        set_aside: stretches (start, end) of such numbers.
        told: what later numbers of the paragraph may refer to.
    """

    figures: tuple[Figure, ...]
    set_aside: tuple[tuple[int, int], ...]
    told: Told = NOTHING_TOLD


def read_figures(
    text: DocumentText, sentences: Sequence[Sentence], known: Known, vocabulary: Vocabulary
) -> FigureReading:
    """All figures of running text, headings and captions; tables are `table_figures`' work."""
    figures: list[Figure] = []
    set_aside: list[tuple[int, int]] = []
    running = [
        sentence
        for sentence in sentences
        if sentence.kind not in _NO_FIGURES_IN and not points_elsewhere(sentence)
    ]
    paragraph, told = -1, NOTHING_TOLD
    around = replace(
        _surroundings(text, known, vocabulary), currency=first_currency(sentences, vocabulary)
    )
    for sentence, following in zip(running, (*running[1:], None), strict=False):
        if sentence.paragraph != paragraph:
            paragraph = sentence.paragraph
            told = told if takes_up_paragraph(sentence) else told.next_paragraph()
        same = following is not None and following.paragraph == sentence.paragraph
        here = replace(around, following=following if same else None)
        here_known = replace(known, around=here)
        reading = read_sentence(text, sentence, here_known, vocabulary, told)
        told = reading.told
        figures += reading.figures
        set_aside += reading.set_aside
    signed = settle_signs(figures, sentences)
    settled = settle_headline(settle_money(signed, text.text), sentences)
    timed = read_times(settled, running, known.dates, vocabulary)
    return FigureReading(tuple(timed), tuple(set_aside))


def _surroundings(text: DocumentText, known: Known, vocabulary: Vocabulary) -> Surroundings:
    return Surroundings(
        known.substances,
        vague_substances(vocabulary),
        precursor_substances(vocabulary),
        term=term_of_imprisonment(text.text),
    )


def read_sentence(
    text: DocumentText,
    sentence: Sentence,
    known: Known,
    vocabulary: Vocabulary,
    told: Told = NOTHING_TOLD,
) -> FigureReading:
    """The figures of one sentence or table cell, without the time that they count over.

    Args:
        told: what the sentences before counted.
    """
    taken = words_within(sentence, known.taken)
    quantities = _without_price_units(
        sentence, read_quantities(sentence, index_units(vocabulary), taken)
    )
    figures: list[Figure] = []
    set_aside: list[tuple[int, int]] = []
    told = told.next_sentence(takes_up=says_this(sentence))
    around = known.around or _surroundings(text, known, vocabulary)
    for quantity in quantities:
        is_range = quantity.value_high is not None
        qualifier, begin = read_qualifier(sentence, quantity.first, quantity.stop, is_range)
        if qualifier == "exact":  # екі мыңнан астам таблетка
            qualifier, _ = read_qualifier(sentence, begin, quantity.number_stop, is_range)
        qualifier = "about" if quantity.inverted and qualifier == "exact" else qualifier
        matter = read_matter(sentence, quantity, begin, told, around, vocabulary)
        if matter is None or is_time_counted_over(sentence, quantity):
            set_aside.append(_stretch(sentence, quantity))
            continue
        if not (is_ratio(matter.unit) and opens_bracket(sentence, begin)):
            told = told.add(matter, is_part=names_part(sentence, begin))
        figures.append(_make_figure(text, sentence, quantity, matter, qualifier))
    return FigureReading(tuple(figures), tuple(set_aside), told)


def _without_price_units(
    sentence: Sentence, quantities: list[PrintedQuantity]
) -> list[PrintedQuantity]:
    """Leave out the ``one gram`` that a sum of money in the sentence is the price of."""
    has_money = any(q.unit is not None and q.unit.dimension.startswith("money") for q in quantities)
    return [q for q in quantities if not (has_money and is_price_unit(sentence, q))]


def words_within(sentence: Sentence, stretches: Sequence[tuple[int, int]]) -> frozenset[int]:
    """Places of the sentence's words that touch any of the stretches (sorted by start)."""
    first = bisect_left(stretches, sentence.start, key=lambda stretch: stretch[1])
    taken: set[int] = set()
    for start, end in stretches[first:]:
        if start >= sentence.end:
            break
        low = bisect_left(sentence.words, start + 1, key=lambda word: word.end)
        high = bisect_left(sentence.words, end, key=lambda word: word.start)
        taken.update(range(low, high))
    return frozenset(taken)


def _stretch(sentence: Sentence, quantity: PrintedQuantity) -> tuple[int, int]:
    words = sentence.words
    return words[quantity.first].start, words[quantity.stop - 1].end


def _make_figure(
    text: DocumentText,
    sentence: Sentence,
    quantity: PrintedQuantity,
    matter: Matter,
    qualifier: str,
) -> Figure:
    start, end = _stretch(sentence, quantity)
    value, other = whole_count(quantity, matter.unit)
    if quantity.numeral.half and matter.unit.code == "%":
        value = 50.0
    return build_figure(
        text,
        (start, end),
        Amount(value, quantity.value_high, other, matter.unit),
        matter,
        qualifier,
        NOTHING_SAID,
        sentence.folded,
    )


def whole_count(quantity: PrintedQuantity, unit: Unit) -> tuple[float, float | None]:
    """Value and other reading; what is counted piece by piece has a thousands sign, no decimals."""
    counted = unit.dimension.startswith("count") and "/" not in unit.code
    if not counted or quantity.other is None:
        return quantity.value, quantity.other
    return max(quantity.value, quantity.other), None


@dataclass(frozen=True)
class Amount:
    """Value or range in a unit, and the other reading of an ambiguous number."""

    value: float
    high: float | None
    other: float | None
    unit: Unit


def build_figure(
    text: DocumentText,
    stretch: tuple[int, int],
    amount: Amount,
    matter: Matter,
    qualifier: str,
    counting: Counting,
    around: str,
) -> Figure:
    """Put a figure together: conversion to the base unit, doubts, span, id."""
    span = make_span(text, *stretch)
    doubt = doubt_figure(amount.value, amount.high, amount.other, amount.unit, around)
    high_base = None if amount.high is None else Quantity(amount.high, amount.unit).in_base()
    return Figure(
        id=identify("figure", span.document, span.text_version, *stretch),
        value=amount.value,
        value_high=amount.high,
        value_printed=span.quote,
        unit=amount.unit.code,
        value_base=Quantity(amount.value, amount.unit).in_base(),
        value_high_base=high_base,
        unit_base=amount.unit.base,
        of=matter.of,
        of_code=matter.of_code,
        qualifier=qualifier,
        accumulation=counting.accumulation,
        period=counting.period,
        suspect=None if doubt is None else doubt.suspect,
        likely_reading=None if doubt is None else doubt.likely_reading,
        row_label=None,
        column_label=None,
        table_title=None,
        span=span,
    )
