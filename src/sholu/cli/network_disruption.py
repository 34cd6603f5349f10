"""Answer of 'sholu network FILE disrupt': what is left as actors are taken away."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sholu.cli.network_request import Request
from sholu.network.disruption import By, Curve, disruption_curve
from sholu.network.disruption_bands import Band, disruption_band
from sholu.network.model import Network, WeightIs
from sholu.network.record import frame
from sholu.network.recovery import Recovery, recovery_curve
from sholu.network.relational_capital import SMALLEST_ROLE
from sholu.network.spread import Knowledge, known_down_a_chain, known_in
from sholu.network.story import number

Record = dict[str, Any]

RULES = {
    By.BETWEENNESS: "the highest betweenness (along lengths if weights are not ignored)",
    By.DEGREE: "the most contacts; if weights are not ignored, the largest sum of weights as given",
    By.KATZ: "the most attenuated walks (Katz 1953), attenuation 0.1, weights as given",
    By.INFLUENCE: "collective influence over direct contacts: (degree − 1) times the sum of "
    "(degree − 1) over the contacts (after Morone and Makse 2015); degrees are sums of weights as "
    "given if weights are not ignored",
}

RECOVERIES = {
    Recovery.NONE: "nobody makes a new tie",
    Recovery.RANDOM: "with anybody",
    Recovery.PREFERENTIAL: "in proportion to contacts",
    Recovery.CAPITAL: "in proportion to relational capital: contacts who do not know each other",
    Recovery.ROLE: "with somebody of the role of who is gone",
}


def disrupt(request: Request) -> Record:
    """The largest component as actors are taken away by a rule, with the band over ties."""
    network = request.primary()
    by, block = By(request.options["by"]), int(request.options["block"])
    seed = int(request.options["seed"])
    curve = disruption_curve(network, by, block)
    band = disruption_band(network, curve, seed)
    record = frame(request.table, request.network(), network)
    record |= {"by": by.value, "block": block, "order": _order(block), "seed": seed}
    record["definitions"] = _definitions(by)
    record["start"] = curve.steps[0].size
    record["curve"] = [
        {
            "removed": step.removed,
            "size": step.size,
            "largest": step.largest,
            "low": row.low,
            "high": row.high,
            "actors": list(step.actors),
        }
        for step, row in zip(curve.steps, band.rows, strict=True)
    ]
    record["mean"] = curve.mean
    record["band"] = [dict(vars(row)) for row in band.rows]
    record |= {
        "band_exact": band.exact,
        "band_draws": band.draws,
        "band_widest": band.widest,
        "mean_low": band.mean_low,
        "mean_high": band.mean_high,
        "diverges": curve.diverges,
    }
    record["recovery"] = _recoveries(request, network, by, block)
    record["story"] = _tell(network, curve, band) + _tell_recovery(record["recovery"])
    return record


def _recoveries(request: Request, network: Network, by: By, block: int) -> list[Record]:
    """The rules of recovery that were asked for; none if none was."""
    asked = tuple(request.options.get("recovery") or ())
    role = request.options.get("group") or "role"
    rules = [rule for rule in Recovery if rule.value in asked]
    if "all" in asked:
        known = any(data.get(role) for data in network.attributes.values())
        rules = [rule for rule in Recovery if known or rule is not Recovery.ROLE]
    found = [
        recovery_curve(network, by, rule, block, role=role, seed=request.options["seed"])
        for rule in rules
    ]
    return [
        {
            "recovery": curve.recovery.value,
            "definition": RECOVERIES[curve.recovery],
            "replicates": curve.replicates,
            "seed": curve.seed,
            "curve": [
                {
                    "removed": step.removed,
                    "largest": step.largest.mean,
                    "largest_low": step.largest.low,
                    "largest_high": step.largest.high,
                    "efficiency": step.efficiency.mean,
                    "efficiency_low": step.efficiency.low,
                    "efficiency_high": step.efficiency.high,
                }
                for step in curve.steps
            ],
        }
        for curve in found
    ]


def _order(block: int) -> str:
    return "sequential" if block == 1 else "block"


def _definitions(by: By) -> Record:
    return {
        "by": f"who goes next: {RULES[by]}; computed anew after each block of removals. Of tied "
        "actors the last in the file goes first; by influence the one with the highest number",
        "largest": "actors in the largest component, directions left out, over those in it at the "
        "start",
        "mean": "of largest over all rows; the curve ends before fewer than six actors are left "
        "(of networks of fewer than twelve, with the last actor)",
        "band": "least and most of largest over all choices among tied actors; where not exact, "
        "over drawn orders of preference, so the true band is as wide or wider",
        "recovery": "directions and weights left out; each contact of who is gone makes one new "
        "tie for the one lost, by the rule, before the next block is chosen; means and 5th to 95th "
        "percentiles over seeded replicates",
        "efficiency": "mean of 1/distance over pairs of those left, over that at the start (Latora "
        "and Marchiori 2001); above 1 those left are nearer to each other than before",
    }


def _tell(network: Network, curve: Curve, band: Band) -> list[str]:
    told = [
        f"The largest component has {curve.steps[0].size} of {network.n} actors. Taken away "
        f"{_how(curve)}, it keeps {number(100 * curve.mean, 1)} % on the mean of "
        f"the curve ({number(100 * band.mean_low, 1)} to {number(100 * band.mean_high, 1)} % over "
        "tied choices).",
        _half(curve),
        _of_band(band),
    ]
    if curve.diverges:
        told.append(
            "Katz is not defined at the start: with attenuation 0.1 the walks have no finite sum "
            f"until {curve.diverges} actors are gone. Up to there the order is that of a solved "
            "equation without meaning; it is printed because published curves have it."
        )
    if network.weight_is is WeightIs.LENGTH and curve.by is not By.BETWEENNESS:
        told.append("Weights are said to be lengths, but this rule adds them up as given.")
    told.append(
        "In this curve nobody replaces anybody, so it is the most that removal could do; it says "
        "what would have changed, not whom to arrest."
    )
    return told


def _tell_recovery(recoveries: list[Record]) -> list[str]:
    told = []
    for one in recoveries:
        last = one["curve"][-1]
        told.append(
            f"Recovery {one['recovery']} ({one['definition']}): with {last['removed']} gone the "
            f"largest component keeps {_percent(last, 'largest')} of its size, those left "
            f"{_percent(last, 'efficiency')} of the efficiency at the start."
        )
    return told


def _percent(row: Record, name: str) -> str:
    low, high = number(100 * row[f"{name}_low"], 0), number(100 * row[f"{name}_high"], 0)
    return f"{number(100 * row[name], 0)} % ({low} to {high})"


def _how(curve: Curve) -> str:
    each = "one by one" if curve.block == 1 else f"in blocks of {curve.block}"
    return f"{each} by {curve.by.value}"


def _half(curve: Curve) -> str:
    for step in curve.steps:
        if step.largest <= 0.5:
            return (
                f"Half of it is left or less after {step.removed} removals "
                f"({number(100 * step.largest, 0)} %)."
            )
    return "More than half of it is left at the end of the curve."


def _of_band(band: Band) -> str:
    if band.widest == 0 and band.exact:
        return "Where actors tie, it makes no difference who goes (all choices followed)."
    row = max(band.rows, key=lambda row: row.high - row.low)
    followed = (
        "all choices followed"
        if band.exact
        else f"choices followed for {sum(row.exact for row in band.rows)} of {len(band.rows)} "
        f"rows, then {band.draws} draws"
    )
    return (
        f"The choice among tied actors alone moves it by up to {number(100 * band.widest, 1)} "
        f"points, after {row.removed} removals ({number(100 * row.low, 1)} to "
        f"{number(100 * row.high, 1)} %; {followed})."
    )


PASSES_ON = (0.0, 0.1, 0.3)
"""Chances that a knower tells each of his customers; 0 is the respondent's own reasoning."""

