"""Read what a table's headings and title say: unit, substance, period."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sholu.core.quantity import Unit
from sholu.evidence.model import Cell
from sholu.mentions.counted_units import unit_of
from sholu.mentions.dates import DateReading, find_dates
from sholu.mentions.names import match_names
from sholu.mentions.per_vocabulary import once_per_vocabulary
from sholu.mentions.sentences import Sentence
from sholu.mentions.substances import index_substances
from sholu.mentions.time_counted import Counting, said_by_heading
from sholu.mentions.told import Matter
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


@dataclass(frozen=True)
class Label:
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
class Headings:
    """The three labels of a cell."""

    row: Label
    column: Label
    title: Label

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

    def counting(self, unit: Unit) -> Counting:
        """The time that a heading or the title names, the nearest first."""
        said = [said_by_heading(unit, label.dates) for label in (self.column, self.row, self.title)]
        return next((one for one in said if one.period is not None), said[-1])


def read_headings(cell: Cell, language: str | None, vocabulary: Vocabulary) -> Headings:
    return Headings(
        row=_read_label(cell.row_label, language, vocabulary),
        column=_read_label(cell.column_label, language, vocabulary),
        title=_read_label(cell.table_title, language, vocabulary),
    )


def _read_label(label: str, language: str | None, vocabulary: Vocabulary) -> Label:
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
def _labels(vocabulary: Vocabulary) -> dict[tuple[str, str | None], Label]:
    return {}


def _read_new_label(label: str, language: str | None, vocabulary: Vocabulary) -> Label:
    words = tuple(split_words(label))
    if not words:
        return Label(label, None, None, ())
    # The place in a paragraph is of no meaning for a label.
    sentence = Sentence(0, len(label), language, "heading", 0, words)
    substance = next(iter(match_names(sentence, index_substances(vocabulary))), None)
    code = None if substance is None or substance.weak else substance.code
    dates = find_dates(label, [sentence], None)
    unit = _label_unit(words, language, index_units(vocabulary)) or _counted_unit(
        words, language, vocabulary
    )
    return Label(label, unit, code, dates)


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
