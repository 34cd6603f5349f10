"""From degrees to pixels: an equal-area cone fitted to what the map must hold."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

from sholu.charts.map_boundaries import Point


@dataclass(frozen=True)
class Projection:
    """Albers' equal-area conic on the sphere, scaled and shifted to a picture.

    Source: J. P. Snyder, Map Projections: A Working Manual, USGS Professional Paper 1395 (1987),
    equations 14-1 to 14-6.

    Attributes:
        cone, constant: n and C of the source.
        middle: degrees east of the central meridian.
        scale: pixels per earth radius; left, top: shift in pixels.
    """

    cone: float
    constant: float
    middle: float
    scale: float = 1.0
    left: float = 0.0
    top: float = 0.0

    def pixel(self, point: Point) -> Point:
        """Where a place (degrees east, north) stands in the picture, right and down."""
        east, north = point
        turned = (east - self.middle + 180) % 360 - 180
        radius = math.sqrt(self.constant - 2 * self.cone * math.sin(math.radians(north)))
        radius /= self.cone
        angle = self.cone * math.radians(turned)
        return (
            self.left + self.scale * radius * math.sin(angle),
            self.top - self.scale * -radius * math.cos(angle),
        )


def fit(points: Iterable[Point], width: float, height: float, margin: float) -> Projection:
    """A projection in which all points stand within the picture, in its middle.

    Standard parallels lie a sixth of the height inside the extent (Snyder 1987, p. 99).

    Args:
        points: at least one, degrees east and north.
    """
    held = list(points)
    south, north = min(p[1] for p in held) - 0.5, max(p[1] for p in held) + 0.5
    middle = (min(p[0] for p in held) + max(p[0] for p in held)) / 2
    inset = (north - south) / 6
    one, two = math.radians(south + inset), math.radians(north - inset)
    cone = (math.sin(one) + math.sin(two)) / 2
    plain = Projection(cone, math.cos(one) ** 2 + 2 * cone * math.sin(one), middle)
    seen = [plain.pixel(point) for point in held]
    low_x, high_x = min(p[0] for p in seen), max(p[0] for p in seen)
    low_y, high_y = min(p[1] for p in seen), max(p[1] for p in seen)
    scale = min(
        (width - 2 * margin) / max(high_x - low_x, 1e-6),
        (height - 2 * margin) / max(high_y - low_y, 1e-6),
    )
    return Projection(
        plain.cone,
        plain.constant,
        middle,
        scale,
        width / 2 - scale * (low_x + high_x) / 2,
        height / 2 - scale * (low_y + high_y) / 2,
    )
