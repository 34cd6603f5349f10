"""The nouns of entities: what is compared of an event, and which events are one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations
from math import floor, log

from sholu.entities.days import told_as_news
from sholu.entities.details import hiding_places
from sholu.entities.drugs import particular
from sholu.entities.measures import MEASURED, is_amount, unit_of
from sholu.entities.rarity import total_bits

Measure = tuple[float, float | None, str | None]
"""A value, its higher end and its unit, one for all units of things."""

TELLING_COUNT = 10
"""A smaller number of persons or cases is shared by many events, and nobody rounds it."""

SPANS = frozenset({"year_to_date", "period"})
"""Accumulations of many events' figures."""

COUNTED_OVER_SPANS = MEASURED | {"person", "case", "tablet", "capsule", "plant", "item"}
"""What the police add up; what a gang earned in a year is of one event."""

MOST_PARTS = 6
"""Amounts of one unit from which a report is a list, and some of it adds up to anything."""

ROUNDED = 1.5
"""Two values of which neither is so many times the other may be one, rounded."""

AROUND = {
    "KG-GB": "KG-C", "KG-GO": "KG-O", "KZ-71": "KZ-11", "KZ-75": "KZ-19",
    "KZ-79": "KZ-61", "TJ-DU": "TJ-RA", "UZ-TK": "UZ-TO",
}  # fmt: skip
"""Cities that are regions of their own, and the region around each, most often of its name."""


LANDS_OF_PEOPLE = {
    "kazakh": "KZ", "kyrgyz": "KG", "tajik": "TJ", "uzbek": "UZ", "turkmen": "TM", "afghan": "AF",
    "russian": "RU", "chinese": "CN", "iranian": "IR", "pakistani": "PK", "ukrainian": "UA",
}  # fmt: skip
"""Details that say whose citizen or neighbour somebody is."""


@dataclass(frozen=True)
class ComparedFigure:
    """What of a figure is compared: its value in the base unit, and of what if that is known.

    ``of`` is a substance's code; else the source's words in small letters; else None.
    ``accumulation`` and ``qualifier`` as in `sholu.mentions.model.Figure`.
    """

    value: float
    value_high: float | None
    unit: str | None
    of: str | None
    accumulation: str | None = None
    qualifier: str | None = None

    @cached_property
    def measure(self) -> Measure:
        """What of it another report may say alike."""
        return self.value, self.value_high, unit_of(self)


