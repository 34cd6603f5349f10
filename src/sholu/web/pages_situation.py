"""The situation of a country or region: seven questions, answered as far as the data go."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import groupby

from sholu.charts.choropleth import choropleth
from sholu.charts.design import in_page_colours
from sholu.charts.in_page import series_for_screens
from sholu.charts.map import draw_map
from sholu.charts.map_grammar import MapDot, MapPicture
from sholu.core.alphabet import alphabetical
from sholu.core.period import DateError, parse_period
from sholu.release.package.model import PublicObservation
from sholu.release.package.reader import Package
from sholu.release.situation.answers import answers, regions_of
from sholu.release.situation.model import Answer, Gap, KeyFigure, RegionMap, Sentence, Situation
from sholu.release.situation.pictures import map_values, region_unit, trend_chart
from sholu.release.situation.sentences import (
    change_words,
    figure_name,
    figure_notes,
    figure_value,
    gap_sentence,
)
from sholu.web.legend import Key, legend_of
from sholu.web.page import Page
from sholu.web.pages_events import Choice
from sholu.web.region_map import frame_of, point_of
from sholu.web.series_chart import address_of, breaks_of, series_page
from sholu.web.view import View, not_found

OF_REGIONS = ("sum_of_regions", "middle_of_regions")

MOST_PARTS = 24
"""Parts of a sum that are linked one by one: two years of months."""


@dataclass(frozen=True)
class Figure:
    """A line of an answer's table; ``parts``: what a sum was added from, each with its evidence."""

    name: str
    page: str
    value: str
    address: str
    period: str
    notes: tuple[str, ...]
    change: str
    grade: str
    parts: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Drawing:
    """A chart for wide and narrow screens; a map has no narrow one, but a legend."""

    title: str
    wide: str
    narrow: str
    notes: tuple[str, ...]
    legend: tuple[Key, ...] = ()


@dataclass(frozen=True)
class AnswerView:
    """An answer as the page prints it; sentences come with their first evidence."""

    key: str
    title: str
    sentences: tuple[tuple[str, str], ...]
    figures: tuple[Figure, ...]
    drawings: tuple[Drawing, ...]
    gaps: tuple[str, ...]
    cannot_say: str
    answer: Answer


def index(view: View) -> Page:
    """The country to click, and its regions as a list."""
    about = view.package.about
    regions = regions_of(view.package, about.country, about.period_end)
    named = sorted(
        (Choice(code, view.name("place", code)) for code in regions),
        key=lambda one: alphabetical(one.name),
    )
    picture = MapPicture(
        title=view.say["situation_map"],
        countries=(about.country,),
        # Names only: the region itself is what leads on.
        dots=tuple(
            MapDot(point, one.name, one.name, size=0.0)
            for one in named
            if (point := point_of(view, one.code)) is not None
        ),
        frame=frame_of(about.country),
        titles={one.code: one.name for one in named},
        addresses={one.code: view.link(f"/situation/{one.code}") for one in named},
    )
    return Page(
        "situation_index.html",
        view.say["situation"],
        {
            "country": Choice(about.country, view.name("place", about.country)),
            "regions": named,
            "neighbours": _neighbours(view),
            "map": in_page_colours(draw_map(picture)),
        },
        section="situation",
    )


@lru_cache(maxsize=128)
def answered(package: Package, place: str, period: str, language: str) -> Situation:
    """The seven answers; kept, as they take long and two pages need them.

    Raises:
        DateError: if the period can't be read.
    """
    return answers(package, place, period, language)


def situation(view: View) -> Page:
    """Seven answers for a place and a period."""
    place = view.parts["place"]
    named = view.package.named_one("place", place)
    if named is None or not _is_country_or_region(view, place):
        raise not_found()
    period = _period(view)
    found = answered(view.package, place, period, view.language)
    return Page(
        "situation.html",
        f"{view.say['situation']}: {view.name('place', place)}",
        {
            "place": place,
            "period": period,
            "years": _years(view, place),
            "parent": named.parent,
            "regions": [
                Choice(code, view.name("place", code))
                for code in regions_of(view.package, place, view.package.about.period_end)
            ],
            "answers": [_answer(view, one, place, period) for one in found.answers],
        },
        section="situation",
    )


def _is_country_or_region(view: View, place: str) -> bool:
    named = view.package.named_one("place", place)
    if named is None:
        return False
    parent = view.package.named_one("place", named.parent) if named.parent else None
    return parent is None or (parent.parent is None and ":" not in place)


def _neighbours(view: View) -> list[Choice]:
    """Other countries of which events are known."""
    own = view.package.about.country
    codes = {one.code for one in view.package.named("place")
             if one.parent is None and ":" not in one.code and one.code != own}  # fmt: skip
    return sorted((Choice(code, view.name("place", code)) for code in codes),
                  key=lambda one: alphabetical(one.name))  # fmt: skip


