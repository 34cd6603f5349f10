"""Answer of 'sholu network FILE keyplayers': without whom it falls apart, who reaches everybody."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from sholu.cli.network_request import Request
from sholu.network.fragmentation import fragmentation
from sholu.network.key_players import (
    Constraints,
    KeyPlayers,
    fragmenting_players,
    reaching_players,
    shared_members,
)
from sholu.network.model import NetworkError, WeightIs
from sholu.network.record import frame
from sholu.network.story import number

Record = dict[str, Any]

SHOWN = 10
"""Tied sets of a measure in the table; JSON lists all."""


def keyplayers(request: Request) -> Record:
    """The sets of k actors with the largest fragmentation and reach, with all ties."""
    unweighted = replace(request, weight_is=WeightIs.IGNORED)
    network = unweighted.primary()
    k = int(request.options["k"])
    constraints = _constraints(request)
    fragmenting = fragmenting_players(network, k, constraints)
    reaching = reaching_players(network, k, constraints)
    record = frame(request.table, unweighted.network(), network)
    before = fragmentation(network, ())
    record |= {"k": k, "constraints": _constraints_record(constraints)}
    record["fragmentation"] = _answer(fragmenting) | {"before": before}
    record["reach"] = _answer(reaching)
    record["sets"] = [
        {"measure": measure, "members": ", ".join(members), "value": answer.value}
        for measure, answer in (("fragmentation", fragmenting), ("reach", reaching))
        for members in answer.optima[:SHOWN]
    ]
    record["definitions"] = {
        "fragmentation": "Borgatti (2006): share of pairs of those left who cannot reach each "
        "other once the set is gone, directions and weights left out; before: with all there",
        "reach": "Borgatti (2006): sum over all actors of 1/steps from the nearest member, "
        "members 1, not reached 0, over the number of actors; along ties if directed, weights "
        "left out",
        "ties": "how many sets have the value; the optima are all of them, or the first thousand",
        "certificate": "what was searched; complete: no set is better",
    }
    record["story"] = _tell(k, before, fragmenting, reaching)
    return record


def _constraints(request: Request) -> Constraints:
    told = request.options
    only, never = tuple(told.get("only") or ()), tuple(told.get("keep") or ())
    attribute = told.get("group") or "role"
    known = {data.get(attribute) for data in request.table.attributes.values()} - {None, ""}
    for role in (*only, *never):
        if role not in known:
            raise NetworkError(
                f"Nobody has the role '{role}' in the column '{attribute}'.",
                f"Known are: {', '.join(sorted(map(str, known))) or 'none'}. Name the table of "
                "actors with --attributes, another column with --group.",
            )
    budget, cost = told.get("budget"), told.get("cost") or ""
    if (budget is None) == bool(cost):
        raise NetworkError(
            "A budget needs costs and costs need a budget.",
            "Give both: --cost COLUMN of --attributes, and --budget.",
        )
    return Constraints(attribute, only, never, cost, budget)


def _constraints_record(constraints: Constraints) -> Record:
    return {
        "attribute": constraints.attribute,
        "only": list(constraints.only),
        "keep": list(constraints.never),
        "cost": constraints.cost or None,
        "budget": constraints.budget,
    }


def _answer(found: KeyPlayers) -> Record:
    return {
        "k": found.k,
        "optima": [list(members) for members in found.optima],
        "value": found.value,
        "ties": found.ties,
        "in_all": list(shared_members(found.optima)),
        "certificate": dict(vars(found.certificate)),
    }


def _tell(k: int, before: float, fragmenting: KeyPlayers, reaching: KeyPlayers) -> list[str]:
    return [
        f"Without {_sets(fragmenting)}, {number(100 * fragmenting.value, 1)} % of the pairs of the "
        f"others would not have reached each other ({number(100 * before, 1)} % with all there); "
        f"{fragmenting.certificate.statement}.",
        f"Nearest to everybody: {_sets(reaching)}, reach {number(reaching.value, 4)}; "
        f"{reaching.certificate.statement}.",
        *(["Key players are a set: the best one alone need not be in it."] if k > 1 else []),
        "It says what would have changed in the ties that were seen, if nobody had replaced "
        "anybody; not whom to arrest.",
    ]


def _sets(found: KeyPlayers) -> str:
    first = ", ".join(found.optima[0])
    if found.ties == 1:
        return first
    shared = shared_members(found.optima)
    of_all = f", {', '.join(shared)} in all of them" if shared and found.ties > 1 else ""
    return f"{first} (or one of {found.ties - 1:,} other sets of the same value{of_all})"
