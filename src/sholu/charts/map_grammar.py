"""The nouns of maps: lines and dots over boundaries, each with where it comes from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from sholu.charts.map_boundaries import Point


@dataclass(frozen=True)
class MapLine:
    """A line through places.

    Attributes:
        points: degrees east and north, in order.
        title: what a pointer shows, with the source; label: the number at its start.
        open_end: its last stretch leads to somewhere in a country, not to a place: dashed.
        group: lines and dots of one group are shown and hidden together.
        offset: pixels to the right of the straight line; None to keep lines that share a stretch
            side by side.
    """

    points: tuple[Point, ...]
    title: str
    colour: str
    label: str = ""
    width: float = 2.2
    open_end: bool = False
    group: str = ""
    offset: float | None = None


@dataclass(frozen=True)
class MapDot:
    """A place.

    Attributes:
        size: radius in pixels; rank: places of a lower rank are named first.
        crossed: drawn as a cross: closed.
    """

    point: Point
    name: str
    title: str
    size: float = 3.0
    colour: str = ""
    rank: int = 0
    crossed: bool = False


@dataclass(frozen=True)
class MapPicture:
    """What a map shows.

    Attributes:
        countries: codes of those that are in the foreground.
        fills: code of a region to its colour; ``titles``: to what a pointer shows.
        wholes: code of a drawn region to that of the larger one which it was a part of on the day
            that the map is of; no border is drawn inside that.
        frame: points that the frame must hold; if empty, all lines and dots.
        legend: colour and words, in order.
        country_names: where each stands, and the name.
        note: printed below, such as what lines do not say.
        addresses: code of a region to where it leads.
    """

    title: str
    lines: tuple[MapLine, ...] = ()
    dots: tuple[MapDot, ...] = ()
    countries: tuple[str, ...] = ()
    fills: Mapping[str, str] = field(default_factory=dict)
    titles: Mapping[str, str] = field(default_factory=dict)
    wholes: Mapping[str, str] = field(default_factory=dict)
    frame: tuple[Point, ...] = ()
    legend: tuple[tuple[str, str], ...] = ()
    country_names: tuple[tuple[Point, str], ...] = ()
    note: str = ""
    addresses: Mapping[str, str] = field(default_factory=dict)
