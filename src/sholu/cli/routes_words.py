"""What 'sholu routes' answers to each word: plain records, and how a terminal shows them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import click

from sholu.charts.map_grammar import MapPicture
from sholu.cli.routes_closing import close_places, closing_map, cut_routes, test_forecast
from sholu.network.routes_graph import hubs
from sholu.network.routes_map import map_of
from sholu.network.routes_record import routes_frame, routes_record
from sholu.network.routes_tables import (
    CAVEAT,
    Price,
    Seizures,
    markups,
    read_prices,
    read_seizures,
    seizures_of_events,
)

if TYPE_CHECKING:
    from sholu.cli.routes import Asked

Record = dict[str, Any]


@dataclass(frozen=True)
class RouteWord:
    """What can be asked.

    Attributes:
        answer: makes the record; ``rows``: key of the list in it that is the table.
        drawing: makes the map; None for what is not about the routes.
    """

    answer: Callable[[Asked], Record]
    rows: str
    columns: tuple[str, ...]
    drawing: Callable[[Asked], MapPicture] | None


def routes_map(asked: Asked) -> MapPicture:
    """All routes with their sources, and the places by betweenness."""
    return map_of(asked.table, hubs(asked.table, asked.graph))


def list_routes(asked: Asked) -> Record:
    """All routes with sources, and hubs."""
    places = hubs(asked.table, asked.graph)
    record = routes_record(asked.table, asked.graph, places, asked.level)
    top = [place for place in places if place.betweenness > 0][:5]
    story = [
        f"{len(asked.table.ways())} routes and {len(asked.table.routes) - len(asked.table.ways())} "
        f"statements on places, from {len({r.source for r in asked.table.routes})} sources.",
    ]
    if top:
        named = ", ".join(f"{p.site.name} ({p.betweenness:.4g})" for p in top)
        story.append(f"Most in between on the graph of routes: {named}.")
    said = [p.site.name for p in places if any(kind == "hub" for kind, _ in p.said)]
    if said:
        story.append(f"Named as hub by a source: {', '.join(said)}.")
    told = [route for route in asked.table.routes if route.spans]
    if told:
        waiting = sum(route.status == "proposed" for route in told)
        story.append(
            f"{len(told)} routes are read in sentences of documents ({waiting} not yet accepted)."
        )
    if asked.table.notes:
        story.append(f"{len(asked.table.notes)} things could not be read or placed: see set_aside.")
    return record | {"story": story}


def flow(asked: Asked) -> Record:
    """Seizures at the places of the graph."""
    found = {one.code: one for one in _seizures(asked)}
    rows: list[Record] = []
    for place in hubs(asked.table, asked.graph):
        region = _region(asked, place.site.code)
        seized = found.get(place.site.code) or found.get(region or "")
        rows.append(
            {
                "place": place.site.name,
                "code": place.site.code,
                "of": seized.code if seized else None,
                "seizures": seized.count if seized else None,
                "kilograms": seized.kilograms if seized else None,
                "first": seized.first if seized else None,
                "last": seized.last if seized else None,
                "betweenness": place.betweenness,
                "routes": len(place.routes),
                "spans": list(seized.spans) if seized else [],
            }
        )
    known = [row for row in rows if row["seizures"]]
    return routes_frame(asked.table, asked.graph, asked.level) | {
        "definition": "Seizures at the place, or in its region where only that is said (column "
        "'of'); a dash: none known, which is not zero.",
        "caveat": CAVEAT,
        "places": sorted(rows, key=lambda row: (row["seizures"] is None, -(row["kilograms"] or 0))),
        "story": [f"{len(known)} of {len(rows)} places have seizures.", CAVEAT],
    }


def prices(asked: Asked) -> Record:
    """Price and mark-up along each way."""
    known = _prices(asked)
    rows = []
    for route in asked.table.ways():
        for step in markups(route, asked.table.sites, known):
            rows.append(
                {
                    "route": route.id,
                    "place": step.site.name,
                    "price": step.price.value,
                    "unit": step.price.unit,
                    "substance": step.price.substance or None,
                    "period": step.price.period or None,
                    "markup": step.markup,
                    "since_first": step.since_first,
                    "source": step.price.source,
                }
            )
    story = [f"{len(known)} prices known; {len({r['route'] for r in rows})} routes touch them."]
    if not any(row["markup"] is not None for row in rows):
        story.append("No route has two prices in one unit: no mark-up can be said.")
    return routes_frame(asked.table, asked.graph, asked.level) | {
        "definition": "Price at a stop over that at the priced stop before, less one; of several "
        "prices the latest. Prices of a region or country do not stand for a town. Purity, size of "
        "deal and year differ: a mark-up is a hint, not a margin.",
        "steps": rows,
        "story": story,
    }


def gravity(asked: Asked) -> Record:
    """A gravity model of the pairs in a table."""
    from sholu.cli.routes_gravity import gravity_record

    return gravity_record(asked, asked.file_named("gravity TABLE"))


def _seizures(asked: Asked) -> tuple[Seizures, ...]:
    if asked.options["seizure_file"]:
        return read_seizures(asked.options["seizure_file"], asked.index)
    if asked.observatory is None:
        return ()
    from sholu.build.look import Look

    return seizures_of_events(Look(asked.observatory).events())


def _prices(asked: Asked) -> tuple[Price, ...]:
    if asked.options["price_file"]:
        return read_prices(asked.options["price_file"], asked.index)
    if asked.observatory is None:
        return ()
    from sholu.build.series_look import Statistics

    return tuple(
        Price(one.place, observation.value, one.unit, one.substance or "", observation.period,
              f"series {one.indicator}")
        for one in Statistics(asked.observatory).series()
        if one.indicator.startswith("price_")
        for observation in one.observations
        if observation.value is not None
    )  # fmt: skip


def _region(asked: Asked, code: str) -> str | None:
    place = asked.index.get(code.casefold())
    return place.region if place else None


WORDS = {
    "list": RouteWord(
        list_routes, "routes", ("id", "kind", "places", "substance", "period", "source"),
        routes_map,
    ),
    "close": RouteWord(
        close_places, "places", ("place", "before", "after", "change", "low", "high"), closing_map
    ),
    "cut": RouteWord(cut_routes, "places", ("place", "near_start", "near_end"), routes_map),
    "flow": RouteWord(
        flow, "places",
        ("place", "of", "seizures", "kilograms", "first", "last", "betweenness", "routes"),
        routes_map,
    ),
    "prices": RouteWord(
        prices, "steps",
        ("route", "place", "price", "unit", "period", "markup", "since_first", "source"),
        routes_map,
    ),
    "gravity": RouteWord(
        gravity, "coefficients", ("name", "estimate", "low", "high", "p_value", "unsaid"), None
    ),
    "backtest": RouteWord(
        test_forecast, "forecasts", ("forecast", "log_score", "brier", "gain", "low", "high"),
        routes_map,
    ),
}  # fmt: skip
"""Word to what answers it."""


def print_table(word: RouteWord, record: Record) -> None:
    """Definition, story, table."""
    from sholu.cli.listing import print_records

    click.echo(f"{record['definition']}\n")
    for sentence in record["story"]:
        click.echo(f"- {sentence}")
    click.echo()
    rows = [{column: _shown(row[column]) for column in word.columns} for row in record[word.rows]]
    print_records(word.rows.capitalize(), rows, word.columns, "table")
    for sentence in record.get("set_aside", ()):
        click.echo(f"set aside: {sentence}")


def _shown(value: Any) -> Any:
    if isinstance(value, float):
        return f"{value:.4g}"
    return " > ".join(value) if isinstance(value, list) else value
