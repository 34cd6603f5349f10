"""What a report says of time, sentence by sentence: its head, its last word, and what is around."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from sholu.mentions.dates import DateReading, within
from sholu.mentions.model import Figure
from sholu.mentions.sentences import Sentence
from sholu.mentions.time_marks import Mark, find_marks

AROUND = 25
"""Sentences before and after a number within which a long document is one report."""

_ORDER = (
    ("since_january", ("year_to_date", "since_january")),
    ("year", ("year",)),
    ("months", ("months",)),
    ("month", ("month",)),
    ("days", ("days",)),
    ("some_time", ("period_named", "over_some_time", "time_told_before")),
    ("bare_month", ("bare_month",)),
    ("stock", ("stock", "as_of")),
)
"""The time that a sentence tells, by its marks; the first that it has."""

_BREAKS = frozenset(("one_event", "day", "time_of_crime"))
"""Marks of a sentence that tells a story of its own: the time before is not handed on."""


@dataclass(frozen=True)
class Told:
    """The last time that was told: by which sentence, and whether a story of its own came since."""

    name: str
    at: int
    broken: bool


class Report:
    """Sentences with what they say of time.

    Args:
        sentences: in order, those of tables left out.
        figures: all of the report, for those that a headline repeats.
    """

    def __init__(
        self,
        sentences: Sequence[Sentence],
        dates: Sequence[DateReading],
        figures: Sequence[Figure],
    ) -> None:
        self.sentences = sentences
        self.marks: list[tuple[Mark, ...]] = [
            find_marks(sentence, within(dates, sentence)) for sentence in sentences
        ]
        self.names = [tuple(dict.fromkeys(m.name for m in marks)) for marks in self.marks]
        self.times = [_time_of(names) for names in self.names]
        self.is_broken = [not _BREAKS.isdisjoint(names) for names in self.names]
        self._figures = figures

    @cached_property
    def paragraphs(self) -> list[int]:
        """The number of each sentence's paragraph, counted from nought without gaps."""
        numbers = {p: n for n, p in enumerate(dict.fromkeys(s.paragraph for s in self.sentences))}
        return [numbers[sentence.paragraph] for sentence in self.sentences]

    @cached_property
    def places(self) -> list[str]:
        """Where each sentence stands: title, lead, last paragraph or between."""
        last = self.paragraphs[-1]
        return [
            "title" if p == 0 else "lead" if p == 1 else "last" if p == last else "rest"
            for p in self.paragraphs
        ]

    @cached_property
    def title(self) -> frozenset[str]:
        """Names of the marks of the title."""
        return self._names_of("title")

    @cached_property
    def lead(self) -> frozenset[str]:
        """Names of the marks of the first paragraph."""
        return self._names_of("lead")

    def _names_of(self, place: str) -> frozenset[str]:
        some = [names for names, p in zip(self.names, self.places, strict=True) if p == place]
        return frozenset().union(*some)

    def around(self, at: int) -> frozenset[str]:
        """Names of the marks of the sentences around one."""
        return frozenset().union(*self.names[max(0, at - AROUND) : at + AROUND])

    @cached_property
    def told(self) -> list[Told | None]:
        """By sentence the last time told, its own counts first."""
        found: list[Told | None] = []
        last: Told | None = None
        for at, (time, is_broken) in enumerate(zip(self.times, self.is_broken, strict=True)):
            if time is not None:
                last = Told(time, at, broken=False)
            elif last is not None and is_broken:
                last = Told(last.name, last.at, broken=True)
            found.append(last)
            if time is not None and is_broken:
                last = Told(time, at, broken=True)
        return found

    @cached_property
    def all_told(self) -> tuple[str, ...]:
        """The times told, each once."""
        return tuple(dict.fromkeys(time for time in self.times if time is not None))

    @property
    def first_told(self) -> str:
        """The time told first; ``none`` for none."""
        return self.all_told[0] if self.all_told else "none"

    @cached_property
    def lengths_told(self) -> tuple[str, ...]:
        """Of the times told those whose length is known."""
        return tuple(t for t in self.all_told if t not in ("bare_month", "some_time"))

    @cached_property
    def shares(self) -> dict[str, float]:
        """How much of the report tells of time, of single stories, and in numbers."""
        sentences = len(self.sentences)
        words = sum(len(s.words) for s in self.sentences)
        numbers = sum(word.kind == "number" for s in self.sentences for word in s.words)
        return {
            "share:told": sum(t is not None for t in self.times) / sentences,
            "share:broken": sum(self.is_broken) / sentences,
            "share:numbers": min(1.0, 10 * numbers / max(1, words)),
            "numbers": min(numbers, 60) / 30,
        }

    def last_period(self, at: int) -> str | None:
        """The last stretch of time told before a sentence: by its paragraph, or by the head.

        A time that is told farther down is that of a paragraph about other years.
        """
        last = self._periods[at - 1] if at else None
        if last is None:
            return None
        iso, told = last
        of_head = self.paragraphs[told] < _HEAD and at - told <= AROUND
        return iso if of_head or self.paragraphs[told] == self.paragraphs[at] else None

    @cached_property
    def _periods(self) -> list[tuple[str, int] | None]:
        """By sentence the last stretch told, its own included, and where; none only compared."""
        found: list[tuple[str, int] | None] = []
        last: tuple[str, int] | None = None
        for at, marks in enumerate(self.marks):
            own = [m.iso for m in marks if m.iso and not m.name.startswith("compared")]
            last = (own[-1], at) if own else last
            found.append(last)
        return found

    def twin(self, figure: Figure) -> int | None:
        """The sentence below the title that has the same amount."""
        return self._amounts.get((figure.unit_base, figure.value_base))

    @cached_property
    def _amounts(self) -> dict[tuple[str | None, float | None], int]:
        found: dict[tuple[str | None, float | None], int] = {}
        for figure in self._figures:
            at = self.sentence_at(figure.span.start)
            if self.places[at] != "title":
                found.setdefault((figure.unit_base, figure.value_base), at)
        return found

    def sentence_at(self, start: int) -> int:
        """The sentence that an offset lies in."""
        return max(0, bisect_right(self._starts, start) - 1)

    @cached_property
    def _starts(self) -> list[int]:
        return [sentence.start for sentence in self.sentences]


def _time_of(names: Sequence[str]) -> str | None:
    return next((time for time, marks in _ORDER if any(m in names for m in marks)), None)


def length_told(sentences: int) -> str:
    """How many sentences lie between, roughly."""
    return str(sentences) if sentences < _FEW else "few" if sentences < _MANY else "many"


_FEW, _MANY = 3, 6
_HEAD = 2
"""Title and first paragraph."""