def _period(view: View) -> str:
    asked = view.asked("period")
    try:
        return str(parse_period(asked)) if asked else view.last_full_year()
    except DateError:
        return view.last_full_year()


def _years(view: View, place: str) -> list[str]:
    heads = [
        one for one in view.package.series_list() if one.place == place
        or one.place.startswith(f"{place}-")
    ]  # fmt: skip
    years = {y for one in heads for y in range(int(one.first_day[:4]), int(one.last_day[:4]) + 1)}
    years |= {int(view.last_full_year()), int(view.package.about.period_end[:4])}
    return [str(year) for year in sorted(years, reverse=True)]


def _answer(view: View, one: Answer, place: str, period: str) -> AnswerView:
    return AnswerView(
        key=one.question.key,
        title=view.text(one.question.title),
        sentences=tuple((each.text, _proof(view, each)) for each in one.sentences),
        figures=tuple(_figure(view, figure) for figure in one.figures),
        drawings=(*_charts(view, one), *_map(view, one.map, place, period)),
        gaps=tuple(_gap(view, gap) for gap in one.gaps),
        cannot_say=view.text(one.question.cannot_say),
        answer=one,
    )


def _gap(view: View, gap: Gap) -> str:
    return gap_sentence(gap, view.package, view.language)


def _proof(view: View, sentence: Sentence) -> str:
    """Where a sentence is proved: of a sum, the table with its parts; empty for many events."""
    if not sentence.rests_on:
        return ""
    kind, id_ = sentence.rests_on[0]
    single = len(sentence.rests_on) == 1
    if kind == "observation":
        one = view.package.observation(id_)
        last = view.package.observation(sentence.rests_on[-1][1])
        if one is None or last is None:
            return ""
        if single:
            return address_of(view, one)
        return series_page(view, one) if one.place == last.place else _regions_page(view, one)
    return view.link(f"/{kind}s/{id_}") if single else ""


def _regions_page(view: View, one: PublicObservation | KeyFigure) -> str:
    """The map, whose table has the regions that a figure was put together from."""
    return view.link(
        "/map", indicator=one.indicator, year=one.last_day[:4], substance=one.substance
    )


def _page_of(view: View, figure: KeyFigure) -> str:
    if figure.how in OF_REGIONS:
        return _regions_page(view, figure)
    return view.link(
        f"/indicators/{figure.indicator}", place=figure.place, substance=figure.substance,
        scope=figure.scope,
    )  # fmt: skip


def _figure(view: View, figure: KeyFigure) -> Figure:
    behind = [view.package.observation(id_) for id_ in figure.observations[:MOST_PARTS]]
    parts = tuple((_part(view, one), address_of(view, one)) for one in behind if one)
    single = len(figure.observations) == 1 and parts
    return Figure(
        name=figure_name(figure, view.package, view.language),
        page=_page_of(view, figure),
        value=figure_value(figure, view.language),
        address=parts[0][1] if single else "",
        period=view.period(figure.period),
        notes=tuple(figure_notes(figure, view.language)),
        change=change_words(figure.change, figure, view.language) if figure.change else "",
        grade=figure.grade,
        parts=() if single else parts,
    )  # fmt: skip


def _part(view: View, one: PublicObservation) -> str:
    return f"{view.name('place', one.place)}, {view.period(one.period)}: {view.observed(one)}"


def _charts(view: View, one: Answer) -> list[Drawing]:
    drawings = []
    for _, group in groupby(one.trends, key=lambda trend: (trend.indicator, trend.unit)):
        trends = tuple(group)
        first = trends[0].points[0]
        breaks = breaks_of(view.package, first.indicator, first.place)
        chart = trend_chart(trends, breaks, view.package, view.language)
        wide, narrow = series_for_screens(chart, view.language)
        drawings.append(Drawing(chart.title, wide, narrow, chart.notes))
    return drawings


def _map(view: View, shown: RegionMap | None, place: str, period: str) -> list[Drawing]:
    if shown is None:
        return []
    values = map_values(shown, place, period, view.package, view.language)
    picture = choropleth(values, view.rounded if shown.per else view.number, view.say["no_data"])
    addresses = {code: view.link(f"/situation/{code}", period=period) for code, _ in shown.values}
    drawn = draw_map(replace(picture, addresses=addresses, legend=(), note=""))
    unit = region_unit(shown, view.language)
    return [
        Drawing(values.title, in_page_colours(drawn), "", (f"{unit}.", values.note),
                tuple(legend_of(picture.legend)))
    ]  # fmt: skip


PAGES = (("/situation", index), ("/situation/{place}", situation))
