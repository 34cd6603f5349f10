"""One self-contained page about a closed case, with phases to be picked out."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from sholu.charts.design import css_custom_properties
from sholu.cli.network_request import Request
from sholu.network.communities import communities
from sholu.network.drawing import LARGEST, draw
from sholu.network.drawing_curves import CurveLine, draw_curves
from sholu.network.matrix_view import draw_matrix
from sholu.network.shortest_paths import betweenness
from sholu.network.story import number

Record = dict[str, Any]


def case_page(request: Request, record: Record, *, invented: bool) -> str:
    """The page of `network_case.case`; it calls no other host and reads without scripts.

    Args:
        invented: of an invented country, which a banner says.
    """
    environment = Environment(
        loader=PackageLoader("sholu.cli"), autoescape=True, undefined=StrictUndefined
    )
    network = request.primary()
    drawn = network.n <= LARGEST
    groups = communities(network).labels if drawn else None
    page: str = environment.get_template("case.html").render(
        record=record,
        phases=request.table.phases,
        drawing=draw(network, betweenness(network), groups, _phases_of(request))
        if groups is not None
        else "",
        matrix=draw_matrix(network, groups) if groups is not None else "",
        roles={actor: dict(own).get("role", "") for actor, own in network.attributes.items()},
        removal=_removal(record["disruption"]),
        recovery=_recovery(record["disruption"]),
        number=number,
        css=css_custom_properties(),
        invented=invented,
    )
    return page + "\n"


def _phases_of(request: Request) -> dict[frozenset[str], tuple[str, ...]]:
    """Pair of actors to the phases in which they are tied."""
    found: dict[frozenset[str], dict[str, None]] = defaultdict(dict)
    for tie in request.table.ties:
        if tie.phase is not None and tie.weight:
            found[frozenset((tie.source, tie.target))][tie.phase] = None
    return {pair: tuple(phases) for pair, phases in found.items()}


def _removal(record: Record) -> str:
    rows = record["curve"]
    line = CurveLine(
        f"by {record['by']}",
        tuple(row["removed"] for row in rows),
        tuple(row["largest"] for row in rows),
        tuple(row["low"] for row in rows),
        tuple(row["high"] for row in rows),
    )
    return draw_curves([line], "largest component over that at the start; band: tied choices")


def _recovery(record: Record) -> str:
    lines = [
        CurveLine(
            one["recovery"],
            tuple(row["removed"] for row in one["curve"]),
            tuple(row["largest"] for row in one["curve"]),
            tuple(row["largest_low"] for row in one["curve"]),
            tuple(row["largest_high"] for row in one["curve"]),
        )
        for one in record["recovery"]
    ]
    return (
        draw_curves(lines, "largest component over that at the start; bands: replicates")
        if lines
        else ""
    )