CHAINS = ((25,), (1, 25), (1, 5, 5))
"""The thesis's 25 tomatoes: to 25, to one who sells to 25, to one who sells to five who sell on."""

EXACT = ("knowers", "risk")

TELLS = 0.05
"""Chance that a knower tells the police; an assumption: only ratios between rows mean something."""


def spread(request: Request) -> Record:
    """How many know of a seller, by his number of customers and, where known, by role."""
    network = request.primary() if request.table.directed is False else request.network()
    record = frame(request.table, network, network)
    record |= {"tells": TELLS, "seed": request.options["seed"]}
    role = request.options.get("group") or "role"
    roles = [network.attributes.get(actor, {}).get(role) for actor in network.actors]
    record["chains"] = [
        {"customers": list(chain), "passes_on": passes_on}
        | {name: getattr(known_down_a_chain(chain, passes_on, TELLS), name) for name in EXACT}
        for chain in CHAINS
        for passes_on in PASSES_ON
    ]
    record["by_customers"], record["by_role"] = [], []
    for passes_on in PASSES_ON:
        known = known_in(network, passes_on, TELLS, request.options["seed"])
        groups = [one.customers for one in known]
        record["by_customers"] += _grouped("customers", groups, known, passes_on, smallest=1)
        record["by_role"] += _grouped("role", roles, known, passes_on, smallest=SMALLEST_ROLE)
    record["definitions"] = {
        "chains": "exact: 25 units sold to 25 people, or to one who sells on; customers at each "
        "level",
        "customers": "those whom a tie leads to: a tie is taken for a sale from its source to its "
        "target; without directions every contact is a customer",
        "knowers": "expected number who know of the seller: all customers, and with the chance "
        "passes_on each customer of one who knows; mean over the actors of the row",
        "risk": f"chance that one of them tells the police, each with {TELLS}, independently; the "
        "level is assumed, the ratio between rows is the result",
        "error": "largest standard error of the draws; 0 where computed exactly",
        "by_role": f"roles of {SMALLEST_ROLE} actors and more",
    }
    record["story"] = _tell_spread(record)
    return record


