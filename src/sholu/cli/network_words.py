"""Answers of 'sholu network': one function per word, each giving a record for JSON and tables."""

from __future__ import annotations

from typing import Any

import numpy as np

from sholu.cli.network_request import Request
from sholu.core.finding import Finding
from sholu.network.assemble import undirected
from sholu.network.brokerage import ROLES, Brokerage, brokerage, groups_by
from sholu.network.checks import check_table
from sholu.network.checks_between import check_between
from sholu.network.communities import communities
from sholu.network.contacts import arrivals, path_to, reach_in_time
from sholu.network.definitions import DEFINITIONS
from sholu.network.missing import DRAWS, Robustness, holds_until, robustness
from sholu.network.model import Network, NetworkError
from sholu.network.phases import handovers, phase_structures, replacements
from sholu.network.positions import positions
from sholu.network.record import communities_record, frame, measure_record, plain
from sholu.network.relational_capital import relational_capital
from sholu.network.shortest_paths import betweenness
from sholu.network.story import tell_checks, tell_measures, tell_missing, tell_phases
from sholu.network.structural_holes import structural_holes

Record = dict[str, Any]


def measure(request: Request) -> Record:
    """Structure and positions, with the phases where there are any."""
    record = measure_record(request.table, request.network(), directed=request.directed)
    if request.table.phases and request.phase is None:
        record["phases"] = [
            {"phase": phase}
            | measure_record(request.table, request.network(phase), directed=request.directed)
            for phase in request.table.phases
        ]
    record["story"] = tell_measures(record)
    return record


def brokers(request: Request) -> Record:
    """Structural holes and brokerage between groups."""
    network, primary = request.network(), request.primary()
    groups, told = _groups(request, network)
    found = brokerage(network, groups)
    holes = structural_holes(undirected(network))
    between = betweenness(primary)
    record = frame(request.table, network, primary)
    record["groups"] = told
    record["totals"] = _role_totals(found)
    record["definitions"] = {
        key: DEFINITIONS[key]
        for key in ("betweenness", "constraint", "effective_size", "efficiency", "hierarchy")
    } | {
        "roles": "Gould and Fernandez (1989): ordered pairs that are tied through the actor and "
        "not "
        "themselves, by groups of sender, broker, receiver: coordinator AAA, itinerant ABA, "
        "gatekeeper ABB, representative AAB, liaison ABC; expected and deviation if ties fell at "
        "random at the same density"
    }
    order = np.argsort(-between, kind="stable")
    record["actors"] = [
        {
            "actor": network.actors[row],
            "group": found.groups[row],
            "betweenness": float(between[row]),
            "constraint": plain(holes.constraint[row]),
            "effective_size": plain(holes.effective_size[row]),
            "efficiency": plain(holes.efficiency[row]),
            "hierarchy": plain(holes.hierarchy[row]),
            "brokered": float(found.counts[row].sum()),
            "roles": _roles(found, row),
        }
        for row in order
    ]
    return record


def _groups(request: Request, network: Network) -> tuple[tuple[str, ...], str]:
    column = request.options.get("group")
    if column:
        return groups_by(network, column), f"the attribute '{column}'"
    found = communities(network)
    words = "communities found by Leiden, as no --group was given"
    return tuple(f"community {label}" for label in found.labels), words


def _role_totals(found: Brokerage) -> Record:
    return {
        role: {
            "count": float(found.counts[:, place].sum()),
            "expected": float(found.expected[:, place].sum()),
        }
        for place, role in enumerate(ROLES)
    }


def _roles(found: Brokerage, row: int) -> Record:
    z = found.z
    return {
        role: {
            "count": float(found.counts[row, place]),
            "expected": float(found.expected[row, place]),
            "deviation": float(found.deviation[row, place]),
            "z": plain(z[row, place]),
        }
        for place, role in enumerate(ROLES)
    }


def roles(request: Request) -> Record:
    """Positions, stand-ins, and relational capital by role where roles are known."""
    network, primary = request.network(), request.primary()
    found = communities(network)
    placed = positions(network, betweenness(primary), found)
    record = frame(request.table, network, primary)
    record["definitions"] = {
        "position": "Morselli (2010): degree and betweenness above the mean: visible broker; only "
        "betweenness: strategic broker; only degree: visible; neither: peripheral",
        "cutpoint": "without the actor the network falls into more pieces; parts: how many more",
        "participation": "1 − sum over communities of the squared share of contacts in each",
        "equivalents": "actors with half or more of all contacts in common (Jaccard, each other "
        "left "
        "out; at least two): who could stand in",
        "relational_capital": "means over the actors of a role, never of one actor",
    }
    record["communities"] = communities_record(found)
    record["actors"] = [
        {
            "actor": place.actor,
            "position": place.position,
            "community": int(label),
            "cutpoint": place.cutpoint,
            "parts": place.parts,
            "participation": place.participation,
            "within_z": place.within_z,
            "equivalents": [{"actor": a, "shared": s} for a, s in place.equivalents],
        }
        for place, label in zip(placed, found.labels, strict=True)
    ]
    record["relational_capital"] = _capital(request)
    return record


