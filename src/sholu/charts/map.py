"""A map as SVG: boundaries, lines through places, names that do not overlap. Nothing is fetched."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from html import escape
from itertools import chain, repeat
from textwrap import wrap

import vl_convert

from sholu.charts.design import COLOURS
from sholu.charts.map_boundaries import Boundaries, Point, boundaries_of, country_of
from sholu.charts.map_grammar import MapDot, MapLine, MapPicture
from sholu.charts.map_projection import Projection, fit
from sholu.charts.svg import register_fonts

WIDTH, HEIGHT, MARGIN = 1000, 640, 48
"""Of the picture without its legend, in pixels."""

ROW = 19
"""Height of a line of the legend, in pixels."""

LETTER = 6.1
"""Width of an average letter at the size of names (11.5 px), in pixels."""

APART = 3.2
"""Pixels between lines that run along the same stretch."""

LEGEND_LETTERS = 165
"""Letters of a line of the legend."""

LAND, FOREGROUND = COLOURS["land"], COLOURS["paper"]

_Box = tuple[float, float, float, float]


def draw_map(picture: MapPicture) -> str:
    """The map as SVG, self-contained."""
    boundaries = boundaries_of(picture.countries)
    held = list(picture.frame)
    if not held:
        held = [p for line in picture.lines for p in line.points]
        held += [dot.point for dot in picture.dots]
    if not held:
        held = [p for code in picture.countries for r in boundaries.of_country(code) for p in r]
    projection = fit(held or [(45.0, 35.0), (90.0, 56.0)], WIDTH, HEIGHT, MARGIN)
    height = HEIGHT + ROW * len(_legend_rows(picture)) + 14
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" '
        f'width="{WIDTH}" height="{height}" role="{"group" if picture.addresses else "img"}" '
        f'aria-label="{escape(picture.title)}" '
        'font-family="Noto Sans, sans-serif" font-size="11.5">'
        f'<defs><clipPath id="frame"><rect width="{WIDTH}" height="{HEIGHT}"/></clipPath></defs>'
        f'<rect width="{WIDTH}" height="{height}" fill="{COLOURS["paper"]}"/>'
        f'<g clip-path="url(#frame)"><rect width="{WIDTH}" height="{HEIGHT}" '
        f'fill="{COLOURS["sea"]}"/>'
        + "".join(_land(boundaries, picture, projection))
        + "".join(_lines(picture.lines, projection))
        + "".join(_dots(picture, projection))
        + "</g>"
        + "".join(_legend(picture))
        + "</svg>"
    )


def map_png(svg: str, scale: float = 2.0) -> bytes:
    """A drawing as PNG."""
    register_fonts()
    png: bytes = vl_convert.svg_to_png(svg, scale=scale)
    return png


def _land(boundaries: Boundaries, picture: MapPicture, projection: Projection) -> Iterator[str]:
    areas: dict[str, str] = defaultdict(str)
    for shape, rings in boundaries.rings.items():
        paths = (_path(ring, projection, closed=True) for ring in rings)
        areas[picture.wholes.get(shape, shape)] += "".join(paths)
    for code, path in areas.items():
        if path:
            yield _area(code, path, picture)
    inner = [
        line
        for line, codes in zip(boundaries.region_borders, boundaries.parted, strict=True)
        if len({picture.wholes.get(code, code) for code in codes}) > 1
    ]
    for lines, width, colour in (
        # Between coloured regions a border is a gap.
        (inner, 0.9, COLOURS["paper"]) if picture.fills else (inner, 0.6, COLOURS["rule"]),
        (boundaries.country_borders, 1.1, COLOURS["border"]),
    ):
        path = "".join(_path(line, projection) for line in lines)
        yield f'<path d="{path}" fill="none" stroke="{colour}" stroke-width="{width}"/>'


def _area(code: str, path: str, picture: MapPicture) -> str:
    """A region, with what a pointer shows, in a link if it leads somewhere."""
    near = country_of(code) in picture.countries
    colour = picture.fills.get(code, FOREGROUND if near else LAND)
    title = escape(picture.titles.get(code, ""))
    # A stroke of the same colour hides the hair between neighbours.
    area = (
        f'<path d="{path}" fill="{colour}" stroke="{colour}" stroke-width=".7" '
        f'fill-rule="evenodd" data-code="{code}"'
        + (f"><title>{title}</title></path>" if title else "/>")
    )
    if code not in picture.addresses:
        return area
    return f'<a href="{escape(picture.addresses[code])}" aria-label="{title or code}">{area}</a>'


def _path(points: Sequence[Point], projection: Projection, *, closed: bool = False) -> str:
    """SVG path data; empty if all of it lies outside the frame."""
    seen = [projection.pixel(point) for point in points]
    across, down = [x for x, _ in seen], [y for _, y in seen]
    if max(across) < 0 or min(across) > WIDTH or max(down) < 0 or min(down) > HEIGHT:
        return ""
    return "M" + "L".join(f"{x:.1f},{y:.1f}" for x, y in seen) + ("Z" if closed else "")


def _lines(lines: Sequence[MapLine], projection: Projection) -> Iterator[str]:
    """Lines side by side where they share a stretch, with an arrow at the end."""
    used: Counter[frozenset[Point]] = Counter()
    for line in lines:
        group = f' data-group="{escape(line.group)}"' if line.group else ""
        yield f'<g class="line"{group}><title>{escape(line.title)}</title>'
        for number, (start, end) in enumerate(zip(line.points, line.points[1:], strict=False)):
            stretch = frozenset((start, end))
            offset = APART * ((used[stretch] + 1) // 2) * (1 if used[stretch] % 2 else -1)
            if line.offset is not None:
                offset = line.offset
            used[stretch] += 1
            last = number == len(line.points) - 2
            yield from _stretch(line, projection.pixel(start), projection.pixel(end), offset, last)
        yield "</g>"


def _stretch(line: MapLine, start: Point, end: Point, offset: float, last: bool) -> Iterator[str]:
    length = max(((end[0] - start[0]) ** 2 + (end[1] - start[1]) ** 2) ** 0.5, 1e-6)
    along = ((end[0] - start[0]) / length, (end[1] - start[1]) / length)
    # Always to the same side of the stretch, whichever way a line runs.
    side = 1 if (along[0], along[1]) >= (0, 0) else -1
    shift = (-along[1] * offset * side, along[0] * offset * side)
    x1, y1 = start[0] + shift[0], start[1] + shift[1]
    x2, y2 = end[0] + shift[0], end[1] + shift[1]
    dash = ' stroke-dasharray="7 4"' if last and line.open_end else ""
    yield (
        f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" stroke="{line.colour}" '
        f'stroke-width="{line.width}" stroke-linecap="round"{dash}/>'
    )
    if last:
        yield _arrow(line.colour, (x2, y2), along, max(1.0, line.width / 8))


def _arrow(colour: str, tip: Point, along: Point, scale: float) -> str:
    long, wide = 11 * scale, 5 * scale
    back = (tip[0] - long * along[0], tip[1] - long * along[1])
    left = (back[0] - wide * along[1], back[1] + wide * along[0])
    right = (back[0] + wide * along[1], back[1] - wide * along[0])
    corners = " ".join(f"{x:.1f},{y:.1f}" for x, y in (tip, left, right))
    return f'<polygon points="{corners}" fill="{colour}"/>'


def _dots(picture: MapPicture, projection: Projection) -> Iterator[str]:
    taken: list[_Box] = [
        (x - dot.size, y - dot.size, x + dot.size, y + dot.size)
        for dot in picture.dots
        for x, y in [projection.pixel(dot.point)]
    ]
    for dot in picture.dots:
        x, y = projection.pixel(dot.point)
        if dot.crossed:
            yield _cross(dot, x, y)
            continue
        yield (
            f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{dot.size:.1f}" '
            f'fill="{dot.colour or COLOURS["ink"]}" stroke="{COLOURS["paper"]}" '
            f'stroke-width="1"><title>{escape(dot.title)}</title></circle>'
        )
    for dot in sorted(picture.dots, key=lambda one: one.rank):
        yield from _name(dot, projection.pixel(dot.point), taken)
    for point, name in picture.country_names:
        x, y = projection.pixel(point)
        box = (x - LETTER * len(name) / 1.6, y - 11, x + LETTER * len(name) / 1.6, y + 4)
        if _inside(box) and not _overlaps(box, taken):
            taken.append(box)
            yield (
                f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="middle" font-size="13" '
                f'letter-spacing="1.5" fill="{COLOURS["ink-soft"]}" opacity=".75">'
                f"{escape(name)}</text>"
            )


def _cross(dot: MapDot, x: float, y: float) -> str:
    r = dot.size
    path = (
        f"M{x - r:.1f},{y - r:.1f}l{2 * r:.1f},{2 * r:.1f}m{-2 * r:.1f},0l{2 * r:.1f},{-2 * r:.1f}"
    )
    strokes = ((COLOURS["paper"], 6.5), (dot.colour or COLOURS["ink"], 3.5))
    return (
        f"<g><title>{escape(dot.title)}</title>"
        + "".join(
            f'<path d="{path}" stroke="{colour}" stroke-width="{width}" fill="none"/>'
            for colour, width in strokes
        )
        + "</g>"
    )


def _name(dot: MapDot, at: Point, taken: list[_Box]) -> Iterator[str]:
    """The name where there is room; none if there is none: it stands in the list below a map."""
    x, y = at
    wide, gap = LETTER * len(dot.name), dot.size + 3
    for anchor, left, base in (
        ("start", x + gap, y + 4),
        ("end", x - gap - wide, y + 4),
        ("middle", x - wide / 2, y - gap - 1),
        ("middle", x - wide / 2, y + gap + 10),
        ("start", x + gap - 1, y - gap + 1),
        ("end", x - gap - wide + 1, y - gap + 1),
        ("start", x + gap - 1, y + gap + 7),
        ("end", x - gap - wide + 1, y + gap + 7),
    ):
        box = (left, base - 10, left + wide, base + 3)
        if _inside(box) and not _overlaps(box, taken):
            taken.append(box)
            place = {"start": left, "end": left + wide, "middle": left + wide / 2}[anchor]
            yield (
                f'<text x="{place:.1f}" y="{base:.1f}" text-anchor="{anchor}" '
                f'fill="{COLOURS["ink"]}" stroke="{COLOURS["paper"]}" stroke-width="3" '
                f'paint-order="stroke">{escape(dot.name)}</text>'
            )
            return


def _inside(box: _Box) -> bool:
    return box[0] > 2 and box[1] > 2 and box[2] < WIDTH - 2 and box[3] < HEIGHT - 2


def _overlaps(box: _Box, taken: Iterable[_Box]) -> bool:
    return any(
        box[0] < other[2] and other[0] < box[2] and box[1] < other[3] and other[1] < box[3]
        for other in taken
    )


def _legend(picture: MapPicture) -> Iterator[str]:
    y = HEIGHT + ROW
    for colour, words in _legend_rows(picture):
        if colour:
            yield (
                f'<line x1="6" y1="{y - 4}" x2="30" y2="{y - 4}" stroke="{colour}" '
                'stroke-width="4"/>'
            )
        yield f'<text x="38" y="{y}" font-size="11" fill="{COLOURS["ink"]}">{escape(words)}</text>'
        y += ROW


def _legend_rows(picture: MapPicture) -> list[tuple[str, str]]:
    """Lines of the legend, none wider than the picture; the note comes last."""
    told = [*picture.legend, ("", picture.note)] if picture.note else picture.legend
    return [
        (colour if first else "", words)
        for colour, text in told
        for first, words in zip(
            chain([True], repeat(False)), wrap(text, LEGEND_LETTERS), strict=False
        )
    ]
