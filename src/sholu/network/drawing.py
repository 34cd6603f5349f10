"""A node-link drawing as SVG: near actors near, phases and brokers to be picked out."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from html import escape

import numpy as np
from scipy.sparse.csgraph import shortest_path

from sholu.charts.design import CATEGORIES, COLOURS, OTHER_CATEGORY
from sholu.network.assemble import undirected
from sholu.network.cohesion import components, sparse
from sholu.network.model import Floats, Indices, Network

WIDTH, HEIGHT, EDGE = 1000, 640, 40
"""Of the picture and its margin, in pixels."""

LARGEST = 400
"""Actors that a drawing can show without becoming a ball of wool."""

_STEPS = 300


def layout(network: Network, seed: int = 1) -> Floats:
    """Places in the unit square, shape (n, 2): stress majorisation (Gansner et al. 2004).

    Distances in the picture follow numbers of steps; components stand beside each other.
    """
    ties = undirected(network)
    steps = np.asarray(shortest_path(sparse(ties), unweighted=True))
    apart = np.isinf(steps)
    farthest = steps[~apart].max(initial=1.0)
    steps[apart] = farthest + 1.5
    weights = np.divide(1.0, steps**2, out=np.zeros_like(steps), where=steps > 0)
    places = np.random.default_rng(seed).standard_normal((ties.n, 2)) * farthest / 2
    for _ in range(_STEPS):
        offset = places[:, None, :] - places[None, :, :]
        distance = np.maximum(np.linalg.norm(offset, axis=2), 1e-9)
        pull = weights[:, :, None] * (places[None, :, :] + offset * (steps / distance)[:, :, None])
        places = pull.sum(axis=1) / np.maximum(weights.sum(axis=1), 1e-12)[:, None]
    low, high = places.min(axis=0), places.max(axis=0)
    return np.asarray((places - low) / np.maximum(high - low, 1e-9))


def draw(
    network: Network,
    between: Floats,
    groups: Indices,
    phases: Mapping[frozenset[str], tuple[str, ...]] | None = None,
) -> str:
    """The network as SVG: size by betweenness, colour by community, title with the numbers.

    Args:
        between: betweenness, shape (n,); groups: number of each actor's group, 0 the largest.
        phases: pair of actors to the phases of their tie, for a page that picks them out.

    Returns:
        Empty with more than `LARGEST` actors.
    """
    if network.n > LARGEST or not network.n:
        return ""
    ties = undirected(network)
    places = layout(network) * [WIDTH - 2 * EDGE, HEIGHT - 2 * EDGE] + EDGE
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" '
        f'width="{WIDTH}" height="{HEIGHT}" role="img" '
        f'aria-label="{network.n} actors and {ties.edges} ties" '
        'font-family="Noto Sans, sans-serif" font-size="11">'
        + "".join(_lines(ties, places, phases or {}))
        + "".join(_dots(ties, places, between, groups))
        + "</svg>"
    )


def _lines(
    ties: Network, places: Floats, phases: Mapping[frozenset[str], tuple[str, ...]]
) -> list[str]:
    strongest = ties.weights.max(initial=1.0)
    lines = []
    for one, other, weight in zip(ties.sources, ties.targets, ties.weights, strict=True):
        if one < other:
            (x1, y1), (x2, y2) = places[one], places[other]
            width = 0.7 + 3 * weight / strongest
            ends = [ties.actors[one], ties.actors[other]]
            told = _quoted(phases.get(frozenset(ends), ()))
            lines.append(
                f'<line class="tie" data-ends="{_quoted(ends)}" '
                f'data-phases="{told}" x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" '
                f'stroke="{COLOURS["rule"]}" stroke-width="{width:.1f}"/>'
            )
    return lines


def _quoted(labels: Iterable[str]) -> str:
    """A list of labels as JSON inside an attribute."""
    return escape(json.dumps(list(labels), ensure_ascii=False))


def _dots(ties: Network, places: Floats, between: Floats, groups: Indices) -> list[str]:
    largest = between.max(initial=0.0) or 1.0
    named = set(np.argsort(-between)[:25].tolist()) if ties.n > 40 else set(range(ties.n))
    parts = components(ties)
    dots = []
    for row, actor in enumerate(ties.actors):
        x, y = places[row]
        radius = 4 + 14 * np.sqrt(between[row] / largest)
        small = groups[row] >= len(CATEGORIES)
        colour = OTHER_CATEGORY if small else CATEGORIES[groups[row]]
        title = f"{actor}: betweenness {between[row]:.4g}, component {parts[row] + 1}"
        own = f'data-actor="{escape(actor)}"'
        dots.append(
            f'<circle {own} cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}" fill="{colour}" '
            f'stroke="{COLOURS["paper"]}"><title>{escape(title)}</title></circle>'
        )
        if row in named:
            dots.append(
                f'<text {own} x="{x:.1f}" y="{y - radius - 3:.1f}" text-anchor="middle" '
                f'fill="{COLOURS["ink"]}" stroke="{COLOURS["paper"]}" stroke-width="3" '
                'paint-order="stroke">'
                f"{escape(actor)}</text>"
            )
    return dots
