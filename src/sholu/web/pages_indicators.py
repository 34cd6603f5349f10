"""The catalogue of indicators; one indicator with its chart, its table and its limits."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sholu.charts.grammar import ChartError
from sholu.charts.in_page import series_for_screens
from sholu.core.alphabet import alphabetical
from sholu.release.package.model import (
    PublicBreak,
    PublicIndicator,
    PublicObservation,
    PublicSource,
)
from sholu.release.package.reader import SeriesHead
from sholu.release.reader_form import scope_words
from sholu.release.situation.questions import questions
from sholu.web.page import Page
from sholu.web.pages_events import Choice
from sholu.web.series_chart import (
    address_of,
    breaks_of,
    chart_of,
    in_words,
    longest,
    notes_of,
    other_values,
    series_name,
)
from sholu.web.view import View, not_found

FREQUENCIES = ("year", "half_year", "quarter", "month", "week", "day", "year_to_date", "other")
WHOLE = "-"
"""In an address: the series of no drug, or of no scope, where there are others as well."""


@dataclass(frozen=True)
class Group:
    """Indicators that speak of one question of the situation report."""

    title: str
    indicators: tuple[PublicIndicator, ...]


@dataclass(frozen=True)
class Row:
    """A line of the table behind a chart."""

    period: str
    value: str
    address: str
    interval: str
    sources: str
    others: tuple[tuple[str, str], ...]
    notes: tuple[str, ...]


def catalogue(view: View) -> Page:
    """All indicators that the data use, by the question that they speak of."""
    asked = view.asked("q").casefold()
    found = [one for one in view.package.indicators() if _has(one, asked)]
    counts: dict[str, int] = {}
    for head in view.package.series_list():
        counts[head.indicator] = counts.get(head.indicator, 0) + 1
    return Page(
        "indicators.html",
        view.say["indicators"],
        {"groups": _groups(view, found), "q": view.asked("q"), "counts": counts,
         "total": len(found)},
        section="indicators",
    )  # fmt: skip


def indicator(view: View) -> Page:
    """One indicator with the series that the address asks for."""
    code = view.parts["code"]
    one = view.package.indicator(code)
    if one is None:
        raise not_found()
    heads = view.package.series_list(indicator=code)
    head = chosen_series(view, heads)
    observations = view.package.observations(series=head.id) if head else ()
    return Page(
        "indicator.html",
        _capital(view.name("indicator", code)),
        {
            "indicator": one,
            "head": head,
            "places": _places(view, heads),
            "choices": _choices(view, heads, head) if head else {},
            "whole": WHOLE,
            "name": series_name(view, head) if head else "",
            "charts": _charts(view, observations),
            "rows": [_row(view, each) for each in observations],
            "notes": notes_of(view, observations) if observations else (),
            "breaks": _breaks(view, code, observations),
            "sources": _sources(view, observations),
            "disputes": view.package.disputes(
                indicator=code, place=head.place if head else None, limit=10
            ),
            "files": _files(view, code, head) if head else [],
        },
        section="indicators",
    )


def chosen_series(view: View, heads: Sequence[SeriesHead]) -> SeriesHead | None:
    """The series that an address asks for; what it leaves open is the longest, of the whole."""
    left = list(heads)
    country = view.package.about.country
    place = view.asked("place") or (country if any(h.place == country for h in heads) else "")
    if not place and (first := longest(left)) is not None:
        place = first.place
    left = [one for one in left if one.place == place] or left
    frequency = view.asked("frequency")
    left = [one for one in left if one.frequency == frequency] or left
    left = _matching(left, view.asked("substance"), lambda one: one.substance or "")
    left = _matching(left, view.asked("scope"), lambda one: one.scope)
    return longest(left)


def _matching(
    heads: list[SeriesHead], asked: str, of: Callable[[SeriesHead], str]
) -> list[SeriesHead]:
    wanted = "" if asked == WHOLE else asked
    return [one for one in heads if of(one) == wanted] or heads


def _has(one: PublicIndicator, asked: str) -> bool:
    words = " ".join([one.code, *(name for _, name in one.names.all()), *one.definition.values()])
    return all(word in words.casefold() for word in asked.split())


def _groups(view: View, found: Sequence[PublicIndicator]) -> list[Group]:
    """Each indicator once, under the first question that it speaks of."""
    left = {one.code: one for one in found}
    groups = []
    for question in questions():
        here = [left.pop(code) for code in question.indicators if code in left]
        if here:
            groups.append(Group(view.text(question.title), tuple(here)))
    if left:
        rest = sorted(
            left.values(), key=lambda one: alphabetical(one.names.preferred(view.language))
        )
        groups.append(Group(view.say["other_indicators"], tuple(rest)))
    return groups


def _places(view: View, heads: Sequence[SeriesHead]) -> list[Choice]:
    country = view.package.about.country
    places = {one.place for one in heads}
    names = [Choice(code, view.name("place", code)) for code in places]
    return sorted(names, key=lambda one: (one.code != country, alphabetical(one.name)))


def _choices(view: View, heads: Sequence[SeriesHead], head: SeriesHead) -> dict[str, list[Choice]]:
    """What the other lists offer at the place of the series that is shown."""
    here = [one for one in heads if one.place == head.place]
    same = [one for one in here if one.frequency == head.frequency]
    frequencies = sorted({one.frequency for one in here}, key=FREQUENCIES.index)
    substances = {one.substance or "" for one in same}
    scopes = {one.scope for one in same if one.substance == head.substance}
    return {
        "frequency": [Choice(code, view.say[f"frequency_{code}"]) for code in frequencies],
        "substance": sorted(
            (Choice(code or WHOLE, view.name("substance", code) or view.say["all_drugs"])
             for code in substances), key=lambda one: (one.code != WHOLE, alphabetical(one.name)),
        ),
        "scope": sorted(
            (Choice(scope or WHOLE, scope_words(scope, view.package, view.language) if scope
                    else view.say["whole"]) for scope in scopes),
            key=lambda one: (one.code != WHOLE, alphabetical(one.name)),
        ),
    }  # fmt: skip


def _charts(view: View, observations: Sequence[PublicObservation]) -> dict[str, str]:
    """The chart for wide and narrow screens, and in words; empty without two values."""
    if sum(one.value is not None for one in observations) < 2:
        return {}
    try:
        chart = chart_of(view, observations)
    except ChartError:
        return {}
    wide, narrow = series_for_screens(chart, view.language)
    return {
        "wide": wide,
        "narrow": narrow,
        "words": in_words(view, observations),
        "title": chart.title,
    }


def _row(view: View, one: PublicObservation) -> Row:
    notes = []
    if any(point.suspect for point in one.points if point.claim == one.chosen):
        notes.append(view.say["doubtful"])
    interval = ""
    if one.low is not None and one.high is not None:
        interval = f"{view.number(one.low)}–{view.number(one.high)}"
    sources = dict.fromkeys(
        view.name("source", point.source) or point.cited_source or view.say["no_source"]
        for point in one.points
    )
    return Row(
        period=view.period(one.period),
        value=view.observed(one),
        address=address_of(view, one),
        interval=interval,
        sources="; ".join(sources),
        others=tuple(
            (view.values(point.value, point.value_high, None), address_of(view, one, point))
            for point in other_values(one) if point.value is not None
        ),
        notes=tuple(notes),
    )  # fmt: skip


def _breaks(
    view: View, code: str, observations: Sequence[PublicObservation]
) -> tuple[PublicBreak, ...]:
    if not observations:
        return ()
    first, last = observations[0], observations[-1]
    return tuple(
        one for one in breaks_of(view.package, code, first.place)
        if first.first_day < one.day <= last.last_day
    )  # fmt: skip


def _sources(view: View, observations: Sequence[PublicObservation]) -> tuple[PublicSource, ...]:
    codes = dict.fromkeys(p.source for one in observations for p in one.points if p.source)
    found = (view.package.source(code) for code in codes)
    return tuple(one for one in found if one is not None)


def _files(view: View, code: str, head: SeriesHead) -> list[tuple[str, str]]:
    """The series as tables, and its chart as files, each with the same question."""
    tables = [
        (name, view.file("/api/observations", series=head.id, format=form, lang=view.language))
        for name, form in (("CSV", "csv"), ("SDMX-CSV", "sdmx-csv"))
    ]
    asked = {"place": head.place, "frequency": head.frequency,
             "substance": head.substance or WHOLE, "scope": head.scope or WHOLE}  # fmt: skip
    chart = [
        (form.upper(), view.file(f"/charts/{view.language}/indicators/{code}.{form}", **asked))
        for form in ("svg", "png", "json")
    ]
    frame = view.file(f"/embed/{view.language}/indicators/{code}", **asked)
    return [*tables, *chart, (view.say["embed"], frame)]


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


PAGES = (("/indicators", catalogue), ("/indicators/{code}", indicator))
