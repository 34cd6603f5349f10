"""The first page: the newest release, what it rests on, and what is not known."""

from __future__ import annotations

from dataclasses import dataclass

from sholu.charts.design import in_page_colours
from sholu.charts.map import draw_map
from sholu.charts.sparkline import draw_sparkline
from sholu.core.period import parse_period
from sholu.release.package.answers import EventFilter
from sholu.release.situation.answers import regions_of
from sholu.release.situation.key_figures import Setting, figures_of_regions
from sholu.release.situation.known_figures import KnownFigures
from sholu.release.situation.model import KeyFigure, Question, Trend
from sholu.release.situation.pictures import trend_chart
from sholu.release.situation.sentences import figure_name, figure_notes, figure_value
from sholu.release.situation.trends import find_trends
from sholu.web.page import Page
from sholu.web.region_map import events_map
from sholu.web.release_text import release_text
from sholu.web.series_chart import address_of, breaks_of
from sholu.web.view import View

MOST_KEYS = 6

FIRST_KEYS = (
    "offences_registered", "seizure_total", "overdose_deaths", "treatment_entries",
    "registered_users", "persons_convicted", "poisonings_acute", "price_retail", "seizure_mass",
    "laboratories_dismantled",
)  # fmt: skip
"""Indicators that a reader looks for first: supply, harm, response. The yearly reports of EUDA and
UNODC open with the same."""


@dataclass(frozen=True)
class KeyNumber:
    """The newest figure of an indicator, and how it came there.

    Attributes:
        address: of its evidence, or of the regions that a sum is made of.
        proved: whether ``address`` is a panel of evidence.
        page: of the indicator; ``drawing``: how it runs, empty if it cannot be followed.
    """

    name: str
    value: str
    address: str
    proved: bool
    period: str
    notes: tuple[str, ...]
    drawing: str
    page: str


def home(view: View) -> Page:
    """The newest release as a page to read."""
    package, about = view.package, view.package.about
    wanted = EventFilter(since=about.period_start, until=about.period_end)
    return Page(
        "home.html",
        f"{view.say['release_title']} № {about.number}",
        {
            "text": release_text(view, view.edition),
            "edition": view.edition,
            "map": in_page_colours(draw_map(events_map(view, wanted))),
            "keys": key_numbers(view, about.country),
            "coverage": package.coverage,
            "disputes": package.count_disputes(),
            "graves": package.disputes(limit=3),
            "events_url": view.link("/events", since=about.period_start, until=about.period_end),
        },
    )


def key_numbers(view: View, place: str) -> list[KeyNumber]:
    """The indicators that a reader looks for first, as far as there are figures for the place."""
    package = view.package
    period = parse_period(view.last_full_year())
    regions = regions_of(package, place, str(period.last_day()))
    setting = Setting(place, period, regions, package.breaks())
    known = KnownFigures(package)
    found: list[KeyNumber] = []
    for code in FIRST_KEYS:
        if len(found) == MOST_KEYS:
            break
        figures = _of_the_whole(known, code, setting)
        if figures:
            question = Question(code, {}, (code,), (), (), None, {})
            trends = find_trends(known, setting, question, {code: figures})
            points = trends[0].points if trends else (figures[0],)
            found.append(_key_number(view, points[-1], _drawing(view, trends[:1])))
    return found


def _of_the_whole(known: KnownFigures, code: str, setting: Setting) -> list[KeyFigure]:
    """Figures that nothing narrows; the country's own, else those put together from its regions."""
    own = [one for one in known.figures(code, setting) if not one.scope]
    if own:
        return own
    regional = figures_of_regions(known.below(code, setting.regions), setting)
    return [one for one in regional if not one.scope]


def _key_number(view: View, figure: KeyFigure, drawing: str) -> KeyNumber:
    address, proved = "", False
    if len(figure.observations) == 1:
        one = view.package.observation(figure.observations[0])
        address, proved = (address_of(view, one) if one else ""), True
    else:
        address = view.link(
            "/map", indicator=figure.indicator, year=figure.period[:4], substance=figure.substance
        )
    return KeyNumber(
        name=figure_name(figure, view.package, view.language),
        value=figure_value(figure, view.language),
        address=address,
        proved=proved,
        period=view.period(figure.period),
        notes=tuple(figure_notes(figure, view.language)),
        drawing=drawing,
        page=view.link(f"/indicators/{figure.indicator}", place=figure.place,
                       substance=figure.substance, scope=figure.scope),
    )  # fmt: skip


def _drawing(view: View, trends: tuple[Trend, ...]) -> str:
    if not trends:
        return ""
    newest = trends[0].points[-1]
    breaks = breaks_of(view.package, newest.indicator, newest.place)
    chart = trend_chart(trends, breaks, view.package, view.language)
    days = [one.day for one in breaks]
    return in_page_colours(draw_sparkline(chart.panels[0].points, days))


PAGES = (("/", home),)
