"""Words on structure: measure, brokers, roles; each gives a record for JSON and tables."""

from __future__ import annotations

from typing import Any

import numpy as np

from sholu.cli.network_request import Request
from sholu.network.assemble import undirected
from sholu.network.brokerage import ROLES, Brokerage, brokerage, groups_by
from sholu.network.communities import communities
from sholu.network.definitions import DEFINITIONS
from sholu.network.model import Network
from sholu.network.positions import positions
from sholu.network.record import communities_record, frame, measure_record, plain
from sholu.network.relational_capital import relational_capital
from sholu.network.shortest_paths import betweenness
from sholu.network.story import tell_measures
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
