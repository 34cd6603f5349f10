"""The map of events: regions lead to their events."""

from __future__ import annotations

from sholu.charts.map_boundaries import Point, boundaries_of, country_of
from sholu.charts.map_grammar import MapDot, MapPicture
from sholu.release.package.answers import EventFilter
from sholu.web.view import View

DOT_LEAST, DOT_MOST = 5.0, 20.0
"""Radius of dots in pixels; their areas are as the counts (Tufte, The Visual Display of
Quantitative Information, 1983, p. 69: area shows the quantity)."""


def events_map(view: View, wanted: EventFilter) -> MapPicture:
    """Dots for the events of regions; each region leads to its events."""
    counts = dict(view.package.event_counts(wanted, "region"))
    country = wanted.country or view.package.about.country
    if not boundaries_of((country,)).of_country(country):
        country = view.package.about.country
    top = max(counts.values(), default=1)
    dots = tuple(
        MapDot(point, view.name("place", code), _counted(view, code, count),
               size=max(DOT_LEAST, DOT_MOST * (count / top) ** 0.5), colour="#9a5b13", rank=-count)
        for code, count in counts.items()
        if (point := point_of(view, code)) is not None and country_of(code) == country
    )  # fmt: skip
    return MapPicture(
        title=view.say["events_by_region"],
        countries=(country,),
        dots=dots,
        frame=frame_of(country),
        titles={code: _counted(view, code, count) for code, count in counts.items()},
        addresses={
            code: view.link("/events", **{**vars(wanted), "region": code, "country": ""})
            for code in counts
            if country_of(code) == country
        },
    )


def _counted(view: View, code: str, count: int) -> str:
    return f"{view.name('place', code)}: {view.number(count)}"


def point_of(view: View, code: str) -> Point | None:
    """Where a place lies, degrees east and north; None if that is not known."""
    named = view.package.named_one("place", code)
    if named is None or named.latitude is None or named.longitude is None:
        return None
    return named.longitude, named.latitude


def frame_of(country: str) -> tuple[Point, ...]:
    """Points that a map of the whole country must hold."""
    rings = boundaries_of((country,)).of_country(country)
    return tuple(point for ring in rings for point in ring)
