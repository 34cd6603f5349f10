"""The nouns of indicators: what the figures say, and what each of them rests on."""

from __future__ import annotations

from dataclasses import dataclass, replace

from sholu.core.errors import SholuError
from sholu.core.ids import identify
from sholu.core.period import parse_partial_date
from sholu.vocabulary.model import Break

STATUSES: tuple[str, ...] = ("reported", "zero", "unknown", "not_reported", "suppressed")
"""What a source says at a place of its table: a value, none at all (0), that nobody knows, nothing,
or that it withholds the value. Only the first two have a value."""

FREQUENCIES: tuple[str, ...] = (
    "year", "half_year", "quarter", "month", "week", "day", "year_to_date", "other",
)  # fmt: skip
"""How long the periods of a series are; one series has one length."""


class IndicatorError(SholuError):
    """A question that the figures cannot answer, or figures that cannot be what they say."""


@dataclass(frozen=True)
class ClaimPoint:
    """A claim brought to the place, period and unit of a series.

    A cell of a table that says "not reported" or "suppressed" is a point too: it has no figure, so
    that there is no such claim in ``claims.claim``, but it has its span.

    Attributes:
        claim: id of the claim.
        indicator: code; ``place``: ISO code; ``substance``: code, or None where the indicator is
            about none, or about all drugs together.
        scope: what else narrows it, as ``name=value`` in the order of names, joined by ``; ``:
            ``article=297; statistic=median``; empty for the whole.
        period: ISO, partial allowed, both ends inclusive.
        accumulation: ``period``, ``year_to_date``, ``stock`` or ``rate``.
        value, value_high: in ``unit``, the unit of the indicator; ``value_high`` only for a range.
        status: one of `STATUSES`.
        qualifier: ``exact``, ``about``, ``more_than``, ``less_than`` or ``up_to``.
        printed: as the source has it, with its own unit.
        grade: reliability of the source, A to F; F where nobody is registered.
        published: when the document was published; ``retrieved``: when it came here.
        span: id of the words or the cell; None for a reference to a work elsewhere.
        reading: ``proposed``, ``accepted`` or ``corrected``.
        suspect: why the figure cannot be right as printed; empty if nothing speaks against it.
        note: what was done to bring it here, besides converting the unit; empty for nothing.
        low, high: the interval of an estimate, in ``unit``, where its source gives one.
    """

    claim: str
    indicator: str
    place: str
    substance: str | None
    scope: str
    period: str
    accumulation: str
    value: float | None
    value_high: float | None
    unit: str
    status: str
    qualifier: str
    printed: str
    source: str | None
    cited_source: str | None
    grade: str
    document: str | None
    published: str | None
    retrieved: str
    span: str | None
    entered_by: str | None
    reading: str
    confidence: float
    marking: str
    suspect: str = ""
    note: str = ""
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True)
class Observation:
    """One place in a series: what is drawn, by which rule, and every claim about it.

    Attributes:
        id: stable as long as series and period are the same.
        series: id of the series.
        frequency: one of `FREQUENCIES`.
        first_day, last_day: of the period, ISO, both inclusive.
        value, value_high: of the chosen claim, or computed; ``value_high`` only for a range.
        low, high: the interval of the value where its source gives one, or the ends of a range;
            None else.
        status: one of `STATUSES`.
        derived: how the value was computed from claims: ``year_to_date_step``; empty if it is a
            claim's own.
        chosen: id of the claim that is drawn; None for a computed value.
        rule: the rule that chose it (`sholu.indicators.choice`), or ``journal entry N``.
        differing: whether other claims give another value or status for the same place.
        points: all claims about it, the chosen one first.
    """

    id: str
    series: str
    indicator: str
    place: str
    substance: str | None
    scope: str
    frequency: str
    accumulation: str
    period: str
    first_day: str
    last_day: str
    value: float | None
    value_high: float | None
    low: float | None
    high: float | None
    unit: str
    status: str
    qualifier: str
    derived: str
    chosen: str | None
    rule: str
    differing: bool
    marking: str
    points: tuple[ClaimPoint, ...]

    @property
    def drawn_source(self) -> str | None:
        """Code of the source that itself says the drawn value; None for a work that it cites."""
        first = self.points[0] if self.points else None
        return None if first is None or first.cited_source else first.source


