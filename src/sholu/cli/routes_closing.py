"""Words of 'sholu routes' on closing places: close, cut, backtest."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from sholu.charts.map_grammar import MapPicture
from sholu.network.interdiction import Closure, Shift, close
from sholu.network.interdiction_backtest import LEAK, backtest
from sholu.network.routes_choice import TRAFFICKERS, WORLDS
from sholu.network.routes_closing_map import map_of_closing
from sholu.network.routes_cut import minimum_cut
from sholu.network.routes_model import RouteError
from sholu.network.routes_record import routes_frame
from sholu.network.routes_tables import CAVEAT, number_in, place_in, read_rows

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


def close_places(asked: Asked) -> Record:
    """Where the flow goes when places close."""
    result = _closure(asked)
    names = [asked.name_of(place) for place in result.closed]
    return routes_frame(asked.table, asked.graph, asked.level) | {
        "definition": CLOSING,
        "closed": names,
        "seed": asked.options["seed"],
        "through": _interval(result.touched),
        "stopped": result.stopped,
        "ends_there": result.ends_there,
        "cost_ratio": _interval(result.detour) if result.detour else None,
        "places": [
            {"place": asked.name_of(shift.number), "code": asked.graph.places[shift.number]}
            | _shares(shift)
            for shift in result.shifts
            if max(shift.before, shift.after) > 0
        ],
        "stretches": [
            {
                "from": asked.name_of(int(asked.graph.starts[shift.number])),
                "to": asked.name_of(int(asked.graph.ends[shift.number])),
            }
            | _shares(shift)
            for shift in result.stretches
            if max(shift.before, shift.after) > 0
        ],
        "story": _tell_closure(asked, names, result),
    }


def closing_map(asked: Asked) -> MapPicture:
    """The same as a map: what each stretch carried before and carries after."""
    return map_of_closing(asked.table, asked.graph, _closure(asked))


def _closure(asked: Asked) -> Closure:
    if not asked.names:
        raise RouteError("Close what?", "Name a place: sholu routes close Kordai.")
    closed = [asked.number(name) for name in asked.names]
    return close(asked.graph, closed, _trips(asked), asked.options["seed"])


def _shares(shift: Shift) -> Record:
    return {
        "before": shift.before,
        "after": shift.after,
        "change": shift.change,
        "low": shift.low,
        "high": shift.high,
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
                f"{asked.name_of(s.number)} (+{100 * s.change:.1f} points, {100 * s.low:.1f} to "
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
            + ", ".join(asked.name_of(p) for p in cut.near_start)
            + (" (nearest the start)" if cut.near_start != cut.near_end else "")
            + (
                "; or " + ", ".join(asked.name_of(p) for p in cut.near_end) + " (nearest the end)"
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
        "near_start": [asked.name_of(p) for p in cut.near_start],
        "near_end": [asked.name_of(p) for p in cut.near_end],
        "places": [
            {"place": asked.name_of(p), "near_start": p in cut.near_start,
             "near_end": p in cut.near_end}
            for p in dict.fromkeys((*cut.near_start, *cut.near_end))
        ],
        "story": told,
    }  # fmt: skip


def test_forecast(asked: Asked) -> Record:
    """Score the forecast of a closing by later seizures."""
    path = asked.file_named("backtest TABLE PLACE")
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
        "closed": asked.name_of(closed),
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


def _interval(values: tuple[float, float, float]) -> Record:
    return dict(zip(("mean", "low", "high"), values, strict=True))


def _percent(values: tuple[float, float, float]) -> str:
    mean, low, high = (100 * value for value in values)
    return f"{mean:.1f} % ({low:.1f} to {high:.1f})"
