"""The legend of a map as list of the page, in the page's colours."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sholu.charts.design import in_page_colours


@dataclass(frozen=True)
class Key:
    """A colour and what it stands for."""

    swatch: str
    words: str


def legend_of(legend: Iterable[tuple[str, str]]) -> list[Key]:
    """The entries of a map's own legend, for the page."""
    return [
        Key(
            in_page_colours(
                '<svg viewBox="0 0 18 14" aria-hidden="true">'
                f'<rect width="18" height="14" fill="{colour}"/></svg>'
            ),
            words,
        )
        for colour, words in legend
    ]
