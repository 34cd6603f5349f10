"""The ties themselves: as a record, as pictures, and for other programs."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from sholu.charts.map import map_png
from sholu.cli.network_request import Request
from sholu.network.communities import communities
from sholu.network.drawing import LARGEST, draw
from sholu.network.exports import EXPORTERS
from sholu.network.matrix_view import draw_matrix
from sholu.network.model import NetworkError, TieTable
from sholu.network.record import frame
from sholu.network.shortest_paths import betweenness


def ties(request: Request) -> dict[str, Any]:
    """Each tie as it was told; nothing is combined."""
    table = _asked(request)
    record = frame(request.table, request.network(), request.primary())
    return record | {
        "ties": [
            {
                "source": tie.source,
                "target": tie.target,
                "weight": tie.weight,
                "kind": tie.kind or None,
                "time": tie.time,
                "phase": tie.phase,
                "spans": list(tie.spans),
            }
            for tie in table.ties
        ],
        "story": [f"{len(table.ties)} ties as told; --format {', '.join(EXPORTERS)} writes them."],
    }


def write(request: Request, form: str) -> bytes | str:
    """The ties in a format of `EXPORTERS`, or drawn as ``svg``, ``png`` or ``matrix``.

    Raises:
        NetworkError: if there are too many actors for a drawing.
    """
    if form in EXPORTERS:
        return EXPORTERS[form](_asked(request))
    network = request.primary()
    if network.n > LARGEST:
        raise NetworkError(
            f"{network.n} actors are too many for a drawing; {LARGEST} can be told apart.",
            "Take a phase, or --format gexf for a program that zooms.",
        )
    groups = communities(network).labels
    if form == "matrix":
        return draw_matrix(network, groups) + "\n"
    svg = draw(network, betweenness(network), groups)
    return map_png(svg) if form == "png" else svg + "\n"


def _asked(request: Request) -> TieTable:
    """The ties of the phase that was asked for, or all."""
    if request.phase is None:
        return request.table
    kept = tuple(tie for tie in request.table.ties if tie.phase == request.phase)
    tied = {end for tie in kept for end in (tie.source, tie.target)}
    listed = request.table.phase_actors.get(request.phase, ())
    actors = tuple(a for a in request.table.actors if a in tied or a in listed)
    return replace(request.table, ties=kept, actors=actors, phases=(request.phase,))
