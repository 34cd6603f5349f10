"""Curves of disruption as SVG: what is left, with bands, rules beside each other."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from html import escape

from sholu.charts.design import CATEGORIES, COLOURS

Scale = Callable[[float], float]

WIDTH, HEIGHT, LEFT, BOTTOM, RIGHT = 760, 320, 46, 40, 170


@dataclass(frozen=True)
class CurveLine:
    """One rule: how many are gone, what is left (0 to 1), and the least and most of it."""

    name: str
    removed: tuple[int, ...]
    left: tuple[float, ...]
    low: tuple[float, ...]
    high: tuple[float, ...]


def draw_curves(lines: Sequence[CurveLine], of: str) -> str:
    """The curves over the number of actors removed; ``of`` says what is left."""
    most = max((line.removed[-1] for line in lines if line.removed), default=1) or 1
    top = max((max(line.high, default=1.0) for line in lines), default=1.0)
    top = max(top, 1.0)

    def across(removed: float) -> float:
        return LEFT + (WIDTH - LEFT - RIGHT) * removed / most

    def down(share: float) -> float:
        return 12 + (HEIGHT - BOTTOM - 12) * (1 - share / top)

    drawn = [_axes(across, down, most, of)]
    ends: list[float] = []
    for number, line in enumerate(lines):
        colour = CATEGORIES[number % len(CATEGORIES)]
        around = [*zip(line.removed, line.high, strict=True)]
        around += reversed([*zip(line.removed, line.low, strict=True)])
        middle = zip(line.removed, line.left, strict=True)
        drawn.append(
            f'<polygon points="{_points(around, across, down)}" fill="{colour}" '
            'fill-opacity=".15"/>'
            f'<polyline points="{_points(middle, across, down)}" '
            f'fill="none" stroke="{colour}" stroke-width="2.2"/>'
        )
        y = down(line.left[-1])
        while any(abs(y - other) < 15 for other in ends):
            y += 3
        ends.append(y)
        drawn.append(
            f'<text x="{across(line.removed[-1]) + 6:.1f}" y="{y + 4:.1f}" fill="{colour}" '
            f'stroke="{COLOURS["paper"]}" stroke-width="3" paint-order="stroke" '
            f'font-weight="600">{escape(line.name)}</text>'
        )
    height = max([HEIGHT, *(end + 12 for end in ends)])
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height:.0f}" '
        f'width="{WIDTH}" height="{height:.0f}" role="img" aria-label="{escape(of)}" '
        f'font-family="Noto Sans, sans-serif" font-size="12">{"".join(drawn)}</svg>'
    )


def _points(pairs: Iterable[tuple[float, float]], across: Scale, down: Scale) -> str:
    return " ".join(f"{across(x):.1f},{down(y):.1f}" for x, y in pairs)


def _axes(across: Scale, down: Scale, most: int, of: str) -> str:
    drawn = []
    for share in (0.0, 0.25, 0.5, 0.75, 1.0):
        drawn.append(
            f'<line x1="{LEFT}" x2="{across(most):.1f}" y1="{down(share):.1f}" '
            f'y2="{down(share):.1f}" stroke="{COLOURS["rule"]}"/>'
            f'<text x="{LEFT - 6}" y="{down(share) + 4:.1f}" text-anchor="end" '
            f'fill="{COLOURS["ink-soft"]}">{100 * share:.0f} %</text>'
        )
    step = max(1, -(-most // 10))
    for removed in range(0, most + 1, step):
        drawn.append(
            f'<text x="{across(removed):.1f}" y="{down(0) + 16:.1f}" text-anchor="middle" '
            f'fill="{COLOURS["ink-soft"]}">{removed}</text>'
        )
    drawn.append(
        f'<text x="{LEFT}" y="{down(0) + 32:.1f}" fill="{COLOURS["ink-soft"]}">'
        f"actors removed; {escape(of)}</text>"
    )
    return "".join(drawn)