@dataclass(frozen=True)
class Series:
    """An indicator over time for one place, substance and scope; periods of one length.

    Attributes:
        observations: by period.
        breaks: those that fall between its first and its last day.
    """

    id: str
    indicator: str
    place: str
    substance: str | None
    scope: str
    frequency: str
    accumulation: str
    unit: str
    observations: tuple[Observation, ...]
    breaks: tuple[Break, ...]

    def between(self, start: str | None, end: str | None) -> Series | None:
        """Its observations that lie whole between two partial dates, both inclusive.

        Returns:
            None if there are none.
        """
        first = str(parse_partial_date(start).first_day()) if start else "0001-01-01"
        last = str(parse_partial_date(end).last_day()) if end else "9999-12-31"
        kept = tuple(
            one for one in self.observations if first <= one.first_day and one.last_day <= last
        )
        if not kept:
            return None
        breaks = (one for one in self.breaks if kept[0].first_day < one.day <= kept[-1].last_day)
        return replace(self, observations=kept, breaks=tuple(breaks))


@dataclass(frozen=True)
class Registration:
    """One line of a register of offences, as an agency hands it over.

    Attributes:
        date: ISO, to the day where it is known.
        place: ISO code; ``unit``: the unit that registered it.
        article, part: of the law, as text; ``substance``: code.
        mass_g: None where the row has none; ``mass_printed`` as it stands there.
        person: keyed pseudonym; ``officers``: keyed pseudonyms, in order.
        role, detection, outcome: categories named by the mapping.
        row: number of its row in the table, the heading's row included.
        span: id of the row's span, with codes in place of persons.
    """

    id: str
    table: str
    document: str
    row: int
    date: str | None
    place: str | None
    unit: str | None
    officers: tuple[str, ...]
    person: str | None
    article: str | None
    part: str | None
    substance: str | None
    mass_g: float | None
    mass_printed: str | None
    role: str | None
    detection: str | None
    outcome: str | None
    marking: str
    span: str | None = None


@dataclass(frozen=True)
class Answer:
    """What one respondent answered to one question of a survey.

    Attributes:
        table: name of the mapping; ``respondent``: number of the row, no name.
        question: code in the mapping; ``answer``: category, or None if not answered.
        weight: how many people the respondent stands for; 1 without weights.
    """

    table: str
    document: str
    respondent: str
    question: str
    answer: str | None
    weight: float
    place: str | None
    date: str | None
    marking: str


@dataclass(frozen=True)
class SetAside:
    """What of a table or of the claims no series could take, and why.

    Attributes:
        where: name of the mapping, or ``claims``.
        reason: in a sentence; ``example``: what stood there the first time.
        count: how often.
        span: id of the place where it stood the first time; None where it has none.
    """

    where: str
    document: str | None
    reason: str
    example: str
    count: int
    span: str | None = None


def scope_of(parts: dict[str, str]) -> str:
    """The scope's one spelling.

    >>> scope_of({"statistic": "median", "article": "297"})
    'article=297; statistic=median'
    """
    return "; ".join(f"{name}={parts[name]}" for name in sorted(parts) if parts[name])


def scope_parts(scope: str) -> dict[str, str]:
    """The scope's names and values.

    >>> scope_parts("article=297; statistic=median")
    {'article': '297', 'statistic': 'median'}
    """
    pairs = (part.partition("=") for part in scope.split("; ") if part)
    return {name: value for name, _, value in pairs}


def series_id(point: ClaimPoint, frequency: str) -> str:
    """The id of the series that a point belongs to."""
    return identify(
        "series", point.indicator, point.place, point.substance, point.scope, point.unit, frequency
    )
