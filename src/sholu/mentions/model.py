"""The nouns of mentions: a span that names something known, and a figure."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass

from sholu.evidence.model import DocumentText, Span
from sholu.sources.model import Document


@dataclass(frozen=True)
class Mention:
    """A span that names something known.

    Attributes:
        kind: ``place``, ``substance``, ``agency``, ``law``, ``date``, ``person``,
            ``personal_data`` (what leads to a private person besides a name) or ``number``
            (a number that counts nothing: of an article, a school, a prize place).
        code: the vocabulary's code; for a date its ISO text; for a person the keyed pseudonym, for
            personal data another (``data-…``);
            for law ``article``, ``article.part`` or ``first/last`` for a stretch of articles; None
            where nothing is known but the kind (an agency's shared name without a country).
        role: for a person ``official`` (speaks or acts for an agency) or ``private``; for personal
            data what they are (`sholu.mentions.personal_data`); for law the code of the act as of
            the day of publication (``KZ.CC2014``, ``KG.CC``), None if the text leaves it open; for
            a date its basis, ``stated`` or ``relative``; for a place the precision, its kind in the
            vocabulary, or ``street`` for a name within another name; for an agency its kind; for a
            number what it is the number of, or ``set aside`` if nothing says what it counts.
        span: a private person's holds the pseudonym in place of the name or number.
    """

    id: str
    kind: str
    code: str | None
    role: str | None
    span: Span


@dataclass(frozen=True)
class Figure:
    """A quantity with what it counts.

    Attributes:
        value, value_high: as the source has it; ``value_high`` only for a range. Several numbers
            with one unit ("1 kg 200 g") are one figure in the smaller unit.
        value_printed: the characters of the number and its unit.
        unit: the source's own unit in one spelling; None if the number has none.
        value_base, value_high_base, unit_base: converted; None without a unit.
        of: what is counted, in the source's words ("drug couriers"); a vocabulary code in
            ``of_code`` if it is a known substance.
        qualifier: ``exact``, ``about``, ``more_than``, ``less_than`` or ``up_to``.
        accumulation: ``period``, ``year_to_date``, ``stock``, ``rate`` or None (not known).
        period: the ISO period that it counts over, if the sentence says so.
        suspect: why it cannot be right as printed; None if nothing speaks against it.
        likely_reading: what was probably meant, or the other reading of an ambiguous number.
        row_label, column_label, table_title: for a figure in a table.
    """

    id: str
    value: float
    value_high: float | None
    value_printed: str
    unit: str | None
    value_base: float | None
    value_high_base: float | None
    unit_base: str | None
    of: str | None
    of_code: str | None
    qualifier: str
    accumulation: str | None
    period: str | None
    suspect: str | None
    likely_reading: str | None
    row_label: str | None
    column_label: str | None
    table_title: str | None
    span: Span


PRINTED_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ‘`´][^\W\d_]+)*[ʼ‘`´]?")
"""A word as printed, with the apostrophes that some alphabets have inside and at the end."""


@dataclass(frozen=True)
class ReadingForm:
    """A text in the letters that the vocabulary is written in, and the way back.

    Attributes:
        document: the document's text for reading, its parts where they stand there.
        changes: stretches of other length, in order: start and end in the reading form, start and
            end in the text as printed.
        spelled: words as printed, with their spelling in the reading form.
    """

    document: DocumentText
    changes: tuple[tuple[int, int, int, int], ...]
    spelled: Mapping[str, str]

    def printed(self, offset: int) -> int:
        """Where an offset of the reading form stands in the text as printed."""
        place = bisect_right(self.changes, offset, key=lambda change: change[0]) - 1
        return offset if place < 0 else _moved(offset, *self.changes[place])

    def read(self, offset: int) -> int:
        """Where an offset of the text as printed stands in the reading form."""
        place = bisect_right(self.changes, offset, key=lambda change: change[2]) - 1
        if place < 0:
            return offset
        start, end, first, last = self.changes[place]
        return _moved(offset, first, last, start, end)

    def spell(self, text: str) -> str:
        """Words that stand in the document (a title, a mended paragraph) in the reading form."""
        return PRINTED_WORD.sub(lambda word: self.spelled.get(word[0], word[0]), text)


def _moved(offset: int, start: int, end: int, to_start: int, to_end: int) -> int:
    """An offset at or after ``start`` moved; one inside goes as far as the other stretch does."""
    if offset >= end:
        return to_end + offset - end
    return to_start + min(offset - start, to_end - to_start)


@dataclass(frozen=True)
class AnnotatedDocument:
    """A document with its text and all that was found in it; what readers of events and claims get.

    Attributes:
        mentions, figures: ordered by the start of their span, which counts in ``text``.
        reading_form: of ``text``; None if that is read as it is printed.
    """

    document: Document
    text: DocumentText
    mentions: tuple[Mention, ...]
    figures: tuple[Figure, ...]
    reading_form: ReadingForm | None = None
