"""Make figures of tables: numbers with what their row, column and title say of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from sholu.core.quantity import Unit
from sholu.evidence.model import Cell, DocumentText
from sholu.mentions.counted import unit_of
from sholu.mentions.dates import DateReading, find_dates
from sholu.mentions.figure_wording import NOTHING_SAID, Counting, read_counting, read_qualifier
from sholu.mentions.figures import (
    Amount,
    FigureReading,
    Known,
    build_figure,
    read_sentence,
    whole_count,
    within,
    words_within,
)
from sholu.mentions.matter import Matter
from sholu.mentions.model import Figure
from sholu.mentions.names import match_names
from sholu.mentions.per_vocabulary import once_per_vocabulary
from sholu.mentions.quantities import PrintedQuantity, read_quantities
from sholu.mentions.sentences import Sentence
from sholu.mentions.substances import index_substances
from sholu.mentions.units import (
    ITEM,
    UnitIndex,
    compose,
    index_units,
    match_denominator,
    match_unit,
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


@dataclass(frozen=True)
class _Label:
    """What a row heading, column heading or title says.

    Attributes:
        text: as joined by the parser.
        unit: the one it names; None for none or for several.
        of_code: code of the substance it names, or None.
        dates: dates in it, offsets counted in the label.
    """

    text: str
    unit: Unit | None
    of_code: str | None
    dates: tuple[DateReading, ...]


@dataclass(frozen=True)
class _Headings:
    """The three labels of a cell."""

    row: _Label
    column: _Label
    title: _Label

    def words(self) -> str:
        """All three labels folded, in which a reason for doubt or against it may stand."""
        return f" {self.row.text} {self.column.text} {self.title.text}".casefold()

    def unit(self) -> Unit | None:
        """The unit that the headings name, the nearest first: column, row, title."""
        labels = (self.column, self.row, self.title)
        return next((label.unit for label in labels if label.unit is not None), None)

    def matter(self, unit: Unit) -> Matter:
        """What the cell counts: the row's heading, or the column's where rows are dates."""
        rows_are_dates = bool(self.row.dates) and not self.column.dates
        of = self.column.text if rows_are_dates or not self.row.text else self.row.text
        labels = (self.row, self.column, self.title)
        code = next((label.of_code for label in labels if label.of_code is not None), None)
        return Matter(of or None, code, unit)

    def counting(self, unit: Unit, sentence: Sentence) -> Counting:
        """The time that a heading or the title names."""
        for label in (self.column, self.row, self.title):
            # Offsets of labels mean nothing in the document; any place after them will do.
            counting = read_counting(unit, sentence, label.dates, NOTHING_SAID, len(label.text) + 1)
            if counting.period is not None:
                return counting
        return read_counting(unit, sentence, (), NOTHING_SAID, 0)


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
    headings = _headings(cell, sentence.language, vocabulary)
    quantity = _lone_quantity(sentence, known, index_units(vocabulary))
    if quantity is None:
        dated = replace(known, dates=within(known.dates, sentence))
        reading = read_sentence(text, sentence, dated, NOTHING_SAID, vocabulary)
        labelled = tuple(_with_headings(figure, cell) for figure in reading.figures)
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
    headings: _Headings,
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
        headings.counting(amount.unit, sentence),
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


def _headings(cell: Cell, language: str | None, vocabulary: Vocabulary) -> _Headings:
    return _Headings(
        row=_read_label(cell.row_label, language, vocabulary),
        column=_read_label(cell.column_label, language, vocabulary),
        title=_read_label(cell.table_title, language, vocabulary),
    )


def _read_label(label: str, language: str | None, vocabulary: Vocabulary) -> _Label:
    """A label, read once: a table has few labels and many cells."""
    labels = _labels(vocabulary)
    if (label, language) not in labels:
        if len(labels) > _MOST_LABELS:
            labels.clear()
        labels[label, language] = _read_new_label(label, language, vocabulary)
    return labels[label, language]


_MOST_LABELS = 8192
"""A large statistics book has some thousand labels."""


@once_per_vocabulary
def _labels(vocabulary: Vocabulary) -> dict[tuple[str, str | None], _Label]:
    return {}


def _read_new_label(label: str, language: str | None, vocabulary: Vocabulary) -> _Label:
    words = tuple(split_words(label))
    if not words:
        return _Label(label, None, None, ())
    # The place in a paragraph is of no meaning for a label.
    sentence = Sentence(0, len(label), language, "heading", 0, words)
    substance = next(iter(match_names(sentence, index_substances(vocabulary))), None)
    code = None if substance is None or substance.weak else substance.code
    dates = find_dates(label, [sentence], None)
    unit = _label_unit(words, language, index_units(vocabulary)) or _counted_unit(
        words, language, vocabulary
    )
    return _Label(label, unit, code, dates)


def _label_unit(words: Sequence[Word], language: str | None, index: UnitIndex) -> Unit | None:
    """The one unit of measure or price that a heading names, e.g. ``(kg)``, ``tenge per gram``."""
    found = list(_units_in(words, language, index))
    money = [unit for unit in found if unit.dimension.startswith("money")]
    if len(found) == 2 and len(money) == 1:  # "Price of a gram, tenge"
        other = next(unit for unit in found if unit not in money)
        priced = other.dimension in ("mass", "volume") and "/" not in money[0].code
        return compose(money[0], other) if priced else money[0]
    distinct = list(dict.fromkeys(found))
    return distinct[0] if len(distinct) == 1 else None


def _units_in(words: Sequence[Word], language: str | None, index: UnitIndex) -> Iterable[Unit]:
    place = 0
    while place < len(words):
        found = match_unit(words, place, language, index) if _may_name_unit(words, place) else None
        if found is None:
            place += 1
            continue
        unit, place = found
        denominator = match_denominator(words, place, language, index)
        if denominator is not None:
            unit, place = compose(unit, denominator[0]), denominator[1]
        if not unit.dimension.startswith("time"):
            yield unit


def _may_name_unit(words: Sequence[Word], place: int) -> bool:
    """A single letter is a unit only in brackets or after a comma (``Opium, g``, ``(t)``)."""
    if len(words[place].text) > 1 or words[place].kind == "sign":
        return True
    return place > 0 and words[place - 1].text in "(,/"


_COUNTING_WORDS = frozenset(
    [
        "number",
        "numbers",
        "count",
        "quantity",
        "total",
        "количество",
        "число",
        "кол-во",
        "всего",
        "саны",
        "барлығы",
        "of",
    ]
)


def _counted_unit(
    words: Sequence[Word], language: str | None, vocabulary: Vocabulary
) -> Unit | None:
    """``Number of people``, ``Количество преступлений``, or a heading that is just ``Cases``."""
    counts = any(word.folded in _COUNTING_WORDS for word in words)
    if not counts and len(words) > 2:
        return None
    unit = unit_of(words, language, vocabulary)
    return None if unit == ITEM else unit