@dataclass(frozen=True)
class EventKey:
    """What of an event is compared with others.

    Attributes:
        title: normalised: small letters, one space between words.
        published: ISO date or period; None if unknown.
        date_start: ISO, partial allowed; None if unknown.
        figures: those of its text.
        sketch: MinHash of title and text (`sholu.evidence.near_duplicates`).
        substances: codes; what a figure is ``of`` is sure if it is one of them.
        date_end: ISO, partial allowed; None if unknown.
        date_basis: whether its text states the day or says it from that of publication.
        places: names of the towns and districts.
        named: names of all towns and districts in its text, whatever they have to do with it.
        named_regions, named_lands: codes of the regions and countries of all places in its text.
        agencies: codes.
        ages: of persons whom its text describes.
        details: what else its text tells that outlets of all languages print (`details.py`).
        names: of shops, cars, villages and persons, without vowels and masked (`proper_names.py`).
    """

    id: str
    documents: tuple[str, ...]
    title: str
    kind: str | None
    countries: tuple[str, ...]
    regions: tuple[str, ...]
    published: str | None
    date_start: str | None
    figures: tuple[ComparedFigure, ...]
    sketch: tuple[int, ...]
    substances: tuple[str, ...] = ()
    date_end: str | None = None
    date_basis: str | None = None
    places: tuple[str, ...] = ()
    named: tuple[str, ...] = ()
    named_regions: tuple[str, ...] = ()
    named_lands: tuple[str, ...] = ()
    agencies: tuple[str, ...] = ()
    ages: tuple[int, ...] = ()
    details: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    about_drugs: bool = True

    # Each event is compared with many others: what follows from its facts is asked once.

    @cached_property
    def day_told(self) -> str | None:
        """The day or days of the event; None if not told, or no news when it was published."""
        return told_as_news(self.date_start, self.date_end, self.published)

    @cached_property
    def told(self) -> frozenset[str]:
        """Its details, for comparing."""
        return frozenset(self.details)

    @cached_property
    def hidden_in(self) -> frozenset[str]:
        """Those of its details that say what something was hidden or carried in."""
        return self.told & hiding_places()

    @cached_property
    def bits_told(self) -> float:
        """What its details would tell if another report had them all."""
        return total_bits(self.told)

    @cached_property
    def spots(self) -> frozenset[str]:
        """The towns, districts and checkpoints among its places."""
        return frozenset(place for place in self.places if not place.endswith(" region"))

    @cached_property
    def areas(self) -> tuple[str, ...]:
        """Its regions, and those around its cities, which outlets mix up with them."""
        around = (AROUND[code] for code in self.regions if code in AROUND)
        return tuple(dict.fromkeys((*self.regions, *around)))

    @cached_property
    def drugs(self) -> frozenset[str]:
        """The substances that name one drug, not a group."""
        return frozenset(particular(self.substances))

    @cached_property
    def has_amount(self) -> bool:
        """Whether it tells an amount, which two events seldom share."""
        return any(map(is_amount, self.figures))

    @cached_property
    def by_measure(self) -> dict[Measure, ComparedFigure]:
        """Its figures by what another report may say alike; of equal ones the last.

        Of nine to sixteen years another report tells sixteen.
        """
        told = {figure.measure: figure for figure in self.figures}
        for figure in self.figures:
            if figure.value_high is not None:
                told.setdefault((figure.value_high, None, figure.measure[2]), figure)
        return told

    @cached_property
    def tells_a_span(self) -> bool:
        """Whether it counts over a season what several events yielded."""
        return any(
            figure.accumulation in SPANS and figure.unit in COUNTED_OVER_SPANS
            for figure in self.figures
        )

    @cached_property
    def sums(self) -> dict[str, tuple[float, ...]]:
        """By unit what its amounts add up to, two and two and all together."""
        return dict(sums_of(self.figures))

    @cached_property
    def roundable(self) -> int:
        """How many of its figures are large enough to be rounded."""
        return sum(figure.value >= TELLING_COUNT or is_amount(figure) for figure in self.figures)

    @cached_property
    def near(self) -> frozenset[tuple[str | None, int]]:
        """Steps of `ROUNDED` in which its figures and their sums lie, and the next.

        A rounded one shares one.
        """
        told = [(figure.measure[2], figure.value) for figure in self.figures if figure.value > 0]
        added = ((unit, total) for unit, totals in self.sums.items() for total in totals)
        steps = ((unit, floor(log(value, ROUNDED))) for unit, value in (*told, *added))
        return frozenset((unit, at + more) for unit, at in steps for more in (0, 1))

    @cached_property
    def lands(self) -> tuple[str, ...]:
        """Its countries, and those of its agencies: whose border guards it is tells where."""
        of_agencies = (code.partition(".")[0] for code in self.agencies)
        return tuple(dict.fromkeys((*self.countries, *(c for c in of_agencies if len(c) == 2))))

    @cached_property
    def lands_named(self) -> tuple[str, ...]:
        """All countries that its text names by their places, agencies or inhabitants."""
        of_people = (LANDS_OF_PEOPLE[word] for word in self.details if word in LANDS_OF_PEOPLE)
        return tuple(dict.fromkeys((*self.lands, *self.named_lands, *of_people)))


def sums_of(figures: tuple[ComparedFigure, ...]) -> Iterator[tuple[str, tuple[float, ...]]]:
    """By unit what amounts add up to, two and two and all together."""
    by_unit: dict[str, set[float]] = {}
    for figure in figures:
        if figure.unit is not None and figure.unit in MEASURED | {"tablet", "capsule"}:
            by_unit.setdefault(figure.unit, set()).add(figure.value)
    for unit, values in by_unit.items():
        if 1 < len(values) <= MOST_PARTS:
            yield unit, tuple({*map(sum, combinations(values, 2)), sum(values)})


@dataclass(frozen=True)
class Cluster:
    """Events that are one. ``reason`` says why; empty for an event that stands alone."""

    members: tuple[str, ...]
    reason: str
