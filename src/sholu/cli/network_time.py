"""The words 'phases' and 'paths': a network over time."""

from __future__ import annotations

from typing import Any

from sholu.cli.network_request import Request
from sholu.network.contacts import arrivals, path_to, reach_in_time
from sholu.network.model import NetworkError
from sholu.network.phases import handovers, phase_structures, replacements
from sholu.network.record import frame, plain
from sholu.network.story import tell_phases

Record = dict[str, Any]


def phases(request: Request) -> Record:
    """The network over its phases: structure, comings and goings, brokerage handed over."""
    found = phase_structures(request.table, directed=request.directed, weight_is=request.weight_is)
    record = frame(request.table, request.network(), request.primary())
    record["phases"] = [
        {
            "phase": one.phase,
            "n": one.network.n,
            "arcs": one.network.arcs,
            "edges": one.network.edges,
            "centralisation_degree": plain(one.centralisation_degree),
            "centralisation_betweenness": plain(one.centralisation_betweenness),
            "arrived": list(one.arrived),
            "left": list(one.left),
            "brokerage": [{"actor": a, "share": s} for a, s in one.shares[:10]],
        }
        for one in found
    ]
    record["handovers"] = [dict(vars(one)) for one in handovers(found)]
    record["replacements"] = [dict(vars(one)) for one in replacements(found)]
    record["definitions"] = {
        "brokerage": "share of the sum of betweenness over all actors of the phase",
        "handovers": "largest gains and losses of that share between neighbouring phases",
        "replacements": "of an actor that leaves, who gained most of his contacts that stay (a "
        "quarter or more)",
    }
    record["story"] = tell_phases(record)
    return record


def paths(request: Request) -> Record:
    """Paths that respect time: whom news can have reached, when, and through whom."""
    table = request.table
    start, goal = request.options.get("start"), request.options.get("goal")
    directed = request.directed or table.directed is True
    record = frame(table, request.network(), request.primary())
    record["definitions"] = {
        "reach": "how many others news from the actor can have reached along contacts in order of "
        "time; contacts at the same time do not chain",
    }
    if start is None:
        reach = reach_in_time(table, directed=directed)
        ranked = sorted(reach, key=lambda actor: -reach[actor])
        record["actors"] = [{"actor": actor, "reach": reach[actor]} for actor in ranked]
        return record
    if goal is not None and goal not in table.actors:
        raise NetworkError(f"{table.origin} has no actor '{goal}'.")
    found = arrivals(table, start, directed=directed)
    shown = found if goal is None else path_to(found, start, goal)
    record |= {"from": start, "to": goal}
    record["actors"] = [dict(vars(one)) for one in shown]
    return record
