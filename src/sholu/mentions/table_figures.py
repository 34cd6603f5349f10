"""Make figures of tables: numbers with what their row, column and title say of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from sholu.core.quantity import Unit
from sholu.evidence.model import Cell, DocumentText
from sholu.mentions.dates import within
from sholu.mentions.figure_wording import read_qualifier
from sholu.mentions.figures import (
    Amount,
    FigureReading,
    Known,
    build_figure,
    read_sentence,
    whole_count,
    words_within,
)
from sholu.mentions.measured import PrintedQuantity
from sholu.mentions.model import Figure
from sholu.mentions.quantities import read_quantities
from sholu.mentions.sentences import Sentence
from sholu.mentions.table_headings import Headings, read_headings
from sholu.mentions.time_counted import read_times
from sholu.mentions.units import (
    ITEM,
    UnitIndex,
    index_units,
)
from sholu.mentions.words import Word, split_words
from sholu.vocabulary.model import Vocabulary

_MINUS = frozenset("-−–")
_TIME_HEADINGS = (
    "year",
    "date",
    "month",
    "год",
    "дата",
    "месяц",
    "жыл",
    "күні",
    "no",
    "№",
    "n",
    "#",
    "п",
)


def read_table_figures(
    text: DocumentText, sentences: Sequence[Sentence], known: Known, vocabulary: Vocabulary
) -> FigureReading:
    """All figures in cells that are no headings.

    A cell with nothing but a number is one figure of what its headings say; a cell with sentences
    is
    read as text, and its figures get the headings too.
    """
    figures: list[Figure] = []
    set_aside: list[tuple[int, int]] = []
    cells = {cell.start: cell for cell in text.cells if not cell.is_header}
    signs = _decimal_signs(text)
    cell: Cell | None = None
    for sentence in sentences:
        if sentence.kind != "table":
            continue
        cell = cells.get(sentence.start, cell)
        if cell is None or not _belongs(sentence, cell, text):
            continue
        reading = _read_cell(text, sentence, cell, known, signs.get(cell.table), vocabulary)
        figures += reading.figures
        set_aside += reading.set_aside
    return FigureReading(tuple(figures), tuple(set_aside))


def _belongs(sentence: Sentence, cell: Cell, text: DocumentText) -> bool:
    """Whether a sentence lies in the cell or in a torn-off part of it."""
    if cell.start <= sentence.start < cell.end:
        return True
    return any(
        part.start <= sentence.start < part.end
        for part in text.cells
        if (part.table, part.row, part.column) == (cell.table, cell.row, cell.column)
    )


def _read_cell(
    text: DocumentText,
    sentence: Sentence,
    cell: Cell,
    known: Known,
    sign: str | None,
    vocabulary: Vocabulary,
) -> FigureReading:
    headings = read_headings(cell, sentence.language, vocabulary)
    quantity = _lone_quantity(sentence, known, index_units(vocabulary))
    if quantity is None:
        reading = read_sentence(text, sentence, known, vocabulary)
        dates = within(known.dates, sentence)
        timed = read_times(reading.figures, [sentence], dates, vocabulary)
        labelled = tuple(_with_headings(figure, cell) for figure in timed)
        return FigureReading(labelled, reading.set_aside)
    if _is_row_number(cell):
        return FigureReading((), ())
    figure = _numeric_figure(text, sentence, quantity, headings, sign)
    return FigureReading((_with_headings(figure, cell),), ())


def _is_row_number(cell: Cell) -> bool:
    """Whether the column counts rows or tells dates: its numbers are no figures."""
    words = [word.folded for word in split_words(cell.column_label) if word.kind == "word"]
    bare = cell.column_label.strip()
    return bare in ("№", "#", "No.", "No") or (len(words) == 1 and words[0] in _TIME_HEADINGS)


def _lone_quantity(sentence: Sentence, known: Known, index: UnitIndex) -> PrintedQuantity | None:
    """The quantity of a cell that holds nothing else but signs, a qualifier or a share in
    brackets."""
    taken = words_within(sentence, known.taken)
    if taken:
        return None
    quantities = read_quantities(sentence, index)
    if not quantities:
        return None
    first = quantities[0]
    _, begin = read_qualifier(sentence, first.first, first.stop, first.value_high is not None)
    covered = {place for q in quantities for place in range(q.first, q.stop)}
    covered |= set(range(begin, first.stop))
    left = [word for place, word in enumerate(sentence.words) if place not in covered]
    return None if any(word.kind != "sign" for word in left) else first


def _numeric_figure(
    text: DocumentText,
    sentence: Sentence,
    quantity: PrintedQuantity,
    headings: Headings,
    sign: str | None,
) -> Figure:
    words = sentence.words
    unit = quantity.unit or headings.unit()
    amount = _amount(sentence, quantity, unit or ITEM, sign)
    qualifier, _ = read_qualifier(
        sentence, quantity.first, quantity.stop, quantity.value_high is not None
    )
    figure = build_figure(
        text,
        (words[quantity.first].start, words[quantity.stop - 1].end),
        amount,
        headings.matter(amount.unit),
        qualifier,
        headings.counting(amount.unit),
        sentence.folded + headings.words(),
    )
    if unit is not None:
        return figure
    # Neither cell nor heading names a unit: unknown is null, never guessed.
    return replace(figure, unit=None, value_base=None, value_high_base=None, unit_base=None)


def _amount(sentence: Sentence, quantity: PrintedQuantity, unit: Unit, sign: str | None) -> Amount:
    """Value with its minus, and with the decimal sign that the table itself shows."""
    value, other = whole_count(quantity, unit)
    if other is not None and sign is not None:
        printed = sentence.words[quantity.first].text
        is_decimal = sign in printed
        value, other = (min(value, other) if is_decimal else max(value, other)), None
    if quantity.first == 1 and sentence.words[0].text in _MINUS and _is_tight(sentence, 1):
        value = -value
    return Amount(value, quantity.value_high, other, unit)


def _is_tight(sentence: Sentence, place: int) -> bool:
    return sentence.words[place].start == sentence.words[place - 1].end


def _with_headings(figure: Figure, cell: Cell) -> Figure:
    return replace(
        figure,
        row_label=cell.row_label or None,
        column_label=cell.column_label or None,
        table_title=cell.table_title or None,
    )


def _decimal_signs(text: DocumentText) -> Mapping[int, str | None]:
    """The decimal sign of each table, from numbers that can be read one way only (0.5; 1,234.5).

    None where the table has no such number, or has both.
    """
    seen: dict[int, set[str]] = {}
    for cell in text.cells:
        for word in split_words(text.text, cell.start, cell.end):
            sign = _certain_sign(word)
            if sign is not None:
                seen.setdefault(cell.table, set()).add(sign)
    return {table: next(iter(signs)) if len(signs) == 1 else None for table, signs in seen.items()}


def _certain_sign(word: Word) -> str | None:
    if word.kind != "number":
        return None
    for sign in ".,":
        whole, found, rest = word.text.rpartition(sign)
        if found and rest.isdigit() and (len(rest) != 3 or whole == "0"):
            return sign
    return None