def _grouped(
    name: str,
    groups: Sequence[Any],
    known: Sequence[Knowledge],
    passes_on: float,
    *,
    smallest: int,
) -> list[Record]:
    """One row a group with the means over its actors."""
    members: dict[Any, list[Knowledge]] = {}
    for group, one in zip(groups, known, strict=True):
        if group is not None:
            members.setdefault(group, []).append(one)
    return [
        {
            name: group,
            "actors": len(rows),
            "passes_on": passes_on,
            "knowers": sum(one.knowers for one in rows) / len(rows),
            "knowers_error": max(one.knowers_error for one in rows),
            "risk": sum(one.risk for one in rows) / len(rows),
            "risk_error": max(one.risk_error for one in rows),
        }
        for group, rows in sorted(members.items())
        if len(rows) >= smallest
    ]


def _tell_spread(record: Record) -> list[str]:
    first = [row for row in record["by_customers"] if row["passes_on"] == 0]
    most = first[-1]
    one = known_down_a_chain((1,), 0.0, TELLS).risk
    told = [
        "Sold to 25 people, 25 know of the seller; sold to one, one does (the thesis, 4.8). Here "
        f"the most customers are {most['customers']}: a risk {number(most['risk'] / one, 1)} times "
        "that of a seller with one, if nobody passes on what he knows."
    ]
    for row in record["by_role"]:
        if row["passes_on"] == 0:
            told.append(
                f"{row['role']} ({row['actors']} actors): {number(row['knowers'], 1)} know of one "
                f"on the mean; risk {number(row['risk'] / one, 1)} times that of one customer."
            )
    return told