def _capital(request: Request) -> list[Record] | None:
    column = request.options.get("group") or "role"
    known = any(data.get(column) for data in request.table.attributes.values())
    if not known:
        return None
    return [
        dict(vars(capital)) | {"kinds": dict(capital.kinds)}
        for capital in relational_capital(request.table, column)
    ]


def missing(request: Request) -> Record:
    """Rank intervals under missing ties and actors, and how much could be unseen."""
    network = request.primary()
    ties, actors = request.options.get("ties"), request.options.get("actors")
    seed: int = request.options["seed"]
    if ties is None and actors is None:
        ties = 0.1
    asked = [("ties", ties), ("actors", actors)]
    record = frame(request.table, request.network(), network)
    record |= {"ties": ties, "missing_actors": actors, "draws": DRAWS, "seed": seed}
    record["measure"] = "betweenness"
    record["definitions"] = {
        "dropped": "a share of the ties (actors) seen is taken away at random",
        "added": "a share of the true ties (actors) is unseen: as many are added, spread evenly",
        "low, high": "5th and 95th percentile of the rank over the draws; 1 is the highest",
        "first": "share of draws in which nobody ranks higher",
        "holds_until": "largest share tried (2 to 50 %) at which the first actor stays first in "
        "95 % "
        "of the draws; 0 if none",
    }
    found = [
        robustness(network, share, what=what, how=how, seed=seed)
        for what, share in asked
        if share is not None
        for how in ("dropped", "added")
    ]
    record["answers"] = [_robustness_record(answer) for answer in found]
    record["holds_until"] = {
        f"{answer.what}_{answer.how}": holds_until(
            network, what=answer.what, how=answer.how, seed=seed
        )
        for answer in found
    }
    record["actors"] = _widest(found)
    record["story"] = tell_missing(record)
    return record


def _robustness_record(answer: Robustness) -> Record:
    return {
        "what": answer.what,
        "how": answer.how,
        "share": answer.share,
        "rank_correlation": plain(answer.correlation),
        "actors": [
            {
                "actor": one.actor,
                "betweenness": one.score,
                "rank": one.rank,
                "low": plain(one.low),
                "high": plain(one.high),
                "first": plain(one.first),
            }
            for one in answer.intervals
        ],
    }


def _widest(found: list[Robustness]) -> list[Record]:
    """Each actor's rank with the widest of the intervals."""
    rows: dict[str, Record] = {}
    for answer in found:
        for one in answer.intervals:
            row = rows.setdefault(
                one.actor,
                {
                    "actor": one.actor,
                    "betweenness": one.score,
                    "rank": one.rank,
                    "low": one.low,
                    "high": one.high,
                    "first": one.first,
                },
            )
            row["low"], row["high"] = min(row["low"], one.low), max(row["high"], one.high)
            row["first"] = min(row["first"], one.first)
    return [
        row | {name: plain(row[name]) for name in ("low", "high", "first")} for row in rows.values()
    ]


def check(request: Request) -> Record:
    """What a person should look at in the data; works where measures refuse."""
    table = request.table
    named = request.named or (table,)
    findings = [finding for one in named for finding in check_table(one)]
    between = check_between(request.siblings, request.total)
    names = [one.origin for one in named]
    findings += [
        finding
        for finding in between
        if any(name in f"{finding.where} {finding.statement}" for name in names)
    ]
    pairs = {(tie.source, tie.target) for tie in table.ties if tie.source != tie.target}
    beside = len(request.siblings) + (request.total is not None) - 1 if request.siblings else 0
    record: Record = {
        "file": table.origin,
        "form": table.form,
        "n": len(set(table.actors)),
        "arcs": len(pairs),
        "edges": len({frozenset(pair) for pair in pairs}),
        "definition": f"the data as read, before anything is combined, compared with {beside} "
        "files that belong to it; nothing is repaired",
        "findings": [_finding_record(finding) for finding in findings],
    }
    record["story"] = tell_checks(record)
    return record


def _finding_record(finding: Finding) -> Record:
    names = ("kind", "where", "statement", "method", "certainty", "gravity", "id")
    return {name: getattr(finding, name) for name in names}


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
