"""The map: an indicator by region in a year, with the regions that there were in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sholu.charts.choropleth import choropleth
from sholu.charts.design import in_page_colours
from sholu.charts.map import draw_map
from sholu.core.alphabet import alphabetical
from sholu.core.period import parse_period
from sholu.release.package.reader import SeriesHead
from sholu.release.situation.answers import regions_of
from sholu.release.situation.key_figures import Setting
from sholu.release.situation.known_figures import KnownFigures
from sholu.release.situation.model import KeyFigure, Question, RegionMap
from sholu.release.situation.pictures import map_values, region_unit
from sholu.release.situation.region_maps import map_regions
from sholu.web.legend import legend_of
from sholu.web.page import Page
from sholu.web.pages_events import Choice
from sholu.web.pages_home import FIRST_KEYS
from sholu.web.pages_indicators import WHOLE
from sholu.web.series_chart import address_of
from sholu.web.view import View

LEAST_REGIONS = 3
"""Regions with a value from which a map says more than its table."""


def map_page(view: View) -> Page:
    """The map that the address asks for; the table below says the same."""
    heads = _heads(view)
    offered = _offered(view, heads)
    code = view.asked("indicator")
    if code not in {one.code for one in offered}:
        code = _first(offered)
    of_code = [one for one in heads if one.indicator == code]
    years = _years(of_code)
    year = view.asked("year") if view.asked("year") in years else (years[0] if years else "")
    substances = _substances(view, of_code)
    asked = view.asked("substance") or (substances[0].code if substances else WHOLE)
    shown = _region_map(view, code, year, None if asked == WHOLE else asked) if year else None
    return Page(
        "map.html",
        view.say["map"],
        {
            "offered": offered, "code": code, "years": years, "year": year,
            "substances": substances, "substance": asked,
            **(_drawn(view, shown, year) if shown else {"map": "", "rows": []}),
        },
        section="map",
    )  # fmt: skip


def _heads(view: View) -> list[SeriesHead]:
    """Series of regions of the observatory's country, of the whole."""
    country = view.package.about.country
    return [
        one for one in view.package.series_list()
        if one.place.startswith(f"{country}-") and not one.scope
    ]  # fmt: skip


def _offered(view: View, heads: Sequence[SeriesHead]) -> list[Choice]:
    places: dict[str, set[str]] = {}
    for one in heads:
        places.setdefault(one.indicator, set()).add(one.place)
    found = [
        Choice(code, view.name("indicator", code))
        for code, where in places.items()
        if len(where) >= LEAST_REGIONS
    ]
    return sorted(found, key=lambda one: alphabetical(one.name))


def _first(offered: Sequence[Choice]) -> str:
    """What is shown before anybody asks: the first of those that readers look for first."""
    known = [one.code for one in offered]
    return next((code for code in FIRST_KEYS if code in known), known[0] if known else "")


def _years(heads: Sequence[SeriesHead]) -> list[str]:
    """All years in which some series has days, the newest first."""
    years = {
        year for one in heads for year in range(int(one.first_day[:4]), int(one.last_day[:4]) + 1)
    }
    return [str(year) for year in sorted(years, reverse=True)]


def _substances(view: View, heads: Sequence[SeriesHead]) -> list[Choice]:
    counts: dict[str, int] = {}
    for one in heads:
        counts[one.substance or ""] = counts.get(one.substance or "", 0) + 1
    return [
        Choice(code or WHOLE, view.name("substance", code) or view.say["all_drugs"], 0)
        for code in sorted(counts, key=lambda code: (code != "", -counts[code]))
    ]


def _region_map(view: View, code: str, year: str, substance: str | None) -> RegionMap | None:
    package, country = view.package, view.package.about.country
    regions = regions_of(package, country, f"{year}-12-31")
    setting = Setting(country, parse_period(year), regions, ())
    known = KnownFigures(package)
    figures = [
        one
        for region in regions
        for one in known.figures(code, replace(setting, place=region, regions=()))
        if one.substance == substance and not one.scope
    ]
    question = Question("map", {}, (code,), (), (), code, {})
    return (
        map_regions(known, setting, question, {code: figures}, _people(known, setting))
        if figures
        else None
    )


def _people(known: KnownFigures, setting: Setting) -> dict[str, float]:
    """Region to its population in the year."""
    found = {}
    for region in setting.regions:
        here = known.figures("population", replace(setting, place=region, regions=()))
        if here:
            found[region] = here[0].value
    return found


def _drawn(view: View, shown: RegionMap, year: str) -> dict[str, object]:
    country = view.package.about.country
    values = map_values(shown, country, year, view.package, view.language)
    unit = region_unit(shown, view.language)
    picture = choropleth(values, view.rounded if shown.per else view.number, view.say["no_data"])
    behind = {one.place: one for one in shown.figures}
    addresses = {
        place: view.link(f"/indicators/{one.indicator}", place=place, substance=one.substance)
        for place, one in behind.items()
    }
    rows = [
        (
            view.name("place", code),
            value,
            _figure_address(view, behind.get(code)),
            behind.get(code),
            view.link(f"/situation/{code}"),
            addresses.get(code, ""),
        )
        for code, value in shown.values
    ]
    rows.sort(key=lambda row: (row[1] is None, -(row[1] or 0.0), alphabetical(row[0])))
    return {
        "map": in_page_colours(draw_map(replace(picture, addresses=addresses, legend=(), note=""))),
        "legend": legend_of(picture.legend),
        "title_of_map": values.title,
        "note": values.note,
        "unit": unit,
        "rate": shown.per is not None,
        "rows": rows,
    }  # fmt: skip


def _figure_address(view: View, figure: KeyFigure | None) -> str:
    if figure is None or len(figure.observations) != 1:
        return ""
    one = view.package.observation(figure.observations[0])
    return address_of(view, one) if one else ""


PAGES = (("/map", map_page),)
