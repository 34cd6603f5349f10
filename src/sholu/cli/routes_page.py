"""Routes as a picture and as one self-contained page."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from sholu.charts.design import css_custom_properties
from sholu.charts.map import draw_map, map_png
from sholu.network.routes_graph import hubs
from sholu.network.routes_record import geojson
from sholu.network.story import number

if TYPE_CHECKING:
    from sholu.cli.routes import Asked
    from sholu.cli.routes_words import RouteWord

Record = dict[str, Any]


def _svg(asked: Asked, _name: str, word: RouteWord, _record: Record) -> str:
    return draw_map(word.drawing(asked)) if word.drawing else ""


def _png(asked: Asked, name: str, word: RouteWord, record: Record) -> bytes:
    return map_png(_svg(asked, name, word, record))


def _geojson(asked: Asked, *_: Any) -> str:
    features = geojson(asked.table, hubs(asked.table, asked.graph))
    return json.dumps(features, ensure_ascii=False, indent=1) + "\n"


def _page(asked: Asked, name: str, word: RouteWord, record: Record) -> str:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("sholu.cli"), autoescape=True, undefined=StrictUndefined
    )
    page: str = environment.get_template("routes.html").render(
        word=name,
        record={"set_aside": (), "hubs": (), "caveat": ""} | record,
        rows=record[word.rows],
        columns=word.columns,
        drawing=_svg(asked, name, word, record),
        invented=any(
            asked.vocabulary.place(code).invented for code in asked.table.sites if code[0] != "?"
        ),
        css=css_custom_properties(),
        shown=_shown,
    )
    return page


def _shown(value: Any) -> str:
    if value is None:
        return "–"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return number(value)
    return " – ".join(value) if isinstance(value, list) else str(value)


DRAWN: dict[str, Callable[..., str | bytes]] = {
    "svg": _svg,
    "png": _png,
    "geojson": _geojson,
    "html": _page,
}
"""Format to what makes it."""
