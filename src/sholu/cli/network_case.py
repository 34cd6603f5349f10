"""The word 'case': a closed case from end to end, on one page or as one record."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from sholu.cli.network_disruption import disrupt
from sholu.cli.network_missing import missing
from sholu.cli.network_request import Request
from sholu.cli.network_time import phases
from sholu.cli.network_words import brokers, measure
from sholu.network.drawing import LARGEST
from sholu.network.story import number

Record = dict[str, Any]

UNSEEN = 0.1
"""Share of ties that the bands on a page suppose to be unseen, unless --ties says another."""


def case(request: Request) -> Record:
    """Structure, leader and broker with bands, phases, disruption with recovery.

    Returns:
        The record of 'measure', with those of the other words under their names; ``phases`` is
        None without phases, and the actors carry the band of their rank.
    """
    options = dict(request.options) | {"recovery": ("all",)}
    if options.get("ties") is None and options.get("actors") is None:
        options["ties"] = UNSEEN
    asked = replace(request, options=options)
    record = measure(asked)
    gaps = missing(asked)
    bands = {row["actor"]: row for row in gaps["actors"]}
    record["actors"] = [
        row | {name: bands.get(row["actor"], {}).get(name) for name in ("rank", "low", "high")}
        for row in record["actors"]
    ]
    record["missing"] = gaps
    record["brokers"] = brokers(asked)
    record["phases"] = phases(asked) if len(request.table.phases) > 1 else None
    record["disruption"] = disrupt(asked)
    record["leader_and_broker"] = leader_and_broker(record)
    record["story"] = [
        *record["story"],
        *record["leader_and_broker"],
        *gaps["story"],
        *(record["phases"]["story"] if record["phases"] else ()),
        *record["disruption"]["story"],
    ]
    return record


def tell_people(request: Request) -> list[str]:
    """Leader and broker of a network with phases, small enough for bands; else nothing."""
    network = request.primary()
    if len(request.table.phases) < 2 or network.n > LARGEST:
        return []
    asked = replace(request, options=dict(request.options) | {"ties": UNSEEN, "actors": None})
    found = missing(asked)
    rows = {"actors": found["actors"], "missing": found, "phases": phases(asked)}
    return leader_and_broker(rows)


def leader_and_broker(record: Mapping[str, Any]) -> list[str]:
    """Who is first and who is second in between, with the band of each rank and over phases."""
    ranked = sorted(record["missing"]["actors"], key=lambda row: -row["betweenness"])
    told = []
    for row, word in zip(ranked[:2], ("The leader", "The broker beside him"), strict=False):
        if row["betweenness"] <= 0:
            continue
        sentence = (
            f"{word} by betweenness is {row['actor']} ({number(row['betweenness'], 1)}): rank "
            f"{row['rank']:g}, {row['low']:g} to {row['high']:g} with "
            f"{_unseen(record['missing'])} missing"
        )
        if record["phases"]:
            shares = [_share(phase, row["actor"]) for phase in record["phases"]["phases"]]
            sentence += "; share of brokerage by phase: " + ", ".join(shares)
        told.append(sentence + ".")
    return told


def _unseen(gaps: Mapping[str, Any]) -> str:
    parts = [
        f"{number(100 * share, 0)} % of the {what}"
        for what, share in (("ties", gaps["ties"]), ("actors", gaps["missing_actors"]))
        if share is not None
    ]
    return " or ".join(parts)


def _share(phase: Mapping[str, Any], actor: str) -> str:
    found = next((one["share"] for one in phase["brokerage"] if one["actor"] == actor), None)
    told = "hardly any" if found is None else f"{number(100 * found, 0)} %"
    return f"{phase['phase']}: {told}"
