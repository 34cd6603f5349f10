"""Events: the list with filters that live in the address, its timeline and map; one event."""

from __future__ import annotations

from dataclasses import dataclass, replace

from sholu.charts.bars_over_time import TimeBar, draw_bars
from sholu.charts.design import in_page_colours
from sholu.charts.map import draw_map
from sholu.core.alphabet import alphabetical
from sholu.core.period import DateError, parse_partial_date
from sholu.release.package.answers import EventFilter
from sholu.release.package.model import PublicEvent
from sholu.web.page import Page, Pager
from sholu.web.region_map import events_map
from sholu.web.view import View, not_found

PAGE_SIZE = 30
CHOSEN_BY = ("country", "region", "kind", "substance")
WIDE_PX, NARROW_PX = 900, 320
MOST_MONTHS = 120
"""Bars of months that can still be told apart on a screen; beyond, years are drawn."""


@dataclass(frozen=True)
class Choice:
    """One entry of a filter's list."""

    code: str
    name: str
    count: int = 0


def read_filter(view: View) -> EventFilter:
    """The filter in an address; a date that is none counts as absent."""
    return EventFilter(
        country=view.asked("country"),
        region=view.asked("region"),
        kind=view.asked("kind"),
        substance=view.asked("substance"),
        group=view.asked("group"),
        agency=view.asked("agency"),
        q=view.asked("q"),
        since=_date(view.asked("since")),
        until=_date(view.asked("until")),
    )


def events(view: View) -> Page:
    """The list of events that a filter lets through."""
    wanted = read_filter(view)
    total = view.package.count_events(wanted)
    pager = Pager(view.page_number(), PAGE_SIZE, total)
    shows_map = view.asked("view") == "map"
    months = month_bars(view, wanted)
    return Page(
        "events.html",
        view.say["events"],
        {
            "wanted": wanted,
            "choices": {by: choices(view, wanted, by) for by in CHOSEN_BY},
            "found": view.package.events(wanted, offset=pager.offset, limit=PAGE_SIZE),
            "total": total,
            "all": view.package.count_events(),
            "pager": pager,
            "shows_map": shows_map,
            "map": in_page_colours(draw_map(events_map(view, wanted))) if shows_map else "",
            "by_region": _by_region(view, wanted) if shows_map else [],
            "bars": _drawn(view, months, WIDE_PX),
            "bars_narrow": _drawn(view, months, NARROW_PX),
            "months": [bar for bar in months if bar.count],
            "is_filtered": wanted != EventFilter(),
        },
        section="events",
    )


def choices(view: View, wanted: EventFilter, by: str) -> list[Choice]:
    """What a list of the filter offers: what occurs among the events that the other lists leave."""
    kinds = {"country": "place", "region": "place", "kind": "event_kind", "substance": "substance"}
    others = replace(wanted, **{by: ""}, **({"region": ""} if by == "country" else {}))
    found = [
        Choice(code, view.name(kinds[by], code), count)
        for code, count in view.package.event_counts(others, by)
    ]
    chosen = getattr(wanted, by)
    if chosen and all(one.code != chosen for one in found):
        found.append(Choice(chosen, view.name(kinds[by], chosen)))
    return sorted(found, key=lambda one: alphabetical(one.name))


def month_bars(view: View, wanted: EventFilter) -> list[TimeBar]:
    """A bar for each month from the first to the last; for each year if there are many."""
    counts = dict(view.package.event_counts(wanted, "month"))
    if not counts:
        return []
    months = _months_between(min(counts), max(counts))
    if len(months) > MOST_MONTHS:
        years: dict[str, int] = {}
        for month, count in counts.items():
            years[month[:4]] = years.get(month[:4], 0) + count
        spans = [str(year) for year in range(int(min(years)), int(max(years)) + 1)]
        return [_bar(view, wanted, span, years.get(span, 0), span) for span in spans]
    single = len(months) <= 12
    return [
        _bar(view, wanted, month, counts.get(month, 0),
             view.period(month) if single else month[:4] if month.endswith("-01") else "")
        for month in months
    ]  # fmt: skip


def event(view: View) -> Page:
    """One event: what each document tells, where they differ, its figures, who decided what."""
    id_ = view.parts["id"]
    found = view.package.event(id_)
    if found is None:
        gone = view.package.withdrawn_one(id_)
        if gone is None:
            raise not_found()
        return Page("withdrawn.html", gone.title, {"gone": gone}, section="events")
    return Page(
        "event.html",
        found.title or view.say["untitled"],
        {
            "event": found,
            "tellings": _tellings(view, found),
            "documents": {id_: view.package.document(id_) for id_ in found.documents},
            "decisions": view.package.decisions(id_),
        },
        section="events",
    )


def _tellings(view: View, found: PublicEvent) -> list[tuple[object, ...]]:
    """Each telling with its source, its document and the words of its span."""
    return [
        (
            one,
            view.package.source(one.source) if one.source else None,
            view.package.document(one.document),
            view.package.evidence(one.span) if one.span else None,
        )
        for one in found.tellings
    ]


def _drawn(view: View, bars: list[TimeBar], width: int) -> str:
    return in_page_colours(draw_bars(bars, view.say["events_by_month"], width)) if bars else ""


def _by_region(view: View, wanted: EventFilter) -> list[Choice]:
    found = choices(view, replace(wanted, region=""), "region")
    return sorted(found, key=lambda one: -one.count)


def _bar(view: View, wanted: EventFilter, span: str, count: int, label: str) -> TimeBar:
    address = view.link("/events", **{**vars(wanted), "since": span, "until": span})
    return TimeBar(count, f"{view.period(span)}: {view.number(count)}", address, label)


def _months_between(first: str, last: str) -> list[str]:
    start, end = (int(one[:4]) * 12 + int(one[5:7]) - 1 for one in (first, last))
    return [f"{month // 12:04d}-{month % 12 + 1:02d}" for month in range(start, end + 1)]


def _date(text: str) -> str:
    try:
        return str(parse_partial_date(text))
    except DateError:
        return ""


PAGES = (("/events", events), ("/events/{id}", event))
