"""What 'sholu routes' answers to each word: plain records, and how a terminal shows them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
import numpy as np

from sholu.network.interdiction import Closure, close
from sholu.network.interdiction_backtest import LEAK, backtest
from sholu.network.routes_choice import TRAFFICKERS, WORLDS
from sholu.network.routes_cut import minimum_cut
from sholu.network.routes_graph import hubs, site_at
from sholu.network.routes_model import RouteError
from sholu.network.routes_record import routes_frame, routes_record
from sholu.network.routes_tables import (
    CAVEAT,
    Price,
    Seizures,
    markups,
    number_in,
    place_in,
    read_prices,
    read_rows,
    read_seizures,
    seizures_of_events,
)

if TYPE_CHECKING:
    from sholu.cli.routes import Asked

Record = dict[str, Any]

CLOSING = (
    f"Everybody takes the way that costs least to him, before and after; a stretch costs its "
    f"kilometres times a factor that nobody knows, drawn {WORLDS} times for all and {TRAFFICKERS} "
    "times for each trafficker within. Intervals are the middle 90 % of the draws. Only ways that "
    "a source names are in the graph: flow cannot go where nobody has said. Shares are of trips "
    "between starts and ends as routes tell them, not of kilograms."
)


@dataclass(frozen=True)
class RouteWord:
    """What can be asked: what makes the record, and which list of it is the table."""

    answer: Callable[[Asked], Record]
    rows: str
    columns: tuple[str, ...]


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
    if asked.table.notes:
        story.append(f"{len(asked.table.notes)} things could not be read or placed: see set_aside.")
    return record | {"story": story}


def close_places(asked: Asked) -> Record:
    """Where the flow goes when places close."""
    if not asked.names:
        raise RouteError("Close what?", "Name a place: sholu routes close Kordai.")
    closed = [asked.number(name) for name in asked.names]
    result = close(asked.graph, closed, _trips(asked), asked.options["seed"])
    names = [_name(asked, place) for place in closed]
    return routes_frame(asked.table, asked.graph, asked.level) | {
        "definition": CLOSING,
        "closed": names,
        "seed": asked.options["seed"],
        "through": _interval(result.touched),
        "stopped": result.stopped,
        "ends_there": result.ends_there,
        "cost_ratio": _interval(result.detour) if result.detour else None,
        "places": [
            {
                "place": _name(asked, shift.number),
                "code": asked.graph.places[shift.number],
                "before": shift.before,
                "after": shift.after,
                "change": shift.change,
                "low": shift.low,
                "high": shift.high,
            }
            for shift in result.shifts
            if max(shift.before, shift.after) > 0
        ],
        "story": _tell_closure(asked, names, result),
    }


def _tell_closure(asked: Asked, names: Sequence[str], result: Closure) -> list[str]:
    told = [
        f"{' and '.join(names)} closed: {_percent(result.touched)} of the trips led through; "
        f"{100 * result.stopped:.0f} % have no named way left, {100 * result.ends_there:.0f} % "
        "start or end there."
    ]
    gaining = [s for s in result.shifts if s.change > 0.0005][:4]
    if gaining:
        told.append(
            "What moves goes by "
            + ", ".join(
                f"{_name(asked, s.number)} (+{100 * s.change:.1f} points, {100 * s.low:.1f} to "
                f"{100 * s.high:.1f})"
                for s in gaining
            )
            + "."
        )
    else:
        told.append("No other place gains.")
    if result.detour:
        mean, low, high = result.detour
        told.append(f"Those who move pay {mean:.2f} times as much ({low:.2f} to {high:.2f}).")
    return told


def cut_routes(asked: Asked) -> Record:
    """The fewest places that cut all named ways."""
    starts, ends = _ends(asked)
    cut = minimum_cut(asked.graph, starts, ends)
    if cut.size is None:
        told = ["A stretch leads straight from a start to an end: no place between can be closed."]
    else:
        told = [
            f"{cut.size} {'place' if cut.size == 1 else 'places'} would have to be closed at once "
            "to leave no named way: "
            + ", ".join(_name(asked, p) for p in cut.near_start)
            + (" (nearest the start)" if cut.near_start != cut.near_end else "")
            + (
                "; or " + ", ".join(_name(asked, p) for p in cut.near_end) + " (nearest the end)"
                if cut.near_start != cut.near_end
                else ""
            )
            + ".",
            "Ways that no source names are not in it: the cut is a lower bound.",
        ]
    return routes_frame(asked.table, asked.graph, asked.level) | {
        "definition": "Fewest places between starts and ends without which no named way is left "
        "(Menger's theorem, by maximum flow); areas cannot be closed.",
        "size": cut.size,
        "near_start": [_name(asked, p) for p in cut.near_start],
        "near_end": [_name(asked, p) for p in cut.near_end],
        "places": [
            {"place": _name(asked, p), "near_start": p in cut.near_start,
             "near_end": p in cut.near_end}
            for p in dict.fromkeys((*cut.near_start, *cut.near_end))
        ],
        "story": told,
    }  # fmt: skip


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

    return gravity_record(asked, _table_named(asked, "gravity TABLE"))


def test_forecast(asked: Asked) -> Record:
    """Score the forecast of a closing by later seizures."""
    path = _table_named(asked, "backtest TABLE PLACE")
    if len(asked.names) != 2:
        raise RouteError("Name the table and the place: backtest seizures.csv Uzbekistan.")
    rows = read_rows(path, ("place", "before", "after"))
    codes = [place_in(asked.index, path, n, row["place"]) for n, row in enumerate(rows, start=2)]
    if len(set(codes)) < len(codes):
        raise RouteError(f"{path.name} names a place twice.")
    counts = {
        name: np.array([number_in(path, n, name, row[name]) for n, row in enumerate(rows, start=2)])
        for name in ("before", "after")
    }
    if min(counts["before"].min(), counts["after"].min()) < 0:
        raise RouteError(f"{path.name}: a number of seizures below zero.")
    closed = asked.number(asked.names[1])
    if asked.graph.places[closed] not in codes:
        raise RouteError(f"{path.name} has no row for {asked.names[1]}.")
    result = close(asked.graph, [closed], _trips(asked), asked.options["seed"])
    mean = dict(zip(asked.graph.places, result.gains.mean(axis=0).tolist(), strict=True))
    forecasts = backtest(
        counts["before"], counts["after"], codes.index(asked.graph.places[closed]),
        np.array([mean.get(code, 0.0) for code in codes]), asked.options["seed"],
    )  # fmt: skip
    n = int(counts["after"].sum())
    best = max(forecasts, key=lambda one: one.log_score)
    return routes_frame(asked.table, asked.graph, asked.level) | {
        "definition": "Forecast shares of the seizures after the closing, scored by the mean log "
        "probability of each seizure's place (higher is better) and by the sum of squared errors "
        f"(lower is better). {100 * LEAK:.0f} % of the closed place's share is taken to get "
        "through all the same.",
        "caveat": CAVEAT,
        "closed": _name(asked, closed),
        "n_before": int(counts["before"].sum()),
        "n_after": n,
        "forecasts": [
            {
                "forecast": one.name,
                "log_score": one.log_score,
                "brier": one.brier,
                "gain": one.gain[0] if one.gain else None,
                "low": one.gain[1] if one.gain else None,
                "high": one.gain[2] if one.gain else None,
                "shares": dict(zip(codes, one.shares.tolist(), strict=True)),
            }
            for one in forecasts
        ],
        "story": [f"Best of three by log score: {best.name}, on {n} seizures after.", CAVEAT],
    }


def _trips(asked: Asked) -> list[tuple[int, int]]:
    """The trips between --from and --to; empty for those of the graph."""
    if not asked.options["start"] and not asked.options["goal"]:
        return []
    starts, ends = _ends(asked)
    return [(one, other) for one in starts for other in ends if one != other]


def _ends(asked: Asked) -> tuple[list[int], list[int]]:
    """Numbers of the starts and ends: those named, else those that no other side has."""
    start, goal = asked.options["start"], asked.options["goal"]
    trips = asked.graph.trips
    first = {one for one, _ in trips}
    last = {other for _, other in trips}
    starts = [asked.number(start)] if start else sorted(first - last)
    ends = [asked.number(goal)] if goal else sorted(last - first)
    if start:
        ends = [one for one in ends if one not in starts]
    return starts, [one for one in ends if one not in starts]


def _table_named(asked: Asked, usage: str) -> Path:
    if not asked.names or not Path(asked.names[0]).is_file():
        raise RouteError(f"Name a table: sholu routes {usage}.")
    return Path(asked.names[0])


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


def _name(asked: Asked, place: int) -> str:
    return site_at(asked.table, asked.graph.places[place]).name


def _interval(values: tuple[float, float, float]) -> Record:
    return dict(zip(("mean", "low", "high"), values, strict=True))


def _percent(values: tuple[float, float, float]) -> str:
    mean, low, high = (100 * value for value in values)
    return f"{mean:.1f} % ({low:.1f} to {high:.1f})"


WORDS = {
    "list": RouteWord(
        list_routes, "routes", ("id", "kind", "places", "substance", "period", "source")
    ),
    "close": RouteWord(
        close_places, "places", ("place", "before", "after", "change", "low", "high")
    ),
    "cut": RouteWord(cut_routes, "places", ("place", "near_start", "near_end")),
    "flow": RouteWord(
        flow, "places",
        ("place", "of", "seizures", "kilograms", "first", "last", "betweenness", "routes"),
    ),
    "prices": RouteWord(
        prices, "steps",
        ("route", "place", "price", "unit", "period", "markup", "since_first", "source"),
    ),
    "gravity": RouteWord(
        gravity, "coefficients", ("name", "estimate", "low", "high", "p_value", "unsaid")
    ),
    "backtest": RouteWord(
        test_forecast, "forecasts", ("forecast", "log_score", "brier", "gain", "low", "high")
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
