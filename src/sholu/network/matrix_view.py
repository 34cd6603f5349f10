"""A matrix as SVG: who is tied to whom, actors of a community or role beside each other."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

import numpy as np

from sholu.charts.design import CATEGORIES, COLOURS, OTHER_CATEGORY
from sholu.network.model import Indices, Network

LARGEST_NAMED = 90
"""Actors whose names can be read along the sides; beyond, a pointer shows them."""


def matrix_order(network: Network, groups: Sequence[object]) -> list[int]:
    """Rows group by group, the largest group first; within one those with most ties first."""
    degrees = np.diff(network.offsets)
    sizes = {group: sum(one == group for one in groups) for group in set(groups)}
    return sorted(
        range(network.n),
        key=lambda row: (-sizes[groups[row]], str(groups[row]), -degrees[row], row),
    )


def draw_matrix(network: Network, communities: Indices, role: str = "role") -> str:
    """The ties as filled cells, darker where weights are larger; a line parts the groups.

    Groups are the roles, if actors have any, else the communities. A row is who the tie comes
    from; an undirected tie fills both cells.
    """
    told = [network.attributes.get(actor, {}).get(role, "") for actor in network.actors]
    groups: list[object] = list(told) if any(told) else [int(c) for c in communities]
    order = matrix_order(network, groups)
    place = {row: number for number, row in enumerate(order)}
    cell = max(4.0, min(22.0, 760 / max(network.n, 1)))
    named = network.n <= LARGEST_NAMED
    letters = max((len(actor) for actor in network.actors), default=0) if named else 0
    edge = 14 + letters * 0.6 * min(cell, 11)
    size = edge + cell * network.n + 10
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size:.0f} {size:.0f}" '
        f'width="{size:.0f}" height="{size:.0f}" role="img" '
        f'aria-label="{network.n} actors, {network.edges} pairs tied, as a matrix" '
        f'font-family="Noto Sans, sans-serif" font-size="{min(cell, 11):.1f}">'
        f'<rect width="{size:.0f}" height="{size:.0f}" fill="{COLOURS["paper"]}"/>'
        f'<rect x="{edge:.1f}" y="{edge:.1f}" width="{cell * network.n:.1f}" '
        f'height="{cell * network.n:.1f}" fill="none" stroke="{COLOURS["rule"]}"/>'
        + "".join(_cells(network, place, edge, cell))
        + "".join(_groups(network, order, groups, edge, cell, named=named))
        + "</svg>"
    )


def _cells(network: Network, place: dict[int, int], edge: float, cell: float) -> list[str]:
    strongest = float(network.weights.max(initial=1.0)) or 1.0
    drawn = []
    for one, other, weight in zip(network.sources, network.targets, network.weights, strict=True):
        x, y = edge + cell * place[int(other)], edge + cell * place[int(one)]
        title = f"{network.actors[one]} – {network.actors[other]}: {weight:g}"
        shade = 0.35 + 0.65 * float(weight / strongest) ** 0.5
        drawn.append(
            f'<rect x="{x:.1f}" y="{y:.1f}" width="{cell - 0.6:.1f}" height="{cell - 0.6:.1f}" '
            f'fill="{COLOURS["accent"]}" fill-opacity="{shade:.2f}">'
            f"<title>{escape(title)}</title></rect>"
        )
    return drawn


def _groups(
    network: Network,
    order: list[int],
    groups: Sequence[object],
    edge: float,
    cell: float,
    *,
    named: bool,
) -> list[str]:
    """A band of colour along both sides, lines between groups, names."""
    numbers = {group: n for n, group in enumerate(dict.fromkeys(groups[row] for row in order))}
    drawn, end = [], edge + cell * len(order)
    for number, row in enumerate(order):
        at = edge + cell * number
        which = numbers[groups[row]]
        colour = CATEGORIES[which] if which < len(CATEGORIES) else OTHER_CATEGORY
        title = f"<title>{escape(f'{network.actors[row]}: {groups[row]}')}</title>"
        for x, y, wide, high in ((edge - 8, at, 6, cell), (at, edge - 8, cell, 6)):
            drawn.append(
                f'<rect x="{x:.1f}" y="{y:.1f}" width="{wide:.1f}" height="{high:.1f}" '
                f'fill="{colour}">{title}</rect>'
            )
        if number and groups[row] != groups[order[number - 1]]:
            for line in (f'x1="{edge}" y1="{at}" x2="{end}" y2="{at}"',
                         f'x1="{at}" y1="{edge}" x2="{at}" y2="{end}"'):  # fmt: skip
                drawn.append(f'<line {line} stroke="{COLOURS["ink-soft"]}" stroke-width=".8"/>')
        if named:
            middle = at + cell * 0.75
            words = escape(network.actors[row])
            drawn.append(
                f'<text x="{edge - 11:.1f}" y="{middle:.1f}" text-anchor="end">{words}</text>'
                f'<text transform="translate({middle:.1f} {edge - 11:.1f}) rotate(-90)">'
                f"{words}</text>"
            )
    return drawn
