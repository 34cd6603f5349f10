"""The nouns of a situation: answers, the figures in them, and what is not known."""

from __future__ import annotations

from dataclasses import dataclass

from sholu.release.package.model import PublicDispute, PublicEvent


@dataclass(frozen=True)
class Question:
    """One of the seven questions, and what of the data speaks of it (``questions.yaml``).

    Attributes:
        indicators: codes, the most telling first.
        kinds: of events; ``cues``: stems of words by which an event of another kind speaks of it.
        map: the indicator of its map by region; None for no map.
        cannot_say: what none of this can tell, by language.
    """

    key: str
    title: dict[str, str]
    indicators: tuple[str, ...]
    kinds: tuple[str, ...]
    cues: tuple[str, ...]
    map: str | None
    cannot_say: dict[str, str]


@dataclass(frozen=True)
class Change:
    """Against the period of the same length one year before.

    Attributes:
        before, before_period: the earlier value; None if the values can't be compared.
        reason: why not: ``break`` (``note`` has the day) or empty.
        percent: change in percent of the value before; None where that is too small for a percent.
        beyond_chance: for counts, whether two counts of one rate would differ so much less than one
            time in twenty; None where that can't be told.
    """

    before: float | None
    before_period: str | None
    reason: str
    note: str
    percent: float | None
    beyond_chance: bool | None


@dataclass(frozen=True)
class KeyFigure:
    """What is known of one indicator at the place in the period, or the newest before its end.

    Attributes:
        series: id of the series; the first of several for a sum over regions.
        accumulation: ``period``, ``year_to_date``, ``stock`` or ``rate``.
        countable: whether values of several regions may be added: things, masses, money; no shares,
            rates, prices.
        value, value_high: the figure, ``value_high`` for a range; ``low``, ``high``: its interval.
        how: ``said`` (a claim's own), ``sum_of_periods`` (the shorter periods of the period),
            ``sum_of_regions``, ``middle_of_regions`` (median, with least and greatest in ``low``
            and ``high``), ``last`` (the newest of the period, with least and greatest of the period
            in ``low`` and ``high``).
        parts: how many periods or regions went into it; ``of_parts``: how many there should be.
        in_period: whether its days lie in the period asked for; else it is the newest before.
        whole: whether it is of the period as a whole, as far as such a figure can be.
        differing: other values that sources give for the same, in the unit, least first.
        sources: codes of who says it, or whom they cite in the words of the document;
            ``grade``: the best of theirs; ``documents``: ids.
        observations: ids, for the evidence behind the figure.
    """

    indicator: str
    substance: str | None
    scope: str
    place: str
    series: str
    period: str
    first_day: str
    last_day: str
    value: float
    value_high: float | None
    low: float | None
    high: float | None
    unit: str
    accumulation: str
    countable: bool
    how: str
    parts: int
    of_parts: int
    in_period: bool
    whole: bool
    qualifier: str
    change: Change | None
    differing: tuple[float, ...]
    sources: tuple[str, ...]
    grade: str
    documents: tuple[str, ...]
    observations: tuple[str, ...]


@dataclass(frozen=True)
class Gap:
    """Something that is not known.

    Attributes:
        kind: ``never`` (no source says it), ``ended`` (none since ``since``), ``one_type`` (only
            sources of type ``note``), ``withheld`` (the source says that it withholds or does not
            report it), ``no_events``.
    """

    kind: str
    indicators: tuple[str, ...]
    since: str
    note: str


@dataclass(frozen=True)
class Sentence:
    """A sentence of an answer, and what it rests on: pairs of kind and id.

    Kinds are ``observation``, ``event`` and ``dispute``.
    """

    text: str
    rests_on: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Trend:
    """One figure over the years: ``points`` are of the same days of each year, oldest first."""

    indicator: str
    substance: str | None
    scope: str
    unit: str
    points: tuple[KeyFigure, ...]


@dataclass(frozen=True)
class RegionMap:
    """An indicator by region on the last day of the period.

    Attributes:
        per: people for so many of which it is a rate (100,000), None where it is the value itself.
        values: region to what is drawn, None where nothing is known; ``figures``: behind each.
    """

    indicator: str
    substance: str | None
    unit: str
    per: int | None
    values: tuple[tuple[str, float | None], ...]
    figures: tuple[KeyFigure, ...]


@dataclass(frozen=True)
class Answer:
    """One question answered as far as the data go.

    Attributes:
        sentences: the answer in words; ``figures``: the table under it, most telling first.
        more_figures: how many figures there are beside those.
        events: the noted ones of the period, newest first; ``event_counts``: all, by kind;
            ``cue_events``: ids of events that speak of it by their words.
        trends: what its charts draw, those of one indicator together.
    """

    question: Question
    sentences: tuple[Sentence, ...]
    figures: tuple[KeyFigure, ...]
    more_figures: int
    events: tuple[PublicEvent, ...]
    event_counts: tuple[tuple[str, int], ...]
    cue_events: tuple[str, ...]
    disputes: tuple[PublicDispute, ...]
    more_disputes: int
    gaps: tuple[Gap, ...]
    trends: tuple[Trend, ...]
    map: RegionMap | None


@dataclass(frozen=True)
class Situation:
    """Seven answers for a country or region and a period.

    Attributes:
        place: ISO code; ``period``: ISO; ``language``: of the sentences.
    """

    place: str
    period: str
    language: str
    answers: tuple[Answer, ...]
