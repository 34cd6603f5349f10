"""Records of networks as sentences: what an analyst would tell the one who asked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sholu.network.published import PUBLISHED

Record = Mapping[str, Any]


def number(value: float | None, digits: int = 3) -> str:
    """A number for a sentence; a dash where there is none.

    >>> number(0.62784), number(60, 0), number(None)
    ('0.628', '60', '–')
    """
    if value is None:
        return "–"
    text = f"{value:.{digits}f}"
    return text.rstrip("0").rstrip(".") if digits else text


def tell_measures(record: Record) -> list[str]:
    """Size, shape, who stands out, and on which definition that hangs."""
    centre = record["centralisation"]
    told = [
        f"{record['n']} actors, {record['edges']} pairs tied ({record['arcs']} directed ties); "
        f"{_parts(record)}. Density {number(record['density_undirected'])} undirected, "
        f"{number(record['density_directed'])} directed.",
        f"Centralisation: degree {number(centre['degree'])}, in {number(centre['in'])}, out "
        f"{number(centre['out'])}, betweenness {number(centre['betweenness_undirected'])} "
        f"undirected and {number(centre['betweenness_directed'])} directed.",
        disorganised_or_hierarchical(record),
    ]
    told += _who(record)
    return told


def _parts(record: Record) -> str:
    if record["components"] == 1:
        return "all in one component"
    return f"{record['components']} components, the largest of {record['largest_component']}"


def _who(record: Record) -> list[str]:
    actors = record["actors"]
    if len(actors) < 3 or actors[0]["betweenness"] <= 0:
        return ["No shortest path runs through anybody: there is no broker."]
    most = max(actors, key=lambda actor: actor["degree"])
    told = [
        f"Most contacts: {most['actor']} ({most['degree']}). Betweenness: "
        + ", ".join(f"{a['actor']} {number(a['betweenness'], 2)}" for a in actors[:3])
        + f" ({'directed' if record['directed'] else 'undirected'}, weights "
        f"{record['weight_is']})."
    ]
    by_definition = record["betweenness_by_definition"]
    seconds: dict[str, list[str]] = {}
    for row in by_definition:
        seconds.setdefault(row["top"][1]["actor"], []).append(row["definition"])
    if len(seconds) > 1:
        words = "; ".join(f"{actor} ({', '.join(ways)})" for actor, ways in seconds.items())
        told.append(f"Who is second in betweenness hangs on the definition: {words}.")
    elif len(by_definition) > 1:
        told.append(f"All {len(by_definition)} definitions of betweenness have the same second.")
    return told


def disorganised_or_hierarchical(record: Record) -> str:
    """One sentence on the shape: star, tree of command, or loose, beside published networks."""
    degree = record["centralisation"]["degree"]
    shape = record["krackhardt"]
    if degree is None or shape is None or shape["hierarchy"] is None:
        return "Too few ties to say whether it is disorganised or hierarchical."
    above = sum(degree > other.degree for other in PUBLISHED)
    one_way = (
        "its ties have no direction, so a chain of command cannot be seen"
        if record["reciprocity"] in (None, 1.0)
        else f"of the pairs with a path, {number(100 * shape['hierarchy'], 0)} % have one way only "
        f"(Krackhardt's hierarchy {number(shape['hierarchy'])}, least upper bound "
        f"{number(shape['lub'])})"
    )
    return (
        f"Disorganised or hierarchical? Its centralisation of degree ({number(degree)}) is above "
        f"{above} of {len(PUBLISHED)} published networks; {one_way}."
    )


def tell_missing(record: Record) -> list[str]:
    """Who is first, how far that can be trusted, and up to what share unseen."""
    top = record["actors"][0]
    told = [
        f"{top['actor']} is first by betweenness; with what is missing drawn {record['draws']} "
        f"times, first in at least {number(100 * (top['first'] or 0), 0)} % of the draws."
    ]
    for name, share in record["holds_until"].items():
        what, how = name.split("_")
        words = f"{number(100 * share, 0)} %" if share else "less than 2 %"
        verb = "dropped" if how == "dropped" else "unseen and spread evenly"
        told.append(f"The answer holds with up to {words} of the {what} {verb}.")
    return told


def tell_checks(record: Record) -> list[str]:
    """The findings as sentences, the gravest first."""
    order = {"high": 0, "medium": 1, "low": 2}
    findings = sorted(record["findings"], key=lambda finding: order[finding["gravity"]])
    if not findings:
        return ["Nothing to look at was found."]
    together: dict[tuple[str, str], list[str]] = {}
    for one in findings:
        # A sentence that holds for several files is said once.
        said = one["statement"]
        about = said if one["kind"] != "meaning_of_weights" else said[said.index("Programs") :]
        together.setdefault((one["kind"], about), []).append(one["where"])
    return [
        said if where[0] in said else f"{', '.join(where)}: {_first_of(kind, said)}"
        for (kind, said), where in together.items()
    ]


def _first_of(kind: str, said: str) -> str:
    """The sentence of a finding, whole again where its numbers differ between files."""
    return f"Weights differ from tie to tie. {said}" if kind == "meaning_of_weights" else said


def tell_phases(record: Record) -> list[str]:
    """Phase by phase: size, who brokers; between phases: who gains, who takes over."""
    told = []
    for phase in record["phases"]:
        top = ", ".join(
            f"{one['actor']} {number(100 * one['share'], 0)} %" for one in phase["brokerage"][:3]
        )
        told.append(
            f"Phase {phase['phase']}: {phase['n']} actors, {phase['edges']} pairs; centralisation "
            f"of betweenness {number(phase['centralisation_betweenness'])}; brokerage: "
            f"{top or 'nobody'}; {len(phase['arrived'])} arrived, {len(phase['left'])} leave."
        )
    told += _handed_over(record["handovers"])
    told += [
        f"After phase {one['before']}, {one['successor']}"
        f"{' (new)' if one['new'] else ''} has {number(100 * one['carried'], 0)} % of the "
        f"{one['contacts']} contacts that {one['left']} left."
        for one in record["replacements"]
    ]
    return told


def _handed_over(rows: Sequence[Record]) -> list[str]:
    told = []
    for before, after in dict.fromkeys((row["before"], row["after"]) for row in rows):
        here = [row for row in rows if (row["before"], row["after"]) == (before, after)]
        gained = max(here, key=lambda row: row["change"])
        lost = min(here, key=lambda row: row["change"])
        if gained["change"] > 0 > lost["change"]:
            told.append(
                f"From phase {before} to {after} brokerage moves from {lost['actor']} "
                f"({number(100 * lost['change'], 0)} points) to {gained['actor']} "
                f"(+{number(100 * gained['change'], 0)})."
            )
    return told
