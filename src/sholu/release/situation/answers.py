"""The seven questions answered from a release's data."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from sholu.core.period import Period, parse_period
from sholu.release.package.model import PublicEvent
from sholu.release.package.reader import EventFilter, Package
from sholu.release.reader_form import period_words
from sholu.release.situation.gaps import find_gaps
from sholu.release.situation.key_figures import Setting
from sholu.release.situation.known_figures import KnownFigures
from sholu.release.situation.model import (
    Answer,
    Gap,
    KeyFigure,
    Question,
    Sentence,
    Situation,
)
from sholu.release.situation.questions import questions
from sholu.release.situation.region_maps import map_regions
from sholu.release.situation.sentences import figure_sentence, say
from sholu.release.situation.trends import find_trends

MOST_FIGURES = 10
MOST_OF_ONE_INDICATOR = 4
MOST_IN_WORDS = 3
MOST_EVENTS = 4
MOST_DISPUTES = 3
"""What fits on two pages of a report; the rest is counted, and stands on the pages of the site."""

MOST_EVENTS_READ = 5000
"""Of a place and period; words are looked for in so many, the newest."""

Figures = dict[str, list[KeyFigure]]


def answers(package: Package, place: str, period: str, language: str) -> Situation:
    """What is known of the place in the period, question by question.

    Args:
        place: ISO code of a country or region; ``period``: ISO, partial allowed.

    Raises:
        DateError: if the period can't be read.
    """
    asked = _asked(package, place, parse_period(period), language)
    return Situation(
        place=place,
        period=period,
        language=language,
        answers=tuple(_answer(asked, question) for question in questions()),
    )


@dataclass(frozen=True)
class _Asked:
    """What all seven answers share.

    Attributes:
        events: of the place and period; ``people``: region to its population.
    """

    known: KnownFigures
    setting: Setting
    language: str
    events: tuple[PublicEvent, ...]
    people: dict[str, float]

    @property
    def package(self) -> Package:
        """The data."""
        return self.known.package


def regions_of(package: Package, place: str, day: str) -> tuple[str, ...]:
    """Codes of the regions that a country had on a day; none for a region."""
    return tuple(
        one.code
        for one in package.named("place")
        if one.parent == place
        and (one.valid_from or "") <= day
        and (one.valid_to is None or day < one.valid_to)
    )


def _asked(package: Package, place: str, period: Period, language: str) -> _Asked:
    last = str(period.last_day())
    country = place.split("-")[0]
    breaks = tuple(
        one for one in package.breaks() if not one.places or {place, country} & set(one.places)
    )
    setting = Setting(place, period, regions_of(package, place, last), breaks)
    where = {"region": place} if "-" in place else {"country": place}
    wanted = EventFilter(**where, since=str(period.first_day()), until=last)
    known = KnownFigures(package)
    people = {
        region: found[0].value
        for region in setting.regions
        if (found := known.figures("population", replace(setting, place=region, regions=())))
    }
    return _Asked(known, setting, language, package.events(wanted, limit=MOST_EVENTS_READ), people)


def _answer(asked: _Asked, question: Question) -> Answer:
    package, setting = asked.package, asked.setting
    figures: Figures = {}
    for code in question.indicators:
        known = asked.known.figures(code, setting)
        if known:
            figures[code] = known
    events, cue_events = _events(asked, question)
    places = {setting.place, *setting.regions}
    disputes = [
        dispute
        for code in question.indicators
        for dispute in package.disputes(indicator=code)
        if dispute.place in places
    ]
    listed = _listed(question, figures)
    gaps = _gaps(asked, question, figures, bool(events or cue_events))
    return Answer(
        question=question,
        sentences=_sentences(asked, question, figures, listed, events, cue_events, len(disputes)),
        figures=tuple(listed[:MOST_FIGURES]),
        more_figures=sum(map(len, figures.values())) - len(listed[:MOST_FIGURES]),
        events=_noted(events),
        event_counts=_counts(events),
        cue_events=tuple(event.id for event in cue_events),
        disputes=tuple(disputes[:MOST_DISPUTES]),
        more_disputes=max(0, len(disputes) - MOST_DISPUTES),
        gaps=gaps,
        trends=find_trends(asked.known, setting, question, figures),
        map=map_regions(asked.known, setting, question, figures, asked.people),
    )


def _listed(question: Question, figures: Figures) -> list[KeyFigure]:
    """Figures of the period first, in the order of the question; a few of each indicator."""
    chosen = [
        figure
        for code in question.indicators
        for figure in figures.get(code, [])[:MOST_OF_ONE_INDICATOR]
    ]
    return sorted(chosen, key=lambda figure: not figure.in_period)


def _events(asked: _Asked, question: Question) -> tuple[list[PublicEvent], list[PublicEvent]]:
    """Events of the question's kinds, and others whose words speak of it."""
    of_kind = [event for event in asked.events if event.kind in question.kinds]
    speaking = [
        event
        for event in asked.events
        if event.kind not in question.kinds and _speaks(event, question.cues)
    ]
    return of_kind, speaking


