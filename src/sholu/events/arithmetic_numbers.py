"""The numbers of a sentence as arithmetic needs them: how far each may be from what it stands for.

The rule of rounding. A number is right to half a unit of its last printed digit: 9 kg is 8.5 to
9.5 kg, 46.1 kg is 46.05 to 46.15 kg. Persons, cases and other things that are counted are exact.
Zeros at the end are digits like others, unless there are three or more of them (17 000), or a word
stands for them (17 thousand), or the number is called an approximation. After ``about`` or
``almost`` the number is right to a whole unit of its last digit, and one that ends in 5 to five;
``more than`` and ``less than`` leave one side open.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from sholu.mentions.model import AnnotatedDocument, Figure, Mention
from sholu.mentions.numerals import Numeral, read_numeral
from sholu.mentions.sentences import Sentence
from sholu.mentions.suspects import AMBIGUOUS_SIGN
from sholu.mentions.units import ITEM
from sholu.mentions.words import Word, split_words
from sholu.vocabulary.model import Vocabulary

TIME = frozenset({"year", "month", "week", "day", "hour", "minute"})
_SPACES = re.compile(r"\s+")
ROUND = 3
"""Zeros at the end of a number from which they are taken for rounding: 17,000 may be 16,600."""


@dataclass(frozen=True)
class Number:
    """A number in a sentence or cell.

    Attributes:
        printed: its characters with its unit, spaces made one.
        value, low, high: in the base unit; ``low`` to ``high`` is what it may stand for.
        step: what one unit of its last digit is worth, in the base unit.
        unit: the base unit; None for a number that says no unit.
        shown_unit, per_unit: the printed unit and how many base units one of it is.
        qualifier: as of a figure.
        of: what is counted.
        setting: accumulation and period of a figure, to tell one count from another.
        start, end: code points of the text; span: id of the evidence.
        measured: whether it is a measure (15 kg), not a count (15 persons).
        whole: whether it is printed without decimals and nothing says that it was rounded.
        doubtful: whether the figure itself is suspect.
        other: by what its other reading is larger (1,480 kg may be 1.48 kg); None if it has none.
    """

    printed: str
    value: float
    low: float
    high: float
    step: float
    unit: str | None
    shown_unit: str
    per_unit: float
    qualifier: str
    of: str | None
    setting: tuple[str | None, str | None]
    start: int
    end: int
    span: str
    measured: bool
    whole: bool
    doubtful: bool
    other: float | None = None

    def show(self, value: float) -> str:
        """A value of this number's dimension in its own printed unit."""
        unit = self.shown_unit if self.measured else ""
        return f"{value / self.per_unit:,.10g} {unit}".strip()


