"""Routes as a map: each line with its source and date, hubs by betweenness."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain

from sholu.charts.design import CATEGORIES, COLOURS
from sholu.charts.map_boundaries import Boundaries, Point, boundaries_of
from sholu.charts.map_grammar import MapDot, MapLine, MapPicture
from sholu.network.routes_graph import PlaceOnRoutes
from sholu.network.routes_model import Route, RouteTable, Site

OTHER = "#a9b4bb"
"""Of routes beyond the colours that can be told apart."""

NOTE = (
    "Straight lines between the places that a source names, not roads; dashed where it names only "
    "a country. Dots grow with betweenness on the graph of routes; brown: named as hub by a source."
)


def map_of(table: RouteTable, places: Sequence[PlaceOnRoutes]) -> MapPicture:
    """The map of a table's ways and places.

    Args:
        places: what each place is on the graph (`routes_graph.hubs`).
    """
    named = [site for site in table.sites.values() if site.country]
    countries = tuple(dict.fromkeys(site.country for site in named if site.country))
    boundaries = boundaries_of(countries)
    drawn = [
        (route, points, open_end)
        for route in table.ways()
        for points, open_end in [line_of(route.stops, table.sites, boundaries)]
        if len(points) > 1
    ]
    # Those that say most precisely where they run get the colours.
    drawn.sort(key=lambda one: -sum(_is_point(stop, table.sites) for stop in one[0].stops))
    lines, legend = [], []
    for number, (route, points, open_end) in enumerate(drawn):
        coloured = number < len(CATEGORIES)
        colour = CATEGORIES[number] if coloured else OTHER
        lines.append(
            MapLine(points, told(route, table.sites), colour, width=2.4 if coloured else 1.2,
                    open_end=open_end, group=route.id)
        )  # fmt: skip
        if coloured:
            legend.append((colour, told(route, table.sites)))
    if len(drawn) > len(CATEGORIES):
        legend.append((OTHER, f"{len(drawn) - len(CATEGORIES)} more, listed with their sources"))
    dots = _dots(table, places)
    return MapPicture(
        title=f"Routes: {table.origin}",
        lines=tuple(reversed(lines)),
        dots=dots,
        countries=countries,
        frame=tuple(chain((dot.point for dot in dots), *(line.points for line in lines[:3]))),
        legend=tuple(legend),
        country_names=tuple(
            (site.point, site.name.upper())
            for site in table.sites.values()
            if site.kind == "country" and site.point
        ),
        note=NOTE,
    )


def told(route: Route, sites: Mapping[str, Site]) -> str:
    """A route in one line, with date and source."""
    way = " – ".join("/".join(sites[code].name for code in stop) for stop in route.stops)
    about = ", ".join(part for part in (route.substance, route.mode, route.period) if part)
    reading = " (read, not yet accepted)" if route.status == "proposed" else ""
    return f"{route.id}  {way}{f' ({about})' if about else ''}. {route.source}{reading}"


def line_of(
    way: Sequence[tuple[str, ...]], sites: Mapping[str, Site], boundaries: Boundaries
) -> tuple[tuple[Point, ...], bool]:
    """The points of a way (stops of codes), and whether its end is only a country.

    Of alternatives the first is drawn. Between points, countries and areas are passed over; an
    end that is a country is drawn a little way over its nearest border.
    """
    stops = [found for stop in way if (found := _located(stop, sites)) is not None]
    if any(site.is_point for site in stops):
        stops = [
            site
            for number, site in enumerate(stops)
            if site.is_point or number in (0, len(stops) - 1)
        ]
    points = [site.point for site in stops if site.point is not None]
    open_end = len(stops) > 1 and not stops[-1].is_point
    if open_end and stops[-1].kind == "country" and stops[-2].country != stops[-1].country:
        edge = chain.from_iterable(boundaries.of_country(stops[-1].code))
        points[-1] = _over_the_border(points[-2], edge) or points[-1]
    return tuple(dict.fromkeys(points)), open_end


def _is_point(stop: tuple[str, ...], sites: Mapping[str, Site]) -> bool:
    return any(sites[code].is_point and sites[code].point for code in stop)


def _located(stop: tuple[str, ...], sites: Mapping[str, Site]) -> Site | None:
    return next((sites[code] for code in stop if sites[code].point is not None), None)


def _over_the_border(start: Point, edge: Iterable[Point]) -> Point | None:
    """A point as far behind the nearest point of a border as a third of the way to it."""
    nearest = min(
        edge, key=lambda p: ((p[0] - start[0]) * 0.65) ** 2 + (p[1] - start[1]) ** 2, default=None
    )
    if nearest is None:
        return None
    return (
        nearest[0] + 0.3 * (nearest[0] - start[0]),
        nearest[1] + 0.3 * (nearest[1] - start[1]) + 0.3,
    )


def _dots(table: RouteTable, places: Sequence[PlaceOnRoutes]) -> tuple[MapDot, ...]:
    """Places of the graph, and those that rows name without a way."""
    most = max((place.betweenness for place in places), default=0.0) or 1.0
    dots = {}
    for rank, place in enumerate(places):
        site = place.site
        if site.is_point and site.point:
            hub = any(kind == "hub" for kind, _ in place.said)
            dots[site.code] = MapDot(
                site.point,
                site.name,
                f"{site.name}: betweenness {place.betweenness:.4g}, {len(place.routes)} routes"
                + "".join(f"; {kind.replace('_', ' ')}: {source}" for kind, source in place.said),
                size=3 + 6 * (place.betweenness / most) ** 0.5,
                colour=COLOURS["warm"] if hub else COLOURS["ink"],
                rank=rank,
            )
    for route in table.routes:
        for code in chain.from_iterable(route.stops):
            site = table.sites[code]
            if code not in dots and site.is_point and site.point:
                hub = route.kind == "hub"
                dots[code] = MapDot(
                    site.point, site.name,
                    f"{site.name}: {route.kind.replace('_', ' ')}: {route.source}",
                    size=3.0, colour=COLOURS["warm"] if hub else COLOURS["ink"], rank=len(places),
                )  # fmt: skip
    return tuple(dots.values())
