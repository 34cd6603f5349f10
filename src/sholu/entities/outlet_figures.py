"""Match the figures that several outlets print of one event, by what they count."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from sholu.events.arithmetic_numbers import Number, read_number
from sholu.events.spelling import normalise
from sholu.mentions.model import Figure
from sholu.vocabulary.model import Vocabulary

NOT_MATCHED = frozenset({"item"})
"""Units of things of all kinds: only their words in one language say that they are the same."""

Thing = tuple[str | None, str | None]
"""What a figure counts: its base unit, and the substance's code or the words of its text."""


@dataclass(frozen=True)
class PrintedFigure:
    """A figure as one outlet prints it. ``outlet`` is its place among the outlets."""

    outlet: int
    language: str | None
    figure: Figure
    number: Number

    @property
    def thing(self) -> Thing:
        """What it counts."""
        figure = self.figure
        of = figure.of_code or (normalise(figure.of) if figure.of else None)
        return figure.unit_base, of


@dataclass
class FigureRow:
    """The figures of all outlets that count the same thing."""

    said: list[PrintedFigure] = field(default_factory=list)

    def outlets(self) -> frozenset[int]:
        """The outlets that print it."""
        return frozenset(printed.outlet for printed in self.said)

    def agrees(self) -> bool:
        """Whether each two outlets print a number that can be the same."""
        by_outlet = by_outlets(self.said)
        return all(
            any(_may_be_one(a, b) for a in one for b in two)
            for one in by_outlet.values()
            for two in by_outlet.values()
            if one is not two
        )


def by_outlets(said: Iterable[PrintedFigure]) -> Mapping[int, list[PrintedFigure]]:
    """The figures of a row by outlet."""
    found: dict[int, list[PrintedFigure]] = {}
    for printed in said:
        found.setdefault(printed.outlet, []).append(printed)
    return found


def print_figures(
    outlet: int, language: str | None, figures: Sequence[Figure], vocabulary: Vocabulary
) -> list[PrintedFigure]:
    """The figures of one outlet; those suspect as printed are left to their own finding."""
    return [
        PrintedFigure(outlet, language, figure, read_number(figure, language, vocabulary))
        for figure in figures
        if not figure.suspect
    ]


def match_figures(printed: Sequence[PrintedFigure]) -> list[FigureRow]:
    """Rows of figures that count the same thing.

    A figure joins a row that says the same number of the same thing. What is left of a thing is put
    into one row only if each outlet has one number of it: of two seizures and one nobody can say
    which is which.
    """
    rows: list[FigureRow] = []
    for one in printed:
        row = next((r for r in rows if any(_says_the_same(one, other) for other in r.said)), None)
        if row is None:
            row = FigureRow()
            rows.append(row)
        row.said.append(one)
    return _join_lone_rows(rows)


def _join_lone_rows(rows: list[FigureRow]) -> list[FigureRow]:
    by_thing: dict[Thing, list[FigureRow]] = {}
    for row in rows:
        for thing in dict.fromkeys(printed.thing for printed in row.said):
            by_thing.setdefault(thing, []).append(row)
    for (_, of), alike in by_thing.items():
        outlets = [outlet for row in alike for outlet in row.outlets()]
        if of is None or len(alike) < 2 or len(outlets) != len(set(outlets)):
            continue
        alike[0].said += [printed for row in alike[1:] for printed in row.said]
        for row in alike[1:]:
            row.said = []
    return [row for row in rows if row.said]


def _says_the_same(one: PrintedFigure, two: PrintedFigure) -> bool:
    """Whether two figures count the same thing, and their numbers can be the same."""
    (unit, of), (other_unit, other_of) = one.thing, two.thing
    if unit != other_unit or not _may_be_one(one, two):
        return False
    if of == other_of:
        return of is not None or one.outlet != two.outlet
    both_known = one.figure.of_code and two.figure.of_code
    # Words of two languages cannot be compared; of one language they can, and differ.
    return (
        not both_known
        and one.outlet != two.outlet
        and (one.language != two.language or of is None or other_of is None)
        and unit not in NOT_MATCHED
    )


def _may_be_one(one: PrintedFigure, two: PrintedFigure) -> bool:
    """Whether both numbers, each as exact as it is printed, can stand for the same amount."""
    return one.number.low <= two.number.high and two.number.low <= one.number.high