class NumberReader:
    """The numbers of an annotated document by place."""

    def __init__(self, annotated: AnnotatedDocument, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._figures = annotated.figures
        self._figure_starts = [figure.span.start for figure in annotated.figures]
        self._bare = [m for m in annotated.mentions if (m.kind, m.role) == ("number", "set aside")]
        self._bare_starts = [mention.span.start for mention in self._bare]

    def numbers(self, sentence: Sentence) -> list[Number]:
        """The figures of a sentence and the numbers without a unit, in order."""
        first = bisect_left(self._figure_starts, sentence.start)
        last = bisect_left(self._figure_starts, sentence.end)
        found = [self.of_figure(f, sentence.language) for f in self._figures[first:last]]
        first = bisect_left(self._bare_starts, sentence.start)
        last = bisect_left(self._bare_starts, sentence.end)
        for mention in self._bare[first:last]:
            found += _bare_numbers(mention, sentence)
        return sorted(found, key=lambda number: number.start)

    def figure_in(self, start: int, end: int) -> Figure | None:
        """The only figure that begins in a stretch; None if there is none or more than one."""
        first = bisect_left(self._figure_starts, start)
        last = bisect_right(self._figure_starts, end - 1)
        return self._figures[first] if last - first == 1 else None

    def of_figure(self, figure: Figure, language: str | None) -> Number:
        """A figure with what it may stand for."""
        return read_number(figure, language, self._vocabulary)


def read_number(figure: Figure, language: str | None, vocabulary: Vocabulary) -> Number:
    """A figure with what it may stand for, by the rule of rounding above.

    Args:
        figure: as read.
        language: of its text, for numbers in words.
        vocabulary: to tell what is counted from what is measured.
    """
    per_unit = 1.0
    if figure.value_base is not None and figure.value:
        per_unit = figure.value_base / figure.value
    step, rounded = _last_digit(figure.value_printed, figure.value, figure.qualifier, language)
    counted = figure.unit is not None and _is_counted(figure.unit, vocabulary)
    # A misread "4210 годом" (against the year before) is a number without a unit.
    bare = figure.unit in TIME and figure.value >= 100
    number = Number(
        printed=_shown(figure.value_printed, bare=bare),
        value=figure.value * per_unit,
        low=figure.value * per_unit,
        high=(figure.value if figure.value_high is None else figure.value_high) * per_unit,
        step=step * per_unit,
        unit=None if bare else figure.unit_base,
        shown_unit="" if bare else figure.unit or "",
        per_unit=per_unit,
        qualifier=figure.qualifier,
        of=figure.of_code or figure.of,
        setting=(_over_a_time(figure.accumulation), figure.period),
        start=figure.span.start,
        end=figure.span.end,
        span=figure.span.id,
        measured=not counted and not bare,
        whole=figure.qualifier == "exact" and not rounded and step == 1,
        doubtful=figure.suspect is not None,
        other=_other_reading(figure),
    )
    return widened(number, exact=(counted or bare) and not rounded)


def _over_a_time(accumulation: str | None) -> str | None:
    """A half-year is counted since January, too: the two words stand for one and the same count."""
    return "period" if accumulation == "year_to_date" else accumulation


def _other_reading(figure: Figure) -> float | None:
    """By what the other reading of a comma or full stop is larger than the one taken."""
    if figure.suspect != AMBIGUOUS_SIGN or not figure.likely_reading or not figure.value:
        return None
    return float(figure.likely_reading.split()[0]) / figure.value


def as_read(number: Number) -> Number:
    """The number, not doubtful for a sign that may part thousands or decimals."""
    return number if number.other is None else replace(number, doubtful=False)


def read_otherwise(number: Number) -> Number:
    """The number by the other reading of its sign: 1.48 kg for 1,480 kg."""
    if number.other is None:
        return number
    return replace(
        number,
        value=number.value * number.other,
        low=number.low * number.other,
        high=number.high * number.other,
        step=number.step * number.other,
        doubtful=False,
    )


def _is_counted(code: str, vocabulary: Vocabulary) -> bool:
    if code == ITEM.code:
        return True
    return "/" not in code and vocabulary.unit(code).dimension.startswith("count")


def widened(number: Number, *, exact: bool) -> Number:
    """The number with what it may stand for, by the rule of rounding above."""
    if number.qualifier == "more_than":
        return replace(number, high=math.inf)
    if number.qualifier in ("less_than", "up_to"):
        return replace(number, low=min(0.0, number.low))
    slack = 0.0 if exact else number.step / 2
    if number.qualifier == "about":
        slack = number.step
    if not slack:
        return number
    return replace(number, low=number.low - slack, high=number.high + slack)


def _bare_numbers(mention: Mention, sentence: Sentence) -> Iterator[Number]:
    """The numbers of a stretch that says no unit: two in ``280 to 956``."""
    place = 0
    words = [w for w in sentence.words if mention.span.start <= w.start < mention.span.end]
    while place < len(words):
        numeral = read_numeral(words, place, sentence.language)
        if numeral is None:
            place += 1
            continue
        yield _bare_number(numeral, words, mention)
        place = numeral.stop


def _bare_number(numeral: Numeral, words: list[Word], mention: Mention) -> Number:
    start, end = words[numeral.first].start, words[numeral.stop - 1].end
    base = mention.span.start
    printed = mention.span.quote[start - base : end - base]
    whole = numeral.value if numeral.other is None else max(numeral.value, numeral.other)
    step, rounded = _step_of(numeral, words, whole, "exact")
    number = Number(
        printed=_SPACES.sub(" ", printed),
        value=whole,
        low=whole,
        high=whole,
        step=step,
        unit=None,
        shown_unit="",
        per_unit=1.0,
        qualifier="exact",
        of=None,
        setting=(None, None),
        start=start,
        end=end,
        span=mention.span.id,
        measured=False,
        whole=not rounded and step == 1,
        doubtful=False,
    )
    return widened(number, exact=not rounded)


def same_thing(one: Number, two: Number) -> bool:
    """Whether the second of two amounts is of the same thing, perhaps by ellipsis."""
    return one.of == two.of or two.of is None or f"{two.of} ".startswith(f"{one.of} ")


def _shown(printed: str, *, bare: bool) -> str:
    """A number as printed, on one line, without its case (25 %-ға) and a full stop (1 кг.)."""
    shown = _SPACES.sub(" ", printed).strip().removesuffix(".")
    return re.sub(r"\s*[^\W\d]+\.?$", "", shown) if bare else re.sub(r"(?<=%)-\w+$", "", shown)


# The numbers of a text repeat themselves.
@lru_cache(maxsize=4096)
def _last_digit(
    printed: str, value: float, qualifier: str, language: str | None
) -> tuple[float, bool]:
    """What one unit of the last digit is worth in the printed unit, and if zeros were rounded."""
    words = split_words(printed)
    numerals: list[Numeral] = []
    place = 0
    while place < len(words):
        numeral = read_numeral(words, place, language)
        place = place + 1 if numeral is None else numeral.stop
        if numeral is not None:
            numerals.append(numeral)
    if len(numerals) != 1:  # 1 kg 200 g is a figure of 1,200 g; a range is wide by itself
        return 1.0, False
    return _step_of(numerals[0], words, value, qualifier)


def _step_of(
    numeral: Numeral, words: list[Word], value: float, qualifier: str
) -> tuple[float, bool]:
    digits = re.sub(r"\D", "", words[numeral.first].text)
    if numeral.spelled or not digits or not value:
        return (0.5 if value % 1 else numeral.scale), numeral.scale > 1
    decimals = math.log10(int(digits) / abs(value) * numeral.scale) if int(digits) else 0.0
    if abs(decimals - round(decimals)) > 1e-6:  # two and a half
        return 0.5 * numeral.scale, True
    step = numeral.scale / 10 ** round(decimals)
    if round(decimals) > 0:
        return step, numeral.scale > 1
    zeros = len(digits) - len(digits.rstrip("0"))
    vague = qualifier != "exact" or numeral.scale > 1
    if zeros >= ROUND or (zeros and vague):
        step *= 10**zeros
    if vague and digits.rstrip("0").endswith("5"):
        step *= 5
    return step, vague or zeros >= ROUND
