"""What closing a place shifts, as a map: every stretch as wide as its share, before and after."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from sholu.charts.design import COLOURS
from sholu.charts.map_boundaries import Boundaries, Point, boundaries_of
from sholu.charts.map_grammar import MapDot, MapLine, MapPicture
from sholu.network.interdiction import Closure, Shift
from sholu.network.routes_graph import site_at
from sholu.network.routes_map import line_of
from sholu.network.routes_model import RouteGraph, RouteTable

BEFORE, SAME = "#8796a1", "#c9d3d8"
GAINS, PERHAPS_GAINS, LOSES, PERHAPS_LOSES = "#c2410c", "#f0a77f", "#1d6fa5", "#92c1de"
WIDEST, THINNEST = 13.0, 0.8
"""Pixels of the largest share of all stretches, and of one that is next to none."""

SEEN = 0.005
"""Shares below this are not drawn, nor changes below a fifth of it; they stand in the table."""

NOTE = (
    "Where something shifts, two lines: dark grey what a stretch carried before, in colour what it "
    "carries after; as wide as its share of all trips. Pale: the middle 90 % of the draws hold 'no "
    "change'. Straight lines between the places that sources name, not roads. "
    "Shares are of trips, not of kilograms."
)


def map_of_closing(table: RouteTable, graph: RouteGraph, result: Closure) -> MapPicture:
    """The map of a closing.

    Args:
        result: of `interdiction.close` on the same graph.
    """
    sites = [site_at(table, code) for code in graph.places]
    countries = tuple(dict.fromkeys(site.country for site in sites if site.country))
    boundaries = boundaries_of(countries)
    seen = [s for s in result.stretches if max(s.before, s.after) >= SEEN]
    most = max((share for s in seen for share in (s.before, s.after)), default=1.0)
    # What shifts most is drawn last, over the rest.
    seen.sort(key=lambda shift: abs(shift.change))
    lines = tuple(
        chain.from_iterable(_lines(shift, table, graph, boundaries, most) for shift in seen)
    )
    dots = tuple(_dots(table, graph, result, seen))
    drawn = {line.colour for line in lines}
    names = " and ".join(site_at(table, graph.places[place]).name for place in result.closed)
    return MapPicture(
        title=f"Closed: {names}",
        lines=lines,
        dots=dots,
        countries=countries,
        frame=tuple(chain((dot.point for dot in dots), *(line.points for line in lines))),
        legend=tuple(row for row in _legend(names, most) if row[0] in drawn),
        country_names=tuple(
            (site.point, site.name.upper())
            for site in table.sites.values()
            if site.kind == "country" and site.point
        ),
        note=NOTE,
    )


def _legend(names: str, most: float) -> tuple[tuple[str, str], ...]:
    return (
        (SAME, "as before"),
        (BEFORE, f"before {names} closed (widest line: {100 * most:.0f} % of all trips)"),
        (GAINS, "after: more"),
        (PERHAPS_GAINS, "after: perhaps more"),
        (LOSES, "after: less"),
        (PERHAPS_LOSES, "after: perhaps less"),
    )


def _lines(
    shift: Shift, table: RouteTable, graph: RouteGraph, boundaries: Boundaries, most: float
) -> Iterator[MapLine]:
    codes = graph.places[graph.starts[shift.number]], graph.places[graph.ends[shift.number]]
    points, open_end = _points(codes, table, boundaries)
    if len(points) < 2:
        return
    here, there = (site_at(table, code).name for code in codes)
    title = (
        f"{here} – {there}: {100 * shift.before:.1f} % of trips before, {100 * shift.after:.1f} % "
        f"after; change {100 * shift.change:+.1f} points ({100 * shift.low:+.1f} to "
        f"{100 * shift.high:+.1f})"
    )
    if abs(shift.change) < SEEN / 5:
        width = _width(shift.before, most)
        yield MapLine(points, title, SAME, width=width, open_end=open_end, offset=0.0)
        return
    for share, colour, side in ((shift.before, BEFORE, -1), (shift.after, _colour(shift), 1)):
        if share >= SEEN:
            width = _width(share, most)
            offset = side * (width / 2 + 0.6)
            yield MapLine(points, title, colour, width=width, open_end=open_end, offset=offset)


def _width(share: float, most: float) -> float:
    return round(max(THINNEST, WIDEST * share / most), 1)


def _points(
    codes: tuple[str, str], table: RouteTable, boundaries: Boundaries
) -> tuple[tuple[Point, ...], bool]:
    ends = [site_at(table, code) for code in codes]
    if all(site.kind == "country" for site in ends):
        return tuple(site.point for site in ends if site.point), False
    return line_of(tuple((code,) for code in codes), table.sites, boundaries)


def _colour(shift: Shift) -> str:
    if shift.change > 0:
        return GAINS if shift.low > 0 else PERHAPS_GAINS
    return LOSES if shift.high < 0 else PERHAPS_LOSES


def _dots(
    table: RouteTable, graph: RouteGraph, result: Closure, seen: list[Shift]
) -> Iterator[MapDot]:
    """The closed places with a cross, and the ends of the stretches drawn."""
    used = {int(end[s.number]) for s in seen for end in (graph.starts, graph.ends)}
    shifts = {s.number: s for s in result.shifts}
    for number in sorted(used | set(result.closed)):
        site = site_at(table, graph.places[number])
        if site.point is None:
            continue
        if number in result.closed:
            yield MapDot(
                site.point, f"{site.name} (closed)", f"{site.name}: closed", size=7.0,
                colour=COLOURS["ink"], crossed=True,
            )  # fmt: skip
        elif site.is_point or site.kind == "country":
            shift = shifts[number]
            yield MapDot(
                site.point,
                site.name,
                f"{site.name}: {100 * shift.before:.1f} % of trips before, "
                f"{100 * shift.after:.1f} % after ({100 * shift.low:+.1f} to "
                f"{100 * shift.high:+.1f} points)",
                rank=1,
            )
