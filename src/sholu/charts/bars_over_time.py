"""Counts by month or year as small bars that can be opened: for the head of a list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape

from sholu.charts.design import COLOURS

HEIGHT, TOP, FOOT = 96, 16, 22
"""Pixels: of the bars, of the room for the greatest number, of the line of years."""

LETTER = 6.6
"""Width of a letter of the labels (11 px), in pixels."""


@dataclass(frozen=True)
class TimeBar:
    """One period: its label on the axis (empty for none), what a pointer shows, where it leads."""

    count: int
    title: str
    address: str
    label: str = ""


def draw_bars(bars: Sequence[TimeBar], title: str, width: int) -> str:
    """The bars as SVG with a link on each; nothing is drawn for a period without a count.

    Args:
        title: what is counted, for those who do not see it.
        width: pixels.
    """
    top = max((bar.count for bar in bars), default=0) or 1
    step = width / max(len(bars), 1)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {TOP + HEIGHT + FOOT}" '
        f'width="{width}" role="group" aria-label="{escape(title)}" '
        'font-family="Noto Sans, sans-serif" font-size="11">'
    ]
    for index, bar in enumerate(bars):
        if bar.count:
            parts.append(_bar(bar, index * step, step, top))
    parts += _labels(bars, step, width)
    base = TOP + HEIGHT + 0.5
    parts.append(f'<line x1="0" y1="{base}" x2="{width}" y2="{base}" stroke="{COLOURS["rule"]}"/>')
    return "".join(parts) + "</svg>"


def _labels(bars: Sequence[TimeBar], step: float, width: int) -> Iterator[str]:
    """The labels that have room, the newest first: it ends at the edge rather than beyond it."""
    free = float(width)
    for index, bar in reversed(tuple(enumerate(bars))):
        wide = LETTER * len(bar.label)
        start = min(index * step, width - wide)
        if bar.label and start + wide <= free:
            free = start - LETTER
            yield (
                f'<text x="{start:.1f}" y="{TOP + HEIGHT + 15}" fill="{COLOURS["ink-soft"]}">'
                f"{escape(bar.label)}</text>"
            )


def _bar(bar: TimeBar, left: float, step: float, top: int) -> str:
    height = max(2.0, HEIGHT * bar.count / top)
    wide = min(max(step - 1.5, 1.5), 46)
    greatest = (
        f'<text x="{left:.1f}" y="{TOP - 4}" fill="{COLOURS["ink-soft"]}">{bar.count}</text>'
        if bar.count == top
        else ""
    )
    return (
        f'<a href="{escape(bar.address)}" aria-label="{escape(bar.title)}">'
        f'<rect class="hit" x="{left:.1f}" y="{TOP}" width="{step:.1f}" height="{HEIGHT}" '
        'fill="none"/>'
        f'<rect class="bar" x="{left:.1f}" y="{TOP + HEIGHT - height:.1f}" width="{wide:.1f}" '
        f'height="{height:.1f}" fill="{COLOURS["accent"]}"><title>{escape(bar.title)}</title>'
        f"</rect></a>{greatest}"
    )