def _speaks(event: PublicEvent, cues: Sequence[str]) -> bool:
    text = f" {event.title} {event.text}".casefold()
    return any(f" {cue}" in text for cue in cues)


def _noted(events: Sequence[PublicEvent]) -> tuple[PublicEvent, ...]:
    """The few that are shown: accepted ones and those with more figures first."""
    ranked = sorted(events, key=lambda one: (one.status == "proposed", -len(one.figures), one.id))
    chosen = {event.id for event in ranked[:MOST_EVENTS]}
    return tuple(event for event in events if event.id in chosen)


def _counts(events: Sequence[PublicEvent]) -> tuple[tuple[str, int], ...]:
    counts = Counter(event.kind or "" for event in events)
    return tuple(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))


def _sentences(
    asked: _Asked,
    question: Question,
    figures: Figures,
    listed: Sequence[KeyFigure],
    events: Sequence[PublicEvent],
    cue_events: Sequence[PublicEvent],
    disputes: int,
) -> tuple[Sentence, ...]:
    package, language = asked.package, asked.language
    if not figures and not events and not cue_events:
        place = package.name("place", asked.setting.place, language)
        return (Sentence(say("nothing", language, place=place), ()),)
    fresh = {figure.indicator for figure in listed if figure.in_period}
    period = period_words(str(asked.setting.period), language)
    counts = {"known": len(figures), "asked": len(question.indicators), "fresh": len(fresh)}
    said = [Sentence(say("coverage", language, period=period, **counts), ())]
    for figure in _told(listed):
        refs = tuple(("observation", id_) for id_ in figure.observations)
        said.append(Sentence(figure_sentence(figure, package, language), refs))
    if events:
        kinds = ", ".join(
            f"{package.name('event_kind', kind, language)} – {count}"
            for kind, count in _counts(events)
        )
        text = say("events", language, count=len(events), kinds=kinds)
        said.append(Sentence(text, tuple(("event", event.id) for event in events)))
    if cue_events:
        text = say("cue_events", language, count=len(cue_events))
        said.append(Sentence(text, tuple(("event", event.id) for event in cue_events)))
    if disputes:
        said.append(Sentence(say("disputes", language, count=disputes), ()))
    return tuple(said)


def _told(listed: Sequence[KeyFigure]) -> list[KeyFigure]:
    """The figures that are told in words: of the period, one of each indicator."""
    first: dict[str, KeyFigure] = {}
    for figure in listed:
        if figure.in_period:
            first.setdefault(figure.indicator, figure)
    return list(first.values())[:MOST_IN_WORDS]


def _gaps(asked: _Asked, question: Question, figures: Figures, has_events: bool) -> tuple[Gap, ...]:
    package, setting = asked.package, asked.setting
    withheld = [
        code
        for code in question.indicators
        if code not in figures
        and any(
            one.status in ("suppressed", "not_reported")
            for one in asked.known.here_and_below(code, setting)
        )
    ]
    types = {source.code: source.type for source in package.sources()}
    gaps = find_gaps(question.indicators, figures, withheld, types, setting.period)
    return gaps if has_events or not question.kinds else (*gaps, Gap("no_events", (), "", ""))


def newest_year(package: Package) -> str:
    """The year of the newest observation that the release's period does not outrun."""
    years = {head.last_day[:4] for head in package.series_list()}
    last = package.about.period_end[:4]
    return max((year for year in years if year <= last), default=last)
